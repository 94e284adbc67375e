import Foundation
import TestSupport
import Testing

@Suite("showcase history, undo and restore")
struct HistoryTests {
    private let scratch: Scratch
    private let site: String

    init() throws {
        scratch = try Scratch()
        site = try scratch.site("small")
    }

    private func run(_ arguments: String...) -> Shell.Output { Shell.run(arguments, in: site) }

    private func save(_ path: String, _ text: String) throws {
        try text.write(toFile: site + "/" + path, atomically: true, encoding: .utf8)
    }

    private func lines(_ output: Shell.Output) -> [String] { output.out.split(separator: "\n").map(String.init) }

    @Test("a command's change is listed with its number, person, words and files, and can be taken back")
    func undo() throws {
        let made = run("new", "notice", "undo-call", "--title", "申报通知", "--by", "王编辑")
        #expect(made.status == 0, "\(made.error)")
        let list = lines(run("history"))
        #expect(list.count >= 3, "\(list)")
        #expect(list[0].hasSuffix("  1970-01-01 00:00  王编辑  新建 content/notices/undo-call.md"), "\(list[0])")
        #expect(list[1] == "    新增 content/notices/undo-call.md" && list[2].hasSuffix("–  开始记录"), "\(list)")
        let undo = run("undo")
        #expect(
            undo.status == 0
                && undo.out.hasPrefix("撤回：新建 content/notices/undo-call.md\n    删除 content/notices/undo-call.md\n"))
        #expect(!FileManager.default.fileExists(atPath: site + "/content/notices/undo-call.md"))
        // The name is kept; the change that was taken back is not taken back twice.
        #expect(lines(run("history"))[0].contains("  王编辑  撤回：新建 "))
        let again = run("undo", "--lang", "en")
        #expect(again.status == 2 && again.error.contains("There is no change that could be taken back."))
        let number = try #require(undo.error.split(separator: " ").last).trimmingCharacters(in: .newlines)
        #expect(run("undo", number).status == 0)
        #expect(FileManager.default.fileExists(atPath: site + "/content/notices/undo-call.md"))
    }

    @Test("a dry run writes nothing and keeps no name; a history that cannot be written can be read")
    func nothingWritten() throws {
        #expect(run("history").status == 2)
        #expect(!FileManager.default.fileExists(atPath: site + "/.showcase/content.lock"))
        #expect(run("new", "notice", "one-call", "--title", "通知", "--by", "王编辑").status == 0)
        try save("content/about.md", "---\ntitle: 关于\n---\n")
        #expect(run("undo", "--dry-run", "--by", "己").status == 0)
        #expect(run("restore", "--all", "--at", "1970-01-01", "--dry-run", "--by", "己").status == 0)
        #expect(lines(run("history"))[0].contains("其他程序"))
        #expect(run("new", "notice", "two-call", "--title", "通知").status == 0)
        #expect(lines(run("history"))[0].contains("王编辑"))
        try FileManager.default.removeItem(atPath: site + "/.showcase/content.lock")
        try FileManager.default.createDirectory(
            atPath: site + "/.showcase/content.lock", withIntermediateDirectories: false)
        let list = run("history")
        #expect(list.status == 0 && list.error.contains("没有记录，下面只有以前的记录"), "\(list)")
        #expect(lines(list)[0].contains("two-call"))
    }

    @Test("an import and a mend are recorded; a dry run, a refusal and a check are not")
    func commands() throws {
        try save("content/about.md", "---\ntitle: 关于\n---\n\n见[首页](abuot.md)。\n")
        #expect(run("check").status == 1)
        #expect(run("history").status == 2)
        #expect(run("check", "--fix", "--dry-run").status == 1)
        #expect(run("history").status == 2)
        try save("list.csv", "序号,班组名称,企业名称,省份\n1,测试一班组,浙江样例建设有限公司,浙江\n")
        #expect(run("import", "roster", "list.csv", "--year", "2020", "--dry-run").status != 70)
        #expect(run("history").status == 2)
        #expect(run("check", "--fix", "--by", "李编辑").status == 0)
        let list = lines(run("history"))
        #expect(list.first?.contains("  李编辑  自动改正 1 处") == true, "\(list)")
        #expect(list.dropFirst().first == "    修改 content/about.md", "\(list)")
        #expect(run("check", "--by", "李编辑").status == 2)
    }

    @Test("what other programs changed is listed, line by line where that is asked for")
    func elsewhere() throws {
        #expect(run("new", "notice", "undo-call").status == 0)
        try save("content/about.md", "---\ntitle: 关于\n---\n\n新的一行\n")
        let output = run("history", "content/about.md", "--lines", "--limit", "1")
        #expect(output.out.contains("  其他程序  在别的程序中改动 content/about.md\n    修改 content/about.md\n"), "\(output.out)")
        #expect(output.out.contains("        +新的一行\n"), "\(output.out)")
        let english = run("history", "content/about.md", "--lang", "en")
        #expect(english.out.contains("  another program  content/about.md changed by another program\n    changed "))
        let none = run("history", "content/nothing.md")
        #expect(none.status == 0 && none.out.isEmpty && none.error == "没有改动过 content/nothing.md。\n")
    }

    @Test("files are put back as they were after a change, or at a day; the whole site only when it is asked for")
    func restore() throws {
        #expect(run("new", "notice", "undo-call").status == 0)
        let number = try #require(lines(run("history"))[0].split(separator: " ").first).description
        let about = try contents(site + "/content/about.md")
        try save("content/about.md", "---\ntitle: 关于\n---\n\n新的一行\n")
        let shown = run("restore", "content/about.md", "--at", number, "--dry-run")
        #expect(shown.status == 0 && shown.out.contains("        -新的一行\n"), "\(shown)")
        #expect(shown.error.contains("试运行"), "\(shown.error)")
        #expect(try contents(site + "/content/about.md").contains("新的一行"))
        let restored = run("restore", "./content/about.md", "--at", number)
        #expect(restored.status == 0, "\(restored.error)")
        #expect(try contents(site + "/content/about.md") == about)
        let same = run("restore", "content", "--at", "1970-01-01 00:00")
        #expect(same.status == 0 && same.error == "这些文件已经是那时的样子，没有改动。\n", "\(same)")
        #expect(run("restore", "--at", number).status == 2)
        #expect(run("restore", "--all", "content", "--at", number).status == 2)
        #expect(run("restore", "--all", "--at", "1969-12-31").error.contains("那时还没有开始记录"))
        for moment in ["", "nonsense", "2026-13-01", "2026-11-30 25:00", "12345"] {
            #expect(run("restore", "--all", "--at", moment).status == 2)
        }
        let other = run("restore", "../elsewhere.md", "--at", number)
        #expect(other.status == 2 && other.error.contains("不在站点文件夹里"))
        #expect(run("restore", "content/no.md", "--at", number).error.contains("修改记录里没有 content/no.md"))
    }

    @Test("a dry run says what a check would find after it")
    func trial() throws {
        #expect(run("new", "notice", "undo-call", "--title", "申报通知").status == 0)
        try save(
            "content/notices/undo-call.md",
            try contents(site + "/content/notices/undo-call.md").replacing("申报通知", with: "申报的通知"))
        try save("content/about.md", "---\ntitle: 关于\n---\n\n见[通知](notices/undo-call.md)。\n")
        let number = try #require(
            lines(run("history", "--limit", "0")).first { $0.contains("新建 ") }?.split(separator: " ").first
        ).description
        let restored = run("restore", "--all", "--at", "1970-01-01 00:00", "--dry-run")
        #expect(restored.status == 0, "\(restored)")
        let refused = run("undo", number)
        #expect(refused.status == 1 && refused.error.contains("同样的地方又改过"), "\(refused)")
    }

    @Test("a history that cannot be written does not stop a command, and is told")
    func unwritable() throws {
        try FileManager.default.createDirectory(atPath: site + "/.showcase", withIntermediateDirectories: true)
        try save(".showcase/history", "no folder")
        let made = run("new", "notice", "undo-call")
        #expect(made.status == 0 && made.error.contains("文件已经写好，但没有记入修改记录"), "\(made.error)")
        #expect(FileManager.default.fileExists(atPath: site + "/content/notices/undo-call.md"))
        #expect(run("history").status == 73)
    }

    @Test("a folder without a site has no history, and gets none")
    func noSite() throws {
        try FileManager.default.createDirectory(atPath: scratch.path + "/empty", withIntermediateDirectories: true)
        for arguments in [["history"], ["undo"], ["restore", "--all", "--at", "昨天"]] {
            let output = Shell.run(arguments, in: scratch.path + "/empty")
            #expect(output.status == 2 && output.error.contains("没有 site.config"), "\(output.error)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/empty").isEmpty)
    }

    @Test("a new site's history begins with its files, and no undo takes them away")
    func newSite() throws {
        let other = try Scratch()
        let made = try other.newSite()
        #expect(Shell.run(["history"], in: made).out.hasSuffix("个文件\n"))
        #expect(Shell.run(["undo"], in: made).status == 2)
    }
}
