import Content
import Fields
import SiteModel
import Values

/// The pages of editions: all of them, one, and one province of one.
enum EditionPages {
    static func awards(_ context: RenderContext) -> AwardsPageView {
        AwardsPageView(
            editions: zip(context.site.editions, context.editionItems).map { edition, item in
                let figures = edition.figures
                return EditionRowView(
                    edition: item, recommended: String(figures.recommended),
                    selfNominated: String(figures.selfNominated),
                    recommendedFurther: String(figures.recommendedFurther), withdrawn: String(figures.withdrawn),
                    enterprises: String(figures.enterprises), writeUps: String(figures.writeUps))
            },
            chart: TrendChart.chart(of: context.site.editions.reversed(), context), downloads: openData(context))
    }

    static func openData(_ context: RenderContext) -> [DownloadView] {
        [
            DownloadView(title: context.words[.dataXLSX], url: context.href(SiteURL.awardsXLSX), format: "XLSX"),
            DownloadView(title: context.words[.dataCSV], url: context.href(SiteURL.awardsCSV), format: "CSV"),
            DownloadView(title: context.words[.dataJSON], url: context.href(SiteURL.awardsJSON), format: "JSON"),
            DownloadView(title: context.words[.dataSchema], url: context.href(SiteURL.schema), format: "JSON"),
        ]
    }

    static func edition(_ index: Int, _ context: RenderContext) -> EditionPageView {
        let edition = context.site.editions[index]
        return EditionPageView(
            edition: context.editionItems[index], provinceName: nil, provinceURL: nil, wholeListURL: nil,
            figures: figures(edition.figures, context, of: edition.state, honored: "#honors"),
            facts: facts(of: edition, context),
            groups: edition.groups.map { group($0, of: edition, context) },
            groupLinks: edition.groups.map { groupLink($0, of: edition, current: nil, context) },
            honored: edition.groups.flatMap(\.teams).map { context.teamItems[$0] }.filter { $0.honors != nil },
            downloads: downloads(of: edition, context), body: context.html(of: edition.entry.page),
            corrections: corrections(of: index, team: nil, context),
            otherEditions: context.site.editions.filter { $0.year != edition.year }.map {
                LinkView(title: String($0.year), url: context.href($0.url))
            }, hasMethods: !context.site.methods.isEmpty)
    }

    static func province(_ groupIndex: Int, of index: Int, _ context: RenderContext) -> EditionPageView {
        let edition = context.site.editions[index]
        let province = edition.groups[groupIndex].province
        let group = edition.groups[groupIndex]
        return EditionPageView(
            edition: context.editionItems[index], provinceName: context.name(of: province),
            provinceURL: context.href(SiteURL.province(province)), wholeListURL: context.href(edition.url),
            figures: figures(
                FigureCounting.figures(of: group.teams.map { context.site.teams[$0] }), context, isOneProvince: true,
                of: edition.state),
            facts: [], groups: [self.group(group, of: edition, context)],
            groupLinks: edition.groups.map { groupLink($0, of: edition, current: province, context) },
            honored: [], downloads: downloads(of: edition, context), body: [], corrections: [],
            otherEditions: context.site.editions.compactMap { other in
                guard other.year != edition.year, other.groups.contains(where: { $0.province == province }) else {
                    return nil
                }
                return LinkView(title: String(other.year), url: context.href(SiteURL.edition(other.year, of: province)))
            }, hasMethods: !context.site.methods.isEmpty)
    }

    /// The banner of an edition that is not final.
    static func banner(of edition: Edition, _ context: RenderContext) -> BannerView? {
        let words = context.words
        let publicity = edition.entry.publicity
        func period(_ key: TextKey) -> String {
            guard let publicity else { return words[.statePublicityOpen] }
            return words.text(
                key,
                ["from": context.dates.text(publicity.from.value), "to": context.dates.text(publicity.to.value)])
        }
        let title = words[ItemViews.stateKey(edition.state)]
        let url =
            context.site.routes[SiteURL.supervision].map { context.href($0.url) } ?? context.href(SiteURL.publicity)
        let text: String
        switch edition.state {
        case .final: return nil
        case .draft:
            return BannerView(kind: "draft", title: title, text: words[.bannerDraft], contact: nil, url: nil)
        case .publicityAhead: text = period(.bannerPublicityAhead)
        case .publicityOpen: text = period(.bannerPublicityOpen)
        case .publicityEnded: text = period(.bannerPublicityEnded)
        }
        return BannerView(kind: "publicity", title: title, text: text, contact: publicity?.contact.value, url: url)
    }

    static func corrections(of edition: Int, team: Int?, _ context: RenderContext) -> [ChangeView] {
        context.site.changes.filter { change in
            guard case .correction(let changed, let changedTeam, _) = change.kind, changed == edition else {
                return false
            }
            return team == nil || team == changedTeam
        }
        .map { ItemViews.change($0, context) }
    }

