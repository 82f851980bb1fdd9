#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "accounts/accounts.h"
#include "accounts/json.h"
#include "base/error.h"
#include "platform/http/json_reader.h"

namespace hoiquan::accounts {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

constexpr int kSecondsPerHour = 3600;

http::Response session_response(Request& request, const auth::Session& session) {
    return http::ok(
        to_json(request.read([&](const db::ReadTx& tx) { return describe(tx, session); })));
}

http::Response sign_in(Request& request) {
    http::JsonReader reader(request.json());
    const auto login = reader.required_text("login", 64);
    const auto password = reader.required_text("password", 200);
    reader.check();
    const auto signed_in =
        auth::sign_in(request.database(), request.settings(), login, password, request.address());
    const int age = request.settings().session_hours * kSecondsPerHour;
    return session_response(request, signed_in.session)
        .with_header("Set-Cookie", http::session_cookie(request.settings(), signed_in.token, age));
}

http::Response sign_out(Request& request) {
    const auto id = request.session().id;
    request.write([&](db::WriteTx& tx) { auth::sign_out(tx, id); });
    return http::no_content().with_header("Set-Cookie",
                                          http::session_cookie(request.settings(), "", 0));
}

http::Response act_as(Request& request) {
    http::JsonReader reader(request.json());
    const auto role = reader.id<RoleId>("role_id");
    if (!role) {
        reader.fault("role_id", "field.required");
    }
    reader.check();
    auto session = request.session();
    session.actor = request.write([&](db::WriteTx& tx) {
        auth::act_as(tx, session, *role);
        auto actor = session.actor;
        actor.acting = auth::find_role(tx, *role);
        return actor;
    });
    return session_response(request, session);
}

http::Response change_password(Request& request) {
    http::JsonReader reader(request.json());
    const auto old_password = reader.required_text("old_password", 200);
    const auto new_password = reader.required_text("new_password", 200);
    reader.check();
    auth::change_password(
        request.database(), request.settings(), request.session(), old_password, new_password);
    return http::no_content();
}

http::Response setup_state(Request& request) {
    const bool needed =
        request.read([](const db::ReadTx& tx) { return auth::count_users(tx) == 0; });
    return http::ok(json::object{{"needed", needed}});
}

http::Response do_setup(Request& request) {
    http::JsonReader reader(request.json());
    Setup input;
    input.token = reader.required_text("token", 100);
    input.administrator = new_user_from_json(reader);
    input.administrator.keep_password = true;
    input.organisation_name = reader.required_text("organisation_name", 300);
    input.organisation_kind = reader.required_text("organisation_kind", 50);
    reader.check();
    // Anyone may call: nothing is hashed for them once the installation is set up.
    if (request.read([](const db::ReadTx& tx) { return auth::count_users(tx); }) != 0) {
        throw Error(ErrorCode::not_found, "auth.setup_link_invalid");
    }
    const auto hash =
        auth::hash_password(input.administrator.password, request.settings().argon2_memory_bytes);
    return http::created(
        to_json(request.write([&](db::WriteTx& tx) { return set_up(tx, input, hash); })));
}

http::Response list_users(Request& request) {
    const auto page = request.page();
    const auto search = request.query("search").value_or("");
    return http::ok(request.read([&](const db::ReadTx& tx) {
        json::array items;
        for (const auto& account : list(tx, request.actor(), search, page.limit, page.offset)) {
            items.push_back(to_json(account));
        }
        const auto total = count(tx, request.actor(), search);
        return http::page_json(std::move(items), total, page.limit, page.offset);
    }));
}

http::Response create_user(Request& request) {
    http::JsonReader reader(request.json());
    const auto input = new_user_from_json(reader);
    reader.check();
    const auto hash = auth::hash_password(input.password, request.settings().argon2_memory_bytes);
    return http::created(to_json(
        request.write([&](db::WriteTx& tx) { return create(tx, request.actor(), input, hash); })));
}

http::Response update_user(Request& request) {
    const auto id = request.id<UserId>();
    http::JsonReader reader(request.json());
    AccountChange change;
    if (reader.has("is_active")) {
        change.is_active = reader.boolean("is_active", true);
    }
    const auto password = reader.text("new_password", 200);
    reader.check();
    if (password) {
        change.password_hash =
            auth::hash_password(*password, request.settings().argon2_memory_bytes, "/new_password");
    }
    return http::ok(to_json(
        request.write([&](db::WriteTx& tx) { return update(tx, request.actor(), id, change); })));
}

http::Response grant_role(Request& request) {
    const auto id = request.id<UserId>();
    const auto body = request.json();
    return http::created(to_json(request.write([&](db::WriteTx& tx) {
        return grant(tx, request.actor(), new_role_from_json(body, id, tx.today()));
    })));
}

http::Response remove_role(Request& request) {
    const auto id = request.id<RoleId>();
    request.write([&](db::WriteTx& tx) { end_role(tx, request.actor(), id); });
    return http::no_content();
}

}  // namespace

void add_routes(http::Router& router) {
    router.get("/api/v1/setup", Guard::public_, setup_state);
    router.post("/api/v1/setup", Guard::public_, do_setup);
    router.post("/api/v1/session", Guard::public_, sign_in);
    router.get("/api/v1/session", Guard::any_session, [](Request& request) {
        return session_response(request, request.session());
    });
    router.del("/api/v1/session", Guard::any_session, sign_out);
    router.put("/api/v1/session/acting", Guard::signed_in, act_as);
    router.post("/api/v1/session/password", Guard::any_session, change_password);
    router.get("/api/v1/users", Guard::administrator, list_users);
    router.post("/api/v1/users", Guard::administrator, create_user);
    router.patch("/api/v1/users/{id}", Guard::administrator, update_user);
    router.post("/api/v1/users/{id}/roles", Guard::administrator, grant_role);
    router.del("/api/v1/roles/{id}", Guard::administrator, remove_role);
}

}  // namespace hoiquan::accounts
