import Content
import Diagnostics

/// The import of a result table: from the bytes of a file to the roster as it would be, with what a person should know.
package struct RosterImport: Sendable {
    package let table: CellTable
    /// Where the header stands.
    package let headerPlace: String
    /// `nil` when errors keep the table from being taken over.
    package let merge: RosterMerge?
    package let notes: [ImportNote]
    package let rowCount: Int

    /// - Parameters:
    ///   - name: the file's name, whose ending tells what it is.
    ///   - sheet: name or number of a sheet; `nil` for the one that holds a list.
    ///   - roster: the roster that is there already.
    /// - Throws: `TableProblem` when no table can be read from the file.
    package init(
        _ bytes: [UInt8], name: String, sheet: String? = nil, into roster: RosterFile?,
        surroundings: RosterSurroundings
    ) throws {
        let table = try Self.table(bytes, name: name, sheet: sheet)
        guard let header = TableHeader.find(in: table) else {
            let names = table.rows.first.map { row in
                row.cells.sorted { $0.key < $1.key }.prefix(6).map(\.value.text.onOneLine).joined(separator: "、")
            }
            throw TableProblem(
                zh: "没有找到表头" + (names.map { "；第一行是：\($0)" } ?? "，表格是空的") + "。",
                en: "There is no header" + (names.map { "; the first row is: \($0)" } ?? ", the table is empty") + ".",
                help: LocalizedText(
                    zh: "表头要有“班组名称”和“企业名称”两列，次序不限，前面可以有标题行。",
                    en: "It names the columns “team” and “enterprise” in any order; titles may stand above it."))
        }
        var reading = TableReading(table, header: header, surroundings: surroundings)
        reading.read()
        guard !reading.rows.isEmpty || !reading.notes.isEmpty else {
            throw TableProblem(zh: "表头下面没有班组。", en: "There are no teams below the header.")
        }
        self.table = table
        headerPlace = table.rows[header.index].place
        rowCount = reading.rows.count
        var notes = reading.notes + Self.unknownRecommenders(reading.rows, surroundings)
        guard !notes.contains(where: { $0.kind == .error }), !reading.rows.isEmpty else {
            merge = nil
            self.notes = notes
            return
        }
        let merge = RosterMerge(
            reading.rows, into: roster ?? RosterFile(isChinese: surroundings.isChinese), surroundings: surroundings)
        notes += merge.notes
        self.merge = notes.contains { $0.kind == .error } ? nil : merge
        self.notes = notes
    }

    private static func table(_ bytes: [UInt8], name: String, sheet: String?) throws -> CellTable {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isArchive = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        guard !bytes.isEmpty else { throw TableProblem(zh: "文件是空的。", en: "The file is empty.") }
        if isArchive || ["xlsx", "xlsm", "xls", "et"].contains(ending) {
            return try WorkbookTable.read(bytes, name: name, sheet: sheet)
        }
        guard sheet == nil else {
            throw TableProblem(zh: "CSV 没有工作表，去掉 --sheet。", en: "A CSV file has no sheets: leave --sheet out.")
        }
        return try TextTable.read(bytes, name: name)
    }

    /// A site that lists its associations knows them by their exact names.
    private static func unknownRecommenders(
        _ rows: [ProposedRow], _ surroundings: RosterSurroundings
    ) -> [ImportNote] {
        guard !surroundings.associations.isEmpty else { return [] }
        var seen: Set<String> = []
        return rows.compactMap { row in
            guard let name = row[.recommender], !name.isEmpty, surroundings.association(name) == nil,
                seen.insert(name).inserted
            else { return nil }
            // Names of associations differ by little but the province: one of another province is not meant.
            let province = PlaceReading.atStart(of: name)?.province
            let known = surroundings.associations.filter { province == nil || $0.province == province }.map(\.name)
            let near = known.first { $0.hasPrefix(name) } ?? NearestName.suggestion(for: name, among: known)
            return ImportNote(
                .warning, at: row.place,
                zh: "associations.yaml 中没有“\(name)”" + (near.map { "，是否应为“\($0)”？" } ?? "，请把它加进去。"),
                en: "“\(name)” is not in associations.yaml"
                    + (near.map { "; did you mean “\($0)”?" } ?? ": add it there."))
        }
    }
}
