import Diagnostics
import Mustache

/// The templates of a theme, checked against the views they read and ready to render.
struct TemplateSet: Sendable {
    private let library: MustacheLibrary

    /// - Parameters:
    ///   - files: the theme's files by path.
    ///   - words: the keys that `t` has.
    ///   - fallback: where to report a template that does not exist.
    /// - Returns: `nil` when a template that a page needs is missing or cannot be read.
    static func load(
        _ files: [String: SourceFile], words: Set<String>, fallback: SourceRange, findings: inout [Diagnostic]
    ) -> TemplateSet? {
        HTMLEscaping.register()
        var scanned: [String: [TemplateNode]] = [:]
        var library = MustacheLibrary()
        let before = findings.count
        for (path, file) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("templates/") {
            guard path.hasSuffix(".mustache") else { continue }
            let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
            let syntaxFindings = findings.count
            scanned[name] = TemplateScanner.scan(file, findings: &findings)
            guard findings.count == syntaxFindings else { continue }
            do {
                try library.register(prepared(file), named: name)
            } catch {
                findings.append(
                    Diagnostic(
                        .templateSyntax, at: file.start,
                        message: LocalizedText(zh: "模板无法读取：\(error)。", en: "The template cannot be read: \(error).")))
            }
        }
        for kind in PageKind.allCases where scanned[kind.rawValue] == nil {
            findings.append(
                Diagnostic(
                    .themeMissingFile, at: fallback,
                    message: LocalizedText(
                        zh: "主题缺少模板 templates/\(kind.rawValue).mustache。",
                        en: "The theme lacks the template templates/\(kind.rawValue).mustache.")))
        }
        findings += TemplateCheck.findings(in: scanned, words: words)
        return findings.count == before ? TemplateSet(library: library) : nil
    }

    /// The finished page.
    func render(_ view: PageContext, as kind: PageKind) -> [UInt8] {
        // Loading made sure that every kind has its template.
        Array((library.render(view, withTemplate: kind.rawValue) ?? "").utf8)
    }

    /// The template as it is handed to Mustache: with the escaping of `HTMLEscaping`, and without the indentation of
    /// lines, which readers of the page do not need and which Mustache would carry into partials.
    private static func prepared(_ file: SourceFile) -> String {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "\n")
        return "{{% CONTENT_TYPE: \(HTMLEscaping.name)}}" + text
    }
}

/// Escapes text for HTML by bytes; Mustache's own way goes by characters and takes most of a page's time.
struct HTMLEscaping: MustacheContentType {
    static let name = "SHOWCASE"

    static func register() { MustacheContentTypes.register(HTMLEscaping(), named: name) }

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// The text with `<`, `>`, `&` and quotes as character references.
    static func escaped(_ text: String) -> String {
        let needsEscaping = text.utf8.contains { byte in
            byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
                || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        }
        guard needsEscaping else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
