"""Searches a generated site with the site's own script and with Pagefind, for texts whose places are known.

usage: search.py SHOWCASE PAGEFIND SITE WORK

SITE is the folder of Benchmarks/generate.py. 200 queries are drawn from its teams, always the same: parts of 2 to 6 Han
characters, names of teams, words and numbers, traditional and full-width spellings. Both are driven in Chromium, each
query without a cache. PAGEFIND may be `-` for none. Prints time and size of the indexes, bytes fetched, and how much of
what is there is found. Then both are asked for 200 teams in other ways than they are written: a character wrong, missing
or more, parts of the name in another order, the name with that of the enterprise before it, in pinyin and by its first
letters, with a word that means the same, with the year, by year and id without a hyphen; right is what is among the first
three.
"""

import csv
import functools
import http.server
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
HAN = re.compile(r"[\u3400-\u9fff]+")


def folded_pairs():
    source = (HERE.parent / "Sources/Values/Folding/FoldedCharacters.swift").read_text(encoding="utf-8")
    text = "".join(line.strip() for line in source.split('"""')[1].splitlines())
    return [(text[at], text[at + 1]) for at in range(0, len(text), 2)]


def teams(site):
    """Address, name and text of each team's page."""
    for edition in sorted((site / "content/awards").iterdir()):
        with open(edition / "roster.csv", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                head, body = (edition / f"{row['id']}.md").read_text(encoding="utf-8").split("---", 2)[1:]
                body = re.sub(r"\[\^1\]:?", "", re.sub(r"\[([^\]^]*)\]\([^)]*\)", r"\1", body))
                facts = "\n".join(re.findall(r"summary: .*|methods: .*|works: .*|name: [^,]*", head)).replace("name: ", "")
                text = "\n".join([row["team"], row["enterprise"], row["recommender"], facts, body.replace("**", "")])
                yield f"/awards/{edition.name}/{row['id']}/", row["team"], text, row["enterprise"]


def queries(pages, rng):
    """Pairs of a query and the test of a text that it must pass."""
    traditional = {}
    for unit, folded in folded_pairs():
        if "\u4e00" <= unit <= "\u9fff":
            traditional.setdefault(folded, unit)

    def part():
        run = rng.choice([run for run in HAN.findall(rng.choice(pages)[2]) if len(run) >= 2])
        length = rng.randint(2, min(6, len(run)))
        start = rng.randint(0, len(run) - length)
        return run[start:start + length]

    def number():
        return rng.choice(re.findall(r"第 (\d+) 种", rng.choice(pages)[2]))

    def wide(text):
        return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)

    def holds(text):
        return lambda page: text in page[2]

    def begins(text):
        return lambda page: re.search(rf"(?<![0-9a-z]){text}", page[2].lower())

    found = [("part", text, holds(text)) for text in (part() for _ in range(110))]
    for _ in range(30):
        name = rng.choice(pages)[1]
        found.append(("name", name, lambda page, name=name: page[1] == name))
    found += [("number", text, begins(text)) for text in (number() for _ in range(15))]
    found += [("word", text, begins(text.lower())) for text in ["QC", "PDCA", "pdca", "5S", "qc"]]
    found += [("wide", wide(text), begins(text)) for text in (number() for _ in range(10))]
    while len(found) < 200:
        text = part()
        spelled = "".join(traditional.get(letter, letter) for letter in text)
        if spelled != text:
            found.append(("traditional", spelled, holds(text)))
    return found


def readings():
    """The reading of each Han character, as it is read alone."""
    source = (HERE.parent / "Sources/Values/Pinyin/PinyinReadings.swift").read_text(encoding="utf-8")
    return dict(zip(map(chr, range(0x4E00, 0xA000)), source.split('"""')[1].split()))


def synonyms():
    """The groups of words that mean the same."""
    text = (HERE.parent / "content/synonyms.yaml").read_text(encoding="utf-8")
    return [group.split(", ") for group in re.findall(r"(?m)^- \[(.*)\]", text)]


