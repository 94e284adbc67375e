import Content
import Foundation
import TestSupport
import Testing

/// Files below a folder of the disk, and in memory, keep the same promises.
@Suite("Workspaces")
struct WorkspaceTests {
    enum Form: CaseIterable { case disk, memory }

    /// Files in a form, as long as somebody holds the value.
    private struct Files {
        let workspace: Workspace
        let folder: TemporaryFolder?

        init(_ form: Form, _ files: [String: String]) throws {
            guard form == .disk else {
                workspace = .memory(files.mapValues { Array($0.utf8) })
                folder = nil
                return
            }
            let folder = try TemporaryFolder("workspace")
            for (path, text) in files {
                let url = URL(fileURLWithPath: folder.path + "/" + path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
            }
            workspace = .disk(root: folder.path)
            self.folder = folder
        }
    }

    private static let files = [
        "site.config": "title: 甲", "content/b/c.md": "12345", "content/a.md": "x", "content/Z.md": "",
        "content/é.txt": "é", "content/.hidden.md": "x", "content/.git/config": "x", "content/~$a.docx": "x",
        "content/a.md~": "x", "content/b/Thumbs.db": "x", "static/.well-known/a.txt": "x", "contents/a.md": "x",
    ]

    @Test(
        "files are listed in the order of their bytes with their sizes, without those of systems and editors",
        arguments: Form.allCases)
    func list(form: Form) throws {
        let files = try Files(form, Self.files)
        let listings = try files.workspace.list("content")
        #expect(listings.map(\.path) == ["content/Z.md", "content/a.md", "content/b/c.md", "content/é.txt"])
        #expect(listings.map(\.size) == [0, 1, 5, 2] && listings.allSatisfy { $0.entry == .file })
        #expect(try files.workspace.list("content/b").map(\.path) == ["content/b/c.md"])
        #expect(try files.workspace.list("static").map(\.path) == ["static/.well-known/a.txt"])
        for folder in ["themes", "../content", "/content", ""] {
            #expect(try files.workspace.list(folder).isEmpty, "\(folder)")
        }
    }

    @Test("as many bytes of a file are read as were asked for, and nothing outside", arguments: Form.allCases)
    func read(form: Form) throws {
        let files = try Files(form, Self.files)
        #expect(files.workspace.read("content/b/c.md", 3) == Array("123".utf8))
        #expect(files.workspace.read("content/b/c.md", .max) == Array("12345".utf8))
        #expect(files.workspace.read("content/Z.md", 10) == [])
        for path in [
            "content", "content/b", "content/none.md", "content/../site.config", "/site.config", "./site.config", "",
        ] {
            #expect(files.workspace.read(path, 10) == nil, "\(path)")
        }
    }

    @Test("what stands at a path is as the list has it", arguments: Form.allCases)
    func look(form: Form) throws {
        let files = try Files(form, Self.files)
        for listing in try files.workspace.list("content") { #expect(files.workspace.look(listing.path) == listing) }
        for path in [
            "content", "content/b", "content/none.md", "content/.hidden.md", "content/.git/config", "../a", "",
        ] {
            #expect(files.workspace.look(path) == nil, "\(path)")
            #expect(files.workspace.isFolder(path) == ["content", "content/b"].contains(path), "\(path)")
        }
        #expect(!files.workspace.isFolder("site.config"))
    }

    @Test("changes are seen as if they were made, and the files stay as they are", arguments: Form.allCases)
    func changes(form: Form) throws {
        let files = try Files(form, Self.files)
        let changed = files.workspace.changed(by: [
            "content/a.md": .written([1, 2]), "content/b/c.md": .removed, "content/new/d.md": .written([3]),
        ])
        #expect(
            try changed.list("content").map(\.path)
                == ["content/Z.md", "content/a.md", "content/new/d.md", "content/é.txt"])
        #expect(try changed.list("content/b").isEmpty)
        #expect(changed.read("content/a.md", 1) == [1] && changed.read("content/new/d.md", 9) == [3])
        #expect(changed.read("content/b/c.md", 9) == nil && changed.look("content/b/c.md") == nil)
        #expect(changed.look("content/a.md")?.size == 2)
        let again = changed.changed(by: ["content/b/c.md": .written([4]), "content/a.md": .removed])
        #expect(again.read("content/b/c.md", 9) == [4] && again.read("content/a.md", 9) == nil)
        #expect(files.workspace.read("content/a.md", 9) == Array("x".utf8))
    }

    @Test("a site that is read from either form is the same, with the same findings", arguments: Form.allCases)
    func load(form: Form) throws {
        let page = { (text: String) in "---\ntitle: 甲\n---\n\n\(text)\n" }
        let site = [
            "site.config": MarkedSite.configuration, "content/about.md": page("文字"),
            "content/notices/坏.md": page("文字"), "content/rules/a.md": "---\ntitle: [\n---\n",
            "content/Other.MD": page("文字"), "content/awards/2020/roster.csv": "id\n",
        ]
        let files = try Files(form, site)
        let loaded = try withExtendedLifetime(files) { try SiteLoader.load(files.workspace, jobs: 1) }
        #expect(loaded.content != nil)
        let memory = try SiteLoader.load(.memory(site.mapValues { Array($0.utf8) }), jobs: 1)
        #expect(loaded.diagnostics == memory.diagnostics && !memory.diagnostics.isEmpty)
    }
}
