import PreviewServer
import Synchronization

/// A site in memory with everything that a request could be tempted to reach.
struct TestSite: Sendable {
    /// What no response may ever hold.
    static let canary = "canary-7f3a"

    static let home = "<!doctype html><title>首页</title>"
    /// More than one packet and more than the server joins with its head.
    static let large = [UInt8]((0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
    static let digits = "0123456789"

    struct Failure: Error {}

    private static let pages: [String: PreviewContent] = [
        "/": PreviewContent(bytes: Array(home.utf8), path: "index.html"),
        "/digits.txt": PreviewContent(bytes: Array(digits.utf8), path: "digits.txt"),
        "/empty.txt": PreviewContent(bytes: [], path: "empty.txt"),
        "/large.pdf": PreviewContent(bytes: large, path: "large.pdf"),
        "/质量.txt": PreviewContent(bytes: Array("品".utf8), path: "质量.txt"),
        "/a..b.txt": PreviewContent(bytes: Array("dots".utf8), path: "a..b.txt"),
    ]

    /// Answers as a site does, and betrays the canary when a path arrives that none should.
    @Sendable
    static func answer(_ request: PreviewRequest) async throws -> PreviewAnswer {
        let path = request.path.text
        switch request.body {
        case .json(let bytes): return .message(.done, bytes)
        case .upload(let file): return .message(.done, Array("\((file as? TestUpload)?.count ?? -1)".utf8))
        case .none: break
        }
        if let page = pages[path] { return .content(page) }
        switch path {
        case "/folder": return .redirect(to: "/folder/")
        case "/away": return .redirect(to: "//evil.example/\r\nX-Injected: 1")
        case "/anchor": return .redirect(to: "/folder/#team")
        case "/chinese": return .redirect(to: "/质量.txt")
        case "/building":
            return .unavailable(PreviewContent(bytes: Array("building".utf8), path: "building.html"))
        case "/broken": throw Failure()
        case "/slow":
            try await Task.sleep(for: .seconds(60))
            return .notFound(nil)
        case "/own-404": return .notFound(PreviewContent(bytes: Array("own page".utf8), path: "404.html"))
        default: return isTrap(path) ? .content(PreviewContent(bytes: Array(canary.utf8), path: "x")) : .notFound(nil)
        }
    }

    private static func isTrap(_ path: String) -> Bool {
        !path.hasPrefix("/") || path.contains("//") || path.contains("\\")
            || path.split(separator: "/").contains { $0 == ".." || $0 == "." }
            || path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}

/// A file that is sent, of which only the length is kept.
final class TestUpload: UploadedFile {
    private let state = Mutex((count: 0, isDiscarded: false))
    /// Bytes for which there is room.
    let room: Int

    init(room: Int) { self.room = room }

    var count: Int { state.withLock { $0.count } }
    var isDiscarded: Bool { state.withLock { $0.isDiscarded } }

    func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            state.count += bytes.count
            if state.count > room { throw TestSite.Failure() }
        }
    }

    func discard() { state.withLock { $0.isDiscarded = true } }
}

/// Runs a server with the test's site as long as `body` takes.
func withServer(
    _ configuration: PreviewConfiguration = PreviewConfiguration(), events: PreviewEvents = PreviewEvents(),
    _ body: (_ port: Int, _ server: PreviewHTTPServer) async throws -> Void
) async throws {
    let server = PreviewHTTPServer(configuration, events: events, answer: TestSite.answer)
    let port = try await server.start()
    do {
        try await body(port, server)
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}
