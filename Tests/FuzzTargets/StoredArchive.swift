import CZlib

/// ZIP archives whose files are stored as they are (APPNOTE 6.3, 4.3).
enum StoredArchive {
    static func bytes(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let checksum = Int(bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) })
            // Version 2.0, names in UTF-8, stored, midnight of 1 January 1980.
            let facts =
                number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(checksum, 4)
                + number(bytes.count, 4) + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + facts
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(output.count, 4) + name.utf8
            output += [0x50, 0x4B, 3, 4] + facts + name.utf8 + bytes
        }
        let start = output.count
        output += directory
        output += [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        return output + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    /// A number in bytes, the least first.
    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
