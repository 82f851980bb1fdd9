#pragma once

// The words that names of bodies begin with and the verbs that say what a body is to do: the
// general vocabulary of Party and State papers. A phrase belongs here when papers of any issuer use
// it.

#include "reader/phrases.h"

namespace hoiquan::reader {

/// First words of a body's or an office holder's name: "Ủy ban", "Hội", "Trưởng ban".
const PhraseSet& body_heads();
/// Phrases that begin like a head but open something else: "ban hành", "hội nghị".
const PhraseSet& no_body_heads();
/// What may stand before a head: "các", "mỗi", "toàn thể".
const PhraseSet& body_determiners();
/// Verbs and set phrases that open what is to be done.
const PhraseSet& predicates();
/// Those of them that make a duty certain.
const PhraseSet& strong_predicates();

}  // namespace hoiquan::reader
