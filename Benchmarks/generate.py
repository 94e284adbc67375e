#!/usr/bin/env python3
"""Writes a synthetic site of N teams, each with a write-up, for showcase and for Hugo.

    python3 Benchmarks/generate.py 10000 FOLDER [formulas|words]

FOLDER/showcase and FOLDER/hugo hold the same teams and the same Markdown. What showcase reads from rosters, Hugo
reads from front matter. The same N and kind give the same files.

`formulas`, the default, fills a few sentences with a few subjects, so that texts repeat. `words` draws every sentence from
the 3,000 words of vocabulary.txt, as often as natural language has them (Zipf's law): every name, number and sentence is
different, which is what costs an index.
"""

import itertools
import random
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST_YEAR = 2012
YEARS = 10
PROVINCES = [
    ("北京", "beijing"), ("天津", "tianjin"), ("河北", "hebei"), ("山西", "shanxi"), ("辽宁", "liaoning"),
    ("吉林", "jilin"), ("黑龙江", "heilongjiang"), ("上海", "shanghai"), ("江苏", "jiangsu"), ("浙江", "zhejiang"),
    ("安徽", "anhui"), ("福建", "fujian"), ("江西", "jiangxi"), ("山东", "shandong"), ("河南", "henan"),
    ("湖北", "hubei"), ("湖南", "hunan"), ("广东", "guangdong"), ("广西", "guangxi"), ("海南", "hainan"),
    ("重庆", "chongqing"), ("四川", "sichuan"), ("贵州", "guizhou"), ("云南", "yunnan"), ("陕西", "shaanxi"),
    ("甘肃", "gansu"), ("青海", "qinghai"), ("宁夏", "ningxia"), ("新疆", "xinjiang"), ("西藏", "xizang"),
]
METHODS = ["QC小组", "PDCA循环", "看板管理", "5S管理", "合理化建议", "首件样板", "因果图", "排列图", "控制图", "调查表",
           "标准化作业", "班前会"]
WORKS = ["道路工程", "道路养护", "桥梁工程", "隧道与地下工程", "排水管网", "污水处理", "防汛排涝", "综合管廊", "供热管网",
         "照明工程", "测量监测", "预制构件"]
PARTS = ["班组简介", "班组建设", "质量意识与方法应用", "质量改进与创新", "服务、目标与成效"]
SUBJECTS = ["摊铺温度", "管道接口", "井室砌筑", "钢筋间距", "混凝土坍落度", "压实度", "焊缝", "闭水试验", "路面平整度", "支座安装",
            "沟槽支护", "回填分层", "伸缩缝", "曝气量", "水泵机组", "灯杆基础", "测量控制点", "模板接缝", "管片拼装", "保温接头"]
ACTIONS = ["由班组按作业指导书逐项复核", "列入当日班前会的检查要点", "改为每两小时记录一次", "实行自检、互检和交接检", "在首件验收后固定参数",
           "用调查表连续统计三个月", "按排列图找出主要问题", "由两名组员分别测量后比对", "纳入标准化作业卡", "与上道工序当面交接并签认"]
TRADES = ["市政工程", "市政建设", "道路养护", "路桥工程", "排水管理", "隧道工程", "建设集团", "照明工程", "供热", "水务"]
RESULTS = ["一次验收合格率由{a}%提高到{b}%", "返工数量由每月{a}处降到{c}处", "单位工程用时缩短了{c}小时", "材料损耗率控制在{c}%以内",
           "投诉件数比上年减少{a}件", "抽检{b}点全部符合要求", "{a}名组员通过了岗位考试", "合理化建议采纳{c}条"]


