#include <algorithm>

#include <doctest/doctest.h>

#include "base/error.h"
#include "organisations/fixture_test.h"
#include "organisations/sql.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

Detail now(const db::ReadTx& tx, const City& city, const OrganisationId& id) {
    return get(tx, city.administrator, id, {tx.today(), {}});
}

ListQuery search(const db::ReadTx& tx, const char* words) {
    ListQuery query;
    query.view.as_of = tx.today();
    query.search = words;
    return query;
}

/// The keys of the faults that the change meets; empty when it passes.
template <class Change>
std::vector<std::string> faults_of(Change change) {
    try {
        change();
    } catch (const Error& error) {
        std::vector<std::string> keys;
        for (const auto& fault : error.faults()) {
            keys.push_back(fault.field + " " + fault.key);
        }
        return keys.empty() ? std::vector<std::string>{error.key()} : keys;
    }
    return {};
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("every statement of organisations prepares on both engines") {
    db::testing::on_each_engine([](db::Database& database) {
        for (const auto* statement : sql::all) {
            db::testing::check_prepares(database, *statement);
        }
    });
}

TEST_CASE("rename: the name of a day stays the name of that day, and what was known stays known") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            rename(tx,
                   city.administrator,
                   city.board,
                   1,
                   {"Ban Xây dựng Đảng", {}, from("2025-07-01")});
        });
        database.read([&](const db::ReadTx& tx) {
            CHECK(ref(tx, city.board, day("2025-06-30")).name == "Ban Dân vận Thành ủy Sông Lam");
            CHECK(ref(tx, city.board, day("2025-07-01")).name == "Ban Xây dựng Đảng");
            CHECK(ref(tx, city.board, day("1999-01-01")).name == "Ban Dân vận Thành ủy Sông Lam");
            const auto detail = now(tx, city, city.board);
            CHECK(detail.version == 2);
            REQUIRE(detail.names.size() == 2);
            CHECK(detail.names.back().valid_to == day("2025-07-01"));
            // As known yesterday the body was not recorded at all.
            const View yesterday{tx.today(), tx.today().plus_days(-1)};
            CHECK(faults_of([&] { get(tx, city.clerk, city.board, yesterday); }) ==
                  Keys{"organisations.not_found"});
            const View known_today{tx.today(), tx.today()};
            CHECK(get(tx, city.clerk, city.board, known_today).organisation.name ==
                  "Ban Xây dựng Đảng");
        });
    });
}

TEST_CASE("rename: a later name is kept when an earlier one is entered afterwards") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            rename(tx, city.administrator, city.board, 1, {"Ban C", {}, from("2025-07-01")});
            rename(tx, city.administrator, city.board, 2, {"Ban B", {}, from("2023-01")});
        });
        database.read([&](const db::ReadTx& tx) {
            CHECK(ref(tx, city.board, day("2024-05-01")).name == "Ban B");
            CHECK(ref(tx, city.board, day("2026-01-01")).name == "Ban C");
            CHECK(now(tx, city, city.board).names.at(1).valid_from.precision ==
                  DatePrecision::month);
        });
    });
}

TEST_CASE("changes: the wrong version is a conflict with the record as it is") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write(
            [&](db::WriteTx& tx) { add_alias(tx, city.administrator, city.board, 1, "BDV"); });
        try {
            database.write([&](db::WriteTx& tx) {
                add_alias(tx, city.administrator, city.board, 1, "Ban DV");
            });
            FAIL("no conflict");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::conflict);
            CHECK(error.current_json().find("\"version\":2") != std::string::npos);
        }
    });
}

TEST_CASE("changes: only an administrator within whose reach the body is") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto alias = [&](const auth::Actor& actor, const OrganisationId& id) {
                return faults_of([&] { add_alias(tx, actor, id, 1, "X"); });
            };
            CHECK(alias(city.clerk, city.board) == Keys{"organisations.may_not_edit"});
            CHECK(alias(city.administrator, city.elsewhere) == Keys{"organisations.may_not_edit"});
            const auto of_ward =
                actor_at(city.administrator.user, city.ward_committee, auth::Role::administrator);
            CHECK(alias(of_ward, city.board) == Keys{"organisations.may_not_edit"});
            CHECK(alias(of_ward, city.ward_association).empty());
            CHECK(now(tx, city, city.board).may_edit);
            CHECK_FALSE(now(tx, city, city.elsewhere).may_edit);
        });
    });
}

TEST_CASE("create: all faults at once; nothing under a body out of reach") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto input = body("...", "no_such_kind");
            input.led_by = city.elsewhere;
            input.located_in = city.board;
            CHECK(faults_of([&] { create(tx, city.administrator, input); }) ==
                  Keys{"/kind field.unknown_value",
                       "/name organisations.name_without_letters",
                       "/led_by_id organisations.out_of_reach",
                       "/located_in_id organisations.not_a_territory"});
            CHECK(faults_of([&] { create(tx, city.clerk, body("Hội A", "mass_association")); }) ==
                  Keys{"auth.wrong_role"});
        });
    });
}

