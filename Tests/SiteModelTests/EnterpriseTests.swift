import Content
import Diagnostics
import Testing
import Values

@testable import SiteModel

@Suite("Enterprises of rosters")
struct EnterpriseTests {
    /// - Parameter rosters: enterprise and id of the team of 2019, 2020, ….
    private func assemble(
        _ rosters: [(name: String, id: String)], enterprises: String = ""
    ) throws -> (site: Site, rules: [String]) {
        let (site, findings) = try findings(rosters, enterprises: enterprises)
        return (site, findings.map(\.rule.name))
    }

    private func findings(
        _ rosters: [(name: String, id: String)], enterprises: String
    ) throws -> (site: Site, findings: [Diagnostic]) {
        var files: [String: [UInt8]] = [
            "site.config": Array(
                "title: 样例\nbase_url: https://example.org/\ntheme: default\norganisation: {name: 样例协会}\n".utf8)
        ]
        for (index, row) in rosters.enumerated() {
            let year = 2019 + index
            files["content/awards/\(year)/index.md"] = Array(
                "---\ntitle: \(year)年名单\nyear: \(year)\nstatus: final\npublished: \(year)-12-01\n---\n\n文字。\n".utf8)
            files["content/awards/\(year)/roster.csv"] = Array(
                "编号,班组名称,企业名称,省份,申报方式,企业编号\nbj-001,甲班,\(row.name),北京,自荐,\(row.id)\n".utf8)
        }
        if !enterprises.isEmpty { files["content/enterprises.yaml"] = Array(enterprises.utf8) }
        let content = try #require(try SiteLoader.load(.memory(files), jobs: 1).content)
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        let (site, findings) = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false))
        return (site, findings)
    }

    @Test(
        "an id that is the name's own, written out in another year, means the same enterprise",
        arguments: [["", "bei-jing-jia"], ["bei-jing-jia", ""], ["", "bei-jing-jia", ""]])
    func ownID(ids: [String]) throws {
        let (site, rules) = try assemble(ids.map { ("北京甲", $0) })
        #expect(rules == [])
        #expect(site.enterprises.map(\.id) == ["bei-jing-jia"])
        #expect(site.enterprises.first?.teams.count == ids.count)
    }

    private static let list = """
        - {id: jia, names: [{name: 甲市政有限公司, to: 2020-05-31}, {name: 甲城市建设有限公司, from: 2020-06-01}]}
        - {id: yi, names: [{name: 乙市政有限公司}]}
        - {id: yi-hebei, names: [{name: 乙市政有限公司}]}

        """

    @Test(
        "an id that contradicts enterprises.yaml is an error at each row, and makes no second page",
        arguments: [
            ("甲城市建设有限公司", "jai", "jia"), ("甲市政有限公司", "jia-old", "jia"), ("甲 市政有限公司", "yi", "jia"),
            ("乙市政有限公司", "jia", "yi"),
        ])
    func contradiction(name: String, id: String, right: String) throws {
        let (site, findings) = try findings([(name, id), (name, id), (name, right)], enterprises: Self.list)
        #expect(findings.map(\.rule.name) == ["roster/enterprise-id", "roster/enterprise-id"])
        let paths = ["content/awards/2020/roster.csv", "content/awards/2019/roster.csv"]
        #expect(findings.map { $0.range?.file.path } == paths)
        for finding in findings {
            let range = try #require(finding.range)
            #expect(String(decoding: range.file.bytes[range.bytes], as: UTF8.self) == id)
            #expect(finding.message.zh.contains("编号却是“\(right)”") && finding.severity == .error)
        }
        #expect(Set(site.enterprises.map(\.id)) == ["jia", "yi", "yi-hebei"])
    }

    @Test(
        "ids that the list has for the name, and names that it does not have, are no contradiction",
        arguments: [
            ("甲市政有限公司", "jia"), ("甲城市建设有限公司", ""), ("乙市政有限公司", "yi-hebei"), ("乙市政有限公司", "yi"),
            ("丙市政有限公司", "bing"), ("甲市政（集团）有限公司", "jia"),
        ])
    func agreement(name: String, id: String) throws {
        #expect(try assemble([(name, id)], enterprises: Self.list).rules == [])
    }

    @Test("an id that two entries have is found at the entries, not at the rows that do not have it")
    func sharedID() throws {
        let list = Self.list + "- {id: jia, names: [{name: 丁市政有限公司}]}\n"
        #expect(try findings([("丁市政有限公司", "ding"), ("丁市政有限公司", "ding")], enterprises: list).1.isEmpty)
    }

    @Test("an id of another enterprise's name is one address for two, and told")
    func othersID() throws {
        #expect(try !assemble([("北京乙", "bei-jing-jia"), ("北京甲", "")]).rules.isEmpty)
    }
}
