#pragma once

// A page as shades of grey, made straight before it is recognised. Pure.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::intake {

struct GrayImage {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> points;  ///< Row by row, 0 is black.
    std::uint8_t at(std::size_t x, std::size_t y) const { return points[y * width + x]; }
};

/// None when it is no binary PGM of 8 bits, or larger than any page.
std::optional<GrayImage> gray_of_pgm(std::string_view pgm);
std::string to_pgm(const GrayImage& image);

/// Degrees clockwise by which the lines of text are turned, at most 6 either way.
double skew_of(const GrayImage& image);
/// Turned counter-clockwise by so many degrees; what comes in at the corners is white.
GrayImage straightened(const GrayImage& image, double degrees);
/// Turned clockwise by 90, 180 or 270 degrees.
GrayImage turned(const GrayImage& image, int degrees);

/// How much neighbouring points of the paper differ: about 1 on clean pages, above 6 on grainy
/// ones.
double grain_of(const GrayImage& image);
/// Edges a little softer, as a lens makes them: sharp drawings are recognised worse.
GrayImage softened(const GrayImage& image);
/// Takes off grain and single specks, keeps the strokes.
GrayImage smoothed(const GrayImage& image);

/// The rows from the top down to `share` of the height.
GrayImage top_of(const GrayImage& image, double share);

}  // namespace hoiquan::intake
