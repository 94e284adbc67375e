import Foundation
import Testing

@testable import Pictures

@Suite("Share pictures")
struct ShareDrawingTests {
    static func card(_ heading: String) -> ShareCard {
        var card = ShareCard(organisation: "样例市政工程协会", heading: heading, accent: 0x0B5C8A)
        card.mark = "2020年度"
        card.lines = ["浙江样例市政建设有限公司 · 浙江", "全国市政工程质量信得过班组"]
        card.address = "showcase.example.org"
        return card
    }

    @Test("a picture is a small PNG of 1200 × 630, the same each time")
    func form() throws {
        let drawing = try #require(ShareDrawing())
        let first = try #require(drawing.draw(Self.card("检查井砌筑班")))
        #expect(first.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(first[16..<24].elementsEqual([0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76]))
        #expect(first.count < 40_000)
        _ = drawing.draw(Self.card("另一个班组"))
        #expect(drawing.draw(Self.card("检查井砌筑班")) == first)
        #expect(try #require(ShareDrawing()).draw(Self.card("检查井砌筑班")) == first)
    }

    @Test("characters that the font lacks are told, and drawn as a sign")
    func missing() throws {
        #expect(ShareText.missingCharacters(in: "检查井砌筑班 A·（“”）").isEmpty)
        #expect(ShareText.missingCharacters(in: "𒀀𒀁班𒀀").map(\.value) == [0x12000, 0x12001])
        let drawing = try #require(ShareDrawing())
        #expect(drawing.draw(Self.card("𒀀班")) == drawing.draw(Self.card("〓班")))
    }

    @Test("a long name stays small and is cut at its end, whatever it holds", arguments: [60, 400])
    func long(count: Int) throws {
        let drawing = try #require(ShareDrawing())
        let name = String(repeating: "管廊机电安装与智能化调试", count: count / 12)
        #expect(try #require(drawing.draw(Self.card(name))).count < 40_000)
    }

    @Test("another state is another fingerprint")
    func fingerprint() {
        var card = Self.card("检查井砌筑班")
        let before = card.fingerprint
        card.state = .init("已撤销", .alarm)
        #expect(card.fingerprint != before && card.fingerprint.count == 8)
    }
}
