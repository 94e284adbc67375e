import Diagnostics

/// Where in a theme the bytes of pages come from, so that a mistake is told where it is made.
package struct PageOrigins: Sendable {
    /// The place in the templates of a page's bytes; `nil` for a page that no template makes.
    let place: @Sendable (_ url: String, _ offset: Int, _ count: Int) -> SourceRange?

    package init(_ place: @escaping @Sendable (_ url: String, _ offset: Int, _ count: Int) -> SourceRange?) {
        self.place = place
    }
}
