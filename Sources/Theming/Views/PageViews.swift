import Content
import SiteModel

extension PageKind {
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
    /// A `SiteView`, and a `PageView`.
    private let site: any ViewModel
    private let page: any ViewModel

    init(site: SiteView, page: PageView) {
        self.site = site
        self.page = page
    }

    static let fields = ViewFields<Self>(
        "root", "What every template sees besides the keys of its page's own view; `t` holds the words by key.",
        [
            .boxed("site", SiteView.self, "The site as a whole.") { $0.site },
            .boxed("page", PageView.self, "The page at hand.") { $0.page },
        ])
}
