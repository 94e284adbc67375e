import Foundation
import TestSupport
import Testing

@Suite("The record of what was published")
struct LedgerKeepingTests {
    /// The site `small` as it is shown today, whatever day that is.
    private func site(_ scratch: Scratch, asOf: String? = nil) throws -> String {
        let site = try scratch.site("small")
        let path = site + "/site.config"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("as_of: 2020-11-20\n", with: asOf.map { "as_of: \($0)\n" } ?? "")
            .write(toFile: path, atomically: true, encoding: .utf8)
        return site
    }

    @Test("every build that publishes the site as it is keeps it, and no other unless it is asked for")
    func kept() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        let ledger = site + "/published-urls.txt"
        for arguments in [["--no-record"], ["--drafts"], ["--as-of", "2020-11-25"]] {
            #expect(try Program.run(["build"] + arguments, in: site).status == 0)
            #expect(!FileManager.default.fileExists(atPath: ledger), "\(arguments)")
        }
        #expect(try Program.run(["build"], in: site).status == 0)
        let text = try String(contentsOfFile: ledger, encoding: .utf8)
        #expect(text.contains("/awards/2019/zj-001/\n"))
        #expect(text.contains("@list\t2019\tfinal\t2\t2019-11-30\n@team\t2019/zj-001\t甲班组\t甲市政有限公司\t浙江\theld\t\t"))
        // A build that changes nothing of it leaves the file alone.
        let time = try FileManager.default.attributesOfItem(atPath: ledger)[.modificationDate] as? Date
        #expect(try Program.run(["build"], in: site).status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: ledger)[.modificationDate] as? Date == time)
        #expect(try String(contentsOfFile: ledger, encoding: .utf8) == text)
    }

    @Test("a site of an earlier day keeps it only when asked")
    func earlierDay() throws {
        let scratch = try Scratch()
        let site = try site(scratch, asOf: "2020-11-20")
        #expect(try Program.run(["build"], in: site).status == 0)
        #expect(!FileManager.default.fileExists(atPath: site + "/published-urls.txt"))
        #expect(try Program.run(["build", "--record"], in: site).status == 0)
        #expect(FileManager.default.fileExists(atPath: site + "/published-urls.txt"))
    }

    @Test(
        "what stands in its place and is no file is told before anything is published",
        arguments: ["folder", "link", "pipe"])
    func noFile(_ kind: String) throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        let ledger = site + "/published-urls.txt"
        switch kind {
        case "folder": try FileManager.default.createDirectory(atPath: ledger, withIntermediateDirectories: false)
        case "link": try FileManager.default.createSymbolicLink(atPath: ledger, withDestinationPath: "nowhere.txt")
        default: #expect(mkfifo(ledger, 0o600) == 0)
        }
        let check = try Program.run(["check", "--lang", "en"], in: site)
        #expect(
            check.status == 1 && check.out.contains("published-urls.txt is damaged: it is no file"),
            "\(check.out)")
        #expect(try Program.run(["build"], in: site).status == 1)
        #expect(!FileManager.default.fileExists(atPath: site + "/public"))
    }

    @Test("a record that is damaged is not written over", arguments: ["", "hello\n", "@begin\n/\n"])
    func damaged(_ text: String) throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        let ledger = site + "/published-urls.txt"
        try text.write(toFile: ledger, atomically: true, encoding: .utf8)
        #expect(try Program.run(["build"], in: site).status == 1)
        #expect(try Program.run(["build", "--record"], in: site).status == 1)
        #expect(try String(contentsOfFile: ledger, encoding: .utf8) == text)
    }
}
