import Documents
import Forms
import Testing

@Suite("Forms as workbooks")
struct FormWorkbookTests {
    @Test("points are kept to their maximum and added up by a formula")
    func scoring() throws {
        let bytes = try FormMaker.bytes(of: SampleForms.own("scoring-table"), as: .xlsx)
        let sheet = try XMLTree.part("xl/worksheets/sheet1.xml", of: bytes)
        let checks = sheet.all("dataValidation").filter { $0.attributes["type"] == "decimal" }
        let maxima = checks.compactMap { $0["formula2"]?.text }.filter { $0 != "2199" }
        #expect(maxima.sorted() == ["15", "15", "15", "25", "30"])
        let formula = try #require(sheet.all("f").first)
        let cells = Set(formula.text.dropFirst("SUM(".count).dropLast().split(separator: ",").map(String.init))
        #expect(cells == Set(checks.filter { $0["formula2"]?.text != "2199" }.compactMap { $0.attributes["sqref"] }))
        #expect(sheet["sheetProtection"] != nil)
    }
}
