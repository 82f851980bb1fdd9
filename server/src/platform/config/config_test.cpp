#include "platform/config/config.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

#include "platform/config/clock.h"
#include "platform/config/log.h"

using namespace hoiquan;

namespace {

class File {
public:
    explicit File(const std::string& content) {
        std::string name =
            (std::filesystem::temp_directory_path() / "hoiquan-config-XXXXXX").string();
        const int file = ::mkstemp(name.data());
        REQUIRE(file >= 0);
        ::close(file);
        path_ = name;
        std::ofstream(path_) << content;
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }
    std::string read() const {
        std::ifstream stream(path_);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private:
    std::filesystem::path path_;
};

class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { ::unsetenv(name_); }

private:
    const char* name_;
};

std::string complaint(const std::function<void()>& f) {
    try {
        f();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// What `f` writes to standard error.
std::string standard_error_of(const std::function<void()>& f) {
    const File file("");
    const int before = ::dup(STDERR_FILENO);
    std::FILE* const target = std::fopen(file.path().c_str(), "w");
    REQUIRE(target != nullptr);
    ::dup2(::fileno(target), STDERR_FILENO);
    f();
    std::fflush(stderr);
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    std::fclose(target);
    return file.read();
}

}  // namespace

TEST_CASE("load: without a file and variables the defaults hold") {
    const auto settings = config::load(std::nullopt);
    CHECK(settings.listen == "127.0.0.1:8080");
    CHECK(settings.workers == 4);
    CHECK_FALSE(settings.database_url);
}

TEST_CASE("load: the environment stands over the file") {
    const File file(
        "listen = \"0.0.0.0:9000\"\nworkers = 8\nsecure_cookies = true\n"
        "trusted_proxies = [\"10.0.0.0/8\", \"::1\"]\nmax_upload_bytes = 1000000\n");
    const Variable workers("HOIQUAN_WORKERS", "2");
    const Variable url("HOIQUAN_DATABASE_URL", "postgresql://a@b/c");
    const auto settings = config::load(file.path());
    CHECK(settings.listen == "0.0.0.0:9000");
    CHECK(settings.workers == 2);
    CHECK(settings.secure_cookies);
    CHECK(settings.trusted_proxies == std::vector<std::string>{"10.0.0.0/8", "::1"});
    CHECK(settings.max_upload_bytes == 1'000'000);
    CHECK(settings.database_url == "postgresql://a@b/c");
    const Variable proxies("HOIQUAN_TRUSTED_PROXIES", "192.168.0.0/16, 127.0.0.1 ");
    CHECK(config::load(file.path()).trusted_proxies ==
          std::vector<std::string>{"192.168.0.0/16", "127.0.0.1"});
}

TEST_CASE("load: names everything that is wrong at once") {
    const File file(
        "worker = 8\nworkers = \"many\"\nlisten = \"8080\"\ntrusted_proxies = [\"10.0.0.0/40\"]\n"
        "log_level = \"loud\"\nsecure_cookies = 1\n[table]\nx = 1\n");
    const Variable hours("HOIQUAN_SESSION_HOURS", "0");
    const Variable unknown("HOIQUAN_LISTNE", "x");
    const Variable origin("HOIQUAN_PUBLIC_ORIGIN", "https://a/path");
    const std::string message = complaint([&] { config::load(file.path()); });
    for (const char* name : {"worker:",
                             "workers:",
                             "listen:",
                             "trusted_proxies:",
                             "log_level:",
                             "secure_cookies:",
                             "table:",
                             "HOIQUAN_SESSION_HOURS:",
                             "HOIQUAN_LISTNE:",
                             "HOIQUAN_PUBLIC_ORIGIN:"}) {
        INFO(name);
        CHECK(contains(message, name));
    }
}

TEST_CASE("load: a password in a bad address is not repeated") {
    const Variable url("HOIQUAN_DATABASE_URL", "mysql://root:secret@host/x");
    const std::string message = complaint([] { config::load(std::nullopt); });
    CHECK(contains(message, "HOIQUAN_DATABASE_URL"));
    CHECK_FALSE(contains(message, "secret"));
}

TEST_CASE("load: variables of the scripts and tests are none of its business") {
    const Variable now("HOIQUAN_NOW", "2026-03-16T02:00:00Z");
    const Variable test("HOIQUAN_TEST_ANYTHING", "x");
    CHECK_NOTHROW(config::load(std::nullopt));
}

TEST_CASE("load: a file that is missing or no TOML is named with its line") {
    CHECK(contains(complaint([] { config::load("/nowhere/hoiquan.toml"); }),
                   "/nowhere/hoiquan.toml"));
    const File file("listen = \"a:1\"\nworkers = = 3\n");
    const std::string message = complaint([&] { config::load(file.path()); });
    CHECK(contains(message, file.path().string()));
    CHECK(contains(message, "line 2"));
}

TEST_CASE("clock: a shifted one starts where it is told and runs on") {
    const Instant start = *Instant::parse_iso("2026-03-16T02:00:00Z");
    const config::ShiftedClock clock(start);
    const Instant first = clock.now();
    CHECK(first >= start);
    CHECK(first < start.plus_seconds(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    CHECK(clock.now() > first);
    CHECK(config::system_clock().random() != config::system_clock().random());
}

TEST_CASE("log: one JSON object a line, whatever the values hold") {
    const std::string text = standard_error_of([] {
        config::set_log_level("info");
        config::log_debug("left.out");
        config::log_info(
            "a.b",
            {{"text", std::string("x\"\\\n\t\x01 đ")}, {"n", -5}, {"r", 0.5}, {"yes", true}});
        config::log_warning("broken", {{"text", std::string("\xff")}});
        config::set_log_level("error");
        config::log_warning("left.out");
        config::log_error("kept");
        config::set_log_level("off");
        config::log_error("left.out");
        config::set_log_level("info");
    });
    CHECK(contains(
        text,
        R"("level":"info","event":"a.b","text":"x\"\\\u000a\u0009\u0001 đ","n":-5,"r":0.5,"yes":true})"));
    CHECK(contains(text, "\"text\":\"\xef\xbf\xbd\""));
    CHECK(contains(text, R"("level":"error","event":"kept"})"));
    CHECK_FALSE(contains(text, "left.out"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(text.starts_with(R"({"time":"2)"));
}
