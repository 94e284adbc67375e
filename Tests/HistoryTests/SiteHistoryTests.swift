import Diagnostics
import Editing
import FileSystem
import Foundation
import TestSupport
import Testing

@testable import History

/// A site of a few files on the disk, and its history.
private struct Site {
    static let roster = "content/awards/2022/roster.csv"
    static let editor = EditorName("王编辑")

    private let temporary: TemporaryFolder
    var root: String { temporary.path }
    var history: SiteHistory { SiteHistory(site: root) }

    init() throws {
        temporary = try TemporaryFolder("history")
        try save("site.config", "title: 样例\n")
        try save("content/about.md", "# 关于\n\n甲\n\n乙\n\n丙\n")
    }

    func save(_ path: String, _ text: String) throws { try save(path, Array(text.utf8)) }

    func save(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

    func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    func version(_ path: String) -> FileVersion {
        FileVersion(FileManager.default.contents(atPath: root + "/" + path).map { Array($0) })
    }

    /// Writes files as a command does, and records it.
    @discardableResult
    func write(_ files: [String: String?], as sentence: String, at time: Int = 1_700_000_000) throws -> RecordedChange?
    {
        let log = WritingStep()
        let replacements = files.map { path, text in
            Replacement(path, FileVersion(text.map { Array($0.utf8) }), over: version(path))
        }
        try SiteFolder(root, step: log).replace(replacements.sorted { $0.path < $1.path })
        return try SiteHistory(site: root, step: log).record(log.files, as: note(sentence, at: time))
    }

    func note(_ sentence: String, at time: Int = 1_700_000_000) throws -> ChangeNote {
        ChangeNote(
            LocalizedText(zh: sentence, en: "EN " + sentence), by: try #require(Self.editor), at: time)
    }

    /// The sentences of all changes, the newest first.
    func sentences(of paths: [String] = []) throws -> [String] {
        try history.entries(of: paths).map(\.change.sentence.zh)
    }

    @discardableResult
    func undo(_ name: String? = nil, at time: Int = 1_700_000_500) throws -> RecordedChange? {
        try history.carryOut(history.undoing(name, by: try #require(Self.editor), at: time))
    }

    /// Every file below the site's folder, the store's among them.
    func bytesOfAllFiles() throws -> [String: Data] {
        let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
        return Dictionary(
            paths.compactMap { path in
                FileManager.default.contents(atPath: root + "/" + path).map { (path, $0) }
            }
        ) { $1 }
    }

    func restore(_ paths: [String], to moment: SiteHistory.Moment) throws -> RecordedChange? {
        try history.carryOut(
            history.restoring(paths, to: moment, by: try #require(Self.editor), at: 1_700_000_600))
    }
}

@Suite("Recording changes of a site")
struct RecordingTests {
    @Test("a command's change is recorded with person, time, sentence and files, after the beginning")
    func command() throws {
        let site = try Site()
        let change = try #require(try site.write([Site.roster: "编号\n"], as: "新建 2022 年度"))
        #expect(change.person == Site.editor && change.time == 1_700_000_000 && change.origin == .command)
        #expect(change.sentence == LocalizedText(zh: "新建 2022 年度", en: "EN 新建 2022 年度"))
        let entries = try site.history.entries()
        #expect(entries.map(\.change.origin) == [.command, .beginning])
        #expect(entries.map { $0.files.map(\.path) } == [[Site.roster], ["content/about.md", "site.config"]])
        #expect(entries.last?.change.person == nil)
    }

    @Test("what another program changed before a command stands apart from what the command did")
    func elsewhereBefore() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        try site.save("content/about.md", "# 关于\n")
        try site.save("content/new.md", "新\n")
        try site.write([Site.roster: "编号\n"], as: "导入")
        let entries = try site.history.entries()
        #expect(entries.map(\.change.origin) == [.command, .elsewhere, .beginning])
        #expect(entries.map { $0.files.map(\.path) }.first == [Site.roster])
        #expect(entries[1].files.map(\.kind) == [.changed, .added])
        #expect(entries[1].change.sentence.zh == "在别的程序中改动 content/about.md 等 2 个文件")
        #expect(entries[1].change.sentence.en == "content/about.md and 1 other file changed by other programs")
    }

    @Test("a file that others saved before the command and after it: every state is in the history")
    func sameFile() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        try site.save("content/about.md", "by hand")
        let log = WritingStep()
        try SiteFolder(site.root, step: log).replace(
            [Replacement("content/about.md", Array("by command".utf8), over: .bytes(Array("by hand".utf8)))])
        try site.save("content/about.md", "by hand again")
        try SiteHistory(site: site.root, step: log).record(log.files, as: site.note("改正"))
        log.end()
        let states = try site.history.entries(of: ["content/about.md"]).map { entry in
            try site.history.versions(of: entry.files[0]).after
        }
        #expect(
            states
                == ["by hand again", "by command", "by hand", "# 关于\n\n甲\n\n乙\n\n丙\n"].map { .bytes(Array($0.utf8)) })
        #expect(try site.history.entries().map(\.change.origin) == [.elsewhere, .command, .elsewhere, .beginning])
    }

    @Test("a second writer waits for the record of the first, so that neither is taken for another program's")
    func twoWriters() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let (first, second) = (WritingStep(), WritingStep())
        try SiteFolder(site.root, step: first).replace([Replacement("content/a.md", [0x61], over: .absent)])
        let note = try site.note("甲")
        try SiteFolder(site.root, step: second) {
            // Whoever waits is told, and here the first one ends while it waits.
            _ = try? SiteHistory(site: site.root, step: first).record(first.files, as: note)
            first.end()
        }.replace([Replacement("content/b.md", [0x62], over: .absent)])
        try SiteHistory(site: site.root, step: second).record(second.files, as: site.note("乙"))
        second.end()
        let entries = try site.history.entries()
        #expect(entries.map(\.change.sentence.zh) == ["乙", "甲", "开始记录"])
        #expect(entries.map { $0.files.map(\.path) }.prefix(2) == [["content/b.md"], ["content/a.md"]])
    }

    @Test("a look by the preview between writing and record waits as well")
    func noticeBetween() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let step = WritingStep()
        try SiteFolder(site.root, step: step).create("content/a.md", [0x61])
        let note = try site.note("甲")
        try SiteHistory(site: site.root) {
            _ = try? SiteHistory(site: site.root, step: step).record(step.files, as: note)
            step.end()
        }.notice(at: 2)
        #expect(try site.sentences() == ["甲", "开始记录"])
    }

    @Test("a plan that is only shown writes nothing, not even into the history")
    func trial() throws {
        let site = try Site()
        let first = try #require(try site.write(["content/a.md": "1\n"], as: "一"))
        try site.write(["content/a.md": "2\n", "content/b.md": "2\n"], as: "二")
        // Nobody has recorded this yet.
        try site.save("content/c.md", "by hand")
        let before = try site.bytesOfAllFiles()
        let person = try #require(Site.editor)
        let undo = try site.history.undoing(nil, by: person, at: 5, isTrial: true)
        #expect(undo.files.map(\.path) == ["content/a.md", "content/b.md"])
        let restored = try site.history.restoring([], to: .change(first.id.text), by: person, at: 5, isTrial: true)
        #expect(restored.files.map(\.path) == ["content/a.md", "content/b.md", "content/c.md"])
        #expect(try site.bytesOfAllFiles() == before)
        let written = try site.history.restoring([], to: .change(first.id.text), by: person, at: 5)
        #expect(written.files == restored.files)
    }

    @Test("what is known can be read where nothing can be locked or written, and asking makes no file")
    func readOnly() throws {
        let site = try Site()
        #expect(throws: HistoryError.none) { try site.history.noticeIfBegun(at: 1) }
        #expect(throws: HistoryError.none) { try site.history.entries() }
        #expect(!FileManager.default.fileExists(atPath: site.root + "/.showcase"))
        try site.write(["content/a.md": "1\n"], as: "一")
        try site.remove(".showcase/content.lock")
        try FileManager.default.createDirectory(
            atPath: site.root + "/.showcase/content.lock", withIntermediateDirectories: false)
        #expect(throws: HistoryError.self) { try site.history.noticeIfBegun(at: 2) }
        #expect(try site.sentences() == ["一", "开始记录"])
        #expect(try site.history.person() == nil)
    }

    @Test("nothing is recorded where nothing changed, however often one looks")
    func nothing() throws {
        let site = try Site()
        for time in 1...3 { try site.history.notice(at: time) }
        try site.write(["content/about.md": site.text("content/about.md")], as: "没有改动")
        #expect(try site.sentences() == ["开始记录"])
    }

    @Test("a change of the same length at the same time is noticed", arguments: [true, false])
    func sameStamp(isRestamped: Bool) throws {
        let site = try Site()
        let stamp = Date(timeIntervalSince1970: 1_600_000_000)
        let path = site.root + "/content/about.md"
        try FileManager.default.setAttributes([.modificationDate: stamp], ofItemAtPath: path)
        try site.history.notice(at: 1)
        try site.save("content/about.md", "# 关于\n\n乙\n\n甲\n\n丙\n")
        if isRestamped { try FileManager.default.setAttributes([.modificationDate: stamp], ofItemAtPath: path) }
        try site.history.notice(at: 2)
        #expect(try site.history.entries().count == 2)
    }

    @Test("only what people write is kept: no output, no caches, no hidden files, no record of published addresses")
    func covered() throws {
        let site = try Site()
        try site.save("public/index.html", "x")
        try site.save("imports/roster.csv", "x")
        try site.save("content/.hidden.md", "x")
        try site.save("content/page.md~", "x")
        try site.save("published-urls.txt", "x")
        try site.save("static/logo.png", [0, 1, 2, 0xFF])
        try site.save("themes/own/theme.yaml", "x")
        try FileManager.default.createSymbolicLink(
            atPath: site.root + "/content/link.md", withDestinationPath: "/etc/passwd")
        try site.history.notice(at: 1)
        let paths = try site.history.entries().flatMap(\.files).map(\.path)
        #expect(paths == ["content/about.md", "site.config", "static/logo.png", "themes/own/theme.yaml"])
    }

    @Test(
        "bytes are kept as they are, whatever Git's own settings would make of them",
        arguments: [
            Array("a\r\nb\r\n".utf8), [0xEF, 0xBB, 0xBF, 0x61], [0xB1, 0xE0, 0xBA, 0xC5], Array("$Id$ \r\n \n".utf8),
            [],
            [0, 0xFF, 0],
        ] as [[UInt8]])
    func bytes(content: [UInt8]) throws {
        let site = try Site()
        try site.save("content/.gitattributes", "* text eol=lf ident\n")
        try site.save("content/.gitignore", "*\n")
        try site.save("content/x.csv", content)
        try site.history.notice(at: 1)
        let file = try #require(try site.history.entries(of: ["content/x.csv"]).first?.files.first)
        #expect(try site.history.versions(of: file).after == .bytes(content))
    }

    @Test(
        "names that other systems refuse are names like any other",
        arguments: ["content/git~1", "content/a:b.md", "content/con", "content/末尾.", "content/e\u{301}.md"])
    func names(path: String) throws {
        let site = try Site()
        try site.save(path, "x")
        #expect(try site.history.notice(at: 1).isEmpty)
        #expect(try site.history.entries(of: [path]).count == 1)
    }

    @Test("a name that the store cannot hold is told, and the rest is kept")
    func unkept() throws {
        let site = try Site()
        try site.save("content/a\\b.md", "x")
        #expect(try site.history.notice(at: 1) == ["content/a\\b.md"])
        #expect(try site.history.entries().first?.files.map(\.path) == ["content/about.md", "site.config"])
    }

    @Test("a file that cannot be read is named, and counts as what it was")
    func unreadable() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let path = site.root + "/content/about.md"
        try site.remove("content/about.md")
        #expect(mkfifo(path, 0o644) == 0)
        try site.history.notice(at: 2)
        // A pipe is no file: what stood in its place is gone.
        #expect(try site.history.entries().first?.files.map(\.kind) == [.removed])
    }

