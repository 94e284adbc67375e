import Foundation
import TestSupport
import Testing

@Suite("Official forms")
struct ImportFormTests {
    /// A site with this repository's forms and a year that has no roster yet.
    private func site(_ scratch: Scratch) throws -> String {
        let site = try scratch.site("small")
        for form in ["application-form", "scoring-table"] {
            let target = site + "/content/forms/" + form
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Sites.repository + "/content/forms/\(form)/form.yaml", toPath: target + "/form.yaml")
            try write("---\ntitle: 表格\nversion: \"2020\"\n---\n\n填写说明。\n", target + "/index.md")
        }
        try FileManager.default.copyItem(atPath: Sites.repository + "/themes/default", toPath: site + "/themes/default")
        let configuration = try String(contentsOfFile: site + "/site.config", encoding: .utf8)
        try write(configuration.replacing("theme: bare", with: "theme: default"), site + "/site.config")
        return site
    }

    private func write(_ text: String, _ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func tools(_ arguments: String...) throws -> String {
        try Tool.run(
            Sites.repository + "/.build-tools/python/bin/python",
            [Sites.repository + "/Tests/form_tools.py"] + arguments)
    }

    /// Converts with a profile of its own: two of LibreOffice at once would share the lock of one.
    private func convert(_ file: String, to format: String, in folder: String) throws {
        _ = try Tool.run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format, "--outdir",
                folder,
                file,
            ])
    }

    @Test("a build makes the files of a form and lists them with size, version and digest")
    func made() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        let output = Shell.run(["build", "--lang", "en"], in: site)
        #expect(output.status == 0, "\(output.out)")
        let folder = site + "/public/forms/application-form"
        let page = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
        for file in ["application-form-2020.docx", "application-form-2020.pdf"] {
            #expect(FileManager.default.fileExists(atPath: folder + "/" + file))
            #expect(page.contains(file))
        }
        // Every font is in the print, as far as it is used.
        let fonts = try Tool.run("/usr/bin/pdffonts", [folder + "/application-form-2020.pdf"]).split(separator: "\n")
            .dropFirst(2)
        #expect(fonts.count >= 2)
        for font in fonts { #expect(font.contains("Noto") && font.contains(" yes yes yes "), "\(font)") }
        #expect(page.contains("SHA-256") && page.contains("质量信得过班组名称") && page.contains("colspan=\"4\""))

        let read = try JSONSerialization.jsonObject(
            with: Data(tools("labels", folder + "/application-form-2020.docx").utf8))
        let facts = try #require(read as? [String: Any])
        let cells = try #require(facts["cells"] as? [String])
        #expect(cells.contains("企业市政工程相关资质") && cells.contains("协会推荐理由"))
        let tags = try #require(facts["tags"] as? [String])
        #expect(tags.contains("team") && tags.contains("write-up.results") && tags.count == Set(tags).count)
        #expect(facts["author"] as? String == "")

        let workbook = site + "/public/forms/scoring-table/scoring-table-2020.xlsx"
        let sheet = try tools("sheet", workbook)
        #expect(sheet.contains("=SUM(") && sheet.contains("30.0]") && sheet.contains("25.0]"))
    }

    @Test("LibreOffice adds up the points that are typed into the workbook")
    func addedUp() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let filled = scratch.path + "/filled.xlsx"
        let sum = try tools("points", site + "/public/forms/scoring-table/scoring-table-2020.xlsx", filled)
        try convert(filled, to: "csv:Text - txt - csv (StarCalc):44,34,76", in: scratch.path)
        let text = try String(contentsOfFile: scratch.path + "/filled.csv", encoding: .utf8)
        let total = try #require(text.split(separator: "\n").first { $0.contains("合计") }, "\(text)")
        #expect(total.split(separator: ",").contains(Substring(sum.trimmingCharacters(in: .newlines))), "\(total)")
    }

    @Test("LibreOffice shows every label of the Word file, in order")
    func converted() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        try convert(
            site + "/public/forms/application-form/application-form-2020.docx", to: "pdf", in: scratch.path)
        let text = try Tool.run("/usr/bin/pdftotext", [scratch.path + "/application-form-2020.pdf", "-"])
            .filter { !$0.isWhitespace }
        var place = text.startIndex
        for label in ["申报年度", "企业名称", "企业市政工程相关资质", "通讯地址", "直接联系人", "班组长", "本企业意见", "协会推荐理由", "班组简介", "服务、目标与成效"] {
            let found = try #require(text.range(of: label, range: place..<text.endIndex), "\(label)")
            place = found.upperBound
        }
    }

    @Test(
        "a form that is filled in, and saved by LibreOffice, becomes a draft that builds",
        arguments: ["controls", "plain", "shapes"], [false, true])
    func roundTrip(kind: String, resaved: Bool) throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        var form = scratch.path + "/filled.docx"
        _ = try tools(
            "fill", site + "/public/forms/application-form/application-form-2020.docx", form, kind)
        if resaved {
            let folder = scratch.path + "/saved"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try convert(form, to: "docx:MS Word 2007 XML", in: folder)
            form = folder + "/filled.docx"
        }
        let output = Shell.run(["import", "form", form, "--lang", "en"], in: site)
        #expect(output.status == 0, "\(output.out)\(output.error)")
        #expect(output.out.contains("missing 0, ambiguous 0"), "\(output.out)")
        #expect(output.out.contains("left out (private): 通讯地址、邮编"))
        #expect(!output.out.contains("13800000000"))
        let draft = try String(contentsOfFile: site + "/content/awards/2026/zj-001.md", encoding: .utf8)
        for part in ["班组简介", "班组建设", "质量意识与方法应用", "质量改进与创新", "服务、目标与成效"] { #expect(draft.contains("## " + part)) }
        #expect(!draft.contains("13800000000") && !draft.contains("样例路"))
        let roster = try String(contentsOfFile: site + "/content/awards/2026/roster.csv", encoding: .utf8)
        #expect(roster.contains("zj-001,新港管廊班组,浙江新港市政有限公司,浙江,推荐,浙江样例协会,质量信得过班组,28,有效"))
        let build = Shell.run(["build", "--drafts", "--lang", "en"], in: site)
        #expect(build.status == 0, "\(build.out)")

        // Once more: nothing is written over.
        let again = Shell.run(["import", "form", form, "--lang", "en"], in: site)
        #expect(again.out.contains("1 there already"))
        #expect(try String(contentsOfFile: site + "/content/awards/2026/zj-001.md", encoding: .utf8) == draft)
    }

    @Test("a form that is handed in again is compared, and takes the place of the text where a person says so")
    func resubmitted() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let form = scratch.path + "/filled.docx"
        _ = try tools("fill", site + "/public/forms/application-form/application-form-2020.docx", form)
        #expect(Shell.run(["import", "form", form], in: site).status == 0)
        let path = site + "/content/awards/2026/zj-001.md"
        let drafted = try String(contentsOfFile: path, encoding: .utf8)
        // Somebody has worked on it meanwhile: a summary in its head, a sentence in its text.
        let edited = drafted.replacing("# summary:", with: "summary: 摘要。").replacing("控制图", with: "直方图")
        #expect(edited != drafted)
        try write(edited, path)

        let asked = Shell.run(["import", "form", form], in: site)
        #expect(asked.out.contains("--accept resubmitted") && asked.out.contains("[直方]"), "\(asked.out)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)
        let dry = Shell.run(["import", "form", form, "--accept", "resubmitted", "--dry-run"], in: site)
        #expect(dry.out.contains("imports/earlier/2026/zj-001-1.md"), "\(dry.out)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)

        let taken = Shell.run(["import", "form", form, "--accept", "resubmitted"], in: site)
        #expect(taken.out.contains("imports/earlier/2026/zj-001-1.md"), "\(taken.out)")
        let now = try String(contentsOfFile: path, encoding: .utf8)
        #expect(now == drafted.replacing("# summary:", with: "summary: 摘要。"))
        let copy = site + "/imports/earlier/2026/zj-001-1.md"
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == edited)
        // The same text once more changes nothing, and makes no copy.
        let same = Shell.run(["import", "form", form, "--accept", "resubmitted"], in: site)
        #expect(same.out.contains("正文相同，没有改动"), "\(same.out)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: site + "/imports/earlier/2026") == ["zj-001-1.md"])
        let unknown = Shell.run(["import", "form", form, "--accept", "same-as-above"], in: site)
        #expect(unknown.status == 2)
    }

    @Test("what the checks will find in a draft is an error of the import already")
    func errorsOfDrafts() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let blank = site + "/public/forms/application-form/application-form-2020.docx"
        let form = scratch.path + "/filled.docx"
        _ = try tools("fill", blank, form, "controls", "write-up.team=联系电话13812345678。")
        for options in [["--dry-run"], []] {
            let output = Shell.run(["import", "form", form, "--lang", "en"] + options, in: site)
            #expect(output.status == 1 && output.out.contains("1 drafted"), "\(output.out)\(output.error)")
            #expect(output.error.contains("content/awards/2026/zj-001.md"), "\(output.error)")
            #expect(output.error.contains("privacy/mobile"), "\(output.error)")
        }
        let checked = Shell.run(["check", "--lang", "en"], in: site)
        #expect(checked.status == 1 && checked.out.contains("privacy/mobile"), "\(checked.out)")
        let nameless = scratch.path + "/nameless.docx"
        _ = try tools("fill", blank, nameless, "controls", "enterprise=")
        let asked = Shell.run(["import", "form", nameless, "--lang", "en"], in: site)
        #expect(asked.status == 1 && asked.out.contains("names “新港管廊班组”; which team"), "\(asked.out)")
        let second = try Scratch()
        let other = try self.site(second)
        let refused = Shell.run(["import", "form", nameless, "--lang", "en"], in: other)
        #expect(refused.status == 1 && refused.out.contains("names no enterprise"), "\(refused.out)")
    }

    @Test("a form that LibreOffice saved as DOC and as DOCX again says what it said")
    func savedAsDOC() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let form = scratch.path + "/filled.docx"
        _ = try tools("fill", site + "/public/forms/application-form/application-form-2020.docx", form)
        let folder = scratch.path + "/saved"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try convert(form, to: "doc:MS Word 97", in: folder)
        try convert(folder + "/filled.doc", to: "docx:MS Word 2007 XML", in: folder)
        let first = Shell.run(["import", "form", form], in: site)
        let path = site + "/content/awards/2026/zj-001.md"
        let draft = try String(contentsOfFile: path, encoding: .utf8)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.removeItem(atPath: site + "/content/awards/2026/roster.csv")
        let second = Shell.run(["import", "form", folder + "/filled.docx"], in: site)
        #expect(first.status == 0 && second.status == 0, "\(first.out)\(second.out)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == draft)
    }

    @Test("rows for a year that has a roster go beside the content")
    func besideRoster() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let form = scratch.path + "/filled.docx"
        _ = try tools("fill", site + "/public/forms/application-form/application-form-2020.docx", form)
        let roster = "id,team,enterprise,province,mode\nzj-001,甲班组,甲公司,浙江,self\n"
        try write(roster, site + "/content/awards/2026/roster.csv")
        let output = Shell.run(["import", "form", form], in: site)
        #expect(output.status == 0 && output.out.contains("imports/roster-2026.csv"))
        #expect(try String(contentsOfFile: site + "/content/awards/2026/roster.csv", encoding: .utf8) == roster)
        #expect(
            try String(contentsOfFile: site + "/imports/roster-2026.csv", encoding: .utf8).contains("zj-002,新港管廊班组"))
        #expect(FileManager.default.fileExists(atPath: site + "/content/awards/2026/zj-002.md"))

        #expect(output.out.contains("showcase import roster imports/roster-2026.csv --year 2026"), "\(output.out)")

        // The team of a row that was not copied yet is known.
        let again = Shell.run(["import", "form", form, "--lang", "en"], in: site)
        #expect(
            again.status == 0 && again.out.contains("content/awards/2026/zj-002.md is there already"), "\(again.out)")
        #expect(!FileManager.default.fileExists(atPath: site + "/imports/roster-2026-2.csv"))

        // Where the rows cannot be written, the import says so, and makes no draft that nothing would lead to.
        try FileManager.default.removeItem(atPath: site + "/imports")
        try write("", site + "/imports")
        let refused = Shell.run(["import", "form", form], in: site)
        #expect(refused.status == 73 && refused.error.contains("imports/roster-2026.csv"), "\(refused.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/content/awards/2026/zj-003.md"))
    }

    @Test("a folder is read with its folders; a table shows the forms, and what several have in common once")
    func manyForms() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        #expect(Shell.run(["build"], in: site).status == 0)
        let source = site + "/public/forms/application-form/application-form-2020.docx"
        let folder = scratch.path + "/handed-in"
        _ = try tools("many", source, folder, "4")
        try FileManager.default.createDirectory(atPath: folder + "/杭州", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder + "/form-0001.docx", toPath: folder + "/杭州/重复.docx")
        try Data([0xD0, 0xCF, 0x11, 0xE0]).write(to: URL(fileURLWithPath: folder + "/旧表.doc"))
        try write("lock", folder + "/~$form-0001.docx")
        try write("%PDF-1.4", folder + "/扫描件.pdf")
        let output = Shell.run(["import", "form", folder, "--lang", "en"], in: site)
        #expect(output.status == 1)
        let found = Shell.run(
            ["import", "form", folder, "--lang", "en", "--dry-run", "--format", "plain"], in: site)
        #expect(found.status == 1 && found.error.hasPrefix("   file"))
        let rules = Set(found.out.split(separator: "\n").compactMap { $0.split(separator: " [").last })
        #expect(rules.isSuperset(of: ["import/unreadable]", "import/duplicate]"]), "\(found.out)")
        let old = "旧表.doc: error: The form is an old .doc or .wps, or has a password; take it away and save as .docx."
        #expect(found.out.contains("\(folder)/\(old) [import/unreadable]\n"), "\(found.out)")
        let lines = output.out.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("   file") == true, "\(output.out)")
        #expect(lines.filter { $0.hasPrefix("✓") }.count == 4)
        #expect(output.out.contains("2026/zj-004  样例第4班组"), "\(output.out)")
        #expect(lines.filter { $0.contains("left out (private)") }.count == 1)
        #expect(output.out.contains("重复.docx: the same team as \(folder)/form-0001.docx; left alone"), "\(output.out)")
        #expect(lines.contains { $0.hasPrefix("✗ \(folder)/旧表.doc is an old .doc") })
        #expect(output.out.contains("Not read, being no Word files: \(folder)/扫描件.pdf."))
        #expect(output.out.contains("Draft of the edition, which was missing: content/awards/2026/index.md"))
        #expect(lines.last == "6 forms: 4 drafted, 1 there already, 1 not usable.")
        #expect(Shell.run(["build", "--drafts"], in: site).status == 0)

        let none = Shell.run(["import", "form", folder + "/扫描件.pdf", "--lang", "en"], in: site)
        #expect(none.status == 1 && none.out.contains("is no Word file"))
        try FileManager.default.removeItem(atPath: folder)
        try write("%PDF-1.4", folder + "/扫描件.pdf")
        let empty = Shell.run(["import", "form", folder, "--lang", "en"], in: site)
        #expect(empty.status == 2 && empty.error.contains("There are no Word files, only"))
    }

    @Test("a page is made for a year that an import has given a roster")
    func editionAfterImport() throws {
        let scratch = try Scratch()
        let site = try site(scratch)
        try write(
            "id,team,enterprise,province,mode\nzj-001,甲班组,甲公司,浙江,self\n", site + "/content/awards/2026/roster.csv")
        let output = Shell.run(["new", "edition", "2026", "--lang", "en"], in: site)
        #expect(output.status == 0 && output.error.contains("roster.csv is there already"), "\(output.error)")
        #expect(FileManager.default.fileExists(atPath: site + "/content/awards/2026/index.md"))
        #expect(Shell.run(["new", "edition", "2026"], in: site).status == 2)
    }
}
