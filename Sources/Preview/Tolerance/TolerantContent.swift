import Content
import Values

/// The content of a site with stand-ins for what cannot be read.
struct TolerantContent {
    let store: ContentStore
    let workspace: Workspace
    /// Stands in for dates.
    let day: CalendarDate

    /// Files that are mended at most; whoever has more errors has something else to do first.
    private static let maximumFiles = 200
    private static let maximumBytes = 256 * 1024

    /// `nil` when the site cannot be read at all.
    var content: SiteContent? {
        var store = store
        var result = store.result()
        let findings = Dictionary(
            grouping: result.diagnostics.filter { $0.range != nil }, by: { $0.range?.file.path ?? "" })
        for effort in TolerantFile.Effort.allCases {
            guard let content = result.content else { return nil }
            let entries = Set(content.writeUps.map(\.page.path.text))
            let broken = content.unusable.paths.filter { $0.hasSuffix(".md") && !entries.contains($0) }.sorted()
            var files: [String: [UInt8]] = [:]
            for path in broken.prefix(Self.maximumFiles) {
                guard let place = SitePath(path), let bytes = workspace.read(path, Self.maximumBytes + 1),
                    bytes.count <= Self.maximumBytes
                else { continue }
                let file = TolerantFile(
                    path: place, bytes: bytes, findings: findings[path] ?? [],
                    language: content.configuration.language, day: day)
                files[path] = file.bytes(effort)
            }
            guard !files.isEmpty else { break }
            // Reading throws when the whole root cannot be listed; single files need no list.
            guard let mended = try? store.changed(by: files.mapValues { .written($0) }) else { break }
            store = mended
            result = store.result()
        }
        return result.content?.withWriteUpsAlone
    }
}
