#include "organisations/abbreviations.h"

#include <algorithm>

namespace hoiquan::organisations {

namespace {

// The short forms that offices use without explaining them. All full forms of one short form mean
// the same body when the rest of the name is the same.
constexpr Abbreviation kTable[] = {
    {"ubnd", "ủy ban nhân dân"},
    {"hđnd", "hội đồng nhân dân"},
    {"mttq", "mặt trận tổ quốc"},
    {"mttq", "mặt trận tổ quốc việt nam"},
    {"mttq", "mttq việt nam"},
    {"mttq", "ủy ban mặt trận tổ quốc"},
    {"mttq", "ủy ban mặt trận tổ quốc việt nam"},
    {"mttq", "ủy ban mttq"},
    {"mttq", "ủy ban mttq việt nam"},
    {"btv", "ban thường vụ"},
    {"bch", "ban chấp hành"},
    {"đu", "đảng ủy"},
    {"ct-xh", "chính trị-xã hội"},
    {"ubkt", "ủy ban kiểm tra"},
    {"đtncs", "đoàn thanh niên cộng sản"},
    {"đtncs", "đoàn tncs"},
    {"lhpn", "liên hiệp phụ nữ"},
    {"ccb", "cựu chiến binh"},
    {"tnxp", "thanh niên xung phong"},
    {"lđlđ", "liên đoàn lao động"},
    {"tp", "thành phố"},
    {"tp", "tp."},
};

}  // namespace

const std::vector<Abbreviation>& abbreviations() {
    static const std::vector<Abbreviation> sorted = [] {
        std::vector<Abbreviation> out(std::begin(kTable), std::end(kTable));
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return a.full.size() > b.full.size();
        });
        return out;
    }();
    return sorted;
}

const std::vector<Abbreviation>& expansions() {
    static const std::vector<Abbreviation> first = [] {
        std::vector<Abbreviation> out;
        for (const auto& entry : kTable) {
            const bool known = std::any_of(out.begin(), out.end(), [&](const auto& other) {
                return other.shorter == entry.shorter;
            });
            if (!known) {
                out.push_back(entry);
            }
        }
        return out;
    }();
    return first;
}

}  // namespace hoiquan::organisations
