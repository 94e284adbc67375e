import Foundation
import TestSupport
import Testing

@Suite("showcase import roster")
struct ImportRosterTests {
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

    @Test("a table of 300 rows with titles and merged cells becomes a roster in one command, and the edition builds")
    func importing() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        try FileManager.default.removeItem(atPath: site + "/content/associations.yaml")
        let table = try resultTable(scratch, rows: 300)
        let before = try Sites.files(below: site)
        let dry = Shell.run(["import", "roster", table, "--year", "2022", "--dry-run"], in: site)
        #expect(dry.status == 0 && dry.out.contains("nm-030") && dry.error.contains("试运行"), "\(dry.error)")
        #expect(try Sites.files(below: site) == before)

        let imported = Shell.run(["import", "roster", table, "--year", "2022"], in: site)
        #expect(imported.status == 0, "\(imported.error)")
        #expect(imported.error.contains("读到 300 行") && imported.error.contains("联系人、手机"))
        let roster = try contents(site + "/content/awards/2022/roster.csv")
        #expect(roster.split(separator: "\r\n").count == 301)
        #expect(roster.contains("\r\njs-004,江苏样例第4项目部班组,江苏样例4市政工程有限公司,江苏,推荐,江苏市政协会（样例）,质量信得过班组,11,有效,"))
        #expect(roster.contains("bt-001,") && roster.contains("hi-030,"))
        let edition = try contents(site + "/content/awards/2022/index.md")
        #expect(edition.contains("状态: 草稿"))
        let built = Shell.run(["build", "--drafts"], in: site)
        #expect(built.status == 0, "\(built.out)\(built.error)")
        #expect(FileManager.default.fileExists(atPath: site + "/public/awards/2022/bt-030/index.html"))

