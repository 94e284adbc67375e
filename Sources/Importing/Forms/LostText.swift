import Forms
import Values

/// Sentences of a filled form that no draft has: they stand outside of the fields, behind no heading of a part of the
/// write-up, or behind one in other words. Nothing of a form is dropped in silence.
package struct LostText: Sendable, Hashable {
    package let paragraphCount: Int
    package let characterCount: Int
    /// The first of the paragraphs.
    package let first: String

    /// What stands in a file and in none of the answers; `nil` for nothing.
    init?(
        in blocks: [WordContent.Block], besides answers: [FilledForm.Answer], _ unknown: [FilledForm.UnknownAnswer],
        of form: FormDefinition
    ) {
        let names = FieldNames(form)
        var known: Set<String> = []
        func learn(_ text: String) {
            for line in text.split(whereSeparator: \.isNewline) { known.insert(LabelText.normal(String(line))) }
        }
        for answer in answers {
            Self.lines(of: answer.blocks).forEach(learn)
            ([answer.text] + answer.alternatives).forEach(learn)
        }
        for answer in unknown { learn(answer.text) }
        for field in form.fields {
            learn(field.prompt)
            if case .longText(_, _, let parts) = field.kind { for part in parts { learn(part.prompt) } }
        }
        let lost = Self.lines(of: blocks).map(FieldSearch.cleaned).filter { line in
            Self.isSentence(line) && !known.contains(LabelText.normal(line)) && !names.isLabel(line)
                && names.statements(in: line).isEmpty
        }
        guard let first = lost.first else { return nil }
        self.first = first
        paragraphCount = lost.count
        characterCount = lost.reduce(0) { $0 + $1.count }
    }

    /// In characters; what is shorter is a title or a label, unless it ends as a sentence does.
    private static let shortestSentence = 15
    private static let shortestWithStop = 6

    /// Whether a line tells something: labels and titles have no stops, and the form's own notes say what they are.
    private static func isSentence(_ line: String) -> Bool {
        (line.count >= shortestSentence && line.contains { "，；".contains($0) }
            || line.count >= shortestWithStop && line.contains("。")) && TableRemark.shown([line]) == nil
            && !["填写", "填表", "不填", "盖章", "表格编号"].contains(where: line.contains)
    }

    /// All paragraphs, in their order.
    private static func lines(of blocks: [WordContent.Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): [paragraph.text]
            case .table(let table): table.rows.joined().flatMap { lines(of: $0.blocks) }
            }
        }
    }
}
