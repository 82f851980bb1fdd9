#pragma once

// The simplest thing that knows what events do: what each body is on each of twelve days. For the
// property test of events.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hoiquan::app::model {

constexpr std::size_t kDays = 12;
constexpr int kNobody = -1;

template <class T>
using PerDay = std::array<T, kDays>;

struct Body {
    PerDay<bool> exists{};
    PerDay<std::string> name;
    PerDay<bool> is_suspended{};
    PerDay<int> state_row{};
    PerDay<int> parent{};
    PerDay<int> parent_row{};  ///< kNobody where it hangs on nothing.
};

enum class What {
    establish,
    rename,
    transfer,
    suspend,
    resume,
    dissolve,
    consolidate,
    absorb,
    divide,
    split_off
};

struct Step {
    What what = What::rename;
    std::size_t day = 0;
    std::vector<int> bodies;
    int target = kNobody;    ///< New parent, or who absorbs.
    std::vector<int> made;   ///< Labels of the bodies that come of it.
    std::vector<int> moved;  ///< Children that go to the last one made.
    std::string name;
    /// What a body split off hangs on: where its predecessor hung when the event was entered, a
    /// fact of the event from then on.
    std::optional<int> above;
};

/// Bodies by label; who owns each role on each day.
struct World {
    std::map<int, Body> bodies;
    std::vector<PerDay<int>> roles;
    int next_row = 0;

    bool there(int label, std::size_t day) const {
        const auto found = bodies.find(label);
        return found != bodies.end() && found->second.exists.at(day);
    }
};

/// One that hangs on `parent` from `day` on.
inline void add(World& world, int label, std::size_t day, int parent, const std::string& name) {
    Body body;
    body.parent.fill(kNobody);
    body.parent_row.fill(kNobody);
    const int row = world.next_row++;
    for (std::size_t j = day; j < kDays; ++j) {
        body.exists.at(j) = true;
        body.name.at(j) = name;
        body.state_row.at(j) = row;
        body.parent.at(j) = parent;
        body.parent_row.at(j) = parent == kNobody ? kNobody : row;
    }
    world.bodies[label] = body;
}

inline void end(World& world, int label, std::size_t day) {
    auto& body = world.bodies.at(label);
    for (std::size_t j = day; j < kDays; ++j) {
        body.exists.at(j) = false;
        body.parent.at(j) = kNobody;
        body.parent_row.at(j) = kNobody;
    }
}

/// What hangs on `from` hangs on `to`; `to` itself hangs where `from` did.
inline void hand_over(World& world, int from, int to, int above, std::size_t day) {
    for (auto& [label, body] : world.bodies) {
        std::map<int, int> rows;
        for (std::size_t j = day; j < kDays; ++j) {
            if (body.parent.at(j) != from) {
                continue;
            }
            const int next = label == to ? above : to;
            if (!rows.contains(body.parent_row.at(j))) {
                rows[body.parent_row.at(j)] = world.next_row++;
            }
            body.parent_row.at(j) = next == kNobody ? kNobody : rows[body.parent_row.at(j)];
            body.parent.at(j) = next;
        }
    }
    for (auto& role : world.roles) {
        for (std::size_t j = day; j < kDays; ++j) {
            if (role.at(j) == from && to != kNobody) {
                role.at(j) = to;
            }
        }
    }
}

/// Every parent is there as long as its child, and nobody hangs on himself.
inline bool is_sound(const World& world) {
    for (const auto& [label, body] : world.bodies) {
        for (std::size_t j = 0; j < kDays; ++j) {
            const int parent = body.parent.at(j);
            if (parent != kNobody && (!body.exists.at(j) || !world.there(parent, j))) {
                return false;
            }
            std::set<int> seen{label};
            for (int at = parent; at != kNobody; at = world.bodies.at(at).parent.at(j)) {
                if (!seen.insert(at).second) {
                    return false;
                }
            }
        }
    }
    return true;
}

