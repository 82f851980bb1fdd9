#include "base/words.h"
#include "organisations/events.h"

namespace hoiquan::organisations {

namespace {

constexpr Words<EventCode, 12> kCodes{{{EventCode::establish, "establish"},
                                       {EventCode::consolidate, "consolidate"},
                                       {EventCode::absorb, "absorb"},
                                       {EventCode::divide, "divide"},
                                       {EventCode::split_off, "split_off"},
                                       {EventCode::reorganise, "reorganise"},
                                       {EventCode::rename, "rename"},
                                       {EventCode::change_kind, "change_kind"},
                                       {EventCode::transfer, "transfer"},
                                       {EventCode::suspend, "suspend"},
                                       {EventCode::resume, "resume"},
                                       {EventCode::dissolve, "dissolve"}}};

constexpr Words<Share, 2> kShares{{{Share::whole, "whole"}, {Share::part, "part"}}};

constexpr Words<Ground, 2> kGrounds{
    {{Ground::own_will, "own_will"}, {Ground::by_decision, "by_decision"}}};

constexpr Words<Effect, 4> kEffects{{{Effect::moves, "moves"},
                                     {Effect::stays, "stays"},
                                     {Effect::needs_decision, "needs_decision"},
                                     {Effect::ends, "ends"}}};

constexpr Words<Change, 4> kChanges{{{Change::added, "added"},
                                     {Change::ended, "ended"},
                                     {Change::renamed, "renamed"},
                                     {Change::moved, "moved"}}};

}  // namespace

std::string_view to_string(Change change) {
    return word_of(kChanges, change);
}

std::optional<Change> parse_change(std::string_view text) {
    return value_of(kChanges, text);
}

std::string_view to_string(EventCode code) {
    return word_of(kCodes, code);
}

std::optional<EventCode> parse_event_code(std::string_view text) {
    return value_of(kCodes, text);
}

std::string_view to_string(Share share) {
    return word_of(kShares, share);
}

std::optional<Share> parse_share(std::string_view text) {
    return value_of(kShares, text);
}

std::string_view to_string(Ground ground) {
    return word_of(kGrounds, ground);
}

std::optional<Ground> parse_ground(std::string_view text) {
    return value_of(kGrounds, text);
}

std::string_view to_string(Effect effect) {
    return word_of(kEffects, effect);
}

}  // namespace hoiquan::organisations
