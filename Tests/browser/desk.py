"""Works at the editor's desk in Debian's Chromium as an editor would: with mouse and keys alone, from a new site on.

usage: desk.py PROGRAM FOLDER SAMPLE [PICTURES]
(FOLDER is empty and may be filled; SAMPLE is a site whose copy is looked at; PICTURES is where pictures of the screens go)
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import threading

import axe_playwright_python
from playwright.sync_api import sync_playwright

from waiting import PATIENCE, patient, until, until_true

program, folder, sample = sys.argv[1:4]
pictures = sys.argv[4] if len(sys.argv) > 4 else None
AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CLIENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/Desk/Client")
# All scripts and styles of the desk together, compressed.
GREATEST_CLIENT = 120_000
problems = []
ASSOCIATION = "浙江省城镇基础设施联合会"


def start(site):
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--lang", "zh"], cwd=site, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        found = re.search(r"(http://localhost:\d+)/", line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found.group(1) + "/_showcase/"
    sys.exit("the preview did not start")


def stop(process):
    process.terminate()
    process.wait(timeout=PATIENCE)


def note(message):
    # A conflict is an answer, not a fault; browsers ask for an icon by themselves.
    if message.type == "error" and "favicon" not in message.location["url"] and "status of 409" not in message.text:
        problems.append(message.text + " " + message.location["url"])


def opened(context):
    page = patient(context.new_page())
    page.on("console", note)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def text(page):
    return page.evaluate("document.querySelector('.CodeMirror')?.CodeMirror.getValue() ?? document.querySelector('textarea.plain').value")


def saved(page):
    page.keyboard.press("Control+s")
    page.locator(".saved", has_text="已保存").wait_for()


def read(path):
    with open(os.path.join(folder, path), encoding="utf-8") as file:
        return file.read()


def editor(page):
    return page.locator(".editor")


def picture(page, name):
    if pictures:
        page.screenshot(path=os.path.join(pictures, name + ".png"))


def pure(page):
    """What the modules work out without a page."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "desk_pure.js"), encoding="utf-8") as file:
        problems.extend(page.evaluate(file.read().split("\n", 1)[1]))


# MARK: A year's beginning


def begin(page, base):
    """A new site; the first thing that is written is a notice with a table, a link and a photo."""
    page.goto(base + "content")
    page.get_by_role("button", name="新建", exact=True).click()
    page.get_by_role("textbox", name="姓名").fill("王编辑")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="新建")
    dialog.get_by_role("combobox", name="类别").select_option("notice")
    dialog.get_by_role("textbox", name="标题").fill("关于开展培训的通知")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit?**")
    path = re.search(r"path=([^&]+)", page.url).group(1).replace("%2F", "/")
    assert os.path.isfile(os.path.join(folder, path)), path
    editor(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("各单位：")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="表格", exact=True).click()
    for cell in ("省份", "时间", "地点"):
        page.keyboard.type(cell)
        page.keyboard.press("Tab")
    for cell in ("浙江", "5月", "杭州"):
        page.keyboard.type(cell)
        page.keyboard.press("Tab")
    page.get_by_role("dialog").get_by_role("button", name="删这一行").click()
    page.get_by_role("dialog").get_by_role("button", name="插入").click()
    page.get_by_role("dialog").wait_for(state="detached")
    table = "| 省份 | 时间 | 地点 |\n| --- | --- | --- |\n| 浙江 | 5月 | 杭州 |"
    until_true(page, lambda: table in text(page), "the table stands in the text")

    page.keyboard.type("请看")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="链接到").wait_for()
    page.keyboard.type("管理办法")
    # Until what is offered is what was asked for to its end.
    until(page, "document.querySelector('[role=listbox]:not([hidden]) [role=option]')?.textContent.includes('管理办法')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="detached")
    until_true(page, lambda: re.search(r"请看\[[^\]]+\]\(\.\./[\w/-]+\.md\)", text(page)), "the link stands in the text")

    # What is typed is seen beside it, before it is saved.
    shown = page.frame_locator("iframe.shown")
    shown.locator("td", has_text="杭州").wait_for()
    photo(page, shown)
    saved(page)
    assert "| 浙江 | 5月 | 杭州 |" in read(path), read(path)
    return path


def photo(page, shown):
    page.keyboard.press("Control+End")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="照片", exact=True).click()
    chooser.value.set_files(os.path.join(sample, "content/practices/gallery-support-jig/gallery.jpg"))
    page.get_by_role("textbox", name="照片上是什么").fill("管廊里的支架")
    page.get_by_role("dialog").get_by_role("button", name="插入").click()
    page.get_by_role("dialog").wait_for(state="detached")
    until(page, "document.querySelector('.said')?.textContent.startsWith('已添加')")
    until_true(page, lambda: "![管廊里的支架](" in text(page), "the photo stands in the text")
    shown.locator("img[alt='管廊里的支架']").wait_for()


