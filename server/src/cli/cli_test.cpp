// The binary as a person runs it: help, version, read, user, backup, restore, audit verify.

#include <algorithm>
#include <cstdlib>
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

namespace {

namespace fs = std::filesystem;
namespace office = hoiquan::office;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

bool has(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

struct Outcome {
    int code = -1;
    std::string out;
    std::string err;
};

/// A private folder in which the binary runs.
class Desk {
public:
    Desk() {
        std::string pattern = (fs::temp_directory_path() / "hoiquan-cli-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Desk() { fs::remove_all(path_); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    fs::path operator/(const std::string& name) const { return path_ / name; }

    Outcome run(std::vector<std::string> words) const {
        words.insert(words.begin(), HOIQUAN_BINARY);
        std::vector<char*> argv;
        for (auto& word : words) {
            argv.push_back(word.data());
        }
        argv.push_back(nullptr);
        const auto out = path_ / ".out";
        const auto err = path_ / ".err";
        constexpr int new_file = O_CREAT | O_TRUNC | O_WRONLY;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), new_file, 0600);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), new_file, 0600);
        pid_t child = 0;
        const int failed =
            posix_spawn(&child, HOIQUAN_BINARY, &actions, nullptr, argv.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        REQUIRE(failed == 0);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, bytes_of(out), bytes_of(err)};
    }

private:
    fs::path path_;
};

const char* const kPaper =
    "THÀNH ỦY SÔNG LAM\n*\nSố 45-KL/TU\n\nKẾT LUẬN\nvề củng cố tổ chức hội\n\n"
    "1. Ban Dân vận Thành ủy rà soát các hội, báo cáo trước ngày 30/6/2026.\n"
    "2. Ủy ban nhân dân thành phố bố trí trụ sở cho các hội.\n";

std::string docx_of_paper() {
    office::DocxDocument document;
    document.issuer = "THÀNH ỦY SÔNG LAM";
    document.number = "Số 45-KL/TU";
    document.place_and_date = "Sông Lam, ngày 05 tháng 02 năm 2026";
    document.type = "KẾT LUẬN";
    document.subject = "về củng cố tổ chức hội";
    document.body = {office::paragraph("1. Ban Dân vận Thành ủy rà soát các hội.")};
    return office::write_docx(document);
}

}  // namespace

TEST_CASE("help: each command explains itself in Vietnamese; version tells its number") {
    const Desk desk;
    const std::vector<std::vector<std::string>> commands{{},
                                                         {"serve"},
                                                         {"read"},
                                                         {"demo"},
                                                         {"user"},
                                                         {"user", "add"},
                                                         {"user", "list"},
                                                         {"user", "reset-password"},
                                                         {"user", "block"},
                                                         {"backup"},
                                                         {"restore"},
                                                         {"audit"},
                                                         {"audit", "verify"},
                                                         {"migrate"},
                                                         {"version"}};
    for (auto words : commands) {
        CAPTURE(words.empty() ? std::string("hoiquan") : words.back());
        words.emplace_back("--help");
        const auto outcome = desk.run(words);
        CHECK(outcome.code == 0);
        CHECK(has(outcome.out, "Cách dùng: hoiquan"));
        CHECK(has(outcome.out, "In hướng dẫn này"));
        CHECK_FALSE(has(outcome.out, "Print this help"));
        CHECK(outcome.err.empty());
    }
    const auto all = desk.run({"--help"}).out;
    for (const char* command :
         {"serve", "read", "demo", "user", "backup", "restore", "audit", "migrate", "version"}) {
        CHECK(has(all, std::string("\n  ") + command));
    }
    CHECK(has(desk.run({"version"}).out, "hoiquan 0."));
}

TEST_CASE("a wrong call is told in Vietnamese and ends with 2") {
    const Desk desk;
    for (const auto& words : std::vector<std::vector<std::string>>{
             {}, {"nothing"}, {"read"}, {"backup", "--data", "x"}, {"version", "--wide"}}) {
        const auto outcome = desk.run(words);
        CHECK(outcome.code == 2);
        CHECK(has(outcome.err, "hoiquan: Lệnh "));
        CHECK(has(outcome.err, "--help"));
        CHECK(outcome.out.empty());
    }
    const auto nowhere = desk.run({"migrate"});
    CHECK(nowhere.code == 1);
    CHECK(has(nowhere.err, "Thiếu thư mục dữ liệu"));
}

