/// What stands in a Word file, as far as an import needs it.
struct WordContent: Sendable {
    /// What stands below each other.
    indirect enum Block: Sendable {
        case paragraph(Paragraph)
        case table(Table)
    }

    struct Paragraph: Sendable {
        enum Piece: Sendable {
            case text(String)
            case picture(Picture)
            /// Where a footnote or endnote belongs to.
            case note(NoteID)
        }

        var pieces: [Piece] = []
        /// What stands before it as an item of a list.
        var label: ListLabel?
        /// From 1.
        var headingLevel: Int?

        /// Its words without those that stand before it as an item of a list.
        var text: String {
            if pieces.count == 1, case .text(let text) = pieces[0] { return text }
            return pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        }
    }

    struct Picture: Sendable {
        /// The relation that leads to it.
        let relation: RelationID
        /// What it is said to show; may be empty.
        let description: String
        /// Whether it only shows an object of another program.
        let isOfObject: Bool
    }

    /// A relation, which has its name in one part of the file only.
    struct RelationID: Sendable, Hashable {
        let part: Part
        let name: String
    }

    /// The parts that have text.
    enum Part: String, Sendable, CaseIterable {
        case document, footnotes, endnotes
    }

    struct NoteID: Sendable, Hashable {
        let part: Part
        let number: String
    }

    struct Table: Sendable {
        var rows: [[Cell]] = []
    }

    struct Cell: Sendable {
        let column: Int
        let span: Int
        /// Whether it goes on with the cell above.
        let continues: Bool
        var blocks: [Block]

        var text: String { WordContent.text(of: blocks) }
    }

    /// A content control (ISO/IEC 29500-1, 17.5.2) around a run, paragraphs, a table, a row or a cell.
    struct Control: Sendable {
        let tag: String?
        let alias: String?
        /// The entry of the glossary that holds its hint.
        let placeholder: String?
        /// What the file says of what it shows.
        let hint: Hint
        /// For a box to tick; `nil` for other controls.
        let isChecked: Bool?
        let blocks: [Block]

        /// Whether what it shows is its hint.
        var showsPlaceholder: Bool { hint == .shown }
    }

    /// Whether a control shows its hint.
    enum Hint: Sendable {
        case shown, absent
        /// The file says that it does, but its words do not look like one: some programs fill in controls and leave the mark.
        case uncertain
    }

    /// A chart or the like, which stands in a part of its own.
    struct Drawing: Sendable {
        let kind: ReadingRemark.Kind
        let relation: RelationID
    }

    var blocks: [Block] = []
    var controls: [Control] = []
    /// By their marks.
    var notes: [NoteID: [Block]] = [:]
    var remarks = ReadingRemarks()
    /// Charts and diagrams, of which no picture is stored.
    var drawings: [Drawing] = []
    /// The addresses behind words that are links.
    var links: [RelationID] = []

    /// The words of blocks, a line for each paragraph or cell.
    static func text(of blocks: [Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table):
                table.rows.map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    /// The notes that blocks refer to.
    static func notes(in blocks: [Block]) -> [NoteID] {
        blocks.flatMap { block -> [NoteID] in
            switch block {
            case .paragraph(let paragraph):
                paragraph.pieces.compactMap { if case .note(let id) = $0 { id } else { nil } }
            case .table(let table): table.rows.joined().flatMap { notes(in: $0.blocks) }
            }
        }
    }
}
