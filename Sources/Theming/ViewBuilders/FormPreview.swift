import Fields
import Forms

/// What a form asks, as tables on its page.
enum FormPreview {
    static func view(of form: FormDefinition, _ context: RenderContext) -> FormPreviewView {
        FormPreviewView(
            title: text(form.title, context), note: form.note.map { text($0, context) },
            sections: form.sections.map { section in
                let grid = FormGrid(section)
                // A table has a heading for those who hear it: without any label, its first words.
                let hasLabels = grid.places.contains { if case .label = $0.cell.content { true } else { false } }
                return FormSectionView(
                    title: section.title.map { text($0, context) },
                    rows: section.rows.indices.map { row in
                        FormRowView(
                            cells: grid.places.filter { $0.row == row }.map {
                                cell($0, isHeading: !hasLabels && row == 0, context)
                            })
                    })
            })
    }

    private static func cell(_ place: FormGrid.Place, isHeading: Bool, _ context: RenderContext) -> FormCellView {
        var label: String?
        var words: String?
        var inputs: [FormFieldView] = []
        switch place.cell.content {
        case .label(let name): label = text(name, context)
        case .text(let text) where isHeading: label = self.text(text, context)
        case .text(let text): words = self.text(text, context)
        case .fields(let fields): inputs = fields.flatMap { self.inputs($0, context) }
        }
        return FormCellView(
            label: label, text: words, inputs: inputs, columns: place.columns.count, rows: place.rows.count)
    }

    private static func inputs(_ field: FormField, _ context: RenderContext) -> [FormFieldView] {
        var limits: String?
        if case .longText(let minimum?, let maximum?, _) = field.kind {
            limits = context.words.text(.formCharacters, ["minimum": "\(minimum)", "maximum": "\(maximum)"])
        }
        // A cell beside it says already what a field is called.
        let isNamed = field.cellLabel != nil && !field.printsLabel
        let own = FormFieldView(
            label: isNamed ? "" : text(field.label, context), kind: context.words[kind(field.kind)],
            hint: hint(field.hint, context), isPrivate: field.isPrivate, isRequired: field.isRequired, limits: limits)
        guard case .longText(_, _, let parts) = field.kind, !parts.isEmpty else { return [own] }
        return [own]
            + parts.map { part in
                FormFieldView(
                    label: text(part.title, context), kind: nil, hint: hint(part.hint, context), isPrivate: false,
                    isRequired: false, limits: nil)
            }
    }

    private static func kind(_ kind: FormField.Kind) -> TextKey {
        switch kind {
        case .text: .formText
        case .longText: .formLongText
        case .number: .formNumber
        case .total: .formTotal
        case .date: .formDate
        case .choice: .formChoice
        case .checkbox: .formCheckbox
        case .stamp: .formStamp
        }
    }

    /// A hint in the language of the site; in English only where the form has one.
    private static func hint(_ text: FormText?, _ context: RenderContext) -> String? {
        context.isChinese ? text?.chinese : text?.english
    }

    private static func text(_ text: FormText, _ context: RenderContext) -> String {
        context.isChinese ? text.chinese : text.english ?? text.chinese
    }
}
