#include "organisations/store.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "organisations/naming.h"
#include "organisations/sql.h"

namespace hoiquan::organisations::store {

namespace {

constexpr std::int64_t kMicrosecondsPerDay = 24LL * 3600 * 1'000'000;
constexpr std::int64_t kVietnamOffset = 7LL * 3600 * 1'000'000;
constexpr std::size_t kMaxKeys = 8;

std::string_view to_string(Tree tree) {
    return tree == Tree::party ? "party" : "territory";
}

PartialDate partial_date(const db::Row& row, int date_column) {
    const auto precision = parse_date_precision(row.text(date_column + 1));
    return {row.get<Date>(date_column), precision.value_or(DatePrecision::day)};
}

OrganisationRef ref_at(const db::Row& row, int column) {
    return {row.get<OrganisationId>(column),
            row.get<std::string>(column + 1),
            row.get<std::optional<std::string>>(column + 2)};
}

Node node_of(const db::Row& row) {
    Node out;
    out.id = row.get<OrganisationId>(0);
    out.name = row.get<std::string>(1);
    out.short_name = row.get<std::optional<std::string>>(2);
    out.kind = row.get<std::string>(3);
    if (!row.is_null(4)) {
        out.relation = parse_relation_kind(row.text(4));
    }
    out.child_count = row.integer(5);
    return out;
}

}  // namespace

db::Params found_params(const ListQuery& query) {
    const auto patterns = search_patterns(query.search);
    return {query.view.as_of,
            known_at(query.view),
            patterns.folded,
            patterns.folded_short,
            patterns.exact,
            patterns.exact_short,
            query.kind};
}

Organisation organisation_of(const db::Row& row) {
    Organisation out;
    out.id = row.get<OrganisationId>(0);
    out.name = row.get<std::string>(1);
    out.short_name = row.get<std::optional<std::string>>(2);
    out.kind = row.get<std::string>(3);
    out.level = row.get<std::optional<std::string>>(4);
    out.code = row.get<std::optional<std::string>>(5);
    out.valid_from = partial_date(row, 6);
    out.valid_to = row.get<Date>(8);
    if (!row.is_null(9)) {
        out.parent = ref_at(row, 9);
    }
    return out;
}

Instant known_at(const View& view) {
    if (!view.known_on) {
        return Instant(far_future_instant().unix_microseconds() - 1);
    }
    const auto days = view.known_on->days().time_since_epoch().count();
    return Instant((days + 1) * kMicrosecondsPerDay - kVietnamOffset - 1);
}

Refs refs(const db::ReadTx& tx, const std::vector<OrganisationId>& ids, const Date& as_of) {
    boost::json::array wanted;
    for (const auto& id : ids) {
        wanted.emplace_back(id.str());
    }
    Refs out;
    if (wanted.empty()) {
        return out;
    }
    tx.each(sql::refs, {as_of, boost::json::serialize(wanted)}, [&](const db::Row& row) {
        auto ref = ref_at(row, 0);
        out.emplace(ref.id, std::move(ref));
    });
    return out;
}

bool exists_on(const db::ReadTx& tx, const OrganisationId& id, const Date& date) {
    return tx.exists(sql::exists_on, {id, date});
}

bool reaches(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id) {
    return actor.is_console || tx.exists(sql::reaches, auth::scoped(tx, actor, {id}));
}

std::vector<OrganisationId> find_one(const db::ReadTx& tx, std::string_view code_or_name) {
    return tx.list(sql::find_one, {tx.today(), code_or_name}, [](const db::Row& row) {
        return row.get<OrganisationId>(0);
    });
}

std::vector<Kind> list_kinds(const db::ReadTx& tx) {
    return tx.list(sql::list_kinds, {}, [](const db::Row& row) {
        return Kind{row.get<std::string>(0),
                    row.get<std::string>(1),
                    row.get<std::string>(2),
                    row.get<bool>(3),
                    row.get<bool>(4)};
    });
}

std::vector<Node> tree_roots(const db::ReadTx& tx, const View& view, Tree which) {
    return tx.list(sql::tree_roots, {view.as_of, known_at(view), to_string(which)}, node_of);
}

std::vector<Node> tree_children(const db::ReadTx& tx,
                                const View& view,
                                Tree which,
                                const OrganisationId& parent) {
    return tx.list(
        sql::tree_children, {view.as_of, known_at(view), to_string(which), parent}, node_of);
}

std::optional<State> find_state(const db::ReadTx& tx, const OrganisationId& id, const View& view) {
    return tx.find(sql::find_state, {known_at(view), id, view.as_of}, [](const db::Row& row) {
        return State{row.get<std::string>(0),
                     row.get<std::optional<std::string>>(1),
                     row.get<std::optional<std::string>>(2),
                     partial_date(row, 3),
                     row.get<Date>(5),
                     row.integer(6),
                     row.get<bool>(7)};
    });
}

std::vector<NameRow> list_names(const db::ReadTx& tx, const OrganisationId& id, const View& view) {
    return tx.list(sql::list_names, {known_at(view), id}, [](const db::Row& row) {
        return NameRow{row.get<std::string>(0),
                       {row.get<std::string>(1),
                        row.get<std::optional<std::string>>(2),
                        partial_date(row, 3),
                        row.get<Date>(5),
                        row.get<Instant>(6)}};
    });
}

std::vector<std::string> list_aliases(const db::ReadTx& tx,
                                      const OrganisationId& id,
                                      const View& view) {
    return tx.list(sql::list_aliases, {view.as_of, known_at(view), id}, [](const db::Row& row) {
        return row.get<std::string>(0);
    });
}

std::vector<RelationRow> list_relations(const db::ReadTx& tx,
                                        const OrganisationId& id,
                                        const View& view) {
    return tx.list(sql::list_relations, {known_at(view), id}, [](const db::Row& row) {
        return RelationRow{row.get<RelationId>(0),
                           parse_relation_kind(row.text(1)).value_or(RelationKind::part_of),
                           row.get<OrganisationId>(2),
                           row.get<OrganisationId>(3),
                           partial_date(row, 4),
                           row.get<Date>(6)};
    });
}

bool code_taken(const db::ReadTx& tx, const std::string& code, const Date& from) {
    return tx.exists(sql::code_taken, {code, from});
}

bool reaches_upwards(const db::ReadTx& tx,
                     const OrganisationId& from,
                     const OrganisationId& to,
                     const Date& since) {
    return tx.exists(sql::reaches_upwards, {from, since, to});
}

OrganisationId insert_organisation(db::WriteTx& tx) {
    const auto id = tx.new_id<OrganisationId>();
    tx.exec(sql::insert_organisation, {id, tx.now()});
    return id;
}

void insert_state(db::WriteTx& tx, const OrganisationId& id, const NewOrganisation& input) {
    tx.exec(sql::insert_state,
            {tx.new_id<OrganisationId>(),
             id,
             input.kind,
             input.level,
             input.code,
             input.valid_from.date,
             hoiquan::to_string(input.valid_from.precision),
             tx.now()});
}

void insert_name(db::WriteTx& tx, const OrganisationId& id, const NewName& name, const Date& to) {
    auto keys = search_keys(name.name);
    std::optional<std::string> short_key;
    if (name.short_name) {
        const auto more = search_keys(*name.short_name);
        keys.folded += "\n" + more.folded;
        keys.exact += "\n" + more.exact;
        short_key = match_key(*name.short_name);
    }
    tx.exec(sql::insert_name,
            {tx.new_id<OrganisationId>(),
             id,
             name.name,
             name.short_name,
             keys.folded,
             keys.exact,
             match_key(name.name),
             short_key,
             sort_key(name.name),
             name.valid_from.date,
             hoiquan::to_string(name.valid_from.precision),
             to,
             tx.now()});
}

void insert_alias(db::WriteTx& tx,
                  const OrganisationId& id,
                  const std::string& alias,
                  const Date& from) {
    const auto keys = search_keys(alias);
    tx.exec(sql::insert_alias,
            {tx.new_id<OrganisationId>(),
             id,
             alias,
             keys.folded,
             keys.exact,
             match_key(alias),
             from,
             tx.now()});
}

RelationId insert_relation(db::WriteTx& tx, const RelationRow& relation) {
    const auto id = tx.new_id<RelationId>();
    tx.exec(sql::insert_relation,
            {id,
             organisations::to_string(relation.kind),
             relation.from,
             relation.to,
             relation.valid_from.date,
             hoiquan::to_string(relation.valid_from.precision),
             relation.valid_to,
             tx.now()});
    return id;
}

void supersede_name(db::WriteTx& tx, const std::string& id) {
    tx.exec(sql::supersede_name, {tx.now(), id});
}

void supersede_relation(db::WriteTx& tx, const RelationId& id) {
    tx.exec(sql::supersede_relation, {tx.now(), id});
}

bool raise_version(db::WriteTx& tx, const OrganisationId& id, std::int64_t version) {
    return tx.exec(sql::raise_version, {id, version}) == 1;
}

std::vector<Match> find_by_keys(const db::ReadTx& tx,
                                const auth::Actor& actor,
                                const Date& as_of,
                                const std::vector<std::string>& keys) {
    db::Params more{as_of};
    for (std::size_t i = 0; i < kMaxKeys; ++i) {
        more.emplace_back(i < keys.size() ? std::optional(keys[i]) : std::nullopt);
    }
    return tx.list(sql::find_by_keys, auth::scoped(tx, actor, more), [](const db::Row& row) {
        return Match{ref_at(row, 0),
                     row.get<std::string>(3),
                     row.get<std::string>(4),
                     row.get<std::string>(5),
                     row.get<std::string>(6),
                     row.get<bool>(7),
                     row.get<bool>(8)};
    });
}

std::vector<Match> find_group(const db::ReadTx& tx,
                              const auth::Actor& actor,
                              const Date& as_of,
                              const Group& group) {
    const auto kind = [&](std::size_t i) {
        return group.kinds[i].empty() ? std::nullopt : std::optional(std::string(group.kinds[i]));
    };
    return tx.list(
        sql::find_of_kinds,
        auth::scoped(
            tx, actor, {as_of, kind(0), kind(1), kind(2), "%" + std::string(group.word) + "%"}),
        [](const db::Row& row) {
            return Match{ref_at(row, 0), row.get<std::string>(3), {}, {}, {}, true, false};
        });
}

std::vector<Match> find_similar(const db::ReadTx& tx,
                                const Date& as_of,
                                const std::string& key,
                                int limit) {
    return tx.list(
        sql::find_similar,
        {as_of, key, search_patterns(key).folded, limit},
        [](const db::Row& row) {
            return Match{ref_at(row, 0), row.get<std::string>(3), {}, {}, {}, false, false};
        });
}

}  // namespace hoiquan::organisations::store
