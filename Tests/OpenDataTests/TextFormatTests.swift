import Documents
import Testing
import Text

@testable import OpenData

@Suite("Open data")
struct TextFormatTests {
    @Test("XML text has no special or forbidden characters")
    func xml() {
        #expect(XMLText.escaped("第 1 组，/甲/?a=b；\u{FFFD}\u{FFFF}\u{FFFE}\n") == "第 1 组，/甲/?a=b；\u{FFFD}&#10;")
        #expect(XMLText.escaped("") == "" && XMLText.escaped("甲：乙\u{7F}") == "甲：乙\u{7F}")
        #expect(XMLText.escaped("<a & \"b\" 'c'>\u{0}\u{B}甲") == "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;甲")
    }

    @Test("a text that is too long for a cell is cut between characters and says so")
    func longCell() {
        let limit = 32_767
        let exact = String(repeating: "字", count: limit)
        #expect(CellText.fitting(exact) == exact)
        let cut = CellText.fitting(String(repeating: "字", count: limit - 2) + "𠮷𠮷")
        #expect(cut.utf16.count <= limit && cut.hasSuffix("字…"))
    }

    @Test("the columns of the lists stay as they are for ever")
    func columns() {
        #expect(
            ListColumn.all.map(\.name) == [
                "year", "number", "id", "team", "enterprise", "enterprise_present_name", "enterprise_id", "province",
                "province_code", "mode", "recommender", "honors", "members", "standing", "withdrawn_on",
                "withdrawn_reason", "edition_status", "url",
            ])
    }
}
