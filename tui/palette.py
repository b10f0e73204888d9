"""The command palette: every action that can be done now, with its keys, and what is typed as a
search."""

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui import keys
from tui.keyed import Runner, keyed
from tui.keys import Action
from tui.language.i18n import _
from tui.messages import Search

LAST = 0.001
"""The score of what stands under everything that fits."""

HIDDEN = ("command_palette",)
"""What is of no use in the palette itself."""


class Palette(Provider):
    """Asked by Textual's palette while one types."""

    async def startup(self) -> None:
        """What can be done stays the same while the palette lies over it."""
        self._runners = keyed(self.screen).runners(self.screen)

    async def discover(self) -> Hits:
        """Everything, in the table's order."""
        for action, run in self._possible():
            yield DiscoveryHit(_(action.help), run, help=self._keys(action))
        yield DiscoveryHit(_("Change the theme"), self.app.action_change_theme)

    async def search(self, query: str) -> Hits:
        """What fits best first; at the end the search for what is typed."""
        matcher = self.matcher(query)
        for action, run in self._possible():
            words = _(action.help)
            score = max(matcher.match(words), matcher.match(action.name))
            if score > 0:
                yield Hit(score, matcher.highlight(words), run, help=self._keys(action))
        theme = _("Change the theme")
        if (score := matcher.match(theme)) > 0:
            yield Hit(score, matcher.highlight(theme), self.app.action_change_theme)
        if "reader.search" in self._runners:
            wanted = Content(_("Search for “{query}”").format(query=query))
            yield Hit(LAST, wanted, lambda: self.screen.post_message(Search(query)))

    def _possible(self) -> list[tuple[Action, Runner]]:
        """Each action that something on the screen does, and what runs it."""
        possible = (action for action in keys.ACTIONS if action.id not in HIDDEN)
        return [(one, self._runners[one.name]) for one in possible if one.name in self._runners]

    def _keys(self, action: Action) -> str:
        """`n, ctrl-n`, and what the configuration calls the action."""
        mine = keyed(self.screen).keymap.keys(action.name)
        shown = ", ".join(keys.shown(key) for key in mine)
        shown = shown or _("no key")
        return f"{shown}  ·  {action.name}"
