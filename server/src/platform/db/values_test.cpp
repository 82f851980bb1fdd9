#include <limits>

#include <doctest/doctest.h>

#include "base/error.h"
#include "platform/db/fixture_test.h"

using namespace hoiquan;

namespace {

struct Thing {
    std::optional<std::int64_t> n;
    std::optional<double> r;
    std::optional<std::string> t;
    std::string b;
};

Thing to_thing(const db::Row& row) {
    return {row.get<std::optional<std::int64_t>>(1),
            row.get<std::optional<double>>(2),
            row.get<std::optional<std::string>>(3),
            row.is_null(4) ? "" : row.blob(4)};
}

std::optional<Thing> there_and_back(db::Database& database, const db::Params& params) {
    return database.write([&](db::WriteTx& tx) {
        tx.exec(db::fixture::insert, params);
        return tx.find(db::fixture::find, {params[0]}, to_thing);
    });
}

std::string megabytes_of_every_byte(std::size_t size) {
    std::string out(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        out[i] = static_cast<char>((i * 7 + i / 256) % 256);
    }
    return out;
}

}  // namespace

TEST_CASE("values: what is written is read back, on both engines") {
    db::fixture::on_each_engine([](db::Database& database) {
        const auto ordinary =
            there_and_back(database, {"a", 42, 7.25, "Hội Nông dân", db::Param::Blob{"x"}});
        REQUIRE(ordinary);
        CHECK(ordinary->n == 42);
        CHECK(ordinary->r == 7.25);
        CHECK(ordinary->t == "Hội Nông dân");
        CHECK(ordinary->b == "x");

        const auto least = std::numeric_limits<double>::denorm_min();
        const auto most = std::numeric_limits<std::int64_t>::max();
        const auto extreme = there_and_back(database, {"b", most, least, "", db::Param::Blob{""}});
        REQUIRE(extreme);
        CHECK(extreme->n == most);
        CHECK(extreme->r == least);
        CHECK(extreme->t == "");
        CHECK(extreme->b.empty());

        const auto third =
            there_and_back(database, {"c", 0, 1.0 / 3, "'; DROP TABLE thing; --", std::nullopt});
        REQUIRE(third);
        CHECK(third->r == 1.0 / 3);
        CHECK(third->t == "'; DROP TABLE thing; --");
    });
}

TEST_CASE("values: nothing stays nothing and differs from empty") {
    db::fixture::on_each_engine([](db::Database& database) {
        const std::optional<std::string> absent;
        const auto thing = there_and_back(
            database, {"a", std::nullopt, std::optional<double>(), absent, std::nullopt});
        REQUIRE(thing);
        CHECK_FALSE(thing->n);
        CHECK_FALSE(thing->r);
        CHECK_FALSE(thing->t);
        there_and_back(database, {"b", 1, 1.0, "", db::Param::Blob{""}});
        database.read([](const db::ReadTx& tx) {
            tx.each(db::fixture::find, {"a"}, [](const db::Row& row) { CHECK(row.is_null(4)); });
            tx.each(db::fixture::find, {"b"}, [](const db::Row& row) {
                CHECK_FALSE(row.is_null(3));
                CHECK_FALSE(row.is_null(4));
            });
        });
    });
}

TEST_CASE("values: five million bytes of every value survive") {
    db::fixture::on_each_engine([](db::Database& database) {
        const std::string bytes = megabytes_of_every_byte(5'000'000);
        const auto thing = there_and_back(database, {"a", 1, 1.0, "", db::Param::Blob{bytes}});
        REQUIRE(thing);
        CHECK((thing->b == bytes));
    });
}

TEST_CASE("values: Vietnamese in either normal form and letters beyond the first plane") {
    db::fixture::on_each_engine([](db::Database& database) {
        for (const char* text : {"Ủy ban Mặt trận", "U\xcc\x89y ban", "𠀋 😀", "đ Đ ơ Ư ạ ẵ"}) {
            const auto thing = there_and_back(database, {text, 1, 1.0, text, std::nullopt});
            REQUIRE(thing);
            CHECK(thing->t == text);
        }
    });
}

TEST_CASE("values: typed ids, dates, instants and booleans") {
    db::fixture::on_each_engine([](db::Database& database) {
        database.write([](db::WriteTx& tx) {
            const auto id = tx.new_id<TaskId>();
            const Date day = *Date::of(2022, 7, 5);
            const Instant moment = tx.now();
            tx.exec(db::fixture::insert, {id, true, 0.0, day, db::Param::Blob{moment.iso()}});
            const auto check = [&](const db::Row& row) {
                CHECK(row.get<TaskId>(0) == id);
                CHECK(row.get<bool>(1));
                CHECK(row.get<Date>(3) == day);
                CHECK_THROWS_AS(row.get<Instant>(3), std::runtime_error);
                CHECK(Instant::parse_iso(row.blob(4)) == moment);
            };
            tx.each(db::fixture::find, {id}, check);
            CHECK(tx.today() == *Date::of(2026, 3, 16));
            CHECK_FALSE(tx.exists(db::fixture::find, {TaskId()}));
        });
    });
}

TEST_CASE("values: a value of another type is refused, never bent") {
    db::fixture::on_each_engine([](db::Database& database) {
        there_and_back(database, {"a", 300, 0.5, "text", db::Param::Blob{"bytes"}});
        there_and_back(database, {"b", std::nullopt, 0.5, std::nullopt, std::nullopt});
        database.read([](const db::ReadTx& tx) {
            tx.each(db::fixture::find, {"a"}, [](const db::Row& row) {
                CHECK_THROWS_AS(row.integer(3), std::runtime_error);
                CHECK_THROWS_AS(row.integer(2), std::runtime_error);
                CHECK_THROWS_AS(row.real(3), std::runtime_error);
                CHECK_THROWS_AS(row.text(4), std::runtime_error);
                CHECK_THROWS_AS(row.get<std::int8_t>(1), std::runtime_error);
                CHECK_THROWS_AS(row.text(5), std::logic_error);
                CHECK_THROWS_AS(row.is_null(-1), std::logic_error);
                CHECK(row.real(1) == 300.0);
            });
            tx.each(db::fixture::find, {"b"}, [](const db::Row& row) {
                CHECK_THROWS_AS(row.get<std::int64_t>(1), std::runtime_error);
                CHECK_THROWS_AS(row.get<std::string>(3), std::runtime_error);
                CHECK_THROWS_AS(row.blob(4), std::runtime_error);
            });
        });
    });
}

TEST_CASE("values: text that PostgreSQL cannot hold is refused on both engines") {
    db::fixture::on_each_engine([](db::Database& database) {
        for (const std::string& text :
             {std::string("a\0b", 3), std::string("a\xff"), std::string("\xc3")}) {
            try {
                there_and_back(database, {"a", 1, 1.0, text, std::nullopt});
                FAIL("it was stored");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::invalid);
                CHECK(error.key() == "db.text_refused");
            }
        }
        CHECK(database.read(
                  [](const db::ReadTx& tx) { return tx.integer(db::fixture::count, {}); }) == 0);
    });
}
