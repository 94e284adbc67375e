import Content
import Diagnostics
import Documents
import Rules
import Values

/// Which sheets of a workbook are read.
package enum SheetChoice: Sendable, Hashable {
    /// The only one that holds a list.
    case only
    /// By its name or number from 1.
    case named(String)
    /// All that hold lists, which are one list together.
    case all
}

/// Tables of workbooks.
enum WorkbookTable {
    /// The tables that are meant.
    ///
    /// - Parameters:
    ///   - sheet: which of the sheets.
    ///   - accepted: what a person said yes to.
    static func read(
        _ bytes: [UInt8], name: String, sheet: SheetChoice, accepting accepted: Set<ImportAcceptance> = []
    ) throws -> [CellTable] {
        let workbook: Workbook
        do {
            workbook = try Workbook.read(bytes)
        } catch let problem as DocumentProblem {
            throw TableProblem(problem)
        }
        func table(_ sheet: Workbook.Sheet) throws -> CellTable { try self.table(of: sheet, in: workbook, file: name) }
        if case .named(let wanted) = sheet {
            let byName = workbook.sheets.first { $0.name == wanted }
            let byNumber = Int(wanted).flatMap {
                workbook.sheets.indices.contains($0 - 1) ? workbook.sheets[$0 - 1] : nil
            }
            guard let found = byName ?? byNumber else {
                let names = workbook.sheets.map(\.name).joined(separator: "、")
                throw TableProblem(
                    zh: "没有工作表“\(wanted)”；有：\(names)。", en: "There is no sheet “\(wanted)”; there are: \(names).")
            }
            return [try table(found)]
        }
        // A sheet that is too much for a list is none, unless nothing else is there.
        let sound = workbook.sheets.filter { !$0.isHidden && $0.excess == nil }
        let visible = try sound.map { ($0, try table($0)) }.filter { !$0.1.rows.isEmpty }
        let fitting = visible.filter { TableHeader.find(in: $0.1) != nil }
        let others = workbook.sheets.filter { sheet in !fitting.contains { $0.0.name == sheet.name } }
        // What cannot be read there is no list that somebody misses.
        let hidden = workbook.sheets.filter { $0.isHidden && $0.excess == nil }.filter { sheet in
            (try? table(sheet)).flatMap { TableHeader.find(in: $0) } != nil
        }.map { hiddenSheet -> Diagnostic in
            // All sheets together are one list: a part of it is missing.
            guard sheet != .all else {
                return .question(
                    .importOtherList, [.otherLists], given: accepted, at: hiddenSheet.name,
                    zh: "工作表“\(hiddenSheet.name)”是隐藏的，里面的名单没有读；要一起导入的，请取消隐藏。",
                    en:
                        "The sheet “\(hiddenSheet.name)” is hidden and its list is not read: show it if it is a part of the list."
                )
            }
            return .inTable(
                .importLeftOut, zh: "工作表“\(hiddenSheet.name)”是隐藏的，里面的名单没有读；要读的，用 --sheet 指定。",
                en:
                    "The sheet “\(hiddenSheet.name)” is hidden: its list is not read; name it with --sheet if it is meant."
            )
        }
        if sheet == .all, let first = fitting.first {
            let notes = others.filter { !$0.isHidden && (!$0.cells.isEmpty || $0.excess != nil) }.map {
                sheet -> Diagnostic in
                .inTable(
                    .importLeftOut, zh: "工作表“\(sheet.name)”不是名单，没有导入。",
                    en: "The sheet “\(sheet.name)” is no list and is left out.")
            }
            return [first.1.adding(notes + hidden)] + fitting.dropFirst().map(\.1)
        }
        guard fitting.count < 2 else {
            let names = fitting.map(\.0.name).joined(separator: "、")
            throw TableProblem(
                zh: "有几个工作表都像名单：\(names)。", en: "Several sheets look like a list: \(names).",
                help: LocalizedText(
                    zh: "请用 --sheet 指定一个；几张表合起来是一份名单的，用 --all-sheets。",
                    en: "Name one of them with --sheet; where they are one list together, take --all-sheets."))
        }
        if let chosen = fitting.first ?? visible.first { return [chosen.1.adding(hidden)] }
        guard let first = workbook.sheets.first else {
            throw TableProblem(zh: "表格是空的。", en: "The workbook is empty.")
        }
        return [try table(first)]
    }

