import Content
import Documents
import Values

/// What the columns of a result table hold, by the names that associations give them.
struct TableHeader {
    enum Meaning: Hashable {
        case roster(RosterColumn)
        /// The number of a row in the list.
        case serial
        case year
        /// A city, which tells the province where there is no column for that.
        case city
        /// Known from the rest of a roster; stands in lists that this program exports.
        case derived
        /// Data about people, which never leave the table.
        case personal
    }

    /// Columns from 1.
    let meanings: [Int: Meaning]
    /// Columns whose names say nothing to us, by column.
    let unknown: [Int: CellTable.Cell]
    /// Columns of a meaning that another column has already, with that.
    let repeated: [(cell: CellTable.Cell, column: Int, first: Int)]
    /// The columns of the list: several lists may stand side by side.
    let columns: ClosedRange<Int>
    /// Whether the column of teams asks for persons as well: 班组名称（班组长）.
    let namesPersonsWithTeam: Bool

    /// Where a header stands, with the lists that it is of.
    struct Found {
        /// Index of the header in the table's rows.
        let index: Int
        /// From left to right; one but for lists that stand side by side.
        let blocks: [TableHeader]
    }

    /// How far down a header is looked for: above it stand title lines.
    private static let maximumRow = 60

    /// The row that names the team, and the enterprise or the province, and most of what it names is known; of equal ones
    /// the last, because merged cells spread a header over several rows. `nil` when there is none.
    static func find(in table: CellTable) -> Found? {
        var best: (found: Found, count: Int)?
        for index in table.rows.prefix(maximumRow).indices {
            guard let blocks = blocks(in: table, at: index) else { continue }
            let count = blocks.map { Set($0.meanings.values).count }.reduce(0, +)
            guard count >= best?.count ?? 0 else { continue }
            // Further down only what belongs to the same header counts, not a header that is repeated on every page.
            if let best, index > best.found.index + 1 { continue }
            best = (Found(index: index, blocks: blocks), count)
        }
        return best?.found
    }

    /// The lists that a row is the header of, alone or with the row above it; `nil` for any other row.
    static func blocks(in table: CellTable, at index: Int) -> [TableHeader]? { found(in: table, at: index)?.blocks }

    /// Whether a row is the upper half of the header that the next row ends.
    static func isUpperHalf(in table: CellTable, at index: Int) -> Bool { isLowerHalf(in: table, at: index + 1) }

    /// Whether a row is a header together with the row above it, and says less alone.
    static func isLowerHalf(in table: CellTable, at index: Int) -> Bool {
        found(in: table, at: index)?.isJoined ?? false
    }

    private static func found(in table: CellTable, at index: Int) -> (blocks: [TableHeader], isJoined: Bool)? {
        guard table.rows.indices.contains(index) else { return nil }
        let alone = blocks(of: table.rows[index], hiding: table.hiddenColumns)
        guard let joined = joinedRow(in: table, at: index), let both = blocks(of: joined, hiding: table.hiddenColumns)
        else { return alone.map { ($0, false) } }
        func count(_ blocks: [TableHeader]) -> Int { blocks.map { Set($0.meanings.values).count }.reduce(0, +) }
        if let alone, count(alone) >= count(both) { return (alone, false) }
        return (both, true)
    }

    /// A row with the names of the row above it, where both are one header: 推荐单位 over 名称, 省份 over nothing.
    private static func joinedRow(in table: CellTable, at index: Int) -> CellTable.Row? {
        guard index > 0, index < table.rows.count else { return nil }
        let (upper, row) = (table.rows[index - 1], table.rows[index])
        func names(_ row: CellTable.Row) -> [String] {
            row.cells.values.filter { !$0.isSpread && !$0.text.isEmpty }.map(\.text.onOneLine)
        }
        let (above, own) = (names(upper), names(row))
        // A title or a team is longer, or has no such words; a name alone may be a heading: 浙江省市政行业协会推荐.
        guard above.count > 1, own.count > 1 || own.allSatisfy(parts.contains) && !own.isEmpty,
            (above + own).allSatisfy({ $0.count <= 14 }),
            above.contains(where: { meaning(of: $0) != nil }),
            own.count(where: { meaning(of: $0) != nil || parts.contains($0) }) * 2 > own.count
        else { return nil }
        var cells = row.cells
        for (column, cell) in upper.cells where !cell.text.isEmpty {
            guard let lower = cells[column], !lower.text.isEmpty, lower.text != cell.text else {
                cells[column] = cells[column] ?? cell
                continue
            }
            let joined = cell.text.onOneLine + lower.text.onOneLine
            let isPart = parts.contains(lower.text.onOneLine)
            guard isPart || meaning(of: lower.text) == nil, meaning(of: joined) != nil || meaning(of: cell.text) != nil
            else { continue }
            // 推荐单位 over 意见 is about the opinion.
            cells[column] = CellTable.Cell(
                meaning(of: joined) != nil || !isPart ? joined : cell.text, at: lower.place, isSpread: lower.isSpread)
        }
        return CellTable.Row(cells: cells, place: row.place, isHidden: row.isHidden)
    }

