"""Writes into one site at once from two pages of the desk, an editing program and imports: nothing that was written is lost.

usage: writers.py PROGRAM SITE ROUNDS   (SITE is a copy of Tests/Sites/small that may be changed)

What a page saves stays in the file, whoever else writes; what an editing program writes over, as it knows nothing of others, is
in the history.
"""

import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

program, site, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
PATIENCE = 300
ABOUT, ROSTER = "content/about.md", "content/awards/2020/roster.csv"
failures = []


def start():
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--lang", "zh"], cwd=site, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        found = re.search(r"(http://localhost:\d+)/", line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found.group(1)
    sys.exit("the preview did not start")


class Page:
    """A page of the desk, as the server knows it."""

    def __init__(self, base):
        self.base = base
        shell = None
        while shell is None:
            try:
                with urllib.request.urlopen(base + "/_showcase/content", timeout=PATIENCE) as answer:
                    shell = answer.read().decode()
            except urllib.error.HTTPError as error:
                # The site is being read for the first time.
                if error.code != 503:
                    raise
                time.sleep(0.1)
        self.token = re.search(r'name="showcase-token" content="([^"]+)"', shell).group(1)

    def get(self, request):
        with urllib.request.urlopen(f"{self.base}/_showcase/api/{request}", timeout=PATIENCE) as answer:
            return json.load(answer)

    def post(self, name, message):
        request = urllib.request.Request(
            f"{self.base}/_showcase/api/{name}", json.dumps(message).encode(), method="POST",
            headers={"Content-Type": "application/json; charset=utf-8", "X-Showcase-Token": self.token, "Origin": self.base})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)


def keep_trying(what, attempt):
    """A conflict is an answer: the page takes the other version and does its edit in that one."""
    for _ in range(1000):
        status, answer = attempt()
        if status == 200:
            return answer
        if status != 409:
            failures.append(f"{what}: {status} {answer}")
            return None
    failures.append(f"{what}: never saved")
    return None


def texts(page, written):
    """Adds lines to a text."""
    for number in range(rounds):
        word = f"甲页{number}号。"

        def attempt():
            opened = page.get("document?path=" + ABOUT)
            return page.post("save", {"path": ABOUT, "digest": opened["digest"], "text": opened["text"] + "\n" + word + "\n", "edits": None})

        if keep_trying(word, attempt):
            written.append(word)


def rows(page, written):
    """Adds rows to a list."""
    for number in range(rounds):
        team = f"第{number}巡查班组"

        def attempt():
            opened = page.get("roster?year=2020")
            keys = [column["key"] for column in opened["columns"]]
            cells = dict(id=f"zj-{500 + number}", team=team, enterprise="浙江越溪市政有限公司", province="浙江", mode="自荐")
            edit = {"op": "addRow", "at": len(opened["rows"]), "cells": [cells.get(key, "") for key in keys]}
            return page.post("table", {"path": ROSTER, "digest": opened["digest"], "edits": [edit]})

        if keep_trying(team, attempt):
            written.append(team)


def editor(written):
    """An editing program: reads, and some time later writes, over whatever is there."""
    path = os.path.join(site, ABOUT)
    for number in range(rounds):
        word = f"乙程序{number}号。"
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(text + "\n" + word + "\n")
        os.replace(path + ".new", path)
        written.append(word)
        time.sleep(0.2)


def imports(written):
    """Result tables of another year, each with one team more."""
    for number in range(max(1, rounds // 10)):
        table = os.path.join(site, "..", f"table-{number}.csv")
        teams = [f"第{index}养护班组" for index in range(number + 1)]
        with open(table, "w", encoding="utf-8") as file:
            file.write("序号,班组名称,企业名称,省份,推荐单位\n")
            file.writelines(f"{index + 1},{team},浙江越溪市政有限公司,浙江,自荐\n" for index, team in enumerate(teams))
        for _ in range(100):
            run = subprocess.run(
                [program, "import", "roster", table, "--year", "2030", "--source", site], stdin=subprocess.DEVNULL,
                capture_output=True, text=True)
            if run.returncode == 0:
                break
        else:
            failures.append(run.stderr)
        written.append(teams[-1])


def history(page):
    """All words that any change added."""
    added, before = [], ""
    while True:
        answer = page.get("history?limit=50" + (f"&before={before}" if before else ""))
        for change in answer["changes"]:
            before = change["id"]
            for difference in page.get("change?id=" + change["id"])["differences"]:
                added += [piece["text"] for piece in difference["pieces"] if piece["what"] == "added"]
        if not answer["more"]:
            return "\n".join(added)


def missing(page, written):
    added = history(page)
    return [word for words in written.values() for word in words if word not in added]


def main():
    process, base = start()
    try:
        page = Page(base)
        # What stands there when the history begins is no change of anybody: it begins with this one.
        opened = page.get("document?path=" + ABOUT)
        status, answer = page.post("save", {"path": ABOUT, "digest": opened["digest"], "text": opened["text"] + "\n开始。\n", "edits": None})
        assert status == 200 and answer["change"], answer
        written = {name: [] for name in ("texts", "rows", "editor", "imports")}
        threads = [
            threading.Thread(target=texts, args=(Page(base), written["texts"])),
            threading.Thread(target=rows, args=(Page(base), written["rows"])),
            threading.Thread(target=editor, args=(written["editor"],)),
            threading.Thread(target=imports, args=(written["imports"],)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # What an editing program wrote last is recorded when the preview has noticed it.
        end = time.monotonic() + PATIENCE
        lost = missing(page, written)
        while lost and time.monotonic() < end:
            time.sleep(0.5)
            lost = missing(page, written)
        if lost:
            failures.append(f"not in the history: {lost}")
        with open(os.path.join(site, ROSTER), encoding="utf-8") as file:
            roster = file.read()
        lost = [team for team in written["rows"] if team not in roster]
        if lost:
            failures.append(f"not in the list: {lost}")
        print(", ".join(f"{name} {len(words)}" for name, words in written.items()), "writes")
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
    assert not failures, "\n".join(failures)


main()
