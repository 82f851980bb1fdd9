#include "documents/readings.h"

#include <chrono>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.h"
#include "documents/fixture_test.h"

namespace hoiquan::documents {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

constexpr const char* kPaper =
    "THÀNH ỦY SÔNG LAM\n\nTHÔNG BÁO\nvề giao ban\n\n1. Ban Dân vận báo cáo trước ngày 15/3/2026.\n";

ReadingStatus awaited(Readings& readings, const auth::Actor& actor, const ReadingId& id) {
    constexpr int tries = 1000;
    auto status = readings.get(actor, id);
    for (int i = 0; i < tries && (status.state == ReadingState::waiting ||
                                  status.state == ReadingState::reading);
         ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        status = readings.get(actor, id);
    }
    return status;
}

std::string key_of(const std::function<void()>& f) {
    try {
        f();
    } catch (const Error& error) {
        return error.key();
    }
    return {};
}

}  // namespace

TEST_CASE("readings: what is read is registered; what is refused leaves nothing") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        Readings readings;
        const auto begin = [&](const std::string& text) {
            return readings.begin(database, offices.clerk, {"giay.txt", text}, Direction::incoming)
                .id;
        };
        const auto good = begin(kPaper);
        const auto secret = begin(std::string("TỐI MẬT\n") + kPaper);
        const auto read = awaited(readings, offices.clerk, good);
        CHECK(read.state == ReadingState::done);
        REQUIRE(read.document.has_value());
        const auto refused = awaited(readings, offices.clerk, secret);
        CHECK(refused.state == ReadingState::failed);
        REQUIRE(refused.error.has_value());
        CHECK(refused.error->key() == "documents.secret_mark");
        database.read([&](const db::ReadTx& tx) {
            CHECK(get_summary(tx, offices.clerk, *read.document).status == Status::in_review);
            CHECK(list(tx, offices.clerk, {}).total == 1);
        });
        CHECK(readings.stop(offices.clerk, good).state == ReadingState::done);
    });
}

TEST_CASE("readings: others neither see nor stop it; there is an end to what may wait") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto offices = database.write([](db::WriteTx& tx) { return make_offices(tx); });
        Readings::Limits limits;
        limits.waiting_of_one = 0;
        Readings none(limits);
        CHECK(key_of([&] {
                  none.begin(database, offices.clerk, {"giay.txt", kPaper}, Direction::incoming);
              }) == "documents.too_many_readings");
        Readings readings;
        const auto id =
            readings.begin(database, offices.clerk, {"giay.txt", kPaper}, Direction::incoming).id;
        auto other = offices.stranger;
        other.user = UserId("someone-else");
        CHECK(key_of([&] { readings.get(other, id); }) == "documents.reading_not_found");
        CHECK(key_of([&] { readings.stop(other, id); }) == "documents.reading_not_found");
        CHECK(awaited(readings, offices.clerk, id).state == ReadingState::done);
    });
}

}  // namespace hoiquan::documents
