"""French: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="fr",
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
        "trente": 30, "quarante": 40, "cinquante": 50,
    },
    few="quelques|plusieurs|peu de|de nombreux|de nombreuses",
    half="et demi|et demie",
    first="1er|premier",
    steps={
        "dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "ce": 0, "cet": 0, "cette": 0,
        "prochain": 1, "prochaine": 1,
    },
    units={
        "décennie": "decade", "décennies": "decade", "siècle": "century", "siècles": "century",
        "trimestre": "quarter", "semestre": "half", "week-end": "weekend", "weekend": "weekend",
    },
    decades="vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
    since="depuis|depuis le",
    until="jusqu['’]à|jusqu['’]au|d['’]ici|d['’]ici à",
    put_off=r"report\w{1,4}\s(?:à|au)",
    seasons={
        "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
        "premier trimestre": 33, "1er trimestre": 33, "deuxième trimestre": 34,
        "2e trimestre": 34, "troisième trimestre": 35, "3e trimestre": 35,
        "quatrième trimestre": 36, "4e trimestre": 36, "dernier trimestre": 36,
        "premier semestre": 40, "1er semestre": 40, "second semestre": 41,
        "deuxième semestre": 41, "2e semestre": 41,
    },
    year_after=r"(?:en|de|depuis|jusqu['’]en|année|an|avant|après|fin|début|mi|courant|été|hiver"
    r"|printemps|automne|et|à|dès|vers|pour|entre)\s|d['’]",
    month_after=r"(?:en|de|depuis|jusqu['’]en|fin|début|mi|courant|dès|avant|après|(?:en|entre"
    r"|de)\s\w+\s(?:et|à)|entre"
    r"|vers)\s|d['’]|mi-",
    counted=r"(?:personnes|habitants|morts|blessés|soldats|cas|euros|dollars|francs|millions"
    r"|kilomètres|mètres|km|kg|m|tonnes|points|voix|ans|jours|heures|fois|actions|unités|hommes"
    r"|femmes|logements|emplois|salariés|élèves|places|spectateurs|pour\scent)\b",
    names=r"(?:rue|avenue|place|boulevard|pont|square|cours|quai)(?:\s(?:du|de))?",
    named_after=r"gras|saint|noir|de\s(?:Pâques|Pentecôte)|des\sCendres",
    habit="le|du|au|un|certains",
    not_day_after="monde de",
    future=r"(?!(?:tira|retira|attira|vira|inspira|admira|expira)\b)"
    r"\w{2,}(?:[ei]ra|dra|aura|vra|eront|iront|dront|auront|vront)|va|vont|sera|seront|doit"
    r"|doivent|prévoit|prévu[es]*|compte",
    past=r"a|ont|avait|avaient|était|étaient|fut|furent|eut|\w{3,}(?:èrent|aient|ait)",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> <month>, <year>", stated.full_date, {
    "Il a ouvert le 4 novembre 2019.": "2019-11-04", "le 1er mai 2018": "2018-05-01",
    "4 sept. 2019": "2019-09-04",
}, ("31 février 2019",))
RULES.add("<weekday>, <day> <month>, <year>", stated.full_date, {
    "lundi 4 novembre 2019": "2019-11-04", "mardi 4 novembre 2019": "",
})
RULES.add("<month>, <year>", stated.month_year, {
    "Il a fermé en avril 2018.": "2018-04", "déc. 2017": "2017-12", "d’août 2018": "2018-08",
})
RULES.add("<day> au|à <day> <month> [<year>]", yearless.days_of_month, {
    "du 4 au 6 mai 2018": "2018-05-04/2018-05-06", "du 4 au 6 octobre": "2019-10-04/2019-10-06",
}, ("du 6 au 4 mai",))
RULES.add("<season> [de] <year>", stated.season_year, {
    "au premier trimestre 2018": "2018-33", "à l’été 2018": "2018-22",
})
RULES.add("<year>", stated.year, {"Il a ouvert en 2018.": "2018", "la loi de 2015": "2015"}, (
    "de 2018 euros", "avec 2000 chaises", "en 2019,5", "en 2000 mètres",
))
RULES.add("années <year>", stated.decade, {"les années 1990": "199X"})
RULES.add("années <nineties>", stated.named_decade, {"les années soixante-dix": "197X"})
RULES.add("années <two_digits>", stated.short_decade, {"les années 90": "199X"})
RULES.add("<roman> siècle", stated.century, {"au XIXe siècle": "18XX"})
RULES.add("<day> <month_name>", yearless.day_of_month, {
    "Il a fermé le 3 octobre.": "2019-10-03", "Il ouvrira le 3 janvier.": "2020-01-03",
    "Le 1er mai, il a neigé.": "2019-05-01",
}, ("Elle vit rue du 4 septembre.", "31 février"))
RULES.add("<weekday>, <day> <month_name>", yearless.day_of_month, {
    "lundi 4 novembre": "2019-11-04",
})
RULES.add("<day> <month_name> <step>", yearless.day_of_month, {
    "le 3 mai dernier": "2019-05-03", "le 8 octobre prochain": "2020-10-08",
})
RULES.add("<month_name>", yearless.month, {
    "En mai, il a fermé.": "2019-05", "Il a fermé en octobre.": "2019-10",
    "Il ouvrira en janvier.": "2020-01",
}, ("la planète Mars", "un mars au chocolat", "Avril est arrivée."))
RULES.add("<month_name> <step>", yearless.month, {
    "mai dernier": "2019-05", "en mai prochain": "2020-05",
})
RULES.add("<early_year> av.|avant J.- C.", anchored.before_christ, {
    "César est mort en 44 av. J.-C. à Rome.": "-0043",
})
RULES.add("<number> <unit> plus_tard", anchored.later, {
    "Il a ouvert le 4 mai 2018. Deux ans plus tard, il a fermé.": "2020~",
})
RULES.add("<number> <unit> auparavant|plus_tôt", anchored.earlier, {
    "Il a fermé le 4 mai 2018. Trois jours plus tôt, il neigeait.": "2018-05-01",
})
RULES.add("lendemain !de|du|des|d'|d’", anchored.day_after, {
    "Il a ouvert le 4 mai 2018. Le lendemain, il a fermé.": "2018-05-05",
}, ("Il a ouvert le 4 mai 2018. Le lendemain de la fête, il a fermé.",))
RULES.add("veille !de|du|des|d'|d’|à|sur", anchored.day_before, {
    "Il a fermé le 4 mai 2018. La veille, il neigeait.": "2018-05-03",
})
COUNTED.add("<season> <step>", anchored.season_beside, {
    "L’été dernier, il a fermé.": "2019-22", "au printemps prochain": "2020-21",
})
COUNTED.add("<step> <season>", anchored.season_beside, {"Cet hiver, il ouvre.": "2019-24"})
COUNTED.add("<weekday>", counted.week_day, {
    "Elle a démissionné lundi.": "2019-11-04", "Ils voteront vendredi.": "2019-11-08",
    "Lundi, il a neigé.": "2019-11-04",
}, ("le mardi gras", "Fermé le lundi.", "ouvert du lundi au vendredi"))
COUNTED.add("<step> <weekday>", counted.week_day, {"ce vendredi": "2019-11-08"})
COUNTED.add("<weekday> <step>", counted.week_day, {
    "lundi dernier": "2019-11-04", "lundi prochain": "2019-11-11",
})
COUNTED.add("<weekday> <day>|<day_in_brackets>", counted.weekday_and_day, {
    "lundi 4": "2019-11-04", "lundi (4)": "2019-11-04",
})
COUNTED.add("chaque <weekday>", counted.every_weekday, {"chaque lundi": "recurring XXXX-WXX-1"})
COUNTED.add("<relative>", counted.relative, {
    "Hier, il a plu.": "2019-11-04", "aujourd’hui": "2019-11-05", "après-demain": "2019-11-07",
    "cette année": "2019", "avant-hier": "2019-11-03",
}, ("le monde de demain",))
COUNTED.add("il y a [environ|près_de|plus_de|presque] <number> <unit> [<half>]", counted.ago, {
    "Il a ouvert il y a deux semaines.": "2019-10-22~", "il y a 3 jours": "2019-11-02",
    "il y a trois mois": "2019-08~", "il y a un an et demi": "2018~",
}, ("Il y a deux tartes.", "deux semaines de pluie"))
COUNTED.add("il y a <few> <unit>", counted.ago, {"il y a quelques années": "vague PAST_REF"})
COUNTED.add("d'ici|d’ici <number> <unit>", counted.ahead, {"d’ici deux mois": "2020-01~"})
COUNTED.add("dans <number> <unit>", counted.ahead_in_future, {
    "Il ouvrira dans deux mois.": "2020-01~",
}, ("Elle a grandi dans deux villes.",))
COUNTED.add("<unit> <step>", counted.beside_unit, {
    "le mois dernier": "2019-10", "la semaine prochaine": "[2019-11-11..2019-11-17]",
    "l’an passé": "2018", "le week-end dernier": "[2019-11-02..2019-11-03]",
}, ("le jour dernier",))
COUNTED.add("<step> <unit>", counted.beside_unit, {"ce trimestre": "2019-36"})
MODIFIERS.add("vers|circa|aux_alentours_de|autour_de [le|la] <date>", modified.about, {
    "vers 1850": "1850~",
})
MODIFIERS.add("début|fin|mi|courant|milieu|cours [de|du|d'|d’|de_l'|de_l’] <date>",
    modified.part_of, {"fin 2018": "2018", "au cours de l’année dernière": "2018"})
MODIFIERS.add("mi- <date>", modified.part_of, {"à la mi-mai": "2019-05"})
PARTS.add("<date> de [l'|l’] <date>", combined.together, {"en mai de l’an dernier": "2018-05"})
PARTS.add("<date>, en <date>", combined.together, {"l’an dernier, en avril": "2018-04"})
BOUNDS.add("depuis|dès|à_partir_de|à_partir_du [le|la|l'|l’] <date>", bounds.since, {
    "depuis 2017": "2017/..", "depuis l’an dernier": "2018/..",
})
BOUNDS.add("jusqu'en|jusqu’en|jusqu'au|jusqu’au|jusqu'à|jusqu’à [la|l'|l’] <date>", bounds.until, {
    "jusqu’en mai 2018": "../2018-05", "jusqu'au 4 mai 2018": "../2018-05-04",
})
BOUNDS.add("avant [le|la|l'|l’] <date>", bounds.before, {"avant 2049": "[..2048]"})
BOUNDS.add("après [le|la|l'|l’] <date>", bounds.after, {"après 2019": "[2020..]"})
BOUNDS.add("[de|du] <date> à|au|jusqu'à|jusqu’à|jusqu'au|jusqu’au [la] <date>", ranges.throughout, {
    "de janvier à mars 2018": "2018-01/2018-03",
    "du 4 mai 2018 au 6 juin 2018": "2018-05-04/2018-06-06",
})
BOUNDS.add("entre [le] <date> et [le] <date>", ranges.between, {
    "entre 2015 et 2017": "[2015..2017]",
})
