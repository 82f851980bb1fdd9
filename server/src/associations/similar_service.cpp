#include "associations/similar_service.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "associations/similar_json.h"
#include "associations/similar_store.h"
#include "base/error.h"
#include "base/text.h"
#include "platform/audit/audit.h"

namespace hoiquan::associations {

namespace {

constexpr std::size_t kLongestReason = 1000;

/// Officers keep their own association's register; administrators see no business content.
bool may_compare(const auth::Actor& actor) {
    return actor.is(auth::Role::clerk) || actor.is(auth::Role::monitor) ||
           actor.is(auth::Role::leader);
}

void check_may_mark(const auth::Actor& actor) {
    if (!actor.is(auth::Role::clerk)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

SimilarInput with_members(const db::ReadTx& tx,
                          std::vector<SimilarSubject> subjects,
                          const MemberKeys& members) {
    SimilarInput out{std::move(subjects), similar_store::marks(tx)};
    if (members) {
        std::vector<OrganisationId> ids;
        ids.reserve(out.subjects.size());
        for (const auto& subject : out.subjects) {
            ids.emplace_back(subject.id);
        }
        auto keys = members(tx, ids);
        for (auto& subject : out.subjects) {
            subject.member_keys = std::move(keys[OrganisationId(subject.id)]);
        }
    }
    return out;
}

std::vector<Fault> faults_of(const db::ReadTx& tx,
                             const auth::Actor& actor,
                             const NewSimilarMark& input) {
    std::vector<Fault> faults;
    const auto check = [&](const char* field, const OrganisationId& id) {
        if (!organisations::reaches(tx, actor, id)) {
            throw Error(ErrorCode::not_found, "organisations.not_found");
        }
        if (!similar_store::is_association(tx, id)) {
            faults.push_back({field, "similar.not_an_association", {}});
        }
    };
    check("/first_id", input.first);
    check("/second_id", input.second);
    if (input.first == input.second) {
        faults.push_back({"/second_id", "similar.same_association", {}});
    }
    if (trim(input.reason).empty()) {
        faults.push_back({"/reason", "field.required", {}});
    } else if (length(input.reason) > kLongestReason) {
        faults.push_back({"/reason", "field.too_long", {{"max", std::to_string(kLongestReason)}}});
    }
    return faults;
}

audit::Event event_of(std::string action, const SimilarMark& mark) {
    audit::Event event;
    event.action = std::move(action);
    event.entity = "similar_mark";
    event.entity_id = mark.id.str();
    event.parent_entity_id = mark.first.str();
    return event;
}

boost::json::object facts_of(const SimilarMark& mark) {
    return {
        {"first_id", mark.first.str()}, {"second_id", mark.second.str()}, {"reason", mark.reason}};
}

}  // namespace

SimilarInput similar_input(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const MemberKeys& members) {
    if (!may_compare(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    return with_members(tx, similar_store::subjects(tx, &actor), members);
}

SimilarInput similar_input_at_console(const db::ReadTx& tx, const MemberKeys& members) {
    return with_members(tx, similar_store::subjects(tx, nullptr), members);
}

SimilarResult compare(const SimilarInput& input, SimilarOptions options) {
    options.different.clear();
    for (const auto& mark : input.marks) {
        options.different.emplace_back(mark.first.str(), mark.second.str());
    }
    return find_similar(input.subjects, options);
}

const SimilarMark* mark_of(const SimilarInput& input, const SimilarPair& pair) {
    const auto wanted = std::pair(OrganisationId(pair.first), OrganisationId(pair.second));
    const auto found = std::lower_bound(
        input.marks.begin(), input.marks.end(), wanted, [](const auto& mark, const auto& ids) {
            return std::pair(mark.first, mark.second) < ids;
        });
    const bool is_there = found != input.marks.end() && found->first == wanted.first &&
                          found->second == wanted.second;
    return is_there ? &*found : nullptr;
}

SimilarMark mark_different(db::WriteTx& tx, const auth::Actor& actor, const NewSimilarMark& input) {
    check_may_mark(actor);
    auto faults = faults_of(tx, actor, input);
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    SimilarMark mark;
    std::tie(mark.first, mark.second) = std::minmax(input.first, input.second);
    if (const auto old = similar_store::find_mark_of(tx, mark.first, mark.second)) {
        throw Error(ErrorCode::conflict, "similar.already_marked")
            .with_current(boost::json::serialize(to_json(*old)));
    }
    mark.id = tx.new_id<SimilarMarkId>();
    mark.reason = std::string(trim(to_nfc(input.reason)));
    mark.made_at = tx.now();
    similar_store::insert_mark(tx, actor, mark);
    auto event = event_of("associations.marked_different", mark);
    event.after = facts_of(mark);
    audit::record(tx, actor, event);
    return similar_store::find_mark_of(tx, mark.first, mark.second).value();
}

void remove_mark(db::WriteTx& tx, const auth::Actor& actor, const SimilarMarkId& id) {
    check_may_mark(actor);
    const auto mark = similar_store::find_mark(tx, actor, id);
    if (!mark) {
        throw Error(ErrorCode::not_found, "similar.mark_not_found");
    }
    similar_store::delete_mark(tx, id);
    auto event = event_of("associations.mark_removed", *mark);
    event.before = facts_of(*mark);
    audit::record(tx, actor, event);
}

}  // namespace hoiquan::associations
