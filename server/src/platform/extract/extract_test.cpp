#include "platform/extract/extract.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/error.h"

using namespace hoiquan;
using namespace hoiquan::extract;

namespace {

Outcome shell(const std::string& script, const Limits& limits = {}, std::string_view input = {}) {
    return run("sh", {"-c", script}, input, limits);
}

// A dead child that nobody has reaped yet still answers to kill(); its state tells.
bool is_alive(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("State:")) {
            return line.find('Z') == std::string::npos && line.find('X') == std::string::npos;
        }
    }
    return false;
}

bool kernel_has_landlock() {
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0;
}

bool has(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

std::string file_content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const Limits kOneSecond{.wall_seconds = 1};

}  // namespace

TEST_CASE("run: input goes in, output, errors and exit code come out") {
    const Outcome outcome = shell("cat; echo fault >&2; exit 3", {}, "một hai ba");
    CHECK(outcome.status == Status::failed);
    CHECK(outcome.exit_code == 3);
    CHECK(outcome.out == "một hai ba");
    CHECK(outcome.err == "fault\n");
    CHECK(shell("true").status == Status::ok);
}

TEST_CASE("run: a megabyte through both streams does not block") {
    const std::string input(1u << 20, 'x');
    const Outcome outcome = shell("cat | tee /dev/stderr", {}, input);
    CHECK(outcome.status == Status::ok);
    CHECK(outcome.out.size() == input.size());
    CHECK(outcome.err.size() == input.size());
}

TEST_CASE("run: a program that is not there is told apart from one that fails") {
    CHECK(run("no-such-program-at-all", {}, "").status == Status::missing_program);
    CHECK(run("/etc/passwd", {}, "").status == Status::missing_program);
    CHECK_FALSE(has_program("no-such-program-at-all"));
    CHECK(has_program("sh"));
}

