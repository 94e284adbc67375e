#!/usr/bin/env python3
"""Takes too much from a preview that runs on this computer, and measures what that costs others.

    python3 Benchmarks/abuse.py PORT PID

Sends 200 clients with a byte a second, requests of 100 MB and 10,000 connections to 127.0.0.1:PORT, while one honest
client asks for the home page twenty times a second. Tells the honest client's times, and the memory and the open files
of the process PID.
"""

import os
import socket
import sys
import threading
import time

PORT, PID = int(sys.argv[1]), int(sys.argv[2])
START = b"GET / HTTP/1.1\r\nHost: localhost\r\n"


def memory():
    """The resident memory of the process in MB."""
    with open(f"/proc/{PID}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


class HonestClient(threading.Thread):
    """Asks for the home page again and again."""

    def __init__(self):
        super().__init__(daemon=True)
        self.times, self.failures, self.peak = [], 0, 0

    def run(self):
        while True:
            begin = time.time()
            try:
                with connect(timeout=5) as client:
                    client.sendall(START + b"Connection: close\r\n\r\n")
                    head = client.recv(65536)
                    while client.recv(65536):
                        pass
                assert head.startswith(b"HTTP/1.1 200 ")
                self.times.append(time.time() - begin)
            except (OSError, AssertionError):
                self.failures += 1
            self.peak = max(self.peak, memory())
            time.sleep(0.05)

    def report(self, name):
        """Prints the figures since the last report."""
        times, failures = sorted(self.times), self.failures
        self.times, self.failures = [], 0
        speed = f"median {times[len(times) // 2] * 1000:.1f} ms, slowest {times[-1] * 1000:.1f} ms" if times else "-"
        print(
            f"{name}\n    pages {len(times)}, failures {failures}, {speed}; memory {memory()} MB, at most {self.peak} MB; "
            f"open files {len(os.listdir(f'/proc/{PID}/fd'))}",
            flush=True,
        )


def connect(timeout=20):
    return socket.create_connection(("127.0.0.1", PORT), timeout=timeout)


def is_closed(client):
    """Whether the server has closed a connection; never waits."""
    client.setblocking(False)
    try:
        return client.recv(4096) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def slow_clients():
    clients, begin = [connect() for _ in range(200)], time.time()
    head = START + b"X: " + b"a" * 100
    position = 0
    while not all(map(is_closed, clients)) and time.time() - begin < 60:
        for client in clients:
            try:
                client.send(head[position : position + 1])
            except OSError:
                pass
        position += 1
        time.sleep(1)
    return f"200 clients with a byte a second: all closed after {time.time() - begin:.1f} s"


def endless_request(name, start):
    client, sent = connect(), 0
    client.sendall(start)
    try:
        while sent < 100_000_000:
            client.sendall(b"a" * 65536)
            sent += 65536
    except OSError:
        pass
    try:
        answer = client.recv(4096).split(b"\r\n")[0].decode()
    except OSError:
        answer = "a reset"
    return f"{name} of 100 MB: cut off after {sent / 1e6:.1f} MB with {answer}"


def many_connections():
    begin, clients = time.time(), []
    for _ in range(10_000):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex(("127.0.0.1", PORT))
        clients.append(client)
    opened = time.time() - begin
    while not all(map(is_closed, clients)) and time.time() - begin < 60:
        time.sleep(0.5)
    return f"10,000 connections in {opened:.1f} s: all closed after {time.time() - begin:.1f} s"


honest = HonestClient()
honest.start()
time.sleep(2)
honest.report("no one else")
honest.report(slow_clients())
honest.report(endless_request("a target", b"GET /"))
honest.report(endless_request("a header line", START + b"X: "))
honest.report(endless_request("a body", START + b"Content-Length: 104857600\r\n\r\n"))
honest.report(many_connections())
