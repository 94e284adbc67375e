/// Cuts texts into the longest pieces that are symbols of a text code: a tree of their units.
struct PieceTree: Sendable {
    /// For each unit the node of the pieces that begin with it; 0 where there is none.
    private var roots = [UInt32](repeating: 0, count: 0x10000)
    /// The symbol of the piece that ends at each node; `none` where it only goes on.
    private var symbols: [UInt32] = [none]
    /// For each node, the first place of its children in `children`, and the place behind the last.
    private var childRanges: [(start: UInt32, end: UInt32)] = []
    /// Units with the nodes they lead to, ascending within each node.
    private var children: [(unit: UInt16, node: UInt32)] = []

    private static let none = UInt32.max

    /// - Parameters:
    ///   - units: the symbols from 1.
    ///   - joins: the symbols after those, each of two earlier ones.
    init(units: [UInt16], joins: [TextCode.Join]) {
        var pieces: [[UInt16]] = [[]] + units.map { [$0] }
        pieces.reserveCapacity(1 + units.count + joins.count)
        for join in joins { pieces.append(pieces[join.first] + pieces[join.second]) }
        var childrenOfNodes: [[UInt16: UInt32]] = [[:]]
        for (symbol, piece) in pieces.enumerated().dropFirst() {
            var node = 0
            for unit in piece {
                if let next = childrenOfNodes[node][unit] {
                    node = Int(next)
                } else {
                    childrenOfNodes[node][unit] = UInt32(childrenOfNodes.count)
                    node = childrenOfNodes.count
                    childrenOfNodes.append([:])
                    symbols.append(Self.none)
                }
            }
            // Two ways of joining may give the same piece: the earlier symbol is it.
            if symbols[node] == Self.none { symbols[node] = UInt32(symbol) }
        }
        for own in childrenOfNodes {
            let start = UInt32(children.count)
            children += own.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
            childRanges.append((start, UInt32(children.count)))
        }
        for (unit, node) in childrenOfNodes[0] { roots[Int(unit)] = node }
    }

    /// Calls `body` with the symbol of each piece, and with its unit where it is no symbol but `TextCode.escape`.
    @inline(__always)
    func forEachPiece(of text: UnsafeBufferPointer<UInt16>, _ body: (Int, UInt16) -> Void) {
        roots.withUnsafeBufferPointer { roots in
            symbols.withUnsafeBufferPointer { symbols in
                childRanges.withUnsafeBufferPointer { ranges in
                    children.withUnsafeBufferPointer { children in
                        var place = 0
                        while place < text.count {
                            var node = roots[Int(text[place])]
                            guard node != 0 else {
                                body(TextCode.escape, text[place])
                                place += 1
                                continue
                            }
                            var end = place + 1
                            var last = (symbol: symbols[Int(node)], end: end)
                            while end < text.count {
                                node = Self.child(of: node, text[end], ranges, children)
                                guard node != 0 else { break }
                                end += 1
                                if symbols[Int(node)] != Self.none { last = (symbols[Int(node)], end) }
                            }
                            body(Int(last.symbol), 0)
                            place = last.end
                        }
                    }
                }
            }
        }
    }

    /// The node that a unit leads to; 0 where there is none.
    @inline(__always)
    private static func child(
        of node: UInt32, _ unit: UInt16, _ ranges: UnsafeBufferPointer<(start: UInt32, end: UInt32)>,
        _ children: UnsafeBufferPointer<(unit: UInt16, node: UInt32)>
    ) -> UInt32 {
        var (low, high) = ranges[Int(node)]
        while low < high {
            let middle = (low + high) / 2
            if children[Int(middle)].unit < unit { low = middle + 1 } else { high = middle }
        }
        guard low < ranges[Int(node)].end, children[Int(low)].unit == unit else { return 0 }
        return children[Int(low)].node
    }
}
