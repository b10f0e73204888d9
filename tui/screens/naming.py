"""Names in the open article: which kinds are lit, stepping through them, what is known of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from corpus.types import ArticleId, Entity, EntityId, Label, Mention
from tui.history import Place
from tui.keyed import keyed
from tui.known import Known, known, with_quotations
from tui.language.i18n import _
from tui.messages import Narrow
from tui.screens.citing import Citing
from tui.screens.viewing import Viewing
from tui.text import labels
from tui.text.legend import WORDS
from tui.text.narrowing import narrowed
from tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from index.library import Library
    from tui.screens.card import Card, Cell, Left


@dataclass(frozen=True, slots=True)
class Rank:
    """Which one an article is of those that name an entity, of how many."""

    entity: EntityId
    article: ArticleId
    at: int
    total: int


class Naming(Viewing, Citing):
    """Names."""

    _card: Card | None = None
    _rank: Rank | None = None
    """Where one is among the articles that name what one follows."""

    @dataclass
    class CardAsked(Message):
        """What is known of a name was looked up."""

        known: Known | None
        """None where it is no longer there."""

    @dataclass
    class Quoted(Message):
        """What is quoted of a name on a card was looked up, too."""

        known: Known
        """All of it."""

    @dataclass
    class Followed(Message):
        """The next place that names an entity was looked up."""

        entity: Entity | None
        """Who or what is named."""
        mention: Mention | None
        """Where, None where that was the last place."""
        rank: Rank | None
        """Which one of the articles that is."""

    def action_next_name(self) -> None:
        """To the next name."""
        self._step_name(1)

    def action_previous_name(self) -> None:
        """To the name before."""
        self._step_name(-1)

    def action_people(self) -> None:
        """Light people, or no longer."""
        self._toggle("PER")

    def action_places(self) -> None:
        """Light places, or no longer."""
        self._toggle("LOC")

    def action_organisations(self) -> None:
        """Light organisations, or no longer."""
        self._toggle("ORG")

    def action_others(self) -> None:
        """Light other names, or no longer."""
        self._toggle("MISC")

    def action_all_kinds(self) -> None:
        """Light all names, or none."""
        self._toggle(None)

    def _toggle(self, label: Label | None) -> None:
        """Say what is lit: the legend is not in view on a small screen."""
        view = self.article_view
        view.toggle_kind(label)
        off = label in view.lighting.hidden if label else bool(view.lighting.hidden)
        kind = _(WORDS[label]) if label else _("names")
        words = _("{kind}: not lit") if off else _("{kind}: lit")
        self.tell_place(words.format(kind=kind))

    def standing_words(self) -> str:
        """Of a name that is followed, which of its places this is."""
        view, rank = self.article_view, self._rank
        name, standing = view.lighting.name, view.standing
        if name is None or rank is None or standing is None or standing.what != "name":
            return super().standing_words()
        if (name.entity, name.article) != (rank.entity, rank.article):
            return super().standing_words()
        places = self._places(rank.entity)
        return _("mention {at}/{total}, article {nth} of {articles}").format(
            at=labels.number(places.index(name) + 1),
            total=labels.number(len(places)),
            nth=labels.number(rank.at),
            articles=labels.number(rank.total),
        )

    # The same name again

    def action_next_mention(self) -> None:
        """To the next place that names the same."""
        self._follow_name(1)

    def action_previous_mention(self) -> None:
        """To the place before that names the same."""
        self._follow_name(-1)

    def _follow_name(self, step: int) -> None:
        """From the name here, in this article or on into another one."""
        name = self._linked_name()
        if name is not None and name.entity is not None:
            self.follow_entity(name.entity, name, step)

    def follow_entity(self, entity: EntityId, here: Mention, step: int) -> None:
        """To the place of an entity after `here`, or before."""
        view = self.article_view
        if view.lighting.found != here.span:
            view.stand_on(here.span)
        places = self._places(entity)
        at = places.index(here) + step if here in places else -1
        inside = places[at] if 0 <= at < len(places) else None

        def question(library: Library) -> Message:
            found = inside or library.next_mention(entity, here.article, here.span.start, step)
            rank = (
                Rank(entity, found.article, *library.rank(entity, found.article)) if found else None
            )
            return self.Followed(library.entity(entity), found, rank)

        if inside is not None:
            view.stand_on(inside.span)
        self.work.ask(self, "follow", question)

    @on(Followed)
    def _followed(self, event: Followed) -> None:
        """Go there, and say where that is."""
        mention, article = event.mention, self.article_view.article
        if mention is None:
            name = event.entity.name if event.entity is not None else ""
            words = _("No further place names {name}.").format(name=name)
            self.notify(words, timeout=2, markup=False)
            return
        self._rank = event.rank
        if article is not None and mention.article == article.id:
            self.article_view.stand_on(mention.span)
            self.tell_place()
        else:
            query, span = self.search_pane.query_text, mention.span
            self.go(Place(mention.article, offset=span.start, query=query, found=span))

    # The card

    @on(ArticleView.NameClicked)
    def action_card(self) -> None:
        """What is known of the name here."""
        name = self._linked_name()
        if name is not None and name.entity is not None:
            self.article_view.stand_on(name.span)
            self.show_card(name.entity)

    def show_card(self, entity: EntityId) -> None:
        """What is known of an entity, over whatever is shown."""
        self.work.ask(self, "card", lambda library: self.CardAsked(known(library, entity)))

    @on(CardAsked)
    def _open_card(self, event: CardAsked) -> None:
        """Show the card, or another name in the one that is there."""
        from tui.screens.card import Card

        found = event.known
        if found is None:
            self.notify(_("This name is no longer in the library."), timeout=2)
            return
        self.work.ask(self, "quoted", lambda lib: self.Quoted(with_quotations(lib, found)))
        if self._card is not None:
            self._card.show(found)
        elif self.app.screen is self:
            self._card = Card(
                found,
                where=self._cell,
                is_narrowed=lambda clause: narrowed(self.search_pane.query_text, clause),
                look_up=self.show_card,
                copy=self.copy_listed,
            )
            self.app.push_screen(self._card, self._leave_card)

    @on(Quoted)
    def _add_quotations(self, event: Quoted) -> None:
        """To the card of that name, if it is still in front."""
        if self._card is not None:
            self._card.complete(event.known)

    async def _leave_card(self, left: Left | None) -> None:
        """Do what the card was left for."""
        self._card = None
        if left is None:
            return
        entity = left.known.entity
        if isinstance(left.to, Place):
            self.go(left.to)
        elif left.to == "narrow":
            self.post_message(Narrow(left.clause))
            await self.bring_view("results")
        elif left.to in ("next", "previous"):
            self._follow_from_card(entity.id, 1 if left.to == "next" else -1)
        else:
            await self._show_among(entity.name, "entities" if left.to == "entity" else "quotes")

    async def _show_among(self, name: str, view_name: str) -> None:
        """A name among all names, or all that it says."""
        from tui.widgets.quotes_view import QuotesView

        await self.bring_view(view_name)
        view = self.panes.finder.current
        if isinstance(view, QuotesView):
            view.widen()
        if view.box is not None:
            view.box.value = name

    def _follow_from_card(self, entity: EntityId, step: int) -> None:
        """From the name here, where the card is still its own."""
        here = self.article_view.name_here
        if here is not None:
            self.follow_entity(entity, here, step)

    def _cell(self) -> Cell | None:
        """Where the name stands on the screen that the card is about."""
        from tui.screens.card import Cell

        view = self.article_view
        name = view.lighting.name
        at = view.cell_of(name.span) if name is not None and view.is_on_screen else None
        if name is None or at is None:
            return None
        right = view.region.right
        return Cell(*at, name.span.end - name.span.start, self.size.width - right)

    def _linked_name(self) -> Mention | None:
        """The name here; where there is none to speak of, that is said."""
        name = self.article_view.name_here
        if self.article_view.article is None:
            self.notify(_("Open an article first."), timeout=2)
        elif name is None:
            why = keyed(self).keymap.told(
                "reader.next_name",
                _("There is no name on this line: {key} goes to the next."),
                _("There is no name on this line."),
            )
            self.notify(why, markup=False, timeout=2)
        elif name.entity is None:
            self.notify(_("Names are still being brought together."), timeout=2)
        else:
            return name
        return None

    def _places(self, entity: EntityId) -> list[Mention]:
        """Where the open article names an entity."""
        return [m for m in self.article_view.mentions if m.entity == entity]

    def _step_name(self, step: int) -> None:
        """To a name beside this place."""
        view = self.article_view
        view.go_to_name(step)
        self.tell_place("" if view.standing is not None else _("no names"))
