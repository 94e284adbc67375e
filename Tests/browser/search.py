"""Searches built sites in Debian's Chromium as a reader would, under a base path and a strict policy.

usage: search.py PROGRAM SMALL LARGE WORK [SCREENSHOTS]

SMALL is the repository's site, whose texts are in one file; LARGE one of Benchmarks/generate.py, whose index has parts.
"""

import csv
import functools
import glob
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from waiting import patient

program, small, large, work = sys.argv[1:5]
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below /qc/ and notes what is asked for."""

    asked = []

    def translate_path(self, path):
        assert path.startswith("/qc/"), path
        return super().translate_path(path[len("/qc"):])

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_request(self, code="-", size="-"):
        Handler.asked.append((self.path, code))

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A page that was left while its files came."""


def built(site, name):
    output = os.path.join(work, name)
    subprocess.run(
        [program, "build", "--quiet", "--source", site, "--output", output, "--base-url", "https://example.org/qc/"],
        check=True)
    return output


def with_page(site, name, text):
    """A copy of a site with one more page."""
    copy = os.path.join(work, name + "-site")
    for part in ("content", "themes"):
        shutil.copytree(os.path.join(site, part), os.path.join(copy, part))
    shutil.copy(os.path.join(site, "site.config"), copy)
    with open(os.path.join(copy, "content/signs.md"), "w", encoding="utf-8") as file:
        file.write(text)
    return copy


def serve(folder):
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/qc"


def wait(page, selector, text):
    page.wait_for_function(
        "([selector, text]) => document.querySelector(selector)?.textContent.includes(text)", arg=[selector, text])


def titles(page):
    return page.locator(".results a").all_inner_texts()


def near(page):
    return page.locator(".near a").all_inner_texts()


def found(page):
    return int(re.search(r"\d+", page.locator("output").inner_text()).group())


def typing(page, base):
    page.goto(base + "/search/")
    assert page.locator("fieldset").is_hidden()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("返修率", delay=5)
    wait(page, "output", "找到")
    assert found(page) >= len(titles(page)) > 0
    assert "q=" in page.url
    assert page.locator(".results mark").first.inner_text() == "返修率"
    # Every result has the text, on the page it leads to.
    for link in page.locator(".results a").all()[:3]:
        address = link.get_attribute("href")
        assert address.startswith("/qc/"), address
        assert "返修率" in page.request.get(base.removesuffix("/qc") + address).text()

    # Traditional characters, full width, capitals.
    for text, mark in [("質量", "质量"), ("ＱＣ", "QC"), ("pdc", "PDC")]:
        page.goto(f"{base}/search/?q={text}")
        wait(page, "output", "找到")
        assert mark in page.locator(".results mark").all_inner_texts(), (text, titles(page))
    page.goto(base + "/search/?q=" + "查无此词")
    wait(page, "output", "没有找到")
    assert titles(page) == []


