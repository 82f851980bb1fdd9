#include "reader/outline.h"

#include <algorithm>

#include "reader/actors.h"
#include "reader/document_types.h"
#include "reader/phrases.h"
#include "reader/sentences.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kLongestHeading = 160;

bool is_section_mark(Mark mark) {
    return mark == Mark::part || mark == Mark::article || mark == Mark::roman ||
           mark == Mark::capital;
}

bool is_bullet(Mark mark) {
    return mark == Mark::dash || mark == Mark::plus;
}

/// Words that close a document: made known, thanks, whom to ask.
bool is_closing(const Text& text, const Block& block) {
    static const PhraseSet openers{"trên đây là",
                                   "nhận được",
                                   "trong quá trình",
                                   "đề nghị",
                                   "yêu cầu các",
                                   "căn cứ nội dung",
                                   "mọi vướng mắc",
                                   "quá trình thực hiện",
                                   "báo cáo gửi về",
                                   "báo cáo xin gửi",
                                   "kết quả gửi về",
                                   "văn bản gửi về",
                                   "mọi thông tin",
                                   "thông tin chi tiết",
                                   "chi tiết liên hệ",
                                   "xin trân trọng",
                                   "trân trọng"};
    static const PhraseSet wishes{"nghiêm túc",
                                  "biết thực hiện",
                                  "để báo cáo",
                                  "biết chỉ đạo",
                                  "nêu trên",
                                  "biết phối hợp",
                                  "triển khai thực hiện",
                                  "tổ chức thực hiện"};
    static const PhraseSet made_known{"này được phổ biến",
                                      "này có hiệu lực",
                                      "này thay thế",
                                      "này được quán triệt",
                                      "này phổ biến"};
    static const PhraseSet attached{"kèm theo", "gửi kèm", "có"};
    const std::size_t first = text.word_from(block.span.start);
    if (text.raw()[block.span.start] == U'(' && attached.at(text, first, block.span.end)) {
        return true;
    }
    if (openers.at(text, first, block.span.end) || made_known.in(text, block.span)) {
        return true;
    }
    const auto& words = text.words();
    bool own_name = false;
    for (std::size_t w = first; w + 1 < words.size() && words[w].end <= block.span.end; ++w) {
        const auto name = type_names().at(text, w, block.span.end);
        own_name = own_name || (name && text.word(w + name->words) == U"này");
    }
    const bool last_words = text.piece(block.span).ends_with(U"./.");
    static const PhraseSet told{"thông báo để", "thông báo ý kiến", "yêu cầu các", "đề nghị các"};
    return own_name || (last_words && wishes.in(text, block.span)) || told.in(text, block.span);
}

struct Builder {
    const Text& text;
    Outline outline;
    std::vector<std::size_t> path;  ///< Open items, from the outside.

    bool letters_outside = false;  ///< "A." stands above "I." here.

    /// How far outside a mark stands.
    int rank(Mark mark) const {
        if (letters_outside && (mark == Mark::capital || mark == Mark::roman)) {
            return static_cast<int>(mark == Mark::capital ? Mark::roman : Mark::capital);
        }
        return static_cast<int>(mark);
    }

    Mark mark_of(std::size_t item) const { return outline.items[item].block.marker.mark; }

    /// Closes items until one of this kind can stand beside its elder.
    void close_for(const Marker& marker) {
        const auto same = std::find_if(path.rbegin(), path.rend(), [&](std::size_t item) {
            return mark_of(item) == marker.mark;
        });
        if (same != path.rend()) {
            path.resize(static_cast<std::size_t>(path.rend() - same) - 1);
            return;
        }
        if (is_bullet(marker.mark) || marker.mark == Mark::bracket) {
            return;
        }
        // A numbered item never stands below a bullet, nor a section below a point.
        while (!path.empty() && rank(mark_of(path.back())) > rank(marker.mark)) {
            path.pop_back();
        }
    }

    void add(const Block& block, bool closing) {
        const Mark mark = block.marker.mark;
        if (closing) {
            path.clear();
        } else if (mark != Mark::none) {
            while (!path.empty() && outline.items[path.back()].closing) {
                path.pop_back();
            }
            close_for(block.marker);
        }
        const std::size_t index = outline.items.size();
        Item item;
        item.block = block;
        item.last = index;
        item.closing = closing;
        item.parent = path.empty() ? kNoItem : path.back();
        item.section = section_of(item);
        outline.items.push_back(item);
        if (item.parent == kNoItem) {
            outline.roots.push_back(index);
        } else {
            outline.items[item.parent].children.push_back(index);
        }
        for (const std::size_t open : path) {
            outline.items[open].last = index;
        }
        if (mark != Mark::none || closing) {
            path.push_back(index);
        }
    }

