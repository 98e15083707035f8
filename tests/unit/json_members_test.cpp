#include "input/json_members.hpp"

#include <vector>

#include "catch.hpp"

using faktum::JsonMember;
using faktum::JsonMembers;

namespace {

// "name=value" of each member, then what the whole text is.
std::vector<std::string> members_of(std::string_view json) {
  std::vector<std::string> found;
  JsonMembers members(json);
  for (JsonMember member; members.next(member);) {
    found.push_back(member.name + "=" + std::string(member.value));
  }
  switch (members.whole()) {
    case JsonMembers::Whole::object:
      found.emplace_back("object");
      break;
    case JsonMembers::Whole::other_value:
      found.emplace_back("other");
      break;
    case JsonMembers::Whole::invalid:
      found.emplace_back("invalid");
      break;
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("members stand as they are written") {
  CHECK(members_of("{}") == Found{"object"});
  CHECK(members_of(" { } ") == Found{"object"});
  CHECK(members_of(R"({"a":1,"a":[ {"b":{}} , [] ], "" : "x"})") ==
        Found{"a=1", R"(a=[ {"b":{}} , [] ])", R"(="x")", "object"});
  CHECK(members_of("\t{\r\"a\" :\tnull ,\"b\": -0.5e+07\n}\r") ==
        Found{"a=null", "b=-0.5e+07", "object"});
  CHECK(members_of(R"({"\u00e4\"\\":"\ud83d\ude80 \" \\"})") ==
        Found{R"(ä"\="\ud83d\ude80 \" \\")", "object"});
}

TEST_CASE("other JSON is told from what is none") {
  for (const char* json : {"[]", "[1,{}]", "1", R"("a")", "true", " null "}) {
    CHECK(members_of(json) == Found{"other"});
  }
  for (const char* json : {"",
                           " ",
                           "[",
                           "]",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "[}",
                           "{]",
                           "1 2",
                           "01",
                           "-",
                           "+1",
                           ".5",
                           "1.",
                           "1.e2",
                           "1e",
                           "1e+",
                           "0x1",
                           "tru",
                           "truee",
                           "nul",
                           "NaN",
                           "'a'",
                           "\"a",
                           R"("\")",
                           R"("\x")",
                           R"("\x"0)",
                           R"("\u12")",
                           R"("\ud83d")",
                           "\"\t\"",
                           "{",
                           "{}}",
                           "{,}",
                           "{1:2}",
                           R"({"a"})",
                           R"({"a":})",
                           R"({"a" 1})",
                           R"([{"a":1,}])",
                           R"([{"a":[}]])",
                           R"([{"\x":1}])"}) {
    INFO(json);
    CHECK(members_of(json) == Found{"invalid"});
  }
}

TEST_CASE("what stands before an error is given out") {
  CHECK(members_of(R"({"a":1,"b":"x","c":)") == Found{"a=1", R"(b="x")", "invalid"});
  CHECK(members_of(R"({"a":1,"b":12)") == Found{"a=1", "invalid"});
  CHECK(members_of(R"({"a":1,})") == Found{"a=1", "invalid"});
  CHECK(members_of(R"({"a":1 "b":2})") == Found{"invalid"});
  CHECK(members_of(R"({"a":1}{"b":2})") == Found{"invalid"});
}

TEST_CASE("depth is counted without the object's own brackets") {
  const auto depth_of = [](const std::string& json) {
    JsonMembers members(json);
    for (JsonMember member; members.next(member);) {
    }
    return members.depth();
  };
  CHECK(depth_of(R"({"a":1})") == 0);
  CHECK(depth_of(R"({"a":[],"b":{"c":[1]},"d":[]})") == 2);
  const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
  CHECK(depth_of("{\"a\":" + deep + "}") == 1000000);
}
