#pragma once

// For the tests of this folder: a committee with a board that monitors, the bodies that it leads,
// a neighbour that it does not, and one account for each part.

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "platform/db/testing.h"
#include "tasks/store.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks::fixture {

using Keys = std::vector<std::string>;

inline Date day(const char* iso) {
    return Date::parse_iso(iso).value();
}

/// The faults that the change meets, or its one key; empty when it passes.
template <class Change>
Keys faults_of(Change change) {
    try {
        change();
    } catch (const Error& error) {
        Keys keys;
        for (const auto& fault : error.faults()) {
            keys.push_back(fault.field + " " + fault.key);
        }
        return keys.empty() ? Keys{error.key()} : keys;
    }
    return {};
}

struct Offices {
    OrganisationId committee;
    OrganisationId board;
    OrganisationId people;   ///< The People's Committee.
    OrganisationId blind;    ///< An association.
    OrganisationId elderly;  ///< Another one.
    OrganisationId neighbour;
    auth::Actor administrator;
    auth::Actor clerk;
    auth::Actor other_clerk;  ///< Of the committee too, another account.
    auth::Actor monitor;      ///< At the board.
    auth::Actor officer;      ///< Of the blind.
    auth::Actor people_officer;
    auth::Actor elderly_officer;
    auth::Actor leader;
    auth::Actor stranger;  ///< A clerk of the neighbour.
};

inline auth::Actor actor_at(db::WriteTx& tx,
                            const std::string& login,
                            const OrganisationId& organisation,
                            auth::Role role) {
    const auto reach = role == auth::Role::officer || role == auth::Role::monitor
                           ? auth::Reach::self
                           : auth::Reach::subtree;
    auth::Actor actor;
    actor.user = auth::create_user(tx, {login, "Người dùng " + login, "", false}, "-").id;
    actor.acting = auth::HeldRole{
        RoleId(), actor.user, organisation, role, reach, day("2020-01-01"), far_future()};
    return actor;
}

inline OrganisationId add_body(db::WriteTx& tx,
                               const auth::Actor& administrator,
                               const std::string& name,
                               const std::string& kind) {
    organisations::NewOrganisation input;
    input.name = name;
    input.kind = kind;
    input.valid_from = {day("2020-01-01"), DatePrecision::day};
    if (!administrator.organisation().empty()) {
        input.led_by = administrator.organisation();
    }
    return organisations::create(tx, administrator, input);
}

inline Offices make_offices(db::WriteTx& tx) {
    Offices out;
    const auto nobody = actor_at(tx, "khoitao", OrganisationId(), auth::Role::administrator);
    out.committee = add_body(tx, nobody, "Thành ủy Sông Lam", "party_committee");
    out.neighbour = add_body(tx, nobody, "Thành ủy Núi Hồng", "party_committee");
    out.administrator = actor_at(tx, "quantri", out.committee, auth::Role::administrator);
    const auto add = [&](const char* name, const char* kind) {
        return add_body(tx, out.administrator, name, kind);
    };
    out.board = add("Ban Dân vận Thành ủy", "party_board");
    out.people = add("UBND thành phố Sông Lam", "peoples_committee");
    out.blind = add("Hội Người mù thành phố", "mass_association");
    out.elderly = add("Hội Người cao tuổi thành phố", "mass_association");
    out.clerk = actor_at(tx, "vanthu", out.committee, auth::Role::clerk);
    out.other_clerk = actor_at(tx, "vanthu2", out.committee, auth::Role::clerk);
    out.monitor = actor_at(tx, "theodoi", out.board, auth::Role::monitor);
    out.officer = actor_at(tx, "nguoimu", out.blind, auth::Role::officer);
    out.people_officer = actor_at(tx, "ubnd", out.people, auth::Role::officer);
    out.elderly_officer = actor_at(tx, "caotuoi", out.elderly, auth::Role::officer);
    out.leader = actor_at(tx, "lanhdao", out.committee, auth::Role::leader);
    out.stranger = actor_at(tx, "nguoila", out.neighbour, auth::Role::clerk);
    return out;
}

inline documents::DocumentInput metadata() {
    documents::DocumentInput out;
    out.direction = documents::Direction::outgoing;
    out.document_type = "conclusion";
    out.number = "45";
    out.symbol = "KL/TU";
    out.subject = "về củng cố tổ chức hội";
    out.issue_date = PartialDate{day("2026-01-05"), DatePrecision::day};
    return out;
}

inline documents::ReviewTask source(const std::string& section, const std::string& text) {
    documents::ReviewTask out;
    out.key = section;
    out.origin = documents::Origin::person;
    out.section = section;
    out.text = text;
    return out;
}

/// A document of the committee whose review holds `tasks`, ready to be assigned at version 2.
inline DocumentId reviewed(db::Database& database,
                           const Offices& offices,
                           std::vector<documents::ReviewTask> tasks) {
    const auto id = documents::register_file(database,
                                             offices.clerk,
                                             {"ket-luan.txt", "Kết luận về củng cố tổ chức hội."},
                                             documents::Direction::outgoing);
    database.write([&](db::WriteTx& tx) {
        documents::ReviewContent content;
        content.metadata = metadata();
        content.tasks = std::move(tasks);
        documents::save_review(tx, offices.clerk, id, 1, content);
    });
    return id;
}

/// Assigns a review with these tasks; the tasks that came of it, in its order, parents first.
inline std::vector<Task> assigned(db::Database& database,
                                  const Offices& offices,
                                  std::vector<documents::ReviewTask> tasks) {
    const auto id = reviewed(database, offices, std::move(tasks));
    return database.write([&](db::WriteTx& tx) {
        assign(tx, offices.clerk, id, 2);
        ListQuery query;
        query.document = id;
        query.level = Level::all;
        query.sort = "position";
        query.limit = 1000;
        return list(tx, offices.clerk, query).items;
    });
}

/// One task of the blind, monitored by the board, due at the end of the month.
inline documents::ReviewTask usual_source(const Offices& offices) {
    auto out = source("II.1", "Hội Người mù báo cáo kết quả hoạt động.");
    out.leads = {offices.blind};
    out.monitor = offices.board;
    out.deadline_kind = DeadlineKind::fixed_date;
    out.due_date = day("2026-03-31");
    return out;
}

inline TaskId usual_task(db::Database& database, const Offices& offices) {
    return assigned(database, offices, {usual_source(offices)}).front().id;
}

inline NewEvidence evidence(const char* iso = "2026-03-10") {
    return {"15-BC/HNM", day(iso), "Ban Dân vận Thành ủy", "Đã xong", std::nullopt};
}

/// As the page sends it back unchanged.
inline TaskInput input_of(const Task& task) {
    TaskInput out;
    out.title = task.title;
    if (task.lead) {
        out.lead = task.lead->id;
    }
    for (const auto& body : task.cooperating) {
        out.cooperating.push_back(body.id);
    }
    if (task.monitor) {
        out.monitor = task.monitor->id;
    }
    out.deadline_kind = task.deadline_kind;
    out.due_date = task.due_date;
    out.recurrence = task.recurrence;
    out.urgency = task.urgency;
    return out;
}

}  // namespace hoiquan::tasks::fixture
