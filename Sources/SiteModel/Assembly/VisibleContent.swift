import Content
import Diagnostics
import Values

/// The content that is public on the day of the build, in the order in which the site shows it.
struct VisibleContent {
    let configuration: SiteConfiguration
    let day: CalendarDate
    var shownDay: ShownDay { ShownDay(day, configuration: configuration) }
    /// Newest first.
    let editions: [EditionEntry]
    /// By `year/id`.
    let writeUps: [String: WriteUpEntry]
    /// Each kind in the order of its lists.
    let documents: DocumentLists
    let enterprises: [EnterpriseEntry]
    let associations: [AssociationEntry]
    let attachments: [AttachmentFile]
    let withheld: [Site.Withheld]
    let unusable: SiteContent.Unusable

    init(_ content: SiteContent, options: SiteAssembler.Options) {
        var withheld: [Site.Withheld] = []
        func isVisible(
            _ page: Page, draft: SourceRange? = nil, notBefore: Located<CalendarDate>? = nil, edition: Int? = nil
        ) -> Bool {
            if options.includesDrafts { return true }
            if let field = page.draft ?? draft {
                withheld.append(Site.Withheld(path: page.path, reason: .draft, field: field, edition: edition))
                return false
            }
            if let notBefore, notBefore.value > options.day {
                withheld.append(
                    Site.Withheld(
                        path: page.path, reason: .notBefore(notBefore.value), field: notBefore.range, edition: edition))
                return false
            }
            return true
        }

        configuration = content.configuration
        day = options.day
        editions = content.editions
            .filter { entry in
                let firstDay: Located<CalendarDate>? =
                    switch entry.status.value {
                    case .publicity: entry.publicity?.from
                    case .final: entry.published
                    case .draft: nil
                    }
                return isVisible(
                    entry.page, draft: entry.status.value == .draft ? entry.status.range : nil, notBefore: firstDay,
                    edition: entry.year.value)
            }
            .sorted { $0.year.value > $1.year.value }
        let years = Set(editions.map(\.year.value))
        // A write-up is not public before its edition.
        let hiddenEditions = Dictionary(
            withheld.compactMap { item in item.edition.map { ($0, item) } }, uniquingKeysWith: { first, _ in first })
        for writeUp in content.writeUps {
            guard let edition = hiddenEditions[writeUp.year] else { continue }
            withheld.append(
                Site.Withheld(
                    path: writeUp.page.path, reason: edition.reason, field: edition.field, edition: edition.edition))
        }
        writeUps = Dictionary(
            content.writeUps
                .filter { years.contains($0.year) && isVisible($0.page) }
                .map { ("\($0.year)/\($0.teamID)", $0) },
            uniquingKeysWith: { first, _ in first })
        var documents = DocumentLists()
        for kind in DocumentKind.allCases {
            let declaration = kind.declaration
            let shown = content.documents[kind].filter {
                isVisible($0.page, notBefore: declaration.isHiddenBeforeDay ? $0.day : nil)
            }
            documents[kind] = Self.sorted(shown, declaration.order)
        }
        self.documents = documents
        enterprises = content.enterprises
        associations = content.associations
        let pages = editions.map(\.page) + writeUps.values.map(\.page) + documents.all.map(\.page)
        let hidden = HiddenFiles(
            of: content, visiblePages: pages,
            named: documents.all.flatMap { entry in
                entry.files.compactMap { entry.page.path.resolving($0.value.text) }
            })
        attachments = content.attachments.values
            // What goes with a text that is not public yet is not either.
            .filter { !hidden.holds($0) }
            .sorted { $0.path < $1.path }
        self.withheld = withheld
        unusable = content.unusable
    }

    private static func sorted(_ documents: [DocumentEntry], _ order: DocumentDeclaration.Order) -> [DocumentEntry] {
        switch order {
        case .byPath: documents
        case .newestFirst: descending(documents) { $0.day?.value }
        case .descending(let field): descending(documents) { $0[field]?.value }
        }
    }

    /// The greatest first, what is equal by path, and last what has no value.
    private static func descending<Key: Comparable>(
        _ documents: [DocumentEntry], by key: (DocumentEntry) -> Key?
    ) -> [DocumentEntry] {
        documents.sorted { one, other in
            switch (key(one), key(other)) {
            case (let first?, let second?) where first != second: first > second
            case (_?, nil): true
            case (nil, _?): false
            default: one.page.path < other.page.path
            }
        }
    }

    /// The edition of a team, when it is not public.
    ///
    /// - Parameter key: `2020/zj-003`.
    func withheldEdition(ofTeam key: String) -> Site.Withheld? {
        Int(key.prefix { $0 != "/" }).flatMap { year in withheld.first { $0.edition == year } }
    }

    /// Every name that gets a slug or a place in a pinyin order.
    var namesToRomanise: [String] {
        var names: [String] = []
        for edition in editions {
            for row in edition.roster {
                names.append(row.enterprise.value)
                if let recommender = row[RosterFields.recommender] { names.append(recommender.value) }
            }
        }
        for writeUp in writeUps.values {
            names += writeUp[CommonFields.methods].map(\.value)
            names += writeUp[CommonFields.works].map(\.value)
        }
        for practice in documents[.practice] {
            names.append(practice.page.title.value)
            names += practice[CommonFields.methods].map(\.value)
            names += practice[CommonFields.works].map(\.value)
        }
        names += enterprises.flatMap { $0.names.map(\.name.value) }
        names += associations.map(\.name.value)
        return names
    }
}
