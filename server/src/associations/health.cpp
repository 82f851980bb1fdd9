#include "associations/health.h"

#include <algorithm>
#include <utility>

#include "associations/money.h"
#include "associations/service.h"
#include "associations/settings.h"
#include "associations/sql.h"
#include "base/error.h"

namespace hoiquan::associations {

namespace {

constexpr std::array<std::string_view, 3> kStates{"good", "attention", "no_data"};
constexpr std::size_t kExamples = 20;

/// What the signs of one association rest on, read for all of them in one statement.
struct Measures {
    OrganisationId id;
    std::string name;
    bool has_profile = false;
    std::string office;
    std::string equipment;
    std::map<Flag, Date> flags;  ///< With the day since when.
    std::int64_t terms = 0;
    std::int64_t posts = 0;
    std::int64_t chairs = 0;
    std::int64_t left_early = 0;
    std::int64_t without_quorum = 0;
    std::int64_t income = 0;
    std::int64_t state_income = 0;
};

Evidence shown(std::string key, std::vector<std::pair<std::string, std::string>> args = {}) {
    return {std::move(key), std::move(args), {}, {}};
}

Sign make(std::string_view code, SignState state, std::vector<Evidence> evidence = {}) {
    return {std::string(code),
            state,
            "associations.sign_" + std::string(code) + "_rule",
            std::move(evidence)};
}

/// Attention when one of the flags holds; what it rests on is since when.
Sign of_flags(std::string_view code, const Measures& of, std::initializer_list<Flag> flags) {
    std::vector<Evidence> evidence;
    for (const auto flag : flags) {
        const auto found = of.flags.find(flag);
        if (found != of.flags.end()) {
            evidence.push_back({"associations.evidence_" + std::string(to_string(flag)),
                                {{"date", found->second.dd_mm_yyyy()}},
                                "association",
                                of.id.str()});
        }
    }
    if (!of.has_profile) {
        return make(code, SignState::no_data);
    }
    const auto state = evidence.empty() ? SignState::good : SignState::attention;
    return make(code, state, std::move(evidence));
}

Sign unity(const Measures& of) {
    if (of.posts == 0 && of.terms == 0) {
        return make("unity", SignState::no_data);
    }
    std::vector<Evidence> evidence;
    if (of.left_early > 0) {
        evidence.push_back(
            shown("associations.evidence_left_early", {{"count", std::to_string(of.left_early)}}));
    }
    if (of.without_quorum > 0) {
        evidence.push_back(shown("associations.evidence_without_quorum",
                                 {{"count", std::to_string(of.without_quorum)}}));
    }
    const auto state = evidence.empty() ? SignState::good : SignState::attention;
    return make("unity", state, std::move(evidence));
}

Sign leaders(const Measures& of) {
    if (of.posts == 0) {
        return make("leaders_ability", SignState::no_data);
    }
    auto sign = of_flags("leaders_ability", of, {Flag::board_incomplete});
    if (of.chairs == 0) {
        sign.state = SignState::attention;
        sign.evidence.push_back(shown("associations.evidence_no_chair"));
    }
    return sign;
}

Sign reliance(const Measures& of, const Settings& settings, const Date& day) {
    constexpr std::int64_t hundredths = 100;
    const auto ratio = self_reliance(of.income, of.state_income);
    const auto least = settings.number_on("self_reliance_percent", day);
    if (!ratio || !least) {
        return make("self_reliance", SignState::no_data);
    }
    const auto state = *ratio >= *least * hundredths ? SignState::good : SignState::attention;
    return make("self_reliance",
                state,
                {{"associations.evidence_self_reliance",
                  {{"percent", std::to_string(*ratio / hundredths)},
                   {"least", std::to_string(*least)},
                   {"year", std::to_string(day.year() - 1)}},
                  "association_money",
                  of.id.str()}});
}

Sign premises(const Measures& of) {
    if (of.office.empty()) {
        return make("premises", SignState::no_data);
    }
    if (of.office != "none" && of.equipment != "none") {
        return make("premises", SignState::good);
    }
    std::vector<Evidence> evidence;
    if (of.office == "none") {
        evidence.push_back(shown("associations.evidence_no_office"));
    }
    if (of.equipment == "none") {
        evidence.push_back(shown("associations.evidence_no_equipment"));
    }
    return make("premises", SignState::attention, std::move(evidence));
}

Health judged(const Measures& of, const Settings& settings, const Date& day) {
    return {of.id,
            of.name,
            {make("dissemination", SignState::no_data),
             make("awareness", SignState::no_data),
             make("mergers_not_done", SignState::no_data),
             of_flags("formal_activity", of, {Flag::dormant, Flag::no_report_2_years}),
             unity(of),
             leaders(of),
             reliance(of, settings, day),
             premises(of),
             of_flags("timeliness",
                      of,
                      {Flag::term_overdue, Flag::no_report_1_year, Flag::no_report_2_years})}};
}

Measures measures_of(const db::Row& row) {
    Measures out;
    out.id = row.get<OrganisationId>(0);
    out.name = row.get<std::string>(1);
    out.has_profile = !row.is_null(2);
    out.office = row.get<std::optional<std::string>>(3).value_or("");
    out.equipment = row.get<std::optional<std::string>>(4).value_or("");
    int column = 5;
    for (auto* number : {&out.terms,
                         &out.posts,
                         &out.chairs,
                         &out.left_early,
                         &out.without_quorum,
                         &out.income,
                         &out.state_income}) {
        *number = row.integer(column);
        ++column;
    }
    return out;
}

std::vector<Measures> measures(const db::ReadTx& tx,
                               const auth::Actor& actor,
                               const std::optional<OrganisationId>& under,
                               const std::optional<OrganisationId>& one,
                               const Date& day) {
    constexpr int months_back = -24;
    const auto params = auth::scoped(tx,
                                     actor,
                                     {under,
                                      day,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt,
                                      std::nullopt});
    auto with = params;
    with.emplace_back(plus_months(day, months_back));
    with.emplace_back(day.year() - 1);
    with.emplace_back(one);
    auto out = tx.list(sql::health_measures, with, measures_of);
    std::map<OrganisationId, Measures*> by_id;
    for (auto& row : out) {
        by_id[row.id] = &row;
    }
    tx.each(sql::flags_on, {day}, [&](const db::Row& row) {
        const auto found = by_id.find(row.get<OrganisationId>(0));
        const auto flag = parse_flag(row.text(1));
        if (found != by_id.end() && flag) {
            found->second->flags.emplace(*flag, row.get<Date>(2));
        }
    });
    return out;
}

/// What other modules know takes the place of "no data".
void add_sources(const db::ReadTx& tx,
                 std::vector<Health>& all,
                 const SignSources& sources,
                 const Date& day) {
    std::vector<OrganisationId> ids;
    ids.reserve(all.size());
    for (const auto& one : all) {
        ids.push_back(one.id);
    }
    for (const auto& source : sources) {
        auto known = source->signs(tx, ids, day);
        for (auto& one : all) {
            const auto found = known.find(one.id);
            const auto place = std::find_if(one.signs.begin(), one.signs.end(), [&](const Sign& x) {
                return x.code == source->code();
            });
            if (found != known.end() && place != one.signs.end()) {
                auto rule = place->rule;
                *place = std::move(found->second);
                place->code = source->code();
                place->rule = std::move(rule);
            }
        }
    }
}

std::vector<Health> judged_all(const db::ReadTx& tx,
                               const std::vector<Measures>& all,
                               const Date& day,
                               const SignSources& sources) {
    const auto settings = load_settings(tx);
    std::vector<Health> out;
    out.reserve(all.size());
    for (const auto& one : all) {
        out.push_back(judged(one, settings, day));
    }
    add_sources(tx, out, sources, day);
    return out;
}

void count(SignCount& line, const Sign& sign, const Health& of) {
    switch (sign.state) {
        case SignState::good:
            ++line.good;
            break;
        case SignState::no_data:
            ++line.no_data;
            break;
        case SignState::attention:
            ++line.attention;
            if (line.examples.size() < kExamples) {
                line.examples.push_back({of.id, of.name, {}});
            }
            break;
    }
}

}  // namespace

std::string_view to_string(SignState state) {
    return kStates.at(static_cast<std::size_t>(state));
}

Health health(const db::ReadTx& tx,
              const auth::Actor& actor,
              const OrganisationId& id,
              const Date& day,
              const SignSources& sources) {
    standing(tx, actor, id, day);
    auto all = judged_all(tx, measures(tx, actor, std::nullopt, id, day), day, sources);
    if (all.empty()) {
        throw Error(ErrorCode::not_found, "associations.not_found");
    }
    return std::move(all.front());
}

HealthRollUp roll_up_health(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            const std::optional<OrganisationId>& under,
                            const Date& day,
                            const SignSources& sources) {
    demand_reader(actor);
    const auto all = judged_all(tx, measures(tx, actor, under, std::nullopt, day), day, sources);
    HealthRollUp out;
    out.as_of = day;
    out.associations = static_cast<std::int64_t>(all.size());
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
        SignCount line;
        line.code = kSigns[i];
        line.rule = make(kSigns[i], SignState::no_data).rule;
        for (const auto& one : all) {
            count(line, one.signs[i], one);
        }
        out.signs.push_back(std::move(line));
    }
    return out;
}

}  // namespace hoiquan::associations
