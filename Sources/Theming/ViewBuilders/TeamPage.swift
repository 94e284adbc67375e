import Content
import Fields
import SiteModel

/// The page of a team.
enum TeamPage {
    static func view(_ index: Int, _ context: RenderContext) -> TeamPageView {
        let site = context.site
        let team = site.teams[index]
        let writeUp = team.writeUp
        let edition = site.editions[team.edition]
        let enterprise = site.enterprises[team.enterprise]
        return TeamPageView(
            team: context.teamItems[index], facts: facts(of: team, item: context.teamItems[index], context),
            indicators: writeUp?[WriteUpFields.indicators].map { indicator($0, context.words) } ?? [],
            indicatorChart: writeUp.flatMap { IndicatorChart.chart(of: $0[WriteUpFields.indicators], context) },
            scores: scores(of: writeUp, context), photos: photos(of: writeUp, context),
            contents: writeUp.map { ItemViews.contents(of: $0.page.body) } ?? [],
            body: writeUp.map { context.html(of: $0.page) } ?? [], withdrawal: withdrawal(of: team, context),
            decision: team.isHeld ? nil : ItemViews.decision(on: team, edition: edition, context),
            practices: team.practices.map { context.practiceItems[$0] },
            related: team.related.map { context.teamItems[$0] },
            otherYears: nearest(to: index, in: enterprise.teams).map { context.teamItems[$0] },
            hasMoreTitles: enterprise.teams.count > maximumOtherTitles + 1,
            previous: neighbour(index - 1, of: team, context), next: neighbour(index + 1, of: team, context),
            methods: ItemViews.facetLinks(team.methods, of: site.methods, context),
            works: ItemViews.facetLinks(team.works, of: site.works, context),
            corrections: EditionPages.corrections(of: team.edition, team: index, context))
    }

    /// So many titles of the same enterprise are listed; its page, which stands among the facts, has them all.
    private static let maximumOtherTitles = 40

    /// The others of an ascending list that stand nearest to one in it, in their order. The work does not grow with the
    /// list, which every team of it would go through.
    private static func nearest(to index: Int, in list: [Int]) -> [Int] {
        guard list.count > maximumOtherTitles + 1 else { return list.filter { $0 != index } }
        var lower = 0
        var upper = list.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if list[middle] < index { lower = middle + 1 } else { upper = middle }
        }
        let start = min(max(0, lower - maximumOtherTitles / 2), list.count - maximumOtherTitles - 1)
        return list[start...start + maximumOtherTitles].filter { $0 != index }
    }

    /// The team before or after in the same list.
    private static func neighbour(_ index: Int, of team: Team, _ context: RenderContext) -> LinkView? {
        guard context.site.teams.indices.contains(index), context.site.teams[index].edition == team.edition else {
            return nil
        }
        return LinkView(title: context.site.teams[index].name, url: context.href(context.site.teams[index].url))
    }

    private static func withdrawal(of team: Team, _ context: RenderContext) -> String? {
        guard !team.isHeld, let date = team.row[RosterFields.withdrawnOn] else { return nil }
        return context.words.text(
            .withdrawalSentence,
            ["date": context.dates.text(date.value), "reason": team.row[RosterFields.reason]?.value ?? ""])
    }

    private static func facts(of team: Team, item: TeamItemView, _ context: RenderContext) -> [FactView] {
        let words = context.words
        let site = context.site
        let edition = site.editions[team.edition]
        var facts = [
            FactView(
                label: words[edition.state == .final ? .labelHonor : .labelHonorProposed],
                text: site.configuration.honorName),
            FactView(label: words[.labelYear], text: item.year, url: item.editionURL),
            FactView(label: words[.labelState], text: item.state),
            FactView(
                label: words[.labelEnterprise], text: item.enterpriseName, url: item.enterpriseURL,
                note: item.enterprisePresentName.map { words.text(.presentName, ["name": $0]) }),
            FactView(
                label: words[.labelProvince], text: item.provinceName,
                url: context.href(SiteURL.edition(edition.year, of: team.province))),
        ]
        if let recommender = item.recommender {
            facts.append(FactView(label: words[.labelRecommender], text: recommender, url: item.recommenderURL))
        } else {
            facts.append(FactView(label: words[.labelMode], text: item.mode))
        }
        if let honors = item.honors {
            let source = team.row[RosterFields.source].flatMap { reference in
                edition.entry.page.path.resolving("roster.csv")
                    .flatMap { context.href(of: reference.value, from: $0) }
            }
            facts.append(FactView(label: words[.labelFurtherHonor], text: honors, url: source))
        }
        if let members = item.members {
            facts.append(
                FactView(label: words[.labelMembers], text: words.text(.membersValue, ["count": members])))
        }
        if let writeUp = team.writeUp {
            facts += FieldFacts.facts(of: WriteUpFields.inOrderOfFacts, in: writeUp.values, context)
        }
        return facts
    }

    private static func indicator(_ indicator: WriteUpEntry.Indicator, _ words: Words) -> IndicatorView {
        let isHigherBetter = indicator.better.value == .higher
        func isBetter(_ value: Double, than other: Double) -> Bool { isHigherBetter ? value > other : value < other }
        return IndicatorView(
            name: indicator.name.value, unit: indicator.unit?.value,
            before: indicator.before.map { NumberText.text($0.value) }, after: NumberText.text(indicator.after.value),
            target: indicator.target.map { NumberText.text($0.value) },
            direction: words[isHigherBetter ? .betterHigher : .betterLower],
            isTargetMet: indicator.target.map { !isBetter($0.value, than: indicator.after.value) } ?? false,
            isImproved: indicator.before.map { isBetter(indicator.after.value, than: $0.value) } ?? false)
    }

    private static func scores(of writeUp: WriteUpEntry?, _ context: RenderContext) -> [ScoreView] {
        guard context.configuration.publishesScores, let writeUp else { return [] }
        return writeUp[WriteUpFields.scores].map { score in
            ScoreView(
                name: context.name(of: score.criterion), points: NumberText.text(score.points.value),
                maximum: String(score.criterion.maximumPoints))
        }
    }

    private static func photos(of writeUp: WriteUpEntry?, _ context: RenderContext) -> [PhotoView] {
        guard let writeUp else { return [] }
        let isBodyFirst = writeUp.page.body.references.contains { $0.kind == .image }
        return writeUp[WriteUpFields.photos].enumerated().compactMap { place, photo in
            let path = writeUp.page.path
            guard let url = context.href(of: photo.file.value, from: path) else { return nil }
            let file = photo.file.value.path(from: path)
            let picture = file.flatMap(context.picture)
            let size = file.flatMap(context.imageSize)
            return PhotoView(
                picture: picture, url: url, alt: photo.alt.value, caption: photo.caption?.value,
                width: picture.map { String($0.width) } ?? size.map { String($0.width) },
                height: picture.map { String($0.height) } ?? size.map { String($0.height) },
                isFirst: place == 0 && !isBodyFirst)
        }
    }
}
