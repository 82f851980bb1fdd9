#pragma once

// The kinds of documents and their names.

#include <optional>
#include <string_view>

#include "reader/phrases.h"

namespace hoiquan::reader {

struct TypeName {
    std::string_view name;  ///< Lower case, tone in the older place.
    std::string_view type;  ///< The value of the schema.
};

/// Names of kinds; the id of a hit is the index for `type_of_name`.
const PhraseSet& type_names();
std::string_view type_of_name(std::size_t id);
/// The kind by the letters of a number ("KL" in "17-KL/TW"); nothing if unknown.
std::optional<std::string_view> type_of_symbol(std::u32string_view symbol);

}  // namespace hoiquan::reader
