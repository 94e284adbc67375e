extension EncodedText {
    /// The file with another text, as an editing program hands it in: lines that are the same stay as they are stored, with their
    /// line ends; a byte order mark stays.
    ///
    /// - Parameter text: the whole of it; its line ends say nothing.
    /// - Throws: the first character that the encoding lacks.
    package func replacingText(with text: String) throws(MissingCharacter) -> EncodedText {
        let start = self.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let old = Self.lines(of: self.text, from: start)
        let new = LineEnds.unified(text).split(separator: "\n", omittingEmptySubsequences: false)
        let lineEnd = YAMLLines.lineEnd(of: self.text)
        let texts = old.map { Substring(decoding: self.text[$0.content], as: UTF8.self) }
        // Lines that are all different are one part; the work for others has a bound.
        let hunks =
            SequenceDifference.hunks(texts.map { Array($0.utf8) }, new.map { Array($0.utf8) })
            ?? [SequenceDifference.Hunk(old: texts.indices, new: new.indices)]
        let splices = hunks.map { hunk in
            // The last line has no end: what comes behind it begins with one, what goes there takes the one before.
            let isLast = hunk.old.upperBound == old.count
            let lines = new[hunk.new].map(String.init)
            guard isLast else {
                let range = old[hunk.old.lowerBound].content.lowerBound..<old[hunk.old.upperBound].content.lowerBound
                return Splice(range, lines.map { $0 + lineEnd }.joined())
            }
            let isAll = hunk.old.lowerBound == 0
            let from = isAll ? start : old[hunk.old.lowerBound - 1].content.upperBound
            return Splice(
                from..<self.text.count,
                isAll ? lines.joined(separator: lineEnd) : lines.map { lineEnd + $0 }.joined())
        }
        return try applying(splices)
    }

    /// The lines of a text without their ends.
    private static func lines(of bytes: [UInt8], from start: Int) -> [(content: Range<Int>, next: Int)] {
        var lines: [(content: Range<Int>, next: Int)] = []
        var first = start
        var index = start
        while index < bytes.count {
            guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
                index += 1
                continue
            }
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            lines.append((first..<index, index + (isPair ? 2 : 1)))
            index += isPair ? 2 : 1
            first = index
        }
        return lines + [(first..<bytes.count, bytes.count)]
    }
}
