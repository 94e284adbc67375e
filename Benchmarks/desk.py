"""Measures the editor's desk: from a keystroke in a text to its true page beside it, and a year's list in the browser.

usage: desk.py PROGRAM SITE WRITEUP

WRITEUP is the file in which is typed. The list is the longest of the site's. What is typed is answered to what the pages of the desk
ask for (`api/try`, then the page beside it); the list is opened, and a key pressed in it, in Debian's Chromium. Medians.
"""

import json
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

KEYSTROKES = 50
program, site, write_up = sys.argv[1:4]
path = Path(site)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def asked(address, message=None, token=""):
    body = None if message is None else json.dumps(message).encode()
    headers = {} if message is None else {
        "Content-Type": "application/json; charset=utf-8", "X-Showcase-Token": token, "Origin": base}
    with urllib.request.urlopen(urllib.request.Request(base + address, body, headers), timeout=120) as answer:
        return answer.read()


def shell():
    """The first page, when the site has been read."""
    while True:
        try:
            return asked("/_showcase/content").decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)


def median(times):
    return f"{statistics.median(times) * 1000:.0f} ms (most {max(times) * 1000:.0f})"


def typing(token):
    opened = json.loads(asked("/_showcase/api/document?path=" + write_up))
    text, beside = opened["text"], []
    findings = []
    for number in range(KEYSTROKES):
        start = time.perf_counter()
        answer = json.loads(asked("/_showcase/api/try", {
            "tab": "t", "path": write_up, "digest": opened["digest"], "edits": None,
            "text": text + f"\n打字{'字' * number}。\n"}, token))
        findings.append(time.perf_counter() - start)
        page = asked("/_showcase/beside" + answer["url"] + f"?tab=t&n={number}").decode()
        beside.append(time.perf_counter() - start)
        assert "打字" + "字" * number in page
    print(f"  a keystroke in a text: its findings {median(findings)}, its true page {median(beside)}")


def fields(token):
    opened = json.loads(asked("/_showcase/api/document?path=" + write_up))
    times = []
    for number in range(KEYSTROKES // 5):
        start = time.perf_counter()
        answer = json.loads(asked("/_showcase/api/try", {
            "tab": "f", "path": write_up, "digest": opened["digest"], "text": None,
            "edits": [{"op": "set", "field": ["summary"], "value": f"摘要{number}。"}]}, token))
        asked("/_showcase/beside" + answer["url"] + f"?tab=f&n={number}")
        times.append(time.perf_counter() - start)
    print(f"  a keystroke in a field: its true page {median(times)}")


def listing():
    lists = {file: len(file.read_text(encoding="utf-8").splitlines()) - 1 for file in path.glob("content/awards/*/roster.csv")}
    longest = max(lists, key=lists.get)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 844})
        times = []
        for _ in range(5):
            page.goto(base + "/_showcase/list?year=" + longest.parent.name)
            page.locator("[role=gridcell]").first.wait_for()
            times.append(page.evaluate("""() => performance.getEntriesByType('resource').find((entry) => entry.name.includes('api/roster')).duration / 1000"""))
        # From the key to the frame that shows it, by the browser's own clock.
        page.locator(".sheet").click(position={"x": 120, "y": 60})
        page.evaluate("""() => {
            window.keys = [];
            document.addEventListener('keydown', (event) => {
                const start = event.timeStamp;
                const handled = performance.now();
                queueMicrotask(() => keys.push((performance.now() - start) / 1000));
            }, { capture: false });
        }""")
        for _ in range(KEYSTROKES):
            page.keyboard.press("ArrowDown")
            page.keyboard.type("1")
            page.keyboard.press("Enter")
        keys = page.evaluate("keys")
        browser.close()
    print(f"  a list of {lists[longest]} rows: read in {median(times)}; a key handled in {median(keys)}")


port = free_port()
base = f"http://127.0.0.1:{port}"
process = subprocess.Popen(
    [program, "serve", "--source", site, "--port", str(port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    token = re.search(r'name="showcase-token" content="([^"]+)"', shell()).group(1)
    print("desk:")
    typing(token)
    fields(token)
    listing()
finally:
    process.terminate()
    process.wait()
