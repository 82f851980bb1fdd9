#include "platform/http/fixture_test.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/http/json_reader.h"

namespace hoiquan::http::fixture {

namespace {

constexpr int kPatienceMs = 10'000;

bool is_readable(int fd, int milliseconds) {
    pollfd waiting{fd, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) == 1;
}

Assets assets() {
    Assets out;
    out["/index.html"] = {"<!doctype html>", "text/html; charset=utf-8", false, false};
    return out;
}

Response echo(Request& request) {
    JsonReader reader(request.json());
    const auto title = reader.required_text("title", 20);
    const auto due = reader.date("due_date");
    const auto count = reader.integer("count", 1, 9);
    reader.check();
    return created({{"title", title}, {"has_date", due.has_value()}, {"count", count.value_or(0)}});
}

}  // namespace

std::string Answer::header(std::string_view lower_name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& header) {
        return header.first == lower_name;
    });
    return found == headers.end() ? "" : found->second;
}

bool Answer::has(std::string_view lower_name) const {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& header) {
        return header.first == lower_name;
    });
}

Client::Client(const Server& server) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const auto address = server.address();
    const auto colon = address.rfind(':');
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
    ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &to.sin_addr);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        throw std::runtime_error("cannot connect to " + address);
    }
}

Client::~Client() {
    ::close(fd_);
}

bool Client::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool Client::fill() {
    std::string buffer(65536, '\0');
    if (!is_readable(fd_, kPatienceMs)) {
        throw std::runtime_error("no answer within ten seconds");
    }
    const auto n = ::recv(fd_, buffer.data(), buffer.size(), 0);
    if (n > 0) {
        pending_.append(buffer, 0, static_cast<std::size_t>(n));
    }
    return n > 0;
}

Answer Client::read(bool with_body) {
    Answer out;
    std::size_t end = 0;
    while ((end = pending_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) {
            return out;
        }
    }
    const std::string head = pending_.substr(0, end + 2);
    pending_.erase(0, end + 4);
    out.status = std::stoi(head.substr(head.find(' ') + 1, 3));
    for (std::size_t from = head.find("\r\n") + 2; from < head.size();) {
        const auto line_end = head.find("\r\n", from);
        const auto colon = head.find(':', from);
        out.headers.emplace_back(
            to_lower(head.substr(from, colon - from)),
            std::string(trim(std::string_view(head).substr(colon + 1, line_end - colon - 1))));
        from = line_end + 2;
    }
    const auto length = out.header("content-length");
    const std::size_t size = with_body && !length.empty() ? std::stoul(length) : 0;
    while (pending_.size() < size && fill()) {
    }
    out.body = pending_.substr(0, size);
    pending_.erase(0, size);
    return out;
}

bool Client::is_closed_within(std::chrono::milliseconds patience) const {
    char byte = 0;
    return is_readable(fd_, static_cast<int>(patience.count())) &&
           ::recv(fd_, &byte, 1, MSG_PEEK) <= 0;
}

config::Settings settings() {
    config::Settings out;
    out.listen = "127.0.0.1:0";
    out.argon2_memory_bytes = 64UL * 1024;
    out.workers = 2;
    return out;
}

Answer answer_to(const Server& server, std::string_view bytes) {
    Client client(server);
    client.send(bytes);
    return client.read();
}

Answer call(const Server& server, const Call& call) {
    std::string text = call.method + " " + call.target + " HTTP/1.1\r\nHost: hoiquan.test\r\n";
    for (const auto& [name, value] : call.headers) {
        text += name + ": " + value + "\r\n";
    }
    if (!call.body.empty() || call.method == "POST") {
        text += "Content-Length: " + std::to_string(call.body.size()) + "\r\n";
    }
    Client client(server);
    client.send(text + "\r\n" + call.body);
    return client.read(call.method != "HEAD");
}

Answer get(const Server& server, const std::string& target, const std::string& token) {
    Call wanted;
    wanted.target = target;
    if (!token.empty()) {
        wanted.headers.push_back(cookie(token));
    }
    return call(server, wanted);
}

std::pair<std::string, std::string> cookie(const std::string& token) {
    return {"Cookie", session_cookie_name(settings()) + "=" + token};
}

