import Diagnostics
import Forms
import Rules
import Values

/// Puts the parsed files together, and checks what takes more than one file.
struct ContentCollection {
    private var editions: [EditionEntry] = []
    private var rosters: [Int: RosterReader.Roster] = [:]
    private var rosterPaths: [Int: String] = [:]
    /// Years that have an `index.md`, even one that cannot be read.
    private var editionYears: Set<Int> = []
    private var writeUps: [WriteUpEntry] = []
    private var documents = DocumentLists()
    /// By the folders of their forms.
    private var formDefinitions: [String: Located<FormDefinition>] = [:]
    private var enterprises: [EnterpriseEntry] = []
    private var associations: [AssociationEntry] = []
    private var synonyms: [[String]] = []
    private var attachments: [SitePath: AttachmentFile] = [:]
    private var namedAlike: [(path: SitePath, other: SitePath)] = []
    private var unusable = SiteContent.Unusable()

    mutating func add(_ file: ParsedFile) {
        switch file.kind {
        case .edition(let year): editionYears.insert(year)
        case .roster(let year):
            rosterPaths[year] = file.path
            if file.entry == nil { unusable.rosterYears.insert(year) }
        case .writeUp, .document, .enterprises, .associations, .synonyms, .formDefinition, .attachment, .staticFile,
            .misplaced, nil:
            break
        }
        switch file.entry {
        case .edition(let entry): editions.append(entry)
        case .roster(let year, let roster):
            rosters[year] = roster
            unusable.teams.formUnion(roster.unusableIDs.map { "\(year)/\($0)" })
            if roster.isIncomplete { unusable.paths.insert(file.path) }
            if roster.isMiscounted { unusable.rosterYears.insert(year) }
        case .writeUp(let entry): writeUps.append(entry)
        case .document(let entry): documents.append(entry)
        case .formDefinition(let slug, let definition): formDefinitions[slug] = definition
        case .enterprises(let entries):
            enterprises = entries
            noteErrors(of: file)
        case .associations(let entries):
            associations = entries
            noteErrors(of: file)
        case .synonyms(let groups): synonyms = groups
        case .attachment(let entry):
            // Paths are equal that differ in their Unicode form alone, as they are on some systems.
            if let other = attachments.updateValue(entry, forKey: entry.path) {
                namedAlike.append((entry.path, other.path))
            }
        case nil: unusable.paths.formUnion([file.path, Self.meantPath(file.path)])
        }
    }

    /// The path that a file with a wrong name should have, which links to it may use already.
    private static func meantPath(_ path: String) -> String {
        let names = path.split(separator: "/").map { name -> String in
            let isPage = name.hasSuffix(".md")
            let stem = isPage ? String(name.dropLast(3)) : String(name)
            let meant = Slug.isValid(stem) ? stem : Slug.proposal(for: stem)?.text ?? stem
            return isPage ? meant + ".md" : meant
        }
        return names.joined(separator: "/")
    }

    /// An entry with errors is not in its list; what refers to it is not to blame.
    private mutating func noteErrors(of file: ParsedFile) {
        if file.findings.contains(where: { $0.severity == .error }) { unusable.paths.insert(file.path) }
    }

    /// - Parameter published: addresses that were published before.
    func content(
        configuration: SiteConfiguration, published: PublishedAddresses, findings: inout [Diagnostic]
    ) -> SiteContent {
        let withRosters = editions.map { edition in edition.with(roster: rosters[edition.year.value]?.rows ?? []) }
        findings += rosterFindings()
        var documents = documents
        let (forms, formFindings) = FormAttachment.attach(
            formDefinitions, to: documents[.form], unusable: unusable.paths)
        documents[.form] = forms
        findings += formFindings
        findings += namedAlike.map(Self.namedAlike)
        let unusable = unusableContent(withRosters)
        findings += writeUpFindings(withRosters, unusable: unusable)
        return SiteContent(
            configuration: configuration, editions: withRosters, writeUps: writeUps, documents: documents,
            enterprises: enterprises, associations: associations, synonyms: synonyms, attachments: attachments,
            unusable: unusable, published: published)
    }

