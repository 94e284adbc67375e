import Content
import Diagnostics
import Rules
import Values

/// Turns the rows of a table into rows for a roster, and says what it did with all others.
struct TableReading {
    /// The table as it stands in the file.
    let table: CellTable
    /// The header that was found first.
    let firstHeader: TableHeader.Found
    /// Whether no other sheet is read with it, so that its title counts all teams.
    let isOnlyTable: Bool
    /// What the site knows.
    let surroundings: RosterSurroundings
    /// What a person said yes to.
    let accepted: Set<ImportAcceptance>
    /// What the columns hold beside what their names say.
    var survey: ColumnSurvey
    private let footnotes: TableFootnotes
    /// A heading that nobody understands, with nothing below it yet.
    var lastUnknown: TableHeading?
    /// Headings that nobody understands, with what stands below them or not.
    var unknownHeadings: [TableHeading] = []
    /// The lists that the last header named, from left to right.
    var blocks: [ListBlock]
    /// Rows that were not read yet: lists that stand side by side are read one after the other.
    private var pending: [CellTable.Row] = []
    private(set) var rows: [ProposedRow] = []
    /// What a person should know.
    var notes: [Diagnostic] = []
    /// What matters only where a row is new to the roster.
    var notesWhenNew: [Diagnostic] = []
    /// Headings above the first header that stand over one of several lists side by side, by the list.
    var headingsAbove: [Int: TableHeading] = [:]
    /// The headings that the next row stands below.
    var headings: OpenHeadings
    /// Whether lists that stand side by side have headings of their own on one row.
    private var hasHeadingsSideBySide = false
    /// The last heading that stands where names do, with nothing below it yet: it may be a signature.
    var idleHeading: TableHeading?
    /// Provinces of headings that rows below them contradict, by the place of the heading.
    var contradicted: Set<String> = []
    /// Numbers that headings and subtotals say, with the rows below them.
    var counts = SectionCounts()
    private var toldHeadings: Set<String> = []
    /// Another list, whose rows are being left out.
    var otherList: OtherList?
    /// A title below the rows, which is that of another list when a header follows.
    var title: (text: String, place: String)?
    /// Rows of other years, by year.
    var otherYears: [Int: Int] = [:]
    /// Rows that hold a number alone.
    var emptyRows = 0
    /// Rows that go on about the team above them.
    var continuedRows = 0
    /// The numbers that a title or a total says of the whole list, and where.
    var statedTotal: (counts: [Int], place: String)?
    /// Whether no row stands between the last header and the next row.
    var isBelowHeader = false

    init(
        _ table: CellTable, header: TableHeader.Found, isOnlyTable: Bool, surroundings: RosterSurroundings,
        accepting accepted: Set<ImportAcceptance>
    ) {
        self.table = table
        firstHeader = header
        self.isOnlyTable = isOnlyTable
        self.surroundings = surroundings
        self.accepted = accepted
        headings = OpenHeadings(sheet: table.sheet, surroundings: surroundings)
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
            for (index, heading) in headingsAbove where blocks.indices.contains(index) {
                var own = headings
                _ = own.begin(heading)
                blocks[index].headings = own
            }
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
        askAboutRecommendation()
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

    /// The different texts of a row, from left to right.
    static func texts(of row: CellTable.Row) -> [String] {
        var seen: Set<String> = []
        return row.cells.sorted { $0.key < $1.key }.map(\.value.text).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Texts one after the other, each on one line.
    static func list(_ texts: [String]) -> String { texts.map(\.onOneLine).joined(separator: "、") }

    /// Asks what a person may answer with one of some acceptances.
    mutating func ask(_ rule: Rule, _ answers: [ImportAcceptance], at place: String?, zh: String, en: String) {
        notes.append(.question(rule, answers, given: accepted, at: place, zh: zh, en: en))
    }

    /// Notes something about a place of the table.
    mutating func note(
        _ rule: Rule, _ severity: Severity? = nil, at place: String? = nil, zh: String, en: String
    ) {
        notes.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }
}
