import Diagnostics
import Rules

/// Writes the HTML of a tree and collects what else is to be known of the text, in one walk over the blocks.
struct DocumentRenderer {
    /// A reference whose text is not yet complete.
    struct PendingReference {
        let kind: MarkdownReference.Kind
        let destination: [UInt8]
        var text: [UInt8]
        /// Where the text begins in `plain`.
        let textStart: Int
        let bytes: Range<Int>
        /// Where it is used, for one whose destination stands elsewhere.
        let use: Range<Int>?
        let htmlOffset: Int
        let htmlStart: Int
        var htmlEnd = 0
        var isInLink = false
    }

    let file: SourceFile
    let source: SourceText
    let options: MarkdownParser.Options
    let outline: DocumentOutline

    var html: HTMLBuffer
    var plain: [UInt8] = []
    var references: [PendingReference] = []
    /// Whether an image was written: the first one is likely seen at once, so that it is loaded at once.
    var hasImage = false
    var headings: [MarkdownHeading] = []
    var anchors: [String] = []
    var comments: [MarkdownComment] = []
    var diagnostics: [Diagnostic] = []
    /// What made the text too complex, found while writing.
    var excess: ComplexityLimits.Excess?

    var headingIDs: HeadingIDs
    var claimedIDs: [[UInt8]: Range<Int>] = [:]
    var articles: [String: Range<Int>] = [:]
    var inlines = InlineSequence()
    var emphasis = EmphasisRepair()
    var table = TableState()
    /// Whether the next paragraph begins with the box of a task, and if so, whether it is ticked.
    var pendingTask: Bool?
    var footnoteNumber = 0
    var footnoteReferencesWritten: [Int: Int] = [:]
    /// Whether the footnote that is open lacks its links back.
    var needsBackLinks = false
    /// Where the last reference was found in the source.
    var lastReferenceEnd = 0
    /// The destinations of `[label]: destination`, once they are asked for.
    var definitions: [String: Range<Int>]?
    var hasReportedTopHeading = false
    /// Names of tags that were reported and have not ended yet.
    var reportedTags: Set<[UInt8]> = []

    init(file: SourceFile, source: SourceText, options: MarkdownParser.Options, outline: DocumentOutline) {
        self.file = file
        self.source = source
        self.options = options
        self.outline = outline
        let length = file.bytes.count - (source.lineStarts.first ?? 0)
        html = HTMLBuffer(capacity: length + length / 4 + 256)
        plain.reserveCapacity(length + 16)
        headingIDs = HeadingIDs(explicit: outline.explicitIDs)
    }

    /// Writes all blocks below `root`.
    mutating func render(_ root: CommonMarkNode) {
        var current = root.firstChild
        while var node = current {
            let kind = node.kind
            if enter(node, kind), let child = node.firstChild {
                current = child
                continue
            }
            leave(kind, node)
            while true {
                if let next = node.next {
                    current = next
                    break
                }
                guard let parent = node.parent, parent != root else {
                    current = nil
                    break
                }
                leave(parent.kind, parent)
                node = parent
            }
        }
        finishFootnotes()
        reportUselessDefinitions()
    }

    /// Writes a leaf, or the beginning of a container. Returns whether the children are to be written.
    private mutating func enter(_ node: CommonMarkNode, _ kind: CommonMarkNode.Kind) -> Bool {
        switch kind {
        case .paragraph: writeParagraph(node)
        case .heading: writeHeading(node)
        case .codeBlock: writeCodeBlock(node)
        case .htmlBlock: writeHTMLBlock(node)
        case .tableCell: writeCell(node)
        case .thematicBreak:
            html.startLine()
            html.append("<hr>\n")
        case .blockQuote:
            html.startLine()
            html.append("<blockquote>\n")
            return true
        case .list:
            openList(node)
            return true
        case .item:
            openItem(node)
            return true
        case .table:
            openTable(node)
            return true
        case .tableRow:
            openRow(node)
            return true
        case .footnoteDefinition:
            openFootnote()
            return true
        default: return true
        }
        return false
    }

    /// Writes the end of a container.
    private mutating func leave(_ kind: CommonMarkNode.Kind, _ node: CommonMarkNode) {
        switch kind {
        case .blockQuote:
            html.startLine()
            html.append("</blockquote>\n")
        case .list: html.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
        case .item: html.append("</li>\n")
        case .table: closeTable()
        case .tableRow: closeRow()
        case .footnoteDefinition: closeFootnote()
        default: break
        }
    }

    /// Separates what follows from the blocks before it in the plain text.
    mutating func startPlainBlock() {
        if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
    }

    // MARK: Lists

    private mutating func openList(_ node: CommonMarkNode) {
        html.startLine()
        guard node.isOrderedList else { return html.append("<ul>\n") }
        reportRenumbering(node)
        guard node.listStart != 1 else { return html.append("<ol>\n") }
        html.append("<ol start=\"")
        html.append(node.listStart)
        html.append("\">\n")
    }

