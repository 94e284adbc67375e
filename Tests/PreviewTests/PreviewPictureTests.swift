import Foundation
import PreviewServer
import Testing

@testable import Preview

@Suite("Pictures in the preview")
struct PreviewPictureTests {
    private func answer(_ pages: PreviewPages, _ url: String) throws -> PreviewAnswer {
        let path = try PreviewPath(decoding: Array(url.utf8))
        return pages.answer(PreviewRequest(path: path, query: nil), eventID: "0")
    }

    private func put(_ picture: String, at path: String, in site: PreviewedSite) throws {
        let pictures =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
            + "/PicturesTests/Pictures/"
        try? FileManager.default.removeItem(atPath: site.folder + "/" + path)
        try FileManager.default.copyItem(atPath: pictures + picture, toPath: site.folder + "/" + path)
    }

    /// The addresses of a write-up's pictures, as its page has them.
    private func addresses(_ pages: PreviewPages) throws -> [String] {
        guard case .content(let page) = try answer(pages, "/qc/awards/2020/js-002/") else { return [] }
        let text = String(decoding: page.bytes, as: UTF8.self)
        return Array(Set(text.matches(of: /\/qc\/awards\/[^ ",]+\.(?:webp|jpg)/).map { String($0.output) })).sorted()
    }

    @Test("a picture is made when it is asked for, not when something is saved")
    func lazily() throws {
        let site = try PreviewedSite()
        try put("progressive.jpg", at: "content/awards/2020/js-002/site.png", in: site)
        try site.move("content/awards/2020/js-002/site.png", to: "content/awards/2020/js-002/site.jpg")
        let text = try site.read("content/awards/2020/js-002/index.md")
        try site.write(text.replacing("site.png", with: "site.jpg"), to: "content/awards/2020/js-002/index.md")
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        try site.write(try site.read("content/about.md") + "\n又一行。\n", to: "content/about.md")
        session.refresh()
        let addresses = try addresses(pages)
        #expect(addresses.count == 4)
        let cache = site.folder + "/.showcase/photos"
        #expect(!FileManager.default.fileExists(atPath: cache))
        for address in addresses {
            guard case .content(let picture) = try answer(pages, address) else {
                Issue.record("\(address) is not there")
                continue
            }
            #expect(picture.mediaType == (address.hasSuffix("webp") ? "image/webp" : "image/jpeg"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
        // The original has no address.
        guard case .notFound = try answer(pages, "/qc/awards/2020/js-002/site.jpg") else {
            Issue.record("the original is served")
            return
        }
    }

    @Test("another picture under the same name has another address at once")
    func replaced() throws {
        let site = try PreviewedSite()
        try put("palette.png", at: "content/awards/2020/js-002/site.png", in: site)
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        let before = try addresses(pages)
        try put("transparent.png", at: "content/awards/2020/js-002/site.png", in: site)
        let after = try addresses(pages)
        #expect(!before.isEmpty && Set(before).isDisjoint(with: after))
    }

    @Test("a picture that is cut off says so in its place")
    func damaged() throws {
        let site = try PreviewedSite()
        try put("cut-off.png", at: "content/awards/2020/js-002/site.png", in: site)
        let session = try site.session()
        let pages = site.pages(session)
        session.refresh()
        let address = try #require(try addresses(pages).first)
        guard case .unavailable(let content) = try answer(pages, address) else {
            Issue.record("it is served")
            return
        }
        #expect(String(decoding: content.bytes, as: UTF8.self).contains("cut off or damaged"))
    }
}
