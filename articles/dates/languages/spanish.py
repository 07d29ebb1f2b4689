"""Spanish: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="es",
    numbers={
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
        "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15, "veinte": 20,
        "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    },
    few="unos pocos|unas pocas|pocos|pocas|unos|unas|algunos|algunas|varios|varias|muchos|muchas",
    half="y medio|y media",
    first="primero|1[.]?º|1ro",
    steps={
        "pasado": -1, "pasada": -1, "último": -1, "última": -1, "este": 0, "esta": 0,
        "próximo": 1, "próxima": 1, "que viene": 1,
    },
    days={"antes de ayer": -2, "antier": -2, "anoche": -1, "pasado mañana": 2},
    units={
        "década": "decade", "décadas": "decade", "siglo": "century", "siglos": "century",
        "trimestre": "quarter", "fin de semana": "weekend",
    },
    decades="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    since="desde|desde el",
    until="hasta|hasta el|hasta este|antes del",
    put_off=r"(?:aplaz|pospus|pospuest)\w+\s(?:al?|hasta|para)(?:\sel)?",
    seasons={
        "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24,
        "primer trimestre": 33, "segundo trimestre": 34, "tercer trimestre": 35,
        "cuarto trimestre": 36, "último trimestre": 36, "primer semestre": 40,
        "primera mitad": 40, "segundo semestre": 41, "segunda mitad": 41,
    },
    year_after=r"(?:en|de|del|desde|hasta|para|entre|año|hacia|durante|a|y|el|tras|verano|invierno"
    r"|otoño|primavera)\s",
    month_after=r"(?:en|de|desde|hasta|para|durante|entre|(?:en|entre|de|desde)\s\w+\s[ya])\s",
    counted=r"(?:personas|habitantes|muertos|heridos|soldados|casos|euros|dólares|pesos|millones"
    r"|kilómetros|metros|km|kg|m|toneladas|puntos|votos|años|días|horas|veces|acciones|unidades"
    r"|hombres|mujeres|viviendas|empleos|trabajadores|alumnos|asistentes|por\sciento)\b",
    names=r"(?:calle|avenida|av\.|plaza|paseo|estadio|barrio|puente|parque|hospital)(?:\sdel?)?",
    named_after=r"santo|santa|de\s(?:Pascua|Ramos|Resurrección|Ceniza)|negr[oa]",
    persons="domingo",
    not_day_after="la|esta|una|cada|por|de|mucho|al|misma|madrugada|toda",
    not_day_before=r"\s(?:en\sdía|día)\b",
    future=r"(?!(?:está|estará)\b)\w{2,}(?:rá|rán|remos)|vai?\sa|van\sa|prevén?|previst[oa]s?"
    r"|planean?|esperan?|pretenden?",
    past=r"fue|fueron|era|eran|había|habían|ha|han|hubo|hizo|dijo|\w{3,}(?:ó|aron|ieron|aba|aban)",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> [de] <month> [de|del], <year>", stated.full_date, {
    "Abrió el 4 de noviembre de 2019.": "2019-11-04", "4 nov. 2019": "2019-11-04",
    "el 1º de mayo del 2018": "2018-05-01", "29 de Febrero de 2020": "2020-02-29",
}, ("31 de febrero de 2019",))
RULES.add("<weekday>, <day> [de] <month> [de|del], <year>", stated.full_date, {
    "el lunes, 4 de noviembre de 2019": "2019-11-04", "martes 4 de noviembre de 2019": "",
})
RULES.add("<month> [de|del], <year>", stated.month_year, {
    "Cerró en abril de 2018.": "2018-04", "dic. 2017": "2017-12",
})
RULES.add("<day> al|a <day> de <month> [de|del] [<year>]", yearless.days_of_month, {
    "del 4 al 6 de mayo de 2018": "2018-05-04/2018-05-06",
    "Duró del 4 al 6 de octubre.": "2019-10-04/2019-10-06",
}, ("del 6 al 4 de mayo",))
RULES.add("<season> de|del <year>", stated.season_year, {
    "el primer trimestre de 2018": "2018-33", "en el verano de 2018": "2018-22",
})
RULES.add("<year>", stated.year, {"Abrió en 2018.": "2018", "la ley de 2015": "2015"}, (
    "en 2000 personas", "de 2018 euros", "con 2000 sillas", "unos 2019 vecinos", "en 2019,5",
))
RULES.add("años|década_de <year>", stated.decade, {"los años 1990": "199X"})
RULES.add("años|década_de_los <nineties>", stated.named_decade, {"los años setenta": "197X"})
RULES.add("años|década_de_los <two_digits>", stated.short_decade, {"los años 90": "199X"})
RULES.add("siglo <roman>", stated.century, {"en el siglo XIX": "18XX"})
RULES.add("<day> de <month_name>", yearless.day_of_month, {
    "Cerró el 3 de octubre.": "2019-10-03", "Abrirá el 3 de enero.": "2020-01-03",
}, ("Vive en la calle 9 de julio.", "la avenida 25 de Mayo", "31 de febrero"))
RULES.add("<weekday>, <day> de <month_name>", yearless.day_of_month, {
    "el lunes 4 de noviembre": "2019-11-04", "el martes 4 de noviembre": "",
})
RULES.add("<step> [día] <day> de <month_name>", yearless.day_of_month, {
    "el pasado 3 de octubre": "2019-10-03", "el próximo día 8 de octubre": "2020-10-08",
})
RULES.add("<day> de <month_name> <step>", yearless.day_of_month, {
    "el 3 de mayo pasado": "2019-05-03",
})
RULES.add("<month_name>", yearless.month, {
    "En mayo cerró.": "2019-05", "Cerró en octubre.": "2019-10", "Abrirá en enero.": "2020-01",
}, ("la Plaza de Mayo", "Julio llegó tarde.", "El agosto fue suyo."))
RULES.add("<step> [mes_de] <month_name>", yearless.month, {"el pasado mes de mayo": "2019-05"})
RULES.add("<month_name> <step>", yearless.month, {
    "mayo pasado": "2019-05", "mayo próximo": "2020-05",
})
RULES.add("<early_year> a._C.|a.C.|antes_de_Cristo", anchored.before_christ, {
    "César murió en el 44 a. C. en Roma.": "-0043", "en 221 a.C.": "-0220",
})
RULES.add("<number> <unit> después|más_tarde !de|del", anchored.later, {
    "Abrió el 4 de mayo de 2018. Dos años después cerró.": "2020~",
}, ("Abrió el 4 de mayo de 2018. Dos años después de la guerra cerró.",))
RULES.add("<number> <unit> antes !de|del", anchored.earlier, {
    "Cerró el 4 de mayo de 2018. Tres días antes nevó.": "2018-05-01",
})
RULES.add("día siguiente !de|del|a|al", anchored.day_after, {
    "Abrió el 4 de mayo de 2018. Al día siguiente cerró.": "2018-05-05",
})
RULES.add("día anterior !a|al", anchored.day_before, {
    "Cerró el 4 de mayo de 2018. El día anterior nevó.": "2018-05-03",
})
COUNTED.add("<season> <step>", anchored.season_beside, {"El verano pasado cerró.": "2019-22"})
COUNTED.add("<step> <season>", anchored.season_beside, {"la próxima primavera": "2020-21"})
COUNTED.add("<weekday>", counted.week_day, {
    "Dimitió el lunes.": "2019-11-04", "Votarán el viernes.": "2019-11-08",
    "Lunes de nieve": "2019-11-04",
}, ("Domingo cantó.", "el Viernes Santo", "el viernes santo", "Santo Domingo"))
COUNTED.add("<step> <weekday>", counted.week_day, {
    "el pasado lunes": "2019-11-04", "el próximo lunes": "2019-11-11",
    "este viernes": "2019-11-08",
})
COUNTED.add("<weekday> <step>", counted.week_day, {"el lunes que viene": "2019-11-11"})
COUNTED.add("<weekday> <day>|<day_in_brackets>", counted.weekday_and_day, {
    "el lunes 4": "2019-11-04",
})
COUNTED.add("los|cada|todos_los <weekday>", counted.every_weekday, {
    "Cierra los lunes.": "recurring XXXX-WXX-1",
})
COUNTED.add("<relative>", counted.relative, {
    "Ayer llovió.": "2019-11-04", "pasado mañana": "2019-11-07", "Hoy abre.": "2019-11-05",
    "este mes": "2019-11",
}, ("por la mañana", "Esta mañana llovió.", "hoy en día"))
COUNTED.add("hace [casi|más_de|unos|unas|apenas] <number> <unit> [<half>]", counted.ago, {
    "Abrió hace dos semanas.": "2019-10-22~", "hace 3 días": "2019-11-02",
    "hace dos años": "2017~", "hace casi un mes": "2019-10~", "hace un año y medio": "2018~",
    "hace una década": "2009~",
}, ("Hace dos tartas.", "dos semanas de lluvia"))
COUNTED.add("<number> <unit> [<half>] atrás", counted.ago, {"dos meses atrás": "2019-09~"})
COUNTED.add("hace <few> <unit>", counted.ago, {"hace unos años": "vague PAST_REF"})
COUNTED.add("dentro_de <number> <unit>", counted.ahead, {"dentro de dos meses": "2020-01~"})
COUNTED.add("en <number> <unit>", counted.ahead_in_future, {"Abrirá en dos meses.": "2020-01~"}, (
    "Lo construyó en dos meses.",
))
COUNTED.add("<unit> <step>", counted.beside_unit, {
    "el mes pasado": "2019-10", "la semana que viene": "[2019-11-11..2019-11-17]",
    "el año próximo": "2020", "el fin de semana pasado": "[2019-11-02..2019-11-03]",
}, ("el último día",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "el pasado año": "2018", "este trimestre": "2019-36",
})
MODIFIERS.add("hacia|alrededor_de|cerca_de|circa [el] <date>", modified.about, {
    "hacia 1850": "1850~",
})
MODIFIERS.add("principios|comienzos|inicios|mediados|finales|fines de|del [el] <date>",
    modified.part_of, {"a finales de 2018": "2018", "a mediados de mayo": "2019-05"})
PARTS.add("<date> de|del <date>", combined.together, {"en mayo del año pasado": "2018-05"})
PARTS.add("<date>, en <date>", combined.together, {"el año pasado, en abril": "2018-04"})
BOUNDS.add("desde|a_partir_de|a_partir_del [el|la] <date>", bounds.since, {
    "desde 2017": "2017/..", "desde hace dos años": "2017~/..",
})
BOUNDS.add("hasta [el|la] <date>", bounds.until, {"hasta mayo de 2018": "../2018-05"})
BOUNDS.add("antes_de|antes_del [el|la] <date>", bounds.before, {"antes de 2049": "[..2048]"})
BOUNDS.add("después_de|después_del|tras [el|la] <date>", bounds.after, {
    "después de 2019": "[2020..]",
})
BOUNDS.add("[de|del|desde] <date> a|al|hasta [el] <date>", ranges.throughout, {
    "de enero a marzo de 2018": "2018-01/2018-03", "desde 2015 hasta 2017": "2015/2017",
})
BOUNDS.add("entre [el] <date> y [el] <date>", ranges.between, {
    "entre 2015 y 2017": "[2015..2017]",
})