def fields(page, path):
    """Fields are filled as people write them; nothing else of the file changes."""
    before = read(path)
    page.get_by_role("tab", name=re.compile("填写项")).click()
    day = page.get_by_role("textbox", name="日期")
    day.fill("2026年3月5日")
    page.get_by_role("textbox", name="摘要").fill("培训在杭州举行，请各单位按时报名，名额有限，报满即止；具体时间和地点见正文里的表格。")
    saved(page)
    after = read(path)
    assert "2026-03-05" in after, after
    body = after.index("各单位：")
    assert after[body:] == before[before.index("各单位："):], after
    # Without a change there is nothing to save.
    assert page.get_by_role("button", name="保存", exact=True).is_disabled()
    return after


def mend(page, path):
    """A finding under its words is mended by its button."""
    page.get_by_role("tab", name=re.compile("正文")).click()
    editor(page).click()
    page.keyboard.press("Control+Home")
    for _ in range(10):
        for line in ("1.报名", "2.报到", ""):
            page.keyboard.type(line)
            page.keyboard.press("Enter")
    buttons = page.locator(".findings.list .finding").get_by_role("button", name=re.compile("^改为"))
    until_true(page, lambda: buttons.count() >= 10, "ten findings have buttons")
    picture(page, "edit")
    while count := buttons.count():
        before = text(page)
        buttons.first.click()
        until_true(page, lambda: text(page) != before and buttons.count() < count, "a finding is mended")
    saved(page)
    assert text(page).strip() in read(path) and read(path).count("1. 报名") == 10, read(path)


