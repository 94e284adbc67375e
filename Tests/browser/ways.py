"""Goes from any page to what is searched and on to the page that was found, in Debian's Chromium.

usage: ways.py PROGRAM SITE WORK

The field in the head of every page, with suggestions, the keys, searches of before, links to searches, and marks on the page
that was found: with mouse, keyboard and accessible names, light and dark, wide and narrow.
"""

import os
import subprocess
import sys
from urllib.parse import quote

import axe_playwright_python
from playwright.sync_api import sync_playwright

from site_server import serve
from waiting import patient

program, repository, work = sys.argv[1:4]
AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()


def clean(page, what):
    """axe-core finds nothing, nor does the page scroll sideways."""
    # The page's policy lets nothing be evaluated; the browser's own world is not bound by it.
    page.evaluate(AXE + ";0")
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert not found, (what, [(violation["id"], violation["nodes"][0]["target"]) for violation in found])
    assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, what


def field(page):
    return page.locator("#site-search")


def options(page):
    return page.locator("[role=option]")


def keys(page, base):
    """The key / leads to the field of the head, to that of the page, or to the page of the search."""
    for address in ("", "awards/2020/", "awards/2020/zj-003/", "practices/", "rules/measures/"):
        page.goto(base + address)
        page.keyboard.press("/")
        assert page.evaluate("() => document.activeElement.id") == "site-search", address
        assert field(page).input_value() == "", address
    for address in ("search/", "verify/"):
        page.goto(base + address)
        page.keyboard.press("/")
        assert page.evaluate("() => document.activeElement.id") == "search-input", address
    # A slash in a field stays there; with other keys it is the browser's.
    page.goto(base)
    field(page).press("/")
    assert field(page).input_value() == "/"
    page.goto(base)
    page.keyboard.press("Control+/")
    assert page.evaluate("() => document.activeElement.tagName") == "BODY"
    # Without suggestions the field is a form like any other.
    field(page).fill("返修率")
    field(page).press("Enter")
    page.wait_for_url("**/search/?q=" + quote("返修率"))
    page.locator(".results a").first.wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + "practices/")
    assert not field(page).is_visible() and page.locator("a.site-search").is_visible()
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.set_viewport_size({"width": 1280, "height": 900})


def suggestions(page, base):
    """A combobox: the focus stays in the field, the arrows go through the list, Escape closes it."""
    for typed, name in [("盾构掘", "运河盾构掘进班组"), ("yunhe", "运河盾构掘进班组"), ("yhdg", "运河盾构掘进班组"), ("運河盾構", "运河盾构掘进班组"),
                        ("浙江越隧", "运河盾构掘进班组"), ("zj-003", "运河盾构掘进班组")]:
        page.goto(base + "practices/")
        field(page).press_sequentially(typed, delay=10)
        options(page).filter(has_text=name).first.wait_for()
        assert field(page).get_attribute("role") == "combobox" and field(page).get_attribute("aria-expanded") == "true"
        assert options(page).count() <= 6
    listed = field(page).get_attribute("aria-controls")
    assert page.locator(f"#{listed}").get_attribute("role") == "listbox" and page.locator(f"#{listed}").is_visible()
    clean(page, "suggestions")
    page.keyboard.press("ArrowDown")
    active = page.locator("[aria-selected=true]")
    assert active.count() == 1 and field(page).get_attribute("aria-activedescendant") == active.get_attribute("id")
    assert page.evaluate("() => document.activeElement.id") == "site-search"
    count = options(page).count()
    for _ in range(count):
        page.keyboard.press("ArrowDown")
    assert page.locator("[aria-selected=true]").count() == 0, "behind the last one comes the field"
    page.keyboard.press("ArrowUp")
    assert options(page).last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert options(page).count() == 0 and field(page).get_attribute("aria-expanded") == "false"
    assert field(page).input_value() == "zj-003"
    field(page).fill("运河盾构")
    options(page).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/awards/2020/zj-003/")
    # With the mouse, from the home page's own field; nothing that is looked up is kept.
    page.goto(base)
    page.locator("#lookup").press_sequentially("金陵沥青", delay=10)
    options(page).filter(has_text="金陵沥青摊铺班组").first.click()
    page.wait_for_url("**/awards/2020/js-002/")
    # What is near nothing has no suggestions, and leaving the field closes them.
    page.goto(base + "practices/")
    field(page).press_sequentially("囍彧", delay=10)
    page.wait_for_timeout(600)
    assert options(page).count() == 0
    field(page).fill("盾构")
    options(page).first.wait_for()
    field(page).press("Tab")
    page.wait_for_function("() => !document.querySelector('[role=option]')")
    assert not page.evaluate("() => localStorage.length"), "a search was kept that nobody made"


