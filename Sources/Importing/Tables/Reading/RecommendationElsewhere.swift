import Content
import Diagnostics
import Rules
import Values

/// Words about a recommendation that stand elsewhere than in a column for the recommender: in titles, notes and remarks, in
/// lines above and below the list. Where no team has a recommender, all would count as put forward by their enterprises.
extension TableReading {
    /// Asks about them, once, where no row has a recommender and nothing says that the enterprises applied themselves.
    mutating func askAboutRecommendation() {
        guard !rows.isEmpty, rows.allSatisfy({ ($0.values[.recommender]?.text ?? "").isEmpty }),
            rows.contains(where: Self.countsAsSelfNominated),
            // One question at a time: what is asked already may settle it.
            !notes.contains(where: { $0.severity == .error || $0.rule == .importRecommender && $0.severity != .hint })
        else { return }
        let names = Set(
            blocks.flatMap { [$0.header.column(of: .team), $0.header.column(of: .enterprise)] }.compactMap { $0 })
        for (index, row) in table.rows.enumerated() {
            // Columns that look like recommenders were asked about, and left out after a yes.
            if accepted.contains(.unknownColumns), index >= firstHeader.index, !isAlone(row) { continue }
            let isHeader = isPartOfHeader(index)
            for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) where !cell.isSpread && !cell.text.isEmpty {
                let isName = names.contains(column) && index > firstHeader.index && !isAlone(row)
                guard !isName, Self.speaksOfRecommendation(cell.text, isHeader: isHeader) else { continue }
                notesWhenNew.append(
                    .question(
                        .importRecommender, [.emptyRecommender], given: accepted, at: cell.place,
                        zh:
                            "“\(Self.shown(cell.text))”说有人推荐，却没有一个班组写着推荐单位，都会算作企业自荐。请加上“推荐单位”列，写协会的全称；企业自荐的写“自荐”。",
                        en:
                            "“\(Self.shown(cell.text))” speaks of a recommendation, but no team names its recommender, and all would count as self-nominated: add “推荐单位” with the full name of the association, or 自荐."
                    ))
                return
            }
        }
    }

    /// Whether the way a team applied was only filled in.
    private static func countsAsSelfNominated(_ row: ProposedRow) -> Bool {
        row.values[.mode].map { $0.isProposed && $0.text == ApplicationMode.selfNominated.rawValue } ?? false
            && row.values[.recommender] == nil
    }

    private func isPartOfHeader(_ index: Int) -> Bool {
        index == firstHeader.index || TableHeader.blocks(in: table, at: index) != nil
            || TableHeader.isUpperHalf(in: table, at: index)
    }

    private func isAlone(_ row: CellTable.Row) -> Bool {
        Set(row.cells.values.map(\.text)).subtracting([""]).count == 1
    }

    /// Whether a text names an association of some place, or says that somebody recommends.
    ///
    /// - Parameter isHeader: whether it names a column, whose cells say more than its name.
    private static func speaksOfRecommendation(_ text: String, isHeader: Bool) -> Bool {
        if AssociationMention.isIn(text) { return true }
        // 推荐全国 is another honour, 自我推荐 none by others; notes such as 按推荐先后排列 tell nobody.
        guard !isHeader, TableRemark.shown([text]) == nil, text.contains("推荐"), !text.contains("全国"),
            !text.contains("国家级")
        else { return false }
        switch RecommenderReading(text) {
        case .selfNominated, .nothing: return false
        case .unnamed, .named: return !["自荐", "自我推荐", "自行推荐", "不推荐", "未推荐"].contains(where: text.contains)
        }
    }

    private static func shown(_ text: String) -> String {
        let line = text.onOneLine
        return line.count > 30 ? line.prefix(30) + "……" : line
    }
}
