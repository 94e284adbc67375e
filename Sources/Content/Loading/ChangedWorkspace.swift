/// What becomes of a file.
package enum FileChange: Sendable, Hashable {
    /// It has these bytes, whether it was there before or not.
    case written([UInt8])
    case removed
}

extension Workspace {
    /// The files as they would be after some changes.
    ///
    /// - Parameter changes: by path; none of them hidden.
    package func changed(by changes: [String: FileChange]) -> Workspace {
        let written = Workspace.memory(
            changes.compactMapValues { change in
                if case .written(let bytes) = change { bytes } else { nil }
            })
        return Workspace(
            list: { folder in
                let kept = try list(folder).filter { changes[$0.path] == nil }
                return try (kept + written.list(folder)).sorted(by: Listing.precedes)
            },
            read: { path, limit in changes[path] == nil ? read(path, limit) : written.read(path, limit) },
            look: { path in changes[path] == nil ? look(path) : written.look(path) },
            isFolder: { path in isFolder(path) || written.isFolder(path) })
    }
}
