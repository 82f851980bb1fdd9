#include "intake/programs.h"

namespace hoiquan::intake {

namespace {

using extract::Command;
using extract::Limits;
using extract::Outcome;
using extract::Status;

// As for the reports: LibreOffice reserves far more address space than it touches.
constexpr Limits kOfficeLimits{.cpu_seconds = 60,
                               .wall_seconds = 60,
                               .memory_bytes = std::uint64_t{6} << 30,
                               .output_bytes = 1U << 20,
                               .file_bytes = std::uint64_t{64} << 20,
                               .processes = 256};
constexpr Limits kTextLimits{.cpu_seconds = 10,
                             .wall_seconds = 15,
                             .memory_bytes = std::uint64_t{512} << 20,
                             .output_bytes = 32U << 20};

Outcome run_office(std::string_view bytes) {
    Command command;
    command.program = "soffice";
    command.args = {"--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--infilter=MS Word 97",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "document.doc"};
    command.files = {{"document.doc", bytes}};
    command.collect = {"document.docx"};
    return extract::run(command, kOfficeLimits);
}

/// Without tables and without the numbers that Word computes, but small and quick.
Outcome run_antiword(std::string_view bytes) {
    return extract::run("antiword", {"-m", "UTF-8.txt", "-w", "0", "-"}, bytes, kTextLimits);
}

}  // namespace

Converted convert_doc(std::string_view bytes) {
    Outcome office = run_office(bytes);
    if (office.status == Status::ok && office.files.front().starts_with("PK")) {
        return {{}, std::move(office.files.front())};
    }
    if (office.status == Status::timed_out || office.status == Status::too_large) {
        return {"intake.too_costly", {}};
    }
    Outcome text = run_antiword(bytes);
    if (text.status == Status::ok && !text.out.empty()) {
        return {{}, std::move(text.out)};
    }
    const bool none =
        office.status == Status::missing_program && text.status == Status::missing_program;
    return {none ? "intake.word_missing" : "intake.doc_broken", {}};
}

}  // namespace hoiquan::intake
