#pragma once

// The parts of a DOCX file, read within fixed bounds.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::reader {

class Archive {
public:
    /// Nothing (and a problem's key in `problem`) if it is no archive or exceeds a bound.
    static std::optional<Archive> open(std::string_view bytes, std::string& problem);

    /// The part's bytes; empty if there is none.
    std::string_view part(std::string_view name) const;
    /// Names of the parts that begin so, sorted.
    std::vector<std::string> names_with(std::string_view prefix) const;

private:
    std::map<std::string, std::string, std::less<>> parts_;
};

}  // namespace hoiquan::reader
