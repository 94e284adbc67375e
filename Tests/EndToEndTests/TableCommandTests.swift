import Foundation
import Synchronization
import Testing

/// `new`, `import roster` and `export` as a person uses them.
@Suite("Tables in and out")
struct TableCommandTests {
    private static let themes = Sites.repository + "/themes"

    private func newSite(_ scratch: Scratch, language: String = "zh-CN") throws -> String {
        let made = try Program.run(
            ["new", "site", "site", "--language", language, "--themes", Self.themes], in: scratch.path)
        #expect(made.status == 0, "\(made.error)")
        return scratch.path + "/site"
    }

    /// A result table of openpyxl, as associations send them.
    private func resultTable(_ scratch: Scratch, rows: Int) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Sites.repository + "/.build-tools/python/bin/python")
        let path = scratch.path + "/名单.xlsx"
        process.arguments = [Sites.repository + "/Tests/make_result_table.py", path, String(rows)]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return path
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("a new site builds at once with both themes", arguments: ["zh-CN", "en"])
    func newSite(language: String) throws {
        let scratch = try Scratch()
        let site = try newSite(scratch, language: language)
        let built = try Program.run(["build"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        let plain = try text(site + "/site.config").replacing("default", with: "plain")
        try plain.write(toFile: site + "/site.config", atomically: true, encoding: .utf8)
        #expect(try Program.run(["build"], in: site).status == 0)
        let again = try Program.run(["new", "site", "site", "--themes", Self.themes], in: scratch.path)
        #expect(again.status == 2)
        #expect(try Program.run(["new", "site", "other", "--themes", scratch.path], in: scratch.path).status == 2)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/other"))
    }

    @Test("a table of 300 rows with titles and merged cells becomes a roster in one command, and the edition builds")
    func importing() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        try FileManager.default.removeItem(atPath: site + "/content/associations.yaml")
        let table = try resultTable(scratch, rows: 300)
        let before = try Sites.files(below: site)
        let dry = try Program.run(["import", "roster", table, "--year", "2022", "--dry-run"], in: site)
        #expect(dry.status == 0 && dry.out.contains("nm-030") && dry.error.contains("试运行"), "\(dry.error)")
        #expect(try Sites.files(below: site) == before)

        let imported = try Program.run(["import", "roster", table, "--year", "2022"], in: site)
        #expect(imported.status == 0, "\(imported.error)")
        #expect(imported.error.contains("读到 300 行") && imported.error.contains("联系人、手机"))
        let roster = try text(site + "/content/awards/2022/roster.csv")
        #expect(roster.split(separator: "\r\n").count == 301)
        #expect(roster.contains("\r\njs-004,江苏样例第4项目部班组,江苏样例4市政工程有限公司,江苏,推荐,江苏市政协会（样例）,质量信得过班组,11,有效,"))
        #expect(roster.contains("bt-001,") && roster.contains("hi-030,"))
        let edition = try text(site + "/content/awards/2022/index.md")
        #expect(edition.contains("状态: 草稿"))
        let built = try Program.run(["build", "--drafts"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        #expect(FileManager.default.fileExists(atPath: site + "/public/awards/2022/bt-030/index.html"))

        // A second time nothing changes, and the edition stays as it is.
        let again = try Program.run(["import", "roster", table, "--year", "2022", "--lang", "en"], in: site)
        #expect(again.status == 0 && again.error.contains("0 added, 0 changed, 300 as before"), "\(again.error)")
        #expect(again.error.contains("roster.csv agrees with the table and was left as it is."), "\(again.error)")
        #expect(try text(site + "/content/awards/2022/roster.csv") == roster)
    }

    @Test("a table that LibreOffice saved says the same, its numbers included")
    func importingFromLibreOffice() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        try FileManager.default.removeItem(atPath: site + "/content/associations.yaml")
        let table = try resultTable(scratch, rows: 30)
        _ = try Tool.run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=file://\(scratch.path)/office", "--headless", "--convert-to", "xlsx", "--outdir",
                scratch.path + "/saved", table,
            ])
        let rosters = try [table, scratch.path + "/saved/名单.xlsx"].map { table in
            let imported = try Program.run(["import", "roster", table, "--year", "2022"], in: site)
            #expect(imported.status == 0 && !imported.error.contains("不是正整数"), "\(imported.error)")
            let roster = site + "/content/awards/2022/roster.csv"
            defer { try? FileManager.default.removeItem(atPath: roster) }
            return try text(roster)
        }
        #expect(rosters[0] == rosters[1])
        #expect(rosters[1].contains(",江苏市政协会（样例）,质量信得过班组,10,"))
    }

    @Test("errors write nothing and end with 1, a missing file or site with 2")
    func importErrors() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let before = try Sites.files(below: scratch.path)
        func run(_ name: String, _ bytes: [UInt8], _ more: [String] = []) throws -> Program.Output {
            let path = scratch.path + "/" + name
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            return try Program.run(["import", "roster", path, "--year", "2022"] + more, in: site)
        }
        let broken = try run("a.xlsx", [0x50, 0x4B, 3, 4, 5])
        #expect(broken.status == 1 && broken.error.split(separator: "\n").count <= 2, "\(broken.error)")
        #expect(try run("a.csv", Array("班组名称,企业名称\n甲班,某公司\n".utf8)).status == 1)
        #expect(try run("a.csv", Array("x\n".utf8), ["--lang", "en"]).error.contains("no header"))
        #expect(try Program.run(["import", "roster", "gone.csv", "--year", "2022"], in: site).status == 2)
        #expect(try Program.run(["import", "roster", ".", "--year", "2022"], in: site).status == 2)
        #expect(try Program.run(["import", "roster", "gone.csv", "--year", "22"], in: site).status == 2)
        #expect(try Program.run(["import", "roster", "gone.csv", "--year", "2022"], in: scratch.path).status == 2)
        #expect(try Sites.files(below: scratch.path) == before)
    }

    @Test("a roster that would have errors is not written, and a dry run says the same")
    func importWouldBreak() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        let folder = site + "/content/awards/2022"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let header = "编号,班组名称,企业名称,省份,申报方式,企业编号\n"
        // A mistake that stands in the roster already, and one that only all years together show.
        for (roster, table, words) in [
            ("bj-001,甲班,北京甲公司,北京,推存,\n", "班组名称,企业名称,省份\n乙班,北京乙公司,北京\n", "“申报方式”不能是“推存”"),
            ("bj-001,甲班,北京甲公司,北京,自荐,\n", "班组名称,企业名称,省份\n乙班,北京佳公司,北京\n", "得到同一个网址 /enterprises/bei-jing-jia-gong-si/"),
        ] {
            try write(header + roster, folder + "/roster.csv")
            try write(table, scratch.path + "/t.csv")
            let before = try Sites.files(below: site)
            for more in [[], ["--dry-run"]] {
                let output = try Program.run(
                    ["import", "roster", scratch.path + "/t.csv", "--year", "2022"] + more, in: site)
                #expect(output.status == 1 && output.error.contains("没有写任何文件"), "\(output.error)")
                #expect(output.error.contains(words) && output.error.contains("roster.csv:2"), "\(output.error)")
            }
            #expect(try Sites.files(below: site) == before)
            #expect(try text(folder + "/roster.csv") == header + roster)
        }
    }

    @Test("errors of other rosters keep a table out where they come from it, and not where they were there before")
    func importBesideErrors() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        for (year, roster) in [(2021, "bj-001,甲班,北京甲公司,北京,推存\n"), (2023, "bj-001,甲班,北京甲公司,北京,自荐\n")] {
            let folder = site + "/content/awards/\(year)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("---\n标题: \(year)年名单\n年度: \(year)\n状态: 草稿\n---\n\n文字。\n".utf8).write(
                to: URL(fileURLWithPath: folder + "/index.md"))
            try Data(("编号,班组名称,企业名称,省份,申报方式\n" + roster).utf8).write(
                to: URL(fileURLWithPath: folder + "/roster.csv"))
        }
        let table = scratch.path + "/t.csv"
        func run(_ enterprise: String) throws -> Program.Output {
            try Data("班组名称,企业名称,省份\n乙班,\(enterprise),北京\n".utf8).write(to: URL(fileURLWithPath: table))
            return try Program.run(["import", "roster", table, "--year", "2022"], in: site)
        }
        let colliding = try run("北京佳公司")
        #expect(colliding.status == 1 && colliding.error.contains("content/awards/2023/roster.csv:2"))
        #expect(!colliding.error.contains("推存"), "\(colliding.error)")
        let other = try run("北京乙公司")
        #expect(other.status == 0 && other.error.contains("已写入"), "\(other.error)")
    }

    @Test("a roster that is too large to be read to its end is not read in part, nor written over")
    func tooLarge() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        try write("班组名称,企业名称,省份,推荐单位\n甲班组,浙江甲市政有限公司,浙江,自荐\n", scratch.path + "/t.csv")
        let path = site + "/content/awards/2022/roster.csv"
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        let row = "zj-001,甲班组,浙江甲市政有限公司,浙江,自荐,\n"
        let text =
            "编号,班组名称,企业名称,省份,申报方式,推荐单位\n"
            + String(repeating: "# " + String(repeating: "说", count: 300) + "\n", count: 19_000) + row
        #expect(text.utf8.count > 16 * 1024 * 1024)
        try write(text, path)
        let imported = try Program.run(["import", "roster", scratch.path + "/t.csv", "--year", "2022"], in: site)
        #expect(imported.status == 1 && imported.error.contains("超过 16 MiB"), "\(imported.error)")
        #expect(try self.text(path) == text)
    }

    @Test("a roster behind a link is not written through")
    func linkedRoster() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let victim = scratch.path + "/victim.csv"
        try "编号,班组名称,企业名称\n".write(toFile: victim, atomically: true, encoding: .utf8)
        let folder = site + "/content/awards/2022"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/roster.csv", withDestinationPath: victim)
        let table = scratch.path + "/t.csv"
        try "班组名称,企业名称\n甲班,北京公司\n".write(toFile: table, atomically: true, encoding: .utf8)
        let output = try Program.run(["import", "roster", table, "--year", "2022"], in: site)
        #expect(output.status == 73, "\(output.error)")
        #expect(try text(victim) == "编号,班组名称,企业名称\n")
    }

    /// Runs the program up to where it waits to write, does something, and lets it go on.
    private func run(_ arguments: [String], in site: String, beforeItWrites change: () throws -> Void) throws
        -> Program.Output?
    {
        let path = site + "/.showcase/content.lock"
        try FileManager.default.createDirectory(atPath: site + "/.showcase", withIntermediateDirectories: true)
        let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
        var status = stat()
        fstat(lock, &status)
        let output = Mutex<Program.Output?>(nil)
        let end = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let run = try? Program.run(arguments, in: site)
            output.withLock { $0 = run }
            end.signal()
        }
        // Who waits for a lock has an arrow in the kernel's list (proc_locks(5)).
        func isWaiting() -> Bool {
            let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
            return locks.split(separator: "\n").contains {
                $0.contains("-> FLOCK") && $0.contains(":\(status.st_ino) ")
            }
        }
        while !isWaiting(), output.withLock({ $0 == nil }) { Thread.sleep(forTimeInterval: 0.01) }
        try change()
        close(lock)
        end.wait()
        return output.withLock { $0 }
    }

    @Test(
        "a roster that is saved while an import works is not written over, and both versions stay",
        arguments: ["zh", "en"])
    func savedMeanwhile(language: String) throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let roster = site + "/content/awards/2019/roster.csv"
        let table = scratch.path + "/table.csv"
        try "班组名称,企业名称,省份\n新班组,浙江新公司,浙江\n".write(toFile: table, atomically: true, encoding: .utf8)
        let arguments = [
            "import", "roster", table, "--year", "2019", "--lang", language, "--accept", "new-teams",
        ]
        let saved = try text(roster) + "zj-009,后来的班组,浙江后来公司,浙江,自荐,,质量信得过班组,5,有效,,,,,\r\n"
        let output = try #require(
            try run(arguments, in: site) { try Data(saved.utf8).write(to: URL(fileURLWithPath: roster)) })
        let kept = "imports/not-written/awards/2019/roster.csv"
        #expect(output.status == 73 && output.error.contains("content/awards/2019/roster.csv"), "\(output.error)")
        #expect(output.error.contains(kept), "\(output.error)")
        #expect(try text(roster) == saved)
        #expect(try text(site + "/" + kept).contains("新班组") && !text(site + "/" + kept).contains("后来的班组"))
        // Once more both are in it.
        #expect(try Program.run(arguments, in: site).status == 0)
        #expect(try text(roster).contains("新班组") && text(roster).contains("后来的班组"))
    }

    @Test("a page that is saved while check --fix works is not written over")
    func savedWhileMending() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let page = site + "/content/about.md"
        let broken = try text(page) + "\n见[办法](rules/Measures.md)。\n"
        try broken.write(toFile: page, atomically: true, encoding: .utf8)
        let saved = broken + "后来写的。\n"
        let output = try #require(
            try run(["check", "--fix"], in: site) { try Data(saved.utf8).write(to: URL(fileURLWithPath: page)) })
        #expect(output.status == 73, "\(output.error)")
        #expect(try text(page) == saved)
        #expect(try text(site + "/imports/not-written/about.md").contains("rules/measures.md"))
        #expect(try Program.run(["check", "--fix"], in: site).status == 0)
        #expect(try text(page) == saved.replacing("Measures", with: "measures"))
    }

    @Test("new content of every kind keeps the site building and never replaces anything")
    func newContent() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let kinds = [
            ["edition", "2030", "--from", "2019"], ["writeup", "2019/zj-001", "--folder"],
            ["practice", "a", "--title", "做法: 一"], ["notice", "b"], ["rule", "c"], ["form", "d"],
        ]
        // SOURCE_DATE_EPOCH of the tests is of December 2020, the sample's edition of the year before.
        for arguments in kinds {
            let made = try Program.run(["new"] + arguments, in: site)
            #expect(made.status == 0, "\(arguments) \(made.error)")
            let before = try Sites.files(below: site)
            #expect(try Program.run(["new"] + arguments, in: site).status == 2)
            #expect(try Sites.files(below: site) == before)
        }
        let built = try Program.run(["build", "--lang", "en"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        for wrong in [
            ["edition", "2031", "--from", "1999"], ["writeup", "zj"], ["practice", "！"], ["notice", "../x"],
            ["rule", "甲/乙"],
        ] {
            #expect(try Program.run(["new"] + wrong, in: site).status == 2)
        }
    }

    @Test(
        "a name that cannot stand in an address is written in pinyin, and that is said",
        arguments: [
            (["practice", "管道检测分级"], "practices/guan-dao-jian-ce-fen-ji.md", "管道检测分级"),
            (["notice", "２０２２年 申报通知"], "notices/2022-nian-shen-bao-tong-zhi.md", "２０２２年 申报通知"),
            (["rule", "重庆 Measures", "--title", "办法"], "rules/chong-qing-measures.md", "办法"),
            (["form", "申报表"], "forms/shen-bao-biao/index.md", "申报表"),
            (["practice", String(repeating: "长", count: 40)], nil, String(repeating: "长", count: 40)),
        ] as [([String], String?, String)])
    func namesInPinyin(arguments: [String], path: String?, title: String) throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let made = try Program.run(["new"] + arguments, in: site)
        #expect(made.status == 0 && made.error.contains("在网址中写作"), "\(made.error)")
        if let path { #expect(try text(site + "/content/" + path).contains(title), "\(made.error)") }
        let built = try Program.run(["build"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
    }

    @Test("themes are found beside a program and below its prefix, and the places without any are listed")
    func themesOfTheProgram() throws {
        let scratch = try Scratch()
        let files = FileManager.default
        func program(in folder: String) throws -> String {
            let path = scratch.path + "/" + folder
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
            try files.copyItem(atPath: Program.path, toPath: path + "/showcase")
            return path + "/showcase"
        }
        let alone = try program(in: "alone/bin")
        let refused = try Program.run(["new", "site", "a"], of: alone, in: scratch.path)
        #expect(refused.status == 2 && !files.fileExists(atPath: scratch.path + "/a"))
        for place in ["bin/themes", "bin/share/showcase/themes", "themes", "share/showcase/themes"] {
            #expect(refused.error.contains("\(scratch.path)/alone/\(place)\n"), "\(refused.error)")
        }
        let installed = try program(in: "usr/bin")
        try files.createDirectory(atPath: scratch.path + "/usr/share/showcase", withIntermediateDirectories: true)
        try files.copyItem(atPath: Self.themes, toPath: scratch.path + "/usr/share/showcase/themes")
        #expect(try Program.run(["new", "site", "b"], of: installed, in: scratch.path).status == 0)
        #expect(files.fileExists(atPath: scratch.path + "/b/themes/default/theme.yaml"))
        try files.copyItem(atPath: Self.themes, toPath: scratch.path + "/alone/bin/themes")
        #expect(try Program.run(["new", "site", "c"], of: alone, in: scratch.path).status == 0)
    }

    @Test("an export is what a build publishes")
    func exporting() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        #expect(try Program.run(["build"], in: site).status == 0)
        for (arguments, published) in [
            (["edition", "2019", "-o", "a.csv"], "awards/2019/list.csv"),
            (["edition", "2019", "--format", "json", "-o", "a"], "awards/2019/list.json"),
            (["edition", "2019", "-o", "a.xlsx"], "awards/2019/list.xlsx"),
            (["awards", "-o", "d.csv"], "data/awards.csv"),
            (["awards", "-o", "b/c/a.xlsx"], "data/awards.xlsx"),
        ] {
            let output = try Program.run(["export"] + arguments, in: site)
            #expect(output.status == 0, "\(output.error)")
            let file = try #require(arguments.last)
            #expect(
                FileManager.default.contents(atPath: site + "/" + file)
                    == FileManager.default.contents(atPath: site + "/public/" + published))
        }
        // What is there already goes only when somebody says so.
        try "mine".write(toFile: site + "/a.csv", atomically: false, encoding: .utf8)
        let refused = try Program.run(["export", "awards", "-o", "a.csv", "--lang", "en"], in: site)
        #expect(refused.status == 2 && refused.error.contains("--force"), "\(refused.error)")
        #expect(try text(site + "/a.csv") == "mine")
        #expect(try Program.run(["export", "awards", "-o", "a.csv", "--force"], in: site).status == 0)
        #expect(try text(site + "/a.csv") != "mine")
        #expect(try Program.run(["export", "edition", "2019"], in: site).out.contains("zj-001"))
        #expect(try Program.run(["export", "edition", "1999"], in: site).status == 2)
        #expect(try Program.run(["export", "edition", "2019", "--format", "pdf"], in: site).status == 2)
        #expect(try Program.run(["export", "edition", "2019", "-o", "/dev/full/x"], in: site).status == 73)
    }

    @Test("an export replaces nothing that is kept by hand, and its ending tells what it is")
    func exportPlaces() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let roster = site + "/content/awards/2019/roster.csv"
        let before = try (Sites.files(below: site), text(roster))
        for (arguments, words) in [
            (["edition", "2019", "-o", "content/awards/2019/roster.csv"], "-o roster.csv"),
            (["awards", "-o", "themes/awards.csv"], "themes"),
            (["awards", "--format", "csv", "-o", "site.config"], ".csv"),
            (["certificates", "--year", "2019", "-o", "content/c.pdf"], "-o c.pdf"),
            (["certificates", "--year", "2019", "-o", "c.txt"], "可以是 .pdf"),
            (["edition", "2019", "-o", "a.txt"], "可以是 .csv、.json、.xlsx"),
            (["edition", "2019", "--format", "xlsx", "-o", "a.csv"], "可以是 .xlsx"),
        ] {
            let output = try Program.run(["export"] + arguments, in: site)
            #expect(output.status == 2 && output.error.contains(words), "\(output.error)")
        }
        #expect(
            try Program.run(["export", "awards", "-o", "content/a.csv", "--lang", "en"], in: site).error.contains(
                "content/a.csv belongs to the site's content"))
        #expect(try Sites.files(below: site) == before.0 && text(roster) == before.1)
    }

    @Test("certificates are a PDF with a page a title; a theme without a template says so")
    func certificates() throws {
        let scratch = try Scratch()
        let site = try newSite(scratch)
        let made = try Program.run(
            ["export", "certificates", "--year", "2019", "-o", "c.pdf", "--lang", "en"], in: site)
        #expect(made.status == 0 && made.error.contains("3 certificates"), "\(made.error)")
        // A telephone's camera sees a picture of a page.
        let codes = try Tool.run(
            "/bin/sh", ["-c", "pdftoppm -r 120 -png c.pdf c && zbarimg --quiet --raw c-*.png"], in: site)
        let routes = try Program.run(["routes"], in: site).out.split(separator: "\n")
        #expect(codes.split(separator: "\n").count == 3)
        for code in codes.split(separator: "\n") {
            let path = try #require(code.split(separator: "example.org", maxSplits: 1).last)
            #expect(code.hasPrefix("https://") && path.hasPrefix("/awards/2019/"), "\(code)")
            #expect(routes.contains(path), "\(code)")
        }
        let bytes = try #require(FileManager.default.contents(atPath: site + "/c.pdf"))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        try FileManager.default.removeItem(atPath: site + "/themes/default/certificate.yaml")
        #expect(try Program.run(["export", "certificates", "--year", "2019", "-o", "c.pdf"], in: site).status == 2)
    }

    @Test("help is there for every command in both languages")
    func help() throws {
        let scratch = try Scratch()
        for command in [
            ["new"], ["new", "site"], ["new", "edition"], ["new", "writeup"], ["new", "practice"], ["new", "notice"],
            ["new", "rule"], ["new", "form"], ["import", "roster"], ["export", "edition"], ["export", "awards"],
            ["export", "certificates"],
        ] {
            let output = try Program.run(command + ["--help"], in: scratch.path)
            #expect(output.status == 0 && output.out.contains("示例"), "\(command)")
        }
    }
}
