#include "reader/citations.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "reader/bodies.h"
#include "reader/document_types.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kFarthestName = 16;   ///< Words between the kind's name and the number.
constexpr std::size_t kFarthestHead = 160;  ///< Words between the head of a list and its items.

struct Head {
    std::string_view type;
    Span span;
    Span issuer;
};

/// Walks over the text, remembering the head of a list of documents.
struct CitationReader {
    const Text& text;
    Span range;
    std::optional<Head> list;
    std::size_t list_word = 0;
};

bool breaks_sentence(std::u32string_view gap) {
    return gap.find_first_of(U".;()“”\"") != std::u32string_view::npos;
}

/// The kind's name nearest before `word`, in the same phrase.
std::optional<Hit> kind_before(const CitationReader& reader, std::size_t word) {
    for (std::size_t back = 1; back <= kFarthestName && back <= word; ++back) {
        const std::size_t w = word - back;
        if (reader.text.words()[w].start < reader.range.start ||
            breaks_sentence(reader.text.gap_after(w))) {
            return std::nullopt;
        }
        const auto hit = type_names().at(reader.text, w, reader.text.words()[word].start);
        // A law carries its name between kind and number; the others stand next to "số".
        const bool next = hit && hit->word + hit->words >= word;
        if (hit && (next || reader.text.is_capital(w))) {
            return hit;
        }
    }
    return std::nullopt;
}

/// A longer name may reach over the one that was found: "thông báo kết luận".
Hit widest(const CitationReader& reader, Hit hit) {
    for (std::size_t back = 1; back <= 2 && back <= hit.word; ++back) {
        const auto longer = type_names().at(reader.text, hit.word - back, hit.span.end);
        if (longer && longer->word + longer->words == hit.word + hit.words) {
            return *longer;
        }
    }
    return hit;
}

/// ", ngày 28/8/2012" or "ngày 28 tháng 8 năm 2012" right behind.
std::optional<DateHit> date_behind(const Text& text, std::size_t word, std::size_t end) {
    const auto gap = text.gap_after(word - 1);
    const bool near = std::all_of(
        gap.begin(), gap.end(), [](char32_t c) { return is_blank(c) || c == U',' || c == U'('; });
    if (!near || text.word(word) != U"ngày") {
        return std::nullopt;
    }
    return date_at(text, word + 1, end);
}

/// The issuer behind "của".
Span issuer_behind(const Text& text, std::size_t word, std::size_t end) {
    const auto gap = text.gap_after(word - 1);
    const bool near = std::all_of(gap.begin(), gap.end(), is_blank) ||
                      (gap.size() <= 2 && gap.find(U',') != std::u32string_view::npos);
    return near && text.word(word) == U"của" ? issuer_name(text, word + 1, end) : Span{};
}

/// "Báo cáo của Ban … (Báo cáo số …)": the issuer named with the same kind before.
Span issuer_before(const CitationReader& reader, const Hit& kind) {
    constexpr std::size_t farthest = 60;
    const Text& text = reader.text;
    const std::u32string name = comparable(text.piece(kind.span));
    for (std::size_t back = 2; back <= farthest && back <= kind.word; ++back) {
        const std::size_t w = kind.word - back;
        if (text.words()[w].start < reader.range.start) {
            break;
        }
        const auto other = type_names().at(text, w, kind.span.start);
        if (!other || other->id != kind.id || text.word(w + other->words) != U"của") {
            continue;
        }
        return issuer_name(text, w + other->words + 1, kind.span.start);
    }
    return {};
}

/// "theo đề nghị của Giám đốc Sở … tại Tờ trình số …": who spoke there.
Span speaker_before(const CitationReader& reader, const Hit& kind) {
    constexpr std::size_t farthest = 18;
    const Text& text = reader.text;
    if (kind.word < 2 || text.word(kind.word - 1) != U"tại") {
        return {};
    }
    for (std::size_t back = 2; back <= farthest && back <= kind.word; ++back) {
        const std::size_t w = kind.word - back;
        if (text.words()[w].start < reader.range.start) {
            break;
        }
        if (text.word(w) == U"của" && text.is_capital(w + 1)) {
            return text.stripped({text.words()[w + 1].start, text.words()[kind.word - 2].end},
                                 U",");
        }
    }
    return {};
}

