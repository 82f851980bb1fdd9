#pragma once

// For the tests of this folder: the real server on a free port of loopback, spoken to with raw
// sockets, so that also what no well-behaved client sends can be sent.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/db/testing.h"
#include "platform/http/http.h"

namespace hoiquan::http::fixture {

constexpr const char* kPassword = "mật khẩu dùng thử";

/// An answer as it came off the wire.
struct Answer {
    int status = 0;  ///< 0: the connection ended without one.
    std::vector<std::pair<std::string, std::string>> headers;  ///< Names in lower case.
    std::string body;

    std::string header(std::string_view lower_name) const;
    bool has(std::string_view lower_name) const;
};

/// One connection.
class Client {
public:
    explicit Client(const Server& server);
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client();

    /// False when the other end has closed.
    bool send(std::string_view bytes) const;
    /// The next answer; `with_body` is false after HEAD.
    Answer read(bool with_body = true);
    /// Whether the other end closes within that time without saying anything more.
    bool is_closed_within(std::chrono::milliseconds patience) const;

private:
    bool fill();
    int fd_ = -1;
    std::string pending_;
};

/// Settings for tests: a free port, cheap hashes, little patience where a test asks for it.
config::Settings settings();

/// Sends the bytes on a connection of its own and reads one answer.
Answer answer_to(const Server& server, std::string_view bytes);

struct Call {
    std::string method = "GET";
    std::string target = "/";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};
Answer call(const Server& server, const Call& call);
/// GET with the cookie of a session, or none.
Answer get(const Server& server, const std::string& target, const std::string& token = {});
std::pair<std::string, std::string> cookie(const std::string& token);

/// An account with that role (or none); the token of its session.
std::string signed_in(db::Database& database,
                      const std::string& login,
                      std::optional<auth::Role> role,
                      bool must_change_password = false);

/// Every guard under /api/v1/guard/…, an echo of JSON, records with versions, an upload, errors.
Router routes();

/// Runs `f` with a server on an SQLite database: for what does not touch the database itself.
void with_server(const std::function<void(const Server&, db::Database&)>& f,
                 const std::function<void(config::Settings&)>& change = nullptr);
/// The same on both engines.
void with_server_on_each_engine(const std::function<void(const Server&, db::Database&)>& f);

/// What the program writes to standard error while `f` runs.
std::string log_of(const std::function<void()>& f);

}  // namespace hoiquan::http::fixture
