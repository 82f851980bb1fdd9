#pragma once

// Whether the person of a row is in the register already. Pure.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "members/store.h"

namespace hoiquan::members {

/// The person of a row, as far as it is compared.
struct Person {
    std::string search_key;
    std::optional<std::int64_t> birth_year;
    std::optional<std::string> identity_hash;
    std::optional<std::string> branch_key;
    bool has_left = false;
};

/// One of the three: the membership that the row is about, a reason why only a person can tell,
/// or neither: the person is new.
struct Match {
    const store::Known* known = nullptr;
    std::string doubt = {};
};

class Matching {
public:
    explicit Matching(const std::vector<store::Known>& known);
    Match find(const Person& person) const;

private:
    Match by_identity(const Person& person) const;
    Match by_name(const Person& person) const;

    std::map<std::string, const store::Known*> by_hash_;
    std::multimap<std::pair<std::string, std::int64_t>, const store::Known*> by_name_;
};

}  // namespace hoiquan::members
