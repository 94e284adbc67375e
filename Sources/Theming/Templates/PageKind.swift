/// The kinds of pages; each has the template of its name.
package enum PageKind: String, Sendable, CaseIterable {
    case home, awards, edition
    case editionProvince = "edition-province"
    case team, provinces, province, enterprises, enterprise, associations, association
    case practices, practice, facet, search, verify, publicity, changes
    case notices, notice, rules, rule, forms, form, page
    case notFound = "not-found"

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
        case .practices: PracticesPageView.fields.type
        case .practice: PracticePageView.fields.type
        case .facet: FacetPageView.fields.type
        case .search: SearchPageView.fields.type
        case .verify: VerifyPageView.fields.type
        case .publicity: PublicityPageView.fields.type
        case .changes: ChangesPageView.fields.type
        case .notices, .rules, .forms: DocumentsPageView.fields.type
        case .notice, .rule, .form, .page: TextPageView.fields.type
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