    private mutating func openItem(_ node: CommonMarkNode) {
        html.startLine()
        pendingTask = nil
        guard node.isTask else { return html.append("<li>") }
        html.append("<li class=\"task\">")
        if node.firstChild?.kind == .paragraph {
            pendingTask = node.isCheckedTask
        } else {
            writeTaskBox(isChecked: node.isCheckedTask)
        }
    }

    private mutating func writeTaskBox(isChecked: Bool) {
        html.append(isChecked ? "<input type=\"checkbox\" disabled checked> " : "<input type=\"checkbox\" disabled> ")
    }

    // MARK: Leaves

    private mutating func writeParagraph(_ node: CommonMarkNode) {
        startPlainBlock()
        let parent = node.parent
        let isTight = parent?.kind == .item && parent?.parent?.isTightList == true
        var place = readInlines(of: node, bytes: paragraphBytes(node))
        let content = takeInlines()
        defer { inlines = content }
        // Nothing but comments.
        if content.tokens.isEmpty, pendingTask == nil { return }
        if let image = Figures.image(aloneIn: content) {
            html.startLine()
            if writeFigure(image, content, place) { return }
        }
        let article = options.marksArticles ? claimArticle(content, node) : nil
        let isWrapped = !isTight || article != nil
        if isWrapped {
            html.startLine()
            openParagraph(article: article)
        }
        // The label gives the box its name.
        let task = pendingTask
        pendingTask = nil
        if let task {
            html.append("<label>")
            writeTaskBox(isChecked: task)
        }
        writeInlines(content, &place)
        reportFailedHeadings(node)
        reportFailedQuotes(node)
        reportFailedTable(node)
        reportRunTogether(node)
        if task != nil { html.append("</label>") }
        if needsBackLinks, node.next == nil, parent?.kind == .footnoteDefinition { writeBackLinks() }
        if isWrapped { html.append("</p>\n") }
    }

    private mutating func openParagraph(article: String?) {
        guard let article else { return html.append("<p>") }
        html.append("<p id=\"")
        html.appendEscaped(article.utf8)
        html.append("\" class=\"article\">")
    }

    /// The lines of a paragraph. cmark has no position for one whose last line became the head of a table.
    private func paragraphBytes(_ node: CommonMarkNode) -> Range<Int>? {
        guard node.startLine == 0, let table = node.next, table.startLine > 0 else { return nil }
        return source.lines(table.startLine, through: table.endLine)
    }

    private mutating func claimArticle(_ content: InlineSequence, _ node: CommonMarkNode) -> String? {
        let first = content.tokens.first { token in
            switch token.kind {
            case .emphasisOpen, .strongOpen, .strikeOpen, .linkOpen: false
            default: true
            }
        }
        guard let first, first.kind == .text,
            let anchor = ArticleAnchors.anchor(ofTextBeginning: content.text[first.text])
        else { return nil }
        let bytes = source.trimmedLines(node.startLine, through: node.startLine)
        if let earlier = articles[anchor] {
            let place = Diagnostic.Related(
                LocalizedText(zh: "第一次出现在这里", en: "first used here"), at: file.range(earlier))
            report(.duplicateArticle(anchor), at: bytes, related: [place])
            return nil
        }
        articles[anchor] = bytes
        anchors.append(anchor)
        return anchor
    }

    private mutating func writeCodeBlock(_ node: CommonMarkNode) {
        // What looks like a comment is code between fences, and hardly ever where only spaces make it so.
        let literal = node.literal
        let code = node.isFenced ? literal : CommentMask.removing(from: literal)
        if code.count < literal.count {
            note(commentsIn: source.trimmedLines(node.startLine, through: max(node.startLine, node.endLine)))
            guard code.contains(where: { $0 > 0x20 }) else { return }
        }
        reportUnclosedCode(node)
        reportIndentedText(node)
        startPlainBlock()
        html.startLine()
        let language = CommentMask.removing(from: node.fenceInfo).prefix { $0 > 0x20 }
        if language.isEmpty {
            html.append("<pre><code>")
        } else {
            html.append("<pre><code class=\"language-")
            html.appendEscaped(language)
            html.append("\">")
        }
        html.appendEscaped(code)
        html.append("</code></pre>\n")
        plain.append(contentsOf: code)
    }

    private mutating func writeHTMLBlock(_ node: CommonMarkNode) {
        let content = CommentMask.removing(from: node.literal)
        note(commentsIn: source.trimmedLines(node.startLine, through: max(node.startLine, node.endLine)))
        if RawHTML.isComment(content[...]) { return }
        html.startLine()
        if RawHTML.isLineBreak(content[...]) { return html.append("<p><br></p>\n") }
        html.append("<pre class=\"raw-html\"><code>")
        html.appendEscaped(content)
        html.append("</code></pre>\n")
        report(
            CommentMask.holdsOpening(content) ? .openComment(.unclosed) : .rawHTML,
            at: source.trimmedLines(node.startLine, through: node.startLine))
    }
}
