/// What a client asks of the site: GET or HEAD of one address.
package struct PreviewRequest: Sendable, Hashable {
    /// The address, decoded.
    package let path: PreviewPath
    /// What follows the question mark, as it was sent; `nil` without one.
    package let query: String?

    package init(path: PreviewPath, query: String?) {
        self.path = path
        self.query = query
    }
}
