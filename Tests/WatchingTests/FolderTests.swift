import Foundation
import Testing

@testable import Watching

@Suite("Folders that come, go and move")
struct FolderTests {
    @Test("all files of a folder are told", arguments: modes, ScriptedChange.moves)
    func moves(mode: SourceWatcher.Mode, move: ScriptedChange) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        var mirror = SiteMirror(of: site)
        try site.run(move.script)
        let changes = watcher.takeChanges()
        #expect(changes == move.changes)
        mirror.apply(changes)
        #expect(mirror.isExact)
        // Everything is still watched.
        try site.run("find content themes -type d -exec sh -c 'printf z > $1/z.md' - {} ';'")
        mirror.apply(watcher.takeChanges())
        #expect(mirror.isExact)
    }

    @Test("content may be deleted and made again", arguments: modes)
    func recreate(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        var mirror = SiteMirror(of: site)
        for round in 0..<5 {
            try site.run("rm -r content; mkdir -p content/2024; printf \(round) > content/2024/index.md")
            mirror.apply(watcher.takeChanges())
            #expect(mirror.isExact)
            try site.run("printf later > content/2024/later.md")
            #expect(watcher.takeChanges() == ["content/2024/later.md"])
            mirror.apply(["content/2024/later.md"])
        }
        try site.run("mv content kept")
        #expect(watcher.takeChanges() == ["content/2024/index.md", "content/2024/later.md"])
        try site.run("mv kept content")
        #expect(watcher.takeChanges() == ["content/2024/index.md", "content/2024/later.md"])
    }

    @Test("the root may go, come again and be another one", arguments: modes)
    func root(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer {
            watcher.stop()
            try? site.run("rm -rf $PWD.old $PWD.new")
        }
        var mirror = SiteMirror(of: site)
        let all = Set(mirror.files.keys)
        // The shell stands in the folder; its path is what is moved.
        try site.run("mv $PWD $PWD.old")
        #expect(watcher.takeChanges() == all)
        #expect(rename(site.root + ".old", site.root) == 0)
        #expect(watcher.takeChanges() == all)
        try site.run("cp -r $PWD $PWD.new; mv $PWD $PWD.old; mv $PWD.new $PWD")
        try site.run("printf new > content/new.md")
        mirror.apply(watcher.takeChanges())
        #expect(mirror.isExact)
        try site.run("printf newer > content/new.md")
        #expect(watcher.takeChanges() == ["content/new.md"])
    }

    @Test("two thousand files come and go at once", arguments: modes)
    func burst(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        try site.run(
            """
            for folder in $(seq 50); do
                mkdir -p content/many/$folder; cd content/many/$folder; touch $(seq 40); cd ../../..
            done
            """)
        #expect(watcher.takeChanges().count == 2000)
        try site.run("rm -r content/many")
        #expect(watcher.takeChanges().count == 2000)
    }

    @Test("a name that is no UTF-8 is told, though not as it is", arguments: modes)
    func undecodable(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        try site.run(#"printf x > "content/$(printf 'a\377.md')""#)
        #expect(watcher.takeChanges() == ["content/a\u{FFFD}.md"])
        try site.run(#"rm "content/$(printf 'a\377.md')""#)
        #expect(watcher.takeChanges() == ["content/a\u{FFFD}.md"])
    }

    @Test(
        "a folder that cannot be listed is told, and so is its return",
        .enabled(if: geteuid() != 0, "root can list every folder"), arguments: modes)
    func unreadable(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        try site.run("chmod 0 content/2024")
        let files: Set = ["content/2024", "content/2024/index.md", "content/2024/teams/a.md"]
        #expect(watcher.takeChanges() == files)
        #expect(watcher.takeChanges().isEmpty)
        try site.run("chmod 755 content/2024; printf b > content/2024/teams/b.md")
        #expect(watcher.takeChanges() == files.union(["content/2024/teams/b.md"]))
        try site.run("printf c > content/2024/teams/b.md")
        #expect(watcher.takeChanges() == ["content/2024/teams/b.md"])
        #expect(watcher.notice == nil)
    }
}
