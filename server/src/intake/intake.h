#pragma once

// A file as an office receives it becomes a draft: scans are recognised, PDF and the old Word
// format are taken apart by confined programs, the rest goes to the reader as it is. Nothing is
// stored.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader/reader.h"

namespace hoiquan::intake {

struct Options {
    std::size_t max_pages = 2000;           ///< Of a PDF with text.
    std::size_t max_recognised_pages = 60;  ///< Of a scan: each takes some seconds.
    /// Of a scan no more than these are recognised, from the first on: enough to see a mark of
    /// secrecy.
    std::optional<std::size_t> stop_behind;
    /// Called before each page that is recognised; false stops.
    std::function<bool(std::size_t done, std::size_t total)> on_page;
};

/// A word of the draft's text on the page that it came from, in parts of the page's width and
/// height.
struct WordPlace {
    std::size_t start = 0;  ///< Code points of `Draft::text`.
    std::size_t end = 0;
    std::size_t page = 0;  ///< From 0.
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    double confidence = 1.0;
};

/// How a page was turned before it was read: clockwise by 0, 90, 180 or 270 degrees, then
/// counter-clockwise by `skew` degrees.
struct PageTurn {
    int turned = 0;
    double skew = 0.0;
};

struct Reading {
    reader::Draft draft;      ///< Without text and with a problem when the file could not be read.
    bool recognised = false;  ///< Letters were recognised on pictures.
    std::vector<PageTurn> pages;   ///< Empty where the format has none.
    std::vector<WordPlace> words;  ///< Only of pages.
};

/// Never throws for what the file holds or a program that is missing: that is a problem of the
/// draft ("intake.poppler_missing", "intake.pdf_broken", "reader.format_unknown", …).
Reading read(std::string_view bytes, std::string_view file_name, const Options& options = {});

/// A page as it was read, to be shown beside the text.
struct PagePicture {
    std::string problem;  ///< A key of the locales; empty means all went well.
    std::string png;      ///< Shades of grey, the longer side 1400 points.
};
PagePicture picture_of_page(std::string_view bytes, std::size_t page, const PageTurn& turn);

/// Whether reading it will take seconds a page: it has to be recognised.
bool is_slow(std::string_view bytes);

}  // namespace hoiquan::intake
