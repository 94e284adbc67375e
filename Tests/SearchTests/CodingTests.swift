import Foundation
import TestSupport
import Testing

@testable import Search

@Suite("How an index is written")
struct CodingTests {
    @Test("bits and numbers of any size come back as they were", arguments: 1...5 as ClosedRange<UInt64>)
    func numbers(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<500).map { _ in
            Int.random(in: 0..<1 << Int.random(in: 1...31, using: &random), using: &random)
        }
        var writer = BitWriter()
        for number in numbers {
            writer.writeGamma(number + 1)
            writer.write(UInt32(number), bits: 32)
            writer.write(number % 2 == 0)
        }
        var reader = BitReader(writer.finished, from: 0)
        for number in numbers {
            #expect(reader.number() == number)
            #expect(reader.bits(32) == number)
            #expect((reader.bits(1) == 1) == (number % 2 == 0))
        }
    }

    @Test(
        "a set of places comes back, be it empty, thin, dense or whole",
        arguments: [
            (0, 0), (1, 0), (1, 1), (2, 1), (1000, 0), (1000, 1), (1000, 500), (1000, 501), (1000, 999), (1000, 1000),
        ])
    func places(limit: Int, count: Int) {
        var random = SeededGenerator(seed: UInt64(limit + count))
        let members = (0..<limit).shuffled(using: &random).prefix(count).sorted()
        var places = AppendedList<UInt32>(capacity: count)
        for member in members { places.append(UInt32(member)) }
        var writer = BitWriter()
        SubsetCoding.write(places, universe: limit, to: &writer)
        writer.write(21, bits: 5)
        var reader = BitReader(writer.finished, from: 0)
        #expect(reader.places(count, below: limit) == members)
        #expect(reader.bits(5) == 21)
    }

    @Test("few members of a large set take little more than their number allows")
    func size() {
        var random = SeededGenerator(seed: 1)
        for count in [10, 100, 1000, 3000] {
            let members = (0..<10_000).shuffled(using: &random).prefix(count).sorted()
            var places = AppendedList<UInt32>(capacity: count)
            for member in members { places.append(UInt32(member)) }
            var writer = BitWriter()
            SubsetCoding.write(places, universe: 10_000, to: &writer)
            // What the number of members allows at the least (their entropy).
            let share = Double(count) / 10_000
            let least = -10_000 * (share * log2(share) + (1 - share) * log2(1 - share))
            #expect(Double(writer.finished.count * 8) < least * 1.05 + 32)
        }
    }

    @Test("what occurs often gets a short code, and every symbol has one", arguments: [1, 2, 3, 300])
    func prefixCode(count: Int) {
        var counts = (0..<count).map { $0 == 0 ? 1_000_000 : $0 * $0 }
        counts.append(0)
        let code = PrefixCode(counts: counts)
        #expect(code.lengths.min() == code.lengths[0])
        #expect(code.lengths.allSatisfy { (1...PrefixCode.maximumLength).contains($0) })
        var writer = BitWriter()
        code.writeLengths(to: &writer)
        for symbol in counts.indices { code.write(symbol, to: &writer) }
        var reader = BitReader(writer.finished, from: 0)
        let symbols = SymbolReader(&reader, count: counts.count)
        for symbol in counts.indices { #expect(symbols.symbol(&reader) == symbol) }
    }

    @Test("codes that would be too long are made shorter")
    func longCodes() {
        var counts = [1, 1]
        while counts.count < 60 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
        #expect(PrefixCode(counts: counts).lengths.max() ?? 0 <= PrefixCode.maximumLength)
    }

    @Test("runs of equal numbers take a few bits each")
    func runs() {
        let numbers = [Int](repeating: 3, count: 5000) + [0, 1, 0, 1] + [Int](repeating: 2, count: 5000)
        var writer = BitWriter()
        RunCoding.write(numbers, below: 4, to: &writer)
        #expect(writer.finished.count < 16)
        RunCoding.write([], below: 0, to: &writer)
    }
}
