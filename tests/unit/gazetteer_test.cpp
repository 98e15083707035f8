#include "match/gazetteer.hpp"

#include "catch.hpp"

using faktum::Gazetteer;

namespace {

std::vector<std::string> found(std::initializer_list<std::string_view> names,
                               std::string_view text) {
  Gazetteer gazetteer;
  std::uint32_t payload = 0;
  for (const std::string_view name : names) gazetteer.add(name, payload++);
  gazetteer.finish();
  std::vector<faktum::GazetteerHit> hits;
  gazetteer.find(text, hits);
  std::vector<std::string> texts;
  for (const auto& hit : hits) texts.emplace_back(hit.span.of(text));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is found at word edges, in compounds and with its genitive") {
  CHECK(found({"Nvidia"}, "Nvidias Chef, der Nvidia-Chef, Anti-Nvidia und „Nvidia“") ==
        Texts{"Nvidias", "Nvidia", "Nvidia", "Nvidia"});
  CHECK(found({"Nvidia"}, "Nvidiaaktie und Envidia").empty());
  CHECK(found({"Google"}, "Google’s Idee, Google's Plan") == Texts{"Google’s", "Google's"});
}

TEST_CASE("a name is found between East Asian marks, also across blocks of bytes") {
  CHECK(found({"Oppo"}, "《OPPO》 Oppo，Oppo。「Oppo」") == Texts{"OPPO", "Oppo", "Oppo", "Oppo"});
  for (std::size_t before = 55; before < 70; ++before) {
    CHECK(found({"Oppo"}, std::string(before, '.') + "《Oppo》und").size() == 1);
  }
}

TEST_CASE("long names match in any case that begins with a capital") {
  CHECK(found({"Nvidia"}, "NVIDIA nVidia nvidia") == Texts{"NVIDIA"});
  CHECK(found({"nVidia"}, "nVidia") == Texts{"nVidia"});
  CHECK(found({"Österreichische Post"}, "ÖSTERREICHISCHE POST") == Texts{"ÖSTERREICHISCHE POST"});
}

TEST_CASE("an address is also written small") {
  CHECK(found({"Fluege.de", "Dr. Oetker"}, "bei fluege.de, FLUEGE.DE, dr. Oetker") ==
        Texts{"fluege.de", "FLUEGE.DE"});
}

TEST_CASE("short names must stand as listed or in capitals") {
  CHECK(found({"AMD", "dpa"}, "AMD Amd amd dpa DPA Dpa") == Texts{"AMD", "dpa", "DPA"});
}

TEST_CASE("a space in a name is any space or a hyphen") {
  CHECK(found({"Bank Austria"},
              "Bank Austria, Bank-Austria-Chef, Bank\u00A0Austria, Bank\nAustria") ==
        Texts{"Bank Austria", "Bank-Austria", "Bank\u00A0Austria", "Bank\nAustria"});
}

TEST_CASE("a compound of one name is not another, unless the compound goes on") {
  CHECK(found({"Kuka", "Kuka Roboter"}, "Kuka-Roboter, Kuka Roboter") ==
        Texts{"Kuka", "Kuka Roboter", "Kuka"});
  CHECK(found({"Siemens", "Siemens Energy"}, "Siemens-Energy-Aktie") ==
        Texts{"Siemens-Energy", "Siemens"});
}

TEST_CASE("all names that begin at a place are found, longest first") {
  CHECK(found({"Samsung", "Samsung Securities"}, "Samsung Securities") ==
        Texts{"Samsung Securities", "Samsung"});
}

TEST_CASE("a name glued to the next sentence is found") {
  CHECK(found({"Nvidia", "Ford"}, "NvidiaDas Werk, NvidiaChips, FordDer, Fordert") ==
        Texts{"Nvidia", "Ford"});
  CHECK(found({"Ford"}, "Fordern").empty());
}

TEST_CASE("a name glued to a small word is found") {
  CHECK(found({"SMIC", "OpenAI", "Zeit Online"}, "SMIChat, OpenAIund, Zeit Onlinesprach") ==
        Texts{"SMIC", "OpenAI", "Zeit Online"});
  CHECK(found({"Samsung", "Lam Research"}, "derSamsung-Chef, nächsteSamsung, vonLam Research") ==
        Texts{"Samsung", "Samsung", "Lam Research"});
  CHECK(found({"Kanal D"}, "Kanal Duisburg, Kanal Dhat") == Texts{"Kanal D"});
  CHECK(found({"SMIC", "Suse", "Post"}, "SMICher, openSuse, Postund, derPostbote").empty());
}
