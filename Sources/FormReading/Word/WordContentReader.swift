import DocumentReading

/// Reads a part of a Word file that has text: `word/document.xml`, or its footnotes or endnotes. A content control may
/// stand around a run, paragraphs, a table, a row or a cell, and in another one.
///
/// What is read is the text as it stands when all tracked changes are accepted, and of alternative content the form that a
/// reader of this program's reach would show. What stays out is remarked on, with its words.
struct WordContentReader {
    private enum Context {
        case blocks, table, row, paragraph, other
    }

    /// What is being said of properties.
    private enum Properties {
        case paragraph, run, cell, row, control, other
    }

    /// What becomes of characters.
    private enum TextUse {
        case none, text, fieldCode
        /// Words in a drawing of other programs.
        case drawing
    }

    private struct OpenControl {
        let context: Context
        /// How much of what is around it was there before it.
        let start: Int
        var tag: String?
        var alias: String?
        var isMarkedAsHint = false
        /// Whether some of its words do not look like a hint.
        var hasPlainText = false
        var isChecked: Bool?
        var placeholder: String?

        /// The tag; some programs drop it when they save, and keep the name of the hint, which is made of it.
        var identity: String? {
            if let tag, !tag.isEmpty { return tag }
            return placeholder.flatMap { $0.hasPrefix("PH_") ? String($0.dropFirst(3)) : nil } ?? tag
        }

