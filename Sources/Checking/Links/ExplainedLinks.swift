/// Links of the finished pages that a finding in the content or the configuration tells of already.
package struct ExplainedLinks: Sendable {
    private var onPages: Set<String> = []
    private var onEveryPage: Set<String> = []

    init() {}

    /// - Parameters:
    ///   - address: as it stands in the attribute, without HTML's escapes.
    ///   - url: the page's site-absolute path.
    mutating func insert(_ address: String, on url: String) { onPages.insert(url + " " + address) }

    /// A link that the configuration puts on every page.
    mutating func insertOnEveryPage(_ address: String) { onEveryPage.insert(address) }

    func contains(_ address: String, on url: String) -> Bool {
        onEveryPage.contains(address) || onPages.contains(url + " " + address)
    }
}