TEST_CASE("add_relation: a new lead ends the old one that day; no circles; territories apart") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto relate = [&](const OrganisationId& id, RelationKind kind, auto to) {
                return faults_of([&] {
                    const auto version = now(tx, city, id).version;
                    add_relation(
                        tx, city.administrator, id, version, {kind, to, from("2026-01-01")});
                });
            };
            CHECK(relate(city.committee, RelationKind::led_by, city.ward_association) ==
                  Keys{"/to_id organisations.relation_circle"});
            CHECK(relate(city.board, RelationKind::led_by, city.board) ==
                  Keys{"/to_id organisations.relation_to_itself"});
            CHECK(relate(city.board, RelationKind::located_in, city.committee) ==
                  Keys{"/to_id organisations.not_a_territory"});
            CHECK(relate(city.ward_association, RelationKind::led_by, city.committee).empty());
            const auto detail = now(tx, city, city.ward_association);
            REQUIRE(detail.relations.size() == 2);
            CHECK(detail.relations.front().valid_from.date == day("2026-01-01"));
            CHECK(detail.relations.back().valid_to == day("2026-01-01"));
            CHECK(detail.organisation.parent->id == city.committee);
            const View before{day("2025-12-31"), {}};
            CHECK(get(tx, city.clerk, city.ward_association, before).organisation.parent->id ==
                  city.ward_committee);
            CHECK(reaches(tx, city.clerk, city.ward_association));
        });
    });
}

TEST_CASE("list: found with and without diacritics, by abbreviations both ways, counted") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.read([&](const db::ReadTx& tx) {
            const auto total = [&](const char* words) {
                return list(tx, city.clerk, search(tx, words)).total;
            };
            CHECK(total("") == 11);
            CHECK(total("ban dan van") == 1);
            CHECK(total("Uỷ ban nhân dân") == 2);
            CHECK(total("ubnd") == 2);
            CHECK(total("MTTQ thành phố") == 1);
            CHECK(total("đảng ủy") == 1);
            CHECK(total("ĐU phường") == 1);
            CHECK(total("hoi nguoi mu") == 1);
            CHECK(total("hội người mũ") == 0);  // Exact when diacritics are typed.
            CHECK(total("100%_") == 0);
            auto sorted = search(tx, "hội");
            sorted.sort = Sort::name_down;
            CHECK(list(tx, city.clerk, sorted).items.front().name == "Hội Nông dân thành phố");
        });
    });
}

TEST_CASE("list and refs: ten more bodies cost no more statements") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto cost = [&] {
            return database.read([&](const db::ReadTx& tx) {
                std::vector<OrganisationId> ids;
                for (const auto& item : list(tx, city.clerk, search(tx, "")).items) {
                    ids.push_back(item.id);
                }
                refs(tx, ids, tx.today());
                tree(tx, city.clerk, {tx.today(), {}}, Tree::party, city.committee);
                return tx.statements_run();
            });
        };
        const auto before = cost();
        database.write([&](db::WriteTx& tx) {
            for (int i = 0; i < 10; ++i) {
                led(tx, city, "Hội số " + std::to_string(i), "mass_association", city.committee);
            }
        });
        CHECK(cost() == before);
    });
}

TEST_CASE("tree: one level, each body once, roots are what hangs on nothing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            add_relation(tx,
                         city.administrator,
                         city.board,
                         1,
                         {RelationKind::part_of, city.committee, from("2020-01-01")});
            const View view{tx.today(), {}};
            const auto roots = tree(tx, city.clerk, view, Tree::party, {});
            REQUIRE(roots.size() == 2);
            const auto root = std::find_if(roots.begin(), roots.end(), [&](const Node& node) {
                return node.id == city.committee;
            });
            CHECK(root->child_count == 7);
            const auto children = tree(tx, city.clerk, view, Tree::party, city.committee);
            REQUIRE(children.size() == 7);
            const auto board = std::find_if(children.begin(), children.end(), [&](const Node& n) {
                return n.id == city.board;
            });
            CHECK(board->relation == RelationKind::part_of);
            CHECK(tree(tx, city.clerk, {day("2019-01-01"), {}}, Tree::party, {}).empty());
        });
    });
}

TEST_CASE("history: every change is told, with the body that made it") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            add_alias(tx, city.administrator, city.board, 1, "BDV");
            const auto page = history(tx, city.board.str(), 10, 0);
            CHECK(page.total == 2);
            REQUIRE(page.items.size() == 2);
            CHECK(page.items.front().entry.action == "organisations.alias_added");
            CHECK(page.items.front().organisation->name == "Thành ủy Sông Lam");
        });
    });
}

}  // namespace hoiquan::organisations
