import Content
import Forms
import Values

/// What a page of the site shows. Indices are into the arrays of `Site`.
package enum PageRoute: Sendable, Hashable {
    case home
    case awards
    case edition(Int)
    case editionProvince(edition: Int, group: Int)
    case team(Int)
    case provinces
    case province(Int)
    case enterprises
    case enterprise(Int)
    case associations
    case association(Int)
    case method(Int)
    case works(Int)
    case criterion(Criterion)
    case field(BuildingField)
    case search
    case verify
    case publicity
    case changes
    /// The list of all documents of a kind.
    case documents(DocumentKind)
    /// Index into the kind's `Site.documents`.
    case document(DocumentKind, Int)
    case notFound

    /// The kind of page, which has the template.
    package var kind: PageKind {
        switch self {
        case .home: .home
        case .awards: .awards
        case .edition: .edition
        case .editionProvince: .editionProvince
        case .team: .team
        case .provinces: .provinces
        case .province: .province
        case .enterprises: .enterprises
        case .enterprise: .enterprise
        case .associations: .associations
        case .association: .association
        case .documents(let kind): .documents(kind)
        case .document(let kind, _): .document(kind)
        case .method, .works, .criterion, .field: .facet
        case .search: .search
        case .verify: .verify
        case .publicity: .publicity
        case .changes: .changes
        case .notFound: .notFound
        }
    }

    /// The kind in a word, for lists of routes: that of the page, but for pages that gather by something.
    var kindName: String {
        switch self {
        case .method: "method"
        case .works: "works"
        case .criterion: "criterion"
        case .field: "field"
        case .home, .awards, .edition, .editionProvince, .team, .provinces, .province, .enterprises, .enterprise,
            .associations, .association, .search, .verify, .publicity, .changes, .documents, .document, .notFound:
            kind.rawValue
        }
    }

    /// The kind in Chinese, as an editor would call it.
    var chineseKindName: String {
        switch self {
        case .home: "首页"
        case .awards: "历年"
        case .edition: "年度名单"
        case .editionProvince: "分省名单"
        case .team: "班组"
        case .provinces: "省份索引"
        case .province: "省份"
        case .enterprises: "企业索引"
        case .enterprise: "企业"
        case .associations: "协会索引"
        case .association: "协会"
        case .method: "按工具方法"
        case .works: "按专业"
        case .criterion: "按评价项目"
        case .field: "按建设领域"
        case .search: "搜索"
        case .verify: "查验"
        case .publicity: "公示"
        case .changes: "变更"
        case .documents(let kind): kind.declaration.chineseName + "索引"
        case .document(let kind, _): kind.declaration.chineseName
        case .notFound: "找不到页面"
        }
    }

    /// The edition whose state is that of the page.
    package func edition(in site: Site) -> Int? {
        switch self {
        case .edition(let index), .editionProvince(edition: let index, group: _): index
        case .team(let index): site.teams[index].edition
        case .home, .awards, .provinces, .province, .enterprises, .enterprise, .associations, .association, .method,
            .works, .criterion, .field, .search, .verify, .publicity, .changes, .documents, .document, .notFound:
            nil
        }
    }
}