def forgiving(pages, rng):
    """200 questions for a team each: kind, what is typed, and the team's name."""
    pinyin, groups = readings(), synonyms()

    def syllables(name):
        return [pinyin[letter] for letter in name if HAN.match(letter)]

    def spelt(page):
        return "".join(syllables(page[1])[:4])

    def initials(page):
        return "".join(syllable[0] for syllable in syllables(page[1])[:6])

    def of_year(page):
        return f"{page[0].split('/')[2]}年度 {page[1]}"

    def unhyphened(page):
        return page[0].strip("/").removeprefix("awards/").replace("-", "").replace("/", " ")

    def meant(page):
        for group in groups:
            for word in group:
                if word in page[1]:
                    return page[1].replace(word, next(other for other in group if other != word))
        return None

    def at(name):
        return rng.randrange(1, len(name) - 1)

    def other(name):
        place = at(name)
        return name[:place] + rng.choice("勾程亿冲钢泵库汇") + name[place + 1:]

    def missing(name):
        place = at(name)
        return name[:place] + name[place + 1:]

    def more(name):
        place = at(name)
        return name[:place] + rng.choice("新大一老") + name[place:]

    def turned(name):
        middle = len(name) // 2
        return name[middle:] + " " + name[:middle]

    asked = []
    for kind, change in [("other", other), ("missing", missing), ("more", more), ("turned", turned), ("certificate", None)]:
        for _ in range(20):
            page = rng.choice(pages)
            asked.append((kind, change(page[1]) if change else page[3] + page[1], page[1]))
    for kind, question in [("pinyin", spelt), ("initials", initials), ("year", of_year), ("id", unhyphened)]:
        for page in rng.sample(pages, min(20, len(pages))):
            asked.append((kind, question(page), page[1]))
    others = [page for page in pages if meant(page)]
    asked += [("synonym", meant(page), page[1]) for page in rng.sample(others, min(20, len(others)))]
    return asked


class Handler(http.server.SimpleHTTPRequestHandler):
    bytes = {}

    def log_message(self, *_):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def copyfile(self, source, outputfile):
        Handler.bytes[self.path] = os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A page that was left while its files came."""


def serve(folder):
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def size(folder):
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


NEAREST = """async () => [...document.querySelectorAll(".results a, .near a")].slice(0, 3).map((link) => link.innerText)"""

SHOWCASE = """async () => {
  const links = () => [...document.querySelectorAll(".results a")].map((link) => link.getAttribute("href").split("#")[0]);
  return { count: Number(document.querySelector("output").textContent.match(/\\d+/)?.[0] ?? 0), top: links() };
}"""

PAGEFIND = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const top = await Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).raw_url));
  return { ids: results.map(({ id }) => id), top };
}"""

ALL_FRAGMENTS = """async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(null);
  const urls = {};
  for (const result of results) urls[result.id] = (await result.data()).raw_url;
  return urls;
}"""


def report(name, rows):
    recall = [row["recall"] for row in rows]
    print(f"{name}: {len(rows)} queries, everything found in {sum(value == 1 for value in recall)}, "
          f"recall of all {statistics.mean(recall):.4f}, "
          f"of the first ten right {statistics.mean(row['right'] for row in rows):.4f}, "
          f"bytes median {statistics.median(row['bytes'] for row in rows):.0f}, "
          f"greatest {max(row['bytes'] for row in rows)}")
    for kind in sorted({row["kind"] for row in rows}):
        own = [row for row in rows if row["kind"] == kind]
        print(f"  {kind}: {len(own)}, recall {statistics.mean(row['recall'] for row in own):.4f}, "
              f"first ten right {statistics.mean(row['right'] for row in own):.4f}, "
              f"bytes median {statistics.median(row['bytes'] for row in own):.0f}")


