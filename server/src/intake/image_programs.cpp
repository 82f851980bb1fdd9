#include <algorithm>
#include <array>
#include <charconv>

#include "intake/format.h"
#include "intake/programs.h"

namespace hoiquan::intake {

namespace {

using extract::Limits;
using extract::Outcome;
using extract::Status;

constexpr Limits kPictureLimits{.cpu_seconds = 20,
                                .wall_seconds = 30,
                                .memory_bytes = std::uint64_t{2} << 30,
                                .output_bytes = 64U << 20};
constexpr Limits kRecogniseLimits{.cpu_seconds = 90,
                                  .wall_seconds = 120,
                                  .memory_bytes = std::uint64_t{2} << 30,
                                  .output_bytes = 16U << 20};
// 100 million points: A3 at 600 points an inch is 70.
constexpr const char* kMostPoints = "100000000";
constexpr const char* kMostSide = "30000";
// A4 at 212 points an inch: measured to give fewer faults than 300, and sooner.
constexpr const char* kGoodSize = "2480x2480";
constexpr const char* kShownSize = "1400x1400";

const char* decoder_of(std::string_view bytes) {
    switch (format_of(bytes)) {
        case Format::png:
            return "png";
        case Format::jpeg:
            return "jpeg";
        default:
            return "tiff";
    }
}

std::string problem_of(const Outcome& outcome) {
    switch (outcome.status) {
        case Status::ok:
            return {};
        case Status::missing_program:
            return "intake.graphicsmagick_missing";
        case Status::timed_out:
        case Status::too_large:
            return "intake.too_costly";
        case Status::failed:
            break;
    }
    // Its words when a picture is larger than it was allowed.
    const bool limited = outcome.err.find("imit") != std::string::npos;
    return limited ? "intake.too_costly" : "intake.image_broken";
}

std::vector<std::string> limited(std::string command) {
    return {std::move(command),
            "-limit",
            "Pixels",
            kMostPoints,
            "-limit",
            "Width",
            kMostSide,
            "-limit",
            "Height",
            kMostSide,
            "-limit",
            "Threads",
            "1"};
}

std::string recognition_problem(const Outcome& outcome) {
    switch (outcome.status) {
        case Status::ok:
            return {};
        case Status::missing_program:
            return "intake.tesseract_missing";
        case Status::timed_out:
        case Status::too_large:
            return "intake.too_costly";
        case Status::failed:
            break;
    }
    const bool no_language = outcome.err.find("loading language") != std::string::npos ||
                             outcome.err.find("traineddata") != std::string::npos;
    return no_language ? "intake.vietnamese_missing" : "intake.recognition_failed";
}

}  // namespace

PictureFacts facts_of_image(std::string_view bytes) {
    auto args = limited("identify");
    // One letter for each picture, whatever line ends it adds.
    args.insert(args.end(), {"-format", "p", std::string(decoder_of(bytes)) + ":-"});
    const Outcome outcome = extract::run("gm", args, bytes, kPictureLimits);
    const auto pictures = std::count(outcome.out.begin(), outcome.out.end(), 'p');
    PictureFacts facts{problem_of(outcome), static_cast<std::size_t>(pictures)};
    if (facts.problem.empty() && facts.pages == 0) {
        facts.problem = "intake.image_broken";
    }
    return facts;
}

Picture page_of_image(std::string_view bytes, std::size_t page) {
    auto args = limited("convert");
    // Only now is the picture decoded; a transparent ground becomes white paper.
    args.insert(args.end(),
                {std::string(decoder_of(bytes)) + ":-[" + std::to_string(page) + "]",
                 "-auto-orient",
                 "-background",
                 "white",
                 "-flatten",
                 "-colorspace",
                 "GRAY",
                 "-depth",
                 "8",
                 "-filter",
                 "Lanczos",
                 "-resize",
                 kGoodSize,
                 "pgm:-"});
    Outcome outcome = extract::run("gm", args, bytes, kPictureLimits);
    return {problem_of(outcome), std::move(outcome.out)};
}

PagePicture png_of(std::string_view pgm) {
    auto args = limited("convert");
    args.insert(args.end(), {"pgm:-", "-resize", kShownSize, "-quality", "75", "png:-"});
    Outcome outcome = extract::run("gm", args, pgm, kPictureLimits);
    return {problem_of(outcome), std::move(outcome.out)};
}

Recognised recognise(std::string_view pgm, Segmentation segmentation) {
    const char* mode = segmentation == Segmentation::page ? "3" : "11";
    const Outcome outcome = extract::run("tesseract",
                                         {"stdin",
                                          "stdout",
                                          "-l",
                                          "vie",
                                          "--dpi",
                                          "300",
                                          "--psm",
                                          mode,
                                          "-c",
                                          "tessedit_create_tsv=1"},
                                         pgm,
                                         kRecogniseLimits);
    Recognised out{recognition_problem(outcome), {}};
    auto pages = pages_of_tsv(outcome.out);
    if (out.problem.empty() && !pages.empty()) {
        out.page = std::move(pages.front());
    }
    return out;
}

int orientation_of(std::string_view pgm) {
    const Outcome outcome =
        extract::run("tesseract", {"stdin", "stdout", "--psm", "0"}, pgm, kRecogniseLimits);
    constexpr std::string_view label = "Rotate: ";
    const auto at = outcome.out.find(label);
    int degrees = 0;
    if (outcome.status == Status::ok && at != std::string::npos) {
        const char* from = outcome.out.data() + at + label.size();
        std::from_chars(from, outcome.out.data() + outcome.out.size(), degrees);
    }
    constexpr std::array<int, 3> turns{90, 180, 270};
    return std::find(turns.begin(), turns.end(), degrees) == turns.end() ? 0 : degrees;
}

}  // namespace hoiquan::intake
