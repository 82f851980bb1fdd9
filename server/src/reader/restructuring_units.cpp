#include "reader/restructuring_units.h"

#include <algorithm>

#include "base/text.h"
#include "reader/actors.h"
#include "reader/bodies.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& unit_kinds() {
    static const PhraseSet set{"xã",
                               "phường",
                               "thị trấn",
                               "đặc khu",
                               "huyện",
                               "quận",
                               "thị xã",
                               "thành phố",
                               "tỉnh",
                               "thôn",
                               "khu phố",
                               "tổ dân phố",
                               "ấp",
                               "khóm",
                               "bản"};
    return set;
}

/// Walks along the words and keeps what was said last: whole or part, the kind of a list.
struct UnitReader {
    const Text& text;
    Span span;
    bool whole = true;
    std::string list_kind = {};  ///< Behind "các phường": kind of the names that follow.
    std::vector<FoundUnit> units = {};

    const std::vector<Span>& words() const { return text.words(); }
    bool inside(std::size_t w) const { return w < words().size() && words()[w].end <= span.end; }

    bool opens_name(std::size_t w) const {
        return inside(w) && (text.is_capital(w) || is_digit(text.raw()[words()[w].start]));
    }

    bool blank_gap(std::size_t w) const {
        const auto gap = text.gap_after(w);
        return std::all_of(gap.begin(), gap.end(), is_blank);
    }

    /// The word behind the last one of the name that begins at `first`.
    std::size_t name_end(std::size_t first) const {
        const bool number = is_digit(text.raw()[words()[first].start]);
        std::size_t w = first + 1;
        while (!number && opens_name(w) && (blank_gap(w - 1) || hyphenated(w - 1))) {
            ++w;
        }
        return w;
    }

    /// "Bà Rịa - Vũng Tàu", "Ia Pa'h".
    bool hyphenated(std::size_t w) const {
        const auto gap = text.gap_after(w);
        return gap == U" - " || gap == U"-" || gap == U"'" || gap == U"’" || gap == U" – ";
    }

    void put(Span name, std::string kind) {
        units.push_back({{text.one_line(name), std::move(kind), whole}, name});
    }

    /// "thuộc huyện X", "của tỉnh Y": where the unit lies, not what is merged.
    bool only_where(std::size_t w) const {
        static const PhraseSet where{"thuộc", "trực thuộc", "trung tâm của"};
        return where.before(text, w, span.start).has_value();
    }

    /// Gives the word to go on with.
    std::size_t read_kind(std::size_t w, const Hit& kind) {
        static const PhraseSet plural{"các", "những", "hai", "ba"};
        const std::size_t first = w + kind.words;
        if (!opens_name(first) || !blank_gap(first - 1)) {
            return w + 1;
        }
        const std::size_t end = name_end(first);
        if (only_where(w)) {
            return end;
        }
        const bool many = plural.before(text, w, span.start).has_value();
        std::string name = text.utf8({words()[w].start, words()[first - 1].end});
        std::string kind_name = to_lower(name);
        list_kind = many ? kind_name : std::string();
        put({many ? words()[first].start : words()[w].start, words()[end - 1].end},
            std::move(kind_name));
        return end;
    }

    /// "…, 3, 4, Đông Giang và Đông Thanh" behind "các phường 1".
    bool list_goes_on(std::size_t w) const {
        if (list_kind.empty() || !opens_name(w) || units.empty()) {
            return false;
        }
        const auto gap = text.gap_after(w - 1);
        const bool comma = gap.find(U',') != std::u32string_view::npos;
        return comma || text.word(w - 1) == U"và";
    }

    void note_share(std::size_t w) {
        static const PhraseSet part{"một phần", "phần diện tích", "phần còn lại"};
        static const PhraseSet all{"toàn bộ", "nguyên trạng"};
        if (part.at(text, w, span.end)) {
            whole = false;
        } else if (all.at(text, w, span.end)) {
            whole = true;
        }
    }

