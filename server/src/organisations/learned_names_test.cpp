#include "organisations/learned_names.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "organisations/fixture_test.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

constexpr const char* kWords = "Bộ phận thường trực";

Candidates candidates(const db::ReadTx& tx, const auth::Actor& actor, std::string_view text) {
    return find_candidates(tx, actor, text, tx.today(), 10);
}

}  // namespace

TEST_CASE("learned names: proposed the next time, in that office only") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) {
            auto made = make_city(tx);
            CHECK(candidates(tx, made.clerk, kWords).kind != CandidatesKind::one);
            learn_name(tx, made.clerk, kWords, made.board);
            return made;
        });
        database.read([&](const db::ReadTx& tx) {
            const auto found = candidates(tx, city.clerk, "bộ phận Thường trực;");
            REQUIRE(found.kind == CandidatesKind::one);
            CHECK(found.items.front().organisation.id == city.board);
            CHECK(found.items.front().reason == Reason::learned);
            CHECK(find_candidates(tx, city.clerk, kWords, day("2019-12-31"), 10).kind !=
                  CandidatesKind::one);
            const auto ward = actor_at(city.clerk.user, city.ward_committee, auth::Role::clerk);
            CHECK(candidates(tx, ward, kWords).kind != CandidatesKind::one);
            CHECK(list_learned_names(tx, ward, "", 50, 0).total == 0);
        });
    });
}

TEST_CASE("learned names: what the words say by themselves is not learned, nor are groups") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            learn_name(tx, city.clerk, "Ban Dân vận Thành ủy Sông Lam", city.board);
            learn_name(tx, city.clerk, " ", city.board);
            learn_name(tx, city.clerk, "các hội quần chúng", city.ward_association);
            CHECK(list_learned_names(tx, city.clerk, "", 50, 0).total == 0);
            // A later choice replaces the earlier one.
            learn_name(tx, city.clerk, kWords, city.board);
            learn_name(tx, city.clerk, kWords, city.committee);
            const auto page = list_learned_names(tx, city.clerk, "thuong truc", 50, 0);
            REQUIRE(page.total == 1);
            CHECK(page.items.front().meant.id == city.committee);
            CHECK(page.items.front().is_there);
            CHECK(list_learned_names(tx, city.clerk, "không có", 50, 0).items.empty());
        });
    });
}

TEST_CASE("learned names: changed and forgotten by a clerk of the office") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto city = make_city(tx);
            learn_name(tx, city.clerk, kWords, city.board);
            const auto id = list_learned_names(tx, city.clerk, "", 50, 0).items.front().id;
            const auto other = actor_at(city.clerk.user, city.ward_committee, auth::Role::clerk);
            CHECK_THROWS_AS(forget_learned_name(tx, other, id), Error);
            CHECK_THROWS_AS(forget_learned_name(tx, city.administrator, id), Error);
            CHECK_THROWS_AS(change_learned_name(tx, city.clerk, id, OrganisationId("khong-co")),
                            Error);
            change_learned_name(tx, city.clerk, id, city.committee);
            CHECK(candidates(tx, city.clerk, kWords).items.front().organisation.id ==
                  city.committee);
            forget_learned_name(tx, city.clerk, id);
            CHECK(list_learned_names(tx, city.clerk, "", 50, 0).total == 0);
        });
    });
}

}  // namespace hoiquan::organisations
