import Diagnostics
import Yams

/// `theme.yaml`.
struct ThemeDescription {
    var parent: Located<String>?
    var stylesheets: [Located<String>] = []
    var pictureSizes: String?
    var photoSizes: String?
    /// As 0xRRGGBB.
    var accent: UInt32?

    private static let keys = ["name", "title", "extends", "stylesheets", "picture_sizes", "photo_sizes", "accent"]

    static func read(_ file: SourceFile, findings: inout [Diagnostic]) -> ThemeDescription {
        var description = ThemeDescription()
        for entry in ThemeYAML.mapping(of: file, findings: &findings) {
            switch (entry.key.value, entry.value) {
            case ("name", .text), ("title", .text): break
            case ("extends", .text(let name)): description.parent = Located(name, at: entry.range)
            case ("stylesheets", .list(let paths)): description.stylesheets = paths
            case ("picture_sizes", .text(let sizes)): description.pictureSizes = sizes
            case ("photo_sizes", .text(let sizes)): description.photoSizes = sizes
            case ("accent", .text(let text)):
                description.accent = colour(text)
                if description.accent == nil {
                    findings.append(
                        ThemeYAML.wrongValue(
                            entry,
                            expected: LocalizedText(zh: "颜色，例如 \"#0b5c8a\"", en: "a colour such as \"#0b5c8a\"")))
                }
            case ("name", _), ("title", _), ("extends", _), ("picture_sizes", _), ("photo_sizes", _),
                ("accent", _):
                findings.append(ThemeYAML.wrongValue(entry, expected: LocalizedText(zh: "一段文字", en: "text")))
            case ("stylesheets", _):
                findings.append(ThemeYAML.wrongValue(entry, expected: LocalizedText(zh: "一个列表", en: "a list")))
            default:
                let suggestion = NearestName.suggestion(for: entry.key.value, among: keys)
                findings.append(
                    Diagnostic(
                        .themeDescription, at: entry.key.range,
                        message: LocalizedText(
                            zh: "theme.yaml 没有字段“\(entry.key.value)”。",
                            en: "theme.yaml has no field “\(entry.key.value)”."),
                        help: LocalizedText(
                            zh: suggestion.map { "是否应为“\($0)”？" } ?? "可用字段：\(keys.joined(separator: "、"))。",
                            en: suggestion.map { "Did you mean “\($0)”?" }
                                ?? "The fields are \(keys.joined(separator: ", "))."),
                        replacement: suggestion))
            }
        }
        return description
    }

    /// `#RRGGBB` as a number.
    private static func colour(_ text: String) -> UInt32? {
        text.hasPrefix("#") && text.utf8.count == 7 ? UInt32(text.dropFirst(), radix: 16) : nil
    }
}

/// The small part of YAML that themes use: a mapping of texts and lists of texts.
enum ThemeYAML {
    enum Value {
        case text(String)
        case list([Located<String>])
        case other
    }

    struct Entry {
        let key: Located<String>
        let value: Value
        let range: SourceRange
    }

    static func mapping(of file: SourceFile, findings: inout [Diagnostic]) -> [Entry] {
        do {
            guard let root = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self)) else { return [] }
            guard let mapping = root.mapping else {
                findings.append(syntaxError(file, mark: root.mark, problem: "expected a mapping of names to values"))
                return []
            }
            return mapping.map { key, value in
                Entry(
                    key: Located(key.string ?? "", at: range(of: key, in: file)), value: read(value, in: file),
                    range: range(of: value, in: file))
            }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            findings.append(syntaxError(file, mark: mark, problem: problem))
        } catch {
            findings.append(syntaxError(file, mark: nil, problem: "\(error)"))
        }
        return []
    }

    static func wrongValue(_ entry: Entry, expected: LocalizedText) -> Diagnostic {
        Diagnostic(
            .themeDescription, at: entry.range,
            message: LocalizedText(
                zh: "“\(entry.key.value)”应为\(expected.zh)。", en: "“\(entry.key.value)” must be \(expected.en)."))
    }

    private static func read(_ node: Node, in file: SourceFile) -> Value {
        if let scalar = node.scalar { return .text(scalar.string) }
        guard let sequence = node.sequence else { return .other }
        return .list(
            sequence.compactMap { item in
                item.scalar.map { Located($0.string, at: range(of: item, in: file)) }
            })
    }

    private static func syntaxError(_ file: SourceFile, mark: Mark?, problem: String) -> Diagnostic {
        Diagnostic(
            .themeDescription,
            at: mark.map { file.range(offset(of: $0, in: file)..<offset(of: $0, in: file)) } ?? file.start,
            message: LocalizedText(zh: "YAML 语法错误：\(problem)。", en: "YAML syntax error: \(problem)."))
    }

    private static func range(of node: Node, in file: SourceFile) -> SourceRange {
        guard let mark = node.mark else { return file.start }
        let start = offset(of: mark, in: file)
        return file.range(start..<start + (node.scalar?.string.utf8.count ?? 0))
    }

    /// libyaml counts columns in code points, from 1 as Yams gives them.
    private static func offset(of mark: Mark, in file: SourceFile) -> Int {
        var offset = 0
        var line = 1
        while line < mark.line, offset < file.bytes.count {
            if file.bytes[offset] == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
        var column = 1
        while column < mark.column, offset < file.bytes.count {
            offset += 1
            while offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }
}
