import Content
import Diagnostics

/// Reads one row of a table.
struct TableRowReading {
    private let row: CellTable.Row
    private let header: TableHeader
    private let section: TableSection
    private let surroundings: RosterSurroundings
    private let usesIDs: Bool
    /// Values of the row above, for cells that a merged cell left empty when the table became a text.
    private let above: [RosterColumn: String]
    private let countsFrom1904: Bool
    private var values: [RosterColumn: ProposedRow.Value] = [:]
    private(set) var notes: [ImportNote] = []
    private var provinceNotes: [ImportNote] = []

    init(
        row: CellTable.Row, header: TableHeader, section: TableSection, surroundings: RosterSurroundings,
        usesIDs: Bool, above: [RosterColumn: String], countsFrom1904: Bool
    ) {
        self.row = row
        self.header = header
        self.section = section
        self.surroundings = surroundings
        self.usesIDs = usesIDs
        self.above = above
        self.countsFrom1904 = countsFrom1904
    }

    /// The row; `nil` when it names no team or no enterprise.
    mutating func read() -> ProposedRow? {
        let team = name(.team)
        let enterprise = name(.enterprise)
        for (column, value) in [(RosterColumn.team, team), (.enterprise, enterprise)] where value == nil {
            note(
                .error, at: cell(column)?.place ?? row.place,
                zh: "这一行没有“\(column.chineseName)”。", en: "This row has no “\(column.rawValue)”.")
        }
        guard let team, let enterprise else { return nil }
        values[.team] = .init(team)
        values[.enterprise] = .init(enterprise)
        if usesIDs { readID() }
        readRecommender()
        readProvince(enterprise: enterprise)
        readMembers()
        for column in [RosterColumn.honors, .standing, .withdrawnOn, .enterpriseID] { readValue(column) }
        for column in [RosterColumn.reason, .decision, .source] {
            if let text = name(column) { values[column] = .init(text) }
        }
        return ProposedRow(values: values, place: row.place, provinceNotes: provinceNotes)
    }

    // MARK: Cells

    /// The cell of a column when it says something.
    private func cell(_ column: RosterColumn) -> CellTable.Cell? {
        guard let index = header.column(of: column), let cell = row.cells[index] else { return nil }
        return cell.text.isEmpty && cell.doubt == nil ? nil : cell
    }

    /// The text of a cell after what is doubtful about it was told; `nil` when it cannot be used.
    private mutating func text(_ column: RosterColumn) -> String? {
        guard let cell = cell(column) else { return nil }
        switch cell.doubt {
        case .computed:
            note(
                .information, at: cell.place, zh: "公式的结果按保存时的值读取：“\(cell.text)”。",
                en: "The result of a formula is taken as it was saved: “\(cell.text)”.")
        case .notComputed:
            note(
                .error, at: cell.place, zh: "公式没有保存结果；请在 Excel 或 WPS 中打开并保存后再试。",
                en: "A formula without its result: open the table in Excel or WPS, save it, and try again.")
            return nil
        case .imprecise:
            note(
                .error, at: cell.place, zh: "数字“\(cell.text)”太长，表格软件已丢掉后几位；请把这一列设为“文本”，重新填写。",
                en:
                    "The number “\(cell.text)” is too long and has lost digits: set the column to “Text” and fill it in again."
            )
            return nil
        case .failed:
            note(
                .error, at: cell.place, zh: "单元格的值“\(cell.text)”不能用。",
                en: "The cell's value “\(cell.text)” cannot be used.")
            return nil
        case nil: break
        }
        return cell.text
    }

    private mutating func name(_ column: RosterColumn) -> String? {
        guard let text = text(column), !ValueText.saysNothing(text) else { return nil }
        guard text.holdsLineBreak else { return text }
        let joined = text.onOneLine
        note(
            .information, at: cell(column)?.place, zh: "“\(column.chineseName)”里的换行去掉了：“\(joined)”。",
            en: "Line breaks in “\(column.rawValue)” were taken out: “\(joined)”.")
        return joined
    }

