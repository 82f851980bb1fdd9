#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "platform/http/fixture_test.h"

using namespace hoiquan;
using namespace hoiquan::http;
using namespace hoiquan::http::fixture;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

void impatient(config::Settings& settings) {
    settings.idle_timeout_seconds = 1;
    settings.request_timeout_seconds = 1;
}

std::string upload_head(std::size_t length, const std::string& token) {
    return "POST /api/v1/files?file_name=a.docx HTTP/1.1\r\nHost: a\r\nCookie: "
           "hoiquan_session=" +
           token + "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("limits: a connection that says nothing is closed") {
    with_server(
        [](const Server& server, db::Database&) {
            const Client client(server);
            CHECK_FALSE(client.is_closed_within(500ms));
            CHECK(client.is_closed_within(3s));
        },
        impatient);
}

TEST_CASE("limits: slow heads are cut off at the deadline while others are served") {
    with_server(
        [](const Server& server, db::Database&) {
            std::vector<std::unique_ptr<Client>> slow;
            for (int i = 0; i < 40; ++i) {
                slow.push_back(std::make_unique<Client>(server));
                slow.back()->send("GET / HTTP/1.1\r\nHost: a\r\n");
            }
            const auto start = Clock::now();
            while (Clock::now() - start < 2s) {
                for (const auto& client : slow) {
                    client->send("X: y\r\n");  // Each line would renew a timeout for one read.
                }
                CHECK(get(server, "/healthz").status == 200);
                std::this_thread::sleep_for(100ms);
            }
            int closed = 0;
            for (const auto& client : slow) {
                closed += client->is_closed_within(1s) ? 1 : 0;
            }
            CHECK(closed == 40);
        },
        impatient);
}

TEST_CASE("limits: a slow body is cut off at the deadline") {
    with_server(
        [](const Server& server, db::Database&) {
            Client client(server);
            client.send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
            const auto start = Clock::now();
            while (client.send("x") && Clock::now() - start < 5s) {
                std::this_thread::sleep_for(50ms);
            }
            CHECK(Clock::now() - start < 4s);
        },
        impatient);
}

TEST_CASE("limits: a client that does not read its answer is cut off") {
    with_server(
        [](const Server& server, db::Database&) {
            const Client client(server);
            std::string many;
            for (int i = 0; i < 200'000; ++i) {
                many += "GET /api/v1/list HTTP/1.1\r\nHost: a\r\n\r\n";
            }
            const auto start = Clock::now();
            client.send(many);
            CHECK(Clock::now() - start < 20s);
        },
        impatient);
}

