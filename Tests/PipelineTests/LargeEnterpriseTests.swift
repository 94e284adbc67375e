import Foundation
import Pipeline
import Testing

@Suite("Enterprises with many teams")
struct LargeEnterpriseTests {
    /// Bytes of all pages of teams of a year in which one enterprise has so many.
    private func bytesOfTeamPages(_ count: Int) throws -> Int {
        let header = "id,team,enterprise,province,mode,honors,members,standing\n"
        let rows = (1...count).map { "zj-\($0 + 1000),第\($0 + 1000)班组,大市政有限公司,浙江,self,title,9,held\n" }
        let site = try AddressedSite([
            "content/awards/2018/index.md":
                "---\n年度: 2018\n标题: 2018年度名单\n状态: 公布\n发布日期: 2018-12-01\n---\n\n文字。\n",
            "content/awards/2018/roster.csv": header + rows.joined(),
        ])
        let outcome = try site.build()
        #expect(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.message.en).prefix(3))")
        return (1...count).reduce(0) { $0 + (site.published("awards/2018/zj-\($1 + 1000)/index.html")?.count ?? 0) }
    }

    @Test("pages of teams grow with their number alone, not with its square")
    func linear() throws {
        let (few, many) = (try bytesOfTeamPages(60), try bytesOfTeamPages(240))
        #expect(few > 0 && many > few * 3)
        // Four times as many pages, each of which lists as many others.
        #expect(many < few * 9 / 2, "\(few) \(many)")
    }
}