    private static func table(of sheet: Workbook.Sheet, in workbook: Workbook, file: String) throws -> CellTable {
        if let excess = sheet.excess {
            throw TableProblem(
                zh: "工作表“\(sheet.name)”过大：\(excess.zh)。", en: "The sheet “\(sheet.name)” is too much: \(excess.en).")
        }
        var rows: [Int: [Int: CellTable.Cell]] = [:]
        func place(_ place: Workbook.Place) -> String { "\(sheet.name)!\(CellReference.name(place))" }
        for (where_, cell) in sheet.cells {
            guard let cell = shown(cell, at: place(where_), workbook) else { continue }
            rows[where_.row, default: [:]][where_.column] = cell
        }
        for unknown in sheet.unknownResults where sheet.cells[unknown] == nil {
            guard unknown.row <= Workbook.maximumRow, unknown.column <= Workbook.maximumColumn else { continue }
            rows[unknown.row, default: [:]][unknown.column] = CellTable.Cell(
                "", at: place(unknown), doubt: .notComputed)
        }
        let covered = try spread(sheet, place: place, over: &rows)
        let sorted = rows.sorted { $0.key < $1.key }
        return CellTable(
            name: "\(file): \(sheet.name)",
            rows: sorted.map { number, cells in
                CellTable.Row(
                    cells: cells, place: "\(sheet.name)!\(number)", isHidden: sheet.hiddenRows.contains(number))
            }, mayHideMergedCells: false, countsFrom1904: workbook.countsFrom1904, sheet: sheet.name,
            hiddenColumns: sheet.hiddenColumns, notes: notes(about: sheet) + covered)
    }