TEST_CASE("read: TXT and DOCX to JSON on standard output, or to files beside the text") {
    const Desk desk;
    write(desk / "ket-luan.txt", kPaper);
    write(desk / "ban-word.docx", docx_of_paper());
    const auto printed = desk.run({"read", (desk / "ket-luan.txt").string()});
    CHECK(printed.code == 0);
    CHECK(has(printed.out, R"("number":"45")"));
    CHECK(has(printed.out, R"("places")"));
    const auto out = desk / "ket-qua";
    const auto read = desk.run({"read",
                                "--out",
                                out.string(),
                                (desk / "ket-luan.txt").string(),
                                (desk / "ban-word.docx").string()});
    CHECK(read.code == 0);
    CHECK(read.err.empty());
    CHECK(bytes_of(out / "ket-luan.json") == printed.out);
    CHECK(bytes_of(out / "ket-luan.txt") == kPaper);
    CHECK(has(bytes_of(out / "ban-word.json"), R"("type":"conclusion")"));
    CHECK(has(bytes_of(out / "ban-word.txt"), "Ban Dân vận Thành ủy rà soát các hội."));
}

TEST_CASE("read: a file that cannot be read is one clear sentence and exit code 1; others go on") {
    const Desk desk;
    write(desk / "tot.txt", kPaper);
    write(desk / "hong.docx", "PK\x03\x04 không phải DOCX");
    write(desk / "rong.txt", "");
    write(desk / "ban-in.pdf", "%PDF-1.7\n");
    write(desk / "ma-cu.txt", std::string(kPaper) + "UBND ph\xADêng");
    fs::create_directories(desk / "thu-muc");
    const auto failing = [&](const std::string& name) {
        const auto outcome = desk.run({"read", (desk / name).string()});
        CHECK(outcome.code == 1);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, (desk / name).string() + ": "));
        CHECK_FALSE(has(outcome.err, "reader."));
        return outcome.err;
    };
    CHECK(has(failing("hong.docx"), "Tệp Word hỏng"));
    CHECK(has(failing("rong.txt"), "không có chữ"));
    CHECK(has(failing("ban-in.pdf"), "Tệp PDF hỏng"));
    CHECK(has(failing("khong-co.txt"), "không mở được"));
    const auto old = desk.run({"read", (desk / "ma-cu.txt").string()});
    CHECK(old.code == 0);  // What can be read is read.
    CHECK(has(old.err, "lưu ý: Tệp có ký tự hỏng"));
    const auto out = desk / "ket-qua";
    const auto mixed = desk.run({"read",
                                 "--out",
                                 out.string(),
                                 (desk / "hong.docx").string(),
                                 (desk / "tot.txt").string()});
    CHECK(mixed.code == 1);
    CHECK(fs::exists(out / "tot.json"));
    CHECK_FALSE(fs::exists(out / "hong.json"));
}

TEST_CASE("read: a paper with a secrecy mark is refused and nothing of it is written") {
    const Desk desk;
    write(desk / "mat.txt", std::string("TỐI MẬT\n") + kPaper);
    const auto refused =
        desk.run({"read", "--out", (desk / "ra").string(), (desk / "mat.txt").string()});
    CHECK(refused.code == 3);
    CHECK(has(refused.err, "dấu chỉ độ mật"));
    CHECK_FALSE(has(refused.err, "45"));
    CHECK(fs::is_empty(desk / "ra"));
}

TEST_CASE("read: never writes over what it reads, nor two results into one") {
    const Desk desk;
    write(desk / "a.txt", std::string("\xEF\xBB\xBF") + kPaper);
    const auto before = bytes_of(desk / "a.txt");
    const auto here = desk.run({"read", "--out", (desk / "").string(), (desk / "a.txt").string()});
    CHECK(here.code == 1);
    CHECK(has(here.err, "ghi đè"));
    CHECK(bytes_of(desk / "a.txt") == before);
    write(desk / "a.docx", docx_of_paper());
    const auto both = desk.run({"read",
                                "--out",
                                (desk / "ra").string(),
                                (desk / "a.txt").string(),
                                (desk / "a.docx").string()});
    CHECK(both.code == 0);
    CHECK(fs::exists(desk / "ra" / "a.txt.json"));
    CHECK(fs::exists(desk / "ra" / "a.docx.json"));
    const auto twice = desk.run({"read",
                                 "--out",
                                 (desk / "ra").string(),
                                 (desk / "a.txt").string(),
                                 (desk / "a.txt").string()});
    CHECK(twice.code == 1);
    CHECK(has(twice.err, "hai tệp cùng tên"));
}

