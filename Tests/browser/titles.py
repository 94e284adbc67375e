"""Asks /verify/ about titles as people who hold a certificate in their hands do, in Debian's Chromium.

usage: titles.py PROGRAM SITE WORK

SITE is the repository's site. Beside it a small site is made whose teams are named alike: an answer never reads as if a
team had no title that has one, and never as if one had it that has not.
"""

import os
import re
import subprocess
import sys
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from site_server import serve
from waiting import patient

program, repository, work = sys.argv[1:4]
HEAD = "编号,班组名称,企业名称,省份,申报方式,推荐单位,荣誉,班组人数,状态,撤销日期,撤销原因,撤销决定,企业编号,来源链接\n"
ROSTERS = {
    2023: [
        "zj-001,运河隧道班组,浙江甲隧工程有限公司,浙江,自荐,,质量信得过班组,12,有效,,,,,",
        "js-001,运河隧道班组,江苏乙隧工程有限公司,江苏,自荐,,质量信得过班组,12,撤销,2024-03-05,顾客多次投诉,../../notices/2024-withdrawal.md,,",
        "sh-001,一分厂二班,上海丙构件有限公司,上海,自荐,,质量信得过班组,12,有效,,,,,",
        "sh-002,一分厂十二班,上海丙构件有限公司,上海,自荐,,质量信得过班组,12,有效,,,,,",
        "bt-001,戈壁渠道班组,新疆丁水利工程有限公司,新疆生产建设兵团,自荐,,质量信得过班组,12,有效,,,,,",
        "gx-001,漓江管网班组,广西戊水务有限公司,广西,自荐,,质量信得过班组,12,有效,,,,,",
    ],
    2024: [
        "zj-001,运河隧道班组,浙江甲隧工程集团有限公司,浙江,自荐,,质量信得过班组,12,有效,,,,,",
        "zj-002,钱塘检测班组,浙江甲隧工程集团有限公司,浙江,自荐,,质量信得过班组,12,有效,,,,,",
    ],
    2025: ["zj-001,桥面铺装班组,浙江己路桥有限公司,浙江,自荐,,质量信得过班组,12,有效,,,,,"],
}
STATES = {
    2023: "状态: 公布\n发布日期: 2023-12-01\n文号: 样例〔2023〕7号\n",
    2024: "状态: 公布\n发布日期: 2024-12-01\n",
    2025: "状态: 公示\n发布日期: 2025-11-10\n公示期:\n  开始: 2025-11-10\n  结束: 2025-11-20\n  受理部门: 班组建设工作办公室\n",
}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def site():
    """A site whose teams and enterprises are easily taken for each other."""
    folder = os.path.join(work, "titles-site")
    subprocess.run([program, "new", "site", folder], check=True, capture_output=True)
    content = os.path.join(folder, "content")
    for name in ("awards", "practices", "notices", "forms"):
        subprocess.run(["rm", "-rf", os.path.join(content, name)], check=True)
    for year, rows in ROSTERS.items():
        write(f"{content}/awards/{year}/index.md", f"---\n标题: {year}年度名单\n年度: {year}\n{STATES[year]}---\n\n名单。\n")
        write(f"{content}/awards/{year}/roster.csv", HEAD + "".join(row + "\n" for row in rows))
    write(f"{content}/notices/2024-withdrawal.md",
          "---\n标题: 关于撤销称号的决定\n日期: 2024-03-05\n类别: other\n---\n\n撤销一个班组的称号。\n")
    write(f"{content}/enterprises.yaml",
          "- id: jiasui\n  names:\n    - name: 浙江甲隧工程有限公司\n      to: 2024-01-31\n"
          "    - name: 浙江甲隧工程集团有限公司\n      from: 2024-02-01\n")
    configuration = os.path.join(folder, "site.config")
    with open(configuration, encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"(?m)^  - 标题: (最佳实践|通知公告|表格下载|申报指南)\n    网址: .*\n", "", text)
    write(configuration, text + "\n时点: 2025-11-15\n")
    return folder


