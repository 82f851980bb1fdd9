#include "reader/text_view.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/text.h"

namespace hoiquan::reader {

namespace {

constexpr char32_t kTableSize = 0x1F00;

const std::u32string& lower_table() {
    static const std::u32string table = [] {
        std::u32string all(kTableSize, U'\0');
        for (char32_t c = 0; c < kTableSize; ++c) {
            all[c] = c;
        }
        return to_code_points(to_lower(to_utf8(all)));
    }();
    return table;
}

struct Toned {
    std::u32string_view plain;   ///< The vowel before the one with the tone, and that one bare.
    std::u32string_view second;  ///< The second vowel with each tone.
    std::u32string_view first;   ///< The first vowel with the same tones.
};

constexpr std::array<Toned, 3> kTonePlaces{
    {{U"oa", U"àáảãạ", U"òóỏõọ"}, {U"oe", U"èéẻẽẹ", U"òóỏõọ"}, {U"uy", U"ỳýỷỹỵ", U"ùúủũụ"}}};

/// "uỷ" at the end of a syllable becomes "ủy"; "quý" stays.
void move_tones(std::u32string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        for (const Toned& pair : kTonePlaces) {
            if (text[i] != pair.plain[0]) {
                continue;
            }
            const auto tone = pair.second.find(text[i + 1]);
            const bool inner = i + 2 < text.size() && is_letter(text[i + 2]);
            const bool after_q = i > 0 && text[i - 1] == U'q';
            if (tone != std::u32string_view::npos && !inner && !after_q) {
                text[i] = pair.first[tone];
                text[i + 1] = pair.plain[1];
            }
        }
    }
}

}  // namespace

bool is_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x0300 && c <= 0x036F) ||
           (c >= 0x0370 && c < 0x2000);
}

char32_t lower_of(char32_t c) {
    return c < kTableSize ? lower_table()[c] : c;
}

bool is_upper(char32_t c) {
    return lower_of(c) != c;
}

std::u32string comparable(std::u32string_view raw) {
    const std::u32string& table = lower_table();
    std::u32string out(raw);
    for (char32_t& c : out) {
        if (is_blank(c)) {
            c = U' ';
        } else if (c < kTableSize) {
            c = table[c];
        }
    }
    move_tones(out);
    return out;
}

Text::Text(std::u32string raw) : raw_(std::move(raw)), lower_(comparable(raw_)) {
    for (std::size_t i = 0; i < lower_.size();) {
        if (!is_letter(lower_[i]) && !is_digit(lower_[i])) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        while (i < lower_.size() && (is_letter(lower_[i]) || is_digit(lower_[i]))) {
            ++i;
        }
        words_.push_back({start, i});
        hashes_.push_back(std::hash<std::u32string_view>{}(lower_piece({start, i})));
    }
}

std::size_t Text::word_from(std::size_t offset) const {
    const auto at =
        std::lower_bound(words_.begin(), words_.end(), offset, [](const Span& w, std::size_t o) {
            return w.start < o;
        });
    return static_cast<std::size_t>(at - words_.begin());
}

std::u32string_view Text::word(std::size_t index) const {
    return index < words_.size() ? lower_piece(words_[index]) : std::u32string_view();
}

std::u32string_view Text::gap_after(std::size_t index) const {
    if (index >= words_.size()) {
        return {};
    }
    const std::size_t next = index + 1 < words_.size() ? words_[index + 1].start : raw_.size();
    return piece({words_[index].end, next});
}

bool Text::is_capital(std::size_t word_index) const {
    return word_index < words_.size() && is_upper(raw_[words_[word_index].start]);
}

std::u32string_view Text::piece(Span span) const {
    return span.empty() ? std::u32string_view()
                        : std::u32string_view(raw_).substr(span.start, span.size());
}

std::u32string_view Text::lower_piece(Span span) const {
    return span.empty() ? std::u32string_view()
                        : std::u32string_view(lower_).substr(span.start, span.size());
}

std::string Text::utf8(Span span) const {
    return to_utf8(piece(span));
}

std::string Text::one_line(Span span) const {
    return collapse_blanks(utf8(span));
}

Span Text::trimmed(Span span) const {
    return stripped(span, {});
}

Span Text::stripped(Span span, std::u32string_view extra) const {
    const auto loose = [&](std::size_t at) {
        return is_blank(raw_[at]) || extra.find(raw_[at]) != std::u32string_view::npos;
    };
    while (span.start < span.end && loose(span.start)) {
        ++span.start;
    }
    while (span.end > span.start && loose(span.end - 1)) {
        --span.end;
    }
    return span;
}

std::size_t closing_bracket(const Text& text, std::size_t open, std::size_t end) {
    constexpr std::size_t farthest = 600;
    const auto close = text.piece({open, std::min(end, open + farthest)}).find(U')');
    return close == std::u32string_view::npos ? open : open + close;
}

}  // namespace hoiquan::reader
