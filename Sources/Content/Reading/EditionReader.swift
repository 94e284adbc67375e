import Diagnostics
import Rules
import Values

/// Reads `awards/<year>/index.md`; the roster is added when its file has been read.
enum EditionReader {
    static func read(_ file: SourceFile, path: SitePath, folderYear: Int, findings: inout [Diagnostic]) -> EditionEntry?
    {
        PageReader.read(file, path: path, schema: .edition, findings: &findings) { reader in
            reader.fields.folderYear = folderYear
            let page = reader.page()
            let values = reader.fields.values(of: EditionFields.all)
            let status = values[EditionFields.status]
            let published = values[EditionFields.published]
            let publicity = values[EditionFields.publicity]
            if let status, status.value == .publicity, publicity == nil,
                !reader.fields.has(EditionFields.publicity.schema)
            {
                reader.report(
                    Diagnostic(
                        .metaMissingField, at: status.range,
                        message: LocalizedText(
                            zh: "公示中的年度必须写公示期。", en: "An edition in publicity needs its publicity period."),
                        help: LocalizedText(
                            zh: "请补写“公示期:”及其下的“开始”“结束”“受理部门”。", en: "Add `publicity:` with `from`, `to` and `contact`.")
                    ))
            }
            if let deadline = values[EditionFields.deadline], let published, published.value < deadline.value {
                reader.report(
                    Diagnostic(
                        .metaRange, at: published.range,
                        message: LocalizedText(
                            zh: "发布日期早于申报截止日期。", en: "The day of publication is before the deadline."),
                        related: [
                            Diagnostic.Related(
                                LocalizedText(zh: "申报截止在这里", en: "the deadline is here"), at: deadline.range)
                        ]))
            }
            if let status, status.value == .final, !reader.fields.has(EditionFields.published.schema) {
                reader.report(EditionChecks.finalWithoutDate(status))
            }
            reader.report(EditionChecks.findings(status: status, published: published, publicity: publicity))
            return page.flatMap { EditionEntry(page: $0, values: values, roster: []) }
        }
    }
}
