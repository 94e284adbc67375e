import Diagnostics
import Rules

/// What can be wrong in a Markdown text, in words.
enum MarkdownFinding {
    case rawHTML
    case openComment(CommentSlip)
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
    case failedTable(FailedBlocks.Table)
    case tabbedTable(columns: Int)
    /// With whether a comment stands between.
    case dividedTable(byComment: Bool)
    case textInTable
    case underlinedHeading
    case indentedText
    case fullWidthEmphasis
    case unclosedCode
    case topLevelHeading
    /// With the cells of the row and the columns of the header.
    case lostCells(count: Int, columns: Int, isCode: Bool)
    case runTogether(LineMarker)
    case failedImage
    case bareHost(String)
    /// With the text between the carets.
    case caretText(String)
    case failedQuote
    /// With the markup as it was written.
    case foreignMarkup(ForeignMarkup.Kind, String)
    /// With what of the address is a link.
    case cutAddress(String)
    /// A row of a table on two lines.
    case brokenRow
    case unusedDefinition(String)
    case repeatedDefinition(String)
    /// An item of a list whose number readers see otherwise.
    case renumbered(written: Int, shown: Int)

    /// The rule that is broken.
    var rule: Rule {
        switch self {
        case .rawHTML: .rawHTML
        case .openComment: .openComment
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
        case .failedLink(let link):
            if case .wiki = link.slip { .noLink } else { .failedLink }
        case .lostCells: .lostCells
        case .runTogether: .runTogether
        case .failedImage: .failedImage
        case .bareHost, .cutAddress: .noLink
        case .foreignMarkup(let kind, _): kind.rule
        case .brokenRow: .failedTable
        case .caretText, .failedQuote: .foreignMark
        case .unusedDefinition, .repeatedDefinition: .unusedDefinition
        case .failedHeading: .failedHeading
        case .failedTable, .dividedTable, .tabbedTable: .failedTable
        case .textInTable: .runTogether
        case .underlinedHeading: .failedHeading
        case .indentedText: .indentedText
        case .fullWidthEmphasis: .leftoverEmphasis
        case .unclosedCode: .unclosedCode
        case .topLevelHeading: .topLevelHeading
        case .renumbered: .listNumber
        }
    }

