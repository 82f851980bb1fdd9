#include "cli/read_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>

namespace hoiquan::cli {

namespace fs = std::filesystem;

namespace {

bool is_left_out(const fs::path& file) {
    const auto name = file.filename().string();
    return name.starts_with('.') || name.starts_with("~$");
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> out;
    for (auto it = fs::recursive_directory_iterator(folder); it != fs::end(it); ++it) {
        if (is_left_out(it->path())) {
            it.disable_recursion_pending();
        } else if (it->is_regular_file()) {
            out.push_back(it->path());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

void demand_nothing_overwritten(const std::vector<ReadFile>& files) {
    std::set<fs::path> read;
    for (const auto& file : files) {
        read.insert(fs::weakly_canonical(file.file));
    }
    for (const auto& file : files) {
        if (read.contains(fs::weakly_canonical(file.json())) ||
            read.contains(fs::weakly_canonical(file.text()))) {
            throw std::runtime_error(
                file.file.string() +
                ": kết quả sẽ ghi đè lên một tệp cần đọc. Chọn thư mục --out khác với thư mục chứa "
                "văn bản.");
        }
    }
}

}  // namespace

bool ReadFile::is_done() const {
    std::error_code missing;
    const auto result_time = fs::last_write_time(json(), missing);
    return !missing && result_time >= fs::last_write_time(file, missing) && !missing;
}

std::vector<ReadFile> files_to_read(const std::vector<fs::path>& named,
                                    const std::optional<fs::path>& out_dir) {
    std::vector<ReadFile> out;
    std::map<fs::path, int> bearers;
    const auto add = [&](const fs::path& file, const fs::path& below, bool from_folder) {
        out.push_back({file, {}, from_folder});
        if (out_dir) {
            out.back().result = *out_dir / below;
            ++bearers[fs::path(out.back().result).replace_extension()];
        }
    };
    for (const auto& path : named) {
        if (!fs::is_directory(path)) {
            add(path, path.filename(), false);
            continue;
        }
        for (const auto& file : files_below(path)) {
            add(file, file.lexically_relative(path), true);
        }
    }
    if (!out_dir) {
        return out;
    }
    std::set<fs::path> taken;
    for (auto& file : out) {
        const auto bare = fs::path(file.result).replace_extension();
        file.result = bearers[bare] > 1 ? file.result : bare;
        if (!taken.insert(file.result).second) {
            throw std::runtime_error(
                file.file.string() +
                ": có hai tệp cùng tên nên kết quả sẽ ghi đè nhau. Đọc riêng từng tệp.");
        }
    }
    demand_nothing_overwritten(out);
    return out;
}

}  // namespace hoiquan::cli
