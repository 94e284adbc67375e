import Foundation
import Pipeline
import Testing

@Suite("Photos of a site")
struct PhotoTests {
    private static let photo = PictureSite.writeUp + "/site.jpg"

    /// A site whose write-up has a large photo in its list and in its text.
    private func site(_ picture: String = "large.jpg") throws -> PictureSite {
        let site = try PictureSite()
        try site.put(picture, at: Self.photo)
        try FileManager.default.removeItem(atPath: site.folder + "/" + PictureSite.writeUp + "/site.png")
        try site.replace("site.png", with: "site.jpg", in: PictureSite.writeUp + "/index.md")
        return site
    }

    @Test("only what is made of a picture is published, never the picture itself")
    func original() throws {
        let site = try site()
        #expect(try site.build().published != nil)
        let original = try #require(FileManager.default.contents(atPath: site.folder + "/" + Self.photo))
        let files = try site.published()
        #expect(!files.values.contains(original))
        let pictures = files.keys.filter { $0.hasPrefix("awards/2020/js-002/") && !$0.hasSuffix(".html") }.sorted()
        #expect(pictures.count == 6)
        #expect(pictures.allSatisfy { $0.wholeMatch(of: /.*\/site-[0-9a-f]{12}-(480|960|1600)\.(jpg|webp)/) != nil })
    }

    @Test("a picture of a text offers all its widths, its size and its caption, and leads to the largest file")
    func markup() throws {
        let site = try site()
        _ = try site.build()
        let page = try site.page("awards/2020/js-002/")
        let start = try #require(page.range(of: "<figure>"))
        let end = try #require(page[start.upperBound...].range(of: "</figure>"))
        let figure = page[start.lowerBound..<end.upperBound].replacing(/site-[0-9a-f]{12}/, with: "site-X")
        let path = "/qc/awards/2020/js-002/site-X"
        #expect(
            figure == """
                <figure><a class="photo-link" href="\(path)-1600.jpg"><picture><source type="image/webp" \
                srcset="\(path)-480.webp 480w, \(path)-960.webp 960w, \(path)-1600.webp 1600w" sizes="100vw">\
                <img src="\(path)-960.jpg" srcset="\(path)-480.jpg 480w, \(path)-960.jpg 960w, \(path)-1600.jpg 1600w" \
                sizes="100vw" width="1600" height="1067" alt="压实" decoding="async"></picture></a>\
                <figcaption>分层压实现场</figcaption></figure>
                """)
    }

    @Test("a link to a picture leads to the largest file, and a picture in a link keeps the link")
    func links() throws {
        let site = try site()
        try site.replace(
            "## 成效", with: "[看大图](site.jpg)和[![小图](site.jpg)](../index.md)。\n\n## 成效",
            in: PictureSite.writeUp + "/index.md")
        #expect(try site.build().fileRules.filter { $0.contains("link/") }.isEmpty)
        let page = try site.page("awards/2020/js-002/").replacing(/site-[0-9a-f]{12}/, with: "site-X")
        #expect(page.contains("<a href=\"/qc/awards/2020/js-002/site-X-1600.jpg\">看大图</a>"))
        #expect(page.contains("<a href=\"/qc/awards/2020/\"><picture>"))
    }

    @Test(
        "a picture that cannot be used is an error at its place, and nothing is published",
        arguments: [
            ("cut-off.jpg", "file/picture-damaged"), ("broken-middle.jpg", "file/picture-damaged"),
            ("bomb.jpg", "file/picture-too-large"), ("gif.jpg", "file/kind"),
        ])
    func unusable(_ picture: String, _ rule: String) throws {
        let site = try site(picture)
        let outcome = try site.build()
        #expect(outcome.fileRules.contains("\(Self.photo) \(rule)"), "\(outcome.fileRules)")
        #expect(outcome.published == nil)
        #expect(try site.published().isEmpty)
    }

    @Test("a position in an original is told, and is not in what is published")
    func position() throws {
        let site = try site("orientation-6.jpg")
        let outcome = try site.build()
        #expect(outcome.fileRules.contains("\(Self.photo) privacy/photo-original"))
        #expect(outcome.published != nil)
        for (path, bytes) in try site.published() { #expect(bytes.range(of: Data("Exif".utf8)) == nil, "\(path)") }
    }

    @Test("photos of a text that is a draft are not published")
    func drafts() throws {
        let site = try PictureSite()
        try site.put("grey.jpg", at: "content/practices/hidden/photo.jpg")
        try "---\ntitle: 未完成的做法\ndraft: true\n---\n\n![灰](photo.jpg)\n".write(
            toFile: site.folder + "/content/practices/hidden/index.md", atomically: true, encoding: .utf8)
        _ = try site.build()
        #expect(try site.published().keys.filter { $0.hasPrefix("practices/hidden") }.isEmpty)
    }

    @Test("a second build makes nothing again, and one with a broken cache comes out the same")
    func cache() throws {
        let site = try site()
        #expect(try site.build(jobs: 1).pictures?.made == 1)
        let first = try site.published()
        let second = try site.build(jobs: 7)
        #expect(second.pictures?.made == 0 && second.pictures?.remembered == 1)
        let cache = site.folder + "/.showcase/photos"
        for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
            try Data("broken".utf8).write(to: URL(fileURLWithPath: cache + "/" + name))
        }
        #expect(try site.build().pictures?.made == 1)
        #expect(try site.published() == first)
    }
}
