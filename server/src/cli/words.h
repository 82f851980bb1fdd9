#pragma once

// What the commands say when something goes wrong. Part of cli.

#include <exception>
#include <string>
#include <string_view>

namespace hoiquan::cli {

/// The sentence for a key of an error, a fault or a reader's problem; nothing for an unknown one.
std::string_view sentence_of(std::string_view key);

/// One line for what was wrong and one more for each fault.
std::string explain(const std::exception& error);

}  // namespace hoiquan::cli
