"""Measures a preview: from starting it to the first page, and from saving a file to the page of a team being served with
the change: the text of the write-up, its front matter, and where the site has one the roster.

usage: serve.py NAME SITE WRITEUP URL_PATH -- COMMAND...

WRITEUP is the file that is edited, URL_PATH its page. `{port}` in the command becomes a free port. Prints one line a kind of change.
With BENCH_PAUSE seconds pass between two changes (0.3), so that checks in the background run in between.
"""

import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

EDITS = 20
PAUSE = float(os.environ.get("BENCH_PAUSE", "0.3"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(url):
    try:
        return urllib.request.urlopen(url, timeout=30).read()
    # Hugo ends an answer early when it begins to build again.
    except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError):
        return b""


def wait_for(url, mark):
    end = time.monotonic() + 120
    while mark not in page(url):
        if time.monotonic() > end:
            sys.exit(f"{url} never showed {mark!r}")
        time.sleep(0.002)


def memory_in_megabytes(process):
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024


def with_text(original, mark):
    return original + f"\n\n{mark}\n"


def with_front_matter(original, mark):
    """Another title and summary: a page of `showcase` has the team's name from the roster and the summary."""
    return re.sub(r"^(title|summary): .*$", rf"\1: {mark}", original, count=2, flags=re.MULTILINE)


def with_team(row, original, mark):
    """The roster with another name of the team, the second column."""
    return re.sub(rf"^({re.escape(row)}),[^,]*", rf"\1,{mark}", original, count=1, flags=re.MULTILINE)


def measure(path, change, url):
    """Milliseconds from saving each of some changes to the page that has it; the file is left as it was."""
    with open(path, encoding="utf-8") as file:
        original = file.read()
    times = []
    try:
        for number in range(EDITS):
            mark = f"mark{number}x{time.monotonic_ns()}"
            changed = change(original, mark)
            assert changed != original, path
            with open(path, "w", encoding="utf-8") as file:
                file.write(changed)
            saved = time.monotonic()
            wait_for(url, mark.encode())
            times.append((time.monotonic() - saved) * 1000)
            time.sleep(PAUSE)
    finally:
        with open(path, "w", encoding="utf-8") as file:
            file.write(original)
    return times


def main():
    name, site, write_up, path = sys.argv[1:5]
    port = free_port()
    command = [word.replace("{port}", str(port)) for word in sys.argv[6:]]
    url = f"http://127.0.0.1:{port}{path}"
    source = os.path.join(site, write_up)
    with open(source, encoding="utf-8") as file:
        original = file.read()
    heading = re.search(r"^title: (.*)$", original, re.MULTILINE).group(1).strip("\"'").encode()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(url, heading)
        first = time.monotonic() - start
        time.sleep(3)
        changes = [("text", source, with_text), ("front matter", source, with_front_matter)]
        roster = os.path.join(os.path.dirname(source), "roster.csv")
        if os.path.exists(roster):
            row = os.path.basename(source).removesuffix(".md")
            changes.append(("roster", roster, lambda original, mark: with_team(row, original, mark)))
        results = [(kind, measure(path, change, url)) for kind, path, change in changes]
        memory = memory_in_megabytes(process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    print(f"{name}: first page {first:.2f} s, greatest memory {memory} MB")
    for kind, times in results:
        print(
            f"{name}, {kind}: save to served median {statistics.median(times):.0f} ms "
            f"(greatest {max(times):.0f} ms) of {EDITS}"
        )


main()
