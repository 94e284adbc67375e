import Content
import Documents
import Foundation
import Scaffolding
import Testing
import Values

@testable import Forms
@testable import Importing

/// Word files as people hand them in.
enum HandedIn {
    static let word =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""

    /// As new content is begun on a day.
    static func scaffold(_ language: SiteLanguage) throws -> Scaffold {
        Scaffold(language: language, today: try #require(CalendarDate(year: 2024, month: 9, day: 1)))
    }

    /// A form with one field of each kind that an import knows.
    static let form = FormDefinition(
        id: "application", title: FormText("申报表"), version: "2024", formats: [.docx],
        sections: [
            FormSection(
                title: nil, columns: [40, 40, 40, 40], hasBorders: true, beginsPage: false,
                rows: [
                    row("班组名称", field("team", "班组名称", to: .team), "企业名称", field("enterprise", "企业名称", to: .enterprise)),
                    row("推荐协会", field("recommender", "推荐协会", to: .recommender), "年度", field("year", "年度", to: .year)),
                    row("联系人", field("contact", "联系人", isPrivate: true), "手机", field("mobile", "手机", isPrivate: true)),
                    FormRow(height: 9, cells: [FormCell(.fields([text]), span: 4)]),
                ])
        ], note: nil)

    static let text = FormField(
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

    private static func row(_ label: String, _ field: FormField, _ other: String, _ second: FormField) -> FormRow {
        FormRow(
            height: 9,
            cells: [
                FormCell(.label(FormText(label))), FormCell(.fields([field])), FormCell(.label(FormText(other))),
                FormCell(.fields([second])),
            ])
    }

    /// A Word file with that body.
    static func file(_ body: String, relations: String = "", parts: [(String, [UInt8])] = []) throws -> [UInt8] {
        try package(
            document: "<w:document \(word)><w:body>\(body)</w:body></w:document>", relations: relations, parts: parts)
    }

    static func package(
        document: String, type: String = "document.main", relations: String = "", parts: [(String, [UInt8])] = []
    ) throws -> [UInt8] {
        let types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml\"/></Types>"
        let main =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        return try ZIPWriter.bytes(
            of: [
                ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(main.utf8)),
                ("word/document.xml", Array(document.utf8)),
                (
                    "word/_rels/document.xml.rels",
                    Array(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations)</Relationships>"
                            .utf8)
                ),
            ] + parts.map { (name: $0.0, bytes: $0.1) })
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    static func table(_ rows: [[String]]) -> String {
        "<w:tbl><w:tblGrid/>"
            + rows.map { "<w:tr>" + $0.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }

    static func control(_ tag: String, _ content: String, placeholder: Bool = false) -> String {
        "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/>\(placeholder ? "<w:showingPlcHdr/>" : "")<w:text/></w:sdtPr>"
            + "<w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    static func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

    static func read(_ body: String) throws -> FilledForm { try FilledForm(file(body), forms: [form]) }

    /// The answer to a field, and how it was found.
    static func answer(_ name: String, in body: String) throws -> FilledForm.Answer? {
        try read(body + paragraph("表格编号：application/2024")).answers.first { $0.field.name == name }
    }
}

extension HandedIn {
    /// An archive whose files were changed.
    static func repacked(_ bytes: [UInt8], _ change: (String, [UInt8]) -> [UInt8]) throws -> [UInt8] {
        var files: [(name: String, bytes: [UInt8])] = []
        try ZIPArchive.with(bytes) { archive in
            for entry in archive.entries {
                files.append((entry.name, change(entry.name, try archive.bytes(of: entry))))
            }
        }
        return try ZIPWriter.bytes(of: files)
    }
}
