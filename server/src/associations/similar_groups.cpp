#include "associations/similar_groups.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace hoiquan::associations::similarity {

namespace {

using IdPair = std::pair<std::string, std::string>;

class Grouping {
public:
    Grouping(const std::vector<SimilarPair>& pairs, const SimilarOptions& options)
        : options_(options) {
        for (const auto& pair : pairs) {
            add(pair.first);
            add(pair.second);
            scores_[{pair.first, pair.second}] = pair.score;
        }
    }

    void try_to_join(const SimilarPair& pair) {
        const auto a = group_of_.at(pair.first);
        const auto b = group_of_.at(pair.second);
        if (a == b || !may_join(a, b)) {
            return;
        }
        for (const auto& id : groups_[b]) {
            group_of_[id] = a;
        }
        groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
        groups_[b].clear();
    }

    std::vector<SimilarGroup> result() {
        std::vector<SimilarGroup> out;
        for (auto& ids : groups_) {
            if (ids.size() < 2) {
                continue;
            }
            std::sort(ids.begin(), ids.end());
            out.push_back({ids, average_of(ids)});
        }
        std::sort(out.begin(), out.end(), [](const SimilarGroup& a, const SimilarGroup& b) {
            return a.score != b.score ? a.score > b.score : a.ids < b.ids;
        });
        return out;
    }

private:
    void add(const std::string& id) {
        if (group_of_.try_emplace(id, groups_.size()).second) {
            groups_.push_back({id});
        }
    }
    double score_of(const std::string& a, const std::string& b) const {
        const auto found = scores_.find(a < b ? IdPair{a, b} : IdPair{b, a});
        return found == scores_.end() ? 0 : found->second;
    }
    bool is_different(const std::string& a, const std::string& b) const {
        return std::binary_search(options_.different.begin(),
                                  options_.different.end(),
                                  a < b ? IdPair{a, b} : IdPair{b, a});
    }
    bool may_join(std::size_t a, std::size_t b) const {
        double sum = 0;
        for (const auto& x : groups_[a]) {
            for (const auto& y : groups_[b]) {
                if (is_different(x, y)) {
                    return false;
                }
                sum += score_of(x, y);
            }
        }
        return sum / static_cast<double>(groups_[a].size() * groups_[b].size()) >=
               options_.min_score;
    }
    double average_of(const std::vector<std::string>& ids) const {
        double sum = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t k = i + 1; k < ids.size(); ++k, ++count) {
                sum += score_of(ids[i], ids[k]);
            }
        }
        return sum / static_cast<double>(count);
    }

    const SimilarOptions& options_;
    std::map<IdPair, double> scores_;
    std::map<std::string, std::size_t> group_of_;
    std::vector<std::vector<std::string>> groups_;
};

}  // namespace

std::vector<SimilarGroup> groups_of(const std::vector<SimilarPair>& pairs,
                                    const SimilarOptions& options) {
    Grouping grouping(pairs, options);
    for (const auto& pair : pairs) {
        grouping.try_to_join(pair);
    }
    return grouping.result();
}

}  // namespace hoiquan::associations::similarity
