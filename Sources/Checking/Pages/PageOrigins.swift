import Diagnostics

/// Where in a theme the bytes of pages come from, so that a mistake is told where it is made.
package struct PageOrigins: Sendable {
    /// What a byte of a page comes from.
    package struct Origin: Sendable {
        let range: SourceRange
        /// Whether a template only shows finished HTML there, which is made of the content.
        let isOfContent: Bool

        package init(range: SourceRange, isOfContent: Bool) {
            self.range = range
            self.isOfContent = isOfContent
        }
    }

    /// The place in the templates of a page's bytes; `nil` for a page that no template makes.
    let origin: @Sendable (_ url: String, _ offset: Int, _ count: Int) -> Origin?

    package init(_ origin: @escaping @Sendable (_ url: String, _ offset: Int, _ count: Int) -> Origin?) {
        self.origin = origin
    }
}
