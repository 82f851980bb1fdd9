#include "associations/money.h"

#include <algorithm>
#include <map>
#include <utility>

#include "associations/service.h"
#include "associations/sql.h"

namespace hoiquan::associations {

namespace {

struct Sum {
    std::string organisation;
    std::string name;
    std::string direction;
    std::string source;
    std::string decision;
    std::string task;
    std::int64_t amount = 0;
    std::int64_t entries = 0;
};

Sum sum_of(const db::Row& row) {
    const auto text = [&](int column) {
        return row.get<std::optional<std::string>>(column).value_or("");
    };
    return {text(0), text(1), text(2), text(3), text(4), text(5), row.integer(6), row.integer(7)};
}

void add(MoneyLine& line, const Sum& sum) {
    (sum.direction == "income" ? line.income : line.spending) += sum.amount;
    line.entries += sum.entries;
}

/// Lines in the order of their labels.
std::vector<MoneyLine> added_up(const std::vector<Sum>& sums,
                                std::pair<std::string, std::string> (*key)(const Sum&)) {
    std::map<std::string, MoneyLine> lines;
    for (const auto& sum : sums) {
        const auto [label, title] = key(sum);
        auto& line = lines[label];
        line.label = label;
        line.title = title;
        add(line, sum);
    }
    std::vector<MoneyLine> out;
    out.reserve(lines.size());
    for (auto& [label, line] : lines) {
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

std::optional<std::int64_t> self_reliance(std::int64_t income, std::int64_t state_income) {
    constexpr std::int64_t whole = 10'000;
    if (income <= 0) {
        return std::nullopt;
    }
    // In two steps, so that thousands of billions of đồng do not leave 64 bits.
    const auto own = income - state_income;
    return own / income * whole + own % income * whole / income;
}

MoneySums money_sums(const db::ReadTx& tx,
                     const auth::Actor& actor,
                     int year,
                     const std::optional<OrganisationId>& one) {
    demand_reader(actor);
    if (one) {
        standing(tx, actor, *one, tx.today());
    }
    const auto sums =
        tx.list(sql::money_sums, auth::scoped(tx, actor, {one, tx.today(), year}), sum_of);
    MoneySums out;
    out.year = year;
    for (const auto& sum : sums) {
        add(out.total, sum);
        if (sum.direction == "income" && sum.source == "state") {
            out.state_income += sum.amount;
        }
    }
    out.by_association =
        added_up(sums, [](const Sum& sum) { return std::pair(sum.organisation, sum.name); });
    out.by_source =
        added_up(sums, [](const Sum& sum) { return std::pair(sum.source, std::string()); });
    out.by_task = added_up(sums, [](const Sum& sum) { return std::pair(sum.decision, sum.task); });
    out.self_reliance = self_reliance(out.total.income, out.state_income);
    return out;
}

}  // namespace hoiquan::associations
