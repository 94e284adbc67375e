import Foundation
import Testing

/// A preview as a process.
private final class Serving {
    let process = Process()
    let folder: String
    private let log: String

    init(_ arguments: [String], in folder: String, scratch: Scratch) throws {
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
        process.environment = variables
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// Waits for a text in what the program says.
    func wait(for wanted: String) -> Bool {
        for _ in 0..<400 {
            if text.contains(wanted) { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }

    var port: Int? {
        text.firstMatch(of: /http:\/\/localhost:([0-9]+)/).flatMap { Int($0.output.1) }
    }

    func get(_ path: String) -> (status: Int, body: String) {
        guard let port, let curl = try? Program.curl("http://127.0.0.1:\(port)\(path)") else { return (0, "") }
        return curl
    }
}

extension Program {
    /// Status and body of an address, by Python's own library.
    fileprivate static func curl(_ url: String) throws -> (status: Int, body: String) {
        let script = """
            import sys, urllib.request, urllib.error
            try: answer = urllib.request.urlopen(sys.argv[1], timeout=10)
            except urllib.error.HTTPError as error: answer = error
            sys.stdout.buffer.write(str(answer.status).encode() + b"\\n" + answer.read())
            """
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, url]
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
    @Test("a saved change is in the next page, and Ctrl-C ends the preview at once")
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
        #expect(serving.get("/qc/draft/").status == 200, "drafts are shown")
        #expect(serving.get("/_showcase/").body.contains("Editor's desk"))
        #expect(serving.get("/qc/../../etc/hostname").status == 400)
        let start = Date()
        serving.process.interrupt()
        serving.process.waitUntilExit()
        #expect(serving.process.terminationStatus == 0 && Date().timeIntervalSince(start) < 2)
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
