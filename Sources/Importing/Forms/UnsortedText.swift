import Forms
import Values

/// What a filled form says outside of its fields and of the parts of its write-up: below no heading, below one in other words,
/// beside the table. It is drafted as it stands, for a person to sort: nothing of a form is dropped in silence.
package struct UnsortedText: Sendable {
    /// What stands before the first part.
    private(set) var lead: [WordContent.Block] = []
    /// What stands behind it.
    private(set) var rest: [WordContent.Block] = []
    package private(set) var paragraphCount = 0
    package private(set) var characterCount = 0
    /// The first of the paragraphs.
    package private(set) var first = ""

    /// What stands in a file and in none of the answers; `nil` for nothing.
    init?(
        in blocks: [WordContent.Block], besides answers: [FilledForm.Answer], _ unknown: [FilledForm.UnknownAnswer],
        of form: FormDefinition
    ) {
        var search = Search(besides: answers, unknown, of: form)
        search.collect(blocks)
        guard !search.lead.isEmpty || !search.rest.isEmpty else { return nil }
        (lead, rest) = (search.lead, search.rest)
        let lines = (lead + rest).flatMap(Search.paragraphs).map { FieldSearch.cleaned($0.text) }
        paragraphCount = lines.count
        characterCount = lines.reduce(0) { $0 + $1.count }
        first = lines.first(where: Search.isSentence) ?? lines.first ?? ""
    }
}

extension UnsortedText {
    private struct Search {
        private let names: FieldNames
        private let titles: PartTitles
        /// Lines of answers and hints, as labels are compared.
        private var known: Set<String> = []
        /// Lines of the write-up among them.
        private var ofText: Set<String> = []
        private var hasSeenText = false
        var lead: [WordContent.Block] = []
        var rest: [WordContent.Block] = []

        init(
            besides answers: [FilledForm.Answer], _ unknown: [FilledForm.UnknownAnswer], of form: FormDefinition
        ) {
            names = FieldNames(form)
            titles = PartTitles(parts: form.textParts)
            for answer in answers {
                let own = Self.keys(
                    answer.blocks.flatMap(Self.paragraphs).map(\.text) + [answer.text] + answer.alternatives)
                known.formUnion(own)
                if answer.field.destination == .text { ofText.formUnion(own) }
            }
            known.formUnion(Self.keys(unknown.map(\.text)))
            known.formUnion(Self.keys(form.fields.map(\.prompt) + form.textParts.map(\.prompt)))
        }

        /// Adds what the blocks of one place say to what was found.
        mutating func collect(_ blocks: [WordContent.Block]) {
            var waiting: [WordContent.Block] = []
            var isInText = false
            func ends() -> [WordContent.Block] { isInText ? waiting.filter { !Self.isSigned($0) } : [] }
            for block in blocks {
                switch block {
                case .paragraph(let paragraph):
                    let line = FieldSearch.cleaned(paragraph.text)
                    if isExplained(paragraph, line) {
                        add(ends())
                        (waiting, isInText) = ([], false)
                        if isOfText(paragraph) { hasSeenText = true }
                    } else if Self.isSentence(line) {
                        add(waiting + [block])
                        (waiting, isInText) = ([], true)
                    } else if isInText {
                        waiting.append(block)
                    } else if !line.isEmpty {
                        // The heading of what follows.
                        waiting = PartTitles.looksLikeHeading(line) || paragraph.headingLevel != nil ? [block] : []
                    }
                case .table(let table):
                    if isInText, !hasFields(table) {
                        waiting.append(block)
                        continue
                    }
                    add(ends())
                    (waiting, isInText) = ([], false)
                    for row in table.rows { collect(row: row) }
                }
            }
            add(ends())
        }

        /// What stands beside a label that speaks of people is drafted nowhere.
        private mutating func collect(row: [WordContent.Cell]) {
            var label = ""
            for cell in row where !cell.continues && !FieldSearch.cleaned(cell.text).isEmpty {
                if TableHeader.meaning(of: label) != .personal { collect(cell.blocks) }
                label = cell.text
            }
        }

        private mutating func add(_ blocks: [WordContent.Block]) {
            if hasSeenText { rest += blocks } else { lead += blocks }
        }

        /// Whether a draft has a paragraph already, or is to have nothing of it.
        private func isExplained(_ paragraph: WordContent.Paragraph, _ line: String) -> Bool {
            guard !line.isEmpty else { return false }
            return isKnown(line) || titles.leadIn(of: paragraph).map { isKnown($0.text.text) } ?? false
                || names.isLabel(line) || !names.statements(in: line).isEmpty
        }

        private func isKnown(_ text: String) -> Bool { Self.keys([text]).isSubset(of: known) }

        private func isOfText(_ paragraph: WordContent.Paragraph) -> Bool {
            if titles.isTitle(paragraph.text) { return true }
            let keys = Self.keys([paragraph.text])
            return !keys.isEmpty && keys.isSubset(of: ofText)
        }

        /// Whether a table has labels or answers of the form.
        private func hasFields(_ table: WordContent.Table) -> Bool {
            table.rows.joined().contains { cell in
                names.isLabel(cell.text) || !Self.keys([cell.text]).isDisjoint(with: known)
            }
        }

        private static func keys(_ texts: [String]) -> Set<String> {
            Set(
                texts.flatMap { FieldSearch.cleaned($0).split(whereSeparator: \.isNewline) }
                    .map { LabelText.normal(String($0)) })
        }

        /// In characters; what is shorter is a title or a label, unless it ends as a sentence does.
        private static let shortestSentence = 15
        private static let shortestWithStop = 6

        /// Whether a line tells something: labels and titles have no stops, and the form's own notes say what they are.
        static func isSentence(_ line: String) -> Bool {
            (line.count >= shortestSentence && line.contains { "，；".contains($0) }
                || line.count >= shortestWithStop && line.contains("。")) && TableRemark.shown([line]) == nil
                && !notes.contains(where: line.contains)
        }

        /// Words of the notes that are printed on forms, and of what is signed below them.
        private static let notes = [
            "填写", "填表", "不填", "盖章", "表格编号", "以上材料", "上述材料", "以上内容", "以上信息", "材料真实", "承诺书",
        ]

        /// Whether a line without a sentence at the end of a text is no part of it: a signature or a day.
        private static func isSigned(_ block: WordContent.Block) -> Bool {
            guard case .paragraph(let paragraph) = block else { return false }
            let line = paragraph.text
            return line.contains { "：:".contains($0) } || notes.contains(where: line.contains)
                || ["签字", "签名", "签章", "公章"].contains(where: line.contains)
                || line.contains("年") && line.contains("月") && line.contains("日")
        }

        /// All paragraphs, in their order.
        static func paragraphs(of block: WordContent.Block) -> [WordContent.Paragraph] {
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.rows.joined().flatMap { $0.blocks.flatMap(paragraphs) }
            }
        }
    }
}
