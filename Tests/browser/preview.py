"""Drives the preview in Debian's Chromium as an editor would: saves files and watches the open page.

usage: preview.py PROGRAM SITE   (SITE is a copy that may be changed)
"""

import os
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

program, site = sys.argv[1:3]


def read(path):
    with open(os.path.join(site, path), encoding="utf-8") as file:
        return file.read()


def write(path, text):
    """Saves as editors do: a new file takes the place of the old one."""
    target = os.path.join(site, path)
    with open(target + ".tmp", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(target + ".tmp", target)


def start():
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--lang", "en"], cwd=site, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True)
    for line in process.stderr:
        found = re.search(r"Preview: (http://localhost:\d+)/", line)
        if found:
            return process, found.group(1)
    sys.exit("the preview did not start")


def main():
    process, base = start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 500})
            problems = []
            page.on("console", lambda message: note(message, problems))
            page.on("pageerror", lambda error: problems.append(str(error)))
            edit(page, base)
            assert not problems, problems
            browser.close()
    finally:
        process.terminate()
        process.wait(timeout=10)


def note(message, problems):
    # Browsers ask for an icon that the test's theme does not have.
    if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
        problems.append(message.text + " " + message.location["url"])


def edit(page, base):
    about = read("content/about.md")
    page.goto(base + "/qc/about/")
    page.locator("showcase-panel .badge").wait_for()

    write("content/about.md", about + "\n" + "\n\n".join(f"段落{number}。" for number in range(60)) + "\n")
    page.get_by_text("段落59。").wait_for()

    # The place on the page is kept.
    page.evaluate("scrollTo(0, 800)")
    place = page.evaluate("scrollY")
    assert place > 300, place
    write("content/about.md", read("content/about.md") + "\n\n最后一段。\n")
    page.get_by_text("最后一段。").wait_for()
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 50")

    template = read("themes/bare/templates/page.mustache")
    write("themes/bare/templates/page.mustache", template.replace("{{$main}}", "{{$main}}<p>模板改动</p>"))
    page.get_by_text("模板改动").wait_for()

    # A style sheet is exchanged without a reload.
    page.evaluate("window.isSamePage = true")
    names = [name for name in os.listdir(os.path.join(site, "themes/bare/assets")) if name.endswith(".css")]
    style = "themes/bare/assets/" + names[0]
    write(style, read(style) + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n")
    page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    assert page.evaluate("window.isSamePage") is True

    configuration = read("site.config")
    write("site.config", configuration.replace("title: 样例成果展示", "title: 改过的标题"))
    page.wait_for_function("document.title.includes('改过的标题')")

    # Findings come, with their place, and go when they are mended.
    write("content/about.md", about + "\n见[办法](rules/measure.md)。\n")
    page.locator("showcase-panel .badge.error").wait_for()
    page.locator("showcase-panel .badge").click()
    finding = page.locator("showcase-panel li.error")
    finding.wait_for()
    assert "content/about.md:" in finding.inner_text(), finding.inner_text()
    if len(sys.argv) > 3:
        page.screenshot(path=sys.argv[3])
    write("content/about.md", about)
    page.locator("showcase-panel li.error").wait_for(state="detached")

    # A mistake in the configuration keeps the site, with a banner.
    write("site.config", configuration.replace("base_url:", "base_ulr:"))
    page.locator("showcase-panel .banner").wait_for()
    assert page.get_by_role("heading", level=1).count() == 1
    write("site.config", configuration)
    page.locator("showcase-panel .banner").wait_for(state="detached")

    page.goto(base + "/qc/awards/2020/")
    roster = read("content/awards/2020/roster.csv")
    write("content/awards/2020/roster.csv", roster.replace("丙班组", "丙改班组"))
    page.get_by_text("丙改班组").first.wait_for()


main()