    private mutating func readValue(_ column: RosterColumn) {
        guard let text = text(column), !ValueText.saysNothing(text) else { return }
        if let value = RosterCells.canonical(text, in: column) {
            values[column] = .init(value)
        } else if column == .withdrawnOn, let day = SerialDay.date(inText: text, countsFrom1904: countsFrom1904) {
            values[column] = .init(day.description)
            note(
                .information, at: cell(column)?.place, zh: "“\(text)”是表格软件的日期序号，读作“\(day)”。",
                en: "“\(text)” counts days as spreadsheets do and was read as “\(day)”.")
        } else if column == .honors, text.contains("市政") || text.contains("质量信得过班组") {
            // The title in full, as decisions write it.
            values[column] = .init(Honor.title.rawValue)
        } else {
            let choices = RosterCells.choices(in: column) ?? (column == .withdrawnOn ? "2020-05-15" : nil)
            note(
                .error, at: cell(column)?.place,
                zh: "“\(column.chineseName)”不能是“\(text.onOneLine)”。" + (choices.map { "可以写：\($0)。" } ?? ""),
                en: "“\(column.rawValue)” cannot be “\(text.onOneLine)”."
                    + (choices.map { " Write one of: \($0)." } ?? ""))
        }
    }

    private mutating func readID() {
        guard let text = text(.id) else { return }
        let id = ValueText.halfWidth(text).lowercased().filter { !$0.isWhitespace }
        guard Slug.isValid(id) else {
            note(
                .error, at: cell(.id)?.place,
                zh: "编号“\(text)”只能由小写字母、数字和 - 组成；清空这一格就会自动编号。",
                en: "The id “\(text)” may only have a-z, 0-9 and -; with an empty cell one is proposed.")
            return
        }
        if id != text {
            note(
                .information, at: cell(.id)?.place, zh: "编号“\(text)”写作“\(id)”。", en: "The id “\(text)” became “\(id)”.")
        }
        values[.id] = .init(id)
    }

    private mutating func readMembers() {
        guard let text = text(.members), !ValueText.saysNothing(text) else { return }
        guard let value = RosterCells.canonical(text, in: .members) else {
            note(
                .warning, at: cell(.members)?.place, zh: "班组人数“\(text.onOneLine)”不是正整数，没有导入。",
                en: "“\(text.onOneLine)” members is no positive whole number and is left out.")
            return
        }
        values[.members] = .init(value)
    }

    // MARK: Who recommends

    private mutating func readRecommender() {
        let stated = text(.mode).flatMap { text -> ApplicationMode? in
            guard !ValueText.saysNothing(text) else { return nil }
            if let word = RosterCells.canonical(text, in: .mode) { return ApplicationMode(rawValue: word) }
            note(
                .error, at: cell(.mode)?.place,
                zh: "申报方式不能是“\(text.onOneLine)”。可以写：\(RosterCells.choices(in: .mode) ?? "")。",
                en: "The mode cannot be “\(text.onOneLine)”. Write one of: \(RosterCells.choices(in: .mode) ?? "").")
            return nil
        }
        let written = text(.recommender).map(\.onOneLine)
        let saysSelf = written.map { ["企业自荐", "自荐", "企业自荐申报"].contains($0) } ?? false
        let isEmpty = written.map { ValueText.saysNothing($0) } ?? true
        if let written, !isEmpty, !saysSelf {
            set(recommender: written, mode: stated, isProposed: false)
        } else if saysSelf || stated == .selfNominated || section.isSelfNominated {
            values[.mode] = .init(ApplicationMode.selfNominated.rawValue, isProposed: !saysSelf && stated == nil)
            values[.recommender] = .init("")
        } else if let recommender = section.recommender ?? hiddenRecommender {
            set(recommender: recommender, mode: stated, isProposed: true)
        } else if let stated {
            values[.mode] = .init(stated.rawValue)
            note(
                .error, at: cell(.mode)?.place, zh: "协会推荐的班组没有写推荐单位。",
                en: "A recommended team lacks its recommender.")
        } else {
            values[.mode] = .init(ApplicationMode.selfNominated.rawValue, isProposed: true)
        }
    }

