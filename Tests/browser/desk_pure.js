// What the desk's modules work out without a page, checked in the browser that runs them: an expression whose promise has what is wrong.
async () => {
  const load = (name) => import(`/_showcase/desk/${name}.js`);
  const [arranging, dates, markdown, clip, text, page, pasting, sheets] =
    await Promise.all(["arrange", "dates", "markdown", "clip", "text", "page", "paste", "sheet"].map(load));
  const wrong = [];
  const is = (name, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(`${name}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  };
  const carriedOut = (before, change) => before.slice(0, change.start) + change.text + before.slice(change.end);

  // Any order of rows is reached by the removals, moves and additions that are told.
  let seed = 7;
  const random = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
  for (let turn = 0; turn < 3000; turn++) {
    const count = random(9);
    const left = Array.from({ length: count }, (_, index) => index);
    const wanted = [];
    while (left.length) {
      const index = left.splice(random(left.length), 1)[0];
      if (random(4)) wanted.push(index);
      if (!random(4)) wanted.push(null);
    }
    const { removed, moved, added } = arranging.arrange(count, wanted);
    const rows = Array.from({ length: count }, (_, index) => index);
    removed.forEach((index) => rows.splice(index, 1));
    moved.forEach(([from, to]) => rows.splice(to, 0, rows.splice(from, 1)[0]));
    added.forEach((index) => rows.splice(index, 0, null));
    is(`arrange ${count}`, rows, wanted);
  }
  is("one row far down is one move", arranging.arrange(5, [1, 2, 3, 4, 0]).moved, [[0, 4]]);
  is("one row far up is one move", arranging.arrange(5, [4, 0, 1, 2, 3]).moved, [[4, 0]]);

  // What is changed while a save runs stays changed, and its steps can still be taken back.
  const listed = (digest, ...rows) => ({ digest, columns: [{ key: "id" }, { key: "team" }], rows: rows.map((cells) => ({ cells })) });
  const sheet = new sheets.Sheet(listed("1", ["a", "甲"], ["b", "乙"]));
  const [first, second] = sheet.rows;
  sheet.do([{ row: first, column: 1, value: "甲一" }]);
  const sent = sheet.sent();
  sheet.do([{ row: second, column: 1, value: "乙一" }]);
  sheet.do([], [...sheet.rows, { cells: ["c", "丙"], origin: null }]);
  is("a save that was overtaken", sheet.settle(listed("2", ["a", "甲一"], ["b", "乙"]), sent), true);
  is("what came after it", sheet.edits(), [{ op: "addRow", at: 2, cells: ["c", "丙"] }, { op: "cell", row: 1, column: "team", value: "乙一" }]);
  sheet.undo();
  sheet.undo();
  is("steps back behind a save", [sheet.isDirty, sheet.rows.length], [false, 2]);
  sheet.undo();
  is("steps back over a save", sheet.edits(), [{ op: "cell", row: 0, column: "team", value: "甲" }]);

  // A column that gets its first value moves to those of the file; what is typed meanwhile moves along.
  const wider = (digest, keys, ...rows) => ({ digest, columns: keys.map((key) => ({ key })), rows: rows.map((cells) => ({ cells })) });
  const grown = new sheets.Sheet(wider("1", ["id", "team", "source", "members"], ["a", "甲", "", ""]));
  grown.do([{ row: grown.rows[0], column: 3, value: "12" }]);
  const whole = grown.sent();
  grown.do([{ row: grown.rows[0], column: 2, value: "来源" }]);
  is("columns that moved", grown.settle(wider("2", ["id", "team", "members", "source"], ["a", "甲", "12", ""]), whole), true);
  is("cells that moved", grown.edits(), [{ op: "cell", row: 0, column: "source", value: "来源" }]);
  grown.undo();
  is("a step back over moved columns", [grown.isDirty, grown.rows[0].cells.join()], [false, "a,甲,12,"]);

  // Rows that were not saved go onto a list that has changed since, cell by cell.
  const now = new sheets.Sheet(listed("3", ["z", "新"], ["a", "甲"], ["b", "别处"], ["d", "丁"]));
  const missed = now.merge({
    base: [["a", "甲"], ["b", "乙"], ["c", "丙"], ["d", "丁"]],
    rows: [{ cells: ["a", "我的"], origin: 0 }, { cells: ["b", "也是我的"], origin: 1 }, { cells: ["c", "丙"], origin: 2 }, { cells: ["e", "戊"], origin: null }],
  });
  is("cells of others stay", missed, ["也是我的"]);
  is("rows after it", now.rows.map((row) => row.cells.join()), ["z,新", "a,我的", "b,别处", "e,戊"]);
  now.undo();
  is("one step back", now.rows.map((row) => row.cells.join()), ["z,新", "a,甲", "b,别处", "d,丁"]);

  for (const [typed, day] of [
    ["2026年11月25日", "2026-11-25"], ["2026-1-5", "2026-01-05"], ["2026/11/25", "2026-11-25"], ["２０２６．１１．２５", "2026-11-25"],
    ["20261125", "2026-11-25"], [" 2026 年 3 月 5 号 ", "2026-03-05"], ["2026年2月30日", null], ["25/11/2026", null], ["11-25", null],
    ["2026-11/25", null], ["", null],
  ]) is(`day ${typed}`, dates.readDay(typed), day);

  const withTable = "前\n\n| a | b\\|c |\n|---|:-:|\n| 1 | 2 |\n| 3 |\n\n后";
  const found = markdown.tableAt(withTable, 8);
  is("cells", found.rows, [["a", "b|c"], ["1", "2"], ["3", ""]]);
  is("sides", found.sides, ["", "center"]);
  is("place", withTable.slice(found.start, found.end), "| a | b\\|c |\n|---|:-:|\n| 1 | 2 |\n| 3 |");
  is("table", markdown.table(found.rows, found.sides), "| a | b\\|c |\n| --- | :---: |\n| 1 | 2 |\n| 3 |  |");
  is("no table", markdown.tableAt("a | b\nc", 1), null);
  const act = (name, before, change, after) => is(name, carriedOut(before, change), after);
  act("bold", "甲乙丙", markdown.around("甲乙丙", 1, 2, "**", ""), "甲**乙**丙");
  act("not bold", "甲**乙**丙", markdown.around("甲**乙**丙", 3, 4, "**", ""), "甲乙丙");
  act("blanks stay outside", "a b ", markdown.around("a b ", 1, 4, "**", ""), "a **b** ");
  act("heading", "一\n二\n", markdown.heading("一\n二\n", 0, 2, 2), "## 一\n二\n");
  act("no heading", "### 一", markdown.heading("### 一", 2, 2, 0), "一");
  act("list", "一\n二", markdown.list("一\n二", 0, 3, false), "- 一\n- 二");
  act("numbers", "- 一\n- 二", markdown.list("- 一\n- 二", 0, 7, true), "1. 一\n2. 二");
  act("no list", "- 一", markdown.list("- 一", 0, 3, false), "一");
  act("footnote", "甲乙\n", markdown.footnote("甲乙\n", 1, "注"), "甲[^1]乙\n\n[^1]: 注\n");
  act("second footnote", "甲[^1]乙\n\n[^1]: 注\n", markdown.footnote("甲[^1]乙\n\n[^1]: 注\n", 6, "二"), "甲[^1]乙[^2]\n\n[^1]: 注\n[^2]: 二\n");
  is("ways", [["content/notices/a.md", "content/rules/b.md"], ["content/awards/2020/x/index.md", "content/awards/2020/y.md"], ["content/a.md", "content/b.md"]]
    .map(([from, to]) => markdown.relative(from, to)), ["../rules/b.md", "../y.md", "b.md"]);
  // A block stands alone wherever the caret was.
  for (const before of ["前\n\n后", "前", "前\n", "前后", "后", "\n后", "前\n后", ""]) {
    for (let at = 0; at <= before.length; at++) {
      const change = markdown.block(before, at, at, "块");
      const after = carriedOut(before, change);
      is(`block at ${at} of ${before}`, /(^|\n\n)块(\n\n|$)/.test(after) && change.select[0] <= after.length, true);
    }
  }

  is("tabs", clip.readTabs('a\tb\n"c\n""d"""\te\r\nf\t\n'), [["a", "b"], ['c\n"d"', "e"], ["f", ""]]);
  is("no quotation", clip.readTabs('"a\tb'), [['"a', "b"]]);
  is("written tabs", clip.writeTabs([['x"y', "z\n1"], ["a", ""]]), '"x""y"\t"z\n1"\na\t');
  for (const [from, to] of [["a😀b", "a😁b"], ["😀", "😀😀"], ["abc", "abc"], ["", "x"], ["aab", "ab"], ["x😀", "x"]]) {
    const change = text.splice(from, to);
    act(`splice ${from}`, from, change, to);
    is(`no half of ${from}`, /[\ud800-\udbff]$/.test(from.slice(0, change.start)) || /^[\udc00-\udfff]/.test(change.text), false);
  }
  is("headings", page.headings("# 甲 {#x}\n```\n# no\n```\n## 乙 [丙](x.md) **丁**\n").map((heading) => heading.text), ["甲", "乙 丙 丁"]);

  const pasted = {
    "an office on the web": [
      '<b style="font-weight:normal" id="docs-internal-guid"><p><span style="font-weight:700">粗</span><span style="font-weight:400">不粗</span></p><ol><li><p>甲</p></li><li><p>乙</p></li></ol></b>',
      "**粗**不粗\n\n1. 甲\n2. 乙"],
    "lines that only the file was broken in": ["<h1>标题</h1><p>第一\n行，second\nline</p>", "## 标题\n\n第一行，second line"],
    "levels of a list": [
      "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l</span>一</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>n</span>一之一</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l</span>二</p>",
      "- 一\n  - 一之一\n- 二"],
    "numbers that stay words": ["<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>一、</span>总则</p><p><s>旧</s></p>", "一、总则\n\n~~旧~~"],
    "signs for a list": ["<p>●\u00a0甲</p><p>●\u00a0乙</p>", "- 甲\n- 乙"],
    "merged cells": ["<table><tr><td rowspan=2>省</td><td colspan=2>数</td></tr><tr><td>报</td><td>入|选</td></tr></table>", "| 省 | 数 |  |\n| --- | --- | --- |\n|  | 报 | 入\\|选 |"],
    "rows of a table": ["<table><tr><td>1</td></tr><!--StartFragment--><tr><td>3</td><td>4</td></tr><!--EndFragment--></table>", "| 3 | 4 |\n| --- | --- |"],
    "a table that only arranges": ["<table><tr><td><p>左</p></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "左\n\n| a | b |\n| --- | --- |"],
    "tasks": ["<ul><li><input type=checkbox checked>做了</li><li><input type=checkbox>没做</li></ul>", "- [x] 做了\n- [ ] 没做"],
    "links": ['<p>见<a href="https://example.org/a">这里</a>和<a href="javascript:alert(1)">那里</a></p>', "见[这里](https://example.org/a)和那里"],
    "a footnote": ["<p>甲<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 注</p></div>", "甲[^1]\n\n[^1]: 注"],
    "what means to harm": ["<p onclick='x()'>甲<img src=x onerror='window.harmed=1'></p><p>乙<svg onload='window.harmed=1'></svg></p>", "甲\n\n乙"],
  };
  for (const isThere of [false, true]) {
    await pasting.prepare(isThere);
    for (const [name, [html, wanted]] of Object.entries(pasted)) is(`${name}, turndown ${isThere}`, pasting.toMarkdown(html)?.markdown, wanted);
    is("a sentence in colour is plain", pasting.toMarkdown("<meta charset=utf-8><span style='color:red'>一句</span>"), null);
    is("what is lost is named", pasting.toMarkdown("<p><u>甲</u><img src='file:///C:/a.png'></p>").lost, ["lostPicture", "lostUnderline"]);
  }
  is("nothing ran", window.harmed, undefined);
  return wrong;
}
