#include <algorithm>
#include <charconv>
#include <sstream>

#include "intake/programs.h"

namespace hoiquan::intake {

namespace {

using extract::Limits;
using extract::Outcome;
using extract::Status;

constexpr std::uint64_t kMemory = std::uint64_t{1} << 30;
constexpr Limits kFactLimits{
    .cpu_seconds = 10, .wall_seconds = 15, .memory_bytes = kMemory, .output_bytes = 1U << 20};
constexpr Limits kTextLimits{
    .cpu_seconds = 30, .wall_seconds = 45, .memory_bytes = kMemory, .output_bytes = 128U << 20};
// A page of A0 at this resolution; anything larger is no paper of an office.
constexpr Limits kPageLimits{
    .cpu_seconds = 30, .wall_seconds = 45, .memory_bytes = kMemory, .output_bytes = 64U << 20};
// The longer side in pixels: A4 at 212 points an inch, as for pictures. A page that claims to be a
// football field becomes no larger picture.
constexpr const char* kLongerSide = "2480";

std::string problem_of(const Outcome& outcome) {
    switch (outcome.status) {
        case Status::ok:
            return {};
        case Status::missing_program:
            return "intake.poppler_missing";
        case Status::timed_out:
        case Status::too_large:
            return "intake.too_costly";
        case Status::failed:
            break;
    }
    return outcome.err.find("Incorrect password") != std::string::npos ? "intake.pdf_encrypted"
                                                                       : "intake.pdf_broken";
}

std::size_t pages_in(std::string_view info) {
    constexpr std::string_view label = "Pages:";
    const auto at = info.find(label);
    std::size_t pages = 0;
    if (at != std::string_view::npos) {
        std::string_view rest = info.substr(at + label.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        std::from_chars(rest.data(), rest.data() + rest.size(), pages);
    }
    return pages;
}

}  // namespace

PdfFacts facts_of_pdf(std::string_view bytes) {
    const Outcome outcome = extract::run("pdfinfo", {"-"}, bytes, kFactLimits);
    PdfFacts facts{problem_of(outcome), pages_in(outcome.out)};
    if (facts.problem.empty() && facts.pages == 0) {
        facts.problem = "intake.pdf_broken";
    }
    return facts;
}

PdfWords words_of_pdf(std::string_view bytes) {
    const Outcome outcome = extract::run("pdftotext", {"-tsv", "-", "-"}, bytes, kTextLimits);
    PdfWords words{problem_of(outcome), {}};
    if (words.problem.empty()) {
        words.pages = pages_of_tsv(outcome.out);
    }
    return words;
}

// The table of pdfimages: page, number, kind, width, height, …, in columns parted by blanks.
std::vector<bool> pictured_pages(std::string_view bytes, std::size_t pages) {
    constexpr std::size_t least_side = 500;
    const Outcome outcome = extract::run("pdfimages", {"-list", "-"}, bytes, kFactLimits);
    std::vector<bool> pictured(pages, false);
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::size_t page = 0;
        std::size_t number = 0;
        std::string kind;
        std::size_t width = 0;
        std::size_t height = 0;
        const bool is_row = static_cast<bool>(fields >> page >> number >> kind >> width >> height);
        if (is_row && page >= 1 && page <= pages && std::max(width, height) >= least_side) {
            pictured[page - 1] = true;
        }
    }
    return pictured;
}

Picture page_of_pdf(std::string_view bytes, std::size_t page) {
    const std::string number = std::to_string(page + 1);
    Outcome outcome =
        extract::run("pdftoppm",
                     {"-gray", "-scale-to", kLongerSide, "-f", number, "-l", number, "-"},
                     bytes,
                     kPageLimits);
    return {problem_of(outcome), std::move(outcome.out)};
}

}  // namespace hoiquan::intake
