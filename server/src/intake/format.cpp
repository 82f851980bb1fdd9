#include "intake/format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace hoiquan::intake {

namespace {

using namespace std::string_view_literals;

// A PDF may open with a few bytes of its carrier (a mail, a printer language).
constexpr std::size_t kPdfWithin = 1024;
constexpr std::size_t kSample = 65536;

constexpr std::array<std::pair<std::string_view, Format>, 5> kOpenings{
    {{"\x89PNG\r\n\x1A\n"sv, Format::png},
     {"\xFF\xD8\xFF"sv, Format::jpeg},
     {"II*\0"sv, Format::tiff},
     {"MM\0*"sv, Format::tiff},
     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::doc}}};

bool is_sixteen_bit_text(std::string_view sample) {
    if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) {
        return true;
    }
    // Latin letters in UTF-16: a zero in every second byte, and hardly one in the others.
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        zeros.at(i % 2) += sample[i] == '\0' ? 1 : 0;
    }
    const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
    return sample.size() >= 8 && more * 8 > sample.size() && fewer * 20 < more;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x0C &&
           byte != 0x0B;
}

// The old Vietnamese encodings put letters at a few control codes, so some may stand in a text;
// in pictures and programs about a tenth of all bytes are such.
bool looks_like_text(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSample);
    if (is_sixteen_bit_text(sample)) {
        return true;
    }
    const auto zeros = std::count(sample.begin(), sample.end(), '\0');
    const auto controls = std::count_if(sample.begin(), sample.end(), is_control);
    return zeros == 0 && static_cast<std::size_t>(controls) * 20 <= sample.size();
}

}  // namespace

Format format_of(std::string_view bytes) {
    for (const auto& [opening, format] : kOpenings) {
        if (bytes.starts_with(opening)) {
            return format;
        }
    }
    if (bytes.substr(0, kPdfWithin).find("%PDF-") != std::string_view::npos) {
        return Format::pdf;
    }
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("{\\rtf") || looks_like_text(bytes)) {
        return Format::reader;
    }
    return Format::unknown;
}

}  // namespace hoiquan::intake
