#include <algorithm>
#include <array>
#include <string>

#include "office/docx_parts.h"
#include "office/docx_xml.h"

namespace hoiquan::office {

namespace {

// The widths of the printed lines in Times New Roman bold, for the rules beneath them.
constexpr int kPartyNameTwips = 4140;   // "ĐẢNG CỘNG SẢN VIỆT NAM", 15 pt
constexpr int kStateMottoTwips = 3420;  // "Độc lập - Tự do - Hạnh phúc", 14 pt

struct Columns {
    int left;
    int right;
};

constexpr ParagraphFormat kCentred{.alignment = Alignment::centre};

// The cells of the heading are placed by hand: a name that does not fit breaks inside its column.
Columns heading_columns(DocxLayout layout) {
    const int width = text_width_twips(/*landscape=*/false);
    const int left = layout == DocxLayout::party ? 4650 : 3700;
    return {left, width - left};
}

void add_issuer(pugi::xml_node cell, const DocxDocument& document, int column) {
    const double size = document.layout == DocxLayout::party ? 14 : 13;
    add_lines(cell, document.upper_organisation, kCentred, {.size_pt = size});
    add_lines(cell, document.issuer, kCentred, {.bold = true, .size_pt = size});
    if (document.layout == DocxLayout::party) {
        add_lines(cell, "*", kCentred, {.size_pt = 14});
    } else {
        add_rule(cell, column / 3, column);
    }
}

void add_motto(pugi::xml_node cell, DocxLayout layout, int column) {
    if (layout == DocxLayout::party) {
        add_lines(cell, "ĐẢNG CỘNG SẢN VIỆT NAM", kCentred, {.bold = true, .size_pt = 15});
        add_rule(cell, kPartyNameTwips, column);
        return;
    }
    add_lines(cell, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", kCentred, {.bold = true, .size_pt = 13});
    add_lines(cell, "Độc lập - Tự do - Hạnh phúc", kCentred, {.bold = true, .size_pt = 14});
    add_rule(cell, kStateMottoTwips, column);
}

// A cell must hold a paragraph, also when there is nothing to print.
void add_lines_or_blank(pugi::xml_node cell, std::string_view text, const SpanFormat& span) {
    add_lines(cell, text.empty() ? " " : text, kCentred, span);
}

void add_heading_table(pugi::xml_node body, const DocxDocument& document) {
    const Columns columns = heading_columns(document.layout);
    pugi::xml_node table = add_table(body, {.columns_twips = {columns.left, columns.right}});
    pugi::xml_node names = add_row(table, {});
    add_issuer(add_cell(names, columns.left, VerticalAlignment::top), document, columns.left);
    add_motto(
        add_cell(names, columns.right, VerticalAlignment::top), document.layout, columns.right);
    pugi::xml_node numbers = add_row(table, {});
    const double size = document.layout == DocxLayout::party ? 14 : 13;
    pugi::xml_node left = add_cell(numbers, columns.left, VerticalAlignment::top);
    add_lines_or_blank(left, document.number, {.size_pt = size});
    add_lines(left, document.letter_subject, kCentred, {.italic = true, .size_pt = 12});
    add_lines_or_blank(add_cell(numbers, columns.right, VerticalAlignment::top),
                       document.place_and_date,
                       {.italic = true, .size_pt = size});
}

void add_title(pugi::xml_node body, const DocxDocument& document) {
    if (document.type.empty()) {
        add_paragraph(body, {.before_pt = 6});
        return;
    }
    ParagraphFormat format = kCentred;
    format.style = "Title";
    format.keep_next = true;
    format.before_pt = 18;
    const double size = document.layout == DocxLayout::party ? 15 : 14;
    add_lines(body, document.type, format, {.bold = true, .size_pt = size});
    format.style = "Subtitle";
    format.before_pt = 0;
    add_lines(body, document.subject, format, {.bold = true});
    if (document.layout == DocxLayout::party) {
        add_lines(body, "-----", {.alignment = Alignment::centre, .after_pt = 10}, {});
        return;
    }
    const int width = text_width_twips(/*landscape=*/false);
    add_rule(body, width / 5, width);
    add_paragraph(body, {.exact_line_pt = 8});
}

void add_addressees(pugi::xml_node body, const DocxDocument& document) {
    if (document.addressees.empty()) {
        return;
    }
    const SpanFormat label{.italic = document.layout == DocxLayout::party};
    if (document.addressees.size() == 1) {
        pugi::xml_node line =
            add_paragraph(body, {.alignment = Alignment::centre, .before_pt = 6, .after_pt = 12});
        add_run(line, document.addressee_label + " ", label);
        add_run(line, document.addressees.front(), {});
        return;
    }
    ParagraphFormat format{.before_pt = 6, .after_pt = 3, .left_twips = twips_of_mm(25)};
    add_run(add_paragraph(body, format), document.addressee_label, label);
    format.before_pt = 0;
    format.left_twips = twips_of_mm(45);
    format.first_line_twips = -twips_of_mm(4);
    const char* separator = document.layout == DocxLayout::party ? "," : ";";
    for (const std::string& addressee : document.addressees) {
        const bool last = &addressee == &document.addressees.back();
        format.after_pt = last ? 12 : 3;
        add_run(add_paragraph(body, format), "- " + addressee + (last ? "." : separator), {});
    }
}

}  // namespace

void add_letterhead(pugi::xml_node body, const DocxDocument& document) {
    add_heading_table(body, document);
    add_title(body, document);
    add_addressees(body, document);
}

}  // namespace hoiquan::office
