import Foundation
import TestSupport
import Testing

@testable import Pictures

@Suite("Hostile pictures")
struct HostilePictureTests {
    @Test(
        "a header that claims billions of pixels is refused before anything is decoded",
        arguments: ["bomb.png", "bomb.jpg"])
    func bombs(_ name: String) throws {
        let sample = try SamplePicture(name)
        #expect(PictureLimits.exceeds(try #require(PictureHeader(sample.bytes))))
        // The decoders look again: nobody else has to remember.
        let seconds = ProcessorTime.seconds { #expect(sample.problem() == .tooLarge) }
        #expect(seconds < 10)
    }

    @Test(
        "what is cut off or broken is damaged",
        arguments: ["cut-off.jpg", "cut-off.png", "cut-off.webp", "broken-middle.jpg"])
    func damaged(_ name: String) throws {
        guard case .damaged = try SamplePicture(name).problem() else {
            Issue.record("\(name): \(String(describing: try SamplePicture(name).problem()))")
            return
        }
    }

    @Test(
        "what is packed in front of a picture is not unpacked without bounds",
        arguments: ["packed-profile.png", "packed-text.png"])
    func packed(_ name: String) throws {
        let sample = try SamplePicture(name)
        let seconds = ProcessorTime.seconds { #expect(sample.problem() == nil) }
        #expect(seconds < 10)
    }

    @Test("an animation is no photo")
    func animation() throws { #expect(try SamplePicture("animated.webp").problem() == .animated) }

    @Test("another format under the name of one is none")
    func formats() throws {
        let gif = try SamplePicture("gif.jpg")
        #expect(PictureHeader(gif.bytes) == nil)
        let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".utf8)
        #expect(PictureHeader(svg) == nil)
    }

    @Test(
        "a picture that ends anywhere, or has a byte wrong anywhere, ends in an answer",
        arguments: ["orientation-6.jpg", "palette.png", "display-p3.webp", "turned.webp", "grey-16.png"])
    func mutations(_ name: String) throws {
        let bytes = try SamplePicture(name).bytes
        for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            attempt(Array(bytes.prefix(count)))
        }
        var state: UInt64 = 7
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[Int(state >> 33) % changed.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            attempt(changed)
        }
    }

    private func attempt(_ bytes: [UInt8]) {
        guard let header = PictureHeader(bytes), !PictureLimits.exceeds(header),
            header.width * header.height < 4_000_000
        else { return }
        _ = try? PictureMaker.renditions(of: bytes, plan: PicturePlan(header: header, original: bytes))
    }
}
