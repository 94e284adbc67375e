import Checking
import Content
import Diagnostics
import ExternalLinks
import Foundation
import Pipeline
import Rules
import Testing
import Values

/// Each rule's examples, put into the site `Tests/Sites/small`.
@Suite("Rules")
struct RuleExampleTests {
    /// Rules whose breach adds a file that has findings of its own.
    private static let withConsequences: Set<String> = ["award/write-up-without-row"]

    @Test(
        "the wrong example of a rule breaks it and nothing else, the right one does not",
        arguments: RuleCatalogue.rules.filter { !$0.example.frame.isHandedIn })
    func examples(rule: Rule) throws {
        if case .outputFile(let url) = rule.example.frame { return try outputFile(rule, at: url) }
        let asks = Rule.rulesOfOtherSites.contains(rule)
        let broken = try ExampleSite(rule, text: rule.example.wrong).diagnostics(asksOthers: asks)
        #expect(KeyWording.chineseNames(in: broken, about: rule.example.wrong) == [])
        let wrong = broken.map(ExampleSite.line)
        let right = try ExampleSite(rule, text: rule.example.right).findings(asksOthers: asks)
        #expect(wrong.contains { $0.contains(" \(rule.name) ") }, "\(wrong)")
        #expect(!right.contains { $0.contains(" \(rule.name) ") }, "\(right)")
        guard !Self.withConsequences.contains(rule.name) else { return }
        // The same rule in the same file may have other numbers in its message.
        let known = Set(right.map { $0.split(separator: " ").prefix(2) })
        let others = wrong.filter {
            !$0.contains(" \(rule.name) ") && !known.contains($0.split(separator: " ").prefix(2))
        }
        #expect(others.isEmpty, "\(others)")
    }

    /// Files that the program writes are right: the check is shown wrong ones by themselves.
    private func outputFile(_ rule: Rule, at url: String) throws {
        let site = try #require(try Build.run(TriedSite.small.get().options).site)
        let check = OutputCheck(site: site, assets: [])
        #expect(check.findings(inData: Array(rule.example.wrong.utf8), at: url).map(\.rule) == [rule])
        #expect(check.findings(inData: Array(rule.example.right.utf8), at: url).isEmpty)
    }

    @Test("every rule of the sources is in the catalogue, under a name of its own")
    func catalogue() throws {
        let folder = Repository.root + "/Sources/Rules/Groups"
        var names: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            names += text.matches(of: /= Rule\(\s*"([^"]+)"/).map { String($0.output.1) }
        }
        #expect(names.sorted() == RuleCatalogue.rules.map(\.name).sorted())
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)") }
    }

    @Test("every rule is explained in both languages", arguments: RuleCatalogue.rules)
    func explanation(rule: Rule) {
        for language in MessageLanguage.allCases {
            let text = RuleText.explanation(of: rule, language: language)
            #expect(text.contains(rule.summary[language]) && text.contains(rule.reason[language]))
        }
        #expect(rule.summary.zh.hasSuffix("。") && rule.reason.zh.hasSuffix("。"))
        #expect(rule.summary.en.hasSuffix(".") && rule.reason.en.hasSuffix("."))
        let han = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        #expect(han(rule.summary.zh) && han(rule.reason.zh))
    }

    /// `RECORD=1` writes the reference into `docs/rules.md` (and fails).
    @Test("docs/rules.md has every rule as it is")
    func documentation() throws {
        let path = Repository.root + "/docs/rules.md"
        let mark = "<!-- reference -->\n"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let end = try #require(text.range(of: mark)).upperBound
        let expected = text[..<end] + "\n" + RuleReference.reference
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try String(expected).write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("recorded \(path)")
        }
        #expect(text == String(expected))
    }
}

enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}

extension ExternalLinkOptions {
    /// Other sites as the examples speak of them; nobody is asked.
    fileprivate static var examples: ExternalLinkOptions {
        let probe = LinkProbe { address, _ in
            switch address.text {
            case "https://example.org/gone": .status(404)
            case "https://example.org/forbidden": .status(403)
            case "https://example.org/old": .status(301, location: "https://example.org/standard")
            default: .status(200)
            }
        }
        var options = ExternalLinkOptions(probe: probe)
        options.limits.gap = .zero
        return options
    }
}

/// The site `small` with one piece exchanged.
struct ExampleSite {
    private let base: TriedSite
    private let language: SiteLanguage
    private var changes: [String: FileChange] = [:]
    /// A file that is a symbolic link.
    private var link: String?

    /// - Parameter language: of the names around the piece.
    init(_ rule: Rule, text: String, language: SiteLanguage = .english) throws {
        self.language = language
        base = try language == .chinese ? TriedSite.smallInChinese.get() : TriedSite.small.get()
        let writeUp = "content/awards/2020/js-002/index.md"
        write(try read(writeUp).replacing("<script>alert(1)</script>", with: ""), to: writeUp)
        try put(rule.example.frame, text)
        let checks = language == .chinese ? "检查" : "checks"
        // Links to what is left out tell of it themselves.
        if rule == .configurationAsOf { try append("\n\(checks): {link/not-published: off}\n", to: "site.config") }
        if rule.use == .onRequest { try append("\n\(checks): {\(rule.name): hint}\n", to: "site.config") }
    }

    /// `file rule message` of every finding.
    ///
    /// - Parameter asksOthers: whether links to other sites are asked about.
    func findings(asksOthers: Bool) throws -> [String] {
        try diagnostics(asksOthers: asksOthers).map(Self.line)
    }

    static func line(_ finding: Diagnostic) -> String {
        "\(finding.range?.file.path ?? "-") \(finding.rule.name) \(finding.message.en)"
    }

