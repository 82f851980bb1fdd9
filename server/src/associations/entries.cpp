#include "associations/entries.h"

#include <utility>

#include <boost/json/serialize.hpp>

#include "associations/entry_kinds.h"
#include "associations/holding.h"
#include "associations/service.h"
#include "base/text.h"
#include "platform/http/json_reader.h"

namespace hoiquan::associations {

namespace json = boost::json;

namespace {

constexpr int kBeforeFields = 5;  // id, version, organisation_id, from, to

json::value value_at(const db::Row& row, int column, FieldType type) {
    if (row.is_null(column)) {
        return nullptr;
    }
    switch (type) {
        case FieldType::whole:
            return row.integer(column);
        case FieldType::yes_no:
            return row.integer(column) != 0;
        case FieldType::text:
        case FieldType::day:
        case FieldType::choice:
        case FieldType::id:
            break;
    }
    return json::value(row.text(column));
}

Entry entry_of(const db::Row& row, const KindRules& rules) {
    Entry out{{"id", row.text(0)}, {"version", row.integer(1)}, {"organisation_id", row.text(2)}};
    if (rules.is_held) {
        const auto until = row.get<Date>(4);
        out["from"] = row.text(3);
        out["to"] = until == far_future() ? json::value(nullptr) : json::value(until.iso());
    }
    int column = kBeforeFields;
    for (const auto& field : rules.fields) {
        if (!field.is_derived) {
            out[field.name] = value_at(row, column, field.type);
        }
        ++column;
    }
    return out;
}

std::optional<std::string> word(const Field& field, std::string_view text) {
    for (const auto& choice : field.choices) {
        if (choice == text) {
            return std::string(text);
        }
    }
    return std::nullopt;
}

json::value text_or_null(const std::optional<std::string>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

json::value read_field(http::JsonReader& reader, const Field& field) {
    if (field.is_required && !reader.has(field.name)) {
        reader.fault(field.name, "field.required");
    }
    switch (field.type) {
        case FieldType::whole: {
            const auto value = reader.integer(field.name, field.least, field.most);
            return value ? json::value(*value) : json::value(nullptr);
        }
        case FieldType::day: {
            const auto value = reader.date(field.name);
            return value ? json::value(value->iso()) : json::value(nullptr);
        }
        case FieldType::yes_no:
            return reader.boolean(field.name, false);
        case FieldType::choice:
            return text_or_null(reader.choice(
                field.name, [&](std::string_view text) { return word(field, text); }));
        case FieldType::id: {
            const auto value = reader.id<EntryId>(field.name);
            return value ? json::value(value->str()) : json::value(nullptr);
        }
        case FieldType::text:
            break;
    }
    return text_or_null(reader.text(field.name, static_cast<std::size_t>(field.most)));
}

Entry read_entry(const KindRules& rules, const json::value& input) {
    http::JsonReader reader(input);
    Entry out;
    for (const auto& field : rules.fields) {
        if (!field.is_derived) {
            out[field.name] = read_field(reader, field);
        }
    }
    if (rules.is_held) {
        out["from"] = read_field(reader, {"from", FieldType::day, true});
        out["to"] = read_field(reader, {"to", FieldType::day});
    }
    reader.check();
    std::vector<Fault> faults;
    if (rules.check != nullptr) {
        rules.check(out, faults);
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    return out;
}

db::Param param_of(const json::value& value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    if (value.is_bool()) {
        return value.as_bool();
    }
    if (value.is_int64()) {
        return value.as_int64();
    }
    return std::string_view(value.as_string());
}

void add_fields(db::Params& params, const KindRules& rules, const Entry& entry) {
    for (const auto& field : rules.fields) {
        if (field.is_derived) {
            const auto& name = entry.at("full_name").as_string();
            params.emplace_back(fold(std::string_view(name)));
        } else {
            params.push_back(param_of(entry.at(field.name)));
        }
    }
}

Date day_at(const Entry& entry, const char* name) {
    const auto& value = entry.at(name);
    return value.is_null()
               ? far_future()
               : Date::parse_iso(std::string_view(value.as_string())).value_or(far_future());
}

/// For the history: what a person is called and when they were born is in the record alone.
json::value without_person(Entry entry) {
    entry.erase("full_name");
    entry.erase("birth_year");
    return entry;
}

std::string entity_of(const KindRules& rules) {
    return "association_" + std::string(rules.name);
}

struct Found {
    Entry entry;
    OrganisationId organisation;
};

Found find(const db::ReadTx& tx, const KindRules& rules, const EntryId& id) {
    auto found = tx.find(*rules.find, {id}, [&](const db::Row& row) {
        return Found{entry_of(row, rules), row.get<OrganisationId>(2)};
    });
    if (!found) {
        throw Error(ErrorCode::not_found, "associations.not_found");
    }
    return std::move(*found);
}

void demand_version(const Found& found, std::int64_t version) {
    if (found.entry.at("version").as_int64() != version) {
        throw Error(ErrorCode::conflict, "http.conflict")
            .with_current(json::serialize(found.entry));
    }
}

/// The time of the last holder changes; what an earlier one held before an event stays.
void hold_anew(db::WriteTx& tx, const KindRules& rules, const std::string& id, const Entry& entry) {
    auto rows = holdings_of(tx, rules.name, id);
    if (rows.empty()) {
        return;
    }
    auto& last = rows.back();
    const bool is_alone = rows.size() == 1;
    const auto from = is_alone ? day_at(entry, "from") : last.valid_from;
    const auto to = day_at(entry, "to");
    if (from == last.valid_from && to == last.valid_to) {
        return;
    }
    if (from >= to) {
        throw Error(ErrorCode::invalid,
                    "field.faults",
                    {{"/to", "associations.ends_before_it_begins", {}}});
    }
    last.valid_from = from;
    last.valid_to = to;
    replace_holdings(tx, rules.name, id, rows);
}

}  // namespace

std::vector<Entry> entries(const db::ReadTx& tx, const OrganisationId& id, EntryKind kind) {
    const auto& rules = rules_of(kind);
    return tx.list(*rules.list, {id}, [&](const db::Row& row) { return entry_of(row, rules); });
}

Entries all_entries(const db::ReadTx& tx, const OrganisationId& id) {
    Entries out;
    for (const auto kind : kEntryKinds) {
        if (kind != EntryKind::money) {
            out[kind] = entries(tx, id, kind);
        }
    }
    return out;
}

EntryId add_entry(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  EntryKind kind,
                  const json::value& input) {
    standing_to_edit(tx, actor, id);
    const auto& rules = rules_of(kind);
    auto entry = read_entry(rules, input);
    auto made = tx.new_id<EntryId>();
    db::Params params{made};
    if (!rules.is_held) {
        params.emplace_back(id);
    }
    add_fields(params, rules, entry);
    params.emplace_back(tx.now());
    tx.exec(*rules.insert, params);
    if (rules.is_held) {
        begin_holding(
            tx,
            {std::string(rules.name), made.str(), id, day_at(entry, "from"), day_at(entry, "to")});
    }
    record(tx,
           actor,
           id,
           {.action = "association." + std::string(rules.name) + "_added",
            .entity = entity_of(rules),
            .entity_id = made.str(),
            .after = without_person(std::move(entry))});
    return made;
}

OrganisationId update_entry(db::WriteTx& tx,
                            const auth::Actor& actor,
                            const EntryRef& ref,
                            const json::value& input) {
    const auto& rules = rules_of(ref.kind);
    const auto& id = ref.id;
    auto found = find(tx, rules, id);
    standing_to_edit(tx, actor, found.organisation);
    auto entry = read_entry(rules, input);
    demand_version(found, ref.version);
    db::Params params;
    add_fields(params, rules, entry);
    params.emplace_back(id);
    params.emplace_back(ref.version);
    tx.exec(*rules.update, params);
    if (rules.is_held) {
        hold_anew(tx, rules, id.str(), entry);
    }
    record(tx,
           actor,
           found.organisation,
           {.action = "association." + std::string(rules.name) + "_changed",
            .entity = entity_of(rules),
            .entity_id = id.str(),
            .before = without_person(std::move(found.entry)),
            .after = without_person(std::move(entry))});
    return found.organisation;
}

OrganisationId remove_entry(db::WriteTx& tx,
                            const auth::Actor& actor,
                            const EntryRef& ref,
                            const std::string& reason) {
    const auto& rules = rules_of(ref.kind);
    const auto& id = ref.id;
    auto found = find(tx, rules, id);
    standing_to_edit(tx, actor, found.organisation);
    demand_version(found, ref.version);
    tx.exec(*rules.remove, {tx.now(), id, ref.version});
    if (rules.is_held) {
        replace_holdings(tx, rules.name, id.str(), {});
    }
    record(tx,
           actor,
           found.organisation,
           {.action = "association." + std::string(rules.name) + "_removed",
            .entity = entity_of(rules),
            .entity_id = id.str(),
            .before = without_person(std::move(found.entry)),
            .reason = reason});
    return found.organisation;
}

}  // namespace hoiquan::associations
