import Content
import Fields
import Pictures
import SiteModel

/// What the share pictures of a site say. A title that is withdrawn, or not given yet, is not claimed.
struct ShareCards {
    let context: RenderContext
    /// 0xRRGGBB.
    let accent: UInt32

    func card(of subject: FileRoute.ShareSubject) -> ShareCard {
        var card =
            switch subject {
            case .site: siteCard
            case .edition(let index): edition(context.site.editions[index])
            case .team(let index): team(context.site.teams[index])
            case .practice(let index): practice(context.site.practices[index])
            }
        let configuration = context.configuration
        card.address = configuration.baseURL.writtenHost + configuration.baseURL.path.dropLast()
        if configuration.isSample, let note = context.words.text(named: "sample_notice") { card.note = note }
        return card
    }

    /// What the picture shows, for those who cannot see it.
    static func alternative(of card: ShareCard) -> String {
        ([card.heading, card.mark] + card.lines + [card.state?.text ?? ""]).filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private var words: Words { context.words }

    private func card(_ heading: String) -> ShareCard {
        ShareCard(
            organisation: context.configuration.organisation.name + " · " + context.configuration.shortTitle,
            heading: heading, accent: accent)
    }

    private var siteCard: ShareCard {
        let configuration = context.configuration
        var card = ShareCard(
            organisation: configuration.organisation.name, heading: configuration.title, accent: accent)
        if configuration.description != configuration.title { card.lines = [configuration.description] }
        return card
    }

    private func edition(_ edition: Edition) -> ShareCard {
        var card = card(edition.entry.page.title.value)
        card.mark = words.text(.yearHeading, ["year": String(edition.year)])
        card.lines = [
            words.text(
                .editionSummary,
                [
                    "held": String(edition.figures.held), "provinces": String(edition.figures.provinces),
                    "enterprises": String(edition.figures.enterprises),
                ])
        ]
        card.state = state(of: edition)
        return card
    }

    private func team(_ team: Team) -> ShareCard {
        let edition = context.site.editions[team.edition]
        let configuration = context.configuration
        var card = card(team.name)
        let year = words.text(.yearHeading, ["year": String(team.year)])
        card.mark = year
        card.lines = [team.row.enterprise.value + " · " + context.name(of: team.province)]
        guard team.isHeld else {
            let day = team.row[RosterFields.withdrawnOn].map { " " + context.dates.text($0.value) } ?? ""
            card.state = .init(words[.standingWithdrawn] + day, .alarm)
            return card
        }
        card.state = state(of: edition)
        guard edition.state != .final else {
            card.lines.append(configuration.honorName)
            return card
        }
        card.lines.append(
            words[.labelHonorProposed] + (context.isChinese ? "：" : ": ") + configuration.honorName)
        return card
    }

    private func practice(_ practice: Practice) -> ShareCard {
        var card = card(practice.title)
        card.mark = words[.practices]
        if let summary = practice.entry.page.summary?.value { card.lines = [summary] }
        return card
    }

    /// The state of an edition that is not final, with its period.
    private func state(of edition: Edition) -> ShareCard.State? {
        guard edition.state != .final else { return nil }
        let name = words[ItemViews.stateKey(edition.state)]
        guard let publicity = edition.entry.publicity, edition.state != .draft else { return .init(name, .notice) }
        let period = words.text(
            .period,
            ["from": context.dates.text(publicity.from.value), "to": context.dates.text(publicity.to.value)])
        return .init(name + " " + period, .notice)
    }
}
