/// The part of a content that `Range` asks for (RFC 9110 §14).
package enum ByteRange: Sendable, Hashable {
    /// No range, several ranges, another unit or no valid syntax: all bytes are sent, as §14.2 allows.
    case whole
    /// The range has no byte of the content.
    case unsatisfiable
    /// Positions of bytes in the content; never empty.
    case part(Range<Int>)

    /// What a value of `Range` means for a content of `count` bytes.
    package init(_ value: String, count: Int) {
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].trimmingSpaces().lowercased() == "bytes", !parts[1].contains(",") else {
            self = .whole
            return
        }
        let ends = parts[1].trimmingSpaces().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (let first?, let last?) where first <= last:
            self = first < count ? .part(first..<min(last, count - 1) + 1) : .unsatisfiable
        case (let first?, nil) where ends[1].isEmpty:
            self = first < count ? .part(first..<count) : .unsatisfiable
        case (nil, let suffix?) where ends[0].isEmpty:
            self = suffix > 0 && count > 0 ? .part(max(0, count - suffix)..<count) : .unsatisfiable
        default:
            self = .whole
        }
    }

    /// A row of digits as a number; the greatest one for more digits than a number has.
    private static func number(_ digits: Substring) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        return Int(digits) ?? Int.max
    }
}
