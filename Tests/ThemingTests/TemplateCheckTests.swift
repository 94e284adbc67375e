import Diagnostics
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
        ])
    func syntax(template: String, expected: String) {
        #expect(findings(template) == [expected])
    }
}
