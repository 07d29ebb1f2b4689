"""Italian: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="it",
    numbers={
        "un": 1, "un'": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
        "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12,
        "quindici": 15, "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50,
    },
    few="alcuni|alcune|qualche|pochi|poche|diversi|diverse|molti|molte|parecchi",
    half="e mezzo|e mezza",
    day=r"(?:[12]\d|3[01]|0?[1-9])[º°]?",
    first="primo",
    steps={
        "scorso": -1, "scorsa": -1, "passato": -1, "passata": -1, "ultimo": -1, "ultima": -1,
        "questo": 0, "questa": 0, "prossimo": 1, "prossima": 1, "che viene": 1,
    },
    days={"dopodomani": 2, "avantieri": -2, "stamattina": 0, "stasera": 0},
    units={
        "decennio": "decade", "decenni": "decade", "secolo": "century", "secoli": "century",
        "trimestre": "quarter", "semestre": "half", "fine settimana": "weekend",
        "weekend": "weekend", "week-end": "weekend",
    },
    decades="venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    until="fino a|entro|sino a|prima di",
    put_off=r"(?:rinviat|spostat)\w\sal?",
    seasons={
        "primavera": 21, "estate": 22, "autunno": 23, "inverno": 24,
        "primo trimestre": 33, "secondo trimestre": 34, "terzo trimestre": 35,
        "quarto trimestre": 36, "ultimo trimestre": 36, "primo semestre": 40, "prima metà": 40,
        "secondo semestre": 41, "seconda metà": 41,
    },
    year_after=r"(?:nel|dal|del|al|il|col|sul|anno|entro|tra|fra|e|a|di|fine|inizio|metà|estate"
    r"|inverno|primavera|autunno)\s",
    month_after=r"(?:a|ad|in|di|da|dal|del|nel|entro|tra|fra|fine|inizio|metà|durante|(?:a|in|tra"
    r"|fra|di)\s\w+\se)\s|d['’]",
    counted=r"(?:persone|abitanti|morti|feriti|soldati|casi|euro|dollari|lire|milioni|chilometri"
    r"|metri|km|kg|m|tonnellate|punti|voti|anni|giorni|ore|volte|azioni|unità|uomini|donne|posti"
    r"|sedie|dipendenti|lavoratori|studenti|per\scento)\b",
    names=r"(?:via|viale|piazza|corso|ponte|largo)(?:\sdel)?",
    named_after=r"santo|grasso|nero|di\sPasqua|dell['’]Angelo|delle\s(?:Palme|Ceneri)",
    habit="il|ogni|la|di|del|al|dal",
    persons="domenica",
    future=r"\w{2,}(?:rà|ranno|remo)|sta\sper|dovrebbe|dovrebbero|prevede|previst[oaei]|intende",
    past=r"ha|hanno|era|erano|aveva|avevano|fu|furono|stat[oaei]|\w{3,}(?:arono|irono|erono|avan?o?)"
    r"|(?!(?:però|perciò)\b)\w{3,}ò",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> <month> [del|dell'anno], <year>", stated.full_date, {
    "Ha aperto il 4 novembre 2019.": "2019-11-04", "il 1° maggio 2018": "2018-05-01",
    "4 dic. 2019": "2019-12-04", "l’11 maggio del 2018": "2018-05-11",
}, ("31 febbraio 2019",))
RULES.add("<weekday>, <day> <month> [del], <year>", stated.full_date, {
    "lunedì 4 novembre 2019": "2019-11-04", "martedì 4 novembre 2019": "",
})
RULES.add("<month> [del], <year>", stated.month_year, {
    "Ha chiuso ad aprile 2018.": "2018-04", "nel maggio del 2017": "2017-05",
})
RULES.add("<day> al <day> <month> [<year>]", yearless.days_of_month, {
    "dal 4 al 6 maggio 2018": "2018-05-04/2018-05-06",
    "dal 4 al 6 ottobre": "2019-10-04/2019-10-06",
}, ("dal 6 al 4 maggio",))
RULES.add("<season> [del|dell'anno] <year>", stated.season_year, {
    "nel primo trimestre del 2018": "2018-33",
    "nell’estate del 2018": "2018-22",
})
RULES.add("<year>", stated.year, {"Ha aperto nel 2018.": "2018", "la legge del 2015": "2015"}, (
    "con 2000 sedie", "nel 2019,5", "di 2018 euro", "a 2000 metri",
))
RULES.add("anni <year>", stated.decade, {"gli anni 1990": "199X"})
RULES.add("anni <nineties>", stated.named_decade, {"gli anni Settanta": "197X"})
RULES.add("anni <two_digits>", stated.short_decade, {"gli anni ’90": "199X", "anni 80": "198X"})
RULES.add("<roman> secolo", stated.century, {"nel XIX secolo": "18XX"})
RULES.add("<day> <month_name>", yearless.day_of_month, {
    "Ha chiuso il 3 ottobre.": "2019-10-03", "Aprirà il 3 gennaio.": "2020-01-03",
}, ("Abita in piazza 25 aprile.", "31 febbraio"))
RULES.add("<weekday>, <day> <month_name>", yearless.day_of_month, {
    "lunedì 4 novembre": "2019-11-04",
})
RULES.add("<step> <day> <month_name>", yearless.day_of_month, {
    "lo scorso 3 maggio": "2019-05-03", "il prossimo 8 ottobre": "2020-10-08",
})
RULES.add("<day> <month_name> <step>", yearless.day_of_month, {"il 3 maggio scorso": "2019-05-03"})
RULES.add("<month_name>", yearless.month, {
    "A maggio ha chiuso.": "2019-05", "Ha chiuso in ottobre.": "2019-10",
    "Aprirà a gennaio.": "2020-01",
}, ("Maggio ha parlato.", "il mar Nero", "sei anni", "dom Pérignon"))
RULES.add("<month_name> <step>", yearless.month, {"maggio scorso": "2019-05"})
RULES.add("<step> <month_name>", yearless.month, {"il prossimo maggio": "2020-05"})
RULES.add("<early_year> a.C.|a._C.|avanti_Cristo", anchored.before_christ, {
    "Cesare morì nel 44 a.C. a Roma.": "-0043",
})
RULES.add("<number> <unit> dopo|più_tardi !il|lo|la|l'|l’|i|gli|le|che|di", anchored.later, {
    "Ha aperto il 4 maggio 2018. Due anni dopo ha chiuso.": "2020~",
}, ("Ha aperto il 4 maggio 2018. Due anni dopo la guerra ha chiuso.",))
RULES.add("<number> <unit> prima !di|del|della|dell'|dell’|dei|delle|che", anchored.earlier, {
    "Ha chiuso il 4 maggio 2018. Tre giorni prima nevicava.": "2018-05-01",
})
RULES.add("giorno dopo|successivo|seguente !il|lo|la|l'|l’|a|al|che", anchored.day_after, {
    "Ha aperto il 4 maggio 2018. Il giorno dopo ha chiuso.": "2018-05-05",
})
RULES.add("giorno prima|precedente !di|del|della|dell'|dell’|che|a", anchored.day_before, {
    "Ha chiuso il 4 maggio 2018. Il giorno prima nevicava.": "2018-05-03",
})
COUNTED.add("<season> <step>", anchored.season_beside, {"L’estate scorsa ha chiuso.": "2019-22"})
COUNTED.add("<step> <season>", anchored.season_beside, {"la prossima primavera": "2020-21"})
COUNTED.add("<weekday>", counted.week_day, {
    "Si è dimessa lunedì.": "2019-11-04", "Voteranno venerdì.": "2019-11-08",
    "Lunedì ha nevicato.": "2019-11-04",
}, ("Chiuso il lunedì.", "il venerdì santo", "Domenica è arrivata."))
COUNTED.add("<step> <weekday>", counted.week_day, {
    "lo scorso lunedì": "2019-11-04", "il prossimo lunedì": "2019-11-11",
    "questo venerdì": "2019-11-08",
})
COUNTED.add("<weekday> <step>", counted.week_day, {"lunedì scorso": "2019-11-04"})
COUNTED.add("<weekday> <day>|<day_in_brackets>", counted.weekday_and_day, {
    "lunedì 4": "2019-11-04",
})
COUNTED.add("ogni <weekday>", counted.every_weekday, {"ogni lunedì": "recurring XXXX-WXX-1"})
COUNTED.add("<relative>", counted.relative, {
    "Ieri ha piovuto.": "2019-11-04", "dopodomani": "2019-11-07", "Apre oggi.": "2019-11-05",
    "quest’anno": "2019", "l’altro ieri": "2019-11-03", "il mese scorso": "2019-10",
}, ("un’ora",))
COUNTED.add("<number> <unit> [<half>] fa", counted.ago, {
    "Ha aperto due settimane fa.": "2019-10-22~", "3 giorni fa": "2019-11-02",
    "due anni fa": "2017~", "un’ora fa": "2019-11-05", "un anno e mezzo fa": "2018~",
}, ("due settimane di pioggia",))
COUNTED.add("<few> <unit> fa", counted.ago, {"qualche anno fa": "vague PAST_REF"})
COUNTED.add("tra|fra [circa] <number> <unit>", counted.ahead, {"tra due mesi": "2020-01~"}, (
    "tra due sedie",
))
COUNTED.add("<unit> <step>", counted.beside_unit, {
    "il trimestre scorso": "2019-35", "il fine settimana scorso": "[2019-11-02..2019-11-03]",
}, ("il giorno scorso",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "lo scorso anno": "2018", "la prossima settimana": "[2019-11-11..2019-11-17]",
})
MODIFIERS.add("intorno_al|verso_il|circa_nel [<unit>] <date>", modified.about, {
    "intorno al 1850": "1850~",
})
MODIFIERS.add("inizio|metà|fine|fini [di|del|della|dell'|dell’] <date>", modified.part_of, {
    "a fine 2018": "2018", "all’inizio dell’anno scorso": "2018",
})
PARTS.add("<date> del|dello|della|dell'|dell’ <date>", combined.together, {
    "a maggio dell’anno scorso": "2018-05",
})
PARTS.add("<date>, ad|in <date>", combined.together, {"l’anno scorso, ad aprile": "2018-04"})
BOUNDS.add("dal|dall'|dall’|dalla|da|a_partire_dal [<unit>] <date>", bounds.since, {
    "dal 2017": "2017/..", "dall’anno scorso": "2018/..",
})
BOUNDS.add("fino_al|fino_all'|fino_all’|fino_a|fino_ad|sino_al|entro [il] <date>", bounds.until, {
    "fino al 2018": "../2018", "fino a maggio 2018": "../2018-05",
})
BOUNDS.add("prima_del|prima_dell'|prima_dell’|prima_di <date>", bounds.before, {
    "prima del 2049": "[..2048]",
})
BOUNDS.add("dopo [il|l'|l’] <date>", bounds.after, {"dopo il 2019": "[2020..]"})
BOUNDS.add("[dal|dall'|dall’|da] <date> al|all'|all’|a|fino_al|fino_a <date>", ranges.throughout, {
    "da gennaio a marzo 2018": "2018-01/2018-03", "dal 2015 al 2017": "2015/2017",
})
BOUNDS.add("tra|fra [il|l'|l’] <date> e [il|l'|l’] <date>", ranges.between, {
    "tra il 2015 e il 2017": "[2015..2017]",
})