    /// What could not be made into entries, and what hangs on it: a write-up is of no use without its team's row, a row
    /// without its edition.
    private func unusableContent(_ editions: [EditionEntry]) -> SiteContent.Unusable {
        var unusable = unusable
        for edition in editions {
            let year = edition.year.value
            let lacks = isLacking(rosterOf: edition)
            // What a missing roster lacks is told by the finding about it.
            if lacks { unusable.rosterYears.insert(year) }
            // So is what a roster lacks that has fewer rows than teams were announced.
            let isShort = rosters[year].map { !$0.isMiscounted } ?? false && edition.isShort
            if lacks || isShort { unusable.paths.insert(Self.rosterPath(year)) }
        }
        let byYear = Dictionary(editions.map { ($0.year.value, $0) }, uniquingKeysWith: { first, _ in first })
        for (year, roster) in rosters where byYear[year] == nil {
            unusable.teams.formUnion(roster.rows.map { "\(year)/\($0.id.value)" })
        }
        // An edition that is lacking beside its roster is told at the roster.
        for year in rosterPaths.keys where !editionYears.contains(year) {
            unusable.paths.insert("content/awards/\(year)/index.md")
        }
        let teams = Set(editions.flatMap { edition in edition.roster.map { "\(edition.year.value)/\($0.id.value)" } })
        for writeUp in writeUps where !teams.contains("\(writeUp.year)/\(writeUp.teamID)") {
            unusable.paths.insert(writeUp.page.path.text)
            unusable.teams.insert("\(writeUp.year)/\(writeUp.teamID)")
        }
        return unusable
    }

