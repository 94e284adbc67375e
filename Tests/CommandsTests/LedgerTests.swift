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

    @Test("a record that is gone although lists were published is an error, until it is put back or begun anew")
    func goneRecord() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let record = site + "/published-urls.txt"
        // A site that shows itself as of a day keeps no record by itself.
        let configuration = site + "/site.config"
        try String(contentsOfFile: configuration, encoding: .utf8).replacing("as_of: 2020-11-20\n", with: "")
            .write(toFile: configuration, atomically: true, encoding: .utf8)
        func isFound(_ arguments: [String]) -> Bool {
            let output = Shell.run(arguments + ["--format", "plain", "--lang", "en"], in: site)
            return (output.out + output.error).contains("The record published-urls.txt is gone")
        }
        // What only drafts show was not published.
        #expect(Shell.run(["build", "--drafts"], in: site).status == 0 && !isFound(["check"]))
        #expect(Shell.run(["build", "--no-record"], in: site).status == 0 && !isFound(["check"]))
        #expect(Shell.run(["build", "--record"], in: site).status == 0)
        let kept = try String(contentsOfFile: record, encoding: .utf8)
        try FileManager.default.removeItem(atPath: record)
        #expect(isFound(["check"]) && isFound(["build"]))
        // A site that goes elsewhere has its own output.
        #expect(!isFound(["build", "--output", site + "-other", "--no-record"]))
        #expect(isFound(["build"]), "a build that is refused leaves the output as it is")
        try kept.write(toFile: record, atomically: true, encoding: .utf8)
        #expect(!isFound(["check"]))
        try FileManager.default.removeItem(atPath: record)
        #expect(Shell.run(["build", "--record"], in: site).status == 0 && !isFound(["check"]))
    }

    @Test(
        "content that is a link, or a file, is one finding, and not each address that was published",
        arguments: [true, false])
    func noContent(isLink: Bool) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build", "--record"], in: site).status == 0)
        let content = site + "/content"
        try FileManager.default.moveItem(atPath: content, toPath: site + "/elsewhere")
        if isLink {
            try FileManager.default.createSymbolicLink(atPath: content, withDestinationPath: site + "/elsewhere")
        } else {
            try "x".write(toFile: content, atomically: true, encoding: .utf8)
        }
        let output = Shell.run(["check", "--format", "plain", "--lang", "en"], in: site)
        let errors = output.out.split(separator: "\n").filter { $0.contains("error:") }
        #expect(errors.filter { $0.hasPrefix("published-urls.txt") } == [] && errors.count == 1, "\(output.out)")
    }

    @Test("days outside of those that sites have are refused with the days that they have")
    func days() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let day = Shell.run(["check", "--as-of", "9999-12-31"], in: site)
        #expect(day.error.contains("1900-01-01") && day.error.contains("2199-12-31"), "\(day.error)")
        let epoch = Shell.run(["check"], in: site, environment: ["SOURCE_DATE_EPOCH": "99999999999"])
        #expect(epoch.error.contains("7258089599"), "\(epoch.error)")
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