def practice(page, base):
    """A practice is begun by its title alone, and its team picked by name."""
    page.goto(base + "content")
    page.get_by_role("button", name="新建", exact=True).click()
    dialog = page.get_by_role("dialog", name="新建")
    dialog.get_by_role("combobox", name="类别").select_option("practice")
    dialog.get_by_role("textbox", name="标题").fill("雨污分流井的快速复核")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit?**")
    path = re.search(r"path=([^&]+)", page.url).group(1).replace("%2F", "/")
    page.get_by_role("tab", name=re.compile("填写项")).click()
    teams = page.get_by_role("combobox", name=re.compile("来源班组"))
    teams.click()
    page.keyboard.type("改名")
    until(page, "document.querySelector('[role=listbox]:not([hidden]) [role=option]')?.textContent.includes('改名班组')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".picked li", has_text="改名班组").wait_for()
    saved(page)
    assert re.search(r"2\d{3}/zj-001", read(path)), read(path)


def compose(page, context):
    """An input method composes undisturbed: nothing is tried before the words stand."""
    asked = []
    page.on("request", lambda request: asked.append(request.post_data) if "api/try" in request.url else None)
    editor(page).click()
    page.keyboard.press("Control+End")
    protocol = context.new_cdp_session(page)
    for letters in ("q", "qz", "qzx", "qzxj", "qzxjp"):
        protocol.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
        page.wait_for_timeout(120)
    # What was typed before may still be tried; nothing of what is being composed is.
    assert not [tried for tried in asked if "qzx" in tried], asked
    asked.clear()
    protocol.send("Input.insertText", {"text": "培训"})
    until_true(page, lambda: asked, "the text is tried")
    assert text(page).rstrip().endswith("培训"), text(page)
    page.keyboard.press("Control+z")


def paste(page):
    """A text of Word keeps its list, table and bold words; what it loses is said."""
    word = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p {color: red}</style></head><body><!--StartFragment-->
        <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]><b>甲</b></p>
        <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>乙</p>
        <table><tr><td colspan=2 style="color:red">数量</td></tr><tr><td>1</td><td onclick="x()">2|3</td></tr></table><p><u>丙</u></p><!--EndFragment--></body></html>"""
    before = text(page)
    editor(page).click()
    page.keyboard.press("Control+End")
    page.evaluate("""html => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        data.setData("text/plain", "甲 乙");
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""", word)
    page.locator(".notice", has_text="下划线没有保留").wait_for()
    until_true(page, lambda: "丙" in text(page), "what was pasted stands in the text")
    assert "- **甲**\n- 乙\n\n| 数量 |  |\n| --- | --- |\n| 1 | 2\\|3 |\n\n丙" in text(page), text(page)
    page.keyboard.press("Control+z")
    assert text(page) == before, text(page)
    page.get_by_role("button", name="知道了").click()


def crash(page, path):
    """What was not saved is offered again, and two versions are shown where the file went on."""
    editor(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("没有保存的话。")
    until(page, "Object.values({ ...localStorage }).some((kept) => kept.includes('没有保存的话。'))")
    page.reload()
    page.get_by_role("button", name="接着写").click()
    until_true(page, lambda: "没有保存的话。" in text(page), "what was not saved is back")
    with open(os.path.join(folder, path), "a", encoding="utf-8") as file:
        file.write("\n别处写的话。\n")
    page.locator(".notice", has_text="别处").wait_for()
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog", name="这个文件在别处改过")
    dialog.wait_for()
    assert "别处写的话。" in dialog.inner_text() and "没有保存的话。" in dialog.inner_text()
    join = dialog.get_by_role("button", name="合在一起")
    if join.count():
        join.click()
        page.locator(".saved", has_text="已保存").wait_for()
        assert "别处写的话。" in read(path) and "没有保存的话。" in read(path)
    else:
        dialog.get_by_role("button", name="用文件里的").click()
        dialog.wait_for(state="detached")
        until(page, "document.querySelector('.editor').textContent.includes('别处写的话。')")


def roster(page, base):
    """A block of a spreadsheet becomes rows of the year's list, by the names of its columns."""
    page.goto(base + "list")
    page.locator("[role=columnheader]").nth(1).wait_for()
    rows = [["班组名称", "编号", "企业名称", "省份", "申报方式", "推荐单位", "班组人数"]] + [
        [f"第{number}班组", f"zj-{number:03}", "浙江越溪市政有限公司", "浙江", *(["推荐", ASSOCIATION] if number < 4 else ["自荐", ""]), str(number)]
        for number in range(1, 61)]
    page.locator(".sheet").click(position={"x": 100, "y": 60})
    page.evaluate("""text => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""", "\n".join("\t".join(row) for row in rows))
    until(page, "document.querySelector('.said')?.textContent.includes('60 行')")
    page.keyboard.press("Control+Home")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("改名班组")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    picture(page, "list")
    page.keyboard.press("Control+s")
    until(page, "document.querySelector('.said')?.textContent === '已保存。'")
    year = re.search(r"(\d{4})年度", page.get_by_role("heading", level=1).inner_text()).group(1)
    path = f"content/awards/{year}/roster.csv"
    written = read(path)
    assert "改名班组" in written and "zj-060" in written, written
    assert written.count(ASSOCIATION) == 3, written
    # The association that nobody has listed is added by the finding's button, and the findings go.
    button = page.locator(".findings.list .finding").get_by_role("button", name=re.compile("加到协会里"))
    button.first.click()
    until_true(page, lambda: ASSOCIATION in read("content/associations.yaml"), "the association is listed")
    button.first.wait_for(state="detached")
    assert read(path) == written
    return path


def take_back_roster(page, base, path):
    """The change of the list is taken back, and nothing else."""
    page.goto(base + "history?path=" + path)
    page.locator("summary").first.click()
    page.get_by_role("button", name=re.compile("^撤回这次修改")).first.click()
    page.get_by_role("dialog").get_by_role("button", name="就这样做").click()
    page.locator(".chip", has_text="已撤回").first.wait_for()
    assert "zj-060" not in read(path) and ASSOCIATION in read("content/associations.yaml")


