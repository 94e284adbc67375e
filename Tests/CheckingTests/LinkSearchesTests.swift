import Content
import SiteModel
import Testing
import Values

@testable import Checking

@Suite("Searches for what links mean")
struct LinkSearchesTests {
    @Test("each name is looked for once, and no more than so many")
    func bounded() throws {
        let files = [
            "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n"
        ]
        let loaded = try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1)
        let day = try #require(CalendarDate(iso: "2021-06-30"))
        let site = SiteAssembler.assemble(try #require(loaded.content), options: .init(day: day, includesDrafts: false))
            .site
        var searches = LinkSearches(site)
        var count = 0
        for _ in 0..<3 {
            for name in 0..<(LinkSearches.maximumCount + 20) {
                let found = searches.first("\(name)") {
                    count += 1
                    return name % 2 == 0 ? "x" : nil
                }
                #expect(found == (name < LinkSearches.maximumCount && name % 2 == 0 ? "x" : nil))
            }
        }
        #expect(count == LinkSearches.maximumCount)
    }
}
