import Diagnostics
import Rules
import Values

/// Finds names in a roster that bear the mark of a note.
enum NameMarkCheck {
    static func findings(about rows: [RosterRow]) -> [Diagnostic] {
        let marked = rows.flatMap { row in
            [
                (RosterColumn.team, row.team), (.enterprise, row.enterprise),
                row[RosterFields.recommender].map { (RosterColumn.recommender, $0) },
            ].compactMap { $0 }.compactMap { column, name in
                (NameMark.ending(name.value) ?? NameMark.beginning(name.value)).map {
                    (column: column, name: name, marked: $0, row: row)
                }
            }
        }
        // 养护班① and 养护班② of one enterprise are numbered.
        let numbered = Dictionary(
            grouping: marked.filter { $0.column == .team && NameMark.isCircledNumber($0.marked.mark) },
            by: { ComparableName.key($0.row.enterprise.value) + "/" + ComparableName.key($0.marked.name) }
        ).values.filter { Set($0.map(\.marked.mark)).count > 1 }.flatMap { $0.map(\.name.range.bytes) }
        return marked.filter { !numbered.contains($0.name.range.bytes) }.map { column, name, marked, _ in
            let side =
                name.value.hasPrefix(marked.name)
                ? LocalizedText(zh: "末尾", en: "ends")
                : LocalizedText(zh: "开头", en: "begins")
            return Diagnostic(
                .rosterNameMark, at: name.range,
                message: LocalizedText(
                    zh: "“\(column.chineseName)”“\(name.value)”\(side.zh)的“\(marked.mark)”像是附注的记号。",
                    en:
                        "The \(column.name) “\(name.value)” \(side.en) with “\(marked.mark)”, as if a note explained it."
                ),
                help: LocalizedText(
                    zh: "请写“\(marked.name)”；附注要说明的写进年度的说明。",
                    en: "Write “\(marked.name)”, and tell in the edition what the note says."))
        }
    }
}
