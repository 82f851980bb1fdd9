#include "platform/db/pool.h"

#include <atomic>
#include <mutex>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.h"

using namespace hoiquan;
using namespace std::chrono_literals;

namespace {

db::Deadline after(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

}  // namespace

TEST_CASE("pool: permits go out in the order of asking") {
    db::FairPermits permits(1);
    REQUIRE(permits.acquire(after(0ms)));
    std::mutex mutex;
    std::vector<int> order;
    std::vector<std::thread> threads;
    for (int i = 0; i < 5; ++i) {
        threads.emplace_back([&, i] {
            REQUIRE(permits.acquire(after(10s)));
            {
                const std::lock_guard lock(mutex);
                order.push_back(i);
            }
            permits.release();
        });
        std::this_thread::sleep_for(20ms);
    }
    permits.release();
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(order == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("pool: whoever waits too long goes without and is passed over afterwards") {
    db::FairPermits permits(1);
    REQUIRE(permits.acquire(after(0ms)));
    CHECK_FALSE(permits.acquire(after(5ms)));
    permits.release();
    CHECK(permits.acquire(after(0ms)));
    permits.release();
}

TEST_CASE("pool: a connection that does not open gives its place back") {
    db::Pool pool(1,
                  []() -> std::unique_ptr<db::Connection> { throw std::runtime_error("refused"); });
    CHECK_THROWS_WITH(pool.lend(after(1s)), "refused");
    CHECK_THROWS_WITH(pool.lend(after(1s)), "refused");
}

TEST_CASE("gate: one who passes alone meets nobody, others wait for it") {
    db::WriterGate gate;
    std::atomic<int> inside = 0;
    std::atomic<bool> crowded = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&, i] {
            const auto company = i % 3 == 0 ? db::Company::alone : db::Company::others;
            for (int n = 0; n < 200; ++n) {
                const db::WriterGate::Pass pass(gate, company, after(20s));
                if (++inside > 1 && company == db::Company::alone) {
                    crowded = true;
                }
                std::this_thread::yield();
                if (company == db::Company::alone && inside != 1) {
                    crowded = true;
                }
                --inside;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK_FALSE(crowded);
}

TEST_CASE("gate: waiting alone in vain lets the others in again") {
    db::WriterGate gate;
    {
        const db::WriterGate::Pass pass(gate, db::Company::others, after(1s));
        CHECK_THROWS_AS(db::WriterGate::Pass(gate, db::Company::alone, after(5ms)), Error);
        CHECK_NOTHROW(db::WriterGate::Pass(gate, db::Company::others, after(5ms)));
    }
    const db::WriterGate::Pass alone(gate, db::Company::alone, after(5ms));
    CHECK_THROWS_AS(db::WriterGate::Pass(gate, db::Company::others, after(5ms)), Error);
}
