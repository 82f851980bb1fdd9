#include "platform/extract/extract.h"

#include <array>
#include <cassert>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

#include "platform/extract/child.h"
#include "platform/extract/private_folder.h"

namespace hoiquan::extract {

namespace {

constexpr std::array<std::string_view, 3> kFolders{"/usr/local/bin/", "/usr/bin/", "/bin/"};

bool is_program(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           ::access(path.c_str(), X_OK) == 0;
}

std::optional<std::string> find_program(std::string_view program) {
    if (program.starts_with('/')) {
        const std::string path(program);
        return is_program(path) ? std::optional<std::string>(path) : std::nullopt;
    }
    for (const std::string_view folder : kFolders) {
        const std::string path = std::string(folder) + std::string(program);
        if (is_program(path)) {
            return path;
        }
    }
    return std::nullopt;
}

void collect(const PrivateFolder& folder,
             const Command& command,
             const Limits& limits,
             Outcome& outcome) {
    for (const std::string& name : command.collect) {
        outcome.files.emplace_back();
        const PrivateFolder::Found found =
            folder.read(name, limits.file_bytes, outcome.files.back());
        if (found == PrivateFolder::Found::too_large && outcome.status == Status::ok) {
            outcome.status = Status::too_large;
        }
    }
}

}  // namespace

Outcome run(const Command& command, const Limits& limits) {
    const std::optional<std::string> program = find_program(command.program);
    if (!program) {
        Outcome outcome;
        outcome.status = Status::missing_program;
        outcome.files.resize(command.collect.size());
        return outcome;
    }
    const PrivateFolder folder;
    for (const auto& [name, bytes] : command.files) {
        assert(name.find('/') == std::string::npos);
        folder.write(name, bytes);
    }
    Outcome outcome = launch({*program, command.args, command.input, folder.path()}, limits);
    collect(folder, command, limits, outcome);
    return outcome;
}

Outcome run(const std::string& program,
            const std::vector<std::string>& args,
            std::string_view input,
            const Limits& limits) {
    Command command;
    command.program = program;
    command.args = args;
    command.input = input;
    return run(command, limits);
}

bool has_program(std::string_view program) {
    return find_program(program).has_value();
}

}  // namespace hoiquan::extract
