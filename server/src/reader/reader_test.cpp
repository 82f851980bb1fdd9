#include "reader/reader.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

namespace reader = hoiquan::reader;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

fs::path shared() {
    return fs::path(HOIQUAN_SOURCE_DIR) / ".." / "shared";
}

}  // namespace

TEST_CASE("corpus: predictions are written for score.py") {
    const fs::path dev = shared() / "corpus" / "dev";
    const char* out = std::getenv("HOIQUAN_PREDICTIONS");
    if (!fs::exists(dev) || out == nullptr) {
        return;
    }
    fs::create_directories(out);
    for (const auto& entry : fs::directory_iterator(dev)) {
        if (entry.path().extension() == ".txt") {
            const auto draft = reader::read_text(bytes_of(entry.path()));
            std::ofstream(fs::path(out) / (entry.path().stem().string() + ".json"))
                << reader::to_json(draft) << '\n';
        }
    }
}
