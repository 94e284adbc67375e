import Content
import Diagnostics
import Rules
import Values

/// What the columns of a table hold beside what their names say.
struct ColumnSurvey {
    private let table: CellTable
    private let hidden: Set<Int>
    /// Whether somebody is named anywhere as recommending a team: an empty cell then says less than it seems.
    let namesRecommenders: Bool

    init(_ table: CellTable, hiding hidden: Set<Int>, surroundings: RosterSurroundings) {
        self.table = table
        self.hidden = hidden
        var columns: Set<Int> = []
        var (isNamed, hasHeader) = (false, false)
        for (index, row) in table.rows.enumerated() {
            if let blocks = TableHeader.blocks(in: table, at: index) {
                hasHeader = true
                columns = Set(blocks.compactMap { $0.column(of: .recommender) })
                continue
            }
            let cells = columns.compactMap { row.cells[$0] }.filter { !$0.text.isEmpty }
            if Set(row.cells.values.map(\.text)).count == 1, let text = row.cells.values.first?.text {
                // An association that signs below the list recommends nobody.
                guard table.rows.dropFirst(index + 1).contains(where: { Set($0.cells.values.map(\.text)).count > 1 })
                else {
                    continue
                }
                let heading = TableHeading(text, at: row.place, surroundings: surroundings)
                // Above the list an association that says nothing else has issued it.
                if case .recommender(let name) = heading.meaning, hasHeader || name != text.onOneLine { isNamed = true }
                if heading.meaning == .unnamedRecommender { isNamed = true }
            } else if cells.contains(where: { RecommenderReading($0.text).name != nil }) {
                isNamed = true
            }
            if isNamed { break }
        }
        namesRecommenders = isNamed
    }

    /// Where the first id of a column stands when the ids only count the rows: 1, 2, 3. `nil` for ids of another kind.
    func serials(in column: Int, below index: Int) -> String? {
        let cells = table.rows.dropFirst(index + 1).compactMap { $0.cells[column] }
        let numbers = cells.compactMap { Int(ValueText.halfWidth($0.text)) }
        guard let first = cells.first, numbers.count * 10 >= cells.count * 9, numbers.allSatisfy({ $0 < 10_000 }) else {
            return nil
        }
        return first.place
    }

    /// What is to be said about the columns of a list.
    ///
    /// - Parameters:
    ///   - columns: those of the list, with the ones that its header does not name.
    ///   - deciding: what the columns without a meaning say about who is on the list.
    func notes(
        about header: TableHeader, columns: Range<Int>, at index: Int, deciding: DecidingColumns,
        accepting accepted: Set<ImportAcceptance>
    ) -> [Diagnostic] {
        let names = table.rows[index].cells
        var notes: [Diagnostic] = []
        let personal = header.meanings.filter { $0.value == .personal }.keys.sorted().compactMap { names[$0] }
        if let first = personal.first {
            let list = personal.map(\.text.onOneLine).joined(separator: "、")
            notes.append(
                .inTable(
                    .importPersonalData, at: first.place, zh: "个人信息不进名单，没有导入：\(list)。",
                    en: "Data about people do not go into the roster and are left out: \(list)."))
        }
        notes += withoutEnterprise(header, at: index)
        for (column, cell) in header.unknown.sorted(by: { $0.key < $1.key }) {
            let name = cell.text.onOneLine
            notes.append(
                deciding.question(about: column, accepting: accepted)
                    ?? unknown(
                        LocalizedText(zh: "“\(name)”", en: "“\(name)”"), column, cell.place, header, index, accepted))
        }
        for (cell, column, first) in header.repeated {
            notes += repeated(cell, column, first, names[first]?.text.onOneLine ?? "", index)
        }
        notes += nameless(header, columns, index, deciding, accepted)
        if let question = unnamedRecommender(header, index, deciding, accepted) { notes.append(question) }
        return notes + hiddenColumns(header, names)
    }

