import Foundation

/// The ids of a text's headings: unique, in Unicode form C, and the same from build to build.
struct HeadingIDs {
    private var used: Set<Key> = []
    /// The highest number that was put behind an id.
    private var lastNumbers: [Key: Int] = [:]
    private let explicit: Set<Key>

    /// An id as a key: hashed in one go, not byte by byte.
    struct Key: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    /// - Parameter explicit: the ids that headings of the text ask for; generated ids give way to them.
    init(explicit: Set<Key>) { self.explicit = explicit }

    /// Takes an id that a heading asks for. `false` if it is taken already.
    mutating func claim(_ id: [UInt8]) -> Bool {
        used.insert(Key(bytes: id)).inserted
    }

    /// The id for a heading that asks for none, made of its text; `nil` if nothing of the text can be used.
    mutating func generate(from text: [UInt8]) -> [UInt8]? {
        var base = Self.slug(text)
        guard !base.isEmpty else { return nil }
        if Self.isReserved(base) { base = Array("section-".utf8) + base }
        return unique(base)
    }

    /// An id of last resort.
    mutating func placeholder() -> [UInt8] { unique(Array("section".utf8)) }

    private mutating func unique(_ base: [UInt8]) -> [UInt8] {
        let key = Key(bytes: base)
        if !explicit.contains(key), used.insert(key).inserted { return base }
        // Counting on from the last number keeps texts of equal headings linear.
        var number = lastNumbers[key] ?? 1
        var candidate = key
        repeat {
            number += 1
            candidate = Key(bytes: base + Array("-\(number)".utf8))
        } while explicit.contains(candidate) || !used.insert(candidate).inserted
        lastNumbers[key] = number
        return candidate.bytes
    }

    /// An id in the last words of a heading: `{#id}`.
    struct Mark {
        /// What stands between `{#` and `}`.
        let id: [UInt8]
        /// How much of the text comes before the mark, white space between excluded.
        let textCount: Int
        /// Where the mark begins.
        let start: Int
    }

    /// The `{#id}` at the end of a heading's text.
    static func explicitID(in text: [UInt8]) -> Mark? {
        var end = text.count
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        guard end > 2, text[end - 1] == UInt8(ascii: "}") else { return nil }
        var start = end - 2
        while start > 0, text[start] != UInt8(ascii: "{") {
            if text[start] == UInt8(ascii: "}") { return nil }
            start -= 1
        }
        guard text[start] == UInt8(ascii: "{"), text[start + 1] == UInt8(ascii: "#") else { return nil }
        var textCount = start
        while textCount > 0, text[textCount - 1] == 0x20 || text[textCount - 1] == 0x09 { textCount -= 1 }
        return Mark(id: normalized(Array(text[start + 2..<end - 1])), textCount: textCount, start: start)
    }

    /// Whether an id consists of letters, digits, `-` and `_`, and is not of the form the program gives out itself.
    static func isValid(_ id: [UInt8]) -> Bool {
        guard !id.isEmpty, !isReserved(id) else { return false }
        return String(decoding: id, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            scalar == "-" || scalar == "_" || isKept(scalar)
        }
    }

    /// Whether an id has the form of those of footnotes and articles: `fn-1`, `fnref-1`, `art-1`.
    static func isReserved(_ id: [UInt8]) -> Bool {
        for prefix in ["fn-", "fnref-", "art-"] where id.starts(with: prefix.utf8) {
            let next = id.dropFirst(prefix.utf8.count).first ?? 0
            if next >= 0x30 && next <= 0x39 { return true }
        }
        return false
    }

    /// A heading's text as an id: letters and digits of all scripts stay, ASCII letters become small, white space
    /// becomes `-`, everything else goes.
    static func slug(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: result.append(UInt8(scalar.value) + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x5F: result.append(UInt8(scalar.value))
            case 0x2D: appendHyphen(to: &result)
            case let value where CharacterClass.isWhiteSpace(value): appendHyphen(to: &result)
            case 0..<0x80: continue
            default:
                if isKept(scalar) { result.append(contentsOf: String(scalar).utf8) }
            }
        }
        while result.last == UInt8(ascii: "-") { result.removeLast() }
        return normalized(result)
    }

    private static func appendHyphen(to id: inout [UInt8]) {
        if let last = id.last, last != UInt8(ascii: "-") { id.append(UInt8(ascii: "-")) }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return CharacterClass.isASCIIAlphanumeric(UInt8(scalar.value)) }
        if CharacterClass.isHan(scalar.value) { return true }
        // Variation selectors are marks, but say nothing about the text.
        if (0xFE00...0xFE0F).contains(scalar.value) || scalar.value >= 0xE0000 { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// The Unicode form C of an id.
    private static func normalized(_ id: [UInt8]) -> [UInt8] {
        let text = String(decoding: id, as: UTF8.self)
        let isStable = text.unicodeScalars.allSatisfy { scalar in
            scalar.value < 0x300 || (0x4E00...0x9FFF).contains(scalar.value)
        }
        return isStable ? id : Array(text.precomposedStringWithCanonicalMapping.utf8)
    }
}
