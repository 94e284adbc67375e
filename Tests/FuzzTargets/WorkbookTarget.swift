import Documents
import Importing
import Values

/// Result tables, which are imported into rosters.
enum WorkbookTarget {
    private static let surroundings = RosterSurroundings(
        year: 2030, isChinese: true,
        associations: [
            .init(id: "zj", name: "浙江省市政行业协会", province: Province(named: "浙江")),
            .init(id: "js", name: "江苏省市政工程协会", province: Province(named: "江苏")),
        ])

    static func brokenPromises(withFile bytes: [UInt8]) -> [String] {
        brokenPromises(withFile: bytes, named: "table.xlsx") + DocumentPromises.broken(by: bytes, named: "table.xlsx")
    }

    /// The parts are divided by lines of `%%`: sheet, shared strings, styles, workbook. Those that lack are usual ones.
    static func brokenPromises(withParts bytes: [UInt8]) -> [String] {
        let parts = DividedParts.parts(of: bytes)
        func part(_ index: Int, _ usual: String) -> [UInt8] {
            parts.indices.contains(index) && !parts[index].isEmpty ? Array(parts[index]) : Array(usual.utf8)
        }
        let file = StoredArchive.bytes(of: [
            ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(packageRelations.utf8)),
            ("xl/worksheets/sheet1.xml", part(0, "")), ("xl/sharedStrings.xml", part(1, "<sst \(main)/>")),
            ("xl/styles.xml", part(2, "<styleSheet \(main)/>")), ("xl/workbook.xml", part(3, workbook)),
            ("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
        ])
        return brokenPromises(withFile: file)
    }

    /// A table is refused, asked about, or becomes a roster that the site can read.
    static func brokenPromises(withFile bytes: [UInt8], named name: String) -> [String] {
        let imported: RosterImport
        do {
            imported = try RosterImport(bytes, name: name, sheet: .only, into: nil, surroundings: surroundings)
        } catch let problem as TableProblem {
            return problem.message.zh.isEmpty || problem.message.en.isEmpty ? ["a refusal says nothing"] : []
        } catch {
            return ["a table is refused by \(error)"]
        }
        guard let merge = imported.merge else {
            return imported.notes.contains { $0.severity == .error }
                ? [] : ["a table is not taken over, and nobody says why"]
        }
        var findings: [String] = []
        if merge.rows.count != imported.rowCount { findings.append("rows were lost between table and roster") }
        let written = merge.file.bytes
        let again = try? RosterFile(written, path: MemorySource.rosterPath)
        if again?.bytes != written { findings.append("the roster that was made cannot be read again") }
        return findings
    }

    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    private static let types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    private static let packageRelations =
        "<Relationships \(package)><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    private static let workbook =
        "<workbook \(main) xmlns:r=\"\(office)\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"
    private static let relations =
        "<Relationships \(package)><Relationship Id=\"s\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "<Relationship Id=\"u\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
}
