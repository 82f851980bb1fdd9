#include "base/ids.h"

#include <doctest/doctest.h>

TEST_CASE("uuid: version 7 carries its time and sorts by it") {
    const std::array<std::uint8_t, 10> random{0xFF, 1, 0xFF, 3, 4, 5, 6, 7, 8, 9};
    const auto early = hoiquan::make_uuid_v7(1'000, random);
    const auto late = hoiquan::make_uuid_v7(2'000, random);
    CHECK(early == "00000000-03e8-7f01-bf03-040506070809");
    CHECK(hoiquan::is_uuid(early));
    CHECK(early < late);
}

TEST_CASE("Id: only well-formed text from outside") {
    CHECK(hoiquan::TaskId::parse("00000000-03e8-7f01-bf03-040506070809"));
    CHECK_FALSE(hoiquan::TaskId::parse("00000000-03E8-7f01-bf03-040506070809"));
    CHECK_FALSE(hoiquan::TaskId::parse("00000000003e87f01bf03040506070809"));
    CHECK_FALSE(hoiquan::TaskId::parse("' OR 1=1 --"));
    CHECK(hoiquan::TaskId().empty());
}
