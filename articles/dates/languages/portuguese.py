"""Portuguese: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

# fmt: off
WORDS = Words(
    language="pt",
    numbers={
        "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6,
        "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "quinze": 15,
        "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50,
    },
    few="alguns|algumas|vários|várias|poucos|poucas|muitos|muitas|uns|umas",
    half="e meio|e meia",
    first="primeiro|1[.]?º",
    steps={
        "passado": -1, "passada": -1, "último": -1, "última": -1, "este": 0, "esta": 0,
        "neste": 0, "nesta": 0, "deste": 0, "desta": 0, "próximo": 1, "próxima": 1, "que vem": 1,
    },
    days={"depois de amanhã": 2},
    units={
        "década": "decade", "décadas": "decade", "século": "century", "séculos": "century",
        "trimestre": "quarter", "semestre": "half", "fim de semana": "weekend",
    },
    decades="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    since="desde|desde o|desde a",
    until="até|até a|até o|antes de",
    put_off=r"adia(?:d\w|ram)\spara(?:\so|\sa)?",
    seasons={
        "primavera": 21, "verão": 22, "outono": 23, "inverno": 24,
        "primeiro trimestre": 33, "segundo trimestre": 34, "terceiro trimestre": 35,
        "quarto trimestre": 36, "último trimestre": 36, "primeiro semestre": 40,
        "primeira metade": 40, "segundo semestre": 41, "segunda metade": 41,
    },
    bare_weekdays={"segunda": 0, "terça": 1, "quarta": 2, "quinta": 3, "sexta": 4},
    year_after=r"(?:em|de|desde|até|para|entre|ano|durante|a|e|verão|inverno|outono|primavera)\s",
    month_after=r"(?:em|de|desde|até|para|durante|entre|(?:em|entre|de|desde)\s\w+\s[ea])\s",
    counted=r"(?:pessoas|habitantes|mortos|feridos|soldados|casos|euros|dólares|reais|milhões"
    r"|quil[ôó]metros|metros|km|kg|m|toneladas|pontos|votos|anos|dias|horas|vezes|ações|unidades"
    r"|homens|mulheres|empregos|trabalhadores|alunos|lugares|por\scento)\b",
    names=r"(?:rua|avenida|av\.|praça|ponte|largo|bairro|estádio)(?:\sd[eo])?",
    named_after=r"santa|gorda|de\s(?:Carnaval|Cinzas|Páscoa)",
    habit="às|aos|cada|todo|toda",
    persons="domingo",
    future=r"(?!(?:Pará|Ceará)\b)\w{2,}(?:rá|rão|remos)|vai|vão|devem?|prevê|previst[oa]s?|planejam?",
    past=r"foi|foram|era|eram|havia|tinham?|disse|fez|teve|\w{3,}(?:ou|aram|eram|iram|eu|iu|avam?)",
)
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS)

RULES.add("<day> [de] <month> [de], <year>", stated.full_date, {
    "Abriu em 4 de novembro de 2019.": "2019-11-04", "4 dez. 2019": "2019-12-04",
    "1º de maio de 2018": "2018-05-01",
}, ("31 de fevereiro de 2019",))
RULES.add("<weekday>, <day> [de] <month> [de], <year>", stated.full_date, {
    "na segunda-feira, 4 de novembro de 2019": "2019-11-04",
    "terça-feira, 4 de novembro de 2019": "",
})
RULES.add("<month> [de], <year>", stated.month_year, {
    "Fechou em abril de 2018.": "2018-04", "dez. 2017": "2017-12",
})
RULES.add("<day> a|até|ao <day> de <month> [de] [<year>]", yearless.days_of_month, {
    "de 4 a 6 de maio de 2018": "2018-05-04/2018-05-06",
    "de 4 a 6 de outubro": "2019-10-04/2019-10-06",
}, ("de 6 a 4 de maio",))
RULES.add("<season> de <year>", stated.season_year, {
    "o primeiro trimestre de 2018": "2018-33", "no verão de 2018": "2018-22",
})
RULES.add("<year>", stated.year, {"Abriu em 2018.": "2018", "a lei de 2015": "2015"}, (
    "de 2018 euros", "com 2000 cadeiras", "em 2019,5", "R$ 2018",
))
RULES.add("anos|década_de <year>", stated.decade, {"os anos 1990": "199X"})
RULES.add("anos|década_de <nineties>", stated.named_decade, {"os anos setenta": "197X"})
RULES.add("anos|década_de <two_digits>", stated.short_decade, {"os anos 90": "199X"})
RULES.add("século <roman>", stated.century, {"no século XIX": "18XX"})
RULES.add("<day> de <month_name>", yearless.day_of_month, {
    "Fechou em 3 de outubro.": "2019-10-03", "Abrirá em 3 de janeiro.": "2020-01-03",
}, ("Mora na rua 7 de setembro.", "a ponte 25 de Abril", "31 de fevereiro"))
RULES.add("<weekday>, <day> de <month_name>", yearless.day_of_month, {
    "segunda-feira, 4 de novembro": "2019-11-04",
})
RULES.add("<step> [dia] <day> de <month_name>", yearless.day_of_month, {
    "no último dia 3 de maio": "2019-05-03", "no próximo 8 de outubro": "2020-10-08",
})
RULES.add("<day> de <month_name> <step>", yearless.day_of_month, {
    "3 de maio passado": "2019-05-03",
})
RULES.add("<month_name>", yearless.month, {
    "Em maio fechou.": "2019-05", "Fechou em outubro.": "2019-10", "Abrirá em janeiro.": "2020-01",
}, ("Março chegou.", "o maio dele"))
RULES.add("<month_name> <step>", yearless.month, {
    "em maio passado": "2019-05", "maio próximo": "2020-05",
})
RULES.add("<step> [mês_de] <month_name>", yearless.month, {"no próximo mês de maio": "2020-05"})
RULES.add("<early_year> a.C.|a._C.|antes_de_Cristo", anchored.before_christ, {
    "César morreu em 44 a.C. em Roma.": "-0043",
})
RULES.add("<number> <unit> depois|mais_tarde !de|do|da|dos|das|que", anchored.later, {
    "Abriu em 4 de maio de 2018. Dois anos depois fechou.": "2020~",
}, ("Abriu em 4 de maio de 2018. Dois anos depois da guerra fechou.",))
RULES.add("<number> <unit> antes !de|do|da|dos|das|que", anchored.earlier, {
    "Fechou em 4 de maio de 2018. Três dias antes nevou.": "2018-05-01",
})
RULES.add("dia seguinte !a|ao|à", anchored.day_after, {
    "Abriu em 4 de maio de 2018. No dia seguinte fechou.": "2018-05-05",
})
RULES.add("dia anterior !a|ao|à", anchored.day_before, {
    "Fechou em 4 de maio de 2018. No dia anterior nevou.": "2018-05-03",
})
COUNTED.add("<season> <step>", anchored.season_beside, {"No verão passado fechou.": "2019-22"})
COUNTED.add("<step> <season>", anchored.season_beside, {"na próxima primavera": "2020-21"})
COUNTED.add("<weekday>", counted.week_day, {
    "Ela renunciou na segunda-feira.": "2019-11-04", "Votarão na sexta-feira.": "2019-11-08",
    "no domingo": "2019-11-03",
}, ("a segunda rodada", "na sexta posição", "um quarto da renda", "Domingo cantou."))
COUNTED.add("<step> <weekday>", counted.week_day, {
    "na última sexta-feira": "2019-11-01", "na próxima segunda-feira": "2019-11-11",
    "nesta sexta-feira": "2019-11-08",
})
COUNTED.add("<weekday>|<bare_weekday> <step>", counted.week_day, {
    "na segunda que vem": "2019-11-11", "na sexta passada": "2019-11-01",
})
COUNTED.add("<weekday>|<bare_weekday> <day_in_brackets>", counted.weekday_and_day, {
    "na segunda-feira (4)": "2019-11-04", "na sexta (1)": "2019-11-01",
})
COUNTED.add("<step> <weekday>|<bare_weekday> <day_in_brackets>", counted.weekday_and_day, {
    "nesta segunda-feira (4)": "2019-11-04", "nesta sexta (1)": "2019-11-01",
})
COUNTED.add("<weekday>, dia <day>", counted.weekday_and_day, {
    "segunda-feira, dia 4": "2019-11-04",
})
COUNTED.add("cada|toda|todo <weekday>", counted.every_weekday, {
    "toda segunda-feira": "recurring XXXX-WXX-1",
})
COUNTED.add("<relative>", counted.relative, {
    "Ontem choveu.": "2019-11-04", "depois de amanhã": "2019-11-07", "Hoje abre.": "2019-11-05",
    "no mês passado": "2019-10", "esta semana": "[2019-11-04..2019-11-10]",
}, ("de manhã",))
COUNTED.add("há [cerca_de|quase|mais_de] <number> <unit> [<half>] [atrás]", counted.ago, {
    "Abriu há duas semanas.": "2019-10-22~", "há 3 dias": "2019-11-02", "há dois anos": "2017~",
    "há um ano e meio": "2018~",
}, ("Há dois bolos.", "duas semanas de chuva"))
COUNTED.add("<number> <unit> [<half>] atrás", counted.ago, {"dois meses atrás": "2019-09~"})
COUNTED.add("há <few> <unit>", counted.ago, {"há alguns anos": "vague PAST_REF"})
COUNTED.add("daqui_a|dentro_de <number> <unit>", counted.ahead, {"daqui a dois meses": "2020-01~"})
COUNTED.add("em <number> <unit>", counted.ahead_in_future, {"Abrirá em dois meses.": "2020-01~"}, (
    "Foi feito em dois meses.",
))
COUNTED.add("<unit> <step>", counted.beside_unit, {
    "no ano que vem": "2020", "no fim de semana passado": "[2019-11-02..2019-11-03]",
}, ("o último dia",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "neste ano": "2019", "na última semana": "[2019-10-28..2019-11-03]",
})
MODIFIERS.add("por_volta_de|cerca_de [o] <date>", modified.about, {"por volta de 1850": "1850~"})
MODIFIERS.add("início|começo|meados|fim|final|finais de|do|da <date>", modified.part_of, {
    "no fim de 2018": "2018", "no início do ano passado": "2018",
})
PARTS.add("<date> de|do|da <date>", combined.together, {"em maio do ano passado": "2018-05"})
PARTS.add("<date>, em <date>", combined.together, {"no ano passado, em abril": "2018-04"})
BOUNDS.add("desde|a_partir_de|a_partir_do|a_partir_da [o|a] <date>", bounds.since, {
    "desde 2017": "2017/..", "desde o ano passado": "2018/..",
})
BOUNDS.add("até [o|a|ao|à] <date>", bounds.until, {"até maio de 2018": "../2018-05"})
BOUNDS.add("antes_de|antes_do|antes_da <date>", bounds.before, {"antes de 2049": "[..2048]"})
BOUNDS.add("depois_de|depois_do|depois_da|após [o|a] <date>", bounds.after, {
    "depois de 2019": "[2020..]",
})
BOUNDS.add("[de|do|da|desde] <date> a|até|ao [o] <date>", ranges.throughout, {
    "de janeiro a março de 2018": "2018-01/2018-03", "de 2015 a 2017": "2015/2017",
})
BOUNDS.add("entre [o] <date> e [o] <date>", ranges.between, {"entre 2015 e 2017": "[2015..2017]"})
