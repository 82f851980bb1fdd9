#pragma once

// Programs of others, run confined: own process group that is killed as a whole, resource limits,
// a private folder that is removed afterwards, an empty environment, no network, no other file
// descriptors. What they print is untrusted input.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hoiquan::extract {

struct Limits {
    unsigned cpu_seconds = 20;   ///< Of each process.
    unsigned wall_seconds = 30;  ///< Of the whole run; then the group is killed.
    std::uint64_t memory_bytes = std::uint64_t{1} << 30;  ///< Address space of each process.
    std::size_t output_bytes = 32u << 20;                 ///< Of `out` and of `err`, each.
    std::uint64_t file_bytes = std::uint64_t{256} << 20;  ///< Of each file that is written.
    unsigned processes = 64;  ///< Processes and threads; not enforced when the server runs as root.
};

enum class Status { ok, failed, timed_out, too_large, missing_program };

struct Outcome {
    Status status = Status::failed;
    int exit_code = -1;  ///< Or 128 + the signal.
    std::string out;
    std::string err;
    std::vector<std::string> files;  ///< In the order of Command::collect; a missing one is empty.
};

/// The program is looked up in /usr/local/bin, /usr/bin and /bin unless it is an absolute path.
/// It runs in the private folder.
struct Command {
    std::string program;
    std::vector<std::string> args;
    std::string_view input;                                       ///< Its standard input.
    std::vector<std::pair<std::string, std::string_view>> files;  ///< Written before: name, bytes.
    std::vector<std::string> collect;                             ///< Read back afterwards.
};

Outcome run(const Command& command, const Limits& limits = {});
Outcome run(const std::string& program,
            const std::vector<std::string>& args,
            std::string_view input,
            const Limits& limits = {});

bool has_program(std::string_view program);
bool has_libreoffice();

/// Throws `unavailable`: "extract.libreoffice_missing" when LibreOffice is not installed,
/// "extract.conversion_failed" when it does not finish within a minute or gives no PDF.
std::string docx_to_pdf(std::string_view docx);

}  // namespace hoiquan::extract
