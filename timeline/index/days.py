"""Sets of events by day, month and year: any span of days is a few unions. Plain Python."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby, pairwise

from pyroaring import BitMap

from articles.dates.days import day_number, day_parts

# Where an event stands in order of time: its day, minus the length of its span, its id.
Place = tuple[int, int, int]
# The events of one day, by minus the length of their spans: in order of time within the day.
Groups = dict[tuple[int, int], BitMap]
Group = tuple[tuple[int, int], BitMap]
NONE = BitMap()
# What says how many of a set of events are among some others.
Count = Callable[[BitMap], int]
# Of a million events, ten megabytes for either.
MOST_FIRSTS = 4_000
MOST_PASTS = 100


@lru_cache(maxsize=100_000)
def month_of(day: int) -> int:
    """The number of a day's month: twelve a year, January of year 0 (1 BC) is 0."""
    year, month, _ = day_parts(day)
    return year * 12 + month - 1


def year_of(day: int) -> int:
    """The year of a day; that of 1 BC is 0."""
    return month_of(day) // 12


@lru_cache(maxsize=10_000)
def first_day_of(month: int) -> int:
    """The day number of a month's first day."""
    return day_number(month // 12, month % 12 + 1, 1)


def _key_of(group: Group) -> tuple[int, int]:
    return group[0]


def _day_of(group: Group) -> int:
    return group[0][0]


class Days:
    """Ids of events by day, never changed once made.

    Whole years and months are one set each; only at the edges of a span days are looked at.
    """

    def __init__(self, months: dict[int, Groups]) -> None:
        self._sorted: dict[int, list[Group]] = {}
        self._firsts: dict[tuple[int, int], BitMap] = {}
        self._pasts: dict[int, BitMap] = {}
        self.groups = months
        self.months = {month: BitMap.union(*groups.values()) for month, groups in months.items()}
        by_year: dict[int, list[BitMap]] = defaultdict(list)
        for month, ids in self.months.items():
            by_year[month // 12].append(ids)
        self.years = {year: BitMap.union(*sets) for year, sets in by_year.items()}

    @classmethod
    def of(cls, groups: Groups) -> "Days":
        """The days of these groups."""
        months: dict[int, Groups] = defaultdict(dict)
        for key, ids in groups.items():
            months[month_of(key[0])][key] = ids
        return cls(dict(months))

    def replaced(self, gone: BitMap, new: "Days") -> "Days":
        """The same days without the events that are gone, and with the new ones."""
        touched = {
            month
            for year, ids in self.years.items() if ids.intersect(gone)
            for month in self._months_of(year) if self.months[month].intersect(gone)
        }  # fmt: skip
        touched.update(new.groups)
        changed = {month: self._replaced_in(month, gone, new) for month in touched}
        days = Days({month: groups for month, groups in changed.items() if groups})
        return self._with_months(touched, days)

    def _replaced_in(self, month: int, gone: BitMap, new: "Days") -> Groups:
        groups = {key: ids - gone for key, ids in self.groups.get(month, {}).items()}
        for key, ids in new.groups.get(month, {}).items():
            groups[key] = groups.get(key, BitMap()) | ids
        return {key: ids for key, ids in groups.items() if ids}

    def _with_months(self, touched: set[int], days: "Days") -> "Days":
        """These days, with the touched months as `days` has them."""
        whole = Days({})
        kept = self.groups.keys() - touched
        whole.groups = {month: self.groups[month] for month in kept} | days.groups
        whole.months = {month: self.months[month] for month in kept} | days.months
        whole._sorted = {m: groups for m, groups in [*self._sorted.items()] if m not in touched}
        whole._firsts = {key: ids for key, ids in [*self._firsts.items()] if key[0] not in touched}
        whole.years = dict(self.years)
        for year in {month // 12 for month in touched}:
            whole.years.pop(year, None)
            if months := whole._months_of(year):
                whole.years[year] = BitMap.union(*(whole.months[month] for month in months))
        return whole

    @cached_property
    def _years_in_order(self) -> list[int]:
        return sorted(self.years)

    def _months_of(self, year: int) -> list[int]:
        return [month for month in range(year * 12, year * 12 + 12) if month in self.months]

    @cached_property
    def all(self) -> BitMap:
        """Every event that stands here."""
        return BitMap.union(BitMap(), *self.years.values())

    def before(self, day: int) -> BitMap:
        """The events of earlier days."""
        month = month_of(day)
        of_year = self._whole_months(month // 12 * 12, month)
        years = self._first_years(bisect_left(self._years_in_order, month // 12))
        return BitMap.union(years, *of_year, self._before(month, day))

    def since(self, day: int) -> BitMap:
        """The events of this day and of later ones."""
        return self.all - self.before(day)

    def counts(self, count: Count, edges: Sequence[int]) -> list[int]:
        """How many of some events fall on days from each edge to just before the next.

        `count` says how many of a set are among these events.
        """
        before: list[int] = []  # each edge, since the first edge's month began
        total, done = 0, month_of(edges[0]) if edges else 0
        for month, cuts in groupby(edges, month_of):
            if done < month:
                total += sum(map(count, self._whole_months(done, month)))
            whole = self.months.get(month, NONE)
            number = count(whole)
            for cut in cuts:
                ids = self._before(month, cut) if number else NONE
                before.append(total + (number if ids is whole else count(ids)))
            total, done = total + number, month + 1
        return [later - earlier for earlier, later in pairwise(before)]

    def _before(self, month: int, cut: int) -> BitMap:
        """The events of the month before a day of it; kept, since other bars begin there too."""
        if month not in self.months:
            return NONE
        if (ids := self._firsts.get((month, cut))) is None:
            ids = self._first_of(month, cut)
            if len(self._firsts) >= MOST_FIRSTS:
                self._firsts.clear()
            self._firsts[month, cut] = ids
        return ids

    def _first_of(self, month: int, cut: int) -> BitMap:
        ordered = self._ordered(month)
        place = bisect_left(ordered, cut, key=_day_of)
        if place == len(ordered):
            return self.months[month]
        return BitMap.union(NONE, *(ids for _, ids in ordered[:place]))

    def _first_years(self, number: int) -> BitMap:
        """The events of so many years; kept, since it takes longest where there are many."""
        if (ids := self._pasts.get(number)) is None:
            years = self._years_in_order[:number]
            ids = BitMap.union(NONE, *(self.years[year] for year in years))
            if len(self._pasts) >= MOST_PASTS:
                self._pasts.clear()
            self._pasts[number] = ids
        return ids

    def _ordered(self, month: int) -> list[Group]:
        """The month's groups in order of time; sorted when first asked for."""
        if month not in self._sorted:
            self._sorted[month] = sorted(self.groups.get(month, {}).items(), key=_key_of)
        return self._sorted[month]

    def _whole_months(self, low: int, high: int) -> Iterator[BitMap]:
        """The months from `low` to just before `high`, whole years as one."""
        first_year, end_year = -(-low // 12), high // 12
        if first_year >= end_year:
            yield from (self.months[month] for month in range(low, high) if month in self.months)
            return
        yield from self._whole_months(low, first_year * 12)
        years = self._years_in_order
        for year in years[bisect_left(years, first_year) : bisect_left(years, end_year)]:
            yield self.years[year]
        yield from self._whole_months(end_year * 12, high)

    def ends(self, chosen: BitMap, count: Count) -> tuple[int, int] | None:
        """The first and the last day on which one of the chosen events stands.

        `count` says how many of a set are among them.
        """
        years, total = self._years_in_order, count(self.all)
        if not total:
            return None
        # By halves: to ask of each year whether it has some of few events takes half a millisecond.
        low, high = (
            bisect_left(range(len(years)), number, key=lambda at: count(self._first_years(at + 1)))
            for number in (1, total)
        )
        begin, _ = next(self._groups(chosen, None, years[low : low + 1], is_forward=True))
        end, _ = next(self._groups(chosen, None, years[high : high + 1], is_forward=False))
        return begin[0], end[0]

    def in_order(
        self, chosen: BitMap, beyond: Place | None = None, *, is_forward: bool = True
    ) -> Iterator[int]:
        """The chosen events in order of time, or against it, beyond the place if one is given."""
        for key, ids in self._groups(chosen, beyond, self._years_in_order, is_forward=is_forward):
            if beyond and key == beyond[:2]:
                rank = ids.rank(beyond[2])
                at_place = beyond[2] in ids
                span = range(rank, len(ids)) if is_forward else range(rank - at_place - 1, -1, -1)
            else:
                span = range(len(ids)) if is_forward else range(len(ids) - 1, -1, -1)
            for start in range(0, len(span), 64):
                part = span[start : start + 64]
                slice_ = ids[min(part[0], part[-1]) : max(part[0], part[-1]) + 1]
                yield from slice_ if is_forward else reversed(slice_)

    def _groups(
        self, chosen: BitMap, beyond: Place | None, years: list[int], *, is_forward: bool
    ) -> Iterator[Group]:
        """The chosen events of each day and span of these years, from that of the place on."""
        for month, here in self._months_beyond(chosen, beyond, years, is_forward=is_forward):
            ordered, left = self._ordered(month), len(here)
            for key, group in ordered if is_forward else reversed(ordered):
                is_past = beyond and (key < beyond[:2] if is_forward else key > beyond[:2])
                if not is_past and (ids := here & group):
                    yield key, ids
                    left -= len(ids)
                if not left:
                    break

    def _months_beyond(
        self, chosen: BitMap, beyond: Place | None, years: list[int], *, is_forward: bool
    ) -> Iterator[tuple[int, BitMap]]:
        """The months of these years that have chosen events, with these, from the place on."""
        month = month_of(beyond[0]) if beyond else None
        if month is not None and is_forward:
            years = years[bisect_left(years, month // 12) :]
        elif month is not None:
            years = years[: bisect_right(years, month // 12)]
        for year in years if is_forward else reversed(years):
            in_year = chosen & self.years[year]
            months = self._months_of(year) if in_year else []
            for each in months if is_forward else reversed(months):
                is_past = month is not None and (each < month if is_forward else each > month)
                if not is_past and (here := in_year & self.months[each]):
                    yield each, here

    def place_of(self, event: int) -> Place | None:
        """Where the event stands in order of time; None if it isn't here."""
        found = self._groups(BitMap([event]), None, self._years_in_order, is_forward=True)
        return next(((*key, event) for key, _ in found), None)