    @Test("a folder in the place of a file, and a file in the place of a folder")
    func folders() throws {
        let site = try Site()
        try site.save("content/a/index.md", "x")
        try site.history.notice(at: 1)
        try site.remove("content/a")
        try site.save("content/a", "y")
        try site.history.notice(at: 2)
        #expect(
            try site.history.entries().first?.files.map { [$0.path: $0.kind] }
                == [["content/a": .added], ["content/a/index.md": .removed]])
    }
}

@Suite("Taking changes back")
struct TakingBackTests {
    @Test("the newest change of a command is taken back, with files that it added, changed and removed")
    func newest() throws {
        let site = try Site()
        try site.save("content/old.md", "旧\n")
        try site.write([Site.roster: "编号\n", "content/about.md": "# 改\n", "content/old.md": nil], as: "大改")
        #expect(site.text("content/old.md") == nil)
        let undo = try #require(try site.undo())
        #expect(undo.origin == .undo && undo.sentence.zh == "撤回：大改" && undo.sentence.en == "Took back: EN 大改")
        #expect(site.text(Site.roster) == nil && site.text("content/old.md") == "旧\n")
        #expect(site.text("content/about.md")?.hasPrefix("# 关于") == true)
        #expect(!FileManager.default.fileExists(atPath: site.root + "/content/awards"))
    }

