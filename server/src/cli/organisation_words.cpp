#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cli/organisation_commands.h"
#include "cli/words.h"

namespace hoiquan::cli {

namespace {

using Sentence = std::pair<std::string_view, std::string_view>;

constexpr std::array kSentences{
    Sentence{"organisations.bad_share",
             "Cột share chỉ nhận whole (toàn bộ) hoặc part (một phần), không phải “{value}”."},
    Sentence{"organisations.bad_unit_code", "Mã đơn vị phải gồm chữ số, không phải “{value}”."},
    Sentence{"organisations.bad_unit_level",
             "Cấp phải là province, district hoặc commune, không phải “{value}”."},
    Sentence{"organisations.bad_unit_name", "Đơn vị {code} thiếu tên hoặc tên dài quá 300 ký tự."},
    Sentence{"organisations.before_since_too_late",
             "Ngày --before-since phải trước ngày sắp xếp có hiệu lực."},
    Sentence{"organisations.code_taken", "Mã {code} khi đó thuộc hai cơ quan cùng lúc."},
    Sentence{"organisations.column_missing", "Tệp thiếu cột {column}."},
    Sentence{"organisations.depends_on_event",
             "{module}: còn {count} mục ({what}) gắn với sự kiện này. {examples}"},
    Sentence{"organisations.event_has_dependants",
             "Chưa hoàn tác được: dữ liệu ghi sau còn gắn với sự kiện này."},
    Sentence{"organisations.event_not_found", "Không có sự kiện này."},
    Sentence{"organisations.event_undone_already", "Sự kiện này đã được hoàn tác."},
    Sentence{"organisations.file_empty", "Tệp không có dòng nào."},
    Sentence{"organisations.file_not_utf8", "Tệp không đúng mã UTF-8."},
    Sentence{"organisations.import_faults", "Tệp có chỗ sai, chưa nhập gì:"},
    Sentence{"organisations.new_code_unknown", "Mã mới {code} không có trong tệp sau sắp xếp."},
    Sentence{"organisations.old_code_unknown", "Mã cũ {code} không có trong tệp trước sắp xếp."},
    Sentence{"organisations.pair_twice", "Cặp {old} → {new} lặp lại."},
    Sentence{"organisations.part_alone",
             "Đơn vị {code} chỉ có một dòng part; một phần thì phải có từ hai dòng."},
    Sentence{"organisations.province_with_parent", "Tỉnh {code} không được có đơn vị cấp trên."},
    Sentence{"organisations.provinces_disagree",
             "Xã {old} → {new} không khớp với bảng chuyển đổi cấp tỉnh."},
    Sentence{"organisations.reform_there_already",
             "Cuộc sắp xếp có hiệu lực ngày này đã được nhập. Muốn nhập lại, hãy hoàn tác trước."},
    Sentence{"organisations.relation_circle", "“{name}” sẽ trực thuộc chính mình."},
    Sentence{"organisations.relation_outlives_body",
             "“{from}” sẽ trực thuộc “{to}” cả khi cơ quan đó không còn."},
    Sentence{"organisations.unit_below_not_in_file",
             "“{name}” thuộc một đơn vị trong tệp nhưng không có trong tệp."},
    Sentence{"organisations.unit_changes_later",
             "“{name}” trong dữ liệu đã có thay đổi từ ngày sắp xếp trở đi."},
    Sentence{"organisations.unit_code_twice", "Mã {code} đã có ở dòng {line}."},
    Sentence{"organisations.unit_known_otherwise",
             "Mã {code} trong dữ liệu là “{name}”, khác tên, cấp hoặc đơn vị cấp trên trong tệp."},
    Sentence{"organisations.unit_parent_unknown",
             "Đơn vị {code}: không có đơn vị cấp trên {parent} trong tệp."},
    Sentence{"organisations.unit_parent_wrong_level",
             "Đơn vị {code}: đơn vị cấp trên {parent} không đúng cấp."},
    Sentence{"organisations.unit_without_predecessor",
             "Đơn vị mới {code} không có dòng nào trong bảng chuyển đổi."},
    Sentence{"organisations.unit_without_successor",
             "Đơn vị cũ {code} không có dòng nào trong bảng chuyển đổi."},
    Sentence{"organisations.whole_not_alone",
             "Đơn vị {code} có dòng whole thì không được có dòng nào khác."},
    Sentence{"organisations.wrong_field_count", "Dòng có {count} cột, tiêu đề có {wanted} cột."},
};

}  // namespace

std::string filled_sentence(const std::string& key,
                            const std::vector<std::pair<std::string, std::string>>& args) {
    const auto* const found =
        std::find_if(kSentences.begin(), kSentences.end(), [&](const Sentence& sentence) {
            return sentence.first == key;
        });
    std::string out(found == kSentences.end() ? sentence_of(key) : found->second);
    if (out.empty()) {
        return key;
    }
    for (const auto& [name, value] : args) {
        const auto place = "{" + name + "}";
        if (const auto at = out.find(place); at != std::string::npos) {
            out.replace(at, place.size(), value);
        }
    }
    return out;
}

}  // namespace hoiquan::cli
