import Foundation
import TestSupport
import Testing

/// Each folder of `Tests/Sites/broken` is one mistake laid over the site `small`. Its `expected.txt` names every error
/// as `path:line:column rule`. `RECORD=1 script/test --filter BrokenSiteTests` writes them anew (and fails).
@Suite("Broken sites")
struct BrokenSiteTests {
    @Test(
        "one mistake gives exactly the expected finding at its place, and nothing is published", arguments: Sites.broken
    )
    func oneMistake(name: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/\(name)")
        let output = Shell.run(["build", "--format", "json"], in: site)

        var errors: [String] = []
        for line in output.out.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let finding = try #require(object)
            guard finding["severity"] as? String == "error" else { continue }
            let place = [finding["file"], finding["line"], finding["column"]].map { $0.map { "\($0)" } ?? "-" }
            errors.append(place.joined(separator: ":") + " " + (finding["rule"] as? String ?? "-"))
        }
        let found = errors.map { $0 + "\n" }.joined()
        let expectedPath = "\(Sites.folder)/broken/\(name)/expected.txt"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try found.write(toFile: expectedPath, atomically: true, encoding: .utf8)
            Issue.record("recorded \(expectedPath)")
        }
        #expect(found == (try String(contentsOfFile: expectedPath, encoding: .utf8)))
        #expect(output.status == (found.contains("site.config:") ? 2 : 1))
        #expect(!FileManager.default.fileExists(atPath: site + "/public"))
    }

    /// The mistakes that editors make most often, each a folder of `Tests/Sites/broken`.
    private static let common = [
        "dangling-link", "dangling-anchor", "unknown-field", "full-width-colon", "wrong-date", "missing-field",
        "wrong-province", "row-with-too-few-columns", "duplicate-team-id", "announced-mismatch", "write-up-without-row",
        "missing-attachment",
    ]

    /// `RECORD=1` writes the text anew (and fails).
    @Test("the twelve most common mistakes are told in these words", arguments: ["zh", "en"])
    func commonMistakes(language: String) throws {
        var text = ""
        for name in Self.common {
            let scratch = try Scratch()
            let site = try scratch.site("small", overlay: "broken/\(name)")
            let output = Shell.run(["check", "--quiet", "--lang", language], in: site)
            // Findings end with an empty line; warnings are those of the short texts of the test site.
            let errors = output.out.components(separatedBy: "\n\n").filter {
                $0.hasPrefix(language == "zh" ? "错误" : "error")
            }
            text += "# \(name)\n\n" + errors.joined(separator: "\n\n").trimmingCharacters(in: .newlines) + "\n\n"
        }
        let path = "\(Sites.folder)/common-mistakes.\(language).txt"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("recorded \(path)")
        }
        #expect(text == (try String(contentsOfFile: path, encoding: .utf8)))
    }
}
