#include "reader/labels.h"

#include <array>

#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kLongestLabel = 60;

const PhraseSet& labels() {
    static const PhraseSet set{"cơ quan chủ trì",
                               "đơn vị chủ trì",
                               "cơ quan thực hiện",
                               "đơn vị thực hiện",
                               "chủ trì",
                               "cơ quan đơn vị chủ trì",
                               "phân công thực hiện",
                               "trách nhiệm thực hiện",
                               "đơn vị chịu trách nhiệm",
                               "cơ quan tham mưu",
                               "đơn vị tham mưu",
                               "cơ quan chịu trách nhiệm",
                               "phân công",
                               "đơn vị đầu mối",
                               "cơ quan đầu mối",
                               "bộ phận chủ trì",
                               "cơ quan phối hợp",
                               "đơn vị phối hợp",
                               "phối hợp",
                               "cơ quan đơn vị phối hợp",
                               "phối hợp thực hiện",
                               "thời gian",
                               "thời hạn",
                               "tiến độ",
                               "thời điểm",
                               "hoàn thành",
                               "hạn hoàn thành",
                               "nội dung",
                               "nội dung thực hiện",
                               "nhiệm vụ",
                               "công việc",
                               "sản phẩm",
                               "kết quả",
                               "sản phẩm dự kiến",
                               "kết quả đầu ra",
                               "địa điểm",
                               "thành phần",
                               "số lượng",
                               "quy mô",
                               "đối tượng",
                               "hình thức",
                               "kinh phí",
                               "nguồn kinh phí"};
    return set;
}

Label label_by_id(std::size_t id) {
    constexpr std::array<std::size_t, 5> last{15, 20, 26, 30, 40};
    constexpr std::array<Label, 5> kinds{
        Label::lead, Label::cooperating, Label::time, Label::content, Label::product};
    for (std::size_t i = 0; i < last.size(); ++i) {
        if (id <= last.at(i)) {
            return kinds.at(i);
        }
    }
    return Label::money;
}

}  // namespace

namespace {

/// "Cơ quan, đơn vị chủ trì thực hiện": told by the words it holds.
std::optional<Label> loose_label(const Text& text, Span label) {
    static const PhraseSet offices{"cơ quan", "đơn vị", "bộ phận", "phòng ban"};
    static const PhraseSet with{"phối hợp"};
    static const PhraseSet does{"chủ trì", "thực hiện", "tham mưu", "đầu mối", "chịu trách nhiệm"};
    if (!offices.opens(text, label)) {
        return std::nullopt;
    }
    if (with.in(text, label)) {
        return Label::cooperating;
    }
    return does.in(text, label) ? std::optional(Label::lead) : std::nullopt;
}

}  // namespace

std::optional<LabelLine> label_of(const Text& text, const Block& block) {
    const Span content = block.content();
    const auto hit = labels().at(text, text.word_from(content.start), content.end);
    const auto piece = text.piece(content).substr(0, kLongestLabel);
    const auto colon = piece.find(U':');
    const bool has_colon = colon != std::u32string_view::npos;
    if (!hit || hit->span.start > content.start + 2) {
        const auto loose =
            has_colon ? loose_label(text, {content.start, content.start + colon}) : std::nullopt;
        return loose ? std::optional(LabelLine{
                           *loose, text.trimmed({content.start + colon + 1, content.end})})
                     : std::nullopt;
    }
    const Label kind = label_by_id(hit->id);
    if (!has_colon) {
        // "Thời gian thực hiện sau khi …": the label runs into its value.
        static const PhraseSet run_in{"thời gian thực hiện",
                                      "thời gian hoàn thành",
                                      "thời hạn hoàn thành",
                                      "thời hạn thực hiện"};
        const auto open = run_in.at(text, text.word_from(content.start), content.end);
        return open && content.size() < 200
                   ? std::optional(
                         LabelLine{Label::time, text.trimmed({open->span.end, content.end})})
                   : std::nullopt;
    }
    return LabelLine{kind, text.trimmed({content.start + colon + 1, content.end})};
}

}  // namespace hoiquan::reader
