import Diagnostics
import Fields
import Values

/// The fields of a notice: `notices/<slug>.md`.
package enum NoticeFields {
    package static let date = FieldKey.date(
        "date", "日期", required: true, label: "label_published", zh: "发布日期。", en: "Its day.")
    package static let kind = FieldKey<Located<NoticeKind>>.word(
        "kind", "类别", required: true, standIn: .other, zh: "通知、公示、公布或其他。", en: "call, publicity, result or other.")
    package static let edition = FieldKey.year("edition", "年度", zh: "所属年度。", en: "The edition it is about.")
    package static let attachments = FieldKey.files(
        "attachments", "附件", example: LocalizedText(same: "[attachment.pdf]"), zh: "附件的相对路径。",
        en: "Relative paths of attachments.")
}

extension DocumentDeclaration {
    static let notice = DocumentDeclaration(
        folder: "notices", zh: "通知公告", en: "notice", counted: LocalizedText(zh: "通知", en: "notice"),
        beginning: LocalizedText(zh: "通知正文。", en: "The text of the notice."),
        [
            .day(NoticeFields.date), .field(NoticeFields.kind), .edition(NoticeFields.edition),
            .files(NoticeFields.attachments),
        ], isHiddenBeforeDay: true, isNewestFirst: true)
}
