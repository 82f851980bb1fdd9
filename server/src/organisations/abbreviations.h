#pragma once

#include <string_view>
#include <vector>

namespace hoiquan::organisations {

/// Lower case, NFC, with the old place of the tone mark ("ủy").
struct Abbreviation {
    std::string_view shorter;
    std::string_view full;
};

/// The longest full form first, so that a part of it is not taken out of it. Where a short form has
/// several full ones, the one marked first in the table is what it is written out as.
const std::vector<Abbreviation>& abbreviations();
/// One full form for each short form.
const std::vector<Abbreviation>& expansions();

}  // namespace hoiquan::organisations
