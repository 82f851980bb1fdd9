// Plain text in any encoding: the reader never crashes, and every place lies inside of the text.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "options.h"
#include "reader/reader.h"

namespace reader = hoiquan::reader;

namespace {

std::size_t code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) {
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
}

void require(bool holds) {
    if (!holds) {
        __builtin_trap();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto draft = reader::read_text(bytes);
    const std::size_t length = code_points(draft.text);
    for (const auto& [pointer, place] : draft.places) {
        require(place.start <= place.end && place.end <= length);
    }
    for (std::size_t i = 0; i < draft.tasks.size(); ++i) {
        require(draft.tasks[i].start < draft.tasks[i].end && draft.tasks[i].end <= length);
        require(i == 0 || draft.tasks[i - 1].end <= draft.tasks[i].start);
    }
    require(!reader::to_json(draft).empty());
    return 0;
}
