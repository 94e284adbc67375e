import Forms
import Values

/// The tables of a file, and which of their cells name fields of a form and which answer them.
struct FormCells {
    /// A cell: the table, its row, and its number in the row.
    struct Place: Hashable {
        let table: Int
        let row: Int
        let cell: Int
    }

    private let names: FieldNames
    private let tables: [WordContent.Table]
    /// Cells by their words as labels are compared, in their order.
    private let byWords: [String: [Place]]
    /// Cells that name a field otherwise than by its label, by the field; of tables of the form alone.
    private let byOtherName: [String: [Place]]
    /// Tables that are no part of a write-up, or have labels enough to be a form.
    private let ofForm: Set<Int>
    /// Tables that have labels enough to be a form of their own.
    let wholeForms: [Int]
    /// Paragraphs that stand in no table and before the write-up.
    private let looseParagraphs: [String]
    /// Paragraphs that stand in no table, with where they stand.
    private let outerParagraphs: [RecommendationLine.Aside]
    /// Whether a paragraph is the title of a part of the write-up.
    private let isTitle: (String) -> Bool

    /// What a cover or a list of teams in a text has of a form, is less.
    private static let fewestOfWholeForm = 4

    /// - Parameter isTitle: whether a paragraph is the title of a part of the write-up.
    init(_ blocks: [WordContent.Block], names: FieldNames, isTitle: @escaping (String) -> Bool) {
        self.names = names
        self.isTitle = isTitle
        var found: [(table: WordContent.Table, isOfText: Bool)] = []
        Self.collect(blocks, titles: Self.mostTitles(in: blocks, isTitle), isTitle, isOfText: false, into: &found)
        tables = found.map(\.table)
        var byWords: [String: [Place]] = [:]
        var named: [[(field: String, place: Place)]] = []
        var counts: [Int] = []
        for (index, table) in tables.enumerated() {
            var others: [(field: String, place: Place)] = []
            var labels: Set<String> = []
            for (row, cells) in table.rows.enumerated() {
                for (number, cell) in cells.enumerated() where !cell.continues {
                    let (place, text) = (Place(table: index, row: row, cell: number), cell.text)
                    let words = names.comparable(text)
                    byWords[words, default: []].append(place)
                    if names.isPrinted(text) {
                        labels.insert(words)
                    } else if let field = names.otherName(text) {
                        others.append((field, place))
                    }
                }
            }
            named.append(others)
            counts.append(labels.count + Set(others.map(\.field)).count)
        }
        // A second form has as many labels as the first.
        let most = counts.max() ?? 0
        let wholeForms = counts.indices.filter { counts[$0] >= Self.fewestOfWholeForm && counts[$0] * 3 >= most * 2 }
        let ofForm = Set(wholeForms).union(found.indices.filter { !found[$0].isOfText })
        var byOtherName: [String: [Place]] = [:]
        for (field, place) in ofForm.sorted().flatMap({ named[$0] }) { byOtherName[field, default: []].append(place) }
        (self.byWords, self.byOtherName, self.ofForm, self.wholeForms) = (byWords, byOtherName, ofForm, wholeForms)
        let texts = blocks.prefix { if case .paragraph(let paragraph) = $0 { !isTitle(paragraph.text) } else { true } }
        looseParagraphs = texts.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
        var position = RecommendationLine.Position.above
        var outer: [RecommendationLine.Aside] = []
        for (index, block) in blocks.enumerated() {
            if index >= texts.endIndex { position = .text }
            switch block {
            case .paragraph(let paragraph): outer.append(.init(label: "", text: paragraph.text, position: position))
            case .table: if position == .above { position = .elsewhere }
            }
        }
        outerParagraphs = outer
    }

