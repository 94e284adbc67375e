import Diagnostics
import Fields
import Rules
import Values

/// The fields of a form's page: `forms/<slug>/index.md`, with its files.
package enum FormFields {
    package static let version = FieldKey.text(
        "version", "版本", required: true, label: "label_version", standIn: .thisYear, zh: "版本年份。",
        en: "Its version, a year.")
    /// When the form is to be used.
    package static let valid = FieldKey<DateSpan>(
        FieldSchema(
            "valid", "有效期", .object(span), label: "label_valid", zh: "使用期限。", en: "When it is to be used."),
        shown: { .span($0) }, read: readValid)
    package static let files = FieldKey.files(
        "files", "文件", example: LocalizedText(same: "[form.docx]"), zh: "旁边的文件名。",
        en: "Names of the files beside the text.")
    package static let supersedes = FieldKey.file(
        "supersedes", "代替", example: LocalizedText(same: "../older/index.md"), zh: "所代替表格的相对路径。",
        en: "Relative path of what it replaces.")

    private static let span = ContentSchema(
        zh: "有效期", en: "valid", [SpanFields.from.schema, SpanFields.to.schema])

    private static func readValid(_ reader: inout FieldReader, _ name: String) -> DateSpan? {
        reader.object(name, span) { fields in
            let from = fields.value(of: SpanFields.from)
            let to = fields.date(SpanFields.to.schema.english) { day in from.map { day >= $0.value } ?? true }
            if let from, let to, to.value < from.value {
                fields.report(
                    Diagnostic(
                        .metaRange, at: to.range,
                        message: LocalizedText(zh: "有效期的结束早于开始。", en: "The form's time ends before it begins."),
                        related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: from.range)])
                )
            }
            return DateSpan(from: from?.value, to: to?.value)
        }
    }
}

extension DocumentDeclaration {
    static let form = DocumentDeclaration(
        folder: "forms", zh: "表格", en: "form", counted: LocalizedText(zh: "表格", en: "form"),
        beginning: LocalizedText(
            zh: "怎样填写这份表格。Word 和 PDF 由旁边的 form.yaml 生成；已有现成文件的，删去 form.yaml，把文件放在这里并写进“文件”。",
            en:
                "How to fill the form. Word file and PDF are made of form.yaml beside this file; where there are files already, remove it, put them here and name them in `files`."
        ),
        [
            .version(FormFields.version), .field(FormFields.valid), .files(FormFields.files),
            .supersedes(FormFields.supersedes),
        ])
}
