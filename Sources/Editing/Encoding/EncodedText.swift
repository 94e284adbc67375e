import Documents
import Fields
import Foundation

/// The text of a file with the bytes it is stored as: what is edited in the text changes the bytes of these characters alone,
/// whatever the encoding.
package struct EncodedText: Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// The text as UTF-8, with line ends, a byte order mark of UTF-8 and the form of its characters as they are stored.
    package let text: [UInt8]
    package let encoding: Encoding

    package enum Encoding: Sendable, Equatable {
        case utf8
        case utf16(isLittleEndian: Bool)
        /// What Excel and WPS in China write. Characters that GBK lacks are written only where the file has some: programs that say
        /// “ANSI” know no others.
        case gb18030(isBeyondGBK: Bool)
    }

    /// A part of a text, and what takes its place.
    package struct Splice: Sendable, Equatable {
        /// Bytes of the text.
        package let range: Range<Int>
        package let replacement: [UInt8]

        package init(_ range: Range<Int>, _ replacement: String) {
            self.range = range
            self.replacement = Array(replacement.utf8)
        }
    }

    /// `nil` for bytes that are no text that the program reads.
    ///
    /// - Parameter isExpected: whether bytes that are no UTF-8 may be GB 18030, given that they can be read so.
    package init?(_ bytes: [UInt8], isExpected: (_ text: [UInt8]) -> Bool = { _ in true }) {
        guard case .success(let read) = TextReader.decode(bytes, isExpected: isExpected) else { return nil }
        switch read.encoding {
        case .utf8: self.init(bytes: bytes, text: bytes, encoding: .utf8)
        case .utf16:
            self.init(
                bytes: bytes, text: TextEncoding.decodingUTF16(bytes).text,
                encoding: .utf16(isLittleEndian: bytes.first == 0xFF))
        case .gb18030:
            guard let text = TextEncoding.decodingGB18030(bytes) else { return nil }
            let isBeyond = GB18030Characters(bytes).contains { GB18030Characters.isBeyondGBK(bytes[$0]) }
            self.init(bytes: bytes, text: text, encoding: .gb18030(isBeyondGBK: isBeyond))
        }
    }

    private init(bytes: [UInt8], text: [UInt8], encoding: Encoding) {
        self.bytes = bytes
        self.text = text
        self.encoding = encoding
    }

    /// The same text in UTF-8.
    ///
    /// - Parameter isMarked: whether it begins with a byte order mark, which spreadsheet programs need.
    package func inUTF8(isMarked: Bool) -> EncodedText {
        let hasMark = text.starts(with: TextEncoding.mark)
        let text = (isMarked && !hasMark ? TextEncoding.mark : []) + self.text
        return EncodedText(bytes: text, text: text, encoding: .utf8)
    }

    /// The text with other parts in it.
    ///
    /// - Parameter splices: in their order, none over another.
    /// - Throws: the first character that the encoding lacks.
    package func applying(_ splices: [Splice]) throws(MissingCharacter) -> EncodedText {
        guard !splices.isEmpty else { return self }
        let text = Self.spliced(self.text, splices.map { ($0.range, $0.replacement) })
        guard encoding != .utf8 else { return EncodedText(bytes: text, text: text, encoding: .utf8) }
        let places = storedOffsets(of: splices.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        var stored: [(Range<Int>, [UInt8])] = []
        for (index, splice) in splices.enumerated() {
            let encoded = try encode(String(decoding: splice.replacement, as: UTF8.self))
            stored.append((places[2 * index]..<places[2 * index + 1], encoded))
        }
        return EncodedText(bytes: Self.spliced(bytes, stored), text: text, encoding: encoding)
    }

    /// The stored bytes of a part of the text, of which there may be many: the parts follow each other.
    package func stored(_ parts: [Range<Int>]) -> [ArraySlice<UInt8>] {
        guard encoding != .utf8 else { return parts.map { bytes[$0] } }
        let places = storedOffsets(of: parts.flatMap { [$0.lowerBound, $0.upperBound] })
        return parts.indices.map { bytes[places[2 * $0]..<places[2 * $0 + 1]] }
    }

    private static func spliced(_ bytes: [UInt8], _ parts: [(Range<Int>, [UInt8])]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for (range, replacement) in parts {
            result += bytes[position..<range.lowerBound]
            result += replacement
            position = range.upperBound
        }
        return result + bytes[position...]
    }
}

/// A character that the encoding of a file does not have, or that programs which use it do not know.
package struct MissingCharacter: Error, Sendable, Equatable {
    package let character: Character
}

extension EncodedText {
    /// A text as the file stores it.
    package func encode(_ text: String) throws(MissingCharacter) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16(let isLittleEndian):
            return text.utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isLittleEndian ? [low, high] : [high, low]
            }
        case .gb18030(let isBeyondGBK):
            var result: [UInt8] = []
            for character in text {
                for scalar in character.unicodeScalars {
                    guard let bytes = GB18030Characters.bytes(of: scalar),
                        isBeyondGBK || !GB18030Characters.isBeyondGBK(bytes[...])
                    else {
                        throw MissingCharacter(character: character)
                    }
                    result += bytes
                }
            }
            return result
        }
    }

    /// Where offsets of the text stand in the file, by counting characters.
    ///
    /// - Parameter offsets: ascending, at characters of the text.
    private func storedOffsets(of offsets: [Int]) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(offsets.count)
        var inText = 0
        var inFile = 0
        if case .utf16 = encoding { inFile = 2 }
        for offset in offsets {
            while inText < offset {
                let lead = text[inText]
                let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                inText += length
                switch encoding {
                case .utf8: inFile += length
                case .utf16: inFile += length == 4 ? 4 : 2
                case .gb18030: inFile += GB18030Characters.length(at: inFile, in: bytes)
                }
            }
            result.append(min(inFile, bytes.count))
        }
        return result
    }
}

/// The characters of a file in GB 18030, each the bytes that it is.
struct GB18030Characters: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Range<Int>? {
        guard index < bytes.count else { return nil }
        let start = index
        index = Swift.min(bytes.count, index + Self.length(at: index, in: bytes))
        return start..<index
    }

    /// One byte below 0x80; four where the second is a digit; else two.
    static func length(at index: Int, in bytes: [UInt8]) -> Int {
        guard index < bytes.count, bytes[index] > 0x80 else { return 1 }
        return index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1]) ? 4 : 2
    }

    /// Whether GBK, as Windows has it, lacks a character: those of four bytes, and the last ones of two, which came later.
    static func isBeyondGBK(_ character: ArraySlice<UInt8>) -> Bool {
        guard character.count == 2, character.first == 0xFE, let trail = character.last else {
            return character.count == 4
        }
        return (0x50...0xA0).contains(trail)
    }

    /// The bytes of a character; `nil` for one that it does not have.
    static func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        return TextEncoding.encodingGB18030(Array(String(scalar).utf8))
    }
}
