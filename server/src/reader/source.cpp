#include "reader/source.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "reader/encodings.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

namespace {

/// Longer texts are cut: no document of administration comes near it, and memory stays below 256
/// MB.
constexpr std::size_t kMaxCodePoints = 10'000'000;
constexpr std::size_t kMaxBytes = 2 * kMaxCodePoints;
constexpr char32_t kReplacement = 0xFFFD;

/// Without half a letter at the end of what stays.
std::string_view cut(std::string_view bytes) {
    if (bytes.size() <= kMaxBytes) {
        return bytes;
    }
    std::size_t end = kMaxBytes;
    while (end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return bytes.substr(0, end);
}

char16_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char16_t>(big_endian ? (a << 8U) | b : (b << 8U) | a);
}

std::u32string from_utf16(std::string_view bytes, bool big_endian) {
    std::u32string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = unit_at(bytes, at, big_endian);
        if (unit < 0xD800 || unit > 0xDFFF) {
            out += unit;
            continue;
        }
        const char32_t next = at + 3 < bytes.size() ? unit_at(bytes, at + 2, big_endian) : 0;
        if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
            out += static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            at += 2;
        } else {
            out += kReplacement;
        }
    }
    return out;
}

/// Without a mark: text of Latin letters in UTF-16 has a zero in every second byte.
bool looks_utf16(std::string_view bytes, std::size_t zero_at) {
    const std::size_t sample = std::min<std::size_t>(bytes.size(), 400);
    std::size_t zeros = 0;
    for (std::size_t i = zero_at; i < sample; i += 2) {
        zeros += bytes[i] == '\0' ? 1 : 0;
    }
    return sample >= 8 && zeros * 4 > sample;
}

std::u32string to_text(std::string_view bytes, bool& broken) {
    if (bytes.starts_with("\xFF\xFE")) {
        return from_utf16(bytes.substr(2), false);
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return from_utf16(bytes.substr(2), true);
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    } else if (looks_utf16(bytes, 1)) {
        return from_utf16(bytes, false);
    } else if (looks_utf16(bytes, 0)) {
        return from_utf16(bytes, true);
    }
    broken = !is_valid_utf8(bytes);
    std::u32string text = to_code_points(bytes);
    // Either bytes of an old encoding, or such bytes that a converter took for Latin letters.
    std::u32string raw;
    if (broken) {
        std::transform(bytes.begin(), bytes.end(), std::back_inserter(raw), [](char c) {
            return static_cast<char32_t>(static_cast<unsigned char>(c));
        });
    }
    const std::u32string& letters = broken ? raw : text;
    const auto legacy = find_legacy(letters);
    const bool better = legacy && vietnamese_share(from_legacy(letters.substr(0, 20'000),
                                                               *legacy)) > vietnamese_share(text);
    if (better) {
        broken = false;
        text = from_legacy(letters, *legacy);
    }
    return text;
}

/// Letters with their marks already in one: nearly every text. Telling it is cheaper than to
/// compose it anew.
bool is_composed(const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) {
        return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) ||
               (c >= 0x2002 && c <= 0x2026 && c != 0x2011);
    });
}

/// CR LF and CR become LF; other control characters become blanks.
void clean_controls(std::u32string& text) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c == U'\r') {
            if (i + 1 < text.size() && text[i + 1] == U'\n') {
                continue;
            }
            c = U'\n';
        } else if (c == 0x0B || c == 0x0C || c == 0x2028 || c == 0x2029 || c == 0x85) {
            c = U'\n';
        } else if ((c < 0x20 && c != U'\n' && c != U'\t') || c == 0x7F || c == 0xFEFF) {
            c = U' ';
        }
        text[to++] = c;
    }
    text.resize(to);
}

}  // namespace

Source decode(std::string_view bytes) {
    Source source;
    bool broken = false;
    source.text = to_text(cut(bytes), broken);
    if (bytes.size() > kMaxBytes || source.text.size() > kMaxCodePoints) {
        source.text.resize(std::min(source.text.size(), kMaxCodePoints));
        source.problems.push_back({"reader.too_long", source.text.size(), source.text.size()});
    }
    if (!is_composed(source.text)) {
        source.text = to_code_points(to_nfc(to_utf8(source.text)));
    }
    clean_controls(source.text);
    if (broken) {
        const auto at = source.text.find(kReplacement);
        const std::size_t start = at == std::u32string::npos ? 0 : at;
        source.problems.push_back({"reader.broken_bytes", start, start + 1});
    }
    if (std::all_of(source.text.begin(), source.text.end(), is_blank)) {
        source.problems.push_back({"reader.no_text", 0, 0});
    }
    return source;
}

}  // namespace hoiquan::reader
