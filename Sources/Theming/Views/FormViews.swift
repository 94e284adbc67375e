/// What a form asks.
struct FormPreviewView: ViewModel {
    let title: String
    let note: String?
    let sections: [FormSectionView]

    static let fields = ViewFields<Self>(
        "form", "What a form asks, laid out as in its files.",
        [
            .text("title", "The form's title.") { $0.title },
            .text("note", "What stands below the form; may be empty.") { $0.note },
            .list("sections", "Its tables.") { $0.sections },
        ])
}

/// A table of a form.
struct FormSectionView: ViewModel {
    let title: String?
    let rows: [FormRowView]

    static let fields = ViewFields<Self>(
        "form_section", "A table of a form.",
        [
            .text("title", "What stands above it; may be empty.") { $0.title },
            .list("rows", "Its rows.") { $0.rows },
        ])
}

/// A row of a form's table.
struct FormRowView: ViewModel {
    let cells: [FormCellView]

    static let fields = ViewFields<Self>(
        "form_row", "A row of a form's table.", [.list("cells", "Its cells.") { $0.cells }])
}

/// A cell of a form's table: a label, printed words, or fields.
struct FormCellView: ViewModel {
    let label: String?
    let text: String?
    let inputs: [FormFieldView]
    let columns: Int
    let rows: Int

    static let fields = ViewFields<Self>(
        "form_cell", "A cell of a form's table: a label, printed words, or fields.",
        [
            .text("label", "The label of the fields beside or below it; empty for other cells.") { $0.label },
            .text("text", "Printed words that name nothing; may be empty.") { $0.text },
            .list("fields", "What is to be filled in.") { $0.inputs },
            .text("columns", "How many columns it covers, for `colspan`.") { String($0.columns) },
            .text("rows", "How many rows it covers, for `rowspan`.") { String($0.rows) },
        ])
}

/// Something to fill in.
struct FormFieldView: ViewModel {
    let label: String
    let kind: String?
    let hint: String?
    let isPrivate: Bool
    let isRequired: Bool
    let limits: String?

    static let fields = ViewFields<Self>(
        "form_field", "Something to fill in.",
        [
            .text("label", "What it is called; empty where a label beside it says so.") { $0.label },
            .text("kind", "Text, number, date and so on, in words; empty for a part of a text.") { $0.kind },
            .text("hint", "What to write; may be empty.") { $0.hint },
            .flag("is_private", "Whether it is for the association only and never published.") { $0.isPrivate },
            .flag("is_required", "Whether it must be filled in.") { $0.isRequired },
            .text("limits", "How long a text is to be; may be empty.") { $0.limits },
        ])
}
