/// What films and photos of telephones say beside the picture (ISO/IEC 14496-12, 4.2; QuickTime File Format, user data).
enum FilmMetadata {
    private static let containers: Set<String> = ["moov", "trak", "udta", "meta", "ilst", "mdia", "minf"]
    private static let maximumBoxes = 10_000

    static func contents(of bytes: [UInt8]) -> DocumentContents {
        var contents = DocumentContents()
        var left = maximumBoxes
        walk(bytes, 0..<bytes.count, depth: 0, left: &left, into: &contents)
        return contents
    }

    /// Exif data anywhere in a HEIC or AVIF file, whose items have no places of their own to look at.
    static func exif(in bytes: [UInt8], into contents: inout DocumentContents) {
        for mark in ["Exif\0\0II*\0", "Exif\0\0MM\0*"] {
            guard let range = bytes.firstRange(of: Array(mark.utf8)) else { continue }
            ExifMetadata(Array(bytes[(range.lowerBound + 6)...].prefix(256 * 1024))).add(to: &contents)
        }
        contents.holdsPosition = contents.holdsPosition || bytes.holds("GPSLatitude")
    }

    private static func walk(
        _ bytes: [UInt8], _ range: Range<Int>, depth: Int, left: inout Int, into contents: inout DocumentContents
    ) {
        var place = range.lowerBound
        while place + 8 <= range.upperBound, left > 0 {
            left -= 1
            var size = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            var head = 8
            // A size of one stands for one in 64 bits behind the name, of zero for the rest of the file.
            if size == 1, place + 16 <= range.upperBound {
                let wide = bytes[place + 8..<place + 16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                size = Int(clamping: wide)
                head = 16
            } else if size == 0 {
                size = range.upperBound - place
            }
            guard size >= head else { return }
            // A box that goes beyond its end was cut off; what is there of it still says something.
            size = min(size, range.upperBound - place)
            let name = bytes[place + 4..<place + 8].map { $0 == 0xA9 ? "©" : String(UnicodeScalar($0)) }.joined()
            let inside = place + head..<place + size
            visit(name, bytes, inside, into: &contents)
            if containers.contains(name), depth < 8 {
                // Films of Apple leave out the four bytes that the standard puts before the boxes of “meta”.
                let isFull = name == "meta" && bytes[inside].prefix(4).allSatisfy { $0 == 0 }
                walk(
                    bytes, inside.lowerBound + (isFull ? min(4, inside.count) : 0)..<inside.upperBound,
                    depth: depth + 1, left: &left, into: &contents)
            }
            place += size
        }
    }

    private static func visit(
        _ name: String, _ bytes: [UInt8], _ inside: Range<Int>, into contents: inout DocumentContents
    ) {
        switch name {
        case "©xyz", "loci": contents.holdsPosition = true
        case "keys":
            let keys = Array(bytes[inside])
            contents.holdsPosition = contents.holdsPosition || keys.holds("location.ISO6709")
        case "uuid", "XMP_":
            let data = Array(bytes[inside])
            contents.holdsPosition = contents.holdsPosition || data.holds("GPSLatitude")
        case "©nam", "©cmt", "©ART", "©aut", "©inf", "desc", "titl", "dscp":
            let text = String(decoding: bytes[inside].prefix(4096).filter { $0 != 0 }, as: UTF8.self)
            contents.passages.append(.init(text, at: .documentProperties))
        default: break
        }
    }
}
