/// "Did you mean": the name nearest to one that does not exist.
package enum NearestName {
    /// The candidate with the smallest edit distance, if it is near enough to be meant: at most a third of the longer
    /// name's characters, at least one (two-character Chinese names often differ in one). The first of equal ones.
    package static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased())
            let limit = max(1, max(wanted.count, other.count) / 3)
            guard abs(wanted.count - other.count) <= limit else { continue }
            let distance = editDistance(wanted, other)
            guard distance <= limit, distance < (best?.distance ?? .max) else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// Whether two names differ in one character or less.
    package static func isOneSlip(_ name: String, from other: String) -> Bool {
        abs(name.count - other.count) <= 1 && editDistance(Array(name), Array(other)) <= 1
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one into the other
    /// (optimal string alignment). O(n·m).
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                current[column] = min(previous[column] + 1, current[column - 1] + 1, substitution)
                let isSwap =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if isSwap { current[column] = min(current[column], beforePrevious[column - 2] + 1) }
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
