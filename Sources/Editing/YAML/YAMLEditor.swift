import Diagnostics
import Fields
import Values

/// One change of the YAML of a file, as parts of its text that are replaced.
struct YAMLEditor {
    typealias Splice = EncodedText.Splice
    typealias Path = DocumentValue.Path

    /// A change that is made in one step; paths lead to what is there.
    enum Change: Equatable {
        case rewrite(Path, DocumentValue)
        case insertField(in: Path, String, DocumentValue)
        case removeField(Path)
        case insertItem(in: Path, at: Int, DocumentValue)
        case removeItem(in: Path, at: Int)
        case moveItem(in: Path, from: Int, to: Int)
    }

    let lines: YAMLLines
    let root: YAMLNode?
    let type: FieldSchema.FieldType
    var rendering: YAMLRendering

    init(_ file: SourceFile, range: Range<Int>, type: FieldSchema.FieldType, language: SiteLanguage) {
        lines = YAMLLines(file, range: range)
        let lines = lines
        let node = YAMLNode.read(file, range: range)
        root = node.flatMap { $0.range.isEmpty ? nil : $0 }
        self.type = type
        rendering = YAMLRendering(style: YAMLStyle(root) { lines.column(of: $0) }, language: language)
    }

    func splices(of change: Change) throws(EditRefusal) -> [Splice] {
        switch change {
        case .rewrite(let path, let value): try rewriting(path, value)
        case .insertField(let path, let name, let value): try insertingField(name, value, in: path)
        case .removeField(let path): try removingField(path)
        case .insertItem(let path, let index, let value): try insertingItem(value, at: index, in: path)
        case .removeItem(let path, let index): try removingItem(at: index, in: path)
        case .moveItem(let path, let from, let to): try movingItem(from: from, to: to, in: path)
        }
    }

    // MARK: Finding

    /// A node with what it stands in.
    struct Location {
        let node: YAMLNode
        let type: FieldSchema.FieldType?
        /// Behind the colon or the dash before the node.
        let signEnd: Int
        /// The column of its name or dash.
        let column: Int
        /// Whether it is an item of a list.
        let isItem: Bool
        /// Whether it stands between brackets or braces.
        let isInFlow: Bool
    }

    /// What stands at a path; the whole of the YAML for an empty one.
    func location(of path: Path) throws(EditRefusal) -> Location? {
        guard let root else {
            if path.isEmpty { return nil }
            throw .noSuchPlace(type.name(of: path))
        }
        var location = Location(
            node: root, type: type, signEnd: root.range.lowerBound, column: 0, isItem: false, isInFlow: false)
        for step in path {
            guard !location.node.isUnusual else { throw .unusual(at: range(location.node.range)) }
            switch (step, location.node.content) {
            case (.field(let name), .mapping(let pairs, let isFlow)):
                let pair = pairs[try index(of: name, in: pairs, location.type, path)]
                location = Location(
                    node: pair.value, type: location.type?.field(named: name)?.type, signEnd: behindColon(of: pair),
                    column: lines.column(of: pair.key.range.lowerBound), isItem: false,
                    isInFlow: isFlow || location.isInFlow)
            case (.item(let index), .sequence(let items, let isFlow)) where items.indices.contains(index):
                let dash = isFlow ? items[index].range.lowerBound : try dashes(of: items, in: location.node)[index]
                location = Location(
                    node: items[index], type: location.type?.element, signEnd: dash + 1,
                    column: lines.column(of: dash), isItem: true, isInFlow: isFlow || location.isInFlow)
            default: throw .noSuchPlace(type.name(of: path), at: range(location.node.range))
            }
        }
        return location
    }

    /// What stands at a path and can be replaced as a whole.
    func replaceable(_ path: Path) throws(EditRefusal) -> Location {
        guard let location = try location(of: path) else { throw .noSuchPlace(type.name(of: path)) }
        guard !location.node.holdsUnusual else { throw .unusual(at: range(location.node.range)) }
        return location
    }

    func index(
        of name: String, in pairs: [YAMLNode.Pair], _ type: FieldSchema.FieldType?, _ path: Path
    ) throws(EditRefusal) -> Int {
        let found = pairs.indices.filter { self.name(of: pairs[$0], type) == name }
        guard let first = found.first else { throw .noSuchPlace(self.type.name(of: path)) }
        guard found.count == 1 else { throw .duplicate(self.type.name(of: path), at: range(pairs[found[1]].key.range)) }
        return first
    }

