import Glibc

/// Looks at a store before the library opens it: whoever got a site from others got its store as well, and nothing in it may lead
/// out of the site.
struct StoreInspection {
    private let path: String

    /// What a store of ours consists of. Of what else Git knows, `commondir` and `worktrees` name other folders.
    private static let names: Set<String> = [
        "HEAD", "config", "description", "hooks", "info", "objects", "packed-refs", "refs", "stamps",
    ]
    /// Settings are a few lines.
    private static let maximumSettingsLength = 64 * 1024

    /// - Parameter path: of the store.
    init(_ path: String) { self.path = path }

    /// - Throws: `HistoryError.notAFolder` with what leads out of the site.
    func inspect() throws(HistoryError) {
        for name in names(of: "") {
            let bare = name.hasSuffix(".lock") ? String(name.dropLast(5)) : name
            guard Self.names.contains(bare) || name.hasPrefix("_git2_") || name.hasPrefix("stamps") else {
                throw named(name)
            }
            try refuseLink(name)
        }
        try inspect("refs")
        // Objects are read by what they hold; their folders must be those of the store.
        for name in names(of: "objects") { try refuseLink("objects/" + name) }
        for name in ["objects/info/alternates", "objects/info/http-alternates"] where exists(name) { throw named(name) }
        try inspectSettings()
    }

    private func inspect(_ folder: String) throws(HistoryError) {
        for name in names(of: folder) {
            let inside = folder + "/" + name
            try refuseLink(inside)
            if isFolder(inside) { try inspect(inside) }
        }
    }

    /// Settings may include those of other files.
    private func inspectSettings() throws(HistoryError) {
        guard let file = fopen(path + "/config", "r") else { return }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.maximumSettingsLength)
        let count = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes[..<count], as: UTF8.self).lowercased()
        guard count < bytes.count, !text.contains("include"), !text.contains("worktree") else { throw named("config") }
    }

    private func refuseLink(_ name: String) throws(HistoryError) {
        var status = stat()
        guard lstat(path + "/" + name, &status) == 0 else { return }
        guard [S_IFDIR, S_IFREG].contains(status.st_mode & S_IFMT) else { throw named(name) }
    }

    private func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func exists(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }

    private func named(_ name: String) -> HistoryError { .notAFolder(HistoryStore.folder + "/" + name) }

    private func names(of folder: String) -> [String] {
        guard let directory = opendir(path + "/" + folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(String(decoding: name, as: UTF8.self)) }
        }
        return names.sorted()
    }
}
