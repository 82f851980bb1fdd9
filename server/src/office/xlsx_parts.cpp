#include "office/xlsx_parts.h"

#include <charconv>
#include <map>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/text.h"
#include "office/sax.h"

namespace hoiquan::office {

namespace {

constexpr std::size_t kMaxStrings = 2'000'000;
constexpr std::size_t kMaxStyles = 65'536;

[[noreturn]] void too_large(const char* what) {
    throw Error(ErrorCode::too_large, kXlsxKeys.too_large).with_detail(what);
}

int number_of(std::optional<std::string_view> text) {
    int value = -1;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), value);
    }
    return value;
}

class WorkbookHandler : public SaxHandler {
public:
    struct Entry {
        std::string name;
        std::string relation;
        bool is_hidden = false;
    };
    std::vector<Entry> sheets;
    bool from_1904 = false;

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "sheet") {
            std::optional<std::string_view> relation = attributes.find_exact("r:id");
            if (!relation) {
                relation = attributes.find("id");
            }
            sheets.push_back({std::string(attributes.find("name").value_or("")),
                              std::string(relation.value_or("")),
                              attributes.find("state").value_or("visible") != "visible"});
        } else if (name == "workbookPr") {
            const std::string_view flag = attributes.find("date1904").value_or("0");
            from_1904 = flag == "1" || flag == "true";
        }
    }
};

class RelationsHandler : public SaxHandler {
public:
    std::map<std::string, std::string, std::less<>> by_id;
    std::map<std::string, std::string, std::less<>> by_type;  ///< Last part of the type's address.

    void start(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship" || by_id.size() > kMaxStyles) {
            return;
        }
        const std::string target = absolute(attributes.find("Target").value_or(""));
        const std::string_view type = attributes.find("Type").value_or("");
        by_id.emplace(attributes.find("Id").value_or(""), target);
        by_type.emplace(type.substr(type.rfind('/') + 1), target);
    }

private:
    static std::string absolute(std::string_view target) {
        return target.starts_with('/') ? std::string(target.substr(1))
                                       : "xl/" + std::string(target);
    }
};

class StringsHandler : public SaxHandler {
public:
    explicit StringsHandler(const XlsxLimits& limits) : limits_(limits) {}
    std::vector<std::string> strings;

    void start(std::string_view name, const Attributes&) override {
        if (name == "si") {
            if (strings.size() >= kMaxStrings) {
                too_large("shared strings");
            }
            current_.clear();
        } else if (name == "rPh") {
            phonetic_ = true;
        }
        in_text_ = name == "t" && !phonetic_;
    }
    void text(std::string_view piece) override {
        if (!in_text_) {
            return;
        }
        if (current_.size() + piece.size() > limits_.cell_bytes) {
            too_large("shared string");
        }
        current_ += piece;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") {
            phonetic_ = false;
        } else if (name == "si") {
            strings.push_back(unescaped(current_));
        }
    }

private:
    const XlsxLimits& limits_;
    std::string current_;
    bool in_text_ = false;
    bool phonetic_ = false;
};

bool is_built_in_date(int format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
           (format >= 34 && format <= 36) || (format >= 50 && format <= 58);
}

class StylesHandler : public SaxHandler {
public:
    std::vector<bool> date_styles;

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "numFmt" && formats_.size() < kMaxStyles) {
            formats_[number_of(attributes.find("numFmtId"))] =
                is_date_format(attributes.find("formatCode").value_or(""));
        } else if (name == "cellXfs") {
            in_cell_formats_ = true;
        } else if (name == "xf" && in_cell_formats_ && date_styles.size() < kMaxStyles) {
            const int format = number_of(attributes.find("numFmtId"));
            const auto own = formats_.find(format);
            date_styles.push_back(own == formats_.end() ? is_built_in_date(format) : own->second);
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") {
            in_cell_formats_ = false;
        }
    }

private:
    std::map<int, bool> formats_;
    bool in_cell_formats_ = false;
};

}  // namespace

bool is_date_format(std::string_view code) {
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[' || c == ']') {
            bracketed = c == '[';
        } else if (!bracketed && std::string_view("dDyY").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    while (i < text.size()) {
        unsigned code = 0;
        const bool escape =
            text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
            std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16).ptr ==
                text.data() + i + 6;
        if (escape && (code < 0xD800 || code > 0xDFFF)) {
            out += to_utf8(std::u32string(1, static_cast<char32_t>(code)));
            i += 7;
        } else {
            out += text[i++];
        }
    }
    return out;
}

Workbook read_workbook(const ZipReader& zip, const XlsxLimits& limits) {
    WorkbookHandler book;
    parse_part(zip, "xl/workbook.xml", book, kXlsxKeys.broken);
    RelationsHandler relations;
    parse_part(zip, "xl/_rels/workbook.xml.rels", relations, kXlsxKeys.broken);
    if (book.sheets.size() > limits.sheets) {
        too_large("sheets");
    }
    Workbook workbook;
    workbook.dates_from_1904 = book.from_1904;
    for (const WorkbookHandler::Entry& entry : book.sheets) {
        const auto part = relations.by_id.find(entry.relation);
        if (part != relations.by_id.end() && zip.has(part->second)) {
            workbook.sheets.push_back({entry.name, part->second, entry.is_hidden});
        }
    }
    const auto strings = relations.by_type.find("sharedStrings");
    if (strings != relations.by_type.end() && zip.has(strings->second)) {
        StringsHandler handler(limits);
        parse_part(zip, strings->second, handler, kXlsxKeys.broken);
        workbook.strings = std::move(handler.strings);
    }
    const auto styles = relations.by_type.find("styles");
    if (styles != relations.by_type.end() && zip.has(styles->second)) {
        StylesHandler handler;
        parse_part(zip, styles->second, handler, kXlsxKeys.broken);
        workbook.date_styles = std::move(handler.date_styles);
    }
    return workbook;
}

}  // namespace hoiquan::office
