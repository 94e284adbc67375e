import Diagnostics

/// Puts the parsed files together, and checks what takes more than one file.
struct ContentCollection {
    private var editions: [EditionEntry] = []
    private var rosters: [Int: [RosterRow]] = [:]
    private var rosterPaths: [Int: String] = [:]
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
        switch file.entry {
        case .edition(let entry): editions.append(entry)
        case .roster(let year, let roster):
            rosters[year] = roster.rows
            rosterPaths[year] = file.path
            unusable.teams.formUnion(roster.unusableIDs.map { "\(year)/\($0)" })
        case .writeUp(let entry): writeUps.append(entry)
        case .practice(let entry): practices.append(entry)
        case .notice(let entry): notices.append(entry)
        case .rule(let entry): rules.append(entry)
        case .form(let entry): forms.append(entry)
        case .page(let entry): pages.append(entry)
        case .enterprises(let entries): enterprises = entries
        case .associations(let entries): associations = entries
        case .attachment(let entry): attachments[entry.path] = entry
        case nil: unusable.paths.insert(file.path)
        }
    }

    func content(configuration: SiteConfiguration, findings: inout [Diagnostic]) -> SiteContent {
        let withRosters = editions.map { edition in edition.with(roster: rosters[edition.year.value] ?? []) }
        findings += rosterFindings()
        findings += writeUpFindings(withRosters)
        var unusable = unusable
        // A write-up is of no use without its team's row.
        for writeUp in writeUps where unusable.teams.contains("\(writeUp.year)/\(writeUp.teamID)") {
            unusable.paths.insert(writeUp.page.path.text)
        }
        return SiteContent(
            configuration: configuration, editions: withRosters, writeUps: writeUps, practices: practices,
            notices: notices, rules: rules, forms: forms, pages: pages, enterprises: enterprises,
            associations: associations, attachments: attachments, unusable: unusable)
    }

    private func rosterFindings() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for edition in editions where rosterPaths[edition.year.value] == nil && edition.status.value != .draft {
            findings.append(
                Diagnostic(
                    .rosterMissing, at: edition.status.range,
                    message: LocalizedText(
                        zh: "\(edition.year.value) 年度没有名单（content/awards/\(edition.year.value)/roster.csv）。",
                        en: "The edition \(edition.year.value) has no roster (content/awards/\(edition.year.value)/roster.csv).")))
        }
        let years = Set(editions.map(\.year.value))
        for (year, path) in rosterPaths.sorted(by: { $0.key < $1.key })
        where !years.contains(year) && !isUnusable(edition: year) {
            findings.append(
                Diagnostic(
                    .fileMisplaced, at: SourceFile(path: path, bytes: []).start,
                    message: LocalizedText(
                        zh: "有 \(year) 年度的名单，却没有 content/awards/\(year)/index.md。",
                        en: "There is a roster of \(year) but no content/awards/\(year)/index.md.")))
        }
        return findings
    }

    private func writeUpFindings(_ editions: [EditionEntry]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let byYear = Dictionary(editions.map { ($0.year.value, $0) }, uniquingKeysWith: { first, _ in first })
        let idsByYear = byYear.mapValues { Set($0.roster.map(\.id.value)) }
        for writeUp in writeUps {
            guard let ids = idsByYear[writeUp.year], ids.contains(writeUp.teamID) else {
                let isKnown = unusable.teams.contains("\(writeUp.year)/\(writeUp.teamID)")
                if !isKnown, byYear[writeUp.year] != nil || !isUnusable(edition: writeUp.year) {
                    findings.append(withoutRow(writeUp, ids: idsByYear[writeUp.year]))
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
                            en: "Registered less than a year before the deadline \(deadline.value) (Art. 17 of the measures)."),
                        related: [Diagnostic.Related(LocalizedText(zh: "申报截止在这里", en: "the deadline is here"), at: deadline.range)]))
            }
        }
        return findings
    }

    private func isUnusable(edition year: Int) -> Bool { unusable.paths.contains("content/awards/\(year)/index.md") }

    private func withoutRow(_ writeUp: WriteUpEntry, ids: Set<TeamID>?) -> Diagnostic {
        let suggestion = NearestName.suggestion(for: writeUp.teamID.text, among: (ids ?? []).map(\.text).sorted())
        return Diagnostic(
            .writeUpWithoutRow, at: writeUp.page.title.range,
            message: LocalizedText(
                zh: "\(writeUp.year) 年度的名单中没有编号“\(writeUp.teamID)”。",
                en: "The roster of \(writeUp.year) has no id “\(writeUp.teamID)”."),
            help: LocalizedText(
                zh: suggestion.map { "是否应为“\($0)”？文件名就是班组编号。" } ?? "文件名就是班组编号，请先在 roster.csv 中加入这个班组。",
                en: suggestion.map { "Did you mean “\($0)”? The file's name is the team's id." }
                    ?? "The file's name is the team's id; add the team to roster.csv first."))
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
