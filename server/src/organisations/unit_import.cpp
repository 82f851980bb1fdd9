#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <boost/json/object.hpp>

#include "base/error.h"
#include "organisations/ledger.h"
#include "organisations/sql.h"
#include "organisations/unit_files.h"
#include "platform/audit/audit.h"

namespace hoiquan::organisations {

namespace {

constexpr const char* kTerritory = "territory";
constexpr const char* kPartOf = "part_of";

/// A unit of the register on the last day before the reform.
struct KnownUnit {
    OrganisationId id;
    std::string level;
    std::string name;
    std::string parent_code;
};

/// One unit through the reform.
struct Unit {
    OrganisationId id;
    const UnitRow* before = nullptr;
    const UnitRow* after = nullptr;
    bool was_known = false;
};

/// Joins the two states and writes what changed between them.
class Importer {
public:
    Importer(db::WriteTx& tx, const UnitReform& reform, UnitTables tables)
        : tx_(tx), reform_(reform), tables_(std::move(tables)) {}

    UnitReformResult run(const Progress& progress) {
        load_known();
        compare_with_known();
        Ledger ledger(tx_, event_row());
        result_.event = ledger.event();
        gather(ledger);
        for (const auto& [code, unit] : old_) {
            write_old(ledger, unit);
        }
        for (const auto& [code, unit] : new_) {
            if (unit.before == nullptr) {
                write_new(ledger, unit);
            }
        }
        write_edges(ledger);
        ledger.flush(progress);
        refresh_statistics(tx_);
        record();
        return result_;
    }

private:
    EventRow event_row() const {
        EventRow out;
        out.code = EventCode::reorganise;
        out.date = {reform_.effective, DatePrecision::day};
        out.basis_text = reform_.basis;
        out.summary =
            std::to_string(tables_.before.size()) + " → " + std::to_string(tables_.after.size());
        out.concerns_territory = true;
        return out;
    }

    void load_known() {
        const auto day = reform_.effective.plus_days(-1);
        tx_.each(sql::territories_with_code, {day}, [&](const db::Row& row) {
            known_[row.get<std::string>(1)].push_back({row.get<OrganisationId>(0),
                                                       row.get<std::string>(2),
                                                       row.get<std::string>(3),
                                                       row.get<std::string>(4)});
        });
    }

    /// What is in the register already must be what the file says.
    void compare_with_known() {
        std::vector<Fault> faults;
        std::vector<OrganisationId> ids;
        for (const auto& row : tables_.before) {
            const auto known = known_.find(row.code);
            if (known == known_.end()) {
                continue;
            }
            const auto& unit = known->second.front();
            const bool is_same = known->second.size() == 1 && unit.name == row.full_name &&
                                 unit.level == row.level && unit.parent_code == row.parent_code;
            if (!is_same) {
                faults.push_back({"/" + reform_.before.name + ":" + std::to_string(row.line),
                                  "organisations.unit_known_otherwise",
                                  {{"code", row.code}, {"name", unit.name}}});
            }
            ids.push_back(unit.id);
        }
        facts_ = facts_of(tx_, ids);
        const std::set<OrganisationId> in_file(ids.begin(), ids.end());
        refuse_later_facts(faults, in_file);
        if (!faults.empty()) {
            throw Error(ErrorCode::invalid, "organisations.import_faults", std::move(faults));
        }
    }

    /// Nothing may be known of these units after the reform, nor of units below them that the file
    /// does not have.
    void refuse_later_facts(std::vector<Fault>& faults, const std::set<OrganisationId>& in_file) {
        std::set<OrganisationId> named;
        const auto refuse = [&](const OrganisationId& id, const char* key) {
            if (named.insert(id).second) {
                faults.push_back({"/" + reform_.before.name + ":1",
                                  key,
                                  {{"name", ref(tx_, id, reform_.effective).name}}});
            }
        };
        for (const auto& state : facts_.states) {
            if (state.from.date >= reform_.effective ||
                (state.holds_on(reform_.effective.plus_days(-1)) && state.to != far_future())) {
                refuse(state.of, "organisations.unit_changes_later");
            }
        }
        for (const auto& relation : facts_.relations) {
            const bool is_below = relation.kind == kPartOf && relation.to > reform_.effective &&
                                  in_file.contains(relation.to_id) &&
                                  !in_file.contains(relation.from_id);
            if (is_below) {
                refuse(relation.from_id, "organisations.unit_below_not_in_file");
            }
        }
    }

