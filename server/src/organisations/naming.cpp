#include "organisations/naming.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/text.h"
#include "organisations/abbreviations.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Both schools of placing the tone mark give one key.
std::string old_tone_place(std::string text) {
    static constexpr std::array<Pair, 15> kPairs{{{"oà", "òa"},
                                                  {"oá", "óa"},
                                                  {"oả", "ỏa"},
                                                  {"oã", "õa"},
                                                  {"oạ", "ọa"},
                                                  {"oè", "òe"},
                                                  {"oé", "óe"},
                                                  {"oẻ", "ỏe"},
                                                  {"oẽ", "õe"},
                                                  {"oẹ", "ọe"},
                                                  {"uỳ", "ùy"},
                                                  {"uý", "úy"},
                                                  {"uỷ", "ủy"},
                                                  {"uỹ", "ũy"},
                                                  {"uỵ", "ụy"}}};
    for (const auto& [from, to] : kPairs) {
        replace_all(text, from, to);
    }
    return text;
}

bool is_boundary(char c) {
    return std::string_view(" \n,;:./()-").find(c) != std::string_view::npos;
}

std::string lower_exact(std::string_view text) {
    return old_tone_place(to_lower(plain(text)));
}

std::string contract_folded(std::string text) {
    // Folded once: a reform writes ten thousand names.
    static const auto kFolded = [] {
        std::vector<std::pair<std::string, std::string>> out;
        for (const auto& entry : abbreviations()) {
            out.emplace_back(fold(entry.full), fold(entry.shorter));
        }
        return out;
    }();
    for (const auto& [full, shorter] : kFolded) {
        text = replace_words(std::move(text), full, shorter);
    }
    return text;
}

std::string contract_exact(std::string text) {
    for (const auto& entry : abbreviations()) {
        text = replace_words(std::move(text), entry.full, entry.shorter);
    }
    return text;
}

/// Writes out abbreviations in capitals only: "du" is also a syllable, "ĐU" is not.
std::string expand(std::string text) {
    static const auto kUpper = [] {
        std::vector<std::string> out;
        for (const auto& entry : expansions()) {
            out.push_back(to_upper(entry.shorter));
        }
        return out;
    }();
    std::size_t place = 0;
    for (const auto& entry : expansions()) {
        text = replace_words(std::move(text), kUpper[place++], entry.full);
    }
    return text;
}

std::string without_punctuation_at_ends(std::string text) {
    static constexpr std::string_view kEnds = " .,;:-";
    const auto first = text.find_first_not_of(kEnds);
    if (first == std::string::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

std::string join_different(std::initializer_list<std::string> lines) {
    std::vector<std::string> kept;
    for (const auto& line : lines) {
        if (std::find(kept.begin(), kept.end(), line) == kept.end()) {
            kept.push_back(line);
        }
    }
    std::string out;
    for (const auto& line : kept) {
        out += (out.empty() ? "" : "\n") + line;
    }
    return out;
}

std::string pattern(std::string_view text) {
    std::string out = "%";
    for (const char c : text) {
        if (c != '%' && c != '_' && c != '\\') {
            out += c;
        }
    }
    return out + "%";
}

}  // namespace

std::string plain(std::string_view text) {
    static constexpr std::array<Pair, 11> kPairs{{{"–", "-"},
                                                  {"—", "-"},
                                                  {"‑", "-"},
                                                  {"‐", "-"},
                                                  {"“", ""},
                                                  {"”", ""},
                                                  {"‘", ""},
                                                  {"’", ""},
                                                  {"\"", ""},
                                                  {" -", "-"},
                                                  {"- ", "-"}}};
    std::string out = collapse_blanks(to_nfc(text));
    for (const auto& [from, to] : kPairs) {
        replace_all(out, from, to);
    }
    return collapse_blanks(out);
}

std::string replace_words(std::string text, std::string_view from, std::string_view to) {
    auto at = text.find(from);
    while (at != std::string::npos) {
        const auto end = at + from.size();
        const bool is_whole = (at == 0 || is_boundary(text[at - 1])) &&
                              (end == text.size() || is_boundary(text[end]));
        if (is_whole) {
            text.replace(at, from.size(), to);
        }
        at = text.find(from, at + (is_whole ? to.size() : 1));
    }
    return text;
}

std::string match_key(std::string_view text) {
    return without_punctuation_at_ends(contract_folded(fold(plain(text))));
}

std::string exact_match_key(std::string_view text) {
    return without_punctuation_at_ends(contract_exact(lower_exact(text)));
}

SearchKeys search_keys(std::string_view text) {
    const auto written_out = expand(plain(text));
    const auto folded = fold(plain(text));
    const auto exact = lower_exact(text);
    return {join_different({folded, contract_folded(folded), fold(written_out)}),
            join_different({exact, contract_exact(exact), lower_exact(written_out)})};
}

SearchPatterns search_patterns(std::string_view typed) {
    const auto folded = fold(plain(typed));
    if (folded.empty()) {
        return {};
    }
    SearchPatterns out{pattern(folded), pattern(contract_folded(folded)), {}, {}};
    const auto exact = lower_exact(typed);
    if (exact != folded) {
        out.exact = pattern(exact);
        out.exact_short = pattern(contract_exact(exact));
    }
    return out;
}

}  // namespace hoiquan::organisations
