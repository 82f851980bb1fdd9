#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "platform/audit/audit.h"
#include "platform/audit/chain.h"
#include "platform/audit/sql.h"

namespace hoiquan::audit {

namespace {

constexpr int kUnsealedSeconds = 60;

/// Walks the chain seal by seal and says what does not fit.
class Walk {
public:
    Walk(const std::string& key, Verification& out) : key_(key), out_(out) {}

    void step(const db::Row& row) {
        const auto event = stored_event_from(row);
        const auto seq = row.get<std::int64_t>(11);
        const auto hash = row.get<std::string>(12);
        const bool is_there = !row.is_null(13);
        ++out_.events;
        hashes_[seq] = hash;
        if (seq != last_ + 1) {
            find("removed",
                 last_ + 1,
                 "",
                 "Thiếu niêm phong từ số " + std::to_string(last_ + 1) + " đến " +
                     std::to_string(seq - 1) + ".");
        }
        if (!is_there) {
            find("removed", seq, event.id, "Sự kiện đã bị xóa khỏi nhật ký.");
        } else if (link(key_, seq, previous_, event) != hash) {
            mismatches_.push_back({seq, event, previous_, hash});
        }
        last_ = seq;
        previous_ = hash;
    }

    /// Says of each misfit what it is. When nothing fits from the first event on, it is the key and
    /// not the events.
    void finish() {
        if (!mismatches_.empty() && static_cast<std::int64_t>(mismatches_.size()) == out_.events &&
            out_.events > 2) {
            find("wrong_key",
                 1,
                 "",
                 "Không niêm phong nào khớp: khóa không phải của hệ thống này, hoặc cả chuỗi đã bị "
                 "tính lại.");
            return;
        }
        for (const auto& mismatch : mismatches_) {
            explain(mismatch);
        }
    }

    void compare(const std::filesystem::path& anchor_file) {
        std::ifstream in(anchor_file);
        if (!in) {
            find(
                "cut_off", 0, "", "Không mở được tệp mốc niêm phong " + anchor_file.string() + ".");
            return;
        }
        std::string line;
        while (std::getline(in, line)) {
            std::istringstream words(line);
            std::int64_t seq = 0;
            std::string hash;
            if (!(words >> seq >> hash)) {
                find("changed", 0, "", "Tệp mốc niêm phong có dòng không đọc được: " + line);
                continue;
            }
            const auto found = hashes_.find(seq);
            if (found == hashes_.end()) {
                find("cut_off",
                     seq,
                     "",
                     "Mốc ghi chuỗi đã tới số " + std::to_string(seq) + ", nay chỉ còn tới số " +
                         std::to_string(last_) + ".");
            } else if (found->second != hash) {
                find("changed", seq, "", "Niêm phong khác với mốc đã lưu: chuỗi đã bị tính lại.");
            }
        }
    }

private:
    struct Mismatch {
        std::int64_t seq;
        StoredEvent event;
        std::string previous;
        std::string hash;
    };

    /// An event whose seal fits at the place of another misfit was moved. One that fits behind the
    /// seal of another misfit is whole itself; its neighbour was moved. Anything else was changed.
    void explain(const Mismatch& mismatch) {
        for (const auto& other : mismatches_) {
            const auto there = link(key_, other.seq, other.previous, mismatch.event);
            if (&other != &mismatch && (there == other.hash || there == mismatch.hash)) {
                find("reordered",
                     mismatch.seq,
                     mismatch.event.id,
                     "Sự kiện không đứng đúng thứ tự đã niêm phong.");
                return;
            }
        }
        const bool is_whole =
            std::any_of(mismatches_.begin(), mismatches_.end(), [&](const Mismatch& other) {
                return link(key_, mismatch.seq, other.hash, mismatch.event) == mismatch.hash;
            });
        if (!is_whole) {
            find("changed",
                 mismatch.seq,
                 mismatch.event.id,
                 "Nội dung sự kiện hoặc niêm phong đã bị sửa.");
        }
    }
    void find(std::string kind, std::int64_t seq, std::string event, std::string what) {
        out_.findings.push_back({std::move(kind), seq, std::move(event), std::move(what)});
    }

    const std::string& key_;
    Verification& out_;
    std::int64_t last_ = 0;
    std::vector<Mismatch> mismatches_;
    std::string previous_{kFirstHash};
    std::map<std::int64_t, std::string> hashes_;
};

void check_unsealed(const db::ReadTx& tx, Verification& out) {
    tx.each(sql::list_unsealed, {}, [&](const db::Row& row) {
        ++out.unsealed;
        if (row.get<Instant>(1).plus_seconds(kUnsealedSeconds) < tx.now()) {
            out.findings.push_back({"unsealed",
                                    0,
                                    row.get<std::string>(0),
                                    "Sự kiện đã quá một phút mà chưa được niêm phong: niêm phong "
                                    "bị xóa, hoặc sự kiện được thêm bên ngoài hệ thống."});
        }
    });
}

}  // namespace

Verification verify(db::Database& database,
                    const std::string& key,
                    const std::optional<std::filesystem::path>& anchor_file) {
    return database.read([&](const db::ReadTx& tx) {
        Verification out;
        Walk walk(key, out);
        tx.each(sql::list_sealed, {}, [&](const db::Row& row) { walk.step(row); });
        walk.finish();
        if (anchor_file) {
            walk.compare(*anchor_file);
        }
        check_unsealed(tx, out);
        return out;
    });
}

}  // namespace hoiquan::audit
