import Content
import Diagnostics
import Rules
import Values

/// Turns the rows of a table into rows for a roster, and says what it did with all others.
struct TableReading {
    private let table: CellTable
    private let firstHeader: TableHeader.Found
    /// Whether no other sheet is read with it, so that its title counts all teams.
    private let isOnlyTable: Bool
    private let surroundings: RosterSurroundings
    private let accepted: Set<ImportAcceptance>
    private var survey: ColumnSurvey
    private let footnotes: TableFootnotes
    /// A heading that nobody understands, with nothing below it yet.
    private var lastUnknown: TableHeading?
    private var unknownHeadings: [TableHeading] = []
    /// The lists that the last header named, from left to right.
    private var blocks: [ListBlock]
    /// Rows that were not read yet: lists that stand side by side are read one after the other.
    private var pending: [CellTable.Row] = []
    private(set) var rows: [ProposedRow] = []
    private(set) var notes: [Diagnostic] = []
    private var headings: OpenHeadings
    /// Whether lists that stand side by side have headings of their own on one row.
    private var hasHeadingsSideBySide = false
    /// The last heading that stands where names do, with nothing below it yet: it may be a signature.
    private var idleHeading: TableHeading?
    /// Provinces of headings that rows below them contradict, by the place of the heading.
    private var contradicted: Set<String> = []
    private var counts = SectionCounts()
    private var toldHeadings: Set<String> = []
    private var otherList: OtherList?
    /// A title below the rows, which is that of another list when a header follows.
    private var title: (text: String, place: String)?
    private var otherYears: [Int: Int] = [:]
    private var emptyRows = 0
    private var continuedRows = 0
    private var statedTotal: (counts: [Int], place: String)?
    /// Whether no row stands between the last header and the next row.
    private var isBelowHeader = false

    /// A list whose columns are known.
    private struct ListBlock {
        let header: TableHeader
        let usesIDs: Bool
        let deciding: DecidingColumns
        /// Headings within the list, where others stand beside it; `nil` below those of all lists.
        var headings: OpenHeadings?
        var previous: [RosterColumn: String] = [:]
        /// The last row that is not the lower part of a merged team.
        var lastRow: CellTable.Row?
    }

    /// Another list below, which is left out.
    private struct OtherList {
        let name: String
        let place: String
        /// What its name says of its teams; `nil` where another header alone begins it.
        var standing: ListStanding?
        /// As `TableHeading.level`; `nil` for what no heading begins.
        var level: Int?
        /// The level of the numbered heading that it stands below, as a part of that section.
        var outerLevel: Int?
        /// Whether the name stands above the first header: nothing of the sheet is the list that is wanted.
        var isWhole = false
        /// What its rows name: a team each.
        var rows: [String] = []

        /// How many rows it has, with the first of their teams.
        var summary: LocalizedText {
            let shown = rows.filter { !$0.isEmpty }.prefix(5)
            let rest = rows.count > shown.count
            return LocalizedText(
                zh: "\(rows.count) 行" + (shown.isEmpty ? "" : "：\(shown.joined(separator: "、"))\(rest ? "……" : "")"),
                en: rows.count.counting("row")
                    + (shown.isEmpty ? "" : ": \(shown.joined(separator: ", "))\(rest ? " …" : "")"))
        }
    }

    init(
        _ table: CellTable, header: TableHeader.Found, isOnlyTable: Bool, surroundings: RosterSurroundings,
        accepting accepted: Set<ImportAcceptance>
    ) {
        self.table = table
        firstHeader = header
        self.isOnlyTable = isOnlyTable
        self.surroundings = surroundings
        self.accepted = accepted
        let sheet = table.sheet.map { TableHeading(sheet: $0, surroundings: surroundings) }
        headings = OpenHeadings(sheet: sheet.flatMap { $0.meaning == .unknown ? nil : $0 })
        survey = ColumnSurvey(table, hiding: table.hiddenColumns, surroundings: surroundings)
        footnotes = TableFootnotes(table.rows, header: header.index) { text in
            TableHeading(text, at: "", surroundings: surroundings).meaning != .unknown
        }
        blocks = []
        notes += table.notes
        let other = otherListAbove(header.index)
        readAbove(header.index)
        if let other {
            otherList = other
        } else {
            begin(header.blocks, at: header.index)
        }
        hasHeadingsSideBySide = header.blocks.count > 1 && hasHeadings(beside: header)
        for (index, row) in table.rows.enumerated().dropFirst(header.index + 1) { read(row, index) }
        finish()
    }

