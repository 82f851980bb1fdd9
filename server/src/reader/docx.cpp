#include "reader/docx.h"

#include <algorithm>
#include <optional>

#include <pugixml.hpp>

#include "base/text.h"
#include "reader/archive.h"
#include "reader/docx_numbering.h"

namespace hoiquan::reader {

namespace {

constexpr int kMaxDepth = 200;
/// From so many columns on a table holds data; below, it sets blocks side by side (a letterhead).
constexpr std::size_t kDataColumns = 3;

bool is(const pugi::xml_node& node, std::string_view name) {
    return name == node.name();
}

/// What is not part of the text that counts: moved away, and copies for older programs.
bool is_skipped(const pugi::xml_node& node) {
    return is(node, "w:moveFrom") || is(node, "w:del") || is(node, "mc:Fallback") ||
           is(node, "w:pPr") || is(node, "w:rPr") || is(node, "w:sectPr") || is(node, "w:tblPr");
}

std::size_t cells_in(const pugi::xml_node& row) {
    std::size_t count = 0;
    for (const auto& cell : row.children("w:tc")) {
        count += cell.empty() ? 0 : 1;
    }
    return count;
}

/// Walks the tree with a pointer, not by recursion.
class Writer {
public:
    explicit Writer(Numbering& numbering) : numbering_(numbering) {}

    /// False if the tree is nested deeper than any document.
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

    std::string take() { return std::move(text_); }

private:
    /// The next sibling, of an elder if the node is the last one; empty at the root's end.
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

    void enter(const pugi::xml_node& node) {
        if (is(node, "w:t")) {
            text_ += node.text().as_string();
        } else if (is(node, "w:tab")) {
            text_ += '\t';
        } else if (is(node, "w:br") || is(node, "w:cr")) {
            text_ += in_data_row() ? ' ' : '\n';
        } else if (is(node, "w:noBreakHyphen")) {
            text_ += '-';
        } else if (is(node, "w:footnoteReference")) {
            text_ += '[' + std::string(node.attribute("w:id").as_string()) + ']';
        } else if (is(node, "w:p")) {
            begin_paragraph(node);
        } else if (is(node, "w:tr")) {
            rows_.push_back(cells_in(node) >= kDataColumns);
            first_cell_ = true;
            line();
        } else if (is(node, "w:tc")) {
            begin_cell();
        }
    }

    void leave(const pugi::xml_node& node) {
        if (is(node, "w:tr") && !rows_.empty()) {
            rows_.pop_back();
            line();
        } else if (is(node, "w:p") && !in_data_row()) {
            line();
        }
    }

    bool in_data_row() const { return !rows_.empty() && rows_.back(); }

    void line() {
        if (!text_.empty() && text_.back() != '\n') {
            text_ += '\n';
        }
    }

    void begin_cell() {
        if (in_data_row() && !first_cell_) {
            text_ += '\t';
        }
        first_cell_ = false;
        fresh_cell_ = true;
    }

    void begin_paragraph(const pugi::xml_node& node) {
        if (in_data_row()) {
            text_ += fresh_cell_ ? "" : " ";
        } else {
            line();
            const bool empty =
                node.child("w:r").empty() && !node.parent().empty() && is(node.parent(), "w:body");
            text_ += empty ? "\n" : "";
        }
        fresh_cell_ = false;
        const std::string label = numbering_.next(node);
        if (!label.empty()) {
            text_ += label + ' ';
        }
    }

    Numbering& numbering_;
    std::string text_;
    std::vector<bool> rows_;  ///< Open rows, tables may stand in tables.
    bool first_cell_ = true;
    bool fresh_cell_ = true;
};

struct Part {
    pugi::xml_document xml;
    bool ok = false;
};

/// A document type declaration has no place here; entities could hide in it.
void load(Part& part, std::string_view bytes) {
    if (bytes.empty() || bytes.find("<!DOCTYPE") != std::string_view::npos ||
        bytes.find("<!ENTITY") != std::string_view::npos) {
        return;
    }
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    part.ok = static_cast<bool>(part.xml.load_buffer(bytes.data(), bytes.size(), options));
}

/// Page headers hold marks and running titles; page numbers alone are of no use.
std::string header_text(const Archive& archive, Numbering& numbering) {
    std::string out;
    for (const auto& name : archive.names_with("word/header")) {
        Part part;
        load(part, archive.part(name));
        Writer writer(numbering);
        if (!part.ok || !writer.write(part.xml.first_child())) {
            continue;
        }
        const std::string text = writer.take();
        const std::string_view line = trim(text);
        const bool letters = std::any_of(
            line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
        if (letters && out.find(line) == std::string::npos) {
            out += std::string(line) + '\n';
        }
    }
    return out;
}

std::string footnote_text(const Archive& archive, Numbering& numbering) {
    std::string out;
    Part part;
    load(part, archive.part("word/footnotes.xml"));
    for (const auto& note : part.xml.child("w:footnotes").children("w:footnote")) {
        Writer writer(numbering);
        if (!note.attribute("w:type").empty() || !writer.write(note)) {
            continue;
        }
        const std::string text = writer.take();
        if (!trim(text).empty()) {
            out += "\n[" + std::string(note.attribute("w:id").as_string()) + "] " +
                   std::string(trim(text));
        }
    }
    return out;
}

}  // namespace

DocxText text_of_docx(std::string_view bytes) {
    DocxText out;
    const auto archive = Archive::open(bytes, out.problem);
    if (!archive) {
        return out;
    }
    Part document;
    Part lists;
    Part styles;
    load(document, archive->part("word/document.xml"));
    load(lists, archive->part("word/numbering.xml"));
    load(styles, archive->part("word/styles.xml"));
    const auto body = document.xml.child("w:document").child("w:body");
    if (!document.ok || body.empty()) {
        out.problem = "reader.docx_broken";
        return out;
    }
    Numbering numbering(lists.xml.child("w:numbering"), styles.xml.child("w:styles"));
    Writer writer(numbering);
    if (!writer.write(body)) {
        out.problem = "reader.docx_broken";
        return out;
    }
    out.text =
        header_text(*archive, numbering) + writer.take() + footnote_text(*archive, numbering);
    return out;
}

}  // namespace hoiquan::reader
