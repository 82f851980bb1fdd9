#include "associations/service.h"

#include <algorithm>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "associations/json.h"
#include "associations/policy.h"
#include "associations/store.h"
#include "base/error.h"
#include "platform/audit/audit.h"

namespace hoiquan::associations {

namespace json = boost::json;

namespace {

std::vector<Fault> faults_of(const db::ReadTx& tx, const ProfileFacts& facts) {
    std::vector<Fault> faults;
    const auto check = [&](const std::optional<OrganisationId>& id, const char* field) {
        if (id && !organisations::exists_on(tx, *id, tx.today())) {
            faults.push_back({field, "organisations.not_found", {}});
        }
    };
    check(facts.permitted_by_id, "/permitted_by_id");
    check(facts.supervisor, "/supervisor_id");
    return faults;
}

}  // namespace

void demand_reader(const auth::Actor& actor) {
    if (!may_read(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    demand_reader(actor);
    Page out{store::list(tx, actor, query), 0, query.as_of.value_or(tx.today())};
    for (const auto& count : store::counts(tx, actor, query)) {
        if (count.by == "total") {
            out.total = count.number;
        }
    }
    return out;
}

std::vector<Count> counts(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    demand_reader(actor);
    return store::counts(tx, actor, query);
}

Standing standing(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  const Date& as_of) {
    demand_reader(actor);
    auto row = store::find(tx, actor, id, as_of);
    const auto reaches = store::reaches(tx, actor, id);
    if (!row || !reaches) {
        throw Error(ErrorCode::not_found, "associations.not_found");
    }
    Standing out{std::move(*row), false, false, store::version(tx, id)};
    out.may_edit = may_edit(actor, *reaches);
    out.may_confirm = may_confirm(actor);
    return out;
}

Standing standing_to_edit(const db::ReadTx& tx,
                          const auth::Actor& actor,
                          const OrganisationId& id) {
    auto out = standing(tx, actor, id, tx.today());
    if (!out.may_edit) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    return out;
}

void record(db::WriteTx& tx, const auth::Actor& actor, const OrganisationId& id, Happening what) {
    const bool is_itself = what.entity_id.empty();
    audit::record(tx,
                  actor,
                  {.action = std::move(what.action),
                   .entity = std::move(what.entity),
                   .entity_id = is_itself ? id.str() : what.entity_id,
                   .before = std::move(what.before),
                   .after = std::move(what.after),
                   .reason = std::move(what.reason),
                   .parent_entity_id = is_itself ? std::string() : id.str()});
    store::raise_version(tx, id);
    refresh_flags(tx, id);
}

std::vector<Profile> profiles(const db::ReadTx& tx, const OrganisationId& id) {
    return store::profiles(tx, id);
}

const Profile* profile_on(const std::vector<Profile>& all, const Date& day) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Profile& profile) {
        return profile.valid_from <= day && day < profile.valid_to;
    });
    return found == all.end() ? nullptr : &*found;
}

namespace {

void check_version(const db::ReadTx& tx, const Standing& now, std::int64_t version) {
    if (now.version != version) {
        throw Error(ErrorCode::conflict, "http.conflict")
            .with_current(json::serialize(
                profile_page_json(now, store::profiles(tx, now.row.id), tx.today())));
    }
}

}  // namespace

void save_profile(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  std::int64_t version,
                  const NewProfile& input) {
    const auto& from = input.valid_from;
    const auto now = standing_to_edit(tx, actor, id);
    check_version(tx, now, version);
    if (auto faults = faults_of(tx, input.facts); !faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    Span span{from, far_future()};
    json::value before = nullptr;
    for (const auto& known : store::profiles(tx, id)) {
        if (known.valid_from <= from && from < known.valid_to) {
            span.to = std::min(span.to, known.valid_to);
            before = to_json(known.facts);
            store::end_profile(tx, known, from);
        } else if (known.valid_from > from) {
            span.to = std::min(span.to, known.valid_from);
        }
    }
    store::insert_profile(tx, actor, id, input.facts, span);
    auto after = to_json(input.facts);
    after["valid_from"] = from.iso();
    record(tx,
           actor,
           id,
           {.action = "association.profile_saved",
            .before = std::move(before),
            .after = std::move(after)});
}

void confirm(db::WriteTx& tx,
             const auth::Actor& actor,
             const OrganisationId& id,
             std::int64_t version) {
    const auto now = standing(tx, actor, id, tx.today());
    if (!now.may_confirm) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    check_version(tx, now, version);
    const auto all = store::profiles(tx, id);
    const auto* profile = profile_on(all, tx.today());
    if (profile == nullptr) {
        throw Error(ErrorCode::invalid, "associations.nothing_to_confirm");
    }
    if (profile->recorded_by == actor.user) {
        throw Error(ErrorCode::forbidden, "associations.own_report");
    }
    store::confirm_profile(tx, actor, *profile);
    record(tx,
           actor,
           id,
           {.action = "association.profile_confirmed",
            .after = json::object{{"valid_from", profile->valid_from.iso()}}});
}

}  // namespace hoiquan::associations
