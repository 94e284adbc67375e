import Addresses
import Checking
import Content
import Diagnostics
import Foundation
import Pipeline
import Rules
import SiteModel
import TestSupport
import Testing

@Suite("Files of all names in a build")
struct PublishedNamesTests {
    private static let pieces = [
        " ", "%", "#", "?", ":", "&", "+", "\"", "'", "<", ">", "泵站", "合格", "😀", "e\u{301}", "\u{E9}", "ｅ", "%20",
        "%2F",
        "%E6", "&amp;", "(", ")", "[", "]", "|", "*", "_", "~", "!", "$", ",", ";", "=", "{", "}", "`", "^", "。", "a",
        "B", "1",
        "\u{20D0}", "👨‍👩‍👧", "index.md", "..", "-",
    ]

    /// Names of files, none of them hidden or with a blank at its beginning, which fields do not keep, no two the same to any system.
    private static func names(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        var names: [String] = []
        var known: Set<String> = []
        while names.count < count {
            let stem = (0..<Int.random(in: 1...7, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
            let name = stem + ".txt"
            guard !Workspace.isHidden(name), !name.hasPrefix(" "), stem.utf8.count < 200, !stem.isEmpty,
                known.insert(name.precomposedStringWithCanonicalMapping.lowercased()).inserted
            else { continue }
            names.append(name)
        }
        return names
    }

    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }

    /// The values of all `href` attributes of a page, as they stand there.
    private static func addresses(_ page: Data?) -> [String] {
        String(decoding: page ?? Data(), as: UTF8.self).matches(of: /href="([^"]*)"/).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
    }

