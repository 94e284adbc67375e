import Addresses
import Glibc

/// A hash of bytes, eight at a time. Each step multiplies to 128 bits and folds both halves, as wyhash does, so that every
/// bit of a word reaches every bit of the result: ids that differ in one digit must not meet.
enum ByteHash {
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: raw.count)
        var offset = 0
        while offset + 8 <= raw.count {
            hash = step(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < raw.count {
            rest = rest << 8 | UInt64(raw[offset])
            offset += 1
        }
        return step(step(hash, rest), 0)
    }

    /// The hash of an attribute's value, of which the text counts and not how it is escaped.
    static func hashOfEscaped(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard holds(UInt8(ascii: "&"), value) else { return hash(value) }
        var text = CharacterReferences.resolvedText(value)
        return text.withUTF8 { hash($0) }
    }

    /// The hash of the id that a fragment means: percent-decoded (URL standard, 1.3), and as it reads when it is not
    /// escaped.
    static func hashOfFragment(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard holds(UInt8(ascii: "%"), value) || holds(UInt8(ascii: "&"), value) else { return hash(value) }
        var text = PercentEncoding.decoded(CharacterReferences.resolvedText(value))
        return text.withUTF8 { hash($0) }
    }

    private static func holds(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return memchr(base, Int32(byte), bytes.count) != nil
    }

    private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: word ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
