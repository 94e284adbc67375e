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
}
