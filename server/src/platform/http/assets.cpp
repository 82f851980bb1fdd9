#include "platform/http/assets.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <zlib.h>

#include "base/text.h"

namespace hoiquan::http {

namespace {

constexpr int kGzipWindow = 15 + 16;

std::string unpacked(std::string_view gzip) {
    z_stream stream{};
    if (::inflateInit2(&stream, kGzipWindow) != Z_OK) {
        return {};
    }
    std::string out;
    std::array<char, 16384> buffer{};
    stream.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));  // NOLINT: zlib reads only
    stream.avail_in = static_cast<uInt>(gzip.size());
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    ::inflateEnd(&stream);
    return out;
}

/// Each form of a file has its own: a cache must not answer one form for the other.
std::string etag_of(std::string_view bytes, bool is_packed) {
    const auto sum =
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    return "\"" + std::to_string(sum) + "-" + std::to_string(bytes.size()) +
           (is_packed ? "-gz\"" : "\"");
}

/// "gzip", "gzip;q=0.5", "*"; but not "gzip;q=0".
bool takes_gzip(std::string_view accepted) {
    while (!accepted.empty()) {
        const auto end = std::min(accepted.find(','), accepted.size());
        const auto item = accepted.substr(0, end);
        accepted.remove_prefix(std::min(end + 1, accepted.size()));
        const auto name = to_lower(trim(item.substr(0, item.find(';'))));
        if (name == "gzip" || name == "*") {
            const auto weight = item.find("q=0");
            return weight == std::string_view::npos ||
                   item.substr(weight + 3).find_first_of("123456789") != std::string_view::npos;
        }
    }
    return false;
}

}  // namespace

Response serve_asset(const Assets& assets, const Message& message, const std::string& path) {
    auto found = assets.find(path);
    const bool is_page = path.find('.') == std::string::npos;
    if (found == assets.end() && is_page) {
        found = assets.find("/index.html");
    }
    if (found == assets.end()) {
        return plain(404, "Không có trang này.\n");
    }
    const Asset& asset = found->second;
    const bool is_packed = asset.is_gzip && takes_gzip(message.header("accept-encoding"));
    Response out;
    out.headers.emplace_back("Content-Type", std::string(asset.media_type));
    const auto tag = etag_of(asset.bytes, is_packed);
    out.headers.emplace_back("ETag", tag);
    out.headers.emplace_back(
        "Cache-Control", asset.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
    out.headers.emplace_back("Vary", "Accept-Encoding");
    // A proxy may have made the tag weak (W/) or joined several.
    if (message.header("if-none-match").find(tag) != std::string_view::npos) {
        out.status = 304;
        return out;
    }
    if (is_packed) {
        out.headers.emplace_back("Content-Encoding", "gzip");
    }
    out.body = asset.is_gzip && !is_packed ? unpacked(asset.bytes) : std::string(asset.bytes);
    return out;
}

}  // namespace hoiquan::http
