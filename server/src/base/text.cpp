#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

#include <utf8proc.h>

namespace hoiquan {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code_point = kReplacement;
    std::size_t length = 1;
    bool ok = false;
};

/// Number of bytes announced by the first byte; 0 for a byte that starts nothing.
std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool is_scalar(char32_t c) {
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

Decoded decode_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = sequence_length(first);
    if (length == 1) {
        return {first, 1, true};
    }
    if (length == 0) {
        return {};
    }
    constexpr std::array<unsigned, 5> mask{0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    char32_t value = first & mask.at(length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned next = at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
        if ((next & 0xC0U) != 0x80U) {
            return {kReplacement, i, false};
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    const bool ok = value >= smallest.at(length) && is_scalar(value);
    return {ok ? value : kReplacement, ok ? length : 1, ok};
}

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    }
}

bool is_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_mark(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

char32_t lower_one(char32_t c) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

/// The canonical decomposition of one code point.
std::u32string decompose(char32_t c) {
    std::array<utf8proc_int32_t, 8> buffer{};
    int last_class = 0;
    const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c),
                                           buffer.data(),
                                           static_cast<utf8proc_ssize_t>(buffer.size()),
                                           UTF8PROC_DECOMPOSE,
                                           &last_class);
    if (n <= 0 || static_cast<std::size_t>(n) > buffer.size()) {
        return std::u32string(1, c);
    }
    std::u32string parts;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
        parts += static_cast<char32_t>(buffer.at(i));
    }
    return parts;
}

/// Lower case without marks; 0 for a mark that stands alone.
char32_t bare(char32_t c) {
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    if (c == U'đ' || c == U'Đ') {
        return U'd';
    }
    if (is_mark(c)) {
        return 0;
    }
    return lower_one(decompose(c).front());
}

constexpr char32_t kTableSize = 0x1F00;

/// `bare` for the code points in which Vietnamese is written; folding is on hot paths.
const std::vector<char32_t>& bare_table() {
    static const std::vector<char32_t> table = [] {
        std::vector<char32_t> all(kTableSize);
        for (char32_t c = 0; c < kTableSize; ++c) {
            all[c] = bare(c);
        }
        return all;
    }();
    return table;
}

/// A letter for sorting: its place in the Vietnamese alphabet and its tone.
struct Letter {
    int weight = 0;  ///< 1 to 33, 0 for no Latin letter.
    int tone = 0;    ///< 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
};

int tone_of(char32_t mark) {
    switch (mark) {
        case 0x0300:
            return 1;
        case 0x0309:
            return 2;
        case 0x0303:
            return 3;
        case 0x0301:
            return 4;
        case 0x0323:
            return 5;
        default:
            return 0;
    }
}

char32_t with_circumflex(char32_t base) {
    switch (base) {
        case U'a':
            return U'â';
        case U'e':
            return U'ê';
        case U'o':
            return U'ô';
        default:
            return base;
    }
}

char32_t with_horn(char32_t base) {
    switch (base) {
        case U'o':
            return U'ơ';
        case U'u':
            return U'ư';
        default:
            return base;
    }
}

Letter letter_of(char32_t c) {
    constexpr std::u32string_view order = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    const std::u32string parts = decompose(lower_one(c));
    Letter letter;
    char32_t base = parts.front();
    for (const char32_t part : parts) {
        letter.tone = std::max(letter.tone, tone_of(part));
        if (part == 0x0306 && base == U'a') {
            base = U'ă';
        } else if (part == 0x0302) {
            base = with_circumflex(base);
        } else if (part == 0x031B) {
            base = with_horn(base);
        }
    }
    const auto at = order.find(base);
    letter.weight = at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
    return letter;
}

/// Collects a key syllable by syllable: first the letters, then the tones. Only printable ASCII
/// (and foreign letters as they are), so that the key can be kept in a text column.
class SortKey {
public:
    void add(char32_t c) {
        if (c >= U'0' && c <= U'9') {
            end_syllable();
            digits_ += static_cast<char>(c);
            return;
        }
        end_number();
        const Letter letter = letter_of(c);
        if (letter.weight > 0) {
            key_ += static_cast<char>('@' + letter.weight - 1);
            in_syllable_ = true;
            if (letter.tone > 0) {
                tones_ += static_cast<char>('"' + letter.tone);
            }
        } else if (c >= 0x80 && !is_blank(c) && !is_mark(c)) {
            key_ += 'z';
            append(key_, c);
        } else {
            end_syllable();
        }
    }

