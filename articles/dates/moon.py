"""Days of the calendars that go by the moon: Hebrew, Islamic and Chinese, in years of our own."""

from articles.dates.days import day_number

# The day number that days of Hebrew years are counted from (Reingold and Dershowitz).
HEBREW_EPOCH = -1373427
# Days from 20 January to the new year of the Chinese calendar, from 1950 to 2050; two independent
# tables agree on them.
CHINESE_NEW_YEARS = (
    28, 17, 7, 25, 14, 4, 23, 11, 29, 19, 8, 26, 16, 5, 24, 13, 1, 20, 10, 28, 17, 7, 26, 14, 3,
    22, 11, 29, 18, 8, 27, 16, 5, 24, 13, 31, 20, 9, 28, 17, 7, 26, 15, 3, 21, 11, 30, 18, 8, 27,
    16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25, 14, 3, 21, 11, 30, 19, 8, 27, 16, 5, 23, 12, 2, 21, 9,
    28, 17, 6, 24, 14, 3, 22, 11, 30, 19, 8, 26, 15, 4, 23, 12, 2, 21, 10, 28, 17, 6, 25, 13, 3,
)  # fmt: skip


def chinese_new_year(year: int) -> int | None:
    """The day number of the Chinese new year, of the years that are kept."""
    if not 1950 <= year < 1950 + len(CHINESE_NEW_YEARS):
        return None
    return day_number(year, 1, 20) + CHINESE_NEW_YEARS[year - 1950]


def hebrew_new_year(year: int) -> int:
    """The day number of Rosh Hashanah in a year of ours.

    A Hebrew year begins with its new moon, but not on a Sunday, Wednesday or Friday, and not where
    another year would become too long or too short.
    """
    hebrew = year + 3761
    before, own, after = (elapsed(one) for one in (hebrew - 1, hebrew, hebrew + 1))
    delay = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return HEBREW_EPOCH + own + delay


def elapsed(hebrew_year: int) -> int:
    """Days from the epoch to the new moon of a Hebrew year, put off from three weekdays."""
    months = (235 * hebrew_year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def passover(year: int) -> int:
    """The day number of the first day of Passover: always 163 days before the next new year."""
    return hebrew_new_year(year) - 163


def hanukkah(year: int) -> int:
    """The day number of the first day of Hanukkah, 25 Kislev: two months of 29 or 30 days on."""
    is_full = hebrew_new_year(year + 1) - hebrew_new_year(year) in (355, 385)
    return hebrew_new_year(year) + 83 + is_full


def islamic(year: int, month: int, day: int) -> int | None:
    """The day number of the first such Islamic day in a year, by the calendar of Umm al-Qura.

    Elsewhere it may be a day earlier or later. None outside 1925 to 2076.
    """
    from hijridate import Gregorian, Hijri  # only for texts that name such a day

    if not 1925 <= year <= 2076:
        return None
    hijri = Gregorian(year, 1, 1).to_hijri().year
    days = (Hijri(one, month, day).to_gregorian() for one in (hijri, hijri + 1))
    return next((found.toordinal() for found in days if found.year == year), None)