TEST_CASE("run: the deadline kills the program and its children") {
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome =
        shell("sleep 30 & echo $!; (sleep 30; true) & echo $!; wait", kOneSecond);
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(outcome.status == Status::timed_out);
    CHECK(took < std::chrono::seconds(5));
    std::istringstream pids(outcome.out);
    int seen = 0;
    for (pid_t child = 0; pids >> child; ++seen) {
        // Somebody else reaps them; they may be seen for a moment after their death.
        for (int i = 0; i < 100 && is_alive(child); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        CHECK_FALSE(is_alive(child));
    }
    CHECK(seen == 2);
}

TEST_CASE("run: a child left in the background does not outlive the program or hold it up") {
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = shell("sleep 20 & echo done");
    CHECK(outcome.status == Status::ok);
    CHECK(outcome.out == "done\n");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("run: nothing can leave the group that will be killed") {
    CHECK(has(shell("setsid sleep 1 || echo refused").out, "refused"));
}

TEST_CASE("run: output over the limit stops the program") {
    Limits limits;
    limits.output_bytes = 1000;
    const Outcome outcome = shell("while :; do echo xxxxxxxxxxxxxxxxxxxx; done", limits);
    CHECK(outcome.status == Status::too_large);
    CHECK(outcome.out.size() == 1000);
}

TEST_CASE("run: a file over the limit stops the program") {
    Limits limits;
    limits.file_bytes = 100'000;
    const Outcome outcome = shell("exec head -c 1000000 /dev/zero > big", limits);
    CHECK(outcome.status == Status::too_large);
}

TEST_CASE("run: processor time and memory are limited") {
    Limits limits;
    limits.cpu_seconds = 1;
    CHECK(shell("while :; do :; done", limits).status == Status::timed_out);
    limits.memory_bytes = 64u << 20;
    CHECK(shell("head -c 200m /dev/zero | tail -c 199m > /dev/null", limits).status ==
          Status::failed);
}

TEST_CASE("run: the environment is empty and the folder private, then gone") {
    ::setenv("HOIQUAN_SECRET", "tell nobody", 1);
    const std::filesystem::path own =
        std::filesystem::temp_directory_path() / ("extract-test-" + std::to_string(::getpid()));
    std::filesystem::create_directory(own);
    ::setenv("TMPDIR", own.c_str(), 1);
    const Outcome outcome =
        shell("env; stat -c %a .; mkdir -p $HOME/a/b; touch x; ls -A $TMPDIR; pwd");
    ::unsetenv("TMPDIR");
    CHECK_FALSE(has(outcome.out, "HOIQUAN_SECRET"));
    CHECK(has(outcome.out, "\n700\na\nx\n"));
    CHECK(std::filesystem::is_empty(own));
    std::filesystem::remove(own);
}

TEST_CASE("run: no file descriptor of the server is inherited") {
    const int leaked = ::dup(STDERR_FILENO);
    const Outcome outcome =
        shell("for n in 3 4 5 6 7 8 9; do if true <&$n; then echo open $n; fi; done 2>/dev/null");
    ::close(leaked);
    CHECK(outcome.out.empty());
}

TEST_CASE("run: there is no network inside") {
    if (!has_program("python3")) {
        return;
    }
    const char* script =
        "import socket\n"
        "for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):\n"
        "    try:\n"
        "        socket.socket(family, socket.SOCK_STREAM if family != socket.AF_NETLINK else "
        "socket.SOCK_RAW)\n"
        "        print('socket')\n"
        "    except PermissionError:\n"
        "        print('refused')\n"
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)\n"
        "print('local')\n";
    CHECK(run("python3", {"-I", "-c", script}, "").out == "refused\nrefused\nrefused\nlocal\n");
}

TEST_CASE("run: files outside the private folder can be neither read nor written") {
    const std::filesystem::path secret =
        std::filesystem::temp_directory_path() / ("secret-" + std::to_string(::getpid()));
    std::ofstream(secret) << "tell nobody";
    const Outcome outcome = shell("cat " + secret.string() + " ; echo no > " + secret.string());
    if (kernel_has_landlock()) {
        CHECK(outcome.out.empty());
        CHECK(shell("cat /proc/1/environ /etc/shadow; ls /root /home").out.empty());
        CHECK(file_content(secret.string()) == "tell nobody");
    } else {
        MESSAGE("this kernel has no Landlock");
    }
    std::filesystem::remove(secret);
}

TEST_CASE("run: files are put in and collected, links are not followed") {
    Command command;
    command.program = "sh";
    command.args = {"-c", "cat in.txt in.txt > out.txt; ln -s /etc/passwd link; mkfifo pipe"};
    command.files = {{"in.txt", "một "}};
    command.collect = {"out.txt", "link", "pipe", "missing"};
    const Outcome outcome = run(command);
    CHECK(outcome.status == Status::ok);
    CHECK(outcome.files == std::vector<std::string>{"một một ", "", "", ""});
}

TEST_CASE("docx_to_pdf: a report becomes a PDF with its text") {
    if (!has_libreoffice()) {
        MESSAGE("LibreOffice is not installed");
        CHECK_THROWS_AS(static_cast<void>(docx_to_pdf("x")), Error);
        return;
    }
    const std::string docx =
        file_content(HOIQUAN_SOURCE_DIR "/server/src/platform/extract/testing/report.docx");
    REQUIRE_FALSE(docx.empty());
    const std::string pdf = docx_to_pdf(docx);
    CHECK(pdf.starts_with("%PDF-"));
    if (has_program("pdftotext")) {
        const Outcome text = run("pdftotext", {"-layout", "-", "-"}, pdf);
        CHECK(text.status == Status::ok);
        CHECK(has(text.out, "ĐẢNG CỘNG SẢN VIỆT NAM"));
        CHECK(has(text.out, "1.240"));
    }
}

TEST_CASE("docx_to_pdf: what is not a document is refused") {
    if (!has_libreoffice()) {
        return;
    }
    try {
        static_cast<void>(docx_to_pdf(std::string("PK\x03\x04\0\0\0\0", 8)));
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.key() == "extract.conversion_failed");
    }
}
