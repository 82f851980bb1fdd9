#pragma once

// Long files, read in the background: who sent one sees how far it is and may stop it. All of it
// lies in memory; what a restart interrupts has to be sent again. Part of the public face.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "imports/imports.h"

namespace hoiquan::imports {

using ReadingId = Id<struct ImportReadingTag>;

enum class ReadingState { waiting, reading, done, failed, stopped };
std::string_view to_string(ReadingState state);

struct ReadingStatus {
    ReadingId id;
    ReadingState state = ReadingState::waiting;
    std::size_t rows_done = 0;
    std::size_t rows = 0;  ///< 0 until it is known.
    std::optional<BatchId> batch;
    std::optional<Error> error;  ///< Why it failed.
};

/// One thread reads one file after the other, in the order in which they came.
class Readings {
public:
    struct Limits {
        std::size_t waiting = 20;
        std::size_t waiting_of_one = 2;  ///< Of one person.
        std::size_t bytes = std::size_t{200} << 20;
        std::chrono::minutes kept{60};  ///< After its end.
    };
    Readings() : Readings(Limits()) {}
    explicit Readings(const Limits& limits) : limits_(limits) {}
    Readings(const Readings&) = delete;
    Readings& operator=(const Readings&) = delete;
    /// Stops what runs.
    ~Readings();

    /// Error(unavailable, "imports.too_many") when too much is waiting. `database` must outlive
    /// this object.
    ReadingStatus begin(db::Database& database,
                        const auth::Actor& actor,
                        const OrganisationId& organisation,
                        std::shared_ptr<const Importer> importer,
                        File file);
    /// Error(not_found) for a reading that somebody else began.
    ReadingStatus get(const auth::Actor& actor, const ReadingId& id);
    ReadingStatus stop(const auth::Actor& actor, const ReadingId& id);

private:
    struct Entry;

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
    std::map<ReadingId, std::shared_ptr<Entry>> entries_;
    std::thread thread_;  ///< Begins with the first reading.
};

}  // namespace hoiquan::imports
