/// What the directory of a ZIP archive says, compared with the heads of its files (PKWARE APPNOTE 6.3.10, 4.3).
///
/// Names, sizes, checksums and places must agree, since what one program unpacks another would not find otherwise, and no
/// two files may share bytes, which is how a few kilobytes become gigabytes. Times, versions, flags and methods that differ
/// do no harm: programs of the trade write them carelessly, and what is unpacked is measured by its checksum.
struct ZIPDirectory {
    struct Entry {
        let name: Range<Int>
        let packedBytes: UInt64
        let unpackedBytes: UInt64
        fileprivate let checksum: UInt32
        /// Where the file's head stands.
        fileprivate let head: UInt64
        fileprivate let flags: UInt16
    }

    private enum Signature {
        static let head: UInt32 = 0x0403_4B50
        static let entry: UInt32 = 0x0201_4B50
        static let end: UInt32 = 0x0605_4B50
        static let end64: UInt32 = 0x0606_4B50
        static let locator64: UInt32 = 0x0706_4B50
    }

    /// The value of a field whose number stands elsewhere, in 64 bits.
    private static let elsewhere: UInt64 = 0xFFFF_FFFF
    private static let endByteCount = 22
    private static let headByteCount = 30
    private static let entryByteCount = 46

    /// In the order of the directory.
    private(set) var entries: [Entry] = []

    /// - Parameter bytes: the whole archive.
    /// - Returns: `nil` for what is no archive or contradicts itself.
    init?(_ bytes: UnsafeRawBufferPointer, maximumEntryCount: Int) {
        guard let end = Self.end(of: bytes), end.count <= UInt64(maximumEntryCount) else { return nil }
        var place = Int(end.start)
        for _ in 0..<end.count {
            guard let (entry, next) = Self.entry(at: place, in: bytes) else { return nil }
            entries.append(entry)
            place = next
        }
        guard areApart(in: bytes, before: end.start) else { return nil }
    }

    /// Where the directory begins and how many entries it has.
    private static func end(of bytes: UnsafeRawBufferPointer) -> (start: UInt64, count: UInt64)? {
        // A comment of up to 65,535 bytes may follow.
        let earliest = max(bytes.count - endByteCount - 0xFFFF, 0)
        guard bytes.count >= endByteCount,
            let place = stride(from: bytes.count - endByteCount, through: earliest, by: -1).first(where: {
                bytes[$0] == 0x50 && bytes.number($0, as: UInt32.self) == Signature.end
                    && bytes.number($0 + 20, as: UInt16.self).map(Int.init) ?? .max
                        <= bytes.count - $0 - endByteCount
            }), let count = bytes.number(place + 10, as: UInt16.self),
            let start = bytes.number(place + 16, as: UInt32.self)
        else { return nil }
        guard count == 0xFFFF || UInt64(start) == elsewhere,
            bytes.number(place - 20, as: UInt32.self) == Signature.locator64
        else { return start <= place ? (UInt64(start), UInt64(count)) : nil }
        guard let offset = bytes.number(place - 12, as: UInt64.self), let place64 = Int(exactly: offset),
            bytes.number(place64, as: UInt32.self) == Signature.end64,
            let count64 = bytes.number(place64 + 32, as: UInt64.self),
            let start64 = bytes.number(place64 + 48, as: UInt64.self), start64 <= offset
        else { return nil }
        return (start64, count64)
    }

    private static func entry(
        at place: Int, in bytes: UnsafeRawBufferPointer
    ) -> (entry: Entry, next: Int)? {
        guard bytes.number(place, as: UInt32.self) == Signature.entry,
            let flags = bytes.number(place + 8, as: UInt16.self),
            let checksum = bytes.number(place + 16, as: UInt32.self),
            let packed = bytes.number(place + 20, as: UInt32.self),
            let unpacked = bytes.number(place + 24, as: UInt32.self),
            let nameCount = bytes.number(place + 28, as: UInt16.self).map(Int.init),
            let extraCount = bytes.number(place + 30, as: UInt16.self).map(Int.init),
            let commentCount = bytes.number(place + 32, as: UInt16.self).map(Int.init),
            let head = bytes.number(place + 42, as: UInt32.self)
        else { return nil }
        let name = place + entryByteCount..<place + entryByteCount + nameCount
        let extra = name.upperBound..<name.upperBound + extraCount
        guard extra.upperBound + commentCount <= bytes.count,
            let wide = wideNumbers([UInt64(unpacked), UInt64(packed), UInt64(head)], extra: extra, in: bytes)
        else { return nil }
        return (
            Entry(
                name: name, packedBytes: wide[1], unpackedBytes: wide[0], checksum: checksum, head: wide[2],
                flags: flags),
            extra.upperBound + commentCount
        )
    }

