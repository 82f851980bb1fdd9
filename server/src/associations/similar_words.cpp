#include "associations/similar_words.h"

#include <array>

namespace hoiquan::associations::similarity {

namespace {

constexpr auto kSynonyms = std::to_array<std::string_view>({
    // Whom an association gathers or serves.
    "khuyết tật|tàn tật|tật nguyền|NKT|khiếm khuyết cơ thể|thương tật",
    "mồ côi|trẻ không cha mẹ|không nơi nương tựa|không còn cha mẹ|mất cha mẹ|TMC",
    "người cao tuổi|người già|người nhiều tuổi|phụ lão|NCT|cao niên|bô lão|người có tuổi|lớn tuổi",
    "người mù|khiếm thị|mù lòa|khuyết tật nhìn|mù chữ nổi",
    "khiếm thính|câm điếc|người điếc|khuyết tật nghe nói",
    "chất độc da cam|dioxin|da cam|CĐDC|CĐDC dioxin|chất độc hóa học|chất độc màu da cam|NNCĐDC",
    "thanh niên xung phong|TNXP|CTNXP",
    "cựu chiến binh|CCB|bộ đội xuất ngũ|quân nhân xuất ngũ|cựu quân nhân|bộ đội phục viên",
    "công an nhân dân|CAND|công an nghỉ hưu|công an hưu trí",
    "giáo chức|nhà giáo|giáo viên|thầy cô giáo|thầy giáo|CGC|cô giáo",
    "hưu trí|nghỉ hưu|về hưu|đã nghỉ công tác",
    "tù yêu nước|tù chính trị|bị địch bắt tù đày|tù kháng chiến",
    "kiều bào|việt kiều|người Việt Nam ở nước ngoài|định cư ở nước ngoài",
    "trẻ em|thiếu nhi|thiếu niên nhi đồng|các cháu|nhi đồng|trẻ nhỏ|em nhỏ",
    "học sinh|sinh viên|học trò|HSSV|em học",
    "thanh niên|bạn trẻ|giới trẻ|tuổi trẻ|người trẻ|đoàn viên",
    "phụ nữ|chị em|nữ giới|PN|hội viên nữ",
    "nông dân|bà con nông dân|nhà nông|người làm nông|nông hộ|hộ nông dân",
    "người nghèo|hộ nghèo|khó khăn|hoàn cảnh khó khăn|khốn khó|yếu thế|cơ nhỡ|bất hạnh|cận nghèo",
    "doanh nghiệp|DN|doanh nhân|công ty|DNNVV|chủ doanh nghiệp|nhà doanh nghiệp",
    "ngư dân|người đi biển|ngư phủ|thuyền viên|bà con đi biển",
    "bệnh nhân|người bệnh|người mắc bệnh|người ốm đau",
    "thầy thuốc|bác sĩ|y bác sĩ|cán bộ y tế|nhân viên y tế|lương y",
    "nghệ nhân|thợ giỏi|thợ thủ công|người làm nghề|thợ lành nghề",
    "luật sư|luật gia|người làm luật|cán bộ pháp luật",
    "văn nghệ sĩ|nghệ sĩ|người sáng tác|VNS",
    "phật tử|tín đồ",
    // Fields.
    "khuyến học|khuyến tài|khuyến khích học tập|xây dựng xã hội học tập|HKH|khích lệ học tập",
    "chữ thập đỏ|CTĐ|HCTĐ|thập đỏ",
    "đông y|y học cổ truyền|y học dân tộc|YHCT|thuốc nam|thuốc bắc|nam y|ĐY|thuốc cổ truyền",
    "sinh vật cảnh|cây cảnh|SVC|cây kiểng|bonsai|hoa cảnh",
    "làm vườn|VAC|vườn ao chuồng|kinh tế vườn|trồng vườn|nhà vườn",
    "nhân đạo|từ thiện|thiện nguyện|làm phúc|nhân ái|lòng nhân ái",
    "tình nguyện|thiện nguyện viên|tình nguyện viên",
    "khoa học kỹ thuật|KHKT|khoa học và kỹ thuật|KH&KT|khoa học công nghệ|KHCN",
    "văn học nghệ thuật|VHNT|văn nghệ|văn học và nghệ thuật",
    "hữu nghị|giao lưu nhân dân|đối ngoại nhân dân",
    "hợp tác xã|HTX|kinh tế hợp tác|kinh tế tập thể",
    "môi trường|bảo vệ môi trường|BVMT|sinh thái|vệ sinh môi trường",
    "du lịch|lữ hành|tham quan",
    "dân số|kế hoạch hóa gia đình|KHHGĐ|DSKHHGĐ",
    "dân ca|dân nhạc|hát dân gian|làn điệu dân gian|diễn xướng dân gian",
    "chăn nuôi|nuôi gia súc|gia súc gia cầm|gia súc|gia cầm",
    "thủy sản|nuôi trồng thủy sản|nuôi tôm cá|NTTS",
    "đánh bắt hải sản|khai thác hải sản|nghề cá|khai thác thủy sản|đánh bắt cá|đánh cá",
    "thủ công mỹ nghệ|tiểu thủ công nghiệp|TTCN|ngành nghề thủ công|nghề truyền thống|làng nghề",
    "thể dục thể thao|TDTT|thể thao|rèn luyện thân thể|luyện tập thể thao",
    "dưỡng sinh|dưỡng sinh tâm thể|luyện thở|khí công",
    "võ thuật|võ cổ truyền|võ dân tộc|võ học",
    "thơ ca|thơ|thi ca|thi phú|thi hữu|thi đàn",
    "âm nhạc|ca hát|đàn hát|nhạc|ca nhạc",
    "mỹ thuật|hội họa|vẽ tranh",
    "nhiếp ảnh|chụp ảnh|ảnh nghệ thuật",
    "di sản|di tích|di sản văn hóa|văn hóa truyền thống|cổ vật",
    "sử học|lịch sử|khoa học lịch sử|sử địa phương",
    "xe đạp|đạp xe",
    "hiến máu|hiến máu tình nguyện|hiến máu nhân đạo|cho máu",
    "tự kỷ|rối loạn phát triển",
    "ung thư|bệnh hiểm nghèo|bệnh nan y|bệnh nặng",
    // What associations do.
    "giúp đỡ|hỗ trợ|tương trợ|trợ giúp|bảo trợ|đùm bọc|cưu mang|giúp|tương thân tương ái|đỡ đần"
    "|cứu trợ|tiếp sức|đồng hành cùng|nâng đỡ|sẻ chia|chia sẻ",
    "chăm sóc|chăm lo|phụng dưỡng|nuôi dưỡng|săn sóc|quan tâm|lo cho",
    "bảo vệ quyền lợi|bảo vệ quyền|bênh vực quyền lợi|bênh vực|quyền lợi hợp pháp"
    "|quyền và lợi ích|lợi ích chính đáng",
    "tuyên truyền|phổ biến|giáo dục|truyền thông|giới thiệu|quảng bá",
    "vận động|huy động|kêu gọi|quyên góp|gây quỹ|kêu gọi ủng hộ",
    "tập hợp|đoàn kết|quy tụ|liên kết|kết nối|gắn kết|chung sức",
    "bảo tồn|giữ gìn|gìn giữ|lưu giữ|gìn giữ và phát huy|phục dựng|khôi phục",
    "truyền dạy|dạy nghề|truyền nghề|đào tạo nghề|đào tạo|tập huấn|hướng nghiệp|bồi dưỡng"
    "|mở lớp|lớp học|huấn luyện",
    "tặng học bổng|học bổng|cấp học bổng|suất học bổng|phần thưởng học tập",
    "tặng quà|trao quà|thăm hỏi|thăm và tặng quà|thăm nom|viếng thăm|quà tết",
    "khám chữa bệnh|khám bệnh|chữa bệnh|chữa trị|điều trị|bốc thuốc|khám và cấp thuốc",
    "việc làm|sinh kế|công ăn việc làm|kế sinh nhai|tạo việc làm",
    "vay vốn|tín dụng|cho vay|nguồn vốn|góp vốn",
    "tiêu thụ|bao tiêu|đầu ra sản phẩm|bán sản phẩm|tiêu thụ sản phẩm|xúc tiến thương mại",
    "sinh hoạt|gặp mặt|họp mặt|gặp gỡ|giao lưu",
    "thi đấu|giải đấu|hội thi|cuộc thi|tranh giải",
    "sức khỏe|sức khoẻ|thể lực|thể chất",
    "đời sống|cuộc sống|mưu sinh",
    "tổ chức|mở|tiến hành",
    "kỹ thuật|kinh nghiệm|tay nghề|bí quyết",
    "biểu diễn|trình diễn|diễn",
});

}  // namespace

std::span<const std::string_view> synonym_rows() {
    return kSynonyms;
}

std::string_view generic_words() {
    return "hội hiệp liên đoàn liên hiệp câu lạc bộ clb tổng chi hội quỹ ban nhóm mạng lưới trung "
           "tâm "
           "tổ của và các những trong cho với được là để theo trên địa bàn tại ở do từ đến về có "
           "không này đó khi nhằm thực hiện hoạt động mục đích tôn chỉ điều lệ pháp luật nhà nước "
           "đảng hội viên thành viên người một số việc góp phần xây dựng phát triển nâng cao đẩy "
           "mạnh tham gia tự nguyện tinh thần chủ trương chính sách quy định đúng phù hợp cũng như "
           "và/hoặc hoặc cùng nhau nhân dân cộng đồng địa phương việt nam vn đơn vị cơ sở toàn thể "
           "mọi đều còn ra vào lên đã sẽ đang bị bởi vì nên mà thì ấy họ mình bằng qua giữa lẫn "
           "nhau năm tháng ngày";
}

std::string_view unit_words() {
    return "phường|xã|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu";
}

std::string_view small_unit_words() {
    return "khu phố|thôn|ấp|xóm|khóm|tổ dân phố|TP|TX|TT|P|Q|H|X";
}

}  // namespace hoiquan::associations::similarity
