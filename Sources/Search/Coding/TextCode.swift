/// How the texts of an index are written: as pieces that occur often, each by a code that is the shorter the oftener.
///
/// Deflate finds repeated pieces by where they stood, which takes some twenty bits for a word of two Han; a number of a list
/// of words takes nine. The pieces are learnt from a part of the texts: single UTF-16 units, and pieces joined of two others.
struct TextCode: Sendable {
    /// The unit behind each text; texts do not hold it.
    static let end: UInt16 = 0
    /// The symbol that says that a unit by itself follows, in 16 bits.
    static let escape = 0

    /// The units that are symbols by themselves, ascending: the symbols from 1.
    let units: [UInt16]
    /// The symbols behind `units`, each joined of two that were there before its round; ascending within a round.
    private let rounds: [[Join]]
    let code: PrefixCode
    private let tree: PieceTree

    /// A symbol that is joined of two others.
    struct Join: Sendable {
        let first: Int
        let second: Int
    }

    /// - Parameter sample: a part of the texts, each with `end` behind it. The same sample gives the same code.
    init(sample: [UInt16]) {
        let units = Self.frequentUnits(of: sample)
        var learner = PieceLearner(sample: sample, units: units)
        for most in Self.joinsOfRounds { learner.join(most) }
        self.units = units
        rounds = learner.rounds
        let joins = Array(learner.rounds.joined())
        tree = PieceTree(units: units, joins: joins)
        var counts = [Int](repeating: 0, count: 1 + units.count + joins.count)
        let tree = tree
        sample.withUnsafeBufferPointer { sample in
            tree.forEachPiece(of: sample) { symbol, _ in counts[symbol] += 1 }
        }
        code = PrefixCode(counts: counts)
    }

    /// `end` and the units that occur most, ascending; the others are written by themselves.
    private static func frequentUnits(of sample: [UInt16]) -> [UInt16] {
        var counts = [Int](repeating: 0, count: 0x10000)
        for unit in sample { counts[Int(unit)] += 1 }
        counts[Int(end)] = .max
        return (0...UInt16.max).filter { counts[Int($0)] > 0 }
            .sorted { (counts[Int($1)], $0) < (counts[Int($0)], $1) }.prefix(mostUnits).sorted()
    }

    /// More than the texts of any site hold.
    private static let mostUnits = 8192

    /// How many pieces are joined in each round at most: first pairs of units, then what is made of those.
    private static let joinsOfRounds = [2048, 1536, 512, 256, 128]

    /// Writes the units of some texts, each with `end` behind it.
    func write(_ texts: UnsafeBufferPointer<UInt16>, to writer: inout BitWriter) {
        code.codes.withUnsafeBufferPointer { codes in
            code.lengths.withUnsafeBufferPointer { lengths in
                tree.forEachPiece(of: texts) { symbol, unit in
                    writer.write(codes[symbol], bits: lengths[symbol])
                    if symbol == Self.escape { writer.write(UInt32(unit), bits: 16) }
                }
            }
        }
    }

    func write(_ text: String, to writer: inout BitWriter) {
        let units = text.utf16.filter { $0 != Self.end } + [Self.end]
        units.withUnsafeBufferPointer { write($0, to: &writer) }
    }

    /// What a reader needs: the units, the joins and the lengths of codes.
    func writeTable(to writer: inout BitWriter) {
        writer.writeGamma(units.count)
        var next = 0
        for unit in units {
            writer.writeGamma(Int(unit) - next + 1)
            next = Int(unit) + 1
        }
        writer.writeGamma(rounds.count + 1)
        var known = 1 + units.count
        for round in rounds {
            let bits = Int.bitWidth - (known - 1).leadingZeroBitCount
            writer.writeGamma(round.count + 1)
            var first = 0
            for join in round {
                writer.writeGamma(join.first - first + 1)
                writer.write(UInt32(join.second), bits: bits)
                first = join.first
            }
            known += round.count
        }
        code.writeLengths(to: &writer)
    }
}
