#include <algorithm>
#include <utility>

#include "platform/audit/anchors.h"
#include "platform/audit/audit.h"
#include "platform/audit/chain.h"
#include "platform/audit/sql.h"

namespace hoiquan::audit {

namespace {

constexpr int kUnsealedSeconds = 60;
/// Explaining compares misfits pairwise: beyond this many they are only counted.
constexpr std::size_t kMostExplained = 100;
/// How many removed and renumbered seals in one place are looked for.
constexpr std::int64_t kMostRenumbered = 64;

/// Walks the chain seal by seal and says what does not fit.
class Walk {
public:
    Walk(const std::string& key, Anchors anchors, Verification& out)
        : key_(key), anchors_(std::move(anchors)), out_(out) {}

    void step(const db::Row& row) {
        const auto seq = row.get<std::int64_t>(11);
        const auto hash = row.get<std::string>(12);
        const bool is_there = !row.is_null(13);
        ++out_.events;
        compare_with_anchor(seq, hash);
        // The hash of a removed seal is gone, so the event behind the gap cannot be checked.
        const bool is_behind_gap = seq != last_ + 1;
        if (is_behind_gap) {
            find("removed",
                 last_ + 1,
                 "",
                 "Thiếu niêm phong từ số " + std::to_string(last_ + 1) + " đến " +
                     std::to_string(seq - 1) + ".");
        }
        if (!is_there) {
            find("removed", seq, row.get<std::string>(0), "Sự kiện đã bị xóa khỏi nhật ký.");
        } else if (!is_behind_gap) {
            check({seq, stored_event_from(row), previous_, hash});
        }
        last_ = seq;
        previous_ = hash;
    }

    /// Says of each misfit what it is. When nothing fits from the first event on, it is the key and
    /// not the events.
    void finish() {
        if (misfits_ > 2 && misfits_ == checked_) {
            find("wrong_key",
                 1,
                 "",
                 "Không niêm phong nào khớp: khóa không phải của hệ thống này, hoặc cả chuỗi đã bị "
                 "tính lại.");
        } else {
            for (const auto& mismatch : mismatches_) {
                explain(mismatch);
            }
            if (misfits_ > unexplained_limit()) {
                find("changed",
                     mismatches_.back().seq,
                     mismatches_.back().event.id,
                     "Từ đây còn " + std::to_string(misfits_ - unexplained_limit()) +
                         " niêm phong khác không khớp.");
            }
        }
        finish_anchors();
    }

private:
    struct Mismatch {
        std::int64_t seq;
        StoredEvent event;
        std::string previous;
        std::string hash;
    };

    static std::int64_t unexplained_limit() { return static_cast<std::int64_t>(kMostExplained); }

    bool fits(std::int64_t seq,
              std::string_view previous,
              const StoredEvent& event,
              const std::string& hash) const {
        return link(key_, seq, previous, event) == hash;
    }

    void check(Mismatch seen) {
        ++checked_;
        if (fits(seen.seq + shift_, seen.previous, seen.event, seen.hash)) {
            return;
        }
        if (mismatches_.size() >= kMostExplained) {
            ++misfits_;
        } else if (!find_renumbering(seen)) {
            ++misfits_;
            mismatches_.push_back(std::move(seen));
        }
    }

    /// Who removes seals and renumbers the rest leaves one event whose predecessor is lost; from
    /// the next on everything fits with its old number.
    bool find_renumbering(const Mismatch& seen) {
        for (std::int64_t by = 1; by <= kMostRenumbered; ++by) {
            if (fits(seen.seq + shift_ + by, seen.previous, seen.event, seen.hash)) {
                shift_ += by;
                std::int64_t first = seen.seq;
                if (!mismatches_.empty() && mismatches_.back().seq == seen.seq - 1) {
                    first = seen.seq - 1;
                    mismatches_.pop_back();
                    --misfits_;
                }
                find("removed",
                     first,
                     "",
                     std::to_string(by) + " niêm phong trước số " + std::to_string(first) +
                         " đã bị xóa và các số sau bị đánh lại.");
                return true;
            }
        }
        return false;
    }

    /// An event whose seal fits at the place of another misfit was moved. One that fits behind the
    /// seal of another misfit is whole itself; its neighbour was moved. Anything else was changed.
    void explain(const Mismatch& mismatch) {
        const bool is_moved =
            std::any_of(mismatches_.begin(), mismatches_.end(), [&](const Mismatch& other) {
                return other.seq != mismatch.seq && was_at(mismatch, other);
            });
        if (is_moved) {
            find("reordered",
                 mismatch.seq,
                 mismatch.event.id,
                 "Sự kiện không đứng đúng thứ tự đã niêm phong.");
            return;
        }
        const bool is_whole =
            std::any_of(mismatches_.begin(), mismatches_.end(), [&](const Mismatch& other) {
                return fits(mismatch.seq, other.hash, mismatch.event, mismatch.hash);
            });
        if (!is_whole) {
            find("changed",
                 mismatch.seq,
                 mismatch.event.id,
                 "Nội dung sự kiện hoặc niêm phong đã bị sửa.");
        }
    }

    /// Whether the event was sealed at the place where `other` now is: with the seal that still
    /// lies there, with the seal it brought along, or, of two neighbours, behind the other's.
    bool was_at(const Mismatch& mismatch, const Mismatch& other) const {
        const auto there = link(key_, other.seq, other.previous, mismatch.event);
        return there == other.hash || there == mismatch.hash ||
               fits(other.seq, other.hash, mismatch.event, mismatch.hash);
    }

    void compare_with_anchor(std::int64_t seq, const std::string& hash) {
        const auto found = anchors_.hashes.find(seq);
        if (found == anchors_.hashes.end()) {
            return;
        }
        if (found->second != hash) {
            find("changed", seq, "", "Niêm phong khác với mốc đã lưu: chuỗi đã bị tính lại.");
        }
        anchors_.hashes.erase(found);
    }

    void finish_anchors() {
        for (const auto& fault : anchors_.faults) {
            out_.findings.push_back(fault);
        }
        const auto beyond = anchors_.hashes.upper_bound(last_);
        if (beyond != anchors_.hashes.end()) {
            find("cut_off",
                 last_ + 1,
                 "",
                 "Mốc ghi chuỗi đã tới số " + std::to_string(anchors_.hashes.rbegin()->first) +
                     ", nay chỉ còn tới số " + std::to_string(last_) + ".");
        }
    }

    void find(std::string kind, std::int64_t seq, std::string event, std::string what) {
        out_.findings.push_back({std::move(kind), seq, std::move(event), std::move(what)});
    }

    const std::string& key_;
    Anchors anchors_;
    Verification& out_;
    std::int64_t last_ = 0;
    std::string previous_{kFirstHash};
    /// What renumbering has taken off the numbers so far.
    std::int64_t shift_ = 0;
    std::int64_t checked_ = 0;
    std::int64_t misfits_ = 0;
    std::vector<Mismatch> mismatches_;
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
    Anchors anchors = anchor_file ? read_anchors(*anchor_file) : Anchors{};
    return database.read([&](const db::ReadTx& tx) {
        Verification out;
        Walk walk(key, std::move(anchors), out);
        tx.each(sql::list_sealed, {}, [&](const db::Row& row) { walk.step(row); });
        walk.finish();
        check_unsealed(tx, out);
        return out;
    });
}

}  // namespace hoiquan::audit
