import Content
import Diagnostics
import Rules
import Values

/// Rows between the teams that say something of those below them.
extension TableReading {
    /// What a row adds up, without the members of the teams.
    func total(in row: CellTable.Row) -> TableRemark.Total? {
        let members = blocks.compactMap { $0.header.column(of: .members) }
        return TableRemark.total(
            in: row.cells.sorted { $0.key < $1.key }.filter { !members.contains($0.key) }.map(\.value.text))
    }

    /// The text of a row that is only a remark; `nil` for any other row.
    func remark(_ row: CellTable.Row, _ texts: [String]) -> String? {
        if let first = row.cells[1]?.text, let shown = TableRemark.shown([first]), first.hasPrefix("#") { return shown }
        return TableRemark.shown(texts)
    }

    /// The text of a row that is a heading: the only one of it, but for numbers of rows beside it. A text that stands
    /// alone in the column of teams or enterprises is a row that lacks the rest, unless it is known to be a heading.
    func headingText(_ row: CellTable.Row, _ texts: [String]) -> String? {
        guard !row.cells.values.contains(where: { $0.doubt == .notComputed }), let text = texts.first else {
            return nil
        }
        if let numbered = numberedHeading(row) { return numbered }
        let first = row.cells.sorted { $0.key < $1.key }.first { !$0.value.text.isEmpty }
        if texts.count == 1 {
            let isAlone = row.cells.values.filter { !$0.text.isEmpty }.count == 1
            let stands = blocks.contains { block in
                [RosterColumn.team, .enterprise].contains { column in
                    block.header.column(of: column).map { $0 == first?.key } ?? false
                }
            }
            guard isAlone, stands else { return Self.isSerial(text) ? nil : text }
            let meaning = TableHeading(text, at: row.place, surroundings: surroundings).meaning
            return meaning == .unknown && !TableRemark.isTitle(text) ? nil : text
        }
        let others = texts.dropFirst().map { ValueText.halfWidth($0).filter { !$0.isWhitespace } }
        let areCounts = others.allSatisfy { text in
            let number = text.prefix { $0.isASCII && $0.isNumber }
            return !number.isEmpty && ["", "个", "项", "家", "名", "支"].contains(String(text.dropFirst(number.count)))
        }
        guard areCounts, !blocks.contains(where: { Self.hasNames(row, $0.header) }) else { return nil }
        return TableHeading(text, at: row.place, surroundings: surroundings).meaning == .unknown ? nil : text
    }

    /// A heading whose number and count stand in cells of their own: `一 | 浙江省 | 2`. It is put together as others are:
    /// `一、浙江省（2个）`.
    private func numberedHeading(_ row: CellTable.Row) -> String? {
        let cells = row.cells.sorted { $0.key < $1.key }.map(\.value).filter { !$0.text.isEmpty && !$0.isSpread }
        guard (2...4).contains(cells.count), !blocks.contains(where: { Self.hasNames(row, $0.header) }) else {
            return nil
        }
        let texts = cells.map { ValueText.halfWidth($0.text).filter { !$0.isWhitespace } }
        let number = texts[0].filter { !"、.()第".contains($0) }
        guard !number.isEmpty, number.allSatisfy({ HanNumeral.isOne($0) || $0.isASCII && $0.isNumber }) else {
            return nil
        }
        let others = texts.dropFirst().filter { Self.count(in: $0) == nil }
        let counts = texts.dropFirst().compactMap(Self.count)
        guard others.count == 1, counts.count <= 1 else { return nil }
        let isNumbered = number != texts[0] || counts.isEmpty
        let prefix = isNumbered && number != texts[0] ? texts[0] : number + "、"
        let text = prefix + others[0] + (counts.first.map { "（\($0)个）" } ?? "")
        switch TableHeading(text, at: row.place, surroundings: surroundings).meaning {
        case .province, .selfNominated, .neutral: return text
        case .recommender, .unnamedRecommender: return counts.isEmpty ? nil : text
        case .unknown: return nil
        }
    }

    /// `2`, `2个`, `共2家`.
    static func count(in text: String) -> Int? {
        let digits = text.drop { $0 == "共" }.prefix { $0.isASCII && $0.isNumber }
        let unit = text.drop { $0 == "共" }.dropFirst(digits.count)
        return ["", "个", "项", "家", "名", "支", "个班组"].contains(unit) && digits.count < 6 ? Int(digits) : nil
    }

    /// Whether the row names a team or an enterprise. A number or a place below their names is none.
    private static func hasNames(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        [RosterColumn.team, .enterprise].contains { column in
            header.column(of: column).flatMap { row.cells[$0] }.map { !$0.isSpread && NameKind.isName($0.text) }
                ?? false
        }
    }

    /// Begins a heading: a section, another list, or the title of one.
    mutating func begin(heading text: String, _ row: CellTable.Row) {
        if TableRemark.isTitle(text), TableRemark.isTitleOfTheList(text, year: surroundings.year) {
            note(
                .importLeftOut, at: row.place, zh: "没有导入这一行：“\(text.onOneLine)”。",
                en: "This row is left out: “\(text.onOneLine)”.")
            title = (text.onOneLine, row.place)
            return
        }
        let heading = TableHeading(text, at: row.place, surroundings: surroundings)
        title = TableRemark.isTitle(text) ? (heading.text, row.place) : nil
        // Teams that lost the title, or did not get it, stand below.
        if let standing = standing(of: heading.text, at: row.place, year: surroundings.year) {
            otherList = OtherList(
                name: heading.text, place: row.place, standing: standing, level: heading.level,
                outerLevel: headings.numberedLevel)
            return
        }
        lastUnknown = heading.meaning == .unknown && title == nil ? heading : nil
        if heading.meaning == .unknown, title == nil { unknownHeadings.append(heading) }
        let warning = headings.begin(heading)
        counts.begin(heading, endsAll: warning != nil)
        if let warning { notes.append(warning) }
        for index in blocks.indices { blocks[index].headings = nil }
        let isAmongNames = blocks.contains { block in
            [RosterColumn.team, .enterprise].contains { column in
                block.header.column(of: column).flatMap { row.cells[$0] }.map { $0.text == text && !$0.isSpread }
                    ?? false
            }
        }
        idleHeading = isAmongNames && heading.meaning != .unknown ? heading : nil
    }

    /// Asks about a row whose own province is not that of the heading or the sheet that it stands below, once for each.
    mutating func compare(
        _ row: ProposedRow, with heading: TableHeading, _ header: TableHeader, _ cells: CellTable.Row
    ) {
        guard let value = row.values[.province], !value.isProposed, let own = Province(named: value.text),
            let above = heading.province, !above.isSame(as: own),
            contradicted.insert("\(heading.place) \(own.shortName)").inserted
        else { return }
        ask(
            .importProvince, [.unknownHeadings],
            at: header.column(of: .province).flatMap { cells.cells[$0]?.place } ?? cells.place,
            zh: "“\(row.team)”的省份是\(own.shortName)，却列在“\(heading.text)”下面，请核对这样的每一行。",
            en:
                "The province of “\(row.team)” is \(own.shortName), but it stands below “\(heading.text)”: check every such row."
        )
    }
}
