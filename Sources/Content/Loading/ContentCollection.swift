import Diagnostics

/// Puts the parsed files together, and checks what takes more than one file.
struct ContentCollection {
    private var editions: [EditionEntry] = []
    private var rosters: [Int: [RosterRow]] = [:]
    private var rosterPaths: [Int: String] = [:]
    /// Years that have an `index.md`, even one that cannot be read.
    private var editionYears: Set<Int> = []
    private var writeUps: [WriteUpEntry] = []
    private var practices: [PracticeEntry] = []
    private var notices: [NoticeEntry] = []
    private var rules: [RuleEntry] = []
    private var forms: [FormEntry] = []
    private var pages: [PageEntry] = []
    private var enterprises: [EnterpriseEntry] = []
    private var associations: [AssociationEntry] = []
    private var attachments: [SitePath: AttachmentFile] = [:]
    private var unusable = SiteContent.Unusable()

    mutating func add(_ file: ParsedFile) {
        switch file.kind {
        case .edition(let year): editionYears.insert(year)
        case .roster(let year):
            rosterPaths[year] = file.path
            if file.entry == nil { unusable.rosterYears.insert(year) }
        default: break
        }
        switch file.entry {
        case .edition(let entry): editions.append(entry)
        case .roster(let year, let roster):
            rosters[year] = roster.rows
            unusable.teams.formUnion(roster.unusableIDs.map { "\(year)/\($0)" })
            if !roster.isReadable { unusable.paths.insert(file.path) }
            if !roster.isReadable || !roster.unusableIDs.isEmpty { unusable.rosterYears.insert(year) }
        case .writeUp(let entry): writeUps.append(entry)
        case .practice(let entry): practices.append(entry)
        case .notice(let entry): notices.append(entry)
        case .rule(let entry): rules.append(entry)
        case .form(let entry): forms.append(entry)
        case .page(let entry): pages.append(entry)
        case .enterprises(let entries):
            enterprises = entries
            noteErrors(of: file)
        case .associations(let entries):
            associations = entries
            noteErrors(of: file)
        case .attachment(let entry): attachments[entry.path] = entry
        case nil: unusable.paths.insert(file.path)
        }
    }

    /// An entry with errors is not in its list; what refers to it is not to blame.
    private mutating func noteErrors(of file: ParsedFile) {
        if file.findings.contains(where: { $0.severity == .error }) { unusable.paths.insert(file.path) }
    }

    func content(configuration: SiteConfiguration, findings: inout [Diagnostic]) -> SiteContent {
        let withRosters = editions.map { edition in edition.with(roster: rosters[edition.year.value] ?? []) }
        findings += rosterFindings()
        findings += writeUpFindings(withRosters)
        let unusable = unusableContent(withRosters)
        return SiteContent(
            configuration: configuration, editions: withRosters, writeUps: writeUps, practices: practices,
            notices: notices, rules: rules, forms: forms, pages: pages, enterprises: enterprises,
            associations: associations, attachments: attachments, unusable: unusable)
    }

    /// What could not be made into entries, and what hangs on it: a write-up is of no use without its team's row, a row
    /// without its edition.
    private func unusableContent(_ editions: [EditionEntry]) -> SiteContent.Unusable {
        var unusable = unusable
        // What a missing roster lacks is told by the finding about it.
        for edition in editions where rosterPaths[edition.year.value] == nil {
            unusable.rosterYears.insert(edition.year.value)
        }
        let byYear = Dictionary(editions.map { ($0.year.value, $0) }, uniquingKeysWith: { first, _ in first })
        for (year, rows) in rosters where byYear[year] == nil {
            unusable.teams.formUnion(rows.map { "\(year)/\($0.id.value)" })
        }
        let teams = Set(editions.flatMap { edition in edition.roster.map { "\(edition.year.value)/\($0.id.value)" } })
        for writeUp in writeUps where !teams.contains("\(writeUp.year)/\(writeUp.teamID)") {
            unusable.paths.insert(writeUp.page.path.text)
            unusable.teams.insert("\(writeUp.year)/\(writeUp.teamID)")
        }
        return unusable
    }

