#include "reader/task_rules.h"

#include <algorithm>

#include "reader/bodies.h"
#include "reader/document_types.h"
#include "reader/layout.h"
#include "reader/phrases.h"
#include "reader/sentences.h"

namespace hoiquan::reader {

namespace {

/// "… chịu trách nhiệm thi hành Quyết định này." and nothing more.
bool only_to_be_carried_out(const Text& text, Span sentence) {
    static const PhraseSet carried{"chịu trách nhiệm thi hành",
                                   "chịu trách nhiệm thực hiện",
                                   "chịu trách nhiệm triển khai thực hiện",
                                   "có trách nhiệm thi hành",
                                   "căn cứ quyết định thi hành",
                                   "chịu trách nhiệm tổ chức thực hiện"};
    const auto hit = carried.find(text, sentence);
    if (!hit) {
        return false;
    }
    const std::size_t w = text.word_from(hit->span.end);
    const auto name = type_names().at(text, w, sentence.end);
    if (!name || text.word(w + name->words) != U"này") {
        return text.stripped({hit->span.end, sentence.end}, U"./ ").empty();
    }
    const Span rest{text.words()[w + name->words].end, sentence.end};
    return text.stripped(rest, U"./ ").empty();
}

bool conditional(const Text& text, Span sentence) {
    static const PhraseSet process{
        "trong quá trình", "quá trình", "trường hợp", "nếu", "mọi vướng mắc", "trong thời gian"};
    static const PhraseSet trouble{"nếu có",
                                   "nếu gặp",
                                   "có vướng mắc",
                                   "có khó khăn",
                                   "phát sinh vướng mắc",
                                   "gặp khó khăn",
                                   "mọi vướng mắc",
                                   "phát sinh khó khăn",
                                   "nếu phát sinh",
                                   "nếu thấy cần",
                                   "nếu cần"};
    return process.opens(text, sentence) && trouble.in(text, sentence);
}

}  // namespace

bool is_no_task(const Text& text, Span sentence) {
    static const PhraseSet openers{"cơ bản thống nhất",
                                   "thống nhất",
                                   "cơ bản nhất trí",
                                   "nhất trí",
                                   "đồng ý",
                                   "cơ bản đồng ý",
                                   "ghi nhận",
                                   "biểu dương",
                                   "phê duyệt",
                                   "thông qua",
                                   "hoan nghênh",
                                   "ban hành kèm theo",
                                   "bãi bỏ",
                                   "kinh phí",
                                   "trên đây",
                                   "đánh giá cao",
                                   "chấp thuận",
                                   "kèm theo",
                                   "đây là",
                                   "mỗi",
                                   "hiệu lực thi hành",
                                   "tán thành",
                                   "cơ bản tán thành",
                                   "nguồn kinh phí",
                                   "công nhận"};
    static const PhraseSet appraisal{"cơ bản nhất trí",
                                     "cơ bản thống nhất",
                                     "nhất trí với",
                                     "ghi nhận và biểu dương",
                                     "thống nhất với đề xuất",
                                     "thống nhất với đề nghị",
                                     "thống nhất với nội dung",
                                     "thống nhất với báo cáo",
                                     "thống nhất với kết quả",
                                     "thống nhất với đánh giá",
                                     "thống nhất với ý kiến",
                                     "thống nhất với chủ trương",
                                     "thống nhất với kiến nghị",
                                     "thống nhất với tờ trình",
                                     "ghi nhận biểu dương",
                                     "đánh giá cao",
                                     "thay thế cho",
                                     "này thay thế",
                                     "này có hiệu lực",
                                     "này được phổ biến"};
    static const PhraseSet informs{
        "thông báo để", "thông báo ý kiến", "xin thông báo", "thông báo đến quý"};
    const std::size_t first = text.word_from(sentence.start);
    const auto name = type_names().at(text, first, sentence.end);
    static const PhraseSet in_force{"có hiệu lực"};
    const Span opening{sentence.start, std::min(sentence.end, sentence.start + 60)};
    if (name && in_force.in(text, opening)) {
        return true;
    }
    const bool itself = name && text.word(first + name->words) == U"này";
    const Span head{sentence.start, std::min(sentence.end, sentence.start + 220)};
    // "Thống nhất quản lý …" and "Thống nhất nhận thức …" are duties.
    static const PhraseSet unify{
        "thống nhất quản lý", "thống nhất nhận thức", "thống nhất trong", "thống nhất cách"};
    if (openers.at(text, first, sentence.end) && !unify.at(text, first, sentence.end)) {
        return true;
    }
    const bool bracketed = text.raw()[sentence.start] == U'(' &&
                           marker_at(text, sentence).mark == Mark::none &&
                           closing_bracket(text, sentence.start, sentence.end) + 2 >= sentence.end;
    if (bracketed) {
        return true;
    }
    return itself || appraisal.in(text, head) || informs.in(text, head) ||
           conditional(text, sentence) || only_to_be_carried_out(text, sentence);
}

bool is_appraisal(const Text& text, Span content) {
    static const PhraseSet looks_back{"thời gian qua",
                                      "trong thời gian qua",
                                      "thời gian vừa qua",
                                      "những năm qua",
                                      "trong những năm qua",
                                      "năm qua",
                                      "trong năm qua",
                                      "nhìn chung",
                                      "vừa qua",
                                      "hiện nay",
                                      "đến nay",
                                      "qua theo dõi",
                                      "qua kiểm tra",
                                      "bên cạnh kết quả",
                                      "bên cạnh những kết quả"};
    static const PhraseSet judged{"đã", "đạt", "còn", "chưa", "tuy nhiên", "chậm", "chuyển biến"};
    const std::size_t first = text.word_from(content.start);
    const auto& words = text.words();
    // "Sau 7 năm thực hiện …", "Qua 5 năm …".
    const bool counted = first + 2 < words.size() && words[first + 2].end <= content.end &&
                         (text.word(first) == U"sau" || text.word(first) == U"qua") &&
                         (is_digit(text.word(first + 1)[0]) || text.word(first + 1) == U"hơn" ||
                          text.word(first + 1) == U"gần");
    return (counted || looks_back.at(text, first, content.end)) && judged.in(text, content);
}

bool is_performed(const Text& text, Span content) {
    static const PhraseSet acts{"thành lập", "kiện toàn",  "phê duyệt",  "ban hành",  "công nhận",
                                "sửa đổi",   "bổ sung",    "bãi bỏ",     "thu hồi",   "bổ nhiệm",
                                "cho phép",  "quy định",   "điều chỉnh", "thông qua", "hủy bỏ",
                                "giải thể",  "sáp nhập",   "đổi tên",    "công bố",   "sắp xếp",
                                "hợp nhất",  "miễn nhiệm", "giao quyền", "điều động", "khen thưởng",
                                "tặng",      "cấp",        "cử",         "chuyển",    "nay"};
    return acts.opens(text, content);
}

bool is_imperative(const Text& text, Span content) {
    const std::size_t first = text.word_from(content.start);
    return predicate_at(text, first, content.end).has_value();
}

bool passes_on(const Text& text, Span content) {
    static const PhraseSet requests{"yêu cầu", "đề nghị", "phân công", "cử"};
    return requests.opens(text, content);
}

bool is_norm(const Text& text, Span content) {
    static const PhraseSet limits{"tối đa", "tối thiểu", "ít nhất", "không quá", "không vượt quá"};
    const auto hit = limits.find(text, content);
    const std::size_t next = hit ? hit->word + hit->words : 0;
    // "Sửa chữa nhà ở: 30 triệu đồng/hộ."
    if (text.lower_piece(content).find(U"đồng/") != std::u32string_view::npos) {
        return true;
    }
    return hit && !text.word(next).empty() && is_digit(text.word(next)[0]);
}

bool is_heading(const Text& text, Span content) {
    constexpr std::size_t longest = 320;
    const char32_t last = content.empty() ? U' ' : text.raw()[content.end - 1];
    return last == U':' || (content.size() <= longest && !ends_sentence(text, content));
}

}  // namespace hoiquan::reader