    /// The recommender of the row above, where a merged cell may have hidden it together with the province.
    private var hiddenRecommender: String? {
        guard cell(.recommender) == nil, header.column(of: .recommender) != nil, header.column(of: .province) != nil,
            cell(.province) == nil
        else { return nil }
        return above[.recommender].flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func set(recommender: String, mode: ApplicationMode?, isProposed: Bool) {
        if mode == .selfNominated {
            note(
                .error, at: cell(.recommender)?.place, zh: "企业自荐的班组不填推荐单位“\(recommender)”；请改申报方式或清空这一格。",
                en: "A self-nominated team has no recommender “\(recommender)”: change the mode or empty the cell.")
        }
        let known = surroundings.association(recommender)
        values[.recommender] = .init(known?.name ?? recommender, isProposed: isProposed)
        values[.mode] = .init(
            ApplicationMode.recommended.rawValue, isProposed: mode == nil && isProposed)
        if isProposed, cell(.recommender) == nil, section.recommender == nil {
            note(
                .warning, at: row.place, zh: "推荐单位是空的，按上一行填写“\(recommender)”。",
                en: "The recommender is empty; that of the row above, “\(recommender)”, was filled in.")
        }
    }

    // MARK: Where

    private mutating func readProvince(enterprise: String) {
        guard let text = text(.province), !ValueText.saysNothing(text) else {
            proposeProvince(enterprise: enterprise)
            return
        }
        let shown = text.onOneLine
        let reading = PlaceReading(text.onOneLine)
        guard case .one(let province, let manner) = reading else {
            let question = reading.question(about: shown)
            note(
                .error, at: cell(.province)?.place, zh: "没有叫“\(shown)”的省份。\(question.zh)",
                en: "There is no province “\(shown)”. \(question.en)")
            return
        }
        values[.province] = .init(province.shortName)
        switch manner {
        case .name: break
        case .spelling, .place:
            note(
                .information, at: cell(.province)?.place, zh: "省份“\(shown)”读作“\(province.shortName)”。",
                en: "The province “\(shown)” was read as \(province.shortName).")
        case .slip:
            note(
                .warning, at: cell(.province)?.place, zh: "省份“\(shown)”当作“\(province.shortName)”的笔误，请核对。",
                en: "The province “\(shown)” was taken for a slip of \(province.shortName): check it.")
        }
    }

    /// A recommended team counts under its recommender's province, another under that of its enterprise.
    private mutating func proposeProvince(enterprise: String) {
        let recommender = values[.recommender]?.text ?? ""
        let byRecommender =
            recommender.isEmpty
            ? nil
            : surroundings.association(recommender)?.province ?? PlaceReading.atStart(of: recommender)?.province
        let byEnterprise =
            PlaceReading.atStart(of: enterprise)?.province
            ?? surroundings.provinceOfEnterprise[ComparableName.key(enterprise)]
        let place = cell(.province)?.place ?? row.place
        let team = values[.team]?.text ?? ""
        if let province = section.province {
            values[.province] = .init(province.shortName, isProposed: true)
        } else if let province = byRecommender {
            values[.province] = .init(province.shortName, isProposed: true)
            noteProvince(
                .information, at: place, zh: "“\(team)”没有省份，按推荐单位填写“\(province.shortName)”。",
                en: "“\(team)” has no province; \(province.shortName) was filled in after its recommender.")
            if let byEnterprise, byEnterprise != province {
                noteProvince(
                    .warning, at: place, zh: "推荐单位在\(province.shortName)，企业却在\(byEnterprise.shortName)，请核对。",
                    en:
                        "The recommender is of \(province.shortName), the enterprise of \(byEnterprise.shortName): check it."
                )
            }
        } else if let province = byEnterprise {
            values[.province] = .init(province.shortName, isProposed: true)
            noteProvince(
                .information, at: place, zh: "“\(team)”没有省份，按企业填写“\(province.shortName)”。",
                en: "“\(team)” has no province; \(province.shortName) was filled in after its enterprise.")
        } else if header.column(of: .province) != nil, let name = above[.province] {
            values[.province] = .init(name, isProposed: true)
            noteProvince(
                .warning, at: place, zh: "“\(team)”的省份是空的，按上一行填写“\(name)”。",
                en: "The province of “\(team)” is empty; that of the row above, \(name), was filled in.")
        } else {
            noteProvince(
                .error, at: place, zh: "“\(team)”没有省份，从推荐单位和企业名称也看不出来；请在表中补上。",
                en: "“\(team)” has no province, and neither recommender nor enterprise tells it: add it to the table.")
        }
    }

    private mutating func noteProvince(_ kind: ImportNote.Kind, at place: String?, zh: String, en: String) {
        provinceNotes.append(ImportNote(kind, at: place, zh: zh, en: en))
    }

    private mutating func note(_ kind: ImportNote.Kind, at place: String?, zh: String, en: String) {
        notes.append(ImportNote(kind, at: place, zh: zh, en: en))
    }
}
