#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace hoiquan::organisations {

/// What the words of a group mean: all bodies of these kinds (empty: no further kind) whose name
/// holds the word (empty: whatever its name).
struct Group {
    std::array<std::string_view, 3> kinds{};
    std::string_view word;
};

/// `key` is a match_key; a tail that says where ("trên địa bàn thành phố") is left aside.
std::optional<Group> find_group(std::string_view key);

}  // namespace hoiquan::organisations
