import Content
import Values

/// Which pages have a picture of their own for those who link to them.
package enum SharePicture {
    /// The file's name in the folder of its page.
    package static let fileName = "share.png"
    /// A site with more teams draws no picture for each of them unless it asks for it.
    private static let greatestTeamCount = 1_000

    /// What a site draws.
    ///
    /// - Parameters:
    ///   - setting: of `site.config`; `nil` where it says nothing.
    ///   - canDraw: whether the machine has the fonts.
    static func extent(
        _ setting: SharePictureExtent?, teamCount: Int, canDraw: Bool
    ) -> SharePictureExtent {
        guard canDraw else { return .none }
        return setting ?? (teamCount > greatestTeamCount ? .editions : .all)
    }
}

extension Site {
    /// The site-absolute path of the picture that shows what a page is about: its own, else that of the page it belongs
    /// to; `nil` where the site draws none.
    package func sharePictureURL(of route: Route) -> String? {
        let candidates: [String] =
            switch route.page {
            case .edition, .document(.practice, _): [route.url]
            case .team(let index): [route.url, editions[teams[index].edition].url]
            case .editionProvince(let index, _): [editions[index].url]
            case .home, .awards, .provinces, .province, .enterprises, .enterprise, .associations, .association,
                .documents, .document, .method, .works, .criterion, .field, .search, .verify, .publicity, .changes,
                .notFound, nil:
                []
            }
        return (candidates + ["/"]).map { $0 + SharePicture.fileName }.first { routes[$0] != nil }
    }
}
