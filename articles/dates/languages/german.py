"""German: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="de",
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "anderthalb": 1.5,
        "eineinhalb": 1.5, "zwei": 2, "zweieinhalb": 2.5, "drei": 3, "vier": 4, "fünf": 5,
        "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
        "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    },
    plurals="jahre jahren monate monaten wochen tage tagen jahrzehnte jahrzehnten jahrhunderten",
    few="einige|einigen|mehrere|mehreren|wenige|wenigen|vielen|ein paar",
    day=r"(?:[12]\d|3[01]|0?[1-9])\.",
    first="ersten",
    steps={
        stem + ending: step
        for stem, step in {
            "letzt": -1, "vergangen": -1, "vorig": -1, "dies": 0, "nächst": 1, "kommend": 1,
        }.items()
        for ending in ("e", "en", "er", "es", "em")
    },
    units={
        "jahres": "year", "jahrs": "year", "monats": "month", "jahrzehnt": "decade",
        "jahrzehnte": "decade", "jahrzehnten": "decade", "jahrhundert": "century",
        "jahrhunderten": "century", "jahrhunderts": "century", "quartal": "quarter",
        "wochenende": "weekend",
    },
    decades="zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
    since="seit|seit dem",
    until="bis|bis zum|bis zu diesem",
    put_off=r"(?:vertag|verschob|verleg)\w+(?:\ssich)?\sauf(?:\sden)?",
    seasons={
        "frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23, "winter": 24,
        "erste quartal": 33, "ersten quartal": 33, "erstes quartal": 33, "1. quartal": 33,
        "zweite quartal": 34, "zweiten quartal": 34, "zweites quartal": 34, "2. quartal": 34,
        "dritte quartal": 35, "dritten quartal": 35, "drittes quartal": 35, "3. quartal": 35,
        "vierte quartal": 36, "vierten quartal": 36, "viertes quartal": 36, "4. quartal": 36,
        "erste halbjahr": 40, "ersten halbjahr": 40, "erstes halbjahr": 40, "1. halbjahr": 40,
        "zweite halbjahr": 41, "zweiten halbjahr": 41, "zweites halbjahr": 41, "2. halbjahr": 41,
    },
    weekdays={
        "sonnabend": 5,
        **{
            day + part: number
            for number, day in enumerate(
                "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
            )
            for part in ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
        },
    },
    has_capitals=True,
    is_bare_year=True,
    year_after=r"(?:im\sJahre?|seit|bis|ab|Anfang|Ende|Mitte|Jahre?|Jahres|Sommer|Winter"
    r"|Frühjahr|Frühling|Herbst|zwischen|um|gegen)\s",
    number_after=r"(?:rund|etwa|über|fast|knapp|nur|als|auf|mit|circa|ca\.|mindestens|höchstens"
    r"|insgesamt|je|Raum|Zimmer|Nummer|Nr\.|Platz|Seite|Paragraf)\s",
    month_after=r"(?:im|seit|bis|ab|Anfang|Mitte|Ende|vom|zum|von|vor|nach|(?:im|zwischen"
    r"|von)\s\w+\s(?:und|oder)|zwischen"
    r"|Monat|für)\s",
    counted=r"(?:Menschen|Personen|Einwohner|Tote|Verletzte|Soldaten|Fälle|Euro|Dollar|Franken"
    r"|Mark|Millionen|Kilometer|Meter|km|kg|m|Tonnen|Punkte|Stimmen|Jahre|Tage|Stunden|Mal|Aktien"
    r"|Stück|Stühle|Männer|Frauen|Wohnungen|Stellen|Mitarbeiter|Beschäftigte|Schüler|Prozent"
    r"|Teilnehmer|Zuschauer|Besucher|Plätze|Exemplare|Leute|Gäste)n?\b",
    names=r"(?:Straße|Platz|Allee|Brücke)(?:\sdes)?",
    habit="jeden|jeder|jedem|immer|Welt am|Bild am",
    not_day_after="am|jeden|guten|eines|den|gegen|frühen|heute|gestern",
    future=r"wird|werden|soll|sollen|will|wollen|plant|planen",
    past=r"hat|haben|hatten?|waren?|wurden?|sagten?|kam|ging|fiel|stieg|gab|begann|endete|schloss",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> <month>, <year>", stated.full_date, {
    "Sie öffnete am 4. November 2019.": "2019-11-04", "1. Mrz. 2018": "2018-03-01",
}, ("31. Februar 2019",))
RULES.add("<weekday>, <day> <month>, <year>", stated.full_date, {
    "Montag, 4. November 2019": "2019-11-04", "Dienstag, 4. November 2019": "",
})
RULES.add("<weekday>, dem|den <day> <month>, <year>", stated.full_date, {
    "am Montag, dem 4. November 2019": "2019-11-04",
})
RULES.add("<month>, <year>", stated.month_year, {
    "Sie schloss im April 2018.": "2018-04", "Dez. 2017": "2017-12",
})
RULES.add("<day> bis [zum] <day> <month> [<year>]", yearless.days_of_month, {
    "vom 4. bis 6. Mai 2018": "2018-05-04/2018-05-06",
    "vom 4. bis zum 6. Oktober": "2019-10-04/2019-10-06",
}, ("vom 6. bis 4. Mai",))
RULES.add("<season> [des_Jahres] <year>", stated.season_year, {
    "im ersten Quartal 2018": "2018-33", "im Sommer 2018": "2018-22",
})
RULES.add("<year>", stated.year, {
    "im Jahr 2018": "2018", "Sie wurde 2018 gegründet.": "2018",
}, ("2018 Menschen kamen.", "§ 2018 BGB",
    "rund 2018 Stühle", "für 1999 Euro", "Raum 2019", "2000 Leute"))
RULES.add("<nineties> Jahre|Jahren", stated.named_decade, {"in den siebziger Jahren": "197X"})
RULES.add("<tens> Jahre|Jahren", stated.short_decade, {
    "die 1990er Jahre": "199X", "in den 90er Jahren": "199X",
})
RULES.add("<tens> - Jahre|Jahren", stated.short_decade, {"die 90er-Jahre": "199X"})
RULES.add("<day> Jahrhundert|Jahrhunderts", stated.century, {"im 19. Jahrhundert": "18XX"})
RULES.add("<day> <month_name>", yearless.day_of_month, {
    "Sie schloss am 3. Oktober.": "2019-10-03", "Sie wird am 3. Januar öffnen.": "2020-01-03",
}, ("Straße des 17. Juni", "31. Februar"))
RULES.add("<weekday>, <day> <month_name>", yearless.day_of_month, {
    "Montag, 4. November": "2019-11-04",
})
RULES.add("<weekday>, dem|den <day> <month_name>", yearless.day_of_month, {
    "am Montag, dem 4. November": "2019-11-04",
})
RULES.add("<step> <day> <month_name>", yearless.day_of_month, {
    "am vergangenen 3. Mai": "2019-05-03", "am kommenden 8. Oktober": "2020-10-08",
})
RULES.add("<month_name>", yearless.month, {
    "Im Mai schloss sie.": "2019-05", "Sie schloss im Oktober.": "2019-10",
    "Sie wird im Januar öffnen.": "2020-01",
}, ("August der Starke", "Juni kam zu spät.", "mai"))
RULES.add("<step> <month_name>", yearless.month, {
    "letzten Mai": "2019-05", "im kommenden Mai": "2020-05",
})
RULES.add("<early_year> v._Chr.|v.Chr.|vor_Christus", anchored.before_christ, {
    "Caesar starb 44 v. Chr. in Rom.": "-0043", "Es war 221 v.Chr. zu Ende.": "-0220",
})
RULES.add("<number> <unit> später|danach", anchored.later, {
    "Sie öffnete am 4. Mai 2018. Zwei Jahre später schloss sie.": "2020~",
})
RULES.add("<number> <unit> zuvor|davor", anchored.earlier, {
    "Sie schloss am 4. Mai 2018. Drei Tage zuvor war Markt.": "2018-05-01",
})
RULES.add("[am|den|der] nächsten|folgenden|darauffolgenden Tag", anchored.day_after, {
    "Sie öffnete am 4. Mai 2018. Am nächsten Tag schloss sie.": "2018-05-05",
})
COUNTED.add("<step> <season>", anchored.season_beside, {
    "Letzten Sommer war sie zu.": "2019-22", "im nächsten Frühjahr": "2020-21",
})
COUNTED.add("<weekday>", counted.week_day, {
    "Sie trat am Montag zurück.": "2019-11-04", "Sie werden am Freitag wählen.": "2019-11-08",
    "am Sonnabend": "2019-11-02", "Am Montagabend brannte es.": "2019-11-04",
    "Sie wird am Freitag streiken.": "2019-11-08",
}, ("so", "die Welt am Sonntag", "jeden Montag", "mi"))
COUNTED.add("<step> <weekday>", counted.week_day, {
    "letzten Montag": "2019-11-04", "am nächsten Montag": "2019-11-11",
    "diesen Freitag": "2019-11-08",
})
COUNTED.add("jeden <weekday>", counted.every_weekday, {"jeden Montag": "recurring XXXX-WXX-1"})
COUNTED.add("<weekday> <day_in_brackets>", counted.weekday_and_day, {"Montag (4)": "2019-11-04"})
COUNTED.add("<weekday>, dem|den <day>", counted.weekday_and_day, {
    "am Montag, dem 4., schloss sie": "2019-11-04",
})
COUNTED.add("<relative>", counted.relative, {
    "Gestern regnete es.": "2019-11-04", "übermorgen": "2019-11-07", "diese Woche":
    "[2019-11-04..2019-11-10]", "Sie schließt morgen.": "2019-11-06",
}, ("am Morgen", "Eines Morgens", "Guten Morgen"))
COUNTED.add("vor [etwa|rund|fast|knapp|gut|mehr_als|über|circa] <number> <unit>", counted.ago, {
    "Sie öffnete vor zwei Wochen.": "2019-10-22~", "vor 3 Tagen": "2019-11-02",
    "vor zwei Jahren": "2017~", "vor anderthalb Jahren": "2018~", "vor einem Monat": "2019-10~",
}, ("vor zwei Torten", "zwei Wochen Regen"))
COUNTED.add("vor <few> <unit>", counted.ago, {"vor einigen Jahren": "vague PAST_REF"})
COUNTED.add("in <number> <unit>", counted.ahead_in_future, {
    "Sie wird in zwei Monaten öffnen.": "2020-01~",
}, ("Sie wurde in zwei Monaten gebaut.",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "im vorigen Monat": "2019-10", "in der kommenden Woche": "[2019-11-11..2019-11-17]",
    "im vergangenen Jahr": "2018", "am letzten Wochenende": "[2019-11-02..2019-11-03]",
    "des vorigen Jahres": "2018",
}, ("am letzten Tag", "in den vergangenen Jahren", "die letzten Wochen"))
MODIFIERS.add("um|gegen|circa|ca.|etwa [das_Jahr] <date>", modified.about, {"um 1890": "1890~"})
MODIFIERS.add("Anfang|Beginn|Mitte|Ende [des|der] <date>", modified.part_of, {
    "Ende 2018": "2018", "Mitte Mai": "2019-05", "Anfang des vergangenen Jahres": "2018",
})
PARTS.add("<date> des <date>", combined.together, {"im Mai des vergangenen Jahres": "2018-05"})
PARTS.add("<date>, im|dem|den <date>", combined.together, {
    "letztes Jahr, im April": "2018-04", "nächsten Sonntag, dem 10. November": "2019-11-10",
})
BOUNDS.add("seit|ab [dem|der] <date>", bounds.since, {
    "seit 2017": "2017/..", "ab dem 4. Mai 2018": "2018-05-04/..",
})
BOUNDS.add("bis [zum|zur] <date>", bounds.until, {
    "bis Mai 2018": "../2018-05", "bis zum 4. Mai 2018": "../2018-05-04",
})
BOUNDS.add("vor [dem|der] <date>", bounds.before, {"vor 2049": "[..2048]"})
BOUNDS.add("nach [dem|der] <date>", bounds.after, {"nach 2019": "[2020..]"})
BOUNDS.add("[von|vom] <date> bis [zum] <date>", ranges.throughout, {
    "von Januar bis März 2018": "2018-01/2018-03",
    "vom 4. Mai 2018 bis zum 6. Juni 2018": "2018-05-04/2018-06-06",
})
BOUNDS.add("zwischen [dem] <date> und [dem] <date>", ranges.between, {
    "zwischen 2015 und 2017": "[2015..2017]",
})