    @Test(
        "a file that is published has one address; every page that names it has that address, and nothing is dropped",
        arguments: [1, 2, 3] as [UInt64])
    func everyName(seed: UInt64) throws {
        let names = Self.names(60, seed: seed)
        let site = try AddressedSite()
        for name in names { site.write("文字\(name.utf8.count)\n", to: "content/forms/application/" + name) }
        let fields = names.map { Self.quoted($0) }.joined(separator: ", ")
        site.write(
            "---\ntitle: 申报表\nversion: \"2020\"\nfiles: [\(fields)]\n---\n\n说明。\n",
            to: "content/forms/application/index.md")
        let attachments = names.map { Self.quoted("../forms/application/" + $0) }.joined(separator: ", ")
        site.write(
            "---\ntitle: 申报通知\ndate: 2020-05-15\nkind: call\nedition: 2020\nattachments: [\(attachments)]\n---\n\n请按时申报。\n",
            to: "content/notices/call.md")
        let links = names.enumerated().map { index, name in
            "- [附件第\(index)号](forms/application/\(PercentEncoding.destination(ofPath: name)))\n"
        }
        site.write("---\ntitle: 关于\n---\n\n见[办法](rules/measures.md)。\n\n" + links.joined(), to: "content/about.md")
        let outcome = try site.build()
        let errors = outcome.report.entries.map(\.diagnostic).filter { $0.severity == .error }
        try #require(outcome.published != nil, "\(errors.map { ($0.rule.name, $0.message.en) })")
        let pages = ["forms/application/", "notices/call/", "about/"].map {
            Self.addresses(site.published($0 + "index.html"))
        }
        var addresses: Set<String> = []
        for name in names {
            let address = "/qc/forms/application/" + PercentEncoding.path(name.precomposedStringWithCanonicalMapping)
            #expect(addresses.insert(address).inserted)
            for page in pages { #expect(page.filter { $0 == address }.count >= 1, "\(name): \(address)") }
            // What a server looks for when it is asked for the address.
            let decoded = String(PercentEncoding.decoded(address).dropFirst("/qc/".count))
            #expect(site.published(decoded) == Data("文字\(name.utf8.count)\n".utf8), "\(name)")
        }
        for page in pages {
            let files = page.filter { $0.hasPrefix("/qc/forms/application/") && $0.hasSuffix(".txt") }
            #expect(Set(files) == addresses)
        }
        // The addresses are kept as they are read.
        let text = URLLedger.text(of: try #require(outcome.site))
        let ledger = URLLedger(SourceFile(path: URLLedger.path, text: text))
        #expect(ledger.findings(in: try #require(outcome.site), outlines: PageOutlines([])).map(\.message.en) == [])
    }

    @Test("a photo, a decision and a source are named by paths as well")
    func otherFields() throws {
        let site = try AddressedSite()
        let folder = "content/awards/2020/js-002/"
        try site.move(folder + "site.png", to: folder + "1#泵站 95%.png")
        try site.replace("文件: site.png", with: "文件: \"1#泵站 95%.png\"", in: "content/awards/2020/js-002/index.md")
        try site.replace("](site.png", with: "](1%23泵站%2095%25.png", in: "content/awards/2020/js-002/index.md")
        let roster = "content/awards/2020/roster.csv"
        let address = try #require(try site.read(roster).firstMatch(of: /https:\/\/example.com\/[a-z]+/)).output
        try site.replace(String(address), with: "a:b 1#.txt", in: roster)
        site.write("文字\n", to: "content/awards/2020/a:b 1#.txt")
        let outcome = try site.build()
        #expect(outcome.published != nil, "\(outcome.fileRules)")
        let pages = site.published.keys.filter { $0.hasPrefix("awards/2020/") && $0.hasSuffix(".html") }
        let all = pages.flatMap { Self.addresses(site.published($0)) }
        #expect(all.contains("/qc/awards/2020/a:b%201%23.txt"))
        #expect(all.contains { $0.hasPrefix("/qc/awards/2020/js-002/1-95-") && $0.hasSuffix(".jpg") })
    }

    @Test("one picture under several names of a folder is published once and shown at each place")
    func onePicture() throws {
        let site = try PictureSite()
        let folder = PictureSite.writeUp
        for name in ["现场.png", "压实.png", "照片！.PNG"] {
            try FileManager.default.copyItem(
                atPath: site.folder + "/\(folder)/site.png", toPath: site.folder + "/\(folder)/\(name)")
        }
        try site.replace(
            "## 成效", with: "![现场](现场.png)\n\n![压实](压实.png)\n\n[大图](照片！.PNG)\n\n## 成效", in: folder + "/index.md")
        let outcome = try site.build()
        #expect(outcome.published != nil, "\(outcome.fileRules)")
        let renditions = try site.published().keys.filter { $0.hasPrefix("awards/2020/js-002/picture-") }
        #expect(
            Set(renditions.map { $0.split(separator: "-")[2] }).count == 1 && renditions.count == 2, "\(renditions)")
        let page = try site.page("awards/2020/js-002/")
        #expect(page.matches(of: /<img src="[^"]*picture-/).count == 2)
    }

    @Test(
        "query and fragment of navigation stay, and a theme's addresses are looked up without their queries")
    func queries() throws {
        let site = try AddressedSite()
        try site.replace("url: /practices/\n", with: "url: /practices/?q=路面#top\n", in: "site.config")
        try site.replace(
            "{{$main}}",
            with:
                "{{$main}}<p><a href=\"{{site.home_url}}search/?q=a&amp;b\">甲</a><a href=\"?x=1\">乙</a><a href=\"about/?x\">丙</a></p><form action=\"{{site.home_url}}verify/?x=1\"></form>",
            in: "themes/bare/templates/not-found.mustache")
        site.write(
            "[含“路面”的班组](/search/?q=路面)见名单，[名单](awards/2020/index.md?q=浙江)，[全文](https://example.org/qc/search/?q=路)。\n",
            to: "content/about.md")
        site.write(try "---\ntitle: 关于\n---\n\n" + site.read("content/about.md"), to: "content/about.md")
        let report = try site.check()
        #expect(report.entries.map(\.diagnostic).filter { $0.severity == .error }.map(\.message.en) == [])
        _ = try site.build()
        let page = Self.addresses(site.published("about/index.html"))
        for address in [
            "/qc/practices/?q=%E8%B7%AF%E9%9D%A2#top", "/qc/search/?q=%E8%B7%AF%E9%9D%A2",
            "/qc/awards/2020/?q=%E6%B5%99%E6%B1%9F",
            "/qc/search/?q=%E8%B7%AF",
        ] { #expect(page.contains(address), "\(page)") }
    }

    @Test("a theme's address that leads nowhere is told with its query all the same")
    func deadQuery() throws {
        let site = try AddressedSite()
        try site.replace(
            "{{$main}}", with: "{{$main}}<a href=\"{{site.home_url}}hlep/?q=1\">甲</a>",
            in: "themes/bare/templates/not-found.mustache")
        let findings = try site.check().entries.map(\.diagnostic).filter { $0.rule == .outputBrokenLink }
        #expect(findings.count == 1 && findings.first?.message.en.contains("/qc/hlep/?q=1") ?? false)
    }

    @Test(
        "a site at an address in another script has no errors, and every address of it is ASCII",
        arguments: [
            "https://例子.公益/", "https://example.org/质量/", "https://例子.公益:8443/质量/成果/",
            "https://example.org/%E8%B4%A8%E9%87%8F/",
        ])
    func baseURL(baseURL: String) throws {
        let site = try AddressedSite()
        try site.replace("https://example.org/qc/", with: baseURL, in: "site.config")
        let outcome = try site.build()
        #expect(outcome.report.entries.map(\.diagnostic).filter { $0.severity == .error }.map(\.message.en) == [])
        let home = String(decoding: try #require(site.published("index.html")), as: UTF8.self)
        let canonical = try #require(home.firstMatch(of: /<link rel="canonical" href="([^"]*)"/)).output.1
        #expect(canonical.utf8.allSatisfy { $0 < 0x80 })
        for file in ["sitemap.xml", "feed.xml", "data/awards.json", "robots.txt"] {
            let text = String(decoding: try #require(site.published(file)), as: UTF8.self)
            for address in text.matches(of: /https:[^\s<"'&\\]*/) {
                #expect(address.output.utf8.allSatisfy { $0 < 0x80 }, "\(file): \(address.output)")
            }
        }
    }

    @Test("a folder whose name cannot be published is told, though it holds nothing but pictures")
    func foldersOfPictures() throws {
        let site = try AddressedSite()
        for name in ["con", "图集."] {
            try site.copy("content/awards/2020/js-002/site.png", to: "content/notices/\(name)/site.png")
        }
        let found = try site.check().entries.map(\.diagnostic).filter { $0.rule.name == "url/name" }
        #expect(
            found.compactMap { $0.range?.file.path }
                == ["content/notices/con/site.png", "content/notices/图集./site.png"])
    }
}
