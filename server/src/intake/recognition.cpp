#include "intake/recognition.h"

#include <cmath>
#include <utility>

#include "intake/page_rows.h"
#include "intake/programs.h"

namespace hoiquan::intake {

namespace {

constexpr double kSkewWorthwhile = 0.08;
constexpr double kGrainy = 12.0;
constexpr double kSharp = 2.0;
/// A page read below this may lie on its side or stand on its head.
constexpr double kDoubtful = 0.72;
constexpr std::size_t kFewLetters = 80;
constexpr double kHead = 0.4;

struct Straight {
    GrayImage image;
    double skew = 0.0;
};

/// Measured on clean and on damaged scans: sharp edges are recognised worse than soft ones, but
/// what a scanner or the turning has softened already only loses strokes.
Straight made_straight(const GrayImage& image) {
    const double skew = skew_of(image);
    const bool is_straight = std::fabs(skew) < kSkewWorthwhile;
    Straight straight{is_straight ? image : straightened(image, skew), is_straight ? 0.0 : skew};
    const double grain = grain_of(straight.image);
    if (grain > kGrainy) {
        straight.image = smoothed(straight.image);
    } else if (is_straight && grain < kSharp) {
        straight.image = softened(straight.image);
    }
    return straight;
}

bool is_doubtful(const WordPage& page) {
    return mean_confidence(page) < kDoubtful || count_letters(page) < kFewLetters;
}

double letters_well_read(const WordPage& page) {
    return mean_confidence(page) * static_cast<double>(count_letters(page));
}

/// Line by line, so that the check for marks sees each by itself.
std::string lines_in(const WordPage& page) {
    std::string text;
    for (const WordLine& line : page.lines) {
        text += line.empty() ? "" : text_of(row_of(line)) + "\n";
    }
    return text;
}

}  // namespace

RecognisedPage recognise_page(std::string_view pgm, bool with_stamps) {
    const auto image = gray_of_pgm(pgm);
    if (!image) {
        return {"intake.too_costly", {}, {}, {}};
    }
    Straight straight = made_straight(*image);
    int turned_by = 0;
    Recognised read = recognise(to_pgm(straight.image), Segmentation::page);
    if (read.problem.empty() && is_doubtful(read.page)) {
        const int turn = orientation_of(pgm);
        Straight upright = turn == 0 ? Straight{} : made_straight(turned(*image, turn));
        Recognised again =
            turn == 0 ? Recognised{} : recognise(to_pgm(upright.image), Segmentation::page);
        if (letters_well_read(again.page) > letters_well_read(read.page)) {
            read = std::move(again);
            straight = std::move(upright);
            turned_by = turn;
        }
    }
    RecognisedPage out{
        std::move(read.problem), std::move(read.page), {turned_by, straight.skew}, {}};
    if (out.problem.empty() && with_stamps) {
        out.stamps =
            lines_in(recognise(to_pgm(top_of(straight.image, kHead)), Segmentation::sparse).page);
    }
    return out;
}

}  // namespace hoiquan::intake
