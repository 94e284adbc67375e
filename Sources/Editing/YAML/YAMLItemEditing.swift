import Fields

/// Items of lists that come, go and change their places.
extension YAMLEditor {
    /// The list at a path.
    private func list(
        _ path: Path
    ) throws(EditRefusal) -> (items: [YAMLNode], isFlow: Bool, location: Location) {
        guard let location = try location(of: path), case .sequence(let items, let isFlow) = location.node.content
        else { throw .noSuchPlace(type.name(of: path)) }
        guard !location.node.isUnusual else { throw .unusual(at: range(location.node.range)) }
        return (items, isFlow || location.isInFlow, location)
    }

    func insertingItem(_ value: DocumentValue, at index: Int, in path: Path) throws(EditRefusal) -> [Splice] {
        if root == nil, path.isEmpty { return [appending(rendering.item(value, type.element, column: 0))] }
        let (items, isFlow, location) = try list(path)
        guard (0...items.count).contains(index) else { throw .noSuchPlace(type.name(of: path + [.item(index)])) }
        let element = location.type?.element
        if isFlow {
            let text = value == .absent ? "null" : rendering.flow(value, element)
            guard let first = items.first?.range.lowerBound else {
                return [Splice(location.node.range, "[" + text + "]")]
            }
            guard index > 0 else { return [Splice(first..<first, text + ", ")] }
            let end = items[index - 1].range.upperBound
            return [Splice(end..<end, ", " + text)]
        }
        let dashes = try dashes(of: items, in: location.node)
        let column = lines.column(of: dashes[0])
        let added = rendering.item(value, element, column: column)
        let isSpaced = isSpaced(items, dashes, near: index)
        if index > 0 {
            let end = max(items[index - 1].range.upperBound, dashes[index - 1] + 1)
            return [inserting((isSpaced ? [""] : []) + added, behindLineOf: end)]
        }
        guard lines.isFirst(dashes[0]) else {
            let text = added.joined(separator: lines.lineEnd).dropFirst(column)
            return [Splice(dashes[0]..<dashes[0], text + lines.lineEnd + YAMLRendering.spaces(column))]
        }
        let start = lines.startWithRemarks(ofLineAt: lines.start(of: dashes[0]))
        return [inserting(added + (isSpaced ? [""] : []), beforeLineAt: start)]
    }

    /// Whether empty lines stand between the items beside a place.
    private func isSpaced(_ items: [YAMLNode], _ dashes: [Int], near index: Int) -> Bool {
        [index - 2, index - 1, index].contains { first in
            items.indices.contains(first) && items.indices.contains(first + 1)
                && lines.hasEmptyLine(
                    between: max(items[first].range.upperBound, dashes[first]), and: dashes[first + 1])
        }
    }

    func removingItem(at index: Int, in path: Path) throws(EditRefusal) -> [Splice] {
        let (items, isFlow, location) = try list(path)
        guard items.indices.contains(index) else { throw .noSuchPlace(type.name(of: path + [.item(index)])) }
        guard !items[index].holdsUnusual else { throw .unusual(at: range(items[index].range)) }
        guard !isFlow else {
            return items.count == 1
                ? [Splice(location.node.range, "[]")] : removing(index, of: items.map(\.range))
        }
        let dashes = try dashes(of: items, in: location.node)
        let end = max(items[index].range.upperBound, dashes[index] + 1)
        guard lines.isFirst(dashes[index]) else {
            guard index + 1 < items.count else {
                throw .notWritable(type.name(of: path), at: range(items[index].range))
            }
            return [Splice(dashes[index]..<dashes[index + 1], "")]
        }
        var place = lines.wholeLines(from: lines.start(of: dashes[index]), through: end)
        if isSpaced(items, dashes, near: index) || isSpaced(items, dashes, near: index + 1) {
            place = index + 1 < items.count ? withEmptyLinesBehind(place) : withEmptyLinesBefore(place)
        }
        return [Splice(place, "")]
    }

    private func withEmptyLinesBehind(_ place: Range<Int>) -> Range<Int> {
        var end = place.upperBound
        while end < lines.range.upperBound, lines.isEmpty(lineAt: end) { end = lines.next(after: end) }
        return place.lowerBound..<end
    }

    private func withEmptyLinesBefore(_ place: Range<Int>) -> Range<Int> {
        var start = place.lowerBound
        while start > lines.range.lowerBound {
            let above = lines.start(of: lines.endOfLine(before: start))
            guard above < start, lines.isEmpty(lineAt: above) else { break }
            start = above
        }
        return start..<place.upperBound
    }

    /// Takes an item to another place: the texts of the items between change places, dashes, commas and what stands between the
    /// items stay.
    func movingItem(from: Int, to: Int, in path: Path) throws(EditRefusal) -> [Splice] {
        let (items, isFlow, location) = try list(path)
        guard items.indices.contains(from), items.indices.contains(to) else {
            throw .noSuchPlace(type.name(of: path + [.item(max(from, to))]))
        }
        let places = min(from, to)...max(from, to)
        for index in places where items[index].holdsUnusual { throw .unusual(at: range(items[index].range)) }
        var slots = items.map(\.range)
        if !isFlow {
            let dashes = try dashes(of: items, in: location.node)
            // With the remark behind an item, which is about it.
            slots = items.indices.map { index in
                dashes[index] + 1..<lines.end(of: max(items[index].range.upperBound, dashes[index] + 1))
            }
        }
        var order = Array(places)
        order.insert(order.remove(at: from - places.lowerBound), at: to - places.lowerBound)
        return zip(places, order).filter { $0 != $1 }.map { slot, source in
            Splice(slots[slot], String(decoding: lines.file.bytes[slots[source]], as: UTF8.self))
        }
    }
}
