import Diagnostics
import Rules
import Screening
import Values

/// Reads a year's `roster.csv`.
enum RosterReader {
    /// What a roster holds.
    struct Roster: Sendable {
        var rows: [RosterRow] = []
        /// The row of column names; `nil` for a roster without a usable one.
        var header: SourceRange?
        /// Ids of rows with errors, as they are and as they should be.
        var unusableIDs: Set<String> = []
        /// Whether teams may be lacking of which nobody knows the ids: the finding about their rows tells why.
        var isIncomplete = false
        /// Whether the number of rows says nothing: rows have errors, or stand there twice.
        var isMiscounted = false

        static let unreadable = Roster(isIncomplete: true, isMiscounted: true)
    }

    /// Far more than a year can have rows for.
    static let maximumByteCount = 16 * 1024 * 1024

    /// Far more than a year has.
    static let maximumRowCount = 20_000

    /// - Parameter bytes: the file as it is on disk, in UTF-8 or GB 18030.
    static func read(
        path: String, bytes: [UInt8], contacts: PublishedContacts = PublishedContacts([]),
        findings: inout [Diagnostic]
    ) -> Roster {
        guard let file = RosterEncoding.decode(path: path, bytes: bytes, findings: &findings) else {
            return .unreadable
        }
        let personal = PersonalDataScan.findings(in: file, contacts: contacts)
        findings += personal
        let table = CSVTable.read(file, findings: &findings)
        guard let header = RosterRemarks.header(among: table.rows) else {
            findings.append(
                Diagnostic(
                    .rosterColumn, at: file.start, message: LocalizedText(zh: "名单是空的。", en: "The roster is empty."),
                    help: headerHelp))
            return .unreadable
        }
        // Columns at the end without names are empty ones that a spreadsheet program left.
        let width = (header.cells.lastIndex { !$0.text.trimmingSpaces.isEmpty } ?? -1) + 1
        guard let columns = columns(of: header, width: width, findings: &findings) else { return .unreadable }
        var roster = Roster(header: header.range)
        var remarks = RosterRemarks()
        remarks.learn(header: header)
        if !table.isComplete { (roster.isIncomplete, roster.isMiscounted) = (true, true) }
        let rows = table.rows.filter { $0.range.bytes.lowerBound > header.range.bytes.lowerBound }
        var rewritten: [RosterTidying.Rewritten] = []
        var isTrimmed = width < header.cells.count && table.isComplete
        for row in rows {
            guard roster.rows.count < maximumRowCount else {
                findings.append(tooManyRows(row))
                (roster.isIncomplete, roster.isMiscounted) = (true, true)
                isTrimmed = false
                break
            }
            guard !row.isBlank, !remarks.isRemark(row) else { continue }
            // A comma too many shifts the cells of a row; spreadsheet programs write all rows as wide as the header.
            let isComplete =
                row.cells.count == header.cells.count
                && row.cells[width...].allSatisfy { $0.text.trimmingSpaces.isEmpty }
            guard !row.isFaulty, isComplete else {
                isTrimmed = false
                if !row.isFaulty {
                    let stray = row.cells.dropFirst(width).first { !$0.text.trimmingSpaces.isEmpty }
                    let isWide = row.cells.count == header.cells.count
                    findings.append(
                        (isWide ? stray.map(unheaded) : nil) ?? wrongCount(row, expected: header.cells.count))
                }
                roster.skip(row, columns: columns)
                continue
            }
            var reader = RosterRowReader(row: row, columns: columns)
            if let value = reader.read() {
                roster.rows.append(value)
                let names = RosterNameCheck.findings(about: value, besides: personal)
                // Of a name that is none, nothing else is to be said.
                findings += names.isEmpty ? RosterChecks.findings(about: value) : names
            } else {
                roster.skip(row, columns: columns)
            }
            findings += reader.findings
            rewritten += reader.rewritten
        }
        findings += RosterTidying.findings(about: rewritten)
        if isTrimmed {
            findings += RosterTidying.findings(
                aboutColumnsBehind: width, of: header.cells.count,
                rows: [header] + rows.filter { !remarks.isRemark($0) })
        }
        let duplicates = duplicates(in: roster.rows)
        if duplicates.contains(where: { $0.severity == .error }) { roster.isMiscounted = true }
        findings += NameMarkCheck.findings(about: roster.rows)
        findings += duplicates
        return roster
    }

