import Diagnostics
import Documents
import Foundation
import Rules

/// The one reader of text files: content, tables, lists, configuration, and what themes consist of.
///
/// Every text becomes UTF-8 in Unicode's form C, whatever program saved it, or it is refused at the byte that is wrong.
/// What stands in it that nobody sees is told by `HiddenCharacters`.
package enum TextReader {
    /// A text as the rest of the program reads it.
    package struct Text: Sendable {
        /// UTF-8; a byte order mark of UTF-8 stays where it was, so that places in the file are those of the disk.
        package let bytes: [UInt8]
        /// What the file is in.
        package let encoding: TextEncoding

        /// The text without a byte order mark, for what is joined with other text.
        package var unmarked: ArraySlice<UInt8> {
            bytes.dropFirst(bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0)
        }
    }

    /// Decodes a text.
    ///
    /// - Parameter isExpected: whether bytes that are no UTF-8 may be GB 18030, given that they can be read so.
    package static func decode(
        _ bytes: [UInt8], isExpected: (_ text: [UInt8]) -> Bool = { _ in true }
    ) -> Result<Text, TextProblem> {
        if TextEncoding.hasUTF16Mark(bytes) {
            let decoded = TextEncoding.decodingUTF16(bytes)
            let text = decoded.text
            if let (byte, count) = decoded.invalid {
                return .failure(TextProblem(.brokenUTF16, atByte: byte, of: bytes, before: Array(text[..<count])))
            }
            if let offset = TextEncoding.firstNUL(text) {
                return .failure(TextProblem(.nul, atByte: offset, of: bytes, before: Array(text[..<offset])))
            }
            return .success(Text(bytes: composed(text) ?? text, encoding: .utf16))
        }
        if let offset = TextEncoding.firstNUL(bytes) {
            let before = bytes[..<offset]
            return .failure(TextProblem(.nul, atByte: offset, of: bytes, before: Array(before)))
        }
        guard let offset = TextEncoding.firstInvalidByte(bytes) else {
            return .success(Text(bytes: composed(bytes) ?? bytes, encoding: .utf8))
        }
        // With a byte order mark the file is meant as UTF-8, even where a byte of it is broken.
        if !bytes.starts(with: TextEncoding.mark), TextEncoding.looksLikeGB18030(bytes),
            let text = TextEncoding.decodingGB18030(bytes), isExpected(text)
        {
            return .success(Text(bytes: composed(text) ?? text, encoding: .gb18030))
        }
        return .failure(
            TextProblem(.unknownEncoding, atByte: offset, of: bytes, before: Array(bytes[..<offset])))
    }

    /// The text of a file; `nil` when it cannot be read, after a finding at the byte that is wrong.
    package static func read(path: String, bytes: [UInt8], findings: inout [Diagnostic]) -> SourceFile? {
        switch decode(bytes) {
        case .success(let text): return SourceFile(path: path, bytes: text.bytes)
        case .failure(let problem):
            findings.append(problem.diagnostic(path: path))
            return nil
        }
    }

    /// Text in Unicode's form C; `nil` for text that is in it, as nearly all is. Linear in the length.
    ///
    /// Compatibility ideographs stay although form C would replace them: who wrote one is told, because another
    /// character stands there afterwards.
    package static func composed(_ bytes: [UInt8]) -> [UInt8]? {
        guard mayBeDecomposed(bytes) else { return nil }
        var result = String.UnicodeScalarView()
        var part = String.UnicodeScalarView()
        func compose() {
            result.append(contentsOf: String(part).precomposedStringWithCanonicalMapping.unicodeScalars)
            part = String.UnicodeScalarView()
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard LookAlikeCharacters.isCompatibilityIdeograph(scalar.value) else {
                part.append(scalar)
                continue
            }
            compose()
            result.append(scalar)
        }
        compose()
        let text = Array(String(result).utf8)
        return text == bytes ? nil : text
    }

    /// Whether a text has characters that form C may join or replace: marks that combine (U+0300 to U+036F, kana's
    /// U+3099 and U+309A), parts of Hangul, the signs of ohm, kelvin and ångström, and scripts that are rare here.
    private static func mayBeDecomposed(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                // Han characters have three bytes, none of which begins another.
                if byte >= 0xE4 {
                    index += byte < 0xF0 ? 3 : 4
                    continue
                }
                defer { index += 1 }
                guard byte >= 0xCC else { continue }
                func following(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
                switch byte {
                case 0xCC, 0xD6...0xDC, 0xE0, 0xE1: return true
                case 0xCD where following(1) < 0xB0: return true
                case 0xE2 where following(1) == 0x84 && (0xA6...0xAB).contains(following(2)): return true
                case 0xE3 where following(1) == 0x82 && (0x99...0x9A).contains(following(2)): return true
                default: continue
                }
            }
            return false
        }
    }
}

