#pragma once

// One installation on disk: its settings, clock, database and keys.

#include <filesystem>
#include <memory>
#include <string>

#include "platform/config/clock.h"
#include "platform/config/config.h"
#include "platform/db/db.h"

namespace hoiquan::app {

class Installation {
public:
    /// Makes the data folder when it is missing (mode 0700) and opens the database. HOIQUAN_NOW is
    /// honoured only where the database holds demonstration data.
    static std::unique_ptr<Installation> open(const config::Settings& settings);
    /// The same where an installation must be there already: a mistyped folder is told, not made.
    static std::unique_ptr<Installation> open_existing(const config::Settings& settings);
    /// The same with a clock of the caller's, for making demonstration data.
    static std::unique_ptr<Installation> open_with(const config::Settings& settings,
                                                   std::unique_ptr<config::Clock> clock);

    const config::Settings& settings() const { return settings_; }
    db::Database& database() { return *database_; }
    std::filesystem::path keys_dir() const { return settings_.data_dir / "keys"; }
    std::filesystem::path anchor_file() const {
        return settings_.data_dir / "anchors" / "audit.log";
    }

private:
    explicit Installation(config::Settings settings) : settings_(std::move(settings)) {}
    config::Settings settings_;
    std::unique_ptr<config::Clock> own_clock_;  ///< Absent: the system's clock.
    std::unique_ptr<db::Database> database_;
};

}  // namespace hoiquan::app
