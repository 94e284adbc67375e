import Content
import Testing

@Suite("Cells of a roster")
struct RosterCellsTests {
    @Test(
        "a roster in Chinese is written in Chinese words, one in English in its own, and both are read back",
        arguments: [
            (RosterColumn.honors, "title", "质量信得过班组"), (.honors, "title;caq-recommended", "质量信得过班组;推荐全国"),
            (.honors, "caq-awarded", "获全国"), (.honors, "", ""), (.mode, "self", "自荐"), (.mode, "recommended", "推荐"),
            (.standing, "held", "有效"), (.standing, "withdrawn", "撤销"), (.team, "title", "title"),
        ])
    func words(column: RosterColumn, canonical: String, chinese: String) {
        #expect(column.written(canonical, isChinese: true) == chinese)
        #expect(column.written(canonical, isChinese: false) == canonical)
        #expect(column.canonical(chinese) == canonical)
    }
}
