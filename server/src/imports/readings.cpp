#include "imports/readings.h"

#include <atomic>
#include <utility>

#include "base/words.h"
#include "platform/config/clock.h"
#include "platform/config/log.h"

namespace hoiquan::imports {

using Monotonic = std::chrono::steady_clock;

struct Readings::Entry {
    db::Database* database = nullptr;
    auth::Actor actor;
    OrganisationId organisation;
    std::shared_ptr<const Importer> importer;
    File file;  ///< Empty after the end.
    std::atomic<bool> is_stopped = false;
    ReadingStatus status;
    Monotonic::time_point ended;

    bool has_ended() const {
        return status.state != ReadingState::waiting && status.state != ReadingState::reading;
    }
    void end(ReadingState state) {
        status.state = state;
        ended = Monotonic::now();
        file = File();
    }
};

std::string_view to_string(ReadingState state) {
    constexpr Words<ReadingState, 5> words{{{ReadingState::waiting, "waiting"},
                                            {ReadingState::reading, "reading"},
                                            {ReadingState::done, "done"},
                                            {ReadingState::failed, "failed"},
                                            {ReadingState::stopped, "stopped"}}};
    return word_of(words, state);
}

Readings::~Readings() {
    {
        const std::scoped_lock lock(mutex_);
        is_stopping_ = true;
        for (auto& [id, entry] : entries_) {
            entry->is_stopped = true;
        }
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

ReadingStatus Readings::begin(db::Database& database,
                              const auth::Actor& actor,
                              const OrganisationId& organisation,
                              std::shared_ptr<const Importer> importer,
                              File file) {
    const auto& clock = config::system_clock();
    const std::scoped_lock lock(mutex_);
    forget_old();
    check_room(actor, file.bytes.size());
    auto entry = std::make_shared<Entry>();
    entry->status.id =
        ReadingId(make_uuid_v7(clock.now().unix_microseconds() / 1000, clock.random()));
    entry->database = &database;
    entry->actor = actor;
    entry->organisation = organisation;
    entry->importer = std::move(importer);
    entry->file = std::move(file);
    entries_.emplace(entry->status.id, entry);
    if (!thread_.joinable()) {
        thread_ = std::thread([this] { run(); });
    }
    wake_.notify_one();
    return entry->status;
}

ReadingStatus Readings::get(const auth::Actor& actor, const ReadingId& id) {
    const std::scoped_lock lock(mutex_);
    return find(actor, id).status;
}

ReadingStatus Readings::stop(const auth::Actor& actor, const ReadingId& id) {
    const std::scoped_lock lock(mutex_);
    auto& entry = find(actor, id);
    entry.is_stopped = true;
    if (entry.status.state == ReadingState::waiting) {
        entry.end(ReadingState::stopped);
    }
    return entry.status;
}

Readings::Entry& Readings::find(const auth::Actor& actor, const ReadingId& id) {
    const auto found = entries_.find(id);
    if (found == entries_.end() || !(found->second->actor.user == actor.user)) {
        throw Error(ErrorCode::not_found, "imports.reading_not_found");
    }
    return *found->second;
}

void Readings::check_room(const auth::Actor& actor, std::size_t bytes) const {
    std::size_t waiting = 0;
    std::size_t of_one = 0;
    for (const auto& [id, entry] : entries_) {
        if (!entry->has_ended()) {
            ++waiting;
            of_one += entry->actor.user == actor.user ? 1U : 0U;
            bytes += entry->file.bytes.size();
        }
    }
    if (waiting >= limits_.waiting || of_one >= limits_.waiting_of_one || bytes > limits_.bytes) {
        constexpr int seconds = 10;
        throw Error(ErrorCode::unavailable, "imports.too_many").with_retry_after(seconds);
    }
}

void Readings::forget_old() {
    const auto now = Monotonic::now();
    std::erase_if(entries_, [&](const auto& item) {
        return item.second->has_ended() && now - item.second->ended > limits_.kept;
    });
}

std::shared_ptr<Readings::Entry> Readings::next_waiting() const {
    for (const auto& [id, entry] : entries_) {
        if (entry->status.state == ReadingState::waiting) {
            return entry;
        }
    }
    return nullptr;
}

void Readings::run() {
    while (true) {
        std::shared_ptr<Entry> entry;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return is_stopping_ || next_waiting() != nullptr; });
            if (is_stopping_) {
                return;
            }
            entry = next_waiting();
            entry->status.state = ReadingState::reading;
        }
        read(*entry);
    }
}

void Readings::read(Entry& entry) {
    const auto on_rows = [&](std::size_t done, std::size_t all) {
        const std::scoped_lock lock(mutex_);
        entry.status.rows_done = done;
        entry.status.rows = all;
        return !entry.is_stopped;
    };
    std::optional<BatchId> batch;
    std::optional<Error> error;
    try {
        batch = read_file(
            *entry.database, entry.actor, entry.organisation, *entry.importer, entry.file, on_rows);
    } catch (const Error& refused) {
        error = refused;
    } catch (const std::exception& broken) {
        config::log_error("imports.reading_failed", {{"reason", std::string(broken.what())}});
        error = Error(ErrorCode::unavailable, "imports.failed");
    }
    const std::scoped_lock lock(mutex_);
    entry.status.batch = batch;
    entry.status.error = error;
    entry.end(batch              ? ReadingState::done
              : entry.is_stopped ? ReadingState::stopped
                                 : ReadingState::failed);
}

}  // namespace hoiquan::imports
