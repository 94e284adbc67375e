import Content
import Diagnostics
import SiteModel

/// Which page of the site a finding belongs to.
package struct FindingPages {
    private let routes: RouteTable?

    /// - Parameter site: `nil` before there is one.
    package init(_ site: Site?) { routes = site?.routes }

    /// The address of the page, within the site; `nil` for findings about the site as a whole.
    package func url(of finding: Diagnostic) -> String? {
        if let url = finding.url { return url }
        guard let path = finding.range?.file.path else { return nil }
        return url(ofSource: path)
    }

    /// The address that shows what a file holds, also when the file has errors and the page is not there.
    package func url(ofSource path: String) -> String? {
        if let url = routes?.urlBySource[path] { return url }
        switch path {
        case "content/enterprises.yaml": return SiteURL.enterprises
        case "content/associations.yaml": return SiteURL.associations
        case "content/synonyms.yaml": return SiteURL.search
        case _ where path.hasPrefix("content/") && path.hasSuffix("/roster.csv"):
            return Page.url(ofPath: path.dropLast("roster.csv".count) + "index.md")
        case _ where path.hasPrefix("content/") && path.hasSuffix(".md"):
            return Page.url(ofPath: path)
        default: return nil
        }
    }
}
