#pragma once

#include <string>

#include "reader/archive.h"

namespace hoiquan::reader {

/// The text of an OpenDocument text: a line for each paragraph with the number of its list, cells
/// of wide tables parted by tabs, footnotes at the end. Empty if the content is broken.
std::string text_of_odt(const Archive& archive);

}  // namespace hoiquan::reader
