// RTF: any bytes behind the mark of the format.

#include <cstddef>
#include <cstdint>
#include <string>

#include "options.h"
#include "reader/reader.h"

namespace reader = hoiquan::reader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (reader::to_json(reader::read_rtf(bytes)).empty()) {
        __builtin_trap();
    }
    return 0;
}