    /// The one old unit that goes whole and alone into a new one of its level stays that unit.
    const UnitRow* same_unit(const UnitRow& after,
                             const std::vector<const MappingRow*>& edges,
                             const std::map<std::string, const UnitRow*>& before) const {
        if (edges.size() != 1 || edges.front()->share != Share::whole) {
            return nullptr;
        }
        const auto* old = before.at(edges.front()->old_code);
        return old->level == after.level ? old : nullptr;
    }

    void gather(Ledger& ledger) {
        std::map<std::string, const UnitRow*> before;
        std::map<std::string, std::vector<const MappingRow*>> into;
        for (const auto& row : tables_.before) {
            before[row.code] = &row;
            Unit unit{{}, &row, nullptr, known_.contains(row.code)};
            unit.id = unit.was_known ? known_.at(row.code).front().id : ledger.add_organisation();
            result_.made_before += unit.was_known ? 0 : 1;
            old_.emplace(row.code, unit);
        }
        for (const auto* mapping : {&tables_.mapping, &tables_.mapping_provinces}) {
            for (const auto& row : *mapping) {
                into[row.new_code].push_back(&row);
            }
        }
        for (const auto& row : tables_.after) {
            if (const auto* same = same_unit(row, into[row.code], before)) {
                auto& unit = old_.at(same->code);
                unit.after = &row;
                new_.emplace(row.code, unit);
            } else {
                new_.emplace(row.code, Unit{ledger.add_organisation(), nullptr, &row, false});
            }
        }
        result_.units_before = static_cast<std::int64_t>(tables_.before.size());
        result_.units_after = static_cast<std::int64_t>(tables_.after.size());
    }

    OrganisationId parent_before(const Unit& unit) const {
        const auto& code = unit.before->parent_code;
        return code.empty() ? OrganisationId() : old_.at(code).id;
    }
    OrganisationId parent_after(const Unit& unit) const {
        const auto& code = unit.after->parent_code;
        return code.empty() ? OrganisationId() : new_.at(code).id;
    }

    StateFact state(const Unit& unit, const UnitRow& row, const PartialDate& from) const {
        StateFact out;
        out.of = unit.id;
        out.kind = kTerritory;
        out.level = row.level;
        out.code = row.code;
        out.from = from;
        return out;
    }
    void add_parent(Ledger& ledger,
                    const Unit& unit,
                    const OrganisationId& parent,
                    const PartialDate& from,
                    const Date& to) const {
        if (!parent.empty()) {
            ledger.add(RelationFact{{}, kPartOf, unit.id, parent, from, to});
        }
    }
    PartialDate from_effective() const { return {reform_.effective, DatePrecision::day}; }

    void write_old(Ledger& ledger, const Unit& unit) {
        const bool stays = unit.after != nullptr;
        const bool keeps_code = stays && unit.after->code == unit.before->code;
        const bool keeps_name = stays && unit.after->full_name == unit.before->full_name;
        const bool keeps_parent = stays && parent_before(unit) == parent_after(unit);
        if (unit.was_known) {
            end_known(ledger, unit, {keeps_code, !stays || keeps_name, keeps_parent});
        } else {
            write_past(ledger, unit, {keeps_code, !stays || keeps_name, keeps_parent});
        }
        if (stays) {
            write_future(ledger, unit, {keeps_code, keeps_name, keeps_parent});
        }
        (stays ? (keeps_name ? result_.unchanged : result_.renamed) : result_.ended) += 1;
        ledger.add_part(unit.id,
                        !stays                     ? Part::ended
                        : keeps_code && keeps_name ? Part::kept
                                                   : Part::changed);
    }

    struct Kept {
        bool code;
        bool name;  ///< A name outlives its bearer: it is never ended with the unit.
        bool parent;
    };

    /// Of a unit that the register does not have yet, from the day that the caller gave.
    void write_past(Ledger& ledger, const Unit& unit, const Kept& kept) const {
        const auto& since = reform_.before_since;
        const auto until = [&](bool is_kept) { return is_kept ? far_future() : reform_.effective; };
        auto fact = state(unit, *unit.before, since);
        fact.to = until(kept.code);
        ledger.add(fact);
        ledger.add(NameFact{{}, unit.id, unit.before->full_name, {}, since, until(kept.name)});
        add_parent(ledger, unit, parent_before(unit), since, until(kept.parent));
    }

