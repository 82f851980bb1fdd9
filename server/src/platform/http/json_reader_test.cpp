#include "platform/http/json_reader.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include "base/ids.h"

using namespace hoiquan;
using namespace hoiquan::http;

namespace {

JsonReader reader(const char* text) {
    return JsonReader(boost::json::parse(text));
}

std::vector<std::string> faults_of(JsonReader& reader) {
    std::vector<std::string> out;
    try {
        reader.check();
    } catch (const Error& error) {
        for (const auto& fault : error.faults()) {
            out.push_back(fault.field + " " + fault.key);
        }
    }
    return out;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("json reader: texts are trimmed; null, absent and blank are nothing") {
    auto in = reader(R"({"a":"  x ","b":null,"c":" ","d":5,"e":"a\u0000b","f":"đđđ"})");
    CHECK(in.required_text("a", 10) == "x");
    CHECK_FALSE(in.text("b", 10));
    CHECK_FALSE(in.text("c", 10));
    CHECK_FALSE(in.text("missing", 10));
    CHECK(in.text("f", 3) == "đđđ");
    CHECK(in.has("a"));
    CHECK_FALSE(in.has("b"));
    CHECK(faults_of(in) == Faults{"/d field.unknown", "/e field.unknown"});
    auto again = reader(R"({"d":5,"e":"a\u0000b","f":"đđđ"})");
    again.required_text("d", 10);
    again.required_text("e", 10);
    again.text("f", 2);
    again.required_text("g", 2);
    CHECK(faults_of(again) == Faults{"/d field.not_a_text",
                                     "/e field.bad_character",
                                     "/f field.too_long",
                                     "/g field.required"});
}

TEST_CASE("json reader: numbers are whole and within bounds") {
    auto in =
        reader(R"({"a":5,"b":5.5,"c":"5","d":11,"e":1e300,"f":18446744073709551615,"g":5.0})");
    CHECK(in.integer("a", 1, 10) == 5);
    CHECK_FALSE(in.integer("missing", 1, 10));
    for (const char* bad : {"b", "c", "d", "e", "f"}) {
        CHECK_FALSE(in.integer(bad, 1, 10));
    }
    CHECK(in.integer("g", 1, 10) == 5);
    CHECK(faults_of(in).size() == 5);
}

TEST_CASE("json reader: lists and their elements are named by their place") {
    auto in = reader(R"({"tags":["a"," ",7,"too long"],"many":[1,2,3],"none":"x",
                         "rows":[{"n":1},{"n":"x","y":1},5]})");
    CHECK(in.texts("tags", 10, 3) == std::vector<std::string>{"a"});
    in.texts("many", 2, 3);
    in.texts("none", 2, 3);
    auto rows = in.objects("rows", 10);
    REQUIRE(rows.size() == 3);
    for (auto& row : rows) {
        row.integer("n", 0, 9);
        in.take(row);
    }
    CHECK(faults_of(in) == Faults{"/tags/2 field.not_a_text",
                                  "/tags/3 field.too_long",
                                  "/many field.too_many",
                                  "/none field.not_a_list",
                                  "/rows/1/n field.bad_number",
                                  "/rows/1/y field.unknown",
                                  "/rows/2 field.not_an_object"});
}

TEST_CASE("json reader: dates, ids, choices and booleans") {
    auto in =
        reader(R"({"d":"2026-02-28","e":"2026-02-30","i":"01900000-0000-7000-8000-000000000001",
                         "j":"1","c":"clerk","k":"king","y":true,"z":"true"})");
    CHECK(in.date("d")->iso() == "2026-02-28");
    CHECK_FALSE(in.date("e"));
    CHECK(in.id<TaskId>("i"));
    CHECK_FALSE(in.id<TaskId>("j"));
    const auto parse = [](std::string_view text) {
        return text == "clerk" ? std::optional(1) : std::nullopt;
    };
    CHECK(in.choice("c", parse) == 1);
    CHECK_FALSE(in.choice("k", parse));
    CHECK(in.boolean("y", false));
    CHECK(in.boolean("missing", true));
    CHECK_FALSE(in.boolean("z", false));
    CHECK(faults_of(in) == Faults{"/e field.bad_date",
                                  "/j field.bad_id",
                                  "/k field.unknown_value",
                                  "/z field.not_a_boolean"});
}

TEST_CASE("json reader: what is no object is one fault") {
    auto in = reader("[1]");
    CHECK(faults_of(in) == Faults{" field.not_an_object"});
}
