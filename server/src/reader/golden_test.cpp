#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include "reader/reader.h"

namespace reader = hoiquan::reader;
namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// One value a line, so that a difference can be read.
void print(std::ostream& out, const json::value& value, const std::string& indent = "") {
    if (!value.is_object()) {
        out << json::serialize(value);
        return;
    }
    out << "{\n";
    bool first = true;
    for (const auto& [key, part] : value.get_object()) {
        out << (first ? "" : ",\n") << indent << "  " << json::serialize(json::string(key)) << ": ";
        first = false;
        if (!part.is_array()) {
            out << json::serialize(part);
            continue;
        }
        out << "[\n";
        for (std::size_t i = 0; i < part.get_array().size(); ++i) {
            out << indent << "    " << json::serialize(part.get_array()[i])
                << (i + 1 < part.get_array().size() ? ",\n" : "\n");
        }
        out << indent << "  ]";
    }
    out << "\n" << indent << "}\n";
}

json::object without_places(const reader::Draft& draft) {
    auto all = json::parse(reader::to_json(draft)).as_object();
    json::object out;
    for (const char* key : {"metadata", "citations", "recipients", "tasks"}) {
        out[key] = all.at(key);
    }
    return out;
}

}  // namespace

TEST_CASE("golden: papers of every kind are read as written down beside them") {
    const fs::path folder = fs::path(HOIQUAN_SOURCE_DIR) / "tests" / "golden" / "reader";
    int papers = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".txt" && extension != ".docx") {
            continue;
        }
        ++papers;
        CAPTURE(entry.path().filename().string());
        const auto draft = reader::read(bytes_of(entry.path()), entry.path().filename().string());
        const auto found = without_places(draft);
        const auto expected_file = fs::path(entry.path()).replace_extension(".expected.json");
        if (std::getenv("HOIQUAN_UPDATE_GOLDEN") != nullptr) {
            std::ofstream out(expected_file);
            print(out, found);
        }
        const auto expected = json::parse(bytes_of(expected_file)).as_object();
        for (const auto& [key, value] : expected) {
            CAPTURE(std::string(key));
            CHECK(json::serialize(found.at(key)) == json::serialize(value));
        }
    }
    CHECK(papers >= 3);
}
