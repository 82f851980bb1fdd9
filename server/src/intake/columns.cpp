#include "intake/columns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"

namespace hoiquan::intake {

namespace {

/// All in widths of a letter. Blanks of justified lines rarely grow beyond the first.
constexpr double kGap = 2.0;
constexpr double kWideGap = 6.0;
constexpr double kNarrowest = 0.8;
constexpr double kSeenApart = 0.4;
/// In distances of lines.
constexpr double kFarBelow = 3.2;
constexpr double kNear = 1.45;

struct Gutter {
    double from = 0.0;
    double to = 0.0;
    double width() const { return to - from; }
};

std::vector<Gutter> gutters_of(const Row& row, double narrowest) {
    std::vector<Gutter> gutters;
    double end = row.words.front().box.right();
    std::size_t line = row.words.front().line;
    for (const Word& word : row.words) {
        // Where the program saw two lines, it saw more of the page than this row.
        const double enough = word.line == line ? narrowest : narrowest * kSeenApart;
        if (word.box.left - end >= enough) {
            gutters.push_back({end, word.box.left});
        }
        end = std::max(end, word.box.right());
        line = word.line;
    }
    return gutters;
}

/// What is left of the gutter when the row's words have taken their room; none when they cross it.
std::optional<Gutter> narrowed(Gutter gutter, const Row& row, double narrowest) {
    // A word in the gutter belongs to the side whose edge it is nearer to.
    for (const Word& word : row.words) {
        if (word.box.right() <= gutter.from || word.box.left >= gutter.to) {
            continue;
        }
        const bool from_left = word.box.left <= gutter.from ||
                               word.box.left - gutter.from < gutter.to - word.box.right();
        if (from_left) {
            gutter.from = word.box.right();
        } else {
            gutter.to = word.box.left;
        }
        if (gutter.width() < narrowest) {
            return std::nullopt;
        }
    }
    return gutter;
}

/// The words between two edges.
Row part_between(const Row& row, double from, double to) {
    std::vector<Word> words;
    for (const Word& word : row.words) {
        const double middle = word.box.left + word.box.width / 2;
        if (middle >= from && middle < to) {
            words.push_back(word);
        }
    }
    return words.empty() ? Row{} : row_of(std::move(words));
}

class Page {
public:
    explicit Page(const RowPage& page) : rows_(page.rows), measure_(page.measure) {}

    std::vector<Piece> pieces() {
        std::size_t next = 0;
        while (next < rows_.size()) {
            const std::size_t end = table_at(next);
            if (end > next) {
                next = end;
                continue;
            }
            const std::size_t behind = blocks_at(next);
            if (behind > next) {
                next = behind;
                continue;
            }
            pieces_.push_back({Piece::Kind::body, {rows_[next]}, {}});
            ++next;
        }
        return std::move(pieces_);
    }

private:
    double letters(double count) const { return count * measure_.letter; }

    double step_to(std::size_t row) const {
        return row == 0 ? 0.0 : rows_[row].middle() - rows_[row - 1].middle();
    }

    // --- tables -------------------------------------------------------------------------------

    /// "1." or "-" and a tab are no column.
    static bool opens_with_mark(const Row& row, const Gutter& gutter) {
        std::size_t size = 0;
        for (const Word& word : row.words) {
            size += word.box.right() <= gutter.from ? length(word.text) : 0;
        }
        return size <= 4;
    }

    /// Rows from `first` on that share the gutters of its widest row. At least two of them must
    /// show all columns.
    std::size_t table_at(std::size_t first) {
        std::vector<Gutter> gutters = gutters_of(rows_[first], letters(kGap));
        if (gutters.size() < 2) {
            return first;
        }
        std::size_t end = first;
        std::size_t full = 0;
        while (end < rows_.size() && (end == first || step_to(end) < kFarBelow * measure_.pitch)) {
            const auto fitted = fit(gutters, rows_[end]);
            if (fitted.size() != gutters.size()) {
                break;
            }
            full += gutters_of(rows_[end], letters(kNarrowest)).size() >= gutters.size() ? 1 : 0;
            gutters = fitted;
            ++end;
        }
        if (full < 2) {
            return first;
        }
        add_table(first, end, gutters);
        return end;
    }

    std::vector<Gutter> fit(const std::vector<Gutter>& gutters, const Row& row) const {
        std::vector<Gutter> fitted;
        for (const Gutter& gutter : gutters) {
            if (const auto left = narrowed(gutter, row, letters(0.6))) {
                fitted.push_back(*left);
            }
        }
        return fitted;
    }

