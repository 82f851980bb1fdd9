#include "organisations/roll_up.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "organisations/sql.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

/// No line of bodies is deeper; relations of guidance may run in a circle.
constexpr int kDeepest = 40;

struct Line {
    const char* first;
    const char* second;
    bool of_territories = false;
};

Line relations_of(Along along) {
    switch (along) {
        case Along::party:
            return {"part_of", "led_by"};
        case Along::territory:
            return {"located_in", "part_of", true};
        case Along::guidance:
            return {"guided_by", "guided_by"};
        case Along::membership:
            break;
    }
    return {"member_of", "member_of"};
}

/// The one body above each.
using Above = std::unordered_map<std::string, std::string>;

std::unordered_set<std::string> territories(const db::ReadTx& tx, const View& view) {
    std::unordered_set<std::string> out;
    tx.each(sql::territories_on, {view.as_of, store::known_at(view)}, [&](const db::Row& row) {
        out.emplace(row.text(0));
    });
    return out;
}

Above load(const db::ReadTx& tx, const View& view, Along along) {
    const auto line = relations_of(along);
    const auto units = territories(tx, view);
    Above out;
    tx.each(sql::roll_up_edges,
            {view.as_of, store::known_at(view), line.first, line.second},
            [&](const db::Row& row) {
                std::string upper(row.text(1));
                const bool is_first = row.text(2) == line.first;
                // Units hang together by part_of as bodies do.
                if (row.text(2) == "part_of" && units.contains(upper) != line.of_territories) {
                    return;
                }
                const auto [place, is_new] = out.try_emplace(std::string(row.text(0)), upper);
                if (!is_new && is_first) {
                    place->second = std::move(upper);
                }
            });
    return out;
}

void add(Figures& sum, const Figures& more) {
    for (std::size_t i = 0; i < more.size(); ++i) {
        sum[i] += more[i];
    }
}

struct Sums {
    explicit Sums(std::size_t width) : own(width, 0), total(width, 0) {}
    Figures own;
    Figures total;
    std::int64_t children = 0;
};

/// The bodies that become lines, and where each other body is added.
class Adder {
public:
    Adder(Above above, const std::optional<OrganisationId>& parent, std::size_t width)
        : above_(std::move(above)), parent_(parent), width_(width) {
        for (const auto& [child, upper] : above_) {
            if (is_line(child)) {
                lines_.try_emplace(child, width_);
            }
        }
        if (!parent_) {
            for (const auto& [child, upper] : above_) {
                if (!above_.contains(upper)) {
                    lines_.try_emplace(upper, width_);
                }
            }
        }
        for (const auto& [child, upper] : above_) {
            if (const auto line = lines_.find(upper); line != lines_.end()) {
                ++line->second.children;
            }
        }
    }

    /// Nothing when the body is below none of the lines.
    Sums* line_of(const std::string& body) {
        const auto* at = &body;
        for (int depth = 0; depth < kDeepest; ++depth) {
            if (const auto line = lines_.find(*at); line != lines_.end()) {
                return &line->second;
            }
            const auto upper = above_.find(*at);
            if (upper == above_.end()) {
                return nullptr;
            }
            at = &upper->second;
        }
        return nullptr;
    }
    Sums* line_itself(const std::string& body) {
        const auto line = lines_.find(body);
        return line == lines_.end() ? nullptr : &line->second;
    }
    const std::unordered_map<std::string, Sums>& lines() const { return lines_; }

    /// False when the body is below none of the lines.
    bool count(const OrganisationId& body, const Figures& values) {
        auto* line = line_of(body.str());
        if (line == nullptr) {
            return false;
        }
        add(line->total, values);
        if (auto* itself = line_itself(body.str())) {
            add(itself->own, values);
        }
        return true;
    }

private:
    bool is_line(const std::string& child) const {
        return parent_ && above_.at(child) == parent_->str();
    }

