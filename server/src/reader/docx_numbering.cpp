#include "reader/docx_numbering.h"

#include <algorithm>

namespace hoiquan::reader {

namespace {

constexpr int kMostCounted = 3000;

std::string roman(int value, bool upper) {
    struct Part {
        int value;
        const char* letters;
    };
    static constexpr std::array<Part, 13> parts{{{1000, "M"},
                                                 {900, "CM"},
                                                 {500, "D"},
                                                 {400, "CD"},
                                                 {100, "C"},
                                                 {90, "XC"},
                                                 {50, "L"},
                                                 {40, "XL"},
                                                 {10, "X"},
                                                 {9, "IX"},
                                                 {5, "V"},
                                                 {4, "IV"},
                                                 {1, "I"}}};
    std::string out;
    for (const Part& part : parts) {
        while (value >= part.value) {
            out += part.letters;
            value -= part.value;
        }
    }
    if (!upper) {
        for (char& c : out) {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}

std::string letters(int value, bool upper) {
    const int index = (value - 1) % 26;
    const auto count = static_cast<std::size_t>(value - 1) / 26 + 1;
    return std::string(std::min<std::size_t>(count, 4),
                       static_cast<char>((upper ? 'A' : 'a') + index));
}

std::string counted(const std::string& format, int value) {
    value = std::clamp(value, 1, kMostCounted);
    if (format == "upperRoman" || format == "lowerRoman") {
        return roman(value, format[0] == 'u');
    }
    if (format == "upperLetter" || format == "lowerLetter") {
        return letters(value, format[0] == 'u');
    }
    if (format == "decimalZero" && value < 10) {
        return "0" + std::to_string(value);
    }
    return format == "none" ? std::string() : std::to_string(value);
}

const char* value_of(const pugi::xml_node& node) {
    return node.attribute("w:val").as_string();
}

}  // namespace

Numbering::Numbering(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
    for (const auto& list : numbering.children("w:abstractNum")) {
        Definition& definition = definitions_[list.attribute("w:abstractNumId").as_string()];
        for (const auto& level : list.children("w:lvl")) {
            const int index = level.attribute("w:ilvl").as_int(-1);
            if (index >= 0 && index < static_cast<int>(kLevels)) {
                definition.levels.at(static_cast<std::size_t>(index)) = {
                    value_of(level.child("w:numFmt")),
                    value_of(level.child("w:lvlText")),
                    level.child("w:start").attribute("w:val").as_int(1)};
            }
        }
    }
    for (const auto& list : numbering.children("w:num")) {
        lists_[list.attribute("w:numId").as_string()] = value_of(list.child("w:abstractNumId"));
    }
    for (const auto& style : styles.children("w:style")) {
        const auto reference = style.child("w:pPr").child("w:numPr");
        if (!reference.empty()) {
            styles_[style.attribute("w:styleId").as_string()] = {
                value_of(reference.child("w:numId")),
                reference.child("w:ilvl").attribute("w:val").as_int(0)};
        }
    }
}

Numbering::Reference Numbering::reference_of(const pugi::xml_node& paragraph) const {
    const auto properties = paragraph.child("w:pPr");
    const auto reference = properties.child("w:numPr");
    if (!reference.empty()) {
        return {value_of(reference.child("w:numId")),
                reference.child("w:ilvl").attribute("w:val").as_int(0)};
    }
    const auto style = styles_.find(value_of(properties.child("w:pStyle")));
    return style == styles_.end() ? Reference{} : style->second;
}

std::string Numbering::label(const Definition& definition,
                             const std::array<int, kLevels>& counts,
                             std::size_t level) const {
    const Level& own = definition.levels.at(level);
    if (own.format == "bullet") {
        return level == 0 || own.text != "+" ? "-" : "+";
    }
    std::string out;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool counter = own.text[i] == '%' && i + 1 < own.text.size() &&
                             own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!counter) {
            out += own.text[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(own.text[++i] - '1');
        const bool plain = index != level && own.format == "decimal";
        out += counted(plain ? "decimal" : definition.levels.at(index).format, counts.at(index));
    }
    return out;
}

std::string Numbering::next(const pugi::xml_node& paragraph) {
    const Reference reference = reference_of(paragraph);
    const auto list = lists_.find(reference.list);
    if (list == lists_.end() || reference.level < 0 ||
        reference.level >= static_cast<int>(kLevels)) {
        return {};
    }
    const auto definition = definitions_.find(list->second);
    if (definition == definitions_.end()) {
        return {};
    }
    const auto level = static_cast<std::size_t>(reference.level);
    auto [entry, fresh] = counts_.try_emplace(list->second);
    auto& counts = entry->second;
    if (fresh) {
        for (std::size_t i = 0; i < kLevels; ++i) {
            counts.at(i) = definition->second.levels.at(i).start - 1;
        }
    }
    ++counts.at(level);
    for (std::size_t i = level + 1; i < kLevels; ++i) {
        counts.at(i) = definition->second.levels.at(i).start - 1;
    }
    return label(definition->second, counts, level);
}

}  // namespace hoiquan::reader
