import Content
import Pipeline
import Publishing
import Testing

@Suite("Builds in memory")
struct MemoryBuildTests {
    /// What a build of the site `small` publishes in memory.
    private func published(_ change: (inout BuildOptions) -> Void = { _ in }) throws -> [String: [UInt8]] {
        var options = try TriedSite.small.get().options
        let published = PublishedFiles()
        options.output = { try Output.memory(published, permissions: $0) }
        change(&options)
        #expect(try Build.run(options).published != nil)
        return published.files
    }

    @Test("the small site comes out as its golden site, byte for byte")
    func golden() throws {
        let found = try published()
        let folder = Workspace.disk(root: Repository.root + "/Tests/Sites")
        let expected = try folder.list("small.golden")
        #expect(found.keys.sorted() == expected.map { String($0.path.dropFirst("small.golden/".count)) }.sorted())
        for listing in expected {
            #expect(found[String(listing.path.dropFirst("small.golden/".count))] == folder.read(listing.path, .max))
        }
    }

    @Test("a site of a folder and one of memory come out the same, whatever is kept of earlier builds")
    func forms() throws {
        let caches = BuildCaches.memory()
        let first = try published { $0.caches = caches }
        #expect(try published { $0.caches = caches } == first)
        let fromDisk = try published { options in
            options.workspace = .disk(root: Repository.root + "/Tests/Sites/small")
        }
        #expect(fromDisk == first)
    }

    @Test("a second build counts what is new, and one that would take most pages waits for a yes")
    func summary() throws {
        let site = try AddressedSite()
        let first = try #require(try site.build().published)
        #expect(first.unchanged == 0 && first.written == site.published.count)
        site.write("---\ntitle: 关于\n---\n\n又改了一句。见[办法](rules/measures.md)。\n", to: "content/about.md")
        let second = try #require(try site.build().published)
        #expect((1..<10).contains(second.written) && second.unchanged > second.written && second.removed == 0)
    }

    @Test("with an error nothing is published, and what was published stays")
    func error() throws {
        let site = try AddressedSite()
        #expect(try site.build().published != nil)
        let before = site.published
        site.write("---\ntitle: 坏\n---\n\n[坏](gone.md)\n", to: "content/bad.md")
        #expect(try site.build().published == nil)
        #expect(site.published == before && !before.isEmpty)
    }

    @Test("an error that only an exemption takes away does not keep the site from being published")
    func exempt() throws {
        let head = "---\ntitle: 坏\n---\n\n"
        let comment = "<!-- showcase-ignore link/not-published: 稍后公开 -->\n"
        let site = try AddressedSite([
            "content/later.md": "---\ntitle: 稍后\ndraft: true\n---\n\n文字\n",
            "content/bad.md": head + comment + "见[稍后](later.md)，另见[办法](rules/measures.md)。\n",
        ])
        #expect(try site.build().published != nil)
        site.write(head + "见[稍后](later.md)。\n", to: "content/bad.md")
        #expect(try site.build().published == nil)
    }
}