    std::string section_of(const Item& item) const {
        std::string above =
            item.parent == kNoItem ? std::string() : outline.items[item.parent].section;
        const std::string& label = item.block.marker.label;
        if (label.empty()) {
            return above;
        }
        // Articles count through all chapters: "Điều 3.1", whatever chapter stands above.
        if (item.block.marker.mark == Mark::article) {
            return label;
        }
        // "3.1." already carries its "3."; above it only what stands over the "3.".
        if (item.block.marker.mark == Mark::decimal || item.block.marker.mark == Mark::decimal3) {
            const std::size_t cut = label.rfind('.');
            const std::string elder = label.substr(0, cut);
            if (above == elder || above.ends_with("." + elder)) {
                return above.substr(0, above.size() - elder.size()) + label;
            }
        }
        return above.empty() ? label : above + "." + label;
    }
};

bool heading_like(const Text& text, const Item& item) {
    return item.block.content().size() < kLongestHeading && !ends_sentence(text, item.span());
}

/// "Chính phủ yêu cầu các bộ, địa phương:" in front of a list.
bool opens_orders(const Text& text, const Item& item) {
    static const PhraseSet orders{"yêu cầu", "giao", "chỉ đạo", "đề nghị"};
    return item.block.marker.mark == Mark::none && text.piece(item.span()).ends_with(U":") &&
           orders.in(text, item.span());
}

/// Points that only describe, in a section of any kind.
bool heads_background(const Text& text, const Item& item) {
    static const PhraseSet background_points{
        "mục đích",       "yêu cầu",         "mục tiêu",    "kết quả đạt được",
        "những kết quả",  "hạn chế",         "tồn tại",     "những tồn tại",
        "những hạn chế",  "nguyên nhân",     "quan điểm",   "chỉ tiêu",
        "nguyên tắc",     "ưu điểm",         "khuyết điểm", "đối tượng",
        "phạm vi",        "thành phần",      "bài học",     "trước mắt đến năm",
        "mục tiêu chung", "mục tiêu cụ thể", "tình hình",   "kết quả",
        "đánh giá",       "nhận định",       "thực trạng",  "bối cảnh"};
    static const PhraseSet about{"về"};
    Span title = item.block.content();
    if (const auto hit = about.at(text, text.word_from(title.start), title.end)) {
        title.start =
            text.words()[hit->word + 1 < text.words().size() ? hit->word + 1 : hit->word].start;
    }
    // "3. Thời gian: Từ ngày …", "4. Địa điểm: …".
    static const PhraseSet named{"thời gian",
                                 "địa điểm",
                                 "thành phần",
                                 "đối tượng",
                                 "kinh phí",
                                 "thời gian tổ chức",
                                 "thời gian thực hiện",
                                 "đối tượng tham gia",
                                 "thời gian địa điểm",
                                 "thành phần tham dự"};
    const auto label = named.at(text, text.word_from(title.start), title.end);
    const bool told = label && text.gap_after(label->word + label->words - 1).starts_with(U":");
    return item.block.marker.mark == Mark::number &&
           (told || (heading_like(text, item) && background_points.opens(text, title)));
}

/// The kind that an item shows by itself; otherwise the one from above.
SectionKind own_kind(const Text& text, const Item& item, SectionKind above) {
    if (is_section_mark(item.block.marker.mark)) {
        const SectionKind own = section_kind(text, item.block.content());
        return own == SectionKind::unknown ? above : own;
    }
    if (above != SectionKind::background && heads_background(text, item)) {
        return SectionKind::background;
    }
    return above;
}

/// "a) Bộ X khẩn trương …" below "2. Về tình hình giải ngân": an order, no description.
bool orders_below(const Text& text, const Item& item, const Item& parent) {
    static const PhraseSet about{"về"};
    if (parent.block.marker.mark != Mark::number || item.block.marker.mark == Mark::none ||
        !about.opens(text, parent.block.content())) {
        return false;
    }
    const auto sentences = sentences_of(text, item.block.content());
    const auto who = sentences.empty() ? std::nullopt : actor_of(text, sentences.front());
    return who && !who->heading && who->confidence > 0.9;
}

/// Sections take their kind from their heading; points inside take the section's.
void mark_kinds(const Text& text, Outline& outline) {
    std::vector<bool> turned(outline.items.size(), false);
    for (Item& item : outline.items) {
        SectionKind above =
            item.parent == kNoItem ? SectionKind::unknown : outline.items[item.parent].kind;
        // An appraisal that ends in orders: what follows is duty.
        if (item.parent != kNoItem && above == SectionKind::background) {
            above = turned[item.parent] ? SectionKind::duties : above;
            const bool order = orders_below(text, item, outline.items[item.parent]);
            above = order ? SectionKind::duties : above;
            turned[item.parent] = turned[item.parent] || order || opens_orders(text, item);
        }
        item.kind = own_kind(text, item, above);
    }
}

