// Associations of similar nature: precision at the number of planted pairs and time, beside plain
// alternatives over the same file (exact names; threes of letters of name and charter).
//   benchmarks/similar_country.py tuning > FILE && ninja similar_bench && similar_bench FILE...

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "associations/similar.h"
#include "base/text.h"

namespace {

namespace associations = hoiquan::associations;
using Clock = std::chrono::steady_clock;
using IdPair = std::pair<std::string, std::string>;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> split(const std::string& line, char by) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find(by, at), line.size());
        out.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

struct Collection {
    std::vector<associations::SimilarSubject> subjects;
    std::map<std::string, std::string> names;
    std::set<IdPair> planted;
};

Collection read(const char* path) {
    Collection out;
    std::map<std::string, std::vector<std::string>> groups;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto cells = split(line, '\t');
        if (cells.size() != 9) {
            continue;
        }
        out.subjects.push_back({cells[0],
                                cells[1],
                                cells[2],
                                cells[3],
                                cells[4],
                                cells[5],
                                split(cells[6], '|'),
                                split(cells[7], '|'),
                                {}});
        out.names[cells[0]] = cells[1] + " | " + cells[2].substr(0, 160) + " @" + cells[6];
        if (cells[8] != "0") {
            groups[cells[8]].push_back(cells[0]);
        }
    }
    for (const auto& [number, ids] : groups) {
        for (const auto& a : ids) {
            for (const auto& b : ids) {
                if (a < b) {
                    out.planted.emplace(a, b);
                }
            }
        }
    }
    return out;
}

double precision(const Collection& data, const std::vector<IdPair>& best) {
    const auto asked = std::min(best.size(), data.planted.size());
    std::size_t right = 0;
    for (std::size_t i = 0; i < asked; ++i) {
        right += data.planted.count(best[i]);
    }
    return static_cast<double>(right) / static_cast<double>(data.planted.size());
}

struct Answer {
    std::vector<IdPair> pairs;
    double seconds = 0;
};

Answer ours(const Collection& data, double least, std::vector<associations::SimilarPair>& pairs) {
    const auto start = Clock::now();
    associations::SimilarOptions options;
    options.min_score = least;
    pairs = associations::find_similar(data.subjects, options).pairs;
    Answer out{{}, seconds_since(start)};
    for (const auto& pair : pairs) {
        out.pairs.emplace_back(pair.first, pair.second);
    }
    return out;
}

/// The same folded name in the same unit.
Answer by_name(const Collection& data) {
    const auto start = Clock::now();
    std::map<std::string, std::vector<std::string>> same;
    for (const auto& subject : data.subjects) {
        same[hoiquan::fold(subject.name) + '\t' + subject.territory.front()].push_back(subject.id);
    }
    Answer out;
    for (const auto& [key, ids] : same) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t k = i + 1; k < ids.size(); ++k) {
                out.pairs.emplace_back(std::minmax(ids[i], ids[k]));
            }
        }
    }
    out.seconds = seconds_since(start);
    return out;
}

std::vector<std::uint32_t> threes(const std::string& text) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        out.push_back((static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) << 16U) |
                      (static_cast<std::uint32_t>(static_cast<unsigned char>(text[i + 1])) << 8U) |
                      static_cast<unsigned char>(text[i + 2]));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Jaccard of threes of letters of name and charter, within one province.
Answer by_threes(const Collection& data) {
    const auto start = Clock::now();
    std::map<std::string, std::vector<std::pair<std::string, std::vector<std::uint32_t>>>> by_place;
    for (const auto& subject : data.subjects) {
        by_place[subject.territory.back()].emplace_back(
            subject.id, threes(hoiquan::fold(subject.name + " " + subject.purpose)));
    }
    std::vector<std::pair<double, IdPair>> scored;
    for (const auto& [place, all] : by_place) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t k = i + 1; k < all.size(); ++k) {
                std::vector<std::uint32_t> shared;
                std::set_intersection(all[i].second.begin(),
                                      all[i].second.end(),
                                      all[k].second.begin(),
                                      all[k].second.end(),
                                      std::back_inserter(shared));
                const auto joined = all[i].second.size() + all[k].second.size() - shared.size();
                const double jaccard =
                    static_cast<double>(shared.size()) / static_cast<double>(joined);
                if (jaccard > 0.3) {
                    scored.emplace_back(-jaccard, std::minmax(all[i].first, all[k].first));
                }
            }
        }
    }
    std::sort(scored.begin(), scored.end());
    Answer out;
    for (const auto& [score, pair] : scored) {
        out.pairs.push_back(pair);
    }
    out.seconds = seconds_since(start);
    return out;
}

void tell(const Collection& data, const char* what, const Answer& answer, const Answer& mine) {
    const double own = precision(data, mine.pairs);
    const double other = precision(data, answer.pairs);
    std::printf("  %-28s precision %.3f  %7.3f s", what, other, answer.seconds);
    if (&answer != &mine) {
        std::printf("  ours: %.2f times as precise, in %.2f of the time",
                    other > 0 ? own / other : 0,
                    mine.seconds / answer.seconds);
    }
    std::puts("");
}

void show_faults(const Collection& data, const std::vector<associations::SimilarPair>& pairs) {
    std::set<IdPair> found;
    const auto asked = std::min(pairs.size(), data.planted.size());
    const auto show = [&](const char* what, const associations::SimilarPair& pair) {
        std::printf("%s %.3f\n   %s\n   %s\n   ",
                    what,
                    pair.score,
                    data.names.at(pair.first).c_str(),
                    data.names.at(pair.second).c_str());
        for (const auto& part : pair.parts) {
            std::printf(" %s %.2f",
                        std::string(associations::to_string(part.trait)).c_str(),
                        part.similarity);
        }
        std::puts("");
    };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const IdPair ids{pairs[i].first, pairs[i].second};
        found.insert(ids);
        const bool is_planted = data.planted.count(ids) > 0;
        if (i < asked && !is_planted) {
            show("WRONG ", pairs[i]);
        } else if (i >= asked && is_planted) {
            show("LATE  ", pairs[i]);
        }
    }
    for (const auto& ids : data.planted) {
        if (found.count(ids) == 0) {
            std::printf("MISSED\n   %s\n   %s\n",
                        data.names.at(ids.first).c_str(),
                        data.names.at(ids.second).c_str());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    bool has_faults = false;
    bool failed = false;
    bool is_alone = false;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--faults") {
            has_faults = true;
            continue;
        }
        if (std::string(argv[i]) == "--alone") {
            is_alone = true;
            continue;
        }
        const auto data = read(argv[i]);
        std::printf("%s: %zu associations, %zu planted pairs\n",
                    argv[i],
                    data.subjects.size(),
                    data.planted.size());
        std::vector<associations::SimilarPair> pairs;
        const auto mine = ours(data, 0.25, pairs);
        tell(data, "similar", mine, mine);
        if (has_faults) {
            show_faults(data, pairs);
        }
        if (is_alone) {
            continue;
        }
        tell(data, "same name, same unit", by_name(data), mine);
        tell(data, "threes of letters, province", by_threes(data), mine);
        failed = failed || precision(data, mine.pairs) < 0.95 || mine.seconds > 1;
    }
    return failed ? 1 : 0;
}
