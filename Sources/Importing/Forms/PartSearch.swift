import Forms

/// Finds the parts of a write-up by their titles, in the place of a file that has most of them.
struct PartSearch {
    /// What stands in one place.
    struct Place {
        /// By the names of parts.
        var texts: [String: [WordContent.Block]] = [:]
        /// Titles in other words, by the names of the parts that they were read as.
        var otherTitles: [String: String] = [:]
    }

    let titles: PartTitles
    let names: FieldNames
    /// Takes the printed hint of a part out of a block.
    let withoutHint: (FormField.Part, WordContent.Block) -> [WordContent.Block]

    /// The place with most parts; an earlier one before a later one.
    func best(in blocks: [WordContent.Block]) -> Place {
        var best = Place()
        look(blocks, &best)
        return best
    }

    private func look(_ blocks: [WordContent.Block], _ best: inout Place) {
        keep(place(of: blocks), in: &best)
        for case .table(let table) in blocks {
            for cell in table.rows.joined() where !cell.continues { look(cell.blocks, &best) }
            // Each part in a row of its own: its title, and its text beside or below it.
            let place = place(of: inRows(of: table))
            if place.texts.count > 1 { keep(place, in: &best) }
        }
    }

    private func keep(_ place: Place, in best: inout Place) {
        if place.texts.count > best.texts.count { best = place }
    }

    /// The blocks of all cells in their order; `nil` for the label of a field, behind which stands its answer.
    private func inRows(of table: WordContent.Table) -> [WordContent.Block?] {
        table.rows.joined().filter { !$0.continues }.flatMap { cell -> [WordContent.Block?] in
            names.isLabel(cell.text) && titles.part(titled: cell.text) == nil ? [nil] : cell.blocks
        }
    }

    private func place(of blocks: [WordContent.Block?]) -> Place {
        let lines = blocks.map { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { "" }
        }
        let exact = Set(lines.compactMap { titles.part(titled: $0)?.name })
        var place = Place()
        var current: FormField.Part?
        func begin(_ part: FormField.Part) {
            current = part
            place.texts[part.name] = place.texts[part.name] ?? []
        }
        // A title at the head of a paragraph counts where no line is the title, and other words where nothing is.
        let opened = blocks.map { block -> (part: FormField.Part, text: WordContent.Paragraph)? in
            guard case .paragraph(let paragraph) = block, let lead = titles.leadIn(of: paragraph),
                !exact.contains(lead.part.name)
            else { return nil }
            return lead
        }
        let hasTitles = !exact.isEmpty || opened.contains { $0 != nil }
        let inOtherWords = hasTitles ? [:] : titles.parts(inWordsOf: lines)
        for (index, block) in blocks.enumerated() {
            guard let block else {
                current = nil
                continue
            }
            if case .paragraph = block, let part = titles.part(titled: lines[index]) {
                begin(part)
            } else if let lead = opened[index] {
                begin(lead.part)
                place.texts[lead.part.name]? += withoutHint(lead.part, .paragraph(lead.text))
            } else if let part = inOtherWords[index] {
                begin(part)
                place.otherTitles[part.name] = FieldSearch.cleaned(lines[index])
            } else if let current {
                place.texts[current.name]? += withoutHint(current, block)
            }
        }
        return place
    }
}