    /// How many titles of parts the place with most of them has.
    private static func mostTitles(in blocks: [WordContent.Block], _ isTitle: (String) -> Bool) -> Int {
        var (own, inside) = (0, 0)
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): if isTitle(paragraph.text) { own += 1 }
            case .table(let table):
                for cell in table.rows.joined() { inside = max(inside, mostTitles(in: cell.blocks, isTitle)) }
            }
        }
        return max(own, inside)
    }

    /// - Parameter titles: how many titles the place of the write-up has; what stands behind the first is text.
    private static func collect(
        _ blocks: [WordContent.Block], titles: Int, _ isTitle: (String) -> Bool, isOfText: Bool,
        into found: inout [(table: WordContent.Table, isOfText: Bool)]
    ) {
        let count = blocks.count { if case .paragraph(let paragraph) = $0 { isTitle(paragraph.text) } else { false } }
        let isPlaceOfText = titles > 0 && count == titles
        var isText = isOfText
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): if isPlaceOfText, isTitle(paragraph.text) { isText = true }
            case .table(let table):
                found.append((table, isText))
                for cell in table.rows.joined() {
                    collect(cell.blocks, titles: titles, isTitle, isOfText: isText, into: &found)
                }
            }
        }
    }

    // MARK: Labels

    /// The cells that say what a label says, in their order.
    func places(labelled label: String) -> [Place] { byWords[label] ?? [] }

    /// The cells that name a field by another name.
    func places(naming field: String) -> [Place] { byOtherName[field] ?? [] }

    /// Whether a cell stands in a table of the form, and in none of a text.
    func isOfForm(_ place: Place) -> Bool { ofForm.contains(place.table) }

    func words(at place: Place) -> String { cell(at: place).text }

    private func cell(at place: Place) -> WordContent.Cell { tables[place.table].rows[place.row][place.cell] }

    /// The cell to the right of a label, else the one below it.
    func answer(beside label: Place) -> (place: Place, cell: WordContent.Cell)? {
        let rows = tables[label.table].rows
        let isSeal = Self.seals.contains { words(at: label).contains($0) }
        if label.cell + 1 < rows[label.row].count {
            let right = Place(table: label.table, row: label.row, cell: label.cell + 1)
            let cell = cell(at: right)
            if !names.isLabel(cell.text) { return (right, cell) }
        }
        // Below a seal stands the day, and below a word among others their answers.
        guard !isSeal || names.isPrinted(words(at: label)), label.row + 1 < rows.count else { return nil }
        if !names.isPrinted(words(at: label)), !rows[label.row].allSatisfy({ isNothing($0) || names.isLabel($0.text) })
        {
            return nil
        }
        let column = cell(at: label).column
        guard let number = rows[label.row + 1].firstIndex(where: { $0.column == column }) else { return nil }
        let below = Place(table: label.table, row: label.row + 1, cell: number)
        let cell = cell(at: below)
        return names.isLabel(cell.text) ? nil : (below, cell)
    }

    /// The cells below that answer, where a column of several stands below a label: each with those of its row.
    func column(below label: Place) -> [(place: Place, cell: WordContent.Cell)] {
        guard let first = answer(beside: label), first.place.row == label.row + 1 else { return [] }
        let rows = tables[label.table].rows
        var found = [first]
        for row in (first.place.row + 1)..<max(rows.count, first.place.row + 1) {
            // Another row of labels ends the column.
            guard let number = rows[row].firstIndex(where: { $0.column == first.cell.column }),
                rows[row].count == rows[first.place.row].count, !rows[row][number].continues,
                !rows[row].contains(where: { names.isLabel($0.text) }), !isNothing(rows[row][number])
            else { break }
            found.append((Place(table: label.table, row: row, cell: number), rows[row][number]))
        }
        return found
    }

    private static let seals = ["盖章", "签章", "公章", "印章", "签字", "签名"]

    private func isNothing(_ cell: WordContent.Cell) -> Bool {
        cell.continues || FieldSearch.cleaned(cell.text).isEmpty
    }

    // MARK: Cells without a field

    /// The cells of a table that name fields, and those that answer them.
    private func explained(in index: Int) -> Set<Place> {
        var explained: Set<Place> = []
        for (row, cells) in tables[index].rows.enumerated() {
            for (number, cell) in cells.enumerated() where !cell.continues && names.isLabel(cell.text) {
                let place = Place(table: index, row: row, cell: number)
                explained.insert(place)
                if let answer = answer(beside: place) { explained.insert(answer.place) }
            }
        }
        return explained
    }

    /// Short texts outside of the write-up that stand beside no label, in paragraphs and cells: they may hold labels with their
    /// answers.
    func looseTexts() -> [String] {
        let cells = ofForm.sorted().flatMap { index -> [String] in
            let explained = explained(in: index)
            return tables[index].rows.enumerated().flatMap { row, cells in
                cells.enumerated().compactMap { number, cell in
                    let isText =
                        !cell.continues && cell.blocks.allSatisfy { if case .paragraph = $0 { true } else { false } }
                    return isText && !explained.contains(Place(table: index, row: row, cell: number)) ? cell.text : nil
                }
            }
        }
        return (looseParagraphs + cells).filter { $0.utf8.count <= Self.longestLooseText }
    }

    /// What stands outside of labels of the form and their answers: paragraphs, and cells with those that may be their labels.
    func asides() -> [RecommendationLine.Aside] {
        outerParagraphs + tables.indices.flatMap { asides(inTable: $0) }
    }

    private func asides(inTable index: Int) -> [RecommendationLine.Aside] {
        let explained = ofForm.contains(index) ? explained(in: index) : []
        let rows = tables[index].rows
        func label(_ row: Int, _ number: Int?) -> String? {
            guard let number, rows[row].indices.contains(number), !isNothing(rows[row][number]),
                !explained.contains(Place(table: index, row: row, cell: number))
            else { return nil }
            let text = rows[row][number].text
            return text.count <= FieldNames.longestLabel ? text : nil
        }
        return rows.enumerated().flatMap { row, cells in
            cells.enumerated().compactMap { number, cell -> RecommendationLine.Aside? in
                let lines = cell.blocks.map { block -> String? in
                    if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
                }
                guard !isNothing(cell), !explained.contains(Place(table: index, row: row, cell: number)),
                    !lines.contains(where: { $0.map(isTitle) ?? true })
                else { return nil }
                // Of a column of labels the one above is no label of the one below it.
                let above = row > 0 && rows[row - 1].count == 1 ? 0 : nil
                return .init(
                    label: label(row, number - 1) ?? (row > 0 ? label(row - 1, above) : nil) ?? "", text: cell.text,
                    position: ofForm.contains(index) ? .elsewhere : .text)
            }
        }
    }

    /// In bytes; what is longer is no line of labels.
    private static let longestLooseText = 900

    /// Answers in tables of the form whose labels name no field, in their order.
    func unknownAnswers() -> [FilledForm.UnknownAnswer] {
        ofForm.sorted().flatMap { index -> [FilledForm.UnknownAnswer] in
            let explained = explained(in: index)
            guard !explained.isEmpty else { return [] }
            return tables[index].rows.enumerated().flatMap { row, cells in
                unknown(cells, explained: { explained.contains(Place(table: index, row: row, cell: $0)) })
            }
        }
    }

    /// The last two of some cells in a row that nothing explains: a label with its answer, perhaps behind a heading at the side.
    /// More are a row of a table in the form.
    private func unknown(_ cells: [WordContent.Cell], explained: (Int) -> Bool) -> [FilledForm.UnknownAnswer] {
        var answers: [FilledForm.UnknownAnswer] = []
        var run: [String] = []
        for number in 0...cells.count {
            if number < cells.count, !explained(number), !isNothing(cells[number]) {
                run.append(FieldSearch.cleaned(cells[number].text))
                continue
            }
            if (2...3).contains(run.count), run[run.count - 2].count <= FieldNames.longestLabel {
                let label = run[run.count - 2].split(whereSeparator: \.isNewline).joined()
                let isPersonal = TableHeader.meaning(of: label) == .personal
                // What stands beside the title of the write-up or of a part of it, is text.
                if !isTitle(label), !names.namesWriteUp(label) {
                    answers.append(.init(label: label, text: isPersonal ? "" : run[run.count - 1]))
                }
            }
            run = []
        }
        return answers
    }
}
