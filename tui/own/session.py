"""Where the reader left off: kept beside the reader's other files, taken up at the next start.

A session that cannot be read is an empty one: it says where one was, nothing that one made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.history import Place

VERSION = 1
NAME = "session.json"
PLACES = 50
"""So many places behind and ahead are kept."""
RECENT = 50
"""So many searches are kept."""


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one library's reader.

    `recent` are the searches that were used, the latest first; `hidden` names panes; `shares` are
    the panes' sizes, by name; `behind` and `ahead` are the history's places, the nearest last.
    """

    query: str = ""
    view: str = "results"
    pane: str = "search"
    place: Place | None = None
    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()
    recent: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    shares: Mapping[str, int] = field(default_factory=dict)

    def searched(self, query: str) -> Session:
        """The session after a search was used."""
        query = query.strip()
        others = [old for old in self.recent if old != query]
        return replace(self, recent=(query, *others)[:RECENT]) if query else self


def load(own: Path) -> Session:
    """The session kept in the folder `own`, an empty one where there is none."""
    try:
        kept = json.loads((own / NAME).read_bytes())
        return _session(kept) if kept.get("version") == VERSION else Session()
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Session()


def save(own: Path, session: Session) -> None:
    """Keep a session in the folder `own`; where that cannot be written, it is not kept."""
    from corpus.own_file import replace_file

    kept = asdict(session) | {"version": VERSION}
    kept["behind"], kept["ahead"] = kept["behind"][-PLACES:], kept["ahead"][-PLACES:]
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    # On the way out there is nobody left to tell.
    with suppress(OSError):
        own.mkdir(parents=True, exist_ok=True)
        replace_file(own / NAME, text.encode("utf-8", "surrogatepass"))


def _session(kept: dict[str, Any]) -> Session:
    """What was written by `save`. Raises as unexpected values do."""
    return Session(
        query=str(kept["query"]),
        view=str(kept["view"]),
        pane=str(kept["pane"]),
        place=_place(kept["place"]) if kept["place"] else None,
        behind=tuple(_place(place) for place in kept["behind"]),
        ahead=tuple(_place(place) for place in kept["ahead"]),
        recent=tuple(str(query) for query in kept["recent"]),
        hidden=tuple(str(pane) for pane in kept["hidden"]),
        shares={str(name): int(share) for name, share in kept["shares"].items()},
    )


def _place(kept: dict[str, Any]) -> Place:
    """A place as `asdict` writes it."""
    from corpus.types import ArticleId, Span
    from tui.history import Place

    return Place(
        ArticleId(str(kept["article"])),
        _number(kept["paragraph"]),
        _number(kept["offset"]),
        _number(kept["row"]),
        str(kept["query"]),
        tuple(Span(int(s["start"]), int(s["end"])) for s in kept["marks"]),
        tuple(Span(int(s["start"]), int(s["end"])) for s in kept["shared"]),
    )


def _number(value: object) -> int | None:
    """A whole number, or None."""
    return value if isinstance(value, int) else None
