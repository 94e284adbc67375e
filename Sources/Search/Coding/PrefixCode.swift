/// A canonical prefix code (Huffman's): the more often a symbol occurs, the fewer bits it takes. Lengths alone describe it.
struct PrefixCode: Sendable {
    /// The longest code, so that a length takes five bits.
    static let maximumLength = 31

    /// The bits that each symbol takes.
    let lengths: [Int]
    /// The code of each symbol.
    let codes: [UInt32]

    /// - Parameter counts: how often each symbol occurs; each counts once more, so that every one has a code.
    init(counts: [Int]) {
        var weights = counts.map { $0 + 1 }
        var lengths = Self.lengths(of: weights)
        // Rarer symbols get shorter codes as the weights come nearer to each other.
        while let longest = lengths.max(), longest > Self.maximumLength {
            weights = weights.map { ($0 + 1) / 2 }
            lengths = Self.lengths(of: weights)
        }
        self.lengths = lengths
        var code: UInt32 = 0
        var codes = [UInt32](repeating: 0, count: counts.count)
        for length in 1...Self.maximumLength {
            for symbol in codes.indices where lengths[symbol] == length {
                codes[symbol] = code
                code += 1
            }
            code <<= 1
        }
        self.codes = codes
    }

    /// What a reader needs who knows how many symbols there are.
    func writeLengths(to writer: inout BitWriter) {
        for length in lengths { writer.write(UInt32(length), bits: 5) }
    }

    /// Writes the code of a symbol.
    func write(_ symbol: Int, to writer: inout BitWriter) { writer.write(codes[symbol], bits: lengths[symbol]) }

    /// Joins the two lightest trees again and again; two queues in the order of their weights do without a heap.
    private static func lengths(of weights: [Int]) -> [Int] {
        guard weights.count > 1 else { return weights.map { _ in 1 } }
        let leaves = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
        var parents = [Int](repeating: 0, count: weights.count * 2 - 1)
        var joined: [Int] = []
        var nextLeaf = 0
        var nextJoined = 0
        func weight(_ node: Int) -> Int { node < weights.count ? weights[node] : joined[node - weights.count] }
        func lightest() -> Int {
            let isLeaf =
                nextJoined == joined.count
                || (nextLeaf < leaves.count && weights[leaves[nextLeaf]] <= joined[nextJoined])
            defer { if isLeaf { nextLeaf += 1 } else { nextJoined += 1 } }
            return isLeaf ? leaves[nextLeaf] : weights.count + nextJoined
        }
        for _ in 1..<weights.count {
            let one = lightest()
            let other = lightest()
            parents[one] = weights.count + joined.count
            parents[other] = weights.count + joined.count
            joined.append(weight(one) + weight(other))
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for node in depths.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
        return Array(depths.prefix(weights.count))
    }
}
