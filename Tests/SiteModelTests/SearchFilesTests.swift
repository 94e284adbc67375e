import Testing

@testable import SiteModel

@Suite("Files of the search index")
struct SearchFilesTests {
    @Test("a changed length of a text keeps the addresses unless the index is divided differently")
    func addresses() {
        let table = RouteTable(routes: [], urlBySource: [:], textBytes: 1_000_000)
        #expect(table.withTexts(bytes: 1_000_001)?.textBytes == 1_000_001)
        #expect(table.withTexts(bytes: 2_000_000) == nil)
        #expect(table.withTexts(bytes: 1000) == nil)
    }

    @Test("small sites have one file, large ones parts of about the same size")
    func divisions() {
        #expect(SearchDivision.ofTexts(bytes: 200_000) == .undivided)
        #expect(SearchDivision.ofTexts(bytes: 80_000_000) == SearchDivision(shards: 4000, blocks: 9766))
        #expect(SearchDivision.ofTitles(count: 3000) == .undivided)
        #expect(SearchDivision.ofTitles(count: 10_000) == SearchDivision(shards: 200, blocks: 100))
    }
}
