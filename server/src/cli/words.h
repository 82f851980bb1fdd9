#pragma once

// What the commands say when something goes wrong. Part of cli.

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoiquan::cli {

using SentenceArgs = std::vector<std::pair<std::string, std::string>>;

/// The Vietnamese sentence of a key of an error, a fault or a reader's problem, the same as on the
/// page, with its places filled; the key itself for an unknown one.
std::string sentence_of(std::string_view key, const SentenceArgs& args = {});

/// One line for what was wrong and one more for each fault.
std::string explain(const std::exception& error);

}  // namespace hoiquan::cli
