import Foundation
import TestSupport
import Testing

@Suite("showcase check")
struct CheckTests {
    @Test("check reports and writes nothing")
    func check() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let before = try Sites.files(below: site)
        #expect(Shell.run(["check"], in: site).status == 0)
        #expect(try Sites.files(below: site) == before)
    }

    @Test("messages are in the language asked for", arguments: [("zh", "找不到"), ("en", "There is no")])
    func language(language: String, word: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = Shell.run(["check", "--lang", language], in: site)
        #expect((output.out + output.error).contains(word))
        let byEnvironment = Shell.run(["check"], in: site, environment: ["SHOWCASE_LANG": language])
        #expect((byEnvironment.out + byEnvironment.error).contains(word))
    }

    @Test("a finding shows path, line, column, the line and a mark under the place")
    func excerpt() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = Shell.run(["check", "--lang", "en"], in: site)
        let text = output.out + output.error
        #expect(text.contains("content/about.md:6:13"))
        #expect(text.contains("说明文字，返回[首页](abuot.md)。"))
        #expect(text.contains("^^^^^^^^"))
        #expect(text.contains("about.md"))
    }

    @Test("an edition that as_of hides is named with as_of, one that is a draft is not")
    func hiddenEdition() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let path = site + "/site.config"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("as_of: 2020-11-20", with: "as_of: 2020-11-15")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let hidden = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site).out
        #expect(hidden.contains("is not public before 2020-11-16 (as_of in site.config keeps the site at 2020-11-15)"))
        // What is hidden is told once.
        #expect(!hidden.contains("config/as-of"))
        let other = Shell.run(["check", "--format", "plain", "--as-of", "2020-11-16"], in: site)
        #expect(!other.out.contains("config/as-of"))
        let edition = site + "/content/awards/2020/index.md"
        try String(contentsOfFile: edition, encoding: .utf8).replacing("状态: 公示", with: "状态: 草稿")
            .write(toFile: edition, atomically: true, encoding: .utf8)
        #expect(!(Shell.run(["check", "--format", "plain"], in: site).out.contains("config/as-of")))
    }

    @Test("with --format json standard output holds one object a line and nothing else")
    func json() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = Shell.run(["build", "--format", "json"], in: site)
        let lines = output.out.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["rule"] is String)
            #expect(object?["message"] is String)
        }
    }

    @Test(
        "every format ends a broken site with 1 and a whole one with 0",
        arguments: ["text", "plain", "json", "sarif", "github", "junit", "gitlab"])
    func formats(format: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = Shell.run(["check", "--format", format], in: site)
        #expect(output.status == 1 && output.out.contains("abuot.md"))
        let summary = site + "/summary.md"
        try "".write(toFile: summary, atomically: true, encoding: .utf8)
        _ = Shell.run(["check", "--format", format], in: site, environment: ["GITHUB_STEP_SUMMARY": summary])
        #expect(try String(contentsOfFile: summary, encoding: .utf8).contains("abuot.md") == (format == "github"))
    }

    @Test("style sheets and srcset of a theme lead to files that are published")
    func themeAddresses() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let style = site + "/themes/bare/assets/site.css"
        let css = try String(contentsOfFile: style, encoding: .utf8)
        try (css + "\nb { background: url(missing.png) }\n").write(toFile: style, atomically: true, encoding: .utf8)
        let template = site + "/themes/bare/templates/not-found.mustache"
        let text = try String(contentsOfFile: template, encoding: .utf8)
        try text.replacing(
            "{{/main}}", with: "<img alt=\"\" srcset=\"/qc/a.png 1x, {{site.stylesheet_url}} 2x\">{{/main}}"
        )
        .write(toFile: template, atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(output.status == 1)
        #expect(
            output.out.contains(/In the style sheet \/assets\/[0-9a-f]{10}\/site\.css, “missing\.png” leads nowhere\./))
        #expect(output.out.contains("On /404.html, the link “/qc/a.png” leads nowhere."))
        #expect(output.out.split(separator: "\n").count { $0.contains("error:") } == 2, "\(output.out)")
    }

    @Test("--only shows and counts the findings of some rules")
    func only() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        #expect(Shell.run(["check", "--only", "privacy/*"], in: site).status == 0)
        let output = Shell.run(["check", "--only", "link/broken", "--format", "plain"], in: site)
        #expect(output.status == 1 && output.out.split(separator: "\n").count == 1)
        #expect(Shell.run(["check", "--only", "link/brokn"], in: site).status == 2)
    }

    @Test("a baseline is written, then hides what it holds; without its file the call is wrong")
    func baseline() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        #expect(Shell.run(["check", "--baseline", "known.txt"], in: site).status == 2)
        #expect(Shell.run(["check", "--update-baseline"], in: site).status == 2)
        #expect(Shell.run(["check", "--baseline", "known.txt", "--update-baseline"], in: site).status == 0)
        let output = Shell.run(["check", "--baseline", "known.txt"], in: site)
        #expect(output.status == 0 && output.out.isEmpty)
        #expect(Shell.run(["check"], in: site).status == 1)
    }

    @Test("entries of a baseline that no finding has any more are told, with the way to renew it")
    func unusedBaseline() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let baseline = ["check", "--lang", "en", "--baseline", "known.txt"]
        _ = Shell.run(baseline + ["--update-baseline"], in: site)
        let about = site + "/content/about.md"
        try String(contentsOfFile: about, encoding: .utf8).replacing("abuot.md", with: "about.md").write(
            toFile: about, atomically: true, encoding: .utf8)
        let output = Shell.run(baseline, in: site)
        #expect(
            output.error.contains(
                "1 entry of the baseline occurs no more; renew it with check --baseline known.txt --update-baseline."),
            "\(output.error)")
        #expect(!(Shell.run(baseline + ["--only", "privacy/*"], in: site)).error.contains("occur no more"))
    }
}
