#include <string>
#include <vector>

#include "catch.hpp"
#include "faktum/faktum.hpp"
#include "text/currency_names.hpp"
#include "values/currency.hpp"

using faktum::currency_code;
using faktum::CurrencyAge;
using faktum::CurrencyName;
using faktum::MoneyValue;

namespace {

struct Amount {
  std::string text;
  MoneyValue value;
};

std::vector<Amount> amounts_in(const std::string& text) {
  static const auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  faktum::Document document;
  document.text = text;
  std::vector<Amount> found;
  for (const faktum::Fact& fact : extractor.extract(document).facts) {
    if (fact.kind != "money") continue;
    found.push_back({std::string(fact.span.of(text)), std::get<MoneyValue>(fact.value)});
  }
  return found;
}

MoneyValue amount_in(const std::string& text, const std::string& finds) {
  const auto found = amounts_in(text);
  INFO(text);
  REQUIRE(found.size() == 1);
  CHECK(found.front().text == finds);
  return found.front().value;
}

}  // namespace

TEST_CASE("currencies by name, plural, symbol and code") {
  CHECK(currency_code("Dollar") == "USD");
  CHECK(currency_code("US-Dollar") == "USD");
  CHECK(currency_code("US$") == "USD");
  CHECK(currency_code("€") == "EUR");
  CHECK(currency_code("Euros") == "EUR");
  CHECK(currency_code("Yuan") == "CNY");
  CHECK(currency_code("RMB") == "CNY");
  CHECK(currency_code("Yen") == "JPY");
  CHECK(currency_code("Won") == "KRW");
  CHECK(currency_code("Pfund") == "GBP");
  CHECK(currency_code("Schweizer Franken") == "CHF");
  CHECK(currency_code("Rupien") == "INR");
  CHECK(currency_code("Hongkong-Dollar") == "HKD");
  CHECK(currency_code("NT$") == "TWD");
  CHECK(currency_code("Forint") == "HUF");
  CHECK(currency_code("gbp") == "GBP");
}

TEST_CASE("a nationality decides, in any inflection") {
  CHECK(currency_code("kanadische Dollar") == "CAD");
  CHECK(currency_code("kanadischen Dollar") == "CAD");
  CHECK(currency_code("Neue Taiwan-Dollar") == "TWD");
  CHECK(currency_code("schwedischen Kronen") == "SEK");
  CHECK(currency_code("dänische Kronen") == "DKK");
  CHECK(currency_code("ägyptische Pfund") == "EGP");
  CHECK(currency_code("mexikanische\u00A0Pesos") == "MXN");
  CHECK_FALSE(currency_code("Kronen").has_value());
  CHECK_FALSE(currency_code("Pesos").has_value());
}

TEST_CASE("a country's adjective leads to its currency where CLDR names the country") {
  CHECK(currency_code("kenianische Schilling") == "KES");
  CHECK(currency_code("neuseeländischen Dollar") == "NZD");
  CHECK(currency_code("taiwanische Dollar") == "TWD");
  CHECK(currency_code("kuwaitische Dinar") == "KWD");
  CHECK(currency_code("europäische Dollar") == "USD");
}

TEST_CASE("hundredths, alone and after whole units") {
  CHECK(amount_in("Die Dividende beträgt 36 Cent je Aktie.", "36 Cent").amount == 0.36);
  CHECK(amount_in("Der Gewinn stieg auf 45 US-Cent.", "45 US-Cent").currency == "USD");
  CHECK(amount_in("Das Heft kostet 12 Euro 50 am Kiosk.", "12 Euro 50").amount == 12.5);
  CHECK(amount_in("Er zahlt drei Dollar und zehn Cent.", "drei Dollar und zehn Cent").amount ==
        3.1);
  CHECK(amount_in("Für 5 Euro 20 Stück zu bekommen, ist günstig.", "5 Euro").amount == 5);
}

TEST_CASE("past currencies and unknown words") {
  CHECK(currency_code("D-Mark") == "DEM");
  CHECK(currency_code("Schilling") == "ATS");
  CHECK(currency_code("zusätzliche Dollar") == "USD");
  CHECK_FALSE(currency_code("Bitcoin").has_value());
  CHECK_FALSE(currency_code("").has_value());
}

