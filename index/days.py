"""Days as numbers: `datetime.date.toordinal`, 1 for 1 January of the year 1."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LAST_DAY = date.max.toordinal()


def known(days: "NDArray[Any]") -> "NDArray[np.bool_]":
    """Which values of the index's columns `day` and `day_end` are days; others are of articles
    without a date."""
    return (days > 0) & (days <= LAST_DAY)


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
