import Documents
import Pictures

/// Reads the size of an image from its first bytes.
enum ImageHeader {
    /// Width and height in pixels of a file that is published as it is; `nil` for kinds that are no pictures.
    static func size(of bytes: [UInt8], kind: FileKind) -> (width: Int, height: Int)? {
        kind == .gif || kind == .svg ? size(of: bytes) : nil
    }

    /// Width and height in pixels as shown, that is after the orientation of a photo is applied; `nil` for other files.
    static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        let size = PictureHeader(bytes).map { ($0.width, $0.height) } ?? gif(bytes) ?? SVGHeader.size(of: bytes)
        return size.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
    }

    private static func littleEndian(_ bytes: [UInt8], at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func gif(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: "GIF8".utf8), let width = littleEndian(bytes, at: 6, count: 2),
            let height = littleEndian(bytes, at: 8, count: 2)
        else { return nil }
        return (width, height)
    }
}
