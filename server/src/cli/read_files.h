#pragma once

// Which files `hoiquan read` reads and where their results go. Part of cli.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hoiquan::cli {

/// One file to read.
struct ReadFile {
    std::filesystem::path file;
    std::filesystem::path result;  ///< Without ".json" and ".txt"; empty: standard output.
    bool from_folder = false;

    std::filesystem::path json() const { return result.string() + ".json"; }
    std::filesystem::path text() const { return result.string() + ".txt"; }
    /// Read by an earlier run and not changed since.
    bool is_done() const;
};

/// The named files, and the files below the named folders in the order of their names; hidden ones
/// and the lock files of word processors are left out. Below `out_dir` the folders are kept; of two
/// files that differ in the ending alone the results bear the ending too. Throws
/// std::runtime_error when a result would overwrite a file that is to be read.
std::vector<ReadFile> files_to_read(const std::vector<std::filesystem::path>& named,
                                    const std::optional<std::filesystem::path>& out_dir);

}  // namespace hoiquan::cli
