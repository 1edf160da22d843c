"""A real phone browser: Chromium without a screen, with the size, the touch and the settings of a phone."""

import shutil
from contextlib import contextmanager

import pytest

from tools.system_packages import BROWSERS

PHONE = {"width": 360, "height": 740}


def chromium() -> str:
    """Return where Chromium lies; where there is none the test is skipped, and says why."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this computer (Debian: apt-get install chromium)")
    return found


@contextmanager
def browser():
    """Give a browser for as long as the block lasts."""
    path = chromium()
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        # In containers there is often neither a sandbox nor a large /dev/shm.
        one = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield one
        one.close()


def phone_page(browser, *, scheme="light", locale="en", scripts=True):
    """Return an empty page of a phone of its own."""
    context = browser.new_context(
        viewport=PHONE, color_scheme=scheme, locale=locale, has_touch=True, is_mobile=True, java_script_enabled=scripts
    )
    context.set_default_timeout(15_000)
    return context.new_page()


def double_text(page):
    """Set letters twice as large, as a person does in the phone's settings."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def press_first(page):
    """Touch the first button of a page, and wait for the page that answers it."""
    with page.expect_navigation():
        page.tap("button.first:visible")
