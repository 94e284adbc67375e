/// The name of a recorded change: 40 hexadecimal digits, of which people see and write the first ones.
package struct ChangeID: Sendable, Hashable, CustomStringConvertible {
    /// All digits, in lower case.
    package let text: String

    /// `nil` for what is not 40 hexadecimal digits in lower case.
    init?(_ text: String) {
        guard text.utf8.count == Self.digitCount, Self.isHexadecimal(text) else { return nil }
        self.text = text
    }

    /// The digits that lists show; a site has hardly two changes that share them.
    package var description: String { String(text.prefix(8)) }

    static let digitCount = 40
    /// Fewer digits are a number, or a year, rather than the beginning of a name.
    static let fewestDigits = 6

    static func isHexadecimal(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    }
}
