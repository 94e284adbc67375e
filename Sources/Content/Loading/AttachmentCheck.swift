import Diagnostics
import DocumentReading

/// Looks at files that are offered as they are: whether they are what their names say, and hold nothing that runs.
enum AttachmentCheck {
    /// Bytes of a file's beginning that tell its kind.
    private static let kinds: [(endings: [String], signatures: [[UInt8]], name: LocalizedText)] = [
        ([".pdf"], [Array("%PDF-".utf8)], LocalizedText(zh: "PDF 文件", en: "a PDF file")),
        (
            [".docx", ".xlsx", ".pptx", ".zip", ".ofd"], [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]],
            LocalizedText(zh: "ZIP 结构的文件（docx、xlsx 等）", en: "a file in ZIP format, as docx and xlsx are")
        ),
        (
            [".doc", ".xls", ".ppt"], [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]],
            LocalizedText(zh: "旧版 Office 文件", en: "a file of an old Office version")
        ),
        ([".gif"], [Array("GIF8".utf8)], LocalizedText(zh: "GIF 图片", en: "a GIF picture")),
    ]
    private static let macroEndings = [".docm", ".dotm", ".xlsm", ".xltm", ".pptm"]
    /// Files that a browser runs, or an operating system. Content is Markdown; pages that somebody else made would run
    /// their scripts under the site's name.
    private static let activeEndings = [
        ".html", ".htm", ".xhtml", ".mht", ".js", ".mjs", ".wasm", ".swf", ".exe", ".bat", ".cmd", ".vbs", ".ps1",
        ".jar",
        ".apk", ".lnk",
    ]
    /// Files of text, which are searched with the places of what is found.
    private static let textEndings = [".txt", ".csv", ".json", ".xml", ".yaml", ".yml", ".ics"]
    private static let largeByteCount = 20 * 1024 * 1024

    static func findings(
        about listing: SourceReader.Listing, path: SitePath, reader: SourceReader, checks: CheckSettings
    ) -> [Diagnostic] {
        let place = SourceFile(path: path.text, bytes: []).start
        let name = path.name.lowercased()
        guard listing.size > 0 else {
            return [
                Diagnostic(
                    .fileEmpty, at: place,
                    message: LocalizedText(zh: "文件“\(path)”是空的。", en: "The file “\(path)” is empty."),
                    help: LocalizedText(zh: "请重新保存或删去。", en: "Save it again, or remove it."))
            ]
        }
        var findings: [Diagnostic] = []
        if listing.size > largeByteCount {
            findings.append(
                Diagnostic(
                    .fileLarge, at: place,
                    message: LocalizedText(
                        zh: "文件“\(path)”有 \(listing.size / 1024 / 1024) MB。",
                        en: "The file “\(path)” has \(listing.size / 1024 / 1024) MB."),
                    help: LocalizedText(zh: "请压缩图片，或分成几个文件。", en: "Make its pictures smaller, or divide it.")))
        }
        if macroEndings.contains(where: name.hasSuffix) { return findings + [macros(path, at: place)] }
        if activeEndings.contains(where: name.hasSuffix) { return findings + [active(path, at: place)] }
        if let unusable = PictureCheck.unusableFormat(path) { return findings + [unusable] }
        if let wrong = wrongKind(listing, path: path, name: name, reader: reader) { return findings + [wrong] }
        return findings + insideFindings(listing, path: path, name: name, reader: reader, checks: checks)
    }

    private static func wrongKind(
        _ listing: SourceReader.Listing, path: SitePath, name: String, reader: SourceReader
    ) -> Diagnostic? {
        guard let kind = kinds.first(where: { $0.endings.contains(where: name.hasSuffix) }),
            let head = reader.read(listing.path, 8), !kind.signatures.contains(where: { head.starts(with: $0) })
        else { return nil }
        let actual = kinds.first { $0.signatures.contains { head.starts(with: $0) } }
        return Diagnostic(
            .fileKind, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件“\(path)”不是 \(kind.name.zh)" + (actual.map { "，而是 \($0.name.zh)。" } ?? "。"),
                en: "The file “\(path)” is not \(kind.name.en)" + (actual.map { " but \($0.name.en)." } ?? ".")),
            help: LocalizedText(
                zh: "改文件名不会改变格式，请用原来的软件另存为这种格式。",
                en: "A new name does not change what a file is; save it in that format."))
    }

    /// What is found in the file itself; a file that is too large to be looked into says so.
    private static func insideFindings(
        _ listing: SourceReader.Listing, path: SitePath, name: String, reader: SourceReader, checks: CheckSettings
    ) -> [Diagnostic] {
        let isText = textEndings.contains(where: name.hasSuffix)
        guard isText || DocumentReader.isDocument(name),
            let bytes = reader.read(listing.path, DocumentReader.maximumByteCount + 1)
        else { return [] }
        guard bytes.count <= DocumentReader.maximumByteCount else { return [tooLargeToRead(path)] }
        guard isText else { return DocumentCheck(path: path, checks: checks).findings(in: bytes) }
        // A table may be in GB 18030, as the programs of the trade write it; digits are the same there.
        return PersonalDataScan.findings(in: SourceFile(path: path.text, bytes: bytes), contacts: checks.contacts)
    }

    private static func tooLargeToRead(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            .fileOpaque, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件太大，里面的文字和属性没有检查。", en: "The file is too large; what it says was not checked."))
    }

    private static func active(_ path: SitePath, at place: SourceRange) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: place,
            message: LocalizedText(zh: "“\(path)”是会运行的文件。", en: "“\(path)” is a file that runs."),
            help: LocalizedText(
                zh: "页面请写成 Markdown（.md）；资料请另存为 PDF。", en: "Write pages in Markdown (.md); save documents as PDF."))
    }

    static func macros(_ path: SitePath, at place: SourceRange) -> Diagnostic {
        Diagnostic(
            .fileMacros, at: place,
            message: LocalizedText(zh: "文件“\(path)”带有宏。", en: "The file “\(path)” holds macros."),
            help: LocalizedText(zh: "请另存为不带宏的 docx 或 xlsx。", en: "Save it as docx or xlsx without macros."))
    }
}
