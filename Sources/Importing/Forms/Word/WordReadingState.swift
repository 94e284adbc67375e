/// What is open while a Word file is read.
extension WordContentReader {
    enum Context {
        case blocks, table, row, paragraph, other
    }

    /// What is being said of properties.
    enum Properties {
        case paragraph, run, cell, row, control, other
    }

    /// What becomes of characters.
    enum TextUse {
        case none, text, fieldCode
        /// Words in a drawing of other programs.
        case drawing
    }

    struct OpenControl {
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
    struct ClosedControl {
        let paragraph: Int
        let identity: String
        let text: String
        /// Pieces of the paragraph up to its end.
        let end: Int
    }

    struct OpenParagraph {
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

    struct OpenTable {
        var table = WordContent.Table()
        var cells: [WordContent.Cell] = []
        var column = 0
        var span = 1
        var continues = false
        var isRowDeleted = false
        var isCellDeleted = false
    }

    struct OpenRun {
        var direct = RunProperties()
        var style: String?
        /// With what its styles say.
        var properties: RunProperties
    }

    struct OpenDrawing {
        let isObject: Bool
        var name = ""
        var words = ""
        /// Whether something of it was read or remarked on.
        var isRead = false
    }

    /// A field of a form as Word made them before 2007.
    struct FormField {
        var isChecked: Bool?
        var isCheckedAtFirst = false
        var isBox = false
        var entries: [String] = []
        var entry = 0
    }

    /// An element that stays out, with what is in it.
    struct LeftOut {
        let kind: ReadingRemark.Kind?
        var depth = 1
        var words = ""
    }
}