TEST_CASE("read: a folder goes on where it stopped, one line for each failure") {
    const Desk desk;
    fs::create_directories(desk / "den" / "quy-1");
    for (int i = 0; i < 12; ++i) {
        write(desk / "den" / "quy-1" / ("so-" + std::to_string(i) + ".txt"), kPaper);
    }
    write(desk / "den" / "hong.docx", "PK\x03\x04 không phải DOCX");
    write(desk / "den" / "~$khoa.docx", "khóa của Word");
    write(desk / "den" / ".an.txt", "tệp ẩn");
    const auto run = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"read", "--out", (desk / "ra").string(), "--jobs", "3"};
        words.insert(words.end(), more.begin(), more.end());
        words.push_back((desk / "den").string());
        return desk.run(words);
    };
    const auto first = run({});
    CHECK(first.code == 1);
    CHECK(first.out.empty());
    CHECK(std::count(first.err.begin(), first.err.end(), '\n') == 2);
    CHECK(has(first.err, "hong.docx: "));
    CHECK(has(first.err, "Đã đọc 12 tệp, 0 tệp đã đọc từ lần trước, 1 tệp không đọc được."));
    CHECK(fs::exists(desk / "ra" / "quy-1" / "so-11.json"));
    fs::remove(desk / "ra" / "quy-1" / "so-3.json");
    const auto second = run({});
    CHECK(has(second.err, "Đã đọc 1 tệp, 11 tệp đã đọc từ lần trước, 1 tệp không đọc được."));
    CHECK(fs::exists(desk / "ra" / "quy-1" / "so-3.json"));
    const auto again = run({"--again"});
    CHECK(has(again.err, "Đã đọc 12 tệp, 0 tệp đã đọc từ lần trước"));
    const auto printed = desk.run({"read", "--jobs", "2", (desk / "den" / "quy-1").string()});
    CHECK(std::count(printed.out.begin(), printed.out.end(), '\n') == 12);
}

TEST_CASE("user, backup, restore, audit verify: a round trip on a fresh installation") {
    const Desk desk;
    ::setenv("HOIQUAN_NOW", "2026-03-16T02:00:00Z", 1);  // Of the demonstration data alone.
    const auto data = (desk / "du-lieu").string();
    CHECK(has(desk.run({"user", "list", "--data", data}).err, "chưa có dữ liệu"));
    CHECK_FALSE(fs::exists(data));
    CHECK(desk.run({"demo", "--data", data}).code == 0);

    const auto add = [&](const char* login, const char* role) {
        return desk.run({"user",
                         "add",
                         login,
                         "--data",
                         data,
                         "--full-name",
                         "Lê Văn Mới",
                         "--role",
                         role,
                         "--organisation",
                         "Hội không có"});
    };
    CHECK(has(add("moi", "clerk").err, "Không tìm thấy cơ quan, tổ chức này"));
    CHECK(add("moi", "king").code == 2);
    CHECK(has(desk.run({"user", "block", "khongco", "--data", data}).err,
              "Không tìm thấy tài khoản này"));
    const auto reset = desk.run({"user", "reset-password", "vanthu", "--data", data});
    CHECK(has(reset.out, "Mật khẩu lần đầu mới của vanthu: "));
    CHECK(desk.run({"user", "block", "lanhdao", "--data", data}).code == 0);
    CHECK(has(desk.run({"user", "list", "--data", data}).out, "đã khóa"));

    const auto whole = desk.run({"audit", "verify", "--data", data});
    CHECK(whole.code == 0);
    CHECK(has(whole.out, " 0 sai lệch"));
    const auto file = (desk / "sao-luu").string();
    CHECK(desk.run({"backup", "--data", data, "--out", file}).code == 0);
    const auto again = desk.run({"backup", "--data", data, "--out", file});
    CHECK(again.code == 1);
    CHECK(has(again.err, "đã có"));
    const auto restored = desk.run(
        {"restore", "--data", (desk / "moi").string(), "--from", file, "--keys", data + "/keys"});
    CHECK(restored.code == 0);
    CHECK(has(restored.out, "khớp với khóa"));
    const auto verified = desk.run({"audit", "verify", "--data", (desk / "moi").string()});
    CHECK(verified.code == 0);
    CHECK(verified.out == whole.out);
    fs::remove(desk / "moi/keys/audit.key");
    const auto keyless = desk.run({"audit", "verify", "--data", (desk / "moi").string()});
    CHECK(keyless.code == 1);
    CHECK(has(keyless.err, "Không thấy khóa nhật ký"));
    CHECK(desk.run({"migrate", "--data", data}).code == 0);
}
