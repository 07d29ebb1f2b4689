"""Dutch: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="nl",
    numbers={
        "een": 1, "één": 1, "anderhalf": 1.5, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6,
        "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15,
        "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    },
    plurals="jaren maanden weken dagen decennia eeuwen",
    few="enkele|enige|een paar|sommige|meerdere|verschillende|vele|veel",
    steps={
        "vorig": -1, "vorige": -1, "afgelopen": -1, "verleden": -1, "dit": 0, "deze": 0,
        "volgend": 1, "volgende": 1, "komend": 1, "komende": 1, "aanstaande": 1,
    },
    days={
        day + part: count
        for day, count in {"gister": -1, "van": 0, "morgen": 1}.items()
        for part in ("ochtend", "middag", "avond")
    },
    units={
        "jaren": "year", "decennium": "decade", "decennia": "decade", "eeuw": "century",
        "eeuwen": "century", "kwartaal": "quarter", "weekend": "weekend",
    },
    decades="twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    weekdays={
        day + part: number
        for number, day in enumerate(
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
        )
        for part in ("ochtend", "morgen", "middag", "avond", "nacht")
    },
    since="sinds",
    until="tot|tot en met|vóór",
    put_off=r"(?:uitgesteld|verplaatst|verschoven)\s(?:tot|naar)",
    seasons={
        "lente": 21, "voorjaar": 21, "zomer": 22, "herfst": 23, "najaar": 23, "winter": 24,
        "eerste kwartaal": 33, "tweede kwartaal": 34, "derde kwartaal": 35, "vierde kwartaal": 36,
        "laatste kwartaal": 36, "eerste helft": 40, "tweede helft": 41,
    },
    year_after=r"(?:in|sinds|tot|vanaf|van|vóór|na|begin|eind|medio|half|jaar|tussen|en|rond|uit|tegen"
    r"|zomer|winter|herfst|lente|najaar|voorjaar)\s",
    month_after=r"(?:in|sinds|tot|vanaf|van|eind|begin|half|medio|vóór|na|tussen|(?:in|tussen"
    r"|van)\s\w+\sen|maand)\s",
    counted=r"(?:mensen|personen|inwoners|doden|gewonden|soldaten|gevallen|euro|dollar|miljoen"
    r"|kilometer|meter|km|kg|m|ton|punten|stemmen|jaar|dagen|uur|keer|aandelen|stuks|mannen"
    r"|vrouwen|woningen|banen|werknemers|leerlingen|stoelen|procent)\b",
    names=r"(?:straat|plein|laan|brug)(?:\svan)?",
    habit="goede|witte|zwarte|elke|iedere",
    not_day_after="de|elke|een|deze|goede|iedere|['’]s|gisteren|vandaag",
    future=r"zal|zullen|gaat|gaan|wordt|worden|wil|willen|moet|moeten",
    past=r"was|waren|werd|werden|had|hadden|heeft|hebben|zei|kwam|ging|gaf|daalde|steeg|sloot",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> <month>, <year>", stated.full_date, {
    "Ze opende op 4 november 2019.": "2019-11-04", "4 mrt. 2018": "2018-03-04",
}, ("31 februari 2019",))
RULES.add("<weekday>, <day> <month>, <year>", stated.full_date, {
    "maandag 4 november 2019": "2019-11-04", "dinsdag 4 november 2019": "",
})
RULES.add("<month> [van], <year>", stated.month_year, {
    "Ze sloot in april 2018.": "2018-04", "dec. 2017": "2017-12", "in mei van 2016": "2016-05",
})
RULES.add("<day> tot|tot_en_met|t/m <day> <month> [<year>]", yearless.days_of_month, {
    "van 4 tot 6 mei 2018": "2018-05-04/2018-05-06",
    "van 4 t/m 6 oktober": "2019-10-04/2019-10-06",
}, ("van 6 tot 4 mei",))
RULES.add("<season> [van] <year>", stated.season_year, {
    "het eerste kwartaal van 2018": "2018-33", "in de zomer van 2018": "2018-22",
})
RULES.add("<year>", stated.year, {"Ze opende in 2018.": "2018", "de wet van 2015": "2015"}, (
    "van 2018 euro", "met 2000 stoelen", "in 2019,5", "in 2000 meter", "het getal 2018",
))
RULES.add("jaren <year>", stated.decade, {"de jaren 1990": "199X"})
RULES.add("jaren <nineties>", stated.named_decade, {"de jaren zeventig": "197X"})
RULES.add("jaren <two_digits>", stated.short_decade, {"de jaren 90": "199X", "jaren ’80": "198X"})
RULES.add("<nth> eeuw", stated.century, {"in de 19e eeuw": "18XX"})
RULES.add("<day> <month_name>", yearless.day_of_month, {
    "Ze sloot op 3 oktober.": "2019-10-03", "Ze zal op 3 januari openen.": "2020-01-03",
}, ("31 februari", "Mei"))
RULES.add("<weekday>, <day> <month_name>", yearless.day_of_month, {
    "maandag 4 november": "2019-11-04",
})
RULES.add("<step> <day> <month_name>", yearless.day_of_month, {
    "afgelopen 3 mei": "2019-05-03", "komende 8 oktober": "2020-10-08",
})
RULES.add("<day> <month_name> <step>", yearless.day_of_month, {
    "3 oktober aanstaande": "2020-10-03",
})
RULES.add("<month_name>", yearless.month, {
    "In mei was ze dicht.": "2019-05", "Ze sloot in oktober.": "2019-10",
    "Ze zal in januari openen.": "2020-01",
}, ("Mei sprak.", "de mei", "ma en pa"))
RULES.add("<step> <month_name>", yearless.month, {
    "afgelopen mei": "2019-05", "komende mei": "2020-05",
})
RULES.add("<early_year> v.Chr.|v._Chr.|voor_Christus", anchored.before_christ, {
    "Caesar stierf in 44 v.Chr. in Rome.": "-0043",
})
RULES.add("<number> <unit> later", anchored.later, {
    "Ze opende op 4 mei 2018. Twee jaar later sloot ze.": "2020~",
})
RULES.add("<number> <unit> eerder", anchored.earlier, {
    "Ze sloot op 4 mei 2018. Drie dagen eerder was het markt.": "2018-05-01",
})
RULES.add("[de] volgende|daaropvolgende dag", anchored.day_after, {
    "Ze opende op 4 mei 2018. De volgende dag sloot ze.": "2018-05-05",
})
COUNTED.add("<step> <season>", anchored.season_beside, {
    "Afgelopen zomer was ze dicht.": "2019-22", "komend voorjaar": "2020-21",
})
COUNTED.add("<weekday>", counted.week_day, {
    "Ze trad maandag af.": "2019-11-04", "Ze zullen vrijdag stemmen.": "2019-11-08",
    "Maandag sneeuwde het.": "2019-11-04", "maandagavond": "2019-11-04",
}, ("ma", "za", "zo", "wo", "do", "Goede Vrijdag", "elke maandag"))
COUNTED.add("<step> <weekday>", counted.week_day, {
    "afgelopen maandag": "2019-11-04", "volgende maandag": "2019-11-11",
    "deze vrijdag": "2019-11-08",
})
COUNTED.add("<weekday> <day>|<day_in_brackets>", counted.weekday_and_day, {
    "maandag 4": "2019-11-04",
})
COUNTED.add("elke|iedere <weekday>", counted.every_weekday, {
    "elke maandag": "recurring XXXX-WXX-1",
})
COUNTED.add("<relative>", counted.relative, {
    "Gisteren regende het.": "2019-11-04", "overmorgen": "2019-11-07", "vandaag": "2019-11-05",
    "deze week": "[2019-11-04..2019-11-10]", "vorige maand": "2019-10",
}, ("’s morgens", "De Morgen schrijft", "goede morgen"))
COUNTED.add("[bijna|ruim|ongeveer|zo'n|zo’n] <number> <unit> geleden|terug", counted.ago, {
    "Ze opende twee weken geleden.": "2019-10-22~", "3 dagen geleden": "2019-11-02",
    "twee jaar geleden": "2017~", "anderhalf jaar geleden": "2018~",
}, ("twee weken regen",))
COUNTED.add("<few> <unit> geleden|terug", counted.ago, {"enkele jaren geleden": "vague PAST_REF"})
COUNTED.add("over [ongeveer] <number> <unit>", counted.ahead_in_future, {
    "Ze zal over twee maanden openen.": "2020-01~",
}, ("een boek over twee jaar oorlog",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "afgelopen maand": "2019-10", "komende week": "[2019-11-11..2019-11-17]",
    "vorig weekend": "[2019-11-02..2019-11-03]", "in het afgelopen jaar": "2018",
}, ("deze dag", "de afgelopen jaren", "de komende weken"))
MODIFIERS.add("rond|omstreeks|circa <date>", modified.about, {"rond 1850": "1850~"})
MODIFIERS.add("begin|eind|half|medio|midden [van] [het] <date>", modified.part_of, {
    "eind 2018": "2018", "half mei": "2019-05",
})
PARTS.add("<date> van <date>", combined.together, {"in mei van vorig jaar": "2018-05"})
PARTS.add("<date>, in <date>", combined.together, {"vorig jaar, in april": "2018-04"})
BOUNDS.add("sinds|vanaf [het] <date>", bounds.since, {"sinds 2017": "2017/.."})
BOUNDS.add("tot|tot_en_met|t/m <date>", bounds.until, {"tot mei 2018": "../2018-05"})
BOUNDS.add("vóór|eerder_dan <date>", bounds.before, {"vóór 2049": "[..2048]"})
BOUNDS.add("na <date>", bounds.after, {"na 2019": "[2020..]"})
BOUNDS.add("[van] <date> tot|tot_en_met|t/m <date>", ranges.throughout, {
    "van januari tot maart 2018": "2018-01/2018-03", "van 2015 tot 2017": "2015/2017",
})
BOUNDS.add("tussen <date> en <date>", ranges.between, {"tussen 2015 en 2017": "[2015..2017]"})
