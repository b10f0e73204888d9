"""The desk: the library's names, to be looked up, merged, split, renamed, rejected, and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from corpus.errors import RecoupeError
from corpus.types import Entity, Label
from tui import keys
from tui.context import Context
from tui.history import Place
from tui.keyed import keyed
from tui.language.engine_words import translated
from tui.language.i18n import N_, _
from tui.messages import Go
from tui.screens.choice import Choice
from tui.screens.prompt import Prompt
from tui.text import labels
from tui.widgets.block_list import BlockList
from tui.widgets.entity_list import KINDS, EntityList
from tui.widgets.view import View

if TYPE_CHECKING:
    from index.library import Library

LISTED = 200
"""So many names are listed; nobody reads on, they type more of the name."""


class EntitiesView(View):
    """Names with the words typed, of one kind or of all."""

    BINDINGS = keys.bindings("entities")
    TITLE: ClassVar[str] = N_("names")
    PROMPT: ClassVar[str] = N_("part of a name")

    @dataclass
    class Found(Message):
        """Names were looked up."""

        text: str
        """What was typed."""
        kind: Label | None
        """The kind asked for."""
        entities: tuple[Entity, ...]
        """The most mentioned first."""

    @dataclass
    class Decided(Message):
        """A decision was taken, or refused."""

        told: str
        """What was done, or why it was not."""
        refused: bool = False
        """Whether nothing was changed."""
        undone: bool = False
        """Whether it was one that takes another back."""

    @dataclass
    class Mentioned(Message):
        """The first mention of an entity was looked up."""

        place: Place | None
        """Where, None where it is mentioned no more."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__("entities")
        self._kind: Label | None = None
        self._version = -1
        self._stay = False

    def make_list(self) -> EntityList:
        """Empty."""
        return EntityList(id="entity-list")

    @property
    def names(self) -> EntityList:
        """The list."""
        return self.query_one(EntityList)

    @property
    def lit(self) -> Entity | None:
        """The lit entity, None in an empty list."""
        return self.names.items[self.names.lit] if self.names.items else None

    @property
    def idle(self) -> frozenset[str]:
        """Without a name only the last decision can be taken back."""
        return frozenset() if self.listing.items else keys.names("entities", "undo", "kind")

    def look(self, context: Context) -> None:
        """Names change with the library only."""
        if context.version != self._version:
            self._version = context.version
            self.filtered(self.typed)

    def filtered(self, text: str) -> None:
        """Look names up."""
        kind = self._kind

        def question(library: "Library") -> Message:
            return self.Found(text, kind, library.entities_like(text, label=kind, limit=LISTED))

        self.work.ask(self, "entities", question)

    @on(Found)
    def _show(self, event: Found) -> None:
        if (event.text, event.kind) == (self.typed, self._kind):
            self.names.show(event.entities, empty=_("No name has these words."), keep=True)
            self._tell()

    def _tell(self) -> None:
        """What is listed, and what is chosen."""
        kind = _(KINDS[self._kind]) if self._kind else _("all kinds")
        more = "+" if len(self.names.items) == LISTED else ""
        listed = f"{kind}{labels.APART}{labels.number(len(self.names.items))}{more}"
        chosen = labels.APART.join(entity.name for entity in self.names.chosen.values())
        self.say((listed, _("chosen: {names}").format(names=chosen)) if chosen else (listed,))

    # What the user does

    @on(BlockList.Chosen)
    def _choose(self, event: BlockList.Chosen) -> None:
        """Go to the first mention."""
        event.stop()
        entity = self.names.items[event.index]

        def question(library: "Library") -> Message:
            naming = library.articles_naming(entity.id)
            for article in naming[:1]:
                spans = (m.span for m in library.mentions(article) if m.entity == entity.id)
                return self.Mentioned(Place(article, offset=next(spans).start))
            return self.Mentioned(None)

        self._stay = event.stay
        self.work.ask(self, "mention", question)

    @on(Mentioned)
    def _go(self, event: Mentioned) -> None:
        event.stop()
        if event.place is not None:
            self.post_message(Go(event.place, self._stay))

    def action_kind(self) -> None:
        """The next kind, or all."""
        order: list[Label | None] = [None, *KINDS]
        self._kind = order[(order.index(self._kind) + 1) % len(order)]
        self.filtered(self.typed)

    def action_pick(self) -> None:
        """Choose the lit name for merging, or no longer."""
        self.names.toggle()
        self._tell()
        self.names.action_down()

    def action_merge(self) -> None:
        """Make one of the lit name and the chosen ones; the lit one's name stays."""
        lit = self.lit
        if lit is None:
            return
        others = [entity for entity in self.names.chosen.values() if entity.id != lit.id]
        if not others:
            self._refuse(_("Choose other names first, then stand on the one that stays."))
            return
        names = labels.APART.join(entity.name for entity in others)
        done = _("{names} → {name}").format(names=names, name=lit.name)
        ids = [lit.id, *(entity.id for entity in others)]
        self._decide(lambda library: library.desk.merge(ids), done)

    def action_split(self) -> None:
        """Make another name of some of the forms of the lit one."""
        lit = self.lit
        if lit is None or len(lit.variants) < 2:
            self._refuse(_("This name is written in one way only."))
            return

        def split(chosen: tuple[int, ...] | None) -> None:
            if chosen:
                forms = [lit.variants[at] for at in chosen]
                done = _("{forms}: a name of its own").format(forms=labels.APART.join(forms))
                self._decide(lambda library: library.desk.split(lit.id, forms), done)

        title = _("What of {name} is another?").format(name=lit.name)
        self.app.push_screen(Choice(title, lit.variants, several=True), split)

    def action_rename(self) -> None:
        """Call the lit name otherwise."""
        lit = self.lit
        if lit is None:
            return

        def rename(name: str | None) -> None:
            if name and name.strip() != lit.name:
                done = _("{old} is called {new}").format(old=lit.name, new=name)
                self._decide(lambda library: library.desk.rename(lit.id, name), done)

        self.app.push_screen(Prompt(_("Call it"), lit.name), rename)

    def action_reject(self) -> None:
        """Say that the lit one is no name."""
        lit = self.lit
        if lit is not None:
            done = _("{name} is no name").format(name=lit.name)
            self._decide(lambda library: library.desk.reject(lit.id), done)

    def action_undo(self) -> None:
        """Take the last decision back."""

        def undo(library: "Library") -> None:
            if library.desk.undo() is None:
                raise RecoupeError("Nothing to undo", _("there is no decision to take back"), "")

        self._decide(undo, _("The last decision is taken back"), undone=True)

    def _decide(
        self, decision: "Callable[[Library], object]", done: str, *, undone: bool = False
    ) -> None:
        """Have it hold in a thread, then say so, and how it is taken back."""

        def question(library: "Library") -> Message:
            try:
                decision(library)
            except RecoupeError as error:
                return self.Decided(translated(error.message), refused=True)
            return self.Decided(done, undone=undone)

        self.work.ask(self, "decide", question)

    @on(Decided)
    def _tell_decision(self, event: Decided) -> None:
        event.stop()
        if event.refused:
            self._refuse(event.told)
            return
        self.names.clear_chosen()
        done = "{done}."
        words = keyed(self).keymap.told(
            "entities.undo",
            done if event.undone else _("{done}. {key} takes it back."),
            done,
            done=event.told,
        )
        self.notify(words, markup=False)
        # Names in the text change at once; search and facets with the next look at the folder.
        self.reader.library_changed()
        self.reader.action_update()

    def _refuse(self, why: str) -> None:
        self.notify(why, severity="warning", markup=False)
