import TestSupport
import Testing

@testable import Checking

@Suite("Reading finished pages")
struct PageReadingTests {
    private static let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    private static let head =
        policy
        + "<title>甲</title><meta name=\"description\" content=\"乙\"><link rel=\"canonical\" href=\"https://example.org/a/\">"

    private func reading(
        _ body: String, head: String = PageReadingTests.head, html: String = "<html lang=\"zh-CN\">",
        isRedirect: Bool = false
    ) -> PageReading {
        let page = Array("<!DOCTYPE html>\(html)<head>\(head)</head><body>\(body)</body></html>".utf8)
        return PageReading(
            of: page,
            .init(
                known: KnownAddresses(["/a/", "/b/", "https://example.org/a/"]), language: "zh-CN",
                canonical: "https://example.org/a/", isRedirect: isRedirect))
    }

    private func faults(_ reading: PageReading) -> [PageFault] { reading.faults.map(\.fault) }

    @Test("a page that says all it must has no fault")
    func complete() {
        let page = reading(
            "<h1>甲</h1><h2>乙</h2><h3>丙</h3><h2>丁</h2><table><tr><th>戊</th></tr></table><img src=\"/b/\" alt>")
        #expect(page.faults.isEmpty)
        #expect(page.head.title != nil && page.head.description != nil && page.head.isIndexed)
    }

    @Test("a page that writes the same in another way has none either")
    func otherWriting() {
        let head = """
            <META HTTP-EQUIV = content-security-policy CONTENT = "DEFAULT-SRC 'none'"><TITLE>甲</TITLE>
            <meta name=Description content=乙><LINK HREF=https:&#x2F;/example.org/a/ REL="Canonical">
            """
        let page = reading(
            "<H1>甲</H1><TABLE><TR><TH>乙</TABLE><IMG SRC = /b/ ALT = ''>", head: head, html: "<HTML LANG = zh-cn>")
        #expect(page.faults.isEmpty && page.doubts.isEmpty)
    }

