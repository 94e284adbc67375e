"""Measures whether the text of pages can be read, in the light and in the dark scheme.

usage: contrast.py OUTPUT PATH…

For a theme that changes colours of another: axe-core's rules of contrast, at 1280 and at 390 pixels.
"""

import os
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

from site_server import serve

output, *paths = sys.argv[1:]
AXE = open(os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js"), encoding="utf-8").read()
RULES = "axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}})"
site = serve(output)
faults = 0
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page()
    for path in paths:
        page.goto(site + path)
        page.evaluate(AXE + ";0")
        for scheme in ("light", "dark"):
            for width in (1280, 390):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 844})
                for violation in page.evaluate(RULES)["violations"]:
                    for node in violation["nodes"]:
                        faults += 1
                        print(f"/{path} {scheme} {width}: {node['target']} {node['failureSummary']}", flush=True)
    browser.close()
sys.exit(1 if faults else 0)
