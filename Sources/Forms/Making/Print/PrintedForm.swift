import CPrint
import Synchronization

/// A form as PDF, to be printed, filled in by hand and stamped.
struct PrintedForm {
    /// Fontconfig's caches are shared by all threads.
    private static let lock = Mutex(())

    private static let padding = (x: 1.5, y: 1.2)

    /// Something that is drawn, from the left and upper edge of its page in millimetres.
    private enum Mark {
        case text(PrintText, x: Double, y: Double, width: Double)
        case box(x: Double, y: Double, width: Double, height: Double)
    }

    private let form: FormDefinition

    init(_ form: FormDefinition) { self.form = form }

    /// - Throws: `FormMakingError`.
    func bytes() throws -> [UInt8] { try Self.lock.withLock { _ in try make() } }

    private func make() throws -> [UInt8] {
        let page = try PrintPage(title: form.title.chinese, year: FormMaker.year(of: form))
        let pages = layout(page)
        let bottom = FormGrid.page.height - FormGrid.margin + 6
        for (index, marks) in pages.enumerated() {
            if index > 0 { page.nextPage() }
            for mark in marks {
                switch mark {
                case .text(let text, let x, let y, let width): page.text(text, width: width, at: (x, y))
                case .box(let x, let y, let width, let height):
                    page.rectangle(x: x, y: y, width: width, height: height)
                }
            }
            page.text(
                PrintText(text: "第\(index + 1)页 共\(pages.count)页", size: 10.5, align: SHOWCASE_PRINT_CENTRE),
                width: FormGrid.textWidth, at: (FormGrid.margin, bottom))
        }
        return try page.finish()
    }

    // MARK: Layout

    /// What stands on each page.
    private func layout(_ page: PrintPage) -> [[Mark]] {
        var pages: [[Mark]] = [[]]
        var y = FormGrid.margin
        func add(_ text: PrintText) {
            pages[pages.count - 1].append(.text(text, x: FormGrid.margin, y: y, width: FormGrid.textWidth))
            y += page.text(text, width: FormGrid.textWidth) + text.after
        }
        add(
            PrintText(
                text: form.title.chinese, size: 22, font: SHOWCASE_PRINT_SONG_BOLD, align: SHOWCASE_PRINT_CENTRE,
                after: 5))
        for section in form.sections {
            if section.beginsPage {
                pages.append([])
                y = FormGrid.margin
            }
            if let title = section.title {
                add(
                    PrintText(
                        text: title.chinese, size: 16, font: SHOWCASE_PRINT_HEI, align: SHOWCASE_PRINT_CENTRE, after: 3)
                )
            }
            table(section, page, &pages, &y)
            y += 2
        }
        if let note = form.note { add(PrintText(text: note.chinese, size: 10.5, after: 1)) }
        add(PrintText(text: "表格编号：\(form.id)/\(form.version)", size: 10.5))
        return pages
    }

    private func table(_ section: FormSection, _ page: PrintPage, _ pages: inout [[Mark]], _ y: inout Double) {
        let grid = FormGrid(section)
        let heights = rowHeights(section, grid, page)
        let left = FormGrid.margin + (FormGrid.textWidth - section.columns.reduce(0, +)) / 2
        let bottom = FormGrid.page.height - FormGrid.margin
        for rows in Self.groups(section, grid) {
            let height = heights[rows].reduce(0, +)
            // A group that is higher than a page begins one and goes over its edge no more than it must.
            if y + height > bottom, y > FormGrid.margin {
                pages.append([])
                y = FormGrid.margin
            }
            for place in grid.places where rows.contains(place.row) {
                let top = y + heights[rows.lowerBound..<place.row].reduce(0, +)
                let cellHeight = heights[place.rows].reduce(0, +)
                pages[pages.count - 1] += marks(
                    of: place, x: left + place.left, y: top, height: cellHeight, in: section, page)
            }
            y += height
        }
    }

