#pragma once

// Scans that are being recognised: seconds a page, so the clerk sees how far it is and may stop it.
// All of it lies in memory alone: nothing is stored before the check for marks of state secrecy.
// What a restart interrupts has to be sent again.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/error.h"
#include "documents/upload.h"

namespace hoiquan::documents {

struct ReadingTag;
using ReadingId = Id<ReadingTag>;

enum class ReadingState { waiting, reading, done, failed, stopped };
std::string_view to_string(ReadingState state);

struct ReadingStatus {
    ReadingId id;
    ReadingState state = ReadingState::waiting;
    std::size_t pages_done = 0;
    std::size_t pages = 0;  ///< 0 until it is known.
    std::optional<DocumentId> document;
    std::optional<Error> error;  ///< Why it failed.
};

/// One thread reads one file after the other, in the order in which they came.
class Readings {
public:
    struct Limits {
        std::size_t waiting = 20;
        std::size_t waiting_of_one = 5;  ///< Of one person.
        std::size_t bytes = std::size_t{200} << 20;
        std::chrono::minutes kept{60};  ///< After its end.
    };

    Readings() : Readings(Limits()) {}
    explicit Readings(const Limits& limits) : limits_(limits) {}
    Readings(const Readings&) = delete;
    Readings& operator=(const Readings&) = delete;
    /// Stops what runs.
    ~Readings();

    /// Error(unavailable, "documents.too_many_readings") when too much is waiting. `database` must
    /// outlive this object.
    ReadingStatus begin(db::Database& database,
                        const auth::Actor& actor,
                        NewFile file,
                        Direction direction);
    /// Error(not_found) for a reading that somebody else began.
    ReadingStatus get(const auth::Actor& actor, const ReadingId& id);
    /// It ends before its next page; one that has ended stays as it is.
    ReadingStatus stop(const auth::Actor& actor, const ReadingId& id);

private:
    struct Entry;
    using Entries = std::map<ReadingId, std::shared_ptr<Entry>>;

    Entry& find(const auth::Actor& actor, const ReadingId& id);
    void check_room(const auth::Actor& actor, std::size_t bytes) const;
    void forget_old();
    std::shared_ptr<Entry> next_waiting() const;
    void run();
    void read(Entry& entry);

    Limits limits_;
    std::mutex mutex_;  ///< Guards all below, and the status of each entry.
    std::condition_variable wake_;
    bool is_stopping_ = false;
    Entries entries_;
    std::thread thread_;  ///< Begins with the first reading.
};

}  // namespace hoiquan::documents
