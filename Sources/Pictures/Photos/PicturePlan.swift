import Crypto

/// What is made of a picture of the content: which files, under which names.
package struct PicturePlan: Sendable, Hashable {
    /// The widths that are made, in pixels: for telephones, for the column of a page, for the whole window.
    private static let usualWidths = [480, 960]
    private static let greatestWidth = 1600
    /// A picture far higher than wide is made narrower: WebP ends at 16,383 pixels, and nobody looks at so many.
    private static let greatestHeight = 8000
    /// Counted up when other files are made of the same picture, so that browsers do not keep the old ones.
    private static let version = 1

    package let header: PictureHeader
    /// SHA-256 of the original, in hexadecimal.
    package let digest: String

    package init(header: PictureHeader, original: [UInt8]) {
        self.header = header
        digest = Self.hexadecimal(SHA256.hash(data: original))
    }

    /// Everything that is made: WebP by width, then JPEG by width.
    package var renditions: [PictureRendition] {
        let greatest = max(
            1, min(header.width, Self.greatestWidth, header.width * Self.greatestHeight / header.height))
        let widths = Self.usualWidths.filter { $0 < greatest } + [greatest]
        return [PictureRendition.Format.webp, .jpeg].flatMap { format in
            widths.map { width in
                let height = (header.height * width + header.width / 2) / header.width
                return PictureRendition(format: format, width: width, height: max(1, height))
            }
        }
    }

    /// The largest JPEG: what a link to the picture leads to.
    package var largest: PictureRendition { renditions[renditions.count - 1] }

    /// The file name of a rendition; another original, or another way to make it, gives another name.
    ///
    /// - Parameter original: the original's file name.
    package func name(of rendition: PictureRendition, original: String) -> String {
        let mark = Self.hexadecimal(SHA256.hash(data: Array("\(Self.version) \(digest)".utf8))).prefix(12)
        return "\(Self.stem(of: original))-\(mark)-\(rendition.width).\(rendition.format.rawValue)"
    }

    /// The name without its ending as far as it can stand in an address.
    private static func stem(of name: String) -> String {
        let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex).lowercased()
        let words = stem.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? "picture" : String(words.joined(separator: "-").prefix(60))
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// One file that is made of a picture.
package struct PictureRendition: Sendable, Hashable {
    /// The format, as its files end.
    package enum Format: String, Sendable {
        case webp
        case jpeg = "jpg"
    }

    package let format: Format
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
}
