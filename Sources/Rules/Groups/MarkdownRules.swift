import Diagnostics

/// Rules about Markdown texts.
extension Rule {
    package static let rawHTML = Rule(
        "markdown/raw-html", .warning,
        zh: "正文不使用 HTML 标签（<br>、<sub>、<sup>、<kbd> 除外）。",
        en: "Texts use no HTML tags except <br>, <sub>, <sup> and <kbd>.",
        reason: LocalizedText(
            zh: "标签不起作用，会原样显示。请改用 Markdown 写法；要显示标签本身，用反引号括起来。",
            en: "Tags do nothing but show as they are. Use Markdown; put a tag that is meant to be seen in backticks."),
        example: RuleExample(.page, wrong: "合格率<u>上升</u>。\n", right: "合格率**上升**。\n"))
    package static let openComment = Rule(
        "markdown/open-comment", .error, .fixed,
        zh: "注释以 <!-- 开始，必须以 --> 结束。", en: "A comment begins with <!-- and ends with -->.",
        reason: LocalizedText(
            zh:
                "注释里的内部说明不公开；没有结尾的注释不是注释，会连同后面的文字一起公开；符号写成全角、两个短横成了破折号，也不是注释；别的软件的注释（%%…%%、{# … #}、{{! … }}）在这里会公开。注释里又有“<!--”的，哪些公开、哪些不公开就说不清了。",
            en:
                "What stands in a comment is not published. Without its end, or with full-width signs or dashes for its hyphens, it is none, and is published; so are remarks of other programs (%%…%%, {# … #}, {{! … }}). Where one stands in another, nobody can tell what is."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 6.6 节", en: "CommonMark 0.31, 6.6"),
        example: RuleExample(
            .page, wrong: "合格率上升。<!-- 待核实\n\n说明文字。\n", right: "合格率上升。<!-- 待核实 -->\n\n说明文字。\n"))
    package static let unsafeLink = Rule(
        "markdown/unsafe-link", .error, .fixed,
        zh: "链接只能是站内路径，或以 http、https、mailto、tel 开头。",
        en: "Links are paths of the site or begin with http, https, mailto or tel.",
        reason: LocalizedText(
            zh: "javascript: 一类的链接会在读者的浏览器里执行程序。", en: "Links such as javascript: run programs in the reader's browser."
        ),
        example: RuleExample(.page, wrong: "[打印](javascript:print())\n", right: "[首页](/)\n"))
    package static let emptyLink = Rule(
        "markdown/empty-link", .error,
        zh: "链接和图片必须写明地址。", en: "Links and images must have an address.",
        reason: LocalizedText(zh: "圆括号里是空的，请补上目标。", en: "The brackets are empty; add the target."),
        example: RuleExample(.page, wrong: "见[办法]()。\n", right: "见[办法](rules/measures.md)。\n"))
    package static let badHeadingID = Rule(
        "markdown/bad-heading-id", .error,
        zh: "标题的编号 {#…} 只能用文字、数字、- 和 _，不能用保留的写法。",
        en: "A heading's {#id} consists of letters, digits, - and _, and is not a reserved one.",
        reason: LocalizedText(
            zh: "编号是网址的一部分；art-数字 留给条文，fn 开头留给脚注。",
            en: "The id is part of an address; art-<number> belongs to articles, fn… to footnotes."),
        example: RuleExample(.page, wrong: "## 成效 {#成效 数据}\n", right: "## 成效 {#成效数据}\n"))
    package static let duplicateID = Rule(
        "markdown/duplicate-id", .error,
        zh: "同一篇正文里，编号和条号不能重复。", en: "Ids and article numbers are unique in a text.",
        reason: LocalizedText(zh: "链接只能到达第一处。", en: "Links reach the first one only."),
        example: RuleExample(
            .page, wrong: "## 前期 {#result}\n\n## 后期 {#result}\n", right: "## 前期 {#before}\n\n## 后期 {#after}\n"))
    package static let emptyHeadingID = Rule(
        "markdown/empty-heading-id", .error,
        zh: "标题必须含有能作链接编号的文字。", en: "A heading must contain something that can name it in a link.",
        reason: LocalizedText(
            zh: "只有标点的标题无法链接，目录里也看不懂。请补上文字，或写 {#编号}。",
            en: "A heading of punctuation alone cannot be linked to. Add words, or an {#id}."),
        example: RuleExample(.page, wrong: "## ……\n", right: "## 其他事项\n"))
    package static let leftoverEmphasis = Rule(
        "markdown/leftover-emphasis", .warning,
        zh: "表示加粗的星号必须成对，并且紧贴文字。", en: "Asterisks that mark bold text come in pairs and touch the text.",
        reason: LocalizedText(
            zh: "不成对的星号会原样显示在页面上。", en: "Asterisks without a partner show on the page."),
        example: RuleExample(.page, wrong: "**一次合格率上升。\n", right: "**一次合格率**上升。\n"))
    package static let undefinedFootnote = Rule(
        "markdown/undefined-footnote", .warning,
        zh: "正文引用的脚注必须有内容。", en: "A footnote that is referred to must be defined.",
        reason: LocalizedText(
            zh: "请在文末另起一段写 [^1]: 内容。", en: "Write [^1]: and its text in a paragraph of its own."),
        example: RuleExample(
            .page, wrong: "合格率98%[^1]。\n", right: "合格率98%[^1]。\n\n[^1]: 统计期为2020年上半年。\n"))
    package static let unusedFootnote = Rule(
        "markdown/unused-footnote", .warning,
        zh: "写好的脚注必须在正文里引用。", en: "A footnote that is defined must be referred to.",
        reason: LocalizedText(
            zh: "没有引用的脚注不会显示，内容就丢了。", en: "A footnote without a reference does not show; its text is lost."),
        example: RuleExample(
            .page, wrong: "合格率98%。\n\n[^1]: 统计期为2020年上半年。\n", right: "合格率98%[^1]。\n\n[^1]: 统计期为2020年上半年。\n"))
    package static let tooComplex = Rule(
        "markdown/too-complex", .error, .fixed,
        zh: "正文的长度、嵌套和标记数量不能超过限度。", en: "Length, nesting and markup of a text stay within limits.",
        reason: LocalizedText(
            zh: "正常的文章到不了这些限度；超过时多半是粘贴出了问题。",
            en: "No normal text comes near the limits; one that does was pasted wrongly."),
        example: RuleExample(.page, wrong: String(repeating: ">", count: 200) + " 引文\n", right: "> 引文\n"))
    package static let headingOrder = Rule(
        "markdown/heading-order", .warning,
        zh: "标题逐级往下，不跳级。", en: "Headings go down one level at a time.",
        reason: LocalizedText(
            zh: "页面标题是第一级，正文从 ## 开始；跳级会让目录和读屏软件的层次错乱。",
            en: "The page's title is the first level, a text begins with ##; a skipped level breaks the outline."),
        basis: LocalizedText(zh: "WCAG 2.1 之 1.3.1", en: "WCAG 2.1, 1.3.1"),
        example: RuleExample(.page, wrong: "## 做法\n\n#### 步骤\n", right: "## 做法\n\n### 步骤\n"))
    package static let alternativeText = Rule(
        "markdown/alternative-text", .warning,
        zh: "图片应有替代文字。", en: "Pictures have an alternative text.",
        reason: LocalizedText(
            zh: "写在方括号里，说明图上有什么；不要写文件名。",
            en: "It stands in the square brackets and says what is to be seen; a file name says nothing."),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.1 之 1.1.1", en: "GB/T 37668-2019; WCAG 2.1, 1.1.1"),
        example: RuleExample(
            .page, wrong: "![](awards/2020/js-002/site.png)\n", right: "![井周分层压实](awards/2020/js-002/site.png)\n"))
    package static let tableHeader = Rule(
        "markdown/table-header", .warning,
        zh: "表格的每一列应有表头。", en: "Every column of a table has a header.",
        reason: LocalizedText(
            zh: "读屏软件念单元格时先念表头；空表头让人不知道这一列是什么。",
            en: "Screen readers name a cell by its header; an empty one leaves the column without a name."),
        basis: LocalizedText(zh: "WCAG 2.1 之 1.3.1", en: "WCAG 2.1, 1.3.1"),
        example: RuleExample(
            .page, wrong: "| 项目 | |\n| --- | --- |\n| 合格率 | 98 |\n", right: "| 项目 | 值 |\n| --- | --- |\n| 合格率 | 98 |\n")
    )

    package static let failedLink = Rule(
        "markdown/failed-link", .warning,
        zh: "链接要写成 [文字](地址)，才会成为链接。", en: "A link is written [text](address), or it is none.",
        reason: LocalizedText(
            zh: "括号用了全角、两个括号之间或地址里有空格、引用的名称没有写明地址，页面上就只剩下原样的括号。",
            en:
                "With full-width brackets, a space between them or in the address, or a label without an address, readers see brackets."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 6.3 节", en: "CommonMark 0.31, 6.3"),
        example: RuleExample(.page, wrong: "见[办法]（rules/measures.md）。\n", right: "见[办法](rules/measures.md)。\n"))
    package static let failedHeading = Rule(
        "markdown/failed-heading", .warning,
        zh: "标题行以半角 # 开头，后面空一格。", en: "A heading begins with ASCII # and a space.",
        reason: LocalizedText(
            zh: "写成“##标题”或“＃ 标题”，页面上显示的是带 # 的普通文字，目录里没有它，链接也到不了；文字下面紧接一行短横，文字反而成了标题。",
            en:
                "“##Heading” or a full-width ＃ shows as plain text, is in no outline, and no link reaches it; a line of hyphens right below a text makes a heading of it."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 4.2 节", en: "CommonMark 0.31, 4.2"),
        example: RuleExample(.page, wrong: "##主要做法\n\n逐点检测。\n", right: "## 主要做法\n\n逐点检测。\n"))
    package static let failedTable = Rule(
        "markdown/failed-table", .warning,
        zh: "表格的表头下面要有一行 | --- |，列数与表头相同。",
        en: "Below the header of a table stands a line of | --- | with as many columns.",
        reason: LocalizedText(
            zh: "缺少这一行，或列数不同，表格就不成形，页面上只有一串竖线。竖线要用半角的 |。",
            en:
                "Without it, or with another number of columns, readers see bars instead of a table. The bars are ASCII |."
        ),
        basis: LocalizedText(zh: "GitHub Flavored Markdown 第 4.10 节", en: "GitHub Flavored Markdown, 4.10"),
        example: RuleExample(
            .page, wrong: "| 项目 | 值 |\n| --- |\n| 合格率 | 98 |\n", right: "| 项目 | 值 |\n| --- | --- |\n| 合格率 | 98 |\n")
    )
    package static let unclosedCode = Rule(
        "markdown/unclosed-code", .warning,
        zh: "代码块要用同样的 ``` 结束。", en: "A block of code ends with the fence it begins with.",
        reason: LocalizedText(
            zh: "没有结束的 ```，后面的正文、标题和表格都会当作代码原样显示。",
            en: "Without its end, all that follows, headings and tables too, is shown as code."),
        basis: LocalizedText(zh: "CommonMark 0.31 第 4.5 节", en: "CommonMark 0.31, 4.5"),
        example: RuleExample(
            .page, wrong: "```\n编号,班组名称\n\n说明文字。\n", right: "```\n编号,班组名称\n```\n\n说明文字。\n"))
    package static let indentedText = Rule(
        "markdown/indented-text", .warning,
        zh: "文字的行首不空四格。", en: "No text begins with four spaces.",
        reason: LocalizedText(
            zh: "行首空四格或一个制表符的是代码：不换行，里面的加粗、链接都不起作用。check --fix 可以改正。",
            en:
                "What begins with four spaces or a tab is code: it does not wrap, and no markup works. check --fix mends it."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 4.4 节", en: "CommonMark 0.31, 4.4"),
        example: RuleExample(
            .page, wrong: "主要做法如下：\n\n    逐点检测，当日复核。\n", right: "主要做法如下：\n\n逐点检测，当日复核。\n"))
    package static let lostCells = Rule(
        "markdown/lost-cell", .error,
        zh: "表格的每一行不得比表头多格。", en: "No row of a table has more cells than its header.",
        reason: LocalizedText(
            zh: "多出的格子不会显示，内容就丢了。代码里的竖线也会分格，要写成 \\|。",
            en: "Cells behind the last column do not show. A bar in code divides cells as well, and is written \\|."),
        basis: LocalizedText(zh: "GitHub Flavored Markdown 第 4.10 节", en: "GitHub Flavored Markdown, 4.10"),
        example: RuleExample(
            .page, wrong: "| 项目 | 值 |\n| --- | --- |\n| 合格率 | 95 | 98 |\n",
            right: "| 项目 | 前 | 后 |\n| --- | --- | --- |\n| 合格率 | 95 | 98 |\n"))
    package static let runTogether = Rule(
        "markdown/run-together", .warning,
        zh: "分行写的条目和段落，要用列表的写法或空行分开。",
        en: "Items and paragraphs on lines of their own are divided by a list's marks or a blank line.",
        reason: LocalizedText(
            zh: "Markdown 里换行不另起一段：“1.首件”“1、首件”“-首件”“（1）”和全角空格开头的行会连成一段；紧接在表格下面的文字成了表格的一行。check --fix 可以改正。",
            en:
                "A line end begins no paragraph: “1.Item”, “（1）” and lines that begin with full-width spaces run together. Text right below a table becomes a row of it. check --fix mends it."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 5.2、5.3 节", en: "CommonMark 0.31, 5.2 and 5.3"),
        example: RuleExample(.page, wrong: "1.首件样板\n2.班前会\n", right: "1. 首件样板\n2. 班前会\n"))
    package static let listNumber = Rule(
        "markdown/list-number", .warning,
        zh: "列表的编号要依次加一。", en: "The numbers of a list go up by one.",
        reason: LocalizedText(
            zh: "列表只看第一项的编号：写成 1、3、2 的，读者看到的是 1、2、3，文中引用“第 3 项”就指错了。",
            en:
                "Only the first number counts: of 1, 3, 2 readers see 1, 2, 3, and “item 3” in a text means another one."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 5.3 节", en: "CommonMark 0.31, 5.3"),
        example: RuleExample(.page, wrong: "1. 首件样板\n3. 班后会\n", right: "1. 首件样板\n2. 班后会\n"))
    package static let failedImage = Rule(
        "markdown/failed-image", .warning,
        zh: "图片前面是紧挨方括号的半角“!”。", en: "A picture begins with an ASCII exclamation mark that touches the bracket.",
        reason: LocalizedText(
            zh: "写成“！[说明](照片)”或中间有空格，图片不显示，只剩一个链接。check --fix 可以改正。",
            en: "With a full-width mark or a space between, readers see a link. check --fix mends it."),
        basis: LocalizedText(zh: "CommonMark 0.31 第 6.4 节", en: "CommonMark 0.31, 6.4"),
        example: RuleExample(
            .page, wrong: "！[井周分层压实的现场](awards/2020/js-002/site.png)\n",
            right: "![井周分层压实的现场](awards/2020/js-002/site.png)\n"))
    package static let noLink = Rule(
        "markdown/no-link", .hint,
        zh: "网址和页面名宜写成链接。", en: "Addresses and names of pages are best written as links.",
        reason: LocalizedText(
            zh: "“www.…”前面没有 https://，“[[页面]]”是别的软件的写法，在这里都只是文字；网址中间有汉字的，链接只到汉字前面。",
            en:
                "Without https://, `www.…` is text, and so is `[[page]]`, which other programs know. A link in the text ends before the first Chinese character."
        ),
        example: RuleExample(.page, wrong: "通知见[[年度公示]]。\n", right: "通知见[申报说明](/apply/)。\n"))
    package static let foreignMark = Rule(
        "markdown/foreign-mark", .warning,
        zh: "别的软件的写法在这里不起作用，会原样显示。", en: "Markup of other programs has no effect and shows as it is.",
        reason: LocalizedText(
            zh:
                "“m^2^”“H~2~O”“==文字==”“$…$”“:::tip”“[!NOTE]”“{% … %}”“:smile:”“[TOC]”等是别的软件的写法，读者看到的是这些符号；上标请直接写 m²。中文输入法把 > 写成 》 或 ＞，这一行就不是引用。上标、下标和引用 check --fix 可以改正。",
            en:
                "`m^2^`, `H~2~O`, `==text==`, `$…$`, `:::tip`, `[!NOTE]`, `{% … %}`, `:smile:`, `[TOC]` and the like are of other programs: readers see the signs. Write m² as it is. Chinese input methods write 》 or ＞ for >, which makes no quote. check --fix mends raised and lowered text and quotes."
        ),
        basis: LocalizedText(zh: "CommonMark 0.31 第 5.1 节", en: "CommonMark 0.31, 5.1"),
        example: RuleExample(.page, wrong: "面积 50 m^2^。\n", right: "面积 50 m²。\n"))
    package static let unusedDefinition = Rule(
        "markdown/unused-definition", .warning,
        zh: "写明的链接地址要用到，同一名称只写一次。", en: "The address of a label is used, and given once.",
        reason: LocalizedText(
            zh: "“[名称]: 地址”这样的行不显示；没有用到的，或其实是说明文字的，内容就丢了。",
            en: "Lines such as `[label]: address` do not show; what is not used, or was meant as text, is lost."),
        basis: LocalizedText(zh: "CommonMark 0.31 第 4.7 节", en: "CommonMark 0.31, 4.7"),
        example: RuleExample(
            .page, wrong: "见[办法](rules/measures.md)。\n\n[办法]: rules/measures.md\n",
            right: "见[本办法][办法]。\n\n[办法]: rules/measures.md\n"))
    package static let topLevelHeading = Rule(
        "markdown/top-heading", .warning,
        zh: "正文里不写一级标题。", en: "A text has no heading of the first level.",
        reason: LocalizedText(
            zh: "页面标题来自文件开头的“标题”，是唯一的一级标题。正文写了 #，所有标题都会降一级。",
            en:
                "The page's title comes from the front matter and is the only one. With # in the text, all headings move down."
        ),
        basis: LocalizedText(zh: "WCAG 2.1 之 1.3.1", en: "WCAG 2.1, 1.3.1"),
        example: RuleExample(.page, wrong: "# 主要做法\n\n逐点检测。\n", right: "## 主要做法\n\n逐点检测。\n"))

    /// The group of this file.
    static let markdownRules: [Rule] = [
        rawHTML, openComment, unsafeLink, emptyLink, failedLink, badHeadingID, duplicateID, emptyHeadingID,
        leftoverEmphasis,
        undefinedFootnote, unusedFootnote, tooComplex, topLevelHeading, failedHeading, headingOrder, alternativeText,
        tableHeader, failedTable, indentedText, lostCells, listNumber, unclosedCode, runTogether, failedImage,
        foreignMark, noLink,
        unusedDefinition,
    ]
}
