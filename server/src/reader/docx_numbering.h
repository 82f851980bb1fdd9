#pragma once

// Numbers that Word counts itself: they stand in no text, only in the lists' definitions.

#include <array>
#include <map>
#include <string>

#include <pugixml.hpp>

namespace hoiquan::reader {

class Numbering {
public:
    Numbering() = default;
    /// `numbering` is <w:numbering>, `styles` is <w:styles>; both may be empty.
    Numbering(const pugi::xml_node& numbering, const pugi::xml_node& styles);

    /// The label of this paragraph ("II.", "a)", "-"), counted on; empty if it has none.
    std::string next(const pugi::xml_node& paragraph);

private:
    static constexpr std::size_t kLevels = 9;
    struct Level {
        std::string format;
        std::string text;
        int start = 1;
    };
    struct Definition {
        std::array<Level, kLevels> levels;
    };
    struct Reference {
        std::string list;
        int level = 0;
    };

    Reference reference_of(const pugi::xml_node& paragraph) const;
    std::string label(const Definition& definition,
                      const std::array<int, kLevels>& counts,
                      std::size_t level) const;

    std::map<std::string, Definition> definitions_;  ///< By abstractNumId.
    std::map<std::string, std::string> lists_;       ///< numId to abstractNumId.
    std::map<std::string, Reference> styles_;
    std::map<std::string, std::array<int, kLevels>> counts_;  ///< By abstractNumId.
};

}  // namespace hoiquan::reader
