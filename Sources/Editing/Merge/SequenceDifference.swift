/// What differs between two sequences, with the fewest parts that go and come (E. Myers, An O(ND) difference algorithm and its
/// variations, 1986).
package enum SequenceDifference {
    /// A part that others take the place of; one of both may be empty.
    package struct Hunk: Sendable, Equatable {
        package let old: Range<Int>
        package let new: Range<Int>

        package init(old: Range<Int>, new: Range<Int>) {
            self.old = old
            self.new = new
        }
    }

    /// The hunks, in their order, with something that is the same between each two.
    ///
    /// - Parameter maximumDistance: how many elements may go and come; the work is the sum of both lengths and the square of it.
    /// - Returns: `nil` where more of them differ.
    package static func hunks<Element: Hashable>(
        _ old: [Element], _ new: [Element], maximumDistance: Int = 1000
    ) -> [Hunk]? {
        var numbers: [Element: Int] = [:]
        func numbered(_ elements: ArraySlice<Element>) -> [Int] {
            elements.map { element in
                if let number = numbers[element] { return number }
                numbers[element] = numbers.count
                return numbers.count - 1
            }
        }
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (before, after) = (old[start..<old.count - end], new[start..<new.count - end])
        guard !before.isEmpty, !after.isEmpty else {
            return before.isEmpty && after.isEmpty ? [] : [Hunk(old: before.indices, new: after.indices)]
        }
        guard let steps = steps(numbered(before), numbered(after), maximumDistance) else { return nil }
        return hunks(of: steps, start: start)
    }

    private enum Step { case same, removed, added }

    private static func hunks(of steps: [Step], start: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        var (old, new) = (start, start)
        var (firstOld, firstNew) = (start, start)
        for step in steps + [.same] {
            switch step {
            case .removed: old += 1
            case .added: new += 1
            case .same:
                if old > firstOld || new > firstNew { hunks.append(Hunk(old: firstOld..<old, new: firstNew..<new)) }
                (old, new) = (old + 1, new + 1)
                (firstOld, firstNew) = (old, new)
            }
        }
        return hunks
    }

    /// The way from one sequence to another; `nil` where it is too long.
    private static func steps(_ old: [Int], _ new: [Int], _ maximumDistance: Int) -> [Step]? {
        let most = min(maximumDistance, old.count + new.count)
        var furthest = [Int](repeating: 0, count: 2 * most + 2)
        var trace: [[Int]] = []
        for distance in 0...most {
            trace.append(Array(furthest[(most - distance)...(most + distance)]))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let isDown =
                    diagonal == -distance
                    || diagonal != distance && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]
                var x = isDown ? furthest[most + diagonal + 1] : furthest[most + diagonal - 1] + 1
                var y = x - diagonal
                while x < old.count, y < new.count, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
                furthest[most + diagonal] = x
                if x >= old.count, y >= new.count { return steps(back: trace, from: (x, y)) }
            }
        }
        return nil
    }

    private static func steps(back trace: [[Int]], from end: (x: Int, y: Int)) -> [Step] {
        var steps: [Step] = []
        var (x, y) = end
        for (distance, furthest) in trace.enumerated().reversed() {
            let diagonal = x - y
            func at(_ diagonal: Int) -> Int { furthest[distance + diagonal] }
            guard distance > 0 else {
                steps += Array(repeating: .same, count: x)
                break
            }
            let isDown = diagonal == -distance || diagonal != distance && at(diagonal - 1) < at(diagonal + 1)
            let before = isDown ? diagonal + 1 : diagonal - 1
            let (oldX, oldY) = (at(before), at(before) - before)
            while x > oldX, y > oldY, isDown ? y > oldY + 1 : x > oldX + 1 {
                steps.append(.same)
                (x, y) = (x - 1, y - 1)
            }
            steps.append(isDown ? .added : .removed)
            (x, y) = (oldX, oldY)
        }
        return steps.reversed()
    }
}

extension SequenceDifference {
    /// The hunks of long sequences whose elements are mostly each there once, as lines are (patience difference): what is there once in
    /// both, in one order, stays; between such elements the fewest parts go and come, as long as they are few.
    package static func anchoredHunks<Element: Hashable>(
        _ old: [Element], _ new: [Element], maximumDistance: Int = 300
    ) -> [Hunk] {
        var hunks: [Hunk] = []
        var (startOld, startNew) = (0, 0)
        for (endOld, endNew) in anchors(old, new) + [(old.count, new.count)] {
            let (before, after) = (Array(old[startOld..<endOld]), Array(new[startNew..<endNew]))
            if let inner = Self.hunks(before, after, maximumDistance: maximumDistance) {
                hunks += inner.map { hunk in
                    Hunk(
                        old: hunk.old.lowerBound + startOld..<hunk.old.upperBound + startOld,
                        new: hunk.new.lowerBound + startNew..<hunk.new.upperBound + startNew)
                }
            } else {
                hunks.append(Hunk(old: startOld..<endOld, new: startNew..<endNew))
            }
            (startOld, startNew) = (endOld + 1, endNew + 1)
        }
        return hunks
    }

    /// The elements that are there once in both and stand in one order in them: the longest such row of them.
    private static func anchors<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [(Int, Int)] {
        func single(_ elements: [Element]) -> [Element: Int] {
            var places: [Element: Int] = [:]
            for (index, element) in elements.enumerated() { places[element] = places[element] == nil ? index : -1 }
            return places.filter { $0.value >= 0 }
        }
        let places = single(new)
        let pairs = single(old).compactMap { element, index in places[element].map { (index, $0) } }
            .sorted { $0.0 < $1.0 }
        // The longest rising row: for each length the pair with the least end, and what stands before each pair.
        var ends: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = index } else { ends.append(index) }
        }
        var row: [(Int, Int)] = []
        var next = ends.last
        while let index = next {
            row.append(pairs[index])
            next = previous[index]
        }
        return row.reversed()
    }
}
