#pragma once

// For the tests of this folder: a committee with a board that supervises, associations of the city
// and one account for each part.

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "organisations/organisations.h"
#include "platform/db/testing.h"

namespace hoiquan::associations::fixture {

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

struct City {
    OrganisationId committee;
    OrganisationId board;
    OrganisationId blind;
    OrganisationId elderly;
    OrganisationId red_cross;
    OrganisationId neighbour;
    OrganisationId elsewhere;  ///< An association that the neighbour leads.
    auth::Actor administrator;
    auth::Actor clerk;
    auth::Actor monitor;  ///< At the board, for itself only.
    auth::Actor officer;  ///< Of the blind.
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
    input.valid_from = {day("2015-01-01"), DatePrecision::day};
    if (!administrator.organisation().empty()) {
        input.led_by = administrator.organisation();
    }
    return organisations::create(tx, administrator, input);
}

inline City make_city(db::WriteTx& tx) {
    City out;
    const auto nobody = actor_at(tx, "khoitao", OrganisationId(), auth::Role::administrator);
    out.committee = add_body(tx, nobody, "Thành ủy Sông Lam", "party_committee");
    out.neighbour = add_body(tx, nobody, "Thành ủy Núi Hồng", "party_committee");
    out.administrator = actor_at(tx, "quantri", out.committee, auth::Role::administrator);
    const auto add = [&](const char* name, const char* kind) {
        return add_body(tx, out.administrator, name, kind);
    };
    out.board = add("Ban Dân vận Thành ủy", "party_board");
    out.blind = add("Hội Người mù thành phố", "mass_association");
    out.elderly = add("Hội Người cao tuổi thành phố", "mass_association");
    out.red_cross = add("Hội Chữ thập đỏ thành phố", "mass_association");
    const auto far = actor_at(tx, "quantri2", out.neighbour, auth::Role::administrator);
    out.elsewhere = add_body(tx, far, "Hội Làm vườn Núi Hồng", "mass_association");
    out.clerk = actor_at(tx, "vanthu", out.committee, auth::Role::clerk);
    out.monitor = actor_at(tx, "theodoi", out.board, auth::Role::monitor);
    out.officer = actor_at(tx, "nguoimu", out.blind, auth::Role::officer);
    out.elderly_officer = actor_at(tx, "caotuoi", out.elderly, auth::Role::officer);
    out.leader = actor_at(tx, "lanhdao", out.committee, auth::Role::leader);
    out.stranger = actor_at(tx, "nguoila", out.neighbour, auth::Role::clerk);
    return out;
}

}  // namespace hoiquan::associations::fixture
