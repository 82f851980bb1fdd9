// Lists, trees and roll-ups of a whole country, as of any day of twenty years, each beside the
// plain statement of a register that knows only today:
//
//   organisations_bench DATABASE
//
// DATABASE: hoiquan.sqlite as benchmarks/country.py fills it, or postgresql://…. Bars (95 of 100
// calls): a tree level or a list of 50 bodies with search 10 ms, a roll-up of one indicator 300 ms.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "organisations/organisations.h"
#include "platform/config/clock.h"
#include "platform/db/db.h"

namespace {

namespace db = hoiquan::db;
namespace org = hoiquan::organisations;
using hoiquan::Date;

constexpr std::string_view kPlainList =
    "SELECT organisation_id, name FROM organisation_name WHERE valid_to = '9999-12-31' "
    "AND search_key LIKE $1 ORDER BY sort_key LIMIT 50";
constexpr std::string_view kPlainTree =
    "SELECT n.organisation_id, n.name FROM organisation_relation r JOIN organisation_name n ON "
    "n.organisation_id = r.from_id AND n.valid_to = '9999-12-31' WHERE r.to_id = $1 AND "
    "r.valid_to = '9999-12-31' ORDER BY n.sort_key LIMIT 50";
constexpr std::string_view kPlainCount =
    "SELECT kind, COUNT(*) FROM organisation_state WHERE valid_to = '9999-12-31' GROUP BY kind";
constexpr db::Statement kList{"bench/list", kPlainList, kPlainList};
constexpr db::Statement kTree{"bench/tree", kPlainTree, kPlainTree};
constexpr db::Statement kCount{"bench/count", kPlainCount, kPlainCount};

double p95(int runs, const std::function<void(int)>& call) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto began = std::chrono::steady_clock::now();
        call(i);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                .count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

struct Bench {
    db::Database& database;
    hoiquan::auth::Actor actor;
    std::vector<Date> days;
    std::vector<org::Node> nodes;  ///< Of two levels.

    Date day(int i) const { return days[static_cast<std::size_t>(i) % days.size()]; }
    void report(const char* what, double bar, double ours, double plain) const {
        std::printf("%-34s %8.2f ms (bar %3.0f)  plain %8.2f ms  ratio %.1f%s\n",
                    what,
                    ours,
                    bar,
                    plain,
                    ours / plain,
                    ours > bar ? "  NOT REACHED" : "");
    }

    /// `words` empty: without search. Common words stand in thousands of names.
    void lists(const char* what, const std::vector<std::string>& words) const {
        const auto word = [&](int i) {
            return words.empty() ? std::string()
                                 : words[static_cast<std::size_t>(i) % words.size()];
        };
        const auto ours = p95(200, [&](int i) {
            org::ListQuery query;
            query.view.as_of = day(i);
            query.search = word(i);
            query.offset = words.empty() ? 50 * (i % 3) : 0;
            database.read([&](const db::ReadTx& tx) { org::list(tx, actor, query); });
        });
        const auto plain = p95(50, [&](int i) {
            const auto like = "%" + word(i) + "%";
            database.read(
                [&](const db::ReadTx& tx) { tx.each(kList, {like}, [](const db::Row&) {}); });
        });
        report(what, 10, ours, plain);
    }

    void trees() const {
        for (const auto which : {org::Tree::territory, org::Tree::party}) {
            const auto ours = p95(300, [&](int i) {
                const auto& parent = nodes[static_cast<std::size_t>(i) % nodes.size()].id;
                database.read([&](const db::ReadTx& tx) {
                    org::tree(tx, actor, {day(i), std::nullopt}, which, parent);
                });
            });
            const auto plain = p95(300, [&](int i) {
                const auto& parent = nodes[static_cast<std::size_t>(i) % nodes.size()].id;
                database.read(
                    [&](const db::ReadTx& tx) { tx.each(kTree, {parent}, [](const db::Row&) {}); });
            });
            report(which == org::Tree::party ? "tree level, bodies" : "tree level, territory",
                   10,
                   ours,
                   plain);
        }
    }

    void roll_ups() const {
        for (const auto along : {org::Along::territory, org::Along::party}) {
            const auto ours = p95(20, [&](int i) {
                database.read([&](const db::ReadTx& tx) {
                    const org::View view{day(i), std::nullopt};
                    org::roll_up(tx, view, along, std::nullopt, org::count_bodies(tx, view), 2);
                });
            });
            const auto plain = p95(20, [&](int) {
                database.read(
                    [&](const db::ReadTx& tx) { tx.each(kCount, {}, [](const db::Row&) {}); });
            });
            report(along == org::Along::party ? "roll-up, led by" : "roll-up, territory",
                   300,
                   ours,
                   plain);
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::puts("organisations_bench DATABASE");
        return 2;
    }
    const std::string place = argv[1];
    db::Options options;
    (place.starts_with("postgres") ? options.url : options.sqlite_path) = place;
    const auto database = db::Database::open(options, hoiquan::config::system_clock());
    Bench bench{*database, {}, {}, {}};
    bench.actor.user = hoiquan::UserId("0190a000-0000-7000-8000-000000000001");
    bench.actor.acting = hoiquan::auth::HeldRole{};
    bench.actor.acting->role = hoiquan::auth::Role::leader;
    std::mt19937 random(1);
    for (int i = 0; i < 100; ++i) {
        bench.days.push_back(hoiquan::Date::parse_iso("2006-11-24")
                                 .value()
                                 .plus_days(static_cast<int>(random() % 7300)));
    }
    database->read([&](const db::ReadTx& tx) {
        const org::View view{tx.today(), std::nullopt};
        for (const auto& top :
             org::tree(tx, bench.actor, view, org::Tree::territory, std::nullopt)) {
            bench.nodes.push_back(top);
            for (const auto& node :
                 org::tree(tx, bench.actor, view, org::Tree::territory, top.id)) {
                bench.nodes.push_back(node);
            }
        }
    });
    bench.lists("list of 50", {});
    bench.lists("list of 50, search for a body",
                {"chu thap do xa tan lap",
                 "hoi khuyen hoc phuong dong ha",
                 "người cao tuổi xã bình",
                 "hai lang",
                 "uy ban nhan dan huyen",
                 "ubnd xã tam"});
    bench.lists("list of 50, search for a common word", {"chu thap do", "dang uy", "phuong"});
    bench.trees();
    bench.roll_ups();
}
