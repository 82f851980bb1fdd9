#pragma once

// How far a long command is. Part of cli.

#include <cstddef>
#include <string>

namespace hoiquan::cli {

/// A bar on standard error while that is a terminal; nothing where it goes into a file.
class Bar {
public:
    explicit Bar(std::string what) : what_(std::move(what)) {}

    void show(std::size_t done, std::size_t all) const;
    /// Makes room for a line of text; the next `show` draws the bar again.
    void clear() const;

private:
    std::string what_;
};

}  // namespace hoiquan::cli
