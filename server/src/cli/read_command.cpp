#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/words.h"
#include "intake/intake.h"
#include "reader/reader.h"

namespace hoiquan::cli {

namespace {

constexpr int kRefused = 3;

std::optional<std::string> bytes_of(const std::filesystem::path& file) {
    std::error_code ignored;
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file, ignored)) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

bool write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
    return static_cast<bool>(out.flush());
}

int fail(const std::filesystem::path& file, std::string_view what, int code = 1) {
    std::cerr << file.string() << ": " << what << '\n';
    return code;
}

/// Where the results of a file go; none of them may be one of the files that are read.
struct Results {
    std::filesystem::path json;
    std::filesystem::path text;
};

bool would_overwrite(const Results& results, const std::vector<std::filesystem::path>& files) {
    return std::any_of(files.begin(), files.end(), [&](const std::filesystem::path& file) {
        std::error_code ignored;
        return std::filesystem::equivalent(file, results.json, ignored) ||
               std::filesystem::equivalent(file, results.text, ignored);
    });
}

int write_results(const std::filesystem::path& file,
                  const reader::Draft& draft,
                  const ReadOptions& options) {
    const auto json = reader::to_json(draft);
    if (!options.out_dir) {
        std::cout << json << '\n';
        return 0;
    }
    const auto stem = *options.out_dir / file.stem();
    const Results results{stem.string() + ".json", stem.string() + ".txt"};
    if (would_overwrite(results, options.files)) {
        return fail(file,
                    "kết quả sẽ ghi đè lên một tệp cần đọc. Chọn thư mục --out khác với thư mục "
                    "chứa văn bản.");
    }
    if (!write_file(results.json, json + "\n") || !write_file(results.text, draft.text)) {
        return fail(file, "không ghi được kết quả vào " + options.out_dir->string() + ".");
    }
    return 0;
}

/// What was read all the same, each kind once.
void tell_problems(const std::filesystem::path& file, const reader::Draft& draft) {
    std::set<std::string_view> told;
    for (const auto& problem : draft.problems) {
        const auto sentence = sentence_of(problem.key);
        if (!sentence.empty() && told.insert(sentence).second) {
            std::cerr << file.string() << ": lưu ý: " << sentence << '\n';
        }
    }
}

int read_one(const std::filesystem::path& file, const ReadOptions& options) {
    const auto bytes = bytes_of(file);
    if (!bytes) {
        return fail(file, "không mở được tệp.");
    }
    const auto draft = intake::read(*bytes, file.filename().string()).draft;
    if (draft.secrecy) {
        return fail(file, sentence_of("documents.secret_mark"), kRefused);
    }
    if (draft.text.empty() && !draft.problems.empty()) {
        const auto sentence = sentence_of(draft.problems.front().key);
        return fail(file, sentence.empty() ? "Không đọc được nội dung." : sentence);
    }
    tell_problems(file, draft);
    return write_results(file, draft, options);
}

/// Two files of one name would write one result.
std::optional<std::filesystem::path> find_twice(const ReadOptions& options) {
    std::set<std::filesystem::path> stems;
    for (const auto& file : options.files) {
        if (options.out_dir && !stems.insert(file.stem()).second) {
            return file;
        }
    }
    return std::nullopt;
}

}  // namespace

int read(const ReadOptions& options) {
    if (const auto twice = find_twice(options)) {
        return fail(*twice, "có hai tệp cùng tên nên kết quả sẽ ghi đè nhau. Đọc từng tệp một.");
    }
    if (options.out_dir) {
        std::filesystem::create_directories(*options.out_dir);
    }
    int worst = 0;
    for (const auto& file : options.files) {
        worst = std::max(worst, read_one(file, options));
    }
    return worst;
}

}  // namespace hoiquan::cli
