import Diagnostics
import Documents
import Fields
import Rules

/// The files of a theme that are text: templates, style sheets, scripts and strings.
package enum ThemeText {
    /// A folder whose texts are UTF-8 without a byte order mark. What is no text is left out, with a finding.
    static func decoded(_ folder: ThemeFolder, findings: inout [Diagnostic]) -> ThemeFolder {
        var files: [String: SourceFile] = [:]
        var lacksFiles = folder.lacksFiles
        for (path, file) in folder.files.sorted(by: { $0.key < $1.key }) {
            guard isText(path), path != "theme.yaml" else {
                files[path] = file
                continue
            }
            files[path] = decoded(file, findings: &findings)
            if files[path] == nil { lacksFiles = true }
        }
        return ThemeFolder(name: folder.name, files: files, lacksFiles: lacksFiles)
    }

    /// A file's text; `nil` after a finding at the first byte that is none.
    ///
    /// Words are read as content is, whatever program saved them. Markup, styles and scripts are UTF-8: what a guess would
    /// change in them is not only seen.
    static func decoded(_ file: SourceFile, findings: inout [Diagnostic]) -> SourceFile? {
        switch TextReader.decode(file.bytes) {
        case .success(let text) where text.encoding == .utf8 || file.path.hasSuffix(".yaml"):
            // What is written in a script or a style may be meant byte for byte.
            let isCode = file.path.hasSuffix(".js") || file.path.hasSuffix(".css")
            let bytes = isCode ? withoutMark(file.bytes[...]) : withoutMark(text.bytes[...])
            return bytes == file.bytes ? file : SourceFile(path: file.path, bytes: bytes)
        case .success(let text):
            findings.append(otherEncoding(text.encoding, of: file))
        case .failure(let problem):
            let told = problem.diagnostic(path: file.path)
            findings.append(Diagnostic(.themeFile, at: told.range, message: told.message, help: told.help))
        }
        return nil
    }

    private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.dropFirst(bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0))
    }

    private static func otherEncoding(_ encoding: TextEncoding, of file: SourceFile) -> Diagnostic {
        // What stands before is shown; the rest would be shown wrongly.
        let offset = encoding == .utf16 ? 0 : TextEncoding.firstInvalidByte(file.bytes) ?? 0
        let shown = SourceFile(path: file.path, bytes: Array(file.bytes[..<offset]))
        let name =
            encoding == .utf16
            ? LocalizedText(zh: "UTF-16（“Unicode”）", en: "UTF-16 (“Unicode”)")
            : LocalizedText(zh: "ANSI（GB18030）", en: "GB 18030 (ANSI)")
        return Diagnostic(
            .themeFile, at: shown.range(offset..<offset),
            message: LocalizedText(
                zh: "文件不是 UTF-8 编码，像是 \(name.zh)。", en: "The file is not UTF-8; it seems to be \(name.en)."),
            help: LocalizedText(zh: "请用编辑器把文件另存为 UTF-8 编码。", en: "Save the file as UTF-8 in your editor."))
    }

    /// Whether a file of a theme is text, by its path inside the theme.
    package static func isText(_ path: String) -> Bool {
        [".mustache", ".yaml", ".css", ".js"].contains(where: path.hasSuffix)
    }

    /// The scripts of a theme.
    static func scripts(of files: [String: SourceFile]) -> [SourceFile] {
        files.filter { $0.key.hasPrefix("assets/") && $0.key.hasSuffix(".js") }.map(\.value)
    }
}
