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
        /// What names the field in the file, where that is not its label: 推荐单位 for 推荐协会（可选项）.
        package var otherName: String?
        /// The answers of a duplicate, in their order.
        package var alternatives: [String] = []
        /// Whether there are words beside its control, which were not taken.
        var hasTextBeside = false

        func with(textBeside: Bool) -> Answer {
            var answer = self
            answer.hasTextBeside = textBeside
            return answer
        }

        package var label: String { part?.title.chinese ?? field.label.chinese }
    }

    /// Whom one of the forms in a file names.
    package struct Filling: Sendable, Hashable {
        package let team: String
        /// Empty where it names none.
        package let enterprise: String
    }

    /// An answer whose label names no field of the form.
    package struct UnknownAnswer: Sendable, Hashable {
        package let label: String
        /// Empty where the label speaks of people.
        package let text: String
    }

    package let form: FormDefinition
    package let answers: [Answer]
    /// What the file has of filled tables that are a form each: more than one where several forms were put together.
    package let fillings: [Filling]
    package let unknownAnswers: [UnknownAnswer]
    /// The first words outside of the fields that say that somebody recommends the team; `nil` for none.
    let recommendation: String?
    /// Text that stands in none of the answers; `nil` for none.
    package let unsortedText: UnsortedText?
    let file: WordFile

    /// Reads a file that was handed in.
    ///
    /// - Parameter forms: the forms that it may be.
    /// - Throws: `FilledFormProblem`.
    package init(_ bytes: [UInt8], forms: [FormDefinition]) throws {
        file = try WordFile(bytes)
        guard let form = Self.form(of: file.content, among: forms) else { throw FilledFormProblem.unknownForm }
        self.form = form
        let search = FieldSearch(form: form, content: file.content)
        answers = search.answers()
        fillings = search.fillings()
        unknownAnswers = search.unknownAnswers()
        recommendation = search.recommendation()
        unsortedText = UnsortedText(in: file.content.blocks, besides: answers, unknownAnswers, of: form)
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
        let lines = Self.lines(of: content.blocks)
        let all = WordContent.text(of: content.blocks)
        for form in forms {
            let identity = "\(form.id)/\(form.version)"
            if named == LabelText.normal(identity) || all.contains("表格编号：\(identity)") { return form }
        }
        let ranked = forms.map { form -> (form: FormDefinition, share: Double) in
            let wanted = form.fields.filter { $0.kind != .stamp }
            let names = FieldNames(form)
            let named = Set(labels.compactMap(names.field) + names.statements(in: lines).map(\.field))
            let found = wanted.filter { field in
                marks.contains(field.name) || named.contains(field.name)
                    || labels.contains(LabelText.normal((field.cellLabel ?? field.label).chinese))
            }
            return (form, Double(found.count) / Double(max(wanted.count, 1)))
        }
        return ranked.filter { $0.share >= 1.0 / 3 }.max { $0.share < $1.share }?.form
    }

    /// All paragraphs, line by line.
    private static func lines(of blocks: [WordContent.Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table): table.rows.joined().map { lines(of: $0.blocks) }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
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

extension FormDefinition {
    /// The parts of its write-up, in their order.
    var textParts: [FormField.Part] {
        fields.flatMap { field -> [FormField.Part] in
            if case .longText(_, _, let parts) = field.kind { parts } else { [] }
        }
    }
}