    /// Names that say little without the one above them.
    private static let parts: Set<String> = ["名称", "全称", "名", "单位", "单位名称", "协会", "机构", "企业", "公司", "简称", "盖章", "（盖章）"]

    /// The lists that a row alone is the header of; `nil` for any other row.
    static func blocks(of row: CellTable.Row, hiding hidden: Set<Int>) -> [TableHeader]? {
        let whole = TableHeader(row.cells, hiding: hidden)
        guard whole.isHeader else { return nil }
        let parts = split(row.cells).map { TableHeader($0, hiding: hidden) }
        guard parts.count > 1, parts.allSatisfy(\.isHeader) else { return [whole] }
        return parts
    }

    /// The cells of a row before and after each name that comes again.
    private static func split(_ cells: [Int: CellTable.Cell]) -> [[Int: CellTable.Cell]] {
        var parts: [[Int: CellTable.Cell]] = [[:]]
        var seen: Set<Meaning> = []
        for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
            if let meaning = meaning(of: cell.text), !cell.isSpread, meaning != .personal, meaning != .derived,
                !seen.insert(meaning).inserted
            {
                parts.append([:])
                seen = [meaning]
            }
            parts[parts.count - 1][column] = cell
        }
        return parts
    }

    private var isHeader: Bool {
        let known = Set(meanings.values)
        return known.contains(.roster(.team))
            && (known.contains(.roster(.enterprise)) || known.contains(.roster(.province)) || known.count >= 3)
    }

    /// - Parameter hidden: columns that are hidden, which give way to visible ones of the same meaning.
    private init(_ cells: [Int: CellTable.Cell], hiding hidden: Set<Int>) {
        var meanings: [Int: Meaning] = [:]
        var unknown: [Int: CellTable.Cell] = [:]
        var repeated: [(CellTable.Cell, Int, Int)] = []
        var firsts: [Meaning: Int] = [:]
        let order = cells.sorted {
            (hidden.contains($0.key) ? 1 : 0, $0.key) < (hidden.contains($1.key) ? 1 : 0, $1.key)
        }
        for (column, cell) in order {
            guard let meaning = Self.meaning(of: cell.text) else {
                unknown[column] = cell
                continue
            }
            let isRepeatable = meaning == .personal || meaning == .derived || meaning == .city
            if let first = firsts[meaning], !isRepeatable {
                if !cell.isSpread { repeated.append((cell, column, first)) }
            } else {
                firsts[meaning] = column
                meanings[column] = meaning
            }
        }
        if firsts[.roster(.province)] == nil, let city = firsts[.city] { meanings[city] = .roster(.province) }
        self.meanings = meanings
        self.unknown = unknown
        self.repeated = repeated
        namesPersonsWithTeam = meanings.contains { column, meaning in
            meaning == .roster(.team) && cells[column].map { Self.asksForPersons($0.text) } ?? false
        }
        columns = (cells.keys.min() ?? 1)...max(cells.keys.max() ?? 1, cells.keys.min() ?? 1)
    }

    /// Whether a row below a header only says more about its columns: `（人）`, `（全称）`, `1 2 3 4`.
    ///
    /// - Parameter texts: the different ones of the row, from left to right.
    static func isExplanation(_ texts: [String]) -> Bool {
        let plain = texts.map { ValueText.halfWidth($0).filter { !$0.isWhitespace } }
        let bare = plain.map { text in
            text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
        }
        let numbers = bare.compactMap { Int($0) }
        if numbers.count > 2, numbers.count == texts.count, numbers[0] < 2 {
            return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        }
        return !texts.isEmpty
            && zip(plain, bare).allSatisfy { text, bare in
                let unit = bare.hasPrefix("单位:") ? String(bare.dropFirst(3)) : bare
                return units.contains(unit)
                    || text != bare && bare.count <= 20 && hints.contains { bare.contains($0) }
            }
    }

    private static let units: Set<String> = [
        "人", "名", "个", "位", "项", "家", "次", "年", "年度", "月", "日", "天", "岁", "小时", "元", "万元", "亿元", "米", "公里", "平方米", "%",
        "分",
    ]

    /// Words of what somebody who fills in a column is told.
    private static let hints = ["填", "选", "例如", "如:", "全称", "盖章", "公章", "格式", "注明"]

    func column(of meaning: Meaning) -> Int? { meanings.first { $0.value == meaning }?.key }

    func column(of column: RosterColumn) -> Int? { self.column(of: .roster(column)) }
}

/// Texts of cells as values.
enum ValueText {
    /// Full-width letters, digits and signs as ASCII.
    static func halfWidth(_ text: String) -> String { ValueProposal.halfWidth(text) }

    /// Whether a cell says that there is nothing to say: `/`, `—`, `无`.
    static func saysNothing(_ text: String) -> Bool { BlankValue.isOne(text) }
}
