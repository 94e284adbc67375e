import ExternalLinks
import Foundation
import Pipeline
import Rules
import Synchronization
import TestSupport
import Testing
import Values

/// Links to other sites in a whole build, with other sites that a test invents.
@Suite("Links to other sites in a build")
struct ExternalLinkTests {
    /// The site `small` without its own links to other sites, with some files written over.
    private final class ChangedSite {
        private let temporary: TemporaryFolder
        var folder: String { temporary.path + "/site" }

        init(_ files: [String: String], configuration: String = "") throws {
            temporary = try TemporaryFolder("external")
            try FileManager.default.copyItem(atPath: Repository.root + "/Tests/Sites/small", toPath: folder)
            for path in ["content/awards/2020/roster.csv", "content/awards/2020/js-002/index.md"] {
                let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
                try text.replacing(/https:\/\/example.com\/[a-z]+/, with: "index.md").write(
                    toFile: folder + "/" + path, atomically: true, encoding: .utf8)
            }
            for (path, text) in files { try text.write(toFile: folder + "/" + path, atomically: true, encoding: .utf8) }
            let path = folder + "/site.config"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try (text + configuration).write(toFile: path, atomically: true, encoding: .utf8)
        }

        /// A check in which every page of other sites is gone.
        func check(asks: Bool = true, asked: @escaping @Sendable (String) -> Void = { _ in }) throws -> Build.Outcome {
            let today = try #require(CalendarDate(iso: "2020-12-01"))
            var options = BuildOptions(source: folder, output: "public", today: today, jobs: 1, isDryRun: true)
            if asks {
                var external = ExternalLinkOptions(
                    probe: LinkProbe { address, _ in
                        asked(address.text)
                        return .status(404)
                    })
                external.limits.gap = .zero
                options.externalLinks = external
            }
            return try Build.run(options)
        }
    }

    /// `path:line severity rule` of the findings about links, and the text that they mark.
    private func findings(_ outcome: Build.Outcome) -> [String] {
        outcome.report.entries.map(\.diagnostic).filter { $0.rule.group == "link" || $0.rule == .unusedExemption }
            .map { finding in
                guard let range = finding.range else { return finding.rule.name }
                return "\(range.file.path):\(range.start.line) \(finding.severity) \(finding.rule.name) "
                    + String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
            }
    }

    private static let about =
        "---\ntitle: 关于\n---\n\n见[标准](https://other.example/a#1)和[标准](https://other.example/a#2)。\n"

    @Test("texts, rosters and the configuration are all asked about, each address once, at its place")
    func places() throws {
        let roster =
            "id,team,enterprise,province,mode,recommender,honors,members,standing,withdrawn_on,reason,decision,enterprise_id,source\n"
            + "js-002,丙班组,乙市政有限公司,江苏,self,,title;caq-recommended,9,held,,,,,https://other.example/honor\n"
        let site = try ChangedSite(
            ["content/about.md": Self.about, "content/awards/2020/roster.csv": roster],
            configuration: "  - title: 外站\n    url: https://other.example/menu\n")
        let asked = Mutex<Set<String>>([])
        let outcome = try site.check { address in asked.withLock { _ = $0.insert(address) } }
        #expect(
            asked.withLock { $0.sorted() } == [
                "https://other.example/a", "https://other.example/honor", "https://other.example/menu",
            ])
        #expect(
            findings(outcome) == [
                "content/about.md:5 error link/dead https://other.example/a#1",
                "content/about.md:5 error link/dead https://other.example/a#2",
                "content/awards/2020/roster.csv:2 error link/dead https://other.example/honor",
                "site.config:22 error link/dead https://other.example/menu",
            ])
        #expect(outcome.external?.asked == 3 && outcome.external?.remembered == 0)
        #expect(try site.check().external?.remembered == 3)
    }

    @Test("nobody is asked unless the build is told to")
    func offline() throws {
        let site = try ChangedSite(["content/about.md": Self.about])
        let outcome = try site.check(asks: false)
        #expect(findings(outcome).isEmpty && outcome.external == nil)
        #expect(!FileManager.default.fileExists(atPath: site.folder + "/.showcase"))
    }

    @Test("severities and exemptions hold, and an exemption is not unused because nobody was asked")
    func policy() throws {
        let exempt = Self.about.replacing("\n\n见", with: "\n\n<!-- showcase-ignore link/dead: 引用历史网址 -->\n见")
        let site = try ChangedSite(["content/about.md": exempt])
        #expect(findings(try site.check()).isEmpty)
        #expect(findings(try site.check(asks: false)).isEmpty)
        let mild = try ChangedSite(["content/about.md": Self.about], configuration: "checks:\n  link/dead: hint\n")
        #expect(findings(try mild.check()).allSatisfy { $0.contains(" hint link/dead ") })
    }

    @Test("hosts that site.config names are not asked, nor those below them")
    func skippedHosts() throws {
        let text = Self.about + "\n[另一处](https://www.Other.example/)，[第三处](https://another.example/)。\n"
        let site = try ChangedSite(
            ["content/about.md": text], configuration: "checks:\n  skip_hosts: [Other.example]\n")
        let outcome = try site.check()
        #expect(findings(outcome) == ["content/about.md:7 error link/dead https://another.example/"])
        #expect(outcome.external?.skipped == 2)
    }

    @Test("a host to skip is a name, no URL")
    func wrongHost() throws {
        let site = try ChangedSite([:], configuration: "checks:\n  skip_hosts: [\"https://other.example/\"]\n")
        #expect(try site.check().report.entries.contains { $0.diagnostic.rule == .metaType })
    }

    @Test("a cache that cannot be read is told of and replaced")
    func brokenCache() throws {
        let site = try ChangedSite(["content/about.md": Self.about])
        try FileManager.default.createDirectory(
            atPath: site.folder + "/.showcase", withIntermediateDirectories: true)
        try "{".write(toFile: site.folder + "/.showcase/links.json", atomically: true, encoding: .utf8)
        #expect(try site.check().external?.hasUnreadableCache == true)
        let second = try site.check()
        #expect(second.external?.hasUnreadableCache == false && second.external?.remembered == 1)
    }
}
