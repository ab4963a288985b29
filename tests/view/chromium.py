"""One headless Chromium for all tests that want one: Playwright can be started but once in a process."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_running: list[tuple[Playwright, Browser]] = []


def start() -> Browser:
    """Give the browser; skip the test, in words, where there is none."""
    if not _running:
        sync_api = pytest.importorskip(
            "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
        )
        path = os.environ.get("KG_CHROMIUM") or next((found for name in _NAMES if (found := shutil.which(name))), None)
        if path is None:
            pytest.skip("no Chromium found: apt install chromium, or name one in KG_CHROMIUM")
        playwright = sync_api.sync_playwright().start()
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        _running.append((playwright, playwright.chromium.launch(executable_path=path, args=arguments)))
    return _running[0][1]


def stop() -> None:
    """Close it, if it runs."""
    while _running:
        playwright, browser = _running.pop()
        browser.close()
        playwright.stop()
