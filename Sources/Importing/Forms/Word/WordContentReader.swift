import Documents

/// Reads a part of a Word file that has text: `word/document.xml`, or its footnotes or endnotes. A content control may
/// stand around a run, paragraphs, a table, a row or a cell, and in another one.
///
/// What is read is the text as it stands when all tracked changes are accepted, and of alternative content the form that a
/// reader of this program's reach would show. What stays out is remarked on, with its words.
struct WordContentReader {
    private static let maximumControls = 5000

    let part: WordContent.Part
    let styles: WordStyles
    var numbering: WordNumbering
    var content = WordContent()
    var contexts: [Context] = []
    var blocks: [[WordContent.Block]] = [[]]
    var paragraphs: [OpenParagraph] = []
    var lastParagraphNumber = 0
    /// Paragraphs that are joined with the next one at their depth.
    var carried: [(depth: Int, paragraph: WordContent.Paragraph)] = []
    var lastControl: ClosedControl?
    var tables: [OpenTable] = []
    var controls: [OpenControl] = []
    var runs: [OpenRun] = []
    var drawings: [OpenDrawing] = []
    var properties: [Properties] = []
    var fields = FieldCodes()
    var formField: FormField?
    /// For each open choice of alternatives whether one was taken.
    var alternatives: [Bool] = []
    var formula: [FormulaText.Node] = []
    var leftOut: LeftOut?
    var textUse = TextUse.none
    var note: WordContent.NoteID?
    var description = ""
    /// How many pieces of text were read, and how many when the last remark was made.
    var pieceCount = 0
    var lastRemark: (kind: ReadingRemark.Kind, paragraph: Int, pieceCount: Int)?

    /// The elements with text that only repeat others, and how many were read.
    private let repetitions: Set<Int>
    private var textCount = 0

    private init(_ part: WordContent.Part, _ styles: WordStyles, _ numbering: WordNumbering, _ repetitions: Set<Int>) {
        (self.part, self.styles, self.numbering, self.repetitions) = (part, styles, numbering, repetitions)
    }

    /// - Throws: `DocumentProblem`.
    static func read(
        _ bytes: [UInt8], part: WordContent.Part, styles: WordStyles, numbering: WordNumbering
    ) throws -> WordContent {
        let name = "word/\(part.rawValue).xml"
        var reader = WordContentReader(
            part, styles, numbering, try RepeatedFields.repetitions(in: bytes, named: name))
        try XMLPart.read(
            bytes, named: name, vocabulary: .word, skipping: WordElements.formerProperties
        ) { try reader.visit($0) }
        reader.settleCarried()
        reader.content.blocks = reader.blocks.first ?? []
        return reader.content
    }

    private mutating func visit(_ event: XMLPart.Event) throws {
        switch event {
        case .start(let name, let attributes):
            if RepeatedFields.counts(name) { textCount += 1 }
            let isRepeated = RepeatedFields.counts(name) && repetitions.contains(textCount)
            if leftOut != nil {
                leftOut?.depth += 1
                textUse = name == "t" || name == "delText" ? .text : .none
            } else if !formula.isEmpty {
                formula.append(FormulaText.Node(name: name, value: attributes["m:val"]))
            } else if !isRepeated {
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

    // MARK: Places

    mutating func append(_ piece: WordContent.Paragraph.Piece) {
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

    mutating func add(_ block: WordContent.Block) {
        guard !blocks.isEmpty else { return }
        blocks[blocks.count - 1].append(block)
    }

    mutating func withTable(_ change: (inout OpenTable) -> Void) {
        guard !tables.isEmpty else { return }
        change(&tables[tables.count - 1])
    }

    mutating func withParagraph(_ change: (inout OpenParagraph) -> Void) {
        guard !paragraphs.isEmpty else { return }
        change(&paragraphs[paragraphs.count - 1])
    }

    mutating func withRun(_ change: (inout OpenRun) -> Void) {
        guard !runs.isEmpty else { return }
        change(&runs[runs.count - 1])
    }

    mutating func withControl(_ change: (inout OpenControl) -> Void) {
        guard !controls.isEmpty else { return }
        change(&controls[controls.count - 1])
    }

    mutating func withDrawing(_ change: (inout OpenDrawing) -> Void) {
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
