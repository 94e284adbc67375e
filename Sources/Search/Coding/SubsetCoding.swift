/// Which elements of a known set are members of a smaller one, as the gaps between those that are, or between those that
/// are not, whichever are fewer. How many members there are is known to the reader.
///
/// Gaps of members that stand anywhere are distributed geometrically, for which Rice's code is all but the shortest.
enum SubsetCoding {
    /// - Parameters:
    ///   - places: where in the larger set the members stand, ascending.
    ///   - universe: how many elements the larger set has.
    static func write(_ places: borrowing AppendedList<UInt32>, universe: Int, to writer: inout BitWriter) {
        guard places.count * 2 > universe else { return writeGaps(places, universe: universe, to: &writer) }
        var absent = AppendedList<UInt32>(capacity: universe - places.count)
        var next: UInt32 = 0
        for index in 0..<places.count {
            while next < places[index] {
                absent.append(next)
                next += 1
            }
            next += 1
        }
        while next < UInt32(universe) {
            absent.append(next)
            next += 1
        }
        writeGaps(absent, universe: universe, to: &writer)
    }

    private static func writeGaps(
        _ places: borrowing AppendedList<UInt32>, universe: Int, to writer: inout BitWriter
    ) {
        guard places.count > 0 else { return }
        let low = lowBits(count: places.count, universe: universe)
        var next: UInt32 = 0
        for index in 0..<places.count {
            writer.writeRice(places[index] &- next, low: low)
            next = places[index] &+ 1
        }
    }

    /// How many bits of a gap are written as they are: 2 to that power is at most two thirds of the mean gap.
    static func lowBits(count: Int, universe: Int) -> Int {
        var low = 0
        while count * 3 << (low + 1) <= universe * 2 { low += 1 }
        return low
    }

    /// About how many bits it takes.
    static func estimatedBits(count: Int, universe: Int) -> Int {
        let fewer = min(count, universe - count)
        guard fewer > 0 else { return 0 }
        return fewer * (lowBits(count: fewer, universe: universe) + 2)
    }
}
