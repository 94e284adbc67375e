import Content
import Forms
import Foundation
import Values

/// Finds the fields of a form in a filled file: by tags, else by labels, else by their other names. What is ambiguous is told,
/// never guessed.
struct FieldSearch {
    private struct Found {
        let origin: FilledForm.Origin
        let blocks: [WordContent.Block]
        /// What names the field in the file, where that is not its label.
        var otherName: String?
        /// The answers, where there are several.
        var alternatives: [String] = []
    }

    private let form: FormDefinition
    private let content: WordContent
    private let names: FieldNames
    private let titles: PartTitles
    private let cells: FormCells
    /// Labels with answers behind them in one line.
    private let statements: [FieldNames.Statement]
    private let labels: Set<String>

    init(form: FormDefinition, content: WordContent) {
        self.form = form
        self.content = content
        let names = FieldNames(form)
        titles = PartTitles(parts: form.textParts)
        let cells = FormCells(content.blocks, names: names, isTitle: titles.isTitle)
        self.names = names
        self.cells = cells
        statements = cells.looseTexts().flatMap(names.statements)
        labels = Set(
            form.sections.flatMap(\.rows).flatMap(\.cells).compactMap { $0.words.map { LabelText.normal($0.chinese) } })
    }

    func answers() -> [FilledForm.Answer] {
        var answers: [FilledForm.Answer] = []
        // Two fields may have labels of the same words: the first of them is the first in the file.
        var uses: [String: Int] = [:]
        var labelledCell: FormText?
        for field in form.fields where field.kind != .stamp {
            let label = LabelText.normal((field.cellLabel ?? field.label).chinese)
            let sharesCell = field.cellLabel != nil && field.cellLabel == labelledCell && field.printsLabel
            if !sharesCell { uses[label, default: -1] += 1 }
            labelledCell = field.cellLabel
            if case .longText(_, _, let parts) = field.kind, !parts.isEmpty {
                answers += self.answers(to: field, parts)
                continue
            }
            let tagged = byTag(field.name, alias: field.label.chinese)
            let labelled = labelled(field, label, occurrence: uses[label] ?? 0)
            let answer = answer(field, nil, whole(tagged, labelled, of: field), prompt: field.prompt)
            answers.append(answer.with(textBeside: textBeside(answer, labelled)))
        }
        return answers
    }

    private func answer(_ field: FormField, _ part: FormField.Part?, _ found: Found?, prompt: String)
        -> FilledForm.Answer
    {
        guard let found else {
            return FilledForm.Answer(field: field, part: part, origin: .missing, text: "", blocks: [])
        }
        let text = Self.cleaned(WordContent.text(of: found.blocks))
        let isPrompt = LabelText.normal(text) == LabelText.normal(prompt) || field.isOfRecord && PromptText.isOne(text)
        return FilledForm.Answer(
            field: field, part: part, origin: found.origin, text: isPrompt ? "" : text,
            blocks: isPrompt ? [] : found.blocks, otherName: found.otherName, alternatives: found.alternatives)
    }

    /// What tables say that name fields enough to be a form of their own, and that are filled in: one, but for files that several
    /// forms were put into, and tables with a team in each row.
    func fillings() -> [FilledForm.Filling] {
        let listed = listedFillings()
        return listed.count > 1 ? listed : tableFillings()
    }

    /// Teams below each other, with labels above them.
    private func listedFillings() -> [FilledForm.Filling] {
        func column(_ destination: FormField.Destination) -> [(place: FormCells.Place, cell: WordContent.Cell)] {
            guard let field = form.fields.first(where: { $0.destination == destination }) else { return [] }
            let places =
                cells.places(labelled: LabelText.normal((field.cellLabel ?? field.label).chinese))
                + cells.places(naming: field.name)
            return places.filter(cells.isOfForm).lazy.map(cells.column).first { $0.count > 1 } ?? []
        }
        let (teams, enterprises) = (column(.team), column(.enterprise))
        return teams.compactMap { team in
            guard let enterprise = enterprises.first(where: { $0.place.row == team.place.row }),
                enterprise.place.table == team.place.table
            else { return nil }
            return FilledForm.Filling(
                team: Self.cleaned(team.cell.text), enterprise: Self.cleaned(enterprise.cell.text))
        }
    }

    private func tableFillings() -> [FilledForm.Filling] {
        cells.wholeForms.compactMap { table in
            func text(_ destination: FormField.Destination) -> String {
                guard let field = form.fields.first(where: { $0.destination == destination }) else { return "" }
                let places =
                    cells.places(labelled: LabelText.normal((field.cellLabel ?? field.label).chinese))
                    + cells.places(naming: field.name)
                return places.lazy.filter { $0.table == table }.compactMap { self.answered(field, beside: $0)?.text }
                    .first { !$0.isEmpty } ?? ""
            }
            let team = text(.team)
            return team.isEmpty ? nil : FilledForm.Filling(team: team, enterprise: text(.enterprise))
        }
    }

