#include "associations/similar.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "associations/fixture_test.h"
#include "associations/similar_service.h"
#include "associations/similar_text.h"
#include "platform/db/testing.h"

namespace hoiquan::associations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

SimilarSubject subject(const char* id, const char* name, const char* purpose, const char* unit) {
    SimilarSubject out;
    out.id = id;
    out.name = name;
    out.purpose = purpose;
    out.territory = {unit, "p1"};
    out.places = {"Phường " + std::string(unit), "Tỉnh Sông Lam"};
    return out;
}

/// Two of the same nature, the others each of its own.
std::vector<SimilarSubject> some() {
    return {
        subject(
            "a", "Hội Bảo trợ người tàn tật phường 1", "Giúp đỡ người tàn tật, trẻ mồ côi", "1"),
        subject("b",
                "Hội Bảo trợ người khuyết tật và trẻ mồ côi",
                "Hỗ trợ người khuyết tật và trẻ em mồ côi hòa nhập",
                "1"),
        subject("c", "Hội Cờ tướng", "Thi đấu cờ tướng và cờ vua", "1"),
        subject("d", "Hội Nuôi ong", "Nuôi ong lấy mật, bán mật", "1"),
        subject("e", "Câu lạc bộ Thơ Đường", "Sáng tác thơ Đường luật", "1"),
        subject("f", "Hội Đông y phường 1", "Bốc thuốc nam, châm cứu", "1")};
}

SimilarResult find(std::vector<SimilarSubject> subjects, double least = 0.3) {
    SimilarOptions options;
    options.min_score = least;
    return find_similar(std::move(subjects), options);
}

double score_of_names(const char* a, const char* b) {
    auto all = some();
    all.push_back(subject("x", a, "", "2"));
    all.push_back(subject("y", b, "", "2"));
    for (const auto& pair : find(all, 0).pairs) {
        if (pair.first == "x" && pair.second == "y") {
            return pair.parts[0].similarity;
        }
    }
    return 0;
}

const TraitPart& part(const SimilarPair& pair, Trait trait) {
    return pair.parts.at(static_cast<std::size_t>(trait));
}

}  // namespace

TEST_CASE("similar: the old and the new name of one thing come first, with parts that sum up") {
    const auto result = find(some());
    REQUIRE(!result.pairs.empty());
    const auto& best = result.pairs.front();
    CHECK(best.first == "a");
    CHECK(best.second == "b");
    CHECK(best.score > 0.6);
    double sum = 0;
    for (const auto& one : best.parts) {
        sum += one.contribution;
    }
    CHECK(std::abs(sum - best.score) < 1e-9);
    CHECK(part(best, Trait::territory).reason.key == "similar.territory_same");
    CHECK(!part(best, Trait::field).is_known);
    CHECK(part(best, Trait::field).reason.key == "similar.field_unknown");
    REQUIRE(result.groups.size() == 1);
    CHECK(result.groups.front().ids == std::vector<std::string>{"a", "b"});
}

TEST_CASE("similar: the order of the input changes nothing") {
    auto subjects = some();
    const auto once = find(subjects, 0);
    std::reverse(subjects.begin(), subjects.end());
    std::swap(subjects[1], subjects[3]);
    const auto again = find(subjects, 0);
    REQUIRE(once.pairs.size() == again.pairs.size());
    for (std::size_t i = 0; i < once.pairs.size(); ++i) {
        CHECK(once.pairs[i].first == again.pairs[i].first);
        CHECK(once.pairs[i].second == again.pairs[i].second);
        CHECK(once.pairs[i].score == again.pairs[i].score);
        CHECK(once.pairs[i].first < once.pairs[i].second);
    }
}

TEST_CASE(
    "similar: abbreviations, capitals, missing diacritics, tone places, places, typing errors") {
    CHECK(score_of_names("Hội Khuyến học phường 2", "HKH P.2") > 0.95);
    CHECK(score_of_names("Hội Chữ thập đỏ", "HỘI CTĐ PHƯỜNG 2") > 0.95);
    CHECK(score_of_names("Hội Cựu thanh niên xung phong", "Hoi Cuu TNXP phuong 2") > 0.95);
    CHECK(score_of_names("Câu lạc bộ Hoà bình", "CLB Hòa bình") > 0.95);
    CHECK(score_of_names("Hội Sinh viên tình nguyện", "Hội SVTN") > 0.95);
    CHECK(score_of_names("Hội Kiến trúc sư", "Hội Kiến trúcc sư") > 0.4);
    CHECK(score_of_names("Hội Người mù xã Tân An", "Hoi Nguoi mu xa Tan An") > 0.95);
    CHECK(score_of_names("Hội Khoa học xã hội", "Hội Khoa học lịch sử") < 0.8);
    CHECK(score_of_names("Hội Thợ rèn phường Hoa Mai", "Hội Nhạc sĩ phường Hoa Mai") < 0.1);
}

