import Content
import Fields
import SiteModel
import Values

/// The pages of provinces, enterprises and associations.
enum PlacePages {
    static func provinces(_ context: RenderContext) -> ProvincesPageView {
        let site = context.site
        let editions = site.editions.filter { $0.state != .draft }
        let tiles = site.provinces.map { ($0, ItemViews.tile($0, context)) }
        return ProvincesPageView(
            tiles: tiles.filter { $0.0.province.tile != nil }.map(\.1),
            apart: tiles.filter { $0.0.province.tile == nil }.map(\.1),
            rows: site.provinces.map { record in
                ProvinceRowView(
                    name: context.name(of: record.province), fullName: context.fullName(of: record.province),
                    url: context.href(record.url), counts: editions.map { String(record.heldByYear[$0.year] ?? 0) },
                    total: String(record.held), note: note(on: record, context)?.text)
            },
            years: editions.map { year(of: $0, context.words) }, hasPending: editions.contains { $0.state != .final })
    }

    /// The year as the head of a column, with the state of an edition that is not final.
    private static func year(of edition: Edition, _ words: Words) -> String {
        guard edition.state != .final else { return String(edition.year) }
        let state: TextKey = edition.state == .publicityOpen ? .standingInPublicity : ItemViews.stateKey(edition.state)
        return words.text(.yearWithState, ["year": String(edition.year), "state": words[state]])
    }

    static func province(_ index: Int, _ context: RenderContext) -> ProvincePageView {
        let site = context.site
        let record = site.provinces[index]
        let note = note(on: record, context)
        let enterprises = Set(record.teams.map { site.teams[$0].enterprise }).sorted()
        return ProvincePageView(
            name: context.name(of: record.province), fullName: context.fullName(of: record.province),
            note: note?.text, noteURL: note?.url,
            figures: EditionPages.figures(ofTeams: record.teams, context),
            groups: ItemViews.groupsByYear(record.teams, context),
            associations: record.associations.map { associationLink(site.associations[$0], context) },
            enterprises: enterprises.map { enterpriseLink(site.enterprises[$0], context) },
            practices: ItemViews.practices(of: record.teams, context),
            downloads: record.teams.isEmpty
                ? []
                : [
                    DownloadView(
                        title: context.words[.listCSV], url: context.href(SiteURL.listCSV(of: record.url)),
                        format: "CSV")
                ],
            neighbours: [index - 1, index + 1].filter { site.provinces.indices.contains($0) }.map {
                LinkView(
                    title: context.name(of: site.provinces[$0].province), url: context.href(site.provinces[$0].url))
            })
    }

    static func enterprises(_ context: RenderContext) -> IndexPageView {
        let listed = context.site.enterprises.filter { !$0.teams.isEmpty }
        let byProvince = Dictionary(grouping: listed) { $0.provinces.first }
        return IndexPageView(
            intro: context.words.text(.enterprisesIntro, ["count": String(listed.count)]),
            groups: context.site.provinces.compactMap { record in
                guard let members = byProvince[record.province] else { return nil }
                return LinkGroupView(
                    title: context.name(of: record.province), slug: record.province.slug,
                    url: context.href(record.url), links: members.map { enterpriseLink($0, context) })
            })
    }

    static func enterprise(_ index: Int, _ context: RenderContext) -> HolderPageView {
        let site = context.site
        let words = context.words
        let enterprise = site.enterprises[index]
        var facts = enterprise.provinces.map { province in
            FactView(
                label: words[.labelProvince], text: context.name(of: province),
                url: context.href(SiteURL.province(province)))
        }
        if let code = enterprise.entry?.creditCode {
            facts.append(FactView(label: words[.labelCreditCode], text: code.value))
        }
        return HolderPageView(
            facts: facts, names: names(of: enterprise, context), family: family(of: enterprise, context),
            groups: ItemViews.groupsByYear(enterprise.teams, context),
            figures: EditionPages.figures(ofTeams: enterprise.teams, context)
                .filter { $0.label != words[.figureEnterprises] },
            downloads: [], practices: ItemViews.practices(of: enterprise.teams, context))
    }

