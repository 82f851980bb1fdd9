#pragma once

// For the tests of this folder: a committee with an office, a board and an association, a
// neighbour, and a document of the committee as the reader gives it.

#include <string>

#include "documents/documents.h"
#include "documents/register.h"
#include "documents/review.h"
#include "documents/upload.h"
#include "organisations/organisations.h"
#include "platform/db/testing.h"

namespace hoiquan::documents::fixture {

inline Date day(const char* iso) {
    return Date::parse_iso(iso).value();
}

inline PartialDate partial(const char* iso) {
    return parse_partial_date(iso).value();
}

struct Offices {
    UserId user;
    OrganisationId committee;
    OrganisationId board;
    OrganisationId association;
    OrganisationId neighbour;
    auth::Actor clerk;
    auth::Actor officer;   ///< Of the association.
    auth::Actor stranger;  ///< A clerk of the neighbour.
    auth::Actor administrator;
};

inline auth::Actor actor_at(const UserId& user,
                            const OrganisationId& organisation,
                            auth::Role role,
                            auth::Reach reach = auth::Reach::subtree) {
    auth::Actor actor;
    actor.user = user;
    actor.acting =
        auth::HeldRole{RoleId(), user, organisation, role, reach, day("2020-01-01"), far_future()};
    return actor;
}

inline OrganisationId add_body(db::WriteTx& tx,
                               const auth::Actor& administrator,
                               const std::string& name,
                               const std::string& kind) {
    organisations::NewOrganisation input;
    input.name = name;
    input.kind = kind;
    input.valid_from = partial("2020-01-01");
    if (!administrator.organisation().empty()) {
        input.led_by = administrator.organisation();
    }
    return organisations::create(tx, administrator, input);
}

inline Offices make_offices(db::WriteTx& tx) {
    Offices out;
    out.user = auth::create_user(tx, {"vanthu", "Lê Văn Thư", "", false}, "-").id;
    const auto nobody = actor_at(out.user, OrganisationId(), auth::Role::administrator);
    out.committee = add_body(tx, nobody, "Thành ủy Sông Lam", "party_committee");
    out.neighbour = add_body(tx, nobody, "Thành ủy Núi Hồng", "party_committee");
    out.administrator = actor_at(out.user, out.committee, auth::Role::administrator);
    out.board = add_body(tx, out.administrator, "Ban Dân vận Thành ủy", "party_board");
    out.association = add_body(tx, out.administrator, "Hội Người mù thành phố", "mass_association");
    out.clerk = actor_at(out.user, out.committee, auth::Role::clerk);
    out.officer = actor_at(out.user, out.association, auth::Role::officer, auth::Reach::self);
    out.stranger = actor_at(out.user, out.neighbour, auth::Role::clerk);
    return out;
}

inline DocumentInput input(const char* number, const char* subject) {
    DocumentInput out;
    out.document_type = "directive";
    out.number = number;
    out.symbol = "CT/TU";
    out.subject = subject;
    out.issue_date = partial("2026-02-05");
    return out;
}

inline const std::string& text() {
    static const std::string words =
        "Ban Dân vận Thành ủy rà soát các hội. Các hội quần chúng báo cáo kết quả.";
    return words;
}

/// As read_upload gives it for a text with one task of one lead and one of a group.
inline ReadUpload upload() {
    ReadUpload out;
    out.file = {"ket-luan.txt", text()};
    out.text = text();
    auto& content = out.draft.content;
    content.metadata = input("45", "về việc củng cố tổ chức hội");
    content.metadata.document_type = "conclusion";
    content.metadata.symbol = "KL/TU";
    content.citations.push_back({"Chỉ thị số 17-CT/TU",
                                 "directive",
                                 "17-CT/TU",
                                 partial("2026-01-10"),
                                 "Thành ủy",
                                 "cites"});
    content.recipients.push_back({"Các hội quần chúng", std::nullopt});
    ReviewTask task;
    task.key = "r1";
    task.section = "1";
    task.text = "Ban Dân vận Thành ủy rà soát các hội.";
    task.start = 0;
    task.end = 37;
    task.lead_as_written = {"Ban Dân vận Thành uỷ"};
    content.tasks.push_back(task);
    task.key = "r2";
    task.text = "Các hội quần chúng báo cáo kết quả.";
    task.start = 38;
    task.end = 73;
    task.lead_as_written = {"Các hội quần chúng"};
    task.deadline_kind = DeadlineKind::standing;
    content.tasks.push_back(task);
    out.draft.obligations = {{0, 37}, {38, 73}};
    out.draft.places["/tasks/0/text"] = {0, 37, 0.9};
    return out;
}

}  // namespace hoiquan::documents::fixture
