"""Measures a preview: from starting it to the first page, and from saving a write-up to its page being served.

usage: serve.py NAME SITE WRITEUP URL_PATH -- COMMAND...

WRITEUP is the file that is edited, URL_PATH its page. `{port}` in the command becomes a free port. Prints one line.
"""

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


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(url):
    try:
        return urllib.request.urlopen(url, timeout=30).read()
    except (urllib.error.URLError, ConnectionError, TimeoutError):
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
        times = []
        for number in range(EDITS):
            mark = f"mark{number}x{time.monotonic_ns()}"
            with open(source, "w", encoding="utf-8") as file:
                file.write(original + f"\n\n{mark}\n")
            saved = time.monotonic()
            wait_for(url, mark.encode())
            times.append((time.monotonic() - saved) * 1000)
            time.sleep(0.3)
        memory = memory_in_megabytes(process)
    finally:
        with open(source, "w", encoding="utf-8") as file:
            file.write(original)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    print(
        f"{name}: first page {first:.2f} s, save to served median {statistics.median(times):.0f} ms "
        f"(greatest {max(times):.0f} ms) of {EDITS}, greatest memory {memory} MB"
    )


main()