    @Test("undo goes further back each time, and taking back an undo puts the change in force again")
    func repeated() throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n"], as: "一")
        try site.write(["content/b.md": "2\n"], as: "二")
        let first = try #require(try site.undo())
        #expect(first.sentence.zh == "撤回：二")
        #expect(try site.undo()?.sentence.zh == "撤回：一")
        #expect(throws: HistoryError.nothingToUndo) { try site.undo() }
        #expect(try site.undo(first.id.description)?.sentence.zh == "撤回：撤回：二")
        #expect(site.text("content/b.md") == "2\n" && site.text("content/a.md") == nil)
        #expect(try site.undo()?.sentence.zh == "撤回：二")
    }

    @Test("later changes of other lines stay, by commands and by hand")
    func merged() throws {
        let site = try Site()
        let change = try #require(
            try site.write(["content/about.md": "# 关于\n\n甲改\n\n乙\n\n丙\n"], as: "改甲"))
        try site.save("content/about.md", "# 关于\n\n甲改\n\n乙\n\n丙\n\n丁\n")
        try site.undo(change.id.description)
        #expect(site.text("content/about.md") == "# 关于\n\n甲\n\n乙\n\n丙\n\n丁\n")
        #expect(try site.history.entries().map(\.change.origin) == [.undo, .elsewhere, .command, .beginning])
    }

    @Test("a change whose lines were changed again is not taken back, and no file is touched")
    func conflict() throws {
        let site = try Site()
        let change = try #require(
            try site.write(["content/about.md": "# 关于\n\n甲改\n\n乙\n\n丙\n", "content/b.md": "b\n"], as: "改甲"))
        try site.save("content/about.md", "# 关于\n\n甲又改\n\n乙\n\n丙\n")
        #expect(throws: HistoryError.changedSince(change.id, ["content/about.md"])) {
            try site.undo(change.id.description)
        }
        #expect(site.text("content/b.md") == "b\n" && site.text("content/about.md")?.contains("甲又改") == true)
    }

    @Test("a row that was moved, entered again or given to another team is no row that an undo may merge")
    func rosterRows() throws {
        let header = "编号,班组名称\n"
        let others = (1...8).map { "zj-00\($0),班组\($0)\n" }.joined()
        func imported() throws -> (site: Site, id: String) {
            let site = try Site()
            try site.save(Site.roster, header + others)
            let change = try #require(
                try site.write([Site.roster: header + "zj-000,新一班组\n" + others + "nx-002,新二班组\n"], as: "导入"))
            return (site, change.id.description)
        }
        let moved = try imported()
        try moved.site.save(Site.roster, header + others + "nx-002,新二班组\nzj-000,新一班组\n")
        #expect(throws: HistoryError.self) { try moved.site.undo() }
        for row in ["zj-000,新一班组\n", "zj-000,别的班组\n"] {
            let (site, id) = try imported()
            let undo = try #require(try site.undo(id))
            #expect(site.text(Site.roster) == header + others)
            try site.save(Site.roster, header + others.replacing("zj-004,班组4\n", with: "zj-004,班组4\n" + row))
            #expect(throws: HistoryError.changedSince(undo.id, [Site.roster])) { try site.undo(undo.id.description) }
        }
        let (site, id) = try imported()
        try site.save(Site.roster, (site.text(Site.roster) ?? "").replacing("zj-004,班组4", with: "zj-004,班组四"))
        try site.undo(id)
        #expect(site.text(Site.roster) == header + others.replacing("zj-004,班组4", with: "zj-004,班组四"))
    }

    @Test("rows of another order of columns, and letters of another encoding, are not merged")
    func heads() {
        let rows = (1...6).map { "zj-00\($0),班组,公司\n" }.joined()
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        let merged = LineMerge.merged(
            base: bytes("编号,班组名称,企业名称\n" + rows), bytes("编号,班组名称,企业名称\n" + rows + "zj-009,班组,公司\n"),
            bytes("编号,企业名称,班组名称\n" + rows))
        #expect(merged == nil)
        let text = "甲\n\n乙\n\n丙\n\n丁\n"
        #expect(LineMerge.merged(base: bytes(text), bytes(text) + [0xB1, 0xE0, 0x0A], bytes("改\n" + text)) == nil)
        #expect(
            LineMerge.merged(base: bytes(text), bytes(text + "\n戊\n"), bytes("改\n" + text))
                == bytes("改\n" + text + "\n戊\n"))
    }

    @Test("what was saved after a plan was made is refused before anything is begun")
    func refusedBefore() throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n", "content/b.md": "1\n"], as: "一")
        let plan = try site.history.undoing(nil, by: try #require(Site.editor), at: 1_700_000_500)
        try site.save("content/b.md", "saved\n")
        #expect(throws: HistoryError.self) { _ = try site.history.carryOut(plan) }
        #expect(try HistoryStore.open(site: site.root, as: .writer)?.intended() == nil)
        #expect(site.text("content/a.md") == "1\n" && site.text("content/b.md") == "saved\n")
    }

    @Test("files that a history is not about are not written, whatever a store says")
    func foreignFiles() throws {
        let site = try Site()
        try site.history.notice(at: 100)
        let store = try #require(try HistoryStore.open(site: site.root, as: .writer))
        let newest = try #require(try store.newest())
        let bytes = try store.keep([0x78])
        let paths = [
            ".vscode/tasks.json", "published-urls.txt", "content/.hidden/x", "public/index.html", "content/x.md",
        ]
        let files = try store.files(
            store.change(newest).files, with: [paths.map { (path: $0, bytes: Optional(bytes)) }])[0]
        let foreign = try store.add(site.note("外来", at: 200), files: files)
        try site.history.notice(at: 300)
        _ = try site.restore([], to: .change(foreign.description))
        #expect(site.text("content/x.md") == "x")
        for path in paths.dropLast() { #expect(site.text(path) == nil, "\(path)") }
    }

    @Test("a file that was renamed since does not keep earlier changes from being taken back")
    func renamed() throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n"], as: "一")
        try site.write(["content/b.md": "2\n"], as: "二")
        try FileManager.default.moveItem(atPath: site.root + "/content/b.md", toPath: site.root + "/content/c.md")
        #expect(try site.undo()?.sentence.zh == "撤回：一")
        #expect(site.text("content/c.md") == "2\n" && site.text("content/a.md") == nil)
        #expect(throws: HistoryError.self) { try site.undo() }
    }

    @Test("a change of which nothing is left, the beginning, and names of no change are refused")
    func refused() throws {
        let site = try Site()
        let change = try #require(try site.write(["content/b.md": "b\n"], as: "新建"))
        try site.remove("content/b.md")
        #expect(throws: HistoryError.alreadyTakenBack(change.id)) { try site.undo(change.id.description) }
        let beginning = try #require(try site.history.entries().last?.change.id)
        #expect(throws: HistoryError.beginning(beginning)) { try site.undo(beginning.description) }
        for name in ["abc", "zzzzzzzz", "000000000000", "-1", ""] {
            #expect(throws: HistoryError.noChange(name)) { try site.undo(name) }
        }
    }

    @Test("without a history there is nothing to take back, and none is begun")
    func none() throws {
        let site = try Site()
        #expect(throws: HistoryError.none) { try site.undo() }
        #expect(!FileManager.default.fileExists(atPath: site.root + "/.showcase/history"))
    }

    @Test("a save between the plan and the writing stays")
    func savedMeanwhile() throws {
        let site = try Site()
        try site.write(["content/b.md": "b\n"], as: "新建")
        let plan = try site.history.undoing(nil, by: try #require(Site.editor), at: 1_700_000_500)
        try site.save("content/b.md", "saved\n")
        #expect(throws: HistoryError.writing(.changed("content/b.md", kept: []))) {
            _ = try site.history.carryOut(plan)
        }
        #expect(site.text("content/b.md") == "saved\n")
        #expect(try site.history.entries().first?.change.origin == .elsewhere)
    }
}