def wholes(page, base, site, output):
    """What is the whole name of a page, a team or an enterprise comes before what only holds it."""
    teams, enterprises, names = set(), set(), []
    for roster in glob.glob(os.path.join(site, "content/awards/*/roster.csv")):
        with open(roster, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                teams.add(row.get("team") or row["班组名称"])
                enterprises.add(row.get("enterprise") or row["企业名称"])
    # 照明工程 is in the names of many enterprises that are newer than the page of these works.
    for path in glob.glob(os.path.join(output, "practices/works/*/index.html")):
        with open(path, encoding="utf-8") as file:
            names.append(re.search("<h1>(.*)</h1>", file.read()).group(1).replace("<wbr>", "").split("：")[1])
    assert len(names) > 5
    for name in sorted(names) + sorted(teams)[:2] + sorted(enterprises)[:2]:
        page.goto(f"{base}/search/?" + urlencode({"q": name}))
        wait(page, "output", "找到")
        first = page.locator(".results li").first
        assert name in (first.locator("a").inner_text(), *first.locator("p").first.inner_text().split(" · ")), (
            name, titles(page))
        page.goto("about:blank")


def composing(page, base):
    """While an input method composes, nothing is searched."""
    page.goto(base + "/search/")
    page.locator("[name=q]").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "zhiliang", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(400)
    assert page.locator("output").inner_text() == "", page.locator("output").inner_text()
    assert "zhiliang" not in page.url
    session.send("Input.insertText", {"text": "质量"})
    wait(page, "output", "找到")
    assert page.locator("[name=q]").input_value() == "质量"


def narrowing(page, base):
    page.goto(base + "/search/?q=班组")
    wait(page, "output", "找到")
    everything = found(page)
    year = page.locator("[name=year]")
    label, value = year.evaluate("(select) => [select.options[1].text, select.options[1].value]")
    count = int(re.search(r"\((\d+)\)", label).group(1))
    year.select_option(value)
    page.wait_for_function(f"() => document.querySelector('output').textContent.includes('{count}')")
    assert found(page) == count < everything
    assert f"year={value}" in page.url
    # The numbers of the other facets follow, those of the own one stay.
    assert year.evaluate("(select) => select.options[1].text") == label
    kinds = page.locator("[name=kind]").evaluate("(select) => [...select.options].slice(1).map((option) => option.text)")
    assert sum(int(re.search(r"\((\d+)\)", kind).group(1)) for kind in kinds) == count, kinds
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('output').textContent.includes('{everything}')")
    assert year.input_value() == ""
    page.go_forward()
    page.wait_for_function(f"() => document.querySelector('output').textContent.includes('{count}')")
    assert year.input_value() == value

    # A shared address shows the same.
    address = page.url
    page.goto(base + "/search/")
    page.goto(address)
    wait(page, "output", "找到")
    assert found(page) == count and year.input_value() == value

    shown = len(titles(page))
    assert shown == 10
    page.locator("[name=more]").click()
    page.wait_for_function("() => document.querySelectorAll('.results a').length > 10")
    assert len(set(page.locator(".results a").evaluate_all("(links) => links.map((link) => link.href)"))) > 10


def keyboard(page, base):
    page.goto(base + "/search/?q=班组")
    wait(page, "output", "找到")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    links = page.locator(".results a")
    second = links.nth(1).get_attribute("href")
    assert page.evaluate("document.activeElement.getAttribute('href')") == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + second)
    page.go_back()
    wait(page, "output", "找到")
    # A slash that is typed into the box stays there.
    page.locator("[name=q]").fill("")
    page.locator("[name=q]").press("/")
    assert page.locator("[name=q]").input_value() == "/"


def verifying(page, base, team):
    page.goto(base + "/verify/")
    page.locator("[name=q]").fill(team)
    wait(page, "output", "找到")
    row = page.locator(".results li").first
    assert team in row.inner_text()
    assert re.search(r"有效|公示|撤销", row.locator("strong").inner_text()), row.inner_text()
    assert re.search(r"20\d\d", row.locator(".muted").inner_text())
    assert row.locator("a").get_attribute("href").startswith("/qc/awards/")


def without_script(browser, base):
    page = patient(browser.new_context(java_script_enabled=False).new_page())
    page.goto(base + "/search/")
    # Chromium shows what stands in noscript only where scripts are switched off for good.
    assert "<noscript" in page.content() and "JavaScript" in page.content()
    assert page.locator("#lists + ul a").count() > 3 and page.locator("#lists").is_visible()


def steadiness(browser, base):
    """A page that opens with a search does not move: the ways by lists make room, and come back where nothing is found."""
    for width in (390, 1280):
        for address in ("/search/?q=返修率", "/search/?q=班组", "/verify/?q=养护", "/verify/?q=钱湾路面养护"):
            page = patient(browser.new_context(viewport={"width": width, "height": 844}).new_page())
            page.goto(base + address)
            wait(page, "output", "找到")
            shift = page.evaluate("""new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
                    .observe({type: 'layout-shift', buffered: true});
                setTimeout(() => done(sum), 200);
            })""")
            assert shift < 0.02, (address, width, shift)
            assert page.locator("#lists").is_hidden()
            page.context.close()
    page = patient(browser.new_page())
    page.goto(base + "/verify/?q=查无此词")
    wait(page, "output", "没有找到")
    assert page.locator("#lists").is_visible()
    page.locator("[name=q]").fill("钱湾路面养护")
    wait(page, "output", "找到1")
    assert page.locator("#lists").is_hidden()
    # One result: nothing to narrow down, and no quotation that says nothing.
    assert page.locator("fieldset").is_hidden()
    assert page.locator(".results p:last-child").inner_text() == ""
    page.locator("[name=q]").fill("")
    page.locator("#lists").wait_for()
    page.close()


