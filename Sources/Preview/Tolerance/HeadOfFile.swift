/// Where the metadata of a Markdown file stand and where its text begins, also when the metadata are not well-formed.
struct HeadOfFile {
    /// The metadata without the lines of `---`; empty without any.
    let metadata: Range<Int>
    /// Where the text begins.
    let text: Int

    init(_ bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = Self.lines(of: bytes[start...])
        guard let first = lines.first, Self.isFence(bytes[first]) else {
            (metadata, text) = (start..<start, start)
            return
        }
        for line in lines.dropFirst() where Self.isFence(bytes[line]) {
            (metadata, text) = (first.upperBound..<line.lowerBound, line.upperBound)
            return
        }
        // Without an end they last as long as the lines look like fields.
        let end =
            lines.dropFirst().first { line in
                let isPart = [UInt8(ascii: " "), UInt8(ascii: "-")].contains(bytes[line].first)
                return !isPart && Self.fieldName(in: bytes[line]).isEmpty
            }?.lowerBound ?? bytes.count
        (metadata, text) = (first.upperBound..<end, end)
    }

    /// The lines with their ends.
    static func lines(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
            lines.append(start..<end)
            start = end
        }
        return lines
    }

    /// Whether a field of the outermost level begins with the line.
    static func beginsField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        return !" \t-#\r\n".utf8.contains(first)
    }

    /// The name of the field that begins here, before a colon of either width; empty without one.
    static func fieldName(in bytes: ArraySlice<UInt8>) -> String {
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return "" }
        return line[..<colon].filter { !" \t\"'".contains($0) }
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { " \r\n".utf8.contains($0) }
    }
}
