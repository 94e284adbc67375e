/// Numbers of which few are different, and of which neighbours are often the same: each run by the prefix code of its number
/// and its length.
enum RunCoding {
    /// - Parameters:
    ///   - numbers: how many there are is known to the reader.
    ///   - limit: greater than each of them; known to the reader as well.
    static func write(_ numbers: [Int], below limit: Int, to writer: inout BitWriter) {
        var runs: [(number: Int, length: Int)] = []
        for number in numbers {
            if runs.last?.number == number { runs[runs.count - 1].length += 1 } else { runs.append((number, 1)) }
        }
        var counts = [Int](repeating: 0, count: limit)
        for run in runs { counts[run.number] += 1 }
        let code = PrefixCode(counts: counts)
        code.writeLengths(to: &writer)
        for run in runs {
            code.write(run.number, to: &writer)
            writer.writeGamma(run.length)
        }
    }
}
