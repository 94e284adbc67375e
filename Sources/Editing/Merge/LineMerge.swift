import Documents

/// Two changes of one text, put together line by line.
package enum LineMerge {
    /// The text with both changes; `nil` where they touch the same lines or lines beside each other, where a line has gone or
    /// come elsewhere meanwhile, and for what is no text.
    ///
    /// - Parameters:
    ///   - base: what both began from.
    ///   - one: the text after the one change.
    ///   - other: the text after the other.
    package static func merged(base: [UInt8], _ one: [UInt8], _ other: [UInt8]) -> [UInt8]? {
        // Rows of two orders of columns, or letters of two encodings, are no text together.
        guard [one, other].allSatisfy({ haveSameHead(base, $0) && isUTF8(base) == isUTF8($0) }) else { return nil }
        guard [base, one, other].allSatisfy({ TextEncoding.firstNUL($0) == nil }) else { return nil }
        let merged = SequenceMerge.merged(
            base: lines(base), lines(one), lines(other), allowsNeighbours: false,
            isBlank: { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } })
        guard let merged else { return nil }
        let most = max(firstCellsRepeat(lines(one)), firstCellsRepeat(lines(other)))
        guard firstCellsRepeat(merged) <= most else { return nil }
        // A last line without an end would run into what comes behind it.
        guard merged.dropLast().allSatisfy({ $0.last == 0x0A }) else { return nil }
        return Array(merged.joined())
    }

    /// Whether two texts have one first line, or none that names columns.
    private static func haveSameHead(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (one, other) = (one.prefix { $0 != 0x0A }, other.prefix { $0 != 0x0A })
        return one == other || !one.contains(UInt8(ascii: ",")) && !other.contains(UInt8(ascii: ","))
    }

    private static func isUTF8(_ text: [UInt8]) -> Bool { TextEncoding.firstInvalidByte(text) == nil }

    /// The lines of a text with their ends.
    static func lines(_ text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        for (index, byte) in text.enumerated() where byte == 0x0A {
            lines.append(Array(text[start...index]))
            start = index + 1
        }
        return start < text.count ? lines + [Array(text[start...])] : lines
    }

    /// How many lines begin with a cell, as ids of rosters do, that another line begins with.
    private static func firstCellsRepeat(_ lines: [[UInt8]]) -> Int {
        var cells: [[UInt8]: Int] = [:]
        for line in lines {
            guard let comma = line.firstIndex(of: UInt8(ascii: ",")), comma > 0 else { continue }
            cells[Array(line[..<comma]), default: 0] += 1
        }
        return cells.values.reduce(0) { $0 + $1 - 1 }
    }
}
