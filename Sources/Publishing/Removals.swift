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

    /// Whether more than half of the pages would go: that is seldom meant, and often a folder that was not mounted.
    var areMost: Bool { pages.count * 2 > oldPageCount }

    private static func isPage(_ path: String) -> Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}
