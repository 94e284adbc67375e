import Content
import Diagnostics
import Values

/// The whole site as one immutable value, every relation resolved.
///
/// Entities refer to each other by their index in the arrays below. Only what is public on `day` is in it.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class Site: Sendable {
    package let configuration: SiteConfiguration
    /// The day the site is built for. It decides what is public and which periods are open; nothing else knows a date.
    package let day: CalendarDate
    /// Newest first.
    package let editions: [Edition]
    /// Newest edition first, within an edition in the order of the decision.
    package let teams: [Team]
    /// By pinyin of their present names.
    package let enterprises: [Enterprise]
    /// By level, then province, then pinyin.
    package let associations: [Association]
    /// All 34 regions and the Corps, in the standard order.
    package let provinces: [ProvinceRecord]
    /// By pinyin of their titles.
    package let practices: [Practice]
    /// By pinyin.
    package let methods: [Facet]
    /// By pinyin.
    package let works: [Facet]
    /// Each kind in the order of its lists; practices in the order of `practices`.
    package let documents: DocumentLists
    /// Groups of words that mean the same to search.
    package let synonyms: [[String]]
    package let attachments: [AttachmentFile]
    /// Until when teams could apply, by year; also of editions that are not public yet.
    package let deadlines: [Int: CalendarDate]
    /// Newest first.
    package let changes: [Change]
    package let figures: Figures
    package let routes: RouteTable
    /// What was left out because it is a draft or its day has not come, for the summary of a build.
    package let withheld: [Withheld]
    /// Files that are there but have errors.
    package let unusablePaths: Set<String>

    /// Something that is in the content but not public; a write-up is not before its edition.
    package struct Withheld: Sendable, Hashable {
        package enum Reason: Sendable, Hashable {
            case draft
            case notBefore(CalendarDate)
        }

        package let path: SitePath
        package let reason: Reason
        /// The field that is the reason.
        package let field: SourceRange
        /// The year of the edition that is not public, which keeps its write-ups from being so.
        package let edition: Int?
    }

    package init(
        configuration: SiteConfiguration, day: CalendarDate, editions: [Edition], teams: [Team],
        enterprises: [Enterprise], associations: [Association], provinces: [ProvinceRecord], practices: [Practice],
        methods: [Facet], works: [Facet], documents: DocumentLists, synonyms: [[String]], attachments: [AttachmentFile],
        deadlines: [Int: CalendarDate], changes: [Change],
        figures: Figures, routes: RouteTable, withheld: [Withheld], unusablePaths: Set<String>
    ) {
        self.configuration = configuration
        self.day = day
        self.editions = editions
        self.teams = teams
        self.enterprises = enterprises
        self.associations = associations
        self.provinces = provinces
        self.practices = practices
        self.methods = methods
        self.works = works
        self.documents = documents
        self.synonyms = synonyms
        self.attachments = attachments
        self.deadlines = deadlines
        self.changes = changes
        self.figures = figures
        self.routes = routes
        self.withheld = withheld
        self.unusablePaths = unusablePaths
    }
}

extension Site {
    /// The text of the home page, where the site has one.
    package var home: DocumentEntry? { documents[.page].first { $0.page.path.isHome } }

    package var shownDay: ShownDay { ShownDay(day, configuration: configuration) }

    /// Every page of the content that is published, with its site-absolute path.
    package var publishedPages: [(page: Page, url: String)] {
        let pages =
            editions.map(\.entry.page) + teams.compactMap { $0.writeUp?.page } + documents.all.map(\.page)
        return pages.compactMap { page in routes.urlBySource[page.path.text].map { (page, $0) } }
    }
}

extension Site {
    /// The same site with another text of a write-up.
    ///
    /// - Parameter writeUp: one that differs from the site's in its body only, so that no relation changes.
    /// - Returns: `nil` when the new text makes other addresses, those of the parts of the search index.
    package func withBody(of writeUp: WriteUpEntry) -> Site? {
        let length = { (entry: WriteUpEntry?) in entry?.page.source.bytes.count ?? 0 }
        let old = teams.first { $0.writeUp?.page.path == writeUp.page.path }?.writeUp
        guard let routes = routes.withTexts(bytes: routes.textBytes - length(old) + (old == nil ? 0 : length(writeUp)))
        else { return nil }
        let teams = teams.map { team in
            guard team.writeUp?.page.path == writeUp.page.path else { return team }
            var team = team
            team.writeUp = writeUp
            return team
        }
        return Site(
            configuration: configuration, day: day, editions: editions, teams: teams, enterprises: enterprises,
            associations: associations, provinces: provinces, practices: practices, methods: methods, works: works,
            documents: documents, synonyms: synonyms, attachments: attachments, deadlines: deadlines,
            changes: changes, figures: figures, routes: routes, withheld: withheld, unusablePaths: unusablePaths)
    }
}
