#include "documents/relations.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "documents/store.h"
#include "documents/symbol_key.h"

namespace hoiquan::documents {

namespace {

/// The one document of the register that may be meant; nothing when none or several may.
std::optional<DocumentId> find_target(const db::ReadTx& tx,
                                      const DocumentId& id,
                                      const OrganisationId& register_of,
                                      const Citation& citation,
                                      const std::string& key) {
    auto found = store::find_by_symbol(tx, register_of, key, id);
    std::erase_if(found, [&](const store::Dated& other) {
        return !may_be_same(other.issue_date, citation.issue_date);
    });
    return found.size() == 1 ? std::optional(found.front().id) : std::nullopt;
}

bool is_same_issuer(const std::optional<std::string>& a, const std::optional<std::string>& b) {
    return fold(a.value_or("")) == fold(b.value_or(""));
}

/// The named document with this number, day and issuer, made when it is not there. What has no
/// number is never taken for another.
NamedDocumentId named_for(db::WriteTx& tx, const Citation& citation, const std::string& key) {
    if (!key.empty()) {
        for (const auto& named : store::find_named(tx, key)) {
            if (named.issue_date == citation.issue_date &&
                is_same_issuer(named.issuer, citation.issuer)) {
                return named.id;
            }
        }
    }
    return store::insert_named(tx, citation, key);
}

}  // namespace

void write_relations(db::WriteTx& tx,
                     const DocumentId& id,
                     const OrganisationId& register_of,
                     const std::vector<Citation>& citations) {
    // A text names the same document many times; that is one relation.
    std::set<std::pair<std::string, std::string>> written;
    for (const auto& citation : citations) {
        const auto key = symbol_key(citation.number_symbol.value_or(""));
        store::NewRelation relation{id, citation.relation, {}, {}, citation.text};
        if (!key.empty()) {
            relation.target = find_target(tx, id, register_of, citation, key);
        }
        std::string other;
        if (relation.target) {
            other = relation.target->str();
        } else {
            relation.named = named_for(tx, citation, key);
            other = relation.named->str();
        }
        if (written.emplace(relation.kind, other).second) {
            store::insert_relation(tx, relation);
        }
    }
}

void link_to_named(db::WriteTx& tx,
                   const DocumentId& id,
                   const OrganisationId& register_of,
                   const DocumentInput& input) {
    const auto key = symbol_key(input.number, input.symbol);
    if (key.empty()) {
        return;
    }
    const auto others = store::find_by_symbol(tx, register_of, key, id);
    for (const auto& named : store::find_named(tx, key)) {
        const bool is_doubtful =
            std::any_of(others.begin(), others.end(), [&](const store::Dated& other) {
                return may_be_same(other.issue_date, named.issue_date);
            });
        if (may_be_same(named.issue_date, input.issue_date) && !is_doubtful) {
            store::link_named(tx, id, named.id, register_of);
        }
    }
}

}  // namespace hoiquan::documents
