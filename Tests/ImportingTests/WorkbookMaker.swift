import CZip

/// Makes small workbooks part by part, right ones and wrong ones.
enum WorkbookMaker {
    struct Failure: Error {}

    /// A ZIP archive with the given files.
    static func zip(_ files: [(name: String, text: String)]) throws -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw Failure() }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else { throw Failure() }
        var kept: [UnsafeMutableRawPointer] = []
        defer { for memory in kept { memory.deallocate() } }
        for file in files {
            let bytes = Array(file.text.utf8)
            let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
            memory.copyMemory(from: bytes, byteCount: bytes.count)
            kept.append(memory)
            guard let part = zip_source_buffer(archive, memory, UInt64(bytes.count), 0),
                zip_file_add(archive, file.name, part, 0) >= 0
            else { throw Failure() }
        }
        guard zip_close(archive) == 0, zip_source_open(source) == 0 else { throw Failure() }
        defer { zip_source_close(source) }
        zip_source_seek(source, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: Int(zip_source_tell(source)))
        zip_source_seek(source, 0, SEEK_SET)
        guard zip_source_read(source, &bytes, UInt64(bytes.count)) == Int64(bytes.count) else { throw Failure() }
        return bytes
    }

    static let types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"

    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// A workbook with sheets.
    ///
    /// - Parameters:
    ///   - sheets: what stands inside of `<worksheet>`.
    ///   - strings: the shared strings, as XML inside of `<si>`.
    ///   - hidden: names of sheets that are hidden.
    ///   - own: what stands inside of `<styleSheet>`, in the place of formats.
    ///   - comments: what stands inside of `<comments>` of the first sheet.
    ///   - folder: that of the sheets' parts, which relations call `worksheets`.
    ///   - formats: codes of the cell formats that styles 1, 2, … have; a number for one that every program has.
    static func workbook(
        _ sheets: [(name: String, xml: String)], strings: [String] = [], formats: [String] = [],
        properties: String = "", hidden: Set<String> = [], styles own: String? = nil, comments: String? = nil,
        folder: String = "worksheets"
    ) throws -> [UInt8] {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\"\(hidden.contains(sheet.name) ? " state=\"hidden\"" : "") sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        let targets =
            sheets.indices.map { index in
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
            } + [
                "<Relationship Id=\"s\" Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/>",
                "<Relationship Id=\"t\" Type=\"\(relations)/styles\" Target=\"/xl/styles.xml\"/>",
            ]
        let custom = formats.enumerated().compactMap { index, code in
            Int(code) == nil
                ? "<numFmt numFmtId=\"\(170 + index)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>" : nil
        }
        let styles = formats.enumerated().map { index, code in "<xf numFmtId=\"\(Int(code) ?? 170 + index)\"/>" }
        return try zip(
            [
                ("[Content_Types].xml", types),
                (
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(targets.joined())</Relationships>"
                ),
                (
                    "xl/sharedStrings.xml",
                    "<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
                ),
                (
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"\(main)\">\(own ?? "<numFmts>\(custom.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs>")</styleSheet>"
                ),
            ]
                + (comments.map {
                    [
                        (
                            "xl/worksheets/_rels/sheet1.xml.rels",
                            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"\(relations)/comments\" Target=\"../comments1.xml\"/></Relationships>"
                        ), ("xl/comments1.xml", "<comments xmlns=\"\(main)\">\($0)</comments>"),
                    ]
                } ?? [])
                + sheets.enumerated().map { index, sheet in
                    (
                        "xl/\(folder)/sheet\(index + 1).xml",
                        "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
                    )
                })
    }

    /// A sheet of texts, as one writes a table by hand.
    static func sheet(_ rows: [[String]], more: String = "") -> String {
        let xml = rows.enumerated().map { index, cells in
            "<row r=\"\(index + 1)\">"
                + cells.map { text in
                    text.isEmpty
                        ? "<c/>" : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
                }.joined() + "</row>"
        }
        return "<sheetData>\(xml.joined())</sheetData>\(more)"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
