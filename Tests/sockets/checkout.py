"""Changes thousands of files under a running preview, as git and people do, and compares it with a clean build.

usage: checkout.py PROGRAM SITE   (SITE is a copy that may be changed; its base URL is below /qc/)
"""

import http.client
import os
import shutil
import subprocess
import sys
import time

from preview_process import Preview

program, site = sys.argv[1:3]
COUNT = 2_000


def write(path, text):
    target = os.path.join(site, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)


def page(number, version):
    return f"---\ntitle: 页面{number}\n---\n\n第 {version} 版，见[关于](/about/)。\n"


def git(*words):
    subprocess.run(["git", "-C", site, "-c", "user.name=t", "-c", "user.email=t@example.org", *words], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def two_commits():
    """The second changes most pages, removes some, adds others and moves a folder."""
    with open(os.path.join(site, ".gitignore"), "w", encoding="utf-8") as file:
        file.write("public\n")
    git("init", "-b", "first")
    for number in range(COUNT):
        write(f"content/part-{number % 20}/page-{number}.md", page(number, 1))
    git("add", "-A")
    git("commit", "-m", "first")
    git("checkout", "-b", "second")
    for number in range(COUNT):
        path = f"content/part-{number % 20}/page-{number}.md"
        if number % 10 == 0:
            os.remove(os.path.join(site, path))
            write(f"content/new/deep/page-{number}.md", page(number, 2))
        else:
            write(path, page(number, 2))
    os.rename(os.path.join(site, "content/part-3"), os.path.join(site, "content/part-moved"))
    git("add", "-A")
    git("commit", "-m", "second")
    git("checkout", "first")


def built():
    """Every page and data file of a clean build, by its address."""
    output = os.path.join(site, "public")
    shutil.rmtree(output, ignore_errors=True)
    subprocess.run([program, "build", "--quiet"], cwd=site, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    files = {}
    for folder, _, names in os.walk(os.path.realpath(output)):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), os.path.realpath(output))
            if path.startswith(".") or name.startswith(".") or name.endswith((".gz", ".br")):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                files["/qc/" + path.removesuffix("index.html")] = file.read()
    shutil.rmtree(output, ignore_errors=True)
    return files


def compare(preview, expected, what):
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    for path, content in sorted(expected.items()):
        connection.request("GET", path)
        answer = connection.getresponse()
        served = answer.read()
        if answer.status == 302:
            # An old address: the build writes a page that leads on.
            continue
        assert answer.status == 200 and served == content, f"{what}: {path} differs (status {answer.status})"
    connection.close()


def absent(preview, paths, what):
    for path in paths:
        assert preview.page(path)[0] == 404, f"{what}: {path} is still there"


def main():
    two_commits()
    first = built()
    git("checkout", "second")
    second = built()
    git("checkout", "first")
    assert len(set(second) - set(first)) > COUNT / 10
    with Preview(program, site, "--release") as preview:
        compare(preview, first, "at the start")
        for name, mine, other in [("second", second, first), ("first", first, second)]:
            start = time.monotonic()
            git("checkout", name)
            moment = time.monotonic()
            compare(preview, {"/qc/": mine["/qc/"]}, f"right after the checkout of {name}")
            print(f"checkout of {name}: git {moment - start:.1f} s, then the home page {time.monotonic() - moment:.2f} s")
            compare(preview, mine, f"checkout of {name}")
            absent(preview, sorted(set(other) - set(mine))[::20], f"checkout of {name}")

        # The folder goes away as a whole, for long enough to be noticed, and comes back with other inodes.
        content = os.path.join(site, "content")
        kept = site + "-kept"
        shutil.copytree(content, kept)
        shutil.rmtree(content)
        preview.page("/qc/")
        time.sleep(0.5)
        absent(preview, ["/qc/part-1/page-1/", "/qc/about/"], "without content")
        shutil.copytree(kept, content)
        compare(preview, first, "content made anew")
        # At once, by renaming.
        os.rename(content, site + "-old")
        os.rename(kept, content)
        write("content/part-1/page-1.md", page(1, 3))
        assert "第 3 版".encode() in preview.page("/qc/part-1/page-1/")[1]
        write("content/part-1/page-1.md", page(1, 1))
        compare(preview, first, "content exchanged")


main()
