import Foundation
import Pictures
import Pipeline
import Testing

@Suite("Share pictures of a site")
struct SharePictureTests {
    private func site(_ setting: String) throws -> PictureSite {
        let site = try PictureSite()
        try site.replace("share_pictures: none\n", with: setting, in: "site.config")
        return site
    }

    private func pictures(_ site: PictureSite) throws -> [String] {
        try site.published().keys.filter { $0.hasSuffix("share.png") }.sorted()
    }

    @Test("the site, its editions, practices and teams have a picture unless the site says otherwise")
    func extent() throws {
        let all = try site("")
        _ = try all.build()
        #expect(
            try pictures(all) == [
                "awards/2019/js-001/share.png", "awards/2019/share.png", "awards/2019/zj-001/share.png",
                "awards/2020/bt-001/share.png", "awards/2020/js-002/share.png", "awards/2020/share.png",
                "awards/2020/zj-001/share.png", "practices/well-ring/share.png", "share.png",
            ])
        let some = try site("share_pictures: editions\n")
        _ = try some.build()
        #expect(try pictures(some).count == 4)
        #expect(try some.page("awards/2020/js-002/").contains("/awards/2020/share.png?v="))
        let none = try site("share_pictures: none\n")
        _ = try none.build()
        #expect(try pictures(none).isEmpty)
    }

    @Test("a page says where its picture is, how large it is and what it says")
    func metadata() throws {
        let site = try site("")
        _ = try site.build()
        let page = try site.page("awards/2019/zj-001/")
        #expect(page.contains("content=\"https://example.org/qc/awards/2019/zj-001/share.png?v="))
        #expect(page.contains("content=\"甲班组 · 2019年度 · 甲市政有限公司 · 浙江 · 样例信得过班组\""))
        #expect(page.contains("\"og:image:width\" content=\"1200\""))
        #expect(page.contains("summary_large_image"))
    }

    @Test("a withdrawn title is shown as withdrawn and claimed nowhere; one in publicity is shown as proposed")
    func states() throws {
        let site = try site("")
        _ = try site.build()
        let withdrawn = try site.page("awards/2019/js-001/")
        #expect(withdrawn.contains("乙班组, 一队 · 2019年度 · 乙市政有限公司 · 江苏 · 已撤销 2020年3月1日\""))
        let proposed = try site.page("awards/2020/js-002/")
        #expect(proposed.contains(" · 拟授予称号：样例信得过班组 · 公示"))
    }

    @Test("a state that changes gives the same address another mark")
    func fingerprint() throws {
        let site = try site("")
        _ = try site.build()
        let mark = /zj-001\/share\.png\?v=([0-9a-f]{8})/
        let before = try #require(try site.page("awards/2019/zj-001/").firstMatch(of: mark)).output.1
        try site.replace(
            ",12,有效,,,,jia", with: ",12,撤销,2020-05-01,顾客投诉属实,../../notices/call.md,jia",
            in: "content/awards/2019/roster.csv")
        _ = try site.build()
        #expect(try #require(try site.page("awards/2019/zj-001/").firstMatch(of: mark)).output.1 != before)
    }
}
