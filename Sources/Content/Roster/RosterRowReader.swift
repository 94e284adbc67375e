import Diagnostics
import Fields
import Rules
import Values

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
        var values = FieldValues()
        for column in RosterColumn.all {
            if let text = text(column) {
                guard !reportLength(text, column) else { continue }
                column.read(text, by: &self, into: &values)
            } else if let usual = column.usual {
                column.read(Located(usual, at: cell(column)?.range ?? row.range), by: &self, into: &values)
            } else if column.isRequired {
                report(
                    .rosterValue, at: cell(column)?.range ?? row.range,
                    zh: "“\(column.chineseName)”不能为空。", en: "“\(column.name)” cannot be empty.")
            }
        }
        checkCombinations(values)
        // Who nominates itself has no recommender, whatever the cell says.
        if values[RosterFields.mode]?.value == .selfNominated { values.remove(RosterColumn.recommender.schema) }
        return RosterRow(range: row.range, values: values)
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

    /// Reports a cell with more than anybody writes there; whether it is one.
    private mutating func reportLength(_ text: Located<String>, _ column: RosterColumn) -> Bool {
        let longest = [.team, .enterprise, .recommender].contains(column) ? NameKind.longestName : Self.longestText
        // No character has fewer bytes.
        guard text.value.utf8.count > longest, text.value.count > longest else { return false }
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”有 \(text.value.count) 个字，最多 \(longest) 个字。",
            en: "“\(column.name)” has \(text.value.count) characters; at most \(longest) are allowed.",
            help: LocalizedText(
                zh: "多半是引号没有配对，后面的行都算进了这一格；不是的，请写短些。",
                en: "Mostly a quotation mark is open, and the rows below are a part of the cell; else shorten it."))
        return true
    }

    /// In characters: of reasons, names of files and the like.
    private static let longestText = 2_000

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
                    "“\(column.name)” is “\(cell.text.trimmingSpaces)”: the spreadsheet program could not compute it.",
                help: LocalizedText(
                    zh: "请在原来的表格里改好公式或加宽这一列，再另存为 CSV；或者在这里直接写上内容。",
                    en:
                        "Mend the formula or widen the column in the table and save it as CSV again, or write the value here."
                ))
        }
        return !failed.isEmpty
    }

    /// A name, which stands on one line.
    mutating func name(_ text: Located<String>, _ column: RosterColumn) -> Located<String>? {
        guard text.value.contains(where: { $0.isNewline || $0 == "\t" }) else { return text }
        let joined = text.value.split { $0.isNewline || $0 == "\t" }.map { String($0).trimmingSpaces }.joined()
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”里有换行或制表符。", en: "There is a line break or tab in “\(column.name)”.",
            help: LocalizedText(zh: "请写在一行里：“\(joined)”。", en: "Write it on one line: “\(joined)”."),
            replacement: joined)
        return nil
    }

    /// The name of an association, without what says that it recommends: 由浙江省市政行业协会推荐.
    mutating func recommender(_ text: Located<String>, _ column: RosterColumn) -> Located<String>? {
        guard let name = name(text, column) else { return nil }
        guard name.value.contains("推荐") || name.value.hasPrefix("由") else { return name }
        let understood = RecommenderReading(answer: name.value).name
        guard understood != name.value else { return name }
        report(
            .rosterName, at: name.range,
            zh: "推荐单位“\(name.value)”不只是协会的名称。",
            en: "The recommender “\(name.value)” is more than the name of an association.",
            help: understood.map { LocalizedText(zh: "请写“\($0)”。", en: "Write “\($0)”.") }
                ?? LocalizedText(zh: "请只写协会的全称。", en: "Write the full name of the association alone."),
            replacement: understood)
        return understood.map { Located($0, at: name.range) }
    }

    mutating func teamID(_ text: Located<String>) -> Located<TeamID>? {
        if let id = TeamID(text.value) { return Located(id, at: text.range) }
        let proposal = Slug.proposal(for: text.value)?.text
        report(
            .rosterValue, at: text.range,
            zh: "编号“\(text.value)”只能由小写字母、数字和 - 组成。", en: "The id “\(text.value)” may only have a-z, 0-9 and -.",
            help: proposal.map { LocalizedText(zh: "可以写成“\($0)”。", en: "Write “\($0)”.") }, replacement: proposal)
        return nil
    }

    mutating func enterpriseID(_ text: Located<String>) -> Located<Slug>? {
        if let slug = Slug(text.value) { return Located(slug, at: text.range) }
        report(
            .rosterValue, at: text.range,
            zh: "企业编号“\(text.value)”只能由小写字母、数字和 - 组成。",
            en: "The enterprise's id “\(text.value)” may only have a-z, 0-9 and -.")
        return nil
    }

    mutating func province(_ text: Located<String>) -> Located<Province>? {
        if let province = Province(named: text.value) { return Located(province, at: text.range) }
        findings.append(ProvinceFinding.unknown(text, rule: .rosterProvince))
        return nil
    }

    /// A word of a vocabulary.
    ///
    /// - Parameter stated: the word that a text means which is none.
    mutating func word<Word: VocabularyWord>(
        _ text: Located<String>, _ column: RosterColumn, _ stated: (String) -> Word? = { _ in nil }
    ) -> Located<Word>? {
        if let word = Word(word: text.value) { return Located(word, at: text.range) }
        if let word = stated(text.value) {
            note(word.chineseWord, for: text, column)
            return Located(word, at: text.range)
        }
        let suggestion = NearestName.suggestion(for: text.value, among: Word.words.flatMap { [$0.key, $0.chinese] })
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”不能是“\(text.value)”。", en: "“\(column.name)” cannot be “\(text.value)”.",
            help: LocalizedText(zh: "可以是：\(Word.choices.zh)。", en: "It is one of: \(Word.choices.en)."),
            replacement: suggestion)
        return nil
    }

    /// Honours separated by semicolons, commas of lists or spaces.
    mutating func honors(_ text: Located<String>, _ column: RosterColumn) -> [Located<Honor>]? {
        let parts = HonorReading.parts(of: text.value)
        if parts.contains(where: { Honor(word: $0) == nil }), let honors = StatedValue.honors(text.value) {
            note(honors.map(\.chineseWord).joined(separator: "；"), for: text, column)
            return honors.map { Located($0, at: text.range) }
        }
        return nonEmpty(parts.compactMap { word(Located($0, at: text.range), column) })
    }

    /// A number of persons.
    mutating func count(
        _ text: Located<String>, _ column: RosterColumn, within limits: ClosedRange<Int>
    ) -> Located<Int>? {
        if let number = StatedValue.persons(text.value), limits.contains(number) {
            note(String(number), for: text, column)
            return Located(number, at: text.range)
        }
        let (least, most) = (limits.lowerBound, limits.upperBound)
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”应是 \(least) 至 \(most) 的整数，现在是“\(text.value)”。",
            en: "“\(column.name)” must be a whole number from \(least) to \(most), not “\(text.value)”.",
            help: ExpectedValue.integer(limits).help)
        return nil
    }

    /// Notes what a cell was read as, where it is written otherwise.
    private mutating func note(_ written: String, for text: Located<String>, _ column: RosterColumn) {
        guard text.value != written else { return }
        rewritten.append(RosterTidying.Rewritten(range: text.range, column: column, text: written))
    }

    mutating func day(_ text: Located<String>, _ column: RosterColumn) -> Located<CalendarDate>? {
        if let date = StatedValue.day(text.value) {
            note(date.description, for: text, column)
            return Located(date, at: text.range)
        }
        let proposal = SerialDay.date(inText: text.value, countsFrom1904: false)?.description
        report(
            .rosterValue, at: text.range,
            zh: "“\(column.chineseName)”应是一个存在的日期，现在是“\(text.value)”。",
            en: "“\(column.name)” must be a day that exists, not “\(text.value)”.",
            help: LocalizedText(
                zh: "请写成 \(proposal ?? "2020-05-15 的样子")。", en: "Write \(proposal ?? "it like 2020-05-15")."),
            replacement: proposal)
        return nil
    }

    // MARK: Combinations

    /// Finds columns that are filled in, or left empty, against what other columns say.
    private mutating func checkCombinations(_ values: FieldValues) {
        for column in RosterColumn.all {
            switch column.presence {
            case .always, .asKnown: break
            case .ofRecommended:
                if let mode = values[RosterFields.mode] { checkRecommender(column, mode: mode) }
            case .ofWithdrawn(let isRequired):
                if let standing = values[RosterFields.standing] {
                    checkWithdrawal(column, isRequired: isRequired, standing)
                }
            case .ofFurtherHonors: checkSource(column, of: values[RosterFields.honors])
            }
        }
    }

    private mutating func checkRecommender(_ column: RosterColumn, mode: Located<ApplicationMode>) {
        switch (mode.value, text(column)) {
        case (.recommended, nil):
            report(
                .rosterCombination, at: cell(column)?.range ?? mode.range,
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

    private mutating func checkWithdrawal(
        _ column: RosterColumn, isRequired: Bool, _ standing: Located<Standing>
    ) {
        switch (standing.value, text(column)) {
        case (.withdrawn, nil) where isRequired:
            report(
                .rosterCombination, at: cell(column)?.range ?? standing.range,
                zh: "撤销的班组必须填写“\(column.chineseName)”。", en: "A withdrawn team needs “\(column.name)”.")
        case (.held, let text?):
            report(
                .rosterCombination, at: text.range,
                zh: "状态为有效的班组不填“\(column.chineseName)”。",
                en: "A team that holds its title has no “\(column.name)”.")
        case (.withdrawn, _), (.held, nil): break
        }
    }

    private mutating func checkSource(_ column: RosterColumn, of honors: [Located<Honor>]) {
        guard let honor = honors.first(where: { $0.value != .title }), text(column) == nil else { return }
        report(
            .rosterCombination, at: cell(column)?.range ?? honor.range,
            zh: "中国质量协会的荣誉必须填写“\(column.chineseName)”。",
            en: "An honour of the China Association for Quality needs its “\(column.name)”.")
    }

    private mutating func report(
        _ rule: Rule, at range: SourceRange, zh: String, en: String, help: LocalizedText? = nil,
        replacement: String? = nil
    ) {
        findings.append(
            Diagnostic(rule, at: range, message: LocalizedText(zh: zh, en: en), help: help, replacement: replacement))
    }
}
