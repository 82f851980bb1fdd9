#include "intake/page_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/text.h"

namespace hoiquan::intake {

namespace {

double median(std::vector<double> values, double otherwise) {
    if (values.empty()) {
        return otherwise;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle > 0 ? *middle : otherwise;
}

double letter_width(const WordPage& page) {
    std::vector<double> widths;
    for (const auto& line : page.lines) {
        for (const auto& word : line) {
            const auto letters = length(word.text);
            if (letters >= 3) {
                widths.push_back(word.box.width / static_cast<double>(letters));
            }
        }
    }
    return median(std::move(widths), page.width > 0 ? page.width / 90 : 1.0);
}

/// One line of the program belongs to a row that it stands beside, not above.
bool stands_in(const Row& row, const Row& line) {
    const double height = std::min(row.bottom - row.top, line.bottom - line.top);
    if (std::fabs(row.middle() - line.middle()) > 0.45 * height) {
        return false;
    }
    return std::none_of(row.words.begin(), row.words.end(), [&](const Word& word) {
        return word.box.right() > line.left() && word.box.left < line.right();
    });
}

void sort_words(std::vector<Word>& words) {
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
        return a.box.left < b.box.left;
    });
}

void add(Row& row, const Row& line) {
    row.words.insert(row.words.end(), line.words.begin(), line.words.end());
    sort_words(row.words);
}

double pitch_of(const std::vector<Row>& rows, double letter) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const double step = rows[i].middle() - rows[i - 1].middle();
        if (step > letter && step < 8 * letter) {
            steps.push_back(step);
        }
    }
    return median(std::move(steps), 3 * letter);
}

bool is_page_number(const Row& row) {
    const std::string folded = fold(text_of(row));
    std::string_view rest = folded;
    for (const std::string_view word : {"trang", "page"}) {
        if (rest.starts_with(word)) {
            rest.remove_prefix(word.size());
        }
    }
    const bool plain = rest.find_first_not_of("0123456789/-. |") == std::string_view::npos &&
                       rest.find("--") == std::string_view::npos;
    const auto digits =
        std::count_if(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain && digits >= 1 && digits <= 6;
}

/// The text without its digits: page numbers differ from page to page.
std::string shape_of(const Row& row) {
    std::string shape = fold(text_of(row));
    std::erase_if(shape, [](char c) { return c >= '0' && c <= '9'; });
    return shape;
}

constexpr std::size_t kMarginRows = 2;
constexpr std::size_t kEnoughPages = 3;

bool is_margin(const RowPage& page, std::size_t row) {
    const double middle = page.rows[row].middle();
    const bool at_end = row < kMarginRows || row + kMarginRows >= page.rows.size();
    return at_end && (middle < page.height * 0.12 || middle > page.height * 0.88);
}

std::map<std::string, std::size_t> count_margin_lines(const std::vector<RowPage>& pages) {
    std::map<std::string, std::size_t> counts;
    for (const RowPage& page : pages) {
        for (std::size_t i = 0; i < page.rows.size(); ++i) {
            counts[shape_of(page.rows[i])] += is_margin(page, i) ? 1 : 0;
        }
    }
    return counts;
}

}  // namespace

Row row_of(std::vector<Word> words) {
    sort_words(words);
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const Word& word : words) {
        tops.push_back(word.box.top);
        bottoms.push_back(word.box.bottom());
    }
    Row row;
    row.top = median(std::move(tops), 0.0);
    row.bottom = median(std::move(bottoms), 0.0);
    row.words = std::move(words);
    return row;
}

std::string text_of(const Row& row) {
    std::string text;
    for (const Word& word : row.words) {
        text += (text.empty() ? "" : " ") + word.text;
    }
    return text;
}

RowPage rows_of(const WordPage& page) {
    RowPage out;
    out.height = page.height;
    out.measure.letter = letter_width(page);
    std::vector<Row> lines;
    for (const WordLine& line : page.lines) {
        if (!line.empty()) {
            lines.push_back(row_of(line));
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Row& a, const Row& b) {
        return a.middle() < b.middle();
    });
    constexpr std::size_t look_back = 6;
    for (const Row& line : lines) {
        const auto first = out.rows.end() - static_cast<std::ptrdiff_t>(
                                                std::min<std::size_t>(out.rows.size(), look_back));
        const auto row = std::find_if(first, out.rows.end(), [&](const Row& candidate) {
            return stands_in(candidate, line);
        });
        if (row == out.rows.end()) {
            out.rows.push_back(line);
        } else {
            add(*row, line);
        }
    }
    out.measure.pitch = pitch_of(out.rows, out.measure.letter);
    return out;
}

std::string drop_running_lines(std::vector<RowPage>& pages) {
    const auto counts = count_margin_lines(pages);
    std::string dropped;
    for (RowPage& page : pages) {
        std::vector<Row> kept;
        for (std::size_t i = 0; i < page.rows.size(); ++i) {
            const Row& row = page.rows[i];
            const bool returns =
                pages.size() >= kEnoughPages && counts.at(shape_of(row)) * 10 >= pages.size() * 6;
            const bool runs = is_margin(page, i) && (is_page_number(row) || returns);
            if (runs) {
                dropped += text_of(row) + "\n";
            } else {
                kept.push_back(row);
            }
        }
        page.rows = std::move(kept);
    }
    return dropped;
}

}  // namespace hoiquan::intake
