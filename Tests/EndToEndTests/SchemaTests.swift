import Foundation
import TestSupport
import Testing

@Suite("Schemas for editing programs")
struct SchemaTests {
    /// What a validator of JSON Schema says of a site's content.
    private func faults(in site: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Sites.repository + "/.build-tools/python/bin/python")
        process.arguments = [Sites.repository + "/Tests/EndToEndTests/schema_tools.py", Program.path, site]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: out, as: UTF8.self)
    }

    @Test("accept what a build accepts: all content of this repository")
    func content() throws {
        let out = try faults(in: Sites.repository)
        let lines = out.split(separator: "\n")
        #expect(lines.count == 1, "\(out)")
        #expect(lines.last?.hasSuffix("kinds: 12") == true, "\(out)")
    }

    @Test("refuse an unknown field, a field given twice, a missing one and a wrong value")
    func refused() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let path = site + "/content/notices/wrong.md"
        try "---\ntitle: 一\n标题: 一\ndat: 2020-01-01\nkind: nothing\n---\n\n正文。\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        let faults = try faults(in: site).split(separator: "\n").filter { $0.hasPrefix("content/notices/wrong.md") }
        #expect(faults.count == 4, "\(faults)")
        #expect(faults.contains { $0.contains("'dat' was unexpected") })
        #expect(faults.contains { $0.contains("'nothing' is not one of") })
    }
}
