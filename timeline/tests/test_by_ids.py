"""What is asked with SQL written once is what Django would ask."""

import pytest

from timeline.entries.by_ids import ByIds
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [0, 1, 49, 50, 51, 120])
def test_rows_of_any_number_of_ids(number: int) -> None:
    made = [Event(headline=f"E{n}", edtf="2018", is_planned=n % 2 > 0) for n in range(130)]
    ids = [event.pk for event in Event.objects.bulk_create(made)][3 : 3 + number]
    by_ids = ByIds(
        lambda ids: (
            Event.objects.filter(pk__in=ids).order_by("headline").values_list("pk", "is_planned")
        )
    )
    asked = list(Event.objects.filter(pk__in=ids).order_by("headline").values_list("pk"))
    for some in (ids, ids[::-1]):
        rows = list(by_ids.rows(some))
        assert [(pk,) for pk, _ in rows] == asked
        assert {type(is_planned) for _, is_planned in rows} <= {bool}


def test_no_other_values_are_asked_for() -> None:
    planned = ByIds(
        lambda ids: Event.objects.filter(pk__in=ids, headline="E1").values_list("pk", "edtf")
    )
    with pytest.raises(ValueError, match="other values"):
        list(planned.rows([1]))
