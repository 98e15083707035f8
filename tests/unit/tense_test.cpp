#include "values/tense.hpp"

#include <string>

#include "catch.hpp"
#include "faktum/rule_set.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

const TenseWords& tense_words() {
  static const RuleSet rules = RuleSetBuilder().builtin().build().value();
  static const TenseWords words(rules.compiled().words);
  return words;
}

Span place_of(std::string_view mention, std::string_view text, std::size_t from = 0) {
  const std::size_t at = text.find(mention, from);
  REQUIRE(at != std::string_view::npos);
  return {at, at + mention.size()};
}

Tense tense(std::string_view sentence, std::string_view mention) {
  return TextTenses(sentence, tense_words()).at({0, sentence.size()}, place_of(mention, sentence));
}

TEST_CASE("the verb of the clause tells the tense") {
  CHECK(tense("Der Rat wird am Donnerstag entscheiden.", "Donnerstag") == Tense::future);
  CHECK(tense("Der Rat hat am Donnerstag entschieden.", "Donnerstag") == Tense::past);
  CHECK(tense("Der Kurs stieg am Donnerstag.", "Donnerstag") == Tense::past);
  CHECK(tense("Das Netz will A1 schon im Mai fertig haben.", "Mai") == Tense::future);
  CHECK(tense("Schon im Mai steigt der Umsatz.", "Mai") == Tense::past);
  CHECK(tense("Die Chefin geht zum 31. März.", "31. März") == Tense::present);
  CHECK(tense("Löhne sind bis Ende Oktober gesichert.", "Ende Oktober") == Tense::future);
  CHECK(tense("Er teilte mit, im Mai neu anzufangen.", "Mai") == Tense::future);
  CHECK(tense("Er verspricht, im Mai Karten zu liefern.", "Mai") == Tense::future);
  CHECK(tense("Er bestreitet, im Mai Karten geliefert zu haben.", "Mai") == Tense::past);
  CHECK(tense("Die Firma verschickt im Mai Karten.", "Mai") == Tense::present);
  CHECK(tense("Die Firma hat im Mai Karten verschickt.", "Mai") == Tense::past);
  CHECK(tense("Die Firma zeigt im Mai erste Karten.", "Mai") == Tense::present);
  CHECK(tense("Die Brücke ist im Mai gesperrt.", "Mai") == Tense::present);
  CHECK(tense("Das Buch ist im Mai erschienen.", "Mai") == Tense::past);
  CHECK(tense("Das Werk kostete im Mai viel.", "Mai") == Tense::past);
  CHECK(tense("Der Verkauf startet im Juni.", "Juni") == Tense::future);
  CHECK(tense("Die Messe läuft bis Juni.", "Juni") == Tense::future);
}

TEST_CASE("another clause does not decide while the mention's own has a verb") {
  const std::string_view sentence =
      "Das Werk soll im Herbst öffnen, wie der Konzern am Montag mitteilte.";
  CHECK(tense(sentence, "Herbst") == Tense::future);
  CHECK(tense(sentence, "Montag") == Tense::past);
  CHECK(tense("Die Regel, die im Mai beschlossen wurde, wird viel kosten.", "Mai") == Tense::past);
  CHECK(tense("Bis zur Messe (9. Januar) kann sich viel ändern.", "9. Januar") == Tense::future);
}

TEST_CASE("words directly before and behind the mention go first") {
  CHECK(tense("Nutzer können seit Montag surfen.", "Montag") == Tense::past);
  CHECK(tense("Laut dem Bericht vom 12. Juli plant er ein Werk.", "12. Juli") == Tense::past);
  CHECK(tense("Die Messe soll vom 3. bis 5. Mai laufen.", "3. bis 5. Mai") == Tense::future);
  CHECK(tense("Der vorgestellte Chip verspätet sich bis Mai.", "Mai") == Tense::future);
  CHECK(tense("Für den 29. Oktober wurde ein Termin angekündigt.", "29. Oktober") == Tense::future);
  CHECK(tense("Der am Freitag eingereichte Antrag wird geprüft.", "Freitag") == Tense::past);
  CHECK(tense("Er nannte das am 1. September erscheinende Spiel gut.", "1. September") ==
        Tense::future);
}

