"""Looks at pictures in Debian's Chromium as a reader does, with the keyboard too, and without script.

usage: photos.py FOLDER PATH   (FOLDER holds a built site whose address has no path, PATH a page with two pictures)
"""

import functools
import http.server
import sys
import threading

from playwright.sync_api import sync_playwright

from waiting import patient

folder, path = sys.argv[1:3]


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}{path}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        problems = []
        page = patient(browser.new_page(viewport={"width": 390, "height": 800}, device_scale_factor=1))
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        look(page)
        wide(browser, address)
        without_script(browser, address)
        assert not problems, problems
        browser.close()
    server.shutdown()


def look(page):
    links = page.locator("a.photo-link")
    assert links.count() >= 2
    first = links.first.locator("img")
    first.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=first.element_handle())
    # A narrow window takes the narrow file, and the newer format.
    source = first.evaluate("image => image.currentSrc")
    assert source.endswith("-480.webp"), source
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window"

    view = page.locator("dialog.photo-view")
    links.first.focus()
    page.keyboard.press("Enter")
    assert view.is_visible()
    shown = view.locator("img")
    begin = shown.get_attribute("src")
    assert begin.endswith(".jpg") and shown.get_attribute("alt")
    assert view.locator("p").inner_text()
    page.keyboard.press("ArrowRight")
    assert shown.get_attribute("src") != begin
    page.keyboard.press("ArrowLeft")
    assert shown.get_attribute("src") == begin
    page.keyboard.press("Escape")
    assert not view.is_visible()
    assert page.evaluate("document.activeElement.matches('a.photo-link')"), "the focus is lost"
    links.first.click()
    view.get_by_role("button").click()
    assert not view.is_visible()


def wide(browser, address):
    """The smallest file that is wide enough is taken, its room is kept before it comes, and it is printed."""
    for density in 1, 2:
        files(browser, address, density)


def files(browser, address, density):
    page = patient(browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=density))
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    images = page.locator("a.photo-link img")
    boxes = images.evaluate_all("images => images.map(image => [image.width, image.height, image.complete])")
    for image in images.all():
        assert image.get_attribute("width") and image.get_attribute("height") and image.get_attribute("alt")
        image.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
        source, shown, natural = image.evaluate("image => [image.currentSrc, image.clientWidth, image.naturalWidth]")
        width = int(source.removesuffix(".webp").rsplit("-", 1)[1])
        assert width == next(width for width in (480, 960, 1600) if width >= shown * density), (source, shown)
        assert shown > 300, shown
    after = images.evaluate_all("images => images.map(image => [image.width, image.height, image.complete])")
    assert [box[:2] for box in boxes] == [box[:2] for box in after], (boxes, after)
    assert all(url.startswith(address[:address.index("/", 8)]) for url in requests), requests
    page.emulate_media(media="print")
    assert all(box["height"] > 50 for box in (image.bounding_box() for image in images.all()))
    assert page.locator("dialog").is_hidden()
    page.close()


def without_script(browser, address):
    page = patient(browser.new_context(java_script_enabled=False).new_page())
    page.goto(address)
    page.locator("a.photo-link").first.click()
    assert page.url.endswith(".jpg"), page.url


main()
