import Diagnostics
import Rules

/// Reads YAML and keeps the place of every key and value.
///
/// Anchors, aliases, tags and merge keys are refused: nobody needs them in metadata, and they are how small files
/// become large ones.
package struct YAMLReader {
    private let places: YAMLPlaces
    private let stream: YAMLEventStream
    private let fieldNames: Set<String>
    private var findings: [Diagnostic] = []

    /// How deep lists and mappings may be nested.
    private static let maximumDepth = 16

    /// - Parameters:
    ///   - range: the bytes of the file that are YAML.
    ///   - fieldNames: the names that fields have in files of this kind, by which slips of typing are known.
    /// - Returns: `nil` when there is nothing, or nothing that can be read; then there is a finding.
    package static func read(
        _ file: SourceFile, range: Range<Int>, fieldNames: Set<String>, findings: inout [Diagnostic]
    ) -> YAMLTree? {
        // A byte order mark is no text.
        let hasMark = file.bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
        let text = range.dropFirst(hasMark ? 3 : 0)
        let places = YAMLPlaces(file: file, range: text)
        return file.bytes.withUnsafeBufferPointer { bytes in
            guard let stream = YAMLEventStream(bytes, range: text) else {
                findings += YAMLErrorReport(places: places, fieldNames: fieldNames).diagnostics(for: .outOfMemory)
                return nil
            }
            var reader = YAMLReader(places: places, stream: stream, fieldNames: fieldNames)
            defer { findings += reader.findings }
            return reader.document()
        }
    }

    private init(places: YAMLPlaces, stream: YAMLEventStream, fieldNames: Set<String>) {
        self.places = places
        self.stream = stream
        self.fieldNames = fieldNames
    }

    private mutating func document() -> YAMLTree? {
        do {
            var event = try stream.next()
            if case .streamStart = event.kind { event = try stream.next() }
            guard case .documentStart = event.kind else { return nil }
            let tree = try node(try stream.next(), depth: 0)
            // The end of the document, then that of the stream.
            _ = try stream.next()
            let next = try stream.next()
            if case .streamEnd = next.kind { return tree }
            findings += YAMLErrorReport(places: places, fieldNames: fieldNames).secondDocument(
                at: next.range.lowerBound)
        } catch {
            // What is cut off is what the parser misses.
            guard !findings.contains(where: { $0.rule == .metaCutValue }) else { return nil }
            findings += YAMLErrorReport(places: places, fieldNames: fieldNames).diagnostics(for: error)
        }
        return nil
    }

    /// The node that an event begins; `nil` when it is not allowed, after a finding.
    private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLParseError) -> YAMLTree? {
        guard depth <= Self.maximumDepth else {
            report(
                .metaSyntax, at: places.range(of: event), zh: "嵌套超过 \(Self.maximumDepth) 层。",
                en: "Nested more than \(Self.maximumDepth) deep.")
            try skip(event)
            return nil
        }
        guard isAllowed(event) else {
            try skip(event)
            return refused(event)
        }
        switch event.kind {
        case .scalar(let written, let isPlain, let isOneLine):
            let text = isOneLine ? written : FoldedLines.joined(written, of: places.file.bytes[event.range])
            if isPlain, let cut = CutValue(behind: event, in: places) {
                findings.append(cut.finding)
                return cut.tree(keeping: text)
            }
            return YAMLTree(value: .scalar(text, isPlain: isPlain), range: places.range(of: event))
        case .sequenceStart:
            var items: [YAMLTree] = []
            while let item = try nextOfCollection() {
                if let tree = try node(item, depth: depth + 1) { items.append(tree) }
            }
            return YAMLTree(value: .sequence(items), range: places.range(of: event))
        case .mappingStart:
            let pairs = try mapping(depth: depth)
            return YAMLTree(value: .mapping(pairs), range: places.range(of: event))
        default: return nil
        }
    }

    /// The text of a value with a tag, an anchor or an alias, so that its field is not missed as well; `nil` for what is no
    /// text.
    private func refused(_ event: YAMLEvent) -> YAMLTree? {
        let range = places.range(of: event)
        switch event.kind {
        case .scalar(let text, _, _): return YAMLTree(value: .scalar(text, isPlain: false), range: range)
        case .alias:
            let text = String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
            return YAMLTree(value: .scalar(text, isPlain: false), range: range)
        default: return nil
        }
    }

    private mutating func mapping(depth: Int) throws(YAMLParseError) -> [YAMLPair] {
        var pairs: [YAMLPair] = []
        // Few fields are found faster one by one; many would take the square of their number.
        var names: Set<String> = []
        while let event = try nextOfCollection() {
            guard let key = try key(event) else {
                try skip(try stream.next())
                continue
            }
            if pairs.count == 16 { names = Set(pairs.map(\.key.value)) }
            let isNew = pairs.count >= 16 && names.insert(key.value).inserted
            if !isNew, let first = pairs.first(where: { $0.key.value == key.value }) {
                findings.append(duplicate(key, first: first.key))
                try skip(try stream.next())
                continue
            }
            if let tree = try node(try stream.next(), depth: depth + 1) { pairs.append(YAMLPair(key: key, tree: tree)) }
        }
        return pairs
    }

    private mutating func key(_ event: YAMLEvent) throws(YAMLParseError) -> Located<String>? {
        guard isAllowed(event) else {
            try skip(event)
            return nil
        }
        let place = places.range(of: event)
        guard case .scalar(let name, _, _) = event.kind else {
            report(.metaSyntax, at: place, zh: "字段名必须是一段文字。", en: "A field's name must be text.")
            try skip(event)
            return nil
        }
        guard name != "<<" else {
            report(.metaForbiddenYAML, at: place, zh: "这里不使用 YAML 的合并键 <<。", en: "Merge keys (<<) are not used.")
            return nil
        }
        return Located(name, at: place)
    }

    /// The next event inside a list or mapping; `nil` at its end.
    private func nextOfCollection() throws(YAMLParseError) -> YAMLEvent? {
        let event = try stream.next()
        if case .collectionEnd = event.kind { return nil }
        return event
    }

    /// Passes over the rest of a node. Without recursion: what is skipped may be nested as deep as libyaml allows.
    private func skip(_ event: YAMLEvent) throws(YAMLParseError) {
        var depth = Self.change(of: event)
        while depth > 0 { depth += Self.change(of: try stream.next()) }
    }

    private static func change(of event: YAMLEvent) -> Int {
        switch event.kind {
        case .sequenceStart, .mappingStart: 1
        case .collectionEnd: -1
        default: 0
        }
    }

    private mutating func isAllowed(_ event: YAMLEvent) -> Bool {
        if case .alias = event.kind {
            report(
                .metaForbiddenYAML, at: places.range(of: event),
                zh: "这里不使用 YAML 的别名（*）。如果 * 是文字，请给整个值加上英文引号。",
                en: "Aliases (*) are not used. If * is text, put the value in quotes.")
            return false
        }
        if event.hasAnchor {
            report(
                .metaForbiddenYAML, at: places.range(of: event),
                zh: "这里不使用 YAML 的锚点（&）和别名（*）。如果 & 或 * 是文字，请给整个值加上英文引号。",
                en: "Anchors (&) and aliases (*) are not used. If & or * is text, put the value in quotes.")
            return false
        }
        if event.hasTag {
            report(
                .metaForbiddenYAML, at: places.range(of: event),
                zh: "这里不使用 YAML 的标签（!）。如果 ! 是文字，请给整个值加上英文引号。",
                en: "Tags (!) are not used. If ! is text, put the value in quotes.")
            return false
        }
        return true
    }

    private func duplicate(_ key: Located<String>, first: Located<String>) -> Diagnostic {
        Diagnostic(
            .metaDuplicateField, at: key.range,
            message: LocalizedText(
                zh: "字段“\(key.value)”写了不止一次。", en: "The field “\(key.value)” is given more than once."),
            related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is given here already"), at: first.range)])
    }

    private mutating func report(_ rule: Rule, at range: SourceRange, zh: String, en: String) {
        findings.append(Diagnostic(rule, at: range, message: LocalizedText(zh: zh, en: en)))
    }
}
