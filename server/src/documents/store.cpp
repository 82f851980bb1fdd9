#include "documents/store.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "documents/sql.h"
#include "documents/symbol_key.h"
#include "organisations/organisations.h"

namespace hoiquan::documents::store {

namespace {

using Text = std::optional<std::string>;

/// Columns `column` and `column + 1`: a day and how finely it is known.
std::optional<PartialDate> partial_date(const db::Row& row, int column) {
    if (row.is_null(column)) {
        return std::nullopt;
    }
    const auto precision = row.is_null(column + 1) ? std::optional(DatePrecision::day)
                                                   : parse_date_precision(row.text(column + 1));
    return PartialDate{row.get<Date>(column), precision.value_or(DatePrecision::day)};
}

std::optional<Date> day_of(const std::optional<PartialDate>& date) {
    return date ? std::optional(date->date) : std::nullopt;
}

std::optional<std::string_view> precision_of(const std::optional<PartialDate>& date) {
    return date ? std::optional(hoiquan::to_string(date->precision)) : std::nullopt;
}

DocumentSummary summary_of(const db::Row& row) {
    DocumentSummary out;
    out.id = row.get<DocumentId>(0);
    out.organisation.id = row.get<OrganisationId>(1);
    out.direction = parse_direction(row.text(2)).value_or(Direction::incoming);
    out.document_type = row.get<std::string>(3);
    out.number = row.get<Text>(4);
    out.symbol = row.get<Text>(5);
    out.issuing_body_as_printed = row.get<Text>(6);
    out.issue_date = partial_date(row, 7);
    out.received_date = row.get<std::optional<Date>>(9);
    out.subject = row.get<std::string>(10);
    out.urgency = parse_urgency(row.text(11)).value_or(Urgency::normal);
    out.status = parse_status(row.text(12)).value_or(Status::registered);
    out.created_at = row.get<Instant>(13);
    out.version = row.integer(14);
    out.task_count = row.integer(15);
    return out;
}

DocumentInput input_of(const DocumentSummary& summary, const db::Row& row) {
    DocumentInput out;
    out.direction = summary.direction;
    out.document_type = summary.document_type;
    out.number = summary.number;
    out.symbol = summary.symbol;
    out.issuing_body_as_printed = summary.issuing_body_as_printed;
    out.issue_date = summary.issue_date;
    out.received_date = summary.received_date;
    out.subject = summary.subject;
    out.urgency = summary.urgency;
    out.parent_body_as_printed = row.get<Text>(16);
    out.issuer = row.get<std::optional<OrganisationId>>(17);
    out.place = row.get<Text>(18);
    out.signing_authority = row.get<Text>(19);
    out.signer_post = row.get<Text>(20);
    out.signer_name = row.get<Text>(21);
    return out;
}

/// What a search looks through.
organisations::SearchKeys keys_of(const DocumentInput& input) {
    return organisations::search_keys(
        input.subject + " | " + number_symbol(input.number, input.symbol) + " | " +
        input.issuing_body_as_printed.value_or("") + " | " + input.signer_name.value_or(""));
}

/// The columns that insert.sql and update.sql share, in their order.
db::Params input_params(const DocumentInput& input) {
    const auto keys = keys_of(input);
    return {to_string(input.direction),
            input.document_type,
            input.number,
            input.symbol,
            symbol_key(input.number, input.symbol),
            input.parent_body_as_printed,
            input.issuing_body_as_printed,
            input.issuer,
            input.place,
            day_of(input.issue_date),
            precision_of(input.issue_date),
            input.received_date,
            input.subject,
            input.signing_authority,
            input.signer_post,
            input.signer_name,
            to_string(input.urgency),
            keys.folded,
            keys.exact,
            sort_key(input.subject)};
}

Text word_of(const std::optional<Direction>& direction) {
    return direction ? Text(to_string(*direction)) : std::nullopt;
}

/// The parameters of found.inc.
db::Params found_params(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    const auto patterns = organisations::search_patterns(query.search);
    return auth::scoped(tx,
                        actor,
                        {patterns.folded,
                         patterns.folded_short,
                         patterns.exact,
                         patterns.exact_short,
                         word_of(query.direction),
                         query.document_type,
                         query.issued_from,
                         query.issued_to});
}

DocumentRelation relation_of(const db::Row& row) {
    DocumentRelation out;
    out.kind = row.get<std::string>(0);
    out.citation_text = row.get<std::string>(1);
    out.document = row.get<std::optional<DocumentId>>(2);
    const auto printed = number_symbol(row.get<Text>(3), row.get<Text>(4));
    out.number_symbol = printed.empty() ? row.get<std::string>(5) : printed;
    out.document_type = row.get<std::string>(6);
    out.issue_date = partial_date(row, 7);
    out.issuer = row.get<Text>(9);
    return out;
}

}  // namespace

std::vector<DocumentSummary> list(const db::ReadTx& tx,
                                  const auth::Actor& actor,
                                  const ListQuery& query) {
    auto params = found_params(tx, actor, query);
    params.emplace_back(query.status ? Text(to_string(*query.status)) : std::nullopt);
    params.emplace_back(to_string(query.sort));
    params.emplace_back(query.limit);
    params.emplace_back(query.offset);
    return tx.list(sql::list, params, summary_of);
}

std::map<Status, std::int64_t> count_by_status(const db::ReadTx& tx,
                                               const auth::Actor& actor,
                                               const ListQuery& query) {
    std::map<Status, std::int64_t> out;
    tx.each(sql::count_by_status, found_params(tx, actor, query), [&](const db::Row& row) {
        if (const auto status = parse_status(row.text(0))) {
            out[*status] = row.integer(1);
        }
    });
    return out;
}

std::optional<Record> find(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    return tx.find(sql::find, auth::scoped(tx, actor, {id}), [](const db::Row& row) {
        Record out;
        out.summary = summary_of(row);
        out.input = input_of(out.summary, row);
        out.file = row.get<std::optional<FileId>>(22);
        out.has_review = row.get<bool>(23);
        return out;
    });
}

Briefs briefs(const db::ReadTx& tx, const std::vector<DocumentId>& ids) {
    boost::json::array wanted;
    for (const auto& id : ids) {
        wanted.emplace_back(id.str());
    }
    Briefs out;
    if (wanted.empty()) {
        return out;
    }
    tx.each(sql::briefs, {boost::json::serialize(wanted)}, [&](const db::Row& row) {
        DocumentBrief brief{row.get<DocumentId>(0),
                            row.get<OrganisationId>(1),
                            row.get<std::string>(2),
                            row.get<Text>(3),
                            row.get<Text>(4),
                            row.get<std::string>(5),
                            partial_date(row, 6)};
        out.emplace(brief.id, std::move(brief));
    });
    return out;
}

DocumentId insert(db::WriteTx& tx, const NewRecord& record) {
    auto id = tx.new_id<DocumentId>();
    db::Params params{id};
    for (auto& param : input_params(record.input)) {
        params.push_back(std::move(param));
    }
    params.emplace_back(record.organisation);
    params.emplace_back(to_string(record.status));
    params.emplace_back(record.file);
    params.emplace_back(record.created_by);
    params.emplace_back(tx.now());
    tx.exec(sql::insert, params);
    return id;
}

bool update(db::WriteTx& tx,
            const DocumentId& id,
            std::int64_t version,
            const DocumentInput& input,
            Status status) {
    auto params = input_params(input);
    params.emplace_back(to_string(status));
    params.emplace_back(id);
    params.emplace_back(version);
    return tx.exec(sql::update, params) == 1;
}

void insert_recipients(db::WriteTx& tx,
                       const DocumentId& id,
                       const std::vector<Recipient>& recipients) {
    int position = 0;
    for (const auto& recipient : recipients) {
        tx.exec(sql::insert_recipient, {id, position++, recipient.text, recipient.purpose});
    }
}

std::vector<Recipient> list_recipients(const db::ReadTx& tx, const DocumentId& id) {
    return tx.list(sql::list_recipients, {id}, [](const db::Row& row) {
        return Recipient{row.get<std::string>(0), row.get<Text>(1)};
    });
}

void insert_relation(db::WriteTx& tx, const NewRelation& relation) {
    tx.exec(sql::insert_relation,
            {tx.new_id<RelationId>(),
             relation.document,
             relation.kind,
             relation.target,
             relation.named,
             relation.citation_text,
             tx.now()});
}

std::vector<DocumentRelation> list_relations(const db::ReadTx& tx,
                                             const auth::Actor& actor,
                                             const DocumentId& id) {
    return tx.list(sql::list_relations, auth::scoped(tx, actor, {id}), relation_of);
}

std::vector<DocumentRelation> list_cited_by(const db::ReadTx& tx,
                                            const auth::Actor& actor,
                                            const DocumentId& id) {
    return tx.list(sql::list_cited_by, auth::scoped(tx, actor, {id}), relation_of);
}

std::vector<Dated> find_by_symbol(const db::ReadTx& tx,
                                  const OrganisationId& organisation,
                                  const std::string& symbol_key,
                                  const DocumentId& except) {
    return tx.list(sql::find_by_symbol, {organisation, symbol_key, except}, [](const db::Row& row) {
        return Dated{row.get<DocumentId>(0), partial_date(row, 1)};
    });
}

std::vector<Named> find_named(const db::ReadTx& tx, const std::string& symbol_key) {
    return tx.list(sql::find_named, {symbol_key}, [](const db::Row& row) {
        return Named{row.get<NamedDocumentId>(0), partial_date(row, 1), row.get<Text>(3)};
    });
}

NamedDocumentId insert_named(db::WriteTx& tx,
                             const Citation& citation,
                             const std::string& symbol_key) {
    auto id = tx.new_id<NamedDocumentId>();
    tx.exec(sql::insert_named,
            {id,
             citation.document_type,
             citation.number_symbol.value_or(""),
             symbol_key,
             day_of(citation.issue_date),
             precision_of(citation.issue_date),
             citation.issuer,
             tx.now()});
    return id;
}

void link_named(db::WriteTx& tx,
                const DocumentId& target,
                const NamedDocumentId& named,
                const OrganisationId& organisation) {
    tx.exec(sql::link_named, {target, named, organisation});
}

}  // namespace hoiquan::documents::store
