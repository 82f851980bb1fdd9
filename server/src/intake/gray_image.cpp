#include "intake/gray_image.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace hoiquan::intake {

namespace {

constexpr std::size_t kMostPoints = 60'000'000;
constexpr std::uint8_t kWhite = 255;
constexpr double kMostSkew = 6.0;
constexpr double kClearly = 1.002;

std::optional<std::size_t> take_number(std::string_view& text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(from);
    std::size_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// Otsu: the shade that parts ink from paper best.
std::uint8_t threshold_of(const GrayImage& image) {
    std::array<double, 256> counts{};
    for (const std::uint8_t point : image.points) {
        counts.at(point) += 1;
    }
    double total = 0;
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        total += counts.at(i);
        sum += counts.at(i) * static_cast<double>(i);
    }
    double below = 0;
    double sum_below = 0;
    double best = -1;
    std::uint8_t threshold = 128;
    for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
        below += counts.at(i);
        sum_below += counts.at(i) * static_cast<double>(i);
        const double above = total - below;
        if (below <= 0 || above <= 0) {
            continue;
        }
        const double apart = sum_below / below - (sum - sum_below) / above;
        const double between = below * above * apart * apart;
        if (between > best) {
            best = between;
            threshold = static_cast<std::uint8_t>(i);
        }
    }
    return threshold;
}

struct Point {
    double x = 0;
    double y = 0;
};

/// A sample of the ink: a few tens of thousands of points tell the direction of the lines.
std::vector<Point> ink_of(const GrayImage& image) {
    const std::uint8_t threshold = threshold_of(image);
    std::vector<Point> ink;
    // The margins of scans hold shadows of the lid and of the fold.
    const std::size_t margin_x = image.width / 25;
    const std::size_t margin_y = image.height / 25;
    for (std::size_t y = margin_y; y + margin_y < image.height; y += 2) {
        for (std::size_t x = margin_x; x + margin_x < image.width; x += 3) {
            if (image.at(x, y) <= threshold) {
                ink.push_back({static_cast<double>(x), static_cast<double>(y)});
            }
        }
    }
    return ink;
}

/// How sharply lines and the space between them stand apart when the page is seen at this slope.
double sharpness(const std::vector<Point>& ink, double degrees, const GrayImage& image) {
    const double slope = std::tan(degrees * std::numbers::pi / 180);
    const double reach = std::fabs(slope) * static_cast<double>(image.width);
    std::vector<double> profile(
        static_cast<std::size_t>(static_cast<double>(image.height) + 2 * reach) + 4, 0.0);
    for (const Point& point : ink) {
        const double y = point.y - slope * point.x + reach;
        const auto row = static_cast<std::size_t>(std::max(0.0, y)) / 2;
        profile[std::min(row, profile.size() - 1)] += 1;
    }
    double sum = 0;
    for (std::size_t i = 1; i < profile.size(); ++i) {
        const double step = profile[i] - profile[i - 1];
        sum += step * step;
    }
    return sum;
}

double sharpest(const std::vector<Point>& ink,
                const GrayImage& image,
                double middle,
                double reach,
                double step) {
    double at = middle;
    double best = sharpness(ink, middle, image);
    const int steps = static_cast<int>(std::lround(reach / step));
    for (int i = -steps; i <= steps; ++i) {
        const double degrees = middle + i * step;
        const double value = sharpness(ink, degrees, image);
        // Where two are as good the page is left as it lies.
        if (value > best * kClearly) {
            best = value;
            at = degrees;
        }
    }
    return at;
}

double shade_at(const GrayImage& image, double x, double y) {
    const double last_x = static_cast<double>(image.width) - 1;
    const double last_y = static_cast<double>(image.height) - 1;
    if (x < 0 || y < 0 || x > last_x || y > last_y) {
        return kWhite;
    }
    const auto x0 = static_cast<std::size_t>(x);
    const auto y0 = static_cast<std::size_t>(y);
    const std::size_t x1 = std::min(x0 + 1, image.width - 1);
    const std::size_t y1 = std::min(y0 + 1, image.height - 1);
    const double fx = x - static_cast<double>(x0);
    const double fy = y - static_cast<double>(y0);
    const double upper = image.at(x0, y0) * (1 - fx) + image.at(x1, y0) * fx;
    const double lower = image.at(x0, y1) * (1 - fx) + image.at(x1, y1) * fx;
    return upper * (1 - fy) + lower * fy;
}

}  // namespace

std::optional<GrayImage> gray_of_pgm(std::string_view pgm) {
    if (!pgm.starts_with("P5")) {
        return std::nullopt;
    }
    pgm.remove_prefix(2);
    const auto width = take_number(pgm);
    const auto height = take_number(pgm);
    const auto most = take_number(pgm);
    const bool sensible = width && height && most == 255 && *width > 0 && *height > 0 &&
                          *width <= kMostPoints && *height <= kMostPoints / *width;
    if (!sensible || pgm.size() < *width * *height + 1) {
        return std::nullopt;
    }
    pgm.remove_prefix(1);
    GrayImage image{*width, *height, {}};
    image.points.assign(pgm.begin(), pgm.begin() + static_cast<std::ptrdiff_t>(*width * *height));
    return image;
}

