#include "organisations/ledger.h"

#include <algorithm>
#include <utility>

#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "base/text.h"
#include "base/words.h"
#include "organisations/naming.h"
#include "organisations/sql.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;

constexpr std::size_t kRowsPerStatement = 500;

constexpr Words<Part, 4> kParts{{{Part::ended, "ended"},
                                 {Part::made, "made"},
                                 {Part::kept, "kept"},
                                 {Part::changed, "changed"}}};

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

PartialDate partial_date(const db::Row& row, int column) {
    return {row.get<Date>(column),
            parse_date_precision(row.text(column + 1)).value_or(DatePrecision::day)};
}

/// The three statements that write one table.
struct Statements {
    const db::Statement& insert;
    const db::Statement& end;
    const db::Statement& copy;
};

}  // namespace

std::string_view to_string(Part part) {
    return word_of(kParts, part);
}

void in_pieces(const json::array& items,
               const std::function<void(const std::string& json, std::int64_t count)>& piece) {
    for (std::size_t at = 0; at < items.size(); at += kRowsPerStatement) {
        const auto end = std::min(items.size(), at + kRowsPerStatement);
        const json::array some(items.data() + at, items.data() + end);
        piece(json::serialize(some), static_cast<std::int64_t>(end - at));
    }
}

Facts facts_of(const db::ReadTx& tx, const std::vector<OrganisationId>& bodies) {
    json::array wanted;
    for (const auto& body : bodies) {
        wanted.emplace_back(body.str());
    }
    Facts out;
    if (wanted.empty()) {
        return out;
    }
    const auto ids = json::serialize(wanted);
    out.states = tx.list(sql::states_of, {ids}, [](const db::Row& row) {
        return StateFact{row.get<std::string>(0),
                         row.get<OrganisationId>(1),
                         row.get<std::string>(2),
                         row.get<std::optional<std::string>>(3),
                         row.get<std::optional<std::string>>(4),
                         row.get<std::string>(5),
                         partial_date(row, 6),
                         row.get<Date>(8)};
    });
    out.names = tx.list(sql::names_of, {ids}, [](const db::Row& row) {
        return NameFact{row.get<std::string>(0),
                        row.get<OrganisationId>(1),
                        row.get<std::string>(2),
                        row.get<std::optional<std::string>>(3),
                        partial_date(row, 4),
                        row.get<Date>(6)};
    });
    out.relations = tx.list(sql::relations_of, {ids}, [](const db::Row& row) {
        return RelationFact{row.get<std::string>(0),
                            row.get<std::string>(1),
                            row.get<OrganisationId>(2),
                            row.get<OrganisationId>(3),
                            partial_date(row, 4),
                            row.get<Date>(6)};
    });
    return out;
}

Ledger::Ledger(db::WriteTx& tx, const EventRow& event) : tx_(tx), event_(tx.new_id<EventId>()) {
    try {
        insert(event);
    } catch (const db::ConstraintViolation& violation) {
        if (violation.kind() != db::Constraint::foreign_key) {
            throw;
        }
        throw Error(ErrorCode::invalid,
                    "field.faults",
                    {{"/basis_document_id", "organisations.basis_not_found", {}}});
    }
}

void Ledger::insert(const EventRow& event) {
    tx_.exec(sql::insert_event,
             {event_,
              to_string(event.code),
              event.date.date,
              hoiquan::to_string(event.date.precision),
              event.basis_document,
              event.basis_text,
              event.reason,
              event.ground ? std::optional(std::string(to_string(*event.ground))) : std::nullopt,
              event.summary,
              event.concerns_territory,
              tx_.now(),
              event.recorded_by,
              event.recorded_for,
              event.corrects});
}

OrganisationId Ledger::add_organisation() {
    auto id = tx_.new_id<OrganisationId>();
    organisations_.push_back(json::array{id.str()});
    return id;
}

void Ledger::add(const StateFact& fact) {
    states_.made.push_back(json::array{tx_.new_id<OrganisationId>().str(),
                                       fact.of.str(),
                                       fact.kind,
                                       text_or_null(fact.level),
                                       text_or_null(fact.code),
                                       fact.status,
                                       fact.from.date.iso(),
                                       hoiquan::to_string(fact.from.precision),
                                       fact.to.iso()});
}

void Ledger::add(const NameFact& fact) {
    auto keys = search_keys(fact.name);
    std::optional<std::string> short_key;
    if (fact.short_name) {
        const auto more = search_keys(*fact.short_name);
        keys.folded += "\n" + more.folded;
        keys.exact += "\n" + more.exact;
        short_key = match_key(*fact.short_name);
    }
    names_.made.push_back(json::array{tx_.new_id<OrganisationId>().str(),
                                      fact.of.str(),
                                      fact.name,
                                      text_or_null(fact.short_name),
                                      keys.folded,
                                      keys.exact,
                                      match_key(fact.name),
                                      text_or_null(short_key),
                                      sort_key(fact.name),
                                      fact.from.date.iso(),
                                      hoiquan::to_string(fact.from.precision),
                                      fact.to.iso()});
}

