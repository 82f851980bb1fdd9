#include "documents/symbol_key.h"

#include <algorithm>

#include "base/text.h"

namespace hoiquan::documents {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z');
}

/// Runs of other characters become one "-"; none at the ends.
std::string joined_words(std::string_view folded) {
    std::string out;
    for (const char c : folded) {
        if (is_letter_or_digit(c)) {
            out += c;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') {
        out.pop_back();
    }
    return out;
}

}  // namespace

std::string symbol_key(std::string_view number_symbol) {
    auto key = joined_words(fold(number_symbol));
    constexpr std::string_view label = "so-";
    if (key.starts_with(label)) {
        key.erase(0, label.size());
    }
    if (key.empty() || !is_digit(key.front())) {
        return {};
    }
    const auto first = std::find_if(key.begin(), key.end(), [](char c) { return c != '0'; });
    key.erase(key.begin(), first);
    return !key.empty() && is_digit(key.front()) ? key : std::string();
}

std::string symbol_key(const std::optional<std::string>& number,
                       const std::optional<std::string>& symbol) {
    return number ? symbol_key(*number + "-" + symbol.value_or("")) : std::string();
}

std::string number_symbol(const std::optional<std::string>& number,
                          const std::optional<std::string>& symbol) {
    if (!symbol) {
        return number.value_or("");
    }
    // A Party symbol ("KL/TU") follows the number behind "-"; a State symbol joins its issuer with
    // "-" ("QĐ-UBND") or begins with the year ("2024/NĐ-CP") and follows behind "/".
    const char first = symbol->front();
    const bool is_party = !is_digit(first) && symbol->find('/') != std::string::npos;
    const std::string_view behind = is_party ? "-" : "/";
    const std::string joint(first == '-' || first == '/' ? "" : behind);
    return number.value_or("") + joint + *symbol;
}

bool may_be_same(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b) {
    if (!a || !b) {
        return true;
    }
    const auto left = to_iso(*a);
    const auto right = to_iso(*b);
    const auto known = std::min(left.size(), right.size());
    return left.compare(0, known, right, 0, known) == 0;
}

}  // namespace hoiquan::documents
