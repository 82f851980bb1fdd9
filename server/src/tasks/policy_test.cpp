#include "tasks/policy.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace hoiquan::tasks {

namespace {

using auth::Role;

auth::Actor actor_with(Role role) {
    auth::Actor actor;
    actor.user = UserId("0190a000-0000-7000-8000-000000000001");
    actor.acting = auth::HeldRole{};
    actor.acting->role = role;
    return actor;
}

/// "e" edit, "w" work, "j" judge, "d" decide on another's evidence, "c" close; in this order.
std::string acts(Role role, const Standing& standing) {
    const auto actor = actor_with(role);
    const UserId other("0190a000-0000-7000-8000-000000000002");
    std::string out;
    out += may_edit(actor, standing) ? "e" : "";
    out += may_work(actor, standing) ? "w" : "";
    out += may_judge(actor, standing) ? "j" : "";
    out += may_decide(actor, standing, other) ? "d" : "";
    out += may_close(actor, standing) ? "c" : "";
    return out;
}

Standing standing_of(bool owner, bool lead, bool monitor) {
    Standing out;
    out.reaches_owner = owner;
    out.reaches_lead = lead;
    out.reaches_monitor = monitor;
    out.has_accepted_evidence = true;
    return out;
}

}  // namespace

TEST_CASE("policy: each role against each part in the task") {
    struct Row {
        Role role;
        const char* owner;
        const char* lead;
        const char* monitor;
    };
    const std::vector<Row> table{
        {Role::administrator, "", "", ""},
        {Role::clerk, "ejdc", "w", "jdc"},
        {Role::monitor, "", "w", "jdc"},
        {Role::officer, "", "w", ""},
        {Role::leader, "", "", ""},
    };
    for (const auto& row : table) {
        CAPTURE(auth::to_string(row.role));
        CHECK(acts(row.role, standing_of(true, false, false)) == row.owner);
        CHECK(acts(row.role, standing_of(false, true, false)) == row.lead);
        CHECK(acts(row.role, standing_of(false, false, true)) == row.monitor);
        CHECK(acts(row.role, standing_of(false, false, false)).empty());
    }
}

TEST_CASE("policy: a closed task takes nothing, a parent only edits") {
    for (const auto role :
         {Role::administrator, Role::clerk, Role::monitor, Role::officer, Role::leader}) {
        auto standing = standing_of(true, true, true);
        standing.is_closed = true;
        CHECK(acts(role, standing).empty());
        standing.is_closed = false;
        standing.is_parent = true;
        CHECK(acts(role, standing) == (role == Role::clerk ? "e" : ""));
    }
}

TEST_CASE("policy: who acts in no role may do nothing") {
    auth::Actor nobody;
    const auto standing = standing_of(true, true, true);
    CHECK_FALSE(may_edit(nobody, standing));
    CHECK_FALSE(may_work(nobody, standing));
    CHECK_FALSE(may_judge(nobody, standing));
    CHECK_FALSE(may_close(nobody, standing));
}

TEST_CASE("policy: nobody decides on what the same account filed") {
    const auto actor = actor_with(Role::clerk);
    CHECK_FALSE(may_decide(actor, standing_of(true, true, true), actor.user));
}

TEST_CASE("policy: closing needs accepted evidence and none that waits") {
    auto standing = standing_of(true, false, false);
    CHECK(may_close(actor_with(Role::clerk), standing));
    standing.has_waiting_evidence = true;
    CHECK_FALSE(may_close(actor_with(Role::clerk), standing));
    standing.has_waiting_evidence = false;
    standing.has_accepted_evidence = false;
    CHECK_FALSE(may_close(actor_with(Role::clerk), standing));
}

}  // namespace hoiquan::tasks
