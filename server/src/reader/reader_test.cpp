#include "reader/reader.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <doctest/doctest.h>

namespace reader = hoiquan::reader;
namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

fs::path shared() {
    return fs::path(HOIQUAN_SOURCE_DIR) / ".." / "shared";
}

std::vector<fs::path> texts_in(const fs::path& folder) {
    std::vector<fs::path> files;
    if (fs::exists(folder)) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".txt") {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

/// Every place must hold what it says it holds, and lie inside the text.
void check_places(const reader::Draft& draft) {
    const auto text = json::parse(reader::to_json(draft));
    CHECK(text.is_object());
    for (const auto& [pointer, place] : draft.places) {
        CAPTURE(pointer);
        CHECK(place.start <= place.end);
        CHECK(place.confidence > 0.0);
        CHECK(place.confidence <= 1.0);
    }
    for (std::size_t i = 1; i < draft.tasks.size(); ++i) {
        CHECK(draft.tasks[i - 1].end <= draft.tasks[i].start);
    }
}

}  // namespace

TEST_CASE("seed: the draft is exactly the labels") {
    for (const auto& file : texts_in(shared() / "seed")) {
        auto gold_file = shared() / "corpus" / "dev" / file.stem();
        gold_file += ".gold.json";
        if (!fs::exists(gold_file)) {
            continue;
        }
        const auto gold = json::parse(bytes_of(gold_file)).as_object();
        const auto draft = reader::read(bytes_of(file), file.filename().string());
        const auto read = json::parse(reader::to_json(draft)).as_object();
        for (const char* key : {"metadata", "citations", "recipients", "tasks"}) {
            CAPTURE(key);
            CHECK(json::serialize(read.at(key)) == json::serialize(gold.at(key)));
        }
        CHECK(draft.tasks.size() == 9);
        CHECK(draft.citations.size() == 2);
        CHECK(draft.recipients.size() == 8);
        CHECK_FALSE(draft.secrecy);
        check_places(draft);
    }
}

TEST_CASE("corpus: predictions are written for score.py") {
    const char* out = std::getenv("HOIQUAN_PREDICTIONS");
    if (out != nullptr) {
        fs::create_directories(out);
    }
    for (const auto& file : texts_in(shared() / "corpus" / "dev")) {
        CAPTURE(file.string());
        const auto draft = reader::read_text(bytes_of(file));
        CHECK_FALSE(draft.secrecy);
        check_places(draft);
        if (out != nullptr) {
            std::ofstream(fs::path(out) / (file.stem().string() + ".json"))
                << reader::to_json(draft) << '\n';
        }
    }
}
