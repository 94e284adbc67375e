import Diagnostics
import Fields

/// The fields of a rule or standard: `rules/<slug>.md`.
package enum RegulationFields {
    package static let date = FieldKey.date(
        "date", "发布日期", required: true, label: "label_published", zh: "发布日期。", en: "Its day.")
    package static let effective = FieldKey.date(
        "effective", "施行日期", label: "label_effective", zh: "施行日期。", en: "From when it is in force.")
    package static let document = FieldKey.text("document", "文号", label: "label_document", zh: "文号。", en: "Its number.")
    package static let supersedes = FieldKey.file(
        "supersedes", "代替", example: LocalizedText(same: "../older/index.md"), zh: "所代替文件的相对路径。",
        en: "Relative path of what it replaces.")
}

extension DocumentDeclaration {
    static let rule = DocumentDeclaration(
        folder: "rules", zh: "制度标准", en: "rule", counted: LocalizedText(zh: "制度", en: "rule"),
        beginning: LocalizedText(
            zh: "## 总则\n\n第一条 以“第几条”开头的段落可以单独引用。",
            en: "## General\n\n第一条 A paragraph that begins like this can be cited alone."),
        [
            .day(RegulationFields.date), .field(RegulationFields.effective), .field(RegulationFields.document),
            .supersedes(RegulationFields.supersedes),
        ], isHiddenBeforeDay: true, isNewestFirst: true, hasArticles: true)
}
