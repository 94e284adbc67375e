"""Drives the preview in Debian's Chromium as an editor would: saves files and watches the open page.

usage: preview.py PROGRAM SITE   (SITE is a copy that may be changed)
"""

import os
import re
import subprocess
import sys
import threading

from playwright.sync_api import sync_playwright

from waiting import PATIENCE, patient, until

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


def start(port=0):
    process = subprocess.Popen(
        [program, "serve", "--port", str(port), "--lang", "en"], cwd=site, stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        found = re.search(r"Preview: (http://localhost:\d+)/", line)
        if found:
            # Nobody reads the rest, and a full pipe would stop the program.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found.group(1)
    sys.exit("the preview did not start")


def stop(process):
    process.terminate()
    process.wait(timeout=PATIENCE)


def main():
    process, base = start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            context = browser.new_context(viewport={"width": 1280, "height": 500})
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            problems = []
            page = watched(context, problems)
            edit(page, base)
            findings(page, base)
            broken_pages(page, base)
            desk(watched(context, problems), base)
            tabs(context, problems, base)
            assert not problems, problems
            # While the program is away, browsers note that it does not answer.
            process = restart(page, process, base)
            browser.close()
    finally:
        stop(process)


def watched(context, problems):
    page = patient(context.new_page())
    page.on("console", lambda message: note(message, problems))
    page.on("pageerror", lambda error: problems.append(str(error)))
    return page


def note(message, problems):
    # Browsers ask for an icon that the test's theme does not have, and for the picture that is missing on purpose.
    if message.type == "error" and not message.location["url"].endswith(("/favicon.ico", "/missing.png")):
        problems.append(message.text + " " + message.location["url"])


def edit(page, base):
    about = read("content/about.md")
    page.goto(base + "/qc/about/")
    page.locator("showcase-panel .badge").wait_for()

    write("content/about.md", about + "\n" + "\n\n".join(f"段落{number}。" for number in range(60)) + "\n")
    page.get_by_text("段落59。").wait_for()

    # The place on the page is kept, and what is unfolded.
    template = read("themes/bare/templates/page.mustache")
    folded = "{{$main}}<details><summary>一</summary>甲</details><details><summary>二</summary>乙</details>"
    write("themes/bare/templates/page.mustache", template.replace("{{$main}}", folded))
    page.get_by_text("二", exact=True).click()
    page.evaluate("scrollTo(0, 800)")
    place = page.evaluate("scrollY")
    assert place > 300, place
    write("content/about.md", read("content/about.md") + "\n\n最后一段。\n")
    page.get_by_text("最后一段。").wait_for()
    until(page, f"Math.abs(scrollY - {place}) < 50")
    until(page, "[...document.querySelectorAll('details')].map((item) => item.open).join() === 'false,true'")

    write("themes/bare/templates/page.mustache", template.replace("{{$main}}", "{{$main}}<p>模板改动</p>"))
    page.get_by_text("模板改动").wait_for()

    # A style sheet is exchanged without a reload.
    page.evaluate("window.isSamePage = true")
    names = [name for name in os.listdir(os.path.join(site, "themes/bare/assets")) if name.endswith(".css")]
    style = "themes/bare/assets/" + names[0]
    write(style, read(style) + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n")
    until(page, "getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    assert page.evaluate("window.isSamePage") is True

    configuration = read("site.config")
    write("site.config", configuration.replace("title: 样例成果展示", "title: 改过的标题"))
    until(page, "document.title.includes('改过的标题')")
    write("content/about.md", about)

    # A mistake in the configuration keeps the site, with a banner that says which.
    write("site.config", configuration.replace("base_url:", "base_ulr:"))
    banner = page.locator("showcase-panel .banner")
    banner.wait_for()
    assert "base_ulr" in banner.inner_text(), banner.inner_text()
    assert page.get_by_role("heading", level=1).count() == 1
    write("site.config", configuration)
    banner.wait_for(state="detached")

    # A mistake in a template is told with the template, its line and what stands there.
    write("themes/bare/templates/page.mustache", template.replace("{{$main}}", "{{$main}}{{page.titel}}"))
    banner.wait_for()
    row = page.locator("showcase-panel li.error").filter(has_text="page.mustache")
    if not row.count():
        page.locator("showcase-panel .badge").click()
        page.locator("showcase-panel").get_by_text("Whole site").click()
    row.wait_for()
    assert re.search(r"themes/bare/templates/page.mustache:\d+:\d+", row.inner_text()), row.inner_text()
    assert "{{page.titel}}" in row.inner_text() and "^" in row.inner_text(), row.inner_text()
    write("themes/bare/templates/page.mustache", template)
    banner.wait_for(state="detached")
    page.locator("showcase-panel").get_by_text("This page").click()

    page.goto(base + "/qc/awards/2020/")
    roster = read("content/awards/2020/roster.csv")
    write("content/awards/2020/roster.csv", roster.replace("丙班组", "丙改班组"))
    page.get_by_text("丙改班组").first.wait_for()
    write("content/awards/2020/roster.csv", roster)
    # A reload that is still to come would end what the next steps begin.
    page.get_by_text("丙改班组").first.wait_for(state="detached")


def findings(page, base):
    """Findings come with their place, can be chosen and copied, are marked on the page, and go when they are mended."""
    about = read("content/about.md")
    page.goto(base + "/qc/about/")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    page.locator("showcase-panel .badge").wait_for()
    assert not page.locator("showcase-panel .panel").count()
    write("content/about.md", about + "\n见[办法](rules/measure.md)，<b>粗</b>。\n\n![图](missing.png)\n")
    # It opens itself where the page has errors.
    errors = page.locator("showcase-panel li.error")
    errors.nth(1).wait_for()
    warnings = page.locator("showcase-panel li.warning")
    text = errors.first.inner_text()
    assert "content/about.md:" in text and "rules/measure.md" in text and "^^^" in text, text

    assert page.locator('a[data-showcase-mark="error"]').inner_text() == "办法"
    assert page.locator('img[data-showcase-mark="error"]').get_attribute("src") == "missing.png"
    until(page, "[...CSS.highlights.get('showcase-warning') ?? []].join() === '<b>'")

    panel = page.locator("showcase-panel")
    choose = lambda name: panel.get_by_role("button", name=re.compile("^" + name)).click()
    choose("errors")
    assert errors.count() == 2 and warnings.count() == 0
    choose("warnings")
    assert errors.count() == 0 and warnings.count() == 1
    choose("Whole site")
    assert warnings.count() > 2 and errors.count() == 0, warnings.count()
    choose("All")
    choose("This page")
    assert errors.count() == 2 and warnings.count() == 1
    place = errors.first.locator(".place")
    name = place.inner_text()
    place.click()
    panel.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == name
    assert re.fullmatch(r"content/about.md:\d+:\d+", name), name
    if len(sys.argv) > 3:
        page.screenshot(path=sys.argv[3])
    write("content/about.md", about)
    errors.first.wait_for(state="detached")
    assert not page.locator("[data-showcase-mark]").count()
    # What opened itself closes itself; what a person opens stays until a person closes it.
    assert not page.locator("showcase-panel .panel").count()
    page.locator("showcase-panel .badge").click()
    page.locator("showcase-panel .panel").wait_for()
    choose("Close")
    assert not page.locator("showcase-panel .panel").count()


def broken_pages(page, base):
    """A page with a broken field is shown, with what is wrong above it, as long as it is wrong."""
    about = read("content/about.md")
    page.goto(base + "/qc/about/")
    title = page.get_by_role("heading", level=1).inner_text()
    write("content/about.md", re.sub(r"(?m)^(title|标题):", "titel:", about) + "\n\n还在的正文。\n")
    page.get_by_text("还在的正文。").wait_for()
    above = page.locator("showcase-note li")
    above.wait_for()
    assert "titel" in above.inner_text() and "content/about.md:" in above.inner_text(), above.inner_text()
    assert page.get_by_role("heading", level=1).inner_text() == title
    write("content/about.md", about)
    above.wait_for(state="detached")


def desk(page, base):
    """The desk follows the checks without a reload, and leads to the data of a page."""
    page.goto(base + "/_showcase/check/")
    page.get_by_text("All checks are done.").wait_for()
    lonely = page.locator("#drafts").get_by_text("content/lonely.md")
    assert not lonely.count()
    write("content/lonely.md", "---\ntitle: 没人链接\n---\n\n文字。\n")
    lonely.first.wait_for()
    page.get_by_text("no way in").first.wait_for()
    page.evaluate("navigator.clipboard.writeText('')")
    lonely.first.click()
    page.locator("#drafts").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "content/lonely.md"
    page.locator('a[href="/_showcase/view/lonely/"]').click()
    page.get_by_text("page.mustache").wait_for()
    assert page.locator("q").get_by_text("没人链接").count()
    page.close()
    os.remove(os.path.join(site, "content/lonely.md"))


def tabs(context, problems, base):
    """Every open page follows, whatever it shows."""
    addresses = ["/qc/about/", "/qc/", "/qc/awards/2020/", "/qc/practices/", "/_showcase/check/"]
    pages = [watched(context, problems) for _ in addresses]
    for page, address in zip(pages, addresses):
        page.goto(base + address)
        page.locator("showcase-panel .badge").wait_for()
    configuration = read("site.config")
    write("site.config", configuration.replace("title: 样例成果展示", "title: 每页都有"))
    for page in pages:
        until(page, "document.documentElement.textContent.includes('每页都有')")
    write("site.config", configuration)
    for page in pages:
        until(page, "document.documentElement.textContent.includes('样例成果展示')")
        page.close()


def restart(page, process, base):
    """An open page says that the preview has ended, and follows the next one at the same address."""
    about = read("content/about.md")
    page.goto(base + "/qc/about/")
    page.locator("showcase-panel .badge").wait_for()
    stop(process)
    page.locator("showcase-panel .offline").wait_for()
    write("content/about.md", about + "\n\n停下时改的。\n")
    process, again = start(int(base.rsplit(":", 1)[1]))
    assert again == base
    try:
        page.get_by_text("停下时改的。").wait_for()
        page.locator("showcase-panel .offline").wait_for(state="detached")
        write("content/about.md", about + "\n\n重新启动后改的。\n")
        page.get_by_text("重新启动后改的。").wait_for()
    except BaseException:
        stop(process)
        raise
    return process


main()
