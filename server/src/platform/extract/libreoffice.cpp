#include "base/error.h"
#include "platform/extract/extract.h"

namespace hoiquan::extract {

namespace {

// LibreOffice reserves far more address space than it touches (about 210 MB).
constexpr Limits kLimits{.cpu_seconds = 60,
                         .wall_seconds = 60,
                         .memory_bytes = std::uint64_t{6} << 30,
                         .output_bytes = 1u << 20,
                         .file_bytes = std::uint64_t{256} << 20,
                         .processes = 256};

}  // namespace

bool has_libreoffice() {
    return has_program("soffice");
}

std::string docx_to_pdf(std::string_view docx) {
    Command command;
    command.program = "soffice";
    // Its profile lies in $HOME, which is the private folder: two runs never share one.
    command.args = {"--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--convert-to",
                    "pdf:writer_pdf_Export",
                    "document.docx"};
    command.files = {{"document.docx", docx}};
    command.collect = {"document.pdf"};
    Outcome outcome = run(command, kLimits);
    if (outcome.status == Status::missing_program) {
        throw Error(ErrorCode::unavailable, "extract.libreoffice_missing");
    }
    // It also exits with 0 when it could not load the document.
    if (outcome.status != Status::ok || !outcome.files.front().starts_with("%PDF-")) {
        throw Error(ErrorCode::unavailable, "extract.conversion_failed")
            .with_detail("exit " + std::to_string(outcome.exit_code) + ": " + outcome.err);
    }
    return std::move(outcome.files.front());
}

}  // namespace hoiquan::extract
