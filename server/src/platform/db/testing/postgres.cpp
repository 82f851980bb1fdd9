#include "platform/db/testing/postgres.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "platform/config/clock.h"
#include "platform/db/migrations.h"
#include "platform/db/postgres_connection.h"
#include "platform/db/testing/sql.h"

namespace hoiquan::db::testing {

namespace {

namespace sql = hoiquan::testing::sql;

constexpr int kTimeoutMs = 60'000;
// Names of databases cannot be parameters of a statement; these are made of our own letters and
// digits.
constexpr std::string_view kEmpty =
    " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";

/// postgresql://user@host:port/postgres?x=y -> the same with another database.
std::string with_database(const std::string& url, const std::string& name) {
    const std::size_t path = url.find('/', url.find("://") + 3);
    const std::size_t query = url.find('?');
    const std::string rest = query == std::string::npos ? std::string() : url.substr(query);
    return url.substr(0, std::min(path, query)) + "/" + name + rest;
}

std::string random_letters() {
    std::string out;
    for (const std::uint8_t byte : config::system_clock().random()) {
        out += static_cast<char>('a' + byte % 26);
    }
    return out;
}

/// One for each state of server/migrations, so that an old one never serves new tests.
std::string template_name() {
    std::uint64_t sum = 14695981039346656037U;
    for (const Migration& step : embedded_migrations()) {
        for (const char c : step.postgres.checksum) {
            sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211U;
        }
    }
    return "hoiquan_unit_" + std::to_string(sum);
}

bool database_exists(Connection& connection, const std::string& name) {
    bool found = false;
    connection.run(sql::database_exists, {name}, [&found](const Row&) { found = true; });
    return found;
}

/// Several test programs share the server: the first makes the template, the others wait for it.
void make_template(Connection& admin, const std::string& server, const std::string& name) {
    admin.run(sql::lock_template, {}, {});
    if (!database_exists(admin, name)) {
        // Under its final name only when complete: a program that dies half-way leaves no trap.
        const std::string draft = name + "_" + random_letters();
        admin.script("CREATE DATABASE " + draft + std::string(kEmpty));
        Options options;
        options.url = with_database(server, draft);
        migrate(*Database::open(options, config::system_clock()));
        admin.script("ALTER DATABASE " + draft + " RENAME TO " + name);
    }
    admin.run(sql::unlock_template, {}, {});
}

}  // namespace

std::optional<std::string> postgres_server() {
    const char* server = std::getenv("HOIQUAN_TEST_POSTGRES");
    if (server != nullptr && *server != '\0') {
        return server;
    }
    static const bool said = [] {
        std::cerr << "HOIQUAN_TEST_POSTGRES is not set: tests on PostgreSQL are left out "
                     "(scripts/with_postgres)\n";
        return true;
    }();
    static_cast<void>(said);
    return std::nullopt;
}

PostgresDatabase::PostgresDatabase(std::string server, Content content)
    : server_(std::move(server)),
      name_("t_" + random_letters()),
      url_(with_database(server_, name_)) {
    PostgresConnection admin(server_, kTimeoutMs);
    if (content == Content::empty) {
        admin.script("CREATE DATABASE " + name_ + std::string(kEmpty));
        return;
    }
    static const std::string ready = [&] {
        std::string name = template_name();
        make_template(admin, server_, name);
        return name;
    }();
    admin.script("CREATE DATABASE " + name_ + " TEMPLATE " + ready);
}

PostgresDatabase::~PostgresDatabase() {
    try {
        PostgresConnection admin(server_, kTimeoutMs);
        admin.script("DROP DATABASE " + name_ + " WITH (FORCE)");
    } catch (const std::exception& error) {
        std::cerr << "the test database " << name_ << " remains: " << error.what() << "\n";
    }
}

}  // namespace hoiquan::db::testing