@Suite("Putting files back")
struct RestoringTests {
    @Test("a file is put back as it was after a change, or at a time, and other files stay")
    func file() throws {
        let site = try Site()
        let first = try #require(try site.write(["content/a.md": "1\n", "content/b.md": "1\n"], as: "一", at: 100))
        try site.write(["content/a.md": "2\n", "content/b.md": "2\n"], as: "二", at: 200)
        try site.write(["content/a.md": nil], as: "三", at: 300)
        let restored = try #require(try site.restore(["content/a.md"], to: .change(first.id.description)))
        #expect(restored.origin == .restoring)
        #expect(restored.sentence.zh == "把 content/a.md 恢复到“一”（\(first.id)）之后的样子")
        #expect(site.text("content/a.md") == "1\n" && site.text("content/b.md") == "2\n")
        _ = try site.restore(["content/a.md"], to: .time(299))
        #expect(site.text("content/a.md") == "2\n")
        #expect(try site.restore(["content/a.md"], to: .time(299)) == nil)
        #expect(throws: HistoryError.noSuchFile("content/no.md", firstSeen: nil)) {
            try site.restore(["content/no.md"], to: .time(299))
        }
    }

    @Test("the whole site, or a folder, is put back: what came later goes, and can be had again")
    func whole() throws {
        let site = try Site()
        try site.write(["content/n/a.md": "1\n"], as: "一", at: 100)
        try site.write(["content/n/a.md": "2\n", "content/n/b.md": "2\n", "content/c.md": "2\n"], as: "二", at: 200)
        _ = try site.restore(["content/n"], to: .time(150))
        #expect(site.text("content/n/a.md") == "1\n" && site.text("content/n/b.md") == nil)
        #expect(site.text("content/c.md") == "2\n")
        _ = try site.restore([], to: .time(150))
        #expect(site.text("content/c.md") == nil && site.text("site.config") == "title: 样例\n")
        try site.undo()
        #expect(site.text("content/c.md") == "2\n" && site.text("content/n/b.md") == nil)
        #expect(throws: HistoryError.tooEarly) { try site.restore([], to: .time(0)) }
    }

    @Test("a file goes back into the place of a folder, and a folder into that of a file")
    func swapped() throws {
        let site = try Site()
        try site.save("static/x/a.txt", "1")
        try site.save("static/f", "1")
        let first = try #require(try site.write(["content/n.md": "n\n"], as: "一", at: 100))
        try site.remove("static/x")
        try site.remove("static/f")
        try site.save("static/x", "2")
        try site.save("static/f/b.txt", "2")
        _ = try site.restore(["static"], to: .change(first.id.description))
        #expect(site.text("static/x/a.txt") == "1" && site.text("static/f") == "1")
        _ = try site.undo()
        #expect(site.text("static/x") == "2" && site.text("static/f/b.txt") == "2")
    }

    @Test("a file that was not there at the moment is not removed by its name: the first change that knows it is said")
    func notYet() throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n"], as: "一", at: 100)
        let second = try #require(try site.write(["content/b.md": "1\n"], as: "二", at: 200))
        #expect(throws: HistoryError.noSuchFile("content/b.md", firstSeen: second)) {
            try site.restore(["content/b.md"], to: .time(150))
        }
        #expect(site.text("content/b.md") == "1\n")
    }
}

