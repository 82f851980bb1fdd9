#include "accounts/json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "organisations/json.h"

namespace hoiquan::accounts {

namespace json = boost::json;

namespace {

json::value date_or_null(const Date& date) {
    return date == far_future() ? json::value(nullptr) : json::value(date.iso());
}

json::array roles_json(const std::vector<RoleView>& roles) {
    json::array out;
    for (const auto& role : roles) {
        out.push_back(to_json(role));
    }
    return out;
}

}  // namespace

json::value to_json(const RoleView& role) {
    return json::object{{"id", role.role.id.str()},
                        {"role", auth::to_string(role.role.role)},
                        {"reach", auth::to_string(role.role.reach)},
                        {"organisation", organisations::to_json(role.organisation)},
                        {"valid_from", role.role.valid_from.iso()},
                        {"valid_to", date_or_null(role.role.valid_to)}};
}

json::value to_json(const SessionView& session) {
    return json::object{
        {"user",
         json::object{{"id", session.user.id.str()},
                      {"login", session.user.login},
                      {"full_name", session.user.full_name}}},
        {"roles", roles_json(session.roles)},
        {"acting_role_id",
         session.acting_role ? json::value(session.acting_role->str()) : json::value(nullptr)},
        {"must_change_password", session.user.must_change_password},
        {"is_demonstration", session.is_demonstration},
        {"today", session.today.iso()}};
}

json::value to_json(const AccountView& account) {
    const auto& user = account.user;
    return json::object{
        {"id", user.id.str()},
        {"login", user.login},
        {"full_name", user.full_name},
        {"is_active", user.is_active},
        {"must_change_password", user.must_change_password},
        {"version", user.version},
        {"created_at", user.created_at.iso()},
        {"last_seen_at",
         user.last_seen_at ? json::value(user.last_seen_at->iso()) : json::value(nullptr)},
        {"roles", roles_json(account.roles)}};
}

auth::NewUser new_user_from_json(http::JsonReader& reader) {
    auth::NewUser user;
    user.login = reader.required_text("login", 64);
    user.full_name = reader.required_text("full_name", 200);
    user.password = reader.required_text("password", 200);
    return user;
}

auth::HeldRole new_role_from_json(const json::value& body, const UserId& user, const Date& today) {
    http::JsonReader reader(body);
    auth::HeldRole role;
    role.user = user;
    const auto organisation = reader.id<OrganisationId>("organisation_id");
    const auto code = reader.choice("role", auth::parse_role);
    const auto reach = reader.choice("reach", auth::parse_reach);
    role.valid_from = reader.date("valid_from").value_or(today);
    role.valid_to = reader.date("valid_to").value_or(far_future());
    for (const char* name : {"organisation_id", "role", "reach"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    reader.check();
    role.organisation = organisation.value_or(OrganisationId());
    role.role = code.value_or(auth::Role::officer);
    role.reach = reach.value_or(auth::Reach::self);
    return role;
}

}  // namespace hoiquan::accounts
