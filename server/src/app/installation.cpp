#include "app/installation.h"

#include <optional>
#include <stdexcept>
#include <utility>

#include "accounts/accounts.h"
#include "app/demo_clock.h"
#include "base/error.h"

namespace hoiquan::app {

namespace fs = std::filesystem;

namespace {

void make_private_dir(const fs::path& dir) {
    if (fs::exists(dir)) {
        return;
    }
    fs::create_directories(dir);
    fs::permissions(dir, fs::perms::owner_all);
}

db::Options options_for(const config::Settings& settings) {
    db::Options options;
    options.sqlite_path = (settings.data_dir / "hoiquan.sqlite").string();
    options.url = settings.database_url.value_or("");
    options.readers = settings.workers;
    return options;
}

bool holds_demonstration(db::Database& database) {
    try {
        db::check_schema(database);
    } catch (const Error&) {
        return false;  // A fresh or older database: the caller migrates it.
    }
    return database.read([](const db::ReadTx& tx) { return accounts::is_demonstration(tx); });
}

}  // namespace

std::unique_ptr<Installation> Installation::open(const config::Settings& settings) {
    make_private_dir(settings.data_dir);
    auto out = std::unique_ptr<Installation>(new Installation(settings));
    out->database_ = db::Database::open(options_for(settings), config::system_clock());
    const auto now = asked_now();
    if (now && holds_demonstration(*out->database_)) {
        out->database_.reset();
        out->own_clock_ = std::make_unique<config::ShiftedClock>(*now);
        out->database_ = db::Database::open(options_for(settings), *out->own_clock_);
    }
    return out;
}

std::unique_ptr<Installation> Installation::open_existing(const config::Settings& settings) {
    const auto& dir = settings.data_dir;
    if (!fs::is_directory(dir) || (!settings.database_url && !fs::exists(dir / "hoiquan.sqlite"))) {
        throw std::runtime_error("Thư mục " + dir.string() +
                                 " chưa có dữ liệu Hội Quán. Kiểm tra lại --data.");
    }
    return open(settings);
}

std::unique_ptr<Installation> Installation::open_with(const config::Settings& settings,
                                                      std::unique_ptr<config::Clock> clock) {
    make_private_dir(settings.data_dir);
    auto out = std::unique_ptr<Installation>(new Installation(settings));
    out->own_clock_ = std::move(clock);
    out->database_ = db::Database::open(options_for(settings), *out->own_clock_);
    return out;
}

}  // namespace hoiquan::app
