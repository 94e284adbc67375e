import Diagnostics

/// Reads one row of a roster; everything that is wrong with it is collected.
struct RosterRowReader {
    private let row: CSVTable.Row
    private let columns: [RosterColumn: Int]
    private(set) var findings: [Diagnostic] = []
    /// Cells that were read as what they mean, though they are written otherwise.
    private(set) var rewritten: [RosterTidying.Rewritten] = []
    /// Cells without the characters that nobody sees, by their place in the row; that they hold some was told.
    private var cleaned: [Int: String] = [:]

    init(row: CSVTable.Row, columns: [RosterColumn: Int]) {
        self.row = row
        self.columns = columns
    }

    /// The row; `nil` when one of its required cells is wrong.
    mutating func read() -> RosterRow? {
        guard !reportFailedCells() else { return nil }
        reportHiddenCharacters()
        let id = required(.id).flatMap { teamID($0) }
        let team = required(.team).flatMap { name($0, .team) }
        let enterprise = required(.enterprise).flatMap { name($0, .enterprise) }
        let province = required(.province).flatMap { self.province($0) }
        let mode = required(.mode).flatMap { word($0, .mode, as: ApplicationMode.self) }
        let recommender = text(.recommender).flatMap { name($0, .recommender) }
        let honors = self.honors()
        let members = text(.members).flatMap { count($0) }
        let standing = text(.standing).map { word($0, .standing, as: Standing.self) } ?? Located(.held, at: row.range)
        let withdrawnOn = text(.withdrawnOn).flatMap { date($0) }
        let enterpriseID = text(.enterpriseID).flatMap { slug($0) }
        let source = text(.source)
        if let mode { checkRecommender(text(.recommender), mode: mode) }
        if let standing { checkWithdrawal(standing) }
        checkSource(honors, source: source)
        guard let id, let team, let enterprise, let province, let mode, let standing else { return nil }
        return RosterRow(
            range: row.range, id: id, team: team, enterprise: enterprise, province: province, mode: mode,
            recommender: mode.value == .recommended ? recommender : nil, honors: honors, members: members,
            standing: standing, withdrawnOn: withdrawnOn, reason: text(.reason),
            decision: text(.decision)?.map(FileReference.init),
            enterpriseID: enterpriseID, honorSource: source?.map(FileReference.init))
    }

    // MARK: Cells

    private func cell(_ column: RosterColumn) -> CSVTable.Cell? { columns[column].map { row.cells[$0] } }

    /// The cell without spaces at its ends, and without what guards a formula; `nil` for an empty one.
    private func text(_ column: RosterColumn) -> Located<String>? {
        guard let index = columns[column] else { return nil }
        let cell = row.cells[index]
        let text = (cleaned[index] ?? cell.text).trimmingSpaces
        return text.isEmpty ? nil : Located(FormulaGuard.unguarded(text), at: cell.range)
    }

    /// Tells of characters that nobody sees, or that look like others: who looks the name up types it without them.
    private mutating func reportHiddenCharacters() {
        // Nearly no row has any, and all bytes of it are looked at once.
        guard !HiddenCharacters.matches(in: row.range.file.bytes, row.range.bytes, use: .value).isEmpty else { return }
        for index in columns.values.sorted() {
            let cell = row.cells[index]
            guard let finding = HiddenCharacters.finding(about: cell.text, at: cell.range) else { continue }
            findings.append(finding)
            cleaned[index] = HiddenCharacters.blemish(of: cell.text)?.cleaned
        }
    }

    private mutating func required(_ column: RosterColumn) -> Located<String>? {
        if let text = text(column) { return text }
        report(
            .rosterValue, at: cell(column)?.range ?? row.range,
            zh: "“\(column.chineseName)”不能为空。", en: "“\(column.rawValue)” cannot be empty.")
        return nil
    }

