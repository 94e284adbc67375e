import Diagnostics

/// What can be wrong in a Markdown text, in words.
enum MarkdownFinding {
    case rawHTML
    case unsafeLink(destination: String, LinkSafety.Objection)
    case emptyLink, emptyImage
    case badHeadingID(String)
    case duplicateID(String)
    case duplicateArticle(String)
    case emptyHeadingID
    case leftoverEmphasis(String)
    case undefinedFootnote(String)
    case unusedFootnote(String)
    case skippedLevel(from: Int, to: Int)
    case missingAlternative, fileNameAsAlternative
    case missingTableHeader(column: Int)
    case failedLink(FailedMarkup.Link)
    /// With the marks as they should be.
    case failedHeading(String)
    /// With the columns of its first line and of the line below, which has none where it is missing.
    case failedTable(columns: Int, below: Int?)
    case unclosedCode
    case topLevelHeading

    /// The rule that is broken.
    var rule: Rule {
        switch self {
        case .rawHTML: .rawHTML
        case .unsafeLink: .unsafeLink
        case .emptyLink, .emptyImage: .emptyLink
        case .badHeadingID: .badHeadingID
        case .duplicateID, .duplicateArticle: .duplicateID
        case .emptyHeadingID: .emptyHeadingID
        case .leftoverEmphasis: .leftoverEmphasis
        case .undefinedFootnote: .undefinedFootnote
        case .unusedFootnote: .unusedFootnote
        case .skippedLevel: .headingOrder
        case .missingAlternative, .fileNameAsAlternative: .alternativeText
        case .missingTableHeader: .tableHeader
        case .failedLink: .failedLink
        case .failedHeading: .failedHeading
        case .failedTable: .failedTable
        case .unclosedCode: .unclosedCode
        case .topLevelHeading: .topLevelHeading
        }
    }

    /// What is wrong.
    var message: LocalizedText {
        switch self {
        case .rawHTML:
            LocalizedText(
                zh: "正文里的 HTML 不起作用，会原样显示。", en: "HTML in the text has no effect and is shown as it is.")
        case .unsafeLink(_, .scheme(let scheme)):
            LocalizedText(
                zh: "链接不能以“\(scheme):”开头，已作普通文字显示。",
                en: "A link must not begin with “\(scheme):”; it is shown as plain text.")
        case .unsafeLink(let destination, .otherHost):
            LocalizedText(
                zh: "链接“\(destination)”以 // 开头，会跳到别的网站。",
                en: "The link “\(destination)” begins with // and would lead to another site.")
        case .emptyLink: LocalizedText(zh: "链接没有地址。", en: "The link has no address.")
        case .emptyImage: LocalizedText(zh: "图片没有地址。", en: "The image has no address.")
        case .badHeadingID(let id) where HeadingIDs.isReserved(Array(id.utf8)):
            LocalizedText(
                zh: "标题编号“\(id)”是脚注和条文专用的写法。",
                en: "The heading id “\(id)” has the form kept for footnotes and articles.")
        case .badHeadingID(let id):
            LocalizedText(
                zh: "标题编号“\(id)”含有不能使用的字符。", en: "The heading id “\(id)” has characters that cannot be used.")
        case .duplicateID(let id):
            LocalizedText(zh: "标题编号“\(id)”重复。", en: "The heading id “\(id)” is used twice.")
        case .duplicateArticle(let anchor):
            LocalizedText(
                zh: "条号重复：前面已有同一条（\(anchor)）。", en: "This article number occurs twice (\(anchor)).")
        case .emptyHeadingID:
            LocalizedText(
                zh: "标题里没有文字或数字，无法生成链接编号。",
                en: "The heading has no letters or digits to make a link target of.")
        case .leftoverEmphasis(let mark):
            LocalizedText(
                zh: "星号“\(mark)”没有配成对，会原样显示。",
                en: "The asterisks “\(mark)” are not part of a pair and are shown as they are.")
        case .undefinedFootnote(let label):
            LocalizedText(zh: "脚注“\(label)”没有内容。", en: "The footnote “\(label)” is not defined.")
        case .unusedFootnote(let label):
            LocalizedText(
                zh: "脚注“\(label)”没有在正文里引用，不会显示。",
                en: "The footnote “\(label)” is not referred to and is not shown.")
        case .skippedLevel(let from, let to):
            LocalizedText(
                zh: "标题从第 \(from) 级跳到了第 \(to) 级。", en: "The heading jumps from level \(from) to level \(to).")
        case .missingAlternative: LocalizedText(zh: "图片没有替代文字。", en: "The picture has no alternative text.")
        case .fileNameAsAlternative:
            AlternativeText.message
        case .missingTableHeader(let column):
            LocalizedText(zh: "表格第 \(column) 列没有表头。", en: "Column \(column) of the table has no header.")
        case .failedLink(let link): Self.message(link.slip)
        case .failedTable(let columns, let below?):
            LocalizedText(
                zh: "表格没有成形：表头有 \(columns) 列，下面一行有 \(below) 列。",
                en: "This is no table: its header has \(columns.counting("column")), the line below \(below).")
        case .failedTable(_, nil):
            LocalizedText(
                zh: "表格没有成形：表头下面缺少一行 | --- |。", en: "This is no table: the line of | --- | below its header is missing."
            )
        case .unclosedCode:
            LocalizedText(
                zh: "代码块没有结束，后面的正文都成了代码。", en: "The block of code has no end: all that follows is code.")
        case .failedHeading:
            LocalizedText(
                zh: "这一行没有成为标题：标题要用半角 #，后面空一格。",
                en: "The line did not become a heading: that takes ASCII # and a space behind it.")
        case .topLevelHeading:
            LocalizedText(
                zh: "正文里有一级标题：页面标题已是第一级，全部标题都降了一级。",
                en: "There is a heading of the first level, which the page's title is: all headings moved down by one.")
        }
    }