def recent(page, base):
    """What was searched stands in this browser alone, and is offered where nothing is typed yet."""
    for question in ("返修率", "盾构", "返修率"):
        page.goto(base + "practices/")
        field(page).fill(question)
        field(page).press("Enter")
        page.locator(".results a").first.wait_for()
    page.goto(base + "search/?q=" + quote("夜间摊铺温度"))
    page.locator(".near a").first.click()
    page.wait_for_url("**/practices/**")
    page.goto(base + "awards/")
    field(page).focus()
    options(page).first.wait_for()
    assert [text.split(" ")[0] for text in options(page).all_inner_texts()] == ["夜间摊铺温度", "返修率", "盾构"]
    clean(page, "recent searches")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=" + quote("返修率"))
    page.locator("#search-input").fill("")
    page.locator("#search-input").blur()
    page.locator("#search-input").focus()
    options(page).filter(has_text="盾构").click()
    page.wait_for_url("**/search/?q=" + quote("盾构"))
    # Names that are looked up are nobody's business.
    page.goto(base + "verify/?q=" + quote("运河盾构"))
    page.locator(".results a").first.click()
    page.wait_for_url("**/awards/**")
    assert "运河盾构" not in page.evaluate("() => JSON.stringify(localStorage)")
    # A browser that keeps nothing searches all the same.
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('none'); }})")
    page.goto(base + "practices/")
    field(page).fill("返修率")
    field(page).press("Enter")
    page.locator(".results a").first.wait_for()


def links(page, base):
    """Each search has an address, which a button copies."""
    page.goto(base + "search/")
    assert not page.get_by_role("button", name="复制本次检索的链接").is_visible()
    page.locator("#search-input").fill("返修率")
    page.locator(".results a").first.wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制本次检索的链接").click()
    page.get_by_role("button", name="已复制").wait_for()
    address = page.evaluate("() => navigator.clipboard.readText()")
    assert address == base + "search/?q=" + quote("返修率"), address
    page.goto("about:blank")
    page.goto(address)
    page.locator(".results a").first.wait_for()


def marks(page, base):
    """What was found is marked on its page, over breaks in titles as well, until Escape."""
    for question, address, words in [
            ("返修率", "search", {"返修率"}), ("ＱＣ", "search", {"QC"}), ("質量 返修率", "search", {"质量", "返修率"}),
            ("夜间摊铺温度", "search", {"夜间", "摊铺"}), ("柏油", "search", {"沥青"}), ("yunhe", "search", {"运河"}),
            ("运河盾构", "verify", {"运河盾构"})]:
        page.goto(f"{base}{address}/?q={quote(question)}")
        page.locator(".results a, .near a").first.click()
        page.locator("mark.found").first.wait_for()
        text = page.locator("main").inner_text().replace("\n", "")
        found = set(page.locator("mark.found").all_inner_texts())
        assert words & found, (question, page.url, found)
        assert all(word in text for word in found), (question, found)
        clean(page, question)
    # Over the places where a title may break, and what is around stays as it was.
    page.goto(base + "practices/night-paving-window/")
    whole, heading = page.locator("main").inner_text(), page.locator("h1").inner_text()
    page.goto("about:blank")
    page.goto(base + "practices/night-paving-window/#find=" + quote(heading))
    page.locator("h1 mark").first.wait_for()
    assert "".join(page.locator("h1 mark").all_inner_texts()) == heading
    assert page.locator("main").inner_text() == whole
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 0 and page.locator("main").inner_text() == whole
    assert "#" not in page.url
    # What somebody made of an address marks nothing, and runs nothing.
    for fragment in ("#find=", "#find=%E6%91", "#find=|||", "#find=%3Cimg%20src%3Dx%3E", "#find=" + quote("查无此词")):
        page.goto("about:blank")
        page.goto(base + "practices/night-paving-window/" + fragment)
        page.wait_for_load_state("networkidle")
        assert page.locator("mark.found").count() == 0 and page.locator("main").inner_text() == whole, fragment


def main():
    output = os.path.join(work, "ways")
    subprocess.run([program, "build", "--quiet", "--source", repository, "--output", output], check=True)
    base = serve(output)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for step in (keys, suggestions, recent, links, marks):
            page = patient(browser.new_context(viewport={"width": 1280, "height": 900}).new_page())
            problems = []
            page.on("console", lambda message: message.type == "error" and problems.append(message.text))
            page.on("pageerror", lambda error: problems.append(str(error)))
            step(page, base)
            assert not problems, (step.__name__, problems)
            page.context.close()
        browser.close()


main()
