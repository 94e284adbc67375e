import Content
import Diagnostics
import Rules
import Values

/// The import of a result table: from the bytes of a file to the roster as it would be, with what a person should know.
package struct RosterImport: Sendable {
    package let table: CellTable
    /// Where the header stands.
    package let headerPlace: String
    /// `nil` when errors keep the table from being taken over.
    package let merge: RosterMerge?
    /// What a person should know; which file it is about is left open.
    package let notes: [Diagnostic]
    package let rowCount: Int

    /// - Parameters:
    ///   - name: the file's name, whose ending tells what it is.
    ///   - sheet: which sheets of a workbook.
    ///   - roster: the roster that is there already.
    ///   - accepted: what a person said yes to.
    /// - Throws: `TableProblem` when no table can be read from the file.
    package init(
        _ bytes: [UInt8], name: String, sheet: SheetChoice = .only, into roster: RosterFile?,
        surroundings: RosterSurroundings, accepting accepted: Set<ImportAcceptance> = []
    ) throws {
        let tables = try Self.tables(bytes, name: name, sheet: sheet, accepted)
        guard let first = tables.first else { throw TableProblem(zh: "表格是空的。", en: "The workbook is empty.") }
        var notes: [Diagnostic] = []
        var rows: [ProposedRow] = []
        var notesWhenNew: [Diagnostic] = []
        var places: [String] = []
        for table in tables {
            guard let header = TableHeader.find(in: table) else { throw Self.withoutHeader(table) }
            let reading = TableReading(
                table, header: header, isOnlyTable: tables.count == 1, surroundings: surroundings, accepting: accepted)
            notes += reading.notes
            rows += reading.rows
            notesWhenNew += reading.notesWhenNew
            places.append(table.rows[header.index].place)
        }
        guard !rows.isEmpty || !notes.isEmpty else {
            throw TableProblem(zh: "表头下面没有班组。", en: "There are no teams below the header.")
        }
        if rows.isEmpty, !notes.contains(where: { $0.severity == .error }) {
            let hasOtherLists = notes.contains { $0.rule == .importOtherList }
            notes.append(
                .inTable(
                    .importYear,
                    zh: hasOtherLists ? "除了没有导入的名单，没有 \(surroundings.year) 年的班组。" : "没有一行是 \(surroundings.year) 年的班组。",
                    en: hasOtherLists
                        ? "Besides what is left out there is no team of \(surroundings.year)."
                        : "There is no team of \(surroundings.year) in the table."))
        }
        notes +=
            Self.duplicates(rows) + Self.nearDuplicates(rows, besides: roster, surroundings.enterpriseNames)
            + Self.unknownRecommenders(rows, surroundings, accepted)
        table = first
        headerPlace = places.joined(separator: "、")
        rowCount = rows.count
        guard !notes.contains(where: { $0.severity == .error }), !rows.isEmpty else {
            merge = nil
            self.notes = notes + Self.openQuestions(rows, notesWhenNew, roster)
            return
        }
        let merge = RosterMerge(
            rows, into: roster ?? RosterFile(isChinese: surroundings.isChinese), surroundings: surroundings,
            accepting: accepted)
        notes += merge.notes
        if merge.rows.contains(where: { $0.change == .added }) { notes += notesWhenNew }
        self.merge = notes.contains { $0.severity == .error } ? nil : merge
        self.notes = notes
    }

    /// What a person should know, as findings in the file.
    ///
    /// - Parameter file: the table, as a person named it.
    package func findings(in file: String) -> [Diagnostic] {
        notes.map { $0.placed(inHandedIn: HandedInPlace(file: file, spot: $0.handedIn?.spot)) }
    }

    /// What would be asked about new teams: all that is wrong with a table is told at once.
    private static func openQuestions(
        _ rows: [ProposedRow], _ more: [Diagnostic], _ roster: RosterFile?
    ) -> [Diagnostic] {
        roster.map { $0.rowIndices.isEmpty } ?? true ? rows.flatMap(\.notesWhenNew) + more : []
    }

    private static func withoutHeader(_ table: CellTable) -> TableProblem {
        let names = table.rows.first.map { row in
            row.cells.sorted { $0.key < $1.key }.prefix(6).map(\.value.text.onOneLine).joined(separator: "、")
        }
        return TableProblem(
            .importColumn, zh: "没有找到表头" + (names.map { "；第一行是：\($0)" } ?? "，表格是空的") + "。",
            en: "There is no header" + (names.map { "; the first row is: \($0)" } ?? ", the table is empty") + ".",
            help: LocalizedText(
                zh: "表头要有“班组名称”和“企业名称”两列，次序不限，前面可以有标题行。",
                en: "It names the columns “team” and “enterprise” in any order; titles may stand above it."))
    }

    private static func tables(
        _ bytes: [UInt8], name: String, sheet: SheetChoice, _ accepted: Set<ImportAcceptance>
    ) throws -> [CellTable] {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isArchive = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        guard !bytes.isEmpty else { throw TableProblem(zh: "文件是空的。", en: "The file is empty.") }
        if isArchive || ["xlsx", "xlsm", "xls", "et"].contains(ending) {
            return try WorkbookTable.read(bytes, name: name, sheet: sheet, accepting: accepted)
        }
        guard sheet == .only else {
            throw TableProblem(
                zh: "CSV 没有工作表，去掉 --sheet 或 --all-sheets。",
                en: "A CSV file has no sheets: leave --sheet and --all-sheets out.")
        }
        return [try TextTable.read(bytes, name: name)]
    }

    private static func duplicates(_ rows: [ProposedRow]) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        var byID: [String: String] = [:]
        var byKey: [String: [ProposedRow]] = [:]
        for row in rows {
            if let id = row[.id], let first = byID.updateValue(row.place, forKey: id) {
                notes.append(
                    .inTable(
                        .importDuplicate, at: row.place, zh: "编号“\(id)”在 \(first) 已经用过。",
                        en: "The id “\(id)” is used at \(first) already."))
            }
            let known = byKey[row.key] ?? []
            byKey[row.key] = known + [row]
            // A team of another province is another one.
            let same = known.first { first in
                guard let one = first.named.province, let other = row.named.province else { return true }
                return one.isSame(as: other)
            }
            if let first = same?.place {
                notes.append(
                    .inTable(
                        .importDuplicate, at: row.place, zh: "\(row.enterprise)的“\(row.team)”在 \(first) 已经出现过。",
                        en: "“\(row.team)” of \(row.enterprise) stands at \(first) already."))
            }
        }
        return notes
    }

    /// Rows without ids that are one team in two spellings, unless the roster has both.
    private static func nearDuplicates(
        _ rows: [ProposedRow], besides roster: RosterFile?, _ names: EnterpriseNames
    ) -> [Diagnostic] {
        let listed = Set(
            roster.map { file in
                file.rowIndices.map {
                    ProposedRow.key(team: file.text(.team, inRow: $0), enterprise: file.text(.enterprise, inRow: $0))
                }
            } ?? [])
        var (matcher, known): (TeamMatcher, [ProposedRow]) = (TeamMatcher([]), [])
        var notes: [Diagnostic] = []
        for row in rows where row[.id] == nil {
            if case .same(let candidate) = matcher.answer(for: row.named),
                !listed.contains(row.key) || !listed.contains(known[candidate.index].key)
            {
                let first = known[candidate.index]
                notes.append(
                    .inTable(
                        .importDuplicate, at: row.place,
                        zh:
                            "“\(row.team)”（\(row.enterprise)）与 \(first.place) 的“\(first.team)”像是同一个班组：\(candidate.reasons.map(\.text.zh).joined(separator: "；"))。是同一个的，删去一行；是两个的，在表中加“编号”列分别编号。",
                        en:
                            "“\(row.team)” (\(row.enterprise)) seems to be “\(first.team)” of \(first.place): \(candidate.reasons.map(\.text.en).joined(separator: "; ")). Remove one of them, or give both ids in a column of the table."
                    ))
            }
            matcher.add(
                row.named, otherEnterprises: names.others(of: row.enterprise, id: row[.enterpriseID] ?? ""))
            known.append(row)
        }
        return notes
    }

    /// A site that lists its associations knows them by their exact names. Each is told once.
    private static func unknownRecommenders(
        _ rows: [ProposedRow], _ surroundings: RosterSurroundings, _ accepted: Set<ImportAcceptance>
    ) -> [Diagnostic] {
        let known = surroundings.associations.map { (name: $0.name, province: $0.province) }
        var seen: Set<String> = []
        return rows.compactMap { row in
            guard let name = row[.recommender], !name.isEmpty, surroundings.association(name) == nil,
                seen.insert(name).inserted,
                let unknown = UnknownRecommender(
                    name, among: known, of: row[.province].flatMap { Province(named: $0) })
            else { return nil }
            return .question(
                .importRecommender, [.unknownRecommenders], given: accepted, at: row.place, zh: unknown.message.zh,
                en: unknown.message.en)
        }
    }
}
