import Content
import Fields
import Rules
import SiteModel
import Text
import Values

/// What a page says of itself: heading, description, place in the site, state, structured data.
struct PageSummary {
    var title: String
    /// The title where the page is one among many, as in tabs and bookmarks; `nil` where `title` is enough.
    var documentTitle: String?
    var description: String
    /// The pages between the home page and this one.
    var ancestors: [(title: String, url: String)] = []
    var openGraphType = "website"
    var banner: BannerView?
    var published: CalendarDate?
    var updated: CalendarDate?
    var subject: [JSONValue] = []

    static func summary(of page: PageRoute, at url: String, _ context: RenderContext) -> PageSummary {
        let words = context.words
        let site = context.site
        switch page {
        case .home:
            return PageSummary(
                title: context.configuration.title, description: context.configuration.description,
                subject: [StructuredData.webSite(context)])
        case .awards: return awards(context)
        case .edition(let index): return edition(index, context)
        case .editionProvince(let index, let group): return editionProvince(index, group, context)
        case .team(let index): return team(index, context)
        case .provinces: return fixed(.provinces, .provincesDescription, context)
        case .province(let index):
            let record = site.provinces[index]
            let name = context.fullName(of: record.province)
            return PageSummary(
                title: words.text(.provinceTitle, ["province": context.name(of: record.province)]),
                description: words.text(.provinceDescription, holding(record.teams, name: name, context)),
                ancestors: [(words[.provinces], SiteURL.provinces)])
        case .enterprises:
            let count = site.enterprises.count { !$0.teams.isEmpty }
            return PageSummary(
                title: words[.enterprises], description: words.text(.enterprisesIntro, ["count": String(count)]))
        case .enterprise(let index):
            let enterprise = site.enterprises[index]
            return PageSummary(
                title: enterprise.name,
                description: words.text(
                    .enterpriseDescription, holding(enterprise.teams, name: enterprise.name, context)),
                ancestors: [(words[.enterprises], SiteURL.enterprises)])
        case .associations:
            return PageSummary(
                title: words[.associations],
                description: words.text(.associationsIntro, ["count": String(site.associations.count)]))
        case .association(let index):
            let association = site.associations[index]
            return PageSummary(
                title: association.name,
                description: words.text(
                    .associationDescription, holding(association.teams, name: association.name, context)),
                ancestors: [(words[.associations], SiteURL.associations)])
        case .method(let index): return facet(site.methods[index].name, .facetMethod, context)
        case .works(let index): return facet(site.works[index].name, .facetWorks, context)
        case .criterion(let criterion): return facet(context.name(of: criterion), .facetCriterion, context)
        case .field(let field): return facet(context.name(of: field), .facetField, context)
        case .search: return fixed(.search, .searchDescription, context)
        case .verify: return fixed(.verify, .verifyDescription, context)
        case .publicity: return fixed(.publicity, .publicityDescription, context)
        case .changes: return fixed(.changes, .changesDescription, context)
        case .documents(let kind): return list(of: kind, context)
        case .document(let kind, let index):
            let entry = site.documents[kind][index]
            let parent = kind.declaration.listWords.flatMap { list in
                kind.listURL.map { (words[declared: list.title], $0) }
            }
            // What is public from its day on is published on it; else the day is that of the last change.
            let isPublished = kind.declaration.isHiddenBeforeDay
            return article(
                entry.page, parent: parent, url: url, published: isPublished ? entry.day?.value : nil,
                updated: isPublished ? nil : entry.day?.value, context)
        case .notFound: return fixed(.notFound, .notFoundDescription, context)
        }
    }

    private static func list(of kind: DocumentKind, _ context: RenderContext) -> PageSummary {
        guard let list = kind.declaration.listWords else {
            return fixed(.notFound, .notFoundDescription, context)
        }
        return PageSummary(
            title: context.words[declared: list.title],
            description: context.words.text(
                named: list.description, ["count": String(context.site.documents[kind].count)]))
    }

    private static func fixed(_ title: TextKey, _ description: TextKey, _ context: RenderContext) -> PageSummary {
        PageSummary(title: context.words[title], description: context.words[description])
    }

    /// What a description says of teams: how many hold a title, and how many are in publicity, which do not yet.
    private static func holding(
        _ teams: [Int], name: String, _ context: RenderContext
    ) -> KeyValuePairs<String, String> {
        let site = context.site
        let listed = teams.filter { site.teams[$0].isHeld }
        let held = listed.count { site.editions[site.teams[$0].edition].state == .final }
        let pending = listed.count - held
        return [
            "name": name, "count": String(held),
            "pending": pending == 0 ? "" : context.words.text(.pendingTeams, ["count": String(pending)]),
        ]
    }