    /// The name of a field: in English where it is declared.
    func name(of pair: YAMLNode.Pair, _ type: FieldSchema.FieldType?) -> String? {
        guard case .scalar(let name, _) = pair.key.content else { return nil }
        return type?.field(named: name)?.english ?? name
    }

    func range(_ bytes: Range<Int>) -> SourceRange { lines.file.range(bytes) }

    func behindColon(of pair: YAMLNode.Pair) -> Int {
        (lines.sign(":", from: pair.key.range.upperBound) ?? pair.key.range.upperBound) + 1
    }

    /// The dashes of a list, by their items.
    func dashes(of items: [YAMLNode], in list: YAMLNode) throws(EditRefusal) -> [Int] {
        var dashes: [Int] = []
        var offset = list.range.lowerBound
        for item in items {
            guard let dash = lines.sign("-", from: offset) else { throw .unusual(at: range(list.range)) }
            dashes.append(dash)
            offset = max(dash + 1, item.range.upperBound)
        }
        return dashes
    }

    // MARK: Writing

    /// Whole lines behind the line of an offset.
    func inserting(_ added: [String], behindLineOf offset: Int) -> Splice {
        let end = lines.end(of: offset)
        return Splice(end..<end, added.map { lines.lineEnd + $0 }.joined())
    }

    /// Whole lines before the one that begins at an offset.
    func inserting(_ added: [String], beforeLineAt start: Int) -> Splice {
        Splice(start..<start, added.map { $0 + lines.lineEnd }.joined())
    }

    /// Whole lines at the end, where there is nothing yet but remarks.
    func appending(_ added: [String]) -> Splice {
        let end = lines.range.upperBound
        guard lines.start(of: end) == end else { return inserting(added, behindLineOf: end) }
        return inserting(added, beforeLineAt: end)
    }

    // MARK: Values

    /// Puts a value in the place of another.
    private func rewriting(_ path: Path, _ value: DocumentValue) throws(EditRefusal) -> [Splice] {
        let location = try replaceable(path)
        let node = location.node
        var old: YAMLRendering.Former?
        if case .scalar(let text, let style) = node.content, !node.range.isEmpty {
            old = YAMLRendering.Former(text: text, style: style)
        }
        if location.isInFlow {
            let text = rendering.flow(value, location.type, replacing: old)
            return [Splice(node.range, (node.range.isEmpty ? " " : "") + text)]
        }
        // A list in brackets stays one.
        let staysFlow = if case .sequence(_, isFlow: true) = node.content { Self.isOfTexts(value) } else { false }
        let written =
            staysFlow
            ? YAMLRendering.Written(inline: rendering.flow(value, location.type))
            : rendering.block(
                value, location.type, column: location.column, isItem: location.isItem, replacing: old)
        return replacing(node, old?.style, with: written, at: location)
    }

    private static func isOfTexts(_ value: DocumentValue) -> Bool {
        guard case .list(let items) = value else { return false }
        return items.allSatisfy { if case .text = $0 { true } else { false } }
    }

    private func replacing(
        _ node: YAMLNode, _ old: YAMLNode.ScalarStyle?, with written: YAMLRendering.Written, at location: Location
    ) -> [Splice] {
        let sign = location.signEnd
        let below = written.below.map { lines.lineEnd + $0 }.joined()
        let inline = written.inline.isEmpty ? "" : " " + written.inline
        let endOfSign = lines.end(of: sign)
        guard !node.range.isEmpty else {
            return [Splice(sign..<sign, inline), Splice(endOfSign..<endOfSign, below)]
        }
        guard node.range.lowerBound > endOfSign else {
            // What stands behind the sign; the blanks before it go where nothing takes its place.
            let start = inline.isEmpty ? sign : node.range.lowerBound
            guard let old, old.isBlock else {
                let end = lines.end(of: node.range.upperBound)
                return [Splice(start..<node.range.upperBound, written.inline), Splice(end..<end, below)]
            }
            var signs = node.range.lowerBound
            while signs < endOfSign, "|>+-0123456789".utf8.contains(lines.file.bytes[signs]) { signs += 1 }
            return [
                Splice(start..<signs, written.inline),
                Splice(endOfSign..<max(endOfSign, node.range.upperBound), below),
            ]
        }
        if old?.isBlock == false, below.isEmpty { return [Splice(node.range, written.inline)] }
        return [Splice(sign..<sign, inline), Splice(endOfSign..<node.range.upperBound, below)]
    }
}