/// Words of a heading over duties.
const PhraseSet& duty_words() {
    static const PhraseSet set{"nhiệm vụ",
                               "giải pháp",
                               "tổ chức thực hiện",
                               "phân công",
                               "trách nhiệm",
                               "biện pháp",
                               "phương hướng",
                               "kiến nghị",
                               "phương thức",
                               "triển khai",
                               "tổ chức triển khai",
                               "tiến độ thực hiện",
                               "nội dung chỉ đạo",
                               "nội dung trọng tâm",
                               "tổ chức thi hành",
                               "công việc",
                               "lộ trình",
                               "những việc",
                               "các hoạt động"};
    return set;
}

/// Words of a heading over what only describes.
const PhraseSet& background_words() {
    static const PhraseSet set{"mục đích",       "yêu cầu",   "đánh giá",   "kết quả",
                               "tình hình",      "hạn chế",   "tồn tại",    "nguyên nhân",
                               "quan điểm",      "mục tiêu",  "nguyên tắc", "chỉ tiêu",
                               "phạm vi",        "đối tượng", "bài học",    "căn cứ",
                               "sự cần thiết",   "ưu điểm",   "khái quát",  "định hướng chung",
                               "quy định chung", "bối cảnh",  "dự báo",     "thực trạng"};
    return set;
}

/// "II. NỘI DUNG, HÌNH THỨC" of a plan: what is to be done; "NỘI DUNG BẢN TIN" is not.
bool heads_contents(const Text& text, Span head) {
    static const PhraseSet contents{"nội dung", "các nội dung", "những nội dung"};
    static const PhraseSet of_work{
        "thực hiện", "hoạt động", "triển khai", "trọng tâm", "chủ yếu", "phối hợp"};
    const auto hit = contents.at(text, text.word_from(head.start), head.end);
    if (!hit) {
        return false;
    }
    const std::size_t next = hit->word + hit->words;
    const bool over = next >= text.words().size() || text.words()[next].end > head.end;
    return over || text.gap_after(next - 1).find(U',') != std::u32string_view::npos ||
           of_work.at(text, next, head.end);
}

}  // namespace

SectionKind section_kind(const Text& text, Span heading) {
    static const PhraseSet funding{"kinh phí", "nguồn lực", "nguồn kinh phí", "dự toán"};
    const Span head{heading.start, std::min(heading.end, heading.start + 300)};
    if (funding.in(text, head)) {
        return SectionKind::funding;
    }
    if (heads_contents(text, head) && !background_words().in(text, head)) {
        return SectionKind::duties;
    }
    static const PhraseSet first_background{
        "mục đích", "đánh giá", "tình hình", "kết quả", "quan điểm"};
    if (first_background.opens(text, head) && !duty_words().in(text, head)) {
        return SectionKind::background;
    }
    static const PhraseSet when{"thời gian", "địa điểm", "chủ đề"};
    static const PhraseSet where{"địa điểm", "thời gian", "thành phần", "đối tượng"};
    const auto asked = when.at(text, text.word_from(head.start), head.end);
    if (asked && where.in(text, {asked->span.end, head.end})) {
        return SectionKind::background;
    }
    if (duty_words().in(text, head)) {
        static const PhraseSet reviewed{"kết quả thực hiện",
                                        "kết quả triển khai",
                                        "tình hình thực hiện",
                                        "tình hình triển khai",
                                        "mục đích",
                                        "đánh giá"};
        return reviewed.in(text, head) ? SectionKind::background : SectionKind::duties;
    }
    return background_words().in(text, head) ? SectionKind::background : SectionKind::unknown;
}

Outline outline_of(const Text& text, const std::vector<Block>& blocks) {
    Builder builder{text, {}, {}};
    const auto first_of = [&](Mark mark) {
        return std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
            return block.marker.mark == mark;
        });
    };
    builder.letters_outside = first_of(Mark::capital) < first_of(Mark::roman);
    std::size_t last_marked = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        last_marked = blocks[i].marker.mark != Mark::none ? i : last_marked;
    }
    static const PhraseSet bases{"căn cứ", "theo đề nghị", "xét đề nghị", "thực hiện"};
    bool any_marked = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block block = blocks[i];
        // "- Căn cứ …;" is a reason in front of the body, not an item of it.
        if (!any_marked && is_bullet(block.marker.mark) && bases.opens(text, block.content())) {
            block.marker = {Mark::none, {}, {block.span.start, block.span.start}, block.span.start};
        }
        const bool marked = block.marker.mark != Mark::none;
        any_marked = any_marked || marked;
        const bool tail = any_marked && i > last_marked;
        const bool begins = tail && is_closing(text, block);
        builder.add(block, begins);
        builder.outline.opening += any_marked ? 0 : 1;
    }
    mark_kinds(text, builder.outline);
    return builder.outline;
}

}  // namespace hoiquan::reader
