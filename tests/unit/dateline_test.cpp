#include "input/dateline.hpp"

#include <string>

#include "catch.hpp"
#include "values/iso_date.hpp"

namespace {

std::string dateline(const std::string& text) {
  const auto date = faktum::find_dateline(text);
  return date ? faktum::to_iso(*date) : "none";
}

}  // namespace

TEST_CASE("a date alone on its line is the dateline") {
  CHECK(dateline("Neue Chips\n\n2024-08-01\n\nDer Markt wächst.") == "2024-08-01");
  CHECK(dateline("Neue Chips\r\n1. August 2024\r\nDer Markt wächst.") == "2024-08-01");
  CHECK(dateline("Dienstag, 12. März 2024\n") == "2024-03-12");
  CHECK(dateline("Fr, 03.05.2024 - 17:05 Uhr") == "2024-05-03");
  CHECK(dateline("(12.03.2024)") == "2024-03-12");
  CHECK(dateline("2024-08-01T10:15:00+02:00") == "2024-08-01");
  CHECK(dateline("3. Jänner 2023") == "2023-01-03");
  CHECK(dateline("3. Ja\u0308nner 2023") == "2023-01-03");
  CHECK(dateline("3.\xC2\xA0Sept. 2023") == "2023-09-03");
}

TEST_CASE("a date in a part of its own") {
  CHECK(dateline("Von Eva Muster | 4. Dez. 2024") == "2024-12-04");
  CHECK(dateline("Test: Mäuse | Von Eva Muster | 14.02.2025, 15:00 Uhr") == "2025-02-14");
  CHECK(dateline("09.12.2023 | Gerüchteküche") == "2023-12-09");
  CHECK(dateline("Wirtschaft · 3. Mai 2024 · 4 Minuten Lesezeit") == "2024-05-03");
  CHECK(dateline("14.02.2025, 15:00 Uhr – Die Preise fallen weiter.") == "2025-02-14");
  CHECK(dateline("Von Eva Muster und Jan Beispiel, 3. Mai 2024") == "2024-05-03");
  CHECK(dateline("News | Autor Jan Beispiel · Redakteurin Eva Muster 2025-12-08 19:45") ==
        "2025-12-08");
}

TEST_CASE("a date after a label") {
  CHECK(dateline("Stand: 12.03.2024") == "2024-03-12");
  CHECK(dateline("Datum: 06.09.24") == "2024-09-06");
  CHECK(dateline("Veröffentlichungszeit: 2024/08/13") == "2024-08-13");
  CHECK(dateline("Von unserem Korrespondenten, 08.08.2023, 11:40 Uhr") == "2023-08-08");
  CHECK(dateline("Veröffentlicht am 12. März 2024 von Eva Muster") == "2024-03-12");
  CHECK(dateline("Veröffentlicht: 2024-03-19 08:14") == "2024-03-19");
  CHECK(dateline("Analyse, veröffentlicht am 15. April 2025\n\nDer Markt.") == "2025-04-15");
  CHECK(dateline("Eva Muster | Aktualisiert am Montag, 3. Juni 2024, 9:30 Uhr") == "2024-06-03");
}

TEST_CASE("a date with its time of day, the year first") {
  CHECK(dateline("2026-01-09 10:22 Quelle: Beispiel  Schrift: groß") == "2026-01-09");
  CHECK(dateline("Text|Eva Muster   2024/08/13 07:45   Leser: 12.408") == "2024-08-13");
  CHECK(dateline("Der Export beginnt 2024-08-13 mit Musik.") == "none");
}

TEST_CASE("a date in the head of an article") {
  CHECK(dateline("March 12, 2024") == "2024-03-12");
  CHECK(dateline("12 March 2024") == "2024-03-12");
  CHECK(dateline("Oct 5, 2024") == "2024-10-05");
  CHECK(dateline("5 December 2024") == "2024-12-05");
  CHECK(dateline("2024年3月12日") == "2024-03-12");
  CHECK(dateline("12/03/2024") == "2024-03-12");
  CHECK(dateline("Pressemitteilung vom 12. März 2024") == "2024-03-12");
  CHECK(dateline("12. März 2024 von Eva Muster") == "2024-03-12");
  CHECK(dateline("Eva Muster 12. März 2024 Lesedauer: 5 Min.") == "2024-03-12");
  CHECK(dateline("[12.03.2024] Neue Karten") == "2024-03-12");
  CHECK(dateline("chipmagazin online 12.03.2024, 14:32 Uhr") == "2024-03-12");
  CHECK(dateline("Quelle: chipmagazin.de, 12. März 2024") == "2024-03-12");
  CHECK(dateline("Santa Clara, Kalifornien – 12. März 2024 – Der Markt") == "2024-03-12");
  CHECK(dateline("Autorin: Eva Muster Datum: 12. März 2024 Lesezeit: 5 Minuten") == "2024-03-12");
}

