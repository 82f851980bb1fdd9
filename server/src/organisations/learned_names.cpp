#include "organisations/learned_names.h"

#include <boost/json/object.hpp>

#include "base/error.h"
#include "organisations/faults.h"
#include "organisations/naming.h"
#include "organisations/sql.h"

namespace hoiquan::organisations {

namespace json = boost::json;

namespace {

constexpr std::size_t kLongestWritten = 300;

audit::Event event_of(std::string action, const LearnedNameId& id) {
    audit::Event event;
    event.action = std::move(action);
    event.entity = "learned_name";
    event.entity_id = id.str();
    return event;
}

json::object facts_of(std::string_view written, const OrganisationId& meant) {
    return {{"written", written}, {"meant_id", meant.str()}};
}

struct Stored {
    std::string written;
    OrganisationId meant;
};

Stored get_of_office(const db::ReadTx& tx, const auth::Actor& actor, const LearnedNameId& id) {
    if (!actor.is(auth::Role::clerk)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    auto found =
        tx.find(sql::find_learned_by_id, {id, actor.organisation()}, [](const db::Row& row) {
            return Stored{row.get<std::string>(0), row.get<OrganisationId>(1)};
        });
    if (!found) {
        throw Error(ErrorCode::not_found, "organisations.learned_name_not_found");
    }
    return std::move(*found);
}

}  // namespace

std::optional<Candidate> find_learned(const db::ReadTx& tx,
                                      const auth::Actor& actor,
                                      const std::string& match_key,
                                      const Date& as_of) {
    return tx.find(
        sql::find_learned, {actor.organisation(), match_key, as_of}, [&](const db::Row& row) {
            return Candidate{ref(tx, row.get<OrganisationId>(0), as_of),
                             row.get<std::string>(1),
                             Reason::learned};
        });
}

void learn_name(db::WriteTx& tx,
                const auth::Actor& actor,
                std::string_view written,
                const OrganisationId& meant) {
    const auto key = match_key(written);
    if (key.empty() || written.size() > kLongestWritten) {
        return;
    }
    const auto found = find_candidates(tx, actor, written, tx.today(), 1);
    const bool says_it =
        found.kind == CandidatesKind::one && found.items.front().organisation.id == meant;
    if (says_it || found.kind == CandidatesKind::group) {
        return;
    }
    const auto id = tx.new_id<LearnedNameId>();
    const auto written_text = plain(written);
    tx.exec(sql::learn_name,
            {id,
             actor.organisation(),
             key,
             written_text,
             search_keys(written_text).folded,
             meant,
             actor.user,
             tx.now()});
    auto event = event_of("organisations.name_learned", id);
    event.after = facts_of(written_text, meant);
    event.parent_entity_id = meant.str();
    audit::record(tx, actor, event);
}

LearnedNamePage list_learned_names(const db::ReadTx& tx,
                                   const auth::Actor& actor,
                                   std::string_view search,
                                   int limit,
                                   int offset) {
    const auto patterns = search_patterns(search);
    const auto office = actor.organisation();
    LearnedNamePage out;
    std::vector<OrganisationId> bodies;
    out.items = tx.list(sql::list_learned,
                        {tx.today(), office, patterns.folded, patterns.folded_short, limit, offset},
                        [&](const db::Row& row) {
                            bodies.push_back(row.get<OrganisationId>(2));
                            return LearnedName{row.get<LearnedNameId>(0),
                                               row.get<std::string>(1),
                                               {bodies.back(), {}, {}},
                                               row.get<bool>(5),
                                               row.get<std::optional<std::string>>(3).value_or(""),
                                               row.get<Instant>(4)};
                        });
    const auto names = refs(tx, bodies, tx.today());
    for (auto& item : out.items) {
        item.meant = names.at(item.meant.id);
    }
    out.total = tx.find(sql::count_learned,
                        {office, patterns.folded, patterns.folded_short},
                        [](const db::Row& row) { return row.get<std::int64_t>(0); })
                    .value_or(0);
    return out;
}

void change_learned_name(db::WriteTx& tx,
                         const auth::Actor& actor,
                         const LearnedNameId& id,
                         const OrganisationId& meant) {
    const auto stored = get_of_office(tx, actor, id);
    if (!exists_on(tx, meant, tx.today())) {
        throw_if_any({{"/organisation_id", "organisations.not_found", {}}});
    }
    tx.exec(sql::change_learned, {meant, actor.user, tx.now(), id});
    auto event = event_of("organisations.learned_name_changed", id);
    event.before = facts_of(stored.written, stored.meant);
    event.after = facts_of(stored.written, meant);
    event.parent_entity_id = meant.str();
    audit::record(tx, actor, event);
}

void forget_learned_name(db::WriteTx& tx, const auth::Actor& actor, const LearnedNameId& id) {
    const auto stored = get_of_office(tx, actor, id);
    tx.exec(sql::forget_learned, {id});
    auto event = event_of("organisations.learned_name_forgotten", id);
    event.before = facts_of(stored.written, stored.meant);
    event.parent_entity_id = stored.meant.str();
    audit::record(tx, actor, event);
}

}  // namespace hoiquan::organisations