    private mutating func finish() {
        flush()
        endOtherList()
        if let heading = idleHeading {
            note(
                .importLeftOut, at: heading.place, zh: "没有用到这一行：“\(heading.text)”。",
                en: "This row was of no use and is left out: “\(heading.text)”.")
        }
        for heading in unknownHeadings where !toldHeadings.contains(heading.place) {
            note(
                .importLeftOut, at: heading.place, zh: "没有用到这一行：“\(heading.text)”。",
                en: "This row was of no use and is left out: “\(heading.text)”.")
        }
        counts.end()
        notes += counts.notes
        for (year, count) in otherYears.sorted(by: { $0.key < $1.key }) {
            note(
                .importYear, .warning, zh: "\(count) 行是 \(year) 年的，没有导入。",
                en: "\(count.counting("row is", "rows are")) of \(year) and left out.")
        }
        if emptyRows > 0 {
            note(
                .importLeftOut, zh: "\(emptyRows) 行只有序号，没有导入。",
                en:
                    "\(emptyRows.counting("row has", "rows have")) only a number and \(emptyRows == 1 ? "is" : "are") left out."
            )
        }
        if continuedRows > 0 {
            note(
                .importLeftOut, zh: "\(continuedRows) 行是上面班组的续行（班组、企业为合并单元格），没有另作班组。",
                en:
                    "\(continuedRows.counting("row goes", "rows go")) on about the team above (merged cells) and \(continuedRows == 1 ? "is" : "are") no team."
            )
        }
        if let total = statedTotal, let stated = total.counts.first, !total.counts.contains(rows.count) {
            note(
                .importCount, at: total.place, zh: "表中写共 \(stated) 个，读到 \(rows.count) 行。",
                en: "The table says \(stated) in all, \(rows.count.counting("row was", "rows were")) read.")
        }
    }

    // MARK: Headers

