#pragma once

// For the tests of this folder: a committee with two associations, and one account for each part.

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "members/identity.h"
#include "members/member_import.h"
#include "members/members.h"
#include "members/service.h"
#include "platform/db/testing.h"

namespace hoiquan::members::fixture {

using Keys = std::vector<std::string>;

inline Date day(const char* iso) {
    return Date::parse_iso(iso).value();
}

/// The faults that the change meets, or its one key; empty when it passes.
template <class Change>
Keys faults_of_change(Change change) {
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
    OrganisationId elderly;
    OrganisationId blind;
    OrganisationId neighbour;
    OrganisationId elsewhere;  ///< An association of the neighbour.
    auth::Actor administrator;
    auth::Actor clerk;
    auth::Actor leader;
    auth::Actor committee_officer;
    auth::Actor officer;  ///< Of the elderly.
    auth::Actor blind_officer;
    auth::Actor stranger;  ///< A clerk of the neighbour.
};

inline auth::Actor actor_at(db::WriteTx& tx,
                            const std::string& login,
                            const OrganisationId& organisation,
                            auth::Role role,
                            auth::Reach reach) {
    auth::Actor actor;
    actor.user = auth::create_user(tx, {login, "Người dùng " + login, "", false}, "-").id;
    actor.acting = auth::HeldRole{
        RoleId(), actor.user, organisation, role, reach, day("2010-01-01"), far_future()};
    return actor;
}

inline OrganisationId add_body(db::WriteTx& tx,
                               const auth::Actor& administrator,
                               const std::string& name,
                               const std::string& kind) {
    organisations::NewOrganisation input;
    input.name = name;
    input.kind = kind;
    input.valid_from = {day("2010-01-01"), DatePrecision::day};
    if (!administrator.organisation().empty()) {
        input.led_by = administrator.organisation();
    }
    return organisations::create(tx, administrator, input);
}

inline City make_city(db::WriteTx& tx) {
    using auth::Reach;
    using auth::Role;
    City out;
    const auto nobody =
        actor_at(tx, "khoitao", OrganisationId(), Role::administrator, Reach::subtree);
    out.committee = add_body(tx, nobody, "Thành ủy Sông Lam", "party_committee");
    out.neighbour = add_body(tx, nobody, "Thành ủy Núi Hồng", "party_committee");
    out.administrator = actor_at(tx, "quantri", out.committee, Role::administrator, Reach::subtree);
    const auto other = actor_at(tx, "quantri2", out.neighbour, Role::administrator, Reach::subtree);
    out.elderly =
        add_body(tx, out.administrator, "Hội Người cao tuổi thành phố", "mass_association");
    out.blind = add_body(tx, out.administrator, "Hội Người mù thành phố", "mass_association");
    out.elsewhere = add_body(tx, other, "Hội Khuyến học Núi Hồng", "mass_association");
    out.clerk = actor_at(tx, "vanthu", out.committee, Role::clerk, Reach::subtree);
    out.leader = actor_at(tx, "lanhdao", out.committee, Role::leader, Reach::subtree);
    out.committee_officer = actor_at(tx, "canbo", out.committee, Role::officer, Reach::subtree);
    out.officer = actor_at(tx, "caotuoi", out.elderly, Role::officer, Reach::self);
    out.blind_officer = actor_at(tx, "nguoimu", out.blind, Role::officer, Reach::self);
    out.stranger = actor_at(tx, "nguoila", out.neighbour, Role::clerk, Reach::subtree);
    return out;
}

inline IdentityKeys keys() {
    std::string bytes;
    for (int i = 0; i < 64; ++i) {
        bytes += static_cast<char>(i);
    }
    return IdentityKeys(bytes);
}

/// A number that fits the birth year; `serial` tells persons apart.
inline std::string identity_of(int birth_year, int serial) {
    const std::string digits = std::to_string(1'000'000 + serial);
    const int century = birth_year < 2000 ? 0 : 2;
    return "045" + std::to_string(century) + std::to_string(1000 + birth_year % 100).substr(2) +
           digits.substr(1);
}

inline MemberInput person(const std::string& name, int birth_year = 1950) {
    MemberInput out;
    out.full_name = name;
    out.birth_year = birth_year;
    out.joined_on = PartialDate{day("2015-05-19"), DatePrecision::day};
    return out;
}
inline MemberInput person_with(const std::string& name, int birth_year, int serial) {
    auto out = person(name, birth_year);
    out.identity = identity_of(birth_year, serial);
    return out;
}

inline organisations::Participants participants() {
    auto kinds = associations::holding_kinds();
    kinds.push_back(holding_kind());
    return {associations::event_participant(std::move(kinds))};
}

inline organisations::NewEvent absorption(const OrganisationId& body,
                                          const OrganisationId& receiver) {
    organisations::NewEvent out;
    out.code = organisations::EventCode::absorb;
    out.date = {day("2026-03-10"), DatePrecision::day};
    out.basis_text = "15-QĐ/TU";
    out.bodies = {body};
    organisations::ResultBody result;
    result.id = receiver;
    out.results = {result};
    return out;
}

}  // namespace hoiquan::members::fixture