    /// Every finding.
    func diagnostics(asksOthers: Bool) throws -> [Diagnostic] {
        let report: DiagnosticReport
        if asksOthers || link != nil {
            var options = base.options
            options.workspace = options.workspace.changed(by: changes)
            if let link { options.workspace = options.workspace.linked(at: link) }
            options.externalLinks = .examples
            report = try Build.run(options).report
        } else {
            report = try base.report(changes)
        }
        return report.entries.map(\.diagnostic)
    }

    private mutating func put(_ frame: RuleExample.Frame, _ text: String) throws {
        let isChinese = language == .chinese
        let rosterHead =
            isChinese
            ? "编号,班组名称,企业名称,省份,申报方式,推荐单位,荣誉,班组人数,状态,撤销日期,撤销原因,撤销决定,企业编号,来源链接\n"
                + "js-002,丙班组,乙市政有限公司,江苏,自荐,,,9,有效,,,,,\n"
            : "id,team,enterprise,province,mode,recommender,honors,members,standing,withdrawn_on,reason,decision,enterprise_id,source\n"
                + "js-002,丙班组,乙市政有限公司,江苏,self,,title,9,held,,,,,\n"
        let (title, summary) = isChinese ? ("标题", "摘要") : ("title", "summary")
        let writeUpFields = "\(title): 丙班组的成果\n\(summary): 丙班组用检查表和首件样板把检查井周边沉降的返修数量降了下来，做法简单，适合人员流动大的班组。\n"
        switch frame {
        case .page: write("---\n\(title): 关于\n---\n\n" + text, to: "content/about.md")
        case .pageFields: write("---\n\(title): 关于\n" + text + "---\n\n说明文字。\n", to: "content/about.md")
        case .writeUp: write("---\n" + writeUpFields + "---\n\n" + text, to: "content/awards/2020/js-002/index.md")
        case .writeUpFields:
            write(
                "---\n" + writeUpFields + text + "---\n\n## 班组简介\n\n## 成效\n", to: "content/awards/2020/js-002/index.md")
        case .rosterRow: write(rosterHead + text, to: "content/awards/2020/roster.csv")
        case .editionFields:
            write(
                (isChinese
                    ? "---\n年度: 2019\n标题: 2019年度名单\n申报截止: 2019-07-31\n"
                    : "---\nyear: 2019\ntitle: 2019年度名单\ndeadline: 2019-07-31\n") + text + "---\n\n公布文字。\n",
                to: "content/awards/2019/index.md")
        case .configuration:
            var lines = try read("site.config").split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            for key in text.split(separator: "\n").filter({ !$0.hasPrefix(" ") }).compactMap({
                $0.split(separator: ":").first
            }) {
                guard let start = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else { continue }
                let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.count
                lines.removeSubrange(start..<end)
            }
            write(lines.joined(separator: "\n") + text, to: "site.config")
        case .file(let path): write(text, to: path)
        case .themeWord:
            let path = "themes/bare/strings/zh-CN.yaml"
            let key = text.prefix { $0 != ":" } + ":"
            let lines = try read(path).split(separator: "\n").filter { !$0.hasPrefix(key) }
            write(lines.joined(separator: "\n") + "\n" + text, to: path)
        case .outputFile: break
        case .fileName: try rename(to: text)
        case .draftName: write("---\ntitle: 丁班组\ndraft: true\n---\n\n草稿。\n", to: text)
        // Readers of files that others hand in try these.
        case .resultTable, .announcedTable, .filledForm: break
        }
    }

    /// A file of the name that an example speaks of, with what its kind holds.
    private mutating func rename(to name: String) throws {
        let parts = name.split(separator: " ").map(String.init)
        if parts.count == 3, parts[1] == "->" {
            link = parts[0]
            return
        }
        switch name {
        case "site.config.bak":
            try move("site.config", to: name)
        case "site.config": return
        case "content/enterprises.yml", "content/enterprises.yaml":
            guard name.hasSuffix("yml") else { return }
            try move("content/enterprises.yaml", to: "content/enterprises.yml")
        case let name where name.hasPrefix("content/practices/"):
            let practice = try read("content/practices/well-ring.md").replacing(
                "aliases: [/old/well-ring/]\n", with: "")
            write(practice.replacing("井周", with: "路面"), to: name)
        case let name where name.hasPrefix("content/awards/"):
            write(
                try read("content/awards/2020/js-002/index.md").replacing(
                    "  - 文件: site.png\n    替代文字: 检查井周边的压实作业\n    说明: 分层压实\n", with: ""
                ).replacing("照片:\n", with: "").replacing("![压实](site.png \"分层压实现场\")\n", with: "").replacing(
                    "../../", with: "../"), to: name)
        default: write("文字\n", to: name)
        }
    }

    private mutating func write(_ text: String, to path: String) { changes[path] = .text(text) }

    private mutating func move(_ path: String, to other: String) throws {
        changes[other] = .text(try read(path))
        changes[path] = .removed
    }

    private func read(_ path: String) throws -> String {
        String(
            decoding: try #require(base.options.workspace.changed(by: changes).read(path, .max)), as: UTF8.self)
    }

    private mutating func append(_ text: String, to path: String) throws { write(try read(path) + text, to: path) }
}

extension Workspace {
    /// The same files, and a symbolic link among them.
    fileprivate func linked(at path: String) -> Workspace {
        let link = Listing(path: path, size: 0, entry: .symbolicLink)
        return Workspace(
            list: { folder in
                guard path.hasPrefix(folder + "/") else { return try list(folder) }
                return (try list(folder) + [link]).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            },
            read: read, look: { $0 == path ? link : look($0) }, isFolder: isFolder)
    }
}
