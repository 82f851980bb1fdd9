#include "cli/progress.h"

#include <iostream>

#include <unistd.h>

namespace hoiquan::cli {

namespace {

bool is_seen() {
    static const bool is_terminal = ::isatty(STDERR_FILENO) != 0;
    return is_terminal;
}

}  // namespace

void Bar::show(std::size_t done, std::size_t all) const {
    constexpr std::size_t width = 40;
    if (!is_seen() || all == 0) {
        return;
    }
    const auto filled = done * width / all;
    std::cerr << "\r\x1b[K" << what_ << " [" << std::string(filled, '#')
              << std::string(width - filled, '.') << "] " << done << '/' << all
              << (done == all ? "\n" : "") << std::flush;
}

void Bar::clear() const {
    if (is_seen()) {
        std::cerr << "\r\x1b[K";
    }
}

}  // namespace hoiquan::cli
