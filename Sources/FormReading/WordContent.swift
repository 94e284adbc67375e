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
            /// The relation that leads to the picture, and what it is said to show.
            case picture(relation: String, description: String)
        }

        var pieces: [Piece] = []
        /// The list it is an item of, and how deep.
        var list: (number: String, level: Int)?
        /// From 1.
        var headingLevel: Int?

        var text: String {
            pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        }
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
        /// Whether what it shows is its hint.
        let showsPlaceholder: Bool
        /// For a box to tick; `nil` for other controls.
        let isChecked: Bool?
        let blocks: [Block]
    }

    var blocks: [Block] = []
    var controls: [Control] = []
    /// How many objects of other programs it holds, such as sheets of Excel.
    var embeddedObjects = 0

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
}
