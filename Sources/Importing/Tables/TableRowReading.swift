import Content
import Diagnostics
import Fields
import Rules
import Values

/// Reads one row of a table.
struct TableRowReading {
    /// Without cells that are struck out.
    private let row: CellTable.Row
    private let header: TableHeader
    private let headings: OpenHeadings
    private let surroundings: RosterSurroundings
    private let usesIDs: Bool
    /// Values of the row above, for cells below the first of a group that are left empty.
    private let above: [RosterColumn: String]
    private let countsFrom1904: Bool
    private let accepted: Set<ImportAcceptance>
    /// Whether an empty cell for the recommender is asked about, because others are named.
    private let asksForRecommender: Bool
    private let footnotes: TableFootnotes
    /// Whether the row says less than it must without the headings above it.
    private(set) var needsHeading = false
    /// Whether the recommender is empty where others are named: its enterprise may have put the team forward, and nobody
    /// says so.
    private var lacksRecommender = false
    /// Whether its cell for the team holds several, which was told.
    private var hasSeveralTeams = false
    /// Whether its names say that the team is not on the list, and somebody said that such rows are left out.
    private var isLeftOut = false
    private var values: [RosterColumn: ProposedRow.Value] = [:]
    private(set) var notes: [Diagnostic]
    private var notesWhenNew: [Diagnostic] = []

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
                .importReading, at: cell.place, zh: "公式的结果按保存时的值读取：“\(cell.text)”。",
                en: "The result of a formula is taken as it was saved: “\(cell.text)”.")
        case .notComputed:
            note(
                .importValue, at: cell.place, zh: "公式没有保存结果；请在 Excel 或 WPS 中打开并保存后再试。",
                en: "A formula without its result: open the table in Excel or WPS, save it, and try again.")
            return nil
        case .imprecise:
            note(
                .importValue, at: cell.place, zh: "数字“\(cell.text)”太长，表格软件已丢掉后几位；请把这一列设为“文本”，重新填写。",
                en:
                    "The number “\(cell.text)” is too long and has lost digits: set the column to “Text” and fill it in again."
            )
            return nil
        case .failed:
            note(
                .importValue, at: cell.place, zh: "单元格的值“\(cell.text)”不能用。",
                en: "The cell's value “\(cell.text)” cannot be used.")
            return nil
        case .formatted:
            note(
                .importValue, at: cell.place, zh: "单元格显示的文字是由单元格格式加上的，读不出来；请把显示的内容直接写进单元格。",
                en: "The cell shows words that its format adds: write what it shows into the cell itself.")
            return nil
        case nil: break
        }
        if case .part(let struck) = cell.strike {
            note(
                .importDoubtful, at: cell.place, zh: "画了删除线的“\(struck.onOneLine)”没有导入，剩下“\(cell.text.onOneLine)”。",
                en: "“\(struck.onOneLine)” is struck out and left out; “\(cell.text.onOneLine)” is what is left.")
        }
        guard Self.dittoMarks.contains(cell.text.filter { !$0.isWhitespace }) else {
            return cleaned(cell).map { withoutFootnote($0, cell) }
        }
        guard let value = above[column], !value.isEmpty else {
            note(
                .importValue, at: cell.place, zh: "“\(cell.text)”上面没有可以相同的内容，请写全。",
                en: "“\(cell.text)” repeats the row above, which says nothing: write it out.")
            return nil
        }
        note(
            .importReading, at: cell.place, zh: "“\(cell.text)”读作上一行的“\(value)”。",
            en: "“\(cell.text)” was read as “\(value)” of the row above.")
        return value
    }

    /// Signs and words that say that a cell repeats the one above it.
    private static let dittoMarks: Set<String> = ["同上", "〃", "″", "\"", "”", "“", "''", "同上行", "以上同", "ditto"]

    /// The text without characters that nobody sees; `nil` where one was lost.
    private mutating func cleaned(_ cell: CellTable.Cell) -> String? {
        guard let blemish = HiddenCharacters.blemish(of: cell.text) else { return cell.text }
        guard let clean = blemish.cleaned else {
            note(
                .importValue, at: cell.place, zh: "这一格有\(blemish.description.zh)，请对照原件重新输入。",
                en: "The cell holds \(blemish.description.en): type it again after the original.")
            return nil
        }
        note(
            .importReading, at: cell.place, zh: "这一格有\(blemish.description.zh)，读作“\(clean.onOneLine)”。",
            en: "The cell holds \(blemish.description.en); it was read as “\(clean.onOneLine)”.")
        return clean
    }

    private mutating func noteFault(of team: String, _ enterprise: String) {
        guard !hasSeveralTeams, let fault = NameKind.fault(team: team, enterprise: enterprise) else { return }
        let cell = cell(fault.isOfTeam ? .team : .enterprise)
        // What programs that write tables store for a formula whose result they do not know.
        let isUnknownResult = cell?.doubt == .computed && cell?.text == "0"
        notes.append(
            .inTable(
                .importNames, at: cell?.place ?? row.place,
                zh: fault.message.zh + (isUnknownResult ? "公式没有算过时也会存成 0：请在 Excel 或 WPS 中打开并保存。" : ""),
                en: fault.message.en
                    + (isUnknownResult
                        ? " A formula that was never worked out is stored as 0: open the table in Excel or WPS and save it."
                        : "")))
    }

    /// A name without what stands in brackets behind it and is no part of it; `nil` where that has to be decided first.
    private mutating func withoutAside(_ name: String, _ column: RosterColumn) -> String? {
        let isOfTeam = column == .team
        guard
            let found = NameAside.ending(
                name, isOfTeam: isOfTeam, namesPersons: isOfTeam && header.namesPersonsWithTeam)
        else { return name }
        let place = cell(column)?.place
        switch found.aside {
        case .seal:
            note(
                .importReading, at: place, zh: "“\(name)”末尾的“\(found.text)”不是名称的一部分，没有导入。",
                en: "“\(found.text)” at the end of “\(name)” is no part of the name and is left out.")
        case .particulars:
            note(
                .importDoubtful, at: place, zh: "“\(found.name)”后面的地址、邮编或证号“\(found.text)”不是名称的一部分，没有导入。",
                en:
                    "“\(found.text)” behind “\(found.name)” is an address, a postal code or a number, no part of the name, and is left out."
            )
        case .formerName:
            note(
                .importDoubtful, at: place, zh: "“\(name)”括号里是原来的名称，没有导入，读作“\(found.name)”。",
                en: "“\(name)” has a former name in brackets, which is left out; it was read as “\(found.name)”.")
        case .laterName:
            note(
                .importNames, at: place, zh: "“\(name)”写了两个名称：请只写授予称号时的名称；企业后来改的名称写进 enterprises.yaml。",
                en:
                    "“\(name)” gives two names: write the one at the time of the title alone; what an enterprise was renamed to goes into enterprises.yaml."
            )
        case .standing(let standing):
            ask(
                .importOtherList, [.otherLists], at: place,
                zh: "“\(name)”写着“\(found.text)”，像是\(standing.description.zh)。在名单上的，请删去这几个字。",
                en:
                    "“\(name)” says “\(found.text)”, as of \(standing.description.en): if it is on the list, take these words out."
            )
            if accepted.contains(.otherLists) { isLeftOut = true }
        case .person:
            var rest = found.name
            while let more = NameAside.ending(rest, isOfTeam: isOfTeam, namesPersons: isOfTeam), more.aside == .person {
                rest = more.name
            }
            note(
                .importPersonalData, .warning, at: place, zh: "个人信息不进名单：“\(rest)”后面的姓名、电话没有导入。",
                en: "Data about people do not go into the roster: what stands behind “\(rest)” is left out.")
            return withoutAside(rest, column)
        case .maybePerson:
            ask(
                .importNames, [.namesAsWritten], at: place,
                zh: "“\(found.name)”后面像是人的姓名；是的，请从表中删去，个人信息不进名单。",
                en: "Behind “\(found.name)” stands what looks like a person's name: if it is, take it out of the table."
            )
            if accepted.contains(.namesAsWritten) { return name }
        }
        // （张三）（已撤销）
        return withoutAside(found.name, column)
    }

    /// Teams that stand in one cell, a line each, are several.
    private mutating func noteSeveralTeams() {
        guard let cell = cell(.team) else { return }
        guard let lines = SeveralNames.teams(in: cell.text, bare: { footnotes.name(in: $0) ?? $0 }) else { return }
        hasSeveralTeams = true
        note(
            .importSeveralTeams, at: cell.place, zh: "这一格有几个班组：\(lines.joined(separator: "、"))；请一行写一个。",
            en: "The cell holds several teams: \(lines.joined(separator: ", ")): give each a row of its own.")
    }

    /// The enterprise. Several firms are a joint one.
    private mutating func enterprise() -> String? {
        guard let text = text(.enterprise), !ValueText.saysNothing(text) else { return nil }
        guard let joint = SeveralNames.jointEnterprise(in: text) else { return joined(text, .enterprise) }
        note(
            .importReading, at: cell(.enterprise)?.place, zh: "“企业名称”有几家企业，读作联合申报：“\(joint)”。",
            en: "“enterprise” names several firms and was read as a joint one: “\(joint)”.")
        return joint
    }

    private mutating func name(_ column: RosterColumn) -> String? {
        guard let text = text(column), !ValueText.saysNothing(text) else { return nil }
        return joined(text, column)
    }

    /// Without the marks of notes that stand beside the list.
    private mutating func withoutFootnote(_ text: String, _ cell: CellTable.Cell) -> String {
        guard let name = footnotes.name(in: text) else { return text }
        let (side, end) = text.hasPrefix(name) ? ("末尾", "ends") : ("开头", "begins")
        note(
            .importDoubtful, at: cell.place,
            zh: "“\(text.onOneLine)”\(side)是下面附注的记号，读作“\(name.onOneLine)”；附注没有导入，请核对。",
            en:
                "“\(text.onOneLine)” \(end) with the mark of a note below; it was read as “\(name.onOneLine)”: check the note."
        )
        return name
    }

    private mutating func joined(_ text: String, _ column: RosterColumn) -> String {
        guard text.holdsLineBreak else { return text }
        let joined = text.onOneLine
        if column == .team, hasSeveralTeams { return joined }
        note(
            .importReading, at: cell(column)?.place, zh: "“\(column.chineseName)”里的换行去掉了：“\(joined)”。",
            en: "Line breaks in “\(column.name)” were taken out: “\(joined)”.")
        return joined
    }

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

    // MARK: Who recommends

    private mutating func readRecommender() {
        let stated = text(.mode).flatMap { text -> ApplicationMode? in
            guard !ValueText.saysNothing(text) else { return nil }
            if let word = RosterColumn.mode.canonical(text) { return ApplicationMode(rawValue: word) }
            note(
                .importValue, at: cell(.mode)?.place,
                zh: "申报方式不能是“\(text.onOneLine)”。可以写：\(RosterColumn.mode.choices?.zh ?? "")。",
                en: "The mode cannot be “\(text.onOneLine)”. Write one of: \(RosterColumn.mode.choices?.en ?? "").")
            return nil
        }
        let isDoubtful = cell(.recommender)?.doubt.map { $0 != .computed } ?? false
        let written = text(.recommender)?.onOneLine
        guard !isDoubtful else { return }
        let place = cell(.recommender)?.place ?? row.place
        switch written.map({ RecommenderReading(answer: $0) }) {
        case .named(let name):
            if let name = withoutAside(name, .recommender) { set(recommender: name, mode: stated, isProposed: false) }
        case .unnamed:
            note(
                .importRecommender, at: place, zh: "推荐单位写的是“\(written ?? "")”，看不出是哪一家协会；请只写协会的全称，企业自荐的写“自荐”。",
                en:
                    "The recommender says “\(written ?? "")”, which names no association: write its full name alone, or 自荐."
            )
        case .selfNominated: setSelfNominated(isProposed: false)
        case .nothing: readWithout(stated, isSaid: true)
        case nil: readWithout(stated, isSaid: false)
        }
    }

    /// Who recommends where no recommender is named.
    ///
    /// - Parameter isSaid: whether the table says that there is none: 无.
    private mutating func readWithout(_ stated: ApplicationMode?, isSaid: Bool) {
        let column = header.column(of: .recommender)
        let place = column.flatMap { row.cells[$0]?.place } ?? row.place
        if stated == .selfNominated || stated == nil && headings.isSelfNominated {
            setSelfNominated(isProposed: stated == nil)
        } else if !isSaid, let recommender = headings.recommender {
            set(recommender: recommender, mode: stated, isProposed: true)
        } else if !isSaid, let recommender = above[.recommender], !recommender.isEmpty, column != nil,
            isBelowAnother, accepted.contains(.sameAsAbove)
        {
            set(recommender: recommender, mode: stated, isProposed: true)
            noteWhenNew(
                .importFilledIn, .warning, at: place, zh: "推荐单位是空的，按上一行填写“\(recommender)”。",
                en: "The recommender is empty; that of the row above, “\(recommender)”, was filled in.")
        } else if stated == .recommended || headings.unnamed != nil {
            values[.mode] = .init(ApplicationMode.recommended.rawValue, isProposed: stated == nil)
            let said = headings.unnamed.map { "“\($0.text)”" } ?? "推荐"
            noteWhenNew(
                .importRecommender, at: place, zh: "“\(values[.team]?.text ?? "")”是\(said)的班组，却没有写推荐单位。",
                en: "“\(values[.team]?.text ?? "")” is recommended (\(said)), but its recommender is not named.")
        } else {
            needsHeading = needsHeading || stated == nil && !isSaid
            setSelfNominated(isProposed: true)
            guard !isSaid, asksForRecommender else { return }
            lacksRecommender = true
            let answers: [ImportAcceptance] =
                column != nil && isBelowAnother && above[.recommender]?.isEmpty == false
                ? [.emptyRecommender, .sameAsAbove] : [.emptyRecommender]
            notesWhenNew.append(
                .question(
                    .importRecommender, answers, given: accepted, at: place,
                    zh: "“\(values[.team]?.text ?? "")”的推荐单位是空的，别的班组却有。",
                    en: "“\(values[.team]?.text ?? "")” has no recommender, though others have."))
        }
    }

    /// Whether the province is left empty as well, as below the first row of a group.
    private var isBelowAnother: Bool { header.column(of: .province) == nil || cell(.province) == nil }

    private mutating func setSelfNominated(isProposed: Bool) {
        values[.mode] = .init(ApplicationMode.selfNominated.rawValue, isProposed: isProposed)
        if !isProposed || headings.isSelfNominated { values[.recommender] = .init("") }
    }

    private mutating func set(recommender: String, mode: ApplicationMode?, isProposed: Bool) {
        if mode == .selfNominated {
            note(
                .importRecommender, at: cell(.recommender)?.place, zh: "企业自荐的班组不填推荐单位“\(recommender)”；请改申报方式或清空这一格。",
                en: "A self-nominated team has no recommender “\(recommender)”: change the mode or empty the cell.")
        }
        let known = surroundings.association(recommender)
        values[.recommender] = .init(known?.name ?? recommender, isProposed: isProposed)
        values[.mode] = .init(
            ApplicationMode.recommended.rawValue, isProposed: mode == nil && isProposed)
    }

    // MARK: Where

    private mutating func readProvince(enterprise: String) {
        let written = text(.province)
        guard let text = written ?? city?.text, !ValueText.saysNothing(text) else {
            proposeProvince(enterprise: enterprise)
            return
        }
        let place = cell(.province)?.place ?? city?.place ?? row.place
        defer { compareCity() }
        let shown = text.onOneLine
        let reading = PlaceReading(text.onOneLine)
        guard case .one(let province, let manner) = reading else {
            let question = reading.question(about: shown)
            note(
                .importProvince, at: place, zh: "没有叫“\(shown)”的省份。\(question.zh)",
                en: "There is no province “\(shown)”. \(question.en)")
            return
        }
        values[.province] = .init(province.shortName)
        askAboutMergedProvince(province, enterprise: enterprise, at: place)
        switch manner {
        case .name: break
        case .spelling, .place:
            note(
                .importReading, at: place, zh: "省份“\(shown)”读作“\(province.shortName)”。",
                en: "The province “\(shown)” was read as \(province.shortName).")
        case .slip:
            note(
                .importDoubtful, at: place, zh: "省份“\(shown)”当作“\(province.shortName)”的笔误，请核对。",
                en: "The province “\(shown)” was taken for a slip of \(province.shortName): check it.")
        }
    }

    /// A province that is merged over rows may reach a row too far.
    private mutating func askAboutMergedProvince(_ province: Province, enterprise: String, at place: String) {
        guard cell(.province)?.isFromAbove == true, let beginning = PlaceReading.atStart(of: enterprise),
            beginning.isCertain, beginning.province != province,
            !EnterprisePlaces.explains(enterprise, in: province)
        else { return }
        // Who recommends it confirms where it belongs.
        let recommender = values[.recommender]?.text ?? ""
        guard surroundings.association(recommender)?.province != province,
            PlaceReading.atStart(of: recommender)?.province != province
        else { return }
        notesWhenNew.append(
            .question(
                .importProvince, [.sameAsAbove], given: accepted, at: place,
                zh:
                    "“\(team)”的省份是合并的单元格“\(province.shortName)”，企业名称却以\(beginning.province.shortName)的地名开头。请取消合并，写明这一行的省份。",
                en:
                    "The province of “\(team)” is “\(province.shortName)” of a merged cell, but its enterprise's name begins with a place in \(beginning.province.shortName). Take the cells apart and write the province of this row."
            ))
    }

    /// The cell for the city, where one for the province stands beside it.
    private var city: CellTable.Cell? {
        header.column(of: .city).flatMap { row.cells[$0] }.flatMap { ValueText.saysNothing($0.text) ? nil : $0 }
    }

    /// A city of another province tells that one of both is wrong.
    private mutating func compareCity() {
        guard let city, let province = values[.province].flatMap({ Province(named: $0.text) }) else { return }
        let places: [Province]
        switch PlaceReading(city.text.onOneLine) {
        case .one(let place, _): places = [place]
        case .unclear(let some): places = some
        case .unknown: return
        }
        guard !places.contains(where: { $0.isSame(as: province) }) else { return }
        let names = places.map(\.shortName).joined(separator: "、")
        note(
            .importProvince, at: city.place, zh: "省份是\(province.shortName)，城市“\(city.text.onOneLine)”却在\(names)，请核对。",
            en:
                "The province is \(province.shortName), but the city “\(city.text.onOneLine)” lies in \(names): check both."
        )
    }

    /// A recommended team counts under its recommender's province, another under that of its enterprise.
    private mutating func proposeProvince(enterprise: String) {
        let recommender = values[.recommender]?.text ?? ""
        let byRecommender =
            recommender.isEmpty
            ? nil
            : surroundings.association(recommender)?.province ?? PlaceReading.atStart(of: recommender)?.province
        let rival = EnterprisePlaces.rival(in: enterprise)
        let beginning = rival == nil ? PlaceReading.atStart(of: enterprise) : nil
        let byEnterprise = beginning?.province ?? surroundings.provinceOfEnterprise[ComparableName.key(enterprise)]
        let isBelow = header.column(of: .province) != nil && headings.province == nil
        let aboveName = isBelow ? above[.province] : nil
        if let province = headings.province {
            // Where the enterprise's name tells another one, the check of the roster says so.
            values[.province] = .init(province.shortName, isProposed: true)
        } else if let name = aboveName, let own = byRecommender ?? byEnterprise, own.shortName != name {
            needsHeading = true
            values[.province] = .init(accepted.contains(.sameAsAbove) ? name : own.shortName, isProposed: true)
            notesWhenNew.append(
                .question(
                    .importProvince, [.sameAsAbove], given: accepted, at: provincePlace,
                    zh: "“\(team)”的省份是空的：上一行是\(name)，推荐单位或企业名称却在\(own.shortName)。请填上。",
                    en:
                        "The province of “\(team)” is empty: the row above says \(name), its recommender or enterprise is of \(own.shortName). Fill it in."
                ))
        } else if let province = byRecommender {
            fill(province, zh: "按推荐单位", en: "after its recommender")
            if beginning == nil, rival == nil, let byEnterprise, byEnterprise != province {
                noteWhenNew(
                    .importProvince, .warning, at: provincePlace,
                    zh: "推荐单位在\(province.shortName)，企业以前却列在\(byEnterprise.shortName)，请核对。",
                    en:
                        "The recommender is of \(province.shortName), the enterprise was listed in \(byEnterprise.shortName) before: check it."
                )
            }
        } else if let province = byEnterprise {
            needsHeading = true
            fill(province, zh: "按企业", en: "after its enterprise")
        } else if let name = aboveName {
            needsHeading = true
            values[.province] = .init(name, isProposed: true)
            notesWhenNew.append(
                .question(
                    .importProvince, [.sameAsAbove], given: accepted, at: provincePlace,
                    zh: "“\(team)”的省份是空的，上一行是\(name)。请填上。",
                    en: "The province of “\(team)” is empty; the row above says \(name). Fill it in."))
        } else {
            // A heading that is not understood is told instead.
            guard headings.unknown == nil || accepted.contains(.unknownHeadings) else {
                needsHeading = true
                return
            }
            if let rival, let own = PlaceReading.atStart(of: enterprise)?.province {
                noteWhenNew(
                    .importProvince, at: provincePlace,
                    zh: "“\(team)”没有省份，企业名称里有\(own.shortName)和\(rival.shortName)两处地名；请在表中补上。",
                    en:
                        "“\(team)” has no province, and its enterprise's name has places in \(own.shortName) and \(rival.shortName): add it to the table."
                )
                return
            }
            noteWhenNew(
                .importProvince, at: provincePlace, zh: "“\(team)”没有省份，从推荐单位和企业名称也看不出来；请在表中补上。",
                en: "“\(team)” has no province, and neither recommender nor enterprise tells it: add it to the table.")
        }
    }

    private var team: String { values[.team]?.text ?? "" }

    private var provincePlace: String { cell(.province)?.place ?? row.place }

    private mutating func fill(_ province: Province, zh: String, en: String) {
        values[.province] = .init(province.shortName, isProposed: true)
        noteWhenNew(
            .importFilledIn, at: provincePlace, zh: "“\(team)”没有省份，\(zh)填写“\(province.shortName)”。",
            en: "“\(team)” has no province; \(province.shortName) was filled in \(en).")
    }

    // MARK: Notes

    /// Notes a thing that matters only where the roster does not know the team already.
    private mutating func noteWhenNew(
        _ rule: Rule, _ severity: Severity? = nil, at place: String?, zh: String, en: String
    ) {
        notesWhenNew.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }

    private mutating func ask(_ rule: Rule, _ answers: [ImportAcceptance], at place: String?, zh: String, en: String) {
        notes.append(.question(rule, answers, given: accepted, at: place, zh: zh, en: en))
    }

    private mutating func note(_ rule: Rule, _ severity: Severity? = nil, at place: String?, zh: String, en: String) {
        notes.append(.inTable(rule, severity, at: place, zh: zh, en: en))
    }
}
