import Testing

@testable import Text

@Suite("Phrases of titles")
struct TitlePhrasesTests {
    @Test(
        "a title comes apart between words, never in one",
        arguments: [
            "全国|市政工程|质量信得过|班组|成果|展示",
            "2021年度|全国|市政工程|质量信得过|班组",
            "关于|公布|2019年度|全国|市政工程|质量信得过|班组的|通知",
            "关于|撤销|1个班组|2019年度|称号的|决定",
            "质量信得过|班组|建设|成果|申报表|（2019版）",
            "钱湾|路面|养护|班组",
            "广东|岭海|市政|建设|集团|有限公司|珠西|分公司",
            "椒沚|污水|处理厂|设备|点检|与预防性|维修|班组",
            "夜间|占道|施工|“四时段”|作业法",
            "T/CAQ 10204-2017《质量信得过|班组|建设|准则》|简介",
            "QC小组",
        ])
    func words(expected: String) {
        let title = expected.replacing("|", with: "")
        #expect(TitlePhrases.phrases(of: title).joined(separator: "|") == expected)
    }

    @Test("a long run of other characters may break, but leaves no character alone")
    func long() {
        #expect(
            TitlePhrases.phrases(of: "柳岸花明又一村落班组").joined(separator: "|") == "柳岸|花|明|又|一|村落|班组")
        #expect(TitlePhrases.phrases(of: "柳岸花明班组").joined(separator: "|") == "柳岸花明|班组")
    }

    @Test("the parts joined are the title", arguments: ["", "A", "的", "与", "Quality in Municipal Works", "班组𠮷的、与和"])
    func whole(title: String) { #expect(TitlePhrases.phrases(of: title).joined() == title) }
}
