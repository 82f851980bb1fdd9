#include "app/demo_text.h"

#include <array>
#include <string_view>

namespace hoiquan::app {

namespace {

constexpr std::string_view kText = R"(ĐẢNG BỘ TỈNH ĐẠI SƠN
THÀNH ỦY MINH HÀ
*
Số 68-KL/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Minh Hà, {issued_long}


KẾT LUẬN
CỦA BAN THƯỜNG VỤ THÀNH ỦY
về đổi mới tổ chức và hoạt động của các hội quần chúng trên địa bàn thành phố
-----

Tại phiên họp thường kỳ, Ban Thường vụ Thành ủy đã nghe Ban Dân vận Thành ủy báo cáo việc thực hiện Chỉ thị số 08-CT/TU ngày 12/3/2021 của Ban Thường vụ Tỉnh ủy về công tác hội quần chúng. Sau khi thảo luận, Ban Thường vụ Thành ủy kết luận như sau:

I. KẾT QUẢ VÀ HẠN CHẾ

1. Phần lớn các hội đã hoàn thành đại hội đúng nhiệm kỳ, tích cực tham gia chăm lo người yếu thế, giữ gìn vệ sinh môi trường và giúp nhau làm kinh tế.

2. Tuy vậy, một số hội sinh hoạt chưa đều, sổ sách thu chi chưa rõ ràng, trụ sở còn phải mượn; việc phối hợp giữa các hội cùng địa bàn có nơi còn chồng chéo.

II. NHIỆM VỤ

1. Ủy ban nhân dân thành phố chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam thành phố rà soát toàn bộ trụ sở, trang thiết bị làm việc của các hội, lập phương án bố trí nơi làm việc chung; hoàn thành trước ngày {d1}.

2. Phòng Nội vụ thành phố hướng dẫn các hội sửa đổi, bổ sung điều lệ cho phù hợp quy định của pháp luật; hoàn thành trước ngày {d2}.

3. Ủy ban Mặt trận Tổ quốc Việt Nam thành phố chủ trì xây dựng chương trình phối hợp hằng năm với các hội quần chúng, ký kết trước ngày {d3}.

4. Hội Người cao tuổi thành phố và Hội Khuyến học thành phố xây dựng kế hoạch nâng cao chất lượng sinh hoạt chi hội, gửi Ban Dân vận Thành ủy trước ngày {d4}.

5. Hội Chữ thập đỏ thành phố tổng hợp danh mục hoạt động nhân đạo đề nghị Nhà nước giao nhiệm vụ, báo cáo Ủy ban nhân dân thành phố trước ngày {d5}.

6. Phòng Tài chính - Kế hoạch thành phố kiểm tra việc công khai tài chính của các hội được hỗ trợ kinh phí; báo cáo kết quả trước ngày {d6}.

7. Các hội quần chúng kiện toàn ban chấp hành, phân công người phụ trách từng lĩnh vực; báo cáo kết quả trước ngày {d7}.

8. Đổi mới hình thức tuyên truyền về gương người tốt, việc tốt trong hội viên; quan tâm phát hiện, bồi dưỡng cán bộ hội trẻ.

9. Đảng ủy phường Tân Lập, Đảng ủy phường Hòa Thuận lãnh đạo việc sắp xếp các hội có tính chất tương đồng trên địa bàn phường.

III. TỔ CHỨC THỰC HIỆN

1. Ban Dân vận Thành ủy và Văn phòng Thành ủy thường xuyên theo dõi, đôn đốc việc thực hiện Kết luận này, định kỳ báo cáo Ban Thường vụ Thành ủy.

2. Ủy ban Kiểm tra Thành ủy đưa nội dung thực hiện Kết luận này vào chương trình kiểm tra, giám sát; hoàn thành cuộc kiểm tra thứ nhất trước ngày {d8}.

Kết luận này được phổ biến đến chi bộ.

Nơi nhận:
- Ban Thường vụ Tỉnh ủy (b/c),
- Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam thành phố,
- Các ban, Văn phòng Thành ủy,
- Đảng ủy các phường,
- Các hội quần chúng thành phố,
- Lưu Văn phòng Thành ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC



Lê Minh Tường
)";

constexpr std::string_view kNotice = R"(THÀNH ỦY MINH HÀ
VĂN PHÒNG
*
Số 41-TB/VPTU

ĐẢNG CỘNG SẢN VIỆT NAM

Minh Hà, {issued_long}


THÔNG BÁO
về việc chuẩn bị hội nghị sơ kết công tác hội quần chúng
-----

Thực hiện Kết luận số 68-KL/TU của Ban Thường vụ Thành ủy, Văn phòng Thành ủy thông báo:

1. Ban Dân vận Thành ủy dự thảo báo cáo sơ kết, gửi Văn phòng Thành ủy trước ngày {d1}.

2. Ủy ban nhân dân thành phố phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam thành phố chuẩn bị hội trường; hoàn thành trước ngày {d2}.

3. Các hội quần chúng chuẩn bị tham luận.

Nơi nhận:
- Thường trực Thành ủy (b/c),
- Ban Dân vận Thành ủy,
- Ủy ban nhân dân thành phố,
- Các hội quần chúng,
- Lưu Văn phòng Thành ủy.

CHÁNH VĂN PHÒNG



Phan Đức Thịnh
)";

std::string two_digits(unsigned n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

/// The official long form: a zero before days under 10 and the months 1 and 2 only.
std::string long_date(const Date& date) {
    const std::string month =
        date.month() <= 2 ? two_digits(date.month()) : std::to_string(date.month());
    return "ngày " + two_digits(date.day()) + " tháng " + month + " năm " +
           std::to_string(date.year());
}

void replace(std::string& text, const std::string& mark, const std::string& value) {
    const auto at = text.find(mark);
    if (at != std::string::npos) {
        text.replace(at, mark.size(), value);
    }
}

}  // namespace

std::string demo_conclusion(const Date& issued, const Date& today) {
    // Days from today of the deadlines d1 … d8: long past, past, soon and later.
    constexpr std::array<int, 8> due_in{-30, -20, -6, -1, 5, 2, 40, 75};
    std::string text(kText);
    replace(text, "{issued_long}", long_date(issued));
    for (std::size_t i = 0; i < due_in.size(); ++i) {
        replace(
            text, "{d" + std::to_string(i + 1) + "}", today.plus_days(due_in.at(i)).dd_mm_yyyy());
    }
    return text;
}

std::string demo_notice(const Date& today) {
    constexpr int report = 10;
    constexpr int hall = 14;
    std::string text(kNotice);
    replace(text, "{issued_long}", long_date(today));
    replace(text, "{d1}", today.plus_days(report).dd_mm_yyyy());
    replace(text, "{d2}", today.plus_days(hall).dd_mm_yyyy());
    return text;
}

}  // namespace hoiquan::app
