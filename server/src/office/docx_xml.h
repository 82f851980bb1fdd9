#pragma once

// WordprocessingML in small pieces. Lengths inside a file are twips (1/20 pt), sizes half points.

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "office/office.h"

namespace hoiquan::office {

inline int twips_of_mm(double mm) {
    return static_cast<int>(std::lround(mm * 1440 / 25.4));
}
inline int twips_of_pt(double pt) {
    return static_cast<int>(std::lround(pt * 20));
}

struct ParagraphFormat {
    const char* style = nullptr;
    Alignment alignment = Alignment::left;
    bool keep_next = false;
    double before_pt = 0;
    double after_pt = 0;
    std::optional<double> exact_line_pt = std::nullopt;  ///< Otherwise single.
    int left_twips = 0;
    int right_twips = 0;
    int first_line_twips = 0;
    bool ruled_above = false;
};

struct SpanFormat {
    bool bold = false;
    bool italic = false;
    bool underlined = false;
    double size_pt = 0;  ///< 0: as the style says.
};

pugi::xml_node add_paragraph(pugi::xml_node parent, const ParagraphFormat& format);
/// Line breaks and tabs of the text are kept.
void add_run(pugi::xml_node paragraph, std::string_view text, const SpanFormat& format);
/// One paragraph for each line of the text; none for an empty text.
void add_lines(pugi::xml_node parent,
               std::string_view text,
               const ParagraphFormat& paragraph,
               const SpanFormat& span);
/// A rule of that width in the middle of a column.
void add_rule(pugi::xml_node parent, int width_twips, int column_twips);

struct TableFormat {
    std::vector<int> columns_twips;
    bool bordered = false;
    int margin_twips = 0;  ///< Left and right inside a cell.
};
pugi::xml_node add_table(pugi::xml_node parent, const TableFormat& format);
struct RowFormat {
    bool header = false;  ///< Repeated on every page.
};
pugi::xml_node add_row(pugi::xml_node table, const RowFormat& format);
enum class VerticalAlignment { top, centre };
pugi::xml_node add_cell(pugi::xml_node row, int width_twips, VerticalAlignment vertical);

struct SectionFormat {
    bool landscape = false;
    bool first_page_without_number = false;
};
/// Width between the margins of a page.
int text_width_twips(bool landscape);
void add_section(pugi::xml_node parent, const SectionFormat& format);

std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace hoiquan::office
