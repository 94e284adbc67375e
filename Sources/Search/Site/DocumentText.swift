import Content
import Fields
import Markdown
import SiteModel
import Values

/// What can be found on each kind of page. All of it stands on the page as well.
struct DocumentText: Sendable {
    private let site: Site
    private let isChinese: Bool

    init(site: Site) {
        self.site = site
        isChinese = site.configuration.language == .chinese
    }

    func team(_ team: Team) -> SearchDocument {
        let writeUp = team.writeUp
        var document = title(of: team)
        let practices = team.practices.map { site.practices[$0].title }
        document.fields[SearchDocument.Field.practice.rawValue] = Array(
            practices.joined(separator: Self.separator).utf8)
        if let title = writeUp?.page.title.value, title != team.name {
            document.fields[SearchDocument.Field.title.rawValue] = Array(title.utf8)
            document.fields[SearchDocument.Field.team.rawValue] = Array(team.name.utf8)
        }
        let methods = team.methods.map { site.methods[$0].name }
        let association = team.association.map { site.associations[$0].name } ?? ""
        document.fields[SearchDocument.Field.text.rawValue] = text(
            writeUp?.page,
            after: (writeUp?[WriteUpFields.indicators].map(\.name.value) ?? [])
                + (writeUp?[WriteUpFields.photos].flatMap { [$0.alt.value, $0.caption?.value ?? ""] } ?? [])
                + [name(of: team.province), association, Self.number(of: team)]
                + team.row.honors.compactMap { name(of: $0.value) } + changes(of: team)
                + team.works.map { site.works[$0].name } + methods
                + (writeUp.map { Self.texts(of: WriteUpFields.all, in: $0.values) } ?? []))
        document.methods = team.methods.map { .init(site.methods[$0].name, order: $0) }
        return document
    }

    /// A team without its write-up: what says whether it holds the title, and what asks for one title among several. Its
    /// enterprise is there with the name of the time of the title first, then with all others that it has or had.
    func title(of team: Team) -> SearchDocument {
        let enterprise = site.enterprises[team.enterprise]
        var names = [team.row.enterprise.value]
        for name in [enterprise.name] + (enterprise.entry?.names.map(\.name.value) ?? []) where !names.contains(name) {
            names.append(name)
        }
        var document = SearchDocument(
            url: href(team.url), kind: .team, title: team.name, enterprise: lines(names),
            text: Array(record(of: team).joined(separator: "\n").utf8))
        document.state = team.isHeld ? Self.state(of: site.editions[team.edition]) : .withdrawn
        document.year = year(team.year)
        document.province = label(team.province)
        return document
    }

    func practice(_ practice: Practice) -> SearchDocument {
        let teams = practice.teams.map { site.teams[$0] }
        let entry = practice.entry
        var document = SearchDocument(
            url: href(practice.url), kind: .document(.practice), title: practice.title,
            team: lines(teams.map(\.name)), enterprise: lines(teams.map(\.row.enterprise.value)),
            text: text(
                entry.page,
                after: entry[PracticeFields.steps].map(\.value)
                    + entry[PracticeFields.fields].map { isChinese ? $0.value.chineseName : $0.value.englishName }
                    + entry[PracticeFields.criteria].map { isChinese ? $0.value.chineseName : $0.value.englishName }
                    + practice.works.map { site.works[$0].name } + practice.methods.map { site.methods[$0].name }))
        document.methods = practice.methods.map { .init(site.methods[$0].name, order: $0) }
        return document
    }

    func edition(_ edition: Edition) -> SearchDocument {
        let entry = edition.entry
        var document = page(
            entry.page, .edition, edition.url,
            after: [entry.document?.value, entry.exchange?.place?.value].compactMap { $0 }
                + entry.corrections.map(\.text.value))
        document.year = year(edition.year)
        return document
    }

    /// A document of any kind but practices, which have relations; `nil` for the text of the home page, which leads to
    /// everything.
    func document(_ entry: DocumentEntry) -> SearchDocument? {
        guard !entry.page.path.isHome, let url = site.routes.urlBySource[entry.page.path.text] else { return nil }
        let facts = Self.texts(of: entry.kind.declaration.fields, in: entry.values)
        let files = entry.madeFiles.map(\.path.name) + fileNames(entry.files.map(\.value), of: entry.page)
        var document = page(entry.page, .document(entry.kind), url, after: facts + files)
        document.year = entry.day.map { year($0.value.year) }
        return document
    }

    func enterprise(_ enterprise: Enterprise) -> SearchDocument {
        let former = enterprise.entry?.names.map(\.name.value).filter { $0 != enterprise.name } ?? []
        var document = SearchDocument(
            url: href(enterprise.url), kind: .enterprise, title: enterprise.name,
            enterprise: lines(former), text: Array(lines(enterprise.provinces.map(name)).utf8))
        document.province = enterprise.provinces.first.map(label)
        return document
    }

    func association(_ association: Association) -> SearchDocument {
        var document = SearchDocument(
            url: href(association.url), kind: .association, title: association.name,
            text: Array((association.province.map(name) ?? "").utf8))
        document.province = association.province.map(label)
        return document
    }