    /// Reports cells that a spreadsheet program could not compute; whether there are any.
    private mutating func reportFailedCells() -> Bool {
        let failed = columns.compactMap { column, index -> (RosterColumn, CSVTable.Cell)? in
            SpreadsheetError.isOne(row.cells[index].text.trimmingSpaces) ? (column, row.cells[index]) : nil
        }
        for (column, cell) in failed.sorted(by: { $0.1.range.bytes.lowerBound < $1.1.range.bytes.lowerBound }) {
            report(
                .rosterValue, at: cell.range,
                zh: "“\(column.chineseName)”是表格软件算不出来的“\(cell.text.trimmingSpaces)”，不是内容。",
                en:
                    "“\(column.rawValue)” is “\(cell.text.trimmingSpaces)”: the spreadsheet program could not compute it.",
                help: LocalizedText(
                    zh: "请在原来的表格里改好公式或加宽这一列，再另存为 CSV；或者在这里直接写上内容。",
                    en:
                        "Mend the formula or widen the column in the table and save it as CSV again, or write the value here."
                ))
        }
        return !failed.isEmpty
    }

    /// A name, which stands on one line.
    private mutating func name(_ text: Located<String>, _ column: RosterColumn) -> Located<String>? {
        guard text.value.contains(where: { $0.isNewline || $0 == "\t" }) else { return text }
        let joined = text.value.split { $0.isNewline || $0 == "\t" }.map { String($0).trimmingSpaces }.joined()
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”里有换行或制表符。", en: "There is a line break or tab in “\(column.rawValue)”.",
            help: LocalizedText(zh: "请写在一行里：“\(joined)”。", en: "Write it on one line: “\(joined)”."),
            replacement: joined)
        return nil
    }

    private mutating func teamID(_ text: Located<String>) -> Located<TeamID>? {
        if let id = TeamID(text.value) { return Located(id, at: text.range) }
        let proposal = Slug.proposal(for: text.value)?.text
        report(
            .rosterValue, at: text.range,
            zh: "编号“\(text.value)”只能由小写字母、数字和 - 组成。", en: "The id “\(text.value)” may only have a-z, 0-9 and -.",
            help: proposal.map { LocalizedText(zh: "可以写成“\($0)”。", en: "Write “\($0)”.") }, replacement: proposal)
        return nil
    }

    private mutating func slug(_ text: Located<String>) -> Located<Slug>? {
        if let slug = Slug(text.value) { return Located(slug, at: text.range) }
        report(
            .rosterValue, at: text.range,
            zh: "企业编号“\(text.value)”只能由小写字母、数字和 - 组成。",
            en: "The enterprise's id “\(text.value)” may only have a-z, 0-9 and -.")
        return nil
    }

    private mutating func province(_ text: Located<String>) -> Located<Province>? {
        if let province = Province(named: text.value) { return Located(province, at: text.range) }
        findings.append(ProvinceFinding.unknown(text, rule: .rosterProvince))
        return nil
    }

    private mutating func word<Word: VocabularyWord>(
        _ text: Located<String>, _ column: RosterColumn, as type: Word.Type
    ) -> Located<Word>? {
        if let word = Word(word: text.value) { return Located(word, at: text.range) }
        if column != .honors, let word = RosterCells.canonical(text.value, in: column).flatMap({ Word(rawValue: $0) }) {
            note(word.chineseWord, for: text, column)
            return Located(word, at: text.range)
        }
        let choices = Word.words.map { "\($0.key)（\($0.chinese)）" }.joined(separator: "、")
        let suggestion = NearestName.suggestion(for: text.value, among: Word.words.flatMap { [$0.key, $0.chinese] })
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”不能是“\(text.value)”。", en: "“\(column.rawValue)” cannot be “\(text.value)”.",
            help: LocalizedText(zh: "可以是：\(choices)。", en: "It is one of: \(choices)."), replacement: suggestion)
        return nil
    }

    /// Honours separated by semicolons, commas of lists or spaces; none means the year's title.
    private mutating func honors() -> [Located<Honor>] {
        guard let text = text(.honors) else { return [Located(.title, at: cell(.honors)?.range ?? row.range)] }
        let parts = HonorReading.parts(of: text.value)
        if parts.contains(where: { Honor(word: $0) == nil }), let honors = StatedValue.honors(text.value) {
            note(honors.map(\.chineseWord).joined(separator: "；"), for: text, .honors)
            return honors.map { Located($0, at: text.range) }
        }
        return parts.compactMap { word(Located($0, at: text.range), .honors, as: Honor.self) }
    }

    private mutating func count(_ text: Located<String>) -> Located<Int>? {
        if let number = StatedValue.persons(text.value), RosterCells.memberCounts.contains(number) {
            note(String(number), for: text, .members)
            return Located(number, at: text.range)
        }
        let (least, most) = (RosterCells.memberCounts.lowerBound, RosterCells.memberCounts.upperBound)
        report(
            .rosterValue, at: text.range,
            zh: "“班组人数”应是 \(least) 至 \(most) 的整数，现在是“\(text.value)”。",
            en: "“members” must be a whole number from \(least) to \(most), not “\(text.value)”.",
            help: ExpectedValue.integer(RosterCells.memberCounts).help)
        return nil
    }

    /// Notes what a cell was read as, where it is written otherwise.
    private mutating func note(_ written: String, for text: Located<String>, _ column: RosterColumn) {
        guard text.value != written else { return }
        rewritten.append(RosterTidying.Rewritten(range: text.range, column: column, text: written))
    }

    private mutating func date(_ text: Located<String>) -> Located<CalendarDate>? {
        if let date = StatedValue.day(text.value) {
            note(date.description, for: text, .withdrawnOn)
            return Located(date, at: text.range)
        }
        let proposal = SerialDay.date(inText: text.value, countsFrom1904: false)?.description
        report(
            .rosterValue, at: text.range,
            zh: "“撤销日期”应是一个存在的日期，现在是“\(text.value)”。",
            en: "“withdrawn_on” must be a day that exists, not “\(text.value)”.",
            help: LocalizedText(
                zh: "请写成 \(proposal ?? "2020-05-15 的样子")。", en: "Write \(proposal ?? "it like 2020-05-15")."),
            replacement: proposal)
        return nil
    }

    // MARK: Combinations

    private mutating func checkRecommender(_ recommender: Located<String>?, mode: Located<ApplicationMode>) {
        switch (mode.value, recommender) {
        case (.recommended, nil):
            report(
                .rosterCombination, at: cell(.recommender)?.range ?? mode.range,
                zh: "协会推荐的班组必须填写推荐单位。", en: "A recommended team needs its recommender.",
                help: LocalizedText(
                    zh: "请填写推荐单位的名称；如果是企业自荐，申报方式写“自荐”。",
                    en: "Name the association; for a team its enterprise put forward, the mode is “self”."))
        case (.selfNominated, let recommender?):
            report(
                .rosterCombination, at: recommender.range,
                zh: "企业自荐的班组不填推荐单位。", en: "A self-nominated team has no recommender.",
                help: LocalizedText(
                    zh: "请清空这一格；如果由协会推荐，申报方式写“推荐”。",
                    en: "Empty the cell; for a team that an association recommends, the mode is “recommended”."),
                replacement: "")
        case (.recommended, .some), (.selfNominated, nil): break
        }
    }

    private mutating func checkWithdrawal(_ standing: Located<Standing>) {
        let fields: [RosterColumn] = [.withdrawnOn, .reason]
        switch standing.value {
        case .withdrawn:
            for column in fields where text(column) == nil {
                report(
                    .rosterCombination, at: cell(column)?.range ?? standing.range,
                    zh: "撤销的班组必须填写“\(column.chineseName)”。", en: "A withdrawn team needs “\(column.rawValue)”.")
            }
        case .held:
            for column in fields + [.decision] {
                guard let text = text(column) else { continue }
                report(
                    .rosterCombination, at: text.range,
                    zh: "状态为有效的班组不填“\(column.chineseName)”。",
                    en: "A team that holds its title has no “\(column.rawValue)”.")
            }
        }
    }

    private mutating func checkSource(_ honors: [Located<Honor>], source: Located<String>?) {
        guard let honor = honors.first(where: { $0.value != .title }), source == nil else { return }
        report(
            .rosterCombination, at: cell(.source)?.range ?? honor.range,
            zh: "中国质量协会的荣誉必须填写“来源链接（source）”。",
            en: "An honour of the China Association for Quality needs its “source”.")
    }

    private mutating func report(
        _ rule: Rule, at range: SourceRange, zh: String, en: String, help: LocalizedText? = nil,
        replacement: String? = nil
    ) {
        findings.append(
            Diagnostic(rule, at: range, message: LocalizedText(zh: zh, en: en), help: help, replacement: replacement))
    }
}
