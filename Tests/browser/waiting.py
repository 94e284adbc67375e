"""How the browser's tests wait: so long that only what never comes is missed, however busy the machine is."""

import sys
import time

from playwright.sync_api import Error

PATIENCE = 300  # seconds


def patient(page):
    """The page, with all its own waits as long."""
    page.set_default_timeout(PATIENCE * 1000)
    return page


def until(page, condition):
    """Waits until an expression of the page is true, also over a reload. Playwright's own wait evaluates texts in the page,
    which the page's security policy forbids."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(condition):
                return
        except Error as error:
            if "context was destroyed" not in str(error) and "navigat" not in str(error):
                raise
        page.wait_for_timeout(50)
    sys.exit(f"not true within {PATIENCE} s: {condition}")


def until_true(page, condition, what=""):
    """Waits until a condition of this program is true, while the page goes on."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return
        page.wait_for_timeout(50)
    sys.exit(f"not true within {PATIENCE} s: {what}")
