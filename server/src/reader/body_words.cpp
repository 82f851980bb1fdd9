#include "reader/body_words.h"

#include <iterator>
#include <string_view>
#include <vector>

namespace hoiquan::reader {

const PhraseSet& body_heads() {
    // clang-format off
    static const PhraseSet set{
        // Party and State
        "bộ", "sở", "ban", "ủy ban", "ubnd", "hđnd", "hội đồng", "văn phòng", "phòng", "cục",
        "vụ", "tổng cục", "chi cục", "công an", "bộ chỉ huy", "ban chỉ huy", "quân đội",
        "quân khu", "bộ tư lệnh", "đảng ủy", "đảng bộ", "đảng đoàn", "ban cán sự đảng", "chi bộ",
        "chi ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "cấp ủy",
        "tổ chức đảng", "chính quyền", "chính phủ", "quốc hội", "thủ tướng",
        "thủ tướng chính phủ", "bộ chính trị", "ban bí thư", "thanh tra", "kiểm toán", "tòa án",
        "viện", "viện kiểm sát", "phó thủ tướng", "phó thủ tướng chính phủ", "ngân hàng", "kho bạc", "bảo hiểm xã hội", "hải quan", "thuế",
        "cơ quan thuế", "quân sự", "biên phòng", "bộ đội", "ban chỉ đạo", "ban quản lý",
        "ban tổ chức", "ban tuyên giáo", "ban dân vận", "ban nội chính", "ban xây dựng đảng",
        "thường trực", "mttq", "ủy ban mttq", "ub mttq", "ubmttq", "tand", "vksnd",
        // People
        "thủ trưởng", "người đứng đầu", "chủ tịch", "phó chủ tịch", "giám đốc", "bí thư",
        "đồng chí", "bộ trưởng", "chánh văn phòng", "trưởng", "lãnh đạo", "cán bộ",
        "hiệu trưởng", "tổng giám đốc", "cục trưởng", "chi cục trưởng", "trưởng phòng",
        "trưởng ban", "đảng viên", "công chức", "thứ trưởng", "phó giám đốc", "phó bí thư",
        "phó trưởng ban", "phó trưởng phòng", "chỉ huy trưởng", "tổ trưởng", "đội trưởng",
        "trưởng thôn", "chánh thanh tra", "vụ trưởng", "viện trưởng", "ông", "bà", "đ/c",
        "chi ủy viên", "đại biểu", "trung ương hội", "trung ương đoàn", "tổng biên tập", "kế toán trưởng", "ban giám hiệu",
        "ban giám đốc", "tập thể", "phó chánh văn phòng", "người phát ngôn", "tổng thư ký",
        "chánh án", "phó chánh án", "thẩm phán", "kiểm sát viên", "chấp hành viên", "thống đốc",
        "tổng thanh tra", "tổng kiểm toán", "phó hiệu trưởng", "giáo viên", "giảng viên",
        "nhân viên", "viên chức", "kế toán", "thủ quỹ", "tổng phụ trách", "cha mẹ học sinh",
        "phụ huynh", "chính ủy", "chính trị viên", "trạm trưởng", "hạt trưởng", "chủ hộ",
        "hộ kinh doanh", "cộng tác viên", "tình nguyện viên", "báo cáo viên",
        // The Front and organisations
        "mặt trận", "mặt trận tổ quốc", "hội", "liên đoàn", "lđlđ", "liên đoàn lao động",
        "tổng liên đoàn", "đoàn thanh niên", "đoàn chủ tịch", "tỉnh đoàn", "thành đoàn",
        "huyện đoàn", "đoàn", "đoàn thể", "công đoàn", "liên hiệp", "liên minh", "tổ chức",
        "tổ chức chính trị", "tổ chức hội", "hiệp hội", "câu lạc bộ", "chi hội", "ban chấp hành",
        "chi đoàn", "liên đội", "tổng hội", "phân hội", "nghiệp đoàn", "ban vận động",
        "đoàn kiểm tra", "đoàn giám sát", "đoàn công tác", "tiểu ban", "đảng đoàn", "nhà tài trợ",
        "ban thường vụ", "btv", "bch", "btt", "bcđ", "ubkt", "cđcs", "mặt trận tổ quốc việt nam",
        // Forces
        "trung đoàn", "tiểu đoàn", "đại đội", "sư đoàn", "lữ đoàn", "quân đoàn", "quân chủng",
        "binh chủng", "binh đoàn", "hải đoàn", "vùng cảnh sát biển", "dân quân",
        // Institutions
        "trường", "học viện", "đại học", "trung tâm", "đài", "báo", "thông tấn xã", "bệnh viện",
        "cổng thông tin", "nhà trường", "cơ sở giáo dục", "cơ sở đào tạo", "cơ sở", "tạp chí",
        "nhà xuất bản", "doanh nghiệp", "tập đoàn", "tổng công ty", "công ty", "hợp tác xã",
        "chủ đầu tư", "quỹ", "bưu điện", "viễn thông", "thư viện", "bảo tàng", "nhà văn hóa",
        "nhà thầu", "chủ rừng", "cảng vụ", "kiểm lâm", "cảnh sát", "đồn biên phòng", "đại sứ quán",
        "khoa", "y tế", "nhà máy", "xí nghiệp", "nông trường", "lâm trường", "vườn quốc gia",
        // Anybody
        "cơ quan", "đơn vị", "địa phương", "ngành", "cấp", "bộ phận", "tổ", "nhóm", "lực lượng",
        "xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "tỉnh", "thành phố", "thôn",
        "bản", "khu phố", "tổ dân phố", "cộng đồng", "chi nhánh", "khối", "hạt kiểm lâm", "đội",
        "trạm", "trạm y tế", "thi hành án dân sự", "thống kê tỉnh", "thống kê cơ sở", "điện lực", "ngành công thương", "chủ nhiệm", "ủy viên",
        "thành viên", "hai bên", "các bên", "người dân", "nhân dân", "hộ gia đình"};
    // clang-format on
    return set;
}

const PhraseSet& no_body_heads() {
    // clang-format off
    static const PhraseSet set{
        "bộ máy", "bộ chỉ số", "bộ tiêu chí", "bộ thủ tục", "bộ luật", "bộ mặt", "bộ hồ sơ",
        "bộ quy tắc", "bộ công cụ", "bộ cơ chế", "bộ dữ liệu", "bộ giáo trình", "ban hành",
        "phòng chống", "phòng ngừa", "phòng cháy", "phòng thủ", "phòng tránh", "hội nghị",
        "hội thảo", "hội nhập", "hội họp", "hội thi", "hội viên", "đoàn kết", "đoàn viên",
        "báo cáo", "báo chí", "báo động", "sở hữu", "viện trợ", "viện dẫn", "cấp phép", "cấp kinh phí",
        "cấp phát", "cấp bách", "cấp thiết", "cấp bổ sung", "cấp đổi", "cấp mới", "cấp thẻ",
        "cấp ủy viên", "cấp giấy", "cấp tỉnh", "cấp xã", "cấp huyện", "cấp cơ sở", "cấp trung ương", "trưởng thành", "đội ngũ", "trường hợp", "quỹ đất",
        "tổ chức thực hiện", "tổ chức triển khai", "tổ chức các", "tổ chức hội nghị",
        "tổ chức hội thảo", "tổ chức tập huấn", "tổ chức tuyên truyền", "tổ chức kiểm tra",
        "tổ chức sơ kết", "tổ chức tổng kết", "tổ chức rà soát", "tổ chức tiếp",
        "tổ chức quán triệt", "tổ chức theo dõi", "tổ chức phổ biến", "tổ chức bộ máy",
        "tổ chức lớp", "tổ chức hội thi", "tổ chức lấy", "tổ chức đánh giá", "tổ chức học tập",
        "tổ chức nghiên cứu", "tổ chức hoạt động", "tổ chức tốt", "tổ chức thi hành",
        "tổ chức giám sát", "tổ chức khảo sát", "tổ chức công bố", "tổ chức đại hội",
        "tổ chức bầu cử", "tổ chức thẩm định", "tổ chức xây dựng", "đơn vị hành chính",
        "lãnh đạo chỉ đạo", "lãnh đạo thực hiện", "ngành nghề", "nhóm nội dung", "nhóm nhiệm vụ",
        "nhóm giải pháp", "thành phố thông minh", "xã hội", "bản tin", "bản đồ", "bản sao",
        "bản sắc", "huyện cũ", "thành viên là", "lực lượng sản xuất", "cơ sở dữ liệu",
        "cơ sở vật chất", "cơ sở pháp lý", "cơ sở hạ tầng", "cơ sở đó", "cơ sở khoa học",
        "cơ sở lý luận", "trưng bày", "quỹ thời gian", "thuế suất", "thuế thu nhập",
        "khối lượng", "chủ tịch nước ký", "hội đồng bộ", "báo hiệu", "bản thân", "tổ chức và",
        "tổ chức biên soạn", "tổ chức các lớp", "tổ chức một", "tổ chức ký", "tổ chức trao",
        "tổ chức khen", "tổ chức đối thoại", "tổ chức tập", "tổ chức sắp", "tổ chức diễn",
        "tổ chức vận", "tổ chức giao", "tổ chức đào", "tổ chức bồi", "tổ chức cho",
        "tổ chức chương", "tổ chức lại", "tổ chức đấu", "tổ chức in", "tổ chức phát"};
    // clang-format on
    return set;
}

const PhraseSet& body_determiners() {
    // clang-format off
    static const PhraseSet set{
        "các", "những", "mỗi", "từng", "toàn thể", "tất cả các", "tất cả", "các đồng chí",
        "đồng chí", "toàn bộ các", "riêng", "một số", "hệ thống", "mọi", "bản thân", "cả",
        "lãnh đạo các", "tập thể"};
    // clang-format on
    return set;
}

namespace {

// clang-format off
constexpr std::string_view kPredicates[] = {
        "tiếp tục", "tăng cường", "thường xuyên", "chủ động", "tích cực", "khẩn trương",
        "kịp thời", "tập trung", "phối hợp", "chủ trì", "chịu trách nhiệm", "có trách nhiệm",
        "có nhiệm vụ", "chỉ đạo", "lãnh đạo", "tổ chức", "thực hiện", "triển khai", "xây dựng",
        "hướng dẫn", "kiểm tra", "giám sát", "tham mưu", "rà soát", "theo dõi", "đôn đốc",
        "báo cáo", "đề xuất", "nghiên cứu", "cụ thể hóa", "căn cứ", "trên cơ sở",
        "theo chức năng", "theo nhiệm vụ", "theo thẩm quyền", "quán triệt", "phát động",
        "tuyên truyền", "phổ biến", "quản lý", "bố trí", "lập", "lập kế hoạch", "lập danh sách",
        "lập hồ sơ", "lập báo cáo", "lập phương án", "lập đề án", "lập biên bản", "tổng hợp",
        "gửi", "giúp", "cần", "phải", "nghiêm túc", "nâng cao", "đẩy mạnh", "kiện toàn",
        "củng cố", "thành lập", "ban hành", "trình", "quan tâm", "ưu tiên", "đưa", "phân công",
        "giao", "cử", "hoàn thành", "hoàn thiện", "sắp xếp", "bảo đảm", "đảm bảo", "chuẩn bị",
        "cung cấp", "hỗ trợ", "vận động", "xác định", "phân bổ", "đánh giá", "tạo điều kiện",
        "duy trì", "khai thác", "sử dụng", "đổi mới", "phát huy", "cập nhật", "công bố",
        "công khai", "xử lý", "giải quyết", "thẩm định", "kiến nghị", "đăng ký", "hằng năm",
        "hàng năm", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "định kỳ", "có kế hoạch",
        "có giải pháp", "có biện pháp", "có phương án", "có văn bản", "hoạt động", "tiến hành",
        "lựa chọn", "chọn", "yêu cầu", "đề nghị", "khuyến khích", "nắm", "nắm bắt", "thông tin",
        "kêu gọi", "tham gia", "đăng tải", "biên soạn", "phát hành", "thu thập", "thống kê",
        "tiếp nhận", "thông báo", "trong quá trình", "trong phạm vi", "trực tiếp chỉ đạo",
        "trực tiếp phụ trách", "trực tiếp theo dõi", "thí điểm", "mở rộng", "phân tích",
        "cân đối", "đầu tư", "nghiêm cấm", "khắc phục", "chấn chỉnh", "đề ra", "bám sát",
        "huy động", "lồng ghép", "tạo thuận lợi", "tạo lập", "tạo môi trường", "tổng kết",
        "sơ kết", "làm tốt", "làm rõ", "làm việc", "tuân thủ", "chấp hành", "gương mẫu",
        "bồi dưỡng", "đào tạo", "tập huấn", "chăm lo", "thăm hỏi", "vào cuộc", "chủ quản",
        "phê duyệt", "cho ý kiến", "xem xét", "nhanh chóng", "sớm", "chú trọng", "nghiêm khắc",
        "đấu tranh", "phát hiện", "kiên quyết", "quyết liệt", "đồng loạt", "thống nhất",
        "ký kết", "ký", "niêm yết", "vận hành", "tự rà soát", "tự kiểm tra", "tham dự", "dự",
        "thực thi", "khảo sát", "quyết định", "bàn giao", "tiếp thu", "góp ý", "lấy ý kiến",
        "đối chiếu", "số hóa", "kết nối", "chia sẻ", "lưu trữ", "xúc tiến", "truyền thông",
        "ứng dụng", "áp dụng", "thanh tra", "điều tra", "truy quét", "tuần tra", "bảo vệ",
        "giữ gìn", "phòng ngừa", "ngăn chặn", "vẫn", "ngoài việc", "khi", "tùy", "dựa trên",
        "từ nguồn", "có hình thức", "có cơ chế", "giới thiệu", "nêu cao", "chuyển", "chi trả",
        "cam kết", "thu hút", "tạo sự", "thúc đẩy", "xác minh", "sẵn sàng", "ra quân",
        "luân chuyển", "tuyển dụng", "kiểm soát", "kiểm kê", "thu hồi", "giải ngân",
        "thanh toán", "quyết toán", "lập dự toán", "rút kinh nghiệm", "mời", "tổ chức thực hiện",
        "đầu mối", "làm thường trực", "nộp", "đóng góp", "ủng hộ", "đề cao", "hạn chế", "chậm nhất", "đồng thời", "kết hợp",
        "gắn", "tuyển chọn", "xét", "rà", "thể chế hóa", "tận dụng", "thành công",        "điều chuyển", "điều động", "điều phối", "điều hành", "điều chỉnh", "tháo gỡ",
        "đa dạng hóa", "nhân rộng", "vận dụng", "lan tỏa", "khơi dậy", "khơi thông", "cải thiện",
        "cải tiến", "siết chặt", "triệt phá", "trấn áp", "gia tăng", "cắt giảm", "rút ngắn",
        "tinh giản", "sáp nhập", "hợp nhất", "chia tách", "giải thể", "bãi bỏ", "thay thế",
        "sửa đổi", "bổ sung", "sơ tán", "di dời", "ứng phó", "khôi phục", "phục hồi", "trợ giúp",
        "tư vấn", "trả lời", "giải trình", "giải đáp", "đối thoại", "gặp gỡ", "lắng nghe",
        "động viên", "khen thưởng", "tôn vinh", "biểu dương", "vinh danh", "trao tặng", "tặng",
        "xử phạt", "mua sắm", "sửa chữa", "cải tạo", "nâng cấp", "lắp đặt", "chăm sóc",
        "tiêm phòng", "điều trị", "cách ly", "tiêu hủy", "thu gom", "vận chuyển", "cung ứng",
        "dự trữ", "bình ổn", "quảng bá", "trưng bày", "giảng dạy", "công nhận", "xác nhận",
        "chứng nhận", "chứng thực", "đo đạc", "thiết kế", "thi công", "nghiệm thu", "giám định",
        "kiểm định", "thẩm tra", "đấu thầu", "đấu giá", "cho thuê", "cho vay", "đàm phán",
        "liên kết", "đặt hàng", "mời gọi", "thăm", "phát sóng", "đưa tin",
        "phản ánh", "ghi hình", "biểu quyết", "bầu", "bổ nhiệm", "miễn nhiệm", "xét xử",
        "thi hành", "cưỡng chế", "giữ vững", "canh gác", "kiềm chế", "giảm thiểu", "loại bỏ",
        "chấm dứt", "đình chỉ", "tạm dừng", "chuyển đổi", "chuẩn hóa", "đơn giản hóa",
        "hình thành", "thiết lập", "khởi công", "khánh thành", "gia hạn", "coi trọng",
        "hiệp thương", "phản biện", "tập hợp", "phân loại", "phân cấp", "phân luồng", "dự báo",
        "cảnh báo", "nhắc nhở", "khuyến cáo", "nhận diện", "truy vết", "không để", "không được",
        "soạn thảo", "khuyến nghị", "tập dượt", "diễn tập", "hiện đại hóa", "tự động hóa",
        "thể hiện", "truyền tải", "đảm nhiệm", "đảm nhận", "đảm trách",
        "phụ trách", "tìm hiểu", "tiếp xúc", "tiếp công dân", "tiếp dân", "nuôi dưỡng",
        "trang bị", "trồng", "bảo tồn", "bảo dưỡng", "bảo trì", "duy tu", "phối kết hợp",
        "cùng với", "rút", "xóa", "xóa bỏ", "làm đầu mối", "làm nòng cốt", "quán xuyến",         "họp", "phân định", "phân giao", "bao quát", "mở", "mở đợt", "mở lớp", "thí điểm",
        "ngừng", "dừng", "chủ động", "vươn lên", "hưởng ứng", "tự giác", "đoàn kết",
        "noi gương", "khởi động", "hậu kiểm", "thực hành", "gìn giữ", "nhân lên",
        "đón", "đón tiếp", "phục vụ", "cắm mốc", "giao ban", "trao đổi", "lấy mẫu", "cắt cử",
        "thẩm định", "tính toán", "xếp loại", "bình xét", "tự đánh giá",
        "kiểm điểm", "kỷ luật", "công nhận", "tiến cử", "rèn luyện", "học tập", "hoãn", "tạm hoãn",
        "tăng", "giảm", "luân phiên", "dành", "lùi", "thay đổi", "treo", "khóa sổ", "kê khai",
        "giữ", "tự tổ chức", "tạm ứng", "trả", "in", "in ấn", "cắt", "đo", "vẽ", "dọn", "quét",
        "tổng vệ sinh", "thắp", "chốt", "chia", "tách", "nhận", "tiếp sóng", "truyền hình",
        // Works on the ground
        "kiểm đếm", "canh phòng", "túc trực", "ứng trực", "trực ban", "trực 24", "xuất cấp",
        "cấp phát", "cấp giấy", "cấp phép", "cấp kinh phí", "khoanh vùng", "dập dịch", "khử khuẩn",
        "phun", "tiêm vắc xin", "giải tỏa", "tháo dỡ", "nạo vét", "gia cố", "chằng chống",
        "tích trữ", "tích nước", "xả lũ", "điều tiết", "cứu trợ", "cứu hộ", "an táng", "chốt chặn",
        "cấm đường", "cắm biển", "đặt biển", "gieo cấy", "gieo trồng", "thu hoạch", "thả cá",
        "phun thuốc", "làm vệ sinh", "làm sạch", "làm mới", "hạn chế", "khống chế", "dọn dẹp",
        "ngăn ngừa", "chống thất thu", "chống lãng phí", "đẩy lùi", "đẩy nhanh", "bắt giữ",
        "khởi tố", "truy tố", "kháng nghị", "bào chữa", "thụ lý", "quản thúc", "tạm giữ",
        // Word and honour
        "tuyên dương", "nêu gương", "trao quà", "trao học bổng", "trao đổi", "quyên góp",
        "hiến máu", "tiếp sức", "thăm viếng", "dâng hương", "tưởng niệm", "tri ân", "viết tin",
        "chụp ảnh", "ghi nhận", "tường thuật", "phản hồi", "thảo luận", "bàn giải pháp",
        "lưu ý", "chú ý", "ghi chép", "trang trí", "treo cờ", "bắn pháo hoa",
        "định hướng", "hoạch định", "phổ cập", "kết nạp", "chăm bồi", "thu nhận", "tiếp đón",
        // Papers, money, data
        "đề cử", "đề bạt", "bình chọn", "chấm điểm", "xếp hạng", "kiểm chứng", "xác thực",
        "bảo mật", "tích hợp", "đồng bộ hóa", "đồng bộ dữ liệu", "nhập dữ liệu", "nhập liệu",
        "đối soát", "sao lưu", "lưu giữ", "chỉnh lý", "miễn giảm", "tiết giảm", "tiết kiệm",
        "bán đấu giá", "hạch toán", "thuê", "thu phí", "thu tiền",
        "cho phép", "chi ngân sách", "thu ngân sách", "in sao", "liên hệ", "cân nhắc",
        // How
        "tổng rà soát", "tổng kiểm tra", "phấn đấu", "nỗ lực", "quyết tâm", "hợp tác",
        "đồng hành", "cùng tham gia", "thừa ủy quyền", "thừa lệnh",
        "thay mặt", "chịu sự", "nhất thiết", "tuyệt đối", "trước hết", "không tổ chức",
        "không bố trí", "không sử dụng", "không thực hiện", "không tiếp nhận", "không ban hành",
        "gỡ bỏ", "điểm danh", "ôn tập", "dạy học", "dạy kỹ năng", "luyện tập",
        "tập luyện"};
// clang-format on

}  // namespace

const PhraseSet& predicates() {
    static const PhraseSet set(
        std::vector<std::string_view>(std::begin(kPredicates), std::end(kPredicates)));
    return set;
}

const PhraseSet& strong_predicates() {
    // clang-format off
    static const PhraseSet set{
        "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "phải", "cần", "khẩn trương",
        "chủ động", "tiếp tục", "nghiêm túc", "tích cực", "tăng cường", "tập trung",
        "thường xuyên", "kịp thời", "chủ trì phối hợp", "căn cứ"};
    // clang-format on
    return set;
}

}  // namespace hoiquan::reader
