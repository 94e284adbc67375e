import Glibc

/// The addresses of a site as they stand in pages, to be looked up by their bytes without making text of them.
///
/// A page has some fifty links, nearly all to pages that exist: this is what makes checking every page cheap.
struct KnownAddresses: Sendable {
    private let bytes: [UInt8]
    /// Where each address ends in `bytes`; it begins where the one before ends.
    private let ends: [Int]
    /// Open addressing: index of an address + 1, or 0 for a free place. The size is a power of two.
    private let table: [UInt32]

    init(_ addresses: some Collection<String>) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var size = 16
        while size < addresses.count * 2 { size *= 2 }
        var table = [UInt32](repeating: 0, count: size)
        for address in addresses {
            let start = bytes.count
            bytes.append(contentsOf: address.utf8)
            ends.append(bytes.count)
            let hash = bytes[start...].withUnsafeBufferPointer(Self.hash)
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while table[place] != 0 { place = (place + 1) & (size - 1) }
            table[place] = UInt32(ends.count)
        }
        self.bytes = bytes
        self.ends = ends
        self.table = table
    }

    /// The place of an address among those that were given; `nil` for another one.
    func index(of address: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = Int(truncatingIfNeeded: Self.hash(address)) & (table.count - 1)
        while table[place] != 0 {
            let index = Int(table[place]) - 1
            let start = index == 0 ? 0 : ends[index - 1]
            if ends[index] - start == address.count,
                isSame(as: address, from: start)
            {
                return index
            }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    private func isSame(as address: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        guard let wanted = address.baseAddress else { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { memcmp($0 + start, wanted, address.count) == 0 } ?? false
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { ByteHash.hash(bytes) }
}