    /// What is wrong.
    var message: LocalizedText {
        switch self {
        case .rawHTML:
            LocalizedText(
                zh: "正文里的 HTML 不起作用，会原样显示。", en: "HTML in the text has no effect and is shown as it is.")
        case .openComment(.unclosed):
            LocalizedText(
                zh: "注释没有结尾“-->”，它和后面的文字都会公开。",
                en: "The comment has no end “-->”: it would be published, with the text behind it.")
        case .openComment(.beginning):
            LocalizedText(
                zh: "这里像是注释，但开头不是“<!--”，里面的文字会公开。",
                en: "This looks like a comment but does not begin with “<!--”: it would be published.")
        case .openComment(.end):
            LocalizedText(
                zh: "注释到这里没有结束：结尾不是“-->”，后面直到“-->”的文字都不会公开。",
                en: "The comment does not end here, which is not “-->”: all up to the next “-->” is hidden.")
        case .openComment(.nested):
            LocalizedText(
                zh: "注释里又有“<!--”，注释到第一个“-->”就结束。",
                en: "There is “<!--” inside a comment, which ends at the first “-->”.")
        case .openComment(.short):
            LocalizedText(
                zh: "注释到这里就完了，后面直到“-->”的文字都会公开。",
                en: "This is a whole comment: what follows, up to “-->”, is published.")
        case .renumbered(let written, let shown):
            LocalizedText(
                zh: "列表这一项写的是 \(written)，网页上显示 \(shown)。",
                en: "This item of the list is written \(written), and readers see \(shown).")
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
        case .leftoverEmphasis("~~"):
            LocalizedText(
                zh: "波浪线“~~”没有配成对，会原样显示。", en: "The tildes “~~” are not part of a pair and are shown as they are.")
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
        case .failedTable(let table): Self.message(table)
        case .tabbedTable(let columns):
            LocalizedText(
                zh: "这几行像是从表格软件里粘贴来的 \(columns) 列表格，网页上会连成一行字。",
                en:
                    "These lines look like a table of \(columns) columns pasted from a spreadsheet: readers see them run together."
            )
        case .dividedTable(byComment: true):
            LocalizedText(
                zh: "单独成行的注释把表格断成了两截，这几行不在表格里。",
                en: "A comment on a line of its own ends the table: these rows are none of it.")
        case .dividedTable(byComment: false):
            LocalizedText(
                zh: "空行把表格断成了两截，这几行不在表格里。", en: "A blank line ends the table: these rows are none of it.")
        case .textInTable:
            LocalizedText(
                zh: "表格下面没有空行，这一行成了表格里的一行。", en: "Without a blank line above it, this line becomes a row of the table.")
        case .underlinedHeading:
            LocalizedText(
                zh: "文字下面紧接着一行短横，这段文字成了标题。", en: "With a line of hyphens right below it, this text becomes a heading.")
        case .indentedText:
            LocalizedText(
                zh: "行首空了四格，这段文字会当作代码显示。", en: "Four spaces before it make code of this text.")
        case .fullWidthEmphasis:
            LocalizedText(zh: "星号是全角的，文字没有加粗。", en: "The asterisks are full-width: the text is not bold.")
        case .unclosedCode:
            LocalizedText(
                zh: "代码块没有结束，后面的正文都成了代码。", en: "The block of code has no end: all that follows is code.")
        case .lostCells(let count, let columns, _):
            LocalizedText(
                zh: "这一行有 \(count) 格，表头只有 \(columns) 格，多出的内容不会显示。",
                en: "The row has \(count.counting("cell")), the header \(columns): what is in the others does not show."
            )
        case .runTogether(.indentation):
            LocalizedText(
                zh: "用全角空格开头的这几行会连成一段。", en: "These lines begin with full-width spaces and become one paragraph.")
        case .runTogether:
            LocalizedText(zh: "分行写的这几项会连成一段。", en: "These items on lines of their own become one paragraph.")
        case .failedImage:
            LocalizedText(
                zh: "图片前面的感叹号不是紧挨着的半角“!”，成了链接。",
                en: "The exclamation mark before the picture is not ASCII or stands apart: this is a link.")
        case .bareHost(let address):
            LocalizedText(
                zh: "“\(address)”前面没有半角的 https://，不是链接。", en: "“\(address)” has no https:// before it and is no link.")
        case .foreignMarkup(let kind, let words): kind.message(words)
        case .cutAddress(let address):
            LocalizedText(
                zh: "链接只到“\(address)”，后面的汉字不在链接里。",
                en: "The link ends at “\(address)”; the Chinese characters behind it are none of it.")
        case .brokenRow:
            LocalizedText(
                zh: "表格的这一行断成了两行，网页上是两行。", en: "This row of the table is broken over two lines and becomes two rows.")
        case .unusedDefinition(let label):
            LocalizedText(
                zh: "“[\(label)]:”这一行没有用到，不会显示。", en: "The line “[\(label)]:” is not used and does not show.")
        case .repeatedDefinition(let label):
            LocalizedText(
                zh: "“[\(label)]”的地址写了不止一次，以第一次为准。",
                en: "The address of “[\(label)]” is given more than once; the first counts.")
        case .caretText(let text):
            LocalizedText(
                zh: "“^\(text)^”不是上标，尖号会原样显示。", en: "“^\(text)^” is not raised: the carets show as they are.")
        case .failedQuote:
            LocalizedText(
                zh: "这一行没有成为引用：引用以半角 > 开头，后面空一格。",
                en: "The line did not become a quote: that takes an ASCII > and a space behind it.")
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

    private static func message(_ table: FailedBlocks.Table) -> LocalizedText {
        if table.isFullWidth {
            return LocalizedText(
                zh: "表格没有成形：竖线或短横是全角的。", en: "This is no table: bars or hyphens are full-width.")
        }
        guard let below = table.below else {
            return LocalizedText(
                zh: "表格没有成形：表头下面缺少一行 | --- |。", en: "This is no table: the line of | --- | below its header is missing."
            )
        }
        return LocalizedText(
            zh: "表格没有成形：表头有 \(table.columns) 列，下面一行有 \(below) 列。",
            en: "This is no table: its header has \(table.columns.counting("column")), the line below \(below).")
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
        case .title:
            LocalizedText(
                zh: "链接地址后面的说明没有用英文引号括起来，没有成为链接。",
                en: "What stands behind the address is not in quotes: this is no link.")
        case .unclosed:
            LocalizedText(zh: "链接缺少右括号，没有成为链接。", en: "The link has no closing bracket: this is no link.")
        case .fullWidthLabel:
            LocalizedText(
                zh: "链接文字用了【】或［］，没有成为链接。", en: "The text stands in full-width brackets: this is no link.")
        case .wiki(let label):
            LocalizedText(
                zh: "“[[\(label)]]”是别的软件的写法，没有成为链接。",
                en: "“[[\(label)]]” is how other programs write links; it is none here.")
        case .undefined(let label):
            LocalizedText(
                zh: "没有写明“[\(label)]”的地址，没有成为链接。", en: "“[\(label)]” has no address: this is no link.")
        }
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
