#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "reader/reader.h"

namespace hoiquan::cli {

namespace {

constexpr int kRefused = 3;

std::optional<std::string> bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

bool write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
    return static_cast<bool>(out.flush());
}

int read_one(const std::filesystem::path& file,
             const std::optional<std::filesystem::path>& out_dir) {
    const auto bytes = bytes_of(file);
    if (!bytes) {
        std::cerr << file.string() << ": không mở được tệp.\n";
        return 1;
    }
    const auto draft = reader::read(*bytes, file.filename().string());
    if (draft.secrecy) {
        std::cerr << file.string()
                  << ": văn bản có dấu chỉ độ mật, không được đưa vào hệ thống. Hãy xử lý theo chế "
                     "độ tài liệu mật.\n";
        return kRefused;
    }
    if (draft.text.empty() && !draft.problems.empty()) {
        std::cerr << file.string() << ": không đọc được nội dung (" << draft.problems.front().key
                  << ").\n";
        return 1;
    }
    const auto json = reader::to_json(draft);
    if (!out_dir) {
        std::cout << json << '\n';
        return 0;
    }
    const auto stem = out_dir->string() + "/" + file.stem().string();
    if (!write_file(stem + ".json", json + "\n") || !write_file(stem + ".txt", draft.text)) {
        std::cerr << stem << ": không ghi được kết quả.\n";
        return 1;
    }
    return 0;
}

}  // namespace

int read(const ReadOptions& options) {
    if (options.out_dir) {
        std::filesystem::create_directories(*options.out_dir);
    }
    int worst = 0;
    for (const auto& file : options.files) {
        worst = std::max(worst, read_one(file, options.out_dir));
    }
    return worst;
}

}  // namespace hoiquan::cli
