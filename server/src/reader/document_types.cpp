#include "reader/document_types.h"

#include <array>

#include "base/text.h"

namespace hoiquan::reader {

namespace {

// One order for both: the id of a phrase is its index in kTypes.
constexpr std::array<std::string_view, 33> kTypes{
    "conclusion", "directive", "resolution",      "plan",     "programme", "programme",
    "notice",     "decision",  "official_letter", "guidance", "report",    "regulation",
    "regulation", "law",       "decree",          "circular", "circular",  "proposal",
    "other",      "other",     "other",           "other",    "other",     "other",
    "other",      "other",     "other",           "law",      "other",     "law",
    "other",      "notice",    "resolution"};

struct Letters {
    std::u32string_view letters;
    std::string_view type;
};

constexpr std::array<Letters, 20> kLetters{
    {{U"KL", "conclusion"}, {U"CT", "directive"},      {U"NQ", "resolution"},
     {U"KH", "plan"},       {U"CTR", "programme"},     {U"CTRHĐ", "programme"},
     {U"TB", "notice"},     {U"TBKL", "notice"},       {U"QĐ", "decision"},
     {U"QC", "regulation"}, {U"HD", "guidance"},       {U"BC", "report"},
     {U"NĐ", "decree"},     {U"TT", "circular"},       {U"TTLT", "circular"},
     {U"TTR", "proposal"},  {U"CĐ", "other"},          {U"ĐA", "other"},
     {U"PA", "other"},      {U"CV", "official_letter"}}};

}  // namespace

const PhraseSet& type_names() {
    static const PhraseSet names{"kết luận",
                                 "chỉ thị",
                                 "nghị quyết",
                                 "kế hoạch",
                                 "chương trình",
                                 "chương trình hành động",
                                 "thông báo",
                                 "quyết định",
                                 "công văn",
                                 "hướng dẫn",
                                 "báo cáo",
                                 "quy định",
                                 "quy chế",
                                 "luật",
                                 "nghị định",
                                 "thông tư",
                                 "thông tư liên tịch",
                                 "tờ trình",
                                 "công điện",
                                 "đề án",
                                 "phương án",
                                 "lệnh",
                                 "thông tri",
                                 "điều lệ",
                                 "biên bản",
                                 "giấy mời",
                                 "dự án",
                                 "bộ luật",
                                 "pháp lệnh",
                                 "hiến pháp",
                                 "quy hoạch",
                                 "thông báo kết luận",
                                 "nghị quyết liên tịch"};
    return names;
}

std::string_view type_of_name(std::size_t id) {
    return id < kTypes.size() ? kTypes.at(id) : "other";
}

std::optional<std::string_view> type_of_symbol(std::u32string_view symbol) {
    std::u32string letters;
    for (const char32_t c : symbol) {
        if (c == U'-' || c == U'/' || c == U' ') {
            break;
        }
        letters += c;
    }
    const std::u32string upper = to_code_points(to_upper(to_utf8(letters)));
    for (const Letters& one : kLetters) {
        if (upper == one.letters) {
            return one.type;
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
