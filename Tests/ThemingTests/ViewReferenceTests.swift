import Foundation
import Testing

@testable import Theming

@Suite("View reference")
struct ViewReferenceTests {
    /// The partials of a folder of templates by name, each of which says what it shows.
    private func partials(_ folder: URL) throws -> [String: String] {
        var partials: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasPrefix("partial-") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            #expect(text.hasPrefix("{{! "), "\(file) does not say what it shows")
            partials[String(file.dropLast(".mustache".count))] = text
        }
        return partials
    }

    /// `RECORD=1` writes the reference into `docs/themes.md` (and fails).
    @Test("docs/themes.md has every view as it is")
    func documentation() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("docs/themes.md").path
        let mark = "<!-- reference -->\n"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let end = try #require(text.range(of: mark)).upperBound
        let expected =
            text[..<end] + "\n" + ViewReference.markdown + "\n"
            + ViewReference.partials(try partials(root.appendingPathComponent("themes/default/templates")))
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try String(expected).write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("recorded \(path)")
        }
        #expect(text == String(expected))
    }
}
