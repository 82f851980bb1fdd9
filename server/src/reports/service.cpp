#include <utility>

#include "base/text.h"
#include "reports/reports.h"

namespace hoiquan::reports {

namespace {

constexpr int kMostTasks = 10'000;

using Counts = std::map<tasks::Status, std::int64_t>;

std::vector<Figure> figures_of(const Counts& counts, std::map<std::string, std::string> filter) {
    std::vector<Figure> out;
    std::int64_t total = 0;
    for (const auto& [status, n] : counts) {
        total += n;
    }
    out.push_back({"total", total, filter});
    for (const auto status : tasks::all_statuses()) {
        const auto found = counts.find(status);
        auto narrowed = filter;
        narrowed["status"] = std::string(tasks::to_string(status));
        out.push_back({std::string(tasks::to_string(status)),
                       found == counts.end() ? 0 : found->second,
                       std::move(narrowed)});
    }
    return out;
}

std::int64_t count_in(const Counts& counts, tasks::Status status) {
    const auto found = counts.find(status);
    return found == counts.end() ? 0 : found->second;
}

/// What belongs to one body, gathered from the tasks that are worked on.
struct Gathered {
    std::optional<organisations::OrganisationRef> organisation;
    Counts counts;
};

std::vector<BodyRow> by_body(const std::vector<tasks::Task>& all,
                             const std::map<std::string, std::string>& filter) {
    std::map<std::string, Gathered> by_name;
    for (const auto& task : all) {
        if (task.is_parent) {
            continue;
        }
        // "~" sorts behind every name.
        const auto key = task.lead ? sort_key(task.lead->name) + task.lead->id.str() : "~";
        auto& gathered = by_name[key];
        gathered.organisation = task.lead;
        ++gathered.counts[task.status];
    }
    std::vector<BodyRow> out;
    for (const auto& [key, gathered] : by_name) {
        auto narrowed = filter;
        if (gathered.organisation) {
            narrowed["lead_id"] = gathered.organisation->id.str();
        } else {
            narrowed["mark"] = std::string(tasks::to_string(tasks::Mark::unled));
        }
        out.push_back({gathered.organisation, figures_of(gathered.counts, narrowed)});
    }
    return out;
}

}  // namespace

Progress progress(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const DocumentId& document,
                  const Date& as_of) {
    Progress out;
    out.document = documents::get_summary(tx, actor, document);
    out.as_of = as_of;
    out.made_at = tx.now();
    out.reporting = organisations::ref(tx, actor.organisation(), as_of);
    // It reports today, whatever day it reports on: to the body that is above it now.
    out.above = organisations::get(tx, actor, actor.organisation(), {tx.today(), std::nullopt})
                    .organisation.parent;

    tasks::ListQuery query;
    query.document = document;
    query.as_of = as_of;
    query.level = tasks::Level::all;
    query.sort = "position";
    query.limit = kMostTasks;
    auto all = tasks::list(tx, actor, query).items;

    query.level = tasks::Level::leaf;
    const auto counts = tasks::count_by_status(tx, actor, query);
    const std::map<std::string, std::string> filter{{"document_id", document.str()},
                                                    {"as_of", as_of.iso()}};
    out.totals = figures_of(counts, filter);
    out.on_time.numerator = count_in(counts, tasks::Status::done_on_time);
    out.on_time.denominator = out.on_time.numerator + count_in(counts, tasks::Status::done_late) +
                              count_in(counts, tasks::Status::overdue);
    out.by_organisation = by_body(all, filter);
    out.tasks = std::move(all);  // The list has each parent before its children.
    return out;
}

}  // namespace hoiquan::reports
