#pragma once

// The register of associations: what each is, as reported by its officer and confirmed by its
// supervisor. Part of the public face (included by associations.h).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "associations/flags.h"
#include "base/dates.h"
#include "base/ids.h"
#include "organisations/organisations.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::associations {

inline constexpr std::array<std::string_view, 8> kClasses{"assigned_task",
                                                          "special_character",
                                                          "political_social_professional",
                                                          "social_professional",
                                                          "social",
                                                          "humanitarian",
                                                          "economic",
                                                          "unlicensed_group"};
inline constexpr std::array<std::string_view, 4> kStages{
    "campaign", "permitted", "active", "dissolving"};
inline constexpr std::array<std::string_view, 3> kTenures{"own", "lent", "none"};
/// The stages, and what follows from the events of the body.
inline constexpr std::array<std::string_view, 8> kStatuses{
    "campaign", "permitted", "active", "suspended", "dissolving", "dissolved", "merged", "divided"};

/// The text itself when it is one of the list; for http::JsonReader::choice.
template <auto& List>
std::optional<std::string> one_of(std::string_view text) {
    for (const auto& word : List) {
        if (word == text) {
            return std::string(text);
        }
    }
    return std::nullopt;
}

struct Listed {
    OrganisationId id;
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;
    std::optional<std::string> level;
    Date valid_from;
    Date valid_to;                          ///< Exclusive; far_future() when open.
    std::optional<std::string> class_code;  ///< Absent: not reported yet.
    std::string status;
    std::optional<std::string> field;
    std::optional<organisations::OrganisationRef> supervisor;
    std::optional<std::string> office;
    std::optional<std::string> equipment;
    std::optional<std::string> confirmed_at;
    std::optional<Date> profile_from;
    std::vector<FlagSpan> flags;  ///< That hold on the day.
};

struct ListQuery {
    std::optional<Date> as_of;
    std::string search;
    std::optional<std::string> class_code;
    std::optional<std::string> status;
    std::optional<Flag> flag;
    std::optional<std::string> level;
    std::optional<OrganisationId> under;  ///< A body or a territory above them.
    std::string sort = "name";            ///< name, name_down, class, status, confirmed_at
    int limit = 50;
    int offset = 0;
};
struct Count {
    std::string by;  ///< total, class, status, level, flag, unconfirmed
    std::string value;
    std::int64_t number = 0;
};
struct Page {
    std::vector<Listed> items;
    std::int64_t total = 0;
    Date as_of;
};
/// Those that the acting role reaches or whose supervisor it reaches.
Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);
/// Of everything that the query finds, whatever its page.
std::vector<Count> counts(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query);

struct ProfileFacts {
    std::string class_code;
    std::string stage;
    std::optional<std::string> field;
    std::optional<std::string> purpose;
    std::optional<std::string> served;
    std::optional<std::string> activities;
    std::optional<std::string> permitted_by;
    std::optional<OrganisationId> permitted_by_id;
    std::optional<OrganisationId> supervisor;
    std::optional<std::string> office;
    std::optional<std::string> office_address;
    std::optional<std::string> equipment;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::int64_t> board_seats;
};
struct Profile {
    std::string id;
    ProfileFacts facts;
    Date valid_from;
    Date valid_to;
    Instant recorded_at;
    std::optional<UserId> recorded_by;
    std::optional<OrganisationId> confirmed_for;
    std::optional<std::string> confirmed_at;
    std::optional<std::string> confirmed_by_name;
};

struct NewProfile {
    ProfileFacts facts;
    Date valid_from;
};

/// What the actor may do with one association.
struct Standing {
    Listed row;
    bool may_edit = false;
    bool may_confirm = false;
    std::int64_t version = 1;
};
/// Error(not_found) unless the actor may see it.
Standing standing(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  const Date& as_of);
/// All that is believed, newest first.
std::vector<Profile> profiles(const db::ReadTx& tx, const OrganisationId& id);
/// The one that holds on the day.
const Profile* profile_on(const std::vector<Profile>& all, const Date& day);

/// Holds from the day on until the next row that begins later. Error(conflict) when `version` is
/// not the current one.
void save_profile(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  std::int64_t version,
                  const NewProfile& input);
/// By a clerk or monitor above it, another account than the one that reported.
void confirm(db::WriteTx& tx,
             const auth::Actor& actor,
             const OrganisationId& id,
             std::int64_t version);

}  // namespace hoiquan::associations
