import Diagnostics

/// A file that is one mapping of names to texts and lists of texts, as themes have them.
package enum YAMLMapping {
    package enum Value: Sendable {
        case text(String)
        case list([Located<String>])
        case other
    }

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: Value
        /// Where the value stands, quotes included.
        package let range: SourceRange
    }

    /// - Parameters:
    ///   - file: UTF-8.
    ///   - rule: what a file that cannot be read breaks.
    ///   - fieldNames: the names by which slips of typing are known.
    /// - Returns: `nil` after findings when the file is no mapping that can be read; empty for an empty file.
    package static func read(
        _ file: SourceFile, rule: Rule, fieldNames: Set<String>, findings: inout [Diagnostic]
    ) -> [Entry]? {
        var own: [Diagnostic] = []
        let tree = YAMLReader.read(file, range: 0..<file.bytes.count, fieldNames: fieldNames, findings: &own)
        findings += own.map { $0.breaking(rule) }
        guard let tree else { return own.isEmpty ? [] : nil }
        guard case .mapping(let pairs) = tree.value else {
            findings.append(
                Diagnostic(
                    rule, at: tree.range,
                    message: LocalizedText(
                        zh: "文件应由“名称: 值”组成。", en: "The file must be made of lines such as `name: value`.")))
            return nil
        }
        return pairs.map { Entry(key: $0.key, value: value($0.tree), range: $0.tree.range) }
    }

    private static func value(_ tree: YAMLTree) -> Value {
        switch tree.value {
        case .scalar(let text, _): .text(text)
        case .sequence(let items):
            .list(
                items.compactMap { item in
                    guard case .scalar(let text, _) = item.value else { return nil }
                    return Located(text, at: item.range)
                })
        case .mapping: .other
        }
    }
}

extension Diagnostic {
    /// The same finding as a breach of another rule.
    fileprivate func breaking(_ rule: Rule) -> Diagnostic {
        Diagnostic(
            rule, at: range, message: message, help: help, related: related, replacement: replacement, url: url,
            cause: cause)
    }
}