        var hint: WordContent.Hint {
            if !isMarkedAsHint { return .absent }
            return hasPlainText ? .uncertain : .shown
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

    private struct OpenParagraph {
        var paragraph = WordContent.Paragraph()
        let number: Int
        var style: String?
        var listNumber: String?
        var listLevel: Int?
        /// From 0; 9 is the text between headings.
        var outlineLevel: Int?
        /// Whether a tracked change joins it with the next one.
        var isMarkDeleted = false
        /// What stands in boxes beside it.
        var boxes: [WordContent.Block] = []
    }

    private struct OpenTable {
        var table = WordContent.Table()
        var cells: [WordContent.Cell] = []
        var column = 0
        var span = 1
        var continues = false
        var isRowDeleted = false
        var isCellDeleted = false
    }

    private struct OpenRun {
        var direct = RunProperties()
        var style: String?
        /// With what its styles say.
        var properties: RunProperties
    }

    private struct OpenDrawing {
        let isObject: Bool
        var name = ""
        var words = ""
        /// Whether something of it was read or remarked on.
        var isRead = false
    }

    /// A field of a form as Word made them before 2007.
    private struct FormField {
        var isChecked: Bool?
        var isCheckedAtFirst = false
        var isBox = false
        var entries: [String] = []
        var entry = 0
    }

    /// An element that stays out, with what is in it.
    private struct LeftOut {
        let kind: ReadingRemark.Kind?
        var depth = 1
        var words = ""
    }

    private static let maximumControls = 5000
    private static let textLevel = 9

    private let part: WordContent.Part
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var content = WordContent()
    private var contexts: [Context] = []
    private var blocks: [[WordContent.Block]] = [[]]
    private var paragraphs: [OpenParagraph] = []
    private var lastParagraphNumber = 0
    /// Paragraphs that are joined with the next one at their depth.
    private var carried: [(depth: Int, paragraph: WordContent.Paragraph)] = []
    private var lastControl: ClosedControl?
    private var tables: [OpenTable] = []
    private var controls: [OpenControl] = []
    private var runs: [OpenRun] = []
    private var drawings: [OpenDrawing] = []
    private var properties: [Properties] = []
    private var fields = FieldCodes()
    private var formField: FormField?
    /// For each open choice of alternatives whether one was taken.
    private var alternatives: [Bool] = []
    private var formula: [FormulaText.Node] = []
    private var leftOut: LeftOut?
    private var textUse = TextUse.none
    private var note: WordContent.NoteID?
    private var description = ""
    /// How many pieces of text were read, and how many when the last remark was made.
    private var pieceCount = 0
    private var lastRemark: (kind: ReadingRemark.Kind, paragraph: Int, pieceCount: Int)?

    private init(_ part: WordContent.Part, _ styles: WordStyles, _ numbering: WordNumbering) {
        (self.part, self.styles, self.numbering) = (part, styles, numbering)
    }

    /// - Throws: `DocumentProblem`.
    static func read(
        _ bytes: [UInt8], part: WordContent.Part, styles: WordStyles, numbering: WordNumbering
    ) throws -> WordContent {
        var reader = WordContentReader(part, styles, numbering)
        try XMLPart.read(
            bytes, named: "word/\(part.rawValue).xml", vocabulary: .word, skipping: WordElements.formerProperties
        ) { try reader.visit($0) }
        reader.settleCarried()
        reader.content.blocks = reader.blocks.first ?? []
        return reader.content
    }

    private mutating func visit(_ event: XMLPart.Event) throws {
        switch event {
        case .start(let name, let attributes):
            if leftOut != nil {
                leftOut?.depth += 1
                textUse = name == "t" || name == "delText" ? .text : .none
            } else if !formula.isEmpty {
                formula.append(FormulaText.Node(name: name, value: attributes["m:val"]))
            } else {
                try start(name, attributes)
            }
        case .text(let text): read(text)
        case .end(let name):
            if leftOut != nil {
                endLeftOut()
            } else if !formula.isEmpty {
                endFormula()
            } else {
                end(name)
            }
        }
    }

    private mutating func read(_ text: String) {
        if leftOut != nil {
            if textUse == .text { leftOut?.words += text }
        } else if !formula.isEmpty {
            if ["m:t", "t"].contains(formula[formula.count - 1].name) { formula[formula.count - 1].text += text }
        } else {
            switch textUse {
            case .text: append(text: text)
            case .fieldCode: fields.read(code: text)
            case .drawing: if !drawings.isEmpty { drawings[drawings.count - 1].words += text }
            case .none: break
            }
        }
    }

    // MARK: Elements

    private mutating func start(_ name: String, _ attributes: XMLPart.Attributes) throws {
        switch name {
        case "r": runs.append(OpenRun(properties: styles.run(inParagraphOf: paragraphs.last?.style) ?? RunProperties()))
        case "t": textUse = .text
        case "rPr": properties.append(.run)
        case "p": startParagraph()
        case "pPr": properties.append(.paragraph)
        case "tcPr": properties.append(.cell)
        case "trPr": properties.append(.row)
        case "sdtPr": properties.append(.control)
        case "tblPr", "tblPrEx", "sectPr", "sdtEndPr", "rubyPr": properties.append(.other)
        case "tbl":
            settleCarried()
            contexts.append(.table)
            tables.append(OpenTable())
        case "tr":
            contexts.append(.row)
            withTable {
                $0.cells = []
                $0.column = 0
                $0.isRowDeleted = false
            }
        case "tc":
            contexts.append(.blocks)
            blocks.append([])
            withTable {
                $0.span = 1
                $0.continues = false
                $0.isCellDeleted = false
            }
        case "body": contexts.append(.blocks)
        case "txbxContent":
            contexts.append(.blocks)
            blocks.append([])
            markDrawing()
        case "footnote", "endnote":
            contexts.append(.blocks)
            blocks.append([])
            // Those of a type are lines between text and notes.
            note =
                attributes["w:type"].map { $0 == "normal" } ?? true
                ? attributes["w:id"].map { WordContent.NoteID(part: part, number: $0) } : nil
        case "sdt":
            guard content.controls.count + controls.count < Self.maximumControls else {
                throw DocumentProblem.excessive(.init(zh: "填写控件过多", en: "it has too many content controls"))
            }
            controls.append(OpenControl(context: context, start: extent(of: context)))
        case "m:oMath": formula.append(FormulaText.Node(name: name, value: nil))
        case "del", "moveFrom": startDeletion(name)
        case "rt": leaveOut(.reading)
        case "mc:AlternateContent": alternatives.append(false)
        case "mc:Choice", "mc:Fallback":
            startAlternative(isUnderstood: name == "mc:Fallback" || attributes.areUnderstood)
        default:
            if properties.isEmpty { piece(name, attributes) } else { property(name, attributes) }
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "r": _ = runs.popLast()
        case "t", "instrText", "a:t": textUse = .none
        case "rPr":
            if properties.popLast() == .run, properties.isEmpty { settleRun() }
        case "pPr", "tcPr", "trPr", "sdtPr", "tblPr", "tblPrEx", "sectPr", "sdtEndPr", "rubyPr":
            _ = properties.popLast()
        case "p": endParagraph()
        case "tc": endCell()
        case "tr": endRow()
        case "tbl":
            _ = contexts.popLast()
            if let table = tables.popLast() { add(.table(table.table)) }
        case "body":
            settleCarried()
            _ = contexts.popLast()
        case "txbxContent", "footnote", "endnote": endBox(isNote: name != "txbxContent")
        case "sdt": closeControl()
        case "ffData": endFormField()
        case "drawing", "pict", "object": endDrawing()
        case "mc:AlternateContent": if alternatives.popLast() == false { remark(.shape) }
        default: break
        }
    }

    /// What says how something looks or what it is.
    private mutating func property(_ name: String, _ attributes: XMLPart.Attributes) {
        switch properties.last {
        case .run where properties.count == 1:
            if name == "rStyle" {
                withRun { $0.style = attributes["w:val"] }
            } else {
                withRun { $0.direct.read(name, attributes) }
            }
        case .paragraph:
            switch name {
            case "pStyle": withParagraph { $0.style = attributes["w:val"] }
            case "numId": withParagraph { $0.listNumber = attributes["w:val"] }
            case "ilvl": withParagraph { $0.listLevel = attributes["w:val"].flatMap { Int($0) } }
            case "outlineLvl": withParagraph { $0.outlineLevel = attributes["w:val"].flatMap { Int($0) } }
            default: break
            }
        case .cell:
            switch name {
            case "gridSpan": withTable { $0.span = Self.columns(attributes["w:val"], atLeast: 1) }
            case "vMerge", "hMerge": withTable { $0.continues = attributes["w:val"] != "restart" }
            case "cellDel": withTable { $0.isCellDeleted = true }
            default: break
            }
        case .row: if name == "gridBefore" { withTable { $0.column += Self.columns(attributes["w:val"], atLeast: 0) } }
        case .control: controlProperty(name, attributes)
        default: break
        }
    }

    private static func columns(_ value: String?, atLeast least: Int) -> Int {
        min(max(value.flatMap { Int($0) } ?? least, least), 200)
    }

    private mutating func controlProperty(_ name: String, _ attributes: XMLPart.Attributes) {
        switch name {
        case "tag": withControl { $0.tag = attributes["w:val"] }
        case "alias": withControl { $0.alias = attributes["w:val"] }
        case "docPart": withControl { $0.placeholder = attributes["w:val"] }
        case "showingPlcHdr": withControl { $0.isMarkedAsHint = XMLSwitch.isOn(attributes["w:val"]) }
        case "w14:checked": withControl { $0.isChecked = XMLSwitch.isOn(attributes["w14:val"]) }
        default: break
        }
    }

    /// What stands among the text.
    private mutating func piece(_ name: String, _ attributes: XMLPart.Attributes) {
        switch name {
        case "tab", "ptab": append(text: "\t")
        case "br", "cr": append(text: "\n")
        case "noBreakHyphen": append(text: "\u{2011}")
        case "sym": readSymbol(attributes["w:font"] ?? "", attributes["w:char"] ?? "")
        case "footnoteReference", "endnoteReference":
            guard !fields.isInCode, run.reasonToLeaveOut == nil, let number = attributes["w:id"] else { return }
            append(
                .note(WordContent.NoteID(part: name == "footnoteReference" ? .footnotes : .endnotes, number: number)))
        case "commentReference": remark(.comment)
        case "altChunk": remark(.insertedFile)
        case "contentPart": remark(.shape)
        case "hyperlink": if let name = attributes["r:id"] { content.links.append(.init(part: part, name: name)) }
        case "fldChar": readField(attributes["w:fldCharType"])
        case "instrText": textUse = .fieldCode
        case "ffData", "checkBox", "checked", "default", "ddList", "listEntry", "result":
            readFormField(name, attributes)
        default: drawing(name, attributes)
        }
    }

    /// What stands in drawings.
    private mutating func drawing(_ name: String, _ attributes: XMLPart.Attributes) {
        switch name {
        case "drawing", "pict", "object":
            drawings.append(OpenDrawing(isObject: name == "object"))
            description = ""
        case "wp:docPr":
            let words = attributes["descr"] ?? ""
            description = words
            withDrawing { $0.name = words.isEmpty ? attributes["name"] ?? "" : words }
        case "v:shape": description = attributes["alt"] ?? ""
        // A line across the page.
        case "v:rect": if attributes["o:hr"] != nil { markDrawing() }
        // A picture is in the file, or only linked to.
        case "a:blip": if let relation = attributes["r:embed"] ?? attributes["r:link"] { append(picture: relation) }
        case "v:imagedata": if let relation = attributes["r:id"] { append(picture: relation) }
        case "v:textpath":
            guard let words = attributes["string"], !words.isEmpty else { return }
            markDrawing()
            append(text: words)
        case "o:OLEObject":
            markDrawing()
            let program = attributes["ProgID"] ?? ""
            remark(program.hasPrefix("Equation") ? .formulaObject : .embeddedObject, program)
        case "c:chart": add(.chart, attributes["r:id"])
        case "dgm:relIds": add(.diagram, attributes["r:dm"])
        case "a:t": textUse = .drawing
        default: break
        }
    }

    // MARK: Paragraphs

    private mutating func startParagraph() {
        contexts.append(.paragraph)
        lastParagraphNumber += 1
        var open = OpenParagraph(number: lastParagraphNumber)
        if let last = carried.last, last.depth == blocks.count {
            carried.removeLast()
            open.paragraph.pieces = last.paragraph.pieces
        }
        paragraphs.append(open)
    }

    private mutating func endParagraph() {
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

    private mutating func label(of open: OpenParagraph) -> ListLabel? {
        let style = styles.list(ofParagraphs: open.style)
        // 0 takes a paragraph out of the list of its style.
        guard let number = open.listNumber ?? style?.number, number != "0" else { return nil }
        let level =
            open.listLevel ?? numbering.level(ofStyle: open.style, in: number)
            ?? (open.listNumber == nil ? style?.level : nil)
        return numbering.next(number, level: level ?? 0)
    }

    /// Ends paragraphs that were to be joined with one that does not come.
    private mutating func settleCarried() {
        while let last = carried.last, last.depth >= blocks.count {
            carried.removeLast()
            add(.paragraph(last.paragraph))
        }
    }

    /// What stands in a box beside the text stands behind its paragraph.
    private mutating func endBox(isNote: Bool) {
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

    private mutating func endCell() {
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

    private mutating func endRow() {
        _ = contexts.popLast()
        guard let table = tables.last else { return }
        if table.isRowDeleted {
            remark(.deleted, table.cells.map(\.text).joined(separator: " "))
        } else {
            withTable { $0.table.rows.append($0.cells) }
        }
    }

    // MARK: Text

    /// How the run that is being read looks.
    private var run: RunProperties {
        runs.last?.properties ?? styles.run(inParagraphOf: paragraphs.last?.style) ?? RunProperties()
    }

    private mutating func settleRun() {
        let paragraph = styles.run(inParagraphOf: paragraphs.last?.style)
        withRun { [styles] in $0.properties = $0.direct.over(styles.run(ofStyle: $0.style)).over(paragraph) }
    }

    private mutating func append(text: String) {
        guard !fields.isInCode else { return }
        let run = run
        if let reason = run.reasonToLeaveOut {
            remark(reason, text)
            return
        }
        fields.readResult()
        let text = run.applied(to: withoutPlaces(text, in: run.symbolFont))
        if run.isHint != true, !controls.isEmpty, text.contains(where: { !$0.isWhitespace }) {
            for index in controls.indices { controls[index].hasPlainText = true }
        }
        append(.text(text))
    }

    /// The text with the signs that places in a font of signs stand for. They are private characters from U+F020 on, or
    /// in such a font characters of Latin 1.
    private mutating func withoutPlaces(_ text: String, in font: SymbolFont?) -> String {
        // U+F000 to U+F0FF begin with EF 80 to EF 83.
        guard font != nil || text.utf8.contains(0xEF) else { return text }
        var result = ""
        for character in text {
            let place = character.unicodeScalars.count == 1 ? character.unicodeScalars.first?.value ?? 0 : 0
            switch place {
            case 0xF020...0xF0FF:
                if let sign = font?.character(at: place - 0xF000) {
                    result.append(sign)
                } else {
                    remark(.symbol, Self.name(of: place, in: font?.rawValue ?? ""))
                }
            case 0x21...0xFF: result.append(font?.character(at: place) ?? character)
            default: result.append(character)
            }
        }
        return result
    }

    private mutating func readSymbol(_ font: String, _ hexadecimal: String) {
        guard let place = UInt32(hexadecimal, radix: 16), !fields.isInCode else { return }
        let isPrivate = (0xF000...0xF0FF).contains(place)
        if let signs = SymbolFont(named: font) {
            guard let sign = signs.character(at: isPrivate ? place - 0xF000 : place) else {
                return remark(.symbol, Self.name(of: place, in: font))
            }
            append(text: String(sign))
        } else if let scalar = Unicode.Scalar(place), !(0xE000...0xF8FF).contains(place), place >= 0x20 {
            append(text: String(scalar))
        } else {
            remark(.symbol, Self.name(of: place, in: font))
        }
    }

    private static func name(of place: UInt32, in font: String) -> String {
        (font.isEmpty ? "" : font + " ") + String(place, radix: 16, uppercase: true)
    }

    // MARK: Fields

    private mutating func readField(_ type: String?) {
        switch type {
        case "begin": fields.begin(inParagraph: paragraphs.last?.number ?? 0)
        case "separate": fields.separate()
        default:
            guard let field = fields.end(), !field.hasResult, let line = EquationField.line(of: field.code) else {
                return
            }
            append(text: line)
            remark(.formula, line)
        }
    }

    private mutating func readFormField(_ name: String, _ attributes: XMLPart.Attributes) {
        let value = attributes["w:val"]
        switch name {
        case "ffData": formField = FormField()
        case "checkBox": formField?.isBox = true
        case "checked": formField?.isChecked = XMLSwitch.isOn(value)
        case "default": formField?.isCheckedAtFirst = XMLSwitch.isOn(value)
        case "listEntry": formField?.entries.append(value ?? "")
        case "result": formField?.entry = value.flatMap { Int($0) } ?? 0
        default: break
        }
    }

    /// A box or a list has no text of its own in the file; its field has begun, and is in its code.
    private mutating func endFormField() {
        guard let field = formField else { return }
        formField = nil
        if field.isBox {
            append(.text(field.isChecked ?? field.isCheckedAtFirst ? "☑" : "☐"))
        } else if field.entries.indices.contains(field.entry) {
            append(.text(field.entries[field.entry]))
        }
    }

    // MARK: Formulas

    private mutating func endFormula() {
        guard let node = formula.popLast() else { return }
        if !formula.isEmpty {
            formula[formula.count - 1].children.append(node)
            return
        }
        let line = FormulaText.line(of: node)
        guard !line.isEmpty else { return }
        append(text: line)
        remark(.formula, line)
    }

    // MARK: Drawings

    private mutating func append(picture relation: String) {
        markDrawing()
        append(
            .picture(
                WordContent.Picture(
                    relation: .init(part: part, name: relation), description: description,
                    isOfObject: drawings.contains(where: \.isObject))))
    }

    private mutating func add(_ kind: ReadingRemark.Kind, _ relation: String?) {
        guard let relation else { return }
        markDrawing()
        content.drawings.append(.init(kind: kind, relation: .init(part: part, name: relation)))
    }

    private mutating func markDrawing() {
        for index in drawings.indices { drawings[index].isRead = true }
    }

    private mutating func endDrawing() {
        guard let drawing = drawings.popLast(), !drawing.isRead else { return }
        remark(.shape, drawing.words.isEmpty ? drawing.name : drawing.words)
    }

    // MARK: What stays out

    private mutating func startDeletion(_ name: String) {
        switch properties.last {
        case .run where properties.dropLast().last == .paragraph: withParagraph { $0.isMarkDeleted = true }
        case .row: withTable { $0.isRowDeleted = true }
        case nil: leaveOut(name == "del" ? .deleted : nil)
        default: break
        }
    }

    /// - Parameter isUnderstood: whether this program would show what the alternative holds.
    private mutating func startAlternative(isUnderstood: Bool) {
        guard alternatives.last == false, isUnderstood else { return leaveOut(nil) }
        alternatives[alternatives.count - 1] = true
    }

    /// - Parameter kind: how it is remarked on; `nil` for what stands elsewhere as well.
    private mutating func leaveOut(_ kind: ReadingRemark.Kind?) {
        leftOut = LeftOut(kind: kind)
        textUse = .none
    }

    private mutating func endLeftOut() {
        textUse = .none
        leftOut?.depth -= 1
        guard let element = leftOut, element.depth == 0 else { return }
        leftOut = nil
        if let kind = element.kind, !element.words.isEmpty { remark(kind, element.words) }
    }

    /// Remarks on something; a passage of several runs is one.
    private mutating func remark(_ kind: ReadingRemark.Kind, _ words: String = "") {
        let paragraph = paragraphs.last?.number ?? 0
        defer { lastRemark = (kind, paragraph, pieceCount) }
        let isPassage = [.struck, .hidden, .deleted].contains(kind)
        if isPassage, let lastRemark, lastRemark == (kind, paragraph, pieceCount) {
            content.remarks.extendLast(by: words)
        } else if !isPassage || words.contains(where: { !$0.isWhitespace }) {
            content.remarks.add(kind, words)
        }
    }

    // MARK: Controls

    private var context: Context { contexts.last ?? .other }

    /// How much there is already of what a control in a context is around.
    private func extent(of context: Context) -> Int {
        switch context {
        case .paragraph: paragraphs.last?.paragraph.pieces.count ?? 0
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
    private mutating func isRepetition(_ control: OpenControl, _ text: String) -> Bool {
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

    // MARK: Places

    private mutating func append(_ piece: WordContent.Paragraph.Piece) {
        pieceCount += 1
        // A control knows its text by the pieces behind its beginning, which must not grow into it.
        let joins = controls.isEmpty
        withParagraph { open in
            if joins, case .text(let new) = piece, case .text(var old) = open.paragraph.pieces.last {
                // Taken out, so that it grows in its place.
                open.paragraph.pieces.removeLast()
                old += new
                open.paragraph.pieces.append(.text(old))
            } else {
                open.paragraph.pieces.append(piece)
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

    private mutating func withParagraph(_ change: (inout OpenParagraph) -> Void) {
        guard !paragraphs.isEmpty else { return }
        change(&paragraphs[paragraphs.count - 1])
    }

    private mutating func withRun(_ change: (inout OpenRun) -> Void) {
        guard !runs.isEmpty else { return }
        change(&runs[runs.count - 1])
    }

    private mutating func withControl(_ change: (inout OpenControl) -> Void) {
        guard !controls.isEmpty else { return }
        change(&controls[controls.count - 1])
    }

    private mutating func withDrawing(_ change: (inout OpenDrawing) -> Void) {
        guard !drawings.isEmpty else { return }
        change(&drawings[drawings.count - 1])
    }
}

extension XMLPart.Attributes {
    /// Whether this program reads what an alternative needs (ISO/IEC 29500-3, 7.6): shapes and groups of them with their
    /// text boxes and pictures. Charts and diagrams are no text; their alternative is a picture.
    fileprivate var areUnderstood: Bool {
        standardPrefixes(in: "Requires").allSatisfy { $0.map(Self.understood.contains) ?? false }
    }

    private static let understood: Set<String> = ["w", "wps", "wpg", "wpc", "wp14", "w14", "w15", "v", "o", "a14"]
}