def typed_otherwise(page, base):
    """What comes along with a copied name, and other forms of its characters, make no difference."""
    forms = [
        ("钱湾路面养护", ["钱\u200b湾路面养护", "\ufeff钱湾路面养护", "钱湾路\u00ad面养护", "钱湾\u2060路面\u200d养护\u200e",
                   "钱湾路\u2faf养护", "錢灣路面養護", "\u3000钱湾路面养护\u00a0", "钱湾路面养护\U000e0041",
                   "钱\ufe00湾路面养护", "\u0007钱湾路面养护"]),
        ("zj-00", ["ｚｊ－００", "ＺＪ-00", "Zj-0⓪", "z\u200bj-00"]),
        ("2020", ["２０２０", "\u200e2020", "②⓪②⓪", "²⁰₂₀"]),
    ]
    for plain, others in forms:
        page.goto(f"{base}/verify/?" + urlencode({"q": plain}))
        wait(page, "output", "找到")
        status, shown = page.locator("output").inner_text(), titles(page)
        marked = page.locator(".results mark").all_inner_texts()
        assert shown and marked
        for other in others:
            page.goto("about:blank")
            page.goto(f"{base}/verify/?" + urlencode({"q": other}))
            wait(page, "output", "找到")
            assert (page.locator("output").inner_text(), titles(page)) == (status, shown), (ascii(other), titles(page))
            assert page.locator(".results mark").all_inner_texts() == marked, ascii(other)


def other_forms(page, base):
    """What is marked is what stands there, also where it is longer or shorter than what was typed."""
    for typed, mark in [("50m2", "50㎡"), ("50㎡", "50㎡"), ("10mm", "10㎜"), ("iii", "Ⅲ"), ("第III标段", "第Ⅲ标段"),
                        ("第III标段 步骤2", "第Ⅲ标段步骤②"), ("防水层", "防\u00ad水层")]:
        page.goto("about:blank")
        page.goto(f"{base}/search/?" + urlencode({"q": typed}))
        wait(page, "output", "找到1项")
        shown = page.locator(".results").inner_text()
        assert "".join(page.locator(".results mark").all_inner_texts()) == mark, (typed, shown)
        assert "面积 50㎡，厚 10㎜" in shown, shown


def facts(page, base):
    """Years and numbers of titles are looked up; facts of a team, corrections and names of files are found."""
    page.goto(base + "/verify/?q=江汉防汛 2020")
    wait(page, "output", "找到1")
    page.goto(base + "/verify/?q=zj-003")
    wait(page, "output", "找到")
    assert any("zj-003" in address for address in page.locator(".results a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"))
    for text, address in [
            ("K0+120至K0+460", "/awards/2020/ha-003/"), ("用户连续投诉", "/awards/2020/ha-003/"),
            ("zj-003", "/awards/2020/zj-003/"), ("推荐参加全国质量信得过班组交流", "/awards/2020/zj-003/"),
            ("application-form-2020", "/forms/application-form/"), ("scoring-table-2020.docx", "/notices/2020-call/")]:
        page.goto(f"{base}/search/?" + urlencode({"q": text}))
        wait(page, "output", "找到")
        assert address in "".join(page.locator(".results a").evaluate_all("(links) => links.map((link) => link.href)")), (
            text, titles(page))
    # Where a file lies in the source is nobody's business.
    page.goto(base + "/search/?q=docx")
    wait(page, "output", "找到")
    assert "../" not in page.locator(".results").inner_text()


def typed_as_it_stands(page, base):
    """A number with its decimals comes first where it stands so, before pages with its parts."""
    page.goto(base + "/search/?q=11.4")
    wait(page, "output", "找到")
    first = page.locator(".results a").first.get_attribute("href")
    assert "11.4" in page.request.get(base.removesuffix("/qc") + first).text(), titles(page)


