#pragma once

// Health of associations: a measurable sign for each shortcoming that the Conclusion names. Signs
// judge bodies, never persons; each says its rule and shows what it rests on. Without data a sign
// says so.

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "associations/register.h"

namespace hoiquan::associations {

enum class SignState { good, attention, no_data };
std::string_view to_string(SignState state);

inline constexpr std::array<std::string_view, 9> kSigns{"dissemination",
                                                        "awareness",
                                                        "mergers_not_done",
                                                        "formal_activity",
                                                        "unity",
                                                        "leaders_ability",
                                                        "self_reliance",
                                                        "premises",
                                                        "timeliness"};

/// What a sign rests on: a sentence of the locales, and the record that it opens.
struct Evidence {
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;
    std::string entity;
    std::string entity_id;
};
struct Sign {
    std::string code;
    SignState state = SignState::no_data;
    std::string rule;  ///< Key of the sentence that says how it is worked out.
    std::vector<Evidence> evidence;
};
struct Health {
    OrganisationId id;
    std::string name;
    std::vector<Sign> signs;  ///< In the order of kSigns.
};

/// A module that knows something about one of the signs; registered by the application.
class SignSource {
public:
    SignSource() = default;
    SignSource(const SignSource&) = delete;
    SignSource& operator=(const SignSource&) = delete;
    virtual ~SignSource() = default;
    virtual std::string_view code() const = 0;
    /// For each body asked about on which there are data.
    virtual std::map<OrganisationId, Sign> signs(const db::ReadTx& tx,
                                                 const std::vector<OrganisationId>& bodies,
                                                 const Date& day) const = 0;
};
using SignSources = std::vector<std::shared_ptr<const SignSource>>;

/// Money is that of the year before the day.
Health health(const db::ReadTx& tx,
              const auth::Actor& actor,
              const OrganisationId& id,
              const Date& day,
              const SignSources& sources);

struct SignCount {
    std::string code;
    std::string rule;
    std::int64_t good = 0;
    std::int64_t attention = 0;
    std::int64_t no_data = 0;
    std::vector<organisations::OrganisationRef> examples;  ///< The first that need attention.
};
struct HealthRollUp {
    Date as_of;
    std::int64_t associations = 0;
    std::vector<SignCount> signs;
};
/// Over all associations that the actor sees, or those under one body or territory.
HealthRollUp roll_up_health(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            const std::optional<OrganisationId>& under,
                            const Date& day,
                            const SignSources& sources);

}  // namespace hoiquan::associations
