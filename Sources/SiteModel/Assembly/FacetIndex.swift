import Content
import Diagnostics
import Rules
import Values

/// The methods and works that write-ups and practices name, each with a slug of its own.
struct FacetIndex {
    private var names: [Facet.Kind: [(name: String, slug: String)]] = [:]
    private var indexByName: [Facet.Kind: [String: Int]] = [:]

    init(_ visible: VisibleContent, teams: TeamList, pinyin: Pinyin, findings: inout [Diagnostic]) {
        let writeUps = teams.teams.compactMap(\.writeUp)
        let methods =
            writeUps.flatMap { $0[CommonFields.methods] }
            + visible.documents[.practice].flatMap { $0[CommonFields.methods] }
        let works =
            writeUps.flatMap { $0[CommonFields.works] }
            + visible.documents[.practice].flatMap { $0[CommonFields.works] }
        for (kind, values) in [(Facet.Kind.method, methods), (Facet.Kind.works, works)] {
            var bySlug: [String: Located<String>] = [:]
            var list: [(name: String, slug: String)] = []
            for value in Self.names(values) {
                let slug = pinyin.addressSegment(value.value, below: "/practices/\(kind.rawValue)/")
                if slug.isEmpty {
                    findings.append(Self.emptySlug(value))
                } else if let other = bySlug[slug] {
                    findings.append(Self.collision(value, other: other, slug: slug, kind: kind))
                } else {
                    bySlug[slug] = value
                    list.append((value.value, slug))
                }
            }
            let sorted = list.sorted { pinyin.sortKey($0.name) < pinyin.sortKey($1.name) }
            names[kind] = sorted
            indexByName[kind] = Dictionary(
                uniqueKeysWithValues: sorted.enumerated().map { ($0.element.name, $0.offset) })
        }
    }

    /// Each name once, those that are used most first: of two spellings the rarer one is the slip.
    private static func names(_ values: [Located<String>]) -> [Located<String>] {
        var indexByName: [String: Int] = [:]
        var names: [(value: Located<String>, count: Int)] = []
        for value in values {
            if let index = indexByName[value.value] {
                names[index].count += 1
            } else {
                indexByName[value.value] = names.count
                names.append((value, 1))
            }
        }
        return names.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
            \.element.value)
    }

    func methodIndices(_ names: [Located<String>]) -> [Int] { indices(names, kind: .method) }
    func worksIndices(_ names: [Located<String>]) -> [Int] { indices(names, kind: .works) }

    func methods(teams: [Team], practices: [Practice]) -> [Facet] {
        facets(.method, teams: teams.map(\.methods), practices: practices.map(\.methods))
    }

    func works(teams: [Team], practices: [Practice]) -> [Facet] {
        facets(.works, teams: teams.map(\.works), practices: practices.map(\.works))
    }

    private func indices(_ names: [Located<String>], kind: Facet.Kind) -> [Int] {
        var indices: [Int] = []
        for name in names {
            guard let index = indexByName[kind]?[name.value], !indices.contains(index) else { continue }
            indices.append(index)
        }
        return indices
    }

    private func facets(_ kind: Facet.Kind, teams: [[Int]], practices: [[Int]]) -> [Facet] {
        var facets = (names[kind] ?? []).map {
            Facet(kind: kind, name: $0.name, slug: $0.slug, practices: [], teams: [])
        }
        for (team, indices) in teams.enumerated() { for index in indices { facets[index].teams.append(team) } }
        for (practice, indices) in practices.enumerated() {
            for index in indices { facets[index].practices.append(practice) }
        }
        return facets
    }

    private static func emptySlug(_ value: Located<String>) -> Diagnostic {
        Diagnostic(
            .emptySlug, at: value.range,
            message: LocalizedText(
                zh: "“\(value.value)”得不到网址：其中没有汉字、字母或数字。",
                en: "“\(value.value)” yields no address: it has no Han characters, letters or digits."))
    }

    private static func collision(
        _ value: Located<String>, other: Located<String>, slug: String, kind: Facet.Kind
    ) -> Diagnostic {
        Diagnostic(
            .slugCollision, at: value.range,
            message: LocalizedText(
                zh: "“\(value.value)”与“\(other.value)”得到同一个网址 /practices/\(kind.rawValue)/\(slug)/。",
                en: "“\(value.value)” and “\(other.value)” share the address /practices/\(kind.rawValue)/\(slug)/."),
            help: LocalizedText(
                zh: "意思相同的请统一写成“\(other.value)”；意思不同的请换一个读音不同的名称。",
                en: "If they mean the same, write “\(other.value)”; else choose a name that is read otherwise."),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "“\(other.value)”在这里", en: "“\(other.value)” is here"), at: other.range)
            ],
            replacement: WrittenValue.text(other.value, at: value.range))
    }
}
