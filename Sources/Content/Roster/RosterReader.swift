import Diagnostics

/// Reads a year's `roster.csv`.
enum RosterReader {
    /// What a roster holds.
    struct Roster: Sendable {
        var rows: [RosterRow] = []
        /// Ids of rows with errors.
        var unusableIDs: [String] = []
        /// Whether the rows could be read at all.
        var isReadable = true

        static let unreadable = Roster(isReadable: false)
    }

    /// Far more than a year can have rows for.
    static let maximumByteCount = 16 * 1024 * 1024

    /// - Parameter bytes: the file as it is on disk, in UTF-8 or GB 18030.
    static func read(
        path: String, bytes: [UInt8], contacts: PublishedContacts = PublishedContacts([]),
        findings: inout [Diagnostic]
    ) -> Roster {
        guard let file = RosterEncoding.decode(path: path, bytes: bytes, findings: &findings) else {
            return .unreadable
        }
        findings += PersonalDataScan.findings(in: file, contacts: contacts)
        let table = CSVTable.read(file, findings: &findings)
        guard let header = table.rows.first(where: { !$0.isBlank }) else {
            findings.append(
                Diagnostic(
                    .rosterColumn, at: file.start, message: LocalizedText(zh: "名单是空的。", en: "The roster is empty."),
                    help: headerHelp))
            return .unreadable
        }
        guard let columns = columns(of: header, findings: &findings) else { return .unreadable }
        var roster = Roster()
        func skip(_ row: CSVTable.Row) {
            guard let index = columns[.id], index < row.cells.count else { return }
            roster.unusableIDs.append(row.cells[index].text.trimmingSpaces)
        }
        for row in table.rows where row.range.bytes.lowerBound > header.range.bytes.lowerBound && !row.isBlank {
            guard row.cells.count == header.cells.count else {
                findings.append(wrongCount(row, expected: header.cells.count))
                skip(row)
                continue
            }
            var reader = RosterRowReader(row: row, columns: columns)
            if let value = reader.read() {
                roster.rows.append(value)
                findings += RosterChecks.findings(about: value)
            } else {
                skip(row)
            }
            findings += reader.findings
        }
        findings += duplicates(in: roster.rows)
        return roster
    }

    private static let headerHelp = LocalizedText(
        zh: "第一行写列名：\(RosterColumn.allCases.map(\.chineseName).joined(separator: ","))。",
        en: "The first row names the columns: \(RosterColumn.allCases.map(\.rawValue).joined(separator: ",")).")

    private static func columns(of header: CSVTable.Row, findings: inout [Diagnostic]) -> [RosterColumn: Int]? {
        if let finding = wrongSeparator(of: header) {
            findings.append(finding)
            return nil
        }
        var columns: [RosterColumn: Int] = [:]
        var isUsable = true
        for (index, cell) in header.cells.enumerated() {
            guard let column = RosterColumn(header: cell.text) else {
                guard !cell.text.trimmingSpaces.isEmpty else {
                    findings.append(unnamed(cell, index: index))
                    continue
                }
                let names = RosterColumn.allCases.flatMap { [$0.rawValue, $0.chineseName] }
                let suggestion = NearestName.suggestion(for: cell.text.trimmingSpaces, among: names)
                findings.append(
                    Diagnostic(
                        .rosterColumn, at: cell.range,
                        message: LocalizedText(
                            zh: "名单没有列“\(cell.text)”。", en: "A roster has no column “\(cell.text)”."),
                        help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
                            ?? headerHelp,
                        replacement: suggestion))
                continue
            }
            if let first = columns[column] {
                findings.append(
                    Diagnostic(
                        .rosterColumn, at: cell.range,
                        message: LocalizedText(
                            zh: "“\(column.chineseName)（\(column.rawValue)）”列出现了两次。",
                            en: "The column “\(column.rawValue)” is there twice."),
                        related: [
                            Diagnostic.Related(
                                LocalizedText(zh: "第一次在这里", en: "the first one is here"), at: header.cells[first].range)
                        ]))
                continue
            }
            columns[column] = index
        }
        for column in RosterColumn.required where columns[column] == nil {
            isUsable = false
            findings.append(
                Diagnostic(
                    .rosterColumn, at: header.range,
                    message: LocalizedText(
                        zh: "缺少必需的列“\(column.chineseName)（\(column.rawValue)）”。",
                        en: "The required column “\(column.rawValue)” is missing."),
                    help: headerHelp))
        }
        return isUsable ? columns : nil
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

    private static func unnamed(_ cell: CSVTable.Cell, index: Int) -> Diagnostic {
        Diagnostic(
            .rosterColumn, at: cell.range,
            message: LocalizedText(zh: "第 \(index + 1) 列没有列名。", en: "Column \(index + 1) has no name."),
            help: LocalizedText(
                zh: "请删除这一列（表头和每一行），或写上列名。", en: "Delete the column in the header and every row, or name it."))
    }

    private static func wrongCount(_ row: CSVTable.Row, expected: Int) -> Diagnostic {
        Diagnostic(
            .rosterColumn, at: row.range,
            message: LocalizedText(
                zh: "这一行有 \(row.cells.count) 列，表头有 \(expected) 列。",
                en: "This row has \(row.cells.count) cells, the header \(expected)."),
            help: row.cells.count > expected
                ? LocalizedText(
                    zh: "文字里有逗号时，请把整个单元格放进英文引号。", en: "Where a text holds a comma, put the whole cell in quotes.")
                : LocalizedText(
                    zh: "空着的单元格也要保留逗号；如果引号没有配对，几行会连成一行。",
                    en: "Empty cells keep their commas; quotes that do not pair up join several lines."))
    }

    private static func duplicates(in rows: [RosterRow]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var firstByID: [TeamID: SourceRange] = [:]
        var firstByTeam: [String: SourceRange] = [:]
        for row in rows {
            if let first = firstByID[row.id.value] {
                findings.append(
                    Diagnostic(
                        .rosterDuplicateID, at: row.id.range,
                        message: LocalizedText(
                            zh: "编号“\(row.id.value)”重复。", en: "The id “\(row.id.value)” is given twice."),
                        related: [
                            Diagnostic.Related(LocalizedText(zh: "先在这里用过", en: "it is used here already"), at: first)
                        ]))
            } else {
                firstByID[row.id.value] = row.id.range
            }
            let key = ComparableName.key(row.enterprise.value) + "/" + ComparableName.key(row.team.value)
            if let first = firstByTeam[key] {
                findings.append(
                    Diagnostic(
                        .rosterDuplicateTeam, at: row.team.range,
                        message: LocalizedText(
                            zh: "\(row.enterprise.value)的“\(row.team.value)”在本年度出现了两次。",
                            en: "“\(row.team.value)” of \(row.enterprise.value) stands in this year twice."),
                        related: [
                            Diagnostic.Related(LocalizedText(zh: "第一次在这里", en: "the first one is here"), at: first)
                        ]))
            } else {
                firstByTeam[key] = row.team.range
            }
        }
        return findings
    }
}
