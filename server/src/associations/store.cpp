#include "associations/store.h"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "associations/sql.h"

namespace hoiquan::associations::store {

namespace {

using Text = std::optional<std::string>;

std::optional<std::string> name_of(const std::optional<Flag>& flag) {
    return flag ? std::optional<std::string>(to_string(*flag)) : std::nullopt;
}

/// $1 to $13 of every statement with found.inc.
db::Params found_params(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    const auto typed = organisations::search_patterns(query.search);
    return auth::scoped(tx,
                        actor,
                        {query.under,
                         query.as_of.value_or(tx.today()),
                         typed.folded,
                         typed.folded_short,
                         typed.exact,
                         typed.exact_short,
                         query.class_code,
                         query.status,
                         name_of(query.flag),
                         query.level});
}

Listed listed_of(const db::Row& row) {
    Listed out;
    out.id = row.get<OrganisationId>(0);
    out.name = row.get<std::string>(1);
    out.short_name = row.get<Text>(2);
    out.kind = row.get<std::string>(3);
    out.level = row.get<Text>(4);
    out.valid_from = row.get<Date>(5);
    out.valid_to = row.get<Date>(6);
    out.class_code = row.get<Text>(7);
    out.status = row.get<std::string>(8);
    out.field = row.get<Text>(9);
    if (const auto supervisor = row.get<std::optional<OrganisationId>>(10)) {
        out.supervisor = organisations::OrganisationRef{*supervisor, {}, {}};
    }
    out.office = row.get<Text>(11);
    out.equipment = row.get<Text>(12);
    out.confirmed_at = row.get<Text>(13);
    out.profile_from = row.get<std::optional<Date>>(14);
    return out;
}

/// Two statements more, however many rows there are.
void add_flags_and_names(const db::ReadTx& tx, std::vector<Listed>& rows, const Date& day) {
    if (rows.empty()) {
        return;
    }
    boost::json::array ids;
    std::vector<OrganisationId> supervisors;
    std::map<OrganisationId, Listed*> by_id;
    for (auto& row : rows) {
        ids.emplace_back(row.id.str());
        by_id[row.id] = &row;
        if (row.supervisor) {
            supervisors.push_back(row.supervisor->id);
        }
    }
    tx.each(sql::flags_of, {boost::json::serialize(ids), day}, [&](const db::Row& row) {
        const auto flag = parse_flag(row.text(1));
        if (flag) {
            by_id.at(row.get<OrganisationId>(0))
                ->flags.push_back({*flag, {row.get<Date>(2), row.get<Date>(3)}});
        }
    });
    const auto names = organisations::refs(tx, supervisors, day);
    for (auto& row : rows) {
        if (row.supervisor && names.contains(row.supervisor->id)) {
            row.supervisor = names.at(row.supervisor->id);
        }
    }
}

Profile profile_of(const db::Row& row) {
    Profile out;
    out.id = row.get<std::string>(0);
    auto& facts = out.facts;
    facts.class_code = row.get<std::string>(1);
    facts.stage = row.get<std::string>(2);
    facts.field = row.get<Text>(3);
    facts.purpose = row.get<Text>(4);
    facts.served = row.get<Text>(5);
    facts.activities = row.get<Text>(6);
    facts.permitted_by = row.get<Text>(7);
    facts.permitted_by_id = row.get<std::optional<OrganisationId>>(8);
    facts.supervisor = row.get<std::optional<OrganisationId>>(9);
    facts.office = row.get<Text>(10);
    facts.office_address = row.get<Text>(11);
    facts.equipment = row.get<Text>(12);
    facts.phone = row.get<Text>(13);
    facts.email = row.get<Text>(14);
    facts.board_seats = row.get<std::optional<std::int64_t>>(15);
    out.valid_from = row.get<Date>(16);
    out.valid_to = row.get<Date>(17);
    out.recorded_at = row.get<Instant>(18);
    out.recorded_by = row.get<std::optional<UserId>>(19);
    out.confirmed_for = row.get<std::optional<OrganisationId>>(20);
    out.confirmed_at = row.get<Text>(21);
    out.confirmed_by_name = row.get<Text>(22);
    return out;
}

}  // namespace

std::vector<Listed> list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    auto params = found_params(tx, actor, query);
    params.emplace_back(query.sort);
    params.emplace_back(query.limit);
    params.emplace_back(query.offset);
    auto rows = tx.list(sql::list, params, listed_of);
    add_flags_and_names(tx, rows, query.as_of.value_or(tx.today()));
    return rows;
}

std::vector<Count> counts(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    return tx.list(sql::counts, found_params(tx, actor, query), [](const db::Row& row) {
        return Count{row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)};
    });
}

std::optional<Listed> find(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const OrganisationId& id,
                           const Date& as_of) {
    auto rows = tx.list(sql::find, auth::scoped(tx, actor, {id, as_of}), listed_of);
    add_flags_and_names(tx, rows, as_of);
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::optional<bool> reaches(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            const OrganisationId& id) {
    return tx.find(sql::reaches_one, auth::scoped(tx, actor, {id}), [](const db::Row& row) {
        return row.get<bool>(0);
    });
}

std::int64_t version(const db::ReadTx& tx, const OrganisationId& id) {
    const auto found = tx.integer(sql::find_version, {id});
    return found == 0 ? 1 : found;
}

void raise_version(db::WriteTx& tx, const OrganisationId& id) {
    tx.exec(sql::raise_version, {id});
}

std::vector<Profile> profiles(const db::ReadTx& tx, const OrganisationId& id) {
    return tx.list(sql::list_profiles, {id}, profile_of);
}

void insert_profile(db::WriteTx& tx,
                    const auth::Actor& actor,
                    const OrganisationId& id,
                    const ProfileFacts& facts,
                    const Span& span) {
    tx.exec(sql::insert_profile,
            {tx.new_id<RelationId>(),
             id,
             facts.class_code,
             facts.stage,
             facts.field,
             facts.purpose,
             facts.served,
             facts.activities,
             facts.permitted_by,
             facts.permitted_by_id,
             facts.supervisor,
             facts.office,
             facts.office_address,
             facts.equipment,
             facts.phone,
             facts.email,
             facts.board_seats,
             span.from,
             span.to,
             tx.now(),
             actor.user});
}

void end_profile(db::WriteTx& tx, const Profile& profile, const Date& day) {
    tx.exec(sql::supersede_profile, {tx.now(), profile.id});
    if (profile.valid_from < day) {
        tx.exec(sql::shorten_profile, {tx.new_id<RelationId>(), day, tx.now(), profile.id});
    }
}

void confirm_profile(db::WriteTx& tx, const auth::Actor& actor, const Profile& profile) {
    tx.exec(sql::confirm_profile, {actor.user, actor.organisation(), tx.now(), profile.id});
}

}  // namespace hoiquan::associations::store