    private static let headerHelp = LocalizedText(
        zh: "第一行写列名：\(RosterColumn.all.map(\.chineseName).joined(separator: ","))。",
        en: "The first row names the columns: \(RosterColumn.all.map(\.name).joined(separator: ",")).")

    /// - Parameter width: how many columns there are up to the last that has a name.
    private static func columns(
        of header: CSVTable.Row, width: Int, findings: inout [Diagnostic]
    ) -> [RosterColumn: Int]? {
        if let finding = wrongSeparator(of: header) ?? missingHeader(header) {
            findings.append(finding)
            return nil
        }
        var columns: [RosterColumn: Int] = [:]
        var unknown: [CSVTable.Cell] = []
        for (index, cell) in header.cells.prefix(width).enumerated() {
            guard let column = RosterColumn.named(cell.text) else {
                if cell.text.trimmingSpaces.isEmpty {
                    findings.append(unnamed(cell, index: index))
                } else {
                    unknown.append(cell)
                }
                continue
            }
            if let first = columns[column] {
                findings.append(twice(column, at: cell.range, first: header.cells[first].range))
                continue
            }
            columns[column] = index
        }
        let missing = RosterColumn.required.filter { columns[$0] == nil }
        findings += unknown.map { self.unknown($0, missing: missing) }
        // A required column that is there under another name is told at that name.
        if unknown.isEmpty, !missing.isEmpty {
            findings.append(
                Diagnostic(
                    .rosterColumn, at: header.range,
                    message: LocalizedText(
                        zh: "缺少必需的列“\(missing.map(\.label.zh).joined(separator: "”“"))”。",
                        en: "Required columns are missing: \(missing.map(\.name).joined(separator: ", "))."),
                    help: headerHelp))
        }
        return missing.isEmpty ? columns : nil
    }

    /// Finds a first row that names no column: it is one of data.
    private static func missingHeader(_ row: CSVTable.Row) -> Diagnostic? {
        guard row.cells.allSatisfy({ RosterColumn.named($0.text) == nil }) else { return nil }
        return Diagnostic(
            .rosterColumn, at: row.range,
            message: LocalizedText(
                zh: "名单缺少表头：第一行没有一个列名。", en: "The roster has no header: no cell of its first row names a column."),
            help: headerHelp)
    }

    private static func unknown(_ cell: CSVTable.Cell, missing: [RosterColumn]) -> Diagnostic {
        let name = cell.text.trimmingSpaces
        let names = RosterColumn.all.flatMap { [$0.name, $0.chineseName] }
        let suggestion = NearestName.suggestion(for: name, among: names)
        let wanted: LocalizedText? =
            missing.isEmpty
            ? nil
            : LocalizedText(
                zh: "还缺少必需的列“\(missing.map(\.label.zh).joined(separator: "”“"))”，是其中之一吗？",
                en:
                    "Required columns are missing: \(missing.map(\.name).joined(separator: ", ")). Is it one of them?"
            )
        return Diagnostic(
            .rosterColumn, at: cell.range,
            message: LocalizedText(zh: "名单没有列“\(name)”。", en: "A roster has no column “\(name)”."),
            help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") } ?? wanted
                ?? headerHelp,
            replacement: suggestion)
    }

