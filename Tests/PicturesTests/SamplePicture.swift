import CPictures
import Foundation
import Testing

@testable import Pictures

/// A file of `Pictures`, which `make_pictures.py` makes.
struct SamplePicture {
    let name: String
    let bytes: [UInt8]

    init(_ name: String) throws {
        self.name = name
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Pictures/" + name
        bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    func plan() throws -> PicturePlan {
        PicturePlan(header: try #require(PictureHeader(bytes)), original: bytes)
    }

    func renditions() throws -> [PictureRendition: [UInt8]] {
        let plan = try plan()
        let made = try PictureMaker.renditions(of: bytes, plan: plan)
        return Dictionary(uniqueKeysWithValues: zip(plan.renditions, made))
    }

    /// The problem that making something of it ends in.
    func problem() -> PictureProblem? {
        do {
            _ = try renditions()
            return nil
        } catch {
            return error as? PictureProblem
        }
    }
}

/// The pixels of a finished picture.
struct FinishedPicture {
    let width: Int
    private let pixels: [UInt8]

    init(_ bytes: [UInt8]) throws {
        let header = try #require(PictureHeader(bytes))
        #expect(header.orientation == 1)
        var picture = showcase_picture()
        var reason = showcase_reason()
        let status = showcase_picture_read(
            bytes, bytes.count, header.format.code, 1, 1 << 30, Int32(header.width), Int32(header.height), &picture,
            &reason)
        try #require(Int(status) == SHOWCASE_PICTURE_OK)
        defer { showcase_picture_free(&picture) }
        width = header.width
        pixels = Array(UnsafeBufferPointer(start: picture.pixels, count: header.width * header.height * 3))
    }

    subscript(x: Int, y: Int) -> [Int] { pixels[(y * width + x) * 3..<(y * width + x) * 3 + 3].map(Int.init) }
}

/// Whether two colours look the same after a lossy format.
func isNear(_ colour: [Int], _ other: [Int], within distance: Int = 14) -> Bool {
    zip(colour, other).allSatisfy { abs($0 - $1) <= distance }
}