    /// Lines above the header: titles, and what is said about all rows.
    private mutating func readAbove(_ index: Int) {
        for row in table.rows.prefix(index) {
            let texts = Self.texts(of: row)
            for text in texts { readRecommender(above: text, at: row.place) }
            guard texts.count == 1, let text = texts.first else {
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
            }
        }
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

    private static func isPartOfHeader(_ row: CellTable.Row) -> Bool {
        row.cells.values.contains { TableHeader.meaning(of: $0.text) != nil }
    }

    /// The list that the sheet's name or a line above the first header says the table holds, where it is not the one that
    /// is wanted.
    private mutating func otherListAbove(_ index: Int) -> OtherList? {
        var lines: [(text: String, place: String)] = table.sheet.map { [($0, $0)] } ?? []
        for row in table.rows.prefix(index) where !Self.isPartOfHeader(row) {
            let texts = Self.texts(of: row)
            // A sentence is about something else, and a note says how the list is to be read.
            lines += texts.filter { text in
                let isSentence = text.contains("。") || text.count > 60
                return TableRemark.shown([text]) == nil && !isSentence
                    && (TableRemark.isTitle(text) || texts.count == 1 && text.count <= 30)
            }.map { ($0.onOneLine, row.place) }
        }
        for (text, place) in lines {
            let mayHaveYear = place == table.sheet || TableRemark.isTitle(text)
            guard let standing = standing(of: text, at: place, year: mayHaveYear ? surroundings.year : nil) else {
                continue
            }
            return OtherList(name: text, place: place, standing: standing, isWhole: true)
        }
        return nil
    }

    /// What the name of a list says of its teams, unless somebody said that it is the list that is wanted.
    private mutating func standing(of text: String, at place: String, year: Int?) -> ListStanding? {
        guard let standing = ListStanding(ofList: text, year: year) else { return nil }
        guard standing.kind == .candidate, accepted.contains(.candidates) else { return standing }
        note(
            .importOtherList, .warning, at: place, zh: "“\(text)”当作要导入的名单。",
            en: "“\(text)” was taken for the list that is wanted.")
        return nil
    }

    private mutating func begin(_ headers: [TableHeader], at index: Int) {
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

    // MARK: Rows

    private mutating func read(_ row: CellTable.Row, _ index: Int) {
        // A row that is only the lower part of merged cells.
        guard !row.cells.values.allSatisfy(\.isFromAbove), !row.cells.isEmpty else { return }
        if TableHeader.isUpperHalf(in: table, at: index) { return }
        if let headers = TableHeader.blocks(in: table, at: index), isHeader(index) {
            // The header of the list that its title has begun.
            if otherList?.rows.isEmpty == true { return }
            flush()
            let other = title.flatMap { TableRemark.isTitleOfTheList($0.text, year: surroundings.year) ? nil : $0 }
            title = nil
            endOtherList()
            // 优秀质量管理小组, and a header: nobody knows whether the same list goes on.
            if let unknown = lastUnknown { tell(unknown) }
            lastUnknown = nil
            if let other {
                otherList = OtherList(
                    name: other.text, place: other.place,
                    standing: ListStanding(ofList: other.text, year: surroundings.year))
            } else {
                begin(headers, at: index)
            }
            return
        }
        if isOtherHeader(row) {
            // The header of the list that its title has begun.
            if otherList?.rows.isEmpty == true { return }
            flush()
            endOtherList()
            let names = Self.list(Array(Self.texts(of: row).prefix(4)))
            otherList = OtherList(name: title?.text ?? names, place: title?.place ?? row.place)
            title = nil
            return
        }
        let texts = Self.texts(of: row)
        if let other = otherList {
            let isTitle = texts.count == 1 && TableRemark.isTitle(texts[0])
            guard texts.count == 1, isTitle || ends(other, texts[0]) else {
                // A heading in it is no row of it.
                guard texts.count > 1 else { return }
                let name = teamName(row)
                otherList?.rows.append(name)
                return
            }
            endOtherList()
            if blocks.isEmpty { begin(firstHeader.blocks, at: firstHeader.index) }
            begin(heading: texts[0], row)
            return
        }
        if isBelowHeader, TableHeader.isExplanation(texts) {
            note(
                .importLeftOut, at: row.place, zh: "没有导入这一行：“\(Self.list(texts))”。",
                en: "This row is left out: “\(Self.list(texts))”.")
            return
        }
        isBelowHeader = false
        if let total = total(in: row) {
            if total.isWhole, !total.counts.isEmpty { statedTotal = (total.counts, row.place) }
            // Of lists side by side nobody knows which one it adds up.
            guard !total.isWhole, blocks.count == 1 else { return }
            flush()
            counts.compare(total, at: row.place)
            return
        }
        if let shown = footnotes.isNote(row) ? Self.list(texts) : remark(row, texts) {
            note(
                .importLeftOut, at: row.place, zh: "没有导入这一行：“\(shown)”。",
                en: "This row is left out: “\(shown)”.")
            return
        }
        if hasHeadingsSideBySide, blocks.indices.contains(where: { headingAlone(part(of: row, $0)) != nil }) {
            pending.append(row)
            return
        }
        if let text = headingText(row, texts) {
            flush()
            begin(heading: text, row)
            return
        }
        title = nil
        lastUnknown = nil
        idleHeading = nil
        pending.append(row)
    }

    // MARK: Lists side by side

    /// The cells of a row that belong to one of the lists.
    private func part(of row: CellTable.Row, _ index: Int) -> CellTable.Row {
        // The last list takes what stands beyond it, one alone takes all.
        let lower = index == 0 ? 0 : blocks[index].header.columns.lowerBound
        let upper = index + 1 < blocks.count ? blocks[index + 1].header.columns.lowerBound : Int.max
        let cells = row.cells.filter { $0.key >= lower && $0.key < upper }
        return CellTable.Row(cells: cells, place: row.place, isHidden: row.isHidden)
    }

    /// The heading that a part of a row is: one text alone, not merged over other lists.
    private func headingAlone(_ part: CellTable.Row) -> TableHeading? {
        let texts = Set(part.cells.values.map(\.text)).subtracting([""])
        guard texts.count == 1, let text = texts.first, part.cells.values.contains(where: { !$0.isSpread }) else {
            return nil
        }
        let heading = TableHeading(text, at: part.place, surroundings: surroundings)
        return heading.meaning == .unknown ? nil : heading
    }

    /// Whether a list that stands beside the first one has a heading of its own.
    private func hasHeadings(beside header: TableHeader.Found) -> Bool {
        guard blocks.count == header.blocks.count else { return false }
        return table.rows.dropFirst(header.index + 1).contains { row in
            blocks.indices.dropFirst().contains { headingAlone(part(of: row, $0)) != nil }
        }
    }

    /// What a row adds up, without the members of the teams.
    private func total(in row: CellTable.Row) -> TableRemark.Total? {
        let members = blocks.compactMap { $0.header.column(of: .members) }
        return TableRemark.total(
            in: row.cells.sorted { $0.key < $1.key }.filter { !members.contains($0.key) }.map(\.value.text))
    }

    private func remark(_ row: CellTable.Row, _ texts: [String]) -> String? {
        if let first = row.cells[1]?.text, let shown = TableRemark.shown([first]), first.hasPrefix("#") { return shown }
        return TableRemark.shown(texts)
    }

    /// The text of a row that is a heading: the only one of it, but for numbers of rows beside it. A text that stands
    /// alone in the column of teams or enterprises is a row that lacks the rest, unless it is known to be a heading.
    private func headingText(_ row: CellTable.Row, _ texts: [String]) -> String? {
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
    private static func count(in text: String) -> Int? {
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

    private mutating func begin(heading text: String, _ row: CellTable.Row) {
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

    /// Whether a row that may be a header is one, alone or with the row above it.
    private func isHeader(_ index: Int) -> Bool {
        isMostlyNames(table.rows[index]) || TableHeader.isLowerHalf(in: table, at: index)
    }

    /// Whether a row repeats names of columns rather than holds a team with a name like one.
    private func isMostlyNames(_ row: CellTable.Row) -> Bool {
        let cells = row.cells.values.filter { !$0.text.isEmpty }
        return cells.count { TableHeader.meaning(of: $0.text) != nil } * 2 > cells.count
    }

    /// Whether a row names columns of a list without teams.
    private func isOtherHeader(_ row: CellTable.Row) -> Bool {
        let texts = Self.texts(of: row)
        guard texts.count >= 3, texts.allSatisfy({ $0.count <= 12 }) else { return false }
        let known = texts.compactMap { TableHeader.meaning(of: $0) }
        return Set(known).count >= 2 && known.count * 2 >= texts.count && known.count >= 2
            && known.contains { $0 == .serial || $0 == .personal }
    }

    /// The team that a row of another list names; empty where its columns are not known.
    private func teamName(_ row: CellTable.Row) -> String {
        let column = (blocks.first?.header ?? firstHeader.blocks.first)?.column(of: .team)
        let name = column.flatMap { row.cells[$0] }?.text.onOneLine ?? ""
        // Below other columns may stand persons.
        return NameKind.isName(name) && ["班", "组", "队"].contains(where: name.hasSuffix) ? name : ""
    }

    /// Whether a line ends another list: a heading of the same level as that one's, or as the section's in which it stands, or
    /// of the list that is wanted.
    private func ends(_ list: OtherList, _ text: String) -> Bool {
        guard ListStanding(ofList: text, year: surroundings.year) == nil else { return false }
        let level = TableHeading(text, at: "", surroundings: surroundings).level
        // 二、江苏省 ends what stood in 一、浙江省.
        let isOfItsLevel = level == list.level || list.outerLevel.map { level <= $0 } ?? false
        return isOfItsLevel && level != HeadingNumber.unnumbered
            || ["信得过班组", "授予", "入选", "获评"].contains { text.contains($0) }
    }

    private mutating func endOtherList() {
        guard let list = otherList else { return }
        otherList = nil
        let what = list.standing?.description ?? LocalizedText(zh: "", en: "")
        let answers: [ImportAcceptance] =
            list.standing?.kind == .candidate ? [.otherLists, .candidates] : [.otherLists]
        guard list.isWhole else {
            return ask(
                .importOtherList, answers, at: list.place,
                zh: "下面是另一份名单“\(list.name)”（\(list.summary.zh)），没有导入。请把它移到别的工作表。",
                en:
                    "Another list, “\(list.name)” (\(list.summary.en)), stands here and is left out: move it to another sheet."
            )
        }
        ask(
            .importOtherList, answers, at: list.place,
            zh:
                "“\(list.name)”像是\(what.zh)，不是 \(surroundings.year) 年获得称号的名单，没有导入（\(list.summary.zh)）。就是要导入的名单的，请把标题或工作表的名称改清楚。",
            en:
                "“\(list.name)” seems to be \(what.en), not the list of \(surroundings.year) (\(list.summary.en)), and is left out: if it is the list, change its title or the name of the sheet."
        )
    }

    // MARK: Teams

    /// Reads the rows since the last heading: one list after the other.
    private mutating func flush() {
        let rows = pending
        pending = []
        for index in blocks.indices {
            for row in rows { read(row, inBlock: index) }
        }
    }

    private mutating func read(_ row: CellTable.Row, inBlock index: Int) {
        let header = blocks[index].header
        let part = part(of: row, index)
        if hasHeadingsSideBySide, let heading = headingAlone(part) {
            var own = blocks[index].headings ?? headings
            let warning = own.begin(heading)
            counts.begin(heading, endsAll: warning != nil)
            if let warning { notes.append(warning) }
            blocks[index].headings = own
            return
        }
        guard part.cells.values.contains(where: { !$0.text.isEmpty || $0.doubt != nil }) else { return }
        guard !isContinued(part, inBlock: index) else { return }
        blocks[index].lastRow = part
        guard !isEmptyNumber(part, header), !isStruck(part, header) else { return }
        guard isOfTheYear(part, header) else { return }
        // The question about it is asked once for the column.
        if blocks[index].deciding.denies(part), accepted.contains(.otherLists) { return }
        if row.isHidden {
            note(
                .importDoubtful, at: row.place, zh: "表格中隐藏的行，也导入了。",
                en: "The table hides this row; it was taken over as well."
            )
        }
        let headings = blocks[index].headings ?? headings
        var reader = TableRowReading(
            row: part, header: header, headings: headings, surroundings: surroundings, usesIDs: blocks[index].usesIDs,
            above: blocks[index].previous, countsFrom1904: table.countsFrom1904, accepting: accepted,
            asksForRecommender: survey.namesRecommenders, footnotes: footnotes)
        if let proposed = reader.read() {
            if let unknown = headings.unknown, reader.needsHeading { tell(unknown) }
            rows.append(proposed)
            counts.countRow(header.column(of: .province).flatMap { part.cells[$0] })
            if let heading = headings.provinceHeading { compare(proposed, with: heading, header, part) }
            blocks[index].previous = proposed.values.mapValues(\.text)
        }
        notes += reader.notes
    }

    private mutating func tell(_ heading: TableHeading) {
        guard toldHeadings.insert(heading.place).inserted else { return }
        ask(
            .importHeading, [.unknownHeadings], at: heading.place,
            zh: "看不懂这一行“\(heading.text)”：下面的班组属于哪个省份、由谁推荐？请写成省份或“某某协会推荐”；如果是另一份名单的标题，请把那份名单移到别的工作表。",
            en:
                "“\(heading.text)” is not understood: of which province are the teams below, and who recommends them? Write a province, or “… 推荐”; if it is the title of another list, move that to another sheet."
        )
    }

    /// Asks about a row whose own province is not that of the heading or the sheet that it stands below, once for each.
    private mutating func compare(
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

    /// The number that a title says of the list: `名单（共5个）`. A bare number in brackets may be that of a page.
    private static func statedTotal(in title: String) -> Int? {
        let plain = ValueText.halfWidth(title).filter { !$0.isWhitespace }
        guard ["个", "家", "项", "支", "共"].contains(where: { plain.contains($0) }) else { return nil }
        return SectionCounts.statedCount(in: plain)
    }

    /// Whether the team is that of the row above, in merged cells: one row a member.
    private mutating func isContinued(_ row: CellTable.Row, inBlock index: Int) -> Bool {
        let header = blocks[index].header
        guard let team = header.column(of: .team).flatMap({ row.cells[$0] }), team.isFromAbove,
            let column = header.column(of: .enterprise)
        else { return false }
        if let enterprise = row.cells[column], !enterprise.isFromAbove, !ValueText.saysNothing(enterprise.text),
            let first = blocks[index].lastRow?.cells[column],
            ComparableName.key(first.text) != ComparableName.key(enterprise.text)
        {
            // Two titles of one team, or one of two firms.
            note(
                .importDoubtful, .error, at: enterprise.place,
                zh:
                    "“\(team.text.onOneLine)”是合并的单元格，企业却有“\(first.text.onOneLine)”和“\(enterprise.text.onOneLine)”。几家企业联合的，请写在同一格；不是同一班组的，请取消合并、分行写明。",
                en:
                    "“\(team.text.onOneLine)” is merged over the enterprises “\(first.text.onOneLine)” and “\(enterprise.text.onOneLine)”. Write joint enterprises into one cell; else take the cells apart and name each team."
            )
            return true
        }
        continuedRows += 1
        if let first = blocks[index].lastRow {
            tellDifferences(of: row, from: first, header, team: team.text.onOneLine)
        }
        return true
    }

    /// Asks about a row of a merged team that says another thing than the rows above of what a team has one of: a team
    /// cannot be of two provinces, and nobody knows whether it was merged by mistake.
    private mutating func tellDifferences(
        of row: CellTable.Row, from above: CellTable.Row, _ header: TableHeader, team: String
    ) {
        func key(_ text: String, _ column: RosterColumn) -> String {
            let known = column == .province ? Province(named: text)?.shortName : column.canonical(text)
            return known ?? ComparableName.key(text)
        }
        let columns = RosterColumn.all.filter { ![.team, .enterprise].contains($0) }
        for column in columns {
            guard let place = header.column(of: column), let cell = row.cells[place], !cell.isSpread,
                !ValueText.saysNothing(cell.text)
            else { continue }
            let first = above.cells[place]?.text ?? ""
            guard key(first, column) != key(cell.text, column) else { continue }
            note(
                .importDoubtful, .error, at: cell.place,
                zh:
                    "“\(team)”是合并的单元格，上面的“\(column.chineseName)”是“\(first.onOneLine)”，这一行是“\(cell.text.onOneLine)”。同一班组的，请写成一样；不是同一班组的，请取消合并、分行写明。",
                en:
                    "“\(team)” is merged over rows, of which one above has “\(first.onOneLine)” for \(column.name) and this one “\(cell.text.onOneLine)”. Write the same if it is one team; else take the cells apart and name each team."
            )
        }
    }

    private mutating func isEmptyNumber(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        let said = row.cells.filter { !$0.value.text.isEmpty && !$0.value.isSpread }
        guard said.allSatisfy({ header.meanings[$0.key] == .serial || Self.isSerial($0.value.text) && $0.key == 1 })
        else {
            return false
        }
        emptyRows += 1
        return true
    }

    private static func isSerial(_ text: String) -> Bool {
        let plain = ValueText.halfWidth(text)
        return plain.utf8.count <= 4 && plain.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Rows that somebody struck out are left out, and said.
    private mutating func isStruck(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        let names = [RosterColumn.team, .enterprise].compactMap { header.column(of: $0).flatMap { row.cells[$0] } }
        guard !names.isEmpty, names.allSatisfy({ $0.strike == .whole }) else { return false }
        note(
            .importDoubtful, at: row.place, zh: "这一行画了删除线，没有导入：\(Self.list(names.map(\.text)))。",
            en: "This row is struck out and left out: \(Self.list(names.map(\.text))).")
        return true
    }

    private mutating func isOfTheYear(_ row: CellTable.Row, _ header: TableHeader) -> Bool {
        guard let column = header.column(of: .year), let cell = row.cells[column], !cell.text.isEmpty else {
            return true
        }
        guard let year = YearReading.year(cell.text, near: surroundings.year) else {
            note(
                .importYear, at: cell.place, zh: "年度“\(cell.text.onOneLine)”看不懂，请写成 \(surroundings.year) 的样子。",
                en: "The year “\(cell.text.onOneLine)” is not understood: write it like \(surroundings.year).")
            return true
        }
        guard year != surroundings.year else { return true }
        otherYears[year, default: 0] += 1
        return false
    }

    // MARK: Notes

    /// The different texts of a row, from left to right.
    private static func texts(of row: CellTable.Row) -> [String] {
        var seen: Set<String> = []
        return row.cells.sorted { $0.key < $1.key }.map(\.value.text).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func list(_ texts: [String]) -> String { texts.map(\.onOneLine).joined(separator: "、") }

    private mutating func ask(_ rule: Rule, _ answers: [ImportAcceptance], at place: String?, zh: String, en: String) {
        notes.append(.question(rule, answers, given: accepted, at: place, zh: zh, en: en))
    }

    private mutating func note(
        _ rule: Rule, _ severity: Severity? = nil, at place: String? = nil, zh: String, en: String
    ) {
        notes.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }
}
