"""Does what people do on a built site: filters and sorts a list, passes the address on, looks a team up, goes by
keyboard, copies a table, prints.

usage: paths.py OUTPUT [BASE_PATH]
"""

import os
import re
import subprocess
import sys
import tempfile
import traceback
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import sync_playwright

from site_server import serve
from waiting import patient

output = sys.argv[1]
base_path = sys.argv[2] if len(sys.argv) > 2 else "/"
site = serve(output, base_path)


def shown(page):
    return page.locator("table.teams tbody tr:not(.group-row):visible").count()


def query(page):
    # The page's own word: the driver hears of `replaceState` a little later.
    return {name: values[0] for name, values in parse_qs(page.evaluate("location.search.slice(1)")).items()}


def filters(page):
    page.goto(site + "awards/2020/")
    everything = shown(page)
    assert everything > 90, everything

    # By text, as it is typed: a word in a team's, an enterprise's or a province's name.
    page.get_by_role("searchbox", name="筛选名单").press_sequentially("浙江 盾构")
    assert shown(page) == 1, shown(page)
    assert "运河盾构掘进班组" in page.locator("table.teams").inner_text()
    assert page.get_by_role("status").inner_text() == f"显示1个，共{everything}个"
    assert query(page) == {"q": "浙江 盾构"}, query(page)
    page.get_by_role("button", name="清除条件").click()
    page.wait_for_function("!location.search")
    assert shown(page) == everything

    # By province, honour and method; what is chosen comes back with the address, and on the way back.
    page.get_by_role("combobox", name="省份").select_option("浙江")
    in_zhejiang = shown(page)
    assert 1 < in_zhejiang < 20, in_zhejiang
    page.get_by_role("combobox", name="其他荣誉").select_option(index=1)
    honored = shown(page)
    assert 1 <= honored < in_zhejiang, honored
    address = page.evaluate("location.href")
    page.goto(site + "about/")
    page.go_back()
    assert shown(page) == honored, "the way back forgets"
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == honored, "the address forgets"
    assert page.get_by_role("combobox", name="省份").input_value() == "浙江"

    page.goto(site + "awards/2020/?method=" + "QC小组")
    by_method = shown(page)
    assert 1 <= by_method < 20, by_method
    page.goto(site + "awards/2020/")
    page.get_by_role("combobox", name="企业").select_option(index=3)
    assert shown(page) >= 1 and shown(page) < 5
    # What a wrong address asks for is not there: everything is shown.
    page.goto(site + "awards/2020/?province=x&group=%E6%97%A0&sort=y")
    assert shown(page) == everything

    # Nothing matches: the table says so by its number, and what to do.
    columns = page.locator("table.teams thead tr:last-child th")
    lefts = columns.evaluate_all("cells => cells.map(cell => cell.offsetLeft)")
    page.get_by_role("searchbox", name="筛选名单").fill("隧道")
    assert shown(page) > 0
    # The columns stay where they were.
    assert columns.evaluate_all("cells => cells.map(cell => cell.offsetLeft)") == lefts
    # Traditional characters and full width find the same.
    page.get_by_role("searchbox", name="筛选名单").fill("運河盾構")
    page.get_by_role("link", name="运河盾构掘进班组").first.wait_for()
    assert shown(page) == 1
    page.get_by_role("searchbox", name="筛选名单").fill("没有这个班组")
    assert shown(page) == 0
    status = page.get_by_role("status").inner_text()
    assert status == f"显示0个，共{everything}个。请减少条件，或换一个词。", status


