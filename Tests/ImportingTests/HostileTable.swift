import Testing

/// A workbook that somebody made to do harm, or that something has broken.
struct HostileTable: CustomTestStringConvertible, Sendable {
    let name: String
    let make: @Sendable () throws -> [UInt8]
    var testDescription: String { name }

    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

    private static func part(_ name: String, _ xml: String) throws -> [UInt8] {
        var parts: [String: String] = [
            "xl/workbook.xml":
                "<workbook \(main) xmlns:r=\"\(relations)\"><sheets><sheet name=\"a\" r:id=\"x\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
                "<R \(package)><Relationship Id=\"x\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s\" Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></R>",
            "xl/worksheets/sheet1.xml": worksheet(WorkbookMaker.sheet([["班组名称", "企业名称"], ["甲班", "北京公司"]])),
        ]
        parts[name] = xml
        return try WorkbookMaker.zip(parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private static func worksheet(_ xml: String) -> String { "<worksheet \(main)>\(xml)</worksheet>" }

    private static func sheet(_ xml: String) throws -> [UInt8] { try part("xl/worksheets/sheet1.xml", xml) }

    private static func cells(_ xml: String) throws -> [UInt8] { try sheet(worksheet(xml)) }

    private static let bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">" + (0..<9).map { "<!ENTITY a\($0) \"&a;&a;&a;\">" }.joined()
        + "]><worksheet>&a8;</worksheet>"

    static let all: [HostileTable] = [
        HostileTable(name: "billion laughs") { try sheet(bomb) },
        HostileTable(name: "entity in the strings") { try part("xl/sharedStrings.xml", bomb) },
        HostileTable(name: "document type in the styles") {
            try part("xl/styles.xml", "<!DOCTYPE s SYSTEM \"file:///etc/hostname\"><s/>")
        },
        HostileTable(name: "external document type over the network") {
            try part("xl/workbook.xml", "<!DOCTYPE w SYSTEM \"http://127.0.0.1:9/x\"><w/>")
        },
        HostileTable(name: "parameter entity") {
            try sheet("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\">%p;]><x/>")
        },
        HostileTable(name: "disguised as UTF-7") { try sheet("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>") },
        HostileTable(name: "UTF-16 with NUL") { try sheet("<\0x\0/\0>\0") },
        HostileTable(name: "depth of 10,000") {
            try sheet(String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000))
        },
        HostileTable(name: "100,000 attributes") {
            try sheet("<x " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>")
        },
        HostileTable(name: "100,000 attributes behind a comment") {
            try sheet("<x><!-- ' --><y " + (0..<100_000).map { "a\($0)=''" }.joined(separator: " ") + "/></x>")
        },
        HostileTable(name: "a text of 17 MB") { try sheet("<x>" + String(repeating: "a", count: 17_000_000) + "</x>") },
        HostileTable(name: "packed too tightly") {
            try sheet("<x>" + String(repeating: " ", count: 9_000_000) + "</x>")
        },
        HostileTable(name: "row far below") {
            try cells("<sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>")
        },
        HostileTable(name: "column far right") {
            try cells("<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>")
        },
        HostileTable(name: "string that is not there") {
            try cells("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999</v></c></row></sheetData>")
        },
        HostileTable(name: "negative string") {
            try cells("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row></sheetData>")
        },
        HostileTable(name: "merged area upside down") {
            try cells("<sheetData/><mergeCells><mergeCell ref=\"B9:A1\"/></mergeCells>")
        },
        HostileTable(name: "30,000 merged areas") {
            try cells(
                "<mergeCells>" + (1...30_000).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined() + "</mergeCells>")
        },
        HostileTable(name: "overlapping merged areas over everything") {
            let rows = (1...3000).map {
                "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"BL\($0)\"><v>1</v></c></row>"
            }
            return try cells(
                "<sheetData>" + rows.joined() + "</sheetData><mergeCells>"
                    + (1...3000).map { "<mergeCell ref=\"A\($0):BK3000\"/>" }.joined() + "</mergeCells>")
        },
        HostileTable(name: "unclosed element") { try sheet("<worksheet><sheetData>") },
        HostileTable(name: "no sheet") { try part("xl/workbook.xml", "<workbook \(main)><sheets/></workbook>") },
        HostileTable(name: "sheet that is not there") {
            try part(
                "xl/_rels/workbook.xml.rels",
                "<R \(package)><Relationship Id=\"x\" Type=\"\(relations)/worksheet\" Target=\"gone.xml\"/></R>"
            )
        },
        HostileTable(name: "sheet outside of the archive") {
            try part(
                "xl/_rels/workbook.xml.rels",
                "<R \(package)><Relationship Id=\"x\" Type=\"\(relations)/worksheet\" Target=\"../../../etc/passwd\"/></R>"
            )
        },
        HostileTable(name: "sheet elsewhere") {
            try part(
                "xl/_rels/workbook.xml.rels",
                "<R \(package)><Relationship Id=\"x\" Type=\"\(relations)/worksheet\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/\"/></R>"
            )
        },
        HostileTable(name: "twins but for case") {
            try WorkbookMaker.zip([("xl/workbook.xml", "<a/>"), ("xl/Workbook.xml", "<a/>")])
        },
        HostileTable(name: "no workbook") { try WorkbookMaker.zip([("word/document.xml", "<a/>")]) },
        HostileTable(name: "5,000 files") { try WorkbookMaker.zip((0..<5000).map { ("\($0)", "") }) },
        HostileTable(name: "old format") {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        },
        HostileTable(name: "text with the ending of a workbook") { Array("班组名称,企业名称\n".utf8) },
        HostileTable(name: "cut off") { try Array(sheet("<worksheet/>").dropLast(40)) },
        HostileTable(name: "beginning alone") { [0x50, 0x4B, 0x03, 0x04] },
        HostileTable(name: "nothing") { [] },
        HostileTable(name: "11 MB of noise") { [0x50, 0x4B] + Array(repeating: 7, count: 11_000_000) },
        HostileTable(name: "two sheets by one name of a header") {
            let list = WorkbookMaker.sheet([["班组名称", "企业名称"], ["甲班", "北京公司"]])
            return try WorkbookMaker.workbook([("a", list), ("b", list)])
        },
    ]
}
