"""Chinese: what dateparser's data lacks of the language, and how its dates are worded."""

from articles.dates.english import bounds, combined, modified, ranges
from articles.dates.languages import anchored, counted, stated, yearless
from articles.dates.languages import chinese_readings as read
from articles.dates.languages.chinese_lexicon import NUMERALS, ChineseLexicon
from articles.dates.languages.grammar import begin
from articles.dates.languages.own_words import Words

WORDS = Words(
    language="zh",
    numbers={**NUMERALS, "两": 2, "兩": 2, "半": 0.5},
    few="几|幾|数|數|若干",
    steps={
        "上个": -1, "上個": -1, "上": -1, "本": 0, "这个": 0, "这": 0,
        "下个": 1, "下個": 1, "下": 1,
    },
    days={"昨日": -1, "今日": 0, "明日": 1, "前日": -2, "昨晚": -1, "今晚": 0, "今早": 0},
    units={"个星期": "week", "個星期": "week", "週": "week", "季度": "quarter", "周末": "weekend"},
    put_off=r"\w*(?:推迟|延期|改期)(?:到|至)",
    seasons={
        name + ending: 21 + number
        for number, name in enumerate("春夏秋冬")
        for ending in ("季", "天")
    } | {
        first + name + "季度": 33 + number
        for number, name in enumerate("一二三四")
        for first in ("", "第")
    } | {"上半年": 40, "下半年": 41},
    weekdays={"週" + day: number for number, day in enumerate("一二三四五六日")},
    year_after="(?!)", month_after="(?!)", counted="(?!)",
    not_day_before="头条|性|免疫|培养|说法",
    future="将|會|会|计划|预计|拟|即将|準備|准备",
    past="了|曾|已|过|過",
)  # fmt: skip
RULES, COUNTED, MODIFIERS, PARTS, BOUNDS, GRAMMAR = begin(WORDS, ChineseLexicon)
# fmt: off
RULES.add("<year_first>", read.year_first, {"2019/11/4": "2019-11-04", "2019.11.04": "2019-11-04"})
RULES.add("<year>|<hanzi_year> 年 <month> <day>", stated.full_date, {
    "2019年11月4日开业。": "2019-11-04", "二〇一九年十一月四日": "2019-11-04",
    "2019 年 11 月 4 日": "2019-11-04",
}, ("2019年2月31日",))
RULES.add("<year>|<hanzi_year> 年 <month>", stated.month_year, {"2018年4月关闭。": "2018-04"})
RULES.add("<year>|<hanzi_year> 年 <season>", stated.season_year, {
    "2018年第一季度": "2018-33", "2018年夏天": "2018-22",
})
RULES.add("<year>|<hanzi_year> 年", read.year, {
    "公司于2018年成立。": "2018", "二〇一八年": "2018",
}, (
    "有2000年历史", "2000年前", "售价2019元", "2019",
))
RULES.add("<year> 至|到 <year> 年", read.years, {"2015至2017年": "2015/2017"})
RULES.add("<year> – <year> 年", read.years, {"2015-2017年": "2015/2017"})
RULES.add("<year> 年 <month> 至|到 <month>", read.months, {"2018年1月至3月": "2018-01/2018-03"})
RULES.add("<number> 世纪", read.century, {"19世纪": "18XX", "二十世纪": "19XX"})
RULES.add("<number> 世纪 <two_digits> 年代", read.century, {"20世纪90年代": "199X"})
RULES.add("<two_digits> 年代", read.decade, {"90年代": "199X", "八十年代": "198X"})
RULES.add("<year> 年代", read.decade_in_full, {"2010年代": "201X"}, ("2019年代",))
RULES.add("公元前|西元前 <number> 年", read.before_christ, {
    "公元前221年秦统一六国。": "-0220", "公元前八年": "-0007",
}, ("公元前0年", "前221年"))
RULES.add("<month> <day>", yearless.day_of_month, {
    "10月3日关闭。": "2019-10-03", "将于1月3日开放。": "2020-01-03", "十月三日": "2019-10-03",
}, ("2月31日",))
RULES.add("<year>|<hanzi_year> 年 <month> <day> 至|到 <day>", yearless.days_of_month, {
    "2018年5月4日至6日": "2018-05-04/2018-05-06",
})
RULES.add("<month> <day> 至|到 <day>", yearless.days_of_month, {
    "10月4日至6日": "2019-10-04/2019-10-06",
}, ("10月6日至4日",))
RULES.add("<month> [份]", read.month, {
    "5月关闭了。": "2019-05", "将在一月开放。": "2020-01", "10月份": "2019-10",
}, ("3个月", "11个月", "两月"))
RULES.add("<day>", read.day, {"发言人4日表示": "2019-11-04", "6日抵达": "2019-10-06"}, (
    "4日内", "第4日", "4号楼",
))
RULES.add("第二天|次日|翌日", anchored.day_after, {"2018年5月4日开业，次日关闭。": "2018-05-05"})
COUNTED.add("<weekday>", read.week_day, {
    "星期一辞职。": "2019-11-04", "他将在周五投票。": "2019-11-08",
}, ("一周一次", "每周一"))
COUNTED.add("<step> <weekday>", read.weekday_of_week, {
    "上周一": "2019-10-28", "下周五": "2019-11-15", "本周四": "2019-11-07",
    "上个星期一": "2019-10-28",
})
COUNTED.add("每|每个|每逢 <weekday>", counted.every_weekday, {"每周一": "recurring XXXX-WXX-1"})
COUNTED.add("<relative>", counted.relative, {
    "昨天下雨。": "2019-11-04", "去年": "2018", "上个月": "2019-10", "前天": "2019-11-03",
    "本周": "[2019-11-04..2019-11-10]", "明日": "2019-11-06",
}, ("后天性", "今日头条"))
COUNTED.add("<number> [多] <unit> 前|以前|之前", counted.ago, {
    "两周前开业。": "2019-10-22~", "3天前": "2019-11-02", "两年前": "2017~", "3个月前": "2019-08~",
    "两个星期前": "2019-10-22~", "十二年前": "2007~",
}, ("两周的雨",))
COUNTED.add("<few> <unit> 前|以前|之前", counted.ago, {"几年前": "vague PAST_REF"})
COUNTED.add("<number> <unit> 后|以后|之后|内", counted.ahead_in_future, {
    "将在两个月后开放。": "2020-01~",
}, ("两个月后关闭了。",))
COUNTED.add("<step> <unit>", counted.beside_unit, {
    "上星期": "[2019-10-28..2019-11-03]", "下个季度": "2020-33",
    "上周末": "[2019-11-02..2019-11-03]",
}, ("上天",))
MODIFIERS.add("<date> 前后|左右", modified.about, {"1890年前后": "1890~"})
MODIFIERS.add("<date> 年初|年底|年末|初|底|末|中旬|上旬|下旬", modified.part_of, {
    "2018年底": "2018", "5月中旬": "2019-05", "去年年底": "2018",
})
PARTS.add("<date> <date>", combined.together, {
    "去年11月": "2018-11", "今年3月5日": "2019-03-05", "上个月4日": "2019-10-04",
    "2019年11月4日星期一": "2019-11-04",
})
BOUNDS.add("<date> 以来|至今|起", bounds.since, {
    "自2017年以来": "2017/..", "2017年5月起": "2017-05/..",
})
BOUNDS.add("<date> 为止", bounds.until, {"到2018年为止": "../2018"})
BOUNDS.add("<date> 之前|以前", bounds.before, {"2049年之前": "[..2048]"}, (
    "2019年前三季度", "2019年前10个月",
))
BOUNDS.add("<date> 之后|以后|后", bounds.after, {"2019年之后": "[2020..]"})
BOUNDS.add("<date> 至|到 <date>", ranges.throughout, {
    "2015年到2017年": "2015/2017",
})