TEST_CASE("what a modal verb governs may be over") {
  CHECK(tense("Die Firma soll im Mai zwei Werke gekauft haben.", "Mai") == Tense::past);
  CHECK(tense("Der Chip ist am Montag erschienen.", "Montag") == Tense::past);
  CHECK(tense("Sitzung ist am Montag.", "Montag") == Tense::present);
  CHECK(tense("Start ist am Montag.", "Montag") == Tense::future);
}

TEST_CASE("a state is no perfect, and an omitted auxiliary is one") {
  CHECK(tense("Der Markt ist noch bis 6. Januar geöffnet.", "6. Januar") == Tense::future);
  CHECK(tense("Das ist ab 1. Juni möglich.", "1. Juni") == Tense::future);
  CHECK(tense("Bis zum 15. Mai haben die Bürger Zeit.", "15. Mai") == Tense::future);
  CHECK(tense("Er hat bis Ende Mai Zeit, sich zu melden.", "Ende Mai") == Tense::future);
  CHECK(tense("Das Werk, das bis Juli Siemens gehörte, bleibt.", "Juli") == Tense::past);
  CHECK(tense("Der Rat hat am Freitag so entschieden.", "Freitag") == Tense::past);
  CHECK(tense("Münzen sind ab 15. Mai zu haben.", "15. Mai") == Tense::future);
  CHECK(tense("Ein Modul, im Mai noch für 9 Euro zu haben, kostet 20.", "Mai") == Tense::past);
  CHECK(tense("Damit wird der Chip, am Freitag gestartet, alt.", "Freitag") == Tense::past);
}

TEST_CASE("the verb stands in the second place") {
  CHECK(tense("Ab Montag gelten neue Zeiten.", "Montag") == Tense::future);
  CHECK(tense("Jeder meldet sich bis Mittwoch an.", "Mittwoch") == Tense::future);
  CHECK(tense("Die Leute erhalten von April an mehr Geld.", "April") == Tense::future);
  CHECK(tense("Die Leute kennen den Bericht von April.", "April") != Tense::future);
  CHECK(tense("Am Sonntag wählten die Mitglieder.", "Sonntag") == Tense::past);
  CHECK(tense("Am Sonntag testeten sie den Lift.", "Sonntag") == Tense::past);
  CHECK(tense("Am Samstag wandern die Kinder.", "Samstag") == Tense::present);
  CHECK(tense("Am Samstag gegen neun Uhr: ein Knall.", "Samstag") == Tense::unknown);
  CHECK(tense("Schloss Tirol zeigt bis Juni Bilder.", "Juni") == Tense::future);
  CHECK(tense("Kam er am Montag?", "Montag") == Tense::past);
  CHECK(tense("Nach dem Sturm am Samstag rollt der Verkehr.", "Samstag") == Tense::report);
  CHECK(tense("Medien berichten am Montag davon.", "Montag") == Tense::report);
}

TEST_CASE("without a verb nothing is known") {
  CHECK(tense("Umsatz im Juni: zwei Milliarden", "Juni") == Tense::unknown);
  CHECK(tense("Juni", "Juni") == Tense::unknown);
  CHECK(tense("Gegen Znaim (Freitag, 19.45 Uhr) verlor er nie.", "Freitag") == Tense::future);
  CHECK(tense("Sonntag, 8 Uhr: Messe", "Sonntag") == Tense::future);
  const WordTables no_tables;
  const TenseWords no_words(no_tables);
  CHECK(TextTenses("Er wird im Juni kommen.", no_words).at({0, 23}, {12, 16}) == Tense::unknown);
}

TEST_CASE("a sentence may be asked for any of its mentions, in any order") {
  const std::string_view text =
      "Der Rat, der am Montag (3. – 5. Mai) tagte, wird im Juni kommen. Er kam im Juli.";
  const Span first{0, text.find(" Er kam")};
  const Span second{first.end + 1, text.size()};
  TextTenses tenses(text, tense_words());
  for (int round = 0; round < 2; ++round) {
    CHECK(tenses.at(first, place_of("Juni", text)) == Tense::future);
    CHECK(tenses.at(first, place_of("Montag", text)) == Tense::past);
    CHECK(tenses.at(second, place_of("Juli", text)) == Tense::past);
    CHECK(tenses.at(first, place_of("Montag (3. – 5. Mai)", text)) == Tense::past);
  }
}

}  // namespace
}  // namespace faktum