def nearest(page, base):
    """What nothing holds as it is typed leads to what has most of it, said to be near."""
    for question, right in [
            # Words that stand apart, in any order, with and without a blank.
            ("夜间摊铺温度", "“四时段”作业法"), ("夜间摊铺 温度", "“四时段”作业法"), ("温度夜间摊铺", "“四时段”作业法"),
            ("我想找一个关于夜间道路摊铺温度控制的好做法最好有具体步骤", "“四时段”作业法"), ("怎么申报", "申报指南"),
            ("如何申报？", "申报指南"), ("被撤销的班组", "关于撤销"), ("隧道渗漏", "隧道"), ("盾构施工", "盾构"),
            ("2020年浙江", "/awards/2020/zj-"), ("2020年的浙江", "/awards/2020/zj-"), ("2019年广东", "/awards/2019/gd-"),
            ("2020年度浙江省", "/awards/2020/zj-"), ("2019年度 广西壮族自治区", "/awards/2019/gx-"),
            ("2020 新疆兵团", "/awards/2020/bt-"), ("上海市2020年度", "/awards/2020/sh-"),
            # Words that mean the same.
            ("柏油", "沥青"), ("SPC", "控制图"), ("师傅带徒弟", "师带徒"), ("窨井", "检查井"), ("道路照明维护", "路灯"), ("鱼骨图", "因果图"),
            ("柏油摊铺", "沥青摊铺"), ("申请表", "申报表"), ("什么时候截止", "申报指南"), ("spc 盾构", "运河盾构掘进班组"),
            # Pinyin of names, whole, in part and by first letters; traditional forms; ids without hyphen.
            ("dungou", "盾构"), ("yunhe", "运河"), ("yunhedungou", "运河盾构掘进班组"), ("yun he dun gou", "运河盾构掘进班组"),
            ("yunhed", "运河盾构掘进班组"), ("YunHe", "运河"), ("yhdg", "运河盾构掘进班组"), ("yhdgjjbz", "运河盾构掘进班组"), ("ysdx", "浙江越隧"),
            ("zjys", "浙江越隧"), ("chongqing", "重庆"), ("yunhe 2020", "运河盾构掘进班组"), ("yunhe 班组", "运河盾构掘进班组"),
            ("zj003", "/zj-003/"), ("2020 ZJ003", "/awards/2020/zj-003/"), ("窨井整治班2020年", "窨井整治班"),
            # One character wrong, missing or more.
            ("运河盾勾掘进班组", "运河盾构掘进班组"), ("运河盾掘进班组", "运河盾构掘进班组"), ("运河大盾构掘进班组", "运河盾构掘进班组"),
            ("運河盾勾掘進班組", "运河盾构掘进班组"), ("运河盾构班组", "运河盾构掘进班组"), ("掘进盾构运河", "运河盾构掘进班组")]:
        page.goto("about:blank")
        page.goto(f"{base}/search/?" + urlencode({"q": question}))
        page.wait_for_function("() => document.querySelector('.near a')")
        rows = page.locator(".results li, .near li").all()[:3]
        shown = [row.locator("a").inner_text() + " " + row.locator("a").get_attribute("href") for row in rows]
        assert any(right in text for text in shown), (question, shown)
        assert page.locator(".near mark").count() > 0, question
        # Once: by the status, or by the heading below what is found exactly.
        assert page.locator(".nearest h2").is_visible() == bool(titles(page)), question
        if not titles(page):
            assert "没有完全一致" in page.locator("output").inner_text(), question
            assert page.locator("#lists").is_hidden(), question
    for question in ("运河盾构班组", "运河盾钩掘进班组", "运河盾构掘进斑组", "浙江越隧地下工程有限公司运河盾构掘进班组",
                     "运河盾构掘进班组（浙江越隧地下工程有限公司）2020年"):
        page.goto("about:blank")
        page.goto(f"{base}/verify/?" + urlencode({"q": question}))
        page.wait_for_function("() => document.querySelector('.results a, .near a')")
        shown = (titles(page) + near(page))[:3]
        assert "运河盾构掘进班组" in shown, (question, shown)
        if "2020" not in question and "公司" not in question:
            assert titles(page) == [] and "没有名称完全一致" in page.locator("output").inner_text(), question
    for question in ("yunhe", "yhdg", "ysdxgc", "yunhe dungou", "2020年度 yunhe", "zj003 2020", "浙江省 运河盾勾掘进班组"):
        page.goto("about:blank")
        page.goto(f"{base}/verify/?" + urlencode({"q": question}))
        page.wait_for_function("() => document.querySelector('.results a, .near a')")
        assert "运河盾构掘进班组" in (titles(page) + near(page))[:3], (question, titles(page), near(page))
    # With many exact results only what means the same is shown beside them.
    page.goto(f"{base}/search/?" + urlencode({"q": "检查井"}))
    page.wait_for_function("() => document.querySelector('.near a')")
    assert len(titles(page)) > 3 and all("窨井" in row or "沙井" in row for row in page.locator(".near li").all_inner_texts())
    # What is near is narrowed like what is found.
    page.goto(f"{base}/search/?" + urlencode({"q": "隧道渗漏", "kind": "team"}))
    page.wait_for_function("() => document.querySelector('.near a')")
    assert all("/awards/" in link.get_attribute("href") for link in page.locator(".near a").all())
    # With many exact results nothing near is shown; typing on takes it away again.
    page.locator("[name=q]").fill("班组")
    wait(page, "output", "找到")
    assert page.locator(".nearest").is_hidden()