TEST_CASE("similar: the same kind in every far place is no reason to join") {
    std::vector<SimilarSubject> all = some();
    for (int i = 0; i < 12; ++i) {
        auto one =
            subject(("m" + std::to_string(10 + i)).c_str(), "Hội Người mù", "Giúp người mù", "9");
        one.territory = {"w" + std::to_string(i), "q" + std::to_string(i)};
        all.push_back(one);
    }
    all.push_back(subject("z1", "Hội Người mù", "Giúp người mù", "1"));
    all.push_back(subject("z2", "Hội Khiếm thị", "Giúp người khiếm thị", "1"));
    const auto result = find(all, 0.1);
    REQUIRE(!result.pairs.empty());
    const auto here = std::find_if(result.pairs.begin(), result.pairs.end(), [](const auto& pair) {
        return pair.first == "z1" && pair.second == "z2";
    });
    REQUIRE(here != result.pairs.end());
    for (const auto& pair : result.pairs) {
        if (pair.first[0] == 'm' && pair.second[0] == 'm') {
            CHECK(pair.score < here->score / 2);
            CHECK(part(pair, Trait::territory).reason.key == "similar.territory_usual");
        }
    }
    SimilarOptions near;
    near.reach = SimilarReach::same_unit;
    near.min_score = 0;
    for (const auto& pair : find_similar(all, near).pairs) {
        CHECK(pair.first[0] != 'm');
    }
}

TEST_CASE("similar: shared members are a number; marked pairs form no group") {
    auto all = some();
    all[0].member_keys = {5, 1, 9, 9};
    all[1].member_keys = {9, 5, 7};
    SimilarOptions options;
    options.min_score = 0.3;
    options.different = {{"a", "b"}};
    const auto result = find_similar(all, options);
    REQUIRE(!result.pairs.empty());
    CHECK(result.pairs.front().shared_members == 2);
    CHECK(result.groups.empty());
}

TEST_CASE("similar: nothing, one, and broken text are answered") {
    CHECK(find({}).pairs.empty());
    CHECK(find({subject("a", "Hội", "", "1")}).pairs.empty());
    CHECK(find({subject("a", "", "", "1"), subject("b", "", "", "1")}, 0).pairs.empty());
    const auto odd = find({subject("a", "H\xC3\xB4i \xFF\xC3 mù", "\xE1\xBB", "1"),
                           subject("b", "Hội 🙂 mù", "\x01\x02", "1")},
                          0);
    CHECK(odd.pairs.size() <= 1);
}

TEST_CASE("similar: only what the role reaches; marks stay with their reason") {
    db::testing::on_each_engine([](db::Database& database) {
        City city;
        OrganisationId other;
        database.write([&](db::WriteTx& tx) {
            city = make_city(tx);
            other = add_body(tx, city.administrator, "Hội Khiếm thị thành phố", "mass_association");
            const auto input = similar_input(tx, city.clerk, {});
            CHECK(input.subjects.size() == 4);
            const auto result = compare(input, {});
            REQUIRE(!result.pairs.empty());
            const auto& best = result.pairs.front();
            CHECK(best.first == std::min(city.blind.str(), other.str()));
            CHECK(best.second == std::max(city.blind.str(), other.str()));
            CHECK(mark_of(input, result.pairs.front()) == nullptr);
            for (const auto& actor : {city.administrator, city.officer}) {
                CHECK(faults_of([&] { similar_input(tx, actor, {}); }) == Keys{"auth.wrong_role"});
            }
            CHECK(similar_input(tx, city.stranger, {}).subjects.size() == 1);
        });
        const auto mark = database.write([&](db::WriteTx& tx) {
            return mark_different(
                tx,
                city.clerk,
                {other, city.blind, " Một hội của người mù, một hội của nhà tài trợ "});
        });
        database.write([&](db::WriteTx& tx) {
            CHECK(mark.reason == "Một hội của người mù, một hội của nhà tài trợ");
            CHECK(mark.first < mark.second);
            const auto input = similar_input_at_console(tx, {});
            const auto result = compare(input, {});
            REQUIRE(!result.pairs.empty());
            REQUIRE(mark_of(input, result.pairs.front()) != nullptr);
            CHECK(mark_of(input, result.pairs.front())->reason == mark.reason);
            CHECK(result.groups.empty());
            const auto try_to = [&](const auth::Actor& actor, const NewSimilarMark& one) {
                return faults_of([&] { mark_different(tx, actor, one); });
            };
            CHECK(try_to(city.clerk, {city.blind, other, "x"}) == Keys{"similar.already_marked"});
            CHECK(try_to(city.monitor, {city.blind, other, "x"}) == Keys{"auth.wrong_role"});
            CHECK(try_to(city.stranger, {city.blind, other, "x"}) ==
                  Keys{"organisations.not_found"});
            CHECK(try_to(city.clerk, {city.blind, city.blind, " "}) ==
                  Keys{"/second_id similar.same_association", "/reason field.required"});
            CHECK(try_to(city.clerk, {city.blind, city.board, "x"}) ==
                  Keys{"/second_id similar.not_an_association"});
            CHECK(faults_of([&] { remove_mark(tx, city.stranger, mark.id); }) ==
                  Keys{"similar.mark_not_found"});
            remove_mark(tx, city.clerk, mark.id);
            CHECK(similar_input_at_console(tx, {}).marks.empty());
        });
    });
}

}  // namespace hoiquan::associations
