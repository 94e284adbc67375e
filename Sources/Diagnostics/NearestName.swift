/// How often each byte of a name occurs, by which most names are told from it without a comparison.
private struct ByteBag {
    private let counts: [Int16]
    private let length: Int
    private let isASCII: Bool

    init(_ name: String) {
        var counts = [Int16](repeating: 0, count: 64)
        for byte in name.utf8 { counts[Self.slot(byte)] += 1 }
        self.counts = counts
        length = name.utf8.count
        isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Bytes share places: then names seem nearer than they are. Letters of both cases do by intention.
    private static func slot(_ byte: UInt8) -> Int { Int((byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) & 63) }

    /// Whether another name may be within the distance that `NearestName` allows: each edit of a character changes the number of
    /// at most two bytes, or of eight where characters have several.
    func mayBeNear(_ other: String) -> Bool {
        var other = other
        return other.withUTF8 { bytes in
            // A character of ASCII is one byte; of others some have four.
            let limit = max(1, max(length, bytes.count) / 3)
            let isPlain = isASCII && bytes.allSatisfy { $0 < 0x80 }
            if isPlain, abs(length - bytes.count) > limit { return false }
            var rest = counts
            for byte in bytes { rest[Self.slot(byte)] -= 1 }
            let difference = rest.reduce(0) { $0 + Int(abs($1)) }
            return difference <= limit * (isPlain ? 2 : 8)
        }
    }
}

/// "Did you mean": the name nearest to one that does not exist.
package enum NearestName {
    /// The candidate with the smallest edit distance, if it is near enough to be meant: at most a third of the longer
    /// name's characters, at least one (two-character Chinese names often differ in one). The first of equal ones.
    package static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        let bag = ByteBag(name)
        var best: (name: String, distance: Int)?
        for candidate in candidates where bag.mayBeNear(candidate) {
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
