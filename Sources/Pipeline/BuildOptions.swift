import Addresses
import Checking
import Content
import Foundation
import Publishing
import Values

/// What a build is asked to do, and its two ends: where the files of the site come from, and where the site goes.
package struct BuildOptions: Sendable {
    /// The site's files.
    package var workspace: Workspace
    /// What earlier builds left of what takes long to make.
    package var caches: BuildCaches
    /// Begins the publication; `nil` where the site is only checked.
    package var output: (@Sendable (Publisher.Permissions) throws -> Output)?
    /// Replaces `base_url` of `site.config`.
    package var baseURL: BaseURL?
    /// Whether drafts and content whose day has not come are shown.
    package var includesDrafts: Bool
    /// The day the site is built for, where somebody named one; else `as_of` of `site.config`, else `today`.
    package var asOf: CalendarDate?
    package var today: CalendarDate
    /// Whether warnings keep the site from being published.
    package var isStrict: Bool
    /// The number of threads.
    package var jobs: Int
    /// What may be lost when the site is published.
    package var permissions = Publisher.Permissions()
    /// Whether a person says that the record of what was published is begun anew where there is none.
    package var beginsLedger = false
    /// The record of the files that the last build published, from the folder that this one publishes into, or would.
    var outputRecord: @Sendable () -> [UInt8]?
    /// How links to other sites are checked; `nil` asks nobody.
    package var externalLinks: ExternalLinkOptions?
    /// Told how far the build has come; called from any thread.
    package var progress: @Sendable (BuildProgress) -> Void = { _ in }
    /// Whether a check looks at drafts as well, and marks what it finds in them.
    package var tellsOfDrafts = false
    /// Shown the pages, the files for programs and the theme's files as they are made; called from any thread.
    package var onFile: (@Sendable (MadeFile) -> Void)?
    /// Asked between two pages, from any thread, whether there is no use for the rest.
    package var isCancelled: @Sendable () -> Bool = { false }
    /// What is known of pages from a check of nearly the same site.
    var knownPages: KnownPages?
    /// Given what the checks took from the pages when all are made, and none was cut.
    var onOutlines: (@Sendable (OutputCheck, [PageOutline]) -> Void)?

    /// A site of any workspace, which is only checked unless there is an output.
    package init(
        workspace: Workspace, caches: BuildCaches = .memory(),
        output: (@Sendable (Publisher.Permissions) throws -> Output)? = nil, baseURL: BaseURL? = nil,
        includesDrafts: Bool = false, asOf: CalendarDate? = nil, today: CalendarDate, isStrict: Bool = false, jobs: Int
    ) {
        self.workspace = workspace
        self.caches = caches
        self.output = output
        self.baseURL = baseURL
        self.includesDrafts = includesDrafts
        self.asOf = asOf
        self.today = today
        self.isStrict = isStrict
        self.jobs = jobs
        outputRecord = { workspace.read(Self.usualOutput + "/" + OutputRecord.fileName, Self.maximumRecordBytes) }
    }

    /// The folder that sites are published into where nothing else is said.
    private static let usualOutput = "public"
    /// A record of a million files is smaller.
    private static let maximumRecordBytes = 128 * 1024 * 1024

    /// A site on the disk.
    ///
    /// - Parameters:
    ///   - source: the folder that holds `site.config`.
    ///   - output: the folder to publish into; relative paths start from `source`.
    ///   - isDryRun: whether the site is only checked, not written.
    package init(
        source: String, output: String, baseURL: BaseURL? = nil, includesDrafts: Bool = false,
        asOf: CalendarDate? = nil, today: CalendarDate, isStrict: Bool = false, jobs: Int, isDryRun: Bool = false
    ) {
        self.init(
            workspace: .disk(root: source), caches: .disk(site: source), baseURL: baseURL,
            includesDrafts: includesDrafts, asOf: asOf, today: today, isStrict: isStrict, jobs: jobs)
        guard !isDryRun else { return }
        let folders = { @Sendable () -> (source: String, output: String) in
            let source = Self.absolute(source, from: FileManager.default.currentDirectoryPath)
            return (source, Self.absolute(output, from: source))
        }
        outputRecord = { Workspace.disk(root: folders().output).read(OutputRecord.fileName, Self.maximumRecordBytes) }
        self.output = { permissions in
            let (source, output) = folders()
            return try Output.disk(output, sources: SourcePlaces(site: source), permissions: permissions)
        }
    }

    /// Ends a build that nobody waits for any more.
    ///
    /// - Throws: `CancellationError`.
    func throwIfCancelled() throws {
        if isCancelled() { throw CancellationError() }
    }

    /// An absolute path without `.`, `..` and double slashes; symbolic links are not looked at.
    private static func absolute(_ path: String, from base: String) -> String {
        let full = path.hasPrefix("/") ? path : base + "/" + path
        var components: [Substring] = []
        for component in full.split(separator: "/") where component != "." {
            if component == ".." { _ = components.popLast() } else { components.append(component) }
        }
        return "/" + components.joined(separator: "/")
    }
}

/// A file of the site as it was made.
package struct MadeFile: Sendable {
    /// Site-absolute path.
    package let url: String
    /// Whether people read it; else it is for programs.
    package let isPage: Bool
    package let bytes: [UInt8]
}