    /// Asks about a list that speaks of a recommendation and does not say whose: 推荐单位联系人, 推荐意见. Without a name its
    /// teams would count as put forward by their enterprises.
    private func unnamedRecommender(
        _ header: TableHeader, _ index: Int, _ deciding: DecidingColumns, _ accepted: Set<ImportAcceptance>
    ) -> Diagnostic? {
        guard !namesRecommenders, header.column(of: .recommender) == nil, header.column(of: .mode) == nil,
            !header.unknown.keys.contains(where: { likeness(of: $0, header, index) == .recommender })
        else { return nil }
        let names = table.rows[index].cells
        let others = Set(header.unknown.keys).union(header.meanings.filter { $0.value == .personal }.keys)
        for column in others.sorted() {
            guard let cell = header.unknown[column] ?? names[column], cell.text.contains("推荐"),
                ![.otherColumn(.honors), .description].contains(ColumnSubject(cell.text.onOneLine)),
                deciding.question(about: column, accepting: accepted) == nil,
                table.rows.dropFirst(index + 1).contains(where: {
                    $0.cells[column].map(Self.tellsRecommendation) ?? false
                })
            else { continue }
            let name = cell.text.onOneLine
            return .question(
                .importRecommender, [.emptyRecommender], given: accepted, at: cell.place,
                zh: "有“\(name)”列，却没有一列写由谁推荐。请加上“推荐单位”列，写协会的全称；企业自荐的写“自荐”。",
                en:
                    "There is a column “\(name)” and none that says who recommends: add “推荐单位” with the full name of the association, or 自荐."
            )
        }
        return nil
    }

    private static func tellsRecommendation(_ cell: CellTable.Cell) -> Bool {
        guard !ValueText.saysNothing(cell.text), ![.no, .blank].contains(DecidingWord(cell.text)) else { return false }
        return ![.nothing, .selfNominated].contains(RecommenderReading(cell.text))
    }

    /// One error for the list, not one for each of its rows.
    private func withoutEnterprise(_ header: TableHeader, at index: Int) -> [Diagnostic] {
        guard header.column(of: .enterprise) == nil else { return [] }
        let likely = header.unknown.sorted { $0.key < $1.key }.first { column, _ in
            let texts = table.rows.dropFirst(index + 1).compactMap { $0.cells[column]?.text.onOneLine }
            return !texts.isEmpty && texts.count { NameKind($0) == .firm } * 2 > texts.count
        }
        let name = likely?.value.text.onOneLine
        return [
            .inTable(
                .importColumn, at: likely?.value.place ?? table.rows[index].place,
                zh: name.map { "表头没有“企业名称”列；“\($0)”列看起来是企业名称，如果是，请把表头改成“企业名称”。" } ?? "表头没有“企业名称”列，请补上。",
                en: name.map { "There is no column “enterprise”; “\($0)” looks like it: if it is, call it “企业名称”." }
                    ?? "There is no column “enterprise”: add it.")
        ]
    }

