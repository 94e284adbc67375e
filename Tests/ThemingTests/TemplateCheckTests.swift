import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

@testable import Theming

@Suite("Template check")
struct TemplateCheckTests {
    /// The findings about `home.mustache` with further templates beside it, as "line:column message".
    private func findings(_ home: String, _ others: [String: String] = [:]) -> [String] {
        var found: [Diagnostic] = []
        var scanned: [String: [TemplateNode]] = [:]
        for (name, text) in others.merging(["home": home], uniquingKeysWith: { first, _ in first }) {
            scanned[name] = TemplateScanner.scan(
                SourceFile(path: "templates/\(name).mustache", text: text), findings: &found)
        }
        var compiler = TemplateCompiler(
            templates: scanned, words: Words(["more": "更多", "title_of_list": "列表"]))
        _ = compiler.program(for: .home)
        found += compiler.findings
        return found.map { finding in
            let start = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            return "\(start) \(finding.message.en)"
        }
    }

    @Test("names of the page's view, the site, the page and the words are known")
    func known() {
        #expect(
            findings("{{site.title}} {{page.title}} {{t.more}} {{#edition}}{{year}}{{/edition}} {{{body}}}").isEmpty)
    }

    @Test("an unknown name is reported at its place with the nearest one")
    func unknown() {
        #expect(findings("一行\n<p>{{site.titel}}</p>") == ["2:6 There is no “titel” here. Did you mean “title”?"])
    }

    @Test("names are looked up in the innermost section first, then outward")
    func scopes() {
        #expect(findings("{{#notices}}{{title}}{{date.iso}}{{site.title}}{{/notices}}").isEmpty)
        #expect(findings("{{date.iso}}").count == 1)
    }

    @Test("text in three braces and HTML in two are refused")
    func escaping() {
        #expect(findings("{{{site.title}}}").first?.contains("is text") == true)
        #expect(findings("{{&site.title}}").first?.contains("is text") == true)
        #expect(findings("{{body}}").first?.contains("finished HTML") == true)
    }

    @Test("an unknown word is reported with the nearest one")
    func words() {
        #expect(findings("{{t.mor}}") == ["1:3 The strings have no word “mor”. Did you mean “more”?"])
    }

    @Test("an unknown partial is reported with the nearest one")
    func partial() {
        #expect(
            findings("{{> partial-hed}}", ["partial-head": ""])
                == ["1:5 There is no template “partial-hed”. Did you mean “partial-head”?"])
    }

    @Test("a partial that includes itself is reported, not followed")
    func recursion() {
        let found = findings("{{> a}}", ["a": "{{> b}}", "b": "{{> a}}"])
        #expect(found == ["1:5 The template “a” includes itself: a → b → a."])
    }

    @Test("a partial is checked where it is used")
    func partialScope() {
        let others = ["row": "{{date.iso}}"]
        #expect(findings("{{#notices}}{{> row}}{{/notices}}", others).isEmpty)
        #expect(findings("{{> row}}", others).count == 1)
    }

    @Test("a block is checked in the place of the parent where it is shown")
    func inheritance() {
        let base = ["base": "{{#notices}}{{$row}}{{/row}}{{/notices}}"]
        #expect(findings("{{<base}}{{$row}}{{date.iso}}{{/row}}{{/base}}", base).isEmpty)
        #expect(
            findings("{{<base}}{{$rwo}}{{/rwo}}{{/base}}", base)
                == ["1:13 There is no “rwo” here. Did you mean “row”?"])
    }

    @Test(
        "broken tags are reported at their place",
        arguments: [
            ("{{site.title", "1:1 The tag does not end: “}}” is missing."),
            ("{{#notices}}", "1:4 “notices” does not end: {{/notices}} is missing."),
            ("{{/notices}}", "1:4 {{/notices}} closes nothing."),
            ("{{#notices}}{{/notcies}}", "1:16 {{/notices}} is expected here, not {{/notcies}}."),
            ("{{=<% %>=}}", "1:3 Set-delimiter and pragma tags are not used in themes."),
            ("{{! a\n{{site.title}}", "1:1 The tag does not end: “}}” is missing before the next “{{”."),
            ("{{ page.title }\n{{site.title}}", "1:1 The tag does not end: “}}” is missing before the next “{{”."),
            (
                "{{{page.heading}}\n{{{page.heading}}}",
                "1:1 The tag does not end: “}}}” is missing before the next “{{”."
            ),
            ("{{#}}a{{/}}", "1:3 The tag has no name."), ("{{>}}", "1:3 The tag has no name."),
            ("a{{/}}", "1:4 The tag has no name."),
        ])
    func syntax(template: String, expected: String) {
        #expect(findings(template) == [expected])
    }

    @Test(
        "a closing tag that lacks its slash is one finding, at the tag",
        arguments: [
            (
                "{{<base}}\n{{$main}}\nx\n{{$main}}\n{{/base}}\n",
                "4:4 {{$main}} begins again and does not end; {{/main}} is expected here."
            ),
            (
                "{{#notices}}a{{#notices}}",
                "1:17 {{#notices}} begins again and does not end; {{/notices}} is expected here."
            ),
            (
                "{{<base}}{{$main}}{{#notices}}{{/main}}{{/base}}",
                "1:22 “notices” does not end: {{/notices}} is missing."
            ),
            ("{{<base}}{{$main}}{{/base}}", "1:13 “main” does not end: {{/main}} is missing."),
            ("{{<base}}{{$main}}{{/x}}{{/main}}{{/base}}", "1:22 {{/main}} is expected here, not {{/x}}."),
            ("{{<base}}{{$main}}{{/mian}}{{/base}}", "1:22 {{/main}} is expected here, not {{/mian}}."),
            (
                "{{<base}}{{$main}}{{#notices}}{{#title}}{{/notices}}{{/title}}{{/main}}{{/base}}",
                "1:34 “title” does not end: {{/title}} is missing."
            ),
            ("{{<base}}{{$main}}{{/main}}{{/base", "1:28 The tag does not end: “}}” is missing."),
        ])
    func missingSlash(template: String, expected: String) {
        let found = findings(template, ["base": "<main>{{$main}}{{/main}}</main>"])
        #expect(found.first == expected)
        #expect(found.count == 1)
    }

    @Test("a block may stand in itself, and a part in a part of its kind")
    func nestedBlocks() {
        let others = [
            "base": "<main>{{$main}}{{/main}}</main>", "card": "<div>{{$body}}{{/body}}</div>",
            "middle": "{{<base}}{{$main}}<section>{{$main}}{{/main}}</section>{{/main}}{{/base}}",
        ]
        #expect(findings("{{<base}}{{$main}}a{{$main}}b{{/main}}{{/main}}{{/base}}", others).isEmpty)
        #expect(findings("{{<middle}}{{$main}}a{{/main}}{{/middle}}", others).isEmpty)
        #expect(
            findings("{{<card}}{{$body}}{{<card}}{{$body}}a{{/body}}{{/card}}{{/body}}{{/card}}", others).isEmpty)
        #expect(findings("{{<a}}{{/a}}", ["a": "{{$x}}{{<b}}{{/b}}{{/x}}", "b": "{{<a}}{{/a}}"]).count == 1)
    }
}

