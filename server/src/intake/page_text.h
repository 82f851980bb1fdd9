#pragma once

// Pages of words become the text that the reader takes, with the way back from the text to the
// page.

#include <cstddef>
#include <string>
#include <vector>

#include "intake/words.h"

namespace hoiquan::intake {

struct PlacedWord {
    std::size_t start = 0;  ///< Code points of the text.
    std::size_t end = 0;
    std::size_t page = 0;  ///< From 0.
    Box box;
    double confidence = 1.0;
};

struct PageText {
    std::string text;
    std::string running;            ///< What returned on the pages and is not in `text`.
    std::vector<PlacedWord> words;  ///< In the order of the text.
};

PageText text_of_pages(const std::vector<WordPage>& pages);

}  // namespace hoiquan::intake
