"""Where the panes stand, at each size and as the user wants them."""

from textual.pilot import Pilot

from tests.tui.pilots import article_of, hits_of, press, reading, related_of


def shown(pilot: Pilot[int]) -> set[str]:
    """The panes in view."""
    panes = {"search": hits_of(pilot), "article": article_of(pilot), "related": related_of(pilot)}
    return {name for name, pane in panes.items() if pane.region.area}


async def test_three_panes_two_and_a_drawer_or_one() -> None:
    """What the size allows: side by side, a drawer under the article, one at a time."""
    for size, expected, below in (
        ((120, 40), {"search", "article", "related"}, False),
        ((100, 30), {"search", "article", "related"}, True),
        ((80, 24), {"article", "related"}, True),
        ((40, 12), {"article"}, False),
    ):
        async with reading(size=size) as pilot:
            await press(pilot, "escape", "enter")
            assert shown(pilot) == expected, size
            if "related" in expected:
                assert (related_of(pilot).region.y > article_of(pilot).region.y) == below, size


async def test_a_pane_alone_has_the_whole_screen() -> None:
    """z gives it, z or escape takes it back."""
    async with reading() as pilot:
        await press(pilot, "escape", "enter")
        for pane in "123":
            await press(pilot, pane, "z")
            assert len(shown(pilot)) == 1
            width = max(
                p.region.width for p in (hits_of(pilot), article_of(pilot), related_of(pilot))
            )
            assert width >= 116
            await press(pilot, "escape")
            assert len(shown(pilot)) == 3


async def test_panes_are_hidden_by_their_own_key() -> None:
    """Again brings them back."""
    async with reading() as pilot:
        await press(pilot, "escape", "enter", "1", "1")
        assert shown(pilot) == {"article", "related"}
        await press(pilot, "3", "3")
        assert shown(pilot) == {"article"}
        await press(pilot, "1", "3")
        assert shown(pilot) == {"search", "article", "related"}


async def test_the_pane_in_front_grows_and_shrinks() -> None:
    """By > and <, never so far that another disappears."""
    async with reading() as pilot:
        await press(pilot, "escape")
        before = hits_of(pilot).region.width
        await press(pilot, ">", ">")
        assert hits_of(pilot).region.width > before
        await press(pilot, *[">"] * 8)
        assert shown(pilot) == {"search", "article", "related"}
        await press(pilot, *["<"] * 12)
        assert hits_of(pilot).region.width > 10


async def test_a_list_opens_beside_itself() -> None:
    """With → the keyboard stays, so that one can step on; on a narrow screen it goes along."""
    async with reading() as pilot:
        await press(pilot, "escape", "right")
        first = article_of(pilot).article
        assert hits_of(pilot).has_focus
        await press(pilot, "down", "right")
        assert article_of(pilot).article is not first
    async with reading(size=(80, 24)) as pilot:
        await press(pilot, "escape", "right")
        assert article_of(pilot).has_focus
