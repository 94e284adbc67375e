import CZlib

/// A ZIP archive written byte by byte, so that its directory and the heads of its files can be made to differ.
struct ZIPBytes {
    /// One file, and what its head says otherwise than the directory.
    struct File {
        var name: String
        var bytes: [UInt8]
        /// In the head of the file.
        var headName: String?
        var headTime: Int?
        var headMethod: Int?
        var headFlags: Int?
        var headVersion: Int?
        var headChecksum: Int?
        var headSize: Int?
        /// Whether size and checksum follow the file, as programs write that cannot go back.
        var hasDescriptor = false
        /// Whether numbers stand in 64 bits.
        var isWide = false
        /// In the directory.
        var place: Int?
        var flags = 0x800

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = Array(text.utf8)
        }
    }

    var files: [File]
    var comment: [UInt8] = []
    var isWide = false

    func bytes() -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let place = file.place ?? output.count
            output += head(of: file)
            output += file.bytes
            if file.hasDescriptor {
                output +=
                    [0x50, 0x4B, 7, 8] + number(checksum(file), 4) + number(file.bytes.count, 4)
                    + number(file.bytes.count, 4)
            }
            directory += entry(of: file, at: place)
        }
        let start = output.count
        output += directory
        var count = files.count
        var begin = start
        if isWide {
            let end = output.count
            output += [0x50, 0x4B, 6, 6] + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            output += number(files.count, 8) + number(files.count, 8) + number(directory.count, 8) + number(start, 8)
            output += [0x50, 0x4B, 6, 7] + number(0, 4) + number(end, 8) + number(1, 4)
            (count, begin) = (0xFFFF, 0xFFFF_FFFF)
        }
        output += [0x50, 0x4B, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2)
        output += number(isWide ? 0xFFFF_FFFF : directory.count, 4) + number(begin, 4) + number(comment.count, 2)
        return output + comment
    }

    private func head(of file: File) -> [UInt8] {
        let name = Array((file.headName ?? file.name).utf8)
        let size = file.hasDescriptor ? 0 : file.headSize ?? file.bytes.count
        let extra = file.isWide ? number(1, 2) + number(16, 2) + number(size, 8) + number(size, 8) : []
        let narrow = number(file.isWide ? 0xFFFF_FFFF : size, 4)
        let flags = file.headFlags ?? file.flags | (file.hasDescriptor ? 8 : 0)
        return [0x50, 0x4B, 3, 4] + number(file.headVersion ?? 20, 2) + number(flags, 2)
            + number(file.headMethod ?? 0, 2) + number(file.headTime ?? 0x4A21, 2) + number(0x5D7E, 2)
            + number(file.hasDescriptor ? 0 : file.headChecksum ?? checksum(file), 4) + narrow + narrow
            + number(name.count, 2) + number(extra.count, 2) + name + extra
    }

    private func entry(of file: File, at place: Int) -> [UInt8] {
        let size = file.bytes.count
        let extra =
            file.isWide ? number(1, 2) + number(24, 2) + number(size, 8) + number(size, 8) + number(place, 8) : []
        let narrow = number(file.isWide ? 0xFFFF_FFFF : size, 4)
        return [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2)
            + number(file.flags | (file.hasDescriptor ? 8 : 0), 2) + number(0, 2) + number(0x4A20, 2)
            + number(0x5D7E, 2) + number(checksum(file), 4) + narrow + narrow + number(file.name.utf8.count, 2)
            + number(extra.count, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            + number(file.isWide ? 0xFFFF_FFFF : place, 4) + Array(file.name.utf8) + extra
    }

    private func checksum(_ file: File) -> Int { Int(crc32(0, file.bytes, UInt32(file.bytes.count))) }

    private func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
