// How far the drafts of our own papers are from the labels made by hand.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include "base/text.h"
#include "reader/reader.h"

namespace reader = hoiquan::reader;
namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

struct Count {
    double found = 0;
    double read = 0;
    double labelled = 0;
    double f1() const { return read + labelled == 0 ? 1 : 2 * found / (read + labelled); }
};

std::multiset<std::string> values_of(const json::value& items, const char* key) {
    std::multiset<std::string> values;
    for (const auto& item : items.as_array()) {
        const auto& value = item.at(key);
        values.insert(value.is_string() ? hoiquan::collapse_blanks(value.as_string()) : "");
    }
    return values;
}

void count(Count& all,
           const std::multiset<std::string>& read,
           const std::multiset<std::string>& labels) {
    std::vector<std::string> both;
    std::set_intersection(
        read.begin(), read.end(), labels.begin(), labels.end(), std::back_inserter(both));
    all.found += static_cast<double>(both.size());
    all.read += static_cast<double>(read.size());
    all.labelled += static_cast<double>(labels.size());
}

/// The actors of each task, told by its text.
std::multiset<std::string> leads_of(const json::value& tasks) {
    std::multiset<std::string> leads;
    for (const auto& task : tasks.as_array()) {
        std::string all(hoiquan::collapse_blanks(task.at("text").as_string()) + " <-");
        for (const auto& lead : task.at("lead").as_array()) {
            all += " " + std::string(lead.as_string());
        }
        std::erase_if(all, [](char c) { return c == ',' || c == ';'; });
        std::string plain;
        for (std::size_t at = 0; at < all.size(); ++at) {
            // "A và B" may be read as two bodies; the words count.
            if (all.compare(at, 5, " v\xC3\xA0 ") == 0) {
                at += 3;
            } else {
                plain += all[at];
            }
        }
        leads.insert(plain);
    }
    return leads;
}

}  // namespace

TEST_CASE("own papers: the drafts are near the labels made by hand") {
    const fs::path folder = fs::path(HOIQUAN_SOURCE_DIR) / "tests" / "golden" / "reader";
    Count metadata;
    Count citations;
    Count recipients;
    Count tasks;
    Count leads;
    Count deadlines;
    int papers = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".gold.json")) {
            continue;
        }
        ++papers;
        const auto labels = json::parse(bytes_of(entry.path()));
        const auto paper = folder / (name.substr(0, name.size() - 10) + ".txt");
        const auto draft =
            json::parse(reader::to_json(reader::read(bytes_of(paper), paper.string())));
        for (const auto& [key, value] : labels.at("metadata").as_object()) {
            const auto& read = draft.at("metadata").at(key);
            metadata.labelled += value.is_null() ? 0 : 1;
            metadata.read += read.is_null() ? 0 : 1;
            metadata.found += !value.is_null() && read == value ? 1 : 0;
        }
        count(citations,
              values_of(draft.at("citations"), "number_symbol"),
              values_of(labels.at("citations"), "number_symbol"));
        count(recipients,
              values_of(draft.at("recipients"), "text"),
              values_of(labels.at("recipients"), "text"));
        count(tasks, values_of(draft.at("tasks"), "text"), values_of(labels.at("tasks"), "text"));
        count(deadlines,
              values_of(draft.at("tasks"), "deadline_date"),
              values_of(labels.at("tasks"), "deadline_date"));
        count(leads, leads_of(draft.at("tasks")), leads_of(labels.at("tasks")));
    }
    CHECK(papers >= 60);
    CHECK(metadata.f1() >= 0.97);
    CHECK(citations.f1() >= 0.97);
    CHECK(recipients.f1() >= 0.97);
    CHECK(tasks.f1() >= 0.97);
    CHECK(deadlines.f1() >= 0.97);
    CHECK(leads.f1() >= 0.94);
    MESSAGE("metadata " << metadata.f1() << ", citations " << citations.f1() << ", recipients "
                        << recipients.f1() << ", tasks " << tasks.f1() << ", deadlines "
                        << deadlines.f1() << ", leads " << leads.f1() << " over " << papers);
}
