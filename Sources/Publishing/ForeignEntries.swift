/// What stands in an output folder that no build put there.
package struct ForeignEntries: Sendable, Equatable {
    /// Files and folders that somebody laid there, with paths from the output folder, sorted. They would be missing from
    /// the site.
    package internal(set) var placed: [String] = []
    /// What is in the way of a removal without being part of a site: names that are no text, pipes and sockets, and what
    /// this process has no right to remove.
    var stray: [RawPath] = []

    /// Looks through an output folder. Of a folder in which no build put anything it tells the folder alone.
    ///
    /// - Parameter record: what the build that made the folder put there.
    /// - Throws: `SystemFailure` when the folder itself cannot be listed.
    init(in output: RawPath, record: OutputRecord, calls: OutputCalls) throws(SystemFailure) {
        guard let paths = record.paths else { return }
        let walk = Walk(output: output, paths: paths, folders: record.folders, calls: calls)
        var found: [(path: RawPath, isPlaced: Bool)] = []
        try walk.look(into: output, at: nil, depth: 0, found: &found)
        placed = found.compactMap { $0.isPlaced ? $0.path.text : nil }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        stray = found.filter { !$0.isPlaced }.map(\.path)
    }

    private struct Walk {
        let output: RawPath
        let paths: Set<String>
        let folders: Set<String>
        let calls: OutputCalls

        func look(
            into folder: RawPath, at path: RawPath?, depth: Int, found: inout [(path: RawPath, isPlaced: Bool)]
        ) throws(SystemFailure) {
            for entry in try calls.entries(folder) {
                let inner = path.map { $0 / entry.name } ?? entry.name
                if depth == 0, entry.name == RawPath(OutputRecord.fileName) { continue }
                let text = inner.text
                if let text, paths.contains(text) { continue }
                guard let text, entry.kind == .folder, folders.contains(text) else {
                    if let isPlaced = isPlaced(entry, at: folder / entry.name, in: folder, isText: text != nil) {
                        found.append((inner, isPlaced))
                    }
                    continue
                }
                do {
                    try look(into: folder / entry.name, at: inner, depth: depth + 1, found: &found)
                } catch {
                    // A folder of ours that somebody took away from us.
                    found.append((inner, false))
                }
            }
        }

        /// Whether somebody means something by what stands at a path; `nil` for an empty folder, which is nothing.
        private func isPlaced(_ entry: OutputCalls.Entry, at path: RawPath, in folder: RawPath, isText: Bool) -> Bool? {
            guard entry.kind == .folder else {
                return isText && entry.kind != .special && calls.canRemove(path, folder)
            }
            let inside: [OutputCalls.Entry]
            do {
                inside = try calls.entries(path)
            } catch {
                return false
            }
            if inside.isEmpty, calls.canRemove(path, folder) { return nil }
            return isText && calls.canRemove(path, folder)
                && inside.allSatisfy { calls.canRemove(path / $0.name, path) }
        }
    }
}

extension ForeignEntries {
    /// Whether a path is one of them, or in one.
    func hold(_ path: RawPath) -> Bool {
        stray.contains(path)
            || placed.contains { path == RawPath($0) || path.bytes.starts(with: Array(($0 + "/").utf8)) }
    }
}