/// The list's head when an item says only "số …".
void remember_head(CitationReader& reader, std::size_t word) {
    const auto hit = type_names().at(reader.text, word, reader.range.end);
    if (!hit) {
        return;
    }
    const std::size_t behind = word + hit->words;
    const Span issuer = issuer_behind(reader.text, behind, reader.range.end);
    const auto gap = reader.text.gap_after(behind - 1);
    const bool list = !issuer.empty() || gap.find(U':') != std::u32string_view::npos;
    if (list || (word > 0 && reader.text.word(word - 1) == U"các")) {
        reader.list = Head{type_of_name(hit->id), hit->span, issuer};
        reader.list_word = word;
    }
}

FoundCitation build(const CitationReader& reader, std::size_t word, const DocumentNumber& number) {
    const Text& text = reader.text;
    const bool labelled = word > 0 && text.word(word - 1) == U"số";
    const std::size_t before = labelled ? word - 1 : word;
    FoundCitation found;
    found.span = {labelled ? text.words()[word - 1].start : number.span.start, number.span.end};
    found.confidence = labelled ? 0.9 : 0.7;
    found.citation.number_symbol = number.written;
    found.citation.type = std::string(type_of_symbol(to_code_points(number.symbol)).value_or(""));
    auto kind = kind_before(reader, before);
    Span issuer;
    if (kind) {
        kind = widest(reader, *kind);
        found.span.start = kind->span.start;
        found.citation.type = std::string(type_of_name(kind->id));
        found.confidence += 0.07;
    } else if (reader.list && word - reader.list_word < kFarthestHead) {
        found.citation.type = std::string(reader.list->type);
        issuer = reader.list->issuer;
    }
    std::size_t next = text.word_from(number.span.end);
    if (const auto date = date_behind(text, next, reader.range.end)) {
        found.citation.date = to_iso(date->date);
        found.span.end = date->span.end;
        next = text.word_from(date->span.end);
    }
    const Span named = issuer_behind(text, next, reader.range.end);
    if (!named.empty()) {
        issuer = named;
        found.span.end = named.end;
    } else if (issuer.empty() && kind) {
        issuer = speaker_before(reader, *kind);
        issuer = issuer.empty() ? issuer_before(reader, *kind) : issuer;
    }
    if (!issuer.empty()) {
        found.citation.issuer = text.one_line(issuer);
    }
    if (found.citation.type.empty()) {
        found.citation.type = "other";
        found.confidence -= 0.2;
    }
    found.citation.text = text.utf8(found.span);
    return found;
}

std::string key_of(std::string_view number) {
    return fold(number);
}

}  // namespace

std::vector<FoundCitation> read_citations(const Text& text, Span range, std::string_view own) {
    CitationReader reader{text, range, std::nullopt, 0};
    std::vector<FoundCitation> found;
    std::unordered_set<std::string> seen{key_of(own)};
    const auto& words = text.words();
    std::size_t done = range.start;
    for (std::size_t w = text.word_from(range.start); w < words.size() && words[w].end <= range.end;
         ++w) {
        if (words[w].start < done) {
            continue;
        }
        if (!is_digit(text.raw()[words[w].start])) {
            remember_head(reader, w);
            continue;
        }
        const auto number = number_at(text, words[w].start, range.end);
        if (!number || (w > 0 && text.gap_after(w - 1).ends_with(U"/"))) {
            continue;
        }
        done = number->span.end;
        if (seen.insert(key_of(number->written)).second) {
            found.push_back(build(reader, w, *number));
            done = std::max(done, found.back().span.end);
        }
    }
    return found;
}

}  // namespace hoiquan::reader
