import Content
import SiteModel
import Values

/// The pages of a site as search sees them, newest first.
enum SiteDocuments {
    /// A document with its day, as a number by which documents are sorted; 0 for those without.
    private struct Dated: Sendable {
        let document: SearchDocument
        let day: Int
    }

    /// All pages that say something of their own.
    static func everything(in site: Site, jobs: Int) -> [SearchDocument] {
        let texts = DocumentText(site: site)
        var dated = ParallelWork.map(count: site.teams.count, jobs: jobs) { index in
            let team = site.teams[index]
            return Dated(document: texts.team(team), day: day(of: team, in: site))
        }
        dated += site.practices.map { practice in
            let newest = practice.teams.map { day(of: site.teams[$0], in: site) }.max() ?? 0
            return Dated(
                document: texts.practice(practice), day: practice.entry.day.map { day($0.value) } ?? newest)
        }
        dated += site.editions.map { Dated(document: texts.edition($0), day: day(of: $0)) }
        for kind in DocumentKind.allCases where kind != .practice {
            dated += site.documents[kind].compactMap { entry in
                texts.document(entry).map { document in
                    Dated(document: document, day: (entry.day?.value ?? entry[FormFields.valid]?.from).map(day) ?? 0)
                }
            }
        }
        dated += site.enterprises.filter { !$0.teams.isEmpty }.map { enterprise in
            let newest = enterprise.teams.first.map { day(of: site.teams[$0], in: site) } ?? 0
            return Dated(document: texts.enterprise(enterprise), day: newest)
        }
        dated += site.associations.map { Dated(document: texts.association($0), day: 0) }
        dated += site.provinces.map { Dated(document: texts.province($0), day: 0) }
        dated += texts.topics.map { Dated(document: $0, day: 0) }
        return sorted(dated)
    }

    /// The titles of teams, with nothing but names.
    static func titles(of site: Site) -> [SearchDocument] {
        let texts = DocumentText(site: site)
        return sorted(site.teams.map { Dated(document: texts.title(of: $0), day: day(of: $0, in: site)) })
    }

    /// Newest first; what is of one day stays in its order.
    private static func sorted(_ dated: [Dated]) -> [SearchDocument] {
        dated.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
            .map(\.element.document)
    }

    private static func day(_ date: CalendarDate) -> Int { (date.year * 100 + date.month) * 100 + date.day }

    /// An edition that is not published yet counts as the newest of its year.
    private static func day(of edition: Edition) -> Int {
        edition.entry.published.map { day($0.value) } ?? edition.year * 10_000 + 1231
    }

    private static func day(of team: Team, in site: Site) -> Int { day(of: site.editions[team.edition]) }
}
