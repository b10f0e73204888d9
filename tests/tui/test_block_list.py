"""A long list is laid out as far as it is looked at."""

import re

import pytest

from corpus.types import ArticleId, ArticleInfo
from tests.tui.pilots import reading
from tui.text.render import Row
from tui.widgets.hit_list import HitList

MANY = 400


def infos(count: int) -> list[ArticleInfo]:
    return [
        ArticleInfo(ArticleId(f"a{n}"), f"Article {n:03}", "Le Monde", "2020-01-01", "fr", 3)
        for n in range(count)
    ]


def shown(hits: HitList) -> str:
    return "\n".join(hits.render_line(y).text for y in range(hits.size.height))


async def test_only_what_may_be_looked_at_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []
    rows_of = HitList.rows_of

    def counted(self: HitList, item: ArticleInfo, width: int) -> tuple[Row, ...]:
        laid.append(item.id)
        return rows_of(self, item, width)

    async with reading(size=(100, 30)) as pilot:
        hits = pilot.app.screen.query_one("#hits", HitList)
        monkeypatch.setattr(HitList, "rows_of", counted)
        hits.show(infos(MANY))
        await pilot.pause()
        assert 10 < len(laid) < MANY // 4
        assert laid == [f"a{n}" for n in range(len(laid))]
        lines = hits.virtual_size.height
        hits.focus()
        await pilot.press("end")
        assert f"Article {MANY - 1}" in shown(hits)
        assert hits.virtual_size.height == lines
        assert sorted(laid) == sorted(set(laid)) and len(laid) == MANY


async def test_a_list_is_walked_through_page_by_page_without_a_gap() -> None:
    async with reading(size=(100, 24)) as pilot:
        hits = pilot.app.screen.query_one("#hits", HitList)
        hits.show(infos(60))
        hits.focus()
        seen: set[str] = set()
        for _ in range(60):
            seen.update(re.findall(r"Article (\d+)", shown(hits)))
            await pilot.press("pagedown")
        assert seen == {f"{n:03}" for n in range(60)}


async def test_a_place_far_down_is_shown_at_once() -> None:
    async with reading(size=(100, 24)) as pilot:
        hits = pilot.app.screen.query_one("#hits", HitList)
        hits.show(infos(MANY))
        hits.light(300)
        await pilot.pause()
        assert "Article 300" in shown(hits)
