#include "office/sax.h"

#include <exception>
#include <memory>
#include <type_traits>

#include <expat.h>

#include "base/error.h"

namespace hoiquan::office {

namespace {

constexpr int kMaxDepth = 64;

std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct ParserFreer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFreer>;

// Exceptions must not pass through expat's C frames: they are kept and thrown again outside.
struct Run {
    SaxHandler* handler = nullptr;
    XML_Parser parser = nullptr;
    std::exception_ptr error;
    int depth = 0;
    bool refused = false;

    template <class Function>
    void guarded(const Function& function) {
        if (error || refused) {
            return;
        }
        try {
            function();
        } catch (...) {
            error = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
    void refuse() {
        refused = true;
        XML_StopParser(parser, XML_FALSE);
    }
};

void XMLCALL on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
    Run& run = *static_cast<Run*>(user);
    if (++run.depth > kMaxDepth) {
        run.refuse();
        return;
    }
    run.guarded([&] { run.handler->start(local(name), Attributes(attributes)); });
}

void XMLCALL on_end(void* user, const XML_Char* name) {
    Run& run = *static_cast<Run*>(user);
    --run.depth;
    run.guarded([&] { run.handler->end(local(name)); });
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
    Run& run = *static_cast<Run*>(user);
    run.guarded(
        [&] { run.handler->text(std::string_view(text, static_cast<std::size_t>(length))); });
}

void XMLCALL on_doctype(
    void* user, const XML_Char* name, const XML_Char* system, const XML_Char* id, int internal) {
    static_cast<void>(name);
    static_cast<void>(system);
    static_cast<void>(id);
    static_cast<void>(internal);
    static_cast<Run*>(user)->refuse();
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view local_name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (local(*pair) == local_name) {
            return pair[1];
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Attributes::find_exact(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == *pair) {
            return pair[1];
        }
    }
    return std::nullopt;
}

void parse_part(const ZipReader& zip,
                const std::string& part,
                SaxHandler& handler,
                const char* broken_key) {
    const Parser parser(XML_ParserCreate(nullptr));
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    Run run;
    run.handler = &handler;
    run.parser = parser.get();
    XML_SetUserData(parser.get(), &run);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const auto feed = [&](std::string_view piece, bool last) {
        const XML_Status status =
            XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (run.error) {
            std::rethrow_exception(run.error);
        }
        if (status != XML_STATUS_OK || run.refused) {
            throw Error(ErrorCode::invalid, broken_key).with_detail(part);
        }
    };
    zip.read(part, [&](std::string_view piece) { feed(piece, false); });
    feed({}, true);
}

}  // namespace hoiquan::office
