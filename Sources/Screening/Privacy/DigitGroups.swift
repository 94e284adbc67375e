/// Groups of digits with one separator between each two, as numbers are typed: `138 0013 8000`, `010-12345678`.
/// Full-width digits count as digits.
struct DigitGroups {
    struct Group {
        let digits: [UInt8]
        let bytes: Range<Int>
    }

    private(set) var groups: [Group] = []
    /// The offset behind the last group.
    private(set) var end: Int

    /// - Parameter start: the offset of a digit.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        end = start
        var index = start
        while true {
            var digits: [UInt8] = []
            let groupStart = index
            var groupEnd = index
            while let digit = Self.digit(in: bytes, at: index) {
                digits.append(digit.value)
                index += digit.length
                groupEnd = index
                index = Self.skippingInvisible(in: bytes, at: index)
            }
            index = groupEnd
            guard !digits.isEmpty else { return }
            groups.append(Group(digits: digits, bytes: groupStart..<index))
            end = index
            guard index < bytes.count, let separator = Self.separator(in: bytes, at: index) else { return }
            index += separator
        }
    }

    /// The offset behind the groups that begin at `start` when they have fewer than five digits together; else `nil`.
    static func endOfShortNumber(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var count = 0
        var index = start
        while true {
            var end = index
            while let digit = digit(in: bytes, at: index) {
                count += 1
                guard count < 5 else { return nil }
                end = index + digit.length
                index = skippingInvisible(in: bytes, at: end)
            }
            index = end
            guard index < bytes.count, let separator = separator(in: bytes, at: index),
                digit(in: bytes, at: index + separator) != nil
            else { return index }
            index += separator
        }
    }

    /// The digits of some groups as text.
    func text(of range: Range<Int>) -> String {
        String(groups[range].flatMap(\.digits).map { Character(Unicode.Scalar($0 + 0x30)) })
    }

    /// An ASCII or full-width digit.
    static func digit(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt8, length: Int)? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte >= 0x30, byte <= 0x39 { return (byte - 0x30, 1) }
        guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC, (0x90...0x99).contains(bytes[index + 2])
        else { return nil }
        return (bytes[index + 2] - 0x90, 3)
    }

    /// The offset behind characters without width, which divide a number for programs and not for readers: U+200B to
    /// U+200D, U+2060, U+FEFF.
    private static func skippingInvisible(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var index = start
        while index + 2 < bytes.count, bytes[index] >= 0xE2 {
            switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
            case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): index += 3
            default: return index
            }
        }
        return index
    }

    /// The length of what may stand between two groups: a hyphen or dash with or without a space on its sides, a space of any
    /// width, a closing bracket, or signs that stay as they are between digits.
    private static func separator(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard let first = mark(in: bytes, at: start) else { return nil }
        var index = start + first.length
        guard first.kind != .other else { return first.length }
        // `138 - 0013`: a dash between spaces.
        if first.kind == .space, let second = mark(in: bytes, at: index), second.kind == .dash {
            index += second.length
        }
        if index > start + first.length || first.kind == .dash, let last = mark(in: bytes, at: index),
            last.kind == .space
        {
            index += last.length
        }
        return index - start
    }

    private enum Mark {
        case space, dash, other
    }

    private static func mark(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (kind: Mark, length: Int)? {
        guard index < bytes.count else { return nil }
        func follows(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        switch bytes[index] {
        case UInt8(ascii: "-"): return (.dash, follows(1) == UInt8(ascii: "-") ? 2 : 1)
        case UInt8(ascii: " "): return (.space, 1)
        case UInt8(ascii: ")"): return (.other, 1)
        // Signs that stay as they are between digits: 138**1234**5678 is read as a number by everybody.
        case UInt8(ascii: "*"), UInt8(ascii: "_"): return (.other, follows(1) == bytes[index] ? 2 : 1)
        // No-break space, middle dot.
        case 0xC2 where follows(1) == 0xA0: return (.space, 2)
        case 0xC2 where follows(1) == 0xB7: return (.dash, 2)
        // Spaces of typesetters, U+2002 to U+200A, and U+202F; dashes, U+2010 to U+2015; the minus sign, U+2212.
        case 0xE2 where follows(1) == 0x80:
            switch follows(2) {
            case 0x82...0x8A, 0xAF: return (.space, 3)
            case 0x90...0x95: return (.dash, 3)
            default: return nil
            }
        case 0xE2 where follows(1) == 0x88 && follows(2) == 0x92: return (.dash, 3)
        // Ideographic space.
        case 0xE3 where follows(1) == 0x80 && follows(2) == 0x80: return (.space, 3)
        // Full-width comma, hyphen and closing bracket.
        case 0xEF where follows(1) == 0xBC && follows(2) == 0x8C: return (.other, 3)
        case 0xEF where follows(1) == 0xBC && follows(2) == 0x8D: return (.dash, 3)
        case 0xEF where follows(1) == 0xBC && follows(2) == 0x89: return (.other, 3)
        default: return nil
        }
    }
}
