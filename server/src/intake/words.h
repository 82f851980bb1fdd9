#pragma once

// Words with their places on a page: what pdftotext -tsv and tesseract write in one form.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::intake {

/// In the unit of its page, from the upper left corner.
struct Box {
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    double middle() const { return top + height / 2; }
};

struct Word {
    Box box;
    double confidence = 1.0;  ///< Of the recognition, 0 to 1.
    std::string text;         ///< NFC.
    std::size_t line = 0;     ///< Of which line of its page, as the program saw it.
};

/// A line as the program saw it: it never spans two columns.
using WordLine = std::vector<Word>;

struct WordPage {
    double width = 0.0;
    double height = 0.0;
    std::vector<WordLine> lines;
};

/// Rows that are not understood are left out.
std::vector<WordPage> pages_of_tsv(std::string_view tsv);

std::size_t count_letters(const WordPage& page);
/// Of the words, each weighing as many as it has letters.
double mean_confidence(const WordPage& page);

}  // namespace hoiquan::intake
