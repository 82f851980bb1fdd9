#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "office/docx_parts.h"
#include "office/docx_xml.h"

namespace hoiquan::office {

namespace {

constexpr int kCellMarginTwips = 75;
constexpr std::array<const char*, 3> kHeadingStyles{"Heading1", "Heading2", "Heading3"};
constexpr double kRoomForHandPt = 64;  // Four to five lines for the signature and the seal.

void add_heading(pugi::xml_node body, const Heading& heading, double line_spacing_pt) {
    const int level = std::clamp(heading.level, 1, 3);
    const ParagraphFormat format{.style = kHeadingStyles[static_cast<std::size_t>(level - 1)],
                                 .alignment = Alignment::justified,
                                 .keep_next = true,
                                 .before_pt = level == 1 ? 6.0 : 3.0,
                                 .after_pt = 3,
                                 .exact_line_pt = line_spacing_pt,
                                 .first_line_twips = twips_of_mm(10)};
    const std::string text =
        heading.label.empty() ? heading.text : heading.label + " " + heading.text;
    add_run(add_paragraph(body, format), text, {.bold = true, .italic = level == 3});
}

void add_paragraph_block(pugi::xml_node body, const Paragraph& block, double line_spacing_pt) {
    pugi::xml_node paragraph =
        add_paragraph(body,
                      {.style = "BodyText",
                       .alignment = block.alignment,
                       .before_pt = 3,
                       .after_pt = 3,
                       .exact_line_pt = line_spacing_pt,
                       .first_line_twips = twips_of_mm(block.first_line_indent_mm)});
    for (const Span& span : block.spans) {
        add_run(paragraph,
                span.text,
                {.bold = span.bold, .italic = span.italic, .underlined = span.underlined});
    }
}

std::vector<int> column_widths(const Table& table, int width_twips) {
    double total = 0;
    for (const TableColumn& column : table.columns) {
        total += std::max(column.width_mm, 1.0);
    }
    std::vector<int> widths;
    int left = width_twips;
    for (const TableColumn& column : table.columns) {
        const double share = std::max(column.width_mm, 1.0) / total;
        widths.push_back(std::min(left, static_cast<int>(width_twips * share)));
        left -= widths.back();
    }
    if (!widths.empty()) {
        widths.back() += left;
    }
    return widths;
}

void add_table_cell(pugi::xml_node cell,
                    std::string_view text,
                    Alignment alignment,
                    const SpanFormat& span) {
    const ParagraphFormat format{
        .style = "TableText", .alignment = alignment, .before_pt = 2, .after_pt = 2};
    add_run(add_paragraph(cell, format), text, span);
}

void add_table_row(pugi::xml_node table,
                   const TableRow& row,
                   const Table& block,
                   const std::vector<int>& widths) {
    pugi::xml_node node = add_row(table, {});
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string_view text = i < row.cells.size() ? row.cells[i] : std::string_view();
        add_table_cell(add_cell(node, widths[i], VerticalAlignment::centre),
                       text,
                       block.columns[i].alignment,
                       {.bold = row.bold, .size_pt = block.font_size_pt});
    }
}

void add_table_header(pugi::xml_node table, const Table& block, const std::vector<int>& widths) {
    pugi::xml_node header = add_row(table, {.header = true});
    for (std::size_t i = 0; i < widths.size(); ++i) {
        add_table_cell(add_cell(header, widths[i], VerticalAlignment::centre),
                       block.columns[i].header,
                       Alignment::centre,
                       {.bold = true, .size_pt = block.font_size_pt});
    }
}

void add_table_block(pugi::xml_node body, const Table& block, int width_twips) {
    if (block.columns.empty()) {
        return;
    }
    ParagraphFormat above{.style = "Caption",
                          .alignment = Alignment::centre,
                          .keep_next = true,
                          .before_pt = 6,
                          .after_pt = 4};
    add_lines(body, block.caption, above, {.bold = true});
    above.style = "BodyText";
    above.alignment = Alignment::right;
    above.before_pt = block.caption.empty() ? 6 : 0;
    add_lines(body, block.unit, above, {.italic = true, .size_pt = 12});
    const std::vector<int> widths = column_widths(block, width_twips);
    pugi::xml_node table = add_table(
        body, {.columns_twips = widths, .bordered = true, .margin_twips = kCellMarginTwips});
    add_table_header(table, block, widths);
    for (const TableRow& row : block.rows) {
        add_table_row(table, row, block, widths);
    }
    // Keeps two tables apart and gives the last one the paragraph that must follow it.
    add_paragraph(body, {.exact_line_pt = 8});
}

std::string_view without_final_stop(std::string_view text) {
    while (!text.empty() &&
           std::string_view(" \t,;.").find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    while (text.starts_with('-') || text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    return text;
}

void add_recipients(pugi::xml_node cell, const DocxDocument& document) {
    const bool party = document.layout == DocxLayout::party;
    if (document.recipients.empty()) {
        add_paragraph(cell, {});
        return;
    }
    const SpanFormat label = party ? SpanFormat{.underlined = true, .size_pt = 14}
                                   : SpanFormat{.bold = true, .italic = true, .size_pt = 12};
    add_lines(cell, "Nơi nhận:", {}, label);
    const SpanFormat entry{.size_pt = party ? 12.0 : 11.0};
    const ParagraphFormat format{.left_twips = 140, .right_twips = 100, .first_line_twips = -140};
    for (const std::string& recipient : document.recipients) {
        const bool last = &recipient == &document.recipients.back();
        const char* stop = last ? "." : (party ? "," : ";");
        add_lines(cell, "- " + std::string(without_final_stop(recipient)) + stop, format, entry);
    }
}

// The signature must not stand on a page without words of the paper.
void keep_with_next(pugi::xml_node block) {
    pugi::xml_node properties = block.child("w:pPr");
    const pugi::xml_node style = properties.child("w:pStyle");
    if (!style.empty() && properties.child("w:keepNext").empty()) {
        properties.insert_child_after("w:keepNext", style);
    }
}

void add_signature(pugi::xml_node cell, const DocxDocument& document) {
    if (!document.signature) {
        add_paragraph(cell, {});
        return;
    }
    const Signature& signature = *document.signature;
    const ParagraphFormat format{.alignment = Alignment::centre, .keep_next = true};
    const bool bold_post = document.layout == DocxLayout::state || signature.authority.empty();
    add_lines(cell, signature.authority, format, {.bold = true});
    add_lines(cell, signature.post, format, {.bold = bold_post});
    const ParagraphFormat name{.alignment = Alignment::centre, .before_pt = kRoomForHandPt};
    add_lines(cell, signature.name.empty() ? " " : signature.name, name, {.bold = true});
}

}  // namespace

Paragraph paragraph(std::string text) {
    Paragraph block;
    block.spans.push_back({.text = std::move(text)});
    return block;
}

void add_blocks(pugi::xml_node body,
                const std::vector<Block>& blocks,
                const DocxDocument& document,
                int width_twips) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            add_heading(body, *heading, document.line_spacing_pt);
        } else if (const auto* text = std::get_if<Paragraph>(&block)) {
            add_paragraph_block(body, *text, document.line_spacing_pt);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            add_table_block(body, *table, width_twips);
        }
    }
}

void add_closing(pugi::xml_node body, const DocxDocument& document) {
    if (!document.signature && document.recipients.empty()) {
        return;
    }
    keep_with_next(body.last_child());
    add_paragraph(body, {.keep_next = true, .exact_line_pt = 10});
    const int width = text_width_twips(/*landscape=*/false);
    const int left = width / 2;
    pugi::xml_node table = add_table(body, {.columns_twips = {left, width - left}});
    pugi::xml_node row = add_row(table, {});
    add_recipients(add_cell(row, left, VerticalAlignment::top), document);
    add_signature(add_cell(row, width - left, VerticalAlignment::top), document);
    add_paragraph(body, {.exact_line_pt = 2});
}

}  // namespace hoiquan::office
