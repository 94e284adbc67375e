import Diagnostics
import Documents
import Fields
import Rules

/// Turns the bytes of a roster, as spreadsheets save them, into UTF-8.
package enum RosterEncoding {
    /// `nil` for bytes that are no CSV text; then a finding says what they are and how to save them.
    package static func decode(path: String, bytes: [UInt8], findings: inout [Diagnostic]) -> SourceFile? {
        if let kind = foreignKind(bytes) {
            findings.append(unusable(kind, path: path))
            return nil
        }
        switch TextReader.decode(bytes, isExpected: isPlausible) {
        case .success(let text): return SourceFile(path: path, bytes: text.bytes)
        case .failure(let problem):
            findings.append(
                problem.diagnostic(
                    path: path,
                    help: LocalizedText(
                        zh: "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”。",
                        en: "Save it as “CSV UTF-8 (comma delimited)”.")))
            return nil
        }
    }

    /// What a file is that only bears the name of a CSV file; `nil` when it may be text.
    private static func foreignKind(_ bytes: [UInt8]) -> LocalizedText? {
        let start = bytes.prefix(4096)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return LocalizedText(zh: "一个改了名的 Excel 或 WPS 表格", en: "a renamed workbook of Excel or WPS")
        }
        if start.count(where: { $0 == 0 }) * 8 >= start.count, !start.isEmpty, !TextEncoding.hasUTF16Mark(bytes) {
            return LocalizedText(zh: " UTF-16 编码（“Unicode 文本”）", en: "UTF-16 (“Unicode text”)")
        }
        return nil
    }

    private static func unusable(_ kind: LocalizedText, path: String) -> Diagnostic {
        Diagnostic(
            .fileUnreadable, at: SourceFile(path: path, bytes: []).start,
            message: LocalizedText(zh: "名单是\(kind.zh)。", en: "The roster is \(kind.en)."),
            help: LocalizedText(
                zh: "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”或“CSV（逗号分隔）”。",
                en: "Save it as “CSV UTF-8 (comma delimited)” or “CSV (comma delimited)”."))
    }

    /// Whether text that was read as GB 18030 begins with a column's name. Nearly any bytes can be read so, and a broken
    /// UTF-8 file would turn into characters that nobody wrote.
    package static func isPlausible(_ text: [UInt8]) -> Bool {
        let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        // Remarks may stand above it.
        let first = lines.first { !$0.starts(with: "#".utf8) && !$0.starts(with: "\"#".utf8) }
        let header = String(decoding: first ?? [], as: UTF8.self)
        let names = RosterColumn.all.map(\.chineseName)
        let hasLatinHeader = header.utf8.allSatisfy { $0 < 0x80 }
        return hasLatinHeader || names.contains { header.contains($0) }
    }
}
