#include "intake/confidence.h"

#include <algorithm>
#include <vector>

namespace hoiquan::intake {

namespace {

/// From here on a word is as good as printed; at the other end next to nothing can be built on it.
constexpr double kAsPrinted = 0.9;
constexpr double kLowest = 0.25;

double factor_of(double confidence) {
    return std::clamp(confidence / kAsPrinted, kLowest, 1.0);
}

/// A short value (a date, a name) is as good as its worst word. In a long text some words are
/// always worse than others: there the worst tenth counts.
double factor_of_words(std::vector<double> confidences) {
    if (confidences.empty()) {
        return 1.0;
    }
    std::sort(confidences.begin(), confidences.end());
    constexpr std::size_t tenth = 10;
    return factor_of(confidences[confidences.size() / tenth]);
}

}  // namespace

void lower_confidence(reader::Draft& draft, const std::vector<PlacedWord>& words) {
    for (auto& [pointer, place] : draft.places) {
        auto word = std::partition_point(words.begin(), words.end(), [&](const PlacedWord& each) {
            return each.end <= place.start;
        });
        std::vector<double> confidences;
        for (; word != words.end() && word->start < place.end; ++word) {
            confidences.push_back(word->confidence);
        }
        place.confidence *= factor_of_words(std::move(confidences));
    }
}

}  // namespace hoiquan::intake
