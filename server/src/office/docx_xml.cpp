#include "office/docx_xml.h"

#include <string>

#include "office/xml.h"

namespace hoiquan::office {

namespace {

constexpr int kPageShort = 11906;  // A4
constexpr int kPageLong = 16838;
const int kMarginTop = twips_of_mm(20);
const int kMarginBottom = twips_of_mm(20);
const int kMarginLeft = twips_of_mm(30);
const int kMarginRight = twips_of_mm(15);
const int kHeaderFromEdge = twips_of_mm(10);

const char* justification(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "left";
        case Alignment::centre:
            return "center";
        case Alignment::right:
            return "right";
        case Alignment::justified:
            return "both";
    }
    return "left";
}

void set(pugi::xml_node node, const char* name, const char* value) {
    node.append_attribute(name).set_value(value);
}
void set(pugi::xml_node node, const char* name, int value) {
    node.append_attribute(name).set_value(value);
}

void add_border(pugi::xml_node borders, const char* side, int eighths_of_pt) {
    pugi::xml_node border = borders.append_child(side);
    set(border, "w:val", "single");
    set(border, "w:sz", eighths_of_pt);
    set(border, "w:space", 0);
    set(border, "w:color", "auto");
}

void add_spacing(pugi::xml_node properties, const ParagraphFormat& format) {
    pugi::xml_node spacing = properties.append_child("w:spacing");
    set(spacing, "w:before", twips_of_pt(format.before_pt));
    set(spacing, "w:after", twips_of_pt(format.after_pt));
    set(spacing, "w:line", format.exact_line_pt ? twips_of_pt(*format.exact_line_pt) : 240);
    set(spacing, "w:lineRule", format.exact_line_pt ? "exact" : "auto");
}

void add_indent(pugi::xml_node properties, const ParagraphFormat& format) {
    if (format.left_twips == 0 && format.right_twips == 0 && format.first_line_twips == 0) {
        return;
    }
    pugi::xml_node indent = properties.append_child("w:ind");
    set(indent, "w:left", format.left_twips);
    set(indent, "w:right", format.right_twips);
    if (format.first_line_twips < 0) {
        set(indent, "w:hanging", -format.first_line_twips);
    } else {
        set(indent, "w:firstLine", format.first_line_twips);
    }
}

void add_flag(pugi::xml_node properties, bool wanted, const char* name, const char* complex_name) {
    if (!wanted) {
        return;
    }
    properties.append_child(name);
    if (complex_name != nullptr) {
        properties.append_child(complex_name);
    }
}

void add_run_properties(pugi::xml_node run, const SpanFormat& format) {
    if (!format.bold && !format.italic && !format.underlined && format.size_pt <= 0) {
        return;
    }
    pugi::xml_node properties = run.append_child("w:rPr");
    add_flag(properties, format.bold, "w:b", "w:bCs");
    add_flag(properties, format.italic, "w:i", "w:iCs");
    if (format.size_pt > 0) {
        const int half_points = static_cast<int>(std::lround(format.size_pt * 2));
        set(properties.append_child("w:sz"), "w:val", half_points);
        set(properties.append_child("w:szCs"), "w:val", half_points);
    }
    if (format.underlined) {
        set(properties.append_child("w:u"), "w:val", "single");
    }
}

void add_plain_text(pugi::xml_node run, std::string_view text) {
    if (text.empty()) {
        return;
    }
    pugi::xml_node node = run.append_child("w:t");
    set(node, "xml:space", "preserve");
    node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
}

void add_header_reference(pugi::xml_node section, const char* type, const char* relation) {
    pugi::xml_node reference = section.append_child("w:headerReference");
    set(reference, "w:type", type);
    set(reference, "r:id", relation);
}

}  // namespace

pugi::xml_node add_paragraph(pugi::xml_node parent, const ParagraphFormat& format) {
    pugi::xml_node paragraph = parent.append_child("w:p");
    pugi::xml_node properties = paragraph.append_child("w:pPr");
    if (format.style != nullptr) {
        set(properties.append_child("w:pStyle"), "w:val", format.style);
    }
    if (format.keep_next) {
        properties.append_child("w:keepNext");
    }
    if (format.ruled_above) {
        add_border(properties.append_child("w:pBdr"), "w:top", 6);
    }
    add_spacing(properties, format);
    add_indent(properties, format);
    set(properties.append_child("w:jc"), "w:val", justification(format.alignment));
    return paragraph;
}

