import Glibc

/// Character references in the text and the attributes of a page (HTML standard, 13.2.5.72 to 13.2.5.80).
enum CharacterReferences {
    /// Where a reference stands: in attributes, one that was written for an address with parameters is none.
    enum Place {
        case text, attribute
    }

    /// Text with its references resolved, and with U+FFFD for NUL in attributes.
    static func resolved(_ text: UnsafeBufferPointer<UInt8>, in place: Place) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        append(text, in: place, to: &result)
        return result
    }

    /// The same as text.
    static func resolvedText(_ text: UnsafeBufferPointer<UInt8>) -> String {
        guard isWritten(text) else { return String(decoding: text, as: UTF8.self) }
        return String(decoding: resolved(text, in: .attribute), as: UTF8.self)
    }

    /// Whether a text holds an ampersand.
    static func isWritten(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        return memchr(start, Int32(UInt8(ascii: "&")), text.count) != nil
    }

    /// Appends text with its references resolved.
    static func append(_ text: UnsafeBufferPointer<UInt8>, in place: Place, to result: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "&"), let reference = reference(in: text, at: index, place) {
                for scalar in reference.scalars {
                    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
                index += reference.length
            } else if byte == 0, place == .attribute {
                result.append(contentsOf: UTF8.encodedReplacementCharacter)
                index += 1
            } else {
                result.append(byte)
                index += 1
            }
        }
    }

    private typealias Reference = (scalars: [Unicode.Scalar], length: Int)

    private static func reference(in text: UnsafeBufferPointer<UInt8>, at start: Int, _ place: Place) -> Reference? {
        guard start + 1 < text.count else { return nil }
        return text[start + 1] == UInt8(ascii: "#")
            ? numeric(in: text, at: start) : named(in: text, at: start, place)
    }

    private static func numeric(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Reference? {
        var index = start + 2
        let isHexadecimal = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < text.count, let digit = digit(text[index], isHexadecimal) {
            // Larger ones are the same: no character.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
            index += 1
        }
        guard index > first else { return nil }
        if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
        return ([scalar(value)], index - start)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: UInt32(byte) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: UInt32(byte) - 0x37
        default: nil
        }
    }

    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value), windows1252[Int(value - 0x80)] != 0 {
            return Unicode.Scalar(windows1252[Int(value - 0x80)]) ?? "\u{FFFD}"
        }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// What browsers take the code points of the second group of controls for; 0 where they take them as they are.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    // MARK: Named references

    private static func named(in text: UnsafeBufferPointer<UInt8>, at start: Int, _ place: Place) -> Reference? {
        let rest = UnsafeBufferPointer(rebasing: text[(start + 1)...])
        guard let found = NamedReferenceTable.all.longest(beginning: rest) else { return nil }
        let end = found.count
        if place == .attribute, rest[end - 1] != UInt8(ascii: ";"), end < rest.count, continuesName(rest[end]) {
            return nil
        }
        return (found.scalars, end + 1)
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || (0x30...0x39).contains(byte) || (byte | 0x20) &- 0x61 < 26
    }
}

/// The named references, to be found by how a text begins.
private struct NamedReferenceTable {
    private let names: [[UInt8]]
    private let scalars: [[Unicode.Scalar]]

    static let all = NamedReferenceTable(namedCharacterReferences)

    private init(_ text: String) {
        let entries = text.split(separator: ",").map { $0.split(separator: " ") }
        names = entries.map { Array($0[0].utf8) }
        scalars = entries.map { $0.dropFirst().compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) } }
    }

    /// The longest name that a text begins with.
    func longest(beginning text: UnsafeBufferPointer<UInt8>) -> (count: Int, scalars: [Unicode.Scalar])? {
        var range = 0..<names.count
        var found: Int?
        var length = 0
        // The names that begin with one byte more stand together: each step looks among those of the step before.
        while length < text.count, !range.isEmpty {
            let byte = text[length]
            let lower = partition(range) { $0.count > length && $0[length] >= byte }
            let upper = partition(lower..<range.upperBound) { $0.count > length && $0[length] > byte }
            range = lower..<upper
            length += 1
            if let first = range.first, names[first].count == length { found = first }
        }
        return found.map { (names[$0].count, scalars[$0]) }
    }

    /// The first index of a range from which a condition holds.
    private func partition(_ range: Range<Int>, where holds: ([UInt8]) -> Bool) -> Int {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            let middle = (lower + upper) / 2
            if holds(names[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
