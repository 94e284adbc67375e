import Glibc

extension Array where Element == UInt8 {
    /// Where a text begins first, from an offset on; `nil` where it does not stand.
    package func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
        withUnsafeBufferPointer { $0.firstIndex(of: text.bytes, from: start) }
    }

    /// Whether some bytes stand anywhere in these.
    package func holds(_ other: [UInt8]) -> Bool {
        other.isEmpty
            || withUnsafeBufferPointer { bytes in other.withUnsafeBufferPointer { bytes.firstIndex(of: $0) } } != nil
    }
}

extension String {
    /// Whether a text stands anywhere in this one, byte for byte: as names and values do, which are read in one form of
    /// Unicode. Foundation's search takes ten thousand instructions before it begins.
    package func holds(_ text: StaticString) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { $0.firstIndex(of: text.bytes) != nil }
        return found ?? (Array(utf8).firstIndex(of: text) != nil)
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// By the C library's search for the first byte: that of collections takes hundreds of steps a byte.
    fileprivate func firstIndex(of text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard let base = baseAddress, let first = text.first, let sought = text.baseAddress else { return nil }
        var index = start
        while index + text.count <= count {
            guard let found = memchr(base + index, Int32(first), count - index - text.count + 1) else { return nil }
            index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + index, sought, text.count) == 0 { return index }
            index += 1
        }
        return nil
    }
}