    /// What to write instead.
    var help: LocalizedText? {
        switch self {
        case .rawHTML:
            LocalizedText(
                zh: "请改用 Markdown 写法；可以使用的标签只有 <br>、<sub>、<sup>、<kbd>（不带属性）。要显示标签本身，请用反引号括起来。",
                en:
                    "Use Markdown instead; only <br>, <sub>, <sup> and <kbd> without attributes work. To show a tag, put it between backticks."
            )
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
        case .failedTable(let columns, _):
            LocalizedText(
                zh: "请在表头下面写一行：|\(String(repeating: " --- |", count: columns))",
                en: "Below the header write |\(String(repeating: " --- |", count: columns))")
        case .unclosedCode:
            LocalizedText(
                zh: "请在代码的最后另起一行写同样的符号。", en: "Put the same marks on a line of their own behind the code.")
        case .failedHeading(let marks):
            LocalizedText(zh: "请写成“\(marks)标题”。", en: "Write “\(marks)Heading”.")
        case .topLevelHeading:
            LocalizedText(
                zh: "标题写在元数据的 title 里；正文从 ## 写起，与 title 相同的一行请删去。",
                en:
                    "The title stands in the front matter; begin the text with ##, and delete a line that repeats the title."
            )
        }
    }

    private static func message(_ slip: FailedMarkup.Link.Slip) -> LocalizedText {
        switch slip {
        case .fullWidthBracket:
            LocalizedText(zh: "链接的括号是全角的，没有成为链接。", en: "The brackets are full-width: this is no link.")
        case .spaceBefore:
            LocalizedText(
                zh: "方括号和圆括号之间有空格，没有成为链接。", en: "There is a space between the brackets: this is no link.")
        case .spaceInside:
            LocalizedText(zh: "链接的地址里有空格，没有成为链接。", en: "There is a space in the address: this is no link.")
        case .unclosed:
            LocalizedText(zh: "链接缺少右括号，没有成为链接。", en: "The link has no closing bracket: this is no link.")
        case .fullWidthLabel:
            LocalizedText(
                zh: "链接文字用了【】，没有成为链接。", en: "The text stands in full-width brackets: this is no link.")
        case .undefined(let label):
            LocalizedText(
                zh: "没有写明“[\(label)]”的地址，没有成为链接。", en: "“[\(label)]” has no address: this is no link.")
        }
    }

    private static func help(_ link: FailedMarkup.Link) -> LocalizedText {
        if case .undefined(let label) = link.slip {
            return LocalizedText(
                zh: "请在文末另起一行写“[\(label)]: 地址”，或直接写成 [文字](地址)。",
                en: "Add a line `[\(label)]: address` at the end of the text, or write [text](address).")
        }
        let proposal = link.proposal ?? ""
        return LocalizedText(zh: "请写成“\(proposal)”。", en: "Write “\(proposal)”.")
    }
}

extension DocumentRenderer {
    /// Notes that something is wrong at `bytes` of the file.
    mutating func report(
        _ finding: MarkdownFinding, at bytes: Range<Int>, related: [Diagnostic.Related] = [], replacement: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                finding.rule, at: file.range(bytes), message: finding.message, help: finding.help, related: related,
                replacement: replacement))
    }
}
