#pragma once

// The programs of others that turn files into words, each run confined by platform/extract.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "intake/intake.h"
#include "intake/words.h"
#include "platform/extract/extract.h"

namespace hoiquan::intake {

/// `problem` is a key of the locales; empty means all went well.
struct PdfFacts {
    std::string problem;
    std::size_t pages = 0;
};
PdfFacts facts_of_pdf(std::string_view bytes);

struct PdfWords {
    std::string problem;
    std::vector<WordPage> pages;
};
PdfWords words_of_pdf(std::string_view bytes);

/// Which of the pages show a picture as large as a scan of them.
std::vector<bool> pictured_pages(std::string_view bytes, std::size_t pages);

/// One page as PGM, its longer side 2480 points.
struct Picture {
    std::string problem;
    std::string pgm;
};
Picture page_of_pdf(std::string_view bytes, std::size_t page);

/// How many pictures the file holds (a TIFF may hold several).
struct PictureFacts {
    std::string problem;
    std::size_t pages = 0;
};
PictureFacts facts_of_image(std::string_view bytes);
Picture page_of_image(std::string_view bytes, std::size_t page);

/// A PGM as PNG, its longer side 1400 points.
PagePicture png_of(std::string_view pgm);

struct Recognised {
    std::string problem;
    WordPage page;
};
enum class Segmentation { page, sparse };
Recognised recognise(std::string_view pgm, Segmentation segmentation);
/// By how many degrees the page must be turned clockwise to stand upright: 0, 90, 180 or 270.
int orientation_of(std::string_view pgm);

/// DOC of Word 97 to 2003 as DOCX, or as plain text where LibreOffice is not installed.
struct Converted {
    std::string problem;
    std::string bytes;
};
Converted convert_doc(std::string_view bytes);

}  // namespace hoiquan::intake