def built(source, name):
    output = os.path.join(work, name)
    result = subprocess.run(
        [program, "build", "--source", source, "--output", output], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return serve(output)


class Answers:
    """What the page says to a question."""

    def __init__(self, page, base, question):
        page.goto("about:blank")
        page.goto(base + "verify/?" + urlencode({"q": question}))
        page.locator("output:not(:empty)").wait_for()
        page.wait_for_load_state("networkidle")
        page.wait_for_function("() => document.querySelector('li, .search + section:not([hidden])')")
        self.question = question
        self.status = page.locator("output").inner_text()
        # What is said of titles in words.
        self.said = [row.locator("p").first.inner_text() for row in page.locator("li.answer").all()]
        self.rows = [row.inner_text() for row in page.locator(".results li:not(.answer)").all()]
        self.near = [row.inner_text() for row in page.locator(".near li").all()]
        self.note = page.locator(".verify-note").inner_text()
        assert "不等于没有称号" in self.note and page.locator(".verify-note").is_visible(), question

    def __repr__(self):
        return f"{self.question}: {self.status} {self.said} {self.rows} {self.near}"


def names(ask):
    """Names as on certificates, in any order and any writing."""
    said = "运河盾构掘进班组（浙江越隧地下工程有限公司）持有2020年度称号，状态有效。"
    for question in (
            "运河盾构掘进班组", "浙江越隧地下工程有限公司运河盾构掘进班组", "运河盾构掘进班组（浙江越隧地下工程有限公司）",
            "浙江越隧地下工程有限公司（运河盾构掘进班组）", "运河盾构掘进班组 浙江越隧地下工程有限公司",
            "浙江越隧地下工程有限公司的运河盾构掘进班组", "“运河盾构掘进班组”，浙江越隧地下工程有限公司",
            "運河盾構掘進班組", "运河盾构掘进班组 2020", "2020年度运河盾构掘进班组", "运河盾构掘进班组2020年", "２０２０年　运河盾构掘进班组",
            "2020年度全国市政工程质量信得过班组 浙江越隧地下工程有限公司 运河盾构掘进班组", "2020 zj-003", "2020/zj-003", "ZJ003 2020",
            "运河盾构掘进班组有效吗？", "运河盾构掘进班组 浙江省", "浙江 运河盾构掘进班组", "运河盾构掘进班组的证书", "\u200b运河盾构\ufeff掘进班组"):
        answers = ask(question)
        assert answers.said == [said], answers
        assert "一致" in answers.status and "没有" not in answers.status, answers
    # The name that the enterprise had before, or has now, leads to the same record.
    for question, enterprise in [
            ("辽宁凌河路桥工程有限公司凌河桥头跳车治理班组", "辽宁凌河市政路桥集团有限公司"),
            ("凌河桥头跳车治理班组（辽宁凌河市政路桥集团有限公司）", "辽宁凌河市政路桥集团有限公司"),
            ("浙江澄湖城市建设集团有限公司 钱湾路面养护班组", "浙江澄湖市政建设有限公司")]:
        answers = ask(question)
        assert len(answers.said) == 1 and f"（{enterprise}）" in answers.said[0], answers


def near(ask):
    """What is not equal is said to be near, and nothing is said of a title."""
    for question in (
            "运河盾构班组", "运河盾钩掘进班组", "运河盾构掘进班", "运河盾构掘进二班组", "盾构掘进", "浙江越隧地下工程公司运河盾构掘进班组",
            "杭州某某建设有限公司运河盾构掘进班组", "运河盾构掘进班组2019年度", "2021 运河盾构掘进班组", "江苏 运河盾构掘进班组",
            "浙江越隧地下工程有限公司运河盾构掘进班组一队"):
        answers = ask(question)
        assert not answers.said, answers
        assert re.search("没有名称完全一致|不属于所写的年度", answers.status), answers
        assert any("运河盾构掘进班组" in row for row in answers.rows + answers.near), answers
    answers = ask("浙江越隧地下工程有限公司")
    assert not answers.said and "没有叫这个名称的班组" in answers.status, answers
    assert sum("运河盾构掘进班组" in row for row in answers.rows) == 1, answers
    answers = ask("查无此词")
    assert not (answers.said or answers.rows or answers.near) and "没有找到" in answers.status, answers


def states(ask):
    """A withdrawn title and one in publicity are never said to be held."""
    for question in ("沟槽回填班组", "河南汴堤市政工程有限公司沟槽回填班组", "沟槽回填班组有效吗"):
        answers = ask(question)
        assert answers.said == ["沟槽回填班组（河南汴堤市政工程有限公司）的2020年度称号已撤销，不再持有。"], answers
    for question in ("联络通道冻结班组", "联络通道冻结班组 公示中", "浙江越隧地下工程有限公司 联络通道冻结班组 有效"):
        answers = ask(question)
        assert answers.said == ["联络通道冻结班组（浙江越隧地下工程有限公司）列入2021年度公示名单，正在公示，尚未授予称号。"], answers
    assert len(ask("已撤销").rows) == 3
    answers = ask("公示中")
    assert "找到88条" in answers.status and all("公示" in row for row in answers.rows), answers


def alike(ask):
    """Teams of one name in several enterprises and years, and names that hold others."""
    answers = ask("运河隧道班组")
    assert [text.split("（")[1] for text in answers.said] == [
        "浙江甲隧工程集团有限公司）持有2024年度称号，状态有效。", "浙江甲隧工程有限公司）持有2023年度称号，状态有效。",
        "江苏乙隧工程有限公司）的2023年度称号已撤销，不再持有。"], answers
    # The one that is asked about is answered, the other one is shown beside it.
    answers = ask("江苏乙隧工程有限公司运河隧道班组")
    assert len(answers.said) == 1 and "已撤销" in answers.said[0], answers
    assert sum("运河隧道班组" in row for row in answers.near) == 2, answers
    answers = ask("运河隧道班组（浙江甲隧工程有限公司）2023年")
    assert answers.said == ["运河隧道班组（浙江甲隧工程有限公司）持有2023年度称号，状态有效。"], answers
    assert any("江苏乙隧" in row and "已撤销" in row for row in answers.near), answers
    answers = ask("浙江甲隧工程有限公司 运河隧道班组")
    assert len(answers.said) == 2, answers
    assert not ask("江苏甲隧工程有限公司 运河隧道班组").said
    # 二班 is not 十二班, and an id behind a name is none.
    assert len(ask("一分厂二班").said) == 1 and "一分厂二班" in ask("一分厂二班").said[0]
    assert not ask("分厂二班").said and not ask("上海丙构件有限公司二班").said
    assert ask("兵团 戈壁渠道班组").said and ask("新疆生产建设兵团 戈壁渠道班组").said and ask("广西壮族自治区 漓江管网班组").said
    answers = ask("桥面铺装班组")
    assert answers.said == ["桥面铺装班组（浙江己路桥有限公司）列入2025年度公示名单，正在公示，尚未授予称号。"], answers


def card(page, base, ask):
    """Decision, day and a link to copy, with the keyboard."""
    ask("江苏乙隧工程有限公司运河隧道班组")
    row = page.locator("li.answer")
    assert "关于撤销称号的决定" in row.inner_text() and "2024年3月5日" in row.inner_text(), row.inner_text()
    assert row.locator("a", has_text="关于撤销称号的决定").get_attribute("href") == "/notices/2024-withdrawal/"
    ask("运河隧道班组（浙江甲隧工程有限公司）2023年")
    assert "样例〔2023〕7号" in row.inner_text() and "2023年12月1日" in row.inner_text(), row.inner_text()
    assert "浙江甲隧工程集团有限公司" in row.inner_text(), "the name of today is missing"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = row.get_by_role("button", name="复制链接")
    button.focus()
    page.keyboard.press("Enter")
    row.get_by_role("button", name="已复制").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == base + "awards/2023/zj-001/"
    # Without a safe connection there is no clipboard, but the old way.
    page.add_init_script("delete Navigator.prototype.clipboard")
    ask("桥面铺装班组")
    row.get_by_role("button", name="复制链接").click()
    row.get_by_role("button", name="已复制").wait_for()


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = patient(browser.new_page())
        problems = []
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        base = built(repository, "titles-sample")
        for step in (names, near, states):
            step(lambda question: Answers(page, base, question))
        base = built(site(), "titles-alike")
        alike(lambda question: Answers(page, base, question))
        card(page, base, lambda question: Answers(page, base, question))
        assert not problems, problems
        browser.close()


main()
