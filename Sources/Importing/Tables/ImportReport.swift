import Content
import Diagnostics

/// Shows an import to the person who asked for it.
package struct ImportReport {
    private let imported: RosterImport
    private let language: MessageLanguage

    /// Whether what a person should know is told here; else it is written elsewhere, as findings.
    private let showsNotes: Bool

    /// - Parameter showsNotes: whether what a person should know is told here; else it is written elsewhere, as findings.
    package init(_ imported: RosterImport, language: MessageLanguage, showsNotes: Bool = true) {
        self.imported = imported
        self.language = language
        self.showsNotes = showsNotes
    }

    /// How many notes of one sort are shown before the rest is counted.
    private static let maximumAlike = 8

    /// What was read, what changes, what to look at.
    package var summary: String {
        var lines = [
            text(
                zh: "\(imported.table.name)：表头在 \(imported.headerPlace)，读到 \(imported.rowCount) 行。",
                en: "\(imported.table.name): header at \(imported.headerPlace), \(imported.rowCount.counting("row")).")
        ]
        if let merge = imported.merge { lines += changes(merge) }
        return (lines + (showsNotes ? notes : [])).map { $0 + "\n" }.joined()
    }

    private func changes(_ merge: RosterMerge) -> [String] {
        let rows = merge.rows
        let added = rows.count { $0.change == .added }
        let kept = rows.filter { $0.change == .kept }
        let changed = rows.compactMap { row -> (RosterMerge.Row, [RosterMerge.CellChange])? in
            guard case .changed(let cells) = row.change else { return nil }
            return (row, cells)
        }
        var lines = [
            text(
                zh:
                    "新增 \(added)，修改 \(changed.count)，未变 \(rows.count - added - changed.count - kept.count)，表中没有而保留 \(kept.count)。",
                en:
                    "\(added) added, \(changed.count) changed, \(rows.count - added - changed.count - kept.count) as before, \(kept.count) not in the table and kept."
            )
        ]
        // A first import is all new: the table of --dry-run shows it better.
        if added < rows.count {
            lines += rows.filter { $0.change == .added }.map { "  + " + name($0, in: merge.file) }
        }
        for (row, cells) in changed {
            lines.append("  ~ " + name(row, in: merge.file))
            lines += cells.map { cell in
                let column = cell.column.name(isChinese: language == .zh)
                return "      \(column): \(shown(cell.old)) → \(shown(cell.new))"
            }
        }
        return lines + kept.map { "  ! " + name($0, in: merge.file) }
    }

    private func shown(_ value: String) -> String {
        value.isEmpty ? text(zh: "（空）", en: "(empty)") : VisibleText.oneLine(value)
    }

    private func name(_ row: RosterMerge.Row, in file: RosterFile) -> String {
        VisibleText.oneLine(
            [.id, .team, .enterprise].map { file.text($0, inRow: row.index) }.joined(separator: " "))
    }

    private var notes: [String] {
        var lines: [String] = []
        for severity in Severity.allCases {
            // Notes of one sort begin alike, whatever team they are about.
            var groups: [(key: String, notes: [Diagnostic])] = []
            for note in imported.notes where note.severity == severity {
                let key = note.message.en.split(separator: "“", omittingEmptySubsequences: false).map {
                    $0.split(separator: "”", omittingEmptySubsequences: false).last ?? ""
                }.joined()
                if let index = groups.firstIndex(where: { $0.key == key }) {
                    groups[index].notes.append(note)
                } else {
                    groups.append((key, [note]))
                }
            }
            for group in groups {
                lines += group.notes.prefix(Self.maximumAlike).map(line)
                let rest = group.notes.count - Self.maximumAlike
                if rest > 0 {
                    lines.append(text(zh: "    ……同类还有 \(rest) 处", en: "    … and \(rest) more of the same sort"))
                }
            }
        }
        return lines
    }

    private func line(_ note: Diagnostic) -> String {
        let severity =
            switch note.severity {
            case .error: text(zh: "错误", en: "error")
            case .warning: text(zh: "警告", en: "warning")
            case .hint: text(zh: "说明", en: "note")
            }
        let place = (note.handedIn?.spot).map { " \(fileName):\($0)" } ?? ""
        // How the import goes on in spite of it.
        let answers = note.help.map { text(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? ""
        return VisibleText.oneLine("\(severity)\(place): \(note.message[language])\(answers)")
    }

    /// The file without its sheet, which stands in the places.
    private var fileName: String { imported.table.name.split(separator: ":").first.map(String.init) ?? "" }

    // MARK: The table

    /// The roster as it would be, aligned for a terminal; values that do not stand in the table end with `*`.
    package var table: String {
        guard let merge = imported.merge else { return "" }
        let columns: [RosterColumn] = [.id, .team, .enterprise, .province, .mode, .recommender, .members]
        var cells = [[""] + columns.map { $0.name(isChinese: language == .zh) }]
        for row in merge.rows {
            let mark =
                switch row.change {
                case .added: "+"
                case .changed: "~"
                case .unchanged: ""
                case .kept: "!"
                }
            cells.append(
                [mark]
                    + columns.map { column in
                        let text = merge.file.text(column, inRow: row.index)
                        return text + (row.proposed.contains(column) && !text.isEmpty ? "*" : "")
                    })
        }
        let legend = text(
            zh: "+ 新增  ~ 修改  ! 表中没有而保留  * 不在表中，由程序填写",
            en: "+ added  ~ changed  ! kept though not in the table  * filled in")
        return (AlignedTable.lines(cells) + [legend]).map { $0 + "\n" }.joined()
    }

    private func text(zh: String, en: String) -> String { language == .zh ? zh : en }
}