def main():
    showcase, pagefind, site, work = sys.argv[1:3] + [Path(path) for path in sys.argv[3:5]]
    output = work / "search-output"
    subprocess.run(["rm", "-rf", str(output)], check=True)
    log = subprocess.run(
        [showcase, "build", "--timings", "--lang", "en", "--source", str(site), "--output", str(output.resolve())],
        check=True, capture_output=True, text=True).stderr
    print("showcase:", re.search(r"Stages:.*|.*index \d+ ms.*", log).group())
    print("showcase: %d files, %d bytes" % size(output / "search"), "and for titles %d files, %d bytes" % size(output / "verify"))
    if pagefind != "-":
        start = time.monotonic()
        subprocess.run([pagefind, "--site", str(output), "--glob", "awards/*/t-*/index.html", "--quiet"], check=True)
        print(f"pagefind: {time.monotonic() - start:.1f} s for the pages of teams alone")
        print("pagefind: %d files, %d bytes" % size(output / "pagefind"))

    pages = list(teams(site))
    asked = queries(pages, random.Random(20201127))
    expected = [{page[0] for page in pages if test(page)} for _, _, test in asked]
    base = serve(output)
    mine, theirs = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        bare = browser.new_context(bypass_csp=True).new_page()
        bare.goto(base + "/404.html")
        urls = bare.evaluate(ALL_FRAGMENTS) if pagefind != "-" else None
        page = browser.new_page()
        for (kind, query, _), wanted in zip(asked, expected):
            row = {"kind": kind, "query": query, "wanted": len(wanted)}
            Handler.bytes.clear()
            page.goto(f"{base}/search/?kind=team&q={quote(query)}")
            page.wait_for_function("() => document.querySelector('output').textContent")
            page.wait_for_load_state("networkidle")
            answer = page.evaluate(SHOWCASE)
            right = [url in wanted for url in answer["top"]]
            mine.append(row | {
                "bytes": sum(count for path, count in Handler.bytes.items() if ".bin" in path),
                "count": answer["count"], "recall": min(answer["count"], len(wanted)) / len(wanted),
                "right": sum(right) / max(1, len(right))})

            if urls is None:
                continue
            bare.goto(base + "/404.html")
            Handler.bytes.clear()
            answer = bare.evaluate(PAGEFIND, query)
            found = {urls[key] for key in answer["ids"]}
            right = [url in wanted for url in answer["top"]]
            theirs.append(row | {
                "bytes": sum(count for path, count in Handler.bytes.items() if path.startswith("/pagefind/")),
                "count": len(found), "recall": len(found & wanted) / len(wanted),
                "right": sum(right) / max(1, len(right))})
        near = []
        for kind, query, name in forgiving(pages, random.Random(20201204)):
            row = {"kind": kind, "query": query}
            Handler.bytes.clear()
            page.goto(f"{base}/search/?kind=team&q={quote(query)}")
            page.wait_for_function("() => document.querySelector('output').textContent")
            page.wait_for_load_state("networkidle")
            row["mine"] = name in page.evaluate(NEAREST)
            row["bytes"] = sum(count for path, count in Handler.bytes.items() if ".bin" in path)
            if urls is not None:
                bare.goto(base + "/404.html")
                names = {url: name for url, name, *_ in pages}
                row["theirs"] = name in [names.get(url) for url in bare.evaluate(PAGEFIND, query)["top"][:3]]
            near.append(row)
        browser.close()
    report("showcase", mine)
    for side in ["mine", "theirs"] if urls is not None else ["mine"]:
        kinds = {kind: sum(row[side] for row in near if row["kind"] == kind) for kind in dict.fromkeys(row["kind"] for row in near)}
        print(f"{'showcase' if side == 'mine' else 'pagefind'}: of {len(near)} forgiving questions "
              f"{sum(row[side] for row in near)} right among the first three: {kinds}")
    print(f"showcase: bytes of those, median {statistics.median(row['bytes'] for row in near):.0f}, "
          f"greatest {max(row['bytes'] for row in near)}")
    if theirs:
        report("pagefind, with its engine", theirs)
    with open(work / "search-results.json", "w", encoding="utf-8") as file:
        json.dump({"showcase": mine, "pagefind": theirs, "forgiving": near}, file, ensure_ascii=False, indent=1)


main()
