/// What a client asks of the site: GET or HEAD of one address, or POST to that of the action.
package struct PreviewRequest: Sendable, Hashable {
    /// The address, decoded.
    package let path: PreviewPath
    /// What follows the question mark, as it was sent; `nil` without one.
    package let query: String?
    /// Whether something is to be done; a page of the preview has asked for it then.
    package let isAction: Bool

    package init(path: PreviewPath, query: String?, isAction: Bool = false) {
        self.path = path
        self.query = query
        self.isAction = isAction
    }
}
