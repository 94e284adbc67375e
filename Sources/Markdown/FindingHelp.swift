import Diagnostics

extension MarkdownFinding {
    /// What to write instead.
    var help: LocalizedText? {
        switch self {
        case .rawHTML:
            LocalizedText(
                zh: "请改用 Markdown 写法；可以使用的标签只有 <br>、<sub>、<sup>、<kbd>（不带属性）。要显示标签本身，请用反引号括起来。",
                en:
                    "Use Markdown instead; only <br>, <sub>, <sup> and <kbd> without attributes work. To show a tag, put it between backticks."
            )
        case .openComment(.unclosed):
            LocalizedText(
                zh: "请在注释的末尾写上“-->”；要显示这几个符号本身，请写 \\<!--。",
                en: "End it with “-->”. To show the characters themselves, write \\<!--.")
        case .openComment(.beginning):
            LocalizedText(
                zh: "请写成 <!-- 内容 -->：符号都用半角，叹号后面紧跟两个短横。",
                en: "Write <!-- text -->, all in ASCII, two hyphens right behind the exclamation mark.")
        case .openComment(.end):
            LocalizedText(zh: "注释在这里结束的，请写“-->”。", en: "If it is to end here, write “-->”.")
        case .openComment(.nested):
            LocalizedText(
                zh: "前一个注释没有结尾的，请补上“-->”；要隐去一段带注释的文字，请先删去里面的“<!--”和“-->”。",
                en: "End the comment before it with “-->”; to hide a text that has comments, delete their marks.")
        case .openComment(.short):
            LocalizedText(
                zh: "要隐去后面的文字，请写成 <!-- 内容 -->，两个短横后面不要紧接“>”或“->”；要公开的，请删去“-->”。",
                en: "To hide the text, write <!-- text -->, with a space behind the hyphens; else delete the “-->”.")
        case .renumbered(let written, _):
            LocalizedText(
                zh: "列表只看第一项的编号，往后依次加一。编号不能变的，写成“（\(written)）”并各占一段；次序写错了的，请改过来。",
                en:
                    "Only the first number of a list counts. Where numbers must stay, write “(\(written))”, each in a paragraph of its own; else put them in order."
            )
        case .unsafeLink(_, .scheme(let scheme)) where LinkSafety.meant(by: scheme) != nil:
            LinkSafety.meant(by: scheme).map { LocalizedText(zh: "是否应为“\($0):”？", en: "Did you mean “\($0):”?") }
        case .unsafeLink:
            LocalizedText(
                zh: "请写站内路径（如 ../rules/measures.md），或以 https://、http://、mailto:、tel: 开头的地址。",
                en:
                    "Write a path of the site such as ../rules/measures.md, or an address with https://, http://, mailto: or tel:."
            )
        case .emptyLink:
            LocalizedText(zh: "请在圆括号里写地址：[文字](地址)。", en: "Put the address in the parentheses: [text](address).")
        case .emptyImage:
            LocalizedText(
                zh: "请在圆括号里写图片文件名：![说明](photo.jpg)。",
                en: "Put the image's file name in the parentheses: ![description](photo.jpg).")
        case .badHeadingID:
            LocalizedText(
                zh: "请只用汉字、字母、数字、- 和 _，例如 {#scoring}。",
                en: "Use letters, digits, - and _ only, for example {#scoring}.")
        case .duplicateID:
            LocalizedText(zh: "请换一个编号，或者删去 {#…}。", en: "Choose another id, or remove the {#…}.")
        case .duplicateArticle:
            LocalizedText(
                zh: "请核对条号；如果这一段只是引用条文，请不要以“第…条”开头。",
                en: "Check the number; if the paragraph only quotes the article, do not begin it with 第…条.")
        case .emptyHeadingID:
            LocalizedText(
                zh: "请补上文字，或者在末尾写明编号，例如 {#notes}。",
                en: "Add words, or an id at the end such as {#notes}.")
        case .leftoverEmphasis("~~"):
            LocalizedText(
                zh: "删除线写作 ~~文字~~；要显示波浪线本身，请写 \\~。",
                en: "Write struck text as ~~text~~. For the character itself write \\~.")
        case .leftoverEmphasis:
            LocalizedText(
                zh: "加粗写作 **文字**：前后各两个星号，紧贴文字，中间不留空格。要显示星号本身，请写 \\*。",
                en:
                    "Write bold as **text**: two asterisks on both sides, touching the text. For the character itself write \\*."
            )
        case .undefinedFootnote(let label):
            LocalizedText(
                zh: "请另起一行补上：[^\(label)]: 脚注内容。不是脚注时请写 \\[^\(label)]。",
                en: "Add a line [^\(label)]: text. If no footnote is meant, write \\[^\(label)].")
        case .unusedFootnote(let label):
            LocalizedText(
                zh: "请在正文里写 [^\(label)]，或者删去这个脚注。", en: "Write [^\(label)] in the text, or remove the footnote.")
        case .skippedLevel(let from, _):
            LocalizedText(
                zh: "请改成第 \(from + 1) 级：行首写 \(String(repeating: "#", count: min(from + 1, 6))) 。",
                en: "Make it level \(from + 1): begin the line with \(String(repeating: "#", count: min(from + 1, 6)))."
            )
        case .missingAlternative, .fileNameAsAlternative:
            LocalizedText(
                zh: "请在方括号里写图上有什么：![井周分层压实](photo.jpg)。",
                en: "Say in the brackets what is to be seen: ![Layers being compacted](photo.jpg).")
        case .missingTableHeader:
            LocalizedText(zh: "请在表格第一行补上这一列的名称。", en: "Name the column in the first row of the table.")
        case .failedLink(let link): Self.help(link)
        case .lostCells(_, _, isCode: true):
            LocalizedText(
                zh: "代码里的竖线也会分格，请写成 \\|。", en: "A bar in code divides cells as well; write \\|.")
        case .lostCells:
            LocalizedText(
                zh: "请给表头和下面的 | --- | 行补上列，或删去多出的竖线；文字里的竖线写 \\|。",
                en:
                    "Add columns to the header and its | --- | line, or delete the bar; one that is text is written \\|."
            )
        case .runTogether(.number):
            LocalizedText(
                zh: "编号写成“1. 首件样板”：半角点后空一格；列表前空一行。",
                en: "Write “1. Sample”, with a space behind the stop, and a blank line before the list.")
        case .runTogether(.bullet):
            LocalizedText(
                zh: "写成“- 首件样板”：- 后空一格；列表前空一行。",
                en: "Write “- Sample”, with a space behind the hyphen, and a blank line before the list.")
        case .runTogether:
            LocalizedText(zh: "请在每一行之间空一行。", en: "Put a blank line between them.")
        case .failedImage:
            LocalizedText(
                zh: "请写成 ![说明](photo.jpg)，感叹号用半角，紧挨方括号。",
                en: "Write ![description](photo.jpg), the mark touching the bracket.")
        case .bareHost(let address):
            LocalizedText(
                zh: "请写成“https://\(address)”，或 [名称](https://\(address))。",
                en: "Write “https://\(address)”, or [name](https://\(address)).")
        case .foreignMarkup(let kind, _): kind.help
        case .cutAddress(let address):
            LocalizedText(
                zh: "汉字是网址的一部分的，请写成 [名称](\(address)…)；不是的，请在网址后面空一格。",
                en: "If they belong to the address, write [name](\(address)…); else put a space behind it.")
        case .brokenRow:
            LocalizedText(
                zh: "请把它们写在一行里；格子里要换行的，用 <br>。", en: "Write them on one line; <br> begins a new line in a cell.")
        case .unusedDefinition(let label):
            LocalizedText(
                zh: "如果是说明文字，请去掉方括号；如果是链接地址，请在正文写 [文字][\(label)]，或删去这一行。",
                en: "If it is text, take the brackets away; if an address, write [text][\(label)], or delete the line.")
        case .repeatedDefinition:
            LocalizedText(zh: "请删去多余的一行，或换一个名称。", en: "Delete one of the lines, or give it another label.")
        case .failedTable(let table) where table.isFullWidth:
            LocalizedText(zh: "竖线和短横请用半角的 | 和 -。", en: "Write ASCII | and -.")
        case .tabbedTable(let columns):
            LocalizedText(
                zh: "请用 | 分开各格：“| 甲 | 乙 |”，表头下面写一行 |\(String(repeating: " --- |", count: columns))。",
                en:
                    "Divide the cells by |, “| a | b |”, and below the header write |\(String(repeating: " --- |", count: columns))."
            )
        case .failedTable(let table):
            LocalizedText(
                zh: "请在表头下面写一行：|\(String(repeating: " --- |", count: table.columns))",
                en: "Below the header write |\(String(repeating: " --- |", count: table.columns))")
        case .dividedTable(byComment: true):
            LocalizedText(
                zh: "请把注释移到表格的前面或后面，或写进格子里。", en: "Put the comment before or behind the table, or into a cell.")
        case .dividedTable(byComment: false):
            LocalizedText(zh: "请删去空行。", en: "Delete the blank line.")
        case .textInTable: LocalizedText(zh: "请在它前面空一行。", en: "Put a blank line before it.")
        case .underlinedHeading:
            LocalizedText(
                zh: "是标题的，请写成“## 标题”；是分隔线的，请在上面空一行。",
                en: "Write a heading as “## Heading”; put a blank line above a dividing line.")
        case .indentedText:
            LocalizedText(
                zh: "请删去行首的空格；段首空两格由版式处理。确是代码的，请写在两行 ``` 之间。",
                en: "Delete the spaces; what is code stands between two lines of ```.")
        case .fullWidthEmphasis: LocalizedText(zh: "请写成半角的 **文字**。", en: "Write **text** in ASCII.")
        case .unclosedCode:
            LocalizedText(
                zh: "请在代码的最后另起一行写同样的符号。", en: "Put the same marks on a line of their own behind the code.")
        case .caretText(let text):
            RaisedCharacters.raised(text).map { raised in
                LocalizedText(zh: "请写成上标字符“\(raised)”。", en: "Write “\(raised)”.")
            } ?? LocalizedText(zh: "请去掉尖号，或换一种写法。", en: "Take the carets away, or write it otherwise.")
        case .failedQuote: LocalizedText(zh: "请写成“> 文字”。", en: "Write “> text”.")
        case .failedHeading(let marks):
            LocalizedText(zh: "请写成“\(marks)标题”。", en: "Write “\(marks)Heading”.")
        case .topLevelHeading:
            LocalizedText(
                zh: "标题写在文件开头的“标题”里；正文从 ## 写起，与它相同的一行请删去。",
                en:
                    "The title stands in the front matter; begin the text with ##, and delete a line that repeats the title."
            )
        }
    }

    private static func help(_ link: FailedMarkup.Link) -> LocalizedText {
        if case .undefined(let label) = link.slip {
            return LocalizedText(
                zh: "请在文末另起一行写“[\(label)]: 地址”，或直接写成 [文字](地址)。",
                en: "Add a line `[\(label)]: address` at the end of the text, or write [text](address).")
        }
        if case .wiki(let label) = link.slip {
            return LocalizedText(
                zh: "请写成“[\(label)](路径)”，路径如 ../rules/measures.md。",
                en: "Write “[\(label)](path)” with a path such as ../rules/measures.md.")
        }
        let proposal = link.proposal ?? ""
        return LocalizedText(zh: "请写成“\(proposal)”。", en: "Write “\(proposal)”.")
    }
}
