import Diagnostics
import SiteModel

/// Where in a theme a mistake of the finished pages comes from.
package struct ThemePlaces: Sendable {
    /// By path inside the theme, such as `templates/base.mustache`.
    private let files: [String: SourceFile]
    /// The templates in the order in which they are searched: those of pages, then parts of all.
    private let templates: [String]

    package init(_ files: [String: SourceFile]) {
        self.files = files
        templates = files.keys.filter { $0.hasSuffix(".mustache") }.sorted()
    }

    /// The place in the templates of some pages; `nil` without a theme.
    ///
    /// - Parameters:
    ///   - urls: the pages, at least one.
    ///   - marks: texts that may stand there, the likeliest first.
    func place(of urls: [String], in site: Site, marks: [String]) -> SourceRange? {
        let own = Set(urls.prefix(64).compactMap { site.routes[$0].map(Self.template) })
        let shared = templates.filter { $0.hasPrefix("templates/partial-") || $0 == Self.base }
        for mark in marks where !mark.isEmpty {
            for path in own.sorted() + shared {
                if let place = place(of: mark, in: path) { return place }
            }
        }
        return files[own.count == 1 ? own.first ?? Self.base : Self.base]?.start ?? files[Self.base]?.start
    }

    /// The place of an address in the style sheets.
    func style(holding address: String) -> SourceRange? {
        let styles = files.keys.filter { $0.hasSuffix(".css") }.sorted()
        return styles.lazy.compactMap { place(of: address, in: $0) }.first
    }

    /// The file's path, whatever stands in it: the whole of it need not be shown.
    private func place(of mark: String, in path: String) -> SourceRange? {
        guard let file = files[path] else { return nil }
        let text = String(decoding: file.bytes, as: UTF8.self)
        guard let found = text.firstRange(of: mark) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return file.range(start..<start + mark.utf8.count)
    }

    private static let base = "templates/base.mustache"

    private static func template(of route: Route) -> String {
        switch route.kind {
        case .method, .works, .criterion, .field: "templates/facet.mustache"
        default: "templates/\(route.kindName).mustache"
        }
    }

    /// What of an address in a page stands in its template as it is: the address itself, else its last part.
    static func marks(ofAddress address: String) -> [String] {
        let parts = address.split(separator: "/", omittingEmptySubsequences: true)
        let last = parts.last.map { String($0) + (address.hasSuffix("/") ? "/" : "") } ?? ""
        return ["\"\(address)\"", last.count > 2 ? last : ""]
    }
}
