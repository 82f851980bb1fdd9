#pragma once

// The numbered outline: I, 1, a), -. Each item knows its children, its section and what kind of
// section it stands in.

#include <string>
#include <vector>

#include "reader/layout.h"

namespace hoiquan::reader {

enum class SectionKind {
    unknown,     ///< Tasks only where somebody is named.
    background,  ///< Purpose, appraisal, aims: no tasks.
    duties,      ///< Duties, measures, organisation of the work.
    funding      ///< Tasks only where somebody acts; who pays is none.
};

constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

struct Item {
    Block block;
    std::size_t parent = kNoItem;
    std::vector<std::size_t> children;
    std::string section;  ///< "II.2"
    SectionKind kind = SectionKind::unknown;
    bool closing = false;  ///< A paragraph of the closing words.
    std::size_t last = 0;  ///< Index of the last item below it (itself if none).
    Span span() const { return block.span; }
};

struct Outline {
    std::vector<Item> items;
    std::vector<std::size_t> roots;
    std::size_t opening = 0;  ///< So many unmarked paragraphs stand before the first item.
    Span whole(std::size_t item) const {
        return {items[item].span().start, items[items[item].last].span().end};
    }
};

Outline outline_of(const Text& text, const std::vector<Block>& blocks);

/// The kind of section a heading announces.
SectionKind section_kind(const Text& text, Span heading);

}  // namespace hoiquan::reader
