#include "associations/similar_store.h"

#include <unordered_map>

#include "associations/sql.h"

namespace hoiquan::associations::similar_store {

namespace {

struct Unit {
    std::string name;
    std::optional<std::string> above;
};
using Units = std::unordered_map<std::string, Unit>;

Units units(const db::ReadTx& tx) {
    Units out;
    tx.each(sql::similar_units, {tx.today()}, [&](const db::Row& row) {
        out.try_emplace(row.get<std::string>(0),
                        Unit{row.get<std::string>(1), row.get<std::optional<std::string>>(2)});
    });
    return out;
}

/// Where an association is: in its own unit, else in that of the body above it, else at that body.
void place(SimilarSubject& subject,
           const std::vector<std::optional<std::string>>& near,
           const Units& units) {
    for (const auto& unit : {near[0], near[2]}) {
        auto at = unit;
        constexpr std::size_t highest = 6;
        while (at && subject.territory.size() < highest) {
            const auto found = units.find(*at);
            if (found == units.end()) {
                break;
            }
            subject.territory.push_back(*at);
            subject.places.push_back(found->second.name);
            at = found->second.above;
        }
        if (!subject.territory.empty()) {
            return;
        }
    }
    if (near[1]) {
        subject.territory.push_back(*near[1]);
    }
}

SimilarMark mark_from(const db::Row& row) {
    return {row.get<SimilarMarkId>(0),
            row.get<OrganisationId>(1),
            row.get<OrganisationId>(2),
            row.get<std::string>(3),
            row.get<std::optional<std::string>>(4).value_or(""),
            row.get<Instant>(5)};
}

}  // namespace

std::vector<SimilarSubject> subjects(const db::ReadTx& tx, const auth::Actor* actor) {
    const auto known_units = units(tx);
    std::vector<SimilarSubject> out;
    const auto take = [&](const db::Row& row) {
        const auto id = row.get<std::string>(0);
        const auto text = [&](int column) {
            return row.get<std::optional<std::string>>(column).value_or("");
        };
        if (!out.empty() && out.back().id == id) {
            return;
        }
        SimilarSubject subject{id, text(1), text(2), text(3), text(4), text(5), {}, {}, {}};
        place(subject,
              {row.get<std::optional<std::string>>(6),
               row.get<std::optional<std::string>>(7),
               row.get<std::optional<std::string>>(8)},
              known_units);
        out.push_back(std::move(subject));
    };
    if (actor != nullptr) {
        tx.each(sql::similar_subjects, auth::scope_params(tx, *actor), take);
    } else {
        tx.each(sql::similar_all_subjects, {tx.today()}, take);
    }
    return out;
}

bool is_association(const db::ReadTx& tx, const OrganisationId& id) {
    return tx
        .find(sql::similar_association_kind,
              {id, tx.today()},
              [](const db::Row& row) { return row.get<bool>(0); })
        .value_or(false);
}

std::vector<SimilarMark> marks(const db::ReadTx& tx) {
    return tx.list(sql::similar_list_marks, {}, mark_from);
}

std::optional<SimilarMark> find_mark(const db::ReadTx& tx,
                                     const auth::Actor& actor,
                                     const SimilarMarkId& id) {
    return tx.find(sql::similar_find_mark, auth::scoped(tx, actor, {id}), mark_from);
}

std::optional<SimilarMark> find_mark_of(const db::ReadTx& tx,
                                        const OrganisationId& first,
                                        const OrganisationId& second) {
    return tx.find(sql::similar_find_mark_of, {first, second}, mark_from);
}

void insert_mark(db::WriteTx& tx, const auth::Actor& actor, const SimilarMark& mark) {
    tx.exec(sql::similar_insert_mark,
            {mark.id,
             mark.first,
             mark.second,
             mark.reason,
             actor.user,
             actor.organisation(),
             mark.made_at});
}

void delete_mark(db::WriteTx& tx, const SimilarMarkId& id) {
    tx.exec(sql::similar_delete_mark, {id});
}

}  // namespace hoiquan::associations::similar_store