TEST_CASE("limits: a body over the limit of its route is refused before it is read") {
    with_server(
        [](const Server& server, db::Database& database) {
            Call large;
            large.method = "POST";
            large.target = "/api/v1/echo";
            large.headers = {{"Content-Type", "application/json"}};
            large.body = std::string(2000, ' ');
            const auto answer = call(server, large);
            CHECK(answer.status == 413);
            CHECK(answer.body.find("http.too_large") != std::string::npos);
            const auto token = signed_in(database, "vanthu", auth::Role::clerk);
            Client fits(server);
            fits.send(upload_head(2000, token) + std::string(2000, 'x'));
            CHECK(fits.read().status == 201);
            Client too_much(server);
            too_much.send(upload_head(20'000, token));
            CHECK(too_much.read().status == 413);
        },
        [](config::Settings& settings) {
            settings.max_body_bytes = 1000;
            settings.max_upload_bytes = 10'000;
        });
}

TEST_CASE("limits: a large upload of somebody who may not is refused before it is read") {
    with_server_on_each_engine([](const Server& server, db::Database& database) {
        constexpr std::size_t large_size = 20UL * 1024 * 1024;
        Client stranger(server);
        stranger.send(upload_head(large_size, "nobody"));
        CHECK(stranger.read().status == 401);
        Client officer(server);
        officer.send(upload_head(large_size, signed_in(database, "canbo", auth::Role::officer)));
        CHECK(officer.read().status == 403);
        Client clerk(server);
        const auto token = signed_in(database, "vanthu", auth::Role::clerk);
        clerk.send(upload_head(large_size, token) + std::string(large_size, 'x'));
        CHECK(clerk.read().status == 201);
    });
}

TEST_CASE("limits: connections of one address, and of all") {
    for (const bool by_address : {true, false}) {
        CAPTURE(by_address);
        with_server(
            [](const Server& server, db::Database&) {
                std::vector<std::unique_ptr<Client>> held;
                for (int i = 0; i < 3; ++i) {
                    held.push_back(std::make_unique<Client>(server));
                    held.back()->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
                    CHECK(held.back()->read().status == 200);
                }
                CHECK(Client(server).is_closed_within(2s));
                held.pop_back();
                // The place is free as soon as the server has seen the end.
                const auto start = Clock::now();
                int status = 0;
                while (status != 200 && Clock::now() - start < 5s) {
                    std::this_thread::sleep_for(20ms);
                    status = get(server, "/healthz").status;
                }
                CHECK(status == 200);
            },
            [&](config::Settings& settings) {
                (by_address ? settings.max_connections_per_address : settings.max_connections) = 3;
            });
    }
}

TEST_CASE("limits: connections of a trusted proxy are not counted by its address") {
    with_server(
        [](const Server& server, db::Database&) {
            std::vector<std::unique_ptr<Client>> held;
            for (int i = 0; i < 8; ++i) {
                held.push_back(std::make_unique<Client>(server));
                held.back()->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
                CHECK(held.back()->read().status == 200);
            }
        },
        [](config::Settings& settings) {
            settings.max_connections_per_address = 3;
            settings.trusted_proxies = {"127.0.0.0/8"};
        });
}

namespace {

/// A server whose one route waits until it is let go.
struct Waiting {
    std::atomic<int> inside{0};
    std::atomic<bool> may_go{false};

    Router routes() {
        Router out;
        out.get("/api/v1/wait", Guard::public_, [this](Request&) {
            ++inside;
            while (!may_go) {
                std::this_thread::sleep_for(1ms);
            }
            return ok("done");
        });
        return out;
    }
    void until_inside(int n) const {
        while (inside < n) {
            std::this_thread::sleep_for(1ms);
        }
    }
};

const std::string kWait = "GET /api/v1/wait HTTP/1.1\r\nHost: a\r\n\r\n";

void on_sqlite(const std::function<void(db::Database&)>& f) {
    db::testing::on_each_engine([&](db::Database& database) {
        if (database.engine() == db::Engine::sqlite) {
            f(database);
        }
    });
}

}  // namespace

TEST_CASE("limits: more waiting requests than workers can serve are told to come again") {
    on_sqlite([](db::Database& database) {
        Waiting waiting;
        auto chosen = settings();
        chosen.workers = 1;
        chosen.max_connections_per_address = 200;
        const auto server = Server::start(chosen, database, waiting.routes(), {});
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 66; ++i) {
            clients.push_back(std::make_unique<Client>(*server));
            clients.back()->send(kWait);
            waiting.until_inside(1);
        }
        const auto refused = clients.back()->read();
        CHECK(refused.status == 503);
        CHECK(refused.header("retry-after") == "2");
        waiting.may_go = true;
        for (std::size_t i = 0; i < 65; ++i) {
            CHECK(clients[i]->read().status == 200);
        }
    });
}

TEST_CASE("stop: running requests end, nothing new is taken") {
    on_sqlite([](db::Database& database) {
        Waiting waiting;
        const auto server = Server::start(settings(), database, waiting.routes(), {});
        Client running(*server);
        const Client idle(*server);
        running.send(kWait);
        waiting.until_inside(1);
        std::thread stopper([&] { server->stop(); });
        std::this_thread::sleep_for(50ms);
        CHECK_THROWS(Client(*server).read());
        waiting.may_go = true;
        const auto answer = running.read();
        CHECK(answer.status == 200);
        stopper.join();
        server->stop();
    });
}

TEST_CASE("start: an address in use, or none, is told in one sentence") {
    on_sqlite([](db::Database& database) {
        const auto server = Server::start(settings(), database, {}, {});
        auto chosen = settings();
        for (const auto& [listen, part] :
             {std::pair<std::string, std::string>{server->address(), "--listen"},
              {"127.0.0.1", "không đúng dạng"},
              {"nowhere:80", "không đúng dạng"},
              {"127.0.0.1:99999", "không đúng dạng"},
              {"127.0.0.1:", "không đúng dạng"}}) {
            CAPTURE(listen);
            chosen.listen = listen;
            try {
                Server::start(chosen, database, {}, {});
                FAIL("listens");
            } catch (const std::runtime_error& error) {
                CHECK(std::string(error.what()).find(part) != std::string::npos);
            }
        }
        chosen.listen = "[::1]:0";
        CHECK(Server::start(chosen, database, {}, {})->address().rfind("[::1]:", 0) == 0);
    });
}

TEST_CASE("two threads of sockets: every answer belongs to its request") {
    with_server(
        [](const Server& server, db::Database&) {
            constexpr int thread_count = 6;
            constexpr int each = 40;
            std::atomic<int> right{0};
            std::vector<std::thread> threads;
            for (int t = 0; t < thread_count; ++t) {
                threads.emplace_back([&, t] {
                    Client client(server);
                    for (int i = 0; i < each; ++i) {
                        const auto offset = std::to_string(t * 1000 + i);
                        client.send("GET /api/v1/list?offset=" + offset +
                                    " HTTP/1.1\r\nHost: a\r\n\r\n");
                        const auto answer = client.read();
                        const auto wanted = "\"offset\":" + offset + "}";
                        right += answer.body.find(wanted) != std::string::npos ? 1 : 0;
                    }
                });
            }
            for (auto& thread : threads) {
                thread.join();
            }
            CHECK(right == thread_count * each);
        },
        [](config::Settings& settings) { settings.io_threads = 2; });
}
