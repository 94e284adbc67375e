import DocumentReading

/// Reads `word/document.xml`. A content control may stand around a run, paragraphs, a table, a row or a cell, and in
/// another one; deleted text and the second form of alternative content are passed over.
struct WordContentReader {
    private enum Context {
        case blocks, table, row, paragraph, other
    }

    private struct OpenControl {
        let context: Context
        /// How much of what is around it was there before it.
        let start: Int
        var tag: String?
        var alias: String?
        var showsPlaceholder = false
        var isChecked: Bool?
        /// The entry of the glossary that holds its hint.
        var placeholder: String?

        /// The tag; some programs drop it when they save, and keep the name of the hint, which is made of it.
        var identity: String? {
            if let tag, !tag.isEmpty { return tag }
            return placeholder.flatMap { $0.hasPrefix("PH_") ? String($0.dropFirst(3)) : nil } ?? tag
        }
    }

    /// The last control inside the paragraph that is being read.
    private struct ClosedControl {
        let paragraph: Int
        let identity: String
        let text: String
        /// Pieces of the paragraph up to its end.
        let end: Int
    }

    private struct OpenTable {
        var table = WordContent.Table()
        var cells: [WordContent.Cell] = []
        var column = 0
        var span = 1
        var continues = false
    }

    /// Elements whose content was taken out, or is said twice.
    private static let skipped: Set<String> = ["del", "moveFrom", "mc:Fallback", "glossaryDocument"]
    private static let maximumControls = 5000

    private var content = WordContent()
    private var contexts: [Context] = []
    private var blocks: [[WordContent.Block]] = [[]]
    private var paragraphs: [WordContent.Paragraph] = []
    /// Numbers of the open paragraphs.
    private var paragraphNumbers: [Int] = []
    private var lastParagraphNumber = 0
    private var lastControl: ClosedControl?
    private var tables: [OpenTable] = []
    private var controls: [OpenControl] = []
    /// Depth in an element that is passed over.
    private var skipDepth = 0
    private var propertyDepth = 0
    private var isText = false
    /// Whether the properties of a run are being read, not those of a paragraph's mark.
    private var isRunProperty = false
    /// Whether the run is text that no reader sees.
    private var isHidden = false
    private var alignment: RaisedText.Alignment?
    private var description = ""

    /// - Throws: `DocumentProblem`.
    static func read(_ bytes: [UInt8]) throws -> WordContent {
        var reader = WordContentReader()
        try XMLPart.read(bytes, named: "word/document.xml", vocabulary: .word) { try reader.visit($0) }
        reader.content.blocks = reader.blocks.first ?? []
        return reader.content
    }

    private mutating func visit(_ event: XMLPart.Event) throws {
        switch event {
        case .start(let name, let attributes):
            guard skipDepth == 0, !Self.skipped.contains(name) else {
                skipDepth += 1
                return
            }
            try start(name, attributes)
        case .text(let text):
            guard skipDepth == 0, isText, !isHidden else { return }
            append(.text(alignment.map { RaisedText.text(text, $0) } ?? text))
        case .end(let name):
            guard skipDepth == 0 else {
                skipDepth -= 1
                return
            }
            end(name)
        }
    }

    private mutating func start(_ name: String, _ attributes: XMLPart.Attributes) throws {
        switch name {
        case "p":
            contexts.append(.paragraph)
            paragraphs.append(WordContent.Paragraph())
            lastParagraphNumber += 1
            paragraphNumbers.append(lastParagraphNumber)
        case "tbl":
            contexts.append(.table)
            tables.append(OpenTable())
        case "tr":
            contexts.append(.row)
            withTable {
                $0.cells = []
                $0.column = 0
            }
        case "tc":
            contexts.append(.blocks)
            blocks.append([])
            withTable {
                $0.span = 1
                $0.continues = false
            }
        case "body", "txbxContent":
            contexts.append(.blocks)
            if name == "txbxContent" { blocks.append([]) }
        case "sdt":
            guard content.controls.count + controls.count < Self.maximumControls else {
                throw DocumentProblem.excessive(.init(zh: "填写控件过多", en: "it has too many content controls"))
            }
            controls.append(OpenControl(context: context, start: extent(of: context)))
        case "r", "m:r":
            isHidden = false
            alignment = nil
        case "sdtPr", "pPr", "rPr", "tcPr":
            propertyDepth += 1
            isRunProperty = name == "rPr" && propertyDepth == 1
        case "t", "m:t": isText = true
        default: property(name, attributes)
        }
    }

