import Values

/// Notes of a list, and the marks with which its cells refer to them: `钱湾养护班组①`, and below `① 原名湾口养护班组` or
/// `注：*为联合体；①原名湾口养护班组。`
struct TableFootnotes {
    /// Marks that a note explains and a cell bears, as `NameMark` writes them.
    private let marks: Set<String>
    /// Places of rows that are notes.
    private let places: Set<String>

    /// - Parameters:
    ///   - rows: of the whole table.
    ///   - header: the index of the header among them.
    ///   - isHeading: whether a text that stands alone is understood as a heading between the rows.
    init(_ rows: [CellTable.Row], header: Int, isHeading: (String) -> Bool) {
        let list = rows.dropFirst(header + 1)
        let asides = list.reversed().prefix { Self.isAside(Self.texts(of: $0)) }
        let trailing = Set(asides.map(\.place))
        var used: Set<String> = []
        for row in list where !trailing.contains(row.place) && !Self.isLabelled(Self.texts(of: row)) {
            for cell in row.cells.values {
                used.formUnion(Self.stripped(cell.text) { _ in true }?.marks ?? [])
            }
        }
        var (marks, places): (Set<String>, Set<String>) = ([], [])
        // Nearly no list has any.
        for (index, row) in rows.enumerated() where !used.isEmpty && index != header {
            let texts = Self.texts(of: row)
            let isBelow = trailing.contains(row.place)
            let explained = Self.marks(explainedBy: texts, standsAlone: isBelow || index < header, isHeading: isHeading)
                .intersection(used)
            guard !explained.isEmpty else { continue }
            marks.formUnion(explained)
            places.insert(row.place)
        }
        self.marks = marks
        self.places = places
    }

    func isNote(_ row: CellTable.Row) -> Bool { places.contains(row.place) }

    /// The name without the marks of notes around it; `nil` where it has none.
    func name(in text: String) -> String? {
        marks.isEmpty ? nil : Self.stripped(text, of: marks.contains)?.name
    }

    // MARK: Marks of cells

    private static func stripped(
        _ text: String, of isMark: (String) -> Bool
    ) -> (name: String, marks: Set<String>)? {
        var (name, marks): (String, Set<String>) = (text, [])
        while let found = NameMark.ending(name), isMark(found.mark) {
            marks.insert(found.mark)
            name = found.name
            // `①、②`
            if let last = name.last, "、，,;；".contains(last), let before = NameMark.ending(String(name.dropLast())),
                isMark(before.mark)
            {
                name.removeLast()
            }
        }
        while let found = NameMark.beginning(name), isMark(found.mark) {
            marks.insert(found.mark)
            name = found.name
        }
        return marks.isEmpty ? nil : (name, marks)
    }

    // MARK: Notes

    /// From left to right, each once.
    private static func texts(of row: CellTable.Row) -> [String] {
        var seen: Set<String> = []
        return row.cells.sorted { $0.key < $1.key }.map(\.value.text).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Whether a row below the last team may stand there: a text alone, a total, a signature.
    private static func isAside(_ texts: [String]) -> Bool {
        texts.count <= 1 || isLabelled(texts) || TableRemark.total(in: texts) != nil || TableRemark.shown(texts) != nil
    }

    private static func isLabelled(_ texts: [String]) -> Bool { texts.first.flatMap(label) != nil }

    /// What is left of a text behind 注：, 备注：, （说明： and the like, and the mark that the label is itself: 注1; `nil` for
    /// any other text.
    private static func label(_ text: String) -> (rest: Substring, mark: String)? {
        let start = text.drop { "（([【〔 　".contains($0) }
        for name in ["备注", "附注", "脚注", "注释", "注意", "说明", "注"] where start.hasPrefix(name) {
            let rest = start.dropFirst(name.count)
            let number = rest.prefix { $0.isNumber && NameMark.all(in: String($0)).isEmpty }
            let behind = rest.dropFirst(number.count).drop { "）)】〕] 　".contains($0) }
            let isLabel =
                behind.isEmpty
                ? !number.isEmpty || rest.isEmpty
                : ":：、.．".contains(behind.first ?? " ") || NameMark.beginning(String(behind)) != nil
            guard isLabel else { return nil }
            return (behind, name == "注" ? "注" + ValueText.halfWidth(String(number)) : "")
        }
        return nil
    }

    /// The numbers that items of a note begin with, as names bear them raised: ¹ for `注：1 该班组原名……；2 ……`.
    private static func raisedNumbers(in note: String) -> [String] {
        note.split { "；;。\n".contains($0) }.compactMap { item in
            let digits = ValueText.halfWidth(String(item)).drop { $0.isWhitespace || ":、.(".contains($0) }
                .prefix { $0.isASCII && $0.isNumber }
            guard digits.count == 1, let figure = digits.first?.wholeNumberValue else { return nil }
            return String(Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[figure])
        }
    }

    /// The marks that a row says something about.
    ///
    /// - Parameter standsAlone: whether the row stands outside of the list, where a note needs no label.
    private static func marks(
        explainedBy texts: [String], standsAlone: Bool, isHeading: (String) -> Bool
    ) -> Set<String> {
        if let first = texts.first, let (rest, own) = label(first) {
            let notes = [String(rest)] + texts.dropFirst()
            return Set(notes.flatMap { NameMark.all(in: $0).map(\.mark) } + notes.flatMap(raisedNumbers) + [own])
        }
        guard standsAlone, texts.count == 1, let text = texts.first, !isHeading(text) else { return [] }
        let all = NameMark.all(in: text)
        let begins = all.first.map { $0.before.allSatisfy { "（(【[ 　".contains($0) } } ?? false
        if begins { return Set(all.map(\.mark)) }
        // 名称后带*的为联合体, “※”表示已更名.
        return Set(all.filter { $0.before.last.map { "带标注加有打以为后“\"‘'「（(".contains($0) } ?? false }.map(\.mark))
    }
}
