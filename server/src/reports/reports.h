#pragma once

// Reports, first part: progress of carrying out one document. Every figure carries the filter of
// /tasks that lists exactly what it counts.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "documents/documents.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"
#include "tasks/tasks.h"

namespace hoiquan::reports {

struct Figure {
    std::string key;  ///< "total" or a status.
    std::int64_t value = 0;
    std::map<std::string, std::string> filter;  ///< Query parameters of /tasks.
};

struct BodyRow {
    std::optional<organisations::OrganisationRef> organisation;  ///< Absent: nobody leads yet.
    std::vector<Figure> figures;
};

struct Rate {
    std::int64_t numerator = 0;    ///< Done on time.
    std::int64_t denominator = 0;  ///< Of those that were due: done on time, done late, overdue.
};

struct Progress {
    documents::DocumentSummary document;
    organisations::OrganisationRef reporting;  ///< The body that reports: the acting one.
    std::optional<organisations::OrganisationRef> above;
    Date as_of;
    Instant made_at;
    std::vector<Figure> totals;
    Rate on_time;
    std::vector<BodyRow> by_organisation;  ///< In Vietnamese order of names; nobody's tasks last.
    std::vector<tasks::Task>
        tasks;  ///< As the document says it, each parent followed by its children.
};

/// Error(not_found) outside the scope. Figures count only tasks within the scope of the acting
/// role.
Progress progress(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const DocumentId& document,
                  const Date& as_of);

/// What is summed: tasks that are worked on, as they stood on the day, or the bodies themselves.
enum class Content { tasks, bodies };
std::string_view to_string(Content content);
std::optional<Content> parse_content(std::string_view text);

struct SystemQuery {
    Content content = Content::tasks;
    organisations::View view;
    organisations::Along along = organisations::Along::party;
    std::optional<OrganisationId> parent;
    /// Figures of the day under the bodies that answer for them today: whole records move, never
    /// shares.
    bool is_restated = false;
};
/// Figures of one day over a whole line of bodies.
struct SystemReport {
    std::vector<std::string> keys;  ///< Of the columns; "total" first.
    organisations::RollUp sums;
    std::optional<organisations::Figures> unled;  ///< Tasks that nobody led.
    std::optional<organisations::Figures>
        undecided;  ///< Restated: of bodies divided among several.
    organisations::Figures total;
};
/// Error(not_found) for a parent that is not there. Tasks only within the scope of the acting role.
SystemReport system_report(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const SystemQuery& query);

void add_routes(http::Router& router);

}  // namespace hoiquan::reports
