#pragma once

// Vietnamese text: normal form, folding for search, order for sorting. UTF-8 in and out.

#include <string>
#include <string_view>

namespace hoiquan {

bool is_valid_utf8(std::string_view text);

/// Replaces each broken byte sequence by U+FFFD, so that what follows may trust its input.
std::string repair_utf8(std::string_view text);

/// Unicode normal form C. Everything that is stored goes through it first.
std::string to_nfc(std::string_view utf8);

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

/// For search: lower case, no diacritics, đ as d, blanks folded to one; so "Uỷ" = "Ủy" = "uy".
std::string fold(std::string_view utf8);

/// Bytewise order of the keys is Vietnamese order: a ă â b c d đ e ê …, then by tone
/// (none, huyền, hỏi, ngã, sắc, nặng), digits by value.
std::string sort_key(std::string_view utf8);

/// Lower case, diacritics kept.
std::string to_lower(std::string_view utf8);
std::string to_upper(std::string_view utf8);

/// Blanks (tab, line break, no-break space …) at the ends removed.
std::string_view trim(std::string_view text);
/// Every run of blanks becomes one space; the ends are trimmed.
std::string collapse_blanks(std::string_view text);

/// Number of code points.
std::size_t length(std::string_view utf8);

}  // namespace hoiquan