    /// Rows that stay on one page because cells cover several of them.
    private static func groups(_ section: FormSection, _ grid: FormGrid) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        var end = 0
        for row in section.rows.indices {
            end = max(end, grid.places.filter { $0.row == row }.map(\.rows.upperBound).max() ?? row + 1, row + 1)
            if end == row + 1 {
                groups.append(start..<end)
                start = end
            }
        }
        return groups
    }

    private func rowHeights(_ section: FormSection, _ grid: FormGrid, _ page: PrintPage) -> [Double] {
        var heights = section.rows.map(\.height)
        for place in grid.places.sorted(by: { $0.rows.count < $1.rows.count }) {
            let needed = height(of: texts(of: place.cell, size: section.fontSize), width: place.width, page)
            let lacking = needed - heights[place.rows].reduce(0, +)
            if lacking > 0 { heights[place.rows.upperBound - 1] += lacking }
        }
        return heights
    }

    private func height(of texts: [PrintText], width: Double, _ page: PrintPage) -> Double {
        texts.reduce(2 * Self.padding.y) { sum, text in
            sum + page.text(text, width: width - 2 * Self.padding.x) + text.after
        }
    }

    private func marks(
        of place: FormGrid.Place, x: Double, y: Double, height: Double, in section: FormSection, _ page: PrintPage
    ) -> [Mark] {
        var marks: [Mark] = section.hasBorders ? [.box(x: x, y: y, width: place.width, height: height)] : []
        let texts = texts(of: place.cell, size: section.fontSize)
        let needed = self.height(of: texts, width: place.width, page)
        // A place to be stamped is at the foot of its cell, parts of a text share it.
        let isTop = place.cell.fields.contains {
            if case .longText(_, _, let parts) = $0.kind { !parts.isEmpty } else { false }
        }
        let isFoot = place.cell.fields.contains { $0.kind == .stamp }
        let spread = isTop ? (height - needed) / Double(max(texts.filter(\.isHint).count, 1)) : 0
        var top = y + Self.padding.y + (isTop ? 0 : isFoot ? height - needed : (height - needed) / 2)
        for text in texts {
            let width = place.width - 2 * Self.padding.x
            marks.append(.text(text, x: x + Self.padding.x, y: top, width: width))
            top += page.text(text, width: width) + text.after + (text.isHint ? spread : 0)
        }
        return marks
    }

    // MARK: Words

    private func texts(of cell: FormCell, size: Double) -> [PrintText] {
        switch cell.content {
        case .label(let text):
            [PrintText(text: text.chinese, size: size, font: SHOWCASE_PRINT_HEI, align: SHOWCASE_PRINT_CENTRE)]
        case .text(let text):
            [
                PrintText(
                    text: text.chinese, size: size,
                    align: cell.isShortText ? SHOWCASE_PRINT_CENTRE : SHOWCASE_PRINT_LEFT)
            ]
        case .fields(let fields): fields.flatMap(texts)
        }
    }

    /// What is printed where a field is filled in by hand.
    private func texts(of field: FormField) -> [PrintText] {
        switch field.kind {
        case .stamp: return [PrintText(text: "（\(field.label.chinese)）", align: SHOWCASE_PRINT_RIGHT, after: 2)]
        case .date:
            let words = (field.printsLabel ? "\(field.label.chinese)：" : "") + "　　　　年　　月　　日"
            return [PrintText(text: words, align: SHOWCASE_PRINT_RIGHT)]
        case .checkbox: return [PrintText(text: "□ \(field.label.chinese)")]
        case .choice(let choices):
            let words =
                (field.printsLabel ? "\(field.label.chinese)：" : "") + choices.map { "□\($0)" }.joined(separator: "　")
            return [PrintText(text: words)]
        case .longText(_, _, let parts) where !parts.isEmpty:
            return parts.flatMap { part in
                [
                    PrintText(text: part.title.chinese, font: SHOWCASE_PRINT_HEI, after: 0.5),
                    PrintText(text: part.hint?.chinese ?? " ", size: 10.5, isHint: true),
                ]
            }
        default: return field.printsLabel ? [PrintText(text: "\(field.label.chinese)：")] : []
        }
    }
}
