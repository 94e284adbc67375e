/// The line starts of a text, so that many places in it are found quickly.
struct LineIndex: Sendable {
    private let starts: [Int]
    /// The columns at which the blocks of long lines begin, by the starts of the lines.
    private var columnsOfBlocks: [Int: [SourceColumns]] = [:]

    /// A line is counted through from its beginning for each place in it; one with more bytes is counted block by block,
    /// each once.
    private static let blockLength = 16 * 1024

    /// Columns before a place: as a reader counts characters, and in code points.
    private struct SourceColumns {
        let characters: Int
        let codePoints: Int
    }

    /// O(length of the text).
    init(_ bytes: [UInt8]) {
        var starts = [0]
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        self.starts = starts
    }

    /// - Parameters:
    ///   - offset: clamped to the text.
    ///   - bytes: the text the index was made of.
    mutating func position(ofByte offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let (line, columns) = place(of: offset, in: bytes)
        return SourcePosition(line: line, column: columns.characters + 1)
    }

    /// The same with the column in code points.
    mutating func codePointPosition(ofByte offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let (line, columns) = place(of: offset, in: bytes)
        return SourcePosition(line: line, column: columns.codePoints + 1)
    }

    private mutating func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, columns: SourceColumns) {
        let end = min(max(offset, 0), bytes.count)
        var lower = 0
        var upper = starts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if starts[middle] <= end { lower = middle } else { upper = middle }
        }
        var start = starts[lower]
        // A byte order mark is no column.
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
        guard end - start > Self.blockLength else { return (lower + 1, Self.columns(bytes[start..<end])) }
        let blocks = blocks(from: start, to: lower + 1 < starts.count ? starts[lower + 1] : bytes.count, in: bytes)
        let block = min((end - start) / Self.blockLength, blocks.count - 1)
        let rest = Self.columns(bytes[Self.boundary(start + block * Self.blockLength, bytes)..<end])
        return (
            lower + 1,
            SourceColumns(
                characters: blocks[block].characters + rest.characters,
                codePoints: blocks[block].codePoints + rest.codePoints)
        )
    }

    /// The columns at the beginnings of the blocks of a line.
    private mutating func blocks(from start: Int, to end: Int, in bytes: [UInt8]) -> [SourceColumns] {
        if let blocks = columnsOfBlocks[start] { return blocks }
        var blocks: [SourceColumns] = []
        var sum = SourceColumns(characters: 0, codePoints: 0)
        for block in stride(from: start, to: end, by: Self.blockLength) {
            blocks.append(sum)
            let next = min(Self.boundary(block + Self.blockLength, bytes), end)
            let columns = Self.columns(bytes[Self.boundary(block, bytes)..<next])
            sum = SourceColumns(
                characters: sum.characters + columns.characters, codePoints: sum.codePoints + columns.codePoints)
        }
        columnsOfBlocks[start] = blocks
        return blocks
    }

    /// The first byte of the code point that stands at an offset.
    private static func boundary(_ offset: Int, _ bytes: [UInt8]) -> Int {
        var offset = min(offset, bytes.count)
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    private static func columns(_ bytes: ArraySlice<UInt8>) -> SourceColumns {
        SourceColumns(
            characters: String(decoding: bytes, as: UTF8.self).count, codePoints: bytes.count { $0 & 0xC0 != 0x80 })
    }
}
