#include "platform/http/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>

#include "base/text.h"

namespace hoiquan::http {

namespace {

constexpr int kBadRequest = 400;
constexpr int kLengthRequired = 411;
constexpr int kExpectationFailed = 417;

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte of an escape ("%41") at the start of `text`; nothing when it is broken.
std::optional<char> escaped_byte(std::string_view text) {
    const int high = text.size() > 2 ? hex_value(text[1]) : -1;
    const int low = text.size() > 2 ? hex_value(text[2]) : -1;
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

/// Nothing for a broken escape.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const bool is_escape = text.front() == '%';
        const char plain = plus_is_blank && text.front() == '+' ? ' ' : text.front();
        const auto byte = is_escape ? escaped_byte(text) : std::optional(plain);
        if (!byte) {
            return std::nullopt;
        }
        out += *byte;
        text.remove_prefix(is_escape ? 3 : 1);
    }
    return out;
}

std::optional<Query> parse_query(std::string_view text) {
    Query out;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = percent_decoded(pair.substr(0, equals), true);
        const auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || !is_valid_utf8(*name) || !is_valid_utf8(*value)) {
            return std::nullopt;
        }
        out.emplace_back(*name, to_nfc(*value));
    }
    return out;
}

/// 4 or 16 bytes; an IPv4 address in IPv6 clothes becomes 4 bytes.
std::optional<std::string> address_bytes(const std::string& text) {
    std::array<char, 16> buffer{};
    if (::inet_pton(AF_INET, text.c_str(), buffer.data()) == 1) {
        return std::string(buffer.data(), 4);
    }
    if (::inet_pton(AF_INET6, text.c_str(), buffer.data()) != 1) {
        return std::nullopt;
    }
    const std::string bytes(buffer.data(), buffer.size());
    const std::string mapped = std::string(10, '\0') + "\xff\xff";
    return bytes.compare(0, mapped.size(), mapped) == 0 ? bytes.substr(mapped.size()) : bytes;
}

bool same_bits(const std::string& a, const std::string& b, int bits) {
    if (a.size() != b.size()) {
        return false;
    }
    for (int i = 0; i < bits; ++i) {
        const auto byte = static_cast<std::size_t>(i / 8);
        const auto mask = static_cast<unsigned char>(0x80U >> (i % 8));
        if (((static_cast<unsigned char>(a[byte]) ^ static_cast<unsigned char>(b[byte])) & mask) !=
            0) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string_view Message::header(std::string_view lower_name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& header) {
        return header.first == lower_name;
    });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t Message::count(std::string_view lower_name) const {
    return static_cast<std::size_t>(
        std::count_if(headers.begin(), headers.end(), [&](const auto& header) {
            return header.first == lower_name;
        }));
}

std::string Message::joined(std::string_view lower_name, std::string_view separator) const {
    std::string out;
    for (const auto& [name, value] : headers) {
        if (name == lower_name) {
            out += out.empty() ? "" : std::string(separator);
            out += value;
        }
    }
    return out;
}

std::optional<Target> parse_target(std::string_view target) {
    if (target.empty() || target.front() != '/') {
        return std::nullopt;
    }
    target = target.substr(0, target.find('#'));
    const auto mark = std::min(target.find('?'), target.size());
    const auto raw_path = target.substr(0, mark);
    auto path = percent_decoded(raw_path, false);
    auto query = parse_query(target.substr(std::min(mark + 1, target.size())));
    if (!path || !query || !is_valid_utf8(*path) || path->find('\0') != std::string::npos) {
        return std::nullopt;
    }
    // "a%2Fb" is one segment for a proxy in front and would be two here.
    const auto slashes = [](std::string_view text) {
        return std::count(text.begin(), text.end(), '/');
    };
    if (slashes(*path) != slashes(raw_path)) {
        return std::nullopt;
    }
    return Target{std::move(*path), std::move(*query)};
}

std::optional<int> refuse_head(const Message& head) {
    if (head.count("host") != 1 || head.header("host").empty()) {
        return kBadRequest;
    }
    if (head.count("transfer-encoding") > 0) {
        // Browsers and our clients always send a length; what else is there is a way to smuggle
        // requests.
        const bool is_plain_chunked = head.count("transfer-encoding") == 1 &&
                                      to_lower(head.header("transfer-encoding")) == "chunked" &&
                                      head.version == 11 && head.count("content-length") == 0;
        return is_plain_chunked ? kLengthRequired : kBadRequest;
    }
    if (head.count("content-length") > 1) {
        return kBadRequest;
    }
    const auto length = head.header("content-length");
    if (length.find_first_not_of("0123456789") != std::string_view::npos || length.size() > 18) {
        return kBadRequest;
    }
    if (head.count("expect") > 0 && to_lower(head.header("expect")) != "100-continue") {
        return kExpectationFailed;
    }
    return parse_target(head.target) ? std::nullopt : std::optional(kBadRequest);
}

Proxies::Proxies(const std::vector<std::string>& ranges) {
    for (const auto& text : ranges) {
        const auto slash = std::min(text.find('/'), text.size());
        const auto bytes = address_bytes(text.substr(0, slash));
        int bits = bytes ? static_cast<int>(bytes->size()) * 8 : 0;
        const int most = bits;
        if (slash < text.size()) {
            const auto* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, bits);
            if (error != std::errc() || stop != end) {
                bits = -1;
            }
        }
        if (!bytes || bits < 0 || bits > most) {
            throw std::runtime_error("Dải địa chỉ trung gian '" + text +
                                     "' không đúng dạng CIDR, ví dụ 10.0.0.0/8.");
        }
        ranges_.push_back({*bytes, bits});
    }
}

bool Proxies::is_trusted(const std::string& address) const {
    const auto bytes = address_bytes(address);
    return bytes && std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
               return same_bits(*bytes, range.bytes, range.bits);
           });
}

std::string Proxies::client_of(const Message& message) const {
    std::string address = message.peer;
    // The proxy's own line may stand behind one that the client has sent.
    const std::string all = message.joined("x-forwarded-for", ",");
    std::string_view chain = all;
    while (is_trusted(address) && !chain.empty()) {
        const auto comma = chain.rfind(',');
        const auto last = trim(comma == std::string_view::npos ? chain : chain.substr(comma + 1));
        if (!address_bytes(std::string(last))) {
            break;
        }
        address = last;
        chain = comma == std::string_view::npos ? std::string_view() : chain.substr(0, comma);
    }
    return address;
}

}  // namespace hoiquan::http