def sorting(page):
    page.goto(site + "awards/2020/")
    everything = shown(page)
    header = page.locator("table.teams thead").get_by_role("button", name="企业")
    header.focus()
    page.keyboard.press("Enter")
    assert query(page) == {"sort": "enterprise"}, query(page)
    assert page.locator("th[aria-sort=ascending]").inner_text().strip().startswith("企业")
    assert page.locator(".group-row:visible").count() == 0
    names = page.locator("table.teams tbody tr:visible td:nth-child(3)").all_inner_texts()
    assert len(names) == everything
    # By pinyin: 安徽 (anhui) before 北京 (beijing) before 浙江 (zhejiang).
    first = {place: next(i for i, name in enumerate(names) if name.startswith(place)) for place in ("安徽", "北京", "浙江")}
    assert first["安徽"] < first["北京"] < first["浙江"], first
    assert page.locator("table.teams tbody tr:visible").first.locator("td").last.inner_text() != ""
    page.keyboard.press("Enter")
    assert query(page) == {"sort": "-enterprise"}
    assert page.locator("table.teams tbody tr:visible td:nth-child(3)").all_inner_texts()[0] == names[-1]
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.locator("table.teams thead").get_by_role("button", name="序号").click()
    assert query(page) == {}, query(page)
    assert page.locator(".group-row:visible").count() > 20


def without_script(page):
    """The same lists by links alone."""
    page.goto(site + "awards/2020/")
    page.get_by_role("navigation", name="省份").get_by_role("link", name=re.compile("^浙江")).click()
    assert page.url == site + "awards/2020/zhejiang/", page.url
    assert shown(page) == 7, shown(page)
    page.goto(site + "awards/2020/")
    page.locator(".figures a").first.click()
    assert page.url.endswith("#honors")
    page.get_by_role("link", name="按工具方法查看").click()
    page.get_by_role("link", name=re.compile("^QC小组")).click()
    assert page.locator("main li").count() > 3
    # A visitor asks whether a team is listed: the page leads to the lists.
    page.goto(site)
    page.get_by_label("查询一个班组是否在名单中").fill("盾构")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlparse(url).path == base_path + "verify/")
    assert page.locator("main a[href*='/awards/']").count() >= 3


