import Content
import Diagnostics
import Forms
import Rules
import Screening
import Testing

@testable import Importing

@Suite("Rules of forms that were filled in")
struct FormRuleTests {
    private static let rules = Rule.importRules.filter {
        if case .filledForm = $0.example.frame { true } else { false }
    }

    /// A form with the two names, both asked for.
    private static let form: FormDefinition = {
        func row(_ name: String, _ label: String, _ destination: FormField.Destination) -> FormRow {
            let field = FormField(
                name: name, label: FormText(label), cellLabel: FormText(label), kind: .text, isRequired: true,
                destination: destination)
            return FormRow(height: 9, cells: [FormCell(.label(FormText(label))), FormCell(.fields([field]))])
        }
        return FormDefinition(
            id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
            sections: [
                FormSection(
                    title: nil, columns: [40, 120], hasBorders: true, beginsPage: false,
                    rows: [row("team", "班组名称", .team), row("enterprise", "企业名称", .enterprise)])
            ], note: nil)
    }()

    private func notes(_ example: String) throws -> [FormDraft.Note] {
        let rows = example.split(separator: "\n").map { line in
            line.split(separator: "：", maxSplits: 1, omittingEmptySubsequences: false).map {
                HandedIn.paragraph(String($0))
            }
        }
        let file = try HandedIn.file(HandedIn.table(rows) + HandedIn.paragraph("表格编号：application/2024"))
        return FormDraft(try FilledForm(file, forms: [Self.form]), contacts: PublishedContacts([])).notes
    }

    @Test("the wrong form of a rule lacks an answer, the right one does not", arguments: rules)
    func examples(rule: Rule) throws {
        #expect(try notes(rule.example.wrong) == [.unfilledField("企业名称")])
        #expect(try notes(rule.example.right).isEmpty)
    }
}
