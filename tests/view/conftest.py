"""What the tests of the page share: quick ones read its data, slow ones open it in a browser."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Quad

import kg
from kg.view import to_html
from tests.view import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT / "build" / "screenshots"


@pytest.fixture(scope="session")
def seed_quads() -> list[Quad]:
    """The graph of the seed article."""
    return list(kg.build(ROOT / "seeds" / "ukraine-swift-beat.txt"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the tests that want it are skipped where there is none."""
    yield chromium.start()
    chromium.stop()


class Watched:
    """A page in a browser, and all that must not happen in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.requests: list[str] = []
        self.problems: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._on_console)
        page.on("dialog", lambda dialog: self.problems.append(f"dialog {dialog.message}"))

    def _on_console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)

    def open(self, fragment: str = "") -> Page:
        """Open the page, and wait until it has been drawn."""
        self.page.goto(self.address + fragment)
        self.wait("typeof kg === 'object' && Boolean(kg.drawnLabels)")
        return self.page

    def wait(self, condition: str, seconds: float = 10) -> None:
        """Wait until something holds: the page's policy forbids Playwright's own way, which evaluates text."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(f"Boolean({condition})"):
            assert time.monotonic() < end, f"still not: {condition}"
            time.sleep(0.05)

    def click_node(self, name: str) -> None:
        """Click a node where it lies on the canvas."""
        place = self.page.evaluate("(id) => kg.onScreen(id)", name)
        self.page.locator("#graph").click(position={"x": place["x"], "y": place["y"]})

    def check(self) -> None:
        """Check that nothing but the file itself was asked for, and nothing went wrong."""
        outside = [url for url in self.requests if not url.startswith((self.address, "blob:", "data:"))]
        assert outside == []
        assert self.problems == []


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Write a graph as a page and open it: ``show(quads, fragment)``; at the end nothing may have gone wrong."""
    opened: list[tuple[Any, Watched]] = []

    def open_page(quads: Iterable[Quad], fragment: str = "", **options: Any) -> Watched:
        path = tmp_path / f"page-{len(opened)}.html"
        path.write_text(to_html(quads), "utf-8")
        options.setdefault("viewport", {"width": 1600, "height": 900})
        context = browser.new_context(**options)
        watched = Watched(context.new_page(), path.as_uri())
        opened.append((context, watched))
        watched.open(fragment)
        return watched

    yield open_page
    for context, watched in opened:
        watched.check()
        context.close()
