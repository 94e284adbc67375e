import Content
import Testing

@testable import SiteModel

@Suite("Enterprises of rosters")
struct EnterpriseTests {
    /// - Parameter rosters: enterprise and id of the team of 2019, 2020, ….
    private func assemble(_ rosters: [(name: String, id: String)]) throws -> (site: Site, rules: [String]) {
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
        let content = try #require(try SiteLoader.load(.memory(files), jobs: 1).content)
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        let (site, findings) = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false))
        return (site, findings.map(\.rule.name))
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

    @Test("an id of another enterprise's name is one address for two, and told")
    func othersID() throws {
        #expect(try !assemble([("北京乙", "bei-jing-jia"), ("北京甲", "")]).rules.isEmpty)
    }
}
