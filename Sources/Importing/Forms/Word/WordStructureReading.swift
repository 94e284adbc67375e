/// Paragraphs, boxes beside them, tables and controls of a Word file that is read.
extension WordContentReader {
    private static let textLevel = 9

    // MARK: Paragraphs

    mutating func startParagraph() {
        contexts.append(.paragraph)
        lastParagraphNumber += 1
        var open = OpenParagraph(number: lastParagraphNumber)
        if let last = carried.last, last.depth == blocks.count {
            carried.removeLast()
            open.paragraph.pieces = last.paragraph.pieces
        }
        paragraphs.append(open)
    }

    mutating func endParagraph() {
        _ = contexts.popLast()
        guard let open = paragraphs.popLast() else { return }
        fields.endParagraph(open.number)
        var paragraph = open.paragraph
        if let level = open.outlineLevel {
            paragraph.headingLevel = level < Self.textLevel ? level + 1 : nil
        } else {
            paragraph.headingLevel = styles.headingLevel(ofParagraphs: open.style)
        }
        if open.isMarkDeleted {
            carried.append((blocks.count, paragraph))
        } else {
            paragraph.label = label(of: open)
            add(.paragraph(paragraph))
        }
        for block in open.boxes { add(block) }
    }

    mutating func label(of open: OpenParagraph) -> ListLabel? {
        let style = styles.list(ofParagraphs: open.style)
        // 0 takes a paragraph out of the list of its style.
        guard let number = open.listNumber ?? style?.number, number != "0" else { return nil }
        let level =
            open.listLevel ?? numbering.level(ofStyle: open.style, in: number)
            ?? (open.listNumber == nil ? style?.level : nil)
        return numbering.next(number, level: level ?? 0)
    }

    /// Ends paragraphs that were to be joined with one that does not come.
    mutating func settleCarried() {
        while let last = carried.last, last.depth >= blocks.count {
            carried.removeLast()
            add(.paragraph(last.paragraph))
        }
    }

    /// What stands in a box beside the text stands behind its paragraph.
    mutating func endBox(isNote: Bool) {
        settleCarried()
        _ = contexts.popLast()
        guard blocks.count > 1 else { return }
        let own = blocks.removeLast()
        if isNote {
            if let note { content.notes[note] = own }
        } else if paragraphs.isEmpty {
            for block in own { add(block) }
        } else {
            withParagraph { $0.boxes += own }
        }
    }

    // MARK: Tables

    mutating func endCell() {
        settleCarried()
        _ = contexts.popLast()
        let own = blocks.count > 1 ? blocks.removeLast() : []
        guard let table = tables.last else { return }
        let cell = WordContent.Cell(column: table.column, span: table.span, continues: table.continues, blocks: own)
        if table.isCellDeleted {
            remark(.deleted, cell.text)
        } else {
            withTable {
                $0.cells.append(cell)
                $0.column += $0.span
            }
        }
    }

    mutating func endRow() {
        _ = contexts.popLast()
        guard let table = tables.last else { return }
        if table.isRowDeleted {
            remark(.deleted, table.cells.map(\.text).joined(separator: " "))
        } else {
            withTable { $0.table.rows.append($0.cells) }
        }
    }

    // MARK: Controls

    var context: Context { contexts.last ?? .other }

    /// How much there is already of what a control in a context is around.
    func extent(of context: Context) -> Int {
        switch context {
        case .paragraph: paragraphs.last?.paragraph.pieces.count ?? 0
        case .row: tables.last?.cells.count ?? 0
        case .table: tables.last?.table.rows.count ?? 0
        case .blocks, .other: blocks.last?.count ?? 0
        }
    }

    mutating func closeControl() {
        guard let control = controls.popLast() else { return }
        let inside: [WordContent.Block]
        switch control.context {
        case .paragraph:
            var paragraph = WordContent.Paragraph()
            paragraph.pieces = Array(paragraphs.last?.paragraph.pieces.dropFirst(control.start) ?? [])
            guard !isRepetition(control, paragraph.text) else {
                withParagraph { $0.paragraph.pieces.removeSubrange(control.start...) }
                return
            }
            inside = [.paragraph(paragraph)]
        case .row: inside = (tables.last?.cells.dropFirst(control.start) ?? []).flatMap(\.blocks)
        case .table:
            inside = [.table(WordContent.Table(rows: Array(tables.last?.table.rows.dropFirst(control.start) ?? [])))]
        case .blocks, .other: inside = Array(blocks.last?.dropFirst(control.start) ?? [])
        }
        content.controls.append(
            WordContent.Control(
                tag: control.identity, alias: control.alias, placeholder: control.placeholder, hint: control.hint,
                isChecked: control.isChecked, blocks: inside))
    }

    /// Whether a control only says again what the one directly before it says.
    ///
    /// LibreOffice 7.4 writes a control anew for every change between Chinese and Latin text: first all of its text, then
    /// each piece with all of the text behind it.
    mutating func isRepetition(_ control: OpenControl, _ text: String) -> Bool {
        let number = paragraphs.last?.number ?? 0
        let identity = control.identity ?? control.alias ?? ""
        if let last = lastControl, last.paragraph == number, last.identity == identity, last.end == control.start,
            !last.text.isEmpty
        {
            let piece = text.hasSuffix(last.text) ? String(text.dropLast(last.text.count)) : text
            if piece.isEmpty || last.text.contains(piece) { return true }
        }
        lastControl = ClosedControl(
            paragraph: number, identity: identity, text: text, end: paragraphs.last?.paragraph.pieces.count ?? 0)
        return false
    }
}