    std::string finish() {
        end_syllable();
        end_number();
        return std::move(key_);
    }

private:
    void end_syllable() {
        if (in_syllable_) {
            key_ += '"' + tones_ + '!';
            tones_.clear();
            in_syllable_ = false;
        }
    }

    void end_number() {
        if (digits_.empty()) {
            return;
        }
        const auto first = std::min(digits_.find_first_not_of('0'), digits_.size() - 1);
        const std::string value = digits_.substr(first);
        constexpr std::size_t longest = 15;
        key_ += static_cast<char>('0' + static_cast<int>(std::min(value.size(), longest)));
        key_ += value;
        digits_.clear();
    }

    std::string key_;
    std::string tones_;
    std::string digits_;
    bool in_syllable_ = false;
};

template <class Map>
std::string map_each(std::string_view utf8, Map map) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode_at(utf8, at);
        append(out, map(next.code_point));
        at += next.length;
    }
    return out;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        if (!next.ok) {
            return false;
        }
        at += next.length;
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    return map_each(text, [](char32_t c) { return c; });
}

std::string to_nfc(std::string_view utf8) {
    const bool ascii = std::all_of(
        utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        return std::string(utf8);
    }
    std::string clean = repair_utf8(utf8);
    utf8proc_uint8_t* raw = nullptr;
    const auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                                static_cast<utf8proc_ssize_t>(clean.size()),
                                &raw,
                                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
    if (n < 0) {
        return clean;
    }
    return {reinterpret_cast<const char*>(owner.get()), static_cast<std::size_t>(n)};
}

std::u32string to_code_points(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode_at(utf8, at);
        out += next.code_point;
        at += next.length;
    }
    return out;
}

std::string to_utf8(std::u32string_view code_points) {
    std::string out;
    out.reserve(code_points.size() + code_points.size() / 2);
    for (const char32_t c : code_points) {
        append(out, is_scalar(c) ? c : kReplacement);
    }
    return out;
}

std::string fold(std::string_view utf8) {
    const auto& table = bare_table();
    std::string out;
    out.reserve(utf8.size());
    bool gap = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode_at(utf8, at);
        at += next.length;
        if (is_blank(next.code_point)) {
            gap = !out.empty();
            continue;
        }
        const char32_t c =
            next.code_point < kTableSize ? table[next.code_point] : bare(next.code_point);
        if (c != 0) {
            if (gap) {
                out += ' ';
                gap = false;
            }
            append(out, c);
        }
    }
    return out;
}

std::string sort_key(std::string_view utf8) {
    SortKey key;
    for (const char32_t c : to_code_points(to_nfc(utf8))) {
        key.add(c);
    }
    return key.finish();
}

std::string to_lower(std::string_view utf8) {
    return map_each(utf8, [](char32_t c) { return lower_one(c); });
}

std::string to_upper(std::string_view utf8) {
    return map_each(utf8, [](char32_t c) {
        return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
    });
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const Decoded next = decode_at(text, begin);
        if (!next.ok || !is_blank(next.code_point)) {
            break;
        }
        begin += next.length;
    }
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t last = end - 1;
        while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) {
            --last;
        }
        const Decoded next = decode_at(text.substr(0, end), last);
        if (!next.ok || !is_blank(next.code_point)) {
            break;
        }
        end = last;
    }
    return text.substr(begin, end - begin);
}

std::string collapse_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        at += next.length;
        if (is_blank(next.code_point)) {
            gap = !out.empty();
            continue;
        }
        if (gap) {
            out += ' ';
            gap = false;
        }
        append(out, next.code_point);
    }
    return out;
}

std::size_t length(std::string_view utf8) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < utf8.size(); ++n) {
        at += decode_at(utf8, at).length;
    }
    return n;
}

}  // namespace hoiquan
