"""Events as linked data: a list of https://schema.org/Event, in JSON-LD."""

import json
from collections.abc import Iterator

from timeline.exports.exported import Exported, absolute
from timeline.page.structured import event_data


def linked_data(told: Exported) -> Iterator[str]:
    """A schema.org ItemList of the events, in order of time."""
    head = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": told.timeline.title,
        "url": told.address,
        "numberOfItems": len(told.ids),
    }
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "itemListElement": ['
    for number, event in enumerate(told.events()):
        item = event_data(event, absolute(event))
        item.pop("@context", None)
        yield f"{',' if number else ''}\n{json.dumps(item, ensure_ascii=False)}"
    yield "\n]}\n"
