import SiteModel
import TestSupport
import Testing

@testable import Search

@Suite("What helps to understand questions")
struct QuestionAidsTests {
    private func documents(_ names: [(team: String, enterprise: String)]) -> [SearchDocument] {
        names.enumerated().map { number, name in
            SearchDocument(
                url: "/\(number)/", kind: .team, title: name.team, enterprise: name.enterprise, text: Array("夜间摊铺".utf8)
            )
        }
    }

    @Test(
        "synonyms and the readings of names come back from indexes of any size",
        arguments: [SearchDivision.undivided, .init(shards: 4, blocks: 2)])
    func aids(division: SearchDivision) throws {
        let synonyms = [["沥青", "柏油"], ["控制图", "SPC", "管制图"]]
        let index = SearchIndex(
            documents([("运河盾构班组", "重庆市政公司"), ("𠮷野班", "QC 小组")]), synonyms: synonyms, division: division, jobs: 2)
        let root = try IndexReader(index).root
        #expect(root.synonyms == synonyms)
        let han = Set("运河盾构班组重庆市政公司野小".utf16)
        #expect(Set(root.readings.keys) == han)
        #expect(root.readings[Array("盾".utf16)[0]] == ["dun"])
        // Both readings of one character; none of texts that are no names.
        #expect(root.readings[Array("重".utf16)[0]]?.sorted() == ["chong", "zhong"])
        #expect(root.readings[Array("夜".utf16)[0]] == nil)
        let none = try IndexReader(SearchIndex([], division: division, jobs: 2)).root
        #expect(none.synonyms.isEmpty && none.readings.isEmpty)
    }

    @Test("the first letters of names are terms of large sites, and nobody types them by accident")
    func initials() throws {
        let names = [
            ("运河盾构掘进班组", "浙江越隧地下工程有限公司"), ("QC小组", "内蒙古敕原热力"), ("重庆长江隧道班", "甲"),
            ("梁场预制班组", "一局 · 二局公司三处"),
        ]
        let reader = try IndexReader(
            SearchIndex(documents(names), division: .init(shards: 4, blocks: 2), jobs: 2))
        func found(_ letters: String) -> [Int] {
            reader.documents(withPrefix: [NameReadings.initialsMark] + Array(letters.utf16)).documents
        }
        for letters in ["yhd", "yhdg", "yhdgjj"] { #expect(found(letters) == [0]) }
        // An enterprise also without its province.
        for letters in ["zjys", "ysdx", "ysdxgc"] { #expect(found(letters) == [0]) }
        for letters in ["qcxz", "nmg", "cyrl"] { #expect(found(letters) == [1]) }
        for letters in ["cqcj", "zqcj"] { #expect(found(letters) == [2]) }
        for letters in ["lcyz", "ejgs"] { #expect(found(letters) == [3]) }
        #expect(found("yj") == [] && found("dgjj") == [])
        #expect(reader.documents(withPrefix: Array("yhdg".utf16)).documents.isEmpty)
        // They stand in no text.
        #expect(reader.records.allSatisfy { $0.count == 7 && !$0.joined().contains("yhdg") })
        let fields = reader.documents(withPrefix: [NameReadings.initialsMark] + Array("yhdg".utf16)).fields
        #expect(fields == [[], [], [], [0]])
    }

    @Test("what names are read as takes the same few thousand bytes at any size")
    func size() {
        func bytes(_ count: Int) -> Int {
            var random = SeededGenerator(seed: 3)
            let han = Array("运河盾构掘进班组浙江越隧地下工程有限公司排水检测养护摊铺照明供热桥梁路基钢筋试验".map(String.init))
            let names = (0..<count).map { _ in
                ((0..<8).map { _ in han.randomElement(using: &random) ?? "" }.joined(), "甲市政工程有限公司")
            }
            var writer = BitWriter()
            let readings = NameReadings(of: documents(names))
            readings.write(text: TextCode(sample: Array("ab\0".utf16)), to: &writer)
            return writer.finished.count
        }
        #expect(bytes(2000) == bytes(200))
    }
}
