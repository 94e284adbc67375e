import Addresses
import Diagnostics
import Glibc

/// A text with the escapes of addresses and of HTML resolved, and where each byte of it stands: what browsers read of
/// `mailto:zhangsan%40example.com` and `zhangsan&#64;example.com`.
struct EscapedText {
    /// An escape may hold another one, as `%2540` does.
    private static let maximumDepth = 4

    /// Without escapes.
    let bytes: [UInt8]
    /// The place in the text of each byte, and the text's end.
    private let places: [Int]

    /// `nil` for a text without escapes, as nearly all are.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard Self.holdsEscape(text), var resolved = Self.resolved(text, places: nil) else { return nil }
        for _ in 1..<Self.maximumDepth {
            let (bytes, places) = resolved
            guard let next = bytes.withUnsafeBufferPointer({ Self.resolved($0, places: places) }) else { break }
            resolved = next
        }
        (bytes, places) = resolved
    }

    /// Where matches of `bytes` stand in the text; of those alone that hold an escape or stand beside one, as the number
    /// in `%2B8613800138000` does: they are no matches of the text as it is.
    func places(of matches: [(rule: Rule, bytes: Range<Int>)]) -> [(rule: Rule, bytes: Range<Int>)] {
        matches.compactMap { rule, match in
            let place = places[match.lowerBound]..<places[match.upperBound]
            let isBeside =
                (match.lowerBound > 0 && isEscape(match.lowerBound - 1))
                || (match.upperBound < bytes.count && isEscape(match.upperBound))
            return place.count > match.count || isBeside ? (rule, place) : nil
        }
    }

    /// Whether the byte at an index is written as an escape.
    private func isEscape(_ index: Int) -> Bool { places[index + 1] - places[index] > 1 }

    /// Whether some escape stands in a text: most percent signs stand behind a number.
    private static func holdsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        func holds(_ sign: UInt8, _ isEscape: (Int) -> Bool) -> Bool {
            var index = 0
            while let found = memchr(base + index, Int32(sign), text.count - index) {
                let place = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
                if isEscape(place) { return true }
                index = place + 1
            }
            return false
        }
        return holds(UInt8(ascii: "%")) { PercentEncoding.byte(at: $0, of: text) != nil }
            || holds(UInt8(ascii: "&")) { reference(at: $0, of: text) != nil }
    }

    /// One layer of escapes less; `nil` where there is none.
    private static func resolved(
        _ text: UnsafeBufferPointer<UInt8>, places: [Int]?
    ) -> (bytes: [UInt8], places: [Int])? {
        var bytes: [UInt8] = []
        var newPlaces: [Int] = []
        bytes.reserveCapacity(text.count)
        newPlaces.reserveCapacity(text.count + 1)
        var index = 0
        while index < text.count {
            newPlaces.append(places?[index] ?? index)
            if let byte = PercentEncoding.byte(at: index, of: text) {
                bytes.append(byte)
                index += 3
            } else if let (byte, length) = reference(at: index, of: text) {
                bytes.append(byte)
                index += length
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        newPlaces.append(places?[index] ?? index)
        return bytes.count < text.count ? (bytes, newPlaces) : nil
    }

    /// The ASCII character that a reference of HTML stands for (HTML standard, 13.2.5.72): `&#64;`, `&#x40;`, `&commat;`.
    private static func reference(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (UInt8, length: Int)? {
        guard text[index] == UInt8(ascii: "&") else { return nil }
        let window = text[(index + 1)..<min(index + 12, text.count)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
        if name == "commat" { return (UInt8(ascii: "@"), end - index + 1) }
        guard name.hasPrefix("#") else { return nil }
        let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
        let value = Int(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        guard let value, (0x20..<0x7F).contains(value) else { return nil }
        return (UInt8(value), end - index + 1)
    }
}