    Above above_;
    std::optional<OrganisationId> parent_;
    std::size_t width_;
    std::unordered_map<std::string, Sums> lines_;
};

std::vector<OrganisationRef> path_to(const db::ReadTx& tx,
                                     const View& view,
                                     const Above& above,
                                     const std::optional<OrganisationId>& body) {
    std::vector<OrganisationId> ids;
    for (auto at = body; at && ids.size() < kDeepest;) {
        ids.push_back(*at);
        const auto upper = above.find(at->str());
        at = upper == above.end() ? std::nullopt : std::optional(OrganisationId(upper->second));
    }
    const auto names = store::refs(tx, ids, view.as_of);
    std::vector<OrganisationRef> out;
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        if (const auto name = names.find(*id); name != names.end()) {
            out.push_back(name->second);
        }
    }
    return out;
}

std::vector<RollUpLine> named(const db::ReadTx& tx, const View& view, const Adder& adder) {
    std::vector<OrganisationId> ids;
    for (const auto& [id, sums] : adder.lines()) {
        ids.emplace_back(id);
    }
    const auto names = store::refs(tx, ids, view.as_of);
    std::vector<std::pair<std::string, RollUpLine>> sorted;
    for (const auto& [id, sums] : adder.lines()) {
        const auto name = names.find(OrganisationId(id));
        if (name == names.end()) {
            continue;
        }
        sorted.emplace_back(sort_key(name->second.name) + id,
                            RollUpLine{name->second, sums.own, sums.total, sums.children});
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    std::vector<RollUpLine> out;
    out.reserve(sorted.size());
    for (auto& [key, line] : sorted) {
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

std::string_view to_string(Along along) {
    static constexpr std::array words{"party", "territory", "guidance", "membership"};
    return words.at(static_cast<std::size_t>(along));
}

std::optional<Along> parse_along(std::string_view text) {
    for (const auto along : {Along::party, Along::territory, Along::guidance, Along::membership}) {
        if (to_string(along) == text) {
            return along;
        }
    }
    return std::nullopt;
}

RollUp roll_up(const db::ReadTx& tx,
               const View& view,
               Along along,
               const std::optional<OrganisationId>& parent,
               const BodyFigures& figures,
               std::size_t width) {
    auto above = load(tx, view, along);
    RollUp out{path_to(tx, view, above, parent),
               {},
               Figures(width, 0),
               Figures(width, 0),
               Figures(width, 0)};
    Adder adder(std::move(above), parent, width);
    for (const auto& [body, values] : figures) {
        if (parent && body == *parent) {
            add(out.own, values);
        } else if (!adder.count(body, values) && !parent) {
            add(out.outside, values);
        }
    }
    out.lines = named(tx, view, adder);
    for (const auto& line : out.lines) {
        add(out.total, line.total);
    }
    add(out.total, out.own);
    add(out.total, out.outside);
    return out;
}

Heirs::Heirs(const db::ReadTx& tx) {
    tx.each(sql::all_heirs, {tx.today()}, [&](const db::Row& row) {
        heirs_[row.get<OrganisationId>(0)].push_back(row.get<OrganisationId>(1));
    });
}

std::optional<OrganisationId> Heirs::of(const OrganisationId& body) const {
    auto at = body;
    for (int depth = 0; depth < kDeepest; ++depth) {
        const auto found = heirs_.find(at);
        if (found == heirs_.end()) {
            return at;
        }
        if (found->second.size() > 1) {
            return std::nullopt;
        }
        at = found->second.front();
    }
    return std::nullopt;
}

BodyFigures count_bodies(const db::ReadTx& tx, const View& view) {
    BodyFigures out;
    tx.each(sql::count_bodies, {view.as_of, store::known_at(view)}, [&](const db::Row& row) {
        out.emplace(row.get<OrganisationId>(0), Figures{1, row.integer(1)});
    });
    return out;
}

}  // namespace hoiquan::organisations
