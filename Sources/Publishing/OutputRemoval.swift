import Glibc

/// Removes an output folder whose time is over. It removes what a build made, and what it was told to remove; anything
/// else stays where it is and is told. Nothing here fails: what stands by then is the new site.
struct OutputRemoval {
    /// What is left of a folder.
    struct Remains {
        /// What no build made, with paths from the folder.
        var foreign: [RawPath] = []
        /// What could not be removed, with paths from the folder.
        var stuck: [RawPath] = []

        var isEmpty: Bool { foreign.isEmpty && stuck.isEmpty }
    }

    let calls: OutputCalls

    /// Removes a folder with its record, which goes last: a removal that is cut off goes on with it the next time.
    ///
    /// - Parameters:
    ///   - record: what was put there; with `nil`, or a record without a list, everything is ours.
    ///   - isAllowed: whether what no build made is removed as well, by its path from the folder.
    func remove(
        _ folder: RawPath, record: OutputRecord?, isAllowed: (RawPath) -> Bool = { _ in false }
    ) -> Remains {
        var remains = Remains()
        let paths = record?.paths
        let folders = record?.folders ?? []
        func isOurs(_ path: RawPath, _ kind: OutputCalls.Kind) -> Bool {
            guard let paths else { return true }
            guard let text = path.text else { return false }
            return kind == .folder ? folders.contains(text) : paths.contains(text)
        }
        empty(folder, at: nil, remains: &remains) { path, kind in isOurs(path, kind) || isAllowed(path) }
        guard remains.isEmpty else { return remains }
        remove(folder / OutputRecord.fileName, at: RawPath(OutputRecord.fileName), isFolder: false, &remains)
        remove(folder, at: RawPath("."), isFolder: true, &remains)
        return remains
    }

    /// Removes what is in a folder. Where `removes` says yes to a folder that no build made, everything in it goes.
    private func empty(
        _ folder: RawPath, at path: RawPath?, remains: inout Remains,
        removes: (RawPath, OutputCalls.Kind) -> Bool
    ) {
        let entries: [OutputCalls.Entry]
        do {
            entries = try calls.entries(folder)
        } catch {
            if error.errno != ENOENT { remains.stuck.append(path ?? RawPath(".")) }
            return
        }
        for entry in entries {
            let inner = path.map { $0 / entry.name } ?? entry.name
            if path == nil, entry.name == RawPath(OutputRecord.fileName) { continue }
            guard removes(inner, entry.kind) else {
                // A folder with nothing in it belongs to nobody.
                if entry.kind == .folder, (try? calls.removeFolder(folder / entry.name)) != nil { continue }
                remains.foreign.append(inner)
                continue
            }
            if entry.kind == .folder { empty(folder / entry.name, at: inner, remains: &remains, removes: removes) }
            remove(folder / entry.name, at: inner, isFolder: entry.kind == .folder, &remains)
        }
    }

    private func remove(_ path: RawPath, at inner: RawPath, isFolder: Bool, _ remains: inout Remains) {
        do {
            if isFolder { try calls.removeFolder(path) } else { try calls.removeFile(path) }
        } catch {
            // Of a folder that is not empty what is in it has been told.
            let isTold = isFolder && (error.errno == ENOTEMPTY || error.errno == EEXIST) && !remains.isEmpty
            guard error.errno != ENOENT, !isTold else { return }
            remains.stuck.append(inner)
        }
    }
}
