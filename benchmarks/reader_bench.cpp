// Documents read per second, and time linear in the length, beside a plain script of regular
// expressions over the same text.
//   ninja reader_bench && build/release/benchmarks/reader_bench [FOLDER of *.txt]

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <regex.h>

#include "reader/reader.h"

namespace {

namespace fs = std::filesystem;
namespace reader = hoiquan::reader;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> papers_in(const fs::path& folder) {
    std::vector<std::string> papers;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt" &&
            !entry.path().stem().string().ends_with(".gold")) {
            std::ifstream in(entry.path(), std::ios::binary);
            papers.emplace_back(std::istreambuf_iterator<char>(in),
                                std::istreambuf_iterator<char>());
        }
    }
    return papers;
}

/// What a clerk's script would look for: dates, numbers, limits, names behind "giao".
class Script {
public:
    Script() {
        for (const char* pattern : {"[0-9]+[-/][A-ZĐ]+[-/][A-ZĐa-z]+",
                                    "trước ngày [0-9]+/[0-9]+/[0-9]+",
                                    "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}",
                                    "(Giao|giao|Yêu cầu|Đề nghị) [^,;.]+",
                                    "phối hợp với [^,;.]+",
                                    "^[0-9]+\\. .*$",
                                    "^- .*$"}) {
            regex_t compiled{};
            if (regcomp(&compiled, pattern, REG_EXTENDED | REG_NEWLINE) == 0) {
                patterns_.push_back(compiled);
            }
        }
    }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;
    ~Script() {
        for (regex_t& pattern : patterns_) {
            regfree(&pattern);
        }
    }

    std::size_t count(const std::string& text) const {
        std::size_t hits = 0;
        for (const regex_t& pattern : patterns_) {
            const char* at = text.c_str();
            regmatch_t match{};
            while (regexec(&pattern, at, 1, &match, 0) == 0 && match.rm_eo > 0) {
                ++hits;
                at += match.rm_eo;
            }
        }
        return hits;
    }

private:
    std::vector<regex_t> patterns_;
};

template <typename Work>
double rate(const std::vector<std::string>& papers, const Work& work) {
    constexpr double least = 3.0;
    std::size_t read = 0;
    const auto start = Clock::now();
    while (seconds_since(start) < least) {
        for (const std::string& paper : papers) {
            work(paper);
            ++read;
        }
    }
    return static_cast<double>(read) / seconds_since(start);
}

std::string repeated(const std::string& piece, std::size_t size) {
    std::string text;
    text.reserve(size + piece.size());
    while (text.size() < size) {
        text += piece;
    }
    return text;
}

double seconds_to_read(const std::string& text) {
    const auto start = Clock::now();
    const auto draft = reader::read_text(text);
    const double taken = seconds_since(start);
    std::printf("%10zu bytes %9.3f s %8.2f MB/s  %zu tasks\n",
                text.size(),
                taken,
                static_cast<double>(text.size()) / 1e6 / taken,
                draft.tasks.size());
    return taken;
}

}  // namespace

int main(int argc, char** argv) {
    const fs::path folder =
        argc > 1 ? fs::path(argv[1]) : fs::path(HOIQUAN_SOURCE_DIR) / "tests" / "golden" / "reader";
    const auto papers = papers_in(folder);
    if (papers.empty()) {
        std::fprintf(stderr, "no *.txt in %s\n", folder.c_str());
        return 1;
    }
    std::size_t bytes = 0;
    for (const std::string& paper : papers) {
        bytes += paper.size();
    }
    std::printf("%zu papers, %zu bytes each on average\n", papers.size(), bytes / papers.size());

    std::size_t seen = 0;
    const double read = rate(
        papers, [&](const std::string& paper) { seen += reader::read_text(paper).tasks.size(); });
    const Script script;
    const double plain =
        rate(papers, [&](const std::string& paper) { seen += script.count(paper); });
    std::printf("reader %.0f papers/s, plain script %.0f papers/s (one core; %zu values)\n",
                read,
                plain,
                seen);

    std::puts("lines:");
    const double one = seconds_to_read(repeated(papers.front(), 1'000'000));
    const double ten = seconds_to_read(repeated(papers.front(), 10'000'000));
    std::printf("ten times the text takes %.1f times as long\n", ten / one);
    std::puts("a single line:");
    const std::string sentence =
        "1. Ủy ban nhân dân thành phố rà soát trụ sở các hội trước ngày 30/6/2026. ";
    const double short_line = seconds_to_read(repeated(sentence, 100'000));
    const double long_line = seconds_to_read(repeated(sentence, 1'000'000));
    std::printf("ten times the line takes %.1f times as long\n", long_line / short_line);
    return 0;
}
