import Content

/// One page as search sees it.
package struct SearchDocument: Sendable {
    /// What kind of page it is; the raw value stands in addresses of searches.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case team, edition
        case document(DocumentKind)
        case enterprise, association, province, topic

        /// In the order in which a search offers them.
        package static let allCases: [Kind] =
            [.team, .document(.practice), .edition]
            + DocumentKind.allCases.filter { $0 != .practice }.map(Kind.document)
            + [.enterprise, .association, .province, .topic]

        package var rawValue: String {
            switch self {
            case .team: "team"
            case .edition: "edition"
            case .document(let kind): kind.rawValue
            case .enterprise: "enterprise"
            case .association: "association"
            case .province: "province"
            case .topic: "topic"
            }
        }
    }

    /// The parts of a page by which results are ranked; where several hold what is searched, the first counts.
    package enum Field: Int, Sendable, CaseIterable {
        case title, team, enterprise, practice, text

        /// The field's bit among those of names, the first for the one that counts least; 0 for texts.
        var bit: UInt8 { self == .text ? 0 : 1 << UInt8(Field.practice.rawValue - rawValue) }
    }

    /// What is to be said of a title; the raw value is the name of its word in the page's form.
    package enum State: String, Sendable {
        case held, withdrawn, draft, ahead, publicity, ended
    }

    /// A value by which results can be narrowed.
    package struct Label: Sendable, Hashable {
        package let name: String
        /// Its place among the others.
        package let order: Int

        package init(_ name: String, order: Int) {
            self.name = name
            self.order = order
        }
    }

    /// The address as it stands in links.
    package var url: String
    package var kind: Kind
    /// Texts by `Field.rawValue`, as UTF-8; empty where a page has no such part, or the same as an earlier one.
    package var fields: [[UInt8]]
    /// The state of a title; `nil` for other pages.
    package var state: State?
    package var year: Label?
    package var province: Label?
    package var methods: [Label] = []

    package init(
        url: String, kind: Kind, title: String, team: String = "", enterprise: String = "", practices: String = "",
        text: [UInt8] = []
    ) {
        self.url = url
        self.kind = kind
        fields = [Array(title.utf8), Array(team.utf8), Array(enterprise.utf8), Array(practices.utf8), text]
    }

    private static let kindOrder = Dictionary(
        uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })

    /// Its values of each facet: years, provinces, kinds and methods.
    var facets: [[Label]] {
        [
            year.map { [$0] } ?? [], province.map { [$0] } ?? [],
            [Label(kind.rawValue, order: Self.kindOrder[kind] ?? 0)], methods,
        ]
    }

    /// About how many bytes its part of a block takes.
    var size: Int { fields.reduce(url.utf8.count + 24) { $0 + $1.count } }
}