def keyboard(page):
    page.goto(site + "awards/2020/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "跳到正文" and skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    # Everything that takes the focus shows it.
    page.goto(site)
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => {
            const element = document.activeElement;
            if (element === document.body) return null;
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            return {name: element.outerHTML.slice(0, 80), outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
                    isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight};
        }""")
        if state is None:
            break
        seen += 1
        assert state["outline"] != "none" and state["width"] >= 2, state
        assert state["isSeen"], state
    assert seen > 30, seen


def copying(page):
    """What a person marks and pastes into WPS comes as a table with its columns."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + "awards/2020/zhejiang/")
    html, text = page.evaluate("""async () => {
        const table = document.querySelector('table.teams');
        getSelection().selectAllChildren(table.parentElement);
        document.execCommand('copy');
        const item = (await navigator.clipboard.read())[0];
        const read = async type => (await item.getType(type)).text();
        return [await read('text/html'), await read('text/plain')];
    }""")
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    assert all(len(row) == 5 for row in rows), [row for row in rows if len(row) != 5][:3]
    assert page.locator("table.teams .mark").count() > 0 and "成果材料" not in text, text
    assert len(rows) == 8 and rows[0][:3] == ["序号", "班组", "企业"], rows[0]
    assert "<table" in html and html.count("<tr") == 9, html.count("<tr")


def phone(page):
    """A withdrawn title is seen as such on a phone, with its day, without scrolling the table."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + "awards/2020/henan/")
    mark = page.locator("tr.is-withdrawn th .state-withdrawn")
    assert mark.inner_text() == "已撤销"
    edge = page.locator(".table-scroll").bounding_box()
    for element in (mark, page.locator("tr.is-withdrawn th time")):
        box = element.bounding_box()
        assert box["x"] + box["width"] <= edge["x"] + edge["width"], (box, edge)
    page.set_viewport_size({"width": 1280, "height": 844})
    assert mark.is_hidden()
    assert page.locator("tr.is-withdrawn td .state-withdrawn").is_visible()


def printing(page):
    """A list as A4: its head on each page with state and date, page numbers, no navigation; a write-up with its links."""
    def pdf(url):
        page.goto(site + url)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.pdf")
            page.pdf(path=path, prefer_css_page_size=True)
            sizes = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
            assert re.search(r"Page size:\s+59[45]\.\d+ x 84[12]", sizes), sizes
            text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        return text.rstrip("\f").split("\f")

    sheets = pdf("awards/2021/")
    assert 3 <= len(sheets) <= 8, len(sheets)
    for number, sheet in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in sheet.replace(" ", ""), (number, sheet[-200:])
    lists = [sheet for sheet in sheets if len(re.findall(r"市政协会|自荐", sheet)) > 5]
    assert len(lists) >= 3, len(lists)
    for sheet in lists:
        flat = sheet.replace(" ", "")
        assert "序号" in flat and "推荐单位" in flat, sheet[:400]
        assert "状态：公示中" in flat and "内容截至2021年11月18日" in flat, sheet[:400]
    assert "申报指南" not in sheets[0] and "筛选" not in sheets[0], sheets[0]

    # A list that is filtered says so, on every page.
    assert "按条件筛选" not in "".join(sheets)
    filtered = pdf("awards/2021/?q=隧道")
    flat = "".join(filtered).replace(" ", "")
    assert "按条件筛选：隧道·显示4个，共88个" in flat, flat[:900]
    assert flat.count("按条件筛选") == 1 + sum("序号" in sheet.replace(" ", "") for sheet in filtered)

    pages_of_report = pdf("awards/2020/zj-003/")
    report = "".join(pages_of_report)
    # Whole addresses: paper has no site around it.
    assert re.search(r"（https?://[^）]*/(rules|practices|awards)/", report), "link targets are missing"
    assert not re.search(r"（\.?\.?/", report), "link targets are no whole addresses"
    assert len(pages_of_report[-1].split()) > 12, f"the last page holds nothing but {pages_of_report[-1].split()}"
    assert "跳到正文" not in report
    form = "".join(pdf("forms/application-form/"))
    assert "申报指南" not in form and "目录" not in form


def verify(page):
    page.goto(site)
    page.get_by_label("查询一个班组是否在名单中").fill("运河盾构")
    page.get_by_role("button", name="查询").click()
    page.get_by_role("link", name="运河盾构掘进班组").first.wait_for()
    page.get_by_role("link", name="运河盾构掘进班组").first.click()
    assert page.url.split("#")[0] == site + "awards/2020/zj-003/", page.url
    assert "有效" in page.locator(".standing").inner_text()


def pictures(page):
    """A picture has a name, a description and its numbers in a table; its links work."""
    page.goto(site + "provinces/")
    page.locator("svg.tiles").get_by_role("link", name="浙江 12").click()
    assert page.url == site + "provinces/zhejiang/", page.url
    for url in ("", "provinces/", "awards/", "practices/", "awards/2020/zj-003/"):
        page.goto(site + url)
        for picture in page.locator("main svg").all():
            title = picture.locator("> title").inner_html()
            description = picture.locator("> desc").inner_html()
            assert len(title) > 3 and len(description) > 10, url
    page.goto(site)
    page.get_by_text("以表格显示").click()
    assert page.get_by_role("table", name="各省级行政区授予称号的班组数").locator("tbody tr").count() == 34
    page.goto(site + "practices/")
    page.get_by_text("以表格显示").click()
    table = page.get_by_role("table", name="最佳实践对评价项目和建设领域的覆盖")
    assert table.locator("tbody tr").count() == 5 and table.locator("thead th").count() == 7


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    failures = 0
    paths = (filters, sorting, without_script, keyboard, copying, phone, printing, verify, pictures)
    for path in paths:
        context = browser.new_context(
            viewport={"width": 1280, "height": 844}, reduced_motion="reduce",
            java_script_enabled=path is not without_script)
        page = patient(context.new_page())
        problems = []
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        try:
            path(page)
            assert not problems, problems
        except Exception as error:
            failures += 1
            line = traceback.extract_tb(error.__traceback__)[1].lineno
            print(f"{path.__name__}, line {line}: {type(error).__name__} {error}", flush=True)
        context.close()
    browser.close()
print(f"{len(paths)} paths gone: {failures} failed")
sys.exit(1 if failures else 0)
