#include "reader/issuer.h"

#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// Words that open the name of a body.
const PhraseSet& starters() {
    static const PhraseSet set{
        "đảng bộ",      "đảng ủy",    "đảng đoàn",  "ban cán sự",  "tỉnh ủy",
        "thành ủy",     "huyện ủy",   "thị ủy",     "quận ủy",     "chi bộ",
        "ban",          "ủy ban",     "ubnd",       "hđnd",        "hội đồng",
        "bộ",           "sở",         "văn phòng",  "cục",         "vụ",
        "chi cục",      "tổng cục",   "phòng",      "công an",     "quân khu",
        "tòa án",       "viện",       "học viện",   "trường",      "trung tâm",
        "hội",          "liên đoàn",  "liên hiệp",  "liên minh",   "công đoàn",
        "tỉnh đoàn",    "thành đoàn", "huyện đoàn", "đoàn",        "tổng liên đoàn",
        "tổng công ty", "công ty",    "tập đoàn",   "bảo hiểm",    "kho bạc",
        "ngân hàng",    "thanh tra",  "kiểm toán",  "mặt trận",    "thủ tướng",
        "chính phủ",    "quốc hội",   "chủ tịch",   "đài",         "báo",
        "thông tấn xã", "cơ quan",    "tổ",         "bệnh viện",   "quỹ",
        "đại học",      "hạt",        "đội",        "thường trực", "cấp ủy",
        "bch",          "btv",        "ub",         "ubmttq",      "lđlđ"};
    return set;
}

/// Names that are only half a name: what follows belongs to them.
const PhraseSet& halves() {
    static const PhraseSet set{"ban chấp hành",
                               "ban thường vụ",
                               "ủy ban",
                               "ủy ban trung ương",
                               "hội đồng",
                               "văn phòng",
                               "thủ tướng",
                               "chủ tịch",
                               "ban",
                               "bộ",
                               "đảng",
                               "bộ trưởng",
                               "ban chỉ đạo",
                               "liên hiệp",
                               "thường trực",
                               "cơ quan",
                               "đảng ủy",
                               "đảng đoàn",
                               "ban cán sự đảng",
                               "đảng ủy các cơ quan"};
    return set;
}

/// Bodies that a half name never takes in: they have a letterhead of their own.
const PhraseSet& tails_of_halves() {
    static const PhraseSet set{"chính phủ",
                               "đảng bộ",
                               "mặt trận",
                               "quốc hội",
                               "hội",
                               "bộ",
                               "tỉnh ủy",
                               "thành ủy",
                               "đảng ủy",
                               "huyện ủy",
                               "đoàn",
                               "ủy ban",
                               "ubnd",
                               "hội đồng",
                               "tổng liên đoàn"};
    return set;
}

bool is_half(const Text& text, Span name) {
    const auto hit = halves().at(text, text.word_from(name.start), name.end);
    return hit && hit->span.end == text.stripped(name, U",.").end;
}

bool begins_body(const Text& text, const std::vector<Span>& pieces, Span line) {
    if (!starters().opens(text, line)) {
        return false;
    }
    // A half name was whole once it took in another line.
    const Span above = pieces.size() == 1 ? pieces.front() : Span{};
    if (above.empty()) {
        const char32_t last = text.raw()[pieces.back().end - 1];
        const Span whole{pieces.front().start, pieces.back().end};
        return last != U',' && last != U'-' &&
               !(is_half(text, whole) && tails_of_halves().opens(text, line));
    }
    if (text.raw()[above.end - 1] == U',' || text.raw()[above.end - 1] == U'-') {
        return false;
    }
    return !(is_half(text, above) && tails_of_halves().opens(text, line));
}

/// Verbs by which an issuer speaks.
const PhraseSet& speaks() {
    static const PhraseSet set{"kết luận",
                               "hướng dẫn",
                               "ban hành",
                               "yêu cầu",
                               "có ý kiến",
                               "thông báo",
                               "chỉ thị",
                               "quyết định",
                               "đề nghị",
                               "quyết nghị",
                               "xây dựng kế hoạch",
                               "triển khai",
                               "báo cáo",
                               "giao",
                               "họp",
                               "chỉ đạo"};
    return set;
}

/// Bodies that issue documents, as they begin in running text.
const PhraseSet& issuers() {
    static const PhraseSet set{"bộ chính trị",
                               "ban bí thư",
                               "ban chấp hành",
                               "ban thường vụ",
                               "thường trực",
                               "ban",
                               "ủy ban",
                               "ubnd",
                               "hđnd",
                               "hội đồng",
                               "bộ",
                               "sở",
                               "văn phòng",
                               "thủ tướng chính phủ",
                               "chính phủ",
                               "tỉnh ủy",
                               "thành ủy",
                               "huyện ủy",
                               "đảng ủy",
                               "đảng bộ",
                               "cục",
                               "tổng cục",
                               "chi cục",
                               "hội",
                               "liên đoàn",
                               "tổng liên đoàn",
                               "liên hiệp",
                               "đoàn",
                               "mặt trận",
                               "bảo hiểm",
                               "tòa án",
                               "viện",
                               "học viện",
                               "trường",
                               "trung tâm",
                               "chủ tịch ủy ban nhân dân",
                               "chủ tịch ubnd",
                               "công an",
                               "phòng",
                               "đảng đoàn",
                               "thanh tra",
                               "kiểm toán",
                               "ngân hàng",
                               "quốc hội"};
    return set;
}

/// A verb of speaking that is no part of "Ban chỉ đạo".
bool speaks_at(const Text& text, std::size_t w, std::size_t end) {
    return text.word(w - 1) != U"ban" && speaks().at(text, w, end).has_value();
}