    private func rosterFindings() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for edition in editions where rosterPaths[edition.year.value] == nil && edition.status.value != .draft {
            findings.append(
                Diagnostic(
                    .rosterMissing, at: edition.status.range,
                    message: LocalizedText(
                        zh: "\(edition.year.value) 年度没有名单（content/awards/\(edition.year.value)/roster.csv）。",
                        en:
                            "The edition \(edition.year.value) has no roster (content/awards/\(edition.year.value)/roster.csv)."
                    ),
                    help: tableBeside(edition).map { name in
                        LocalizedText(
                            zh: "旁边有“\(name)”：如果它就是名单，请另存为“CSV UTF-8（逗号分隔）”，文件名用 roster.csv。",
                            en:
                                "There is “\(name)” beside it: if that is the roster, save it as “CSV UTF-8” and call it roster.csv."
                        )
                    }))
        }
        for (year, path) in rosterPaths.sorted(by: { $0.key < $1.key }) where !editionYears.contains(year) {
            findings.append(
                Diagnostic(
                    .fileMisplaced, at: SourceFile(path: path, bytes: []).start,
                    message: LocalizedText(
                        zh: "有 \(year) 年度的名单，却没有 content/awards/\(year)/index.md。",
                        en: "There is a roster of \(year) but no content/awards/\(year)/index.md.")))
        }
        return findings
    }

    /// A table beside an edition that may be its roster under another name.
    private func tableBeside(_ edition: EditionEntry) -> String? {
        attachments.keys.filter { path in
            path.folder == edition.page.path.folder
                && [".csv", ".xlsx", ".xls", ".et"].contains { path.name.lowercased().hasSuffix($0) }
        }.min()?.name
    }

    private func writeUpFindings(_ editions: [EditionEntry]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let byYear = Dictionary(editions.map { ($0.year.value, $0) }, uniquingKeysWith: { first, _ in first })
        let idsByYear = byYear.mapValues { Set($0.roster.map(\.id.value)) }
        for writeUp in writeUps {
            let ids = idsByYear[writeUp.year]
            guard let ids, ids.contains(writeUp.teamID) else {
                if !isExplained(writeUp, edition: byYear[writeUp.year]) {
                    findings.append(withoutRow(writeUp, roster: byYear[writeUp.year]?.roster ?? []))
                }
                continue
            }
            guard let registered = writeUp.registered, let deadline = byYear[writeUp.year]?.deadline else { continue }
            if let anniversary = registered.value.yearLater, anniversary > deadline.value {
                findings.append(
                    Diagnostic(
                        .registeredOneYear, at: registered.range,
                        message: LocalizedText(
                            zh: "到申报截止日 \(deadline.value) 注册不满一年（管理办法第十七条）。",
                            en:
                                "Registered less than a year before the deadline \(deadline.value) (Art. 17 of the measures)."
                        ),
                        related: [
                            Diagnostic.Related(
                                LocalizedText(zh: "申报截止在这里", en: "the deadline is here"), at: deadline.range)
                        ]))
            }
        }
        return findings
    }

    /// Whether another finding tells already why a team may not be found: its row, the whole roster or the edition
    /// could not be read, or is not there.
    private func isExplained(_ writeUp: WriteUpEntry, edition: EditionEntry?) -> Bool {
        if unusable.teams.contains("\(writeUp.year)/\(writeUp.teamID)") { return true }
        guard let roster = rosterPaths[writeUp.year] else {
            return edition.map { $0.status.value != .draft } ?? editionYears.contains(writeUp.year)
        }
        return edition == nil || unusable.paths.contains(roster)
    }

    private func withoutRow(_ writeUp: WriteUpEntry, roster: [RosterRow]) -> Diagnostic {
        // A row that has a write-up already is not the one whose id was mistyped.
        let taken = Set(writeUps.lazy.filter { $0.year == writeUp.year }.map(\.teamID))
        let rows = roster.filter { !taken.contains($0.id.value) }
        let suggestion = NearestName.suggestion(for: writeUp.teamID.text, among: rows.map(\.id.value.text).sorted())
        let row = rows.first { $0.id.value.text == suggestion }
        return Diagnostic(
            .writeUpWithoutRow, at: writeUp.page.title.range,
            message: LocalizedText(
                zh: "\(writeUp.year) 年度的名单中没有编号“\(writeUp.teamID)”。",
                en: "The roster of \(writeUp.year) has no id “\(writeUp.teamID)”."),
            help: LocalizedText(
                zh: suggestion.map { "是否应为“\($0)”？文件名就是班组编号。" } ?? "文件名就是班组编号，请先在 roster.csv 中加入这个班组。",
                en: suggestion.map { "Did you mean “\($0)”? The file's name is the team's id." }
                    ?? "The file's name is the team's id; add the team to roster.csv first."),
            related: row.map { row in
                [
                    Diagnostic.Related(
                        LocalizedText(zh: "名单中的这个班组没有成果材料", en: "this team of the roster has no write-up"),
                        at: row.id.range)
                ]
            } ?? [])
    }
}

extension EditionEntry {
    /// The same edition with its roster.
    fileprivate func with(roster: [RosterRow]) -> EditionEntry {
        EditionEntry(
            page: page, year: year, status: status, published: published, publicity: publicity, document: document,
            deadline: deadline, exchange: exchange, corrections: corrections, announced: announced, roster: roster)
    }
}

extension CalendarDate {
    /// The same day a year later, 1 March for 29 February.
    fileprivate var yearLater: CalendarDate? {
        CalendarDate(year: year + 1, month: month, day: day) ?? CalendarDate(year: year + 1, month: 3, day: 1)
    }
}