@Suite("Limits of templates")
struct TemplateLimitTests {
    private func findings(_ templates: [String: String], limits: TemplateLimits = TemplateLimits()) -> [String] {
        var files: [String: SourceFile] = [:]
        for (name, text) in templates {
            files["templates/\(name).mustache"] = SourceFile(path: "templates/\(name).mustache", text: text)
        }
        var found: [Diagnostic] = []
        _ = TemplateSet.load(
            files, words: nil, fallback: SourceFile(path: "site.config", text: "").start, isComplete: true,
            limits: limits, findings: &found)
        return found.filter { $0.rule != .themeMissingFile }.map { finding in
            let start = finding.range.map { "\($0.file.path.dropFirst(10)):\($0.start.line)" } ?? "-"
            return "\(start) \(finding.rule.name)"
        }
    }

    @Test("20,000 nested sections are one finding at the line of the first that is too deep")
    func nesting() {
        for open in ["{{#page.title}}", "{{^page.title}}", "{{$a}}", "{{<base}}"] {
            let deep = String(repeating: open + "\n", count: 20_000)
            #expect(findings(["home": deep]) == ["home.mustache:65 theme/limit"])
        }
    }

    @Test("ten levels of partials that include the next ten times are one finding, and little work")
    func expansion() {
        for call in ["{{> l%}}", "{{<l%}}{{/l%}}", "{{<l%}}{{$x}}{{t.a}}{{/x}}{{/l%}}"] {
            var templates = [
                "home": String(repeating: call.replacing("%", with: "1"), count: 10), "l10": "x{{$x}}{{/x}}",
            ]
            for level in 1...9 {
                templates["l\(level)"] =
                    String(repeating: call.replacing("%", with: "\(level + 1)"), count: 10) + "{{$x}}{{/x}}"
            }
            let found = findings(templates)
            #expect(found.count == 1 && found[0].hasSuffix("theme/limit"), "\(found)")
        }
    }

