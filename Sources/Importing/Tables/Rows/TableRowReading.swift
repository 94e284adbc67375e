import Content
import Diagnostics
import Fields
import Rules
import Values

/// Reads one row of a table.
struct TableRowReading {
    /// Without cells that are struck out.
    let row: CellTable.Row
    /// What the columns hold.
    let header: TableHeader
    /// The headings that the row stands below.
    let headings: OpenHeadings
    /// What the site knows.
    let surroundings: RosterSurroundings
    private let usesIDs: Bool
    /// Values of the row above, for cells below the first of a group that are left empty.
    let above: [RosterColumn: String]
    private let countsFrom1904: Bool
    /// What a person said yes to.
    let accepted: Set<ImportAcceptance>
    /// Whether an empty cell for the recommender is asked about, because others are named.
    let asksForRecommender: Bool
    /// Notes of the list, whose marks names bear.
    let footnotes: TableFootnotes
    /// Whether the row says less than it must without the headings above it.
    var needsHeading = false
    /// Whether the recommender is empty where others are named: its enterprise may have put the team forward, and nobody
    /// says so.
    var lacksRecommender = false
    /// Whether its cell for the team holds several, which was told.
    var hasSeveralTeams = false
    /// Whether its names say that the team is not on the list, and somebody said that such rows are left out.
    var isLeftOut = false
    /// What the row says, by column.
    var values: [RosterColumn: ProposedRow.Value] = [:]
    /// What a person should know.
    var notes: [Diagnostic]
    /// What matters only where the roster does not know the team already.
    var notesWhenNew: [Diagnostic] = []

    init(
        row: CellTable.Row, header: TableHeader, headings: OpenHeadings, surroundings: RosterSurroundings,
        usesIDs: Bool, above: [RosterColumn: String], countsFrom1904: Bool, accepting accepted: Set<ImportAcceptance>,
        asksForRecommender: Bool, footnotes: TableFootnotes
    ) {
        let struck = row.cells.filter { column, cell in
            guard cell.strike == .whole, case .roster = header.meanings[column] else { return false }
            return true
        }
        self.row = CellTable.Row(
            cells: row.cells.filter { struck[$0.key] == nil }, place: row.place, isHidden: row.isHidden)
        notes = struck.sorted { $0.key < $1.key }.map { _, cell in
            .inTable(
                .importDoubtful, at: cell.place, zh: "画了删除线的“\(cell.text.onOneLine)”没有导入，这一格当作空的。",
                en: "“\(cell.text.onOneLine)” is struck out and left out: the cell counts as empty.")
        }
        self.header = header
        self.headings = headings
        self.surroundings = surroundings
        self.usesIDs = usesIDs
        self.above = above
        self.countsFrom1904 = countsFrom1904
        self.accepted = accepted
        self.asksForRecommender = asksForRecommender
        self.footnotes = footnotes
    }

    /// The row; `nil` when it names no team or no enterprise.
    mutating func read() -> ProposedRow? {
        noteSeveralTeams()
        let team = name(.team).flatMap { withoutAside($0, .team) }
        let enterprise = self.enterprise().flatMap { withoutAside($0, .enterprise) }
        guard !isLeftOut else { return nil }
        for (column, value) in [(RosterColumn.team, team), (.enterprise, enterprise)]
        where value == nil && header.column(of: column) != nil {
            guard cell(column)?.doubt == nil || cell(column)?.doubt == .computed else { continue }
            let other = (column == .team ? enterprise : team).map { "“\($0)”" }
            ask(
                .importIncomplete, [.incompleteRows], at: cell(column)?.place ?? row.place,
                zh: "\(other ?? "这一行")没有“\(column.chineseName)”，没有导入。",
                en: "\(other ?? "This row") has no “\(column.name)” and is left out.")
        }
        guard let team, let enterprise else { return nil }
        noteFault(of: team, enterprise)
        values[.team] = .init(team)
        values[.enterprise] = .init(enterprise)
        if usesIDs { readID() }
        readRecommender()
        readProvince(enterprise: enterprise)
        readMembers()
        let others = RosterColumn.all.filter { !Self.readByName.contains($0) }
        for column in others where !column.isText { readValue(column) }
        for column in others where column.isText {
            if let text = name(column) { values[column] = .init(text) }
        }
        return ProposedRow(
            values: values, place: row.place, notesWhenNew: notesWhenNew, lacksRecommender: lacksRecommender)
    }

