#include "reader/origin.h"

#include "reader/bodies.h"
#include "reader/document_types.h"
#include "reader/issuer.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// The first number of a document in the piece, from word `w` on.
std::optional<DocumentNumber> first_number(const Text& text, std::size_t w, std::size_t end) {
    const auto& words = text.words();
    for (; w < words.size() && words[w].end <= end; ++w) {
        if (!is_digit(text.word(w)[0])) {
            continue;
        }
        if (auto number = number_at(text, words[w].start, end)) {
            return number;
        }
    }
    return std::nullopt;
}

/// "ngày 27/11/2025" at this word.
std::optional<DateHit> day_at(const Text& text, std::size_t word, std::size_t end) {
    return text.word(word) == U"ngày" ? date_at(text, word + 1, end) : std::nullopt;
}

void insert_number(Values& values, const DocumentNumber& number, double confidence) {
    values.insert({"number", {number.number, number.span, confidence}});
    values.insert({"symbol", {number.symbol, number.span, confidence}});
}

/// "(Kèm theo Hướng dẫn số 40-HD/…, ngày 27/11/2025 của …)" on the first page of an annex.
void read_annex_line(const Text& text, const Block& block, Values& values) {
    static const PhraseSet attached{"kèm theo", "ban hành kèm theo"};
    const std::size_t end = block.span.end;
    const auto opening = attached.at(text, text.word_from(block.span.start), end);
    const auto number =
        opening && block.span.size() <= 600 ? first_number(text, opening->word, end) : std::nullopt;
    if (!number) {
        return;
    }
    insert_number(values, *number, 0.85);
    std::size_t next = text.word_from(number->span.end);
    if (const auto date = day_at(text, next, end)) {
        values.insert({"date", {to_iso(date->date), date->span, 0.85}});
        next = text.word_from(date->span.end);
    }
    const Span issuer = text.word(next) == U"của" ? issuer_name(text, next + 1, end) : Span{};
    if (!issuer.empty()) {
        values.insert({"issuing_body", as_written(text, issuer, 0.8)});
    }
}

/// "X đã ban hành Kết luận số 402-KL/TU" at this word: kind and number.
bool read_issued_at(const Text& text, Span span, std::size_t w, Values& values) {
    static const PhraseSet issued{"ban hành", "ký ban hành", "ký", "có"};
    const auto kind = type_names().at(text, w, span.end);
    if (!kind || !issued.before(text, w, span.start) || text.word(w + kind->words) != U"số") {
        return false;
    }
    const std::size_t digits = w + kind->words + 1;
    const auto number = digits < text.words().size()
                            ? number_at(text, text.words()[digits].start, span.end)
                            : std::nullopt;
    if (!number) {
        return false;
    }
    insert_number(values, *number, 0.7);
    values.insert({"type", {std::string(type_of_name(kind->id)), kind->span, 0.8}});
    const std::size_t behind = text.word_from(number->span.end);
    auto date = day_at(text, behind, span.end);
    date = date ? date : day_at(text, text.word_from(span.start), span.end);
    if (date) {
        values.insert({"date", {to_iso(date->date), date->span, 0.7}});
    }
    return true;
}

/// News that reproduces a document: "Ngày 14/11/2025, X đã ban hành Kết luận số 402-KL/TU …".
void read_news(const Text& text, const std::vector<Block>& blocks, Values& values) {
    constexpr std::size_t opening_blocks = 4;
    const auto& words = text.words();
    for (std::size_t b = 0; b < blocks.size() && b < opening_blocks; ++b) {
        const Span span = blocks[b].span;
        for (std::size_t w = text.word_from(span.start) + 1;
             w < words.size() && words[w].end <= span.end;
             ++w) {
            if (read_issued_at(text, span, w, values)) {
                return;
            }
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

/// The issuer from the subject ("của … về …"), else from what the text says.
void complete_issuer(const Text& text, const Parts& parts, Values& values) {
    if (values.contains("issuing_body")) {
        return;
    }
    const auto subject = values.find("subject");
    auto issuer =
        subject == values.end() ? std::nullopt : issuer_from_subject(text, subject->second.span);
    issuer = issuer ? issuer : issuer_from_body(text, parts.body);
    if (issuer) {
        values.insert({"issuing_body", *issuer});
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
    complete_issuer(text, parts, values);
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
