#include <iostream>

#include "app/backup.h"
#include "app/installation.h"
#include "cli/commands.h"

namespace hoiquan::cli {

int migrate(const config::Settings& settings) {
    const auto installation = app::Installation::open(settings);
    const auto report = db::migrate(installation->database());
    for (const auto& step : report.applied) {
        std::cout << "Đã chạy " << step << '\n';
    }
    std::cout << "Lược đồ ở bước " << report.to << ".\n";
    return 0;
}

int backup(const config::Settings& settings, const std::filesystem::path& out) {
    app::backup(settings, out);
    std::cout << "Đã sao lưu vào " << out.string()
              << ".\nKhóa không nằm trong bản sao lưu: hãy cất riêng thư mục "
              << (settings.data_dir / "keys").string() << ".\n";
    return 0;
}

int restore(const config::Settings& settings,
            const std::filesystem::path& from,
            const std::filesystem::path& keys_dir) {
    const auto events = app::restore(settings, from, keys_dir);
    std::cout << "Đã phục hồi vào " << settings.data_dir.string() << "; chuỗi nhật ký " << events
              << " sự kiện khớp với khóa.\n";
    return 0;
}

}  // namespace hoiquan::cli
