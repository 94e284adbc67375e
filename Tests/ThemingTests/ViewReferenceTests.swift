import Foundation
import Testing

@testable import Theming

@Suite("View reference")
struct ViewReferenceTests {
    /// `RECORD=1` writes the reference into `docs/themes.md` (and fails).
    @Test("docs/themes.md has every view as it is")
    func documentation() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("docs/themes.md").path
        let mark = "<!-- reference -->\n"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let end = try #require(text.range(of: mark)).upperBound
        let expected = text[..<end] + "\n" + ViewReference.markdown
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try String(expected).write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("recorded \(path)")
        }
        #expect(text == String(expected))
    }
}
