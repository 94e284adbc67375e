"""Attacks a running preview as other sites' pages and other programs could, and looks at what comes back.

usage: hostile.py PROGRAM SITE   (SITE is a copy that may be changed; its base URL is below /qc/)
"""

import os
import sys
import threading
import time

from preview_process import Preview, status

program, site = sys.argv[1:3]
CANARY = b"canary-7f3a"
PAGE = "/qc/about/"


def lay_traps():
    """Files that no request may reach: beside the site, hidden in it, and behind links."""
    parent = os.path.dirname(site)
    for path in [parent + "/x", parent + "/secret", site + "/secret", site + "/.git/config", site + "/_site-private/x"]:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(CANARY)
    os.symlink(parent + "/secret", site + "/content/link.pdf")
    os.symlink(parent, site + "/content/folder-link")


def no_path_leads_out(preview):
    paths = [
        "/../x", "/%2e%2e/x", "/%252e%252e/x", "/..%2fx", "/..%5cx", "//etc/passwd", "/a/%00.html", "/%ff", "http://x/etc",
        "/_site-private/x", "/secret?raw??", "/.git/config", "/..;/x", "/./x", "/%c0%ae%c0%ae/x", "*", "/link.pdf",
        "/folder-link/secret", "/%0d%0aSet-Cookie:x", "file:///etc/passwd", "/_showcase/../secret",
        "/_showcase/data/../../secret", "/_showcase/view/..%2f..%2fsecret", "/_showcase/open?place=/etc/passwd",
        "/_showcase/data//etc/passwd", "/site.config", "/content/about.md", "/themes/bare/theme.yaml",
    ]
    for path in paths + ["/qc" + path for path in paths if path.startswith("/")]:
        answer = preview.ask(path)
        assert status(answer) in (400, 403, 404, 405), (path, answer[:60])
        assert CANARY not in answer and b"root:" not in answer, path


def other_names_are_refused(preview):
    port = preview.port
    for host in [
        "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", f"[::1]:{port + 1}", f"evil.example:{port}",
        "10.0.0.1", "", None,
    ]:
        assert status(preview.ask(PAGE, host=host)) == 403, host
    assert status(preview.ask(PAGE, "Host: localhost")) == 403, "two hosts"
    for host in ["localhost", f"a.localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"]:
        assert status(preview.ask(PAGE, host=host)) == 200, host


def other_sites_get_nothing(preview):
    host = f"localhost:{preview.port}"
    for path in [PAGE, "/_showcase/events", "/_showcase/findings.json", "/_showcase/data/", "/_showcase/open", "/nothing"]:
        for origin in ["https://evil.example", "http://10.0.0.1", "http://127.0.0.1:1", "null"]:
            answer = preview.ask(path, f"Origin: {origin}", host=host)
            assert status(answer) == 403 and b"access-control" not in answer.lower(), (path, origin, answer[:200])
        script = preview.ask(path, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", host=host)
        assert status(script) == 403, path
    answer = preview.ask("/_showcase/findings.json", host=host).lower()
    assert b"access-control" not in answer and b"nosniff" in answer, answer[:300]
    assert b"cross-origin-resource-policy: same-origin" in answer, answer[:300]


def it_listens_at_this_computer_alone(preview):
    addresses = set()
    for table in ["/proc/net/tcp", "/proc/net/tcp6"]:
        if not os.path.exists(table):
            continue
        with open(table, encoding="ascii") as lines:
            for line in list(lines)[1:]:
                address, number = line.split()[1].split(":")
                if int(number, 16) == preview.port and line.split()[3] == "0A":
                    addresses.add(address)
    loopback = {"0100007F", "00000000000000000000000001000000"}
    assert addresses and addresses <= loopback, addresses


def methods_and_bodies_are_refused(preview):
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]:
        assert status(preview.ask(PAGE, method=method)) == 405, method
    assert status(preview.ask(PAGE, "Content-Length: 5")) == 413
    for opening in [b"GET /", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "]:
        with preview.connect() as client:
            sent = 0
            try:
                while sent < 100 * 1024 * 1024:
                    sent += client.send((opening if sent == 0 else b"") + b"a" * 65536)
            except OSError:
                pass
            assert sent < 20 * 1024 * 1024, sent


def latency(preview):
    start = time.monotonic()
    assert preview.page(PAGE)[0] == 200
    return time.monotonic() - start


def slow_clients_are_closed_and_others_served(preview):
    clients = [preview.connect() for _ in range(200)]
    start = time.monotonic()
    worst = 0
    for byte in b"GET /qc/abo":
        for client in clients:
            try:
                client.send(bytes([byte]))
            except OSError:
                pass
        worst = max(worst, latency(preview))
        time.sleep(1)
    for client in clients:
        client.settimeout(max(0.1, 15 - (time.monotonic() - start)))
        try:
            while client.recv(4096):
                pass
        except ConnectionResetError:
            pass
        client.close()
    took = time.monotonic() - start
    assert took < 15.5, took
    assert worst < 1, worst
    return worst


def ten_thousand_connections(preview):
    """The client holds some hundreds at a time, as many as a system lets it."""
    done = threading.Event()
    times = []

    def watch():
        while not done.is_set():
            times.append(latency(preview))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    clients = []
    for _ in range(10_000):
        clients.append(preview.connect())
        if len(clients) > 400:
            clients.pop(0).close()
    done.set()
    watcher.join()
    for client in clients:
        client.close()
    assert times and max(times) < 2, times
    return max(times)


def main():
    lay_traps()
    with Preview(program, site) as preview:
        no_path_leads_out(preview)
        other_names_are_refused(preview)
        other_sites_get_nothing(preview)
        it_listens_at_this_computer_alone(preview)
        methods_and_bodies_are_refused(preview)
        slow = slow_clients_are_closed_and_others_served(preview)
        many = ten_thousand_connections(preview)
        memory = preview.memory_in_megabytes()
        assert memory < 200, memory
        assert preview.page(PAGE)[0] == 200 and preview.process.poll() is None
        print(f"slowest page beside 200 slow clients {slow * 1000:.0f} ms, beside 10,000 connections {many * 1000:.0f} ms, "
              f"greatest memory {memory} MB")


main()
