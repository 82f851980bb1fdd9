// The only file that sees Beast and Asio: what includes them compiles five times as long.

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "base/text.h"
#include "platform/config/log.h"
#include "platform/http/message.h"

namespace hoiquan::http {

namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;

constexpr int kWaitingForEachWorker = 64;
constexpr auto kLinger = std::chrono::seconds(2);
constexpr auto kDrain = std::chrono::seconds(10);
constexpr auto kLook = std::chrono::milliseconds(10);

using Parser = wire::request_parser<wire::string_body>;

tcp::endpoint endpoint_of(const std::string& listen) {
    const auto colon = listen.rfind(':');
    std::string host = colon == std::string::npos ? listen : listen.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    error_code error;
    const auto address = net::ip::make_address(host, error);
    const std::string port = colon == std::string::npos ? "" : listen.substr(colon + 1);
    const bool is_number = !port.empty() && port.size() <= 5 &&
                           port.find_first_not_of("0123456789") == std::string::npos;
    if (error || !is_number || std::stoi(port) > 65535) {
        throw std::runtime_error("Địa chỉ lắng nghe '" + listen +
                                 "' không đúng dạng, ví dụ 127.0.0.1:8080.");
    }
    return {address, static_cast<std::uint16_t>(std::stoi(port))};
}

Message head_of(const Parser& parser, const std::string& peer) {
    const auto& wire_message = parser.get();
    Message out;
    out.method = std::string(wire_message.method_string());
    out.target = std::string(wire_message.target());
    out.version = static_cast<int>(wire_message.version());
    out.peer = peer;
    for (const auto& field : wire_message) {
        out.headers.emplace_back(
            to_lower(std::string_view(field.name_string().data(), field.name_string().size())),
            std::string(field.value()));
    }
    return out;
}

template <class Body>
void fill_head(wire::response<Body>& out, const Response& response, bool keep_alive) {
    out.result(static_cast<unsigned>(response.status));
    for (const auto& [name, value] : response.headers) {
        // A line end in a value would start a header, or an answer, of its own.
        std::string line = value;
        std::replace_if(
            line.begin(),
            line.end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
            ' ');
        out.insert(name, line);
    }
    out.keep_alive(keep_alive);
}

/// Counts one answer that is being made; the server waits for those before it stops.
class Busy {
public:
    explicit Busy(std::atomic<int>& count) : count_(count) { ++count_; }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy() { --count_; }

private:
    std::atomic<int>& count_;
};

/// As a person writes it: an IPv4 client of an IPv6 socket is an IPv4 client.
std::string text_of(const net::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

/// Counts one connection for as long as it lives.
class Gate {
public:
    explicit Gate(const config::Settings& settings) : settings_(settings) {}

    bool enter(const std::string& address, bool counts_by_address) {
        const std::lock_guard lock(mutex_);
        auto& of_address = by_address_[address];
        const bool full =
            all_ >= settings_.max_connections ||
            (counts_by_address && of_address >= settings_.max_connections_per_address);
        if (full) {
            if (of_address == 0) {
                by_address_.erase(address);
            }
            return false;
        }
        ++of_address;
        ++all_;
        return true;
    }
    void leave(const std::string& address) {
        const std::lock_guard lock(mutex_);
        const auto found = by_address_.find(address);
        if (found != by_address_.end() && --found->second == 0) {
            by_address_.erase(found);
        }
        --all_;
    }
    int count() {
        const std::lock_guard lock(mutex_);
        return all_;
    }

private:
    const config::Settings& settings_;
    std::mutex mutex_;
    std::map<std::string, int> by_address_;
    int all_ = 0;
};

/// One for each thread, and a connection stays with its own: a coroutine that went on in another
/// thread could find the thread-local memory of the first (clang 16 keeps the address over a
/// suspension).
using Loops = std::vector<std::unique_ptr<net::io_context>>;

class BeastServer : public Server {
public:
    BeastServer(const config::Settings& settings,
                db::Database& database,
                Router router,
                Assets assets)
        : settings_(settings),
          dispatcher_(settings_, database, std::move(router), std::move(assets)),
          trusted_(settings.trusted_proxies),
          gate_(settings_),
          loops_(loops(settings.io_threads)),
          acceptor_(*loops_.front()),
          workers_(static_cast<std::size_t>(settings.workers)) {
        open();
        net::post(*loops_.front(),
                  [this] { net::co_spawn(*loops_.front(), accept(), net::detached); });
        for (const auto& loop : loops_) {
            threads_.emplace_back([&io = *loop] {
                const auto stays = net::make_work_guard(io);
                io.run();
            });
        }
    }
    BeastServer(const BeastServer&) = delete;
    BeastServer& operator=(const BeastServer&) = delete;
    ~BeastServer() override { end(); }

    std::string address() const override { return address_; }

    void stop() override { end(); }

private:
    void end() {
        if (stopped_.exchange(true)) {
            return;
        }
        net::post(*loops_.front(), [this] {
            error_code ignored;
            acceptor_.close(ignored);
        });
        const auto deadline = std::chrono::steady_clock::now() + kDrain;
        while (busy_ > 0 && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(kLook);
        }
        for (const auto& loop : loops_) {
            loop->stop();
        }
        for (auto& thread : threads_) {
            thread.join();
        }
        workers_.join();
    }

    static Loops loops(int n) {
        Loops out;
        for (int i = 0; i < std::max(n, 1); ++i) {
            out.push_back(std::make_unique<net::io_context>(1));
        }
        return out;
    }

    void open() {
        const auto endpoint = endpoint_of(settings_.listen);
        error_code error;
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(net::socket_base::reuse_address(true));
        acceptor_.bind(endpoint, error);
        if (!error) {
            acceptor_.listen(net::socket_base::max_listen_connections, error);
        }
        if (error) {
            throw std::runtime_error("Không lắng nghe được tại " + settings_.listen + ": " +
                                     error.message() + ". Chọn cổng khác bằng --listen.");
        }
        const auto local = acceptor_.local_endpoint();
        const auto host = local.address().to_string();
        address_ = (local.address().is_v6() ? "[" + host + "]" : host) + ":" +
                   std::to_string(local.port());
    }

    net::awaitable<void> accept() {
        for (;;) {
            error_code error;
            auto& loop = *loops_[next_++ % loops_.size()];
            auto socket = co_await acceptor_.async_accept(
                loop, net::redirect_error(net::use_awaitable, error));
            if (stopped_) {
                co_return;
            }
            if (error) {
                // Out of descriptors, or the client has gone: wait a little, then go on.
                net::steady_timer pause(*loops_.front(), kLook);
                co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
                continue;
            }
            start(std::move(socket));
        }
    }

    void start(tcp::socket socket) {
        error_code error;
        const auto remote = socket.remote_endpoint(error);
        if (error) {
            return;
        }
        const auto peer = text_of(remote.address());
        if (!gate_.enter(peer, !trusted_.is_trusted(peer))) {
            return;  // Closed at once: an answer would cost what the limit is to save.
        }
        dispatcher_.metrics().set_connections(gate_.count());
        socket.set_option(tcp::no_delay(true), error);
        const auto executor = socket.get_executor();
        net::post(executor, [this, executor, peer, socket = std::move(socket)]() mutable {
            net::co_spawn(
                executor, serve(std::move(socket), peer), [this, peer](const std::exception_ptr&) {
                    gate_.leave(peer);
                    dispatcher_.metrics().set_connections(gate_.count());
                });
        });
    }

    net::awaitable<void> serve(tcp::socket socket, std::string peer) {
        beast::tcp_stream stream(std::move(socket));
        beast::flat_buffer buffer(settings_.max_header_bytes + 65536);
        bool keep_alive = true;
        while (keep_alive && !stopped_) {
            keep_alive = co_await exchange(stream, buffer, peer);
        }
        co_await linger(stream);
    }

    /// One request and its answer; false when the connection is to be closed.
    net::awaitable<bool> exchange(beast::tcp_stream& stream,
                                  beast::flat_buffer& buffer,
                                  const std::string& peer) {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(settings_.max_header_bytes));
        parser.body_limit(boost::none);
        error_code error;
        stream.expires_after(std::chrono::seconds(settings_.idle_timeout_seconds));
        co_await wire::async_read_header(
            stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (error) {
            co_return co_await refuse_broken(stream, error);
        }
        Message message = head_of(parser, peer);
        if (const auto status = refuse_head(message)) {
            co_return co_await refuse(stream, *status, "http.bad_request");
        }
        const auto limit = dispatcher_.body_limit(message);
        const auto length = parser.content_length().value_or(0);
        if (length > limit) {
            co_return co_await refuse(stream, 413, "http.too_large");
        }
        if (length > settings_.max_body_bytes) {
            const Busy busy(busy_);
            const auto refusal = co_await on_worker<std::optional<Response>>(
                [&] { return dispatcher_.refuse_upload(message); });
            if (refusal) {
                co_return co_await write(stream, *refusal, false, false);
            }
        }
        parser.body_limit(limit);
        if (!co_await read_body(stream, buffer, parser)) {
            co_return false;
        }
        const bool keep_alive = parser.get().keep_alive() && !stopped_;
        message.body = std::move(parser.get().body());
        if (waiting_ >= settings_.workers * kWaitingForEachWorker) {
            co_return co_await refuse(stream, 503, "http.busy");
        }
        const Busy busy(busy_);
        const auto response =
            co_await on_worker<Response>([&] { return dispatcher_.answer(message); });
        co_return co_await write(stream, response, keep_alive, message.method == "HEAD");
    }

    /// False when the connection is to be closed; the client has been told why, where it helps.
    net::awaitable<bool> read_body(beast::tcp_stream& stream,
                                   beast::flat_buffer& buffer,
                                   Parser& parser) {
        error_code error;
        stream.expires_after(std::chrono::seconds(settings_.request_timeout_seconds));
        if (parser.get().version() == 11 && parser.get().count(wire::field::expect) > 0) {
            const wire::response<wire::empty_body> go_on(wire::status::continue_, 11);
            co_await wire::async_write(
                stream, go_on, net::redirect_error(net::use_awaitable, error));
        }
        co_await wire::async_read(
            stream, buffer, parser, net::redirect_error(net::use_awaitable, error));
        if (error) {
            co_await refuse_broken(stream, error);
        }
        co_return !error;
    }

    /// Hands the work to a worker and comes back to the thread of the connection. `f` must not
    /// throw; it lives in the waiting coroutine, which cannot end before.
    template <class Result, class F>
    net::awaitable<Result> on_worker(const F& f) {
        dispatcher_.metrics().set_waiting(++waiting_);
        auto start = [this, &f](auto handler) {
            auto executor = net::get_associated_executor(handler, loops_.front()->get_executor());
            net::post(workers_, [this, &f, executor, handler = std::move(handler)]() mutable {
                dispatcher_.metrics().set_waiting(--waiting_);
                auto made = f();
                net::post(executor,
                          [handler = std::move(handler), made = std::move(made)]() mutable {
                              std::move(handler)(std::move(made));
                          });
            });
        };
        auto result = co_await net::async_initiate<const net::use_awaitable_t<>, void(Result)>(
            std::move(start), net::use_awaitable);
        co_return result;
    }

    net::awaitable<bool> write(beast::tcp_stream& stream,
                               const Response& response,
                               bool keep_alive,
                               bool is_head) {
        error_code error;
        stream.expires_after(std::chrono::seconds(settings_.request_timeout_seconds));
        const bool has_body = !is_head && response.status != 204 && response.status != 304;
        if (has_body) {
            wire::response<wire::span_body<const char>> out;
            fill_head(out, response, keep_alive);
            out.body() = {response.body.data(), response.body.size()};
            out.prepare_payload();
            co_await wire::async_write(stream, out, net::redirect_error(net::use_awaitable, error));
        } else {
            wire::response<wire::empty_body> out;
            fill_head(out, response, keep_alive);
            if (is_head) {
                out.content_length(response.body.size());
            }
            wire::response_serializer<wire::empty_body> serializer(out);
            co_await wire::async_write_header(
                stream, serializer, net::redirect_error(net::use_awaitable, error));
        }
        co_return keep_alive && !error;
    }

    net::awaitable<bool> refuse(beast::tcp_stream& stream, int status, std::string_view key) {
        auto response = dispatcher_.refuse(status, key);
        if (status == 503) {
            response.headers.emplace_back("Retry-After", "2");
        }
        const Busy busy(busy_);
        co_await write(stream, response, false, false);
        co_return false;
    }

    /// Nothing to say to who is gone or was too slow; to the others what was wrong with their
    /// bytes.
    net::awaitable<bool> refuse_broken(beast::tcp_stream& stream, const error_code& error) {
        const bool is_gone =
            error == wire::error::end_of_stream || error == wire::error::partial_message ||
            error == beast::error::timeout ||
            error.category() != make_error_code(wire::error::bad_line_ending).category();
        if (is_gone) {
            co_return false;
        }
        if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
            co_return co_await refuse(stream, 431, "http.head_too_large");
        }
        const bool is_too_large = error == wire::error::body_limit;
        co_return co_await refuse(
            stream, is_too_large ? 413 : 400, is_too_large ? "http.too_large" : "http.bad_request");
    }

    /// Reads what still comes for a moment, so that a refused client sees the answer and not a
    /// reset.
    static net::awaitable<void> linger(beast::tcp_stream& stream) {
        error_code error;
        stream.socket().shutdown(tcp::socket::shutdown_send, error);
        stream.expires_after(kLinger);
        std::array<char, 16384> bin{};
        std::size_t left = 64UL * 1024 * 1024;
        while (!error && left > 0) {
            const auto n = co_await stream.async_read_some(
                net::buffer(bin), net::redirect_error(net::use_awaitable, error));
            left -= std::min(left, n);
        }
        stream.close();
    }

    config::Settings settings_;
    Dispatcher dispatcher_;
    Proxies trusted_;
    Gate gate_;
    Loops loops_;
    std::size_t next_ = 0;
    tcp::acceptor acceptor_;
    net::thread_pool workers_;
    std::vector<std::thread> threads_;
    std::string address_;
    std::atomic<bool> stopped_{false};
    std::atomic<int> busy_{0};
    std::atomic<int> waiting_{0};
};

}  // namespace

std::unique_ptr<Server> Server::start(const config::Settings& settings,
                                      db::Database& database,
                                      Router router,
                                      Assets assets) {
    return std::make_unique<BeastServer>(settings, database, std::move(router), std::move(assets));
}

}  // namespace hoiquan::http
