import Testing

@testable import Checking

@Suite("Ids of pages")
struct PageIDsTests {
    private func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8(ByteHash.hash)
    }

    @Test("every id is found again, raw and percent-decoded, and no other is")
    func places() {
        let names = (0..<5_000).map { "标题-\($0)" } + ["a%3Ab", "art-3"]
        let ids = PageIDs(hashes: names.map(hash))
        #expect(!ids.holdsDuplicates)
        #expect(names.allSatisfy { ids.holdPlace($0) })
        #expect(ids.holdPlace("%E6%A0%87%E9%A2%98-7") && ids.holdPlace("Top") && ids.holdPlace(""))
        #expect(!(5_000..<10_000).contains { ids.holdPlace("标题-\($0)") })
        #expect(PageIDs(hashes: [hash("甲"), hash("乙"), hash("甲")]).holdsDuplicates)
    }
}
