#include <doctest/doctest.h>

#include "organisations/fixture_test.h"
#include "organisations/naming.h"
#include "organisations/owner_tails.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

Candidates candidates(const db::ReadTx& tx, const auth::Actor& actor, const char* text) {
    return find_candidates(tx, actor, text, tx.today(), 10);
}

/// The name of the one body that is meant; the kind of answer otherwise.
std::string meant(const db::ReadTx& tx, const auth::Actor& actor, const char* text) {
    const auto found = candidates(tx, actor, text);
    return found.kind == CandidatesKind::one ? found.items.front().organisation.name
                                             : std::string(to_string(found.kind));
}

}  // namespace

TEST_CASE("match_key: one form for spellings of one name") {
    CHECK(match_key("Uỷ ban nhân dân Phường 1.") == match_key("UBND phường 1"));
    CHECK(match_key("Ủy  ban MTTQ Việt Nam thành phố") == match_key("MTTQ TP"));
    CHECK(match_key("các tổ chức chính trị – xã hội") == match_key("Các tổ chức CT-XH"));
    CHECK(match_key("Sở Du lịch") == "so du lich");
    CHECK(exact_match_key("Thành uỷ") == exact_match_key("Thành ủy"));
}

TEST_CASE("owner tails: the endings of one owner, never Party for State") {
    const auto reading = read_owner_tail("ban dan van thanh uy", "thanh uy song lam");
    CHECK(reading.core == "ban dan van");
    CHECK(reading.keys ==
          std::vector<std::string>{"ban dan van thanh uy song lam", "ban dan van thanh uy"});
    CHECK(read_owner_tail("ubnd tp", "thanh uy song lam").keys.front() == "ubnd tp song lam");
    CHECK(read_owner_tail("ban dan van", "thanh uy song lam").keys.empty());
}

TEST_CASE("candidates: one body by name, short form of its owner, alias or abbreviation") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) {
            auto made = make_city(tx);
            add_alias(tx, made.administrator, made.board, 1, "Khối Dân vận");
            return made;
        });
        database.read([&](const db::ReadTx& tx) {
            const auto one = [&](const char* text) { return meant(tx, city.clerk, text); };
            CHECK(one("Ban Dân vận Thành uỷ Sông Lam") == "Ban Dân vận Thành ủy Sông Lam");
            CHECK(one("Ban Dân vận Thành uỷ") == "Ban Dân vận Thành ủy Sông Lam");
            CHECK(one("Khối Dân vận") == "Ban Dân vận Thành ủy Sông Lam");
            CHECK(one("Văn phòng Thành uỷ Sông Lam") == "Văn phòng Thành ủy");
            CHECK(one("Ủy ban nhân dân thành phố") == "UBND thành phố Sông Lam");
            CHECK(one("MTTQ thành phố") == "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Sông Lam");
            CHECK(one("- UBND phường Bến Đá;") == "UBND phường Bến Đá");
            CHECK(one("Đảng uỷ phường Bến Đá") == "Đảng ủy phường Bến Đá");
        });
    });
}

TEST_CASE("candidates: never a guess") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.read([&](const db::ReadTx& tx) {
            const auto similar = candidates(tx, city.clerk, "Ban Dân vận");
            CHECK(similar.kind == CandidatesKind::several);
            CHECK(similar.items.front().reason == Reason::similar);
            CHECK(meant(tx, city.clerk, "Sở Tài chính") == "none");
            CHECK(meant(tx, city.clerk, " ... ") == "none");
            // Not there on the day of the text.
            CHECK(find_candidates(tx, city.clerk, "Ban Dân vận Thành ủy", day("2010-01-01"), 10)
                      .kind == CandidatesKind::none);
        });
    });
}

TEST_CASE("candidates: two bodies of one name are several, unless one alone is within reach") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) {
            auto made = make_city(tx);
            create(tx, made.administrator, body("Văn phòng Thành ủy", "party_office"));
            return made;
        });
        database.read([&](const db::ReadTx& tx) {
            CHECK(meant(tx, city.clerk, "Văn phòng Thành ủy") == "Văn phòng Thành ủy");
            const auto stranger =
                actor_at(city.clerk.user, city.elsewhere, auth::Role::clerk, auth::Reach::self);
            CHECK(meant(tx, stranger, "Văn phòng Thành ủy") == "several");
        });
    });
}

TEST_CASE("candidates: words of a group mean all bodies of the kind within reach") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.read([&](const db::ReadTx& tx) {
            const auto count = [&](const char* text) {
                const auto found = candidates(tx, city.clerk, text);
                CHECK(found.kind == CandidatesKind::group);
                return found.items.size();
            };
            CHECK(count("Các Hội quần chúng") == 2);
            CHECK(count("UBND các cấp") == 2);
            CHECK(count("Uỷ ban nhân dân các phường") == 1);
            CHECK(count("Các cấp ủy, tổ chức đảng") == 1);
            CHECK(count("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội") == 2);
            CHECK(count("các tổ chức CT-XH thành phố") == 1);
            CHECK(count("Các hội quần chúng trên địa bàn thành phố") == 2);
            CHECK(count("các chi bộ") == 0);
            const auto of_ward = actor_at(city.clerk.user, city.ward_committee, auth::Role::clerk);
            CHECK(candidates(tx, of_ward, "Các hội quần chúng").items.size() == 1);
        });
    });
}

}  // namespace hoiquan::organisations