    func province(_ record: ProvinceRecord) -> SearchDocument {
        var document = SearchDocument(url: href(record.url), kind: .province, title: name(of: record.province))
        document.province = label(record.province)
        return document
    }

    /// The pages of methods, works, criteria and fields.
    var topics: [SearchDocument] {
        let facets = (site.methods + site.works).map { ($0.name, $0.url) }
        let criteria = Criterion.allCases.map { criterion in
            (isChinese ? criterion.chineseName : criterion.englishName, SiteURL.criterion(criterion))
        }
        let fields = BuildingField.allCases.map { field in
            (isChinese ? field.chineseName : field.englishName, SiteURL.field(field))
        }
        return (facets + criteria + fields).map { SearchDocument(url: href($0.1), kind: .topic, title: $0.0) }
    }

    // MARK: Parts

    /// That of a title which was not withdrawn.
    private static func state(of edition: Edition) -> SearchDocument.State {
        switch edition.state {
        case .draft: .draft
        case .publicityAhead: .ahead
        case .publicityOpen: .publicity
        case .publicityEnded: .ended
        case .final: .held
        }
    }

    /// Year and id of a title, `2020 zj-003`.
    private static func number(of team: Team) -> String { "\(team.year) \(team.id)" }

    /// What is to be said of a title beyond its names, a line each: its number; of one that is not held, in which state it
    /// is; of a withdrawn one, since when and why, the decision and its address.
    private func record(of team: Team) -> [String] {
        let edition = site.editions[team.edition]
        var lines = [Self.number(of: team)]
        guard team.isHeld else {
            let reason = team.row[RosterFields.reason]?.value ?? ""
            let day = team.row[RosterFields.withdrawnOn].map { text($0.value) } ?? ""
            let path = edition.entry.page.path.resolving("roster.csv")
            let decision = path.flatMap { path in team.row[RosterFields.decision]?.value.path(from: path) }
            let notice = site.documents[.notice].first { $0.page.path == decision }
            let url = notice.flatMap { site.routes.urlBySource[$0.page.path.text] }.map(href) ?? ""
            lines.append(isChinese ? "已撤销" : "withdrawn")
            lines.append([day, reason].filter { !$0.isEmpty }.joined(separator: isChinese ? "，" : ": "))
            return lines + [notice?.page.title.value ?? "", url]
        }
        switch edition.state {
        case .publicityOpen: lines.append(isChinese ? "公示中" : "in publicity")
        case .publicityAhead: lines.append(isChinese ? "待公示" : "publicity ahead")
        case .publicityEnded: lines.append(isChinese ? "公示已结束" : "publicity ended")
        case .draft, .final: break
        }
        return lines
    }

    private func text(_ day: CalendarDate) -> String {
        isChinese ? "\(day.year)年\(day.month)月\(day.day)日" : day.description
    }

    /// Why a title was withdrawn, and what was corrected in the team's row.
    private func changes(of team: Team) -> [String] {
        let corrections = site.editions[team.edition].entry.corrections.filter { $0.id?.value == team.id.text }
        return corrections.map(\.text.value) + (team.isHeld ? [] : [team.row[RosterFields.reason]?.value ?? ""])
    }

    /// What pages call an honour beyond the year's title.
    private func name(of honor: Honor) -> String? {
        switch honor {
        case .title: nil
        case .caqRecommended: isChinese ? "推荐参加全国质量信得过班组交流" : "Recommended to the China Association for Quality"
        case .caqAwarded:
            isChinese ? "全国质量信得过班组（中国质量协会）" : "National quality-trustworthy team (China Association for Quality)"
        }
    }

    /// The texts among the facts that a page shows of some fields.
    static func texts(of fields: [DeclaredField], in values: FieldValues) -> [String] {
        fields.flatMap { $0.facts(values) }.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    }

    /// The names of files for download, as the page shows them: where they lie in the source stands nowhere.
    private func fileNames(_ references: [FileReference], of page: Page) -> [String] {
        references.compactMap { $0.path(from: page.path)?.name }
    }

    private func page(
        _ page: Page, _ kind: SearchDocument.Kind, _ url: String, after facts: [String]
    ) -> SearchDocument {
        SearchDocument(url: href(url), kind: kind, title: page.title.value, text: text(page, after: facts))
    }

    /// Summary, body and further facts, one a line.
    private func text(_ page: Page?, after facts: [String]) -> [UInt8] {
        var bytes = Array((page?.summary?.value ?? "").utf8)
        for part in [page?.body.plainTextBytes ?? []] + facts.map({ Array($0.utf8) }) where !part.isEmpty {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            bytes += part
        }
        return bytes
    }

    private func lines(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: Self.separator) }

    /// Between several names in a field; no search goes over it.
    private static let separator = " · "

    private func href(_ url: String) -> String { site.configuration.baseURL.href(url) }
    private func name(of province: Province) -> String { isChinese ? province.fullName : province.englishName }
    private func year(_ year: Int) -> SearchDocument.Label { .init(String(year), order: -year) }

    private func label(_ province: Province) -> SearchDocument.Label {
        .init(isChinese ? province.shortName : province.englishName, order: province.order)
    }
}
