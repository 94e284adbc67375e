import Content

/// The kinds of pages; each has the template of its name.
package enum PageKind: RawRepresentable, Hashable, Sendable, CaseIterable {
    case home, awards, edition, editionProvince, team, provinces, province, enterprises, enterprise, associations
    case association
    /// The list of a kind of documents.
    case documents(DocumentKind)
    case document(DocumentKind)
    case facet, search, verify, publicity, changes, notFound

    package static let allCases: [PageKind] =
        [
            .home, .awards, .edition, .editionProvince, .team, .provinces, .province, .enterprises, .enterprise,
            .associations, .association,
        ]
        + DocumentKind.allCases.flatMap { kind in
            (kind.listURL == nil ? [] : [PageKind.documents(kind)]) + [.document(kind)]
        } + [.facet, .search, .verify, .publicity, .changes, .notFound]

    package init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    /// The name of the template, without its ending.
    package var rawValue: String {
        switch self {
        case .home: "home"
        case .awards: "awards"
        case .edition: "edition"
        case .editionProvince: "edition-province"
        case .team: "team"
        case .provinces: "provinces"
        case .province: "province"
        case .enterprises: "enterprises"
        case .enterprise: "enterprise"
        case .associations: "associations"
        case .association: "association"
        case .documents(let kind): kind.declaration.folder ?? kind.rawValue
        case .document(let kind): kind.rawValue
        case .facet: "facet"
        case .search: "search"
        case .verify: "verify"
        case .publicity: "publicity"
        case .changes: "changes"
        case .notFound: "not-found"
        }
    }
}
