#include "platform/audit/anchors.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

#include "platform/audit/durable_file.h"

namespace hoiquan::audit {

namespace {

constexpr std::size_t kHashCharacters = 64;

bool is_hash(const std::string& text) {
    return text.size() == kHashCharacters &&
           text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Anchors read_anchors(const std::filesystem::path& file) {
    Anchors out;
    std::ifstream in(file);
    if (!in) {
        out.faults.push_back(
            {"cut_off", 0, "", "Không mở được tệp mốc niêm phong " + file.string() + "."});
        return out;
    }
    std::string line;
    while (std::getline(in, line)) {
        std::istringstream words(line);
        std::int64_t seq = 0;
        std::string hash;
        if (!(words >> seq >> hash) || !is_hash(hash)) {
            out.faults.push_back(
                {"changed", 0, "", "Tệp mốc niêm phong có dòng không đọc được: " + line});
            continue;
        }
        const auto [kept, is_new] = out.hashes.emplace(seq, hash);
        if (!is_new && kept->second != hash) {
            out.faults.push_back(
                {"changed", seq, "", "Tệp mốc niêm phong ghi hai giá trị cho cùng một số."});
        }
    }
    return out;
}

std::string last_anchor(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    std::string last;
    while (std::getline(in, line)) {
        last = line;
    }
    return last;
}

void append_anchor(const std::filesystem::path& file, const std::string& line) {
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path());
    }
    const bool is_new = !std::filesystem::exists(file);
    const Descriptor out(
        ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (out.get() < 0) {
        throw std::runtime_error("Không mở được tệp mốc niêm phong " + file.string() + ".");
    }
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const auto size = static_cast<std::streamoff>(in.tellg());
    char last = '\n';
    if (size > 0) {
        in.seekg(-1, std::ios::end);
        in.get(last);
    }
    write_synced(out.get(), (last == '\n' ? "" : "\n") + line + '\n', file);
    if (is_new) {
        sync_folder_of(file);
    }
}

}  // namespace hoiquan::audit