    /// Answers whose labels name no field.
    func unknownAnswers() -> [FilledForm.UnknownAnswer] { cells.unknownAnswers() }

    /// The first words outside of the form's fields that say that somebody recommends the team.
    func recommendation() -> String? { RecommendationLine.first(in: cells.asides()) }

    /// What is in the control; what stands beside it in the cell, where the control is as it was printed.
    private func whole(_ tagged: Found?, _ labelled: Found?, of field: FormField) -> Found? {
        guard let tagged, tagged.origin == .tag, field.kind != .checkbox, let labelled else {
            return tagged ?? labelled
        }
        let inside = Self.cleaned(WordContent.text(of: tagged.blocks))
        guard inside.isEmpty || LabelText.normal(inside) == LabelText.normal(field.prompt) else { return tagged }
        if labelled.origin == .duplicate { return labelled }
        let beside = withoutPrompts(labelled.blocks, of: field)
        return Self.cleaned(WordContent.text(of: beside)).isEmpty
            ? tagged : Found(origin: .label, blocks: beside, otherName: labelled.otherName)
    }

    /// The blocks without what empty controls of the field, and of its neighbours in the cell, show.
    private func withoutPrompts(_ blocks: [WordContent.Block], of field: FormField) -> [WordContent.Block] {
        let mates = form.fields.filter { $0.name == field.name || $0.cellLabel == field.cellLabel }
        let names = Set(mates.map(\.name))
        // A control without a tag shows the hint of a program, which no answer begins with.
        let shown = content.controls.filter { control in
            control.showsPlaceholder && (control.tag.map { $0.isEmpty || names.contains($0) } ?? true)
        }.map { Self.cleaned(WordContent.text(of: $0.blocks)) }
        let rest = Self.without(mates.map(\.prompt) + shown, blocks, shortest: 1)
        return field.isOfRecord ? rest.compactMap(Self.behindPrompt) : rest
    }

    /// What a paragraph says behind a hint: `单击此处输入文字。钱湾路面养护班组`; the paragraph itself where it is no hint, and where
    /// nothing stands behind it.
    private static func behindPrompt(_ block: WordContent.Block) -> WordContent.Block? {
        guard case .paragraph(let paragraph) = block else { return block }
        let line = cleaned(paragraph.text)
        guard PromptText.isOne(line) else { return block }
        let closing: Character? = line.first.flatMap { ["（": "）", "(": ")", "【": "】", "[": "]"][$0] } ?? "。"
        guard let stop = line.firstIndex(where: { $0 == closing }) else { return nil }
        let rest = cleaned(String(line[line.index(after: stop)...]))
        return rest.isEmpty ? nil : .paragraph(.init(pieces: [.text(rest)]))
    }

    /// A text may well begin like a hint that is shorter.
    private static let shortestHint = 6

    /// Takes hints away: paragraphs that are nothing else, and what stands before or behind the words of a paragraph.
    ///
    /// - Parameter shortest: hints of fewer characters are taken away only where they stand alone.
    private static func without(
        _ prompts: [String], _ blocks: [WordContent.Block], shortest: Int
    ) -> [WordContent.Block] {
        blocks.compactMap { block in
            guard case .paragraph(var paragraph) = block else { return block }
            let line = cleaned(paragraph.text)
            var text = line
            for prompt in prompts where !prompt.isEmpty {
                if LabelText.normal(text) == LabelText.normal(prompt) { text = "" }
                guard prompt.count >= shortest else { continue }
                if text.hasPrefix(prompt) { text = cleaned(String(text.dropFirst(prompt.count))) }
                if text.hasSuffix(prompt) { text = cleaned(String(text.dropLast(prompt.count))) }
            }
            guard text != line else { return block }
            let others = paragraph.pieces.filter { if case .text = $0 { false } else { true } }
            guard !text.isEmpty || !others.isEmpty else { return nil }
            paragraph.pieces = (text.isEmpty ? [] : [.text(text)]) + others
            return .paragraph(paragraph)
        }
    }

    /// Whether the cell of a field, which has no other, says more than its control.
    private func textBeside(_ answer: FilledForm.Answer, _ labelled: Found?) -> Bool {
        guard answer.origin == .tag, answer.field.kind != .checkbox, !answer.text.isEmpty, let labelled,
            !form.fields.contains(where: { $0.cellLabel == answer.field.cellLabel && $0.name != answer.field.name })
        else { return false }
        let cell = LabelText.normal(WordContent.text(of: withoutPrompts(labelled.blocks, of: answer.field)))
        return cell.count > LabelText.normal(answer.text).count
    }

