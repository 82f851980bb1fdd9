#include "base/words.h"
#include "organisations/organisations.h"

namespace hoiquan::organisations {

namespace {

constexpr Words<Sort, 6> kSorts{{{Sort::name, "name"},
                                 {Sort::name_down, "-name"},
                                 {Sort::kind, "kind"},
                                 {Sort::kind_down, "-kind"},
                                 {Sort::valid_from, "valid_from"},
                                 {Sort::valid_from_down, "-valid_from"}}};

constexpr Words<RelationKind, 5> kRelationKinds{{{RelationKind::part_of, "part_of"},
                                                 {RelationKind::led_by, "led_by"},
                                                 {RelationKind::guided_by, "guided_by"},
                                                 {RelationKind::located_in, "located_in"},
                                                 {RelationKind::member_of, "member_of"}}};

constexpr Words<Tree, 2> kTrees{{{Tree::party, "party"}, {Tree::territory, "territory"}}};

constexpr Words<CandidatesKind, 4> kCandidatesKinds{{{CandidatesKind::one, "one"},
                                                     {CandidatesKind::several, "several"},
                                                     {CandidatesKind::group, "group"},
                                                     {CandidatesKind::none, "none"}}};

constexpr Words<Reason, 7> kReasons{{{Reason::exact_name, "exact_name"},
                                     {Reason::short_name, "short_name"},
                                     {Reason::alias, "alias"},
                                     {Reason::abbreviation, "abbreviation"},
                                     {Reason::learned, "learned"},
                                     {Reason::group_kind, "group_kind"},
                                     {Reason::similar, "similar"}}};

}  // namespace

std::optional<Sort> parse_sort(std::string_view text) {
    return value_of(kSorts, text);
}

std::string_view to_string(RelationKind kind) {
    return word_of(kRelationKinds, kind);
}

std::optional<RelationKind> parse_relation_kind(std::string_view text) {
    return value_of(kRelationKinds, text);
}

std::optional<Tree> parse_tree(std::string_view text) {
    return value_of(kTrees, text);
}

std::string_view to_string(CandidatesKind kind) {
    return word_of(kCandidatesKinds, kind);
}

std::string_view to_string(Reason reason) {
    return word_of(kReasons, reason);
}

}  // namespace hoiquan::organisations