TEST_CASE("a date after a place") {
  CHECK(dateline("München, 3. Mai 2024 – Der Umsatz steigt.") == "2024-05-03");
  CHECK(dateline("LAS VEGAS, 4. Dez. 2024 – Ein neuer Server.") == "2024-12-04");
  CHECK(dateline("Frankfurt am Main (dpa), 3. Mai 2024 - Der Umsatz steigt.") == "2024-05-03");
  CHECK(dateline("Berlin/Brüssel, den 3. Mai 2024 (Reuters) – Der Umsatz steigt.") == "2024-05-03");
  CHECK(dateline("New York, 27. Januar 2025. Der Markt bricht ein.") == "2025-01-27");
  CHECK(dateline("DRESDEN/WIEN, 21.08.2024. Mit Musik begann der Bau.") == "2024-08-21");
  CHECK(dateline("Neue Rundschau, Sonntag, 8. November 2015 12:19") == "2015-11-08");
}

TEST_CASE("a date in a sentence is no dateline") {
  CHECK(dateline("Am 12. März 2024 stellte die Firma den Chip vor.") == "none");
  CHECK(dateline("Die Firma stellte den Chip am 12. März 2024 vor.") == "none");
  CHECK(dateline("Am Montag, 3. Mai 2024 - dem Tag der Messe - regnete es.") == "none");
  CHECK(dateline("Der Verkauf beginnt am 3. Mai 2024.") == "none");
  CHECK(dateline("Die Messe beginnt am 3. Mai 2024, 10:00 Uhr") == "none");
  CHECK(dateline("Wie der Chef am 3. Mai 2024 von Eva Muster erfuhr") == "none");
  CHECK(dateline("Im Bericht vom 3. Mai 2024") == "none");
  CHECK(dateline("Verkaufsstart: 3. Mai 2024") == "none");
  CHECK(dateline("Nächster Termin: Dienstag, 3. Mai 2024") == "none");
  CHECK(dateline("Die Messe findet vom 4. bis 7. Juni 2024 statt.") == "none");
  CHECK(dateline("Windows 2000 ist alt, 2000 Euro sind viel.") == "none");
  CHECK(dateline("Der Bericht, veröffentlicht am 3. Mai 2024, zeigt viel.") == "none");
  CHECK(dateline("Stichtag 3. Mai 2024. Danach ist Schluss.") == "none");
  CHECK(dateline("Der Stand vom 3. Mai 2024 war besser.") == "none");
}

TEST_CASE("no calendar has the day, or the text begins later") {
  CHECK(dateline("31.02.2024") == "none");
  CHECK(dateline("") == "none");
  std::string late;
  for (int i = 0; i < 12; ++i) late += "Eine Zeile.\n\n";
  CHECK(dateline(late + "2024-08-01\n") == "none");
  CHECK(dateline("31.02.2024\n\n28.02.2024\n") == "2024-02-28");
}

TEST_CASE("a date that is written in a field") {
  const auto parsed = [](const char* text) {
    const auto date = faktum::parse_written_date(text);
    return date ? faktum::to_iso(*date) : "none";
  };
  CHECK(parsed("2024-08-01") == "2024-08-01");
  CHECK(parsed("2024-08-01T23:59:59Z") == "2024-08-01");
  CHECK(parsed("2024-08-01 10:15:00.123+02:00") == "2024-08-01");
  CHECK(parsed("3. Mai 2024") == "2024-05-03");
  CHECK(parsed("03.05.2024, 10:15 Uhr") == "2024-05-03");
  CHECK(parsed("2024-02-30") == "none");
  CHECK(parsed("am 3. Mai 2024") == "none");
  CHECK(parsed("3. Mai 2024 und später") == "none");
  CHECK(parsed("2024") == "none");
}