def old_browsers(browser, base):
    """What browsers of 2019 do not have is not needed; where the script cannot run at all, the page says so."""
    page = patient(browser.new_page())
    page.add_init_script("""
        for (const name of ["DecompressionStream", "structuredClone", "WeakRef"]) delete window[name];
        for (const name of ["at", "findLast", "findLastIndex", "toSorted", "group"]) delete Array.prototype[name];
        for (const name of ["at", "replaceAll"]) delete String.prototype[name];
        for (const name of ["replaceChildren", "checkVisibility"]) delete Element.prototype[name];
        delete Object.hasOwn, delete Object.groupBy, delete Promise.any, delete Promise.allSettled;
    """)
    for question in ("返修率", "夜间摊铺温度"):
        page.goto(f"{base}/search/?q={question}")
        page.wait_for_function("() => document.querySelector('.results a, .near a')")
    page.close()
    page = patient(browser.new_page())
    page.route("**/js/search.js", lambda route: route.fulfill(body="let a = 1 ??? 2;", content_type="text/javascript"))
    page.goto(f"{base}/search/?q=返修率")
    wait(page, "output", "太旧")
    assert page.locator("#lists").is_visible()
    page.close()


def parts(page, base, site):
    """An index in parts: few files are loaded, and those of another build are told."""
    page.goto(base + "/search/")
    Handler.asked.clear()
    page.locator("[name=q]").fill("标准化作业卡")
    wait(page, "output", "找到")
    assert len(titles(page)) == 10
    files = [path for path, _ in Handler.asked if "/parts/" in path]
    assert 2 <= len(files) < 20 and all("?" in path for path in files), files
    assert page.locator(".results mark").first.inner_text() == "标准化作业卡"
    # A long run, which texts prove, and words of which every part must be there.
    text = "由班组按作业指导书逐项复核"
    page.goto(f"{base}/search/?q={text}")
    wait(page, "output", "找到")
    assert text in page.locator(".results mark").all_inner_texts()
    page.goto(f"{base}/search/?q=摊铺温度 98 ")
    wait(page, "output", "找到")
    assert "摊铺温度" in page.locator(".results").inner_text()
    page.goto(f"{base}/search/?q=复核量测复核")
    wait(page, "output", "没有找到")
    # A name with one character wrong, or none of the same.
    with open(os.path.join(site, "content/awards/2012/roster.csv"), encoding="utf-8") as file:
        team = next(csv.DictReader(file))["team"]
    page.goto(f"{base}/search/?" + urlencode({"q": team[0] + "囍" + team[2:]}))
    page.wait_for_function("() => document.querySelector('.near a')")
    assert titles(page) == [] and team in near(page)[:3], (team, near(page))
    # Pinyin, a word that means the same, the year: also where terms are in files.
    pinyin = {"摊": "tan", "铺": "pu", "温": "wen", "度": "du", "管": "guan", "道": "dao", "接": "jie", "口": "kou"}
    for question, right in [("".join(pinyin[letter] for letter in word), word) for word in ("摊铺温度", "管道接口")] + [
            ("tpwd", "摊铺温度"), ("gdjk", "管道接口"), ("铺筑温度", "摊铺温度"), ("guandao", "管道")]:
        page.goto("about:blank")
        page.goto(f"{base}/search/?" + urlencode({"q": question, "kind": "team"}))
        page.wait_for_function("() => document.querySelector('.near a')")
        assert any(right in text for text in (titles(page) + near(page))[:3]), (question, near(page))
    page.goto(f"{base}/search/?q=囍彧")
    wait(page, "output", "没有找到")
    assert near(page) == []


def main():
    built(small, "small")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = patient(browser.new_page())
        problems = []
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        base = serve(os.path.join(work, "small"))
        for step in (typing, composing, narrowing, keyboard, facts, typed_as_it_stands, typed_otherwise, nearest):
            step(page, base)
        steadiness(browser, base)
        old_browsers(browser, base)
        verifying(page, base, "钱湾路面养护")
        wholes(page, base, small, os.path.join(work, "small"))
        without_script(browser, base)
        if len(sys.argv) > 5:
            screenshots(browser, base, sys.argv[5])
        base = serve(built(with_page(
            small, "signs", "---\n标题: 各种写法\n---\n\n面积 50㎡，厚 10㎜，第Ⅲ标段，步骤②，防\u00ad水层。\n"), "signs"))
        other_forms(page, base)
        base = serve(built(large, "large"))
        parts(page, base, large)
        verifying(page, base, "摊铺温度")
        wholes(page, base, large, os.path.join(work, "large"))
        assert not problems, problems
        assert not [asked for asked in Handler.asked if int(asked[1]) >= 400], Handler.asked
        browser.close()


def screenshots(browser, base, folder):
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            page = patient(browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme))
            for name, address in (("search", "/search/?q=返修率"), ("verify", "/verify/?q=养护"), ("empty", "/search/")):
                page.goto(base + address)
                page.wait_for_timeout(500)
                page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png")


main()
