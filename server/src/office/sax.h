#pragma once

// Streaming XML over expat: elements by local name, no document types, a bounded depth.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "office/zip.h"

namespace hoiquan::office {

/// The attributes of one element; names without their prefix.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    std::optional<std::string_view> find(std::string_view local_name) const;
    /// With its prefix, where two attributes share a local name ("r:id" and "id").
    std::optional<std::string_view> find_exact(std::string_view name) const;

private:
    const char** pairs_;
};

class SaxHandler {
public:
    virtual ~SaxHandler() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void text(std::string_view) {}
    virtual void end(std::string_view) {}
};

/// Reads one part of the package through the handler. Throws `invalid` with `broken_key` for
/// anything that is not sound XML without a document type; lets errors of the handler through.
void parse_part(const ZipReader& zip,
                const std::string& part,
                SaxHandler& handler,
                const char* broken_key);

}  // namespace hoiquan::office
