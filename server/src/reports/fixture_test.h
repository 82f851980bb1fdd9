#pragma once

// For the tests of this folder: a report made by hand, and the same world in a database.

#include <string>
#include <utility>
#include <vector>

#include "platform/db/testing.h"
#include "reports/reports.h"

namespace hoiquan::reports::fixture {

inline Date day(const char* iso) {
    return Date::parse_iso(iso).value();
}

inline organisations::OrganisationRef body(const char* id, const char* name) {
    return {OrganisationId(id), name, std::nullopt};
}

inline tasks::Task task(const char* section, const char* title, tasks::Status status) {
    tasks::Task out;
    out.id = TaskId(std::string(section) + title);
    out.section = section;
    out.title = title;
    out.status = status;
    return out;
}

inline std::vector<Figure> figures(const std::map<std::string, std::int64_t>& counts) {
    std::vector<Figure> out{{"total", 0, {}}};
    for (const auto status : tasks::all_statuses()) {
        const std::string key(tasks::to_string(status));
        const auto found = counts.find(key);
        out.push_back({key, found == counts.end() ? 0 : found->second, {}});
        out.front().value += out.back().value;
    }
    return out;
}

inline std::vector<tasks::Task> sample_tasks() {
    using tasks::Status;
    const auto people = body("p", "UBND thành phố Sông Lam");
    const auto blind = body("b", "Hội Người mù thành phố");
    auto late = task("II.1", "Rà soát, sắp xếp các hội.", Status::overdue);
    late.lead = people;
    late.due_date = day("2026-03-10");
    late.deadline_kind = tasks::DeadlineKind::fixed_date;
    late.days_late = 6;
    late.monitor = body("m", "Ban Dân vận Thành ủy");
    auto parent = task("II.2", "Báo cáo kết quả hoạt động;", Status::awaiting_acceptance);
    parent.is_parent = true;
    parent.child_count = 2;
    parent.due_date = day("2026-03-31");
    auto done = parent;
    done.is_parent = false;
    done.parent = parent.id;
    done.id = TaskId("c1");
    done.lead = blind;
    done.status = Status::done_on_time;
    done.done_date = day("2026-03-12");
    auto waiting = done;
    waiting.id = TaskId("c2");
    waiting.lead = people;
    waiting.status = Status::awaiting_acceptance;
    waiting.done_date.reset();
    auto open = task("II.3", "Xây dựng quy chế phối hợp.", Status::no_due_date);
    open.lead = blind;
    open.is_returned = true;
    auto nobody = task("III", "Theo dõi <A&B>, đôn đốc.", Status::unassigned);
    nobody.deadline_kind = tasks::DeadlineKind::standing;
    return {late, parent, done, waiting, open, nobody};
}

/// As the committee reports it.
inline Progress sample() {
    Progress out;
    out.document.id = DocumentId("0190a000-0000-7000-8000-000000000001");
    out.document.organisation = body("c", "Thành ủy Sông Lam");
    out.document.document_type = "conclusion";
    out.document.number = "45";
    out.document.symbol = "KL/TU";
    out.document.issuing_body_as_printed = "Thành ủy Sông Lam";
    out.document.issue_date = PartialDate{day("2026-01-05"), DatePrecision::day};
    out.document.subject = "về củng cố tổ chức hội quần chúng";
    out.reporting = out.document.organisation;
    out.above = body("t", "Tỉnh ủy Vân Sơn");
    out.as_of = day("2026-03-16");
    out.made_at = Instant::parse_iso("2026-03-17T02:00:00Z").value();
    out.tasks = sample_tasks();
    out.totals = figures({{"overdue", 1},
                          {"done_on_time", 1},
                          {"awaiting_acceptance", 1},
                          {"no_due_date", 1},
                          {"unassigned", 1}});
    out.on_time = {1, 2};
    out.by_organisation = {
        {body("b", "Hội Người mù thành phố"), figures({{"done_on_time", 1}, {"no_due_date", 1}})},
        {body("p", "UBND thành phố Sông Lam"),
         figures({{"overdue", 1}, {"awaiting_acceptance", 1}})},
        {std::nullopt, figures({{"unassigned", 1}})}};
    return out;
}

/// A committee, the bodies that it leads, and one person for each part.
struct City {
    OrganisationId committee;
    OrganisationId people;
    OrganisationId blind;
    auth::Actor administrator;
    auth::Actor clerk;
    auth::Actor judge;  ///< A clerk too, another account.
    auth::Actor officer;
    auth::Actor stranger;
    DocumentId document;
};

inline auth::Actor person(db::WriteTx& tx,
                          const char* login,
                          const OrganisationId& organisation,
                          auth::Role role) {
    auth::Actor actor;
    actor.user = auth::create_user(tx, {login, login, "", false}, "-").id;
    actor.acting =
        auth::HeldRole{RoleId(),
                       actor.user,
                       organisation,
                       role,
                       role == auth::Role::officer ? auth::Reach::self : auth::Reach::subtree,
                       day("2020-01-01"),
                       far_future()};
    return actor;
}

/// Under the body at which the administrator acts, if any.
inline OrganisationId add_body(db::WriteTx& tx,
                               const auth::Actor& administrator,
                               const char* name,
                               const char* kind) {
    organisations::NewOrganisation input;
    input.name = name;
    input.kind = kind;
    input.valid_from = {day("2020-01-01"), DatePrecision::day};
    if (!administrator.organisation().empty()) {
        input.led_by = administrator.organisation();
    }
    return organisations::create(tx, administrator, input);
}

inline City make_bodies(db::WriteTx& tx) {
    City city;
    const auto nobody = person(tx, "khoitao", OrganisationId(), auth::Role::administrator);
    city.committee = add_body(tx, nobody, "Thành ủy Sông Lam", "party_committee");
    const auto neighbour = add_body(tx, nobody, "Thành ủy Núi Hồng", "party_committee");
    city.administrator = person(tx, "quantri", city.committee, auth::Role::administrator);
    city.people = add_body(tx, city.administrator, "UBND thành phố Sông Lam", "peoples_committee");
    city.blind = add_body(tx, city.administrator, "Hội Người mù thành phố", "mass_association");
    city.clerk = person(tx, "vanthu", city.committee, auth::Role::clerk);
    city.judge = person(tx, "vanthu2", city.committee, auth::Role::clerk);
    city.officer = person(tx, "nguoimu", city.blind, auth::Role::officer);
    city.stranger = person(tx, "nguoila", neighbour, auth::Role::clerk);
    return city;
}

inline documents::ReviewTask point(const std::string& section,
                                   const std::vector<OrganisationId>& leads,
                                   std::optional<Date> due = {}) {
    documents::ReviewTask out;
    out.key = section;
    out.section = section;
    out.text = "Nhiệm vụ ở mục " + section + ".";
    out.leads = leads;
    out.due_date = due;
    out.deadline_kind = due ? tasks::DeadlineKind::fixed_date : tasks::DeadlineKind::none_given;
    return out;
}

inline documents::ReviewContent review_of(const City& city) {
    documents::ReviewContent out;
    out.metadata.document_type = "conclusion";
    out.metadata.number = "45";
    out.metadata.symbol = "KL/TU";
    out.metadata.subject = "về củng cố tổ chức hội";
    out.metadata.issue_date = PartialDate{day("2026-01-05"), DatePrecision::day};
    out.tasks = {point("II.1", {city.people}, day("2026-03-10")),
                 point("II.2", {city.people, city.blind}, day("2026-03-31")),
                 point("II.3", {city.blind}),
                 point("II.4", {}),
                 point("II.5", {city.blind}, day("2026-03-15")),
                 point("II.6", {city.blind}, day("2026-03-09"))};
    auto standing = point("II.7", {city.people});
    standing.deadline_kind = tasks::DeadlineKind::standing;
    out.tasks.push_back(standing);
    return out;
}

inline void finish(db::WriteTx& tx, const City& city, const char* section) {
    tasks::ListQuery query;
    query.document = city.document;
    query.lead = city.blind;
    for (const auto& found : tasks::list(tx, city.clerk, query).items) {
        if (found.section == section) {
            const auto proof = tasks::file_evidence(
                tx,
                city.officer,
                found.id,
                {"1-BC", day("2026-03-12"), "Thành ủy", std::nullopt, std::nullopt});
            tasks::decide_evidence(tx, city.judge, proof, tasks::Decision::accepted, std::nullopt);
            const auto version = tasks::get(tx, city.judge, found.id).task.version;
            tasks::close(tx, city.judge, found.id, version, std::nullopt);
        }
    }
}

/// Tasks in eight states: II.5 done on time, II.6 done late, II.1 overdue …
inline City make_city(db::Database& database) {
    auto city = database.write([](db::WriteTx& tx) { return make_bodies(tx); });
    city.document = documents::register_file(database,
                                             city.clerk,
                                             {"ket-luan.txt", "Kết luận về củng cố tổ chức hội."},
                                             documents::Direction::outgoing);
    database.write([&](db::WriteTx& tx) {
        documents::save_review(tx, city.clerk, city.document, 1, review_of(city));
        tasks::assign(tx, city.clerk, city.document, 2);
        finish(tx, city, "II.5");
        finish(tx, city, "II.6");
    });
    return city;
}

}  // namespace hoiquan::reports::fixture
