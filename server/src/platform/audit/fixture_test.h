#pragma once

// For the tests of this folder: events, a key, a folder, and the statements of a forger.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "platform/audit/audit.h"
#include "platform/db/testing.h"

namespace hoiquan::audit::fixture {

constexpr db::Statement both(std::string_view name, std::string_view sql) {
    return {name, sql, sql};
}

inline constexpr db::Statement unlock{"unlock",
                                      "DROP TRIGGER IF EXISTS audit_event_no_update",
                                      "DROP TRIGGER IF EXISTS audit_event_kept ON audit_event"};
inline constexpr db::Statement unlock_removal{
    "unlock_removal", "DROP TRIGGER IF EXISTS audit_event_no_delete", "SELECT 1"};
inline constexpr db::Statement change =
    both("change", "UPDATE audit_event SET after_json = $1 WHERE id = $2");
inline constexpr db::Statement blame =
    both("blame", "UPDATE audit_event SET user_id = $1 WHERE id = $2");
inline constexpr db::Statement insert_old_event =
    both("insert_old_event",
         "INSERT INTO audit_event (id, at, action, entity, entity_id, parent_entity_id, "
         "before_json, after_json, reason) VALUES ($1, $2, 'a', 'b', 'c', '', 'null', 'null', '')");
inline constexpr db::Statement remove_event =
    both("remove_event", "DELETE FROM audit_event WHERE id = $1");
inline constexpr db::Statement remove_seal =
    both("remove_seal", "DELETE FROM audit_seal WHERE seq = $1");
inline constexpr db::Statement renumber =
    both("renumber", "UPDATE audit_seal SET seq = $1 WHERE seq = $2");
inline constexpr db::Statement reseal =
    both("reseal", "UPDATE audit_seal SET event_id = $1 WHERE seq = $2");
inline constexpr db::Statement count_events =
    both("count_events", "SELECT COUNT(*) FROM audit_event");
inline constexpr db::Statement count_pending =
    both("count_pending", "SELECT COUNT(*) FROM audit_pending");
inline constexpr db::Statement count_seals = both("count_seals", "SELECT COUNT(*) FROM audit_seal");
inline constexpr db::Statement all_seals =
    both("all_seals", "SELECT event_id FROM audit_seal ORDER BY seq");

inline const std::string key(32, 'k');

/// Removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "audit-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

inline Event event(const std::string& entity_id) {
    return {"task.created", "task", entity_id, nullptr, {{"title", "Việc " + entity_id}}, "", ""};
}

inline void record_events(db::Database& database, int n) {
    for (int i = 1; i <= n; ++i) {
        database.write(
            [&](db::WriteTx& tx) { record_system(tx, event("task-" + std::to_string(i))); });
    }
}

/// A chain of `n` sealed events; their ids in order.
inline std::vector<std::string> sealed(db::Database& database, int n) {
    record_events(database, n);
    seal(database, key);
    return database.read([](const db::ReadTx& tx) {
        return tx.list(all_seals, {}, [](const db::Row& row) { return row.get<std::string>(0); });
    });
}

inline void forge(db::Database& database, const std::function<void(db::WriteTx&)>& f) {
    database.write([&](db::WriteTx& tx) {
        tx.exec(unlock, {});
        tx.exec(unlock_removal, {});
        f(tx);
    });
}

inline std::int64_t count(db::Database& database, const db::Statement& statement) {
    return database.read([&](const db::ReadTx& tx) { return tx.integer(statement, {}); });
}

/// "changed 3", "removed 2" …: what was found, in order.
inline std::vector<std::string> found(
    db::Database& database,
    const std::optional<std::filesystem::path>& anchor_file = std::nullopt,
    const std::string& with_key = key) {
    std::vector<std::string> out;
    for (const auto& finding : verify(database, with_key, anchor_file).findings) {
        out.push_back(finding.kind + " " + std::to_string(finding.seq));
    }
    return out;
}

using Findings = std::vector<std::string>;

}  // namespace hoiquan::audit::fixture
