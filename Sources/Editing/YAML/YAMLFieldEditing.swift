import Fields

/// Fields that come and go.
extension YAMLEditor {
    func insertingField(_ name: String, _ value: DocumentValue, in path: Path) throws(EditRefusal) -> [Splice] {
        guard let location = try location(of: path) else {
            return [appending(rendering.field(name, value, in: type, column: 0))]
        }
        guard !location.node.isUnusual else { throw .unusual(at: range(location.node.range)) }
        guard case .mapping(let pairs, let isFlow) = location.node.content else {
            throw .noSuchPlace(type.name(of: path), at: range(location.node.range))
        }
        let before = predecessor(of: name, among: pairs, location.type)
        if isFlow || location.isInFlow {
            let text = rendering.flowField(name, value, in: location.type)
            guard let first = pairs.first else { return [Splice(location.node.range, "{" + text + "}")] }
            let place = before.map { pairs[$0].value.range.upperBound }
            return [place.map { Splice($0..<$0, ", " + text) } ?? Self.before(first.key.range.lowerBound, text + ", ")]
        }
        guard let first = pairs.first?.key.range.lowerBound else {
            throw .noSuchPlace(type.name(of: path), at: range(location.node.range))
        }
        let column = lines.column(of: first)
        let added = rendering.field(name, value, in: location.type, column: column)
        if path.isEmpty, column == 0, let end = endOfExample(of: name, outside: pairs) {
            return [inserting(added, behindLineOf: end)]
        }
        if let before { return [inserting(added, behindLineOf: pairs[before].value.range.upperBound)] }
        guard lines.isFirst(first) else {
            // The first field of an item stands behind its dash.
            let text = added.joined(separator: lines.lineEnd).dropFirst(column)
            return [Self.before(first, text + lines.lineEnd + YAMLRendering.spaces(column))]
        }
        return [inserting(added, beforeLineAt: lines.startWithRemarks(ofLineAt: lines.start(of: first)))]
    }

    private static func before(_ offset: Int, _ text: String) -> Splice { Splice(offset..<offset, text) }

    /// The field behind which one stands in the declared order: the last of those that are declared before it.
    private func predecessor(
        of name: String, among pairs: [YAMLNode.Pair], _ type: FieldSchema.FieldType?
    ) -> Int? {
        guard case .object(let schema) = type,
            let place = schema.fields.firstIndex(where: { $0.english == name })
        else { return pairs.indices.last }
        let places = pairs.map { pair in
            let name = self.name(of: pair, type)
            return schema.fields.firstIndex { $0.english == name }
        }
        let nearest = places.compactMap { $0 }.filter { $0 < place }.max()
        return nearest.flatMap { nearest in places.lastIndex(of: nearest) }
    }

    /// The end of the lines that show how a field is written, as new files have them: `#summary: …`.
    private func endOfExample(of name: String, outside pairs: [YAMLNode.Pair]) -> Int? {
        let field = type.field(named: name)
        let names = [field?.english, field?.chinese].compactMap { $0 }
        var line = lines.range.lowerBound
        while line < lines.range.upperBound {
            defer { line = lines.next(after: line) }
            guard lines.file.bytes[line] == UInt8(ascii: "#"), let example = example(at: line),
                names.contains(example.name),
                !pairs.contains(where: { $0.key.range.lowerBound < line && line < $0.value.range.upperBound })
            else { continue }
            return example.end
        }
        return nil
    }

    /// The name of a field that a remark shows, and the end of the remark's lines that belong to it.
    private func example(at line: Int) -> (name: String, end: Int)? {
        func text(_ line: Int) -> Substring {
            String(decoding: lines.file.bytes[line..<lines.end(of: line)], as: UTF8.self)[...]
        }
        let first = text(line).dropFirst().drop { $0 == " " }
        guard let colon = first.firstIndex(of: ":") else { return nil }
        var end = lines.end(of: line)
        var below = lines.next(after: line)
        while below > end, below < lines.range.upperBound, text(below).hasPrefix("#  ") {
            end = lines.end(of: below)
            below = lines.next(after: below)
        }
        return (String(first[..<colon]), end)
    }

    func removingField(_ path: Path) throws(EditRefusal) -> [Splice] {
        guard case .field(let name) = path.last, let location = try location(of: Array(path.dropLast())),
            case .mapping(let pairs, let isFlow) = location.node.content
        else { throw .noSuchPlace(type.name(of: path)) }
        guard !location.node.isUnusual else { throw .unusual(at: range(location.node.range)) }
        let index = try index(of: name, in: pairs, location.type, path)
        let pair = pairs[index]
        guard !pair.value.holdsUnusual else { throw .unusual(at: range(pair.value.range)) }
        let place = pair.key.range.lowerBound..<pair.value.range.upperBound
        guard !isFlow, !location.isInFlow else {
            let places = pairs.map { $0.key.range.lowerBound..<$0.value.range.upperBound }
            return pairs.count == 1 ? [Splice(location.node.range, "{}")] : removing(index, of: places)
        }
        guard !lines.isFirst(place.lowerBound) else {
            return [Splice(lines.wholeLines(from: lines.start(of: place.lowerBound), through: place.upperBound), "")]
        }
        // The first field of an item stands behind its dash, which stays.
        return [Splice(place.lowerBound..<lines.character(from: lines.end(of: place.upperBound)), "")]
    }

    /// Takes one of several parts between brackets away, with one comma.
    func removing(_ index: Int, of parts: [Range<Int>]) -> [Splice] {
        let part = parts[index]
        if index + 1 < parts.count, let comma = lines.sign(",", from: part.upperBound) {
            let next = parts[index + 1].lowerBound
            if lines.isBlank(part.upperBound..<comma), lines.isBlank(comma + 1..<next) {
                return [Splice(part.lowerBound..<next, "")]
            }
            return [Splice(part, ""), Splice(comma..<comma + 1, "")]
        }
        guard index > 0, let comma = lines.sign(",", from: parts[index - 1].upperBound) else {
            return [Splice(part, "")]
        }
        if lines.isBlank(comma + 1..<part.lowerBound) { return [Splice(comma..<part.upperBound, "")] }
        return [Splice(comma..<comma + 1, ""), Splice(part, "")]
    }
}
