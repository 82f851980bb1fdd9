#pragma once

// A report with every feature of the writer, about an invented city.

#include "office/office.h"

namespace hoiquan::office {

inline Table sample_table() {
    Table table;
    table.caption = "Bảng 1. Tiến độ theo cơ quan chủ trì";
    table.unit = "Đơn vị tính: nhiệm vụ";
    table.columns = {{"TT", 10, Alignment::centre},
                     {"Cơ quan chủ trì", 70, Alignment::left},
                     {"Số nhiệm vụ", 25, Alignment::right},
                     {"Hoàn thành", 25, Alignment::right},
                     {"Quá hạn", 25, Alignment::right}};
    table.rows = {{{"1", "Ủy ban nhân dân thành phố", "1.240", "1.180", "12"}, false},
                  {{"2", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "86", "80", "1"}, false},
                  {{"3", "Ban Dân vận Thành ủy", "45", "44", "0"}, false},
                  {{"", "Tổng cộng", "1.371", "1.304", "13"}, true}};
    return table;
}

inline Annex sample_annex() {
    Table table;
    table.columns = {{"TT", 10, Alignment::centre},
                     {"Nội dung nhiệm vụ", 110, Alignment::left},
                     {"Cơ quan chủ trì", 60, Alignment::left},
                     {"Hạn", 25, Alignment::centre},
                     {"Kết quả, minh chứng", 60, Alignment::left}};
    for (int i = 1; i <= 40; ++i) {
        table.rows.push_back(
            {{std::to_string(i),
              "Rà soát, hướng dẫn các hội quần chúng kiện toàn tổ chức theo điều lệ",
              "Ủy ban nhân dân thành phố",
              "30/6/2026",
              i % 3 == 0 ? "Báo cáo số 12/BC-UBND" : ""},
             false});
    }
    return {"PHỤ LỤC 1", "Danh mục nhiệm vụ và kết quả thực hiện", true, {Block{table}}};
}

inline DocxDocument sample_report() {
    DocxDocument document;
    document.upper_organisation = "ĐẢNG BỘ TỈNH VÂN SƠN";
    document.issuer = "THÀNH ỦY AN LẠC";
    document.number = "Số      -BC/TU";
    document.place_and_date =
        place_and_date("An Lạc", PartialDate{*Date::of(2026, 2, 5), DatePrecision::day});
    document.type = "BÁO CÁO";
    document.subject =
        "tiến độ thực hiện Kết luận số 45-KL/TU ngày 10/7/2025\n"
        "về công tác hội quần chúng trên địa bàn thành phố";
    const char* text =
        "Thực hiện Kết luận số 45-KL/TU, ngày 10/7/2025 của Ban Chấp hành Đảng bộ thành phố, Ban "
        "Thường vụ Thành ủy đã chỉ đạo các cấp ủy, tổ chức đảng, chính quyền, Mặt trận Tổ quốc và "
        "các "
        "tổ chức chính trị - xã hội triển khai đồng bộ, gắn với nhiệm vụ chính trị của địa phương.";
    document.body.emplace_back(paragraph(text));
    document.body.emplace_back(Heading{1, "I-", "KẾT QUẢ CHUNG"});
    document.body.emplace_back(Heading{2, "1.", "Số liệu tổng hợp"});
    document.body.emplace_back(paragraph(text));
    document.body.emplace_back(sample_table());
    document.body.emplace_back(Heading{2, "2.", "Tình hình theo nhiệm vụ"});
    document.body.emplace_back(Heading{3, "a)", "Công tác quán triệt, phổ biến"});
    for (int i = 0; i < 5; ++i) {
        document.body.emplace_back(paragraph(text));
    }
    Paragraph mixed;
    mixed.spans = {{"- Nhiệm vụ số 7: ", true, false, false},
                   {"đang thực hiện, hạn ", false, false, false},
                   {"trước ngày 30/6/2026", true, true, false},
                   {".", false, false, false}};
    document.body.emplace_back(mixed);
    document.body.emplace_back(Heading{1, "II-", "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"});
    document.body.emplace_back(paragraph(text));
    document.signature = Signature{"T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn An"};
    document.recipients = {"Ban Thường vụ Tỉnh ủy (b/c)",
                           "Các đồng chí Ủy viên Ban Chấp hành Đảng bộ thành phố",
                           "Các ban xây dựng Đảng, Văn phòng Thành ủy",
                           "Ban Thường vụ Thành ủy (b/c)",
                           "Lưu Văn phòng Thành ủy"};
    document.annexes.push_back(sample_annex());
    document.author = "Văn phòng Thành ủy An Lạc";
    document.created = *Instant::parse_iso("2026-02-05T01:30:00.000000Z");
    return document;
}

}  // namespace hoiquan::office
