#include "reader/origin.h"

#include "reader/bodies.h"
#include "reader/document_types.h"
#include "reader/issuer.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// "(Kèm theo Hướng dẫn số 40-HD/…, ngày 27/11/2025 của …)" on the first page of an annex.
void read_annex_line(const Text& text, const Block& block, Values& values) {
    static const PhraseSet attached{"kèm theo", "ban hành kèm theo"};
    const auto opening = attached.at(text, text.word_from(block.span.start), block.span.end);
    if (!opening || block.span.size() > 600) {
        return;
    }
    const auto& words = text.words();
    for (std::size_t w = opening->word; w < words.size() && words[w].end <= block.span.end; ++w) {
        const auto number = text.word(w).empty() || !is_digit(text.word(w)[0])
                                ? std::nullopt
                                : number_at(text, words[w].start, block.span.end);
        if (!number) {
            continue;
        }
        values.insert({"number", {number->number, number->span, 0.85}});
        values.insert({"symbol", {number->symbol, number->span, 0.85}});
        const std::size_t next = text.word_from(number->span.end);
        const auto date =
            text.word(next) == U"ngày" ? date_at(text, next + 1, block.span.end) : std::nullopt;
        if (date) {
            values.insert({"date", {to_iso(date->date), date->span, 0.85}});
        }
        const std::size_t of = date ? text.word_from(date->span.end) : next;
        const Span issuer =
            text.word(of) == U"của" ? issuer_name(text, of + 1, block.span.end) : Span{};
        if (!issuer.empty()) {
            values.insert({"issuing_body", as_written(text, issuer, 0.8)});
        }
        return;
    }
}

/// News that reproduces a document: "Ngày 14/11/2025, X đã ban hành Kết luận số 402-KL/TU …".
void read_news(const Text& text, const std::vector<Block>& blocks, Values& values) {
    static const PhraseSet issued{"ban hành", "ký ban hành", "ký", "có"};
    constexpr std::size_t opening_blocks = 4;
    const auto& words = text.words();
    for (std::size_t b = 0; b < blocks.size() && b < opening_blocks; ++b) {
        const Span span = blocks[b].span;
        for (std::size_t w = text.word_from(span.start) + 1;
             w < words.size() && words[w].end <= span.end;
             ++w) {
            const auto kind = type_names().at(text, w, span.end);
            const std::size_t at = kind ? w + kind->words : w;
            const bool named = kind && issued.before(text, w, span.start) && text.word(at) == U"số";
            const auto number = named && at + 1 < words.size()
                                    ? number_at(text, words[at + 1].start, span.end)
                                    : std::nullopt;
            if (!number) {
                continue;
            }
            values.insert({"number", {number->number, number->span, 0.7}});
            values.insert({"symbol", {number->symbol, number->span, 0.7}});
            values.insert({"type", {std::string(type_of_name(kind->id)), kind->span, 0.8}});
            const std::size_t first = text.word_from(span.start);
            const std::size_t behind = text.word_from(number->span.end);
            const std::size_t day = text.word(behind) == U"ngày" ? behind : first;
            const auto date =
                text.word(day) == U"ngày" ? date_at(text, day + 1, span.end) : std::nullopt;
            if (date) {
                values.insert({"date", {to_iso(date->date), date->span, 0.7}});
            }
            return;
        }
    }
}

/// "Kết luận này", "Thông báo kết luận này": the text names its own kind.
void read_own_kind(const Text& text, const std::vector<Block>& blocks, Values& values) {
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        const auto& words = text.words();
        for (std::size_t w = text.word_from(block->span.start);
             w < words.size() && words[w].end <= block->span.end;
             ++w) {
            const auto name = type_names().at(text, w, block->span.end);
            if (name && text.is_capital(w) && text.word(w + name->words) == U"này") {
                values.insert({"type", {std::string(type_of_name(name->id)), name->span, 0.75}});
                return;
            }
        }
    }
}

}  // namespace

void complete_origin(const Text& text, const Parts& parts, Values& values) {
    if (!values.contains("symbol")) {
        for (const auto* blocks : {&parts.body, &parts.annexes}) {
            for (const Block& block : *blocks) {
                read_annex_line(text, block, values);
            }
        }
    }
    if (!values.contains("symbol") && !parts.addressed && !values.contains("signatory_name")) {
        read_news(text, parts.body, values);
    }
    if (!values.contains("type") && parts.addressed) {
        values.insert({"type", {"official_letter", {}, 0.9}});
    }
    if (!values.contains("type")) {
        read_own_kind(text, parts.body, values);
    }
    const auto subject = values.find("subject");
    if (!values.contains("issuing_body") && subject != values.end()) {
        if (auto issuer = issuer_from_subject(text, subject->second.span)) {
            values.insert({"issuing_body", *issuer});
        }
    }
    if (!values.contains("issuing_body")) {
        if (auto issuer = issuer_from_body(text, parts.body)) {
            values.insert({"issuing_body", *issuer});
        }
    }
}

std::string own_number(const Values& values) {
    const auto number = values.find("number");
    const auto symbol = values.find("symbol");
    if (number == values.end() || symbol == values.end()) {
        return {};
    }
    // Party numbers join with '-', State numbers with '/'.
    const bool party = symbol->second.text.find('/') != std::string::npos;
    return number->second.text + (party ? "-" : "/") + symbol->second.text;
}

}  // namespace hoiquan::reader
