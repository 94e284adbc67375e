import Content
import Diagnostics
import Rules
import Values

/// What a person has to decide before rows are taken over.
extension RosterMerge {
    /// Asks which team a row of the table is, or whether it is a new one.
    mutating func ask(_ index: Int, _ candidates: [(line: Int, reasons: [MatchReason])]) {
        let row = proposals[index]
        unclear.insert(index)
        // Another team of an announced list takes its own yes as well.
        let (zh, en) =
            isAnnounced
            ? (
                "，名单已公示或公布，还要加 --accept \(ImportAcceptance.newTeams.rawValue)",
                ", and as the list is announced, --accept \(ImportAcceptance.newTeams.rawValue)"
            ) : ("", "")
        func shown(_ language: MessageLanguage) -> String {
            candidates.prefix(3).map { line, reasons in
                let texts = reasons.map { $0.text[language] }.joined(separator: language == .zh ? "，" : ", ")
                return "\(file.text(.id, inRow: line)) “\(file.text(.team, inRow: line))”"
                    + (texts.isEmpty ? "" : language == .zh ? "（\(texts)）" : " (\(texts))")
            }.joined(separator: language == .zh ? "、" : ", ")
        }
        notes.append(
            .inTable(
                .importWhichTeam, at: row.place,
                zh:
                    "“\(row.team)”（\(row.enterprise)）可能是名单中的 \(shown(.zh))，也可能是另一个班组。请在表中加“编号”列：是同一个，写它的编号；是另一个，写新的编号\(zh)。",
                en:
                    "“\(row.team)” (\(row.enterprise)) may be \(shown(.en)) of the roster, or another team. Add a column of ids to the table: with its id if it is the same, with a new one if not\(en)."
            ))
    }

    /// A team that the table has under another enterprise, and the roster under one that the table lacks, may be one team
    /// whose enterprise was renamed: it would stand on the list twice.
    mutating func askAboutRenamedEnterprises() {
        let free = Set(file.rowIndices).subtracting(lineOf.compactMap { $0 })
        let lines = Dictionary(grouping: free) { ComparableName.key(file.text(.team, inRow: $0)) }
        for (index, row) in proposals.enumerated()
        where lineOf[index] == nil && row[.id] == nil && !unclear.contains(index) {
            let province = row[.province].flatMap { Province(named: $0) }
            let namesakes = (lines[ComparableName.key(row.team)] ?? []).sorted().filter { line in
                guard let province, let listed = named(inLine: line).province else { return true }
                return listed.isSame(as: province)
            }
            guard let line = namesakes.first else { continue }
            unclear.insert(index)
            let (id, enterprise) = (file.text(.id, inRow: line), file.text(.enterprise, inRow: line))
            notes.append(
                .inTable(
                    .importWhichTeam, at: row.place,
                    zh:
                        "名单中没有“\(row.team)”（\(row.enterprise)），却有表中没有的 \(id)“\(row.team)”（\(enterprise)）。企业改了名的，把两个名称写进 enterprises.yaml 再导入；是同一个班组、名称要更正的，在表中写编号“\(id)”；是另一个班组，写新的编号。",
                    en:
                        "The roster does not have “\(row.team)” (\(row.enterprise)), but \(id) “\(row.team)” (\(enterprise)), which the table lacks. If the enterprise was renamed, write both names into enterprises.yaml and import again; if it is one team and its name is corrected, give it the id “\(id)” in the table; if it is another team, a new id."
                ))
        }
    }

    /// A list that is announced is a decision: another table does not add to it by itself.
    mutating func askAboutNewTeams(_ accepted: Set<ImportAcceptance>) {
        for index in proposals.indices where changes[index] == .added {
            let row = proposals[index]
            notes.append(
                .question(
                    .importNewTeam, [.newTeams], given: accepted, at: row.place,
                    zh: "名单已公示或公布，其中没有“\(row.team)”（\(row.enterprise)），要作为新班组加入。",
                    en:
                        "The list is announced and does not have “\(row.team)” (\(row.enterprise)), which would be added."
                ))
        }
    }

    /// Names, provinces, recommenders and titles that were withdrawn: what an announced list says is told by corrections where it
    /// changes.
    mutating func askAboutChanges(_ accepted: Set<ImportAcceptance>) {
        for (index, change) in changes.enumerated() {
            guard case .changed(let cells) = change, let line = lineOf[index] else { continue }
            let recorded = cells.filter(Self.isRecorded)
            guard !recorded.isEmpty else { continue }
            let (id, team) = (file.text(.id, inRow: line), file.text(.team, inRow: line))
            func shown(_ language: MessageLanguage) -> String {
                recorded.map { cell in
                    language == .zh
                        ? "\(cell.column.chineseName)由“\(cell.old)”改为“\(cell.new)”"
                        : "\(cell.column.name) from “\(cell.old)” to “\(cell.new)”"
                }.joined(separator: language == .zh ? "，" : ", ")
            }
            notes.append(
                .question(
                    .importListChange, [.listChanges], given: accepted, at: proposals[index].place,
                    zh: "名单已公示或公布，\(id)“\(team)”要改：\(shown(.zh))。要在年度的“更正”里写明，否则检查报错。",
                    en:
                        "The list is announced, and \(id) “\(team)” would change: \(shown(.en)). A check asks for a correction in the edition that says so."
                ))
        }
    }

    /// Whether a change is one of the decision: ways of typing are none.
    private static func isRecorded(_ cell: CellChange) -> Bool {
        switch cell.column {
        case .team, .enterprise, .recommender: return ComparableName.key(cell.old) != ComparableName.key(cell.new)
        case .province:
            return RosterColumn.province.canonical(cell.old) != RosterColumn.province.canonical(cell.new)
        case .mode:
            return !cell.old.isEmpty && RosterColumn.mode.canonical(cell.old) != RosterColumn.mode.canonical(cell.new)
        case .standing:
            return RosterColumn.standing.canonical(cell.old) == Standing.withdrawn.rawValue
        default: return false
        }
    }
}
