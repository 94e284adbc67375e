import Forms
import Foundation

/// What a filled form says, field by field.
package struct FilledForm: Sendable {
    /// How a field was found.
    package enum Origin: String, Sendable, CaseIterable {
        /// By the tag of its content control.
        case tag
        /// By its label, beside which or below which it stands.
        case label
        case missing
        /// More than one place claims to be the field, with different answers; none was taken.
        case duplicate
    }

    package struct Answer: Sendable {
        package let field: FormField
        /// For a part of a long text.
        package let part: FormField.Part?
        package let origin: Origin
        /// Without its hint, one line for each paragraph; empty for a field that nobody filled in.
        package let text: String
        let blocks: [WordContent.Block]
        /// Whether there are words beside its control, which were not taken.
        var hasTextBeside = false

        func with(textBeside: Bool) -> Answer {
            var answer = self
            answer.hasTextBeside = textBeside
            return answer
        }

        package var label: String { part?.title.chinese ?? field.label.chinese }
    }

    package let form: FormDefinition
    package let answers: [Answer]
    let file: WordFile

    /// Reads a file that was handed in.
    ///
    /// - Parameter forms: the forms that it may be.
    /// - Throws: `FilledFormProblem`.
    package init(_ bytes: [UInt8], forms: [FormDefinition]) throws {
        file = try WordFile(bytes)
        guard let form = Self.form(of: file.content, among: forms) else { throw FilledFormProblem.unknownForm }
        self.form = form
        answers = FieldSearch(form: form, content: file.content).answers()
    }

    /// The answer to the field that is written to a place.
    func answer(to destination: FormField.Destination) -> Answer? {
        answers.first { $0.field.destination == destination && $0.part == nil }
    }

    /// The form that the file names, else the one most of whose tags and labels it has; at least a third.
    private static func form(of content: WordContent, among forms: [FormDefinition]) -> FormDefinition? {
        let named = content.controls.first { $0.tag == "form-id" }.map {
            LabelText.normal(WordContent.text(of: $0.blocks))
        }
        let marks = Set(content.controls.compactMap(\.tag))
        let labels = LabelText.cells(of: content.blocks)
        let all = WordContent.text(of: content.blocks)
        for form in forms {
            let identity = "\(form.id)/\(form.version)"
            if named == LabelText.normal(identity) || all.contains("表格编号：\(identity)") { return form }
        }
        let ranked = forms.map { form -> (form: FormDefinition, share: Double) in
            let wanted = form.fields.filter { $0.kind != .stamp }
            let found = wanted.filter { field in
                marks.contains(field.name)
                    || labels.contains(LabelText.normal((field.cellLabel ?? field.label).chinese))
            }
            return (form, Double(found.count) / Double(max(wanted.count, 1)))
        }
        return ranked.filter { $0.share >= 1.0 / 3 }.max { $0.share < $1.share }?.form
    }
}

/// Labels as they are compared: without spaces, colons and asterisks, full-width letters as half-width ones.
enum LabelText {
    static func normal(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace || "：:*＊".unicodeScalars.contains(scalar) { continue }
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            result.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(result)
    }

    /// The text of every cell of every table.
    static func cells(of blocks: [WordContent.Block]) -> Set<String> {
        var texts: Set<String> = []
        for case .table(let table) in blocks {
            for cell in table.rows.joined() {
                texts.insert(normal(cell.text))
                texts.formUnion(cells(of: cell.blocks))
            }
        }
        return texts
    }
}
