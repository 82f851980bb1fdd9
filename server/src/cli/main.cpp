#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/demo.h"
#include "app/embedded.h"
#include "app/serve.h"
#include "cli/association_commands.h"
#include "cli/commands.h"
#include "cli/organisation_commands.h"
#include "cli/words.h"

namespace {

using namespace hoiquan;  // NOLINT(google-build-using-namespace): the entry point names nothing of
                          // its own

/// What the command line gives over the file and the environment.
struct Place {
    std::string config_file;
    std::string data_dir;
    std::string database_url;
    std::string listen;
    std::vector<std::string> trusted_proxies;

    config::Settings settings() const {
        auto out = config::load(
            config_file.empty() ? std::nullopt : std::optional<std::filesystem::path>(config_file));
        if (!data_dir.empty()) {
            out.data_dir = data_dir;
        }
        if (!database_url.empty()) {
            out.database_url = database_url;
        }
        if (!listen.empty()) {
            out.listen = listen;
        }
        if (!trusted_proxies.empty()) {
            out.trusted_proxies = trusted_proxies;
        }
        if (out.data_dir.empty()) {
            throw std::runtime_error(
                "Thiếu thư mục dữ liệu. Thêm --data THƯ_MỤC (khóa và tệp SQLite nằm ở đó).");
        }
        return out;
    }
};

void add_place(CLI::App& command, Place& place) {
    command.add_option(
        "--data", place.data_dir, "Thư mục dữ liệu: tệp SQLite, khóa, mốc niêm phong");
    command.add_option("--database", place.database_url, "postgresql://… thay cho SQLite");
    command.add_option("--config", place.config_file, "Tệp cấu hình TOML");
}

using Run = std::function<int()>;

void add_user_commands(
    CLI::App& app, Place& place, cli::UserAddOptions& add, std::string& login, Run& run) {
    auto* user = app.add_subcommand("user", "Quản lý tài khoản từ bàn phím máy chủ");
    user->require_subcommand(1);
    auto* add_command = user->add_subcommand("add", "Thêm tài khoản, in mật khẩu lần đầu");
    add_place(*add_command, place);
    add_command->add_option("login", add.login, "Tên đăng nhập")->required();
    add_command->add_option("--full-name", add.full_name, "Họ và tên")->required();
    add_command->add_option("--role", add.role, "administrator, clerk, monitor, officer, leader")
        ->required();
    add_command->add_option("--organisation", add.organisation, "Mã, định danh hoặc tên cơ quan")
        ->required();
    add_command->add_flag("--subtree", add.subtree, "Gồm cả các cơ quan trực thuộc");
    add_command->callback([&] { run = [&] { return cli::user_add(place.settings(), add); }; });
    auto* list = user->add_subcommand("list", "Liệt kê tài khoản");
    add_place(*list, place);
    list->callback([&] { run = [&] { return cli::user_list(place.settings()); }; });
    const std::map<std::string,
                   std::pair<const char*, int (*)(const config::Settings&, const std::string&)>>
        others{{"reset-password", {"Đặt mật khẩu lần đầu mới", cli::user_reset_password}},
               {"block", {"Khóa tài khoản", cli::user_block}}};
    for (const auto& [name, what] : others) {
        auto* command = user->add_subcommand(name, what.first);
        add_place(*command, place);
        command->add_option("login", login, "Tên đăng nhập")->required();
        command->callback([&run, &place, &login, f = what.second] {
            run = [&place, &login, f] { return f(place.settings(), login); };
        });
    }
}

void add_keeping_commands(
    CLI::App& app, Place& place, std::string& file, std::string& keys, Run& run) {
    auto* migrate = app.add_subcommand("migrate", "Nâng cấp lược đồ cơ sở dữ liệu");
    add_place(*migrate, place);
    migrate->callback([&] { run = [&] { return cli::migrate(place.settings()); }; });

    auto* backup =
        app.add_subcommand("backup", "Sao lưu nhất quán khi hệ thống đang chạy (không gồm khóa)");
    add_place(*backup, place);
    backup->add_option("--out", file, "Tệp sao lưu sẽ tạo")->required();
    backup->callback([&] { run = [&] { return cli::backup(place.settings(), file); }; });

    auto* restore = app.add_subcommand("restore", "Phục hồi từ bản sao lưu vào thư mục mới");
    add_place(*restore, place);
    restore->add_option("--from", file, "Tệp sao lưu")->required();
    restore->add_option("--keys", keys, "Thư mục khóa của hệ thống đã sao lưu")->required();
    restore->callback([&] { run = [&] { return cli::restore(place.settings(), file, keys); }; });

    auto* audit = app.add_subcommand("audit", "Nhật ký thay đổi");
    audit->require_subcommand(1);
    auto* verify = audit->add_subcommand(
        "verify", "Kiểm tra chuỗi nhật ký có bị sửa, xóa, đảo hay cắt đuôi không");
    add_place(*verify, place);
    verify->add_option("--anchor", file, "Tệp mốc niêm phong để đối chiếu");
    verify->callback([&] {
        run = [&] {
            return cli::verify_audit(
                place.settings(),
                file.empty() ? std::nullopt : std::optional<std::filesystem::path>(file));
        };
    });
}

/// Vietnamese for what the library of the command line says of itself.
void speak_vietnamese(CLI::App& app) {
    app.set_help_flag("-h,--help", "In hướng dẫn này");
    const auto formatter = app.get_formatter();
    for (const auto& [english, vietnamese] :
         std::map<std::string, std::string>{{"Usage", "Cách dùng"},
                                            {"OPTIONS", "TÙY CHỌN"},
                                            {"Options", "Tùy chọn"},
                                            {"Positionals", "Tham số"},
                                            {"SUBCOMMAND", "LỆNH"},
                                            {"Subcommands", "Các lệnh"},
                                            {"TEXT", "CHỮ"},
                                            {"REQUIRED", "(bắt buộc)"}}) {
        formatter->label(english, vietnamese);
    }
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
        const bool is_unknown = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
        const std::string what = is_missing   ? "Lệnh thiếu phần bắt buộc"
                                 : is_unknown ? "Lệnh có phần không hiểu được"
                                              : "Lệnh gọi chưa đúng";
        return "hoiquan: " + what + " (" + error.what() + "). Thêm --help để xem cách dùng.\n";
    });
}

