import Testing

@testable import Markdown

@Suite("Links and images")
struct LinkTests {
    @Test(
        "a reference points at its destination, wherever it stands",
        arguments: [
            "[a](«x.md»)",
            "## 标题 [a](«x.md»)",
            "前文\r\n续行 [a](«x.md»)\r\n",
            "> 引用\n> 续 [a](«x.md»)\n懒行 [b](«y.md»)\n   缩进 [c](«z.md»)",
            "-\t制表 [a](«x.md»)\n    续 [b](«y.md»)",
            "1. 一\n   - 二\n     三 [a](«x.md» \"标题\")",
            "| 甲 \\| [a](«x.md») | 乙 |\n| - | - |\n| *一* [b](«y.md») | [c](«z.md») |",
            "> | [a](«x.md») | 乙 |\n> | - | - |\n> | ![c](«z.png») |",
            "段落\n| [a](«x.md») | 乙 |\n| - | - |\n| [b](«y.md») | 丙 |",
            "[r]: /r\n文 [a](«x.md»)\n又 [b](«y.md»)",
            "`两行\n代码` [a](«x.md»)",
            "[a\nb](«x.md») [c](«y.md»\n\"t\") [d](«z.md»)",
            "[a](<«空 格.md»>)",
            "[a](«x\\_y.md?a=1&amp;b»)",
            "<«https://example.com/»> <«a@example.com»>",
            "- <«https://example.com/»>",
            "见«https://example.com/a»，\\*又\\*«http://b.cn/»。",
            "脚注[^1]\n\n[^1]: 见 [a](«x.md»)\n    续 [b](«y.md»)",
            "- [x] 完成 [a](«x.md»)",
            "**加粗。**后 [a](«x.md») **“再”**来 [b](«y.md»)",
        ])
    func positions(marked: String) {
        let text = marked.replacing("«", with: "").replacing("»", with: "")
        let expected = marked.split(separator: "«").dropFirst().map { String($0.prefix { $0 != "»" }) }
        for prefix in ["", "---\r\ntitle: 甲\r\n---\r\n"] {
            let parsed = Parsed(prefix + text, from: prefix.utf8.count)
            #expect(parsed.referenced == expected)
            #expect(parsed.rules.filter { $0 != "markdown/unused-definition" }.isEmpty)
            var offset = 0
            for reference in parsed.document.references {
                #expect(reference.range.bytes.lowerBound >= offset)
                offset = reference.range.bytes.lowerBound
            }
        }
    }

    @Test("equal destinations are told apart by their place")
    func equalDestinations() {
        let parsed = Parsed("[a](x) [b](x)\n\n> [c](x)")
        #expect(parsed.document.references.map(\.range.bytes.lowerBound) == [4, 11, 21])
    }

    @Test("a link around an image comes before it, as in the HTML")
    func linkedImage() {
        #expect(Parsed("[![图](x.png)](y.md)").referenced == ["y.md", "x.png"])
    }

    @Test("a link by label points at its definition")
    func labels() {
        #expect(Parsed("文 [a][r] 和 [r]\n\n[r]: /x").referenced == ["/x", "/x"])
    }

    @Test("holes come first in the tag, in order, and the rest is complete")
    func holes() {
        let parsed = Parsed("[甲 *乙*](a \"题\") ![图](b)")
        #expect(
            parsed.html
                == "<p><a href=\"a\" title=\"题\">甲 <em>乙</em></a> <img src=\"b\" alt=\"图\" decoding=\"async\"></p>"
        )
        let html = String(decoding: parsed.document.html, as: UTF8.self)
        #expect(html.contains("<a  title="))
        #expect(parsed.document.references.map(\.text) == ["甲 乙", "图"])
        #expect(parsed.document.references.map(\.kind) == [.link, .image])
    }

    @Test("an image alone in a paragraph is a figure")
    func figures() {
        #expect(
            Parsed("![合影](a.jpg \"2020年\")").html
                == "<figure><img src=\"a.jpg\" alt=\"合影\" decoding=\"async\"><figcaption>2020年</figcaption></figure>"
        )
        #expect(Parsed("![合影](a.jpg)").html.contains("<figcaption>合影</figcaption>"))
        #expect(!Parsed("![](a.jpg)").html.contains("figcaption"))
        #expect(Parsed("见 ![合影](a.jpg)").html.hasPrefix("<p>"))
    }

    @Test(
        "dangerous destinations are errors and no links",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&#9;script:alert(1)",
            "&#1;javascript:alert(1)", "vbscript:x", "data:text/html,x", "data:image/png;base64,x",
            "file:///etc/passwd",
            "ftp://example.com/", "C:\\\\x", "//evil.example", "\\\\\\\\evil.example", "/\\\\evil",
            "javascript&colon;x",
        ])
    func unsafe(destination: String) {
        for text in ["[字](\(destination))", "![字](\(destination))", "[字][r]\n\n[r]: \(destination)"] {
            let parsed = Parsed(text)
            #expect(parsed.html == "<p>字</p>", "\(text)")
            #expect(parsed.rules == ["markdown/unsafe-link"], "\(text)")
            #expect(parsed.document.references.isEmpty)
        }
    }

    @Test(
        "ordinary destinations are links",
        arguments: [
            "https://a.cn", "HTTP://a.cn", "mailto:a@b.cn", "tel:+861000", "a.md", "../a.md#节", "#节", "/a/", "?q=a:b",
            "图1：说明.md", "a/b:c", "第一章:总则.md",
        ])
    func safe(destination: String) {
        let parsed = Parsed("[字](\(destination))")
        #expect(parsed.document.references.map(\.destination) == [destination])
        #expect(parsed.rules.isEmpty)
    }

    @Test("a link without address is an error at its place")
    func empty() {
        let parsed = Parsed("[x](y) 文[字]() 和 ![图](<>)")
        #expect(parsed.rules == ["markdown/empty-link", "markdown/empty-link"])
        #expect(parsed.marked == ["[字]()", "![图](<>)"])
        #expect(parsed.html == "<p><a href=\"y\">x</a> 文字 和 图</p>")
    }

    @Test(
        "bare addresses end where the Chinese text goes on",
        arguments: [
            ("见https://a.cn/b，又", ["https://a.cn/b"]),
            ("（http://a.cn/b）", ["http://a.cn/b"]),
            ("(http://a.cn/b(c)).", ["http://a.cn/b(c)"]),
            ("http://a.cn/网页", ["http://a.cn/"]),
            ("http://a.cn/b_c_d~e?f=g&h=i#j.", ["http://a.cn/b_c_d~e?f=g&h=i#j"]),
            ("https://a.cn/，http://b.cn。", ["https://a.cn/", "http://b.cn"]),
            ("“https://a.cn”", ["https://a.cn"]),
            ("**https://a.cn/b**", ["https://a.cn/b"]),
            ("xhttp://a.cn http:// https://， ftp://a.cn", []),
            ("`http://a.cn`", []),
            ("[http://a.cn](b)", ["b"]),
            ("http://a.cn/**x", ["http://a.cn/**x"]),
        ])
    func bare(markdown: String, expected: [String]) {
        #expect(Parsed(markdown).document.references.map(\.destination) == expected)
    }
}
