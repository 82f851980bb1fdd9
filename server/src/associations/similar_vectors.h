#pragma once

// The texts of all associations as weighted vectors of terms: a term weighs by how rare it is.
// Part of `similar`.

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "associations/similar.h"
#include "associations/similar_text.h"

namespace hoiquan::associations::similarity {

/// Terms in order of their ids, length 1 (or no term at all).
struct TermVector {
    std::vector<std::uint32_t> ids;
    std::vector<float> weights;
    bool empty() const { return ids.empty(); }
};
double cosine(const TermVector& a, const TermVector& b);

inline constexpr std::size_t kTexts = 5;  ///< name, purpose, field, served, activities
std::size_t text_index(Trait trait);

/// One association, prepared.
struct Profile {
    std::array<TermVector, kTexts> texts;
    TermVector letters;  ///< Threes of letters of the name, against typing errors.
    TermVector all;      ///< Of all texts together, to find candidates.
    std::array<bool, kTexts> is_known{};
    std::vector<std::uint32_t> territory;  ///< Numbers of its unit, the unit above, …
};

/// Collects texts and turns them into vectors.
class Corpus {
public:
    /// Keeps a reference to the subjects.
    explicit Corpus(const std::vector<SimilarSubject>& subjects);

    const std::vector<Profile>& profiles() const { return profiles_; }
    /// How many associations have the term in any text, by its id in Profile::all.
    const std::vector<std::uint32_t>& counts() const { return counts_; }
    std::size_t territories() const { return territories_.size(); }

    /// As the first one writes them; what weighs most first.
    std::vector<std::string> shared_words(std::size_t a,
                                          std::size_t b,
                                          Trait trait,
                                          std::size_t most) const;

private:
    using TextTerms = std::array<std::vector<Term>, kTexts>;

    TextTerms read(const SimilarSubject& subject,
                   const std::array<std::vector<Syllable>, kTexts>& syllables) const;
    void count(const SimilarSubject& subject,
               const std::array<std::vector<Syllable>, kTexts>& texts);
    void weigh();
    float rarity(std::size_t text, std::uint32_t with) const;
    float weight_of(std::size_t text, std::uint32_t id, bool is_two_words) const;
    TermVector vector_of(std::size_t text, const std::vector<std::uint32_t>& ids) const;
    void join(Profile& profile) const;
    void add_letters(const SimilarSubject& subject, const std::vector<Term>& name);

    const std::vector<SimilarSubject>& subjects_;
    LearnedWords learned_;
    std::vector<TextTerms> terms_;
    std::unordered_map<TermKey, std::uint32_t> ids_;
    std::vector<bool> is_two_words_;
    std::vector<std::array<std::uint32_t, kTexts>> text_counts_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> letter_counts_;
    std::array<std::uint32_t, kTexts> known_{};
    std::array<std::vector<float>, kTexts> rarities_;  ///< By how many have the term.
    std::unordered_map<std::string, std::uint32_t> territories_;
    std::vector<Profile> profiles_;
};

}  // namespace hoiquan::associations::similarity
