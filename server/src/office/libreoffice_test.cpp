// What another program makes of our files. Only where LibreOffice is installed.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "office/office.h"
#include "office/testing/sample.h"

using namespace hoiquan;
using namespace hoiquan::office;

namespace {

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "office-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream file(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
    std::filesystem::path path;
};

bool is_installed(const char* program) {
    return ::access((std::string("/usr/bin/") + program).c_str(), X_OK) == 0;
}

int run(std::vector<std::string> arguments) {
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int failed =
        ::posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = -1;
    return failed != 0 || ::waitpid(process, &status, 0) != process ? -1 : status;
}

int convert(const Folder& folder, const std::string& format, const std::string& name) {
    return run({"soffice",
                "-env:UserInstallation=file://" + (folder.path / "profile").string(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.path.string(),
                (folder.path / name).string()});
}

bool has(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("LibreOffice reads the report and the sheet as they were meant") {
    if (!is_installed("soffice") || !is_installed("pdftotext")) {
        MESSAGE("LibreOffice or poppler-utils is not installed");
        return;
    }
    const Folder folder;
    folder.write("report.docx", write_docx(sample_report()));
    REQUIRE(convert(folder, "pdf", "report.docx") == 0);
    REQUIRE(run({"pdftotext",
                 "-layout",
                 (folder.path / "report.pdf").string(),
                 (folder.path / "report.txt").string()}) == 0);
    const std::string text = folder.read("report.txt");
    CHECK(has(text, "ĐẢNG CỘNG SẢN VIỆT NAM"));
    CHECK(has(text, "An Lạc, ngày 05 tháng 02 năm 2026"));
    CHECK(has(text, "1.371"));
    CHECK(has(text, "Nguyễn Văn An"));

    XlsxSheet sheet;
    sheet.name = "Nhiệm vụ";
    sheet.columns = {{"Nội dung", 40, ColumnKind::text},
                     {"Hạn", 12, ColumnKind::date},
                     {"Số", 12, ColumnKind::integer},
                     {"Tỷ lệ", 12, ColumnKind::percent}};
    sheet.rows = {{std::string("=1+1"), *Date::of(2026, 6, 30), std::int64_t{12345}, 0.5}};
    folder.write("sheet.xlsx", write_xlsx({sheet}));
    // 59 comma, 34 quotes, 76 UTF-8; the cells as they are shown.
    REQUIRE(convert(folder, "csv:Text - txt - csv (StarCalc):59,34,76", "sheet.xlsx") == 0);
    const std::string csv = folder.read("sheet.csv");
    CHECK(has(csv, "=1+1;30/06/2026;"));
    CHECK(has(csv, "12,345"));
    CHECK(has(csv, "50.0%"));
}