    /// Columns of a list without a meaning: those whose names are not understood, and those that have none, with where
    /// their first cells stand.
    func undeclared(_ header: TableHeader, _ columns: Range<Int>, _ index: Int) -> [(
        number: Int, name: String, place: String
    )] {
        header.unknown.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text.onOneLine, $0.value.place) }
            + namelessColumns(header, columns, index).map { ($0.column, "", $0.cells[0].place) }
    }

    private func namelessColumns(
        _ header: TableHeader, _ columns: Range<Int>, _ index: Int
    ) -> [(column: Int, cells: [CellTable.Cell])] {
        let named = Set(header.meanings.keys).union(header.unknown.keys).union(header.repeated.map(\.column))
        let rows = table.rows.dropFirst(index + 1)
        let used = Set(rows.flatMap { $0.cells.filter { !$0.value.isSpread }.keys })
        return used.subtracting(named).filter(columns.contains).sorted().map { column in
            (column, rows.compactMap { $0.cells[column] })
        }
    }

    private func unknown(
        _ name: LocalizedText, _ column: Int, _ place: String, _ header: TableHeader, _ index: Int,
        _ accepted: Set<ImportAcceptance>
    ) -> Diagnostic {
        guard let likely = likeness(of: column, header, index) else {
            let remarks = remarks(in: column, below: index)
            return .inTable(
                .importLeftOut, at: place, zh: "名单没有\(name.zh)列，没有导入\(remarks.zh)。",
                en: "A roster has no column \(name.en); it is left out\(remarks.en).")
        }
        return .question(
            .importColumn, [.unknownColumns], given: accepted, at: place,
            zh: "\(name.zh)列看起来是\(likely.chineseName)；如果是，请把表头改成“\(likely.chineseName)”。",
            en: "The column \(name.en) looks like \(likely.name): if it is, call it “\(likely.chineseName)”.")
    }

    /// What a column of remarks says, which may correct something: its first different words, without data about persons.
    private func remarks(in column: Int, below index: Int) -> LocalizedText {
        let name = ValueText.halfWidth(table.rows[index].cells[column]?.text ?? "").filter { !$0.isWhitespace }
        guard
            name.isEmpty
                || ["备注", "说明", "附注", "备考", "其他", "remark", "note"].contains(where: name.lowercased().contains)
        else { return LocalizedText(same: "") }
        var seen: Set<String> = []
        let texts = table.rows.dropFirst(index + 1).compactMap { $0.cells[column] }
            .filter { !$0.isSpread && !ValueText.saysNothing($0.text) && !PersonNames.areIn($0.text) }
            .map(\.text.onOneLine).filter { seen.insert($0).inserted }
        guard !texts.isEmpty else { return LocalizedText(same: "") }
        let shown = texts.prefix(5).map { "“\($0.count > 20 ? $0.prefix(20) + "…" : $0)”" }
        let more = texts.count > 5
        return LocalizedText(
            zh: "：\(shown.joined(separator: "、"))\(more ? "等 \(texts.count) 种" : "")",
            en: ": \(shown.joined(separator: ", "))\(more ? " and \(texts.count - 5) more" : "")")
    }

    /// Columns without a name that hold something.
    private func nameless(
        _ header: TableHeader, _ columns: Range<Int>, _ index: Int, _ deciding: DecidingColumns,
        _ accepted: Set<ImportAcceptance>
    ) -> [Diagnostic] {
        namelessColumns(header, columns, index).compactMap { column, cells in
            guard let first = cells.first else { return nil }
            if let question = deciding.question(about: column, accepting: accepted) { return question }
            guard cells.count > 1 else {
                return .inTable(
                    .importLeftOut, at: first.place, zh: "这一格上面没有表头，没有导入：“\(first.text.onOneLine)”。",
                    en: "This cell has no header above it and is left out: “\(first.text.onOneLine)”.")
            }
            let name = LocalizedText(zh: "（没有表头）", en: "(without a header)")
            return unknown(name, column, first.place, header, index, accepted)
        }
    }

    /// What a column holds by its cells, where nine in ten say it and no other column does.
    private func likeness(of column: Int, _ header: TableHeader, _ index: Int) -> RosterColumn? {
        let texts = table.rows.dropFirst(index + 1).compactMap { $0.cells[column]?.text.onOneLine }.filter {
            !$0.isEmpty
        }
        guard !texts.isEmpty else { return nil }
        func share(_ isOne: (String) -> Bool) -> Bool { texts.count(where: isOne) * 10 >= texts.count * 9 }
        let bodies = ["协会", "学会", "联合会", "促进会", "商会"]
        if header.column(of: .recommender) == nil, share({ text in bodies.contains { text.hasSuffix($0) } }) {
            return .recommender
        }
        if header.column(of: .province) == nil, share({ PlaceReading($0, allowsMore: false).province != nil }) {
            return .province
        }
        return nil
    }

    /// Two columns of one meaning: where they differ, nobody knows which is meant.
    private func repeated(
        _ cell: CellTable.Cell, _ column: Int, _ first: Int, _ name: String, _ index: Int
    ) -> [Diagnostic] {
        let text = cell.text.onOneLine
        let isHidden = hidden.contains(column)
        let differing = table.rows.dropFirst(index + 1).first { row in
            guard let one = row.cells[first], let other = row.cells[column] else { return false }
            return !one.isSpread && !other.isSpread && ComparableName.key(one.text) != ComparableName.key(other.text)
                && !Self.areOneProvince(one.text, other.text) && TableHeader.meaning(of: other.text) == nil
        }
        if isHidden {
            return [
                .inTable(
                    .importDoubtful, at: cell.place, zh: "“\(text)”列是隐藏的，没有导入；导入的是显示着的同名列。",
                    en: "The column “\(text)” is hidden and left out; the one that is shown was taken.")
            ]
        }
        guard let differing, let place = differing.cells[column]?.place else {
            return [
                .inTable(
                    .importColumn, .warning, at: cell.place, zh: "“\(text)”与前面的列含义相同，没有导入。",
                    en: "“\(text)” means the same as a column before it and is left out.")
            ]
        }
        return [
            .inTable(
                .importColumn, at: place, zh: "“\(name)”和“\(text)”两列含义相同，内容却不同；请只留一列。",
                en: "The columns “\(name)” and “\(text)” mean the same and differ: leave one of them.")
        ]
    }

    /// 所在地 宁波市 beside 省份 浙江.
    private static func areOneProvince(_ one: String, _ other: String) -> Bool {
        guard let province = PlaceReading(one.onOneLine).province else { return false }
        return PlaceReading(other.onOneLine).province == province
    }

    private func hiddenColumns(_ header: TableHeader, _ names: [Int: CellTable.Cell]) -> [Diagnostic] {
        hidden.sorted().compactMap { column in
            guard case .roster(let meaning) = header.meanings[column], let cell = names[column] else { return nil }
            return .inTable(
                .importDoubtful, at: cell.place, zh: "“\(meaning.chineseName)”列是隐藏的，也导入了，请核对。",
                en: "The column “\(meaning.name)” is hidden; it was taken over as well: check it.")
        }
    }
}
