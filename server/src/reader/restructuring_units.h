#pragma once

// Units and bodies that a clause of a restructuring resolution names.

#include <string_view>
#include <vector>

#include "reader/reader.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

/// The kind of a body that is no unit of the territory.
inline constexpr std::string_view kBodyKind = "body";

struct FoundUnit {
    ProposedUnit unit;
    Span span;
};

/// Units of the territory ("xã Yên Phú", "các phường 1, 3, Đông Giang"), each whole or in part; if
/// there is none, bodies.
std::vector<FoundUnit> units_in(const Text& text, Span span);

/// What comes out: behind "có tên gọi là" if that is said (`named`), else the units named.
std::vector<FoundUnit> results_in(const Text& text, Span span, bool& named);

}  // namespace hoiquan::reader
