import Content
import Forms
import Importing
import Screening

/// Filled forms, which become drafts.
enum FormTarget {
    static func brokenPromises(withFile bytes: [UInt8]) -> [String] {
        DocumentPromises.broken(by: bytes, named: "form.docx") + brokenByReading(bytes)
    }

    /// The parts are divided by lines of `%%`: document, styles, numbering, footnotes, relations of the document.
    static func brokenPromises(withParts bytes: [UInt8]) -> [String] {
        let parts = DividedParts.parts(of: bytes)
        func part(_ index: Int, _ usual: String) -> [UInt8] {
            parts.indices.contains(index) && !parts[index].isEmpty ? Array(parts[index]) : Array(usual.utf8)
        }
        return brokenPromises(
            withFile: StoredArchive.bytes(of: [
                ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(packageRelations.utf8)),
                ("word/document.xml", part(0, "")), ("word/styles.xml", part(1, "<w:styles \(main)/>")),
                ("word/numbering.xml", part(2, "<w:numbering \(main)/>")),
                ("word/footnotes.xml", part(3, "<w:footnotes \(main)/>")),
                ("word/_rels/document.xml.rels", part(4, relations)),
            ]))
    }

    /// A form is refused with a reason, or becomes a draft that can be read as a write-up.
    private static func brokenByReading(_ bytes: [UInt8]) -> [String] {
        let form: FilledForm
        do {
            form = try FilledForm(bytes, forms: [definition])
        } catch is FilledFormProblem {
            return []
        } catch {
            return ["a form is refused by \(error)"]
        }
        let draft = FormDraft(form, contacts: PublishedContacts([]))
        return MarkdownTarget.brokenPromises(with: Array(draft.body.utf8))
    }

    /// A form with one field of each kind that an import knows.
    private static let definition = FormDefinition(
        id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
        sections: [
            FormSection(
                title: nil, columns: [40, 40, 40, 40], hasBorders: true, beginsPage: false,
                rows: [
                    row(field("team", "班组名称", to: .team), field("enterprise", "企业名称", to: .enterprise)),
                    row(field("recommender", "推荐协会", to: .recommender), field("year", "年度", to: .year)),
                    row(field("members", "人数", to: .members), field("mobile", "手机", isPrivate: true)),
                    FormRow(height: 9, cells: [FormCell(.fields([text]), span: 4)]),
                ])
        ], note: nil)

    private static let text = FormField(
        name: "text", label: FormText("正文"),
        kind: .longText(
            minimum: 100, maximum: 1000,
            parts: [
                .init(name: "one", title: FormText("班组简介"), hint: FormText("写成员")),
                .init(name: "two", title: FormText("质量改进与创新"), hint: FormText("写改进")),
            ]),
        destination: .text)

    private static func field(
        _ name: String, _ label: String, isPrivate: Bool = false, to destination: FormField.Destination? = nil
    ) -> FormField {
        FormField(
            name: name, label: FormText(label), cellLabel: FormText(label), kind: .text, isPrivate: isPrivate,
            hint: FormText("请填\(label)"), destination: destination)
    }

    private static func row(_ fields: FormField...) -> FormRow {
        FormRow(
            height: 9, cells: fields.flatMap { [FormCell(.label($0.label)), FormCell(.fields([$0]))] })
    }

    private static let main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    private static let types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    private static let packageRelations =
        "<Relationships \(package)><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    private static let relations =
        "<Relationships \(package)><Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"n\" Type=\"\(office)/numbering\" Target=\"numbering.xml\"/>"
        + "<Relationship Id=\"f\" Type=\"\(office)/footnotes\" Target=\"footnotes.xml\"/></Relationships>"
}
