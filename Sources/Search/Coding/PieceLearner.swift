/// Finds which symbols often stand side by side in a sample, and joins them to new ones.
struct PieceLearner {
    /// The joined symbols of each round; their numbers follow those of the units, which begin at 1.
    private(set) var rounds: [[TextCode.Join]] = []
    private let unitCount: Int
    /// The sample as symbols.
    private var symbols: [UInt32]

    /// - Parameter units: those that are symbols, ascending.
    init(sample: [UInt16], units: [UInt16]) {
        var numbers = [UInt32](repeating: 0, count: 0x10000)
        for (offset, unit) in units.enumerated() { numbers[Int(unit)] = UInt32(offset + 1) }
        symbols = sample.map { numbers[Int($0)] }
        unitCount = units.count
    }

    /// No pair begins at a place.
    private static let none = UInt32.max

    /// In the place of units that are no symbols.
    private let escape = UInt32(TextCode.escape)

    /// What occurs less often does not pay for its place in the table.
    private static let leastCount = 6

    /// Joins the pairs of symbols that occur most.
    ///
    /// - Parameter most: how many are joined at most.
    mutating func join(_ most: Int) {
        var pairs = KeyNumbers()
        var counts: [Int] = []
        // The number of the pair that begins at each place of the sample.
        let numbers = zip(symbols, symbols.dropFirst()).map { first, second in
            guard first != escape, second != escape else { return Self.none }
            let (number, isNew) = pairs.number(of: UInt64(first) << 32 | UInt64(second))
            if isNew { counts.append(1) } else { counts[Int(number)] += 1 }
            return number
        }
        let keys = pairs.keys
        let chosen = counts.indices.filter { counts[$0] >= Self.leastCount }
            .sorted { (counts[$1], keys[$0]) < (counts[$0], keys[$1]) }.prefix(most)
            .sorted { keys[$0] < keys[$1] }
        guard !chosen.isEmpty else { return }
        let first = 1 + unitCount + rounds.joined().count
        var symbolOfPair = [UInt32](repeating: 0, count: counts.count)
        for (offset, number) in chosen.enumerated() { symbolOfPair[number] = UInt32(first + offset) }
        rounds.append(
            chosen.map { TextCode.Join(first: Int(keys[$0] >> 32), second: Int(keys[$0] & 0xFFFF_FFFF)) })
        var joined: [UInt32] = []
        joined.reserveCapacity(symbols.count)
        var place = 0
        while place < symbols.count {
            let number = place < numbers.count ? numbers[place] : Self.none
            if number != Self.none, symbolOfPair[Int(number)] != 0 {
                joined.append(symbolOfPair[Int(number)])
                place += 2
            } else {
                joined.append(symbols[place])
                place += 1
            }
        }
        symbols = joined
    }
}
