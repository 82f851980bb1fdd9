#pragma once

// The words of an enumeration, as they stand in the database, the contract and an address.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace hoiquan {

template <class E, std::size_t N>
using Words = std::array<std::pair<E, std::string_view>, N>;

/// Empty for a value that has no word.
template <class E, std::size_t N>
std::string_view word_of(const Words<E, N>& words, E value) {
    for (const auto& [known, word] : words) {
        if (known == value) {
            return word;
        }
    }
    return {};
}

template <class E, std::size_t N>
std::optional<E> value_of(const Words<E, N>& words, std::string_view text) {
    for (const auto& [value, word] : words) {
        if (word == text) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan
