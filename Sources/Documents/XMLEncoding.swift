import Diagnostics

/// The encodings that parts of documents may have: UTF-8, and UTF-16 with its mark (ISO/IEC 29500-2, 9.1.1; XML 1.0, 4.3.3).
///
/// In any other a document type could hide from who looks for one, and a reader might recognise it all the same.
enum XMLEncoding {
    /// The XML in UTF-8. What was in UTF-16 has lost its declaration, which names that encoding.
    ///
    /// - Throws: `DocumentProblem` for anything but UTF-8 and UTF-16.
    static func utf8(_ bytes: [UInt8], named name: String) throws -> [UInt8] {
        let problem = DocumentProblem.damaged(
            LocalizedText(zh: "“\(name)”不是 UTF-8 或 UTF-16", en: "“\(name)” is neither UTF-8 nor UTF-16"))
        let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
        if isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) {
            guard let text = utf16(bytes, isLittleEndian: isLittleEndian), begins(text[...]) else { throw problem }
            return withoutDeclaration(text)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard begins(text), !text.prefix(4).contains(0), declaresUTF8(text) else { throw problem }
        return bytes
    }

    /// Whether a text begins as XML does; that of EBCDIC does not. One without a byte is told by the reader.
    private static func begins(_ text: ArraySlice<UInt8>) -> Bool {
        text.first.map { $0 == UInt8(ascii: "<") || $0 == 0x20 || (9...13).contains($0) } ?? true
    }

    /// Whether the declaration, if there is one, names no other encoding than UTF-8.
    private static func declaresUTF8(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "<?xml".utf8) else { return true }
        let declaration = String(decoding: text.prefix(400).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
            .lowercased()
        return !declaration.contains("encoding")
            || ["utf-8", "utf8", "us-ascii"].contains { declaration.contains($0) }
    }

    /// UTF-8 from UTF-16 behind its mark; `nil` where a unit lacks its other half.
    private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? first | second << 8 : first << 8 | second)
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }

    private static func withoutDeclaration(_ text: [UInt8]) -> [UInt8] {
        guard text.starts(with: "<?xml".utf8), let end = text.firstRange(of: Array("?>".utf8)) else { return text }
        return Array(text[end.upperBound...])
    }
}
