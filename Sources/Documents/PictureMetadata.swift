import Diagnostics

/// What pictures say of themselves beside the picture: where it was taken, whose camera it was, comments.
///
/// JPEG (ITU-T T.81, B), PNG (W3C PNG, 11.3.4) and WebP (RFC 9649) carry Exif (CIPA DC-008), XMP (ISO 16684-1) and IPTC.
enum PictureMetadata {
    /// The kinds that are looked into.
    static let kinds: Set<FileKind> = [.jpeg, .png, .webp, .gif, .tiff, .heic, .avif]

    /// A picture that is broken gives what stands before the break: whether it can be shown is not asked here.
    static func contents(of bytes: [UInt8], kind: FileKind) -> DocumentContents {
        var contents = DocumentContents()
        switch kind {
        // All of a TIFF file has the structure that Exif data has.
        case .tiff: ExifMetadata(bytes).add(to: &contents)
        case .heic, .avif: FilmMetadata.exif(in: bytes, into: &contents)
        default: break
        }
        for piece in pieces(of: bytes, kind: kind) {
            let data = bytes[piece.range]
            switch piece.kind {
            case .exif: ExifMetadata(Array(data)).add(to: &contents)
            case .xmp: addXMP(Array(data), to: &contents)
            case .text:
                contents.passages.append(.init(String(decoding: data, as: UTF8.self), at: .pictureProperties))
            }
        }
        return contents
    }

    private enum Kind { case exif, xmp, text }

    private typealias Piece = (kind: Kind, range: Range<Int>)

    private static func pieces(of bytes: [UInt8], kind: FileKind) -> [Piece] {
        switch kind {
        case .jpeg: jpegPieces(bytes)
        case .png: pngPieces(bytes)
        case .webp: webPPieces(bytes)
        case .gif: gifPieces(bytes)
        default: []
        }
    }

    /// Comments and the data of programs (GIF89a, 24 and 26). Colours and pictures are stepped over.
    private static func gifPieces(_ bytes: [UInt8]) -> [Piece] {
        func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
        /// Where the blocks end that begin at a place.
        func end(_ start: Int) -> Int {
            var place = start
            while place < bytes.count, bytes[place] > 0 { place += Int(bytes[place]) + 1 }
            return min(place + 1, bytes.count)
        }
        guard bytes.count > 13 else { return [] }
        var pieces: [Piece] = []
        var place = 13 + colours(bytes[10])
        while place + 2 < bytes.count {
            switch bytes[place] {
            case 0x21:
                let data = place + 2..<end(place + 2)
                if bytes[place + 1] == 0xFF, bytes[data].dropFirst().starts(with: "XMP DataXMP".utf8) {
                    pieces.append((.xmp, data))
                } else if bytes[place + 1] == 0xFE {
                    pieces.append((.text, data))
                }
                place = data.upperBound
            case 0x2C where place + 10 < bytes.count: place = end(place + 11 + colours(bytes[place + 9]))
            // Behind its end a picture may have anything; it goes out with it.
            case 0x3B: return pieces + [(.text, place + 1..<bytes.count)]
            default: return pieces
            }
        }
        return pieces
    }

    private static func jpegPieces(_ bytes: [UInt8]) -> [Piece] {
        let exifMark = Array("Exif\0\0".utf8)
        let xmpMark = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
        var pieces: [Piece] = []
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            // Any number of FF may stand before a marker.
            guard marker != 0xFF else {
                offset += 1
                continue
            }
            // From the start of scan on there is nothing but the picture.
            guard marker != 0xDA, marker != 0xD9 else { break }
            let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
            let end = offset + 2 + length
            guard length >= 2, end <= bytes.count else { break }
            let data = offset + 4..<end
            switch marker {
            case 0xE1 where bytes[data].starts(with: exifMark):
                pieces.append((.exif, data.lowerBound + exifMark.count..<end))
            case 0xE1 where bytes[data].starts(with: xmpMark):
                pieces.append((.xmp, data.lowerBound + xmpMark.count..<end))
            case 0xED, 0xFE: pieces.append((.text, data))
            default: break
            }
            offset = end
        }
        return pieces
    }

    private static func pngPieces(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var offset = 8
        while offset + 12 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            let start = offset + 8
            guard start + length <= bytes.count else { break }
            let data = start..<start + length
            switch String(decoding: bytes[offset + 4..<start], as: UTF8.self) {
            case "eXIf": pieces.append((.exif, data))
            case "iTXt" where bytes[data].starts(with: "XML:com.adobe.xmp".utf8): pieces.append((.xmp, data))
            case "tEXt", "iTXt": pieces.append((.text, data))
            default: break
            }
            offset = start + length + 4
        }
        return pieces
    }

    private static func webPPieces(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var offset = 12
        while offset + 8 <= bytes.count {
            let length = bytes[offset + 4..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
            let start = offset + 8
            guard start + length <= bytes.count else { break }
            switch String(decoding: bytes[offset..<offset + 4], as: UTF8.self) {
            case "EXIF": pieces.append((.exif, start..<start + length))
            case "XMP ": pieces.append((.xmp, start..<start + length))
            default: break
            }
            // Chunks begin at even offsets.
            offset = start + length + length % 2
        }
        return pieces
    }

    private static func addXMP(_ data: [UInt8], to contents: inout DocumentContents) {
        contents.holdsPosition = contents.holdsPosition || data.holds("GPSLatitude")
        contents.passages.append(.init(String(decoding: data, as: UTF8.self), at: .pictureProperties))
        let start = data.firstIndex(of: UInt8(ascii: "<")) ?? data.endIndex
        var isCreator = false
        var creators: [String] = []
        // Cameras write XMP that is no XML; then the text above is all there is to look at.
        try? XMLPart.read(Array(data[start...]), named: "XMP", vocabulary: .any) { event in
            switch event {
            case .start(let name, _): isCreator = isCreator || name == "creator"
            case .text(let text):
                if isCreator, !text.allSatisfy(\.isWhitespace) { creators.append(text) }
            case .end(let name): if name == "creator" { isCreator = false }
            }
        }
        contents.people += creators.map { .init($0, .author) }
    }
}

extension LocalizedText {
    /// The place of what a drawing says.
    static let drawing = LocalizedText(zh: "图中文字", en: "the drawing's text")
    /// The place of what stands in a picture's metadata.
    static let pictureProperties = LocalizedText(zh: "图片属性", en: "the picture's properties")
}
