#include "text/words.hpp"

#include <string_view>

#include "catch.hpp"

namespace faktum {
namespace {

bool glued_before(std::string_view text, std::string_view name) {
  return is_glued_before(text, text.find(name));
}

TEST_CASE("a small word may be glued before a name") {
  CHECK(glued_before("Es kommt mitSnapdragon 8.", "Snapdragon"));
  CHECK(glued_before("derH100", "H100"));
  CHECK(glued_before("scheiterteAnfang 2022", "Anfang"));
  CHECK(glued_before("Am2. Januar", "2."));
  CHECK(glued_before("genau24,5 Prozent", "24"));
  CHECK(glued_before("NVIDIAH100", "H100"));
  CHECK_FALSE(glued_before("AM2", "2"));
  CHECK_FALSE(glued_before("Tau24", "24"));
  CHECK_FALSE(glued_before("mit Snapdragon", "Snapdragon"));
  CHECK_FALSE(glued_before("SchnellmitSnapdragon", "Snapdragon"));
  CHECK_FALSE(glued_before("iPhone", "Phone"));
  CHECK_FALSE(glued_before("mitsnapdragon", "snapdragon"));
  CHECK_FALSE(glued_before("H100", "H100"));
}

}  // namespace
}  // namespace faktum
