import Content
import Fields
import SiteModel
import Values

/// The pages of best practices and of the facets they are found by.
enum PracticePages {
    static func practices(_ context: RenderContext) -> PracticesPageView {
        PracticesPageView(
            practices: context.practiceItems,
            facets: [
                LinkGroupView(
                    title: context.words[.facetField], slug: "field", url: nil,
                    links: BuildingField.allCases.map { fieldLink($0, context, showsCount: true) }),
                LinkGroupView(
                    title: context.words[.facetCriterion], slug: "criterion", url: nil,
                    links: Criterion.allCases.map { criterionLink($0, context, showsCount: true) }),
                LinkGroupView(
                    title: context.words[.facetWorks], slug: "works", url: nil,
                    links: context.site.works.map { facetLink($0, context) }),
                LinkGroupView(
                    title: context.words[.facetMethod], slug: "method", url: nil,
                    links: context.site.methods.map { facetLink($0, context) }),
            ].filter { !$0.links.isEmpty }, coverage: CoverageChart.chart(context))
    }

    static func practice(_ index: Int, _ context: RenderContext) -> PracticePageView {
        let site = context.site
        let practice = site.practices[index]
        return PracticePageView(
            practice: context.practiceItems[index], facts: DocumentPages.facts(of: practice.entry, context),
            buildingFields: practice.entry[PracticeFields.fields].map {
                fieldLink($0.value, context, showsCount: false)
            },
            criteria: practice.entry[PracticeFields.criteria].map {
                criterionLink($0.value, context, showsCount: false)
            },
            methods: ItemViews.facetLinks(practice.methods, of: site.methods, context),
            works: ItemViews.facetLinks(practice.works, of: site.works, context),
            steps: practice.entry[PracticeFields.steps].map(\.value),
            teams: practice.teams.map { context.teamItems[$0] },
            contents: ItemViews.contents(of: practice.entry.page.body), body: context.html(of: practice.entry.page),
            related: practice.related.map { context.practiceItems[$0] })
    }

    /// The page of a method or a kind of works.
    static func facet(_ facet: Facet, _ context: RenderContext) -> FacetPageView {
        let site = context.site
        let siblings = facet.kind == .method ? site.methods : site.works
        return view(
            name: facet.name, kind: context.words[facet.kind == .method ? .facetMethod : .facetWorks],
            practices: facet.practices, teams: facet.teams,
            siblings: siblings.map {
                var link = facetLink($0, context)
                link.isCurrent = $0.slug == facet.slug
                return link
            }, context)
    }

    static func criterion(_ criterion: Criterion, _ context: RenderContext) -> FacetPageView {
        view(
            name: context.name(of: criterion), kind: context.words[.facetCriterion],
            practices: practices(of: criterion, context.site), teams: nil,
            siblings: Criterion.allCases.map {
                var link = criterionLink($0, context, showsCount: true)
                link.isCurrent = $0 == criterion
                return link
            }, context)
    }

    static func field(_ field: BuildingField, _ context: RenderContext) -> FacetPageView {
        view(
            name: context.name(of: field), kind: context.words[.facetField],
            practices: practices(of: field, context.site), teams: nil,
            siblings: BuildingField.allCases.map {
                var link = fieldLink($0, context, showsCount: true)
                link.isCurrent = $0 == field
                return link
            }, context)
    }

    /// - Parameter teams: `nil` for what write-ups do not name.
    private static func view(
        name: String, kind: String, practices: [Int], teams: [Int]?, siblings: [LinkView], _ context: RenderContext
    ) -> FacetPageView {
        FacetPageView(
            kind: kind,
            intro: context.words.text(
                teams == nil ? .facetIntroPractices : .facetIntro,
                ["name": name, "practices": String(practices.count), "teams": String(teams?.count ?? 0)]),
            practices: practices.map { context.practiceItems[$0] },
            teams: (teams ?? []).map { context.teamItems[$0] },
            siblings: siblings)
    }

    private static func practices(of criterion: Criterion, _ site: Site) -> [Int] {
        site.practices.indices.filter {
            site.practices[$0].entry[PracticeFields.criteria].contains { $0.value == criterion }
        }
    }

    private static func practices(of field: BuildingField, _ site: Site) -> [Int] {
        site.practices.indices.filter { site.practices[$0].entry[PracticeFields.fields].contains { $0.value == field } }
    }

    private static func facetLink(_ facet: Facet, _ context: RenderContext) -> LinkView {
        LinkView(
            title: facet.name, url: context.href(facet.url), note: String(facet.practices.count + facet.teams.count))
    }

    private static func criterionLink(
        _ criterion: Criterion, _ context: RenderContext, showsCount: Bool
    ) -> LinkView {
        LinkView(
            title: context.name(of: criterion), url: context.href(SiteURL.criterion(criterion)),
            note: showsCount ? String(practices(of: criterion, context.site).count) : nil)
    }

    private static func fieldLink(_ field: BuildingField, _ context: RenderContext, showsCount: Bool) -> LinkView {
        LinkView(
            title: context.name(of: field), url: context.href(SiteURL.field(field)),
            note: showsCount ? String(practices(of: field, context.site).count) : nil)
    }
}
