#include "documents/pages.h"

#include <algorithm>
#include <cmath>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "documents/register.h"
#include "documents/sql.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

/// Four digits are finer than a point of any page that is shown.
double rounded(double share) {
    constexpr double fine = 10'000.0;
    return std::round(share * fine) / fine;
}

json::array word_json(const intake::WordPlace& word) {
    return {static_cast<std::int64_t>(word.start),
            static_cast<std::int64_t>(word.end),
            rounded(word.left),
            rounded(word.top),
            rounded(word.right),
            rounded(word.bottom),
            rounded(word.confidence)};
}

}  // namespace

std::vector<SourcePage> pages_of(const intake::Reading& reading) {
    std::vector<json::array> words(reading.pages.size());
    std::vector<std::int64_t> starts(reading.pages.size(), -1);
    for (const auto& word : reading.words) {
        words[word.page].push_back(word_json(word));
        auto& start = starts[word.page];
        const auto at = static_cast<std::int64_t>(word.start);
        start = start < 0 ? at : std::min(start, at);
    }
    std::vector<SourcePage> out;
    std::int64_t last = 0;
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        last = starts[i] < 0 ? last : starts[i];
        out.push_back({reading.pages[i], last, json::serialize(words[i])});
    }
    return out;
}

void insert_pages(db::WriteTx& tx, const DocumentId& id, const std::vector<SourcePage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& page = pages[i];
        tx.exec(sql::insert_page,
                {id, i, page.turn.turned, page.turn.skew, page.text_start, page.words_json});
    }
}

std::vector<std::int64_t> page_starts(const db::ReadTx& tx, const DocumentId& id) {
    return tx.list(sql::page_starts, {id}, [](const db::Row& row) { return row.integer(0); });
}

SourcePage get_page(const db::ReadTx& tx,
                    const auth::Actor& actor,
                    const DocumentId& id,
                    std::int64_t page) {
    get_record(tx, actor, id);
    auto found = tx.find(sql::find_page, {id, page}, [](const db::Row& row) {
        return SourcePage{{row.get<int>(0), row.real(1)}, row.integer(2), row.get<std::string>(3)};
    });
    if (!found) {
        throw Error(ErrorCode::not_found, "documents.page_not_found");
    }
    return std::move(*found);
}

}  // namespace hoiquan::documents
