import Foundation
import TestSupport
import Testing

/// A preview as a process.
private final class Serving {
    let process = Process()
    let folder: String
    private let log: String

    init(
        _ arguments: [String], in folder: String, scratch: Scratch, environment: [String: String] = [:]
    ) throws {
        self.folder = folder
        log = scratch.path + "/serve-" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: log))
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["serve"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        var variables = ProcessInfo.processInfo.environment
        variables["SHOWCASE_LANG"] = "en"
        variables.merge(environment) { _, given in given }
        process.environment = variables
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// Waits for a text in what the program says; `false` when it ends without.
    func wait(for wanted: String) -> Bool {
        while !text.contains(wanted) {
            guard process.isRunning else { return text.contains(wanted) }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return true
    }

    var port: Int? {
        text.firstMatch(of: /http:\/\/[^:]+:([0-9]+)/).flatMap { Int($0.output.1) }
    }

    /// - Parameter token: makes it a POST of a page that knows the token.
    func get(_ path: String, token: String = "") -> (status: Int, body: String) {
        guard let port, let curl = try? Program.curl("http://127.0.0.1:\(port)", path, token) else { return (0, "") }
        return curl
    }
}

extension Program {
    /// Status and body of an address, by Python's own library.
    fileprivate static func curl(
        _ origin: String, _ path: String, _ token: String
    ) throws -> (status: Int, body: String) {
        let script = """
            import sys, urllib.request, urllib.error
            origin, path, token = sys.argv[1:]
            request = urllib.request.Request(origin + path)
            if token:
                request.method = "POST"
                request.add_header("Origin", origin)
                request.add_header("X-Showcase-Token", token)
            try: answer = urllib.request.urlopen(request, timeout=300)
            except urllib.error.HTTPError as error: answer = error
            sys.stdout.buffer.write(str(answer.status).encode() + b"\\n" + answer.read())
            """
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, origin, path, token]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return (Int(parts.first ?? "") ?? 0, parts.count > 1 ? String(parts[1]) : "")
    }
}

@Suite("showcase serve")
struct ServeTests {
    @Test("a saved change is in the next page, and Ctrl-C ends the preview")
    func changes() throws {
        let scratch = try Scratch()
        let serving = try Serving(["--port", "0"], in: try scratch.site("small"), scratch: scratch)
        #expect(serving.wait(for: "site →"))
        #expect(serving.get("/qc/about/").body.contains("/_showcase/panel.js"))
        let file = serving.folder + "/content/about.md"
        try (try String(contentsOfFile: file, encoding: .utf8) + "\n一处改动。\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        #expect(serving.get("/qc/about/").body.contains("一处改动。"))
        #expect(serving.wait(for: "content/about.md → "))
        #expect(serving.wait(for: "Checked: "))
        #expect(serving.get("/qc/draft/").status == 200, "drafts are shown")
        #expect(serving.get("/_showcase/").body.contains("data-screen=\"today\""))
        #expect(serving.get("/_showcase/check/").body.contains("Editor's desk"))
        #expect(serving.get("/qc/../../etc/hostname").status == 400)
        serving.process.interrupt()
        serving.process.waitUntilExit()
        #expect(serving.process.terminationStatus == 0)
    }

    @Test("with --release pages are what a build publishes")
    func release() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let serving = try Serving(["--port", "0", "--release"], in: site, scratch: scratch)
        #expect(serving.wait(for: "site →"))
        #expect(try Program.run(["build"], in: site).status == 0)
        let page = try String(contentsOfFile: site + "/public/awards/2020/index.html", encoding: .utf8)
        #expect(serving.get("/qc/awards/2020/").body == page)
        #expect(serving.get("/qc/draft/").status == 404)
    }

