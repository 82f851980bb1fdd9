#include <fstream>

#include <doctest/doctest.h>

#include "platform/audit/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::audit;
using namespace hoiquan::audit::fixture;

TEST_CASE("verify: an untouched chain has no findings") {
    db::testing::on_each_engine([](db::Database& database) {
        CHECK(verify(database, key, std::nullopt).findings.empty());
        sealed(database, 6);
        const auto result = verify(database, key, std::nullopt);
        CHECK(result.events == 6);
        CHECK(result.unsealed == 0);
        CHECK(result.findings.empty());
    });
}

TEST_CASE("verify: a changed event is named") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 6);
        forge(database, [&](db::WriteTx& tx) { tx.exec(change, {R"({"title":"khác"})", ids[2]}); });
        const auto result = verify(database, key, std::nullopt);
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings[0].kind == "changed");
        CHECK(result.findings[0].seq == 3);
        CHECK(result.findings[0].event_id == ids[2]);
        CHECK_FALSE(result.findings[0].what.empty());
    });
}

TEST_CASE("verify: an event put on somebody else is named") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 4);
        forge(database, [&](db::WriteTx& tx) {
            tx.exec(blame, {"01900000-0000-7000-8000-000000000001", ids[3]});
        });
        CHECK(found(database) == Findings{"changed 4"});
    });
}

TEST_CASE("verify: several changed events are all named") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 8);
        forge(database, [&](db::WriteTx& tx) {
            for (const int i : {0, 3, 4}) {
                tx.exec(change, {"{}", ids[static_cast<std::size_t>(i)]});
            }
        });
        CHECK(found(database) == Findings{"changed 1", "changed 4", "changed 5"});
    });
}

TEST_CASE("verify: a removed event is named, its neighbours are not") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 6);
        forge(database, [&](db::WriteTx& tx) { tx.exec(remove_event, {ids[3]}); });
        const auto result = verify(database, key, std::nullopt);
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings[0].kind == "removed");
        CHECK(result.findings[0].event_id == ids[3]);
    });
}

TEST_CASE("verify: an event removed with its seal leaves a gap that is named") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 6);
        forge(database, [&](db::WriteTx& tx) {
            tx.exec(remove_seal, {3});
            tx.exec(remove_event, {ids[2]});
        });
        CHECK(found(database) == Findings{"removed 3"});
    });
}

TEST_CASE("verify: removed seals are found although the rest was renumbered") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 9);
        forge(database, [&](db::WriteTx& tx) {
            for (const int seq : {3, 4}) {
                tx.exec(remove_seal, {seq});
                tx.exec(remove_event, {ids[static_cast<std::size_t>(seq) - 1]});
            }
            for (int seq = 5; seq <= 9; ++seq) {
                tx.exec(renumber, {seq - 2, seq});
            }
        });
        CHECK(found(database) == Findings{"removed 3"});
    });
}

TEST_CASE("verify: the first event removed and the rest renumbered") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 5);
        forge(database, [&](db::WriteTx& tx) {
            tx.exec(remove_seal, {1});
            tx.exec(remove_event, {ids[0]});
            for (int seq = 2; seq <= 5; ++seq) {
                tx.exec(renumber, {seq - 1, seq});
            }
        });
        CHECK(found(database) == Findings{"removed 1"});
    });
}

TEST_CASE("verify: a change behind a renumbered removal is still named") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto ids = sealed(database, 9);
        forge(database, [&](db::WriteTx& tx) {
            tx.exec(remove_seal, {2});
            tx.exec(remove_event, {ids[1]});
            for (int seq = 3; seq <= 9; ++seq) {
                tx.exec(renumber, {seq - 1, seq});
            }
            tx.exec(change, {"{}", ids[7]});
        });
        CHECK(found(database) == Findings{"removed 2", "changed 7"});
    });
}

