#include "reader/sentences.h"

#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// "TP.", "Tp.", "ThS.", a single letter: the full stop belongs to the word before it.
bool is_abbreviation(const Text& text, std::size_t stop, std::size_t start) {
    static const PhraseSet abbreviations{
        "tp", "ts", "ths", "pgs", "gs", "bs", "cn", "tx", "tt", "vv"};
    std::size_t word = text.word_from(stop);
    if (word == 0) {
        return false;
    }
    --word;
    const Span last = text.words()[word];
    if (last.end != stop || last.start < start) {
        return false;
    }
    return (last.size() == 1 && is_letter(text.raw()[last.start])) ||
           abbreviations.at(text, word, stop).has_value();
}

/// What a sentence, or an item of a list in it, begins with.
bool may_open(char32_t c) {
    return is_upper(c) || is_digit(c) || c == U'-' || c == U'+';
}

}  // namespace

std::vector<Span> sentences_of(const Text& text, Span paragraph) {
    std::vector<Span> sentences;
    std::size_t start = paragraph.start;
    for (std::size_t at = paragraph.start; at < paragraph.end; ++at) {
        const char32_t c = text.raw()[at];
        if (c != U'.' && c != U'!' && c != U'?' && c != U'…') {
            continue;
        }
        std::size_t next = at + 1;
        while (next < paragraph.end && is_blank(text.raw()[next])) {
            ++next;
        }
        const bool apart = next > at + 1 && next < paragraph.end;
        if (apart && may_open(text.raw()[next]) && !is_abbreviation(text, at, start)) {
            const Span sentence = text.trimmed({start, at + 1});
            if (!sentence.empty()) {
                sentences.push_back(sentence);
            }
            start = next;
        }
    }
    const Span rest = text.trimmed({start, paragraph.end});
    if (!rest.empty()) {
        sentences.push_back(rest);
    }
    return sentences;
}

}  // namespace hoiquan::reader
