"""Starts `showcase serve` as a process and asks it over plain sockets."""

import http.client
import re
import socket
import subprocess
import threading


class Preview:
    """A running preview; ends with the block."""

    def __init__(self, program, site, *options, environment=None):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--lang", "en", *options], cwd=site, stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, env=environment)
        self.log = []
        self.port = None
        self._said = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        self.wait_for("site → ")

    def _read(self):
        for line in self.process.stderr:
            with self._said:
                self.log.append(line)
                found = re.search(r"http://localhost:(\d+)/", line)
                if found:
                    self.port = self.port or int(found.group(1))
                self._said.notify_all()

    def wait_for(self, text, timeout=60):
        """Waits until the program has said a text on its terminal."""
        with self._said:
            if not self._said.wait_for(lambda: any(text in line for line in self.log), timeout):
                raise AssertionError(f"never said {text!r}: {''.join(self.log)}")

    def connect(self, timeout=10):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def exchange(self, request):
        """Everything that a connection gives for some bytes."""
        with self.connect() as client:
            try:
                client.sendall(request)
                answer = b""
                while more := client.recv(65536):
                    answer += more
            except (ConnectionResetError, BrokenPipeError):
                pass
            return answer

    def ask(self, target, *fields, method="GET", host="localhost"):
        lines = [f"{method} {target} HTTP/1.1", "Connection: close", *fields]
        if host is not None:
            lines.insert(1, f"Host: {host}")
        return self.exchange(("\r\n".join(lines) + "\r\n\r\n").encode())

    def page(self, path):
        """Status and bytes of a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def memory_in_megabytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stderr.close()


def status(answer):
    return int(answer[9:12]) if answer[:9] in (b"HTTP/1.1 ", b"HTTP/1.0 ") else 0