    private static func twice(_ column: RosterColumn, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .rosterColumn, at: range,
            message: LocalizedText(
                zh: "“\(column.label.zh)”列出现了两次。", en: "The column “\(column.name)” is there twice."),
            related: [Diagnostic.Related(LocalizedText(zh: "第一次在这里", en: "the first one is here"), at: first)])
    }

    /// Finds a header whose names are separated by something else than commas.
    private static func wrongSeparator(of header: CSVTable.Row) -> Diagnostic? {
        guard header.cells.count == 1,
            let separator = header.cells[0].text.first(where: { ";\t，；|".contains($0) })
        else { return nil }
        let names: [Character: LocalizedText] = [
            ";": LocalizedText(zh: "分号", en: "semicolons"), "\t": LocalizedText(zh: "制表符", en: "tabs"),
            "，": LocalizedText(zh: "全角逗号", en: "full-width commas"),
            "；": LocalizedText(zh: "全角分号", en: "full-width semicolons"),
        ]
        let name = names[separator] ?? LocalizedText(zh: "竖线", en: "bars")
        return Diagnostic(
            .rosterSyntax, at: header.range,
            message: LocalizedText(
                zh: "名单用\(name.zh)分隔，应该用英文逗号。", en: "The columns are separated by \(name.en), not commas."),
            help: LocalizedText(zh: "请另存为“CSV UTF-8（逗号分隔）”。", en: "Save it as “CSV UTF-8 (comma delimited)”."))
    }

    private static func tooManyRows(_ row: CSVTable.Row) -> Diagnostic {
        Diagnostic(
            .rosterSyntax, at: row.range,
            message: LocalizedText(
                zh: "一个年度的名单超过 \(maximumRowCount) 个班组，从这一行起没有读取。",
                en: "The roster of a year has more than \(maximumRowCount) teams; it was not read from this row on."),
            help: LocalizedText(
                zh: "请核对文件：可能几个年度写在了一起，或内容重复了。",
                en: "Check the file: years may have run together, or rows may be doubled."))
    }

    private static func unnamed(_ cell: CSVTable.Cell, index: Int) -> Diagnostic {
        Diagnostic(
            .rosterColumn, at: cell.range,
            message: LocalizedText(zh: "第 \(index + 1) 列没有列名。", en: "Column \(index + 1) has no name."),
            help: LocalizedText(
                zh: "请删除这一列（表头和每一行），或写上列名。", en: "Delete the column in the header and every row, or name it."))
    }

    /// A cell below the empty end of the header.
    private static func unheaded(_ cell: CSVTable.Cell) -> Diagnostic {
        Diagnostic(
            .rosterColumn, at: cell.range,
            message: LocalizedText(
                zh: "“\(cell.text.trimmingSpaces)”所在的列没有列名。",
                en: "The column of “\(cell.text.trimmingSpaces)” has no name."),
            help: LocalizedText(
                zh: "请给这一列写上列名，或删去这一格；这一行也可能错开了一格。",
                en: "Name the column or empty the cell; the cells of the row may have been shifted by one."))
    }

    private static func wrongCount(_ row: CSVTable.Row, expected: Int) -> Diagnostic {
        let missing = expected - row.cells.count
        let commas = row.cells.reduce(0) { $0 + $1.text.count { $0 == "，" } }
        return Diagnostic(
            .rosterColumn, at: row.range,
            message: LocalizedText(
                zh: "这一行有 \(row.cells.count) 列，表头有 \(expected) 列。",
                en: "This row has \(row.cells.count.counting("cell")), the header \(expected)."),
            help: missing > 0 && commas >= missing
                ? LocalizedText(
                    zh: "这一行有中文逗号“，”：分隔单元格请用英文逗号。",
                    en: "The row has full-width commas “，”: cells are separated by ASCII commas.")
                : row.cells.count > expected
                    ? LocalizedText(
                        zh: "文字里有逗号时，请把整个单元格放进英文引号。", en: "Where a text holds a comma, put the whole cell in quotes.")
                    : LocalizedText(
                        zh: "空着的单元格也要保留逗号；如果引号没有配对，几行会连成一行。",
                        en: "Empty cells keep their commas; quotes that do not pair up join several lines."))
    }

    private static func duplicates(in rows: [RosterRow]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var firstByID: [TeamID: RosterRow] = [:]
        var firstByTeam: [String: RosterRow] = [:]
        var firstBySpelling: [String: RosterRow] = [:]
        for row in rows {
            let (enterprise, team) = (ComparableName.key(row.enterprise.value), ComparableName.key(row.team.value))
            let key = enterprise + "/" + team
            let spelling = Self.withoutEndings(enterprise: enterprise, team: team)
            defer { firstBySpelling[spelling] = firstBySpelling[spelling] ?? row }
            if let first = firstByID[row.id.value] {
                findings.append(duplicateID(row, first: first, isSameTeam: firstByTeam[key] === first))
            } else if let first = firstByTeam[key] {
                findings.append(duplicateTeam(row, first: first))
            } else if let first = firstBySpelling[spelling], Self.isSameTeam(row, first) {
                findings.append(duplicateTeam(row, first: first))
            }
            firstByID[row.id.value] = firstByID[row.id.value] ?? row
            firstByTeam[key] = firstByTeam[key] ?? row
        }
        return findings
    }

    /// What the names of a team and its enterprise have in common in all spellings that an import takes for one.
    private static func withoutEndings(enterprise: String, team: String) -> String {
        let firm = ["有限责任公司", "有限公司"].first(where: enterprise.hasSuffix)
        let ending = ["班组", "小组", "班", "组"].first(where: team.hasSuffix)
        return enterprise.dropLast(firm?.count ?? 0) + "/" + team.dropLast(ending?.count ?? 0)
    }

    /// Whether an import would take two rows for one team without asking.
    private static func isSameTeam(_ row: RosterRow, _ other: RosterRow) -> Bool {
        func named(_ row: RosterRow) -> NamedTeam {
            NamedTeam(team: row.team.value, enterprise: row.enterprise.value, province: row.province.value)
        }
        return TeamMatcher.comparison(named(row), named(other))?.allSatisfy { !$0.isDoubt } ?? false
    }

    /// - Parameter isSameTeam: whether the row was pasted twice rather than given another team's id.
    private static func duplicateID(_ row: RosterRow, first: RosterRow, isSameTeam: Bool) -> Diagnostic {
        Diagnostic(
            .rosterDuplicateID, at: row.id.range,
            message: isSameTeam
                ? LocalizedText(
                    zh: "编号“\(row.id.value)”的这一行出现了两次。", en: "The row of the id “\(row.id.value)” is there twice.")
                : LocalizedText(zh: "编号“\(row.id.value)”重复。", en: "The id “\(row.id.value)” is given twice."),
            help: isSameTeam
                ? LocalizedText(zh: "请删去其中一行。", en: "Delete one of the rows.")
                : LocalizedText(zh: "两个班组不同，请给这一行另一个编号。", en: "The teams differ: give this one another id."),
            related: [
                Diagnostic.Related(LocalizedText(zh: "先在这里用过", en: "it is used here already"), at: first.id.range)
            ])
    }

    /// A team of another province may be another one of the same names.
    private static func duplicateTeam(_ row: RosterRow, first: RosterRow) -> Diagnostic {
        let isElsewhere = !row.province.value.isSame(as: first.province.value)
        return Diagnostic(
            .rosterDuplicateTeam, at: row.team.range,
            message: LocalizedText(
                zh: "\(row.enterprise.value)的“\(row.team.value)”在本年度出现了两次。",
                en: "“\(row.team.value)” of \(row.enterprise.value) stands in this year twice."),
            help: isElsewhere
                ? LocalizedText(
                    zh: "两行的省份不同。请核对：是同一个班组的，删去一行；是两个的，不用改。",
                    en:
                        "The provinces differ. Check it: delete a row if it is one team; for two there is nothing to do."
                )
                : row.team.value == first.team.value && row.enterprise.value == first.enterprise.value
                    ? nil
                    : LocalizedText(
                        zh: "两行的名称只差“班”“班组”、“有限公司”“有限责任公司”一类写法。请删去一行；确是两个班组的，把名称写得分得开。",
                        en:
                            "The names differ in their endings alone. Delete one of the rows; if they are two teams, give them names that tell them apart."
                    ),
            related: [
                Diagnostic.Related(LocalizedText(zh: "第一次在这里", en: "the first one is here"), at: first.team.range)
            ]
        ).counting(as: isElsewhere ? .warning : .error)
    }
}

extension RosterReader.Roster {
    /// Notes a row that cannot be used, under the id it has and the one it should have: a write-up bears the latter.
    fileprivate mutating func skip(_ row: CSVTable.Row, columns: [RosterColumn: Int]) {
        isMiscounted = true
        let whole = columns[.id].flatMap { $0 < row.cells.count ? row.cells[$0].text : nil } ?? ""
        // A full-width comma joins the cell with the next.
        let cell = String(whole.prefix { $0 != "，" }).trimmingSpaces
        guard let meant = Slug.isValid(cell) ? cell : Slug.proposal(for: cell)?.text else {
            isIncomplete = true
            return
        }
        unusableIDs.formUnion([cell, meant])
    }
}

extension RosterColumn {
    /// The column as messages name it.
    fileprivate var label: LocalizedText { LocalizedText(zh: chineseName, en: name) }
}
