import Foundation
import TestSupport
import Testing

@testable import Watching

/// A site in a temporary folder that is removed at the end.
final class WatchedSite: Sendable {
    /// What the tests watch.
    static let items = ["site.config", "content", "themes"]

    /// As the system knows it.
    var root: String { folder.path }
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder("watching")
        try run(
            """
            mkdir -p content/2024/teams themes public; printf a > site.config
            printf old > content/page.md; printf old > content/other.md
            printf old > content/2024/index.md; printf a > content/2024/teams/a.md
            """)
    }

    /// The rule for names in these tests.
    @Sendable static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".tmp")
    }

    /// Runs a script of the shell in the root folder.
    func run(_ script: String) throws {
        #expect(system("set -eu; cd '\(root)'; " + script) == 0, "\(script)")
    }

    /// Watches with a thread.
    func watcher(_ mode: SourceWatcher.Mode) throws -> SourceWatcher {
        try SourceWatcher(root: root, items: WatchedSite.items, mode: mode, isIgnored: WatchedSite.isIgnored)
    }

    /// Watches without a thread, so that nothing happens between two calls.
    func state(usesEvents: Bool = true, kernel: KernelCalls = .running) -> WatchState {
        let items = WatchedItems(WatchedSite.items, isIgnored: WatchedSite.isIgnored)
        return WatchState(root: root, items: items, usesEvents: usesEvents, kernel: kernel)
    }

    /// What stands at a path: the contents of a file, the target of a link; `nil` for a folder, nothing, or what is
    /// reached through a link only.
    func contents(_ path: String) -> String? {
        let full = root + "/" + path
        if let target = target(path) { return "link to " + target }
        let names = path.split(separator: "/")
        let isBehindLink = names.indices.dropFirst().contains { target(names[..<$0].joined(separator: "/")) != nil }
        if isBehindLink { return nil }
        return FileManager.default.contents(atPath: full).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Where a link leads; `nil` for all else.
    private func target(_ path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path)
    }

    /// The contents of all files that are looked at, found without the watcher.
    func allContents() -> [String: String] {
        var result: [String: String] = [:]
        for item in WatchedSite.items {
            if let contents = contents(item) { result[item] = contents }
            guard target(item) == nil, let names = FileManager.default.enumerator(atPath: root + "/" + item) else {
                continue
            }
            while let name = names.nextObject() as? String {
                let isLeftOut = name.split(separator: "/").contains { WatchedSite.isIgnored(String($0)) }
                if !isLeftOut, let contents = contents(item + "/" + name) { result[item + "/" + name] = contents }
            }
        }
        return result
    }
}

/// What somebody knows of a site who reads only what a watcher tells.
struct SiteMirror {
    private let site: WatchedSite
    private(set) var files: [String: String]

    init(of site: WatchedSite) {
        self.site = site
        files = site.allContents()
    }

    /// Reads the files again that changed.
    mutating func apply(_ changes: Set<String>) {
        for path in changes { files[path] = site.contents(path) }
    }

    /// Whether nothing else has changed.
    var isExact: Bool { files == site.allContents() }
}

/// Both ways to notice changes, with a thread that does not interfere.
let modes: [SourceWatcher.Mode] = [.events, .polling(every: .seconds(3600))]