@Suite("Histories that were broken off, or are not ours")
struct BrokenHistoryTests {
    @Test("what a process that was killed had begun on several files is gone on with", arguments: [0, 1, 2])
    func killed(writtenFiles: Int) throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n", "content/b.md": "1\n"], as: "一")
        let plan = try site.history.undoing(nil, by: try #require(Site.editor), at: 1_700_000_500)
        // As far as a process came: the intention is kept, some files are gone.
        let store = try #require(try HistoryStore.open(site: site.root, as: .writer))
        let newest = try #require(try store.newest())
        try store.intend(
            plan.note,
            files: store.files(
                store.change(newest).files, with: [plan.files.map { (path: $0.path, bytes: ObjectID?.none) }])[0])
        for file in plan.files.prefix(writtenFiles) { try site.remove(file.path) }
        // Looking alone changes nothing.
        #expect(try site.sentences() == ["一", "开始记录"])
        _ = try site.history.noticeIfBegun(at: 1_700_000_700)
        #expect(try site.sentences() == ["撤回：一", "一", "开始记录"])
        #expect(site.text("content/a.md") == nil && site.text("content/b.md") == nil)
        #expect(try HistoryStore.open(site: site.root, as: .writer)?.intended() == nil)
    }

    @Test("locks that a killed process left do not stop the next one")
    func locks() throws {
        let site = try Site()
        try site.write(["content/a.md": "1\n"], as: "一")
        for name in ["HEAD", "config", "stamps", "packed-refs", "refs/heads/main"] {
            try site.save(".showcase/history/\(name).lock", "")
        }
        try site.write(["content/a.md": "2\n"], as: "二")
        #expect(try site.sentences() == ["二", "一", "开始记录"])
    }

