import Commands
import Foundation
import TestSupport
import Testing

@Suite("showcase export")
struct ExportTests {
    @Test("an export is what a build publishes")
    func exporting() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        #expect(Shell.run(["build"], in: site).status == 0)
        for (arguments, published) in [
            (["edition", "2019", "-o", "a.csv"], "awards/2019/list.csv"),
            (["edition", "2019", "--format", "json", "-o", "a"], "awards/2019/list.json"),
            (["edition", "2019", "-o", "a.xlsx"], "awards/2019/list.xlsx"),
            (["awards", "-o", "d.csv"], "data/awards.csv"),
            (["awards", "-o", "b/c/a.xlsx"], "data/awards.xlsx"),
        ] {
            let output = Shell.run(["export"] + arguments, in: site)
            #expect(output.status == 0, "\(output.error)")
            let file = try #require(arguments.last)
            #expect(
                FileManager.default.contents(atPath: site + "/" + file)
                    == FileManager.default.contents(atPath: site + "/public/" + published))
        }
        // What is there already goes only when somebody says so.
        try "mine".write(toFile: site + "/a.csv", atomically: false, encoding: .utf8)
        let refused = Shell.run(["export", "awards", "-o", "a.csv", "--lang", "en"], in: site)
        #expect(refused.status == 2 && refused.error.contains("--force"), "\(refused.error)")
        #expect(try contents(site + "/a.csv") == "mine")
        #expect(Shell.run(["export", "awards", "-o", "a.csv", "--force"], in: site).status == 0)
        #expect(try contents(site + "/a.csv") != "mine")
        #expect(Shell.run(["export", "edition", "2019"], in: site).out.contains("zj-001"))
        #expect(Shell.run(["export", "edition", "1999"], in: site).status == 2)
        #expect(Shell.run(["export", "edition", "2019", "--format", "pdf"], in: site).status == 2)
        #expect(Shell.run(["export", "edition", "2019", "-o", "/dev/full/x"], in: site).status == 73)
    }

    @Test("an export replaces nothing that is kept by hand, and its ending tells what it is")
    func exportPlaces() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let roster = site + "/content/awards/2019/roster.csv"
        let before = try (Sites.files(below: site), contents(roster))
        for (arguments, words) in [
            (["edition", "2019", "-o", "content/awards/2019/roster.csv"], "-o roster.csv"),
            (["awards", "-o", "themes/awards.csv"], "themes"),
            (["awards", "--format", "csv", "-o", "site.config"], ".csv"),
            (["certificates", "--year", "2019", "-o", "content/c.pdf"], "-o c.pdf"),
            (["certificates", "--year", "2019", "-o", "c.txt"], "可以是 .pdf"),
            (["edition", "2019", "-o", "a.txt"], "可以是 .csv、.json、.xlsx"),
            (["edition", "2019", "--format", "xlsx", "-o", "a.csv"], "可以是 .xlsx"),
        ] {
            let output = Shell.run(["export"] + arguments, in: site)
            #expect(output.status == 2 && output.error.contains(words), "\(output.error)")
        }
        #expect(
            Shell.run(["export", "awards", "-o", "content/a.csv", "--lang", "en"], in: site).error.contains(
                "content/a.csv belongs to the site's content"))
        #expect(try Sites.files(below: site) == before.0 && contents(roster) == before.1)
    }

    @Test("certificates are a PDF with a page a title; a theme without a template says so")
    func certificates() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let made = Shell.run(
            ["export", "certificates", "--year", "2019", "-o", "c.pdf", "--lang", "en"], in: site)
        #expect(made.status == 0 && made.error.contains("3 certificates"), "\(made.error)")
        // A telephone's camera sees a picture of a page.
        let codes = try Tool.run(
            "/bin/sh", ["-c", "pdftoppm -r 120 -png c.pdf c && zbarimg --quiet --raw c-*.png"], in: site)
        let routes = Shell.run(["routes"], in: site).out.split(separator: "\n")
        #expect(codes.split(separator: "\n").count == 3)
        for code in codes.split(separator: "\n") {
            let path = try #require(code.split(separator: "example.org", maxSplits: 1).last)
            #expect(code.hasPrefix("https://") && path.hasPrefix("/awards/2019/"), "\(code)")
            #expect(routes.contains(path), "\(code)")
        }
        let bytes = try #require(FileManager.default.contents(atPath: site + "/c.pdf"))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        try FileManager.default.removeItem(atPath: site + "/themes/default/certificate.yaml")
        #expect(Shell.run(["export", "certificates", "--year", "2019", "-o", "c.pdf"], in: site).status == 2)
    }

    @Test(
        "a person at the terminal is asked whether a file may go, and only yes is yes", arguments: ["y", "是", "n", ""])
    func asked(answer: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try "mine".write(toFile: site + "/a.csv", atomically: false, encoding: .utf8)
        let output = Shell(folder: site, answer: answer).run(["export", "awards", "-o", "a.csv"])
        let isYes = ["y", "是"].contains(answer)
        #expect(output.status == (isYes ? 0 : 2))
        #expect(
            output.error == "a.csv 已经存在，要覆盖吗？(y/N) " + (isYes ? "" : "showcase: a.csv 已经存在，没有写入；要覆盖请加 --force。\n"))
        #expect(try (contents(site + "/a.csv") == "mine") != isYes)
    }

    @Test("what cannot be exported is said in these words")
    func words() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let absent = Shell.run(["export", "edition", "1999"], in: site)
        #expect(absent.error == "showcase: 没有可以导出的 1999 年度：它不存在或未公开（草稿用 --drafts）。\n")
        let terminal = Shell(folder: site, terminal: Terminal(columns: 80, takesColors: true))
        let certificates = terminal.run(["export", "certificates", "--year", "2019"])
        #expect(certificates.status == 2)
        #expect(
            certificates.error.hasPrefix(
                "Error: A PDF is not for a terminal: name a file with --output. 请用 --output 指定 PDF 文件。\n"))
        try "---\ntitle: 坏\n---\n\n电话 13812345678。\n".write(
            toFile: site + "/content/bad.md", atomically: true, encoding: .utf8)
        let broken = Shell.run(["export", "awards"], in: site)
        #expect(broken.status == 1 && broken.out.isEmpty && !broken.error.contains("13812345678"))
        #expect(broken.error.hasPrefix("错误[privacy/mobile]"))
        #expect(broken.error.hasSuffix("showcase: 内容有错误，没有导出。\n"))
    }
}
