/// An official form: what it asks, and how it is laid out. Everything that is offered for it is made from this.
package struct FormDefinition: Sendable, Hashable {
    /// The name of the form's folder, which filled forms carry so that they are known again.
    package let id: String
    package let title: FormText
    /// A year.
    package let version: String
    /// What is made of it.
    package let formats: [FormFormat]
    package let sections: [FormSection]
    /// Stands below the form.
    package let note: FormText?

    package init(
        id: String, title: FormText, version: String, formats: [FormFormat], sections: [FormSection], note: FormText?
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.formats = formats
        self.sections = sections
        self.note = note
    }

    /// Every field in the order of the form.
    package var fields: [FormField] {
        sections.flatMap { $0.rows.flatMap { $0.cells.flatMap(\.fields) } }
    }

    /// The name of a file that is made: `application-form-2020.docx`.
    package func fileName(_ format: FormFormat) -> String { "\(id)-\(version).\(format.rawValue)" }
}

/// Words in Chinese, which a form always has, and in English, which it may have.
package struct FormText: Sendable, Hashable {
    package let chinese: String
    package let english: String?

    package init(_ chinese: String, english: String? = nil) {
        self.chinese = chinese
        self.english = english
    }
}

/// A kind of file that is made of a form.
package enum FormFormat: String, Sendable, CaseIterable {
    case docx, pdf, xlsx
}

/// A table of a form.
package struct FormSection: Sendable, Hashable {
    /// Stands above the table.
    package let title: FormText?
    /// Widths of the columns in millimetres.
    package let columns: [Double]
    package let hasBorders: Bool
    package let beginsPage: Bool
    /// Of labels and answers, in points: 12 is 小四, 10.5 五号.
    package let fontSize: Double
    package let rows: [FormRow]

    package static let usualFontSize = 12.0

    package init(
        title: FormText?, columns: [Double], hasBorders: Bool, beginsPage: Bool, fontSize: Double = usualFontSize,
        rows: [FormRow]
    ) {
        self.title = title
        self.columns = columns
        self.hasBorders = hasBorders
        self.beginsPage = beginsPage
        self.fontSize = fontSize
        self.rows = rows
    }
}

/// A row of a form's table.
package struct FormRow: Sendable, Hashable {
    /// At least so high, in millimetres.
    package let height: Double
    package let cells: [FormCell]

    package init(height: Double, cells: [FormCell]) {
        self.height = height
        self.cells = cells
    }
}

/// A cell of a form's table: printed words, or fields to fill in.
package struct FormCell: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// Names the fields beside or below it.
        case label(FormText)
        /// Printed words that name nothing.
        case text(FormText)
        case fields([FormField])
    }

    package let content: Content
    /// Columns that it covers.
    package let span: Int
    /// Rows that it covers.
    package let rowSpan: Int

    package init(_ content: Content, span: Int = 1, rowSpan: Int = 1) {
        self.content = content
        self.span = span
        self.rowSpan = rowSpan
    }

    package var fields: [FormField] {
        if case .fields(let fields) = content { return fields }
        return []
    }

    /// Numbers and the like, which stand in the middle of their cells.
    package var isShortText: Bool {
        if case .text(let text) = content { return text.chinese.count <= 6 }
        return false
    }

    package var words: FormText? {
        switch content {
        case .label(let text), .text(let text): text
        case .fields: nil
        }
    }
}

/// Something to fill in.
package struct FormField: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// One line.
        case text
        /// Paragraphs, also tables and pictures, with as many characters as asked for; in parts, where there are any.
        case longText(minimum: Int?, maximum: Int?, parts: [Part])
        case number(minimum: Double?, maximum: Double?)
        /// The sum of the numbers above that have a maximum.
        case total
        case date
        /// One of some words.
        case choice([String])
        case checkbox
        /// A place for a stamp; nothing is typed there.
        case stamp
    }

    /// A part of a long text under a heading of its own.
    package struct Part: Sendable, Hashable {
        /// Tells the part in filled forms.
        package let name: String
        package let title: FormText
        package let hint: FormText?

        package init(name: String, title: FormText, hint: FormText?) {
            self.name = name
            self.title = title
            self.hint = hint
        }

        /// What the empty part shows, in Chinese.
        package var prompt: String { hint?.chinese ?? "请填写" }
    }

    /// What an import writes the value to.
    ///
    /// By name: which columns of rosters forms ask for is declared with the columns.
    package struct Destination: RawRepresentable, Sendable, Hashable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// The edition's year.
        package static let year = Destination(rawValue: "year")
        /// The text of the write-up.
        package static let text = Destination(rawValue: "text")
    }

    /// Tells the field in filled forms: `[a-z0-9-]+`, unique in the form.
    package let name: String
    package let label: FormText
    /// What the label's cell beside or above the field says, where there is one.
    package let cellLabel: FormText?
    /// Whether the label is printed with the field, because no cell beside it says it.
    package let printsLabel: Bool
    package let kind: Kind
    /// Whether what is filled in is for the association only: no import takes it over.
    package let isPrivate: Bool
    package let isRequired: Bool
    package let hint: FormText?
    package let destination: Destination?

    package init(
        name: String, label: FormText, cellLabel: FormText? = nil, printsLabel: Bool = false, kind: Kind,
        isPrivate: Bool = false,
        isRequired: Bool = false, hint: FormText? = nil, destination: Destination? = nil
    ) {
        self.name = name
        self.label = label
        self.cellLabel = cellLabel
        self.printsLabel = printsLabel
        self.kind = kind
        self.isPrivate = isPrivate
        self.isRequired = isRequired
        self.hint = hint
        self.destination = destination
    }

    /// What an empty field shows, in Chinese.
    package var prompt: String {
        if let hint { return hint.chinese }
        switch kind {
        case .choice: return "请选择"
        case .date: return "请选择日期"
        case .number, .total: return "请填写数字"
        default: return "请填写\(label.chinese)"
        }
    }

    /// The tag of a part's control: `write-up.profile`.
    package func tag(of part: Part) -> String { "\(name).\(part.name)" }
}
