"""Looks at every kind of page of a built site as people see it, and measures what can be measured.

usage: pages.py OUTPUT [BASE_PATH]

Light and dark, 390 and 1280 pixels wide, with and without script: axe-core finds no violation; nothing breaks the
content security policy, is written to the console, is asked of another host or scrolls sideways. Then 320 pixels,
text at 200 %, forced colours and reduced motion; weights, assets and the policy of every file.
"""

import gzip
import os
import re
import sys
import time

import axe_playwright_python
from playwright.sync_api import sync_playwright

from site_server import sample_headers, serve
from waiting import patient

output = sys.argv[1]
base_path = sys.argv[2] if len(sys.argv) > 2 else "/"
AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPICAL_PAGE = 24_000
GREATEST_PAGE = 60_000
# As it is sent: style sheets compress well.
GREATEST_STYLE = 6_144
faults = []


def fault(text):
    faults.append(text)
    print(text, flush=True)


def all_pages():
    pages = {}
    for folder, _, files in os.walk(output):
        for name in files:
            if name.endswith(".html"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                relative = os.path.relpath(path, output).replace(os.sep, "/")
                pages[relative.removesuffix("index.html")] = text
    return pages


def chosen(pages):
    """One page of each kind, and those in a state that a reader must be able to tell."""
    kinds = {}
    # A long page has most to go wrong; the very longest only takes longest.
    for url, text in sorted(pages.items(), key=lambda page: (abs(len(page[1]) - TYPICAL_PAGE), page[0])):
        kind = re.search(r'<body class="page-([a-z-]+)"', text)
        if kind:
            kinds.setdefault(kind.group(1), url)
    templates = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../themes/default/templates")
    for name in os.listdir(templates):
        kind = name.removesuffix(".mustache")
        if kind != "base" and not kind.startswith("partial-") and kind not in kinds:
            fault(f"no page of the kind {kind} is in the site")
    states = {
        "an edition in publicity": ("edition", "banner-publicity"),
        "a team in publicity": ("team", "banner-publicity"),
        "a withdrawn team": ("team", "callout"),
        "a superseded form": ("form", "callout"),
        "a team without a write-up": ("team", "(?s)^(?!.*class=\"prose\").*$"),
        "a team with photos": ("team", "photo-list"),
        "a practice with a picture": ("practice", "photo-link"),
    }
    found = dict(kinds)
    for name, (kind, mark) in states.items():
        url = next((url for url, text in sorted(pages.items())
                    if f'<body class="page-{kind}"' in text and re.search(mark, text)), None)
        if url is None:
            fault(f"{name} is not in the site")
        else:
            found[name] = url
    for url, text in pages.items():
        if "banner-draft" in text:
            fault(f"{url} is a draft and published")
    return found


def watch(page, problems):
    page.on("console", lambda message: problems.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on("request", lambda request: None if request.url.startswith((site, "data:")) else
            problems.append(f"asks for {request.url}"))
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    page.on("response", lambda response: None if response.status < 400 or response.url.endswith("/none/") else
            problems.append(f"{response.status}: {response.url}"))


def sideways(page):
    """How many pixels the page is too wide; tables may scroll by themselves."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def cut(page):
    """Words of pictures that leave their picture, and numbers of tables that break over two lines."""
    return page.evaluate("""() => [...document.querySelectorAll("main svg text")].filter(text => {
        const box = text.getBoundingClientRect(), all = text.ownerSVGElement.getBoundingClientRect();
        return box.width && (box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1
            || box.bottom > all.bottom + 1);
    }).concat([...document.querySelectorAll("main :is(td, th)")].filter(cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return /^[0-9.%]+$/.test(cell.textContent) && new Set([...range.getClientRects()].map(box => box.top)).size > 1;
    })).map(element => element.textContent)""")


def violations(page, rules=None):
    """What axe-core finds, by the rules of WCAG or by some alone."""
    if page.evaluate("typeof axe") != "object":
        page.evaluate(AXE + ";0")
    which = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    result = page.evaluate("which => axe.run(document, {runOnly: which, resultTypes: ['violations']})", which)
    return [f"axe {violation['id']}: {violation['nodes'][0]['target']} {violation['nodes'][0].get('failureSummary', '')}"
            .replace("\n", " ") for violation in result["violations"]]


def look(browser, name, url, script):
    context = browser.new_context()
    if not script:
        # axe-core itself needs timers, which a browser without script does not have: the site's scripts are emptied.
        context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page = patient(context.new_page())
    problems = []
    watch(page, problems)
    address = site + ("none/" if url == "404.html" else url)
    page.goto(address)
    for scheme in ("light", "dark"):
        for width in (390, 1280):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 844})
            found = list(problems)
            problems.clear()
            # What is on the page does not depend on the scheme, only how well it is read.
            found += violations(page, ["color-contrast", "link-in-text-block"] if scheme == "dark" else None)
            if sideways(page) > 0:
                found.append(f"is {sideways(page)} px too wide")
            found += [f"the picture cuts {text}" for text in cut(page)]
            # A 404 is told by the browser itself.
            if url == "404.html":
                found = [text for text in found if "404" not in text]
            for text in found:
                fault(f"{name} {url} {scheme} {width} {'script' if script else 'no script'}: {text}")
    if script:
        narrow(page, name, url)
        shift(page, name, url, address)
    context.close()


def without_script(browser, name, url):
    """A browser that runs no script at all shows the same heading and as much text."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = patient(context.new_page())
    page.goto(site + ("none/" if url == "404.html" else url))
    if page.locator("h1").count() != 1 or len(page.locator("main").inner_text()) < 20:
        fault(f"{name} {url} shows nothing without script")
    if sideways(page) > 0:
        fault(f"{name} {url} without script is {sideways(page)} px too wide")
    context.close()


def narrow(page, name, url):
    """WCAG 1.4.10 at 320 px, 1.4.4 with text at 200 %, 1.4.12 with more space, forced colours, reduced motion."""
    page.set_viewport_size({"width": 320, "height": 640})
    if sideways(page) > 0:
        fault(f"{name} {url} at 320 px is {sideways(page)} px too wide")
    page.set_viewport_size({"width": 1280, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if sideways(page) > 0:
        fault(f"{name} {url} with text at 200 % is {sideways(page)} px too wide")
    page.evaluate("""document.documentElement.style.cssText =
        'font-size: 100%; letter-spacing: .12em; word-spacing: .16em; line-height: 1.5'""")
    if sideways(page) > 0:
        fault(f"{name} {url} with more space between letters is {sideways(page)} px too wide")
    page.evaluate("document.documentElement.removeAttribute('style')")
    page.emulate_media(forced_colors="active")
    for text in violations(page, ["color-contrast"]):
        fault(f"{name} {url} with forced colours: {text}")
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    if page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") != "auto":
        fault(f"{name} {url} moves although motion is to be reduced")
    page.emulate_media(reduced_motion="no-preference")


def shift(page, name, url, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    sum_of_shifts = page.evaluate("""new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
            .observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 50);
    })""")
    if sum_of_shifts > 0.1:
        fault(f"{name} {url}: layout shift of {sum_of_shifts:.3f}")


# Words that a heading must not be broken in, taken from the titles of the site; the last line is more than a character.
WORDS = ("信得过 班组 质量 市政 工程 建设 全国 年度 成果 展示 集团 公司 有限 协会 申报 通知 公布 公示 管理 办法 照明 管廊 路桥 设备 点检 预防 维修 "
         "污水 施工 养护 路面 盾构 掘进 燃气 隧道 自治区 兵团").split()


def headings(browser, pages):
    """Every heading of the first two ranks on telephones: none breaks inside a word."""
    distinct = {}
    for url, text in pages.items():
        for tag in re.findall(r"(?s)<h1>.*?</h1>|<h2[^>]*>(?:(?!</h2>).)*<wbr>.*?</h2>", text):
            distinct.setdefault(tag, url)
    page = patient(browser.new_page())
    page.goto(site + "about/")
    for width in (320, 360, 390, 412):
        page.set_viewport_size({"width": width, "height": 844})
        broken = page.evaluate("""tags => tags.map(tag => {
            document.querySelector("main").innerHTML = tag;
            const lines = [];
            let top;
            const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
            for (let text; text = texts.nextNode();) for (let at = 0; at < text.data.length; at++) {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const box = range.getBoundingClientRect();
                if (!lines.length || box.top > top + 5) lines.push("");
                if (box.height) top = box.top;
                lines[lines.length - 1] += text.data[at];
            }
            return lines;
        })""", list(distinct))
        for lines, url in zip(broken, distinct.values()):
            for one, two in zip(lines, lines[1:]):
                cut = [word for word in WORDS if any(one.endswith(word[:at]) and two.startswith(word[at:])
                                                     for at in range(1, len(word)))]
                if cut or len(two) == 1:
                    fault(f"{url} at {width} px breaks its heading: {'|'.join(lines)}")
    page.close()
    return len(distinct)


def files(pages):
    """What holds of every file."""
    headers = dict(sample_headers())
    policy = headers["Content-Security-Policy"].replace("; frame-ancestors 'none'", "")
    sizes = {}
    for url, text in pages.items():
        sizes[url] = len(text.encode())
        if 'http-equiv="refresh"' in text:
            continue
        if f'<meta http-equiv="Content-Security-Policy" content="{policy}">' not in text:
            fault(f"{url}: the policy is not that of docs/server/nginx.conf")
        if re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)(?![^>]*ld\+json)", text):
            fault(f"{url}: has inline script or style")
        rows = len(re.findall("<tr", text))
        if sizes[url] > GREATEST_PAGE and rows < 100:
            fault(f"{url}: {sizes[url]} bytes, {rows} rows")
        for asset in re.findall(r'(?:href|src)="([^"]*/assets/[^"]*)"', text):
            if not re.search(r"/assets/[0-9a-f]{10}/", asset):
                fault(f"{url}: {asset} has no fingerprint")
    largest = max(sizes, key=sizes.get)
    print(f"the largest page is {largest} with {sizes[largest]} bytes")
    for folder, _, names in os.walk(os.path.join(output, "assets")):
        for name in names:
            if not name.endswith(".css"):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                sent = len(gzip.compress(file.read(), 9))
            if sent > GREATEST_STYLE:
                fault(f"{name}: {sent} bytes of style")


pages = all_pages()
site = serve(output, base_path)
start = time.monotonic()
files(pages)
urls = chosen(pages)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    print(f"{headings(browser, pages)} headings measured")
    for name, url in urls.items():
        look(browser, name, url, True)
        # Where a page has no script of its own there is nothing to leave out.
        if "<script src=" in pages[url]:
            look(browser, name, url, False)
        without_script(browser, name, url)
    browser.close()
print(f"{len(urls)} pages of {len(pages)} looked at in {time.monotonic() - start:.0f} s: {len(faults)} faults")
sys.exit(1 if faults else 0)
