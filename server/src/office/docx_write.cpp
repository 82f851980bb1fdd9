#include <string>
#include <utility>
#include <vector>

#include "office/docx_parts.h"
#include "office/docx_xml.h"
#include "office/xml.h"

namespace hoiquan::office {

namespace {

constexpr const char* kBlank = "    ";  // Room for the pen.

void add_annex(pugi::xml_node body, const Annex& annex, const DocxDocument& document) {
    ParagraphFormat format{.style = "Title", .alignment = Alignment::centre, .keep_next = true};
    add_lines(body, annex.title, format, {.bold = true});
    format.style = "Subtitle";
    add_lines(body, annex.subject, format, {.bold = true});
    if (document.layout == DocxLayout::party) {
        add_lines(body, "-----", {.alignment = Alignment::centre, .after_pt = 8}, {});
    }
    add_blocks(body, annex.body, document, text_width_twips(annex.landscape));
}

// A section that is not the last one is described in the last paragraph of its own text.
void end_section(pugi::xml_node body, const SectionFormat& format) {
    pugi::xml_node paragraph = add_paragraph(body, {.exact_line_pt = 2});
    add_section(paragraph.child("w:pPr"), format);
}

std::string document_part(const DocxDocument& document) {
    pugi::xml_document xml;
    pugi::xml_node root = xml.append_child("w:document");
    root.append_attribute("xmlns:w").set_value(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    root.append_attribute("xmlns:r").set_value(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    pugi::xml_node body = root.append_child("w:body");
    add_letterhead(body, document);
    add_blocks(body, document.body, document, text_width_twips(/*landscape=*/false));
    add_closing(body, document);
    SectionFormat section{.landscape = false, .first_page_without_number = true};
    for (const Annex& annex : document.annexes) {
        end_section(body, section);
        add_annex(body, annex, document);
        section = {.landscape = annex.landscape, .first_page_without_number = false};
    }
    add_section(body, section);
    return to_bytes(xml);
}

std::string two_digits(unsigned value) {
    return value < 10 ? "0" + std::to_string(value) : std::to_string(value);
}

}  // namespace

std::string place_and_date(std::string_view place, const std::optional<PartialDate>& date) {
    std::string day = kBlank;
    std::string month = kBlank;
    std::string year = kBlank;
    if (date) {
        year = std::to_string(date->date.year());
    }
    if (date && date->precision != DatePrecision::year) {
        const unsigned number = date->date.month();
        month = number <= 2 ? two_digits(number) : std::to_string(number);
    }
    if (date && date->precision == DatePrecision::day) {
        day = two_digits(date->date.day());
    }
    return std::string(place) + ", ngày " + day + " tháng " + month + " năm " + year;
}

std::string write_docx(const DocxDocument& document) {
    std::vector<ZipPart> parts = fixed_parts(document);
    parts.push_back({"word/document.xml", document_part(document)});
    return pack(parts);
}

}  // namespace hoiquan::office