bool still_in_brackets(bool before, std::u32string_view gap) {
    const bool opens = gap.find(U'(') != std::u32string_view::npos;
    const bool closes = gap.find(U')') != std::u32string_view::npos;
    return opens || (before && !closes);
}

/// From the word where a body's name begins to the verb behind it; what stands in brackets, and all
/// behind it, does not belong to the name.
std::optional<Span> name_before_verb(const Text& text, std::size_t word, std::size_t end) {
    constexpr std::size_t longest = 45;
    const auto& words = text.words();
    Span name = words[word];
    bool in_brackets = false;
    bool closed = false;
    for (std::size_t w = word + 1; w < words.size() && words[w].end <= end && w < word + longest;
         ++w) {
        const auto gap = text.gap_after(w - 1);
        if (gap.find_first_of(U".;:\"“”") != std::u32string_view::npos) {
            break;
        }
        // "Thủ tướng Chính phủ | vừa ban hành", "… | đã có ý kiến".
        static const PhraseSet just{"vừa", "mới", "đã", "vừa ký", "mới ký", "đã ký"};
        closed = closed || gap.find(U'(') != std::u32string_view::npos ||
                 (!text.is_capital(w) && just.at(text, w, end));
        in_brackets = still_in_brackets(in_brackets, gap);
        if (in_brackets) {
            continue;
        }
        // A comma goes on with a name only before a capital: "Bộ Văn hóa, Thể thao và Du lịch".
        const bool small = !text.is_capital(w);
        if (small && gap.find(U',') != std::u32string_view::npos) {
            break;
        }
        if (small && speaks_at(text, w, end)) {
            return name;
        }
        name.end = closed ? name.end : words[w].end;
    }
    return std::nullopt;
}

/// A name of the subject stands at the start of the sentence, behind a comma, or behind the count
/// of a meeting ("Hội nghị lần thứ 4 Ban Chấp hành …").
bool subject_place(const Text& text, std::size_t word, std::size_t first) {
    static const PhraseSet meeting{"hội nghị lần thứ", "đại hội lần thứ", "kỳ họp thứ"};
    if (word == first) {
        return true;
    }
    const auto gap = text.gap_after(word - 1);
    return gap.find_first_of(U",;.") != std::u32string_view::npos ||
           (word <= first + 6 && is_digit(text.raw()[text.words()[word - 1].start]) &&
            meeting.at(text, first, text.words()[word].end));
}

/// The body that speaks in this paragraph; the last one, for what it reacts to is named before.
std::optional<Span> speaker(const Text& text, Span span) {
    static const PhraseSet not_bodies{
        "bộ trưởng", "ban hành", "hội nghị", "hội thảo", "bộ máy", "bộ chỉ số", "đoàn công tác"};
    constexpr std::size_t farthest = 400;
    const auto& words = text.words();
    const std::size_t first = text.word_from(span.start);
    std::optional<Span> last;
    for (std::size_t w = first;
         w < words.size() && words[w].end <= span.end && w < first + farthest;
         ++w) {
        const bool body = text.is_capital(w) && subject_place(text, w, first) &&
                          issuers().at(text, w, span.end) && !not_bodies.at(text, w, span.end);
        const auto name = body ? name_before_verb(text, w, span.end) : std::nullopt;
        // "Bộ Chính trị, Ban Bí thư kết luận": both speak.
        if (name && !(last && name->end == last->end)) {
            last = name;
        }
    }
    return last;
}

}  // namespace

std::vector<std::vector<Span>> join_bodies(const Text& text, const std::vector<Span>& lines) {
    std::vector<std::vector<Span>> bodies;
    for (const Span line : lines) {
        const Span clean = text.stripped(line, U"*-_");
        const bool body = starters().opens(text, clean);
        if (clean.empty() || (bodies.empty() && !body)) {
            continue;
        }
        if (bodies.empty() || begins_body(text, bodies.back(), clean)) {
            bodies.push_back({clean});
        } else {
            bodies.back().push_back(clean);
        }
    }
    return bodies;
}

std::optional<Value> issuer_from_subject(const Text& text, Span subject) {
    const std::size_t first = text.word_from(subject.start);
    if (text.word(first) != U"của") {
        return std::nullopt;
    }
    const Span behind{text.words()[first].end, subject.end};
    const std::size_t next = text.word_from(behind.start);
    const auto& words = text.words();
    for (std::size_t w = next; w < words.size() && words[w].end <= subject.end; ++w) {
        // "về" may stick to the word before it where a line break was lost.
        const bool about =
            text.word(w) == U"về" || (text.word(w).ends_with(U"về") && text.word(w).size() > 2);
        if (about && w > next) {
            const std::size_t end = text.word(w) == U"về" ? words[w - 1].end : words[w].end - 2;
            const Span name = text.stripped({words[next].start, end}, U",");
            return issuers().opens(text, name) ? std::optional(as_written(text, name, 0.8))
                                               : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Value> issuer_from_body(const Text& text, const std::vector<Block>& blocks) {
    constexpr std::size_t opening_blocks = 12;
    constexpr std::size_t closing_blocks = 3;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        // The opening names the issuer; the closing words name it again.
        if (i >= opening_blocks && i + closing_blocks < blocks.size()) {
            i = blocks.size() - closing_blocks;
        }
        const bool item = blocks[i].marker.mark != Mark::none;
        const auto name = item ? std::nullopt : speaker(text, blocks[i].span);
        if (name) {
            return as_written(text, *name, 0.7);
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