inline void rename(World& world, const Step& step) {
    auto& names = world.bodies.at(step.bodies.front()).name;
    const auto old = names.at(step.day);
    for (std::size_t j = step.day; j < kDays && names.at(j) == old; ++j) {
        names.at(j) = step.name;
    }
}

inline void set_status(World& world, const Step& step, bool is_suspended) {
    auto& body = world.bodies.at(step.bodies.front());
    const int old = body.state_row.at(step.day);
    const int row = world.next_row++;
    for (std::size_t j = step.day; j < kDays && body.state_row.at(j) == old; ++j) {
        body.state_row.at(j) = row;
        body.is_suspended.at(j) = is_suspended;
    }
}

inline void transfer(World& world, const Step& step) {
    auto& body = world.bodies.at(step.bodies.front());
    const int old = body.parent_row.at(step.day);
    const int row = world.next_row++;
    for (std::size_t j = step.day; j < kDays; ++j) {
        const int here = body.parent_row.at(j);
        if (here != kNobody && here != old) {
            break;
        }
        body.parent_row.at(j) = row;
        body.parent.at(j) = step.target;
    }
}

/// What comes of several or one: new bodies where the first of them hung; children go to the first
/// new one, those in `moved` to the last.
inline void replace(World& world, const Step& step, bool ends) {
    const auto day = step.day;
    int above = step.above.value_or(world.bodies.at(step.bodies.front()).parent.at(day));
    if (ends && std::set<int>(step.bodies.begin(), step.bodies.end()).contains(above)) {
        above = kNobody;
    }
    for (std::size_t i = 0; i < step.made.size(); ++i) {
        add(world, step.made[i], day, above, step.name + std::string(i, '+'));
    }
    for (const int child : step.moved) {
        auto& body = world.bodies.at(child);
        std::map<int, int> rows;
        for (std::size_t j = day; j < kDays; ++j) {
            if (body.parent.at(j) == step.bodies.front()) {
                if (!rows.contains(body.parent_row.at(j))) {
                    rows[body.parent_row.at(j)] = world.next_row++;
                }
                body.parent.at(j) = step.made.back();
                body.parent_row.at(j) = rows[body.parent_row.at(j)];
            }
        }
    }
    if (!ends) {
        return;
    }
    for (const int label : step.bodies) {
        end(world, label, day);
    }
    for (const int label : step.bodies) {
        hand_over(world, label, step.made.front(), kNobody, day);
    }
}

inline void carry_out(World& world, const Step& step) {
    const auto first = step.bodies.empty() ? kNobody : step.bodies.front();
    switch (step.what) {
        case What::establish:
            add(world, step.made.front(), step.day, step.target, step.name);
            break;
        case What::rename:
            rename(world, step);
            break;
        case What::transfer:
            transfer(world, step);
            break;
        case What::suspend:
        case What::resume:
            set_status(world, step, step.what == What::suspend);
            break;
        case What::dissolve: {
            const int above = world.bodies.at(first).parent.at(step.day);
            end(world, first, step.day);
            hand_over(world, first, above, kNobody, step.day);
            break;
        }
        case What::absorb: {
            const int above = world.bodies.at(first).parent.at(step.day);
            end(world, first, step.day);
            hand_over(world, first, step.target, above, step.day);
            break;
        }
        case What::consolidate:
        case What::divide:
            replace(world, step, true);
            break;
        case What::split_off:
            replace(world, step, false);
            break;
    }
}

/// Nothing when the step cannot be: somebody is not there, or the world would not be sound.
inline std::optional<World> after(const World& before, const Step& step) {
    for (const int label : step.bodies) {
        if (!before.there(label, step.day)) {
            return std::nullopt;
        }
    }
    if (step.target != kNobody && !before.there(step.target, step.day)) {
        return std::nullopt;
    }
    World world = before;
    carry_out(world, step);
    return is_sound(world) ? std::optional(std::move(world)) : std::nullopt;
}

}  // namespace hoiquan::app::model
