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

    /// The view whose keys the template reads, besides `site`, `page` and the words `t`.
    package var viewType: ViewType {
        switch self {
        case .home: HomePageView.fields.type
        case .awards: AwardsPageView.fields.type
        case .edition, .editionProvince: EditionPageView.fields.type
        case .team: TeamPageView.fields.type
        case .provinces: ProvincesPageView.fields.type
        case .province: ProvincePageView.fields.type
        case .enterprises, .associations: IndexPageView.fields.type
        case .enterprise, .association: HolderPageView.fields.type
        case .documents(.practice): PracticesPageView.fields.type
        case .document(.practice): PracticePageView.fields.type
        case .documents: DocumentsPageView.fields.type
        case .document: TextPageView.fields.type
        case .facet: FacetPageView.fields.type
        case .search: SearchPageView.fields.type
        case .verify: VerifyPageView.fields.type
        case .publicity: PublicityPageView.fields.type
        case .changes: ChangesPageView.fields.type
        case .notFound: NotFoundPageView.fields.type
        }
    }
}

/// What every page's template sees besides the view of its page.
struct PageContext: ViewModel {
    let site: SiteView
    let page: PageView

    static let fields = ViewFields<Self>(
        "root", "What every template sees besides the keys of its page's own view; `t` holds the words by key.",
        [
            .view("site", "The site as a whole.") { $0.site },
            .view("page", "The page at hand.") { $0.page },
        ])
}
