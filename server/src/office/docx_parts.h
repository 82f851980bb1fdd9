#pragma once

// The two halves of a paper, and the parts of the package that are the same in every one.

#include <vector>

#include <pugixml.hpp>

#include "office/office.h"
#include "office/zip.h"

namespace hoiquan::office {

/// Heading table, type and subject, addressees.
void add_letterhead(pugi::xml_node body, const DocxDocument& document);
/// Headings, paragraphs and tables, as wide as `width_twips`.
void add_blocks(pugi::xml_node body,
                const std::vector<Block>& blocks,
                const DocxDocument& document,
                int width_twips);
/// Recipients on the left, signature on the right.
void add_closing(pugi::xml_node body, const DocxDocument& document);

/// Content types, relations, styles, settings, headers with page numbers, properties.
std::vector<ZipPart> fixed_parts(const DocxDocument& document);

}  // namespace hoiquan::office
