import Glibc

/// The names beside an output folder that a publication uses, all in the folder above it, and how one site takes the
/// place of another there.
struct OutputPlace: Sendable {
    let output: RawPath
    private let parent: RawPath
    private let name: String
    private let calls: OutputCalls
    /// Tells the folders of this build from what others left.
    private var mark = "\(getpid())"

    /// - Parameter output: absolute, without a slash at its end; not `/`.
    init(_ output: String, calls: OutputCalls) {
        self.output = RawPath(output)
        self.calls = calls
        let slash = output.lastIndex(of: "/") ?? output.startIndex
        parent = RawPath(String(output[..<slash]))
        name = String(output[slash...].dropFirst())
    }

    /// The folder above; empty for the root.
    var parentPath: String { parent.shown }

    var lockFile: RawPath { parent / ".\(name).lock" }
    /// Where a site is put together. After an exchange it holds the old one.
    var staging: RawPath { parent / (leftoverPrefix + mark) }
    /// For files that libraries need while they work.
    var scratch: RawPath { parent / (leftoverPrefix + mark + "-tmp") }
    /// Where the old site stands between two renames, on a file system that cannot exchange. Only then is there such a
    /// folder and no output.
    var aside: RawPath { parent / ".\(name).aside" }

    private var leftoverPrefix: String { ".\(name).new-" }

    // MARK: What stands there

    /// What an earlier build left at the output's path.
    ///
    /// - Returns: `nil` for nothing, or an empty folder.
    /// - Throws: `PublishingError` when something stands there that is not ours.
    func oldRecord() throws(PublishingError) -> OutputRecord? {
        switch try told(output, { () throws(SystemFailure) in try calls.kind(output) }) {
        case nil: return nil
        case .folder: break
        case .symbolicLink: throw PublishingError.system(path: output.shown, errno: ELOOP)
        case .file, .special: throw PublishingError.system(path: output.shown, errno: ENOTDIR)
        }
        guard !calls.isMountPoint(output) else { throw PublishingError.mountPoint(output.shown) }
        let entries = try told(output, { () throws(SystemFailure) in try calls.entries(output) })
        if entries.isEmpty { return nil }
        guard let record = record(of: output) else { throw PublishingError.foreignOutput(output.shown) }
        return record
    }

    /// The record in a folder; `nil` where there is none.
    private func record(of folder: RawPath) -> OutputRecord? {
        do {
            return try calls.read(folder / OutputRecord.fileName, nil).map { OutputRecord($0) }
        } catch {
            return nil
        }
    }

    /// Makes sure that no folder above is the output of another build, which would be replaced with all that is in it.
    func refuseOutputOfAnother() throws(PublishingError) {
        var end = parent.shown
        while !end.isEmpty {
            if record(of: RawPath(end)) != nil { throw PublishingError.insideOutput(output.shown, of: end) }
            guard let slash = end.lastIndex(of: "/") else { return }
            end = String(end[..<slash])
        }
    }

    // MARK: What earlier builds left behind

    /// Puts an old site back whose build was killed between two renames, and removes what killed builds left. To be done
    /// under the lock: nobody else is using it.
    ///
    /// - Returns: what could not be removed.
    /// - Throws: `PublishingError` when the old site cannot be put back.
    func repair() throws(PublishingError) -> [PublicationRemark] {
        var remarks: [PublicationRemark] = []
        if try told(aside, { () throws(SystemFailure) in try calls.kind(aside) }) == .folder {
            if isFree {
                try told(output, { () throws(SystemFailure) in try calls.rename(aside, output) })
                remarks.append(.repaired(output.shown))
            } else {
                remarks += remove(aside, record: record(of: aside))
            }
        }
        let entries: [OutputCalls.Entry]
        do {
            entries = try calls.entries(parent.bytes.isEmpty ? RawPath("/") : parent)
        } catch {
            // Folders may be written into that cannot be listed.
            return remarks
        }
        for entry in entries where entry.kind == .folder && entry.name.bytes.starts(with: leftoverPrefix.utf8) {
            let folder = parent / entry.name
            remarks += remove(folder, record: record(of: folder))
        }
        return remarks
    }

