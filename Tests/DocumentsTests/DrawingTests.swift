import Foundation
import Testing

@testable import Documents

@Suite("Drawings")
struct DrawingTests {
    private func drawing(_ text: String) throws -> DrawingContents { try DrawingContents(Array(text.utf8)) }

    private func svg(_ inside: String) throws -> DrawingContents {
        try drawing(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(inside)</svg>")
    }

    private func published(_ drawing: DrawingContents) -> String { String(decoding: drawing.published, as: UTF8.self) }

    private static let head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

    @Test("a drawing is written anew with all that draws in it, and what it says is kept in order")
    func roundTrip() throws {
        let inside = """
            <defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><style>.b&gt;.c{fill:url(#a)}</style></defs>\
            <g class="b" style="fill:url('#a')" transform="rotate(5) skewX(2)"><path d="M0 0 L 1 &#10;1"/>\
            <text x="1" y="2">138<tspan>1234</tspan>5678 &amp; 甲</text></g><use xlink:href="#a" href="#a"/>
            """
        let drawing = try svg(inside)
        #expect(drawing.contents.activeParts.isEmpty)
        #expect(drawing.contents.passages.map(\.text) == ["13812345678 & 甲"])
        #expect(published(drawing) == Self.head + ">" + inside + "</svg>\n")
        #expect(try DrawingContents(drawing.published).published == drawing.published)
    }

    @Test(
        "what runs or loads is told, in whatever spelling, and does not go out",
        arguments: [
            ("<script>1</script>", "script"), ("<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>", "script"),
            ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">1</h:script>", "xhtml:script"),
            ("<x xmlns=\"urn:x\"><script xmlns=\"http://www.w3.org/2000/svg\"/></x>", "script"),
            ("<rect onload=\"1\"/>", "onload"), ("<rect ONCLICK=\"1\"/>", "ONCLICK"),
            ("<a href=\"java&#10;script:alert(1)\"><rect/></a>", "href"),
            ("<a xlink:href=\" JavaScript:1\"/>", "xlink:href"),
            ("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">1</p></foreignObject>", "foreignObject"),
            ("<use href=\"https://example.org/a.svg#a\"/>", "href"), ("<use href=\"data:image/svg+xml,x\"/>", "href"),
            ("<image href=\"a.png\"/>", "href"), ("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "href"),
            ("<image href=\"data:image/png;base64,PHN2Zy8+\"/>", "href"),
            ("<animate attributeName=\"href\"/>", "animate"),
            ("<set attributeName=\"x\"/>", "set"), ("<unheardOf/>", "unheardOf"),
            ("<style>@\\69mport \"http://127.0.0.1:9/i.css\";</style>", "style"),
            ("<style>rect{fill:u\\72l(http://127.0.0.1:9/u)}</style>", "style"),
            ("<style>a{background:image-set('a.png' 1x)}</style>", "style"),
            ("<style>@imp/**/ort 'a';@namespace x url(a);</style>", "style"),
            ("<rect style=\"fill:URL(//example.org/a)\"/>", "style"), ("<rect fill=\"url(a.svg#b)\"/>", "fill"),
            ("<rect filter=\"\\75\\72\\6c (a)\"/>", "filter"), ("<rect mask=\"url(#a) url( 'x' )\"/>", "mask"),
            ("<rect style=\"behavior:url(#a)\"/>", "style"),
        ])
    func active(inside: String, part: String) throws {
        let drawing = try svg(inside)
        #expect(drawing.contents.activeParts.contains(part), "\(drawing.contents.activeParts)")
        let text = published(drawing)
        for word in ["script", "onload", "127.0.0.1", "example.org", "foreignObject", "alert", "animate", "mport"] {
            #expect(!text.contains(word), "\(text)")
        }
    }

    @Test("instructions to style sheets are told, and no instruction, comment or document type goes out")
    func instructions() throws {
        let body =
            "<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"data:text/xml,x\"?>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><!-- a --><?b c?><rect/></svg>"
        let drawing = try drawing(body)
        #expect(drawing.contents.activeParts == ["xml-stylesheet"])
        #expect(published(drawing) == Self.head + " width=\"9\"><rect/></svg>\n")
        let wide = body.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try DrawingContents([0xFF, 0xFE] + wide).contents.activeParts == ["xml-stylesheet"])
    }

    @Test("what drawing programs add for themselves is left out without a word")
    func foreign() throws {
        let illustrator = """
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd" [
            <!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>
            <svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" i:viewOrigin="0 0" viewBox="0 0 9 9" enable-background="new 0 0 9 9">\
            <metadata><?xpacket begin="x"?><i:pgf>作者 张三</i:pgf></metadata><rect/></svg>
            """
        let first = try drawing(illustrator)
        #expect(first.contents.activeParts.isEmpty && first.contents.passages.isEmpty)
        #expect(
            published(first) == Self.head + " viewBox=\"0 0 9 9\" enable-background=\"new 0 0 9 9\"><rect/></svg>\n")
        let inkscape = """
            <sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="b"><x/></sodipodi:namedview>\
            <g xmlns:k="http://www.inkscape.org/namespaces/inkscape" k:label="图层" k:export-filename="C:\\张三\\a.png" \
            style="-inkscape-font-specification:'Sans, Normal'"/><flowRoot><flowPara>看不见</flowPara></flowRoot>
            """
        let second = try svg(inkscape)
        #expect(second.contents.activeParts.isEmpty && !published(second).contains("张三"))
        let choice = """
            <switch><foreignObject requiredFeatures="x"><div xmlns="http://www.w3.org/1999/xhtml">文字</div></foreignObject>\
            <text>文字</text></switch><a xlink:href="https://www.drawio.com/x" transform="translate(0,-5)"><text>甲</text></a>\
            <rect style="fill: light-dark(#fff, var(--a, #000)); font-family: @宋体"/>
            """
        let third = try svg(choice)
        #expect(third.contents.activeParts.isEmpty && third.contents.passages.map(\.text) == ["文字", "甲"])
        #expect(published(third).contains("<g transform=\"translate(0,-5)\"><text>甲</text></g>"))
    }

