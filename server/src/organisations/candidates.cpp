#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "organisations/group_words.h"
#include "organisations/naming.h"
#include "organisations/organisations.h"
#include "organisations/owner_tails.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

using store::Match;

Reason reason_of(const Match& match, std::string_view text) {
    if (match.via == "short_name") {
        return Reason::short_name;
    }
    if (match.via == "alias") {
        return Reason::alias;
    }
    return fold(plain(text)) == fold(plain(match.written)) ? Reason::exact_name
                                                           : Reason::abbreviation;
}

/// Drops all others when at least one fulfils the wish.
template <class Wish>
void prefer(std::vector<Match>& matches, Wish wish) {
    if (std::any_of(matches.begin(), matches.end(), wish)) {
        std::erase_if(matches, [&](const Match& match) { return !wish(match); });
    }
}

/// Each body once, by the best of its names.
std::vector<Candidate> candidates_of(const std::vector<Match>& matches, std::string_view text) {
    std::vector<Candidate> out;
    for (const auto& match : matches) {
        const auto reason = reason_of(match, text);
        const auto known = std::find_if(out.begin(), out.end(), [&](const Candidate& other) {
            return other.organisation.id == match.organisation.id;
        });
        if (known == out.end()) {
            out.push_back({match.organisation, match.kind, reason});
        } else {
            known->reason = std::min(known->reason, reason);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
        return a.reason < b.reason;
    });
    return out;
}

Candidates meant(std::vector<Match> matches, std::string_view text) {
    prefer(matches, [](const Match& match) { return match.is_within_reach; });
    auto items = candidates_of(matches, text);
    const auto kind = items.size() == 1 ? CandidatesKind::one : CandidatesKind::several;
    return {kind, std::move(items)};
}

/// Bodies that bear the name itself. Where several names fold alike, the marks that were written
/// decide.
std::vector<Match> direct(const std::vector<Match>& all,
                          const std::string& key,
                          std::string_view text) {
    std::vector<Match> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Match& match) {
        return match.key == key;
    });
    const auto exact = exact_match_key(text);
    prefer(out, [&](const Match& match) { return exact_match_key(match.written) == exact; });
    return out;
}

/// Bodies that bear it with the owner's name written otherwise; only where the owner is certain:
/// within reach, and without any ending only directly below the acting body.
std::vector<Match> by_owner(const std::vector<Match>& all, const OwnerReading& reading) {
    std::vector<Match> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Match& match) {
        const bool bare = match.key == reading.core;
        return match.is_within_reach && (!bare || match.is_directly_below);
    });
    return out;
}

OwnerReading owner_reading(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           const std::string& key,
                           const Date& as_of) {
    const auto found = refs(tx, {actor.organisation()}, as_of);
    return found.empty() ? OwnerReading{}
                         : read_owner_tail(key, match_key(found.begin()->second.name));
}

Candidates group_of(const db::ReadTx& tx,
                    const auth::Actor& actor,
                    const Group& group,
                    const Date& as_of) {
    Candidates out{CandidatesKind::group, {}};
    for (auto& match : store::find_group(tx, actor, as_of, group)) {
        out.items.push_back({std::move(match.organisation), match.kind, Reason::group_kind});
    }
    return out;
}

Candidates similar(const db::ReadTx& tx, const std::string& key, const Date& as_of, int limit) {
    Candidates out;
    for (auto& match : store::find_similar(tx, as_of, key, limit)) {
        out.items.push_back({std::move(match.organisation), match.kind, Reason::similar});
    }
    out.kind = out.items.empty() ? CandidatesKind::none : CandidatesKind::several;
    return out;
}

}  // namespace

Candidates find_candidates(const db::ReadTx& tx,
                           const auth::Actor& actor,
                           std::string_view text,
                           const Date& as_of,
                           int limit) {
    const auto key = match_key(text);
    if (key.empty()) {
        return {};
    }
    const auto reading = owner_reading(tx, actor, key, as_of);
    std::vector<std::string> keys{key};
    keys.insert(keys.end(), reading.keys.begin(), reading.keys.end());
    if (!reading.core.empty()) {
        keys.push_back(reading.core);
    }
    const auto all = store::find_by_keys(tx, actor, as_of, keys);
    auto matches = direct(all, key, text);
    if (matches.empty()) {
        matches = by_owner(all, reading);
    }
    auto found = meant(std::move(matches), text);
    if (found.kind == CandidatesKind::one) {
        return found;
    }
    if (auto learned = find_learned(tx, actor, key, as_of)) {
        return {CandidatesKind::one, {std::move(*learned)}};
    }
    if (!found.items.empty()) {
        return found;
    }
    if (const auto group = find_group(key)) {
        return group_of(tx, actor, *group, as_of);
    }
    return similar(tx, key, as_of, limit);
}

}  // namespace hoiquan::organisations