std::string to_pgm(const GrayImage& image) {
    std::string pgm =
        "P5\n" + std::to_string(image.width) + " " + std::to_string(image.height) + "\n255\n";
    pgm.append(image.points.begin(), image.points.end());
    return pgm;
}

double skew_of(const GrayImage& image) {
    const auto ink = ink_of(image);
    constexpr std::size_t too_little = 500;
    if (ink.size() < too_little) {
        return 0.0;
    }
    const double coarse = sharpest(ink, image, 0.0, kMostSkew, 0.5);
    const double finer = sharpest(ink, image, coarse, 0.4, 0.1);
    return sharpest(ink, image, finer, 0.06, 0.02);
}

GrayImage straightened(const GrayImage& image, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double middle_x = static_cast<double>(image.width) / 2;
    const double middle_y = static_cast<double>(image.height) / 2;
    GrayImage out{image.width, image.height, {}};
    out.points.reserve(image.points.size());
    for (std::size_t y = 0; y < image.height; ++y) {
        const double dy = static_cast<double>(y) - middle_y;
        for (std::size_t x = 0; x < image.width; ++x) {
            const double dx = static_cast<double>(x) - middle_x;
            const double shade = shade_at(
                image, middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine);
            out.points.push_back(static_cast<std::uint8_t>(std::lround(shade)));
        }
    }
    return out;
}

GrayImage turned(const GrayImage& image, int degrees) {
    const bool upright = degrees == 180;
    GrayImage out{upright ? image.width : image.height, upright ? image.height : image.width, {}};
    out.points.reserve(image.points.size());
    for (std::size_t y = 0; y < out.height; ++y) {
        for (std::size_t x = 0; x < out.width; ++x) {
            if (degrees == 90) {
                out.points.push_back(image.at(y, image.height - 1 - x));
            } else if (degrees == 270) {
                out.points.push_back(image.at(image.width - 1 - y, x));
            } else {
                out.points.push_back(image.at(image.width - 1 - x, image.height - 1 - y));
            }
        }
    }
    return out;
}

double grain_of(const GrayImage& image) {
    const std::uint8_t threshold = threshold_of(image);
    double sum = 0;
    double count = 0;
    for (std::size_t y = 1; y < image.height; y += 3) {
        for (std::size_t x = 1; x < image.width; x += 3) {
            const int here = image.at(x, y);
            const int beside = image.at(x - 1, y);
            // Far above the threshold: paper, not the edge of a stroke.
            const int paper = threshold + (kWhite - threshold) / 3;
            if (here > paper && beside > paper) {
                sum += std::abs(here - beside);
                count += 1;
            }
        }
    }
    return count > 0 ? sum / count : 0.0;
}

GrayImage softened(const GrayImage& image) {
    if (image.width < 3 || image.height < 3) {
        return image;
    }
    constexpr std::array<unsigned, 9> weights{1, 2, 1, 2, 4, 2, 1, 2, 1};
    GrayImage out = image;
    for (std::size_t y = 1; y + 1 < image.height; ++y) {
        for (std::size_t x = 1; x + 1 < image.width; ++x) {
            unsigned sum = 8;  // Half of what is divided by.
            for (std::size_t i = 0; i < weights.size(); ++i) {
                sum += weights.at(i) * image.at(x - 1 + i % 3, y - 1 + i / 3);
            }
            out.points[y * image.width + x] = static_cast<std::uint8_t>(sum / 16);
        }
    }
    return out;
}

GrayImage smoothed(const GrayImage& image) {
    if (image.width < 3 || image.height < 3) {
        return image;
    }
    GrayImage out = image;
    std::array<std::uint8_t, 9> around{};
    for (std::size_t y = 1; y + 1 < image.height; ++y) {
        for (std::size_t x = 1; x + 1 < image.width; ++x) {
            for (std::size_t i = 0; i < around.size(); ++i) {
                around.at(i) = image.at(x - 1 + i % 3, y - 1 + i / 3);
            }
            std::nth_element(around.begin(), around.begin() + 4, around.end());
            out.points[y * image.width + x] = around[4];
        }
    }
    return out;
}

GrayImage top_of(const GrayImage& image, double share) {
    GrayImage out{image.width,
                  std::max<std::size_t>(
                      1, static_cast<std::size_t>(static_cast<double>(image.height) * share)),
                  {}};
    out.points.assign(image.points.begin(),
                      image.points.begin() + static_cast<std::ptrdiff_t>(out.width * out.height));
    return out;
}

}  // namespace hoiquan::intake
