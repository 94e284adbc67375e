import Values

/// The site-absolute addresses of pages that have no text of their own, and of data files. What pages of texts are called
/// follows from their files (`Page.url`).
package enum SiteURL {
    package static let home = "/"
    package static let awards = "/awards/"
    package static let provinces = "/provinces/"
    package static let enterprises = "/enterprises/"
    package static let associations = "/associations/"
    package static let practices = "/practices/"
    package static let search = "/search/"
    package static let verify = "/verify/"
    package static let publicity = "/publicity/"
    package static let changes = "/changes/"
    /// The page that says where to object, which a site may have (`content/supervision.md`).
    package static let supervision = "/supervision/"
    package static let notFound = "/404.html"

    package static let awardsJSON = "/data/awards.json"
    package static let awardsCSV = "/data/awards.csv"
    package static let awardsXLSX = "/data/awards.xlsx"
    package static let schema = "/data/schema.json"
    package static let feed = "/feed.xml"
    package static let sitemap = "/sitemap.xml"
    package static let robots = "/robots.txt"

    package static func edition(_ year: Int) -> String { "\(awards)\(year)/" }
    package static func edition(_ year: Int, of province: Province) -> String { edition(year) + province.slug + "/" }
    package static func team(_ year: Int, _ id: TeamID) -> String { "\(edition(year))\(id)/" }
    package static func province(_ province: Province) -> String { "\(provinces)\(province.slug)/" }
    package static func enterprise(_ id: String) -> String { "\(enterprises)\(id)/" }
    package static func association(_ id: String) -> String { "\(associations)\(id)/" }
    package static func criterion(_ criterion: Criterion) -> String { "\(practices)criterion/\(criterion.rawValue)/" }
    package static func field(_ field: BuildingField) -> String { "\(practices)field/\(field.rawValue)/" }
    package static func facet(_ kind: Facet.Kind, _ slug: String) -> String { "\(practices)\(kind.rawValue)/\(slug)/" }

    /// The lists of a page as files: `/awards/2020/list.csv`.
    package static func listCSV(of page: String) -> String { page + "list.csv" }
    package static func listJSON(of page: String) -> String { page + "list.json" }
    package static func listXLSX(of page: String) -> String { page + "list.xlsx" }
}