    /// Finds names for the folders of this build that nothing stands at: a leftover that cannot be removed may be of a
    /// process with the same number.
    mutating func takeFreeNames() throws(PublishingError) {
        for number in 1...Self.maximumKeptFolders {
            mark = number == 1 ? "\(getpid())" : "\(getpid())-\(number)"
            let (staging, scratch) = (staging, scratch)
            let ofStaging = try told(staging) { () throws(SystemFailure) in try calls.kind(staging) }
            let ofScratch = try told(scratch) { () throws(SystemFailure) in try calls.kind(scratch) }
            if ofStaging == nil, ofScratch == nil { return }
        }
    }

    /// Whether nothing, or an empty folder, stands at the output's path.
    private var isFree: Bool {
        do {
            guard try calls.kind(output) != nil else { return true }
            return try calls.entries(output).isEmpty
        } catch {
            return false
        }
    }

    // MARK: The swap

    /// Puts the staging folder in the output's place.
    ///
    /// - Returns: where the old site stands now.
    /// - Throws: `PublishingError`; then the old site stands where it was, or is put back by the next build.
    func swap(hasOldOutput: Bool) throws(PublishingError) -> RawPath? {
        guard hasOldOutput else {
            // An empty folder may stand there: it is replaced.
            try told(output, { () throws(SystemFailure) in try calls.rename(staging, output) })
            return nil
        }
        do {
            try calls.exchange(staging, output)
            return staging
        } catch {
            guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.errno) else {
                throw PublishingError.system(path: output.shown, errno: error.errno)
            }
        }
        // Two steps: the shortest moment without a site that is possible. Who is killed in it leaves the old site aside.
        try told(output, { () throws(SystemFailure) in try calls.rename(output, aside) })
        do {
            try calls.rename(staging, output)
            return aside
        } catch {
            do {
                try calls.rename(aside, output)
            } catch {
                throw PublishingError.oldSiteAside(path: aside.shown, errno: error.errno)
            }
            throw PublishingError.system(path: output.shown, errno: error.errno)
        }
    }

    /// Removes an old site, or what a build left. What no build made is kept beside the output.
    ///
    /// - Returns: what is left of it, for a person to look after.
    func remove(
        _ folder: RawPath, record: OutputRecord?, isAllowed: (RawPath) -> Bool = { _ in false }
    ) -> [PublicationRemark] {
        let remains = OutputRemoval(calls: calls).remove(folder, record: record, isAllowed: isAllowed)
        var remarks: [PublicationRemark] = []
        var place = folder
        if !remains.foreign.isEmpty {
            place = keep(folder) ?? folder
            remarks.append(.kept(at: place.shown, names: remains.foreign.map(\.shown)))
        }
        if !remains.stuck.isEmpty {
            remarks.append(.stuck(at: place.shown, names: remains.stuck.map(\.shown)))
        }
        return remarks
    }

    /// Gives a folder with things of somebody else a name under which no build takes it for its own.
    private func keep(_ folder: RawPath) -> RawPath? {
        for number in 1...Self.maximumKeptFolders {
            let place = parent / ".\(name).kept-\(number)"
            do {
                guard try calls.kind(place) == nil else { continue }
                try calls.rename(folder, place)
                return place
            } catch {
                // It stays where it is: its record tells the next build what is ours.
                return nil
            }
        }
        return nil
    }

    private static let maximumKeptFolders = 10_000

    /// A call whose failure is told with its path.
    private func told<Value>(
        _ path: RawPath, _ call: () throws(SystemFailure) -> Value
    ) throws(PublishingError) -> Value {
        do {
            return try call()
        } catch {
            throw PublishingError.system(path: path.shown, errno: error.errno)
        }
    }
}
