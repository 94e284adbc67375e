/// The pages that a publication would take from a site.
struct Removals {
    /// Files of the old output that are gone, sorted.
    let paths: [String]
    /// Those of them that are pages.
    let pages: [String]
    /// How many pages the old output has.
    let oldPageCount: Int

    /// - Parameters:
    ///   - old: the files of the old output.
    ///   - new: those of the new one.
    init(from old: Set<String>, to new: Set<String>) {
        paths = old.subtracting(new).sorted()
        pages = paths.filter(Self.isPage)
        oldPageCount = old.count(where: Self.isPage)
    }

    /// Why they need a yes of a person; `nil` where they do not, or it was given. That more than half of the pages go is
    /// seldom meant, and often a folder that was not mounted.
    func refusal(_ permissions: Publisher.Permissions) -> PublishingError? {
        guard !permissions.allowsRemovals, pages.count * 2 > oldPageCount else { return nil }
        return .mostPagesRemoved(count: pages.count, of: oldPageCount, examples: Array(pages.prefix(3)))
    }

    private static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}
