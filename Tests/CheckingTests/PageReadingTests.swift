import Content
import Testing

@testable import Checking

@Suite("Reading finished pages")
struct PageReadingTests {
    private static let head =
        "<title>甲</title><meta name=\"description\" content=\"乙\"><link rel=\"canonical\" href=\"https://example.org/a/\">"

    private func reading(
        _ body: String, head: String = PageReadingTests.head, html: String = "<html lang=\"zh-CN\">"
    ) -> PageReading {
        let page = Array("<!DOCTYPE html>\(html)<head>\(head)</head><body>\(body)</body></html>".utf8)
        return PageReading(
            of: page,
            .init(
                known: KnownAddresses(["/a/", "/b/", "https://example.org/a/"]), language: "zh-CN",
                canonical: "https://example.org/a/"))
    }

    @Test("a page that says all it must has no fault")
    func complete() {
        let page = reading(
            "<h1>甲</h1><h2>乙</h2><h3>丙</h3><h2>丁</h2><table><tr><th>戊</th></tr></table><img src=\"/b/\" alt>")
        #expect(page.faults.isEmpty)
        #expect(page.title != nil && page.description != nil && page.isIndexed)
    }

    @Test("the title of a picture is not that of its page")
    func pictureTitle() {
        let picture = "<h1>甲</h1><svg><title>各省级行政区的班组数</title></svg>"
        #expect(reading(picture).title == reading("<h1>甲</h1>").title)
    }

    @Test(
        "what a page lacks is named",
        arguments: [
            ("<h1>甲</h1>", head, "<html>", PageFault.language),
            ("<h1>甲</h1>", head, "<html lang=en>", .language),
            ("<h1>甲</h1>", head.replacing("甲", with: " "), "<html lang=zh-CN>", .title),
            ("<h1>甲</h1>", head.replacing("乙", with: ""), "<html lang=zh-CN>", .description),
            ("<h1>甲</h1>", head.replacing("/a/", with: "/b/"), "<html lang=zh-CN>", .canonical),
            (
                "<h1>甲</h1>", head + "<meta property=og:url content=https://example.org/>", "<html lang=zh-CN>",
                .canonical
            ),
            (
                "<h1>甲</h1>", "<title>甲</title><meta name=description content=乙>", "<html lang=zh-CN>", .canonical
            ), ("<p>甲</p>", head, "<html lang=zh-CN>", .topHeading),
            ("<h1>甲</h1><h1>乙</h1>", head, "<html lang=zh-CN>", .topHeading),
            ("<h1>甲</h1><h3>乙</h3>", head, "<html lang=zh-CN>", .headingOrder),
            ("<h1>甲</h1><img src=/b/>", head, "<html lang=zh-CN>", .imageText),
            ("<h1>甲</h1><table><tr><td>乙</td></tr></table>", head, "<html lang=zh-CN>", .tableHeader),
            (
                "<h1>甲</h1><script type=application/ld+json>{\"a\":}</script>", head, "<html lang=zh-CN>",
                .structuredData
            ),
        ])
    func faults(body: String, head: String, html: String, fault: PageFault) {
        #expect(reading(body, head: head, html: html).faults == [fault])
    }

    @Test("a redirection needs no heading and no description, but a target that is looked at")
    func redirection() {
        let page = reading(
            "<a href=/b/>乙</a>", head: "<meta http-equiv=refresh content=\"0; url=/c/\"><title>甲</title>")
        #expect(page.faults.isEmpty && !page.isIndexed)
        #expect(page.doubts == ["/c/"])
    }

    @Test("links count by the page they lead to, whatever place on it they name")
    func links() {
        let page = reading("<h1>甲</h1><a href=\"/b/#c\">乙</a><a href=\"/a/\">甲</a><a href=\"/c/\">丙</a>")
        #expect(page.links == [1, 0])
        #expect(page.doubts == ["/b/#c", "/c/"])
    }

    @Test("addresses in structured data are looked at, those of srcset as well")
    func otherAddresses() {
        let page = reading(
            "<h1>甲</h1><img alt srcset=\"/b/ 1x, /d/ 2x\"><script type=\"application/ld+json\">{\"url\":\"https://example.org/x/\"}</script>"
        )
        #expect(page.doubts == ["/b/", "/d/", "https://example.org/x/"])
    }

    @Test(
        "text is put together as a reader sees it",
        arguments: [
            ("<p>138<strong>1234</strong>5678</p>", "13812345678"), ("<p>&#49;38&#x31;2345678</p>", "13812345678"),
            ("<td>138</td><td>12345678</td>", "138\n12345678"), ("<p>甲&amp;乙</p>", "甲&amp;乙"),
            ("<script>13812345678</script>", ""),
        ])
    func text(body: String, expected: String) {
        let text = String(decoding: reading(body, head: "").text.bytes, as: UTF8.self)
        #expect(text.split(separator: "\n").joined(separator: "\n") == expected)
    }

    @Test("mutated pages never stop the scan")
    func mutations() {
        var generator = SystemRandomNumberGenerator()
        let page = Array(
            "<html lang=\"a\"><h1>甲</h1><table><tr><td>乙&#49;</table><script type=\"application/ld+json\">{\"a\":[1]}</script>"
                .utf8)
        for _ in 0..<3_000 {
            var bytes = page
            for _ in 0..<4 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255) }
            _ = PageReading(of: bytes, .init(known: KnownAddresses([]), language: "a", canonical: ""))
        }
    }
}

@Suite("JSON scanning")
struct JSONScannerTests {
    private func fault(_ json: String) -> Int? {
        Array(json.utf8).withUnsafeBufferPointer { JSONScanner.firstFault(in: $0) { _ in } }
    }

    @Test(
        "JSON is accepted as RFC 8259 has it",
        arguments: [
            "{}", "[]", " [1, -0.5e+3, 0, true, false, null] ", "{\"a\":{\"b\":[\"\\u4e00\\n\"]}}", "\"甲\"", "12",
        ])
    func valid(json: String) { #expect(fault(json) == nil) }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", "[1,]", "{\"a\"}", "{a:1}", "[1 2]", "01", "\"a\nb\"", "[1]x", "nul", "{\"a\":1,}", "1.", "\"\\x\"",
            "\"a", "{",
        ])
    func invalid(json: String) { #expect(fault(json) != nil) }

    @Test("deep nesting ends the scan instead of the stack")
    func depth() { #expect(fault(String(repeating: "[", count: 100_000)) != nil) }

    @Test("texts that are values are called out, names are not")
    func values() {
        var found: [String] = []
        Array("{\"name\":\"甲\",\"list\":[\"乙\"]}".utf8).withUnsafeBufferPointer { bytes in
            _ = JSONScanner.firstFault(in: bytes) { found.append(String(decoding: $0, as: UTF8.self)) }
        }
        #expect(found == ["甲", "乙"])
    }
}
