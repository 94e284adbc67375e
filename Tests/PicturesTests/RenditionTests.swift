import Testing

@testable import Pictures

@Suite("Renditions of pictures")
struct RenditionTests {
    private static let corners = [
        (x: 0.25, y: 0.25, colour: [220, 30, 30]), (0.75, 0.25, [30, 200, 30]), (0.25, 0.75, [30, 30, 220]),
        (0.75, 0.75, [255, 255, 255]),
    ]

    private func expectUpright(_ bytes: [UInt8], width: Int, height: Int) throws {
        let picture = try FinishedPicture(bytes)
        #expect(picture.width == width)
        for (x, y, colour) in Self.corners {
            let found = picture[Int(Double(width) * x), Int(Double(height) * y)]
            #expect(isNear(found, colour), "\(found) at \(x), \(y)")
        }
    }

    @Test("a photo is upright whichever way the camera was held", arguments: 1...8)
    func orientation(_ orientation: Int) throws {
        for (rendition, bytes) in try SamplePicture("orientation-\(orientation).jpg").renditions() {
            #expect([rendition.width, rendition.height] == [60, 40])
            try expectUpright(bytes, width: 60, height: 40)
        }
    }

    @Test("PNG and WebP that say they are turned are turned", arguments: ["turned.png", "turned.webp"])
    func otherFormats(_ name: String) throws {
        for (_, bytes) in try SamplePicture(name).renditions() { try expectUpright(bytes, width: 60, height: 40) }
    }

    @Test("nothing of what a camera notes is left")
    func metadata() throws {
        let sample = try SamplePicture("orientation-6.jpg")
        let signs = ["Exif", "nobody may know", "ICC_PROFILE", "http", "XMP ", "EXIF", "ICCP"]
        #expect(signs.prefix(2).allSatisfy { sample.bytes.holds($0) })
        for (rendition, bytes) in try sample.renditions() {
            for sign in signs { #expect(!bytes.holds(sign), "\(sign) in \(rendition)") }
        }
        for (_, bytes) in try SamplePicture("polyglot.jpg").renditions() { #expect(!bytes.holds("script")) }
        for (_, bytes) in try SamplePicture("display-p3.webp").renditions() { #expect(!bytes.holds("ICCP")) }
    }

    /// 200, 100, 60 in Display P3 with a curve of 2.2 is 216, 92, 43 in sRGB (by the matrices of CSS Color 4, 18).
    @Test("colours of a wide profile are kept", arguments: ["display-p3.jpg", "display-p3.png", "display-p3.webp"])
    func profiles(_ name: String) throws {
        for (rendition, bytes) in try SamplePicture(name).renditions() {
            let colour = try FinishedPicture(bytes)[32, 32]
            #expect(isNear(colour, [216, 92, 43], within: 5), "\(colour) in \(rendition)")
            #expect(!isNear(colour, [200, 100, 60], within: 8))
        }
    }

    @Test(
        "grey, printing colours, 16 bits, transparency and palettes are seen as they are meant",
        arguments: [
            ("grey.jpg", [120, 120, 120]), ("grey-16.png", [120, 120, 120]), ("cmyk.jpg", [255, 127, 0]),
            ("transparent.png", [255, 127, 127]), ("transparent.webp", [255, 127, 127]),
        ])
    func kinds(_ name: String, _ colour: [Int]) throws {
        for (rendition, bytes) in try SamplePicture(name).renditions() {
            let found = try FinishedPicture(bytes)[32, 32]
            #expect(isNear(found, colour, within: 6), "\(found) in \(rendition)")
        }
    }

    @Test("a palette becomes its colours")
    func palette() throws {
        for (_, bytes) in try SamplePicture("palette.png").renditions() {
            try expectUpright(bytes, width: 60, height: 40)
        }
    }

    @Test(
        "no picture is enlarged, and widths come in order",
        arguments: [(60, [60]), (480, [480]), (700, [480, 700]), (1600, [480, 960, 1600]), (4000, [480, 960, 1600])])
    func widths(_ width: Int, _ expected: [Int]) throws {
        // The header of a PNG is enough for a plan.
        let size = [UInt8(width >> 8), UInt8(width & 255)]
        let bytes: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0] + size
            + [0, 0] + size
        let plan = PicturePlan(header: try #require(PictureHeader(bytes)), original: bytes)
        #expect(plan.renditions.filter { $0.format == .webp }.map(\.width) == expected)
        #expect(plan.renditions.filter { $0.format == .jpeg }.map(\.width) == expected)
        #expect(
            plan.largest
                == PictureRendition(
                    format: .jpeg, width: expected[expected.count - 1], height: expected[expected.count - 1]))
    }

    @Test("a large photo is reduced to all widths, and stays what it shows")
    func reduction() throws {
        let made = try SamplePicture("large.jpg").renditions()
        #expect(Set(made.keys.map(\.width)) == [480, 960, 1600])
        for (rendition, bytes) in made {
            try expectUpright(bytes, width: rendition.width, height: rendition.width * 2 / 3)
        }
    }

    @Test("names have letters, the picture's mark and the width, and follow the bytes")
    func names() throws {
        let plan = try SamplePicture("grey.jpg").plan()
        let name = plan.name(of: plan.largest, original: "IMG 2034 现场.JPG")
        #expect(name.wholeMatch(of: /img-2034-[0-9a-f]{12}-64\.jpg/) != nil, "\(name)")
        #expect(plan.name(of: plan.largest, original: "现场.jpg").hasPrefix("picture-"))
        let other = try SamplePicture("cmyk.jpg").plan()
        #expect(other.name(of: other.largest, original: "IMG 2034 现场.JPG") != name)
    }

    @Test("the same picture gives the same bytes, on many threads too")
    func determinism() throws {
        let sample = try SamplePicture("progressive.jpg")
        let first = try sample.renditions()
        for _ in 0..<3 { #expect(try sample.renditions() == first) }
    }
}

extension [UInt8] {
    func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