    /// Columns that take more than their own cell to read.
    private static let readByName: Set<RosterColumn> = [
        .id, .team, .enterprise, .province, .mode, .recommender, .members,
    ]

    private mutating func readValue(_ column: RosterColumn) {
        guard let text = text(column), !ValueText.saysNothing(text) else { return }
        if let value = column.canonical(text) ?? column.canonical(text.lowercased()) {
            values[column] = .init(value)
        } else if column.isDay, let day = SerialDay.date(inText: text, countsFrom1904: countsFrom1904) {
            values[column] = .init(day.description)
            note(
                .importReading, at: cell(column)?.place, zh: "“\(text)”是表格软件的日期序号，读作“\(day)”。",
                en: "“\(text)” counts days as spreadsheets do and was read as “\(day)”.")
        } else {
            let choices = column.choices ?? (column.isDay ? column.schema.example : nil)
            note(
                .importValue, at: cell(column)?.place,
                zh: "“\(column.chineseName)”不能是“\(text.onOneLine)”。" + (choices.map { "可以写：\($0.zh)。" } ?? ""),
                en: "“\(column.name)” cannot be “\(text.onOneLine)”."
                    + (choices.map { " Write one of: \($0.en)." } ?? ""))
        }
    }

    private mutating func readID() {
        guard let text = text(.id) else { return }
        let id = ValueText.halfWidth(text).lowercased().filter { !$0.isWhitespace }
        guard Slug.isValid(id) else {
            note(
                .importValue, at: cell(.id)?.place,
                zh: "编号“\(text)”只能由小写字母、数字和 - 组成；清空这一格就会自动编号。",
                en: "The id “\(text)” may only have a-z, 0-9 and -; with an empty cell one is proposed.")
            return
        }
        if id != text {
            note(
                .importReading, at: cell(.id)?.place, zh: "编号“\(text)”写作“\(id)”。",
                en: "The id “\(text)” became “\(id)”.")
        }
        values[.id] = .init(id)
    }

    private mutating func readMembers() {
        guard let text = text(.members), !ValueText.saysNothing(text) else { return }
        let figures = text.onOneLine.filter { HanNumeral.isOne($0) }
        let isHan = !figures.isEmpty && ["", "人", "名", "位"].contains(text.onOneLine.filter { !HanNumeral.isOne($0) })
        let number = isHan ? HanNumeral.value(figures).map { String($0) } : text
        guard let value = number.flatMap({ RosterColumn.members.canonical($0) }) else {
            note(
                .importValue, .warning, at: cell(.members)?.place, zh: "班组人数“\(text.onOneLine)”不是正整数，没有导入。",
                en: "“\(text.onOneLine)” members is no positive whole number and is left out.")
            return
        }
        values[.members] = .init(value)
    }

    /// Notes a thing that matters only where the roster does not know the team already.
    mutating func noteWhenNew(
        _ rule: Rule, _ severity: Severity? = nil, at place: String?, zh: String, en: String
    ) {
        notesWhenNew.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }

    /// Asks what a person may answer with one of some acceptances.
    mutating func ask(_ rule: Rule, _ answers: [ImportAcceptance], at place: String?, zh: String, en: String) {
        notes.append(.question(rule, answers, given: accepted, at: place, zh: zh, en: en))
    }

    /// Notes something about a cell.
    mutating func note(_ rule: Rule, _ severity: Severity? = nil, at place: String?, zh: String, en: String) {
        notes.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }
}
