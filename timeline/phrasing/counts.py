"""How many there are of a thing, in English."""


def how_many(count: int, thing: str) -> str:
    """The count with the noun: "1 mention", "2 mentions"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
