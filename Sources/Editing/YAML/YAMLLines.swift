import Diagnostics
import Fields

/// The lines of the YAML of a file. They end at LF, CR LF or CR.
struct YAMLLines {
    let file: SourceFile
    /// The bytes that are YAML.
    let range: Range<Int>
    /// What ends lines that are added: what ends the first one of the file.
    let lineEnd: String

    init(_ file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        lineEnd = Self.lineEnd(of: file.bytes)
    }

    /// What ends the first line of a text; LF for a text of one line.
    static func lineEnd(of bytes: [UInt8]) -> String {
        guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
        guard bytes[first] == 0x0D else { return "\n" }
        return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
    }

    private var bytes: [UInt8] { file.bytes }

    private func isBreak(_ offset: Int) -> Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }

    private func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

    /// Where the line of an offset begins.
    func start(of offset: Int) -> Int {
        var start = min(offset, range.upperBound)
        while start > range.lowerBound, !isBreak(start - 1) { start -= 1 }
        return start
    }

    /// Where the line of an offset ends, before its line end.
    func end(of offset: Int) -> Int {
        var end = offset
        while end < range.upperBound, !isBreak(end) { end += 1 }
        return end
    }

    /// Where the next line begins; where the YAML ends behind its last line.
    func next(after offset: Int) -> Int {
        let end = end(of: offset)
        guard end < range.upperBound else { return end }
        let isPair = bytes[end] == 0x0D && end + 1 < range.upperBound && bytes[end + 1] == 0x0A
        return end + (isPair ? 2 : 1)
    }

    /// Where the line before ends that begins at an offset; the beginning of the YAML for its first line.
    func endOfLine(before start: Int) -> Int {
        guard start > range.lowerBound else { return start }
        let isPair = start - 2 >= range.lowerBound && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0D
        return start - (isPair ? 2 : 1)
    }

    func column(of offset: Int) -> Int { offset - start(of: offset) }

    /// The first byte of a line that is no blank, or where the line ends.
    func firstCharacter(ofLineAt start: Int) -> Int {
        var offset = start
        while offset < range.upperBound, isBlank(offset) { offset += 1 }
        return offset
    }

    /// Whether nothing but blanks stands before an offset on its line.
    func isFirst(_ offset: Int) -> Bool { firstCharacter(ofLineAt: start(of: offset)) == offset }

    /// Whether a line has nothing but blanks.
    func isEmpty(lineAt start: Int) -> Bool {
        let first = firstCharacter(ofLineAt: start)
        return first >= range.upperBound || isBreak(first)
    }

    func isComment(lineAt start: Int) -> Bool {
        let first = firstCharacter(ofLineAt: start)
        return first < range.upperBound && bytes[first] == UInt8(ascii: "#")
    }

    /// The next byte that is neither a blank nor the end of a line.
    func character(from offset: Int) -> Int {
        var offset = offset
        while offset < range.upperBound, isBlank(offset) || isBreak(offset) { offset += 1 }
        return offset
    }

    /// The next byte that is neither a blank, the end of a line nor a comment.
    func sign(from offset: Int) -> Int {
        var offset = character(from: offset)
        while offset < range.upperBound, bytes[offset] == UInt8(ascii: "#") {
            offset = character(from: end(of: offset))
        }
        return offset
    }

    /// Whether the next sign is a certain one.
    func sign(_ wanted: Unicode.Scalar, from offset: Int) -> Int? {
        let found = sign(from: offset)
        return found < range.upperBound && bytes[found] == UInt8(ascii: wanted) ? found : nil
    }

    /// Whether only blanks and line ends stand between two offsets.
    func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { isBlank($0) || isBreak($0) } }

    /// Whether an empty line stands between two offsets of different lines.
    func hasEmptyLine(between offset: Int, and other: Int) -> Bool {
        var line = next(after: offset)
        while line < start(of: other) {
            if isEmpty(lineAt: line) { return true }
            line = next(after: line)
        }
        return false
    }

    /// Where the remarks directly above a line begin, which are about it. Those at the very beginning are about the file.
    func startWithRemarks(ofLineAt start: Int) -> Int {
        var first = start
        while first > range.lowerBound {
            let above = self.start(of: endOfLine(before: first))
            guard isComment(lineAt: above) else { return first }
            first = above
        }
        return start
    }

    /// The range of whole lines from one to another; with the line end before them where the last one has none.
    func wholeLines(from start: Int, through offset: Int) -> Range<Int> {
        let end = next(after: offset)
        guard end == self.end(of: offset), end > start else { return start..<end }
        return endOfLine(before: start)..<end
    }
}
