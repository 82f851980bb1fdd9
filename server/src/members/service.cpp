#include "members/service.h"

#include <set>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/words.h"
#include "members/faults.h"
#include "members/json.h"
#include "members/policy.h"
#include "platform/audit/audit.h"

namespace hoiquan::members {

namespace json = boost::json;

namespace {

constexpr Words<Kind, 3> kKinds{
    {{Kind::full, "full"}, {Kind::associate, "associate"}, {Kind::honorary, "honorary"}}};
constexpr Words<Status, 3> kStatuses{
    {{Status::active, "active"}, {Status::left, "left"}, {Status::all, "all"}}};
constexpr Words<DoubleReason, 2> kReasons{
    {{DoubleReason::same_identity, "same_identity"},
     {DoubleReason::same_name_and_year, "same_name_and_year"}}};
constexpr Words<DoubleDecision, 2> kDecisions{
    {{DoubleDecision::same_person, "same_person"},
     {DoubleDecision::different_persons, "different_persons"}}};

void record(db::WriteTx& tx,
            const auth::Actor& actor,
            const OrganisationId& association,
            const MemberId& id,
            const char* action,
            json::value after) {
    audit::record(tx,
                  actor,
                  {.action = action,
                   .entity = "member",
                   .entity_id = id.str(),
                   .before = nullptr,
                   .after = std::move(after),
                   .reason = {},
                   .parent_entity_id = association.str()});
}

[[noreturn]] void not_found() {
    throw Error(ErrorCode::not_found, "members.association_not_found");
}

/// The names of the fields that differ, not their values.
json::array changed_fields(const store::Stored& before, const store::Stored& after) {
    json::array out;
    const auto note = [&out](bool differs, const char* field) {
        if (differs) {
            out.emplace_back(field);
        }
    };
    const auto hash = [](const store::Stored& one) {
        return one.identity ? one.identity->hash : std::string();
    };
    note(before.full_name != after.full_name, "full_name");
    note(before.birth_year != after.birth_year, "birth_year");
    note(before.joined_on != after.joined_on, "joined_on");
    note(before.left_on != after.left_on, "left_on");
    note(before.left_reason != after.left_reason, "left_reason");
    note(before.branch != after.branch, "branch");
    note(before.kind != after.kind, "kind");
    note(hash(before) != hash(after), "identity");
    return out;
}

store::Stored stored_from(const MemberInput& input,
                          const IdentityKeys& keys,
                          const std::optional<SealedIdentity>& identity) {
    store::Stored out;
    out.full_name = input.full_name;
    out.birth_year = input.birth_year;
    out.joined_on = input.joined_on;
    out.left_on = input.left_on;
    out.left_reason = input.left_reason;
    out.branch = input.branch;
    out.kind = input.kind;
    if (input.identity) {
        out.identity = keys.seal(*input.identity);
    } else if (!input.removes_identity) {
        out.identity = identity;
    }
    return out;
}

void check(const db::ReadTx& tx, const MemberInput& input) {
    auto faults = faults_of(input, left_reasons(tx), tx.today());
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
}

void demand_free_identity(const db::ReadTx& tx,
                          const OrganisationId& association,
                          const store::Stored& member,
                          const std::optional<MemberId>& id) {
    if (member.identity && !member.left_on &&
        store::is_identity_taken(tx, association, member.identity->hash, id)) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/identity", "members.identity_taken", {}}});
    }
}

}  // namespace

std::string_view to_string(Kind kind) {
    return word_of(kKinds, kind);
}
std::optional<Kind> parse_kind(std::string_view text) {
    return value_of(kKinds, text);
}
std::optional<Status> parse_status(std::string_view text) {
    return value_of(kStatuses, text);
}
std::string_view to_string(DoubleReason reason) {
    return word_of(kReasons, reason);
}
std::optional<DoubleDecision> parse_double_decision(std::string_view text) {
    return value_of(kDecisions, text);
}
bool is_sort(std::string_view text) {
    static const std::set<std::string_view> known{"name",
                                                  "-name",
                                                  "birth_year",
                                                  "-birth_year",
                                                  "joined_on",
                                                  "-joined_on",
                                                  "branch",
                                                  "-branch"};
    return known.contains(text);
}

associations::HoldingKind holding_kind() {
    return {"member", associations::HoldingRule::moves, "members", "members", nullptr};
}

void demand_names(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& association) {
    if (!organisations::reaches(tx, actor, association) ||
        !store::is_association(tx, association, tx.today())) {
        not_found();
    }
    if (!may_read_names(actor, association)) {
        throw Error(ErrorCode::forbidden, "members.names_for_its_officer");
    }
}

