/// What the beginning of a picture says of it. Nothing is decoded.
package struct PictureHeader: Sendable, Hashable {
    package let format: PictureFormat
    /// How the camera was held, 1 to 8; 5 and more lie on the side (CIPA DC-008, 4.6.4 A).
    package let orientation: Int
    /// In pixels, as stored.
    private let storedWidth: Int
    private let storedHeight: Int

    /// In pixels, as shown.
    package var width: Int { orientation >= 5 ? storedHeight : storedWidth }
    /// In pixels, as shown.
    package var height: Int { orientation >= 5 ? storedWidth : storedHeight }

    /// - Parameter bytes: the file, or its beginning.
    /// - Returns: `nil` for what is no picture of a format that is read, or ends before its size.
    package init?(_ bytes: [UInt8]) {
        guard let format = PictureFormat(bytes: bytes) else { return nil }
        var reader = PictureHeaderReader(bytes: bytes)
        switch format {
        case .jpeg: reader.readJPEG()
        case .png: reader.readPNG()
        case .webp: reader.readWebP()
        }
        guard let size = reader.size, size.width > 0, size.height > 0 else { return nil }
        self.format = format
        orientation = reader.orientation
        (storedWidth, storedHeight) = size
    }
}

/// Walks over the pieces of a file as far as its size and orientation.
private struct PictureHeaderReader {
    let bytes: [UInt8]
    var size: (width: Int, height: Int)?
    var orientation = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    private func bigEndian(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private func littleEndian(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Segments up to the frame header (ITU-T T.81, B.1.1).
    mutating func readJPEG() {
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            // Any number of FF may stand before a marker.
            guard marker != 0xFF else {
                offset += 1
                continue
            }
            guard let length = bigEndian(offset + 2, 2), length >= 2 else { return }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard let height = bigEndian(offset + 5, 2), let width = bigEndian(offset + 7, 2) else { return }
                size = (width, height)
                return
            }
            if marker == 0xE1, bytes.dropFirst(offset + 4).starts(with: "Exif\0\0".utf8) {
                readOrientation(at: offset + 10, end: offset + 2 + length)
            }
            offset += 2 + length
        }
    }

    /// Chunks up to the end, as the one with the orientation may come last (PNG, 5.3).
    mutating func readPNG() {
        guard bytes.dropFirst(12).starts(with: "IHDR".utf8), let width = bigEndian(16, 4),
            let height = bigEndian(20, 4)
        else { return }
        size = (width, height)
        var offset = 8
        while let length = bigEndian(offset, 4), offset + 12 + length <= bytes.count {
            if bytes[offset + 4..<offset + 8].elementsEqual("eXIf".utf8) {
                readOrientation(at: offset + 8, end: offset + 8 + length)
            }
            offset += 12 + length
        }
    }

    /// Chunks of the container (WebP container specification).
    mutating func readWebP() {
        var offset = 12
        while let length = littleEndian(offset + 4, 4) {
            let start = offset + 8
            switch String(decoding: bytes[offset..<offset + 4], as: UTF8.self) {
            case "VP8X":
                guard let width = littleEndian(start + 4, 3), let height = littleEndian(start + 7, 3) else { return }
                size = (width + 1, height + 1)
            case "VP8L":
                guard let bits = littleEndian(start + 1, 4) else { return }
                size = size ?? ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
            case "VP8 ":
                guard let width = littleEndian(start + 6, 2), let height = littleEndian(start + 8, 2) else { return }
                size = size ?? (width & 0x3FFF, height & 0x3FFF)
            case "EXIF":
                let mark = Array("Exif\0\0".utf8)
                let isMarked = bytes.dropFirst(start).starts(with: mark)
                readOrientation(at: isMarked ? start + mark.count : start, end: start + length)
            default: break
            }
            offset = start + length + length % 2
        }
    }

    /// The entry 0x0112 of the first directory of a TIFF structure.
    private mutating func readOrientation(at start: Int, end: Int) {
        guard start < bytes.count else { return }
        let isLittle = bytes[start] == UInt8(ascii: "I")
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset + count <= end - start else { return nil }
            return isLittle ? littleEndian(start + offset, count) : bigEndian(start + offset, count)
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return }
        for index in 0..<min(count, 64) {
            let entry = directory + 2 + index * 12
            guard number(entry, 2) == 0x0112 else { continue }
            if let value = number(entry + 8, 2), (1...8).contains(value) { orientation = value }
            return
        }
    }
}
