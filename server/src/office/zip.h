#pragma once

// ZIP packages in memory, over libzip.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::office {

struct ZipPart {
    std::string name;
    std::string bytes;
};

/// In the given order, with one fixed time, so that equal parts give equal bytes.
std::string pack(const std::vector<ZipPart>& parts);

struct ZipLimits {
    std::size_t part_bytes = 64u << 20;
    std::size_t ratio = 200;
};

/// A package that somebody sent. Faults are thrown as `invalid` with `broken_key`, a part over the
/// limits as `too_large` with `too_large_key`.
class ZipReader {
public:
    struct Keys {
        const char* broken;
        const char* too_large;
    };
    /// The bytes must outlive the reader.
    ZipReader(std::string_view bytes, ZipLimits limits, Keys keys);
    ZipReader(std::string&& bytes, ZipLimits limits, Keys keys) = delete;
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    bool has(const std::string& name) const;
    /// Gives the part in pieces; a part that is not there is a broken package.
    void read(const std::string& name, const std::function<void(std::string_view)>& sink) const;
    std::optional<std::string> read(const std::string& name) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hoiquan::office