    void read() {
        for (std::size_t w = text.word_from(span.start); inside(w);) {
            note_share(w);
            if (list_goes_on(w)) {
                const std::size_t end = name_end(w);
                put({words()[w].start, words()[end - 1].end}, list_kind);
                w = end;
                continue;
            }
            const auto kind = unit_kinds().at(text, w, span.end);
            const bool office =
                kind && inside(w + kind->words) && (text.word(w + kind->words) == U"ủy");
            if (kind && !office) {
                w = read_kind(w, *kind);
                continue;
            }
            ++w;
        }
    }
};

/// "Sở Kế hoạch và Đầu tư và Sở Tài chính": bodies with names of their own.
std::vector<FoundUnit> bodies_in(const Text& text, Span span) {
    static const PhraseSet lead_in{"toàn bộ",
                                   "nguyên trạng",
                                   "việc",
                                   "của",
                                   "tổ chức",
                                   "hợp nhất",
                                   "sáp nhập",
                                   "tổ chức lại",
                                   "chuyển đổi",
                                   "chia tách",
                                   "sắp xếp",
                                   "nhập"};
    std::vector<FoundUnit> found;
    std::size_t first = text.word_from(span.start);
    if (const auto hit = lead_in.at(text, first, span.end)) {
        first += hit->words;
    }
    const auto& words = text.words();
    if (first >= words.size() || words[first].end > span.end) {
        return found;
    }
    static const PhraseSet stops{"theo",
                                 "để",
                                 "thuộc",
                                 "kể từ",
                                 "từ ngày",
                                 "với",
                                 "trong",
                                 "có",
                                 "trước",
                                 "sau khi",
                                 "bằng"};
    std::size_t end = span.end;
    for (std::size_t w = first + 1; w < words.size() && words[w].end <= span.end; ++w) {
        const bool stop = !text.is_capital(w) && stops.at(text, w, span.end);
        if (stop || text.gap_after(w - 1).find_first_of(U".;:") != std::u32string_view::npos) {
            end = words[w - 1].end;
            break;
        }
    }
    const Span names = text.stripped({words[first].start, end}, U".,;: ");
    for (const Span name : split_names(text, names, true)) {
        const std::size_t w = text.word_from(name.start);
        if (text.is_capital(w) && body_begins(text, w, name.end)) {
            found.push_back({{text.one_line(name), std::string(kBodyKind), true}, name});
        }
    }
    return found;
}

/// A body named for its unit ("Đảng bộ xã X", "Hội Nông dân huyện Y") is no unit.
bool names_bodies(const Text& text, Span span) {
    static const PhraseSet lead_in{"toàn bộ",
                                   "nguyên trạng",
                                   "tổ chức",
                                   "hợp nhất",
                                   "sáp nhập",
                                   "tổ chức lại",
                                   "chuyển đổi",
                                   "chia tách",
                                   "sắp xếp",
                                   "nhập"};
    std::size_t w = text.word_from(span.start);
    if (const auto hit = lead_in.at(text, w, span.end)) {
        w += hit->words;
    }
    return w < text.words().size() && text.is_capital(w) && body_begins(text, w, span.end) &&
           !unit_kinds().at(text, w, span.end);
}

}  // namespace

std::vector<FoundUnit> units_in(const Text& text, Span span) {
    if (names_bodies(text, span)) {
        return bodies_in(text, span);
    }
    UnitReader reader{text, span};
    reader.read();
    return reader.units.empty() ? bodies_in(text, span) : std::move(reader.units);
}

std::vector<FoundUnit> results_in(const Text& text, Span span, bool& named) {
    static const PhraseSet called{
        "có tên gọi là", "tên gọi là", "lấy tên là", "có tên là", "mang tên"};
    const auto hit = called.find(text, span);
    named = hit.has_value();
    const Span rest = hit ? Span{hit->span.end, span.end} : span;
    auto found = units_in(text, text.trimmed(rest));
    // What the result is made of is said before it; it is always whole.
    for (FoundUnit& unit : found) {
        unit.unit.whole = true;
    }
    return found;
}

}  // namespace hoiquan::reader