    @Test("with --no-drafts a preview has the panel and no draft")
    func noDrafts() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let serving = try Serving(["--port", "0", "--no-drafts"], in: site, scratch: scratch)
        #expect(serving.wait(for: "site →"))
        #expect(serving.get("/qc/draft/").status == 404)
        #expect(serving.get("/qc/about/").body.contains("/_showcase/panel.js"))
        let both = try Program.run(["serve", "--port", "0", "--drafts", "--no-drafts"], in: site)
        #expect(both.status == 2 && both.error.contains("--no-drafts"))
    }

    @Test("a click opens the editor at the line of a finding, and nothing else, without a shell")
    func editor() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let calls = scratch.path + "/calls"
        let editor = scratch.path + "/my editor"
        try "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\" >> '\(calls)'; done\n".write(
            toFile: editor, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
        let name = "content/$(touch gone); x.md"
        try "---\ntitel: 甲\n---\n".write(toFile: site + "/" + name, atomically: true, encoding: .utf8)
        let serving = try Serving(
            ["--port", "0"], in: site, scratch: scratch,
            environment: ["SHOWCASE_EDITOR": "'\(editor)' -g '; touch gone' {file}:{line}:{column}"])
        #expect(serving.wait(for: "site →"))
        let findings = serving.get("/_showcase/findings.json").body
        let token = try #require(findings.firstMatch(of: /"editor":"([0-9a-z]+)"/)).output.1
        let place = try #require((name + ":1:1").addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(serving.get("/_showcase/open?place=\(place)", token: String(token)).status == 200)
        let said = { FileManager.default.contents(atPath: calls) ?? Data() }
        while said().count(where: { $0 == 0x0A }) < 3 { Thread.sleep(forTimeInterval: 0.05) }
        let root = URL(fileURLWithPath: site).standardizedFileURL.path
        #expect(
            try String(contentsOfFile: calls, encoding: .utf8) == "-g\n; touch gone\n\(root)/\(name):1:1\n")
        #expect(!FileManager.default.fileExists(atPath: site + "/gone"))

        for other in ["%2Fetc%2Fpasswd%3A1%3A1", "site.config", "content%2F..%2Fsite.config", "", "\(place)0"] {
            #expect(serving.get("/_showcase/open?place=\(other)", token: String(token)).status == 404, "\(other)")
        }
        #expect(serving.get("/_showcase/open?place=\(place)", token: "wrong").status == 403)
        #expect(serving.get("/_showcase/open?place=\(place)").status == 405)
        #expect(try String(contentsOfFile: calls, encoding: .utf8).split(separator: "\n").count == 3)
    }

    @Test("without SHOWCASE_EDITOR, or when other computers can reach the preview, nothing can be opened")
    func noEditor() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let ways: [([String], [String: String], String)] = [
            (["--port", "0"], [:], "Preview"),
            (["--port", "0"], ["SHOWCASE_EDITOR": "no-such-program"], "no-such-program"),
            (["--port", "0", "--bind", "127.0.0.1"], ["SHOWCASE_EDITOR": "true"], "a click does not open"),
        ]
        for (arguments, environment, said) in ways {
            let serving = try Serving(arguments, in: site, scratch: scratch, environment: environment)
            #expect(serving.wait(for: "site →"))
            #expect(serving.text.contains(said))
            #expect(serving.get("/_showcase/findings.json").body.contains("\"editor\":null"))
            #expect(serving.get("/_showcase/open?place=content/about.md", token: "x").status == 405)
        }
    }

    /// Runs a script of `Tests/sockets` against the program.
    private func run(_ script: String) throws {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            Sites.repository + "/Tests/sockets/\(script).py", Program.path, try scratch.site("small"),
        ]
        var variables = ProcessInfo.processInfo.environment
        variables["SOURCE_DATE_EPOCH"] = "1606780800"
        process.environment = variables
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("the running program refuses hostile requests, and serves beside slow and many connections")
    func hostile() throws { try run("hostile") }

    @Test("thousands of files that change at once, and a folder that is made anew, end as a clean build does")
    func checkout() throws { try run("checkout") }

    @Test("a port in use is named, with a way out")
    func portInUse() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let first = try Serving(["--port", "0"], in: site, scratch: scratch)
        #expect(first.wait(for: "Preview: "))
        let port = try #require(first.port)
        let second = try Serving(["--port", "\(port)"], in: site, scratch: scratch)
        second.process.waitUntilExit()
        #expect(second.process.terminationStatus == 2)
        #expect(second.text.contains("Port \(port) is in use") && second.text.contains("--port 0"))
    }

    @Test("nothing of the preview gets into a published site")
    func published() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build"], in: site).status == 0)
        let files = try #require(FileManager.default.enumerator(atPath: site + "/public")?.allObjects as? [String])
        for file in files where file.hasSuffix(".html") {
            #expect(try !String(contentsOfFile: site + "/public/" + file, encoding: .utf8).contains("_showcase"))
        }
    }

    @Test(
        "an open page in a browser follows every saved file, keeps its place, and shows findings until they are mended")
    func browser() throws {
        let python = Sites.repository + "/.build-tools/python/bin/python"
        try #require(FileManager.default.isExecutableFile(atPath: python), "run script/bootstrap --test first")
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [
            Sites.repository + "/Tests/browser/preview.py", Program.path, try scratch.site("small"),
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
