import Testing
import Values

@testable import SiteModel

@Suite("Paths of teams")
struct TeamPlaceTests {
    private let paths = RelativePaths([
        "content/awards/2020/index.md", "content/awards/2020/zj-001.md", "content/awards/2020/zj-002/index.md",
        "content/awards/2020/zj-002/photo.jpg", "content/awards/2020/js-002.md", "content/awards/2019/zj-001.md",
        "content/awards/2019/zj-003.md", "content/practices/a.md",
    ])

    private func suggestion(_ wanted: String, from path: String = "content/practices/a.md") throws -> String? {
        paths.suggestion(for: wanted, from: try #require(SitePath(path)))
    }

    @Test(
        "a path that is not there never leads to another team, however near its id",
        arguments: [
            "../awards/2020/zj-003.md", "../awards/2020/zj-0001.md", "../awards/2020/zj-010.md",
            "../awards/2020/zj-00l.md",
            "../awards/2021/zj-001.md", "../awards/2020/jx-002.md", "zj-001.md", "../awards/2020/zj-001/photo.jpg",
        ])
    func others(wanted: String) throws {
        #expect(try suggestion(wanted) == nil)
    }

    @Test(
        "the same team by its year and id is proposed",
        arguments: [
            ("../award/2020/zj-001.md", "../awards/2020/zj-001.md"),
            ("../awards/2020/ZJ-001.md", "../awards/2020/zj-001.md"),
            ("awards/2020/js-002.md", "../awards/2020/js-002.md"), ("../2019/zj-003.md", "../awards/2019/zj-003.md"),
            ("zj-003.md", "../awards/2019/zj-003.md"),
        ])
    func same(wanted: String, meant: String) throws {
        #expect(try suggestion(wanted) == meant)
    }

    @Test("pictures of a team are its own")
    func pictures() throws {
        #expect(try suggestion("phot.jpg", from: "content/awards/2020/zj-002/index.md") == "photo.jpg")
        #expect(try suggestion("photo.jpg", from: "content/awards/2020/js-002.md") == nil)
    }
}
