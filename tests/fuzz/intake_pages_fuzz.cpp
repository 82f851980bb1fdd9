// What the programs of others give back: tables of words, and pictures as PGM.

#include <cstddef>
#include <cstdint>
#include <string>

#include "intake/gray_image.h"
#include "intake/page_text.h"
#include "intake/words.h"
#include "options.h"

namespace intake = hoiquan::intake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto text = intake::text_of_pages(intake::pages_of_tsv(bytes));
    for (const auto& word : text.words) {
        if (word.start > word.end) {
            __builtin_trap();
        }
    }
    const auto image = intake::gray_of_pgm(bytes);
    constexpr std::size_t few_points = 1U << 20;
    if (image && image->points.size() < few_points) {
        const double skew = intake::skew_of(*image);
        if (intake::straightened(*image, skew).points.empty() != image->points.empty()) {
            __builtin_trap();
        }
        intake::smoothed(*image);
    }
    return 0;
}
