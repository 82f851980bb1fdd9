#include "organisations/group_words.h"

#include <algorithm>
#include <map>

#include "organisations/naming.h"

namespace hoiquan::organisations {

namespace {

constexpr std::string_view kAssociation = "mass_association";
constexpr std::string_view kPeoplesCommittee = "peoples_committee";
constexpr std::string_view kPeoplesCouncil = "peoples_council";
constexpr std::string_view kPartyCommittee = "party_committee";
constexpr std::string_view kPartyCell = "party_cell";
constexpr std::string_view kPartyBoard = "party_board";
constexpr std::string_view kPartyOffice = "party_office";
constexpr std::string_view kFront = "fatherland_front";
constexpr std::string_view kSocioPolitical = "socio_political_organisation";
constexpr std::string_view kGovernmentOffice = "government_office";

struct Phrase {
    std::string_view words;
    Group group;
};

// As documents write them. A phrase that is not here is no group: better none than a wrong one.
constexpr Phrase kPhrases[] = {
    {"các hội quần chúng", {{kAssociation}, ""}},
    {"hội quần chúng", {{kAssociation}, ""}},
    {"hội quần chúng các cấp", {{kAssociation}, ""}},
    {"các cấp hội", {{kAssociation}, ""}},
    {"các cấp hội quần chúng", {{kAssociation}, ""}},
    {"các hội", {{kAssociation}, ""}},
    {"các tổ chức hội", {{kAssociation}, ""}},
    {"các tổ chức hội quần chúng", {{kAssociation}, ""}},
    {"các hội đặc thù", {{kAssociation}, ""}},
    {"ubnd các cấp", {{kPeoplesCommittee}, ""}},
    {"các cấp chính quyền", {{kPeoplesCommittee}, ""}},
    {"chính quyền các cấp", {{kPeoplesCommittee}, ""}},
    {"hđnd các cấp", {{kPeoplesCouncil}, ""}},
    {"hđnd, ubnd các cấp", {{kPeoplesCouncil, kPeoplesCommittee}, ""}},
    {"hđnd và ubnd các cấp", {{kPeoplesCouncil, kPeoplesCommittee}, ""}},
    {"ubnd các phường", {{kPeoplesCommittee}, "phuong"}},
    {"các ubnd phường", {{kPeoplesCommittee}, "phuong"}},
    {"ubnd các xã", {{kPeoplesCommittee}, "xa"}},
    {"ubnd các xã, phường", {{kPeoplesCommittee}, ""}},
    {"ubnd các phường, xã", {{kPeoplesCommittee}, ""}},
    {"hđnd các phường", {{kPeoplesCouncil}, "phuong"}},
    {"các cấp ủy", {{kPartyCommittee, kPartyCell}, ""}},
    {"các cấp ủy đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"cấp ủy các cấp", {{kPartyCommittee, kPartyCell}, ""}},
    {"các tổ chức đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"cấp ủy, tổ chức đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"các cấp ủy, tổ chức đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"các cấp ủy đảng, tổ chức đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"các cấp ủy và tổ chức đảng", {{kPartyCommittee, kPartyCell}, ""}},
    {"các chi bộ", {{kPartyCell}, ""}},
    {"các chi bộ, đảng bộ", {{kPartyCell}, ""}},
    {"các chi, đảng bộ", {{kPartyCell}, ""}},
    {"các đảng bộ, chi bộ", {{kPartyCell}, ""}},
    {"các chi bộ, đảng bộ cơ sở", {{kPartyCell}, ""}},
    {"các đảng ủy", {{kPartyCommittee}, ""}},
    {"các đảng ủy phường", {{kPartyCommittee}, "phuong"}},
    {"đảng ủy các phường", {{kPartyCommittee}, "phuong"}},
    {"đảng ủy các xã", {{kPartyCommittee}, "xa"}},
    {"đảng ủy các xã, phường", {{kPartyCommittee}, ""}},
    {"các ban đảng", {{kPartyBoard}, ""}},
    {"các ban xây dựng đảng", {{kPartyBoard}, ""}},
    {"các ban đảng và văn phòng", {{kPartyBoard, kPartyOffice}, ""}},
    {"các ban đảng, văn phòng", {{kPartyBoard, kPartyOffice}, ""}},
    {"mặt trận tổ quốc và các tổ chức chính trị - xã hội", {{kFront, kSocioPolitical}, ""}},
    {"mặt trận tổ quốc, các tổ chức chính trị - xã hội", {{kFront, kSocioPolitical}, ""}},
    {"mặt trận tổ quốc và các đoàn thể", {{kFront, kSocioPolitical}, ""}},
    {"mặt trận tổ quốc và các đoàn thể chính trị - xã hội", {{kFront, kSocioPolitical}, ""}},
    {"mặt trận tổ quốc các cấp và các tổ chức chính trị - xã hội", {{kFront, kSocioPolitical}, ""}},
    {"mặt trận tổ quốc các cấp", {{kFront}, ""}},
    {"mặt trận tổ quốc các phường", {{kFront}, "phuong"}},
    {"các tổ chức chính trị - xã hội", {{kSocioPolitical}, ""}},
    {"các đoàn thể", {{kSocioPolitical}, ""}},
    {"các đoàn thể chính trị - xã hội", {{kSocioPolitical}, ""}},
    {"các phòng, ban", {{kGovernmentOffice}, ""}},
    {"các phòng ban chuyên môn", {{kGovernmentOffice}, ""}},
    {"các phòng, ban chuyên môn", {{kGovernmentOffice}, ""}},
    {"các cơ quan chuyên môn", {{kGovernmentOffice}, ""}},
};

// Words at the end that say where the group is; the acting role's reach says it better.
constexpr std::string_view kPlaces[] = {
    "trên địa bàn thành phố",
    "trên địa bàn tỉnh",
    "trên địa bàn phường",
    "trên địa bàn xã",
    "trên địa bàn",
    "thuộc thành phố",
    "trực thuộc thành ủy",
    "trực thuộc đảng ủy",
    "trực thuộc",
    "thành phố",
    "thành ủy",
    "đảng ủy",
    "cấp thành phố",
    "cấp phường",
    "cấp xã",
    "phường",
    "xã",
};

/// Phrases and places as keys, made once from the same function that makes the key of the text.
const std::map<std::string, Group, std::less<>>& phrases() {
    static const std::map<std::string, Group, std::less<>> keyed = [] {
        std::map<std::string, Group, std::less<>> out;
        for (const auto& phrase : kPhrases) {
            out.emplace(match_key(phrase.words), phrase.group);
        }
        return out;
    }();
    return keyed;
}

std::optional<Group> find_phrase(std::string_view key) {
    const auto found = phrases().find(key);
    return found == phrases().end() ? std::nullopt : std::optional<Group>(found->second);
}

}  // namespace

std::optional<Group> find_group(std::string_view key) {
    if (auto group = find_phrase(key)) {
        return group;
    }
    for (const auto place : kPlaces) {
        const auto tail = " " + match_key(place);
        if (key.size() > tail.size() && key.ends_with(tail)) {
            if (auto group = find_phrase(key.substr(0, key.size() - tail.size()))) {
                return group;
            }
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::organisations
