#include "associations/similar_json.h"

#include <cmath>

namespace hoiquan::associations {

namespace json = boost::json;

namespace {

double rounded(double value) {
    constexpr double places = 10'000;
    return std::round(value * places) / places;
}

json::object ref_json(const std::string& id, const organisations::Refs& names) {
    const auto found = names.find(OrganisationId(id));
    const bool is_known = found != names.end();
    return {{"id", id},
            {"name", is_known ? json::value(found->second.name) : json::value("")},
            {"short_name",
             is_known && found->second.short_name ? json::value(*found->second.short_name)
                                                  : json::value(nullptr)}};
}

json::object part_json(const TraitPart& part) {
    json::object args;
    for (const auto& [name, value] : part.reason.args) {
        args[name] = value;
    }
    return {{"trait", to_string(part.trait)},
            {"is_known", part.is_known},
            {"similarity", rounded(part.similarity)},
            {"contribution", rounded(part.contribution)},
            {"reason", json::object{{"key", part.reason.key}, {"args", std::move(args)}}}};
}

}  // namespace

json::object to_json(const SimilarMark& mark) {
    return {{"id", mark.id.str()},
            {"first_id", mark.first.str()},
            {"second_id", mark.second.str()},
            {"reason", mark.reason},
            {"made_by", mark.made_by},
            {"made_at", mark.made_at.iso()}};
}

json::object to_json(const SimilarPair& pair,
                     const SimilarMark* mark,
                     const organisations::Refs& names) {
    json::array parts;
    for (const auto& part : pair.parts) {
        parts.push_back(part_json(part));
    }
    return {{"first", ref_json(pair.first, names)},
            {"second", ref_json(pair.second, names)},
            {"score", rounded(pair.score)},
            {"parts", std::move(parts)},
            {"shared_members", pair.shared_members},
            {"mark", mark == nullptr ? json::value(nullptr) : json::value(to_json(*mark))}};
}

json::object to_json(const SimilarGroup& group, const organisations::Refs& names) {
    json::array members;
    for (const auto& id : group.ids) {
        members.push_back(ref_json(id, names));
    }
    return {{"score", rounded(group.score)}, {"associations", std::move(members)}};
}

}  // namespace hoiquan::associations
