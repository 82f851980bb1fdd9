#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/error.h"
#include "office/office.h"
#include "office/zip.h"

namespace hoiquan::office {

namespace {

constexpr ZipReader::Keys kKeys{"office.docx_broken", "office.docx_too_large"};
constexpr std::size_t kMaxDepth = 256;

// Walks the tree without recursion, writing text as it goes in and separators as it comes out.
class TextWalker : public pugi::xml_tree_walker {
public:
    std::string text;

    bool for_each(pugi::xml_node& node) override {
        if (static_cast<std::size_t>(depth()) > kMaxDepth) {
            throw Error(ErrorCode::invalid, kKeys.broken).with_detail("too deep");
        }
        const std::string_view name = node.name();
        if (name == "w:t") {
            text += node.child_value();
        } else if (name == "w:tab" && std::string_view(node.parent().name()) == "w:r") {
            text += '\t';
        } else if (name == "w:br") {
            text += '\n';
        } else if (name == "w:p") {
            begin_paragraph(node);
        } else if (name == "w:tc") {
            begin_cell(node);
        } else if (name == "w:tr") {
            text += text.empty() ? "" : "\n";
        }
        return true;
    }

private:
    static bool has_before(const pugi::xml_node& node, std::string_view name) {
        for (pugi::xml_node other = node.previous_sibling(); !other.empty();
             other = other.previous_sibling()) {
            if (other.name() == name) {
                return true;
            }
        }
        return false;
    }
    void begin_paragraph(const pugi::xml_node& node) {
        const bool first_of_cell =
            std::string_view(node.parent().name()) == "w:tc" && !has_before(node, "w:p");
        if (!first_of_cell && !text.empty()) {
            text += '\n';
        }
    }
    void begin_cell(const pugi::xml_node& node) {
        if (has_before(node, "w:tc")) {
            text += '\t';
        }
    }
};

}  // namespace

std::string docx_text(std::string_view bytes) {
    const ZipReader zip(bytes, {}, kKeys);
    const std::string part = zip.read("word/document.xml").value_or("");
    pugi::xml_document xml;
    const pugi::xml_parse_result result =
        xml.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result || !xml.child("w:document")) {
        throw Error(ErrorCode::invalid, kKeys.broken).with_detail(result.description());
    }
    TextWalker walker;
    xml.traverse(walker);
    return walker.text;
}

}  // namespace hoiquan::office
