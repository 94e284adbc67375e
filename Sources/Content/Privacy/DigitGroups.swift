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
            while let digit = Self.digit(in: bytes, at: index) {
                digits.append(digit.value)
                index += digit.length
            }
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
            while let digit = digit(in: bytes, at: index) {
                count += 1
                guard count < 5 else { return nil }
                index += digit.length
            }
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

    /// The length of a hyphen, a space or a closing bracket between two groups.
    private static func separator(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: ")"): 1
        // Full-width hyphen and closing bracket.
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC && [0x8D, 0x89].contains(bytes[index + 2]):
            3
        default: nil
        }
    }
}
