#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/audit/anchors.h"
#include "platform/audit/audit.h"
#include "platform/audit/chain.h"
#include "platform/audit/durable_file.h"
#include "platform/audit/sql.h"

namespace hoiquan::audit {

namespace fs = std::filesystem;

namespace {

struct Head {
    std::int64_t seq = 0;
    std::string hash;
};

Head head_of(const db::ReadTx& tx) {
    return tx
        .find(sql::find_head,
              {},
              [](const db::Row& row) {
                  return Head{row.get<std::int64_t>(0), row.get<std::string>(1)};
              })
        .value_or(Head{0, std::string(kFirstHash)});
}

std::string new_key() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
    std::string key(crypto_auth_KEYBYTES, '\0');
    randombytes_buf(key.data(), key.size());
    return key;
}

std::optional<std::string> read_key(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    std::string key(std::istreambuf_iterator<char>(in), {});
    if (key.size() != crypto_auth_KEYBYTES) {
        throw std::runtime_error(file.string() + " không phải khóa nhật ký (cần đúng 32 byte).");
    }
    return key;
}

}  // namespace

std::string load_or_make_key(const fs::path& keys_dir) {
    const auto file = keys_dir / "audit.key";
    if (auto key = read_key(file)) {
        return *std::move(key);
    }
    if (fs::exists(file)) {
        throw std::runtime_error("Không đọc được khóa nhật ký " + file.string() + ".");
    }
    fs::create_directories(keys_dir);
    fs::permissions(keys_dir, fs::perms::owner_all);
    // Written whole under another name first: a power cut must leave either no key or all of it,
    // and of two processes that start together the second takes the key of the first.
    const auto draft = keys_dir / ("audit.key." + std::to_string(::getpid()));
    {
        fs::remove(draft);
        const Descriptor out(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (out.get() < 0) {
            throw std::runtime_error("Không tạo được khóa nhật ký " + file.string() + ".");
        }
        write_synced(out.get(), new_key(), draft);
    }
    const bool has_name = ::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST;
    fs::remove(draft);
    auto key = read_key(file);
    if (!has_name || !key) {
        throw std::runtime_error("Không tạo được khóa nhật ký " + file.string() + ".");
    }
    sync_folder_of(file);
    return *std::move(key);
}

std::int64_t seal(db::Database& database, const std::string& key) {
    const bool waiting =
        database.read([](const db::ReadTx& tx) { return tx.exists(sql::list_pending, {}); });
    if (!waiting) {
        return 0;
    }
    return database.write([&](db::WriteTx& tx) -> std::int64_t {
        if (tx.integer(sql::try_lock, {}) != 1) {
            return 0;
        }
        Head head = head_of(tx);
        const auto events = tx.list(sql::list_pending, {}, stored_event_from);
        for (const auto& event : events) {
            head.hash = link(key, ++head.seq, head.hash, event);
            tx.exec(sql::insert_seal, {head.seq, event.id, head.hash});
            tx.exec(sql::delete_pending, {event.id});
        }
        return static_cast<std::int64_t>(events.size());
    });
}

void anchor(db::Database& database, const fs::path& file) {
    const auto [head, now] =
        database.read([](const db::ReadTx& tx) { return std::pair(head_of(tx), tx.now()); });
    const std::string mark = std::to_string(head.seq) + ' ' + head.hash + ' ';
    if (head.seq == 0 || last_anchor(file).rfind(mark, 0) == 0) {
        return;
    }
    append_anchor(file, mark + now.iso());
}

}  // namespace hoiquan::audit