    private static func awards(_ context: RenderContext) -> PageSummary {
        let site = context.site
        let description = context.words.text(
            .awardsDescription,
            ["editions": String(site.editions.count { $0.state == .final }), "held": String(site.figures.held)])
        let files = [
            (context.absolute(SiteURL.awardsCSV), "text/csv"),
            (context.absolute(SiteURL.awardsJSON), "application/json"),
            (
                context.absolute(SiteURL.awardsXLSX),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
        ]
        return PageSummary(
            title: context.words[.awards], description: description,
            subject: [
                StructuredData.dataset(
                    name: context.configuration.title, description: description, url: context.absolute(SiteURL.awards),
                    files: files, context)
            ])
    }

    private static func edition(_ index: Int, _ context: RenderContext) -> PageSummary {
        let edition = context.site.editions[index]
        let title = edition.entry.page.title.value
        let description =
            edition.entry.page.description?.value
            ?? context.words.text(
                .editionDescription,
                [
                    "year": String(edition.year), "held": String(edition.figures.held),
                    "provinces": String(edition.figures.provinces),
                ])
        let files = [
            (context.absolute(SiteURL.listCSV(of: edition.url)), "text/csv"),
            (context.absolute(SiteURL.listJSON(of: edition.url)), "application/json"),
            (
                context.absolute(SiteURL.listXLSX(of: edition.url)),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
        ]
        return PageSummary(
            title: title, description: description, ancestors: [(context.words[.awards], SiteURL.awards)],
            banner: EditionPages.banner(of: edition, context), published: edition.entry.published?.value,
            subject: [
                StructuredData.itemList(name: title, teams: edition.teams, context),
                StructuredData.dataset(
                    name: title, description: description, url: context.absolute(edition.url), files: files, context),
            ])
    }

    private static func editionProvince(_ index: Int, _ group: Int, _ context: RenderContext) -> PageSummary {
        let edition = context.site.editions[index]
        let members = edition.groups[group]
        let title = context.words.text(
            .editionOfProvince,
            ["year": String(edition.year), "province": context.name(of: members.province)])
        return PageSummary(
            title: title,
            description: context.words.text(
                .provinceDescription,
                holding(
                    members.teams, name: "\(edition.year) \(context.fullName(of: members.province))", context)),
            ancestors: [
                (context.words[.awards], SiteURL.awards), (edition.entry.page.title.value, edition.url),
            ],
            banner: EditionPages.banner(of: edition, context),
            subject: [StructuredData.itemList(name: title, teams: members.teams, context)])
    }

    private static func team(_ index: Int, _ context: RenderContext) -> PageSummary {
        let team = context.site.teams[index]
        let edition = context.site.editions[team.edition]
        let page = team.writeUp?.page
        let description =
            page?.description?.value ?? page?.summary?.value
            ?? context.words.text(
                .teamDescription,
                [
                    "team": team.name, "enterprise": team.row.enterprise.value, "year": String(team.year),
                    "honor": context.configuration.honorName, "state": context.teamItems[index].state,
                ])
        return PageSummary(
            title: team.name,
            documentTitle: context.words.text(
                .teamDocumentTitle,
                ["team": team.name, "enterprise": team.row.enterprise.value, "year": String(team.year)]),
            description: description,
            ancestors: [
                (context.words[.awards], SiteURL.awards), (edition.entry.page.title.value, edition.url),
                (context.name(of: team.province), SiteURL.edition(edition.year, of: team.province)),
            ],
            openGraphType: "article", banner: EditionPages.banner(of: edition, context),
            published: edition.entry.published?.value,
            subject: [
                StructuredData.article(
                    title: team.name, url: context.absolute(team.url), description: description,
                    published: edition.entry.published?.value, context)
            ])
    }

    private static func facet(_ name: String, _ kind: TextKey, _ context: RenderContext) -> PageSummary {
        let title = context.words.text(.facetTitle, ["kind": context.words[kind], "name": name])
        return PageSummary(
            title: title, description: "\(context.words[.practices]) - \(title)",
            ancestors: [(context.words[.practices], SiteURL.practices)])
    }

    private static func article(
        _ page: Page, parent: (title: String, url: String)?, url: String, published: CalendarDate? = nil,
        updated: CalendarDate? = nil, _ context: RenderContext
    ) -> PageSummary {
        let beginning = SummaryText.cut(page.body.plainText, limit: TextLengths.summary.range.upperBound)
        // A text may have nothing but a picture or a table.
        let description =
            page.description?.value ?? page.summary?.value ?? (beginning.isEmpty ? page.title.value : beginning)
        return PageSummary(
            title: page.title.value, description: description, ancestors: parent.map { [$0] } ?? [],
            openGraphType: "article", published: published, updated: updated,
            subject: [
                StructuredData.article(
                    title: page.title.value, url: context.absolute(url), description: description,
                    published: published ?? updated, context)
            ])
    }
}