    @Test("texts and partials that are included again and again, and a chain of partials, have their limits")
    func size() {
        let large = String(repeating: "x", count: 100_000)
        #expect(findings(["home": String(repeating: "{{> a}}\n", count: 100), "a": large]).count == 1)
        var chain = ["home": "{{> c0}}", "c200": "x"]
        for index in 0..<200 { chain["c\(index)"] = "{{> c\(index + 1)}}" }
        #expect(findings(chain).map { $0.hasSuffix("theme/limit") } == [true])
        #expect(findings(["home": String(repeating: "{{page.title}}", count: 60_000)]).count == 1)
        #expect(findings(["home": String(repeating: "{{page.title}}", count: 10_000)]).isEmpty)
    }

    @Test("lists within lists end a page at the limit of its steps, with the place")
    func repetition() throws {
        let list = "{{#site.footer_links}}"
        let text = String(repeating: list, count: 30) + "x" + String(repeating: "{{/site.footer_links}}", count: 30)
        var found: [Diagnostic] = []
        let nodes = TemplateScanner.scan(SourceFile(path: "templates/home.mustache", text: text), findings: &found)
        var compiler = TemplateCompiler(templates: ["home": nodes], words: nil)
        let compiled = compiler.program(for: .home)
        let program = try #require(compiled)
        var limits = TemplateLimits()
        limits.renderingSteps = 10_000
        let links = [LinkView(title: "甲", url: "/a/"), LinkView(title: "乙", url: "/b/")]
        let rendering = program.render([Views.context(footer: links), NotFoundPageView(links: [])], limits: limits)
        #expect(rendering.page.count < 10_000)
        #expect(rendering.cut?.file.path == "templates/home.mustache")
    }