    private static func notes(about sheet: Workbook.Sheet) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if sheet.hasDrawings {
            notes.append(
                .inTable(
                    .importLeftOut, at: sheet.name, zh: "表上的图片、印章或文本框没有读。",
                    en: "Pictures, seals or text boxes on the sheet are not read."))
        }
        // Templates have formulas far below the list.
        let rows = Set(sheet.cells.keys.map(\.row))
        let empty = sheet.emptyResults.filter { rows.contains($0.row) }.sorted()
        if let first = empty.first {
            notes.append(
                .inTable(
                    .importDoubtful, at: "\(sheet.name)!\(CellReference.name(first))",
                    zh: "公式的结果是空的，当作没有填写\(empty.count > 1 ? "；这样的单元格共 \(empty.count) 个" : "")，请核对。",
                    en:
                        "A formula gives nothing, so that its cell counts as empty\(empty.count > 1 ? "; there are \(empty.count) such cells" : ""): check it."
                ))
        }
        return notes + invisible(in: sheet) + comments(on: sheet)
    }

    /// What a reader of the sheet does not see, and an import would take over.
    private static func invisible(in sheet: Workbook.Sheet) -> [Diagnostic] {
        let places = sheet.cells.filter(\.value.isInvisible).keys.sorted()
        guard let first = places.first, case .text(let text)? = sheet.cells[first].map(\.value).map(shownValue) else {
            return []
        }
        let (zh, en) =
            places.count > 1 ? ("；这样的单元格共 \(places.count) 个", "; there are \(places.count) such cells") : ("", "")
        return [
            .inTable(
                .importDoubtful, at: "\(sheet.name)!\(CellReference.name(first))",
                zh: "这一格的内容在表上看不见（白字、隐藏的格式或极小的字），也读了：“\(shortened(text))”\(zh)，请核对。",
                en:
                    "The sheet does not show what this cell holds (white letters, a format that hides it, or tiny ones), and it was read as well: “\(shortened(text))”\(en): check it."
            )
        ]
    }

    /// A number as a text.
    private static func shownValue(_ value: Workbook.Value) -> Workbook.Value {
        switch value {
        case .text: value
        case .number(_, let raw), .unshown(let raw): .text(raw)
        case .day(let serial): .text("\(serial)")
        case .flag(let flag): .text(flag ? "TRUE" : "FALSE")
        case .error(let text): .text(text)
        }
    }

    /// Remarks that are pinned to cells: none is read, and one that says that a team is not on the list stops the import.
    private static func comments(on sheet: Workbook.Sheet) -> [Diagnostic] {
        let comments = sheet.comments.sorted { $0.key < $1.key }
        let denying = comments.filter { ListStanding(ofTeam: $0.value) != nil }
        let others = comments.filter { comment in !denying.contains { $0.key == comment.key } }
        func place(_ comment: (key: Workbook.Place, value: String)) -> String {
            "\(sheet.name)!\(CellReference.name(comment.key))"
        }
        let notes = denying.map { comment -> Diagnostic in
            .inTable(
                .importDoubtful, .error, at: place(comment),
                zh: "这一格的批注写着“\(shortened(comment.value))”，像是不在名单上。不在名单上的，请删去这一行；在名单上的，请删去批注。",
                en:
                    "The remark pinned to this cell says “\(shortened(comment.value))”, as of a team that is not on the list: delete the row, or the remark if the team is on it."
            )
        }
        let told = others.prefix(maximumComments).map { comment -> Diagnostic in
            .inTable(
                .importLeftOut, at: place(comment), zh: "这一格的批注没有导入：“\(shortened(comment.value))”，请看一下有没有更正。",
                en:
                    "The remark pinned to this cell is left out: “\(shortened(comment.value))”; look whether it corrects something."
            )
        }
        let rest = others.count - told.count
        return notes + told
            + (rest > 0
                ? [
                    .inTable(
                        .importLeftOut, at: sheet.name, zh: "另有 \(rest) 条批注没有导入，请看一下有没有更正。",
                        en: "\(rest) more remarks pinned to cells are left out: look whether they correct something.")
                ] : [])
    }

    /// Remarks of one sheet that are told one by one.
    private static let maximumComments = 5

    private static func shortened(_ text: String) -> String {
        let line = text.onOneLine
        return line.count > 40 ? line.prefix(40) + "……" : line
    }

    /// Gives all cells of a merged area what its first one says. Areas may reach to the end of the sheet: only rows and
    /// columns with cells of their own are filled. What other cells of the area hold is not shown and does not count.
    ///
    /// - Returns: the first of these cells, where they say something else.
    private static func spread(
        _ sheet: Workbook.Sheet, place: (Workbook.Place) -> String, over rows: inout [Int: [Int: CellTable.Cell]]
    ) throws -> [Diagnostic] {
        guard !sheet.mergedAreas.isEmpty else { return [] }
        var covered: [CellTable.Cell] = []
        let used = rows.keys.sorted()
        let lastColumn = rows.values.flatMap(\.keys).max() ?? 0
        var visited = 0
        for area in sheet.mergedAreas {
            let source = rows[area.rows.lowerBound]?[area.columns.lowerBound]
            let columns = area.columns.clamped(to: 1...max(lastColumn, 1))
            for row in used where area.rows.contains(row) {
                // Areas that overlap, which no program makes, would be gone over again and again.
                visited += columns.count
                guard visited <= 2_000_000 else {
                    throw TableProblem(zh: "合并的单元格过多。", en: "Too many cells are merged.")
                }
                for column in columns where row > area.rows.lowerBound || column > area.columns.lowerBound {
                    if let own = rows[row]?[column], !own.isSpread, !own.text.isEmpty, own.text != source?.text {
                        covered.append(own)
                    }
                    rows[row]?[column] = source.map { source in
                        CellTable.Cell(
                            source.text, at: place(Workbook.Place(row: row, column: column)), doubt: source.doubt,
                            isSpread: true, isFromAbove: row > area.rows.lowerBound, strike: source.strike)
                    }
                }
            }
        }
        guard let first = covered.first else { return [] }
        let (zh, en) =
            covered.count > 1 ? ("；这样的单元格共 \(covered.count) 个", "; there are \(covered.count) such cells") : ("", "")
        return [
            .inTable(
                .importDoubtful, .warning, at: first.place,
                zh: "合并的单元格盖住了“\(shortened(first.text))”，表上看不见，没有导入\(zh)；要用的，请取消合并。",
                en:
                    "A merged cell covers “\(shortened(first.text))”, which the sheet does not show and which is left out\(en): take the cells apart if it is meant."
            )
        ]
    }

    /// `nil` for a cell that shows nothing.
    private static func shown(_ cell: Workbook.Cell, at place: String, _ workbook: Workbook) -> CellTable.Cell? {
        var doubt: CellTable.Doubt? = cell.isComputed ? .computed : nil
        let text: String
        switch cell.value {
        case .text(let value): text = value.trimmingSpaces
        case .unshown(let raw): (text, doubt) = (raw, .formatted)
        case .flag(let flag): text = flag ? "TRUE" : "FALSE"
        case .error(let value): (text, doubt) = (value, .failed)
        case .day(let serial):
            guard let day = SerialDay.date(serial, countsFrom1904: workbook.countsFrom1904) else {
                (text, doubt) = (String(serial), .failed)
                break
            }
            text = day.description
        case .number(let number, let raw):
            // Spreadsheets keep 15 digits: what was longer is not what somebody typed.
            if abs(number) >= 1e15 { doubt = .imprecise }
            text = Int(exactly: number).map { String($0) } ?? (abs(number) >= 1e15 ? raw : String(number))
        }
        return text.isEmpty ? nil : CellTable.Cell(text, at: place, doubt: doubt, strike: cell.strike)
    }
}

extension TableProblem {
    init(_ problem: DocumentProblem) {
        let help = LocalizedText(
            zh: "请在 Excel 或 WPS 中另存为 .xlsx 后再试。", en: "Save it as .xlsx in Excel or WPS and try again.")
        switch problem {
        case .damaged(let text):
            self.init(zh: "表格无法读取：\(text.zh)。", en: "The workbook cannot be read: \(text.en).", help: help)
        case .encrypted: self.init(zh: "表格设有密码。", en: "The workbook has a password.", help: help)
        case .excessive(let text): self.init(zh: "表格过大：\(text.zh)。", en: "The workbook is too much: \(text.en).")
        case .opaque: self.init(zh: "这种格式无法读取。", en: "The format cannot be read.", help: help)
        }
    }
}

extension CellTable {
    fileprivate func adding(_ more: [Diagnostic]) -> CellTable {
        CellTable(
            name: name, rows: rows, mayHideMergedCells: mayHideMergedCells, countsFrom1904: countsFrom1904,
            sheet: sheet,
            hiddenColumns: hiddenColumns, notes: notes + more)
    }
}