    // MARK: Tags

    /// `nil` when no control has the tag, nor, without any tag, the field's name as its title.
    private func byTag(_ tag: String, alias: String) -> Found? {
        var found = content.controls.filter { $0.tag == tag }
        if found.isEmpty { found = content.controls.filter { ($0.tag ?? "").isEmpty && $0.alias == alias } }
        // LibreOffice 7.4 moves a control around a whole row to the label in it, without its tag.
        found.removeAll { labels.contains(LabelText.normal(WordContent.text(of: $0.blocks))) }
        guard !found.isEmpty else { return nil }
        let filled = found.filter { !$0.showsPlaceholder }
        let texts = Self.different(filled.map { Self.cleaned(WordContent.text(of: $0.blocks)) }, by: { $0 })
        guard texts.count <= 1 else { return Found(origin: .duplicate, blocks: [], alternatives: texts) }
        guard
            let control = filled.first(where: { !Self.cleaned(WordContent.text(of: $0.blocks)).isEmpty })
                ?? filled.first
        else { return Found(origin: .tag, blocks: []) }
        if let isChecked = control.isChecked {
            return Found(origin: .tag, blocks: isChecked ? [.paragraph(.init(pieces: [.text("是")]))] : [])
        }
        return Found(origin: .tag, blocks: withoutLabels(control.blocks))
    }

    /// What is in a control around a whole row or table, without the printed cells in it.
    private func withoutLabels(_ blocks: [WordContent.Block]) -> [WordContent.Block] {
        guard blocks.count == 1, case .table(let table) = blocks[0] else { return blocks }
        let cells = table.rows.joined()
        guard cells.contains(where: { labels.contains(LabelText.normal($0.text)) }) else { return blocks }
        return cells.filter { !labels.contains(LabelText.normal($0.text)) }.flatMap(\.blocks)
    }

    // MARK: Labels

    /// What stands beside the label of a field, or behind it in a line. What is written to the record may stand in a line though
    /// its cell was left empty.
    private func labelled(_ field: FormField, _ label: String, occurrence: Int) -> Found? {
        guard let inCell = byLabel(field, label, occurrence: occurrence) else { return byLine(field, label) }
        guard field.isOfRecord, inCell.origin == .label,
            Self.cleaned(WordContent.text(of: withoutPrompts(inCell.blocks, of: field))).isEmpty,
            let inLine = byLine(field, label), inLine.origin == .duplicate || !inLine.blocks.isEmpty
        else { return inCell }
        return inLine
    }

    /// What stands beside or below the label of a field, else one of its other names. What is written to the record is looked for
    /// in all places, which have to agree.
    private func byLabel(_ field: FormField, _ label: String, occurrence: Int) -> Found? {
        let own = cells.places(labelled: label)
        var places = own.indices.contains(occurrence) ? [own[occurrence]] : []
        if field.isOfRecord, names.field(named: label) == field.name {
            places += own.filter { $0 != places.first && cells.isOfForm($0) }
        }
        if places.isEmpty || field.isOfRecord { places += cells.places(naming: field.name) }
        let answers = places.compactMap { place in answered(field, beside: place).map { (place, $0) } }
        guard let first = answers.first(where: { !$0.1.text.isEmpty }) ?? answers.first else { return nil }
        let texts = Self.different(answers.map(\.1.text)) { Self.comparable($0, field) }
        guard texts.count <= 1 else { return Found(origin: .duplicate, blocks: [], alternatives: texts) }
        let words = Self.cleaned(cells.words(at: first.0))
        return Found(
            origin: .label, blocks: first.1.blocks, otherName: LabelText.normal(words) == label ? nil : words)
    }

    /// What a line says behind the field's label, or another name of it.
    private func byLine(_ field: FormField, _ label: String) -> Found? {
        let said = statements.filter { $0.field == field.name }
        guard let first = said.first(where: { !$0.value.isEmpty }) ?? said.first else { return nil }
        let texts = Self.different(said.map(\.value)) { Self.comparable($0, field) }
        guard texts.count <= 1 else { return Found(origin: .duplicate, blocks: [], alternatives: texts) }
        return Found(
            origin: .label, blocks: first.value.isEmpty ? [] : [.paragraph(.init(pieces: [.text(first.value)]))],
            otherName: LabelText.normal(first.label) == label ? nil : first.label)
    }