void add_read_command(CLI::App& app,
                      cli::ReadOptions& read_options,
                      std::string& out_dir,
                      Run& run) {
    auto* read = app.add_subcommand(
        "read", "Đọc văn bản (Word, ODT, RTF, PDF, bản quét, TXT) thành dữ liệu");
    read->add_option("--out", out_dir, "Thư mục ghi TÊN.json và TÊN.txt");
    constexpr int most_jobs = 64;
    read->add_option("--jobs", read_options.jobs, "Số tệp đọc cùng lúc, mặc định 1")
        ->check(CLI::Range(1, most_jobs));
    read->add_flag("--again",
                   read_options.again,
                   "Đọc lại cả những tệp trong thư mục đã có kết quả từ lần trước");
    read->add_option("files", read_options.files, "Các tệp hoặc thư mục cần đọc")->required();
    read->callback([&] {
        run = [&] {
            if (!out_dir.empty()) {
                read_options.out_dir = out_dir;
            }
            return cli::read(read_options);
        };
    });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Hội Quán: từ văn bản chỉ đạo đến nhiệm vụ, minh chứng và báo cáo.", "hoiquan");
    speak_vietnamese(app);
    app.require_subcommand(1);
    Place place;
    Run run;
    cli::ReadOptions read_options;
    std::string out_dir;
    cli::UserAddOptions user_options;
    std::string login;
    std::string file;
    std::string keys;

    auto* serve = app.add_subcommand("serve", "Chạy máy chủ");
    add_place(*serve, place);
    serve->add_option("--listen", place.listen, "Địa chỉ và cổng, mặc định 127.0.0.1:8080");
    serve->add_option(
        "--trusted-proxy", place.trusted_proxies, "Dải CIDR của máy chủ trung gian được tin");
    serve->callback([&] { run = [&] { return app::serve(place.settings()); }; });

    add_read_command(app, read_options, out_dir, run);

    auto* demo = app.add_subcommand("demo", "Tạo dữ liệu trình diễn trong thư mục dữ liệu trống");
    add_place(*demo, place);
    demo->callback([&] { run = [&] { return app::make_demonstration(place.settings()); }; });

    add_user_commands(app, place, user_options, login, run);
    add_keeping_commands(app, place, file, keys, run);
    cli::add_association_commands(
        app,
        [&](CLI::App& command) { add_place(command, place); },
        [&] { return place.settings(); },
        run);
    cli::add_organisation_commands(
        app,
        [&](CLI::App& command) { add_place(command, place); },
        [&] { return place.settings(); },
        run);
    app.add_subcommand("version", "In phiên bản")->callback([&] {
        run = [] {
            std::cout << "hoiquan " << app::version() << '\n';
            return 0;
        };
    });

    try {
        app.parse(argc, argv);
        return run();
    } catch (const CLI::ParseError& error) {
        constexpr int wrong_call = 2;
        return app.exit(error) == 0 ? 0 : wrong_call;
    } catch (const std::exception& error) {
        std::cerr << "hoiquan: " << cli::explain(error) << '\n';
        return 1;
    }
}