    static func associations(_ context: RenderContext) -> IndexPageView {
        let associations = context.site.associations
        let levels: [AssociationLevel] = [.national, .provincial, .city]
        return IndexPageView(
            intro: context.words.text(.associationsIntro, ["count": String(associations.count)]),
            groups: levels.compactMap { level in
                let members = associations.filter { ($0.entry?.level.value ?? .provincial) == level }
                guard !members.isEmpty else { return nil }
                return LinkGroupView(
                    title: name(of: level, context.words), slug: level.rawValue, url: nil,
                    links: members.map { associationLink($0, context) })
            })
    }

    static func association(_ index: Int, _ context: RenderContext) -> HolderPageView {
        let words = context.words
        let association = context.site.associations[index]
        var facts: [FactView] = []
        if let level = association.entry?.level.value {
            facts.append(FactView(label: words[.labelLevel], text: name(of: level, words)))
        }
        if let province = association.province {
            facts.append(
                FactView(
                    label: words[.labelProvince], text: context.name(of: province),
                    url: context.href(SiteURL.province(province))))
        }
        return HolderPageView(
            facts: facts, names: [], family: [], groups: ItemViews.groupsByYear(association.teams, context),
            figures: EditionPages.figures(ofTeams: association.teams, context),
            downloads: [
                DownloadView(
                    title: words[.listCSV], url: context.href(SiteURL.listCSV(of: association.url)), format: "CSV")
            ],
            practices: ItemViews.practices(of: association.teams, context))
    }

    /// What counts to a province, or to which province a unit counts.
    private static func note(on record: ProvinceRecord, _ context: RenderContext) -> (text: String, url: String)? {
        let provinces = context.site.provinces
        if let slug = record.province.countsToSlug,
            let region = provinces.first(where: { $0.province.slug == slug })
        {
            let text = context.words.text(.provinceCountsTo, ["name": context.name(of: region.province)])
            return (text, context.href(region.url))
        }
        guard let unit = provinces.first(where: { $0.province.countsToSlug == record.province.slug }), unit.held > 0
        else { return nil }
        let text = context.words.text(
            .provinceIncludes, ["name": context.name(of: unit.province), "count": String(unit.held)])
        return (text, context.href(unit.url))
    }

    private static func enterpriseLink(_ enterprise: Enterprise, _ context: RenderContext) -> LinkView {
        LinkView(
            title: enterprise.name, url: context.href(enterprise.url),
            note: ItemViews.count(of: enterprise.teams, context))
    }

    private static func associationLink(_ association: Association, _ context: RenderContext) -> LinkView {
        LinkView(
            title: association.name, url: context.href(association.url),
            note: ItemViews.count(of: association.teams, context))
    }

    static func name(of level: AssociationLevel, _ words: Words) -> String {
        switch level {
        case .national: words[.levelNational]
        case .provincial: words[.levelProvincial]
        case .city: words[.levelCity]
        }
    }

    private static func names(of enterprise: Enterprise, _ context: RenderContext) -> [FactView] {
        guard let names = enterprise.entry?.names, names.count > 1 else { return [] }
        return names.reversed().map { name in
            FactView(
                label: span(from: name.from?.value, to: name.to?.value, context) ?? "", text: name.name.value)
        }
    }

    private static func family(of enterprise: Enterprise, _ context: RenderContext) -> [LinkView] {
        let words = context.words
        var family: [LinkView] = []
        func add(_ index: Int, _ relation: TextKey) {
            let relative = context.site.enterprises[index]
            guard !relative.teams.isEmpty else { return }
            family.append(
                LinkView(title: relative.name, url: context.href(relative.url), note: words[relation]))
        }
        if let parent = enterprise.parent { add(parent, .relationParent) }
        for child in enterprise.children {
            let kind = context.site.enterprises[child].entry?.parent?.kind.value
            add(child, kind == .branch ? .relationBranch : .relationSubsidiary)
        }
        return family
    }

    /// A stretch of days in words; `nil` when both ends are open.
    static func span(from: CalendarDate?, to: CalendarDate?, _ context: RenderContext) -> String? {
        let words = context.words
        switch (from.map(context.dates.text), to.map(context.dates.text)) {
        case (let from?, let to?): return words.text(.period, ["from": from, "to": to])
        case (let from?, nil): return words.text(.periodFrom, ["from": from])
        case (nil, let to?): return words.text(.periodTo, ["to": to])
        case (nil, nil): return nil
        }
    }
}
