#pragma once

// The commands of the binary, one file each. Each returns the exit code: 0 fine, 1 failed,
// 2 wrong call, 3 refused (a paper that bears a secrecy mark).

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/config/config.h"

namespace hoiquan::cli {

struct ReadOptions {
    std::optional<std::filesystem::path> out_dir;  ///< Absent: JSON lines on standard output.
    std::vector<std::filesystem::path> files;      ///< Files and folders.
    std::size_t jobs = 1;                          ///< Files read at the same time.
    bool again = false;                            ///< Also what an earlier run has read.
};
int read(const ReadOptions& options);

int migrate(const config::Settings& settings);
int backup(const config::Settings& settings, const std::filesystem::path& out);
int restore(const config::Settings& settings,
            const std::filesystem::path& from,
            const std::filesystem::path& keys_dir);
int verify_audit(const config::Settings& settings,
                 const std::optional<std::filesystem::path>& anchor_file);

struct UserAddOptions {
    std::string login;
    std::string full_name;
    std::string role;
    std::string organisation;  ///< Id, code or exact name.
    bool subtree = false;
};
int user_add(const config::Settings& settings, const UserAddOptions& options);
int user_list(const config::Settings& settings);
int user_reset_password(const config::Settings& settings, const std::string& login);
int user_block(const config::Settings& settings, const std::string& login);

}  // namespace hoiquan::cli
