/// What has to be known of a whole text before its first block is written.
struct DocumentOutline {
    /// Whether a heading of level 1 occurs: the page's title is the only one, so all headings move down.
    private(set) var hasTopHeading = false
    /// The ids that headings ask for with `{#id}`; generated ids keep clear of them.
    private(set) var explicitIDs: Set<HeadingIDs.Key> = []
    /// How often each footnote is referred to, by number.
    private(set) var footnoteReferences: [Int: Int] = [:]
    /// The lines on which the footnotes that are used begin; cmark drops the others.
    private(set) var footnoteLines: Set<Int> = []
    /// The lines of code and HTML blocks, where nothing is a definition of a footnote.
    private(set) var verbatimLines: [ClosedRange<Int>] = []

    /// Surveys a tree. Only blocks are visited, and inlines as well if there are footnotes. O(nodes).
    static func survey(
        _ root: CommonMarkNode, in source: SourceText
    ) -> Result<DocumentOutline, ComplexityLimits.Excess> {
        var outline = DocumentOutline()
        let hasFootnotes = source.mentionsFootnotes
        var depth = 0
        var current = root.firstChild
        while var node = current {
            if let excess = outline.note(node, depth: depth, in: source) { return .failure(excess) }
            if hasFootnotes || node.holdsBlocks, let child = node.firstChild {
                depth += 1
                current = child
                continue
            }
            while true {
                if let next = node.next {
                    current = next
                    break
                }
                guard let parent = node.parent, parent != root else {
                    current = nil
                    break
                }
                depth -= 1
                node = parent
            }
        }
        return .success(outline)
    }

    private mutating func note(
        _ node: CommonMarkNode, depth: Int, in source: SourceText
    ) -> ComplexityLimits.Excess? {
        if depth > ComplexityLimits.maximumNesting {
            // The line is what the reader needs; columns say little at such a depth.
            return .init(kind: .nesting, bytes: source.trimmedLines(node.startLine, through: node.startLine))
        }
        switch node.kind {
        case .heading:
            if node.headingLevel == 1 { hasTopHeading = true }
            if let last = node.lastChild, last.kind == .text, let mark = HeadingIDs.explicitID(in: last.literal) {
                explicitIDs.insert(HeadingIDs.Key(bytes: mark.id))
            }
        case .table where node.tableColumns > ComplexityLimits.maximumTableColumns:
            return .init(kind: .tableColumns, bytes: source.trimmedLines(node.startLine, through: node.startLine))
        case .codeBlock, .htmlBlock:
            if node.startLine >= 1, node.endLine >= node.startLine {
                verbatimLines.append(node.startLine...node.endLine)
            }
        case .footnoteDefinition:
            footnoteLines.insert(node.startLine)
        case .footnoteReference:
            footnoteReferences[Footnotes.number(node.literal), default: 0] += 1
        default: break
        }
        return nil
    }
}

extension CommonMarkNode {
    /// Whether the children of this node are blocks.
    var holdsBlocks: Bool {
        switch kind {
        case .document, .blockQuote, .list, .item, .footnoteDefinition, .table, .tableRow: true
        default: false
        }
    }
}
