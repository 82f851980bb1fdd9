#pragma once

// The document as code points, its lower-case twin and its words. All offsets of the reader are
// offsets into it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::reader {

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
    bool empty() const { return end <= start; }
    std::size_t size() const { return empty() ? 0 : end - start; }
    bool contains(std::size_t at) const { return at >= start && at < end; }
    friend bool operator==(const Span&, const Span&) = default;
};

bool is_blank(char32_t c);
bool is_digit(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
/// Lower case of one code point.
char32_t lower_of(char32_t c);
/// Lower case, blanks as U+0020 and the tone in the older place ("uỷ" as "ủy"); the length stays.
std::u32string comparable(std::u32string_view raw);

class Text {
public:
    explicit Text(std::u32string raw);

    const std::u32string& raw() const { return raw_; }
    const std::u32string& lower() const { return lower_; }
    std::size_t size() const { return raw_.size(); }
    Span all() const { return {0, raw_.size()}; }

    /// Words are runs of letters and digits.
    const std::vector<Span>& words() const { return words_; }
    /// Index of the first word that starts at `offset` or later.
    std::size_t word_from(std::size_t offset) const;
    std::u32string_view word(std::size_t index) const;
    /// Equal words have equal hashes.
    std::size_t word_hash(std::size_t index) const { return hashes_[index]; }
    /// The characters between word `index` and the next one.
    std::u32string_view gap_after(std::size_t index) const;
    bool is_capital(std::size_t word_index) const;

    std::u32string_view piece(Span span) const;
    std::u32string_view lower_piece(Span span) const;
    /// As written.
    std::string utf8(Span span) const;
    /// As written, each run of blanks (line breaks too) as one space.
    std::string one_line(Span span) const;
    /// Without blanks at the ends.
    Span trimmed(Span span) const;
    /// Without blanks and the given characters at the ends.
    Span stripped(Span span, std::u32string_view extra) const;

private:
    std::u32string raw_;
    std::u32string lower_;
    std::vector<Span> words_;
    std::vector<std::size_t> hashes_;  ///< Of the words, in the same order.
};

/// The bracket that closes the one at `open` or later; `open` if none does so nearby.
std::size_t closing_bracket(const Text& text, std::size_t open, std::size_t end);

}  // namespace hoiquan::reader
