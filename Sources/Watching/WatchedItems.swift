/// Which files below the root are looked at: some items there and everything in them that is not left out.
struct WatchedItems: Sendable {
    private let items: [String]
    private let isIgnored: @Sendable (_ name: String) -> Bool

    /// - Parameters:
    ///   - items: files and folders, relative to the root.
    ///   - isIgnored: whether a file or folder inside an item is left out because of its name. An item itself never is.
    init(_ items: [String], isIgnored: @escaping @Sendable (String) -> Bool) {
        self.items = items.map { $0.split(separator: "/").joined(separator: "/") }
        self.isIgnored = isIgnored
    }

    /// Whether all of a folder is looked at, but for names that are left out; otherwise only what is on the way to an
    /// item.
    func isInside(_ folder: String) -> Bool { items.contains { folder.isAtOrBelow($0) } }

    /// Whether a file or folder is looked at.
    /// - Parameter isInside: what `isInside` says about its folder.
    func contains(_ name: String, in folder: String, isInside: Bool) -> Bool {
        if isInside { return !isIgnored(name) }
        let path = folder.joined(name)
        return items.contains { $0.isAtOrBelow(path) }
    }
}

extension String {
    /// The path of a file in this folder; the root is the empty path.
    func joined(_ name: String) -> String { isEmpty ? name : self + "/" + name }

    /// Whether the path is that of a folder or of something in it.
    fileprivate func isAtOrBelow(_ folder: String) -> Bool {
        let rest = utf8.dropFirst(folder.utf8.count)
        return utf8.starts(with: folder.utf8) && (rest.isEmpty || rest.first == UInt8(ascii: "/"))
    }
}