    @Test("a picture inside of a drawing is kept, and looked into")
    func pictures() throws {
        let placed = Data(SampleFiles.jpeg(exif: SampleFiles.exif(latitude: [30, 15, 42]))).base64EncodedString()
        let drawing = try svg("<image href=\"data:image/jpeg;base64,\(placed)\"/>")
        #expect(drawing.contents.holdsPosition && drawing.contents.activeParts.isEmpty)
        #expect(published(drawing).contains(placed))
    }

    @Test(
        "what is no drawing by its namespace, or leads to other files at its beginning, is damaged",
        arguments: [
            "<svg/>", "<svg xmlns=\"http://example.org/\"/>", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<svg",
            "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
            "<!DOCTYPE svg [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/\"> %a;]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&c;</svg>",
            "<!DOCTYPE svg [<svg/>", "",
        ])
    func damaged(text: String) {
        #expect(throws: DocumentProblem.self) { try drawing(text) }
    }

    @Test("drawings with bytes changed never stop the program, and what goes out never runs")
    func mutations() throws {
        let whole = Array(
            (Self.head
                + "><style>a{fill:url(#b)}</style><image href=\"data:image/png;base64,iVBORw0KGgo=\"/><a href=\"#a\" onload=\"1\">"
                + "<script>1</script></a><text style=\"fill:red\">文&#x4e00;</text></svg>").utf8)
        for seed in 0..<1500 {
            var bytes = whole
            for step in 0...(seed % 4) {
                bytes[(seed * 7919 + step * 104_729) % bytes.count] = UInt8(truncatingIfNeeded: seed * 37 + step * 101)
            }
            guard let drawing = try? DrawingContents(bytes) else { continue }
            let text = published(drawing)
            #expect(!text.contains("<script") && !text.contains("onload") && !text.contains("<?"))
        }
    }
}
