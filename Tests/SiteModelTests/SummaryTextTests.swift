import Testing

@testable import SiteModel

@Suite("Summaries")
struct SummaryTextTests {
    @Test("a short text stays whole, its lines joined")
    func short() {
        #expect(SummaryText.cut("第一句。\n第二句", limit: 20) == "第一句。 第二句")
    }

    @Test("a long text ends with a sentence")
    func sentence() {
        #expect(SummaryText.cut("班组负责养护。全年无投诉。后面还有很长的一段文字没有写完", limit: 16) == "班组负责养护。全年无投诉。")
    }

    @Test("without a sentence's end it is cut at a clause")
    func clause() {
        #expect(SummaryText.cut("班组负责道路养护，全年巡查三百次以上不间断", limit: 12) == "班组负责道路养护…")
    }

    @Test("it is not cut inside quotation marks or brackets")
    func quotes() {
        #expect(SummaryText.cut("依据《准则。第二版》开展工作，效果明显，客户满意", limit: 16) == "依据《准则。第二版》开展工作…")
    }

    @Test("a full stop in a number ends no sentence")
    func number() {
        #expect(SummaryText.cut("合格率由 98.5 提高到 99.9 个百分点并保持稳定", limit: 14).hasSuffix("…"))
    }

    @Test("characters outside the basic plane are not torn")
    func planes() {
        #expect(SummaryText.cut("𠮷𠮷𠮷𠮷𠮷𠮷", limit: 4) == "𠮷𠮷𠮷𠮷…")
    }
}