void Ledger::add(const RelationFact& fact) {
    relations_.made.push_back(json::array{tx_.new_id<RelationId>().str(),
                                          fact.kind,
                                          fact.from_id.str(),
                                          fact.to_id.str(),
                                          fact.from.date.iso(),
                                          hoiquan::to_string(fact.from.precision),
                                          fact.to.iso()});
}

template <class Fact>
void Ledger::end_in(Table& table, const Fact& fact, const Date& date) {
    table.ended.emplace_back(fact.row);
    if (fact.from.date < date) {
        table.copied.push_back(
            json::array{tx_.new_id<OrganisationId>().str(), fact.row, date.iso(), event_.str()});
    }
}

void Ledger::end(const StateFact& fact, const Date& date) {
    end_in(states_, fact, date);
}

void Ledger::end(const NameFact& fact, const Date& date) {
    end_in(names_, fact, date);
}

void Ledger::end(const RelationFact& fact, const Date& date) {
    end_in(relations_, fact, date);
}

void Ledger::add_part(const OrganisationId& body, Part part) {
    const auto place = static_cast<std::int64_t>(parts_.size());
    parts_.push_back(json::array{body.str(), to_string(part), place});
}

void Ledger::add_edge(const OrganisationId& from, const OrganisationId& to, Share share) {
    const auto place = static_cast<std::int64_t>(edges_.size());
    edges_.push_back(json::array{from.str(), to.str(), to_string(share), place});
}

void Ledger::add_questions(const std::vector<Question>& questions) {
    for (const auto& question : questions) {
        questions_.push_back(json::array{tx_.new_id<QuestionId>().str(),
                                         question.entity,
                                         question.entity_id,
                                         question.from.str(),
                                         question.provisional.str()});
    }
}

void Ledger::flush(const Progress& progress) {
    std::size_t all = organisations_.size() + parts_.size() + edges_.size() + questions_.size();
    for (const auto* table : {&states_, &names_, &relations_}) {
        all += table->made.size() + table->ended.size() + table->copied.size();
    }
    std::int64_t done = 0;
    const auto write = [&](const db::Statement& statement, json::array& rows, const auto& more) {
        in_pieces(rows, [&](const std::string& piece, std::int64_t count) {
            db::Params params{piece};
            params.insert(params.end(), more.begin(), more.end());
            tx_.exec(statement, params);
            done += count;
            if (progress) {
                progress(done, static_cast<std::int64_t>(all));
            }
        });
        rows.clear();
    };
    const db::Params now{tx_.now()};
    const db::Params now_by_event{tx_.now(), event_};
    write(sql::insert_organisations, organisations_, now);
    const auto write_table = [&](Table& table, const Statements& to) {
        write(to.end, table.ended, now_by_event);
        write(to.copy, table.copied, now);
        write(to.insert, table.made, now_by_event);
    };
    write_table(states_, {sql::insert_states, sql::end_states, sql::copy_states});
    write_table(names_, {sql::insert_names, sql::end_names, sql::copy_names});
    write_table(relations_, {sql::insert_relations, sql::end_relations, sql::copy_relations});
    const db::Params event{event_};
    write(sql::insert_parts, parts_, event);
    write(sql::insert_lineage, edges_, event);
    write(sql::insert_questions, questions_, event);
}

void refresh_statistics(db::WriteTx& tx) {
    tx.exec(sql::refresh_statistics, {});
}

void take_back(db::WriteTx& tx, const EventId& event) {
    struct Table {
        const db::Statement& made;
        const db::Statement& ended;
        const db::Statement& end;
        const db::Statement& copy;
    };
    const auto ids = [&](const db::Statement& statement) {
        return tx.list(
            statement, {event}, [](const db::Row& row) { return row.get<std::string>(0); });
    };
    for (const auto& table :
         {Table{sql::made_states, sql::ended_states, sql::end_states, sql::copy_states},
          Table{sql::made_names, sql::ended_names, sql::end_names, sql::copy_names},
          Table{sql::made_relations,
                sql::ended_relations,
                sql::end_relations,
                sql::copy_relations}}) {
        const auto made = ids(table.made);
        in_pieces(json::array(made.begin(), made.end()),
                  [&](const std::string& piece, std::int64_t) {
                      tx.exec(table.end, {piece, tx.now(), std::nullopt});
                  });
        json::array again;
        for (const auto& row : ids(table.ended)) {
            again.push_back(json::array{tx.new_id<OrganisationId>().str(), row, nullptr, nullptr});
        }
        in_pieces(again, [&](const std::string& piece, std::int64_t) {
            tx.exec(table.copy, {piece, tx.now()});
        });
    }
}

}  // namespace hoiquan::organisations
