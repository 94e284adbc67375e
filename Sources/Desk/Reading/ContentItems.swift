import Content
import Diagnostics
import Fields
import SiteModel
import Text
import Values

/// The texts of a site as a list: what each is called, to what it belongs, and how many findings it has.
struct ContentItems {
    private struct Item {
        let path: String
        let kind: DeskKind
        let title: String
        var isDraft = false
        var year: Int?
        var day: CalendarDate?
        var team: String?
        var enterprise: String?
    }

    private let site: DeskSite

    init(_ site: DeskSite) { self.site = site }

    /// - Parameter kind: of the texts that are listed; empty for all.
    func json(kind: String) -> JSONValue {
        let counts = counts()
        let items = items().filter { kind.isEmpty || $0.kind.rawValue == kind }.sorted(by: Self.isBefore)
        return .object([.init("items", .array(items.map { json($0, counts[$0.path] ?? (0, 0)) }))])
    }

    /// The newest first.
    private static func isBefore(_ one: Item, _ other: Item) -> Bool {
        let (left, right) = (age(one), age(other))
        return left == right ? one.path < other.path : left > right
    }

    private static func age(_ item: Item) -> String {
        item.day?.description ?? item.year.map { "\($0)" } ?? ""
    }

    private func items() -> [Item] {
        guard let content = site.snapshot?.content else { return [] }
        var items: [Item] = []
        var known: Set<String> = []
        func add(_ item: Item) {
            known.insert(item.path)
            items.append(item)
        }
        for entry in content.documents.all {
            add(
                Item(
                    path: entry.page.path.text, kind: .document(entry.kind), title: entry.page.title.value,
                    isDraft: entry.page.draft != nil, year: entry.edition?.value, day: entry.day?.value))
        }
        for entry in content.editions {
            add(
                Item(
                    path: entry.page.path.text, kind: .edition, title: entry.page.title.value,
                    isDraft: entry.status.value == .draft || entry.page.draft != nil, year: entry.year.value,
                    day: entry.published?.value))
        }
        let rows = rows(of: content)
        for entry in content.writeUps {
            let row = rows["\(entry.year)/\(entry.teamID)"]
            add(
                Item(
                    path: entry.page.path.text, kind: .writeUp, title: entry.page.title.value,
                    isDraft: entry.page.draft != nil, year: entry.year, team: row?.team.value,
                    enterprise: row?.enterprise.value))
        }
        // What cannot be read is what most wants to be found.
        for path in content.unusable.paths where !known.contains(path) && path.hasSuffix(".md") {
            guard let kind = DeskKind(path: path) else { continue }
            items.append(Item(path: path, kind: kind, title: String(path.split(separator: "/").last ?? "")))
        }
        return items
    }

    private func rows(of content: SiteContent) -> [String: RosterRow] {
        var rows: [String: RosterRow] = [:]
        for edition in content.editions {
            for row in edition.roster { rows["\(edition.year.value)/\(row.id.value)"] = row }
        }
        return rows
    }

    private func counts() -> [String: (errors: Int, warnings: Int)] {
        var counts: [String: (errors: Int, warnings: Int)] = [:]
        for entry in site.state.report.entries {
            guard let path = entry.diagnostic.path else { continue }
            switch entry.diagnostic.severity {
            case .error: counts[path, default: (0, 0)].errors += 1
            case .warning: counts[path, default: (0, 0)].warnings += 1
            case .hint: break
            }
        }
        return counts
    }

    private func json(_ item: Item, _ counts: (errors: Int, warnings: Int)) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("path", .string(item.path)), .init("kind", .string(item.kind.rawValue)),
            .init("title", .string(item.title)), .init("isDraft", .bool(item.isDraft)),
        ]
        if let year = item.year { members.append(.init("year", .integer(year))) }
        if let day = item.day { members.append(.init("date", .string(day.description))) }
        if let team = item.team { members.append(.init("team", .string(team))) }
        if let enterprise = item.enterprise { members.append(.init("enterprise", .string(enterprise))) }
        if let url = site.site?.routes.urlBySource[item.path] { members.append(.init("url", .string(url))) }
        return .object(
            members + [.init("errors", .integer(counts.errors)), .init("warnings", .integer(counts.warnings))])
    }
}

extension DeskKind {
    /// The kind of a text by its place; `nil` for what is none.
    init?(path: String) {
        guard let path = SitePath(path), path.text.hasPrefix("content/") else { return nil }
        switch ContentKind(path: path) {
        case .edition: self = .edition
        case .writeUp: self = .writeUp
        case .document(let kind): self = .document(kind)
        default: return nil
        }
    }
}
