import Addresses
import Content
import Fields
import Markdown
import SiteModel
import Values

/// Makes the views that lists show.
enum ItemViews {
    static func team(_ team: Team, _ context: RenderContext) -> TeamItemView {
        let enterprise = context.site.enterprises[team.enterprise]
        let association = team.association.map { context.site.associations[$0] }
        let edition = context.site.editions[team.edition]
        let row = team.row
        let honors = row.honors.compactMap { honorName($0.value, context) }
        return TeamItemView(
            number: String(team.number), name: team.name, url: context.href(team.url), year: String(team.year),
            editionURL: context.href(edition.url), enterpriseName: row.enterprise.value,
            enterpriseURL: context.href(enterprise.url),
            enterprisePresentName: enterprise.name == row.enterprise.value ? nil : enterprise.name,
            provinceName: context.name(of: team.province),
            provinceURL: context.href(SiteURL.province(team.province)),
            mode: context.words[row.mode.value == .recommended ? .modeRecommended : .modeSelf],
            isSelfNominated: row.mode.value == .selfNominated,
            recommender: association?.name, recommenderURL: association.map { context.href($0.url) },
            honors: honors.isEmpty ? nil : honors.joined(separator: context.words[.wordSeparator]),
            members: row[RosterFields.members].map { String($0.value) }, isWithdrawn: !team.isHeld,
            isInPublicity: edition.isInPublicity, state: state(of: team, in: edition, context.words),
            withdrawnOn: team.isHeld ? nil : row[RosterFields.withdrawnOn].map { context.dates.view($0.value) },
            summary: team.writeUp?.page.summary?.value, hasWriteUp: team.writeUp != nil,
            methods: team.methods.isEmpty
                ? nil
                : team.methods.map { context.site.methods[$0].name }.joined(separator: context.words[.wordSeparator]))
    }

    /// The state of a title in words.
    static func state(of team: Team, in edition: Edition, _ words: Words) -> String {
        guard team.isHeld else { return words[.standingWithdrawn] }
        return switch edition.state {
        case .final: words[.standingHeld]
        case .publicityOpen: words[.standingInPublicity]
        case .draft, .publicityAhead, .publicityEnded: words[stateKey(edition.state)]
        }
    }

    /// The name of an honour beyond the year's title.
    static func honorName(_ honor: Honor, _ context: RenderContext) -> String? {
        switch honor {
        case .title: nil
        case .caqRecommended: context.words[.honorCAQRecommended]
        case .caqAwarded: context.words[.honorCAQAwarded]
        }
    }

    static func edition(_ edition: Edition, _ context: RenderContext) -> EditionItemView {
        let figures = edition.figures
        return EditionItemView(
            year: String(edition.year), title: edition.entry.page.title.value,
            url: context.href(edition.url),
            state: context.words[stateKey(edition.state)], isFinal: edition.state == .final,
            summary: context.words.text(
                .editionSummary,
                [
                    "held": String(figures.held), "provinces": String(figures.provinces),
                    "enterprises": String(figures.enterprises),
                ]),
            held: String(figures.held), provinces: String(figures.provinces),
            document: edition.entry.document?.value,
            published: edition.entry.published.map { context.dates.view($0.value) })
    }

    static func stateKey(_ state: Edition.State) -> TextKey {
        switch state {
        case .draft: .stateDraft
        case .publicityAhead: .statePublicityAhead
        case .publicityOpen: .statePublicityOpen
        case .publicityEnded: .statePublicityEnded
        case .final: .stateFinal
        }
    }

    static func practice(_ practice: Practice, _ context: RenderContext) -> PracticeItemView {
        PracticeItemView(
            title: practice.title, url: context.href(practice.url),
            summary: practice.entry.page.summary?.value
                ?? SummaryText.cut(practice.entry.page.body.plainText, limit: 120),
            teams: practice.teams.map { index in
                let team = context.site.teams[index]
                return LinkView(title: team.name, url: context.href(team.url), note: String(team.year))
            },
            tags: facetLinks(practice.works, of: context.site.works, context)
                + facetLinks(practice.methods, of: context.site.methods, context))
    }

    static func facetLinks(_ indices: [Int], of facets: [Facet], _ context: RenderContext) -> [LinkView] {
        indices.map { LinkView(title: facets[$0].name, url: context.href(facets[$0].url)) }
    }

    /// `nil` for a notice without a day or kind, which none is that was read.
    static func notice(_ notice: DocumentEntry, _ context: RenderContext) -> NoticeItemView? {
        guard let kind = notice[NoticeFields.kind], let day = notice.day else { return nil }
        return NoticeItemView(
            title: notice.page.title.value, url: context.href(notice.page.url),
            kind: noticeKind(kind.value, context.words), date: context.dates.view(day.value),
            summary: notice.page.summary?.value ?? SummaryText.cut(notice.page.body.plainText, limit: 100))
    }

