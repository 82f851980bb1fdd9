#include "organisations/owner_tails.h"

#include <array>
#include <optional>

namespace hoiquan::organisations {

namespace {

/// How the Party committee of a level and its territory are called, as match keys.
struct Level {
    std::string_view committee;
    std::string_view territory;
};
// The longer name first: "dang uy" is abbreviated to "du" in a key, "thanh pho" to "tp".
constexpr std::array<Level, 9> kLevels{{{"thanh uy", "tp"},
                                        {"tinh uy", "tinh"},
                                        {"thi uy", "thi xa"},
                                        {"huyen uy", "huyen"},
                                        {"du phuong", "phuong"},
                                        {"du xa", "xa"},
                                        {"du dac khu", "dac khu"},
                                        {"du thi tran", "thi tran"},
                                        {"quan uy", "quan"}}};

struct Owner {
    Level level;
    std::string place;
};

/// "thanh uy song lam" -> level of a city, "song lam". Also from a body of that committee or
/// territory: "van phong thanh uy song lam", "ubnd tp song lam".
std::optional<Owner> find_owner(std::string_view acting_key) {
    const std::string padded = " " + std::string(acting_key) + " ";
    for (const auto& level : kLevels) {
        for (const auto word : {level.committee, level.territory}) {
            const std::string wanted = " " + std::string(word) + " ";
            const auto at = padded.find(wanted);
            if (at == std::string::npos) {
                continue;
            }
            auto place = padded.substr(at + wanted.size());
            while (!place.empty() && place.back() == ' ') {
                place.pop_back();
            }
            return Owner{level, std::move(place)};
        }
    }
    return std::nullopt;
}

/// The ways of writing one ending, the longest first.
std::vector<std::string> endings(std::string_view word, const Owner& owner) {
    std::vector<std::string> out;
    if (!owner.place.empty()) {
        out.push_back(std::string(word) + " " + owner.place);
    }
    out.emplace_back(word);
    if (word == "du phuong" || word == "du xa" || word == "du dac khu" || word == "du thi tran") {
        out.emplace_back("du");
    }
    return out;
}

std::optional<std::string> core_before(std::string_view key, std::string_view ending) {
    if (key == ending) {
        return std::string();
    }
    const auto tail = " " + std::string(ending);
    if (key.size() > tail.size() && key.ends_with(tail)) {
        return std::string(key.substr(0, key.size() - tail.size()));
    }
    return std::nullopt;
}

}  // namespace

OwnerReading read_owner_tail(std::string_view key, std::string_view acting_key) {
    const auto owner = find_owner(acting_key);
    if (!owner) {
        return {};
    }
    for (const auto word : {owner->level.committee, owner->level.territory}) {
        const auto ways = endings(word, *owner);
        for (const auto& way : ways) {
            const auto core = core_before(key, way);
            if (!core) {
                continue;
            }
            OwnerReading reading{*core, {}};
            for (const auto& other : ways) {
                reading.keys.push_back(core->empty() ? other : *core + " " + other);
            }
            return reading;
        }
    }
    return {};
}

}  // namespace hoiquan::organisations
