#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "tasks/store.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

namespace {

constexpr int kShown = 10;

/// One group of a role's home: its key and what it lists.
struct Wanted {
    const char* key;
    std::optional<Status> status;
    std::optional<Mark> mark;
    std::optional<Side> side;
};

/// In order of what happens if nobody acts.
std::vector<Wanted> wanted_of(auth::Role role) {
    const Wanted judge{"evidence_to_judge", Status::awaiting_acceptance, std::nullopt, Side::judge};
    const Wanted ready{"ready_to_close", std::nullopt, Mark::ready_to_close, Side::judge};
    const Wanted undated{"no_due_date", Status::no_due_date, std::nullopt, Side::give};
    const auto in_state = [](const char* key, Status status) {
        return Wanted{key, status, std::nullopt, std::nullopt};
    };
    const auto overdue = in_state("overdue", Status::overdue);
    const auto soon = in_state("due_soon", Status::due_soon);
    switch (role) {
        case auth::Role::clerk:
            // What others gave to this body stands beside what it gave itself.
            return {overdue,
                    {"returned", std::nullopt, Mark::returned, Side::work},
                    judge,
                    ready,
                    {"unassigned", Status::unassigned, std::nullopt, Side::give},
                    undated,
                    soon,
                    {"in_progress", Status::in_progress, std::nullopt, Side::work}};
        case auth::Role::monitor:
            return {judge, overdue, ready, soon};
        case auth::Role::officer:
            return {{"returned", std::nullopt, Mark::returned, std::nullopt},
                    overdue,
                    soon,
                    in_state("in_progress", Status::in_progress),
                    in_state("awaiting_acceptance", Status::awaiting_acceptance)};
        case auth::Role::leader:
            return {overdue, soon, in_state("no_due_date", Status::no_due_date)};
        case auth::Role::administrator:
            return {};
    }
    return {};
}

std::optional<Part> part_of(auth::Role role) {
    if (role == auth::Role::officer) {
        return Part::lead;
    }
    return role == auth::Role::monitor ? std::optional(Part::monitor) : std::nullopt;
}

/// Totals of groups. States are worked out for all tasks at once, so groups that differ by their
/// status only share one count, and an empty group costs no page.
class Counter {
public:
    Counter(const db::ReadTx& tx, const auth::Actor& actor) : tx_(tx), actor_(actor) {}

    std::int64_t total_of(const ListQuery& query) {
        const auto key = std::pair(query.side, query.mark);
        auto found = counts_.find(key);
        if (found == counts_.end()) {
            found = counts_.emplace(key, count_statuses(tx_, actor_, query)).first;
        }
        std::int64_t total = 0;
        for (const auto& [status, n] : found->second) {
            total += query.statuses.empty() || query.statuses.front() == status ? n : 0;
        }
        return total;
    }

private:
    const db::ReadTx& tx_;
    const auth::Actor& actor_;
    std::map<std::pair<std::optional<Side>, std::optional<Mark>>, std::map<Status, std::int64_t>>
        counts_;
};

void add_documents(const db::ReadTx& tx, const auth::Actor& actor, std::vector<HomeGroup>& groups) {
    documents::ListQuery query;
    query.status = documents::Status::in_review;
    query.limit = kShown;
    auto page = documents::list(tx, actor, query);
    if (page.total > 0) {
        groups.push_back({"documents_to_review", page.total, {}, std::move(page.items)});
    }
}

}  // namespace

std::vector<HomeGroup> home(const db::ReadTx& tx, const auth::Actor& actor) {
    std::vector<HomeGroup> groups;
    if (!actor.acting) {
        return groups;
    }
    Counter counter(tx, actor);
    for (const auto& wanted : wanted_of(actor.acting->role)) {
        ListQuery query;
        query.mine = part_of(actor.acting->role);
        query.side = wanted.side;
        query.mark = wanted.mark;
        query.limit = kShown;
        if (wanted.status) {
            query.statuses = {*wanted.status};
        }
        if (const auto total = counter.total_of(query); total > 0) {
            groups.push_back({wanted.key, total, find_page(tx, actor, query), {}});
        }
    }
    if (actor.is(auth::Role::clerk)) {
        add_documents(tx, actor, groups);
    }
    return groups;
}

}  // namespace hoiquan::tasks
