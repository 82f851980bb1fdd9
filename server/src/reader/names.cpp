#include <algorithm>

#include "reader/actors.h"
#include "reader/bodies.h"
#include "reader/name_ends.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

bool only(std::u32string_view gap, char32_t mark) {
    return gap.find(mark) != std::u32string_view::npos;
}

/// A list goes on with a body of its own: a capital, or "các …".
bool new_body(const Text& text, std::size_t w, std::size_t end) {
    return body_begins(text, w, end) && (text.is_capital(w) || text.word(w) == U"các");
}

/// "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội" are named in one breath.
bool one_breath(const Text& text, std::size_t and_word, std::size_t end) {
    static const PhraseSet organisations{
        "các tổ chức chính trị", "các đoàn thể", "các tổ chức ct", "các tổ chức thành viên"};
    return organisations.at(text, and_word + 1, end).has_value();
}

/// "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân": one office serves both.
bool one_office(const Text& text, std::size_t start, std::size_t and_word, std::size_t end) {
    static const PhraseSet office{"văn phòng hđnd",
                                  "văn phòng hội đồng nhân dân",
                                  "văn phòng đoàn đại biểu quốc hội",
                                  "văn phòng đoàn đbqh"};
    static const PhraseSet served{"ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân"};
    constexpr std::size_t near = 9;
    const std::size_t first = text.word_from(start);
    return and_word < first + near && office.at(text, first, end) &&
           served.at(text, and_word + 1, end);
}

/// "Các Bộ: A, B": the head word stands once for the whole list.
bool shared_head(const Text& text, Span names) {
    const auto colon = text.piece(names).find(U':');
    return colon != std::u32string_view::npos && colon < 60;
}

/// Where a name phrase behind "với" or "báo cáo" ends.
Span name_phrase(const Text& text, std::size_t first, std::size_t end) {
    static const PhraseSet stops{
        "nhằm",       "để",        "trong",     "về",        "theo",     "khi",        "kết quả",
        "tình hình",  "những",     "việc",      "đúng",      "trước",    "chậm nhất",  "hằng năm",
        "hằng tháng", "vào",       "hằng quý",  "hằng tuần", "hàng năm", "hàng tháng", "hàng quý",
        "hàng tuần",  "hằng ngày", "hàng ngày", "định kỳ",   "qua",      "thông qua",  "đề nghị",
        "bảo đảm",    "đảm bảo",   "và tổ chức"};
    static const PhraseSet inside{"trong và ngoài"};
    static const PhraseSet offices{"các", "cơ quan", "đơn vị"};
    static const PhraseSet of_offices{
        "quản lý", "phối hợp", "chủ trì", "thanh tra", "tham mưu", "chủ quản"};
    constexpr std::size_t longest = 60;
    const auto& words = text.words();
    if (!body_begins(text, first, end)) {
        return {};
    }
    Span span = words[first];
    for (std::size_t w = first + 1; w < words.size() && words[w].end <= end && w < first + longest;
         ++w) {
        if (text.gap_after(w - 1).find_first_of(U".;:()…") != std::u32string_view::npos) {
            break;
        }
        static const PhraseSet carriers{"lực lượng", "tổ", "đội", "ban", "trung tâm"};
        // "Ủy ban kiểm tra" goes on, "Ủy ban | tham mưu …" does not.
        static const PhraseSet committee{"ủy ban"};
        static const PhraseSet advises{"tham mưu", "giúp", "tổ chức"};
        const bool over_already = advises.at(text, w, end) && committee.before(text, w, 0);
        const bool name =
            !over_already &&
            (text.is_capital(w) || inside.at(text, w, end) ||
             carriers.before(text, w, words[first].start) ||
             (of_offices.at(text, w, end) && offices.before(text, w, words[first].start)) ||
             text.word(w - 1) == U"các");
        const bool over = !name && (predicate_at(text, w, end) || stops.at(text, w, end) ||
                                    closed_before(text, w, {words[first].start, end}));
        if (over) {
            break;
        }
        span.end = words[w].end;
    }
    return text.stripped(span, U",; ");
}

/// Whether "và" at word `w` parts two bodies of `names`; `part` is what is not yet cut off.
bool and_parts(const Text& text, Span part, std::size_t w, Span names, bool listed) {
    static const PhraseSet concerned{
        "các cơ quan", "các đơn vị", "các bộ", "các sở", "các ngành", "các ban", "cơ quan"};
    const auto& words = text.words();
    if (text.word(w) != U"và" || w + 1 >= words.size() || words[w + 1].end > names.end ||
        !body_begins(text, w + 1, names.end) || one_breath(text, w, names.end) ||
        one_office(text, part.start, w, names.end)) {
        return false;
    }
    if (text.is_capital(w + 1)) {
        // "các sở, ngành và Ủy ban …" begins in small letters: one group of bodies.
        return text.is_capital(text.word_from(part.start));
    }
    const bool others =
        concerned.at(text, w + 1, names.end) && text.lower_piece(names).ends_with(U"liên quan");
    return others || (listed && text.word(w + 1) == U"các");
}

/// The word behind a bracket that opens before `w`; `w` if none does.
std::size_t behind_brackets(const Text& text, std::size_t w, std::size_t end) {
    if (text.gap_after(w - 1).find(U'(') == std::u32string_view::npos) {
        return w;
    }
    return text.word_from(closing_bracket(text, text.words()[w - 1].end, end));
}

