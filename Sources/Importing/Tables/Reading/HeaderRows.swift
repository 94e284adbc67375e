import Content
import Diagnostics
import Rules
import Values

/// Lines above the header, and rows that name columns.
extension TableReading {
    /// Lines above the header: titles, and what is said about all rows.
    mutating func readAbove(_ index: Int) {
        for row in table.rows.prefix(index) {
            let texts = Self.texts(of: row)
            for text in texts { readRecommender(above: text, at: row.place) }
            if texts.count > 1, readHeadings(overLists: row) { continue }
            guard texts.count == 1, let text = texts.first else {
                if !Self.isPartOfHeader(row) { headings.learn(above: Self.list(texts)) }
                if texts.count > 1, TableRemark.shown(texts) == nil, TableHeader.blocks(of: row, hiding: []) == nil,
                    !Self.isPartOfHeader(row)
                {
                    note(
                        .importLeftOut, at: row.place, zh: "表头上面的这一行没有导入：\(Self.list(texts))。",
                        en: "This row above the header is left out: \(Self.list(texts)).")
                }
                continue
            }
            if isOnlyTable, TableRemark.isTitle(text), let stated = Self.statedTotal(in: text) {
                statedTotal = ([stated], row.place)
            }
            let heading = TableHeading(text, at: row.place, surroundings: surroundings)
            let isSection =
                switch heading.meaning {
                case .province, .selfNominated: true
                case .recommender, .unnamedRecommender, .neutral, .unknown: false
                }
            if isSection {
                _ = headings.begin(heading)
                counts.begin(heading)
            } else if heading.meaning == .unknown {
                headings.learn(above: text.onOneLine)
            }
        }
    }

    /// A line with a heading over each of several lists side by side: 江苏省 | 浙江省.
    ///
    /// - Returns: whether it is one.
    private mutating func readHeadings(overLists row: CellTable.Row) -> Bool {
        let lists = firstHeader.blocks
        guard lists.count > 1 else { return false }
        var found: [Int: TableHeading] = [:]
        for (column, cell) in row.cells where !cell.text.isEmpty && !cell.isSpread {
            let heading = TableHeading(cell.text, at: cell.place, surroundings: surroundings)
            let index = lists.lastIndex { $0.columns.lowerBound <= column } ?? 0
            guard heading.meaning != .unknown, found.updateValue(heading, forKey: index) == nil else { return false }
        }
        guard found.count > 1 else { return false }
        headingsAbove = found
        return true
    }

    /// A line that says who recommends all teams: `推荐单位（盖章）：浙江省市政行业协会`.
    private mutating func readRecommender(above text: String, at place: String) {
        let line = text.onOneLine.replacing("（盖章）", with: "").replacing("(盖章)", with: "")
        let heading = TableHeading(line, at: place, surroundings: surroundings)
        guard case .recommender(let name) = heading.meaning, name != line else { return }
        _ = headings.begin(heading)
        counts.begin(heading)
        note(
            .importFilledIn, at: place, zh: "没有另写推荐单位的班组，推荐单位按这一行填写“\(name)”。",
            en: "“\(name)” of this line is the recommender of teams that name no other.")
    }

    /// Whether a row names a column, as the upper half of a header does.
    static func isPartOfHeader(_ row: CellTable.Row) -> Bool {
        row.cells.values.contains { TableHeader.meaning(of: $0.text) != nil }
    }

    /// Begins the lists of a header, and tells what their columns hold.
    mutating func begin(_ headers: [TableHeader], at index: Int) {
        let old = blocks
        isBelowHeader = true
        blocks = headers.enumerated().map { order, header in
            let known = old.first { $0.header.meanings == header.meanings }
            let column = header.column(of: .id)
            let serial = column.flatMap { survey.serials(in: $0, below: index) }
            if let known { return ListBlock(header: header, usesIDs: serial == nil, deciding: known.deciding) }
            let upper = order + 1 < headers.count ? headers[order + 1].columns.lowerBound : Int.max
            let columns = (order == 0 ? 0 : header.columns.lowerBound)..<upper
            let deciding = DecidingColumns(
                survey.undeclared(header, columns, index), in: teamRows(of: header, columns, below: index),
                year: surroundings.year,
                knowsMode: header.column(of: .mode) != nil || header.column(of: .recommender) != nil,
                knowsHonors: header.column(of: .honors) != nil)
            notes += survey.notes(about: header, columns: columns, at: index, deciding: deciding, accepting: accepted)
            if let serial {
                note(
                    .importReading, at: serial, zh: "编号列是 1、2、3 这样的序号，没有用作网址中的编号。",
                    en: "The ids only count the rows; they are not used as ids.")
            }
            return ListBlock(header: header, usesIDs: serial == nil, deciding: deciding)
        }
    }

    /// The rows below a header that name teams of its list: those of other lists and years, and what is struck out, are none.
    private func teamRows(of header: TableHeader, _ columns: Range<Int>, below index: Int) -> [CellTable.Row] {
        guard let team = header.column(of: .team), let enterprise = header.column(of: .enterprise) else { return [] }
        var rows: [CellTable.Row] = []
        for (index, row) in table.rows.enumerated().dropFirst(index + 1) {
            if let blocks = TableHeader.blocks(in: table, at: index), isHeader(index) {
                guard blocks.contains(where: { $0.meanings == header.meanings }) else { break }
                continue
            }
            let texts = Self.texts(of: row)
            if texts.count == 1, ListStanding(ofList: texts[0], year: nil) != nil { break }
            guard let name = row.cells[team], !name.isSpread, !name.text.isEmpty, name.strike != .whole,
                row.cells[enterprise].map({ !$0.text.isEmpty }) ?? false
            else { continue }
            let year = header.column(of: .year).flatMap { row.cells[$0] }.flatMap {
                YearReading.year($0.text, near: surroundings.year)
            }
            guard year == nil || year == surroundings.year else { continue }
            rows.append(CellTable.Row(cells: row.cells.filter { columns.contains($0.key) }, place: row.place))
        }
        return rows
    }

    /// Whether a row that may be a header is one, alone or with the row above it.
    func isHeader(_ index: Int) -> Bool {
        isMostlyNames(table.rows[index]) || TableHeader.isLowerHalf(in: table, at: index)
    }

    /// Whether a row repeats names of columns rather than holds a team with a name like one.
    private func isMostlyNames(_ row: CellTable.Row) -> Bool {
        let cells = row.cells.values.filter { !$0.text.isEmpty }
        return cells.count { TableHeader.meaning(of: $0.text) != nil } * 2 > cells.count
    }

    /// Whether a row names columns of a list without teams.
    func isOtherHeader(_ row: CellTable.Row) -> Bool {
        let texts = Self.texts(of: row)
        guard texts.count >= 3, texts.allSatisfy({ $0.count <= 12 }) else { return false }
        let known = texts.compactMap { TableHeader.meaning(of: $0) }
        return Set(known).count >= 2 && known.count * 2 >= texts.count && known.count >= 2
            && known.contains { $0 == .serial || $0 == .personal }
    }

    /// The number that a title says of the list: `名单（共5个）`. A bare number in brackets may be that of a page.
    static func statedTotal(in title: String) -> Int? {
        let plain = ValueText.halfWidth(title).filter { !$0.isWhitespace }
        guard ["个", "家", "项", "支", "共"].contains(where: { plain.contains($0) }) else { return nil }
        return SectionCounts.statedCount(in: plain)
    }
}
