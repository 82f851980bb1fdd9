#pragma once

// For the tests of this folder: an invented city with a Party committee, its boards, the Front,
// two wards and their associations.

#include <string>
#include <utility>

#include "organisations/organisations.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations::fixture {

inline Date day(const char* iso) {
    return Date::parse_iso(iso).value();
}

inline PartialDate from(const char* iso) {
    return parse_partial_date(iso).value();
}

struct City {
    auth::Actor administrator;
    auth::Actor clerk;
    OrganisationId committee;
    OrganisationId board;
    OrganisationId ward_committee;
    OrganisationId ward_association;
    OrganisationId elsewhere;  ///< Led by nobody here.
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

inline NewOrganisation body(const std::string& name, const std::string& kind) {
    NewOrganisation out;
    out.name = name;
    out.kind = kind;
    out.valid_from = from("2020-01-01");
    return out;
}

inline OrganisationId led(db::WriteTx& tx,
                          const City& city,
                          const std::string& name,
                          const std::string& kind,
                          const OrganisationId& by) {
    auto input = body(name, kind);
    input.led_by = by;
    return create(tx, city.administrator, input);
}

inline City make_city(db::WriteTx& tx) {
    City city;
    const auto user = auth::create_user(tx, {"quantri", "Trần Thị Quản Trị", "", false}, "-").id;
    city.administrator.user = user;
    city.administrator = actor_at(user, OrganisationId(), auth::Role::administrator);
    city.committee = create(tx, city.administrator, body("Thành ủy Sông Lam", "party_committee"));
    city.elsewhere = create(tx, city.administrator, body("Thành ủy Núi Hồng", "party_committee"));
    city.administrator = actor_at(user, city.committee, auth::Role::administrator);
    city.clerk = actor_at(user, city.committee, auth::Role::clerk);
    city.board = led(tx, city, "Ban Dân vận Thành ủy Sông Lam", "party_board", city.committee);
    led(tx, city, "Văn phòng Thành ủy", "party_office", city.committee);
    led(tx, city, "UBND thành phố Sông Lam", "peoples_committee", city.committee);
    led(tx,
        city,
        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Sông Lam",
        "fatherland_front",
        city.committee);
    led(tx, city, "Hội Nông dân thành phố", "socio_political_organisation", city.committee);
    led(tx, city, "Hội Người mù thành phố", "mass_association", city.committee);
    city.ward_committee = led(tx, city, "Đảng ủy phường Bến Đá", "party_committee", city.committee);
    led(tx, city, "UBND phường Bến Đá", "peoples_committee", city.ward_committee);
    city.ward_association =
        led(tx, city, "Hội Người cao tuổi phường Bến Đá", "mass_association", city.ward_committee);
    return city;
}

}  // namespace hoiquan::organisations::fixture
