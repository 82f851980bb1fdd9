#include <filesystem>

#include <doctest/doctest.h>

#include "members/faults.h"
#include "members/fixture_test.h"
#include "members/matching.h"

namespace hoiquan::members {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

TEST_CASE("identity: what may be a number, and its year of birth") {
    CHECK_FALSE(identity_fault("045050001234", 1950));
    CHECK_FALSE(identity_fault("045150001234", 1950));
    CHECK_FALSE(identity_fault("045205001234", 2005));
    CHECK_FALSE(identity_fault("045050001234", std::nullopt));
    CHECK(identity_fault("045050001234", 1951) == "members.identity_other_birth_year");
    CHECK(identity_fault("045250001234", 1950) == "members.identity_other_birth_year");
    CHECK(identity_fault("000050001234", 1950) == "members.identity_unknown_province");
    CHECK(identity_fault("097050001234", 1950) == "members.identity_unknown_province");
    for (const char* none : {"", "04505000123", "0450500012345", "04505000123a", "045 05000123"}) {
        CAPTURE(none);
        CHECK(identity_fault(none, 1950) == "members.identity_not_12_digits");
    }
}

TEST_CASE("identity: one number one hash, another cipher each time, opened with its key alone") {
    const auto one = keys().seal("045050001234");
    const auto two = keys().seal("045050001234");
    CHECK(one.hash == two.hash);
    CHECK(one.hash.size() == 64);
    CHECK(one.cipher != two.cipher);
    CHECK(one.tail == "234");
    CHECK(keys().open(one.cipher) == "045050001234");
    CHECK(one.cipher.find("0450") == std::string::npos);
    CHECK(keys().seal("045050001235").hash != one.hash);
    const IdentityKeys other(std::string(64, 'x'));
    CHECK(other.seal("045050001234").hash != one.hash);
    CHECK_THROWS(static_cast<void>(other.open(one.cipher)));
    CHECK_THROWS(static_cast<void>(keys().open("short")));
    CHECK_THROWS(IdentityKeys("short"));
}

TEST_CASE("identity: the keys are made once, for the owner alone, and never replaced") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("hoiquan-keys-" + std::to_string(::getpid()));
    const auto cipher = IdentityKeys::load_or_make(folder).seal("045050001234").cipher;
    CHECK(IdentityKeys::load_or_make(folder).open(cipher) == "045050001234");
    using std::filesystem::perms;
    CHECK(std::filesystem::status(folder / "members.key").permissions() ==
          (perms::owner_read | perms::owner_write));
    std::filesystem::resize_file(folder / "members.key", 5);
    CHECK_THROWS(IdentityKeys::load_or_make(folder));
    CHECK(std::filesystem::file_size(folder / "members.key") == 5);
    std::filesystem::remove_all(folder);
}

TEST_CASE("faults_of: all at once") {
    const std::vector<LeftReason> reasons{{"moved", "Chuyển đi"}};
    const auto today = day("2026-03-16");
    const auto found = [&](const MemberInput& input) {
        Keys out;
        for (const auto& fault : faults_of(input, reasons, today)) {
            out.push_back(fault.field + " " + fault.key);
        }
        return out;
    };
    CHECK(found(person("Nguyễn Thị Hoa")).empty());
    CHECK(found(person("K'Brếu (Tư)")).empty());
    for (const char* none : {"=1+1", "Nguyễn Văn 5", "<b>An</b>", "---", "👵", "An; DROP"}) {
        CAPTURE(none);
        CHECK(found(person(none)) == Keys{"/full_name members.not_a_name"});
    }
    MemberInput wrong;
    wrong.birth_year = 1850;
    wrong.joined_on = PartialDate{day("2027-01-01"), DatePrecision::day};
    wrong.left_on = PartialDate{day("2001-01-01"), DatePrecision::day};
    wrong.identity = "1";
    CHECK(found(wrong) == Keys{"/full_name field.required",
                               "/birth_year members.birth_year_out_of_range",
                               "/joined_on members.joined_in_future",
                               "/left_on members.left_before_joined",
                               "/left_reason members.left_reason_missing",
                               "/identity members.identity_not_12_digits"});
    auto same_year = person("An");
    same_year.left_on = PartialDate{day("2015-01-01"), DatePrecision::year};
    same_year.left_reason = "lạ";
    CHECK(found(same_year) == Keys{"/left_reason field.unknown_value"});
}

TEST_CASE("name_sort_key: by given name, then the whole, in Vietnamese order") {
    const std::vector<std::string> sorted{"Trần Văn An",
                                          "Lê Thị Ân",
                                          "Nguyễn Văn Bình",
                                          "Lê Dung",
                                          "Lê Đào",
                                          "Trần Thị Hoa",
                                          "Y Hoà"};
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        CAPTURE(sorted[i]);
        CHECK(name_sort_key(sorted[i - 1]) < name_sort_key(sorted[i]));
    }
}

TEST_CASE("Matching: identity first, then name and year; what is doubtful is left to a person") {
    const auto known = [](const char* name, int year, const char* hash, const char* branch) {
        store::Known out;
        out.member.birth_year = year;
        out.search_key = name;
        if (*hash != '\0') {
            out.identity_hash = hash;
        }
        if (*branch != '\0') {
            out.branch_key = branch;
        }
        return out;
    };
    auto gone = known("le tu", 1940, "h9", "");
    gone.member.left_on = PartialDate{day("2020-01-01"), DatePrecision::day};
    const std::vector<store::Known> all{known("tran hoa", 1950, "h1", "kp 1"),
                                        known("le an", 1951, "", "kp 2"),
                                        known("vo binh", 1952, "", ""),
                                        known("vo binh", 1952, "", ""),
                                        gone};
    const Matching matching(all);
    using Text = std::optional<std::string>;
    const auto find = [&](const char* name, int year, Text hash, Text branch) {
        return matching.find({name, year, std::move(hash), std::move(branch), false});
    };
    CHECK(find("tran hoa", 1999, "h1", {}).known == &all[0]);
    CHECK(find("tran hao", 1950, "h1", {}).doubt == "members.row_identity_of_other_name");
    CHECK(find("tran hoa", 1950, {}, "kp 1").known == &all[0]);
    CHECK(find("tran hoa", 1950, "h2", "kp 1").known == nullptr);
    CHECK(find("le an", 1951, "h3", {}).known == &all[1]);
    CHECK(find("le an", 1951, {}, "kp 5").doubt == "members.row_same_name_other_branch");
    CHECK(find("vo binh", 1952, {}, {}).doubt == "members.row_several_of_the_name");
    CHECK(find("le tu", 1940, "h9", {}).doubt == "members.row_has_left");
    const auto fresh = find("moi", 1960, {}, {});
    CHECK(fresh.known == nullptr);
    CHECK(fresh.doubt.empty());
    CHECK(matching.find({"moi", std::nullopt, std::nullopt, std::nullopt, false}).doubt ==
          "members.row_needs_year_or_identity");
}

}  // namespace hoiquan::members
