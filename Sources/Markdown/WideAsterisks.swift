/// Bold text that was meant, with asterisks of full width: `＊＊文字＊＊`.
enum WideAsterisks {
    private static let mark = Array("＊＊".utf8)

    /// Whether such a mark stands in a text from an offset on.
    static func occur(in bytes: [UInt8], from offset: Int) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            var index = offset
            while index + mark.count <= text.count {
                if text[index] == mark[0], text[index + 1] == mark[1], text[index + 2] == mark[2],
                    text[index + 3] == mark[0], text[index + 4] == mark[1], text[index + 5] == mark[2]
                {
                    return true
                }
                index += 1
            }
            return false
        }
    }

    /// The first pair of marks in a text with what stands between them.
    static func pair(in text: ArraySlice<UInt8>) -> (whole: Range<Int>, inside: Range<Int>)? {
        guard let open = text.firstRange(of: mark) else { return nil }
        guard let close = text[open.upperBound...].firstRange(of: mark), close.lowerBound > open.upperBound else {
            return nil
        }
        return (open.lowerBound..<close.upperBound, open.upperBound..<close.lowerBound)
    }
}

extension DocumentRenderer {
    /// Reports text between full-width asterisks.
    mutating func reportWideAsterisks(_ content: InlineSequence, _ place: inout BlockPlace) {
        for token in content.tokens where token.kind == .text {
            var start = token.text.lowerBound
            while let (whole, inside) = WideAsterisks.pair(in: content.text[start..<token.text.upperBound]) {
                start = whole.upperBound
                var part = token
                part.text = whole
                report(
                    .fullWidthEmphasis, at: bytes(of: part, content, &place),
                    replacement: "**" + String(decoding: content.text[inside], as: UTF8.self) + "**")
            }
        }
    }
}
