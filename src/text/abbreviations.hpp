// The German words that say whether a full stop ends a sentence.
#pragma once

#include "text/word_table.hpp"

namespace faktum {

// Abbreviations stand without their last full stop, and without spaces: "z. B." is "z.B".
// What is in no table behaves like any word, so "usw.", "etc." and "Inc." end a sentence unless
// it goes on in lower case. Single letters ("J. Smith", "U. S.") need no table: they are taken
// like those of kSeldomLast.

// A sentence always goes on after these.
inline constexpr WordTable kNeverLast({
    "Dr",     "Prof",  "Dipl",  "dipl",  "Ing",     "Mag",   "habil", "Hr",     "Hrn",   "Mr",
    "Mrs",    "Ms",    "Frhr",  "Hrsg",  // titles
    "z.B",    "d.h",   "z.T",   "z.Z",   "z.Zt",    "o.g",   "s.o",   "s.u",    "m.E",   "v.a",
    "i.H.v",  "i.S.v", "bzw",   "bspw",  "ca",      "vgl",   "evtl",  "ggf",    "ggfs",  "sog",
    "vs",     "resp",  "insb",  "mind",  "einschl", "inkl",  "exkl",  "zzgl",   "abzgl", "bzgl",
    "Ca",     "Vgl",   "Evtl",  "Ggf",   "Inkl",    "Insb",  "Mind",  // at the head of a sentence
    "Pte",    "Pty",   "Pvt",   "Sdn",                                // before Ltd. and Bhd.
    "Gebr",   "Ed",    "Fried", "Wilh",  "Joh",     "Heinr", "Herm",  "Friedr", "Ferd",  "Alfr",
    "Jos",    "Bernh", "Rud",   "Matth", "Gust",  // founders in names of firms
    "entspr", "urspr", "geb",   "ebd",   "zit",     "Anm",   "Betr",
});

// After these it goes on unless a word follows that opens a sentence: "5 Mrd. Euro", but
// "5 Mrd. Der Konzern".
inline constexpr WordTable kSeldomLast({
    "II",   "III",   "IV",    "VI",    "VII", "VIII",   "IX",    "XI",
    "XII",  // kings
    "Hj",   "Mio",   "Mill",  "Mrd",   "Mia", "Bill",   "Bio",
    "Tsd",  // scales
    "Min",  "Sek",   "Std",   "Stk",   "Jh",  "Jhd",    "Jhdt",  "min",    "max",
    "rd",   "p.a",   "v.H",   "MwSt",  "Co",  "Comp",   "Nachf", "Nfg",    "e.V",
    "e.G",  "a.D",   "d.J",   "a.M",   "i.A", "Jr",     "Sr",    "St",     "stv",
    "u.a",  "u.ä",   "u.U",   "s.a",   "o.ä", "o.O",    "i.d.R", "i.e.S",  "i.w.S",
    "Chr",  "n.Chr", "v.Chr", "allg",  "int", "intl",   "dt",    "amerik", "brit",
    "chin", "engl",  "europ", "franz", "jap", "südkor", "öst",   "österr",
});

// It goes on only where a number follows: "Art. 5", "Jan. 2024" and "Sa. 3.5.", but "dieser Art.
// Nvidia".
inline constexpr WordTable kBeforeNumber({
    "Nr",   "No",   "Abb",  "Abs", "Abschn", "Art", "Bd",  "Bl",  "Fig", "Kap", "Rn",   "Tab",
    "Vers", "Ziff", "lfd",  "Tel", "Str",    "str",  // places in a text, addresses
    "Jan",  "Feb",  "Febr", "Mrz", "Mär",    "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt",
    "Nov",  "Dez",  "Mo",   "Di",  "Mi",     "Do",  "Fr",  "Sa",  "So",  "SFr", "sFr",
});

// Names whose own exclamation mark ends no sentence.
inline constexpr WordTable kExclaimedNames({"Yahoo", "Jeopardy"});

// What stands behind the full stop of a domain or file name, in lower case.
inline constexpr WordTable kNameEndings({
    "ai",   "app", "asp", "at",   "biz", "ch",  "cc",  "co",  "com",  "de",     "dev", "doc",
    "docx", "dll", "eu",  "exe",  "fm",  "fr",  "gg",  "gov", "html", "info",   "io",  "it",
    "java", "jpg", "js",  "json", "me",  "mp3", "mp4", "net", "news", "online", "org", "pdf",
    "php",  "png", "py",  "shop", "tv",  "txt", "uk",  "us",  "xls",  "xlsx",   "xml", "zip",
});

}  // namespace faktum