    @Test("stamps that are broken, of another store or gone are made anew", arguments: ["", "DIRC", nil] as [String?])
    func stamps(content: String?) throws {
        let site = try Site()
        try site.history.notice(at: 1)
        if let content {
            try site.save(".showcase/history/stamps", content)
        } else {
            try site.remove(".showcase/history/stamps")
        }
        try site.save("content/about.md", "新")
        try site.history.notice(at: 2)
        #expect(try site.history.entries().map { $0.files.count } == [1, 2])
        // A store that was begun anew beside the stamps of the old one.
        let stamps = try Data(contentsOf: URL(fileURLWithPath: site.root + "/.showcase/history/stamps"))
        try site.remove(".showcase/history")
        try site.history.remember(try #require(Site.editor))
        try site.save(".showcase/history/stamps", Array(stamps))
        try site.history.notice(at: 3)
        #expect(try site.history.entries().map { $0.files.count } == [2])
    }

    @Test("a link in the place of the store is not followed", arguments: [".showcase", ".showcase/history"])
    func links(path: String) throws {
        let site = try Site()
        let other = try TemporaryFolder("history-elsewhere")
        try FileManager.default.createDirectory(
            atPath: site.root + "/" + path.split(separator: "/").dropLast().joined(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: site.root + "/" + path, withDestinationPath: other.path)
        #expect(throws: HistoryError.self) { try site.history.notice(at: 1) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).isEmpty)
    }

    @Test(
        "what leads out of a store is not opened, and nothing is written there",
        arguments: [
            "stamps", "config", "HEAD", "refs/heads/main", "refs/heads", "objects/info", "objects/ab", "commondir",
        ])
    func ways(name: String) throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let other = try TemporaryFolder("history-elsewhere")
        let path = site.root + "/.showcase/history/" + name
        if name == "commondir" {
            try site.save(".showcase/history/commondir", other.path)
        } else {
            let isThere = FileManager.default.fileExists(atPath: path)
            if isThere { try FileManager.default.moveItem(atPath: path, toPath: other.path + "/kept") }
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other.path + "/kept")
        }
        let before = try FileManager.default.subpathsOfDirectory(atPath: other.path).sorted()
        try site.save("content/about.md", "新")
        #expect(throws: HistoryError.notAFolder(".showcase/history/" + name)) { try site.history.notice(at: 2) }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: other.path).sorted() == before)
    }

