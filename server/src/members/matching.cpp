#include "members/matching.h"

namespace hoiquan::members {

namespace {

Match doubt(const char* key) {
    return {nullptr, key};
}

/// Somebody who left and is listed again may have come back: that is a new membership, or a
/// mistake.
Match unless_left(const store::Known& known, const Person& person) {
    return known.member.left_on && !person.has_left ? doubt("members.row_has_left") : Match{&known};
}

}  // namespace

Matching::Matching(const std::vector<store::Known>& known) {
    for (const auto& one : known) {
        if (one.identity_hash) {
            // Of several with one number the one that is still a member.
            auto& place = by_hash_[*one.identity_hash];
            place = place == nullptr || place->member.left_on ? &one : place;
        }
        if (one.member.birth_year) {
            by_name_.emplace(std::pair(one.search_key, *one.member.birth_year), &one);
        }
    }
}

Match Matching::find(const Person& person) const {
    if (!person.identity_hash && !person.birth_year) {
        return doubt("members.row_needs_year_or_identity");
    }
    const auto match = by_identity(person);
    return match.known != nullptr || !match.doubt.empty() ? match : by_name(person);
}

Match Matching::by_identity(const Person& person) const {
    const auto found = person.identity_hash ? by_hash_.find(*person.identity_hash) : by_hash_.end();
    if (found == by_hash_.end()) {
        return {};
    }
    if (found->second->search_key != person.search_key) {
        return doubt("members.row_identity_of_other_name");
    }
    return unless_left(*found->second, person);
}

Match Matching::by_name(const Person& person) const {
    if (!person.birth_year) {
        return {};
    }
    const store::Known* only = nullptr;
    const auto [first, last] = by_name_.equal_range({person.search_key, *person.birth_year});
    for (auto at = first; at != last; ++at) {
        // Two numbers are two persons.
        if (person.identity_hash && at->second->identity_hash) {
            continue;
        }
        if (only != nullptr) {
            return doubt("members.row_several_of_the_name");
        }
        only = at->second;
    }
    if (only == nullptr) {
        return {};
    }
    if (person.branch_key && only->branch_key && person.branch_key != only->branch_key) {
        return doubt("members.row_same_name_other_branch");
    }
    return unless_left(*only, person);
}

}  // namespace hoiquan::members