    /// What the cell beside or below a label holds of a field; `text` is empty for a hint and for a day without figures.
    private func answered(_ field: FormField, beside label: FormCells.Place) -> (
        blocks: [WordContent.Block], text: String
    )? {
        guard let (_, cell) = cells.answer(beside: label) else { return nil }
        let all = blocks(of: field, in: cell)
        let rest = withoutPrompts(all, of: field)
        let text = Self.cleaned(WordContent.text(of: rest))
        let blocks = field.isOfRecord && !text.isEmpty ? rest : all
        let isEmptyDay = !text.isEmpty && text.allSatisfy { $0.isWhitespace || "年月日".contains($0) }
        return (blocks, isEmptyDay || field.isOfRecord && PromptText.isOne(text) ? "" : text)
    }

    /// The different texts that say something, in their order.
    private static func different(_ texts: [String], by key: (String) -> String) -> [String] {
        var keys: Set<String> = []
        return texts.filter { !$0.isEmpty && keys.insert(key($0)).inserted }
    }

    /// Equal for two answers that say the same: 18 and 18人, 浙江省市政行业协会 and 由浙江省市政行业协会推荐.
    private static func comparable(_ text: String, _ field: FormField) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined()
        if let number = AnswerValue.number(line) { return "\(number)" }
        if field.destination == .recommender, let name = RecommenderReading(answer: line).name {
            return ComparableName.key(name)
        }
        return ComparableName.key(line)
    }

    /// Of a cell with several fields: a field whose label is printed in it has the rest of that line, the first field has
    /// all other lines.
    private func blocks(of field: FormField, in cell: WordContent.Cell) -> [WordContent.Block] {
        let mates = form.fields.filter { $0.cellLabel == field.cellLabel && ($0.printsLabel || $0.kind == .stamp) }
        if field.printsLabel {
            for case .paragraph(let paragraph) in cell.blocks {
                if let rest = Self.rest(of: paragraph.text, behind: field.label.chinese) {
                    return [.paragraph(.init(pieces: [.text(rest)]))]
                }
            }
            return []
        }
        return cell.blocks.filter { block in
            guard case .paragraph(let paragraph) = block else { return true }
            return !mates.contains { mate in
                Self.rest(of: paragraph.text, behind: mate.label.chinese) != nil
                    || LabelText.normal(paragraph.text) == "(\(LabelText.normal(mate.label.chinese)))"
            }
        }
    }

    private static func rest(of line: String, behind label: String) -> String? {
        let line = cleaned(line)
        guard line.hasPrefix(label) else { return nil }
        let rest = line.dropFirst(label.count)
        return rest.first.map { "：:".contains($0) } == true ? cleaned(String(rest.dropFirst())) : nil
    }

    // MARK: Parts of a long text

    private func answers(to field: FormField, _ parts: [FormField.Part]) -> [FilledForm.Answer] {
        let search = PartSearch(titles: titles, names: names) { part, block in
            // The printed hint is no answer.
            Self.without([part.prompt], [block], shortest: Self.shortestHint)
        }
        let titled = search.best(in: content.blocks)
        return parts.map { part in
            var found = whole(byTag(field.tag(of: part), alias: part.title.chinese), titled.texts[part.name])
            if found?.origin == .label { found?.otherName = titled.otherTitles[part.name] }
            return answer(field, part, found, prompt: part.prompt)
        }
    }

    /// What is in a part's control, or what stands behind its title where that is the same and more: the control may have
    /// been left around the first paragraph only.
    private func whole(_ tagged: Found?, _ titled: [WordContent.Block]?) -> Found? {
        guard let titled else { return tagged }
        guard let tagged else { return Found(origin: .label, blocks: titled) }
        guard tagged.origin == .tag else { return tagged }
        let inside = LabelText.normal(WordContent.text(of: tagged.blocks))
        let all = LabelText.normal(WordContent.text(of: titled))
        return all.count > inside.count && (inside.isEmpty || all.contains(inside))
            ? Found(origin: .label, blocks: titled) : tagged
    }

    // MARK: Words

    /// NFC, without control characters and those that show nothing, and without spaces at the ends of lines.
    static func cleaned(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\n", "\t": kept.append(scalar)
            // A line separator of Word's own text.
            case "\u{2028}", "\u{2029}": kept.append("\n")
            // Soft hyphens, marks of direction, joiners, tags.
            case "\u{AD}", "\u{180E}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{206F}",
                "\u{FEFF}",
                "\u{FFFC}", "\u{E0000}"..."\u{E007F}":
                continue
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
            default: kept.append(scalar)
            }
        }
        let lines = String(kept).split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension FormField {
    /// Whether it is written to the roster, or says to which.
    fileprivate var isOfRecord: Bool { destination != nil && destination != .text }
}
