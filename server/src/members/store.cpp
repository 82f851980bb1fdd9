#include "members/store.h"

#include <algorithm>
#include <utility>

#include <boost/json/parse.hpp>

#include "base/text.h"
#include "members/faults.h"
#include "members/sql.h"

namespace hoiquan::members {

namespace json = boost::json;

std::vector<LeftReason> left_reasons(const db::ReadTx& tx) {
    std::vector<LeftReason> out;
    tx.each(sql::left_reasons, {tx.today()}, [&](const db::Row& row) {
        const auto list = json::parse(row.text(0));
        for (const auto& item : list.as_array()) {
            const auto& reason = item.as_object();
            out.push_back({std::string(reason.at("code").as_string()),
                           std::string(reason.at("vi").as_string())});
        }
    });
    return out;
}

}  // namespace hoiquan::members

namespace hoiquan::members::store {

namespace {

std::optional<PartialDate> date_at(const db::Row& row, int column) {
    if (row.is_null(column)) {
        return std::nullopt;
    }
    return PartialDate{row.get<Date>(column),
                       parse_date_precision(row.text(column + 1)).value_or(DatePrecision::day)};
}

Kind kind_at(const db::Row& row, int column) {
    return parse_kind(row.text(column)).value_or(Kind::full);
}

Member member_at(const db::Row& row, int first) {
    Member out;
    out.id = row.get<MemberId>(first);
    out.full_name = row.get<std::string>(first + 1);
    out.birth_year = row.get<std::optional<std::int64_t>>(first + 2);
    out.joined_on = date_at(row, first + 3);
    out.left_on = date_at(row, first + 5);
    out.left_reason = row.get<std::optional<std::string>>(first + 7);
    out.branch = row.get<std::optional<std::string>>(first + 8);
    out.kind = kind_at(row, first + 9);
    out.identity_tail = row.get<std::optional<std::string>>(first + 10);
    out.version = row.get<std::int64_t>(first + 11);
    return out;
}

Member member_from(const db::Row& row) {
    return member_at(row, 0);
}

std::optional<std::string> folded(const std::optional<std::string>& text) {
    return text ? std::optional(fold(*text)) : std::nullopt;
}

/// What is typed is found as it stands: wildcards are letters like any other.
std::optional<std::string> like(std::string_view search) {
    std::string words;
    for (const char c : fold(search)) {
        words += (c == '%' || c == '_' || c == '\\') ? std::string{'\\', c} : std::string{c};
    }
    return words.empty() ? std::nullopt : std::optional("%" + words + "%");
}

db::Params filter(const db::ReadTx& tx, const OrganisationId& association, const ListQuery& query) {
    const char* status = query.status == Status::all      ? "all"
                         : query.status == Status::active ? "active"
                                                          : "left";
    return {association,
            tx.today(),
            like(query.search),
            folded(query.branch),
            query.kind ? std::optional<std::string>(to_string(*query.kind)) : std::nullopt,
            status};
}

std::optional<std::string> precision_of(const std::optional<PartialDate>& date) {
    return date ? std::optional<std::string>(to_string(date->precision)) : std::nullopt;
}
std::optional<Date> day_of(const std::optional<PartialDate>& date) {
    return date ? std::optional(date->date) : std::nullopt;
}

/// From the name to the tail of the identity, as in insert.sql and update.sql.
db::Params values_of(const Stored& member) {
    using Text = std::optional<std::string>;
    const auto& identity = member.identity;
    return {member.full_name,
            fold(member.full_name),
            name_sort_key(member.full_name),
            member.birth_year,
            day_of(member.joined_on),
            precision_of(member.joined_on),
            day_of(member.left_on),
            precision_of(member.left_on),
            member.left_reason,
            member.branch,
            folded(member.branch),
            to_string(member.kind),
            identity ? Text(identity->hash) : std::nullopt,
            identity ? db::Param(db::Param::Blob{identity->cipher}) : db::Param(std::nullopt),
            identity ? Text(identity->tail) : std::nullopt};
}

Counts counts_at(const db::Row& row, int first) {
    Counts out;
    out.full = row.get<std::int64_t>(first);
    out.associate = row.get<std::int64_t>(first + 1);
    out.honorary = row.get<std::int64_t>(first + 2);
    out.total = out.full + out.associate + out.honorary;
    return out;
}

}  // namespace

Page list(const db::ReadTx& tx, const OrganisationId& association, const ListQuery& query) {
    const auto asked = filter(tx, association, query);
    auto params = asked;
    params.insert(params.end(), {db::Param(query.sort), query.limit, query.offset});
    return {tx.list(sql::list, params, member_from), tx.integer(sql::count, asked)};
}

std::optional<Member> find(const db::ReadTx& tx,
                           const OrganisationId& association,
                           const MemberId& id) {
    return tx.find(sql::find, {association, tx.today(), id}, member_from);
}

std::optional<Stored> find_stored(const db::ReadTx& tx, const MemberId& id) {
    return tx.find(sql::find_stored, {id}, [](const db::Row& row) {
        Stored out;
        out.full_name = row.get<std::string>(0);
        out.birth_year = row.get<std::optional<std::int64_t>>(1);
        out.joined_on = date_at(row, 2);
        out.left_on = date_at(row, 4);
        out.left_reason = row.get<std::optional<std::string>>(6);
        out.branch = row.get<std::optional<std::string>>(7);
        out.kind = kind_at(row, 8);
        if (!row.is_null(9)) {
            out.identity =
                SealedIdentity{row.get<std::string>(9), row.blob(10), row.get<std::string>(11)};
        }
        out.version = row.get<std::int64_t>(12);
        return out;
    });
}

std::vector<Known> known(const db::ReadTx& tx, const OrganisationId& association) {
    return tx.list(sql::known, {association, tx.today()}, [](const db::Row& row) {
        return Known{member_from(row),
                     row.get<std::string>(12),
                     row.get<std::optional<std::string>>(13),
                     row.get<std::optional<std::string>>(14)};
    });
}

std::string stamp(const db::ReadTx& tx, const OrganisationId& association) {
    return tx
        .find(sql::stamp,
              {association, tx.today()},
              [](const db::Row& row) { return row.get<std::string>(0); })
        .value_or("");
}

bool is_identity_taken(const db::ReadTx& tx,
                       const OrganisationId& association,
                       const std::string& hash,
                       const std::optional<MemberId>& except) {
    return tx.exists(sql::identity_taken, {association, tx.today(), hash, except});
}

bool is_association(const db::ReadTx& tx, const OrganisationId& id, const Date& day) {
    return tx.exists(sql::is_association, {id, day});
}

MemberId insert(db::WriteTx& tx, const OrganisationId& association, const Stored& member) {
    const auto id = tx.new_id<MemberId>();
    db::Params params{id};
    const auto values = values_of(member);
    params.insert(params.end(), values.begin(), values.end());
    params.insert(params.end(), {db::Param(tx.now()), tx.now()});
    tx.exec(sql::insert, params);
    // From the first day of the body on: when the person joined and left is said by the member.
    const auto first = tx.find(sql::first_day, {association}, [](const db::Row& row) {
        return row.get<std::optional<Date>>(0);
    });
    associations::begin_holding(tx,
                                {holding_kind().code,
                                 id.str(),
                                 association,
                                 first.value_or(std::nullopt).value_or(tx.today()),
                                 far_future()});
    return id;
}

bool update(db::WriteTx& tx, const MemberId& id, const Stored& member, std::int64_t version) {
    auto params = values_of(member);
    params.insert(params.end(), {db::Param(tx.now()), id, version});
    return tx.exec(sql::update, params) == 1;
}

void withdraw(db::WriteTx& tx, const MemberId& id) {
    tx.exec(sql::withdraw, {tx.now(), tx.now(), id});
    associations::replace_holdings(tx, holding_kind().code, id.str(), {});
}

void settle(db::WriteTx& tx,
            const auth::Actor& actor,
            const MemberId& other,
            const MemberId& keep) {
    tx.exec(sql::settle, {keep, tx.now(), actor.user, tx.now(), other});
}

void insert_distinct(db::WriteTx& tx,
                     const auth::Actor& actor,
                     const MemberId& one,
                     const MemberId& other) {
    tx.exec(sql::insert_distinct,
            {std::min(one, other), std::max(one, other), actor.user, tx.now()});
}

std::vector<Double> doubles(const db::ReadTx& tx, const OrganisationId& association, int limit) {
    constexpr int second = 12;
    constexpr int same_identity = 24;
    return tx.list(sql::list_doubles, {association, tx.today(), limit}, [](const db::Row& row) {
        return Double{row.get<bool>(same_identity) ? DoubleReason::same_identity
                                                   : DoubleReason::same_name_and_year,
                      member_at(row, 0),
                      member_at(row, second)};
    });
}

std::vector<BranchCounts> count_by_branch(const db::ReadTx& tx,
                                          const OrganisationId& association,
                                          const Date& day) {
    return tx.list(sql::count_by_branch, {association, day}, [](const db::Row& row) {
        return BranchCounts{row.get<std::optional<std::string>>(0), counts_at(row, 1)};
    });
}

CountPage count_by_association(
    const db::ReadTx& tx, const auth::Actor& actor, const Date& day, int limit, int offset) {
    CountPage out;
    out.items = tx.list(sql::count_by_association,
                        auth::scoped(tx, actor, {day, limit, offset}),
                        [](const db::Row& row) {
                            return std::pair(row.get<OrganisationId>(0), counts_at(row, 1));
                        });
    tx.each(sql::count_in_scope, auth::scoped(tx, actor, {day}), [&](const db::Row& row) {
        out.sum = counts_at(row, 0);
        out.total = row.get<std::int64_t>(3);
    });
    return out;
}

}  // namespace hoiquan::members::store