    @Test("mutated templates never end the program, and the work is bounded")
    func mutations() {
        var generator = SeededGenerator(seed: 20)
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#page.title}}", "{{/page.title}}", "{{$main}}", "{{/main}}", "{{<base}}",
            "{{/base}}", "{{> a}}", "{{> b}}", "{{^notices}}", "{{/notices}}", "{{#site.footer_links}}",
            "{{/site.footer_links}}", "{{.}}", "{{t.home}}", "<p title=\"", "\">", "<script>", "</script>", "<!--",
            "-->",
            "<a href=\"", "\n", " ", "{{!x}}", "é", "{{page.json_ld}}", "{{{page.heading}}}", "{{#first()}}",
            "{{/first()}}",
        ]
        func template() -> String {
            (0..<Int.random(in: 0...40, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
        }
        for _ in 0..<400 {
            var templates = ["home": template(), "base": template(), "a": template(), "b": template()]
            if Bool.random(using: &generator) { templates["team"] = template() }
            _ = findings(templates)
        }
    }
}

@Suite("Values in markup")
struct MarkupCheckTests {
    private func problems(
        _ home: String, _ others: [String: String] = [:], limits: TemplateLimits = TemplateLimits()
    ) -> [String] {
        var found: [Diagnostic] = []
        var scanned: [String: [TemplateNode]] = [:]
        for (name, text) in others.merging(["home": home], uniquingKeysWith: { first, _ in first }) {
            scanned[name] = TemplateScanner.scan(
                SourceFile(path: "templates/\(name).mustache", text: text), findings: &found)
        }
        var compiler = TemplateCompiler(templates: scanned, words: Words(["home": "首页"]), limits: limits)
        _ = compiler.program(for: .home)
        return (found + compiler.findings).map { finding in
            let start = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            return "\(start) \(finding.rule.name)"
        }
    }

    @Test(
        "a value in a script, style, comment, name, unquoted attribute or scheme is told at its place",
        arguments: [
            "<script>var a = '1️⃣page.title}}'</script>", "<SCRIPT type=module>1️⃣page.title}}</SCRIPT>",
            "<p onclick=\"f('1️⃣page.title}}')\">", "<p OnMouseOver = '1️⃣page.title}}'>",
            "<a href=\"javascript:f('1️⃣page.title}}')\">", "<a href=\" java\nscript:1️⃣page.title}}\">",
            "<a href=\"1️⃣page.title}}\">", "<img src='1️⃣page.title}}/a.png'>", "<a href=\"java1️⃣page.title}}\">",
            "<form action=\"1️⃣page.title}}\">", "<p title=1️⃣page.title}}>", "<p title=a1️⃣page.title}}>",
            "<p title = 1️⃣page.title}} class=a>", "<style>a { color: 1️⃣page.title}} }</style>",
            "<p style=\"width: 1️⃣page.title}}\">", "<!-- 1️⃣page.title}} -->", "<!-- a --!> -- > 1️⃣page.title}}",
            "<1️⃣page.title}}>", "<p 1️⃣page.title}}=\"a\">", "<p data-1️⃣page.title}}=\"a\">", "</1️⃣page.title}}>",
            "<iframe srcdoc=\"1️⃣page.title}}\">", "<title>{1️⃣page.heading}}}</title>", "<p title=\"{1️⃣page.heading}}}\">",
            "<script type=\"application/ld+json\">\"1️⃣page.title}}\"</script>", "<p>{1️⃣page.json_ld}}}</p>",
            "<script>{1️⃣page.json_ld}}}</script>", "<textarea>{1️⃣page.heading}}}</textarea>", "<p title=1️⃣t.home}}>",
            "<script src=\"1️⃣page.title}}\"></script>", "<p {{#page.title}}title={{/page.title}}1️⃣page.title}}>",
            "<p title=\"\"1️⃣page.title}}>",
            "<img srcset=\"/a.png 1x, 1️⃣page.title}} 2x\">", "<img srcset=\"/a.png 1x,1️⃣page.title}} 2x\">",
            "<img srcset='/a.png, 1️⃣page.title}}'>", "<link imagesrcset=\"/a.png 1x, java1️⃣page.title}} 2x\">",
            "<a href=\"JaVaScRiPt&#58;1️⃣page.title}}\">", "<a href=\"&#106;avascript:1️⃣page.title}}\">",
            "<a href=\"javascript&colon;1️⃣page.title}}\">", "<animate attributeName=\"href\" to=\"1️⃣page.title}}\"/>",
            "<set attributeName=\"1️⃣page.title}}\" to=\"a\"/>", "<animate values=\"javascript:1️⃣page.title}}\"/>",
            "<!DOCTYPE 1️⃣page.title}}>", "<p/onload=\"1️⃣page.title}}\">",
        ])
    func misplaced(marked: String) {
        let parts = marked.components(separatedBy: "1️⃣")
        if marked.contains("--!>") {
            #expect(problems(parts.joined(separator: "{{")).isEmpty)
            return
        }
        let lines = parts[0].components(separatedBy: "\n")
        let place = "\(lines.count):\((lines.last?.count ?? 0) + 3)"
        #expect(problems(parts.joined(separator: "{{")) == ["\(place) theme/context"], "\(marked)")
    }