    @Test(
        "settings that include others are not read",
        arguments: ["[include]\n\tpath = /etc/passwd\n", "[core]\n\tworktree = /\n"])
    func included(settings: String) throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let config = ".showcase/history/config"
        try site.save(config, (site.text(config) ?? "") + settings)
        #expect(throws: HistoryError.notAFolder(config)) { try site.history.notice(at: 2) }
    }

    @Test("a file whose object is damaged is kept anew, and never counts as removed")
    func damagedObject() throws {
        let site = try Site()
        try site.history.notice(at: 1)
        let file = try #require(try site.history.entries(of: ["content/about.md"]).first?.files.first?.after)
        let object = ".showcase/history/objects/\(file.text.prefix(2))/\(file.text.dropFirst(2))"
        try FileManager.default.removeItem(atPath: site.root + "/" + object)
        try site.save(object, "")
        try site.remove(".showcase/history/stamps")
        try site.history.notice(at: 2)
        try site.save("content/about.md", "新\n")
        try site.history.notice(at: 3)
        #expect(try site.history.entries(of: ["content/about.md"]).flatMap(\.files).map(\.kind) == [.changed, .added])
    }

    @Test("what others wrote into a store reaches no terminal as it is")
    func foreignWords() {
        let message = ChangeMessage("\u{1B}[2J清屏\n\nen: \u{1B}]0;x\u{7}\n")
        #expect(!message.sentence.zh.contains("\u{1B}") && !message.sentence.en.contains("\u{1B}"))
    }

    @Test("a store that is no store is an error with the library's words, and is left alone")
    func foreign() throws {
        let site = try Site()
        try site.save(".showcase/history/HEAD", "nonsense")
        try site.save(".showcase/history/config", "[[[")
        #expect(throws: HistoryError.self) { try site.history.notice(at: 1) }
        #expect(site.text(".showcase/history/HEAD") == "nonsense")
    }

    @Test("any order of writes, saves by hand, undos and restores loses no state", arguments: 0..<8 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let site = try Site()
        try site.history.notice(at: 1)
        let paths = ["content/a.md", "content/b.md", "content/n/c.md"]
        var states: [String: Set<String?>] = Dictionary(uniqueKeysWithValues: paths.map { ($0, [nil]) })
        for step in 0..<25 {
            let path = paths[Int.random(in: 0..<3, using: &random)]
            let text = Bool.random(using: &random) ? "\(step)\n" : (0..<8).map { "行\($0) \(step)\n" }.joined()
            switch Int.random(in: 0..<5, using: &random) {
            case 0: try site.save(path, text)
            case 1, 2: try site.write([path: text], as: "第\(step)步", at: 1_000 + step)
            case 3: do { _ = try site.undo() } catch is HistoryError {}
            default: _ = try site.restore([], to: .time(1_000 + Int.random(in: 0...step, using: &random)))
            }
            try site.history.notice(at: 1_000 + step)
            for path in paths { states[path]?.insert(site.text(path)) }
        }
        for path in paths {
            var seen: Set<String?> = [nil]
            for entry in try site.history.entries(of: [path]) {
                guard case .bytes(let bytes) = try site.history.versions(of: entry.files[0]).after else { continue }
                seen.insert(String(decoding: bytes, as: UTF8.self))
            }
            #expect(states[path]?.isSubset(of: seen) == true)
        }
    }
}

@Suite("Names of editors")
struct EditorNameTests {
    @Test("a name is taken without the spaces around it", arguments: ["王编辑", " Anna Li ", "宣传部01"])
    func taken(name: String) { #expect(EditorName(name)?.text == name.trimmingCharacters(in: .whitespaces)) }

    @Test(
        "what is no name is none",
        arguments: ["", "  ", "-", "<x>", "a\nb", String(repeating: "长", count: 41), "\u{202E}a"])
    func refused(name: String) { #expect(EditorName(name) == nil) }

    @Test("a name is kept for the next time")
    func remembered() throws {
        let site = try Site()
        #expect(try site.history.person() == nil)
        try site.history.remember(try #require(EditorName("王 “编辑” #1")))
        #expect(try site.history.person()?.text == "王 “编辑” #1")
    }
}
