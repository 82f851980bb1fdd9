#include "platform/config/log.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace hoiquan;

namespace {

/// What goes to standard error while `f` runs.
std::string log_of(const std::function<void()>& f) {
    std::fflush(stderr);
    const int kept = ::dup(STDERR_FILENO);
    std::FILE* file = std::tmpfile();
    ::dup2(::fileno(file), STDERR_FILENO);
    f();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    std::string out(4096, '\0');
    out.resize(static_cast<std::size_t>(
        std::max<ssize_t>(::pread(::fileno(file), out.data(), out.size(), 0), 0)));
    std::fclose(file);
    return out;
}

bool ends_with(const std::string& text, const std::string& end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

TEST_CASE("log: one JSON object a line, values of each kind") {
    const auto line = log_of([] {
        config::log_info("test.event",
                         {{"text", std::string("đã xong")},
                          {"n", 7LL},
                          {"ms", 1.5},
                          {"none", std::numeric_limits<double>::quiet_NaN()},
                          {"yes", true}});
    });
    CHECK(line.rfind(R"({"time":"20)", 0) == 0);
    CHECK(ends_with(line,
                    R"("level":"info","event":"test.event","text":"đã xong","n":7,"ms":1.5,)"
                    R"("none":null,"yes":true})"
                    "\n"));
}

TEST_CASE("log: what others wrote cannot forge a line") {
    const auto line = log_of([] {
        config::log_warning("test.event",
                            {{"text", std::string("a\"b\\c\r\n{\"level\":\"info\"}\x01\x7f\xff")}});
    });
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(ends_with(line,
                    R"("text":"a\"b\\c\u000d\u000a{\"level\":\"info\"}\u0001\u007f)"
                    "\uFFFD\"}\n"));
}

TEST_CASE("log: the level holds back what is below it") {
    const auto all = [] {
        config::log_debug("test.debug");
        config::log_info("test.info");
        config::log_warning("test.warning");
        config::log_error("test.error");
    };
    const auto count = [&](const char* level) {
        config::set_log_level(level);
        const auto text = log_of(all);
        config::set_log_level("info");
        return std::count(text.begin(), text.end(), '\n');
    };
    CHECK(count("debug") == 4);
    CHECK(count("info") == 3);
    CHECK(count("warning") == 2);
    CHECK(count("error") == 1);
    CHECK(count("off") == 0);
}