    /// - Parameters:
    ///   - state: that of their edition, which says whether the counted teams hold a title.
    ///   - honored: where the teams with further honours are listed.
    static func figures(
        _ figures: Figures, _ context: RenderContext, isOneProvince: Bool = false,
        of state: Edition.State = .final,
        honored: String? = nil
    ) -> [FigureView] {
        let words = context.words
        let values: [(TextKey, Int, Bool)] = [
            (figureKey(state), figures.held, true),
            (.figureProvinces, figures.provinces, !isOneProvince),
            (.figureEnterprises, figures.enterprises, true), (.figureRecommended, figures.recommended, true),
            (.figureSelf, figures.selfNominated, figures.selfNominated > 0),
            (.figureFurther, figures.recommendedFurther, figures.recommendedFurther > 0),
            (.figureWithdrawn, figures.withdrawn, figures.withdrawn > 0),
            (.figureWriteUps, figures.writeUps, figures.writeUps > 0),
        ]
        return values.filter(\.2).map { key, value, _ in
            FigureView(label: words[key], value: String(value), url: key == .figureFurther ? honored : nil)
        }
    }

    /// What the teams of an edition are that are counted first.
    private static func figureKey(_ state: Edition.State) -> TextKey {
        switch state {
        case .final: .figureHeld
        case .publicityAhead, .publicityOpen, .publicityEnded: .figureInPublicity
        case .draft: .figureInDraft
        }
    }

    /// The figures of teams of several editions. Teams in publicity hold no title yet: they have a figure of their own.
    static func figures(ofTeams teams: [Int], _ context: RenderContext) -> [FigureView] {
        let site = context.site
        let state = { (index: Int) in site.editions[site.teams[index].edition].state }
        let final = teams.filter { state($0) == .final }.map { site.teams[$0] }
        let pending = teams.filter { state($0) != .final && site.teams[$0].isHeld }
        var figures = final.isEmpty ? [] : Self.figures(FigureCounting.figures(of: final), context, isOneProvince: true)
        for key in [TextKey.figureInPublicity, .figureInDraft] {
            let count = pending.count { figureKey(state($0)) == key }
            if count > 0 { figures.append(FigureView(label: context.words[key], value: String(count))) }
        }
        return figures
    }

    private static func group(_ group: ProvinceGroup, of edition: Edition, _ context: RenderContext) -> TeamGroupView {
        TeamGroupView(
            title: context.name(of: group.province), slug: group.province.slug,
            url: context.href(SiteURL.edition(edition.year, of: group.province)),
            count: ItemViews.count(of: group.teams, context), teams: group.teams.map { context.teamItems[$0] })
    }

    private static func groupLink(
        _ group: ProvinceGroup, of edition: Edition, current: Province?, _ context: RenderContext
    ) -> LinkView {
        LinkView(
            title: context.name(of: group.province),
            url: context.href(SiteURL.edition(edition.year, of: group.province)),
            isCurrent: group.province == current, note: String(group.heldCount))
    }

    private static func downloads(of edition: Edition, _ context: RenderContext) -> [DownloadView] {
        [
            DownloadView(
                title: context.words[.listXLSX], url: context.href(SiteURL.listXLSX(of: edition.url)), format: "XLSX"),
            DownloadView(
                title: context.words[.listCSV], url: context.href(SiteURL.listCSV(of: edition.url)), format: "CSV"),
            DownloadView(
                title: context.words[.listJSON], url: context.href(SiteURL.listJSON(of: edition.url)), format: "JSON"),
        ]
    }

    private static func facts(of edition: Edition, _ context: RenderContext) -> [FactView] {
        let entry = edition.entry
        let words = context.words
        let dates = context.dates
        var facts = [FactView(label: words[.labelState], text: words[ItemViews.stateKey(edition.state)])]
        if let document = entry.document { facts.append(FactView(label: words[.labelDocument], text: document.value)) }
        if let published = entry.published {
            facts.append(FactView(label: words[.labelPublished], text: dates.text(published.value)))
        }
        if let publicity = entry.publicity {
            facts.append(
                FactView(
                    label: words[.labelPublicity],
                    text: words.text(
                        .period,
                        ["from": dates.text(publicity.from.value), "to": dates.text(publicity.to.value)])))
            facts.append(FactView(label: words[.labelContact], text: publicity.contact.value))
        }
        if let deadline = entry.deadline {
            facts.append(FactView(label: words[.labelDeadline], text: dates.text(deadline.value)))
        }
        if let exchange = entry.exchange {
            let parts = [exchange.date.map { dates.text($0.value) }, exchange.place?.value, exchange.form?.value]
            facts.append(
                FactView(
                    label: words[.labelExchange],
                    text: parts.compactMap { $0 }.joined(separator: words[.wordSeparator])))
        }
        return facts
    }
}
