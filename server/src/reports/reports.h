#pragma once

// Reports, first part: progress of carrying out one document. Every figure carries the filter of
// /tasks that lists exactly what it counts.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
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

void add_routes(http::Router& router);

}  // namespace hoiquan::reports
