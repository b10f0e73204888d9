"""The time left of long work, rounded as people say it, and not jumping about."""

from tui.language.i18n import _

MINUTES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40, 50, 60, 90, 120, 150, 180)
"""What is said; 0 for less than a minute. Longer than that is said in hours."""

MORE = 4 / 3
"""An estimate that is so many times what was said, and a minute more, is told."""


class Remaining:
    """What was last said of one job."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._said: int | None = None

    def hear(self, seconds: float | None) -> None:
        """An estimate, or that there is none.

        What is said goes down with it, but up only where it is much more: an estimate that wavers
        is heard as one.
        """
        if seconds is None:
            self._said = None
            return
        steps = (*MINUTES, *range(240, 60 * max(5, round(seconds / 3600) + 2), 60))
        nearest = min(steps, key=lambda minutes: abs(seconds / 60 - minutes))
        said = self._said
        if said is None or nearest < said or seconds / 60 > max(said * MORE, said + 1):
            self._said = nearest

    @property
    def words(self) -> str:
        """`about 3 min left`; nothing while nobody can know."""
        if self._said is None:
            return ""
        if not self._said:
            return _("less than a minute left")
        return _("about {time} left").format(time=_time(self._said))

    @property
    def brief(self) -> str:
        """`~3 min`."""
        if self._said is None:
            return ""
        return f"~{_time(self._said)}" if self._said else _("< 1 min")


def _time(minutes: int) -> str:
    """`3 min`, `1 h 30`, `2 h`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{n} h").format(n=hours) + (f" {rest}" if rest else "")
