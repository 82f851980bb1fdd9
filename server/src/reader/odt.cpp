#include "reader/odt.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace hoiquan::reader {

namespace {

constexpr int kMaxDepth = 400;
constexpr int kMaxBlanks = 200;
constexpr std::size_t kDataColumns = 3;

bool is(const pugi::xml_node& node, std::string_view name) {
    return name == node.name();
}

bool is_skipped(const pugi::xml_node& node) {
    return is(node, "text:tracked-changes") || is(node, "office:annotation") ||
           is(node, "text:sequence-decls") || is(node, "office:forms");
}

/// How the levels of a list are numbered.
struct ListStyle {
    struct Level {
        std::string prefix;
        std::string suffix;
        std::string format;
        bool bullet = false;
    };
    std::map<int, Level> levels;
};

using Styles = std::map<std::string, ListStyle, std::less<>>;

Styles styles_of(const pugi::xml_node& styles) {
    Styles out;
    for (const auto& list : styles.children("text:list-style")) {
        ListStyle& style = out[list.attribute("style:name").as_string()];
        for (const auto& level : list.children()) {
            style.levels[level.attribute("text:level").as_int(1)] = {
                level.attribute("style:num-prefix").as_string(),
                level.attribute("style:num-suffix").as_string(),
                level.attribute("style:num-format").as_string(),
                is(level, "text:list-level-style-bullet")};
        }
    }
    return out;
}

std::string counted(const std::string& format, int value) {
    static constexpr const char* kRoman[] = {
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    const int letter = (value - 1) % 26;
    if (format == "I" && value >= 1 && value <= 12) {
        return kRoman[value - 1];
    }
    if (format == "a") {
        return std::string(1, static_cast<char>('a' + letter));
    }
    if (format == "A") {
        return std::string(1, static_cast<char>('A' + letter));
    }
    return std::to_string(value);
}

struct OpenList {
    std::string style;
    int count = 0;
};

/// Walks the tree with a pointer, not by recursion.
class Writer {
public:
    explicit Writer(const Styles& styles) : styles_(styles) {}

    bool write(const pugi::xml_node& root) {
        pugi::xml_node node = root.first_child();
        int depth = 0;
        while (!node.empty()) {
            const bool skipped = is_skipped(node);
            if (!skipped) {
                enter(node);
                if (!node.first_child().empty()) {
                    node = node.first_child();
                    if (++depth > kMaxDepth) {
                        return false;
                    }
                    continue;
                }
                leave(node);
            }
            node = next_of(node, root, depth);
        }
        return true;
    }

    std::string take() { return text_ + notes_; }

private:
    pugi::xml_node next_of(pugi::xml_node node, const pugi::xml_node& root, int& depth) {
        while (node.next_sibling().empty()) {
            node = node.parent();
            --depth;
            if (node == root || node.empty()) {
                return {};
            }
            leave(node);
        }
        return node.next_sibling();
    }

    std::string& out() { return in_note_ ? notes_ : text_; }

    void enter(const pugi::xml_node& node) {
        if (node.type() == pugi::node_pcdata) {
            const bool in_paragraph = paragraphs_ > 0;
            out() += in_paragraph ? node.value() : "";
        } else if (is(node, "text:p") || is(node, "text:h")) {
            begin_paragraph();
        } else if (is(node, "text:s")) {
            out().append(static_cast<std::size_t>(
                             std::clamp(node.attribute("text:c").as_int(1), 1, kMaxBlanks)),
                         ' ');
        } else if (is(node, "text:tab")) {
            out() += '\t';
        } else if (is(node, "text:line-break")) {
            out() += in_row() ? ' ' : '\n';
        } else if (is(node, "text:note-body")) {
            in_note_ = true;
            notes_ += "\n[" + std::to_string(++note_count_) + "] ";
            text_ += '[' + std::to_string(note_count_) + ']';
        } else if (is(node, "text:list")) {
            const std::string own = node.attribute("text:style-name").as_string();
            lists_.push_back({own.empty() && !lists_.empty() ? lists_.back().style : own, 0});
        } else if (is(node, "text:list-item") && !lists_.empty()) {
            ++lists_.back().count;
            fresh_item_ = true;
        } else if (is(node, "table:table-row")) {
            begin_row(node);
        } else if (is(node, "table:table-cell") || is(node, "table:covered-table-cell")) {
            out() += in_row() && !first_cell_ ? "\t" : "";
            first_cell_ = false;
            fresh_cell_ = true;
        }
    }

    void leave(const pugi::xml_node& node) {
        if (is(node, "text:p") || is(node, "text:h")) {
            paragraphs_ -= paragraphs_ > 0 ? 1 : 0;
            if (!in_row() && !in_note_) {
                text_ += '\n';
            }
        } else if (is(node, "text:note-body")) {
            in_note_ = false;
        } else if (is(node, "text:list") && !lists_.empty()) {
            lists_.pop_back();
        } else if (is(node, "table:table-row") && !rows_.empty()) {
            rows_.pop_back();
            line();
        }
    }

    bool in_row() const { return !rows_.empty() && rows_.back(); }

    void line() {
        if (!text_.empty() && text_.back() != '\n') {
            text_ += '\n';
        }
    }

    void begin_row(const pugi::xml_node& row) {
        std::size_t cells = 0;
        for (const auto& cell : row.children()) {
            cells += cell.empty() ? 0 : 1;
        }
        line();
        rows_.push_back(cells >= kDataColumns);
        first_cell_ = true;
    }

    void begin_paragraph() {
        ++paragraphs_;
        if (in_note_) {
            return;
        }
        if (in_row()) {
            text_ += fresh_cell_ ? "" : " ";
        }
        fresh_cell_ = false;
        if (fresh_item_ && !lists_.empty()) {
            text_ += label();
        }
        fresh_item_ = false;
    }

    std::string label() const {
        const auto style = styles_.find(lists_.back().style);
        if (style == styles_.end()) {
            return {};
        }
        const auto level = style->second.levels.find(static_cast<int>(lists_.size()));
        if (level == style->second.levels.end()) {
            return {};
        }
        if (level->second.bullet) {
            return "- ";
        }
        if (level->second.format.empty()) {
            return {};
        }
        return level->second.prefix + counted(level->second.format, lists_.back().count) +
               level->second.suffix + ' ';
    }

    const Styles& styles_;
    std::string text_;
    std::string notes_;
    std::vector<OpenList> lists_;
    std::vector<bool> rows_;
    int paragraphs_ = 0;
    int note_count_ = 0;
    bool in_note_ = false;
    bool fresh_item_ = false;
    bool first_cell_ = true;
    bool fresh_cell_ = true;
};

}  // namespace

std::string text_of_odt(const Archive& archive) {
    const std::string_view bytes = archive.part("content.xml");
    if (bytes.find("<!DOCTYPE") != std::string_view::npos ||
        bytes.find("<!ENTITY") != std::string_view::npos) {
        return {};
    }
    pugi::xml_document xml;
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!static_cast<bool>(xml.load_buffer(bytes.data(), bytes.size(), options))) {
        return {};
    }
    const auto content = xml.child("office:document-content");
    const Styles styles = styles_of(content.child("office:automatic-styles"));
    Writer writer(styles);
    const auto body = content.child("office:body").child("office:text");
    return writer.write(body) ? writer.take() : std::string();
}

}  // namespace hoiquan::reader
