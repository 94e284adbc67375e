import Testing

@testable import Content

@Suite("Image headers")
struct ImageHeaderTests {
    private func size(_ bytes: [UInt8]) -> [Int]? { ImageHeader.size(of: bytes).map { [$0.width, $0.height] } }

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 4, 0, 0, 0, 3, 0]

    /// A frame of 640 by 480 after an Exif segment with this orientation.
    private static func jpeg(orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] =
            Array("MM".utf8) + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
            ]
        let exif = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
            + [0xFF, 0xFF, 0xC0, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 3, 1, 0x22, 0]
    }

    @Test("PNG, GIF and WebP")
    func formats() {
        #expect(size(Self.png) == [1024, 768])
        #expect(size(Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0]) == [320, 240])
        let riff = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
        #expect(size(riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0, 0]) == [640, 480])
    }

    @Test(
        "a photo that is turned has its sides exchanged",
        arguments: [(1, [640, 480]), (3, [640, 480]), (6, [480, 640]), (8, [480, 640])])
    func orientation(value: Int, expected: [Int]) { #expect(size(Self.jpeg(orientation: UInt8(value))) == expected) }

    @Test(
        "a drawing has its own size or that of its view box",
        arguments: [
            ("<svg width=\"300\" height='200px'>", [300, 200]),
            ("<?xml version=\"1.0\"?>\n<svg\n viewBox=\"0 0 34.4 20\">", [34, 20]),
        ])
    func drawings(text: String, expected: [Int]) { #expect(size(Array(text.utf8)) == expected) }

    @Test(
        "relative and senseless sizes are none",
        arguments: ["<svg width=\"100%\" height=\"50%\">", "<svg viewBox=\"0 0 1e99 2\">", "<svg", "text"])
    func noDrawings(text: String) { #expect(size(Array(text.utf8)) == nil) }

    @Test("an image that ends anywhere never crashes", arguments: 0..<60)
    func truncated(count: Int) {
        _ = size(Array(Self.png.prefix(count)))
        _ = size(Array(Self.jpeg(orientation: 6).prefix(count)))
    }
}