/// Why bytes are no text.
package struct TextProblem: Error, Sendable {
    package enum Kind: Sendable {
        /// A byte 0, which no text has: a file that was not saved to its end, or UTF-16 without its mark.
        case nul
        /// Half a character of UTF-16.
        case brokenUTF16
        /// Neither UTF-8 nor plausible GB 18030.
        case unknownEncoding
    }

    package let kind: Kind
    /// The offset, from 0, of the first byte of the file that is wrong.
    package let offset: Int
    /// The text before it, as UTF-8.
    private let before: [UInt8]
    /// Whether every second byte is 0, as in Latin text in UTF-16.
    private let looksLikeUTF16: Bool

    fileprivate init(_ kind: Kind, atByte offset: Int, of bytes: [UInt8], before: [UInt8]) {
        self.kind = kind
        self.offset = offset
        self.before = before
        let start = bytes.prefix(256)
        looksLikeUTF16 = kind == .nul && start.count { $0 == 0 } * 4 >= start.count
    }

    /// What is wrong, with the number of the byte, counted from 1.
    package var message: LocalizedText {
        let number = offset + 1
        switch kind {
        case .nul where looksLikeUTF16:
            return LocalizedText(
                zh: "文件像是 UTF-16 编码（“Unicode”），但开头没有标记。",
                en: "The file seems to be UTF-16 (“Unicode”) without the mark at its beginning.")
        case .nul:
            return LocalizedText(
                zh: "这里有一个看不见的空字符（文件的第 \(number) 个字节是 0），文件可能没有存完整。",
                en:
                    "There is a byte 0 here (byte \(number) of the file), which no text has; the file may not have been saved completely."
            )
        case .brokenUTF16:
            return LocalizedText(
                zh: "文件的 UTF-16 编码从第 \(number) 个字节起不完整。",
                en: "The file's UTF-16 is broken from byte \(number) on.")
        case .unknownEncoding:
            return LocalizedText(
                zh: "从这里起（文件的第 \(number) 个字节）既不是 UTF-8 文字，也不是 GB18030 文字。",
                en: "From here on (byte \(number) of the file) this is neither UTF-8 nor GB 18030 text.")
        }
    }

    /// What to do about it.
    package var help: LocalizedText {
        switch kind {
        case .nul where !looksLikeUTF16:
            LocalizedText(
                zh: "请删除它前后的文字重新输入，或恢复文件原来的版本。",
                en: "Delete the text around it and type it again, or restore the file from a copy.")
        default:
            LocalizedText(zh: "请用编辑器把文件另存为 UTF-8 编码。", en: "Save the file as UTF-8 in your editor.")
        }
    }

    /// The finding, at the line and column of the byte.
    ///
    /// - Parameter help: what to do about it, where the kind of file has words of its own.
    package func diagnostic(path: String, help: LocalizedText? = nil) -> Diagnostic {
        let file = SourceFile(path: path, bytes: before)
        return Diagnostic(
            .fileUnreadable, at: looksLikeUTF16 ? file.start : file.range(before.count..<before.count),
            message: message, help: help ?? self.help)
    }
}