    private static func namedAlike(_ path: SitePath, _ other: SitePath) -> Diagnostic {
        Diagnostic(
            .duplicateURL, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "两个文件的名称“\(path.name)”看起来相同，只是字符的编码形式（Unicode）不同。",
                en: "Two files are called “\(path.name)” to a reader; only the Unicode form of the names differs."),
            help: LocalizedText(zh: "请改其中一个的名称，或删去一个。", en: "Rename one of them, or remove it."),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "另一个文件在这里", en: "the other one is here"),
                    at: SourceFile(path: other.text, bytes: []).start)
            ])
    }

    private static func rosterPath(_ year: Int) -> String { "content/awards/\(year)/roster.csv" }

    /// Whether a finding is due about an edition without teams: it is public, or has write-ups that are no drafts.
    private func isLacking(rosterOf edition: EditionEntry) -> Bool {
        let year = edition.year.value
        if let roster = rosters[year], roster.header == nil || !roster.rows.isEmpty || roster.isMiscounted {
            return false
        }
        // A roster file that could not be read has a finding of its own.
        if rosterPaths[year] != nil, rosters[year] == nil { return false }
        return edition.status.value != .draft || writeUps.contains { $0.year == year && $0.page.draft == nil }
    }

    private func rosterFindings() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for edition in editions where isLacking(rosterOf: edition) {
            findings.append(
                rosters[edition.year.value]?.header.map { emptyRoster($0, of: edition) } ?? missingRoster(edition))
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

    private func emptyRoster(_ header: SourceRange, of edition: EditionEntry) -> Diagnostic {
        Diagnostic(
            .rosterMissing, at: header,
            message: LocalizedText(
                zh: "\(edition.year.value) 年度的名单只有表头，没有一个班组。",
                en: "The roster of \(edition.year.value) has a header but no team."),
            help: LocalizedText(zh: "请在表头下面每行写一个班组。", en: "Write a row for each team below the header."))
    }

    private func missingRoster(_ edition: EditionEntry) -> Diagnostic {
        let path = Self.rosterPath(edition.year.value)
        return Diagnostic(
            .rosterMissing, at: edition.status.range,
            message: LocalizedText(
                zh: "\(edition.year.value) 年度没有名单（\(path)）。",
                en: "The edition \(edition.year.value) has no roster (\(path))."),
            help: tableBeside(edition).map { name in
                LocalizedText(
                    zh: "旁边有“\(name)”：如果它就是名单，请另存为“CSV UTF-8（逗号分隔）”，文件名用 roster.csv。",
                    en:
                        "There is “\(name)” beside it: if that is the roster, save it as “CSV UTF-8” and call it roster.csv."
                )
            })
    }

    /// A table beside an edition that may be its roster under another name.
    private func tableBeside(_ edition: EditionEntry) -> String? {
        attachments.keys.filter { path in
            path.folder == edition.page.path.folder
                && [".csv", ".xlsx", ".xls", ".et"].contains { path.name.lowercased().hasSuffix($0) }
        }.min()?.name
    }

    private func writeUpFindings(_ editions: [EditionEntry], unusable: SiteContent.Unusable) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let byYear = Dictionary(editions.map { ($0.year.value, $0) }, uniquingKeysWith: { first, _ in first })
        var teams = WriteUpTeams(writeUps, editions: editions, enterprises: enterprises)
        var firsts: [String: WriteUpEntry] = [:]
        for writeUp in writeUps {
            if writeUp.page.draft == nil {
                let key = "\(writeUp.year)/\(writeUp.teamID)"
                if let first = firsts[key] {
                    findings.append(Self.twice(writeUp, first: first))
                    continue
                }
                firsts[key] = writeUp
            }
            guard let place = teams.place(of: writeUp) else {
                if !isExplained(writeUp, edition: byYear[writeUp.year], unusable) {
                    findings.append(teams.withoutRow(writeUp))
                }
                continue
            }
            let isWhole = !lacksRows(writeUp.year, unusable)
            if let finding = teams.otherTeam(in: writeUp, at: place, isRosterWhole: isWhole) {
                findings.append(finding)
            }
            guard let registered = writeUp[WriteUpFields.registered], let deadline = byYear[writeUp.year]?.deadline
            else { continue }
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

    /// Two texts of one team, `zj-002.md` and `zj-002/index.md`, of which one page would have one.
    private static func twice(_ writeUp: WriteUpEntry, first: WriteUpEntry) -> Diagnostic {
        Diagnostic(
            .duplicateURL, at: writeUp.page.title.range,
            message: LocalizedText(
                zh: "\(writeUp.year) 年度 \(writeUp.teamID) 有两份成果材料。",
                en: "There are two write-ups of \(writeUp.teamID) of \(writeUp.year)."),
            help: LocalizedText(zh: "请把两份合成一份，或删去一份。", en: "Make one of both, or remove one."),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "另一份在这里", en: "the other one is here"), at: first.page.title.range)
            ])
    }

    /// Whether rows of a year could not be read, so that nobody can tell which teams it does not have.
    private func lacksRows(_ year: Int, _ unusable: SiteContent.Unusable) -> Bool {
        rosters[year].map { $0.isIncomplete || $0.isMiscounted || !$0.unusableIDs.isEmpty } ?? true
            || unusable.paths.contains(Self.rosterPath(year))
    }

    /// Whether another finding tells already why a team may not be found: its row, the whole roster or the edition
    /// could not be read, is not there, or lacks teams.
    private func isExplained(
        _ writeUp: WriteUpEntry, edition: EditionEntry?, _ unusable: SiteContent.Unusable
    ) -> Bool {
        let roster = Self.rosterPath(writeUp.year)
        if self.unusable.teams.contains("\(writeUp.year)/\(writeUp.teamID)") || unusable.paths.contains(roster) {
            return true
        }
        // Without an edition, what tells it is the edition's finding or that about the roster.
        return edition == nil && (rosterPaths[writeUp.year] != nil || editionYears.contains(writeUp.year))
    }
}

extension EditionEntry {
    /// Whether more teams were announced than the roster has, which is told for every edition that is no draft.
    fileprivate var isShort: Bool {
        guard status.value != .draft, let announced else { return false }
        let provinces = announced.byProvince.reduce(0) { $0 + $1.count.value }
        return max(announced.total?.value ?? 0, provinces) > roster.count
    }
}

extension CalendarDate {
    /// The same day a year later, 1 March for 29 February.
    fileprivate var yearLater: CalendarDate? {
        CalendarDate(year: year + 1, month: month, day: day) ?? CalendarDate(year: year + 1, month: 3, day: 1)
    }
}