def restore(page, base, path):
    """One change of a file is taken back, and the file put back as it was in the beginning."""
    page.goto(base + "history?path=" + path)
    page.locator("summary").first.click()
    page.locator(".side").first.wait_for()
    picture(page, "history")
    before = read(path)
    page.get_by_role("button", name=re.compile("^撤回这次修改")).first.click()
    page.get_by_role("dialog").get_by_role("button", name="就这样做").click()
    page.locator(".chip", has_text="已撤回").first.wait_for()
    assert read(path) != before, before
    first = page.locator(".changes > li").last
    first.locator("summary").click()
    first.get_by_role("button", name=re.compile("^把这个文件恢复到这时")).click()
    page.get_by_role("dialog").get_by_role("button", name="就这样做").click()
    until_true(page, lambda: "杭州" not in read(path), "the file is as it was in the beginning")


# MARK: Every screen


def screens(browser, base):
    """No screen has a fault that axe-core finds, in both schemes and at both widths, or scrolls sideways."""
    addresses = {
        "today": "", "content": "content", "edit": "edit?path=content/awards/2020/zj-003/index.md", "list": "list?year=2021",
        "associations": "list?path=content/associations.yaml", "history": "history",
    }
    ready = {"today": ".today section", "content": ".items li", "edit": "iframe.shown", "list": "[role=gridcell]",
             "associations": "[role=gridcell]", "history": ".changes, .empty:not([hidden])"}
    for width in (1280, 390):
        context = browser.new_context(viewport={"width": width, "height": 844})
        page = opened(context)
        for name, address in addresses.items():
            page.goto(base + address)
            page.locator(ready[name] if width == 1280 or name != "edit" else ".editor").first.wait_for()
            if width == 1280 and name == "today":
                picture(page, "today")
            for tab in range(page.get_by_role("tab").count() or 1):
                if page.get_by_role("tab").count():
                    if not page.get_by_role("tab").nth(tab).is_visible():
                        continue
                    page.get_by_role("tab").nth(tab).click()
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme=scheme)
                    page.wait_for_timeout(100)
                    look(page, f"{name} {tab} {width} {scheme}")
        context.close()


def look(page, name):
    if page.evaluate("typeof axe") != "object":
        page.evaluate(AXE + ";0")
    # The page beside the text is looked at as a page of the site, by the tests of those.
    result = page.evaluate("""tags => axe.run({ exclude: ["iframe"] },
        { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false })""", TAGS)
    for violation in result["violations"]:
        problems.append(f"{name}: axe {violation['id']} {violation['nodes'][0]['target']} {violation['nodes'][0].get('failureSummary', '')}")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        problems.append(f"{name}: {wide} px too wide")


def weigh():
    files = [os.path.join(CLIENT, name) for name in os.listdir(CLIENT)]
    size = 0
    for path in files:
        with open(path, "rb") as file:
            size += len(gzip.compress(file.read(), 9))
    if size > GREATEST_CLIENT:
        problems.append(f"the desk's files have {size} bytes, compressed")


def main():
    weigh()
    subprocess.run([program, "new", "site", folder], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process, base = start(folder)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            context = browser.new_context(viewport={"width": 1280, "height": 844})
            page = opened(context)
            path = begin(page, base)
            pure(page)
            fields(page, path)
            mend(page, path)
            compose(page, context)
            paste(page)
            crash(page, path)
            team_list = roster(page, base)
            practice(page, base)
            take_back_roster(page, base, team_list)
            restore(page, base, path)
            context.close()
            browser.close()
    finally:
        stop(process)
    copy = os.path.join(os.path.dirname(folder), "sample")
    for name in ("content", "themes"):
        shutil.copytree(os.path.join(sample, name), os.path.join(copy, name))
    shutil.copy(os.path.join(sample, "site.config"), copy)
    process, base = start(copy)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            screens(browser, base)
            browser.close()
    finally:
        stop(process)
    assert not problems, "\n".join(problems)


main()