    void end_known(Ledger& ledger, const Unit& unit, const Kept& kept) {
        index_facts();
        const auto end_all = [&](const auto& facts, bool is_kept) {
            const auto [first, last] = facts.equal_range(unit.id);
            for (auto at = first; at != last && !is_kept; ++at) {
                if (at->second->to > reform_.effective) {
                    ledger.end(*at->second, reform_.effective);
                }
            }
        };
        end_all(states_, kept.code);
        end_all(names_, kept.name);
        end_all(parents_, kept.parent);
    }

    void write_future(Ledger& ledger, const Unit& unit, const Kept& kept) const {
        const auto from = from_effective();
        if (!kept.code) {
            ledger.add(state(unit, *unit.after, from));
        }
        if (!kept.name) {
            ledger.add(NameFact{{}, unit.id, unit.after->full_name, {}, from, far_future()});
        }
        if (!kept.parent) {
            add_parent(ledger, unit, parent_after(unit), from, far_future());
        }
    }

    void write_new(Ledger& ledger, const Unit& unit) {
        const auto from = from_effective();
        ledger.add(state(unit, *unit.after, from));
        ledger.add(NameFact{{}, unit.id, unit.after->full_name, {}, from, far_future()});
        add_parent(ledger, unit, parent_after(unit), from, far_future());
        ledger.add_part(unit.id, Part::made);
        ++result_.made;
    }

    void index_facts() {
        if (!states_.empty()) {
            return;
        }
        for (const auto& fact : facts_.states) {
            states_.emplace(fact.of, &fact);
        }
        for (const auto& fact : facts_.names) {
            names_.emplace(fact.of, &fact);
        }
        for (const auto& fact : facts_.relations) {
            if (fact.kind == kPartOf) {
                parents_.emplace(fact.from_id, &fact);
            }
        }
    }

    void write_edges(Ledger& ledger) {
        for (const auto* mapping : {&tables_.mapping_provinces, &tables_.mapping}) {
            for (const auto& row : *mapping) {
                ledger.add_edge(old_.at(row.old_code).id, new_.at(row.new_code).id, row.share);
                ++result_.edges;
            }
        }
    }

    void record() {
        audit::record_system(tx_,
                             {.action = "organisations.units_imported",
                              .entity = "organisation_event",
                              .entity_id = result_.event.str(),
                              .before = nullptr,
                              .after = boost::json::object{{"effective", reform_.effective.iso()},
                                                           {"basis", reform_.basis},
                                                           {"units_before", result_.units_before},
                                                           {"units_after", result_.units_after},
                                                           {"edges", result_.edges}},
                              .reason = {},
                              .parent_entity_id = {}});
    }

    db::WriteTx& tx_;
    const UnitReform& reform_;
    UnitTables tables_;
    UnitReformResult result_;
    std::map<std::string, std::vector<KnownUnit>> known_;
    Facts facts_;
    std::multimap<OrganisationId, const StateFact*> states_;
    std::multimap<OrganisationId, const NameFact*> names_;
    std::multimap<OrganisationId, const RelationFact*> parents_;
    std::map<std::string, Unit> old_;  ///< By code before.
    std::map<std::string, Unit> new_;  ///< By code after; a unit that stays is in both.
};

}  // namespace

UnitReformResult import_admin_units(db::WriteTx& tx,
                                    const UnitReform& reform,
                                    const Progress& progress) {
    auto read = read_units(reform);
    if (!read.faults.empty()) {
        throw Error(ErrorCode::invalid, "organisations.import_faults", std::move(read.faults));
    }
    if (reform.before_since.date >= reform.effective) {
        throw Error(ErrorCode::invalid, "organisations.before_since_too_late");
    }
    const auto there = tx.find(sql::find_reform, {reform.effective}, [](const db::Row& row) {
        return row.get<std::string>(0);
    });
    if (there) {
        throw Error(ErrorCode::conflict, "organisations.reform_there_already").with_detail(*there);
    }
    return Importer(tx, reform, std::move(read.tables)).run(progress);
}

}  // namespace hoiquan::organisations
