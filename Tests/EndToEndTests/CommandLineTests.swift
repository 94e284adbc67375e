import Foundation
import Testing

@Suite("Command line")
struct CommandLineTests {
    @Test("check reports and writes nothing")
    func check() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let before = try Sites.files(below: site)
        #expect(try Program.run(["check"], in: site).status == 0)
        #expect(try Sites.files(below: site) == before)
    }

    @Test("routes lists every address, sorted, and the build writes exactly these and the theme's files")
    func routes() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let output = try Program.run(["routes"], in: site)
        #expect(output.status == 0)
        let routes = output.out.split(separator: "\n").map(String.init)
        #expect(routes == routes.sorted())
        #expect(routes.contains("/awards/2020/js-002/"))
        #expect(try Program.run(["build"], in: site).status == 0)
        let expected = Set(
            routes.map { $0.hasSuffix("/") ? $0.dropFirst() + "index.html" : $0.dropFirst() }.map(String.init))
        let written = Set(try Sites.files(below: site + "/public").filter { !$0.hasPrefix(".") })
        let others = written.symmetricDifference(expected)
        #expect(others.count == 1)
        #expect(try #require(others.first).wholeMatch(of: /assets\/[0-9a-f]{10}\/site\.css/) != nil)
    }

    @Test("messages are in the language asked for", arguments: [("zh", "找不到"), ("en", "There is no")])
    func language(language: String, word: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = try Program.run(["check", "--lang", language], in: site)
        #expect((output.out + output.error).contains(word))
        let byEnvironment = try Program.run(["check"], in: site, environment: ["SHOWCASE_LANG": language])
        #expect((byEnvironment.out + byEnvironment.error).contains(word))
    }

    @Test("a finding shows path, line, column, the line and a mark under the place")
    func excerpt() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = try Program.run(["check", "--lang", "en"], in: site)
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
        let hidden = try Program.run(["check", "--format", "plain", "--lang", "en"], in: site).out
        #expect(hidden.contains("is not public before 2020-11-16 (as_of in site.config keeps the site at 2020-11-15)"))
        // What is hidden is told once.
        #expect(!hidden.contains("config/as-of"))
        let other = try Program.run(["check", "--format", "plain", "--as-of", "2020-11-16"], in: site)
        #expect(!other.out.contains("config/as-of"))
        let edition = site + "/content/awards/2020/index.md"
        try String(contentsOfFile: edition, encoding: .utf8).replacing("状态: 公示", with: "状态: 草稿")
            .write(toFile: edition, atomically: true, encoding: .utf8)
        #expect(!(try Program.run(["check", "--format", "plain"], in: site).out.contains("config/as-of")))
    }

    @Test(
        "wrong usage ends with 2",
        arguments: [["--no-such-option"], ["build", "--jobs", "0"], ["build", "--as-of", "2020-13-01"], ["nonsense"]])
    func usage(arguments: [String]) throws {
        let scratch = try Scratch()
        #expect(try Program.run(arguments, in: try scratch.site("small")).status == 2)
    }

    @Test("a folder without site.config ends with 2 and says so")
    func noSite() throws {
        let scratch = try Scratch()
        let output = try Program.run(["build", "--lang", "en"], in: scratch.path)
        #expect(output.status == 2)
        #expect((output.out + output.error).contains("site.config"))
    }

    @Test("an output that is not ours is not touched and ends with 73")
    func foreignOutput() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try FileManager.default.createDirectory(atPath: site + "/public", withIntermediateDirectories: true)
        try "wichtig".write(toFile: site + "/public/letter.txt", atomically: true, encoding: .utf8)
        let output = try Program.run(["build"], in: site)
        #expect(output.status == 73, "\(output.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/.public.lock"))
        #expect(try Sites.files(below: site + "/public") == ["letter.txt"])
    }

    @Test("--version and --help answer")
    func help() throws {
        let scratch = try Scratch()
        #expect(try Program.run(["--version"], in: scratch.path).out.contains("0.1.0"))
        for command in [[], ["build"], ["check"], ["routes"]] {
            let output = try Program.run(command + ["--help"], in: scratch.path)
            #expect(output.status == 0)
            #expect(output.out.contains("showcase "))
        }
    }

    @Test("with --format json standard output holds one object a line and nothing else")
    func json() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = try Program.run(["build", "--format", "json"], in: site)
        let lines = output.out.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["rule"] is String)
            #expect(object?["message"] is String)
        }
    }

    @Test(
        "a full disk behind standard output ends with 73 and a message, behind standard error with nothing",
        arguments: ["check --format json", "routes", "schema writeup", "explain"])
    func fullDisk(command: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        // A finding, so that there is something to write.
        try "---\ntitle: 甲\n---\n\n[无](missing.md)\n".write(
            toFile: site + "/content/gone.md", atomically: true, encoding: .utf8)
        for (redirection, codes) in [("> /dev/full", [73]), ("2> /dev/full", [0, 1])] as [(String, [Int32])] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(Program.path) \(command) \(redirection)"]
            process.currentDirectoryURL = URL(fileURLWithPath: site)
            let pipe = Pipe()
            process.standardError = pipe
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(codes.contains(process.terminationStatus), "\(command) \(redirection): \(error)")
            if codes == [73] { #expect(error.contains("标准输出") || error.contains("standard output"), "\(error)") }
        }
    }

    @Test("nothing is rewritten where standard error is no terminal")
    func noProgressLine() throws {
        let scratch = try Scratch()
        let output = try Program.run(["build"], in: try scratch.site("small"))
        #expect(!output.error.contains("\r") && !output.error.contains("\u{1B}"))
    }

    @Test("explain tells a rule in both languages, lists all, and ends with 2 for one that does not exist")
    func explain() throws {
        let scratch = try Scratch()
        let chinese = try Program.run(["explain", "link/anchor", "--lang", "zh"], in: scratch.path)
        #expect(chinese.status == 0 && chinese.out.contains("正确的写法"))
        let english = try Program.run(["explain", "link/anchor", "--lang", "en"], in: scratch.path)
        #expect(english.out.contains("Right:"))
        #expect(try Program.run(["explain"], in: scratch.path).out.split(separator: "\n").count > 60)
        let wrong = try Program.run(["explain", "link/ancor"], in: scratch.path)
        #expect(wrong.status == 2 && wrong.error.contains("link/anchor"))
    }

    @Test("a baseline is written, then hides what it holds; without its file the call is wrong")
    func baseline() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        #expect(try Program.run(["check", "--baseline", "known.txt"], in: site).status == 2)
        #expect(try Program.run(["check", "--update-baseline"], in: site).status == 2)
        #expect(try Program.run(["check", "--baseline", "known.txt", "--update-baseline"], in: site).status == 0)
        let output = try Program.run(["check", "--baseline", "known.txt"], in: site)
        #expect(output.status == 0 && output.out.isEmpty)
        #expect(try Program.run(["check"], in: site).status == 1)
    }

    @Test(
        "every format ends a broken site with 1 and a whole one with 0",
        arguments: ["text", "plain", "json", "sarif", "github", "junit", "gitlab"])
    func formats(format: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let output = try Program.run(["check", "--format", format], in: site)
        #expect(output.status == 1 && output.out.contains("abuot.md"))
        let summary = site + "/summary.md"
        try "".write(toFile: summary, atomically: true, encoding: .utf8)
        _ = try Program.run(["check", "--format", format], in: site, environment: ["GITHUB_STEP_SUMMARY": summary])
        #expect(try String(contentsOfFile: summary, encoding: .utf8).contains("abuot.md") == (format == "github"))
    }

    @Test("an address or a place that was published and vanishes is an error, an alias or an id mends it")
    func ledger() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build", "--record", "--drafts"], in: site).status == 2)
        #expect(try Program.run(["build", "--record"], in: site).status == 0)
        #expect(try Program.run(["build"], in: site).status == 0)
        let old = site + "/content/practices/well-ring.md"
        let new = site + "/content/practices/well-ring-method.md"
        let text = try String(contentsOfFile: old, encoding: .utf8)
        try FileManager.default.removeItem(atPath: old)
        try text.write(toFile: new, atomically: true, encoding: .utf8)
        let writeUp = site + "/content/awards/2020/js-002/index.md"
        try String(contentsOfFile: writeUp, encoding: .utf8).replacing("[well-ring]", with: "[well-ring-method]")
            .write(toFile: writeUp, atomically: true, encoding: .utf8)
        let moved = try Program.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(moved.status == 1)
        #expect(moved.out.contains("/practices/well-ring/ was published and is gone"), "\(moved.out)")
        #expect(moved.out.split(separator: "\n").count { $0.contains("error:") } == 1)
        try text.replacing("aliases: [/old/well-ring/]", with: "aliases: [/old/well-ring/, /practices/well-ring/]")
            .write(toFile: new, atomically: true, encoding: .utf8)
        #expect(try Program.run(["check"], in: site).status == 0)

        let rule = site + "/content/rules/measures.md"
        let measures = try String(contentsOfFile: rule, encoding: .utf8)
        try measures.replacing("## 总则", with: "## 总的原则").write(toFile: rule, atomically: true, encoding: .utf8)
        let changed = try Program.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(changed.out.contains("The place #总则 of /rules/measures/ was published and is gone"), "\(changed.out)")
        try measures.replacing("## 总则", with: "## 总的原则 {#总则}").write(toFile: rule, atomically: true, encoding: .utf8)
        #expect(try Program.run(["check"], in: site).status == 0)
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
        let output = try Program.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(output.status == 1)
        #expect(
            output.out.contains(/In the style sheet \/assets\/[0-9a-f]{10}\/site\.css, “missing\.png” leads nowhere\./))
        #expect(output.out.contains("On /404.html, the link “/qc/a.png” leads nowhere."))
        #expect(output.out.split(separator: "\n").count { $0.contains("error:") } == 2, "\(output.out)")
    }

    @Test("--fix mends names that are nearly right and nothing else; --dry-run only shows it")
    func fix() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let about = site + "/content/about.md"
        let before = try String(contentsOfFile: about, encoding: .utf8)
        let roster = site + "/content/awards/2020/roster.csv"
        try String(contentsOfFile: roster, encoding: .utf8).replacing("江苏", with: "江苏市")
            .write(toFile: roster, atomically: true, encoding: .utf8)
        let shown = try Program.run(["check", "--fix", "--dry-run", "--lang", "en"], in: site)
        #expect(shown.status == 1 && shown.out.contains("  + 说明文字，返回[首页](about.md)。"), "\(shown.out)")
        #expect(try String(contentsOfFile: about, encoding: .utf8) == before)
        let made = try Program.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(made.status == 0, "\(made.out) \(made.error)")
        #expect(try String(contentsOfFile: about, encoding: .utf8) == before.replacing("abuot.md", with: "about.md"))
        #expect(try String(contentsOfFile: roster, encoding: .utf8).contains(",江苏,"))
        #expect(try Program.run(["check", "--dry-run"], in: site).status == 2)
    }

    @Test("--only shows and counts the findings of some rules")
    func only() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        #expect(try Program.run(["check", "--only", "privacy/*"], in: site).status == 0)
        let output = try Program.run(["check", "--only", "link/broken", "--format", "plain"], in: site)
        #expect(output.status == 1 && output.out.split(separator: "\n").count == 1)
        #expect(try Program.run(["check", "--only", "link/brokn"], in: site).status == 2)
    }

    /// What the program writes on a terminal of some width.
    private func onTerminal(columns: Int, in site: String, environment: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = [
            "-qec",
            "stty cols \(columns); env -u NO_COLOR TERM=xterm \(environment) '\(Program.path)' check --quiet --lang zh; true",
            "/dev/null",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: site)
        let file = site + "/../terminal.txt"
        try Data().write(to: URL(fileURLWithPath: file))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: file, encoding: .utf8).replacing("\r\n", with: "\n")
    }

    @Test(
        "colours on a terminal only, never with NO_COLOR; excerpts fit a narrow terminal, Han characters counted twice")
    func terminal() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let about = site + "/content/about.md"
        let sentence = "班组每天开工前核对压实记录，发现偏差当场复测，并把结果写在看板上，"
        try "---\ntitle: 关于\n---\n\n\(sentence)\(sentence)见[办法](rules/measure.md)。\(sentence)\n"
            .write(toFile: about, atomically: true, encoding: .utf8)
        #expect(try onTerminal(columns: 60, in: site).contains("\u{1B}[1;31m"))
        let plain = try onTerminal(columns: 60, in: site, environment: "NO_COLOR=1")
        // The line that tells how far a slow check has come is taken away by a code as well.
        #expect(!plain.contains(/\u{1B}\[[0-9;]*m/))
        #expect(!(try Program.run(["check", "--quiet"], in: site).out.contains("\u{1B}")))
        let excerpts = plain.split(separator: "\n").filter { $0.contains(" | ") }
        #expect(!excerpts.isEmpty)
        for line in excerpts {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 60, "\(line)")
        }
        // The mark stands under the destination.
        let lines = plain.split(separator: "\n").map(String.init)
        let text = try #require(lines.first { $0.contains("rules/measure.md") && $0.contains(" | ") })
        let mark = try #require(lines.first { $0.contains("^^^^") })
        let before = text[..<(text.firstRange(of: "rules/measure.md")?.lowerBound ?? text.startIndex)]
        let width = before.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        #expect(mark.prefix { $0 != "^" }.count == width)
    }

    @Test("--fix keeps the place of a link and its text, leaves YAML alone, and a file's mode as it was")
    func careful() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let about = site + "/content/about.md"
        let head = "\u{FEFF}---\n标题: 关于\n描述: 甲,乙\n---\n\n"
        let wrong = "见[办法](rules/measure.md#art-3)与[条文][a]、[总则](rules/measures.md#总测)，分层,压实。\n\n[a]: rules/measure.md\n"
        try (head + wrong).write(toFile: about, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: about)
        let list = site + "/content/associations.yaml"
        let names =
            "- id: zj-xiehui\n  名称: 浙江样例协会\n  层级: 省级\n  省份: 浙江\n- id: bt-xiehui\n  名称: 兵团样例协会\n  层级: 省级\n  省份: 兵团\n"
        try names.write(toFile: list, atomically: true, encoding: .utf8)
        let configuration = site + "/site.config"
        try (String(contentsOfFile: configuration, encoding: .utf8) + "checks: {typography/*: hint}\n")
            .write(toFile: configuration, atomically: true, encoding: .utf8)
        let output = try Program.run(["check", "--fix", "--lang", "en"], in: site)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: about))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(bytes.starts(with: head.utf8), "\(text)")
        #expect(text.contains("见[办法](rules/measures.md#art-3)与[条文][a]、[总则](rules/measures.md#总则)，分层，压实。"), "\(text)")
        #expect(try String(contentsOfFile: list, encoding: .utf8) == names, "\(output.out)")
        let mode = try FileManager.default.attributesOfItem(atPath: about)[.posixPermissions] as? Int
        #expect(mode == 0o664)
        #expect(
            try Program.run(["check", "--only", "link/*", "--baseline", "b", "--update-baseline"], in: site).status == 2
        )
    }

    @Test("--fix keeps the quotes of a value, mends beside masked numbers, and names what it cannot mend")
    func fixOrSay() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let roster = site + "/content/awards/2020/roster.csv"
        let rows = try String(contentsOfFile: roster, encoding: .utf8)
        try rows.replacing(",江苏,", with: ",\"江苏市\",").write(toFile: roster, atomically: true, encoding: .utf8)
        let about = site + "/content/about.md"
        try "---\ntitle: 关于\n---\n\n电话 13523333233，见[办法](rules/measure.md)。\n".write(
            toFile: about, atomically: true, encoding: .utf8)
        let output = try Program.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(try String(contentsOfFile: roster, encoding: .utf8) == rows.replacing(",江苏,", with: ",\"江苏\","))
        #expect(
            try String(contentsOfFile: about, encoding: .utf8).hasSuffix("电话 13523333233，见[办法](rules/measures.md)。\n"))
        #expect(output.error.contains("2 mended."), "\(output.error)")

        // A roster in GB 18030 is read, and its bytes are not those that were read.
        try rows.replacing(",江苏,", with: ",江苏市,").write(toFile: roster, atomically: true, encoding: .utf8)
        let convert = Process()
        convert.executableURL = URL(fileURLWithPath: "/bin/sh")
        convert.arguments = ["-c", "iconv -f UTF-8 -t GB18030 \"$0\" > \"$0.gb\" && mv \"$0.gb\" \"$0\"", roster]
        try convert.run()
        convert.waitUntilExit()
        let encoded = try Data(contentsOf: URL(fileURLWithPath: roster))
        #expect(String(data: encoded, encoding: .utf8) == nil)
        let other = try Program.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(other.error.contains("Not mended: content/awards/2020/roster.csv:"), "\(other.error)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: roster)) == encoded)
    }

    @Test("entries of a baseline that no finding has any more are told, with the way to renew it")
    func unusedBaseline() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let baseline = ["check", "--lang", "en", "--baseline", "known.txt"]
        _ = try Program.run(baseline + ["--update-baseline"], in: site)
        let about = site + "/content/about.md"
        try String(contentsOfFile: about, encoding: .utf8).replacing("abuot.md", with: "about.md").write(
            toFile: about, atomically: true, encoding: .utf8)
        let output = try Program.run(baseline, in: site)
        #expect(
            output.error.contains(
                "1 entry of the baseline occurs no more; renew it with check --baseline known.txt --update-baseline."),
            "\(output.error)")
        #expect(!(try Program.run(baseline + ["--only", "privacy/*"], in: site)).error.contains("occur no more"))
    }

    @Test("an edition that is taken back is told once, not at each of its addresses")
    func ledgerOfDraft() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build", "--record"], in: site).status == 0)
        let edition = site + "/content/awards/2019/index.md"
        try String(contentsOfFile: edition, encoding: .utf8).replacing("status: final", with: "status: draft")
            .write(toFile: edition, atomically: true, encoding: .utf8)
        let output = try Program.run(["check", "--only", "url/*", "--format", "plain", "--lang", "en"], in: site)
        let lines = output.out.split(separator: "\n").filter { $0.contains("/awards/2019/") }
        #expect(lines.count == 1, "\(output.out)")
    }
}
