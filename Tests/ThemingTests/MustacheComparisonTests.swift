import Diagnostics
import Mustache
import Testing

@testable import Theming

/// Templates are standard Mustache: swift-mustache renders them to the same text. What differs by design is white
/// space (indentation of lines is dropped), so runs of it are compared as one.
@Suite("Comparison with swift-mustache")
struct MustacheComparisonTests {
    /// A view as swift-mustache reads it.
    private struct Reflected: MustacheParent {
        let view: any ViewModel

        func child(named name: String) -> Any? {
            func index<View: ViewModel>(_ view: View) -> Int? { View.fields.type.index(of: name) }
            return index(view).map { Self.value(view.value(at: $0)) }
        }

        static func value(_ value: ViewValue) -> Any {
            switch value {
            case .text(let text): Text(text: text)
            case .html(let bytes): Text(text: String(decoding: bytes, as: UTF8.self))
            case .flag(let flag): flag
            case .view(let view): view.map { Reflected(view: $0) as Any } ?? Text(text: "")
            case .list(let views): views.map { Reflected(view: $0) }
            case .texts(let texts): texts.map { Text(text: $0) }
            }
        }
    }

    private struct Text: MustacheParent, MustacheCustomRenderable {
        let text: String
        var renderText: String { text }
        var isNull: Bool { text.isEmpty }
        func child(named name: String) -> Any? { nil }
    }

    private struct Root: MustacheParent {
        let context: PageContext
        let content: any ViewModel
        let words: [String: String]

        func child(named name: String) -> Any? {
            name == "t"
                ? words : Reflected(view: content).child(named: name) ?? Reflected(view: context).child(named: name)
        }
    }

    private let link = LinkView(title: "<甲> & \"乙\"", url: "/a/?b=1&c='2'", isCurrent: true, note: "")

    private var context: PageContext { Views.context(footer: [link, link], crumb: link) }

    @Test(
        "the same text",
        arguments: [
            "{{site.title}} <script type=\"application/ld+json\">{{{page.json_ld}}}</script> {{t.more}}",
            "{{#links}}{{#first()}}<ul>{{/first()}}<li>{{title}} {{url}}</li>{{#last()}}</ul>{{/last()}}{{/links}}",
            "{{#site.is_sample}}样例{{/site.is_sample}}{{^page.is_indexed}}不索引{{/page.is_indexed}}",
            "{{#page.banner}}有{{/page.banner}}{{^page.banner}}无{{/page.banner}}",
            "{{#page.published}}{{iso}} {{site.day}}{{/page.published}}{{#page.updated}}更新{{/page.updated}}",
            "{{#site.organisation_office}}{{.}}/{{site.organisation_office}}{{/site.organisation_office}}",
            "{{#links}}{{#note}}x{{/note}}{{^note}}无{{/note}}{{#is_current}}当前{{/is_current}}{{/links}}",
            "{{#page.navigation}}x{{/page.navigation}}{{^page.navigation}}空{{/page.navigation}}",
            "{{<base}}{{$main}}内容 {{page.title}}{{/main}}{{/base}}", "{{<base}}{{/base}}",
            "{{<middle}}{{$main}}里{{/main}}{{/middle}}", "{{#links}}\n  {{> row}}\n{{/links}}\n",
            "甲 {{! 注释 }} 乙\n{{!\n 多行\n}}\n丙",
        ])
    func comparison(template: String) throws {
        let others = [
            "base": "<main>{{$main}}默认 {{site.title}}{{/main}}</main>\n{{$foot}}脚{{/foot}}",
            "middle": "{{<base}}{{$foot}}中{{/foot}}{{/base}}", "row": "<p>{{title}}</p>\n",
        ]
        var findings: [Diagnostic] = []
        var scanned: [String: [TemplateNode]] = [:]
        var library = MustacheLibrary()
        for (name, text) in others.merging(["not-found": template], uniquingKeysWith: { first, _ in first }) {
            scanned[name] = TemplateScanner.scan(SourceFile(path: name, text: text), findings: &findings)
            try library.register(text, named: name)
        }
        var compiler = TemplateCompiler(templates: scanned, words: Words(["more": "更多 <词>"]))
        let compiled = compiler.program(for: .notFound)
        let program = try #require(compiled)
        #expect(findings.isEmpty && compiler.findings.isEmpty, "\(compiler.findings.map(\.message.en))")

        let content = NotFoundPageView(links: [link, LinkView(title: "丙", url: "/c/")])
        let ours = String(decoding: program.render([context, content]).page, as: UTF8.self)
        let theirs = library.render(
            Root(context: context, content: content, words: ["more": "更多 <词>"]), withTemplate: "not-found")
        #expect(squeezed(ours) == squeezed(theirs ?? ""))
    }

    private func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
