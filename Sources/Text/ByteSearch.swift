import Glibc

extension Array where Element == UInt8 {
    /// Where a text begins first, from an offset on; `nil` where it does not stand.
    ///
    /// By the C library's search for its first byte: that of collections takes hundreds of steps a byte.
    package func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
        withUnsafeBufferPointer { bytes in
            let length = text.utf8CodeUnitCount
            guard length > 0, let base = bytes.baseAddress else { return nil }
            var index = start
            while index + length <= bytes.count {
                let room = bytes.count - index - length + 1
                guard let found = memchr(base + index, Int32(text.utf8Start[0]), room) else { return nil }
                index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if memcmp(base + index, text.utf8Start, length) == 0 { return index }
                index += 1
            }
            return nil
        }
    }

    /// Whether some bytes stand anywhere in these.
    package func holds(_ other: [UInt8]) -> Bool {
        guard let first = other.first else { return true }
        return withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            var index = 0
            while index + other.count <= bytes.count {
                guard let found = memchr(base + index, Int32(first), bytes.count - index - other.count + 1) else {
                    return false
                }
                index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if memcmp(base + index, other, other.count) == 0 { return true }
                index += 1
            }
            return false
        }
    }
}
