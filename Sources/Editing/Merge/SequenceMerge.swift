/// Two changes of one sequence, put together.
enum SequenceMerge {
    /// The sequence with both changes; `nil` where they touch, where an element has gone or come elsewhere meanwhile, and where one
    /// that both have brought would be there twice.
    ///
    /// A merge looks at places: a row of a roster that was moved would stay where another change took it away, one that was entered again
    /// would stand there twice. So each element is counted afterwards.
    ///
    /// - Parameters:
    ///   - base: what both began from.
    ///   - allowsNeighbours: whether changes of elements beside each other are none of the same; what comes between two elements touches
    ///     both of them.
    ///   - isBlank: elements that are not counted, such as empty lines.
    static func merged<Element: Hashable>(
        base: [Element], _ one: [Element], _ other: [Element], allowsNeighbours: Bool,
        isBlank: (Element) -> Bool = { _ in false }
    ) -> [Element]? {
        let changes =
            SequenceDifference.anchoredHunks(base, one).map { (hunk: $0, source: one) }
            + SequenceDifference.anchoredHunks(base, other).map { (hunk: $0, source: other) }
        let ordered = changes.sorted {
            ($0.hunk.old.lowerBound, $0.hunk.old.upperBound) < ($1.hunk.old.lowerBound, $1.hunk.old.upperBound)
        }
        for (first, second) in zip(ordered, ordered.dropFirst()) {
            guard !touch(first.hunk.old, second.hunk.old, allowsNeighbours) else { return nil }
        }
        var merged: [Element] = []
        var position = 0
        for (hunk, source) in ordered {
            merged += base[position..<hunk.old.lowerBound]
            merged += source[hunk.new]
            position = hunk.old.upperBound
        }
        merged += base[position...]
        return isProven(merged, base: base, one, other, isBlank) ? merged : nil
    }

    /// - Parameter first: begins before the second, or with it.
    private static func touch(_ first: Range<Int>, _ second: Range<Int>, _ allowsNeighbours: Bool) -> Bool {
        guard first.upperBound == second.lowerBound else { return first.upperBound > second.lowerBound }
        return !allowsNeighbours || first.isEmpty || second.isEmpty
    }

    /// Whether each element is there as often as both changes together make it, and none comes that both have brought.
    private static func isProven<Element: Hashable>(
        _ merged: [Element], base: [Element], _ one: [Element], _ other: [Element], _ isBlank: (Element) -> Bool
    ) -> Bool {
        let (merged, base, one, other) = (counts(merged), counts(base), counts(one), counts(other))
        let elements = Set(merged.keys).union(base.keys).union(one.keys).union(other.keys)
        for element in elements where !isBlank(element) {
            let (inBase, inOne, inOther) = (base[element] ?? 0, one[element] ?? 0, other[element] ?? 0)
            guard merged[element] ?? 0 == inOne + inOther - inBase else { return false }
            guard inOther <= inBase || inOne <= inBase else { return false }
        }
        return true
    }

    private static func counts<Element: Hashable>(_ elements: [Element]) -> [Element: Int] {
        Dictionary(elements.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
