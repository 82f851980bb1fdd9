#include "intake/page_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.h"
#include "intake/columns.h"
#include "intake/page_rows.h"

namespace hoiquan::intake {

namespace {

/// In widths of a letter.
constexpr double kRagged = 4.0;
constexpr double kIndent = 1.5;
constexpr double kDeepestIndent = 12.0;
/// In distances of lines.
constexpr double kSameParagraph = 1.25;
constexpr double kBlankLine = 1.5;

double share(std::vector<double> values, std::size_t percent) {
    if (values.empty()) {
        return 0.0;
    }
    const auto nth =
        values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

/// Where the running text of a page begins and ends, and whether its paragraphs are indented.
struct Margins {
    double left = 0.0;
    double right = 0.0;
    bool indented = false;
};

Margins margins_of(const std::vector<Piece>& pieces, const Measure& measure) {
    std::vector<double> lefts;
    std::vector<double> rights;
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::body) {
            lefts.push_back(piece.rows.front().left());
            rights.push_back(piece.rows.front().right());
        }
    }
    Margins margins{share(lefts, 8), share(rights, 85), false};
    const auto deeper = std::count_if(lefts.begin(), lefts.end(), [&](double left) {
        const double by = left - margins.left;
        return by > kIndent * measure.letter && by < kDeepestIndent * measure.letter;
    });
    margins.indented = static_cast<std::size_t>(deeper) * 10 >= lefts.size();
    return margins;
}

bool ends_sentence(const Row& row) {
    constexpr std::array<std::string_view, 8> ends{".", ";", ":", "!", "?", "”", "\"", "…"};
    const std::string& last = row.words.back().text;
    return std::any_of(
        ends.begin(), ends.end(), [&](std::string_view end) { return last.ends_with(end); });
}

bool starts_lower(const Row& row) {
    const std::string first = to_utf8(to_code_points(row.words.front().text).substr(0, 1));
    return to_upper(first) != first;
}

class Writer {
public:
    PageText write(const std::vector<WordPage>& words) {
        std::vector<RowPage> pages;
        pages.reserve(words.size());
        for (const WordPage& page : words) {
            pages.push_back(rows_of(page));
        }
        out_.running = drop_running_lines(pages);
        for (page_ = 0; page_ < pages.size(); ++page_) {
            write_page(pages[page_]);
        }
        if (!out_.text.empty()) {
            out_.text += "\n";
        }
        return std::move(out_);
    }

private:
    void write_page(const RowPage& page) {
        measure_ = page.measure;
        const auto pieces = pieces_of(page);
        margins_ = margins_of(pieces, measure_);
        top_ = true;
        for (const Piece& piece : pieces) {
            switch (piece.kind) {
                case Piece::Kind::body:
                    write_body(piece.rows.front());
                    break;
                case Piece::Kind::block:
                    write_block(piece.rows);
                    break;
                case Piece::Kind::table_row:
                    write_table_row(piece.cells);
                    break;
            }
            top_ = false;
        }
    }

    void write_body(const Row& row) {
        if (!before_) {
            begin_line(!out_.text.empty() && !top_);
        } else if (goes_on(row)) {
            put(" ");
        } else {
            const bool gap =
                !top_ && row.middle() - before_->middle() > kBlankLine * measure_.pitch;
            // A title stands in the middle; what follows it does not.
            begin_line(gap || (is_centred(*before_) && !is_centred(row)));
        }
        put_row(row);
        before_ = row;
        before_was_full_ = row.right() > margins_.right - kRagged * measure_.letter;
    }

    /// Whether the row goes on with the paragraph of the row above. Where that is not certain the
    /// line stays a line, and the reader looks at the words.
    bool goes_on(const Row& row) const {
        const bool near =
            top_ || row.middle() - before_->middle() < kSameParagraph * measure_.pitch;
        const bool at_margin = row.left() < margins_.left + kIndent * measure_.letter;
        if (!near || !at_margin || !before_was_full_) {
            return false;
        }
        return starts_lower(row) || !ends_sentence(*before_) || margins_.indented;
    }

    bool is_centred(const Row& row) const {
        const double on_left = row.left() - margins_.left;
        const double on_right = margins_.right - row.right();
        const double least = kRagged * measure_.letter;
        return on_left > least && on_right > least && std::fabs(on_left - on_right) < least;
    }

    void write_block(const std::vector<Row>& rows) {
        begin_line(!out_.text.empty());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool gap =
                i > 0 && rows[i].middle() - rows[i - 1].middle() > kBlankLine * measure_.pitch;
            if (i > 0) {
                begin_line(gap);
            }
            put_row(rows[i]);
        }
        before_.reset();
    }

    void write_table_row(const std::vector<Row>& cells) {
        begin_line(false);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            put(i == 0 ? "" : "\t");
            put_row(cells[i]);
        }
        before_.reset();
    }

    void begin_line(bool blank_above) {
        if (!out_.text.empty()) {
            put(blank_above ? "\n\n" : "\n");
        }
    }

    void put_row(const Row& row) {
        bool first = true;
        for (const Word& word : row.words) {
            put(first ? "" : " ");
            first = false;
            const std::size_t start = at_;
            put(word.text);
            out_.words.push_back({start, at_, page_, word.box, word.confidence});
        }
    }

    void put(std::string_view text) {
        out_.text += text;
        at_ += length(text);
    }

    PageText out_;
    std::size_t at_ = 0;
    std::size_t page_ = 0;
    bool top_ = true;  ///< At the first piece of a page.
    Measure measure_;
    Margins margins_;
    std::optional<Row> before_;  ///< The row of running text above.
    bool before_was_full_ = false;
};

}  // namespace

PageText text_of_pages(const std::vector<WordPage>& pages) {
    return Writer().write(pages);
}

}  // namespace hoiquan::intake
