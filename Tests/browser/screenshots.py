"""Takes the pictures of docs/screenshots: ten pages as they are read, on a desk, on a phone, in the dark, on paper.

usage: screenshots.py OUTPUT FOLDER
"""

import os
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

from site_server import serve

output, folder = sys.argv[1:3]
GREATEST = 150_000
# name, address, how it is read, what is done before
PICTURES = [
    ("home", "", "desk", None),
    ("home-dark", "", "dark", None),
    ("home-phone", "", "phone", None),
    ("year", "awards/2020/", "desk", ("筛选名单", "隧道")),
    ("year-print", "awards/2021/", "paper", None),
    ("team", "awards/2020/zj-003/", "desk", None),
    ("team-phone", "awards/2020/zj-003/", "phone", None),
    ("provinces", "provinces/", "desk", None),
    ("practices-dark", "practices/", "dark", None),
    ("practice", "practices/pump-drill-cards/", "desk", None),
]


def palette(path):
    """Fewer colours: a page has few, and a picture in a repository should be small."""
    subprocess.run(["pngquant", "--force", "--skip-if-larger", "--strip", "--speed", "1", "--output", path, "64", path],
                   check=False)
    size = os.path.getsize(path)
    if size > GREATEST:
        sys.exit(f"{path} has {size} bytes, more than {GREATEST}")
    print(f"{os.path.basename(path)} {size}")


def main():
    site = serve(output)
    os.makedirs(folder, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, url, reading, typed in PICTURES:
            size = {"width": 390, "height": 844} if reading == "phone" else {"width": 1280, "height": 960}
            page = browser.new_context(
                viewport=size, device_scale_factor=1.5 if reading == "phone" else 1,
                color_scheme="dark" if reading == "dark" else "light").new_page()
            page.goto(site + url)
            page.wait_for_load_state("networkidle")
            if typed:
                page.get_by_role("searchbox", name=typed[0]).fill(typed[1])
            path = os.path.join(folder, name + ".png")
            if reading == "paper":
                with tempfile.TemporaryDirectory() as work:
                    pdf = os.path.join(work, "page.pdf")
                    page.pdf(path=pdf, prefer_css_page_size=True)
                    subprocess.run(["pdftoppm", "-r", "80", "-png", "-f", "2", "-l", "2", "-singlefile", pdf,
                                    path.removesuffix(".png")], check=True)
            else:
                page.screenshot(path=path)
            palette(path)
            page.context.close()
        browser.close()


main()
