#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/read_files.h"
#include "cli/words.h"
#include "intake/intake.h"
#include "reader/reader.h"

namespace hoiquan::cli {

namespace fs = std::filesystem;

namespace {

constexpr int kRefused = 3;
constexpr std::uintmax_t kMostBytes = 256UL * 1024 * 1024;

std::optional<std::string> bytes_of(const fs::path& file) {
    std::error_code ignored;
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file, ignored)) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Whole or not at all, so that what is there was read to its end.
bool write_file(const fs::path& file, const std::string& bytes) {
    const fs::path part = file.string() + ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    std::error_code failed;
    if (out) {
        fs::rename(part, file, failed);
    }
    return out && !failed;
}

/// What reading one file gave: lines for the two outputs and the exit code that it asks for.
struct Told {
    int code = 0;
    std::string out;
    std::string err;
};

Told failed(const fs::path& file, const std::string& what, int code = 1) {
    return {code, {}, file.string() + ": " + what + "\n"};
}

/// What was read all the same, each kind once.
std::string notes_of(const fs::path& file, const reader::Draft& draft) {
    std::set<std::string> told;
    std::string out;
    for (const auto& problem : draft.problems) {
        const auto sentence = sentence_of(problem.key);
        if (told.insert(sentence).second) {
            out += file.string() + ": lưu ý: " + sentence + "\n";
        }
    }
    return out;
}

Told read_one(const ReadFile& file) {
    std::error_code ignored;
    if (fs::file_size(file.file, ignored) > kMostBytes && !ignored) {
        return failed(file.file, "tệp quá lớn (trên 256 MB) nên không đọc.");
    }
    const auto bytes = bytes_of(file.file);
    if (!bytes) {
        return failed(file.file, "không mở được tệp.");
    }
    const auto draft = intake::read(*bytes, file.file.filename().string()).draft;
    if (draft.secrecy) {
        return failed(file.file, sentence_of("documents.secret_mark"), kRefused);
    }
    if (draft.text.empty() && !draft.problems.empty()) {
        return failed(file.file, sentence_of(draft.problems.front().key));
    }
    Told told{0, {}, notes_of(file.file, draft)};
    const auto json = reader::to_json(draft) + "\n";
    if (file.result.empty()) {
        told.out = json;
        return told;
    }
    fs::create_directories(file.result.parent_path(), ignored);
    if (!write_file(file.text(), draft.text) || !write_file(file.json(), json)) {
        return failed(file.file,
                      "không ghi được kết quả vào " + file.result.parent_path().string() + ".");
    }
    return told;
}

/// Reads on several threads and tells in the order of the files.
class Reading {
public:
    explicit Reading(const std::vector<ReadFile>& files)
        : files_(files), told_(files.size()), bar_("Đang đọc"), is_long_(files.size() > 1) {}

    int run(std::size_t jobs) {
        std::vector<std::thread> workers;
        for (std::size_t i = 1; i < std::min(jobs, files_.size()); ++i) {
            workers.emplace_back([this] { work(); });
        }
        work();
        for (auto& worker : workers) {
            worker.join();
        }
        return worst_;
    }

    std::size_t faults() const { return faults_; }

private:
    void work() {
        for (auto i = next_++; i < files_.size(); i = next_++) {
            auto told = read_one(files_[i]);
            const std::scoped_lock lock(mutex_);
            told_[i] = std::move(told);
            tell_ready();
        }
    }

    void tell_ready() {
        for (; ready_ < told_.size() && told_[ready_]; ++ready_) {
            auto& told = *told_[ready_];
            if (!told.err.empty()) {
                bar_.clear();
                std::cerr << told.err << std::flush;
            }
            std::cout << told.out;
            worst_ = std::max(worst_, told.code);
            faults_ += told.code == 0 ? 0U : 1U;
            told = Told();
        }
        if (is_long_) {
            bar_.show(ready_, files_.size());
        }
    }

    const std::vector<ReadFile>& files_;
    std::vector<std::optional<Told>> told_;
    Bar bar_;
    bool is_long_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;  ///< Guards all below and told_.
    std::size_t ready_ = 0;
    std::size_t faults_ = 0;
    int worst_ = 0;
};

}  // namespace

int read(const ReadOptions& options) {
    auto files = files_to_read(options.files, options.out_dir);
    const auto all = files.size();
    const bool has_folder = std::any_of(
        files.begin(), files.end(), [](const ReadFile& file) { return file.from_folder; });
    if (options.out_dir) {
        fs::create_directories(*options.out_dir);
    }
    if (options.out_dir && !options.again) {
        std::erase_if(files,
                      [](const ReadFile& file) { return file.from_folder && file.is_done(); });
    }
    Reading reading(files);
    const int code = reading.run(options.jobs);
    if (has_folder) {
        std::cerr << "Đã đọc " << files.size() - reading.faults() << " tệp, " << all - files.size()
                  << " tệp đã đọc từ lần trước, " << reading.faults() << " tệp không đọc được.\n";
    }
    return code;
}

}  // namespace hoiquan::cli