void add_run(pugi::xml_node paragraph, std::string_view text, const SpanFormat& format) {
    const std::string clean = xml_text(text);
    pugi::xml_node run = paragraph.append_child("w:r");
    add_run_properties(run, format);
    std::string_view rest = clean;
    for (;;) {
        const std::size_t stop = rest.find_first_of("\n\t");
        add_plain_text(run, rest.substr(0, stop));
        if (stop == std::string_view::npos) {
            return;
        }
        run.append_child(rest[stop] == '\n' ? "w:br" : "w:tab");
        rest.remove_prefix(stop + 1);
    }
}

void add_lines(pugi::xml_node parent,
               std::string_view text,
               const ParagraphFormat& paragraph,
               const SpanFormat& span) {
    for (const std::string_view line : lines_of(text)) {
        add_run(add_paragraph(parent, paragraph), line, span);
    }
}

void add_rule(pugi::xml_node parent, int width_twips, int column_twips) {
    ParagraphFormat format;
    format.ruled_above = true;
    format.before_pt = 3;
    format.exact_line_pt = 3;
    format.left_twips = (column_twips - width_twips) / 2;
    format.right_twips = column_twips - width_twips - format.left_twips;
    add_run(add_paragraph(parent, format), "", {.size_pt = 2});
}

pugi::xml_node add_table(pugi::xml_node parent, const TableFormat& format) {
    pugi::xml_node table = parent.append_child("w:tbl");
    pugi::xml_node properties = table.append_child("w:tblPr");
    int total = 0;
    for (const int width : format.columns_twips) {
        total += width;
    }
    pugi::xml_node width = properties.append_child("w:tblW");
    set(width, "w:w", total);
    set(width, "w:type", "dxa");
    pugi::xml_node indent = properties.append_child("w:tblInd");
    set(indent, "w:w", 0);
    set(indent, "w:type", "dxa");
    if (format.bordered) {
        pugi::xml_node borders = properties.append_child("w:tblBorders");
        for (const char* side :
             {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            add_border(borders, side, 4);
        }
    }
    set(properties.append_child("w:tblLayout"), "w:type", "fixed");
    pugi::xml_node margins = properties.append_child("w:tblCellMar");
    for (const char* side : {"w:left", "w:right"}) {
        pugi::xml_node margin = margins.append_child(side);
        set(margin, "w:w", format.margin_twips);
        set(margin, "w:type", "dxa");
    }
    pugi::xml_node grid = table.append_child("w:tblGrid");
    for (const int column : format.columns_twips) {
        set(grid.append_child("w:gridCol"), "w:w", column);
    }
    return table;
}

pugi::xml_node add_row(pugi::xml_node table, const RowFormat& format) {
    pugi::xml_node row = table.append_child("w:tr");
    pugi::xml_node properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (format.header) {
        properties.append_child("w:tblHeader");
    }
    return row;
}

pugi::xml_node add_cell(pugi::xml_node row, int width_twips, VerticalAlignment vertical) {
    pugi::xml_node cell = row.append_child("w:tc");
    pugi::xml_node properties = cell.append_child("w:tcPr");
    pugi::xml_node width = properties.append_child("w:tcW");
    set(width, "w:w", width_twips);
    set(width, "w:type", "dxa");
    if (vertical == VerticalAlignment::centre) {
        set(properties.append_child("w:vAlign"), "w:val", "center");
    }
    return cell;
}

int text_width_twips(bool landscape) {
    return (landscape ? kPageLong : kPageShort) - kMarginLeft - kMarginRight;
}

void add_section(pugi::xml_node parent, const SectionFormat& format) {
    pugi::xml_node section = parent.append_child("w:sectPr");
    add_header_reference(section, "default", "rIdHeader");
    add_header_reference(section, "first", "rIdHeaderFirst");
    set(section.append_child("w:type"), "w:val", "nextPage");
    pugi::xml_node size = section.append_child("w:pgSz");
    set(size, "w:w", format.landscape ? kPageLong : kPageShort);
    set(size, "w:h", format.landscape ? kPageShort : kPageLong);
    if (format.landscape) {
        set(size, "w:orient", "landscape");
    }
    pugi::xml_node margins = section.append_child("w:pgMar");
    set(margins, "w:top", kMarginTop);
    set(margins, "w:right", kMarginRight);
    set(margins, "w:bottom", kMarginBottom);
    set(margins, "w:left", kMarginLeft);
    set(margins, "w:header", kHeaderFromEdge);
    set(margins, "w:footer", kHeaderFromEdge);
    set(margins, "w:gutter", 0);
    set(section.append_child("w:cols"), "w:space", 708);
    if (format.first_page_without_number) {
        section.append_child("w:titlePg");
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace hoiquan::office
