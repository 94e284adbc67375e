"""Serves a built site as docs/server/nginx.conf would: its headers, its folders, its page for wrong addresses."""

import functools
import http.server
import os
import re
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def sample_headers():
    with open(os.path.join(ROOT, "docs/server/nginx.conf"), encoding="utf-8") as file:
        return re.findall(r'^\s*add_header (\S+) "([^"]*)"', file.read(), re.MULTILINE)


class Handler(http.server.SimpleHTTPRequestHandler):
    headers_of_site = sample_headers()
    base_path = "/"

    def log_message(self, *arguments):
        pass

    def translate_path(self, path):
        path = path.split("?")[0].split("#")[0]
        if not path.startswith(self.base_path):
            return os.path.join(self.directory, "outside-of-the-site")
        return super().translate_path("/" + path[len(self.base_path):])

    def send_error(self, code, message=None, explain=None):
        with open(os.path.join(self.directory, "404.html"), "rb") as file:
            body = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def guess_type(self, path):
        kind = super().guess_type(path)
        return kind + "; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self):
        for name, value in self.headers_of_site:
            self.send_header(name, value)
        super().end_headers()


def serve(folder, base_path="/"):
    """Serves `folder` on a port of this machine; returns the address of the site's home page."""
    handler = type("SiteHandler", (Handler,), {"base_path": base_path})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}{base_path}"
