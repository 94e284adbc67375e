import Testing

@testable import SiteModel

@Suite("Pinyin")
struct PinyinTests {
    @Test(
        "a name becomes a slug of lower-case ASCII",
        arguments: [
            ("QC小组", "qc-xiao-zu"), ("5S管理", "5s-guan-li"), ("PDCA循环", "pdca-xun-huan"),
            ("浙江澄湖市政建设有限公司", "zhe-jiang-cheng-hu-shi-zheng-jian-she-you-xian-gong-si"),
            ("重庆银行", "chong-qing-yin-hang"), ("长沙", "chang-sha"), ("隧道与地下工程", "sui-dao-yu-di-xia-gong-cheng"),
            ("吕梁", "lu-liang"), ("A&B 公司（样例）", "a-b-gong-si-yang-li"),
        ])
    func slug(name: String, expected: String) {
        #expect(Pinyin(texts: [name]).slug(name) == expected)
    }

    @Test("a name without letters, digits or Han yields no slug")
    func emptySlug() {
        #expect(Pinyin(texts: ["——？"]).slug("——？") == "")
    }

    @Test("names sort by pinyin, not by code point")
    func order() {
        let names = ["重庆", "安徽", "北京", "浙江", "厦门"]
        let pinyin = Pinyin(texts: names)
        #expect(names.sorted { pinyin.sortKey($0) < pinyin.sortKey($1) } == ["安徽", "北京", "重庆", "厦门", "浙江"])
    }
}