    @Test(
        "values between elements, in quoted attributes and in addresses behind their beginning are as they should be",
        arguments: [
            "<p>{{page.title}}</p>", "<p title=\"{{page.title}}\" class='a-{{page.kind}}'>",
            "<title>{{page.title}}</title>",
            "<a href=\"{{site.home_url}}search/?q={{page.title}}\">", "<a href=\"#{{page.kind}}\">",
            "<a href=\"/{{page.kind}}/\">",
            "<a href=\"https://example.org/{{page.kind}}\">", "<a href=\"{{t.home}}\">",
            "<p data-a=\"{{page.title}}\">",
            "<script type=\"application/ld+json\">{{{page.json_ld}}}</script>", "<p>{{{page.heading}}}</p>",
            "{{#page.title}}<p{{/page.title}}{{^page.title}}<div{{/page.title}} title=\"{{page.title}}\">{{.}}",
            "<p title={{#page.title}}\"a\"{{/page.title}}{{^page.title}}\"{{page.kind}}\"{{/page.title}}>",
            "{{#site.footer_links}}<a href=\"{{url}}\">{{title}}</a>{{/site.footer_links}}", "1 < 2 {{page.title}}",
            "<script>a</script>{{page.title}}", "<style>a</style >{{page.title}}", "<!-- --> {{page.title}}",
            "<!--> {{page.title}}", "<p title='\"'>{{page.title}}", "<p title=\"'\">{{page.title}}",
            "<a href=\"mailto:{{page.title}}\">",
            "<img srcset=\"/a.png {{page.title}}x, /b.png {{page.kind}}x\">",
            "<img srcset=\"/a,{{page.title}}.png 2x\">",
            "<a href=\"/x?a=1&amp;b={{page.title}}\">", "<p to=\"{{page.title}}\">", "<ol values=\"{{page.title}}\">",
            "{{#site.organisation_url}}<a href=\"{{.}}\">{{/site.organisation_url}}",
            "<a href=\"{{#site.organisation_url}}{{.}}{{/site.organisation_url}}\">",
        ])
    func inPlace(template: String) {
        // A dot outside of a section on text is told as such.
        #expect(problems(template).filter { !$0.hasSuffix("unknown-name") }.isEmpty, "\(template)")
    }

    @Test("a value in a block is judged by the markup around the block")
    func blocks() {
        let base = ["base": "<script>{{$a}}{{/a}}</script>{{$b}}{{/b}}"]
        #expect(problems("{{<base}}{{$a}}{{page.title}}{{/a}}{{/base}}", base) == ["1:18 theme/context"])
        #expect(problems("{{<base}}{{$b}}{{page.title}}{{/b}}{{/base}}", base).isEmpty)
    }

    @Test("markup that depends on too many conditions is told, not followed for ever")
    func conditions() {
        let names = "<p " + String(repeating: "{{#page.title}}a{{/page.title}}{{#page.kind}}b{{/page.kind}}", count: 5)
        #expect(problems(names).map { $0.hasSuffix("theme/limit") } == [true])
        var limits = TemplateLimits()
        limits.markupBytes = 10_000
        let lists = String(repeating: "{{#site.footer_links}}", count: 50)
        let found = problems(
            "<p " + lists + "a" + lists.replacing("#", with: "/"), limits: limits)
        #expect(found.count == 1 && found[0].hasSuffix("theme/limit"), "\(found)")
    }
}
