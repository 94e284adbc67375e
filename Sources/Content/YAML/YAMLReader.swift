import Diagnostics
import Yams

/// Reads YAML by Yams and keeps the place of every key and value.
///
/// Anchors, aliases, tags and merge keys are refused: nobody needs them in metadata, and they are how small files
/// become large ones.
struct YAMLReader {
    private let places: YAMLPlaces
    private var findings: [Diagnostic] = []

    /// How deep lists and mappings may be nested.
    private static let maximumDepth = 16

    /// - Parameters:
    ///   - range: the bytes of the file that are YAML.
    /// - Returns: `nil` when there is nothing, or nothing that can be read; then there is a finding.
    static func read(
        _ file: SourceFile, range: Range<Int>, findings: inout [Diagnostic]
    ) -> YAMLTree? {
        // libyaml counts no column for a byte order mark.
        let hasMark = file.bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
        let text = range.dropFirst(hasMark ? 3 : 0)
        var reader = YAMLReader(places: YAMLPlaces(file: file, range: text))
        defer { findings += reader.findings }
        return reader.read()
    }

    private init(places: YAMLPlaces) { self.places = places }

    private mutating func read() -> YAMLTree? {
        let text = String(decoding: places.file.bytes[places.range], as: UTF8.self)
        do {
            // The basic resolver: what a scalar means is decided by its field, and guessing takes regular expressions.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            // Nodes hold their anchors weakly; the parser keeps them alive while the tree is converted.
            return withExtendedLifetime(parser) { convert(root, depth: 0) }
        } catch let error as YamlError {
            findings += YAMLErrorReport(places: places).diagnostics(for: error)
        } catch {
            findings += YAMLErrorReport(places: places).diagnostics(for: .no)
        }
        return nil
    }

    private mutating func convert(_ node: Node, depth: Int) -> YAMLTree? {
        let place = places.range(of: node)
        guard depth <= Self.maximumDepth else {
            reportDepth(at: place)
            return nil
        }
        guard isAllowed(node, at: place) else { return nil }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return YAMLTree(value: .scalar(scalar.string, isPlain: isPlain), range: place)
        case .sequence(let sequence):
            return YAMLTree(value: .sequence(sequence.compactMap { convert($0, depth: depth + 1) }), range: place)
        case .mapping(let mapping):
            return YAMLTree(value: .mapping(mapping.compactMap { pair($0, $1, depth: depth) }), range: place)
        case .alias: return nil
        }
    }

    private mutating func pair(_ key: Node, _ value: Node, depth: Int) -> YAMLPair? {
        let place = places.range(of: key)
        guard isAllowed(key, at: place) else { return nil }
        guard let name = key.scalar?.string else {
            report(.metaSyntax, at: place, zh: "字段名必须是一段文字。", en: "A field's name must be text.")
            return nil
        }
        guard name != "<<" else {
            report(.metaForbiddenYAML, at: place, zh: "这里不使用 YAML 的合并键 <<。", en: "Merge keys (<<) are not used.")
            return nil
        }
        return convert(value, depth: depth + 1).map { YAMLPair(key: Located(name, at: place), tree: $0) }
    }

    /// Whether a node has neither anchor nor explicit tag; libyaml's place of a node begins with these.
    private mutating func isAllowed(_ node: Node, at place: SourceRange) -> Bool {
        let first = place.bytes.isEmpty ? nil : places.file.bytes[place.bytes.lowerBound]
        if case .alias = node {
            report(
                .metaForbiddenYAML, at: place, zh: "这里不使用 YAML 的别名（*）。", en: "Aliases (*) are not used.")
            return false
        }
        if node.anchor != nil || first == UInt8(ascii: "&") {
            report(
                .metaForbiddenYAML, at: place,
                zh: "这里不使用 YAML 的锚点（&）和别名（*）。如果 & 或 * 是文字，请给整个值加上英文引号。",
                en: "Anchors (&) and aliases (*) are not used. If & or * is text, put the value in quotes.")
            return false
        }
        if first == UInt8(ascii: "!") {
            report(
                .metaForbiddenYAML, at: place,
                zh: "这里不使用 YAML 的标签（!）。如果 ! 是文字，请给整个值加上英文引号。",
                en: "Tags (!) are not used. If ! is text, put the value in quotes.")
            return false
        }
        return true
    }

    private mutating func reportDepth(at place: SourceRange) {
        report(
            .metaSyntax, at: place, zh: "嵌套超过 \(Self.maximumDepth) 层。",
            en: "Nested more than \(Self.maximumDepth) deep.")
    }

    private mutating func report(_ rule: Rule, at range: SourceRange, zh: String, en: String) {
        findings.append(Diagnostic(rule, at: range, message: LocalizedText(zh: zh, en: en)))
    }
}