    static func noticeKind(_ kind: NoticeKind, _ words: Words) -> String {
        switch kind {
        case .call: words[.noticeCall]
        case .publicity: words[.noticePublicity]
        case .result: words[.noticeResult]
        case .other: words[.noticeOther]
        }
    }

    static func tile(_ record: ProvinceRecord, _ context: RenderContext) -> TileView {
        let isChinese = context.configuration.language == .chinese
        let letters = record.province.letters.uppercased()
        return TileView(
            name: context.name(of: record.province),
            label: isChinese ? context.name(of: record.province) : letters,
            abbreviation: isChinese ? record.province.abbreviation : letters,
            slug: record.province.slug, url: context.href(record.url), held: String(record.held),
            isEmpty: record.held == 0, x: record.province.tile.map { String($0.column * 64) } ?? "",
            y: record.province.tile.map { String($0.row * 64) } ?? "")
    }

    /// "12个班组", with the withdrawn ones where there are any.
    static func count(of teams: [Int], _ context: RenderContext) -> String {
        let held = teams.count { context.site.teams[$0].isHeld }
        guard held < teams.count else { return context.words.text(.countHeld, ["count": String(held)]) }
        return context.words.text(
            .countHeldAndWithdrawn, ["count": String(held), "withdrawn": String(teams.count - held)])
    }

    /// Teams under their years, newest first; within a year in the order of the decision.
    static func groupsByYear(_ teams: [Int], _ context: RenderContext) -> [TeamGroupView] {
        let byYear = Dictionary(grouping: teams) { context.site.teams[$0].year }
        return byYear.keys.sorted(by: >).map { year in
            let members = (byYear[year] ?? []).sorted()
            return TeamGroupView(
                title: context.words.text(.yearHeading, ["year": String(year)]), slug: "year-\(year)",
                url: context.href(SiteURL.edition(year)), count: count(of: members, context),
                teams: members.map { context.teamItems[$0] })
        }
    }

    /// Distinct practices of some teams, in the order of the site.
    static func practices(of teams: [Int], _ context: RenderContext) -> [PracticeItemView] {
        Set(teams.flatMap { context.site.teams[$0].practices }).sorted().map { context.practiceItems[$0] }
    }

    static func change(_ change: Change, _ context: RenderContext) -> ChangeView {
        let site = context.site
        let words = context.words
        switch change.kind {
        case .withdrawal(let index):
            let team = site.teams[index]
            let edition = site.editions[team.edition]
            return ChangeView(
                kind: "withdrawal", kindName: words[.changeWithdrawal], date: context.dates.view(change.date),
                text: words.text(
                    .withdrawalText,
                    [
                        "enterprise": team.row.enterprise.value, "year": String(team.year),
                        "reason": team.row[RosterFields.reason]?.value ?? "",
                    ]),
                team: LinkView(title: team.name, url: context.href(team.url)),
                decision: decision(on: team, edition: edition, context))
        case .correction(let editionIndex, let teamIndex, let text):
            let edition = site.editions[editionIndex]
            let subject = teamIndex.map { LinkView(title: site.teams[$0].name, url: context.href(site.teams[$0].url)) }
            return ChangeView(
                kind: "correction", kindName: words[.changeCorrection], date: context.dates.view(change.date),
                text: text,
                team: subject ?? LinkView(title: edition.entry.page.title.value, url: context.href(edition.url)),
                decision: nil)
        case .renaming(let index, let old, let new):
            let enterprise = site.enterprises[index]
            return ChangeView(
                kind: "renaming", kindName: words[.changeRenaming], date: context.dates.view(change.date),
                text: words.text(.renamingText, ["from": old, "to": new]),
                team: LinkView(title: enterprise.name, url: context.href(enterprise.url)), decision: nil)
        }
    }

    /// The link to the decision on a withdrawal.
    static func decision(on team: Team, edition: Edition, _ context: RenderContext) -> LinkView? {
        guard let reference = team.row[RosterFields.decision],
            let path = edition.entry.page.path.resolving("roster.csv"),
            let url = context.href(of: reference.value, from: path)
        else { return nil }
        let notice = context.site.documents[.notice].first { reference.value.path(from: path) == $0.page.path }
        return LinkView(title: notice?.page.title.value ?? context.words[.decision], url: url)
    }

    /// The list of contents: headings of levels 2 and 3.
    static func contents(of document: MarkdownDocument) -> [ContentsItemView] {
        document.headings.filter { $0.level == 2 || $0.level == 3 }.map { heading in
            ContentsItemView(
                title: heading.text, url: "#" + PercentEncoding.fragment(ofID: heading.id), isSub: heading.level == 3)
        }
    }
}
