#include "app/installation.h"

#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "accounts/accounts.h"

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

std::optional<Instant> asked_now() {
    const char* text =
        std::getenv("HOIQUAN_NOW");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
    if (text == nullptr || *text == '\0') {
        return std::nullopt;
    }
    const auto now = Instant::parse_iso(text);
    if (!now) {
        throw std::runtime_error("HOIQUAN_NOW phải có dạng 2026-03-16T02:00:00Z.");
    }
    return now;
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

std::unique_ptr<Installation> Installation::open_with(const config::Settings& settings,
                                                      std::unique_ptr<config::Clock> clock) {
    make_private_dir(settings.data_dir);
    auto out = std::unique_ptr<Installation>(new Installation(settings));
    out->own_clock_ = std::move(clock);
    out->database_ = db::Database::open(options_for(settings), *out->own_clock_);
    return out;
}

}  // namespace hoiquan::app