TEST_CASE("verify: events that changed places are both named, nobody else") {
    struct Swap {
        int a;
        int b;
    };
    for (const auto& swap : {Swap{2, 3}, Swap{2, 5}, Swap{1, 6}}) {
        CAPTURE(swap.b);
        const Findings both_named{"reordered " + std::to_string(swap.a),
                                  "reordered " + std::to_string(swap.b)};
        db::testing::on_each_engine([&](db::Database& database) {
            const auto ids = sealed(database, 6);
            const auto& a = ids[static_cast<std::size_t>(swap.a) - 1];
            const auto& b = ids[static_cast<std::size_t>(swap.b) - 1];
            SUBCASE("events under the seals") {
                forge(database, [&](db::WriteTx& tx) {
                    tx.exec(reseal, {"parked", swap.a});
                    tx.exec(reseal, {a, swap.b});
                    tx.exec(reseal, {b, swap.a});
                });
                CHECK(found(database) == both_named);
            }
            SUBCASE("events with their seals") {
                forge(database, [&](db::WriteTx& tx) {
                    tx.exec(renumber, {99, swap.a});
                    tx.exec(renumber, {swap.a, swap.b});
                    tx.exec(renumber, {swap.b, 99});
                });
                CHECK(found(database) == both_named);
            }
        });
    }
}

TEST_CASE("verify: a wrong key is told from changed events") {
    db::testing::on_each_engine([](db::Database& database) {
        sealed(database, 5);
        CHECK(found(database, std::nullopt, std::string(32, 'x')) == Findings{"wrong_key 1"});
    });
}

TEST_CASE("verify: a cut-off end shows against the anchors only") {
    db::testing::on_each_engine([](db::Database& database) {
        const Folder folder;
        const auto file = folder.path / "anchors" / "audit.anchor";
        sealed(database, 3);
        anchor(database, file);
        const auto ids = sealed(database, 3);
        anchor(database, file);
        CHECK(found(database, file).empty());
        forge(database, [&](db::WriteTx& tx) {
            for (const int seq : {5, 6}) {
                tx.exec(remove_seal, {seq});
                tx.exec(remove_event, {ids[static_cast<std::size_t>(seq) - 1]});
            }
        });
        CHECK(found(database).empty());
        CHECK(found(database, file) == Findings{"cut_off 5"});
        SUBCASE("and later events do not hide it") {
            sealed(database, 3);
            CHECK(found(database, file) == Findings{"changed 6"});
        }
    });
}

TEST_CASE("verify: a chain computed anew shows against the anchors") {
    db::testing::on_each_engine([](db::Database& database) {
        const Folder folder;
        const auto file = folder.path / "audit.anchor";
        {
            std::ofstream out(file);
            out << "2 " << std::string(64, 'a') << " 2026-03-16T02:00:00.000000Z\n";
        }
        sealed(database, 3);
        CHECK(found(database, file) == Findings{"changed 2"});
    });
}

TEST_CASE("verify: anchors that are missing or unreadable are findings") {
    db::testing::on_each_engine([](db::Database& database) {
        const Folder folder;
        sealed(database, 3);
        CHECK(found(database, folder.path / "none") == Findings{"cut_off 0"});
        const auto file = folder.path / "audit.anchor";
        std::ofstream(file) << "2 half";
        CHECK(found(database, file) == Findings{"changed 0"});
        // What a power cut left is not glued to the next anchor.
        anchor(database, file);
        CHECK(found(database, file) == Findings{"changed 0"});
    });
}

TEST_CASE("verify: seals that were removed leave unsealed events") {
    db::testing::on_each_engine([](db::Database& database) {
        sealed(database, 4);
        forge(database, [](db::WriteTx& tx) { tx.exec(remove_seal, {4}); });
        // For a minute it could be an event that waits for the sealer.
        const auto result = verify(database, key, std::nullopt);
        CHECK(result.unsealed == 1);
        CHECK(result.findings.empty());
    });
}

TEST_CASE("verify: hundreds of misfits are counted, not compared pairwise") {
    db::testing::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            for (int i = 0; i < 700; ++i) {
                record_system(tx, event("a"));
            }
        });
        seal(database, key);
        database.write([](db::WriteTx& tx) {
            for (int i = 0; i < 700; ++i) {
                record_system(tx, event("b"));
            }
        });
        seal(database, std::string(32, 'x'));
        const auto findings = verify(database, key, std::nullopt).findings;
        CHECK(findings.size() == 101);
        CHECK(findings.front().seq == 701);
        CHECK(findings.back().what.find("600") != std::string::npos);
    });
}

TEST_CASE("verify: an event put in past the program is named after a minute") {
    db::testing::on_each_engine([](db::Database& database) {
        sealed(database, 3);
        forge(database, [](db::WriteTx& tx) {
            tx.exec(insert_old_event, {"forged", "2026-03-16T01:00:00.000000Z"});
        });
        const auto result = verify(database, key, std::nullopt);
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings[0].kind == "unsealed");
        CHECK(result.findings[0].event_id == "forged");
    });
}
