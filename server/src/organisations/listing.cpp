#include "organisations/listing.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "organisations/sql.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

std::string_view to_string(Sort sort) {
    switch (sort) {
        case Sort::name:
            return "name";
        case Sort::name_down:
            return "name_down";
        case Sort::kind:
            return "kind";
        case Sort::kind_down:
            return "kind_down";
        case Sort::valid_from:
            return "valid_from";
        case Sort::valid_from_down:
            return "valid_from_down";
    }
    return "name";
}

/// Up to so many bodies are gathered and sorted; more are walked through in the order of their
/// names until the page is full.
constexpr int kGathered = 3000;
/// The index of words holds pieces of three letters.
constexpr std::size_t kShortestWord = 3;

db::Params with(db::Params params, const db::Params& more) {
    params.insert(params.end(), more.begin(), more.end());
    return params;
}

/// As believed now the register keeps the number for each day; what was believed is counted.
std::int64_t count_all(const db::ReadTx& tx, const ListQuery& query) {
    if (query.view.known_on) {
        return tx.integer(sql::count, store::found_params(query));
    }
    return tx.integer(sql::count_on, {query.view.as_of, query.kind});
}

std::vector<Organisation> sorted(const db::ReadTx& tx, const ListQuery& query) {
    const db::Params more{to_string(query.sort), query.limit, query.offset};
    return tx.list(sql::list, with(store::found_params(query), more), store::organisation_of);
}

/// What a pattern %words% asks of the index.
std::string words_of(const std::string& pattern) {
    return pattern.substr(1, pattern.size() - 2);
}

/// The bodies that were ever called so; nothing when they are too many or the words too short.
std::optional<std::string> called_so(const db::ReadTx& tx, const SearchPatterns& patterns) {
    const auto& first = *patterns.folded;
    const auto& second = patterns.folded_short.value_or(first);
    if (std::min(first.size(), second.size()) < kShortestWord + 2) {
        return std::nullopt;
    }
    const bool is_sqlite = tx.engine() == db::Engine::sqlite;
    const auto asked = [&](const std::string& pattern) {
        return is_sqlite ? '"' + words_of(pattern) + '"' : pattern;
    };
    boost::json::array ids;
    tx.each(sql::with_words, {asked(first), asked(second), kGathered + 1}, [&](const db::Row& row) {
        ids.emplace_back(row.text(0));
    });
    return ids.size() > kGathered ? std::nullopt : std::optional(boost::json::serialize(ids));
}

Page gathered(const db::ReadTx& tx, const ListQuery& query, const std::string& ids) {
    const auto params = with(store::found_params(query), {ids});
    const db::Params more{to_string(query.sort), query.limit, query.offset};
    Page out{tx.list(sql::list_of, with(params, more), store::organisation_of), 0, true};
    const bool is_all =
        query.offset == 0 && out.items.size() < static_cast<std::size_t>(query.limit);
    out.total =
        is_all ? static_cast<std::int64_t>(out.items.size()) : tx.integer(sql::count_of, params);
    return out;
}

std::vector<Organisation> walked(const db::ReadTx& tx, const ListQuery& query, int limit) {
    const auto& statement = query.sort == Sort::name_down ? sql::walk_down : sql::walk;
    return tx.list(
        statement, with(store::found_params(query), {limit, query.offset}), store::organisation_of);
}

bool is_by_name(const ListQuery& query) {
    return query.sort == Sort::name || query.sort == Sort::name_down;
}

Page without_words(const db::ReadTx& tx, const ListQuery& query) {
    const auto total = count_all(tx, query);
    if (total == 0) {
        return {{}, 0, true};
    }
    const bool walks = is_by_name(query) && (!query.kind || total > kGathered);
    return {walks ? walked(tx, query, query.limit) : sorted(tx, query), total, true};
}

/// Many bear these words: the page itself says how many there are at least.
Page many(const db::ReadTx& tx, const ListQuery& query) {
    Page out{walked(tx, query, query.limit + 1), 0, true};
    if (out.items.size() > static_cast<std::size_t>(query.limit)) {
        out.items.pop_back();
        out.is_exact = false;
        out.total = query.offset + query.limit + 1;
    } else if (out.items.empty() && query.offset > 0) {
        out.total = tx.integer(sql::count, store::found_params(query));
    } else {
        out.total = query.offset + static_cast<std::int64_t>(out.items.size());
    }
    return out;
}

}  // namespace

Page find_page(const db::ReadTx& tx, const ListQuery& query) {
    const auto patterns = search_patterns(query.search);
    if (!patterns.folded) {
        return without_words(tx, query);
    }
    if (const auto ids = called_so(tx, patterns)) {
        return gathered(tx, query, *ids);
    }
    if (query.counts_all || !is_by_name(query)) {
        return {sorted(tx, query), tx.integer(sql::count, store::found_params(query)), true};
    }
    return many(tx, query);
}

}  // namespace hoiquan::organisations
