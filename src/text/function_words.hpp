// German function words and the nouns of ordinals, in lower case.
#pragma once

#include "text/word_table.hpp"

namespace faktum {
// clang-format off

// Capitalised, these open a sentence: articles, pronouns and determiners, then prepositions,
// conjunctions and question words, then adverbs. Not among them: what as often begins a name.
inline constexpr WordTable kOpeners({
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "eines",
    "er", "sie", "es", "wir", "ich", "ihr", "man", "ihm", "ihn", "ihnen", "uns", "dies",
    "diese", "diesem", "diesen", "dieser", "dieses", "jene", "jener", "jenes", "derselbe",
    "dieselbe", "dasselbe", "solche", "solcher", "solches", "sein", "seine", "seinem", "seinen",
    "seiner", "seines", "ihre", "ihrem", "ihren", "ihrer", "ihres", "unser", "unsere", "mein",
    "meine", "kein", "keine", "keinem", "keinen", "keiner", "alle", "allem", "allen", "alles",
    "beide", "beides", "einige", "einzelne", "etliche", "jede", "jedem", "jeden", "jeder",
    "jedes", "manche", "mehrere", "viele", "vieles", "wenige", "andere", "anderen", "niemand",
    "jemand", "nichts", "etwas", "sämtliche", "zwei", "drei", "ab", "an", "am", "auf", "aus",
    "außer", "bei", "beim", "bis", "binnen", "dank", "durch", "entgegen", "für", "gegen",
    "gegenüber", "hinter", "im", "in", "infolge", "innerhalb", "laut", "mit", "mithilfe",
    "nach", "neben", "ohne", "seit", "statt", "trotz", "über", "um", "unter", "ungeachtet",
    "vom", "von", "vor", "wegen", "während", "zu", "zum", "zur", "zwischen", "per",
    "angesichts", "anhand", "anlässlich", "anstatt", "anstelle", "aufgrund", "außerhalb",
    "gemäß", "aber", "als", "bevor", "da", "damit", "dass", "denn", "doch", "falls", "indem",
    "nachdem", "ob", "obgleich", "obwohl", "oder", "sobald", "sodass", "sofern", "solange",
    "sondern", "soweit", "sowohl", "und", "wann", "warum", "was", "weder", "weil", "welche",
    "welcher", "welches", "wem", "wen", "wenn", "wer", "weshalb", "wessen", "wie", "wieso",
    "wieviel", "wo", "wobei", "wodurch", "wofür", "woher", "wohin", "womit", "entweder",
    "abends", "allein", "allerdings", "also", "ansonsten", "auch", "außerdem", "bald",
    "bereits", "besonders", "bislang", "bisher", "dabei", "dadurch", "dafür", "dagegen",
    "daher", "dahinter", "damals", "danach", "daneben", "dann", "daran", "darauf", "daraufhin",
    "daraus", "darin", "darüber", "darum", "darunter", "davon", "davor", "dazu", "demnach",
    "demzufolge", "dennoch", "derzeit", "deshalb", "deswegen", "dort", "eben", "ebenfalls",
    "ebenso", "eher", "einerseits", "andererseits", "einmal", "endlich", "erst", "erstmals",
    "etwa", "ferner", "folglich", "fast", "ganz", "genau", "gerade", "gestern", "gleich",
    "gleichzeitig", "gut", "hätte", "heute", "hier", "hierbei", "hierfür", "hierzu", "hinzu",
    "immer", "immerhin", "indes", "indessen", "inzwischen", "insbesondere", "insgesamt", "ist",
    "ja", "jedenfalls", "jedoch", "jetzt", "kaum", "knapp", "künftig", "kürzlich", "letztlich",
    "lediglich", "mehr", "meist", "meistens", "mittlerweile", "möglicherweise", "morgen",
    "nämlich", "natürlich", "nein", "neu", "neuerdings", "nicht", "noch", "normalerweise",
    "nun", "nur", "oft", "rund", "schließlich", "schon", "sehr", "seitdem", "seither", "selbst",
    "so", "sogar", "somit", "sonst", "später", "stattdessen", "trotzdem", "tatsächlich",
    "übrigens", "überdies", "vielmehr", "vielleicht", "voraussichtlich", "vorher",
    "wahrscheinlich", "weiter", "weiterhin", "weitere", "weiters", "wenig", "wieder",
    "wiederum", "wohl", "zuerst", "zudem", "zuletzt", "zunächst", "zuvor", "zwar", "zusätzlich",
    "zurzeit", "zugleich", "nachfolgend",
});

// Glued by scraping to the word before them: "H100sind", "Wall Street Journalsprach". Not among
// them: what ends German words ("-in", "-ist", "-mal", "-um").
inline constexpr WordTable kGlued({
    "der", "die", "das", "den", "dem", "des", "und", "oder", "sowie", "auf", "aus", "bei", "mit",
    "nach", "von", "vom", "vor", "für", "gegen", "über", "unter", "durch", "ohne", "seit", "zum",
    "zur", "als", "wie", "dass", "weil", "auch", "nicht", "noch", "nur", "schon", "sowohl", "hat",
    "hatte", "haben", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "will",
    "wollen", "kann", "können", "konnte", "soll", "sollen", "muss", "darf", "sagt", "sagte",
    "sprach", "schrieb", "schreibt", "erklärte", "meldet", "meldete", "teilte", "nannte", "gab",
    "gibt", "kam", "kommt", "kostet", "verlangt", "verlangen", "liefert", "bietet", "verkauft",
    "setzt", "stellt", "stellte", "plant", "zeigt", "zeigte", "bringt", "steht", "liegt", "geht",
    "gehört", "arbeitet", "entwickelt", "produziert", "investiert", "übernimmt", "übernahm",
    "kündigte",
});

// Before a number with a full stop these make it an ordinal: "zum 40. Geburtstag".
inline constexpr WordTable kBeforeOrdinal(
    {"der",   "die",   "das",    "dem",    "den",    "des",    "am",      "im",      "ins",
     "vom",   "zum",   "zur",    "beim",   "ein",    "eine",   "einem",   "einen",   "einer",
     "eines", "sein",  "seine",  "seinem", "seinen", "seiner", "seines",  "ihr",     "ihre",
     "ihrem", "ihren", "ihrer",  "ihres",  "unser",  "unsere", "unserem", "unseren", "unserer",
     "mein",  "meine", "meinem", "meinen", "meiner", "jede",   "jedem",   "jeden",   "jeder",
     "jedes", "diese", "diesem", "diesen", "dieser", "dieses", "fürs"});

// A line does not end a sentence after these: articles, prepositions and conjunctions.
inline constexpr WordTable kLeadOn(
    {"der",      "die",   "das",    "dem",    "den",    "des",   "ein",    "eine", "einem", "einen",
     "einer",    "eines", "und",    "oder",   "sowie",  "als",   "wie",    "dass", "weil",  "wenn",
     "ob",       "nicht", "an",     "am",     "auf",    "aus",   "bei",    "beim", "bis",   "durch",
     "für",      "gegen", "hinter", "im",     "in",     "ins",   "mit",    "nach", "ohne",  "seit",
     "über",     "um",    "unter",  "vom",    "von",    "vor",   "wegen",  "zu",   "zum",   "zur",
     "zwischen", "rund",  "etwa",   "knapp",  "sein",   "seine", "seiner", "ihre", "ihrer", "ihren",
     "dieser",   "diese", "dieses", "diesem", "diesen", "jeder", "jede",   "jedes"});

// Makers of chips, to which their chips are glued: "NVIDIAH100".
inline constexpr WordTable kGluedMakers({"NVIDIA", "Nvidia", "AMD", "Intel", "Huawei", "Qualcomm"});

inline constexpr WordTable kMonths({
    "januar", "jänner", "februar", "feber", "märz", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "dezember", "jan", "jän", "feb", "febr", "mrz", "mär", "apr",
    "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez",
});

// Nouns and names that follow an ordinal.
inline constexpr WordTable kAfterOrdinal({
    "quartal", "quartals", "halbjahr", "halbjahres", "halbjahrs", "jahrhundert", "jahrhunderts",
    "jh", "jhd", "jhdt",
    "jahrtausend", "jahrzehnt", "jahrestag", "jubiläum", "lebensjahr", "geburtstag", "todestag",
    "kalenderwoche", "woche", "tag", "monat", "jahr", "semester", "advent", "trimester",
    "platz", "rang", "stelle", "position", "reihe", "mal", "generation", "gen", "auflage",
    "ausgabe", "version", "edition", "folge", "staffel", "teil", "band", "kapitel", "absatz",
    "stock", "stockwerk", "etage", "bezirk", "arrondissement", "bundesliga", "liga", "spieltag",
    "runde", "klasse", "fc", "minute", "stunde", "sinfonie", "symphonie", "weltkrieg",
    "parteitag", "senat", "zivilsenat", "strafsenat", "kammer", "zivilkammer", "welle", "stufe",
    "etappe", "bundestag", "finanzierungsrunde", "geschäftsjahr", "betriebsjahr",
});

// clang-format on
}  // namespace faktum
