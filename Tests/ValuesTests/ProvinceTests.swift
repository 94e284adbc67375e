import Testing

@testable import Values

@Suite("Provinces")
struct ProvinceTests {
    @Test("34 regions in the order of their codes, and the Corps after Xinjiang")
    func table() {
        let regions = Province.all.filter { $0.countsToSlug == nil }
        #expect(regions.count == 34)
        #expect(Province.all.count == 35)
        #expect(regions.prefix(31).map(\.code) == regions.prefix(31).map(\.code).sorted())
        #expect(regions.suffix(3).map(\.shortName) == ["台湾", "香港", "澳门"])
        let corps = Province.all.firstIndex { $0.code == "XPCC" }
        #expect(corps.map { Province.all[$0 - 1].slug } == "xinjiang")
    }

    @Test("codes, names, slugs and places on the grid are all different")
    func unique() {
        let all = Province.all
        #expect(Set(all.map(\.slug)).count == 35)
        #expect(Set(all.map(\.abbreviation)).count == 35)
        #expect(Set(all.compactMap(\.tile)).count == 34)
        #expect(Set(all.map(\.englishName)).count == 35)
    }

    @Test(
        "every usual way to write a province is understood",
        arguments: [
            ("浙江", "zhejiang"), ("浙江省", "zhejiang"), ("33", "zhejiang"), ("330000", "zhejiang"),
            ("陕西", "shaanxi"), ("山西", "shanxi"), ("内蒙古自治区", "neimenggu"), ("新疆生产建设兵团", "bingtuan"),
            ("XPCC", "bingtuan"), ("香港", "hongkong"),
        ])
    func names(name: String, slug: String) {
        #expect(Province(named: name)?.slug == slug)
    }

    @Test(
        "a wrong one is answered with what is meant",
        arguments: [
            ("折江", "浙江"), ("陜西", "陕西"), ("内蒙", "内蒙古"), ("廣東", "广东"), ("浙江省杭州市", "浙江"), ("黑龙", "黑龙江"),
            ("沪", "上海"), ("新彊", "新疆"), ("新疆兵团", "兵团"), ("浙　江", "浙江"), ("重慶", "重庆"), ("３３", "浙江"),
            ("Inner Mongolia", "内蒙古"), ("陕西省西安市", "陕西"),
        ])
    func suggestions(name: String, expected: String) {
        #expect(Province(named: name) == nil)
        #expect(Province.suggestion(for: name) == expected)
    }
}
