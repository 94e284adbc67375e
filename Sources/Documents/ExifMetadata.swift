/// The entries of Exif data that tell about persons and places (CIPA DC-008-2019, 4.6).
struct ExifMetadata {
    private enum Tag {
        static let artist = 0x013B
        static let imageDescription = 0x010E
        static let copyright = 0x8298
        static let exifDirectory = 0x8769
        static let gpsDirectory = 0x8825
        static let cameraOwner = 0xA430
        /// Windows writes its fields in UTF-16.
        static let windowsComment = 0x9C9C
        static let windowsAuthor = 0x9C9D
        static let gpsLatitude = 0x0002
        static let gpsLongitude = 0x0004
    }

    private struct Entry {
        let tag: Int
        /// Where the value stands: in the entry itself, or elsewhere when it has more than four bytes.
        let value: Range<Int>
        /// The value as an offset of another directory.
        let offset: Int
    }

    private static let maximumEntryCount = 512
    /// Bytes of a value by its type, from type 1 on.
    private static let bytesOfType = [1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

    private let bytes: [UInt8]
    private let isLittleEndian: Bool

    /// - Parameter bytes: from the header of the TIFF structure on.
    init(_ bytes: [UInt8]) {
        // Some WebP files repeat the marker of JPEG.
        self.bytes = bytes.starts(with: "Exif".utf8) ? Array(bytes.dropFirst(6)) : bytes
        isLittleEndian = self.bytes.first == UInt8(ascii: "I")
    }

    func add(to contents: inout DocumentContents) {
        guard let start = number(at: 4, count: 4) else { return }
        let main = entries(at: start)
        let directories = main.filter { $0.tag == Tag.exifDirectory }.flatMap { entries(at: $0.offset) }
        let positions = main.filter { $0.tag == Tag.gpsDirectory }.flatMap { entries(at: $0.offset) }
        // A camera without reception writes the directory without a position, or with zeros.
        contents.holdsPosition =
            contents.holdsPosition
            || positions.contains {
                ($0.tag == Tag.gpsLatitude || $0.tag == Tag.gpsLongitude) && !isZeroPosition($0)
            }
        for entry in main + directories {
            switch entry.tag {
            case Tag.artist: contents.people.append(.init(text(entry), .author))
            case Tag.windowsAuthor: contents.people.append(.init(wideText(entry), .author))
            case Tag.cameraOwner: contents.people.append(.init(text(entry), .cameraOwner))
            case Tag.imageDescription, Tag.copyright:
                contents.passages.append(.init(text(entry), at: .pictureProperties))
            case Tag.windowsComment: contents.passages.append(.init(wideText(entry), at: .pictureProperties))
            default: break
            }
        }
    }

    /// Three fractions whose numerators are zero.
    private func isZeroPosition(_ entry: Entry) -> Bool {
        stride(from: entry.value.lowerBound, to: entry.value.upperBound, by: 8).allSatisfy {
            number(at: $0, count: 4) == 0
        }
    }

    private func entries(at start: Int) -> [Entry] {
        guard let count = number(at: start, count: 2) else { return [] }
        return (0..<min(count, Self.maximumEntryCount)).compactMap { index in
            let place = start + 2 + index * 12
            guard let tag = number(at: place, count: 2), let type = number(at: place + 2, count: 2),
                let valueCount = number(at: place + 4, count: 4), let offset = number(at: place + 8, count: 4),
                (1...Self.bytesOfType.count).contains(type)
            else { return nil }
            let byteCount = valueCount * Self.bytesOfType[type - 1]
            let begin = byteCount <= 4 ? place + 8 : offset
            guard byteCount > 0, begin + byteCount <= bytes.count else { return nil }
            return Entry(tag: tag, value: begin..<begin + byteCount, offset: offset)
        }
    }

    private func number(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        let part = bytes[offset..<offset + count]
        return isLittleEndian ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    private func text(_ entry: Entry) -> String {
        String(decoding: bytes[entry.value].prefix { $0 != 0 }, as: UTF8.self)
    }

    private func wideText(_ entry: Entry) -> String {
        let units = stride(from: entry.value.lowerBound, to: entry.value.upperBound - 1, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }
}
