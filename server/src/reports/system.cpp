// Figures of one day over a whole line of bodies.

#include <array>
#include <string>
#include <utility>

#include "base/error.h"
#include "reports/reports.h"

namespace hoiquan::reports {

namespace {

namespace org = organisations;

constexpr std::size_t kTaskColumns = 6;

/// Of kTaskKeys; 0 is the total.
std::size_t column_of(tasks::Status status) {
    switch (status) {
        case tasks::Status::done_on_time:
            return 1;
        case tasks::Status::done_late:
            return 2;
        case tasks::Status::done_unassessed:
            return 3;
        case tasks::Status::overdue:
            return 4;
        default:
            return kTaskColumns - 1;
    }
}

std::vector<std::string> keys_of(Content content) {
    if (content == Content::bodies) {
        return {"total", "associations"};
    }
    return {"total", "done_on_time", "done_late", "done_unassessed", "overdue", "open"};
}

/// Figures by body, and those that no body of the line bears.
struct Shares {
    org::BodyFigures of_bodies;
    org::Figures unled;
    org::Figures undecided;
};

void add(org::Figures& sum, const org::Figures& more) {
    sum.resize(std::max(sum.size(), more.size()), 0);
    for (std::size_t i = 0; i < more.size(); ++i) {
        sum[i] += more[i];
    }
}

/// Lineage alone decides: who was given the task later for another reason does not count.
std::optional<OrganisationId> restated(const org::Heirs& heirs, const tasks::LeadCount& row) {
    if (row.is_undecided) {
        return std::nullopt;
    }
    auto heir = heirs.of(*row.lead);
    if (heir) {
        return heir;
    }
    const bool was_decided = row.lead_today && *row.lead_today != *row.lead;
    return was_decided ? heirs.of(*row.lead_today) : std::nullopt;
}

Shares task_shares(const db::ReadTx& tx, const auth::Actor& actor, const SystemQuery& query) {
    Shares out{{}, org::Figures(kTaskColumns, 0), org::Figures(kTaskColumns, 0)};
    const auto heirs = query.is_restated ? std::optional<org::Heirs>(tx) : std::nullopt;
    for (const auto& row : tasks::count_by_lead(tx, actor, query.view.as_of)) {
        org::Figures figures(kTaskColumns, 0);
        figures.front() = row.count;
        figures.at(column_of(row.status)) = row.count;
        if (!row.lead) {
            add(out.unled, figures);
            continue;
        }
        const auto body = heirs ? restated(*heirs, row) : row.lead;
        add(body ? out.of_bodies[*body] : out.undecided, figures);
    }
    return out;
}

Shares body_shares(const db::ReadTx& tx, const SystemQuery& query) {
    Shares out{org::count_bodies(tx, query.view), {}, org::Figures(2, 0)};
    if (!query.is_restated) {
        return out;
    }
    const org::Heirs heirs(tx);
    org::BodyFigures moved;
    for (const auto& [body, figures] : out.of_bodies) {
        const auto heir = heirs.of(body);
        add(heir ? moved[*heir] : out.undecided, figures);
    }
    out.of_bodies = std::move(moved);
    return out;
}

}  // namespace

std::string_view to_string(Content content) {
    return content == Content::tasks ? "tasks" : "bodies";
}

std::optional<Content> parse_content(std::string_view text) {
    for (const auto content : {Content::tasks, Content::bodies}) {
        if (to_string(content) == text) {
            return content;
        }
    }
    return std::nullopt;
}

SystemReport system_report(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const SystemQuery& query) {
    const org::View shown = query.is_restated ? org::View{tx.today(), std::nullopt} : query.view;
    if (query.parent) {
        org::ref(tx, *query.parent, shown.as_of);
    }
    const auto shares =
        query.content == Content::tasks ? task_shares(tx, actor, query) : body_shares(tx, query);
    SystemReport out;
    out.keys = keys_of(query.content);
    out.sums =
        org::roll_up(tx, shown, query.along, query.parent, shares.of_bodies, out.keys.size());
    out.total = out.sums.total;
    if (!query.parent) {
        if (query.content == Content::tasks) {
            out.unled = shares.unled;
            add(out.total, shares.unled);
        }
        if (query.is_restated) {
            out.undecided = shares.undecided;
            add(out.total, shares.undecided);
        }
    }
    return out;
}

}  // namespace hoiquan::reports
