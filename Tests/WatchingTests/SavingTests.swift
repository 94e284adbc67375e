import Glibc
import Testing

@testable import Watching

@Suite("Saved files")
struct SavingTests {
    @Test("each save is one change of one file, three times in a row", arguments: modes, ScriptedChange.saves)
    func saves(mode: SourceWatcher.Mode, save: ScriptedChange) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        var mirror = SiteMirror(of: site)
        for text in ["one", "two", "three"] {
            try site.run("cd content; TEXT=\(text); " + save.script)
            let changes = watcher.takeChanges()
            #expect(changes == save.changes)
            mirror.apply(changes)
            #expect(mirror.isExact)
            #expect(watcher.takeChanges().isEmpty)
        }
    }

    @Test(
        "what leaves every file as it was is no change", arguments: modes,
        [
            ": > 4913; rm 4913", "printf x > .page.md.swp", "printf x > page.md~", "printf x > form.tmp",
            "mkdir new; rmdir new", "mkdir empty", "mkdir .hidden; printf x > .hidden/page.md",
            "cat page.md > /dev/null",
            "printf x > ../public/index.html; printf x > ../other.config",
            "mv ../public ../.public.old; mkdir ../public",
            "mkdir -p ../.git ../.showcase; printf x > ../.git/index; printf x > ../.showcase/cache",
        ])
    func noise(mode: SourceWatcher.Mode, script: String) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        try site.run("cd content; " + script)
        #expect(watcher.takeChanges().isEmpty)
    }

    @Test("changes of one moment are told apart although size and times are the same", arguments: modes)
    func sameMoment(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        // Without a process of its own for each, many writes fall into one tick of the file system's clock.
        for number in 1000..<1200 {
            try Array("\(number)".utf8).overwrite(site.root + "/content/page.md")
            #expect(watcher.takeChanges() == ["content/page.md"])
        }
    }

    @Test("a change right after a look is told by the contents if size and times are the same")
    func sameStamp() throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(.events)
        defer { watcher.stop() }
        for _ in 0..<20 {
            var isFresh = false
            do {
                let file = try MappedFile(site.root + "/content/page.md")
                file.setFirstByte(UInt8(ascii: "1"))
                try file.write("2")
                #expect(watcher.takeChanges() == ["content/page.md"])
                var status = stat()
                try #require(stat(site.root + "/content/page.md", &status) == 0)
                isFresh = FileStamp(status).isFresh(at: FileStamp.now())
                // Linux gives a mapped page no new time while it is not written back.
                file.setFirstByte(UInt8(ascii: "3"))
            }
            let changes = watcher.takeChanges()
            // The look before came later than the clock of the file system can be mistaken: nothing is to be expected.
            if isFresh { #expect(changes == ["content/page.md"]) }
        }
    }

    @Test("a writer that keeps its file open is noticed")
    func openWriter() throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(.events)
        defer { watcher.stop() }
        let file = try OpenFile(site.root + "/content/page.md")
        for _ in 0..<3 {
            try file.append("more")
            #expect(watcher.takeChanges() == ["content/page.md"])
        }
    }

    @Test("the configuration may go and come", arguments: modes)
    func configuration(mode: SourceWatcher.Mode) throws {
        let site = try WatchedSite()
        let watcher = try site.watcher(mode)
        defer { watcher.stop() }
        for script in [
            "rm site.config", "printf b > site.config", "printf c > .c; mv .c site.config", "mv site.config x",
        ] {
            try site.run(script)
            #expect(watcher.takeChanges() == ["site.config"])
        }
    }
}