        // A second time nothing changes, and the edition stays as it is.
        let again = Shell.run(["import", "roster", table, "--year", "2022", "--lang", "en"], in: site)
        #expect(again.status == 0 && again.error.contains("0 added, 0 changed, 300 as before"), "\(again.error)")
        #expect(again.error.contains("roster.csv agrees with the table and was left as it is."), "\(again.error)")
        #expect(try contents(site + "/content/awards/2022/roster.csv") == roster)
    }

    @Test("a table that LibreOffice saved says the same, its numbers included")
    func importingFromLibreOffice() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        try FileManager.default.removeItem(atPath: site + "/content/associations.yaml")
        let table = try resultTable(scratch, rows: 30)
        _ = try Tool.run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=file://\(scratch.path)/office", "--headless", "--convert-to", "xlsx", "--outdir",
                scratch.path + "/saved", table,
            ])
        let rosters = try [table, scratch.path + "/saved/名单.xlsx"].map { table in
            let imported = Shell.run(["import", "roster", table, "--year", "2022"], in: site)
            #expect(imported.status == 0 && !imported.error.contains("不是正整数"), "\(imported.error)")
            let roster = site + "/content/awards/2022/roster.csv"
            defer { try? FileManager.default.removeItem(atPath: roster) }
            return try contents(roster)
        }
        #expect(rosters[0] == rosters[1])
        #expect(rosters[1].contains(",江苏市政协会（样例）,质量信得过班组,10,"))
    }

    @Test("errors write nothing and end with 1, a missing file or site with 2")
    func importErrors() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let before = try Sites.files(below: scratch.path)
        func run(_ name: String, _ bytes: [UInt8], _ more: [String] = []) throws -> Shell.Output {
            let path = scratch.path + "/" + name
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            return Shell.run(["import", "roster", path, "--year", "2022"] + more, in: site)
        }
        let broken = try run("a.xlsx", [0x50, 0x4B, 3, 4, 5])
        #expect(broken.status == 1 && broken.error.split(separator: "\n").count <= 2, "\(broken.error)")
        #expect(try run("a.csv", Array("班组名称,企业名称\n甲班,某公司\n".utf8)).status == 1)
        #expect(try run("a.csv", Array("x\n".utf8), ["--lang", "en"]).error.contains("no header"))
        #expect(Shell.run(["import", "roster", "gone.csv", "--year", "2022"], in: site).status == 2)
        #expect(Shell.run(["import", "roster", ".", "--year", "2022"], in: site).status == 2)
        #expect(Shell.run(["import", "roster", "gone.csv", "--year", "22"], in: site).status == 2)
        #expect(Shell.run(["import", "roster", "gone.csv", "--year", "2022"], in: scratch.path).status == 2)
        #expect(try Sites.files(below: scratch.path) == before)
    }

    @Test("a roster that would have errors is not written, and a dry run says the same")
    func importWouldBreak() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
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
                let output = Shell.run(
                    ["import", "roster", scratch.path + "/t.csv", "--year", "2022"] + more, in: site)
                #expect(output.status == 1 && output.error.contains("没有写任何文件"), "\(output.error)")
                #expect(output.error.contains(words) && output.error.contains("roster.csv:2"), "\(output.error)")
            }
            #expect(try Sites.files(below: site) == before)
            #expect(try contents(folder + "/roster.csv") == header + roster)
        }
    }

    @Test("errors of other rosters keep a table out where they come from it, and not where they were there before")
    func importBesideErrors() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        for (year, roster) in [(2021, "bj-001,甲班,北京甲公司,北京,推存\n"), (2023, "bj-001,甲班,北京甲公司,北京,自荐\n")] {
            let folder = site + "/content/awards/\(year)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("---\n标题: \(year)年名单\n年度: \(year)\n状态: 草稿\n---\n\n文字。\n".utf8).write(
                to: URL(fileURLWithPath: folder + "/index.md"))
            try Data(("编号,班组名称,企业名称,省份,申报方式\n" + roster).utf8).write(
                to: URL(fileURLWithPath: folder + "/roster.csv"))
        }
        let table = scratch.path + "/t.csv"
        func run(_ enterprise: String) throws -> Shell.Output {
            try Data("班组名称,企业名称,省份\n乙班,\(enterprise),北京\n".utf8).write(to: URL(fileURLWithPath: table))
            return Shell.run(["import", "roster", table, "--year", "2022"], in: site)
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
        let site = try scratch.newSite()
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
        let imported = Shell.run(["import", "roster", scratch.path + "/t.csv", "--year", "2022"], in: site)
        #expect(imported.status == 1 && imported.error.contains("超过 16 MiB"), "\(imported.error)")
        #expect(try contents(path) == text)
    }

    @Test("a roster behind a link is not written through")
    func linkedRoster() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let victim = scratch.path + "/victim.csv"
        try "编号,班组名称,企业名称\n".write(toFile: victim, atomically: true, encoding: .utf8)
        let folder = site + "/content/awards/2022"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/roster.csv", withDestinationPath: victim)
        let table = scratch.path + "/t.csv"
        try "班组名称,企业名称\n甲班,北京公司\n".write(toFile: table, atomically: true, encoding: .utf8)
        let output = Shell.run(["import", "roster", table, "--year", "2022"], in: site)
        #expect(output.status == 73, "\(output.error)")
        #expect(try contents(victim) == "编号,班组名称,企业名称\n")
    }

    @Test("an import says in these words what it read, what it asks and what it wrote")
    func words() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        try """
        2022年度名单
        序号,班组名称,企业名称,省份,推荐单位,联系人
        1,管道班组,浙江样例公司,浙江,自荐,张三
        2,养护班组,江苏样例公司,江苏,江苏样例协会,李四

        """.write(toFile: site + "/t.csv", atomically: true, encoding: .utf8)
        let asked = Shell.run(["import", "roster", "t.csv", "--year", "2022"], in: site)
        #expect(asked.status == 1 && asked.out.isEmpty)
        #expect(
            asked.error == """
                t.csv：表头在 2，读到 2 行。
                错误 t.csv:4: associations.yaml 中没有推荐单位“江苏样例协会”，请核对名称，或把它加进去。（如果推荐单位的名称没有错，只是 associations.yaml 里还没有，加 --accept unknown-recommenders）
                说明 t.csv:2:6: 个人信息不进名单，没有导入：联系人。
                showcase: 有错误，没有写任何文件。

                """)
        let accepting = ["import", "roster", "t.csv", "--year", "2022", "--accept", "unknown-recommenders"]
        let dry = Shell.run(accepting + ["--dry-run", "--lang", "en"], in: site)
        #expect(dry.status == 0)
        #expect(
            dry.error == """
                t.csv: header at 2, 2 rows.
                2 added, 0 changed, 0 as before, 0 not in the table and kept.
                warning t.csv:4: The recommender “江苏样例协会” is not in associations.yaml: check its name, or add it there.
                note t.csv:2:6: Data about people do not go into the roster and are left out: 联系人.
                A dry run: nothing was written.

                """)
        let written = Shell.run(accepting, in: site)
        #expect(written.status == 0 && written.out.isEmpty)
        #expect(
            written.error.hasSuffix(
                """
                已写入 content/awards/2022/roster.csv。
                还没有 content/awards/2022/index.md，已生成草稿，请填写后再公示。

                """))
        let again = Shell.run(accepting, in: site)
        #expect(again.status == 0 && again.error.hasSuffix("content/awards/2022/roster.csv 与表一致，没有改动。\n"))
        let unknown = Shell.run(["import", "roster", "t.csv", "--year", "2022", "--accept", "resubmitted"], in: site)
        #expect(
            unknown.status == 2
                && unknown.error.hasPrefix(
                    "Error: This import does not ask about resubmitted. 这种导入没有 resubmitted 这个提问。\n")
        )
    }

    @Test("for programs standard output holds the findings of the table and of the roster, and nothing else")
    func formats() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        try "班组名称,企业名称,省份,联系人\n管道班组,浙江样例公司,浙江,张三\n,江苏样例公司,江苏,李四\n".write(
            toFile: site + "/t.csv", atomically: true, encoding: .utf8)
        let arguments = ["import", "roster", "t.csv", "--year", "2022", "--lang", "en", "--format", "json"]
        let refused = Shell.run(arguments, in: site)
        #expect(refused.status == 1)
        #expect(
            refused.out == """
                {"rule":"import/personal-data","severity":"hint","file":"t.csv","line":1,"column":4,"endLine":1,"endColumn":4,"message":"Data about people do not go into the roster and are left out: 联系人."}
                {"rule":"import/incomplete","severity":"error","file":"t.csv","line":3,"column":1,"endLine":3,"endColumn":1,"message":"“江苏样例公司” has no “team” and is left out.","help":"--accept incomplete-rows to leave out rows without team or enterprise"}

                """, "\(refused.out)")
        #expect(
            refused.error == "t.csv: header at 1, 1 row.\nshowcase: With these errors nothing was written.\n",
            "\(refused.error)")
        // The table of a dry run is for people.
        let dry = Shell.run(arguments + ["--accept", "incomplete-rows", "--dry-run"], in: site)
        #expect(dry.status == 0 && dry.error.contains("zj-001"))
        for line in dry.out.split(separator: "\n") {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
        let broken = Shell.run(
            ["import", "roster", "site.config", "--year", "2022", "--format", "junit", "--lang", "en"], in: site)
        #expect(
            broken.status == 1 && broken.out.contains("<testcase classname=\"import/column\" name=\"site.config\">"))
        // What the roster itself is told for stands beside it.
        let folder = site + "/content/awards/2022"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "编号,班组名称,企业名称,省份,申报方式\nbj-001,甲班,北京甲公司,北京,推存\n".write(
            toFile: folder + "/roster.csv", atomically: true, encoding: .utf8)
        let both = Shell.run(arguments + ["--accept", "incomplete-rows"], in: site)
        #expect(
            both.status == 1 && both.out.contains("import/incomplete") && both.out.contains("roster/value"),
            "\(both.out)")
    }
}
