import Content
import Diagnostics
import Values

/// The fourth stage of the pipeline: typed entries become one value with every relation resolved.
package enum SiteAssembler {
    /// What decides which content is public.
    package struct Options: Sendable {
        /// The day the site is built for.
        package let day: CalendarDate
        /// Whether drafts, and content whose day has not come, are shown as well.
        package let includesDrafts: Bool
        /// The latest day that has come where the site is shown as of an earlier one.
        package let latestDay: CalendarDate
        /// Whether the machine has what share pictures need.
        package let canDrawSharePictures: Bool

        package init(
            day: CalendarDate, includesDrafts: Bool, latestDay: CalendarDate? = nil, canDrawSharePictures: Bool = true
        ) {
            self.day = day
            self.includesDrafts = includesDrafts
            self.latestDay = max(day, latestDay ?? day)
            self.canDrawSharePictures = canDrawSharePictures
        }
    }

    /// Builds the site. With errors among the diagnostics the site is still whole, without what dangles, so that a
    /// preview can show it.
    package static func assemble(
        _ content: SiteContent, options: Options
    ) -> (site: Site, diagnostics: [Diagnostic]) {
        var findings: [Diagnostic] = []
        let visible = VisibleContent(content, options: options)
        findings += HiddenEditions.findings(in: content, visible: visible)
        let pinyin = Pinyin(texts: visible.namesToRomanise, published: content.published)
        let enterprises = EnterpriseIndex(visible, pinyin: pinyin, findings: &findings)
        let associations = AssociationIndex(visible, pinyin: pinyin, findings: &findings)
        var teams = TeamList(visible, enterprises: enterprises, associations: associations)
        let facets = FacetIndex(visible, teams: teams, pinyin: pinyin, findings: &findings)
        let practices = PracticeList(visible, teams: teams, facets: facets, pinyin: pinyin, findings: &findings)
        teams.relate(facets: facets, practices: practices, visible: visible, findings: &findings)
        findings += ReferenceValidation.findings(in: visible, teams: teams, all: content)
        findings += ProgrammeValidation.findings(in: visible)
        findings += WithdrawalDates.findings(in: visible.editions, latestDay: options.latestDay)
        findings += CorrectionDates.findings(in: visible.editions, latestDay: options.latestDay)
        let editions = EditionList.editions(visible, teams: teams.teams)
        findings += AnnouncedNumbers.findings(
            in: editions.filter { !content.unusable.rosterYears.contains($0.year) }, writeUps: content.writeUps)

        let sources = SiteSources(
            visible: visible, editions: editions, teams: teams.teams,
            enterprises: enterprises.enterprises(teams: teams.teams),
            associations: associations.associations(teams: teams.teams),
            provinces: ProvinceRecords.records(
                teams: teams.teams, finalYears: Set(editions.filter { $0.state == .final }.map(\.year)),
                associations: associations),
            practices: practices.practices,
            methods: facets.methods(teams: teams.teams, practices: practices.practices),
            works: facets.works(teams: teams.teams, practices: practices.practices),
            sharePictures: SharePicture.extent(
                content.configuration.sharePictures, teamCount: teams.teams.count,
                canDraw: options.canDrawSharePictures))
        let routes = RouteListing.routes(of: sources, findings: &findings)
        let site = Site(
            configuration: content.configuration,
            day: options.day,
            editions: editions,
            teams: sources.teams,
            enterprises: sources.enterprises,
            associations: sources.associations,
            provinces: sources.provinces,
            practices: sources.practices,
            methods: sources.methods,
            works: sources.works,
            documents: sources.documents,
            synonyms: content.synonyms,
            attachments: visible.attachments,
            deadlines: Dictionary(
                content.editions.compactMap { entry in entry.deadline.map { (entry.year.value, $0.value) } },
                uniquingKeysWith: { first, _ in first }),
            changes: ChangeHistory.changes(of: sources, day: options.day),
            figures: FigureCounting.figures(of: sources.teams.filter { editions[$0.edition].state == .final }),
            routes: routes,
            withheld: visible.withheld, unusablePaths: content.unusable.paths)
        return (site, findings)
    }
}

/// The parts of a site from which its routes and history are listed.
struct SiteSources {
    let visible: VisibleContent
    let editions: [Edition]
    let teams: [Team]
    let enterprises: [Enterprise]
    let associations: [Association]
    let provinces: [ProvinceRecord]
    let practices: [Practice]
    let methods: [Facet]
    let works: [Facet]
    let sharePictures: SharePictureExtent

    /// The documents in the order of the site's lists.
    var documents: DocumentLists {
        var documents = visible.documents
        documents[.practice] = practices.map(\.entry)
        return documents
    }
}