    private mutating func property(_ name: String, _ attributes: XMLPart.Attributes) {
        let value = attributes["w:val"] ?? attributes["w14:val"]
        switch name {
        case "tag": withControl { $0.tag = value }
        case "alias": withControl { $0.alias = value }
        case "docPart": withControl { $0.placeholder = value }
        case "showingPlcHdr": withControl { $0.showsPlaceholder = Self.isOn(value) }
        case "w14:checked": withControl { $0.isChecked = Self.isOn(value) }
        case "gridSpan": withTable { $0.span = min(max(value.flatMap { Int($0) } ?? 1, 1), 200) }
        case "vMerge": withTable { $0.continues = value != "restart" }
        case "gridBefore": withTable { $0.column += min(max(value.flatMap { Int($0) } ?? 0, 0), 200) }
        case "numId": withParagraph { $0.list = value == "0" ? nil : (value ?? "", $0.list?.level ?? 0) }
        case "ilvl": withParagraph { $0.list = ($0.list?.number ?? "", min(value.flatMap { Int($0) } ?? 0, 8)) }
        case "outlineLvl": withParagraph { $0.headingLevel = value.flatMap { Int($0) }.map { $0 + 1 } }
        case "pStyle":
            withParagraph { paragraph in
                guard let style = value?.lowercased(), style.hasPrefix("heading") else { return }
                paragraph.headingLevel = Int(style.dropFirst("heading".count))
            }
        case "tab" where propertyDepth == 0: append(.text("\t"))
        case "br", "cr": append(.text("\n"))
        case "wp:docPr": description = attributes["descr"] ?? ""
        // A picture is in the file, or only linked to.
        case "a:blip":
            if let relation = attributes["r:embed"] ?? attributes["r:link"] {
                append(.picture(relation: relation, description: description))
            }
        case "o:OLEObject": content.embeddedObjects += 1
        case "v:imagedata":
            if let relation = attributes["r:id"] { append(.picture(relation: relation, description: "")) }
        case "vanish" where isRunProperty: isHidden = Self.isOn(value)
        case "vertAlign" where isRunProperty: alignment = value.flatMap(RaisedText.Alignment.init(rawValue:))
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "p":
            _ = contexts.popLast()
            _ = paragraphNumbers.popLast()
            guard let paragraph = paragraphs.popLast() else { return }
            add(.paragraph(paragraph))
        case "tbl":
            _ = contexts.popLast()
            if let table = tables.popLast() { add(.table(table.table)) }
        case "tr":
            _ = contexts.popLast()
            withTable { $0.table.rows.append($0.cells) }
        case "tc":
            _ = contexts.popLast()
            let own = blocks.count > 1 ? blocks.removeLast() : []
            withTable { table in
                table.cells.append(
                    WordContent.Cell(column: table.column, span: table.span, continues: table.continues, blocks: own))
                table.column += table.span
            }
        case "body": _ = contexts.popLast()
        case "txbxContent":
            _ = contexts.popLast()
            // What stands in a box beside the text stands behind its paragraph.
            if blocks.count > 1 {
                for block in blocks.removeLast() { add(block) }
            }
        case "sdt": closeControl()
        case "sdtPr", "pPr", "rPr", "tcPr":
            propertyDepth -= 1
            isRunProperty = false
        case "t", "m:t": isText = false
        default: break
        }
    }

    // MARK: Controls

    private var context: Context { contexts.last ?? .other }

    /// How much there is already of what a control in a context is around.
    private func extent(of context: Context) -> Int {
        switch context {
        case .paragraph: paragraphs.last?.pieces.count ?? 0
        case .row: tables.last?.cells.count ?? 0
        case .table: tables.last?.table.rows.count ?? 0
        case .blocks, .other: blocks.last?.count ?? 0
        }
    }

    private mutating func closeControl() {
        guard let control = controls.popLast() else { return }
        let inside: [WordContent.Block]
        switch control.context {
        case .paragraph:
            var paragraph = WordContent.Paragraph()
            paragraph.pieces = Array(paragraphs.last?.pieces.dropFirst(control.start) ?? [])
            guard !isRepetition(control, paragraph.text) else {
                withParagraph { $0.pieces.removeSubrange(control.start...) }
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
                tag: control.identity, alias: control.alias, showsPlaceholder: control.showsPlaceholder,
                isChecked: control.isChecked, blocks: inside))
    }

    /// Whether a control only says again what the one directly before it says.
    ///
    /// LibreOffice 7.4 writes a control anew for every change between Chinese and Latin text: first all of its text, then
    /// each piece with all of the text behind it.
    private mutating func isRepetition(_ control: OpenControl, _ text: String) -> Bool {
        let number = paragraphNumbers.last ?? 0
        let identity = control.identity ?? control.alias ?? ""
        if let last = lastControl, last.paragraph == number, last.identity == identity, last.end == control.start,
            !last.text.isEmpty
        {
            let piece = text.hasSuffix(last.text) ? String(text.dropLast(last.text.count)) : text
            if piece.isEmpty || last.text.contains(piece) { return true }
        }
        lastControl = ClosedControl(
            paragraph: number, identity: identity, text: text, end: paragraphs.last?.pieces.count ?? 0)
        return false
    }

    // MARK: Places

    private mutating func append(_ piece: WordContent.Paragraph.Piece) {
        // A control knows its text by the pieces behind its beginning, which must not grow into it.
        let joins = controls.isEmpty
        withParagraph { paragraph in
            if joins, case .text(let new) = piece, case .text(let old) = paragraph.pieces.last {
                paragraph.pieces[paragraph.pieces.count - 1] = .text(old + new)
            } else {
                paragraph.pieces.append(piece)
            }
        }
    }

    private mutating func add(_ block: WordContent.Block) {
        guard !blocks.isEmpty else { return }
        blocks[blocks.count - 1].append(block)
    }

    private mutating func withTable(_ change: (inout OpenTable) -> Void) {
        guard !tables.isEmpty else { return }
        change(&tables[tables.count - 1])
    }

    private mutating func withParagraph(_ change: (inout WordContent.Paragraph) -> Void) {
        guard !paragraphs.isEmpty else { return }
        change(&paragraphs[paragraphs.count - 1])
    }

    private mutating func withControl(_ change: (inout OpenControl) -> Void) {
        guard !controls.isEmpty else { return }
        change(&controls[controls.count - 1])
    }

    /// `true`, `1`, `on`, or nothing at all.
    private static func isOn(_ value: String?) -> Bool { value.map { !["0", "false", "off"].contains($0) } ?? true }
}
