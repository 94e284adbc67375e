/// Reads the size of an image from its first bytes.
enum ImageHeader {
    /// How many bytes are enough for nearly every file; a JPEG with a large preview in its metadata may need more.
    static let sufficientByteCount = 256 * 1024

    /// The endings of files whose size is looked for.
    static let suffixes = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]

    /// Width and height in pixels as shown, that is after the orientation of a photo is applied; `nil` for other files.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        let size = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes) ?? SVGHeader.size(of: bytes)
        return size.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
    }

    private static func bigEndian(_ bytes: [UInt8], at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func littleEndian(_ bytes: [UInt8], at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            let width = bigEndian(bytes, at: 16, count: 4), let height = bigEndian(bytes, at: 20, count: 4)
        else { return nil }
        return (width, height)
    }

    private static func gif(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: "GIF8".utf8), let width = littleEndian(bytes, at: 6, count: 2),
            let height = littleEndian(bytes, at: 8, count: 2)
        else { return nil }
        return (width, height)
    }

    private static func webp(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: "RIFF".utf8), bytes.count > 30, bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8X":
            guard let width = littleEndian(bytes, at: 24, count: 3), let height = littleEndian(bytes, at: 27, count: 3)
            else { return nil }
            return (width + 1, height + 1)
        case "VP8L":
            guard let bits = littleEndian(bytes, at: 21, count: 4) else { return nil }
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case "VP8 ":
            guard let width = littleEndian(bytes, at: 26, count: 2), let height = littleEndian(bytes, at: 28, count: 2)
            else { return nil }
            return (width & 0x3FFF, height & 0x3FFF)
        default: return nil
        }
    }

    private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        var isTurned = false
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            // Any number of FF may stand before a marker (ITU-T T.81, B.1.1.2).
            guard marker != 0xFF else {
                offset += 1
                continue
            }
            guard let length = bigEndian(bytes, at: offset + 2, count: 2), length >= 2 else { return nil }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                guard let height = bigEndian(bytes, at: offset + 5, count: 2),
                    let width = bigEndian(bytes, at: offset + 7, count: 2)
                else { return nil }
                return isTurned ? (height, width) : (width, height)
            }
            if marker == 0xE1, let orientation = orientation(bytes, at: offset + 4) { isTurned = orientation >= 5 }
            offset += 2 + length
        }
        return nil
    }

    /// The orientation of an Exif segment (CIPA DC-008, tag 0x0112).
    private static func orientation(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 14 <= bytes.count, bytes[start..<start + 4].elementsEqual("Exif".utf8) else { return nil }
        let tiff = start + 6
        let isLittle = bytes[tiff] == UInt8(ascii: "I")
        func number(_ offset: Int, _ count: Int) -> Int? {
            isLittle ? littleEndian(bytes, at: offset, count: count) : bigEndian(bytes, at: offset, count: count)
        }
        guard let directory = number(tiff + 4, 4), let count = number(tiff + directory, 2) else { return nil }
        for index in 0..<min(count, 64) {
            let entry = tiff + directory + 2 + index * 12
            if number(entry, 2) == 0x0112 { return number(entry + 8, 2) }
        }
        return nil
    }
}
