import Rules
import Testing

@Suite("Values that YAML would cut")
struct CutValueTests {
    private static let cut: [(String, String)] = [
        ("title: ⟦东区 #2 泵站班组的通知⟧\n", "\"东区 #2 泵站班组的通知\""), ("title: ⟦#1泵站⟧\n", "\"#1泵站\""),
        ("标题: ⟦甲“乙” #3 \\丙⟧\n", "\"甲“乙” #3 \\\\丙\""), ("title: ⟦C\" #4⟧  \n", "\"C\\\" #4\""),
        ("title: 甲\naliases: [⟦/a/ #b⟧]\n", "\"/a/ #b\""),
        ("title: 甲\naliases:\n  - ⟦/a/ #b⟧\n", "\"/a/ #b\""), ("title:   ⟦#1⟧\r\n", "\"#1\""),
    ]

    @Test("a number sign inside a value is an error with the value in quotes, and nothing else", arguments: cut)
    func cuts(fields: String, quoted: String) throws {
        let site = MarkedSite(["content/a.md": "---\n" + fields + "---\n\n正文。\n"])
        let found = try site.diagnostics().filter { $0.rule != .metaType }
        #expect(found.map(MarkedSite.text) == ["\(site.place ?? "") meta/cut-value"])
        #expect(found.first?.replacement == quoted)
    }

    @Test(
        "a number sign at the head of the next line, indented as the value's rest is, cuts it as well",
        arguments: [
            "title: 甲\n  #2 泵站\n", "title: 甲\n    #2\n", "title: 甲\r\n  #2 泵站\r\n",
            "title: 甲\naliases:\n  - /a/\n      #b\n",
        ])
    func nextLine(fields: String) throws {
        let found = try MarkedSite(["content/a.md": "---\n" + fields + "---\n\n正文。\n"]).diagnostics()
        #expect(found.map(\.rule.name) == ["meta/cut-value"])
    }

    @Test(
        "fields that were switched off are comments, wherever they stand",
        arguments: ["title: 甲\n  #summary: 乙\n", "title: 甲\n  # 说明\n", "title: 甲\n#2 泵站\n", "title: \"甲\"\n  #2\n"])
    func switchedOff(fields: String) throws {
        #expect(try MarkedSite(["content/a.md": "---\n" + fields + "---\n\n正文。\n"]).findings().isEmpty)
    }

    @Test("a cut list in brackets is one finding")
    func brackets() throws {
        let site = MarkedSite(["content/a.md": "---\ntitle: 甲\naliases: [⟦/a/ #2⟧, /b/]\n---\n\n正文。\n"])
        #expect(try site.findings() == ["\(site.place ?? "") meta/cut-value"])
    }

    @Test(
        "comments, quoted values and signs inside words are let alone",
        arguments: [
            "title: 甲 # 说明\n", "title: \"甲 #2\"\n", "title: '#1泵站'\n", "title: 甲#2\n", "title: 甲 #\n",
            "# 说明\ntitle: 甲\n", "title: 甲 ##说明\n",
            "title: 甲\n#说明\n", "title: 甲\ndraft: false # 说明\n", "title: 甲 #　说明\n", "title: 甲\ndescription: # 待写\n",
            "title: |\n  甲 #2\n", "title: 甲\n\n  #说明\n",
        ])
    func comments(fields: String) throws {
        #expect(try MarkedSite(["content/a.md": "---\n" + fields + "---\n\n正文。\n"]).findings().isEmpty)
    }

    @Test(
        "a title of blanks is an empty one",
        arguments: ["'　'", "\" \"", "\"\\u200B\"", "'\u{A0}\u{2003}'", "\"\\t\"", "\u{3164}", "''", "\"\u{2800}\""])
    func blanks(title: String) throws {
        let site = MarkedSite(["content/a.md": "---\ntitle: ⟦\(title)⟧\n---\n\n正文。\n"])
        #expect(try site.findings() == ["\(site.place ?? "") meta/type"])
    }

    @Test(
        "values that YAML would type otherwise stay the text that stands there",
        arguments: ["012", "yes", "1:30", "2020-05-15", "1e3", "0x1F", "是", "1_000"])
    func untyped(title: String) throws {
        let result = try MarkedSite(["content/a.md": "---\ntitle: \(title)\n---\n\n正文。\n"]).load()
        #expect(result.diagnostics.isEmpty)
        #expect(result.content?.documents[.page].map(\.page.title.value) == [title])
    }
}