    @Test(
        "an element that is not closed, and an end tag that closes nothing, are faults",
        arguments: [
            "<div>x", "<template><p>x</p>", "<noscript>x", "<select><option>a", "<svg><path/>", "<math>x",
            "<main><div>x</main>",
            "</div></div>", "<b><i>x</b></i>", "<section></article></section>", "<textarea>x",
        ])
    func unclosed(body: String) { #expect(faults(reading("<h1>甲</h1>" + body)).contains(.unclosedElement)) }

    @Test(
        "end tags that may be left out, void elements and drawings are none",
        arguments: [
            "<ul><li>a<li>b</ul><p>a<p>b", "<dl><dt>a<dd>b</dl>", "<br><hr/><img src=\"/b/\" alt=\"\">",
            "<svg><path/><g><circle/></g></svg>",
            "<table><caption>a<tr><th>b<td>c</table>", "<select><option>a<option>b</select>", "<p>a</p>",
            "<DIV>a</div>",
        ])
    func balanced(body: String) { #expect(faults(reading("<h1>甲</h1>" + body)) == []) }

    @Test("the title of a picture is not that of its page")
    func pictureTitle() {
        let picture = "<h1>甲</h1><svg><title>各省级行政区的班组数</title></svg>"
        #expect(reading(picture).head.title == reading("<h1>甲</h1>").head.title)
    }

    private static let faulty: [(String, String, String, PageFault)] = [
        ("<h1>甲</h1>", head, "<html>", .language),
        ("<h1>甲</h1>", head, "<html lang=en>", .language),
        ("<h1>甲</h1>", head.replacing("甲", with: " "), "<html lang=zh-CN>", .title),
        ("<h1>甲</h1>", head.replacing("乙", with: ""), "<html lang=zh-CN>", .description),
        ("<h1>甲</h1>", head.replacing("/a/", with: "/b/"), "<html lang=zh-CN>", .canonical),
        ("<h1>甲</h1>", head + "<meta property=og:url content=https://example.org/>", "<html lang=zh-CN>", .canonical),
        ("<h1>甲</h1>", policy + "<title>甲</title><meta name=description content=乙>", "<html lang=zh-CN>", .canonical),
        ("<h1>甲</h1>", head.replacing("https://example.org/a/", with: ""), "<html lang=zh-CN>", .canonical),
        ("<p>甲</p>", head, "<html lang=zh-CN>", .topHeading),
        ("<h1>甲</h1><h1>乙</h1>", head, "<html lang=zh-CN>", .topHeading),
        ("<h1>甲</h1><h3>乙</h3>", head, "<html lang=zh-CN>", .headingOrder),
        ("<h1>甲</h1><img src=/b/>", head, "<html lang=zh-CN>", .imageText),
        ("<h1>甲</h1><table><tr><td>乙</td></tr></table>", head, "<html lang=zh-CN>", .tableHeader),
        ("<h1>甲</h1><table><tr><td>乙</table>", head, "<html lang=zh-CN>", .tableHeader),
        ("<h1>甲</h1><script type=application/ld+json>{\"a\":}</script>", head, "<html lang=zh-CN>", .structuredData),
        ("<h1>甲</h1><a href>乙</a>", head, "<html lang=zh-CN>", .emptyAddress),
        ("<h1>甲</h1><form action=' '></form>", head, "<html lang=zh-CN>", .emptyAddress),
        ("<h1>甲</h1><script>alert(1)</script>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1>甲</h1><SCRIPT TYPE = ' Module '>alert(1)</SCRIPT>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1>甲</h1><svg><script>alert(1)</script></svg>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1 ONCLICK=print()>甲</h1>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1>甲</h1><svg onload=alert(1)></svg>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1>甲</h1><iframe srcdoc='&lt;p>'></iframe>", head, "<html lang=zh-CN>", .inlineScript),
        ("<h1>甲</h1>", head + "<BASE HREF=/b/>", "<html lang=zh-CN>", .baseAddress),
        ("<h1>甲</h1>", head + "<meta http-equiv=Refresh content='5; url=/b/'>", "<html lang=zh-CN>", .equivalentHeader),
        ("<h1>甲</h1>", head + "<meta http-equiv=set-cookie content=a=b>", "<html lang=zh-CN>", .equivalentHeader),
        ("<h1>甲</h1>", head + "<meta charset=gbk>", "<html lang=zh-CN>", .equivalentHeader),
        ("<h1>甲</h1>", head.replacing(policy, with: ""), "<html lang=zh-CN>", .securityPolicy),
        (
            "<h1>甲</h1>", head.replacing("script-src 'self'", with: "script-src 'self' 'unsafe-inline'"),
            "<html lang=zh-CN>", .securityPolicy
        ),
        ("<h1>甲</h1>", head.replacing("default-src 'none'; ", with: ""), "<html lang=zh-CN>", .securityPolicy),
        ("<h1>甲</h1>", head.replacing("'self'", with: "https:"), "<html lang=zh-CN>", .securityPolicy),
        ("<h1>甲</h1>", "<script src=/b/></script>" + head, "<html lang=zh-CN>", .securityPolicy),
        ("<h1>甲</h1>" + policy, head.replacing(policy, with: ""), "<html lang=zh-CN>", .securityPolicy),
    ]

    @Test("what a page lacks, or has too much of, is named, and nothing else", arguments: faulty)
    func faults(body: String, head: String, html: String, fault: PageFault) {
        #expect(faults(reading(body, head: head, html: html)) == [fault])
    }

    @Test(
        "what only looks like it is none",
        arguments: [
            "<!-- <script>alert(1)</script> -->", "<textarea><h1 onclick=x></textarea>", "<xmp><base href=x></xmp>",
            "<script type=text/template><p onclick=x></script>", "<script type=application/json>{}</script>",
            "<svg><script href=/b/></script></svg>", "<p title='<script>alert(1)</script>' data-onclick=x on=y>",
            "<svg><style>a{fill:url(#c)}</style><path fill='url(#c)'/></svg>",
            "<meta http-equiv=pragma content=no-cache>",
        ])
    func harmless(body: String) {
        let page = reading("<h1>甲</h1>" + body)
        #expect(page.faults.isEmpty && page.doubts.isEmpty)
    }

    @Test("of many policies one that is strict is enough, and what the program writes itself is strict")
    func policies() {
        let weak = "<meta http-equiv=Content-Security-Policy content=\"img-src 'self'\">"
        #expect(reading("<h1>甲</h1>", head: weak + Self.head).faults.isEmpty)
        #expect(reading("<h1>甲</h1>", head: Self.head + weak).faults.isEmpty)
        #expect(SecurityPolicy("default-src 'none'; form-action 'none'; base-uri 'none'".utf8).isStrict)
        #expect(!SecurityPolicy("script-src 'self'; object-src *".utf8).isStrict)
        #expect(!SecurityPolicy("default-src 'self'; script-src-attr 'unsafe-hashes'".utf8).isStrict)
        #expect(SecurityPolicy(" ;; SCRIPT-SRC 'none' ; script-src * ; object-src 'none'".utf8).isStrict)
    }

    @Test(
        "a policy is read word by word, whatever the blanks and the letter case",
        arguments: [
            ("default-src 'self'", true), ("DEFAULT-SRC\t'SELF' ;", true), ("", false), (";", false),
            ("default-src", true),
            ("default-src *", false), ("default-src https:", false),
            ("default-src https://*; object-src 'none'", false),
            ("default-src 'self'; script-src 'unsafe-eval'", false), ("default-src 'self'; object-src blob:", false),
            ("default-src 'self'; default-src *", true), ("default-src * ; default-src 'self'", false),
            ("script-src 'self'", false), ("script-src-elem 'self'; object-src 'none'", false),
            ("script-src-elem *; script-src 'self'; object-src 'none'", false),
            ("script-src 'self' https://example.org ; object-src 'none'", true),
        ])
    func policyText(text: String, isStrict: Bool) {
        #expect(SecurityPolicy(text.utf8).isStrict == isStrict)
    }

    @Test(
        "a word is the only one of a value with blanks around it, in capitals, and written with references",
        arguments: [
            ("robots", true), (" Robots\n", true), ("&#114;obots", true), ("ROBOTS&Tab;", true), ("robots x", false),
            ("robotsx", false), ("robot", false), ("", false), ("&#32;robots", true), ("robots&amp;", false),
        ])
    func onlyWord(value: String, isOnly: Bool) {
        let words = Array(value.utf8).withUnsafeBufferPointer { AttributeWords($0).areOnly("robots") }
        #expect(words == isOnly)
    }

    @Test("a redirection needs no heading and no description, but a policy, and a target that is looked at")
    func redirection() {
        let leads = "<meta http-equiv=refresh content=\"0; url=/c/\"><title>甲</title>"
        let page = reading("<a href=/b/>乙</a>", head: Self.policy + leads, isRedirect: true)
        #expect(page.faults.isEmpty)
        #expect(page.doubts.map(\.text) == ["/c/"])
        #expect(faults(reading("<a href=/b/>乙</a>", head: leads, isRedirect: true)) == [.securityPolicy])
    }

    @Test("links count by the page they lead to, whatever place on it they name")
    func links() {
        let page = reading(
            "<h1>甲</h1><a href=\"/b/#c\">乙</a><a href=\"/a/\">甲</a><a href=\"/c/\">丙</a><a href=/b/?q=1>")
        #expect(page.links == [1, 0, 1])
        #expect(page.doubts.map(\.text) == ["/b/#c", "/c/"])
        #expect(page.otherLinks.map(\.text) == ["/c/"])
    }

    /// A piece of a page, and the addresses in it that are not known, with what a browser does with them.
    private static let pieces: [(String, [String])] = [
        ("<a href = /c/>", ["/c/ link"]), ("<area HREF='/c/?a=1&amp;b=2#d'>", ["/c/?a=1&b=2#d link"]),
        ("<img alt src=' /c/\n'>", ["/c/ picture"]), ("<script src=/c.js></script>", ["/c.js resource"]),
        ("<img alt srcset=\"/b/ 1x, /d/ 2x\">", ["/b/ picture", "/d/ picture"]),
        (
            "<img alt srcset=\"data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x\">",
            ["data:image/gif;base64,R0lGODlhAQABAAAAACw= picture"]
        ),
        ("<source srcset='/c,d.png,/e.png 2x'>", ["/c,d.png,/e.png picture"]),
        ("<link rel=preload imagesrcset='/c 1x'>", ["/c picture"]),
        ("<video poster=/c></video>", ["/c picture"]), ("<object data=/c></object>", ["/c resource"]),
        ("<div data=/c>", []), ("<embed src=/c>", ["/c resource"]), ("<iframe src=/c></iframe>", ["/c resource"]),
        ("<form action=/c></form>", ["/c form"]), ("<button formaction=/c>", ["/c form"]),
        ("<a href=/a/ ping='/c /d'>", ["/c form", "/d form"]), ("<blockquote cite=/c>", ["/c mention"]),
        ("<svg><use xlink:href=/c /><image href=/d /></svg>", ["/c resource", "/d picture"]),
        ("<svg><a href=/c></a></svg>", ["/c link"]), ("<svg><path fill='URL( /c#d )'/></svg>", ["/c#d picture"]),
        ("<p style='background:u\\72l(&quot;/c&quot;)'>", ["/c picture"]),
        ("<style>@import '/c';</style>", ["/c picture"]),
        ("<svg><style>a{b:image-set(&quot;/c&quot; 1x)}</style></svg>", ["/c picture"]),
        ("<link rel='stylesheet' href=/c>", ["/c picture"]), ("<link rel=alternate href=/c>", ["/c mention"]),
        ("<meta property=og:image content=/c?v=1>", ["/c?v=1 mention"]), ("<meta property=og:image content=/b/>", []),
        ("<meta name=twitter:image content='https://example.org/a/'>", []),
        ("<meta property=og:image content='/b/#c'>", ["/b/#c mention"]),
        ("<meta property=og:image content='https://example.org/b/'>", ["https://example.org/b/ mention"]),
        (
            "<script type=\"application/ld+json\">{\"url\":\"https:\\/\\/example.org\\/x\\/\"}</script>",
            ["https://example.org/x/ mention"]
        ),
        ("<textarea><a href=/c></textarea>", []), ("<!-- <a href=/c> -->", []), ("<a HREF=/b/ href=/c>", []),
    ]

    @Test("addresses are found wherever a browser finds them", arguments: pieces)
    func addresses(body: String, expected: [String]) {
        #expect(reading("<h1>甲</h1>" + body).doubts.map { "\($0.text) \($0.use)" } == expected)
    }

    @Test(
        "text is put together as a reader sees it",
        arguments: [
            ("<p>138<strong>1234</strong>5678</p>", "13812345678"), ("<p>&#49;38&#x31;2345678</p>", "13812345678"),
            ("<td>138</td><td>12345678</td>", "138\n12345678"), ("<p>甲&amp;乙&#x4e19;</p>", "甲&乙丙"),
            ("<script>13812345678</script>", ""), ("<p>138<!-- x -->12345678</p>", "13812345678"),
            ("<svg><style>13812345678</style><![CDATA[138]]></svg>", "138"), ("<TEXTAREA><b>1</TEXTAREA>", "<b>1"),
            ("<P>138<B>1234</B>5678", "13812345678"),
        ])
    func text(body: String, expected: String) {
        let text = String(decoding: reading(body, head: "").text.bytes, as: UTF8.self)
        #expect(text.split(separator: "\n").joined(separator: "\n") == expected)
    }

    @Test("mutated pages never stop the reading, and every place is one of the page")
    func mutations() {
        var random = SeededGenerator(seed: 5)
        let page = Array(
            "<html lang=\"a\"><h1 ID=b onclick=c>甲</h1><table><tr><td>乙&#49;</table><svg><STYLE>a{b:url(c)}</STYLE></svg><a href=#d style='b:url(e)'><script type=\"application/ld+json\">{\"a\":[1]}</script>"
                .utf8)
        for _ in 0..<3_000 {
            var bytes = page
            for _ in 0..<4 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            let reading = PageReading(of: bytes, .init(known: KnownAddresses([]), language: "a", canonical: ""))
            let places =
                reading.faults.map(\.bytes) + reading.doubts.map(\.bytes) + reading.idPlaces
                + reading.fragments.map(\.bytes)
            #expect(places.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
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
