// What follows for the bodies of units that were reformed, on a small invented country.

#include "organisations/body_reform.h"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "organisations/fixture_test.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using fixture::day;

/// Wards 1 and 2 become Bến, a part of 2 and the commune become Đồng; the district ends.
UnitReform reform() {
    UnitReform out;
    out.before = {"truoc.csv",
                  "code,name,full_name,level,type,parent_code\n"
                  "91,Sông,Tỉnh Sông,province,tinh,\n"
                  "910,Bến,Thành phố Bến,district,thanh_pho,91\n"
                  "91001,1,Phường 1,commune,phuong,910\n"
                  "91002,2,Phường 2,commune,phuong,910\n"
                  "91003,Đồng,Xã Đồng,commune,xa,910\n"};
    out.after = {"sau.csv",
                 "code,name,full_name,level,type,parent_code\n"
                 "91,Sông,Tỉnh Sông,province,tinh,\n"
                 "91001,Bến,Phường Bến,commune,phuong,91\n"
                 "91002,Đồng,Phường Đồng,commune,phuong,91\n"};
    out.mapping = {"xa.csv",
                   "old_code,new_code,share\n"
                   "91001,91001,whole\n"
                   "91002,91001,part\n"
                   "91002,91002,part\n"
                   "91003,91002,whole\n"};
    out.mapping_provinces = {"tinh.csv", "old_code,new_code\n91,91\n"};
    out.effective = day("2025-07-01");
    out.basis = "202/2025/QH15";
    out.before_since = {day("2000-01-01"), DatePrecision::year};
    return out;
}

/// Bodies in the old units, by name.
std::map<std::string, OrganisationId> put_bodies(db::WriteTx& tx) {
    const auto city = fixture::make_city(tx);
    const auto unit = [&](const char* code) {
        return find_by_code(tx, code, {day("2025-06-30"), {}}).front().id;
    };
    std::map<std::string, OrganisationId> out;
    const auto put =
        [&](const char* name, const char* kind, const char* code, const OrganisationId& by) {
            auto input = fixture::body(name, kind);
            input.led_by = by;
            input.located_in = unit(code);
            return out[name] = create(tx, city.administrator, input);
        };
    const auto district = put("Thành ủy Bến", "party_committee", "910", city.committee);
    put("UBND phường 1", "peoples_committee", "91001", district);
    put("UBND phường 2", "peoples_committee", "91002", district);
    put("UBND xã Đồng", "peoples_committee", "91003", district);
    put("Hội Người mù Phường 1", "mass_association", "91001", district);
    put("Câu lạc bộ Sen", "mass_association", "91001", district);
    return out;
}

std::set<std::string> names_on(const db::ReadTx& tx, const char* date) {
    std::set<std::string> out;
    ListQuery query;
    query.view.as_of = day(date);
    query.limit = 200;
    auth::Actor anybody;
    anybody.user = UserId("u");
    for (const auto& item : list(tx, anybody, query).items) {
        if (item.kind == "peoples_committee" || item.kind == "mass_association") {
            out.insert(item.name);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("bodies follow their units: joined, divided, renamed, moved") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto event = database.write(
            [](db::WriteTx& tx) { return import_admin_units(tx, reform(), Progress()).event; });
        database.write([&](db::WriteTx& tx) {
            const auto bodies = put_bodies(tx);
            CHECK(newest_reform(tx) == event);
            const auto steps = plan_body_reform(tx, event);
            std::map<EventCode, int> codes;
            for (const auto& step : steps) {
                ++codes[step.code];
            }
            CHECK(codes == std::map<EventCode, int>{{EventCode::reorganise, 1},
                                                    {EventCode::rename, 1},
                                                    {EventCode::transfer, 1},
                                                    {EventCode::dissolve, 1}});
            CHECK(plan_csv(steps).find("UBND phường 2,Phường 2,UBND phường Đồng,Phường "
                                       "Đồng,part,yes") != std::string::npos);
            for (const auto& step : steps) {
                carry_out_at_console(tx, event, step, {});
            }
            const auto after = names_on(tx, "2025-07-01");
            for (const char* name : {"UBND phường Bến",
                                     "UBND phường Đồng",
                                     "Hội Người mù Phường Bến",
                                     "Câu lạc bộ Sen"}) {
                CAPTURE(std::string(name));
                CHECK(after.contains(name));
            }
            CHECK_FALSE(after.contains("UBND phường 1"));
            CHECK(names_on(tx, "2025-06-30").contains("UBND phường 1"));
            // The district is gone: what it led is led by the one above.
            const auto city = find_one(tx, "Thành ủy Sông Lam");
            auth::Actor anybody;
            anybody.user = UserId("u");
            const auto& club = bodies.at("Câu lạc bộ Sen");
            const auto detail = get(tx, anybody, club, {day("2025-07-01"), {}});
            CHECK(std::any_of(
                detail.relations.begin(), detail.relations.end(), [&](const Relation& relation) {
                    return relation.kind == RelationKind::led_by && city &&
                           relation.organisation.id == *city;
                }));
            CHECK(plan_body_reform(tx, event).empty());
        });
    });
}

}  // namespace hoiquan::organisations
