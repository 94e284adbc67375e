import Foundation
import TestSupport
import Testing

@Suite("Published addresses")
struct LedgerTests {
    @Test("an address or a place that was published and vanishes is an error, an alias or an id mends it")
    func ledger() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build", "--record", "--drafts"], in: site).status == 2)
        #expect(Shell.run(["build", "--record"], in: site).status == 0)
        #expect(Shell.run(["build"], in: site).status == 0)
        let old = site + "/content/practices/well-ring.md"
        let new = site + "/content/practices/well-ring-method.md"
        let text = try String(contentsOfFile: old, encoding: .utf8)
        try FileManager.default.removeItem(atPath: old)
        try text.write(toFile: new, atomically: true, encoding: .utf8)
        let writeUp = site + "/content/awards/2020/js-002/index.md"
        try String(contentsOfFile: writeUp, encoding: .utf8).replacing("[well-ring]", with: "[well-ring-method]")
            .write(toFile: writeUp, atomically: true, encoding: .utf8)
        let moved = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(moved.status == 1)
        #expect(moved.out.contains("/practices/well-ring/ was published and is gone"), "\(moved.out)")
        #expect(moved.out.split(separator: "\n").count { $0.contains("error:") } == 1)
        try text.replacing("aliases: [/old/well-ring/]", with: "aliases: [/old/well-ring/, /practices/well-ring/]")
            .write(toFile: new, atomically: true, encoding: .utf8)
        #expect(Shell.run(["check"], in: site).status == 0)

        let rule = site + "/content/rules/measures.md"
        let measures = try String(contentsOfFile: rule, encoding: .utf8)
        try measures.replacing("## 总则", with: "## 总的原则").write(toFile: rule, atomically: true, encoding: .utf8)
        let changed = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site)
        #expect(changed.out.contains("The place #总则 of /rules/measures/ was published and is gone"), "\(changed.out)")
        try measures.replacing("## 总则", with: "## 总的原则 {#总则}").write(toFile: rule, atomically: true, encoding: .utf8)
        #expect(Shell.run(["check"], in: site).status == 0)
    }

    @Test("an edition that is taken back is told once, not at each of its addresses")
    func ledgerOfDraft() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build", "--record"], in: site).status == 0)
        let edition = site + "/content/awards/2019/index.md"
        try String(contentsOfFile: edition, encoding: .utf8).replacing("status: final", with: "status: draft")
            .write(toFile: edition, atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site)
        let lines = output.out.split(separator: "\n").filter { $0.hasPrefix("published-urls.txt:") }
        #expect(lines.count == 1 && lines[0].contains("The final list of 2019"), "\(output.out)")
    }

    @Test("the address book of published pages does not hold the parts of the index")
    func withoutIndex() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build", "--record"], in: site).status == 0)
        let ledger = try String(contentsOfFile: site + "/published-urls.txt", encoding: .utf8)
        #expect(ledger.contains("/search/\n"))
        #expect(!ledger.contains(".bin"))
    }
}
