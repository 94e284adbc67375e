import Diagnostics
import Testing

@testable import Theming

@Suite("What a theme opens and does not close")
struct UnclosedTests {
    @Test(
        "a comment, an element of text, a tag or a quotation mark is told at its place",
        arguments: [
            ("<p>x</p>\n<!-- x\n<p>y</p>", 9, "注释"), ("<p>\n<style>\n.x{}", 4, "元素"), ("<script>x", 0, "元素"),
            ("<textarea>x\n</p>", 0, "元素"), ("<title>{{page.title}}", 0, "元素"), ("<p>x</p><iframe>", 8, "元素"),
            ("<a href=\"/about/>x</a>\n{{> text}}", 8, "引号"),
            ("<a href='/x'>y</a><a title=\"x>y</a><p class=\"z\">", 27, "引号"),
            ("<p>x</p\n{{> text}}", 4, "标签"), ("{{#page}}<!-- {{title}}{{/page}}", 9, "注释"), ("<xmp>x<p>", 0, "元素"),
        ])
    func unclosed(text: String, offset: Int, what: String) throws {
        let found = try #require(UnclosedMarkup.finding(in: SourceFile(path: "a.mustache", text: text)))
        #expect(found.range?.bytes.lowerBound == offset && found.message.zh.contains("打开的\(what)没有关上"), "\(found)")
    }

    @Test(
        "closed markup, fragments and conditions are left alone",
        arguments: [
            "<p>x</p>", "<!-- {{! x }} --><p>", "<a {{#x}}class=\"a\"{{/x}} href=\"{{url}}\">x</a>", "class=\"a\"",
            "{{> a}}{{<b}}{{/b}}",
            "<p title=\"1 > 0\">x</p>", "<script src=\"/a.js\"></script>", "<style>a > b {}</style><p>",
            "{{=<% %>=}}<!-- x",
            "<p>1 < 2</p>", "<a href={{url}}>x</a>", "<p title='\"'>x</p>",
            "<title>{{$title}}{{{x}}}{{/title}}</title>",
        ])
    func closed(text: String) { #expect(UnclosedMarkup.finding(in: SourceFile(path: "a.mustache", text: text)) == nil) }

    @Test(
        "a style sheet's comments, strings and braces are closed",
        arguments: [
            ("/* x\n.a{}", 0), (".x{color:red\n.y{color:blue}", 2), (".x{}}\n.y{}", 4), (".x{content:\"a\n}", 11),
            ("@media print{.a{}\n", 12), ("/* a */ .x{/* b", 11),
            (".x{}", nil), (".x{content:\"}\"}", nil), ("/* { */.x{}", nil), (".a{.b{}}", nil),
            (".x{content:'\\''}", nil), ("", nil),
            (".a\\{b{}", nil),
        ] as [(String, Int?)])
    func styles(text: String, offset: Int?) {
        let found = StylesheetBalance.finding(in: SourceFile(path: "a.css", text: text))
        #expect(found?.range?.bytes.lowerBound == offset)
    }
}
