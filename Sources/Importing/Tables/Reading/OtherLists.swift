import Content
import Diagnostics
import Rules
import Values

/// Other lists in the same table, which are left out: those that were not honoured, other years, other honours.
extension TableReading {
    /// Another list below, which is left out.
    struct OtherList {
        let name: String
        let place: String
        /// What its name says of its teams; `nil` where another header alone begins it.
        var standing: ListStanding?
        /// As `TableHeading.level`; `nil` for what no heading begins.
        var level: Int?
        /// The level of the numbered heading that it stands below, as a part of that section.
        var outerLevel: Int?
        /// Whether it is a province's section, of which the name says that its teams are not on the list.
        var namesProvince: Bool { PlaceReading.atStart(of: name)?.isCertain == true }
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

    /// The list that the sheet's name or a line above the first header says the table holds, where it is not the one that
    /// is wanted.
    mutating func otherListAbove(_ index: Int) -> OtherList? {
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
            // Who sends a list for the year's title may call it that of the other honour, which only a list beside it is.
            guard let standing = standing(of: text, at: place, year: mayHaveYear ? surroundings.year : nil),
                standing.kind != .otherHonor || !standing.word.contains("全国")
            else { continue }
            return OtherList(name: text, place: place, standing: standing, isWhole: true)
        }
        return nil
    }

    /// What the name of a list says of its teams, unless somebody said that it is the list that is wanted.
    mutating func standing(of text: String, at place: String, year: Int?) -> ListStanding? {
        guard let standing = ListStanding(ofList: text, year: year) else { return nil }
        guard standing.kind == .candidate, accepted.contains(.candidates) else { return standing }
        note(
            .importOtherList, .warning, at: place, zh: "“\(text)”当作要导入的名单。",
            en: "“\(text)” was taken for the list that is wanted.")
        return nil
    }

    /// The team that a row of another list names; empty where its columns are not known.
    func teamName(_ row: CellTable.Row) -> String {
        let column = (blocks.first?.header ?? firstHeader.blocks.first)?.column(of: .team)
        let name = column.flatMap { row.cells[$0] }?.text.onOneLine ?? ""
        // Below other columns may stand persons.
        return NameKind.isName(name) && ["班", "组", "队"].contains(where: name.hasSuffix) ? name : ""
    }

    /// Whether a line ends another list: a heading of the same level as that one's, or as the section's in which it stands, or
    /// of the list that is wanted.
    func ends(_ list: OtherList, _ text: String) -> Bool {
        guard ListStanding(ofList: text, year: surroundings.year) == nil else { return false }
        let heading = TableHeading(text, at: "", surroundings: surroundings)
        let level = heading.level
        // 江苏省 ends 浙江省（待审核） without a number too.
        if list.namesProvince, level == HeadingNumber.unnumbered,
            heading.province != nil || PlaceReading.atStart(of: text)?.isCertain == true
        {
            return true
        }
        // 二、江苏省 ends what stood in 一、浙江省.
        let isOfItsLevel = level == list.level || list.outerLevel.map { level <= $0 } ?? false
        return isOfItsLevel && level != HeadingNumber.unnumbered
            || ["信得过班组", "授予", "入选", "获评"].contains { text.contains($0) }
    }

    /// Ends another list, and asks about it.
    mutating func endOtherList() {
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
}