/// A semicolon, or a comma in front of another body.
bool name_begins(const Text& text, std::size_t word, Span names, bool shared) {
    const auto gap = text.gap_after(word - 1);
    if (only(gap, U';')) {
        return true;
    }
    if (!only(gap, U',') || shared) {
        return false;
    }
    const bool capital_body = text.is_capital(word) && body_begins(text, word, names.end);
    return capital_body || new_body(text, word, names.end);
}

}  // namespace

std::vector<Span> split_names(const Text& text, Span names, bool listed) {
    std::vector<Span> parts;
    const auto& words = text.words();
    const bool shared = shared_head(text, names);
    std::size_t start = names.start;
    const auto cut = [&](std::size_t end, std::size_t next) {
        const Span part = text.stripped({start, end}, U",;:. ");
        if (!part.empty()) {
            parts.push_back(part);
        }
        start = next;
    };
    for (std::size_t w = text.word_from(names.start) + 1;
         w < words.size() && words[w].end <= names.end;
         ++w) {
        if (const std::size_t next = behind_brackets(text, w, names.end); next > w) {
            w = next - 1;
            continue;
        }
        if (name_begins(text, w, names, shared)) {
            cut(words[w - 1].end, words[w].start);
        } else if (!shared && and_parts(text, {start, names.end}, w, names, listed)) {
            cut(words[w - 1].end, words[w + 1].start);
        }
    }
    cut(names.end, names.end);
    return parts;
}

std::vector<Span> cooperating_in(const Text& text, Span span) {
    static const PhraseSet cues{"phối hợp với",
                                "phối hợp cùng",
                                "phối hợp cùng với",
                                "phối hợp chặt chẽ với",
                                "phối hợp",
                                "phối hợp chặt chẽ",
                                "phối hợp cụ thể với",
                                "phối hợp chặt chẽ cùng",
                                "phối hợp hỗ trợ",
                                "phối hợp giúp đỡ",
                                "phối hợp hiệu quả với",
                                "phối hợp tốt với"};
    static const PhraseSet help{"hỗ trợ", "giúp đỡ"};
    std::vector<Span> all;
    const auto& words = text.words();
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto cue = cues.at(text, w, span.end);
        if (!cue) {
            continue;
        }
        std::size_t first = w + cue->words;
        if (help.at(text, first, span.end)) {
            first += 2;
        }
        const Span name = name_phrase(text, first, span.end);
        if (name.empty()) {
            continue;
        }
        for (const Span part : split_names(text, name, true)) {
            all.push_back(part);
        }
        w = text.word_from(name.end);
        if (w > 0) {
            --w;
        }
    }
    return all;
}

namespace {

/// "báo cáo cấp có thẩm quyền phê duyệt" asks for a decision, it reports nothing.
bool asks_decision(const Text& text, Span name, std::size_t end) {
    static const PhraseSet decides{
        "phê duyệt", "xem xét", "quyết định", "thẩm định", "ban hành", "xử lý", "cho ý kiến"};
    return decides.at(text, text.word_from(name.end), end).has_value();
}

/// Behind "báo cáo": the body itself, or "… về X" a little later.
Span told_body(const Text& text, std::size_t first, std::size_t end) {
    static const PhraseSet via{"về", "cho", "với"};
    static const PhraseSet also{"đề xuất", "tham mưu", "kiến nghị"};
    constexpr std::size_t farthest = 16;
    const auto both = also.at(text, first, end);
    const Span direct = name_phrase(text, both ? first + both->words : first, end);
    if (!direct.empty()) {
        return asks_decision(text, direct, end) ? Span{} : direct;
    }
    const auto& words = text.words();
    for (std::size_t k = first; k < first + farthest && k < words.size() && words[k].end <= end;
         ++k) {
        if (text.gap_after(k - 1).find_first_of(U".;:") != std::u32string_view::npos) {
            break;
        }
        const Span name = via.at(text, k, end) ? name_phrase(text, k + 1, end) : Span{};
        if (!name.empty()) {
            return name;
        }
    }
    return {};
}

}  // namespace

std::optional<Span> report_to_in(const Text& text, Span span) {
    static const PhraseSet cues{"báo cáo",
                                "báo cáo về",
                                "báo cáo cho",
                                "báo cáo với",
                                "báo cáo kịp thời",
                                "gửi kết quả",
                                "gửi báo cáo",
                                "gửi về",
                                "gửi"};
    static const PhraseSet reported{"báo cáo",
                                    "kết quả",
                                    "số liệu",
                                    "thống kê",
                                    "danh sách",
                                    "đăng ký",
                                    "tổng hợp",
                                    "kế hoạch",
                                    "phương án",
                                    "đề xuất"};
    constexpr std::size_t near = 25;  ///< Words.
    const auto& words = text.words();
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto cue = cues.at(text, w, span.end);
        if (!cue) {
            continue;
        }
        const bool sent = text.word(w) == U"gửi" && cue->words < 3 && text.word(w + 1) != U"báo" &&
                          text.word(w + 1) != U"kết";
        const std::size_t from = std::max(text.word_from(span.start), w > near ? w - near : 0);
        if (sent && !reported.in(text, {words[from].start, words[w].start})) {
            continue;
        }
        const Span name = sent ? name_phrase(text, w + cue->words, span.end)
                               : told_body(text, w + cue->words, span.end);
        if (!name.empty()) {
            return name;
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