class Formulas:
    """A few sentences, filled with a few subjects and small numbers."""

    def __init__(self, rng, count):
        self.rng = rng
        self.count = count

    def subject(self):
        return self.rng.choice(SUBJECTS)

    def team(self, number):
        return f"{self.subject()}{self.rng.choice(['一', '二', '三', '四', '五'])}班{number % 997}组"

    def enterprise(self, province):
        return f"{province}样例市政工程第{self.rng.randrange(max(1, self.count // 4 // len(PROVINCES)))}有限公司"

    def sentence(self):
        rng = self.rng
        result = rng.choice(RESULTS).format(a=rng.randint(60, 90), b=rng.randint(91, 99), c=rng.randint(2, 9))
        return f"针对{self.subject()}和{self.subject()}，{rng.choice(ACTIONS)}，{result}。"

    def summary(self, number):
        return f"{self.sentence()}{self.subject()}的第 {number} 种做法可供同类班组借鉴。"

    def paragraph(self):
        text = "".join(self.sentence() for _ in range(3))
        return text + f"**{self.subject()}是关键。**" + self.sentence()


class Words:
    """Sentences of words as often as natural language has them: the word of rank r weighs 1 / (r + 2)."""

    def __init__(self, rng, count):
        self.rng = rng
        self.words = (HERE / "vocabulary.txt").read_text(encoding="utf-8").split()
        self.weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        # Names are made of what has two characters.
        self.pairs = [word for word in self.words[50:] if len(word) == 2]
        self.names = set()
        self.enterprises = {
            province: [self.new(lambda: f"{province}{rng.choice(self.pairs)}{rng.choice(TRADES)}有限公司")
                       for _ in range(max(1, count // 4 // len(PROVINCES)))]
            for province, _ in PROVINCES}

    def new(self, make):
        """A name that no other has."""
        while (name := make()) in self.names:
            pass
        self.names.add(name)
        return name

    def some(self, count):
        return "".join(self.rng.choices(self.words, cum_weights=self.weights, k=count))

    def subject(self):
        return self.some(2)

    def team(self, number):
        return self.new(lambda: f"{self.rng.choice(self.pairs)}{self.rng.choice(self.pairs)}{self.rng.choice(WORKS)[:2]}班组")

    def enterprise(self, province):
        return self.rng.choice(self.enterprises[province])

    def quantity(self):
        rng = self.rng
        return rng.choice([f"{rng.uniform(1, 99):.1f}%", f"{rng.randint(2, 9999)}", f"{rng.uniform(0, 40):.2f} m",
                           f"K{rng.randint(0, 99)}+{rng.randint(0, 999):03d}", f"{rng.randint(2, 900)} mm"])

    def sentence(self):
        rng = self.rng
        clauses = [self.some(rng.randint(3, 9)) for _ in range(rng.randint(2, 4))]
        if rng.random() < 0.4:
            clauses[-1] += f"为{self.quantity()}"
        return "，".join(clauses) + "。"

    def summary(self, number):
        return f"{self.some(9)}，{self.some(7)}，第 {number} 种做法可供{self.some(4)}借鉴。"

    def paragraph(self):
        text = "".join(self.sentence() for _ in range(3))
        return text + f"**{self.some(4)}。**" + self.sentence()


CORPORA = {"formulas": Formulas, "words": Words}


def body(corpus, link):
    rng = corpus.rng
    blocks = []
    for number, part in enumerate(PARTS):
        blocks.append(f"## {part}")
        blocks += [corpus.paragraph() for _ in range(3)]
        if number == 1:
            blocks.append("\n".join(f"- {corpus.sentence()}" for _ in range(5)))
        if number == 2:
            blocks.append("### 方法与工具")
            blocks.append(corpus.paragraph() + "[^1]")
        if number == 3:
            rows = "\n".join(
                f"| {corpus.subject()} | {rng.randint(60, 90)} | {rng.randint(91, 99)} |" for _ in range(6))
            blocks.append("| 指标 | 改进前 | 改进后 |\n| --- | ---: | ---: |\n" + rows)
        if number == 4:
            blocks.append(f"做法参见[相邻班组的成效]({link})，依据见 https://standards.example.com/ 。")
    blocks.append("[^1]: 数据取自班组质量台账，统计期为十二个月。")
    return "\n\n".join(blocks) + "\n"


def main():
    kind = sys.argv[3] if len(sys.argv) == 4 else "formulas"
    if len(sys.argv) not in (3, 4) or not sys.argv[1].isdigit() or kind not in CORPORA:
        sys.exit(__doc__)
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    rng = random.Random(20200515)
    corpus = CORPORA[kind](rng, count)
    showcase, hugo = folder / "showcase", folder / "hugo"
    for site in (showcase, hugo):
        shutil.rmtree(site, ignore_errors=True)
        (site / "content").mkdir(parents=True)
    shutil.copytree(HERE.parent / "themes", showcase / "themes")
    shutil.copy(HERE.parent / "content/synonyms.yaml", showcase / "content")
    shutil.copytree(HERE / "hugo", hugo, dirs_exist_ok=True)
    (showcase / "site.config").write_text(
        "title: 质量信得过班组成果展示\nbase_url: https://example.org/\nlanguage: zh-CN\ntheme: default\n"
        "description: 性能测量用的合成站点。\nsample: true\norganisation:\n  name: 样例协会\n", encoding="utf-8")

    per_year = [count // YEARS + (1 if index < count % YEARS else 0) for index in range(YEARS)]
    total = 0
    for index, teams in enumerate(per_year):
        year = FIRST_YEAR + index
        for site in (showcase, hugo):
            (site / "content/awards" / str(year)).mkdir(parents=True)
        (showcase / f"content/awards/{year}/index.md").write_text(
            f"---\nyear: {year}\ntitle: {year}年度质量信得过班组\nstatus: final\npublished: {year}-12-01\n"
            f"deadline: {year}-07-31\n---\n\n合成的年度名单。\n", encoding="utf-8")
        (hugo / f"content/awards/{year}/_index.md").write_text(
            f"---\ntitle: {year}年度质量信得过班组\ndate: {year}-12-01\n---\n\n合成的年度名单。\n", encoding="utf-8")
        rows = ["id,team,enterprise,province,mode,recommender,honors,members,standing"]
        order = sorted(range(teams), key=lambda n: n * len(PROVINCES) // max(teams, 1))
        for place in order:
            province, slug = PROVINCES[place * len(PROVINCES) // max(teams, 1)]
            key = f"t-{place:05d}"
            team = corpus.team(total)
            enterprise = corpus.enterprise(province)
            rows.append(
                f"{key},{team},{enterprise},{province},recommended,{province}市政协会,title,{rng.randint(6, 40)},held")
            methods = rng.sample(METHODS, 2)
            works = [rng.choice(WORKS)]
            other = f"../{year}/t-{(place + 1) % teams:05d}.md#服务目标与成效"
            indicators = "\n".join(
                f"  - {{name: {corpus.subject()}合格率, unit: '%', before: {rng.randint(60, 89)}, "
                f"after: {rng.randint(92, 99)}, target: 92, better: higher}}" for _ in range(3))
            common = (
                f"title: {team}\nsummary: {corpus.summary(total)}\n"
                f"methods: [{', '.join(methods)}]\nworks: [{', '.join(works)}]\nindicators:\n{indicators}\n")
            text = body(corpus, other)
            (showcase / f"content/awards/{year}/{key}.md").write_text(
                f"---\n{common}established: {year - 6}-03-01\nregistered: {year - 3}-04-01\n"
                f"training: {{rate: 98, pass: 96}}\naccidents: 0\n---\n\n{text}", encoding="utf-8")
            (hugo / f"content/awards/{year}/{key}.md").write_text(
                f"---\n{common}date: {year}-12-01\nprovince: [{province}]\nenterprise: [{enterprise}]\n"
                f"recommender: [{province}市政协会]\nmembers: {rng.randint(6, 40)}\n---\n\n{text}", encoding="utf-8")
            total += 1
        (showcase / f"content/awards/{year}/roster.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{total} teams in {folder}")


if __name__ == "__main__":
    main()