void open_names(db::WriteTx& tx,
                const auth::Actor& actor,
                const OrganisationId& association,
                const char* what) {
    demand_names(tx, actor, association);
    audit::record(tx,
                  actor,
                  {.action = "member.names_read",
                   .entity = "members",
                   .entity_id = association.str(),
                   .before = nullptr,
                   .after = json::object{{"what", what}},
                   .reason = {},
                   .parent_entity_id = {}});
}

Member get(const db::ReadTx& tx, const OrganisationId& association, const MemberId& id) {
    auto found = store::find(tx, association, id);
    if (!found) {
        throw Error(ErrorCode::not_found, "members.not_found");
    }
    return *std::move(found);
}

MemberId create(db::WriteTx& tx,
                const auth::Actor& actor,
                const IdentityKeys& keys,
                const OrganisationId& association,
                const MemberInput& input) {
    demand_names(tx, actor, association);
    check(tx, input);
    const auto member = stored_from(input, keys, std::nullopt);
    demand_free_identity(tx, association, member, std::nullopt);
    const auto id = store::insert(tx, association, member);
    record(tx,
           actor,
           association,
           id,
           "member.created",
           json::object{{"kind", to_string(input.kind)}});
    return id;
}

void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const IdentityKeys& keys,
            const Member& member,
            const MemberInput& input) {
    const auto association = actor.organisation();
    demand_names(tx, actor, association);
    const auto now = get(tx, association, member.id);
    if (now.version != member.version) {
        throw Error(ErrorCode::conflict, "http.conflict")
            .with_current(json::serialize(to_json(now)));
    }
    check(tx, input);
    const auto before = store::find_stored(tx, member.id).value_or(store::Stored());
    const auto after = stored_from(input, keys, before.identity);
    demand_free_identity(tx, association, after, member.id);
    auto fields = changed_fields(before, after);
    if (fields.empty()) {
        return;
    }
    store::update(tx, member.id, after, member.version);
    record(tx,
           actor,
           association,
           member.id,
           "member.changed",
           json::object{{"fields", std::move(fields)}});
}

void decide_double(db::WriteTx& tx,
                   const auth::Actor& actor,
                   const OrganisationId& association,
                   const DoubleInput& input) {
    demand_names(tx, actor, association);
    get(tx, association, input.keep);
    get(tx, association, input.other);
    if (input.keep == input.other) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/other_id", "members.same_membership", {}}});
    }
    const bool is_one = input.decision == DoubleDecision::same_person;
    if (is_one) {
        store::settle(tx, actor, input.other, input.keep);
    } else {
        store::insert_distinct(tx, actor, input.keep, input.other);
    }
    record(tx,
           actor,
           association,
           input.other,
           is_one ? "member.settled" : "member.found_distinct",
           json::object{{"other_id", input.keep.str()}});
}

CountsOfOne counts(const db::ReadTx& tx,
                   const auth::Actor& actor,
                   const OrganisationId& association,
                   const Date& day) {
    if (!may_read_counts(actor)) {
        throw Error(ErrorCode::forbidden, "members.no_counts_for_administrator");
    }
    if (!organisations::reaches(tx, actor, association) ||
        !(store::is_association(tx, association, day) ||
          store::is_association(tx, association, tx.today()))) {
        not_found();
    }
    CountsOfOne out;
    out.branches = store::count_by_branch(tx, association, day);
    for (const auto& branch : out.branches) {
        out.sum.total += branch.counts.total;
        out.sum.full += branch.counts.full;
        out.sum.associate += branch.counts.associate;
        out.sum.honorary += branch.counts.honorary;
    }
    return out;
}

CountsPage counts_below(
    const db::ReadTx& tx, const auth::Actor& actor, const Date& day, int limit, int offset) {
    if (!may_read_counts(actor)) {
        throw Error(ErrorCode::forbidden, "members.no_counts_for_administrator");
    }
    const auto page = store::count_by_association(tx, actor, day, limit, offset);
    std::vector<OrganisationId> ids;
    ids.reserve(page.items.size());
    for (const auto& [id, count] : page.items) {
        ids.push_back(id);
    }
    const auto names = organisations::refs(tx, ids, day);
    CountsPage out;
    out.sum = page.sum;
    out.total = page.total;
    for (const auto& [id, count] : page.items) {
        const auto name = names.find(id);
        if (name != names.end()) {
            out.items.push_back({name->second, count});
        }
    }
    return out;
}

}  // namespace hoiquan::members