TEST_CASE("amounts are exact") {
  CHECK(amount_in("Er zahlt 1,516 Mrd. Dollar.", "1,516 Mrd. Dollar").amount == 1516000000.0);
  CHECK(amount_in("Er zahlt USD34.6 million dafür.", "USD34.6 million").amount == 34600000.0);
  CHECK(amount_in("Er zahlt 1.234.567,89 Euro.", "1.234.567,89 Euro").amount == 1234567.89);
  CHECK(amount_in("Er sucht 7 Billionen US-Dollar.", "7 Billionen US-Dollar").amount == 7e12);
}

TEST_CASE("ranges share their scale unless each has its own") {
  CHECK(amount_in("Er zahlt rund 5 bis 7 Milliarden Dollar.", "5 bis 7 Milliarden Dollar") ==
        MoneyValue{{}, 5e9, 7e9, "USD", faktum::Modifier::approx});
  CHECK(amount_in("Es kostet zwischen 300 und 400 Euro.", "300 und 400 Euro") ==
        MoneyValue{{}, 300, 400, "EUR", {}});
  CHECK(amount_in("Er zahlt 500 Millionen bis 1 Milliarde Dollar.",
                  "500 Millionen bis 1 Milliarde Dollar") == MoneyValue{{}, 5e8, 1e9, "USD", {}});
  CHECK(amount_in("Er zahlt 500 Euro bis 2 Millionen Euro.", "500 Euro bis 2 Millionen Euro") ==
        MoneyValue{{}, 500, 2e6, "EUR", {}});
}

TEST_CASE("ends in two currencies are two amounts") {
  const auto found = amounts_in("Es kostet 500 Euro bis 600 Dollar.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].value.currency == "EUR");
  CHECK(found[1].value.currency == "USD");
}

TEST_CASE("compounds hold only their part") {
  CHECK(amount_in("Ein 500-Millionen-Dollar-Kredit.", "500-Millionen-Dollar").amount == 5e8);
  CHECK(amount_in("Die 30.000-Dollar-Marke fiel.", "30.000-Dollar").amount == 30000);
}

TEST_CASE("halves") {
  CHECK(amount_in("Es geht um mehr als einer halben Milliarde Euro.", "halben Milliarde Euro") ==
        MoneyValue{5e8, {}, {}, "EUR", faktum::Modifier::more_than});
}

TEST_CASE("pounds of weight and currencies without an amount") {
  CHECK(amounts_in("Der Roboter wiegt 200 Pfund und läuft.").empty());
  CHECK(amounts_in("Es geht um Millionen Dollar und ein Euro-Land.").empty());
  CHECK(amounts_in("Der Diesel erfüllt Euro 6 seit der Euro 2024.").empty());
}

TEST_CASE("every currency that CLDR names in German is found, in the singular and the plural") {
  std::size_t names = 0;
  for (const CurrencyAge age : {CurrencyAge::in_use, CurrencyAge::past}) {
    for (const std::string& code : faktum::currency_codes(age)) {
      for (const CurrencyName number : {CurrencyName::one, CurrencyName::other}) {
        const std::string name = faktum::currency_name(code, number);
        if (name == code || name.find('(') != name.npos) continue;
        CHECK(amount_in("Die Bank zahlte 500 " + name + " dafür.", "500 " + name).currency == code);
        ++names;
      }
    }
  }
  CHECK(names > 300);
}

TEST_CASE("codes of all currencies in use, but for those that are words") {
  CHECK(amount_in("Die Lizenz kostet 500 GHS im Monat.", "500 GHS").currency == "GHS");
  CHECK(amount_in("Das Amt zahlt LKR 1,5 Mio. dafür.", "LKR 1,5 Mio.").currency == "LKR");
  CHECK(amounts_in("Das Lager hält 500 AMD vor, und es gibt 3 TOP Angebote.").empty());
  CHECK(amount_in("In Armenien kostet es 500 AMD im Monat.", "500 AMD").currency == "AMD");
}