    std::vector<Row> cells_of(const Row& row, const std::vector<Gutter>& gutters) const {
        std::vector<Row> cells;
        double from = -1e9;
        for (const Gutter& gutter : gutters) {
            const double to = (gutter.from + gutter.to) / 2;
            cells.push_back(part_between(row, from, to));
            from = to;
        }
        cells.push_back(part_between(row, from, 1e9));
        return cells;
    }

    /// A cell that is broken into lines goes on below; a row begins where its first column does.
    void add_table(std::size_t first, std::size_t end, const std::vector<Gutter>& gutters) {
        bool open = false;
        for (std::size_t i = first; i < end; ++i) {
            auto cells = cells_of(rows_[i], gutters);
            const bool begins = !open || !cells.front().words.empty();
            if (begins) {
                pieces_.push_back({Piece::Kind::table_row, {}, std::move(cells)});
                open = true;
                continue;
            }
            auto& above = pieces_.back().cells;
            for (std::size_t c = 0; c < cells.size(); ++c) {
                auto& words = above[c].words;
                words.insert(words.end(), cells[c].words.begin(), cells[c].words.end());
            }
        }
    }

    // --- two blocks side by side --------------------------------------------------------------

    std::optional<Gutter> widest_gap(const Row& row) const {
        const auto gutters = gutters_of(row, letters(kGap));
        const auto widest =
            std::max_element(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) {
                return a.width() < b.width();
            });
        if (widest == gutters.end() || opens_with_mark(row, *widest)) {
            return std::nullopt;
        }
        return *widest;
    }

    struct Blocks {
        std::size_t end = 0;
        std::size_t both = 0;        ///< Rows with words on both sides.
        std::size_t last_right = 0;  ///< Behind the last row with words on the right.
        Gutter gutter;
    };

    Blocks grow(std::size_t first, Gutter gutter) const {
        Blocks out{first, 0, first, gutter};
        for (std::size_t i = first; i < rows_.size(); ++i) {
            if (i > first && step_to(i) > kFarBelow * measure_.pitch) {
                break;
            }
            const auto left = narrowed(out.gutter, rows_[i], letters(kNarrowest));
            if (!left) {
                break;
            }
            out.gutter = *left;
            const bool on_left = rows_[i].left() < out.gutter.from + letters(0.1);
            const bool on_right = rows_[i].right() > out.gutter.to - letters(0.1);
            const bool goes_on = on_right || step_to(i) < kNear * measure_.pitch;
            if (!goes_on) {
                break;
            }
            out.both += on_left && on_right ? 1 : 0;
            out.end = i + 1;
            out.last_right = on_right ? out.end : out.last_right;
        }
        return out;
    }

    std::size_t blocks_at(std::size_t first) {
        // The right block may begin above the left one, or the other way round.
        for (std::size_t seed = first; seed < std::min(first + 3, rows_.size()); ++seed) {
            const auto gap = widest_gap(rows_[seed]);
            if (!gap) {
                continue;
            }
            const Blocks blocks = grow(seed, *gap);
            const bool clear = blocks.both >= 2 || gap->width() >= letters(kWideGap);
            if (!clear || !may_begin(first, seed, blocks.gutter)) {
                return first;
            }
            add_blocks(first, blocks);
            return blocks.end;
        }
        return first;
    }

    /// Rows above the first one with both sides: only such as stand on the right, or at the very
    /// top of the page.
    bool may_begin(std::size_t first, std::size_t seed, const Gutter& gutter) const {
        for (std::size_t i = first; i < seed; ++i) {
            const bool on_right = rows_[i].left() >= gutter.to;
            const bool on_left = rows_[i].right() <= gutter.from;
            const bool near = step_to(i + 1) < kFarBelow * measure_.pitch;
            if (!near || !(on_right || (on_left && first == 0))) {
                return false;
            }
        }
        return true;
    }

    void add_blocks(std::size_t first, const Blocks& blocks) {
        const double middle = (blocks.gutter.from + blocks.gutter.to) / 2;
        Piece left{Piece::Kind::block, {}, {}};
        Piece right{Piece::Kind::block, {}, {}};
        for (std::size_t i = first; i < blocks.end; ++i) {
            Row on_left = part_between(rows_[i], -1e9, middle);
            Row on_right = part_between(rows_[i], middle, 1e9);
            if (!on_left.words.empty()) {
                left.rows.push_back(std::move(on_left));
            }
            if (!on_right.words.empty()) {
                right.rows.push_back(std::move(on_right));
            }
        }
        pieces_.push_back(std::move(left));
        pieces_.push_back(std::move(right));
    }

    const std::vector<Row>& rows_;
    Measure measure_;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> pieces_of(const RowPage& page) {
    return Page(page).pieces();
}

}  // namespace hoiquan::intake
