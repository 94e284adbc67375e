import Content
import Diagnostics
import Fields
import Rules
import Values

/// What the cells of a row say, with what is doubtful about them.
extension TableRowReading {
    /// The cell of a column when it says something.
    func cell(_ column: RosterColumn) -> CellTable.Cell? {
        guard let index = header.column(of: column), let cell = row.cells[index] else { return nil }
        return cell.text.isEmpty && cell.doubt == nil ? nil : cell
    }

    /// The text of a cell after what is doubtful about it was told; `nil` when it cannot be used.
    mutating func text(_ column: RosterColumn) -> String? {
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

    /// The text of a cell as a name on one line; `nil` where it says nothing.
    mutating func name(_ column: RosterColumn) -> String? {
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

    /// A text without its line breaks, which is told.
    mutating func joined(_ text: String, _ column: RosterColumn) -> String {
        guard text.holdsLineBreak else { return text }
        let joined = text.onOneLine
        if column == .team, hasSeveralTeams { return joined }
        note(
            .importReading, at: cell(column)?.place, zh: "“\(column.chineseName)”里的换行去掉了：“\(joined)”。",
            en: "Line breaks in “\(column.name)” were taken out: “\(joined)”.")
        return joined
    }
}