    /// Numbers of 32 bits, with those of 64 bits from the extra field where one stands elsewhere (APPNOTE, 4.5.3).
    private static func wideNumbers(
        _ numbers: [UInt64], extra: Range<Int>, in bytes: UnsafeRawBufferPointer
    ) -> [UInt64]? {
        guard numbers.contains(elsewhere) else { return numbers }
        var place = extra.lowerBound
        while place + 4 <= extra.upperBound, let kind = bytes.number(place, as: UInt16.self),
            let count = bytes.number(place + 2, as: UInt16.self).map(Int.init)
        {
            let end = place + 4 + count
            guard end <= extra.upperBound else { return nil }
            if kind == 1 {
                var next = place + 4
                return numbers.map { number in
                    guard number == elsewhere, next + 8 <= end, let wide = bytes.number(next, as: UInt64.self) else {
                        return number
                    }
                    next += 8
                    return wide
                }
            }
            place = end
        }
        // A file of exactly four gigabytes less a byte; nothing here is as large.
        return nil
    }

    /// Whether each file's head agrees with the directory and no two files share bytes with each other or the directory.
    private func areApart(in bytes: UnsafeRawBufferPointer, before directory: UInt64) -> Bool {
        var extents: [Range<UInt64>] = []
        for entry in entries {
            guard let end = Self.end(of: entry, in: bytes) else { return false }
            extents.append(entry.head..<end)
        }
        extents.sort { $0.lowerBound < $1.lowerBound }
        let follow = zip(extents, extents.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        return follow && extents.last?.upperBound ?? 0 <= directory
    }

    /// Where a file's packed bytes end; `nil` where its head says another thing than the directory.
    private static func end(of entry: Entry, in bytes: UnsafeRawBufferPointer) -> UInt64? {
        guard let head = Int(exactly: entry.head), head < bytes.count,
            bytes.number(head, as: UInt32.self) == Signature.head,
            let flags = bytes.number(head + 6, as: UInt16.self),
            let checksum = bytes.number(head + 14, as: UInt32.self),
            let packed = bytes.number(head + 18, as: UInt32.self),
            let unpacked = bytes.number(head + 22, as: UInt32.self),
            let nameCount = bytes.number(head + 26, as: UInt16.self).map(Int.init),
            let extraCount = bytes.number(head + 28, as: UInt16.self).map(Int.init)
        else { return nil }
        let name = head + headByteCount..<head + headByteCount + nameCount
        let extra = name.upperBound..<name.upperBound + extraCount
        guard extra.upperBound <= bytes.count, bytes[name].elementsEqual(bytes[entry.name]) else { return nil }
        // A program that writes as it goes knows the numbers only afterwards; then a flag says that they follow the file.
        let knowsLater = (flags | entry.flags) & 8 != 0 && checksum == 0
        if !knowsLater {
            guard checksum == entry.checksum,
                let wide = wideNumbers([UInt64(unpacked), UInt64(packed)], extra: extra, in: bytes),
                wide == [entry.unpackedBytes, entry.packedBytes]
            else { return nil }
        }
        let (end, isTooFar) = UInt64(extra.upperBound).addingReportingOverflow(entry.packedBytes)
        return isTooFar || end > UInt64(bytes.count) ? nil : end
    }
}

extension UnsafeRawBufferPointer {
    /// The little-endian number at a place; `nil` where the bytes do not reach.
    fileprivate func number<Number: FixedWidthInteger>(_ place: Int, as type: Number.Type) -> Number? {
        guard place >= 0, place <= count - MemoryLayout<Number>.size else { return nil }
        return Number(littleEndian: loadUnaligned(fromByteOffset: place, as: type))
    }
}