std::string signed_in(db::Database& database,
                      const std::string& login,
                      std::optional<auth::Role> role,
                      bool must_change_password) {
    const auto hash = auth::hash_password(kPassword, settings().argon2_memory_bytes);
    database.write([&](db::WriteTx& tx) {
        const auto user =
            auth::create_user(tx, {login, "Người dùng thử", "", !must_change_password}, hash);
        if (role) {
            auth::grant_role(tx,
                             {RoleId(),
                              user.id,
                              tx.new_id<OrganisationId>(),
                              *role,
                              auth::Reach::self,
                              tx.today(),
                              far_future()});
        }
    });
    return auth::sign_in(database, settings(), login, kPassword, "127.0.0.1").token;
}

Router routes() {
    Router out;
    const auto fine = [](Request& request) {
        return ok({{"path", request.path()}, {"address", request.address()}});
    };
    out.get("/api/v1/guard/public", Guard::public_, fine);
    out.get("/api/v1/guard/any_session", Guard::any_session, fine);
    out.get("/api/v1/guard/signed_in", Guard::signed_in, fine);
    out.get("/api/v1/guard/administrator", Guard::administrator, fine);
    out.get("/api/v1/guard/clerk", Guard::clerk, fine);
    out.get("/api/v1/records/{id}", Guard::clerk, [](Request& request) -> Response {
        const auto id = request.id<TaskId>();
        throw Error(ErrorCode::not_found, "tasks.not_found").with_detail("no task " + id.str());
    });
    out.put("/api/v1/records/{id}", Guard::public_, [](Request& request) {
        const auto version = request.if_match();
        if (version != 7) {
            throw Error(ErrorCode::conflict, "http.conflict").with_current(R"({"version":7})");
        }
        return ok_versioned({{"saved", true}}, version + 1);
    });
    out.del("/api/v1/records/{id}", Guard::public_, [](Request&) { return no_content(); });
    out.get("/api/v1/records/tree", Guard::public_, [](Request&) { return ok("the tree"); });
    out.post("/api/v1/echo", Guard::public_, echo);
    out.upload("/api/v1/files", Guard::clerk, [](Request& request) {
        return created(
            {{"name", request.query("file_name").value_or("")}, {"size", request.body().size()}});
    });
    out.get("/api/v1/list", Guard::public_, [](Request& request) {
        const auto page = request.page();
        return ok(page_json({1, 2}, 12, page.limit, page.offset));
    });
    out.get("/api/v1/throws", Guard::public_, [](Request& request) -> Response {
        throw std::runtime_error("the secret is " + std::string(request.path()));
    });
    out.get("/api/v1/throws-oddly", Guard::public_, [](Request&) -> Response { throw 42; });
    out.get("/api/v1/busy", Guard::public_, [](Request&) -> Response {
        throw Error(ErrorCode::unavailable, "db.busy").with_retry_after(3);
    });
    out.get("/api/v1/split", Guard::public_, [](Request& request) {
        return no_content().with_header("X-Name", request.query("name").value_or(""));
    });
    return out;
}

namespace {

void serve(db::Database& database,
           const std::function<void(const Server&, db::Database&)>& f,
           const std::function<void(config::Settings&)>& change) {
    auto chosen = settings();
    if (change) {
        change(chosen);
    }
    const auto server = Server::start(chosen, database, routes(), assets());
    f(*server, database);
}

}  // namespace

void with_server(const std::function<void(const Server&, db::Database&)>& f,
                 const std::function<void(config::Settings&)>& change) {
    db::testing::on_each_engine([&](db::Database& database) {
        if (database.engine() == db::Engine::sqlite) {
            serve(database, f, change);
        }
    });
}

void with_server_on_each_engine(const std::function<void(const Server&, db::Database&)>& f) {
    db::testing::on_each_engine([&](db::Database& database) { serve(database, f, nullptr); });
}

std::string log_of(const std::function<void()>& f) {
    std::fflush(stderr);
    const int kept = ::dup(STDERR_FILENO);
    std::FILE* file = std::tmpfile();
    ::dup2(::fileno(file), STDERR_FILENO);
    f();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    std::string out(static_cast<std::size_t>(::lseek(::fileno(file), 0, SEEK_END)), '\0');
    const auto n = ::pread(::fileno(file), out.data(), out.size(), 0);
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    std::fclose(file);
    return out;
}

}  // namespace hoiquan::http::fixture
