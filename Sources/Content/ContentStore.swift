import Diagnostics
import Fields
import Screening
import Values

/// A site's files as they were read, kept so that only those that change are read again.
///
/// What it gives is what reading everything anew would give.
package struct ContentStore: Sendable {
    /// The folders whose files make up a site, in the order of their bytes.
    private static let folders = ["content", StaticFolder.name]

    private var workspace: Workspace
    private let jobs: Int
    private let bodies: BodyReading
    private var configuration: SiteConfiguration?
    private var configurationFindings: [Diagnostic] = []
    /// Whether there is a `site.config` that can be read; without, nothing else is looked at.
    private var hasConfiguration = false
    private var published = PublishedAddresses.none
    /// In the order of the bytes of their paths.
    private var files: [ParsedFile] = []

    /// - Parameter recentBodies: keeps the texts of write-ups that are read when they are asked for; without, all are
    ///   read at once and kept.
    package init(_ workspace: Workspace, jobs: Int, recentBodies: RecentBodies? = nil) {
        self.workspace = workspace
        self.jobs = jobs
        bodies = recentBodies.map(BodyReading.onDemand) ?? .atOnce
    }

    /// Reads all files, on as many threads as there are jobs.
    ///
    /// - Throws: when the root cannot be listed.
    package mutating func readAll() throws {
        readConfiguration()
        published = .read(workspace)
        files = hasConfiguration ? parse(try Self.folders.flatMap(workspace.list)) : []
    }

    /// Reads the files that changed.
    ///
    /// - Parameter paths: files that came, went or are different, relative to the root; those outside the content do no
    ///   harm.
    /// - Throws: when the root cannot be listed.
    package mutating func read(_ paths: Set<String>) throws {
        if paths.contains(ConfigurationReader.path) {
            let (before, wasThere) = (configuration?.checks ?? CheckSettings(), hasConfiguration)
            readConfiguration()
            // Every file is read under the settings of the checks.
            guard hasConfiguration, wasThere, before.isSame(as: configuration?.checks ?? CheckSettings()) else {
                return try readAll()
            }
        }
        guard hasConfiguration else { return }
        if paths.contains(PublishedAddresses.path) { published = .read(workspace) }
        let changed = paths.filter { path in Self.folders.contains { path == $0 || path.hasPrefix($0 + "/") } }
        guard !changed.isEmpty else { return }
        let parsed = parse(changed.compactMap(workspace.look).sorted(by: Workspace.Listing.precedes))
        // What has just been written is what its editor wants to hear of.
        takeNotes(of: parsed)
        merge(parsed, replacing: changed)
    }

    /// What would be kept after some changes of files. Files that do not change are not read again.
    ///
    /// - Throws: when the root cannot be listed.
    package func changed(by changes: [String: FileChange]) throws -> ContentStore {
        var store = self
        store.workspace = workspace.changed(by: changes)
        try store.read(Set(changes.keys))
        return store
    }

    /// What would be kept after some changes of files, and the write-up of which nothing but the text is another, as
    /// `readTellingBody` has it.
    ///
    /// - Parameter workspace: the files that change.
    /// - Throws: when the root cannot be listed.
    package func changedTellingBody(
        by changes: [String: FileChange], of workspace: Workspace
    ) throws -> (ContentStore, WriteUpEntry?) {
        var store = self
        store.workspace = workspace.changed(by: changes)
        let body = try store.readTellingBody(Set(changes.keys))
        return (store, body)
    }

    /// Reads the files that changed, and tells whether nothing but the text of one write-up did: then everything that
    /// relates the content to each other is as it was.
    ///
    /// - Returns: the new write-up; `nil` when more has changed.
    /// - Throws: when the root cannot be listed.
    package mutating func readTellingBody(_ paths: Set<String>) throws -> WriteUpEntry? {
        let before = paths.count == 1 ? paths.first.flatMap(writeUp) : nil
        try read(paths)
        guard let before, let after = writeUp(before.page.path.text), after.differsInBodyAlone(from: before) else {
            return nil
        }
        return after
    }

    /// Reads the texts that nobody has asked for, for what is found in them.
    package func takeNotes() { takeNotes(of: files) }

    private func takeNotes(of files: [ParsedFile]) {
        let unread = files.compactMap(\.lateBody).filter { $0.knownNotes == nil }
        _ = ParallelWork.map(count: unread.count, jobs: jobs) { unread[$0].takeNotes() }
    }

    private func writeUp(_ path: String) -> WriteUpEntry? {
        let index = index(of: path)
        guard index < files.count, files[index].path == path, case .writeUp(let entry) = files[index].entry else {
            return nil
        }
        return entry
    }

    /// Where a path is, or would be, among the files.
    private func index(of path: String) -> Int {
        var lower = 0
        var upper = files.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
                lower = middle + 1
            } else {
                upper = middle
            }
        }
        return lower
    }

    /// What the files are together, with what has been found in the texts that were read.
    package func result() -> SiteLoader.Result {
        guard hasConfiguration else { return SiteLoader.Result(content: nil, diagnostics: configurationFindings) }
        var findings = configurationFindings
        if files.isEmpty { findings.append(SiteLoader.missingContent(workspace)) }
        var collection = ContentCollection()
        // What belongs to no file, such as what the machine lacks, is told once.
        var told: Set<Diagnostic> = []
        for file in files {
            findings += file.findings.filter { $0.range != nil || told.insert($0).inserted }
            collection.add(file)
        }
        guard let configuration else { return SiteLoader.Result(content: nil, diagnostics: findings) }
        let content = collection.content(
            configuration: configuration, published: published, findings: &findings)
        return SiteLoader.Result(content: content, diagnostics: findings)
    }

    private mutating func readConfiguration() {
        (configuration, configurationFindings, hasConfiguration) = (nil, [], false)
        // One byte more than allowed tells that there is more.
        guard let bytes = workspace.read(ConfigurationReader.path, PageReader.maximumByteCount + 1) else {
            configurationFindings = [SiteLoader.missingConfiguration(workspace)]
            return
        }
        guard bytes.count <= PageReader.maximumByteCount else {
            configurationFindings = [SiteLoader.oversizedConfiguration]
            return
        }
        hasConfiguration = true
        guard
            let file = TextReader.read(
                path: ConfigurationReader.path, bytes: bytes, findings: &configurationFindings)
        else { return }
        configuration = ConfigurationReader.read(file, findings: &configurationFindings)
        let contacts = configuration?.checks.contacts ?? PublishedContacts([])
        configurationFindings += PersonalDataScan.findings(in: file, contacts: contacts)
    }

    private func parse(_ listings: [Workspace.Listing]) -> [ParsedFile] {
        let checks = configuration?.checks ?? CheckSettings()
        let (workspace, bodies) = (workspace, bodies)
        return ParallelWork.map(count: listings.count, jobs: jobs) { index in
            FileParsing.parse(listings[index], reader: workspace, checks: checks, bodies: bodies)
        }
    }

    /// - Parameters:
    ///   - parsed: files in the order of their paths.
    ///   - changed: paths whose old files are taken away.
    private mutating func merge(_ parsed: [ParsedFile], replacing changed: Set<String>) {
        if changed.count == 1, let file = parsed.first {
            let index = index(of: file.path)
            if index < files.count, files[index].path == file.path {
                files[index] = file
                return
            }
        }
        var merged: [ParsedFile] = []
        merged.reserveCapacity(files.count + parsed.count)
        var new = parsed[...]
        for file in files where !changed.contains(file.path) {
            while let next = new.first, next.path.utf8.lexicographicallyPrecedes(file.path.utf8) {
                merged.append(next)
                new.removeFirst()
            }
            merged.append(file)
        }
        files = merged + new
    }
}

extension WriteUpEntry {
    /// Whether the front matter is the same, byte for byte.
    fileprivate func differsInBodyAlone(from other: WriteUpEntry) -> Bool {
        let (bytes, others) = (page.title.range.file.bytes, other.page.title.range.file.bytes)
        guard let end = FrontMatter.bodyOffset(in: bytes), end == FrontMatter.bodyOffset(in: others) else {
            return false
        }
        return bytes[..<end] == others[..<end]
    }
}
