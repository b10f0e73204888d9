"""Days as numbers: `datetime.date.toordinal`, 1 for 1 January of the year 1."""

from calendar import monthrange
from datetime import date


def days(published: str) -> tuple[int, int]:
    """The first and the last day that a date cut to what is known can mean.

    `published` is ISO 8601: "2023", "2023-09" or "2023-09-13".
    """
    year, month, day = (*map(int, published.split("-")), 0, 0)[:3]
    last_month = month or 12
    last_day = day or monthrange(year, last_month)[1]
    return (
        date(year, month or 1, day or 1).toordinal(),
        date(year, last_month, last_day).toordinal(),
    )
