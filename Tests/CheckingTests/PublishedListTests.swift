import Checking
import Content
import Diagnostics
import Foundation
import Rules
import SiteModel
import Testing
import Values

@Suite("What was published first")
struct PublishedListTests {
    private static let head =
        "id,team,enterprise,province,mode,recommender,standing,withdrawn_on,reason,enterprise_id\n"
    private static let first = "zj-001,甲班组,浙江甲市政有限公司,浙江,self,,held,,,\n"
    private static let second = "zj-002,乙班组,浙江乙路桥有限公司,浙江,self,,held,,,yi\n"

    /// A site of one edition.
    private func site(
        _ roster: String = first + second, status: String = "final", fields: String = "",
        _ files: [String: String] = [:], without removed: [String] = []
    ) throws -> Site {
        let publicity = "publicity: {from: 2020-11-02, to: 2020-11-13, contact: 办公室}\n"
        var all = [
            "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n",
            "content/awards/2020/index.md":
                "---\ntitle: 2020年度\nyear: 2020\nstatus: \(status)\npublished: 2020-11-30\n\(publicity)\(fields)---\n",
            "content/awards/2020/roster.csv": Self.head + roster,
        ]
        all.merge(files) { $1 }
        for path in removed { all[path] = nil }
        let loaded = try SiteLoader.load(.memory(all.mapValues { Array($0.utf8) }), jobs: 1)
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        let day = try #require(CalendarDate(iso: "2021-06-30"))
        return SiteAssembler.assemble(
            try #require(loaded.content), options: .init(day: day, includesDrafts: false)
        ).site
    }

    private func ledger(_ text: String, path: String = URLLedger.path) -> URLLedger {
        URLLedger(SourceFile(path: path, text: text))
    }

    private func findings(_ site: Site, after text: String, path: String = URLLedger.path) -> [Diagnostic] {
        ledger(text, path: path).findings(in: site, outlines: PageOutlines([]))
    }

    /// What the ledger and the corrections themselves find.
    private func all(_ site: Site, after text: String) -> [Diagnostic] {
        findings(site, after: text) + CorrectionCheck.findings(in: site, failedPaths: [])
    }

    /// What follows a word of a help in Chinese, up to its last bracket: what is to be copied.
    private func copied(_ finding: Diagnostic, after word: String, isChinese: Bool = true) throws -> String {
        let help = try #require(isChinese ? finding.help?.zh : finding.help?.en)
        let start = try #require(help.range(of: word)?.lowerBound)
        let rest = help[start...]
        // One line of YAML ends with the bracket that closes its first.
        var depth = 0
        for index in rest.indices {
            if rest[index] == "[" { depth += 1 }
            if rest[index] == "]" {
                depth -= 1
                if depth == 0 { return String(rest[...index]) + "\n" }
            }
        }
        return String(rest)
    }

    @Test("a ledger keeps lists and names, and a site that did not change has no finding")
    func unchanged() throws {
        let site = try site()
        let text = URLLedger.text(of: site)
        #expect(
            text.contains("@list\t2020\tfinal\t2\t2020-11-30\n@team\t2020/zj-001\t甲班组\t浙江甲市政有限公司\t浙江\theld\t\tself\n"))
        #expect(text.contains("@name\t/enterprises/yi/\t浙江乙路桥有限公司\n"))
        #expect(findings(site, after: text).map(\.message.zh) == [])
        #expect(URLLedger.text(of: site, after: ledger(text)) == text)
        // An editor of Windows has saved it.
        let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        #expect(findings(site, after: windows).map(\.message.zh) == [])
        #expect(URLLedger.text(of: site, after: ledger(windows)) == text)
        // Only the typing differs.
        let typed = try self.site(Self.first.replacing("甲班组", with: "甲 班组") + Self.second)
        #expect(findings(typed, after: text).map(\.message.zh) == [])
    }

    @Test("another day of publication of a decided list takes a correction that names both days")
    func otherDay() throws {
        let file = "content/awards/2020/index.md"
        func dated(_ day: String, status: String = "final", fields: String = "") throws -> Site {
            try site(
                status: status,
                [
                    file:
                        "---\ntitle: 2020年度\nyear: 2020\nstatus: \(status)\npublished: \(day)\npublicity: {from: 2020-11-02, to: 2020-11-13, contact: 办公室}\n\(fields)---\n"
                ])
        }
        let text = URLLedger.text(of: try site())
        let found = findings(try dated("2020-11-29"), after: text)
        #expect(found.map(\.rule) == [.changedList])
        #expect(found.first?.message.zh == "2020 年度名单的发布日期公开时是 2020-11-30，现在是 2020-11-29，没有更正说明。")
        let line = try copied(try #require(found.first), after: "更正:")
            .replacing("更正", with: "corrections").replacing("日期: 2021", with: "date: 2021").replacing(
                "说明", with: "text"
            )
            .replacing("corrections为", with: "更正为")
        let told = try dated("2020-11-29", fields: line)
        #expect(all(told, after: text).map(\.message.zh) == [])
        // The first day stays in the record, so that the correction stays needed.
        #expect(URLLedger.text(of: told, after: ledger(text)).contains("@list\t2020\tfinal\t2\t2020-11-30\n"))
        for sentence in ["发布日期应为2020年11月29日，误为2020年11月30日", "The day of publication is 2020-11-29, not 2020-11-30"] {
            let correction = "corrections: [{date: 2021-01-10, text: \"\(sentence)\"}]\n"
            #expect(findings(try dated("2020-11-29", fields: correction), after: text).map(\.rule) == [])
        }
        for wrong in ["发布日期改为2020年11月28日，原为2020年11月30日", "报名日期由“2020-11-30”更正为“2020-11-29”"] {
            let correction = "corrections: [{date: 2021-01-10, text: \"\(wrong)\"}]\n"
            #expect(findings(try dated("2020-11-29", fields: correction), after: text).map(\.rule) == [.changedList])
        }
        // Records without the day, and lists in publicity, ask for none.
        let earlier = text.replacing("\t2020-11-30\n@team", with: "\n@team")
        #expect(findings(try dated("2020-11-29"), after: earlier).map(\.rule) == [])
        #expect(!URLLedger.text(of: try site(status: "publicity")).contains("2020-11-30"))
    }

    @Test("ledgers of earlier versions are read, in either place: ids are known, names are not")
    func earlierLedgers() throws {
        let site = try site()
        let old = URLLedger.text(of: site).split(separator: "\n").filter { !$0.hasPrefix("@") }.joined(separator: "\n")
        for path in [URLLedger.path, URLLedger.earlierPath] {
            #expect(findings(site, after: old, path: path).map(\.message.zh) == [])
            let renamed = try self.site(Self.first.replacing("甲班组", with: "丙班组") + Self.second)
            #expect(findings(renamed, after: old, path: path).map(\.rule) == [])
            let grown = try self.site(Self.first + Self.second + "zj-003,丙班组,浙江甲市政有限公司,浙江,self,,held,,,\n")
            #expect(findings(grown, after: old, path: path).map(\.rule) == [.changedList])
        }
        #expect(URLLedger.text(of: site, after: ledger(old)) == URLLedger.text(of: site))
    }

    @Test(
        "a name that was changed after publication is an error at its cell, until a correction says so",
        arguments: [
            ("甲班组", "甲养护班组", "班组名称"), ("甲班组", "甲二班组", "班组名称"), ("浙江甲市政有限公司", "浙江甲城市建设有限公司", "企业名称"),
            ("浙江甲市政有限公司", "浙江\"\"甲\"\"市政有限公司", "企业名称"),
        ], ["final", "publicity"])
    func changedName(_ change: (String, String, String), _ status: String) throws {
        let (old, new, kind) = change
        let text = URLLedger.text(of: try site(status: status))
        // A cell with quotation marks stands in some of its own.
        let cell = new.contains("\"") ? "\"\(new)\"" : new
        let roster = Self.first.replacing(old, with: cell) + Self.second
        let found = findings(try site(roster, status: status), after: text)
        #expect(found.map(\.rule) == [.changedList])
        #expect(found[0].range?.file.path == "content/awards/2020/roster.csv")
        #expect(found[0].message.zh.contains("\(kind)是“\(old)”"), "\(found[0].message.zh)")
        let correction = try copied(found[0], after: "更正: [")
        let told = findings(try site(roster, status: status, fields: correction), after: text)
        #expect(told.filter { $0.rule == .changedList }.map(\.message.zh) == [])
        let other = correction.replacing("编号: zj-001", with: "编号: zj-002")
        #expect(all(try site(roster, status: status, fields: other), after: text).count == 1)
    }

    @Test("a second change is told again, and what was recorded first stays")
    func secondChange() throws {
        let text = URLLedger.text(of: try site())
        let renamed = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        let correction = "corrections: [{date: 2021-01-05, id: zj-001, text: 班组名称由“甲班组”更正为“甲养护班组”}]\n"
        let corrected = try site(renamed, fields: correction)
        #expect(findings(corrected, after: text).map(\.rule) == [])
        let later = URLLedger.text(of: corrected, after: ledger(text))
        #expect(later.contains("@team\t2020/zj-001\t甲班组\t"))
        let again = try site(Self.first.replacing("甲班组", with: "甲巡查班组") + Self.second, fields: correction)
        #expect(all(again, after: later).map(\.rule) == [.correctionContradicted])
    }

    @Test("an enterprise that one entry calls by both names was renamed")
    func renamedEnterprise() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first + Self.second.replacing("浙江乙路桥有限公司", with: "浙江乙城建集团有限公司")
        let entry = """
            - id: yi
              names:
                - {name: 浙江乙路桥有限公司, to: 2021-01-31}
                - {name: 浙江乙城建集团有限公司, from: 2021-02-01}
            """
        #expect(findings(try site(roster), after: text).map(\.rule) == [.changedList])
        #expect(findings(try site(roster, ["content/enterprises.yaml": entry]), after: text).map(\.rule) == [])
    }

    @Test(
        "a new name of an enterprise goes where the help says, in the words that it gives", arguments: [true, false],
        [true, false])
    func renaming(isChinese: Bool, hasEntry: Bool) throws {
        let entry = "- id: yi\n  names:\n    - {name: 浙江乙路桥有限公司}\n"
        let files = hasEntry ? ["content/enterprises.yaml": entry] : [:]
        let text = URLLedger.text(of: try site(files: files))
        for row in [Self.first, Self.second] where !hasEntry || row == Self.second {
            let old = row == Self.first ? "浙江甲市政有限公司" : "浙江乙路桥有限公司"
            let roster = (Self.first + Self.second).replacing(old, with: "\"浙江新\"\"城\"\"建设有限公司\"")
            let found = findings(try site(roster, files), after: text).filter { $0.rule == .changedList }
            #expect(found.count == 1)
            let help = try #require(isChinese ? found.first?.help?.zh : found.first?.help?.en)
            let start = try #require(help.range(of: "- {")?.lowerBound)
            let end = try #require(help[start...].range(of: isChinese ? "（日期" : " (with")?.lowerBound)
            let item = String(help[start..<end]) + "\n"
            #expect(item.contains("浙江新\\\"城\\\"建设有限公司") && item.hasPrefix(hasEntry ? "- {n" : "- {i") != isChinese)
            let list = hasEntry ? entry + "    " + item : item
            let mended = try site(files: ["content/enterprises.yaml": list])
            #expect(findings(mended, after: text).map(\.message.zh) == [])
        }
    }

    private func site(files: [String: String]) throws -> Site { try site(Self.first + Self.second, files) }

    @Test("ids that several rows have are told as such, and not as changes of the list")
    func repeatedIDs() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first + Self.second + "zj-001,丙班组,浙江丙市政有限公司,浙江,self,,held,,,\n"
        let all = [
            "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n",
            "content/awards/2020/index.md":
                "---\ntitle: 2020年度\nyear: 2020\nstatus: final\npublished: 2020-11-30\npublicity: {from: 2020-11-02, to: 2020-11-13, contact: 办公室}\n---\n",
            "content/awards/2020/roster.csv": Self.head + roster,
        ]
        let loaded = try SiteLoader.load(.memory(all.mapValues { Array($0.utf8) }), jobs: 1)
        let told = loaded.diagnostics.filter { $0.severity == .error }
        #expect(told.count == 1)
        let day = try #require(CalendarDate(iso: "2021-06-30"))
        let site = SiteAssembler.assemble(
            try #require(loaded.content), options: .init(day: day, includesDrafts: false)
        ).site
        let failed = Set(told.compactMap { $0.range?.file.path })
        let found = ledger(text).findings(in: site, outlines: PageOutlines([]), failedPaths: failed)
        #expect(found.filter { $0.rule == .changedList }.map(\.message.zh) == [])
    }

    @Test("a team that is added to a published list needs a correction", arguments: ["final", "publicity"])
    func added(_ status: String) throws {
        let text = URLLedger.text(of: try site(status: status))
        let roster = Self.first + Self.second + "zj-003,丙班组,浙江甲市政有限公司,浙江,self,,held,,,\n"
        let found = findings(try site(roster, status: status), after: text)
        #expect(found.map(\.rule) == [.changedList])
        #expect(found[0].range?.start.line == 4)
        let correction = try copied(found[0], after: "更正: [")
        let corrected = try site(roster, status: status, fields: correction)
        #expect(findings(corrected, after: text).map(\.message.zh) == [])
        #expect(URLLedger.text(of: corrected, after: ledger(text)).contains("@team\t2020/zj-003\t丙班组"))
    }

    @Test("a team that vanished from a decided list is told once, until correction and old address are there")
    func vanished() throws {
        let text = URLLedger.text(of: try site())
        let gone = "zj-003,丙班组,浙江甲市政有限公司,浙江,self,,held,,,\n"
        let long = URLLedger.text(of: try site(Self.first + Self.second + gone))
        let found = findings(try site(), after: long)
        #expect(found.map(\.rule) == [.changedList])
        #expect(found[0].message.zh == "2020 年度已公布的名单里有 zj-003“丙班组”（浙江甲市政有限公司），现在没有了。")
        let fields = try copied(found[0], after: "更正: [") + copied(found[0], after: "旧网址: [")
        let told = try site(fields: fields)
        #expect(findings(told, after: long).map(\.message.zh) == [])
        #expect(findings(told, after: URLLedger.text(of: told, after: ledger(long))).map(\.rule) == [])
        #expect(findings(try site(), after: text).map(\.rule) == [])
        // A title that is withdrawn stays on its list.
        let withdrawn = gone.replacing("held,,", with: "withdrawn,2021-03-01,顾客投诉")
        #expect(findings(try site(Self.first + Self.second + withdrawn), after: long).map(\.rule) == [])
        // Rows that could not be read are told by their own findings.
        let failed = ledger(long).findings(
            in: try site(), outlines: PageOutlines([]), failedPaths: ["content/awards/2020/roster.csv"])
        #expect(!failed.contains { $0.rule == .changedList })
    }

    private static let third = "js-003,丙班组,江苏丙市政有限公司,江苏,self,,held,,,bing\n"

    @Test(
        "who is left out after objections is asked about, until its addresses lead to the list",
        arguments: ["final", "publicity"])
    func objections(_ status: String) throws {
        let text = URLLedger.text(of: try site(Self.first + Self.second + Self.third, status: "publicity"))
        #expect(text.contains("@list\t2020\tpublicity\t3\n"))
        let found = findings(try site(status: status), after: text)
        #expect(found.map(\.message.zh) == ["2020 年度公示的名单里有 js-003“丙班组”（江苏丙市政有限公司），现在没有了。"])
        let fields = try copied(found[0], after: "旧网址: [")
        #expect(fields == "旧网址: [/awards/2020/js-003/, /awards/2020/jiangsu/, /enterprises/bing/]\n")
        let told = try site(status: status, fields: fields)
        #expect(findings(told, after: text).map(\.message.zh) == [])
        let later = URLLedger.text(of: told, after: ledger(text))
        #expect(!later.contains("js-003\t"))
        #expect(findings(told, after: later).map(\.message.zh) == [])
        // From then on it is a team that is added.
        let back = findings(try site(Self.first + Self.second + Self.third, status: status), after: later)
        #expect(back.map(\.rule) == [.changedList])
    }

    @Test("what went with a team that was removed is one finding, before and after the correction")
    func removedWithItsPages() throws {
        let text = URLLedger.text(of: try site(Self.first + Self.second + Self.third))
        let found = findings(try site(), after: text)
        #expect(found.map(\.rule) == [.changedList])
        let correction = try copied(found[0], after: "更正: [")
        let half = findings(try site(fields: correction), after: text)
        #expect(half.map(\.rule) == [.vanishedURL])
        let aliases = try copied(half[0], after: "旧网址: [")
        #expect(try copied(found[0], after: "旧网址: [") == aliases)
        #expect(findings(try site(fields: correction + aliases), after: text).map(\.message.zh) == [])
        // With old addresses there, more are added to them.
        let more = findings(try site(fields: correction + "aliases: [/old/]\n"), after: text)
        #expect(more.first?.help?.zh.contains("在“旧网址”中加上：/awards/2020/js-003/, ") == true)
    }

    @Test("what moved to another province is one finding with the page that went")
    func movedProvince() throws {
        let text = URLLedger.text(of: try site(Self.first + Self.second + Self.third))
        let roster = Self.first + Self.second + Self.third.replacing(",江苏,self", with: ",安徽,self")
        let found = findings(try site(roster), after: text)
        #expect(found.map(\.rule) == [.changedList])
        let fields = try copied(found[0], after: "更正: [") + copied(found[0], after: "旧网址: [")
        #expect(findings(try site(roster, fields: fields), after: text).map(\.message.zh) == [])
    }

    @Test("a list that cannot be read, is a draft or is gone explains what was made of it")
    func unsettled() throws {
        let text = URLLedger.text(of: try site(Self.first + Self.second + Self.third))
        let rows = ledger(text).findings(
            in: try site(), outlines: PageOutlines([]), failedPaths: ["content/awards/2020/roster.csv"])
        #expect(rows.map(\.message.zh) == [])
        #expect(findings(try site(status: "draft"), after: text).map(\.message.zh) == ["2020 年度的名单（3 个班组）已经公布，现在不公开了。"])
        let other = ["content/awards/2020/index.md", "content/awards/2020/roster.csv"]
        let moved = try site(Self.first, ["content/about.md": "---\ntitle: 关于\n---\n\n文字。\n"], without: other)
        #expect(findings(moved, after: text).map(\.message.zh) == ["2020 年度的名单（3 个班组）已经公布，现在整个没有了。"])
        // A new id of an enterprise has nothing to do with it.
        let renamed = Self.second.replacing(",yi\n", with: ",yi-lu-qiao\n")
        let both = ledger(text).findings(
            in: try site(Self.first + renamed), outlines: PageOutlines([]),
            failedPaths: ["content/awards/2020/roster.csv"])
        #expect(both.map(\.url) == ["/enterprises/yi/"])
    }

    @Test("an id that was changed is one finding")
    func renumbered() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first + Self.second.replacing("zj-002", with: "zj-020")
        let found = findings(try site(roster), after: text)
        #expect(found.map(\.rule) == [.changedList])
        #expect(found[0].help?.zh.hasPrefix("请改回 zj-002。") == true)
        let fields = try copied(found[0], after: "更正: [") + copied(found[0], after: "旧网址: [")
        let told = try site(roster, fields: fields)
        #expect(findings(told, after: text).map(\.message.zh) == [])
        // The ledger has both ids then.
        let later = URLLedger.text(of: told, after: ledger(text))
        #expect(findings(told, after: later).map(\.message.zh) == [])
        #expect(findings(try site(roster, fields: "aliases: [/awards/2020/zj-002/]\n"), after: later).count == 1)
    }

    @Test("ids that were exchanged are told with the id that each team was published with")
    func exchanged() throws {
        let text = URLLedger.text(of: try site())
        let roster =
            Self.first.replacing("zj-001", with: "zj-002") + Self.second.replacing("zj-002", with: "zj-001")
        let found = findings(try site(roster), after: text)
        #expect(found.map(\.rule) == [.changedList, .changedList])
        #expect(found[0].help?.zh.hasPrefix("“甲班组”公开时的编号是 zj-001，请改回；") == true)
        #expect(found[1].help?.zh.hasPrefix("“乙班组”公开时的编号是 zj-002，请改回；") == true)
        // One row was deleted, and its team stands in the place of another.
        let moved = findings(try site(Self.second.replacing("zj-002", with: "zj-001")), after: text)
        #expect(moved.filter { $0.rule == .changedList }.count == 1)
        #expect(moved.first { $0.rule == .changedList }?.help?.zh.hasPrefix("“乙班组”公开时的编号是 zj-002") == true)
    }

    @Test("another team under the id of one that was published is one finding at the row")
    func otherTeam() throws {
        let text = URLLedger.text(of: try site())
        let roster = "zj-001,丁班组,浙江丁市政有限公司,浙江,self,,held,,,\n" + Self.second
        let found = findings(try site(roster), after: text).filter { $0.rule == .changedList }
        #expect(
            found.map(\.message.zh) == [
                "2020 年度的名单公开时，zj-001 的班组名称是“甲班组”，现在是“丁班组”；企业名称是“浙江甲市政有限公司”，现在是“浙江丁市政有限公司”。"
            ])
        #expect(found[0].help?.zh.hasPrefix("编号公开后不能给别的班组：") == true)
        #expect(found[0].help?.zh.contains("更正") == false && found[0].help?.en.contains("corrections") == false)
        // Nor does a note about an addition make it another's.
        for words in ["增补“丁班组”（浙江丁市政有限公司），依据：决定", "班组名称由“甲班组”更正为“丁班组”"] {
            let fields = "更正: [{日期: 2021-01-05, 编号: zj-001, 说明: '\(words)'}]\n"
            let told = findings(try site(roster, fields: fields), after: text).filter { $0.rule == .changedList }
            #expect(told.count == 1 && told[0].help?.zh.contains("更正: ") == false, "\(words)")
        }
    }

    @Test(
        "a province that changed, and a withdrawal that is gone, are told as names are",
        arguments: [
            (PublishedListTests.first.replacing(",浙江,self", with: ",江苏,self"), "省份是“浙江”，现在是“江苏”"),
            (PublishedListTests.first, "状态是“撤销”，现在是“有效”"),
            (PublishedListTests.first.replacing("甲班组", with: "甲一班组"), "班组名称是“甲班组”，现在是“甲一班组”；状态是“撤销”，现在是“有效”"),
        ])
    func otherCells(_ row: String, _ words: String) throws {
        let withdrawn = Self.first.replacing("held,,", with: "withdrawn,2021-03-01,顾客投诉")
        let text = URLLedger.text(
            of: try site(words.contains("撤销") ? withdrawn + Self.second : Self.first + Self.second))
        let found = findings(try site(row + Self.second), after: text).filter { $0.rule == .changedList }
        #expect(found.count == 1)
        #expect(found.first?.message.zh.contains("zj-001 的\(words)，没有更正说明。") == true)
        for (word, isChinese) in [("更正: [", true), ("corrections: [", false)] {
            let fields = try copied(found[0], after: word, isChinese: isChinese)
            #expect(
                !findings(try site(row + Self.second, fields: fields), after: text).contains { $0.rule == .changedList }
            )
        }
    }

    @Test("a withdrawal is kept when it comes, and ledgers without provinces are completed")
    func completed() throws {
        let text = URLLedger.text(of: try site())
        let withdrawn = Self.first.replacing("held,,", with: "withdrawn,2021-03-01,顾客投诉")
        let later = URLLedger.text(of: try site(withdrawn + Self.second), after: ledger(text))
        #expect(later.contains("@team\t2020/zj-001\t甲班组\t浙江甲市政有限公司\t浙江\twithdrawn\t2021-03-01\tself\n"))
        let short = text.replacing("\t浙江\theld\t\tself\n", with: "\n")
        #expect(short != text)
        #expect(findings(try site(), after: short).map(\.rule) == [])
        #expect(URLLedger.text(of: try site(), after: ledger(short)) == text)
    }

    @Test(
        "a correction counts where its sentence is understood, for the team of its id",
        arguments: [
            ("zj-001 的班组名称应为“甲养护班组”", true), ("zj-001“甲班组”的班组名称由「甲班组」改为「甲养护班组」", true),
            ("zj-001：班组名称原排印为“甲班组”，漏“养护”二字，更正为“甲养护班组”。", true),
            ("人数有误；zj-001 的班组名称由\"甲班组\"更正为\"甲养护班组\"（见决定）", true),
            ("For zj-001 see the decision. zj-001: the team’s name was corrected from “甲班组” to “甲养护班组”.", true),
            ("班组名称由“甲班组”更正为“甲养护班组”", false), ("zj-0011 的班组名称由“甲班组”更正为“甲养护班组”", false),
            ("zj-001 的班组名称不是“甲养护班组”，是甲班组", false), ("zj-001 的班组名称不应为“甲养护班组”", false),
            ("zj-001 的班组名称由“乙班组”更正为“甲养护班组”", false), ("zj-001 的企业名称由“甲班组”更正为“甲养护班组”", false),
            ("zj-001 的班组名称由甲班组更正为甲养护班组", false), ("zj-001“甲养护班组”的人数更正为 12", false),
            ("并非zj-001 的班组名称由“甲班组”更正为“甲养护班组”", false), ("zj-001 的班组名称由“甲养护班组”更正为“甲班组”", false),
        ])
    func understood(_ words: String, _ isTold: Bool) throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        let fields = "更正: [{日期: 2021-01-05, 说明: '\(words)'}]\n"
        let found = all(try site(roster, fields: fields), after: text)
        #expect(found.count == (isTold ? 0 : 1))
        // There are corrections already: another text or one more is asked for, not a second field.
        #expect(
            found.allSatisfy { finding in
                [
                    "里那一项更正改写成：{日期: 2021-01-05, 编号: zj-001, ", "的“更正”中加一项：{日期: 2021-06-30, 编号: zj-001, ",
                    "里那一项更正中的“乙班组”改成“甲班组”", "里那一项更正中加：编号: zj-001",
                ].contains {
                    finding.help?.zh.contains($0) == true
                }
            })
        // Of another team's correction nothing counts.
        let other = fields.replacing("2021-01-05, ", with: "2021-01-05, 编号: zj-002, ")
        #expect(all(try site(roster, fields: other), after: text).count == 1)
    }

    @Test(
        "a correction that is not understood is told with its words, and what the help says settles it",
        arguments: [
            "原名“甲班组”，改为“甲养护班组”。", "“甲班组”有误，应为“甲养护班组”", "“甲班组”更正为“甲养护班组”", "班组名称由甲班组更正为甲养护班组。",
            "甲班组的名称写错了，正确的是甲养护班组",
        ], ["编号: zj-001, ", ""])
    func notUnderstood(_ words: String, _ id: String) throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        let item = "{日期: 2021-01-05, \(id)说明: '\(words)'}"
        let found = findings(try site(roster, fields: "更正: [\(item)]\n"), after: text)
        #expect(
            found.map(\.message.zh) == [
                "2020 年度的名单公开时，zj-001 的班组名称是“甲班组”，现在是“甲养护班组”；2021-01-05 的更正“\(words)”没有看懂，不算数。"
            ])
        #expect(found[0].message.en.hasSuffix("The correction of 2021-01-05, “\(words)”, was not understood."))
        #expect(found[0].related.contains { $0.range.file.path == "content/awards/2020/index.md" })
        for (word, help) in [("改写成：", found[0].help?.zh), (" as: ", found[0].help?.en)] {
            let help = try #require(help)
            let start = try #require(help.range(of: word)?.upperBound)
            let field = help[start...].hasPrefix("{date") ? "corrections" : "更正"
            let told = try site(roster, fields: "\(field): [\(help[start...])]\n")
            #expect(findings(told, after: text).map(\.message.zh) == [])
        }
    }

    @Test(
        "a correction whose old value is another one is told with that, and what the help says settles it",
        arguments: [
            (first.replacing("甲班组", with: "甲养护班组") + second, "班组名称由“甲巡查班组”更正为“甲养护班组”", "说原来是“甲巡查班组”", "“甲巡查班组”改成“甲班组”"),
            (
                first.replacing("浙江甲市政有限公司", with: "浙江甲路桥有限公司") + second, "企业名称由“浙江乙路桥有限公司”更正为“浙江甲路桥有限公司”",
                "说原来是“浙江乙路桥有限公司”", "“浙江乙路桥有限公司”改成“浙江甲市政有限公司”"
            ),
            (first.replacing("浙江,", with: "江苏,") + second, "省份由“上海”更正为“江苏”", "说原来是“上海”", "“上海”改成“浙江”"),
            (
                first + second.replacing("zj-002", with: "zj-020"), "编号由 zj-009 更正为 zj-020", "说原来是“zj-009”",
                "“zj-009”改成“zj-002”"
            ),
            (
                first + second + "zj-003,丙班组,浙江丙市政有限公司,浙江,self,,held,,,\n", "增补 zj-003“丁班组”（浙江丙市政有限公司）",
                "说的却是“丁班组”", "“丁班组”改成“丙班组”"
            ),
            (first, "删去 zj-002“丁班组”（浙江乙路桥有限公司）", "说的却是“丁班组”", "“丁班组”改成“乙班组”"),
        ])
    func otherOld(roster: String, words: String, told: String, advice: String) throws {
        let text = URLLedger.text(of: try site())
        let id =
            words.hasPrefix("删去")
            ? "zj-002" : words.hasPrefix("编号") ? "zj-020" : words.hasPrefix("增补") ? "zj-003" : "zj-001"
        let fields = "更正: [{日期: 2021-01-05, 编号: \(id), 说明: '\(words)'}]\n"
        let found = findings(try site(roster, fields: fields), after: text).filter { $0.rule == .changedList }
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(
            finding.message.zh.contains("；2021-01-05 的更正\(told)") && !finding.message.zh.contains("没有更正说明"),
            "\(finding.message.zh)")
        let help = try #require(finding.help?.zh)
        #expect(help.contains("请把 content/awards/2020/index.md 里那一项更正中的\(advice)"), "\(help)")
        #expect(finding.related.contains { $0.range.file.path == "content/awards/2020/index.md" })
        // What the help says, done.
        let parts = advice.split(separator: "改成").map { $0.filter { !"“”".contains($0) } }
        let mended = fields.replacing(parts[0], with: parts[1])
        #expect(findings(try site(roster, fields: mended), after: text).filter { $0.rule == .changedList } == [])
    }

    @Test("a correction about something else, or of another team, is none that was not understood")
    func ofSomethingElse() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        for item in ["编号: zj-001, 说明: 人数更正为13", "编号: zj-002, 说明: 原名甲养护班组", "说明: 文号有误"] {
            let found = findings(try site(roster, fields: "更正: [{日期: 2021-01-05, \(item)}]\n"), after: text)
            #expect(found.map(\.message.zh) == ["2020 年度的名单公开时，zj-001 的班组名称是“甲班组”，现在是“甲养护班组”，没有更正说明。"])
        }
    }

    @Test("an addition, a removal and a new id whose corrections are not understood are told with them")
    func rowsNotUnderstood() throws {
        let text = URLLedger.text(of: try site())
        let added = Self.first + Self.second + "zj-003,丙班组,浙江甲市政有限公司,浙江,self,,held,,,\n"
        let cases: [(String, String)] = [
            (added, "补上丙班组"), (Self.first, "zj-002 乙班组不再列入"),
            (Self.first + Self.second.replacing("zj-002", with: "zj-020"), "zj-002 换了编号"),
        ]
        for (roster, words) in cases {
            let fields = "更正: [{日期: 2021-01-05, 说明: \(words)}]\n"
            let found = findings(try site(roster, fields: fields), after: text).filter { $0.rule == .changedList }
            #expect(found.count == 1 && found[0].message.zh.contains("2021-01-05 的更正“\(words)”没有看懂，不算数。"), "\(words)")
            let help = try #require(found.first?.help?.zh)
            let start = try #require(help.range(of: "改写成：")?.upperBound)
            let end = help[start...].range(of: "，再写：")?.lowerBound ?? help.endIndex
            let aliases = help.contains("旧网址: [") ? try copied(found[0], after: "旧网址: [") : ""
            let told = try site(roster, fields: "更正: [\(help[start..<end])]\n" + aliases)
            #expect(findings(told, after: text).map(\.message.zh) == [], "\(words)")
        }
    }

    @Test("the latest correction of a cell counts, one ahead of the day does not, and each cell needs its own")
    func latest() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        func rules(_ corrections: [(String, String)], _ roster: String) throws -> [Rule] {
            let lines = corrections.map { "{日期: \($0.0), 编号: zj-001, 说明: '\($0.1)'}" }.joined(separator: ", ")
            return all(try site(roster, fields: "更正: [\(lines)]\n"), after: text).map(\.rule)
        }
        let once = "班组名称由“甲班组”更正为“甲养护班组”"
        #expect(try rules([("2021-06-30", once)], roster) == [])
        #expect(try rules([("2021-07-01", once)], roster) == [.changedList])
        let steps = [("2021-01-05", "班组名称由“甲班组”更正为“甲巡查班组”"), ("2021-02-05", "班组名称由“甲巡查班组”更正为“甲养护班组”")]
        #expect(try rules(steps, roster) == [])
        #expect(
            try rules(steps + [("2021-03-05", "班组名称由“甲养护班组”更正为“甲班组”")], roster) == [.correctionContradicted])
        #expect(try rules([("2021-01-05", "班组名称由“甲巡查班组”更正为“甲养护班组”")], roster) == [.changedList])
        // The province moved as well.
        let moved = roster.replacing("浙江甲市政有限公司,浙江", with: "江苏甲市政有限公司,江苏")
        let enterprise = "企业名称由“浙江甲市政有限公司”更正为“江苏甲市政有限公司”"
        #expect(try rules([("2021-01-05", once + "，" + enterprise)], moved).contains(.changedList))
        for province in ["省份由“浙江”更正为“江苏”", "the province is corrected from “Zhejiang” to “Jiangsu”"] {
            #expect(
                try !rules([("2021-01-05", [once, enterprise, province].joined(separator: "；"))], moved)
                    .contains(.changedList))
        }
    }

    @Test(
        "a team that is gone is told by a correction about its removal, the latest of it",
        arguments: [
            ([("2021-01-05", "删去 zj-002“乙班组”（浙江乙路桥有限公司），原因：误列")], true),
            ([("2021-01-05", "zj-002 “乙班组” (浙江乙路桥有限公司) is removed, because of a mistake")], true),
            ([("2021-01-05", "撤下 zj-002“乙班组”")], true),
            ([("2021-01-05", "zj-001 的人数更正为 13；zj-002“乙班组”不变")], false),
            ([("2021-01-05", "增补 zj-002“乙班组”（浙江乙路桥有限公司），依据：决定")], false),
            ([("2021-01-05", "不删去 zj-002“乙班组”")], false), ([("2021-01-05", "删去 zj-002“丙班组”")], false),
            ([("2021-01-05", "删去“乙班组”（浙江乙路桥有限公司）")], false), ([("2021-07-05", "删去 zj-002“乙班组”")], false),
            ([("2021-01-05", "删去 zj-002“乙班组”"), ("2021-02-05", "增补 zj-002“乙班组”")], false),
            ([("2021-01-05", "增补 zj-002“乙班组”"), ("2021-02-05", "删去 zj-002“乙班组”")], true),
        ] as [([(String, String)], Bool)])
    func removal(_ corrections: [(String, String)], _ isTold: Bool) throws {
        let text = URLLedger.text(of: try site())
        let lines = corrections.map { "{日期: \($0.0), 说明: '\($0.1)'}" }.joined(separator: ", ")
        let fields = "更正: [\(lines)]\n旧网址: [/awards/2020/zj-002/, /enterprises/yi/]\n"
        let found = findings(try site(Self.first, fields: fields), after: text)
        #expect(found.map(\.rule) == (isTold ? [] : [.changedList]))
    }

    @Test(
        "a withdrawal that is taken back, or gets another day, is told by a correction that says so and came later",
        arguments: [
            (PublishedListTests.first, "2021-04-01", "恢复有效，依据：决定", true),
            (PublishedListTests.first, "2021-04-01", "状态由“撤销”更正为“有效”", true),
            (PublishedListTests.first, "2021-04-01", "The title is reinstated.", true),
            (PublishedListTests.first, "2021-02-01", "恢复有效", false),
            (PublishedListTests.first, "2021-04-01", "班组人数更正为8，称号有效", false),
            (PublishedListTests.first, "2021-04-01", "撤销原因更正：有效投诉两次", false),
            (PublishedListTests.withdrawnRow("2021-05-01"), "2021-04-01", "撤销日期由“2021-03-01”更正为“2021-05-01”", true),
            (PublishedListTests.withdrawnRow("2021-05-01"), "2021-04-01", "恢复有效", true),
            (PublishedListTests.withdrawnRow("2021-05-01"), "2021-04-01", "撤销日期有误", false),
            (PublishedListTests.withdrawnRow("2021-03-15"), "2021-04-01", "恢复有效", false),
        ])
    func withdrawals(_ row: String, _ day: String, _ words: String, _ isTold: Bool) throws {
        let text = URLLedger.text(of: try site(Self.withdrawnRow("2021-03-01") + Self.second))
        let fields = "更正: [{日期: \(day), 编号: zj-001, 说明: '\(words)'}]\n"
        let found = findings(try site(row + Self.second, fields: fields), after: text)
        #expect(found.map(\.rule) == (isTold ? [] : [.changedList]))
    }

    fileprivate static func withdrawnRow(_ day: String) -> String {
        first.replacing("held,,", with: "withdrawn,\(day),顾客投诉")
    }

    @Test("the day of a withdrawal that changed is told with the line to write", arguments: [true, false])
    func withdrawalDay(isChinese: Bool) throws {
        let text = URLLedger.text(of: try site(Self.withdrawnRow("2021-03-01") + Self.second))
        let roster = Self.withdrawnRow("2021-05-01") + Self.second
        let found = findings(try site(roster), after: text)
        #expect(found.map(\.message.zh) == ["2020 年度的名单公开时，zj-001 的撤销日期是“2021-03-01”，现在是“2021-05-01”，没有更正说明。"])
        let fields = try copied(found[0], after: isChinese ? "更正: [" : "corrections: [", isChinese: isChinese)
        #expect(findings(try site(roster, fields: fields), after: text).map(\.rule) == [])
    }

    // MARK: Who recommended

    private static let associations = "- {id: jia, name: 浙江甲协会, level: provincial, province: 浙江}\n"
    private static let recommended = first.replacing("浙江,self,,", with: "浙江,recommended,浙江甲协会,")

    private func site(recommended row: String, fields: String = "", associations: String = associations) throws -> Site
    {
        try site(row + Self.second, fields: fields, ["content/associations.yaml": associations])
    }

    @Test(
        "a recommender or way of application that was changed by hand is an error at its cell, until a correction says so",
        arguments: [
            (recommended, first, "浙江甲协会", "企业自荐"), (first, recommended, "企业自荐", "浙江甲协会"),
            (recommended, recommended.replacing("甲协会", with: "乙学会"), "浙江甲协会", "浙江乙学会"),
        ], [true, false])
    func recommenders(_ rows: (String, String, String, String), isChinese: Bool) throws {
        let both = Self.associations + "- {id: yi, name: 浙江乙学会, level: provincial, province: 浙江}\n"
        let text = URLLedger.text(of: try site(recommended: rows.0, associations: both))
        #expect(findings(try site(recommended: rows.0, associations: both), after: text).map(\.rule) == [])
        let found = findings(try site(recommended: rows.1, associations: both), after: text)
        #expect(
            found.map(\.message.zh) == [
                "2020 年度的名单公开时，zj-001 的推荐单位是“\(rows.2)”，现在是“\(rows.3)”，没有更正说明。"
            ])
        #expect(found.first?.range?.file.path == "content/awards/2020/roster.csv")
        let fields = try copied(
            try #require(found.first), after: isChinese ? "更正: [" : "corrections: [", isChinese: isChinese)
        #expect(
            all(try site(recommended: rows.1, fields: fields, associations: both), after: text).map(\.message.zh) == [])
        // What was recorded first stays.
        let later = URLLedger.text(
            of: try site(recommended: rows.1, fields: fields, associations: both), after: ledger(text))
        #expect(later == text)
        // Changed back, the correction is the one that is wrong.
        #expect(
            all(try site(recommended: rows.0, fields: fields, associations: both), after: text).map(\.rule)
                == [.correctionContradicted])
    }

    @Test(
        "who recommends is corrected in the usual words",
        arguments: [
            "申报方式由“推荐”更正为“企业自荐”", "推荐单位由“浙江甲协会”更正为“自荐”", "推荐协会应为“企业自荐”",
            "the recommender is corrected from “浙江甲协会” to “self-nominated”",
        ])
    func wordsOfRecommenders(words: String) throws {
        let text = URLLedger.text(of: try site(recommended: Self.recommended))
        let fields = "更正: [{日期: 2021-01-05, 编号: zj-001, 说明: '\(words)'}]\n"
        #expect(all(try site(recommended: Self.first, fields: fields), after: text).map(\.message.zh) == [])
    }

    @Test("an association that got another name at its address is the same recommender, and old ledgers know none")
    func renamedAssociation() throws {
        let text = URLLedger.text(of: try site(recommended: Self.recommended))
        #expect(text.contains("\theld\t\t浙江甲协会\n"))
        let renamed = Self.associations.replacing("甲协会", with: "甲行业协会")
        let row = Self.recommended.replacing("甲协会", with: "甲行业协会")
        #expect(findings(try site(recommended: row, associations: renamed), after: text).map(\.message.zh) == [])
        let old = text.replacing("\theld\t\t浙江甲协会\n", with: "\theld\n").replacing("\theld\t\tself\n", with: "\theld\n")
        #expect(findings(try site(recommended: Self.first), after: old).filter { $0.rule == .changedList } == [])
        #expect(URLLedger.text(of: try site(recommended: Self.recommended), after: ledger(old)) == text)
    }

    // MARK: One wrong correction

    @Test(
        "a wrong correction is one finding, which says what is wrong with it",
        arguments: [
            (
                "编号: zj-001, 说明: 班组名称由“甲养护班组”更正为“甲班组”", Rule.correctionContradicted,
                "更正说 zj-001 的班组名称是“甲班组”，名单里却是“甲养护班组”。"
            ),
            ("编号: zj-001, 说明: 班组名称由“甲班组”更正为“甲养户班组”", .correctionContradicted, "更正说 zj-001 的班组名称是“甲养户班组”，名单里却是“甲养护班组”。"),
            ("编号: zj-002, 说明: 班组名称由“甲班组”更正为“甲养护班组”", .correctionContradicted, "更正说 zj-002 的班组名称是“甲养护班组”，名单里却是“乙班组”。"),
            (
                "说明: 班组名称由“甲班组”更正为“甲养护班组”", .changedList,
                "2020 年度的名单公开时，zj-001 的班组名称是“甲班组”，现在是“甲养护班组”；2021-01-05 的更正“班组名称由“甲班组”更正为“甲养护班组””没有写编号，看不出说的是哪一个班组，不算数。"
            ),
        ])
    func wrongCorrection(item: String, rule: Rule, message: String) throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("甲班组", with: "甲养护班组") + Self.second
        let found = all(try site(roster, fields: "更正: [{日期: 2021-01-05, \(item)}]\n"), after: text)
        #expect(found.map(\.rule) == [rule] && found.first?.message.zh == message, "\(found.map(\.message.zh))")
        if item.hasPrefix("编号: zj-002") { #expect(found.first?.help?.zh.hasPrefix("说的是 zj-001 的，请改更正的编号；") == true) }
        if item.hasPrefix("说明") { #expect(found.first?.help?.zh.contains("里那一项更正中加：编号: zj-001") == true) }
    }

    @Test(
        "a correction that is older than the list is told at its day",
        arguments: [("2020-11-01", true), ("2019-12-05", true), ("2020-11-02", false), ("2020-11-30", false)])
    func correctionBeforeTheList(day: String, isTold: Bool) throws {
        let files = [
            "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n",
            "content/awards/2020/index.md":
                "---\ntitle: 2020年度\nyear: 2020\nstatus: final\npublished: 2020-11-30\npublicity: {from: 2020-11-02, to: 2020-11-13, contact: 办公室}\ncorrections: [{date: \(day), text: 页码有误}]\n---\n",
            "content/awards/2020/roster.csv": Self.head + Self.first,
        ]
        let loaded = try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1)
        let today = try #require(CalendarDate(iso: "2021-06-30"))
        let found = SiteAssembler.assemble(
            try #require(loaded.content), options: .init(day: today, includesDrafts: false)
        ).diagnostics.filter { $0.rule == .correctionDate }
        #expect(found.map(\.range?.start.line) == (isTold ? [7] : []))
    }

    @Test("the second correction that is asked for goes into the list of the first")
    func secondLine() throws {
        let text = URLLedger.text(of: try site())
        let roster = (Self.first + Self.second).replacing("班组,", with: "养护班组,")
        let found = findings(try site(roster), after: text)
        try #require(found.count == 2)
        #expect(found[0].help?.zh.contains("写：更正: [{") == true)
        #expect(found[1].help?.zh.contains("的“更正”中加一项：{") == true)
        #expect(found[1].help?.en.contains("add to `corrections`: {") == true)
    }

    // MARK: Whole lists

    @Test("a decided list that is gone, a draft or in publicity again is one error, whatever leads on from its address")
    func wholeList() throws {
        let text = URLLedger.text(of: try site())
        let page = ["content/about.md": "---\ntitle: 关于\naliases: [/awards/2020/]\n---\n\n文字。\n"]
        let gone = findings(
            try site("", page, without: ["content/awards/2020/index.md", "content/awards/2020/roster.csv"]), after: text
        )
        #expect(gone.map(\.rule) == [.changedList] && gone[0].range?.file.path == URLLedger.path)
        #expect(gone[0].help?.zh.contains("更正") == false)
        #expect(findings(try site(status: "draft", page), after: text).map(\.rule) == [.changedList])
        let publicity = findings(try site(status: "publicity"), after: text)
        #expect(publicity.map(\.message.zh) == ["2020 年度的名单已经公布，状态不能改回公示。"])
        #expect(publicity[0].range?.file.path == "content/awards/2020/index.md")
        // The other way is the usual one, and a list in publicity was decided by nobody.
        let early = URLLedger.text(of: try site(status: "publicity"))
        #expect(findings(try site(), after: early).map(\.rule) == [])
        #expect(findings(try site(status: "draft"), after: early).map(\.rule) == [.vanishedURL])
        // A year with errors tells its own.
        let failed = ledger(text).findings(
            in: try site(status: "draft"), outlines: PageOutlines([]), failedPaths: ["content/awards/2020/index.md"])
        #expect(!failed.contains { $0.rule == .changedList })
    }

    // MARK: Corrections that the list contradicts

    @Test(
        "a list that is not as its latest correction says is an error at the correction",
        arguments: [
            ("班组名称由“甲班组”更正为“甲养护班组”", "更正说 zj-001 的班组名称是“甲养护班组”，名单里却是“甲班组”。"),
            ("企业名称由“甲公司”更正为“乙公司”", "更正说 zj-001 的企业名称是“乙公司”，名单里却是“浙江甲市政有限公司”。"),
            ("the province is corrected from “Zhejiang” to “Jiangsu”", "更正说 zj-001 的省份是“Jiangsu”，名单里却是“浙江”。"),
            ("删去“甲班组”（浙江甲市政有限公司）", "更正说 zj-001“甲班组”已经删去，名单里却还有。"),
            ("班组名称由“甲养护班组”更正为“甲班组”", nil), ("省份由“江苏”更正为“浙江省”", nil), ("班组名称不是“甲养护班组”", nil),
            ("班组名称更正为“甲 班组”", nil),
        ] as [(String, String?)])
    func contradicted(_ words: String, _ message: String?) throws {
        func found(_ date: String, _ more: String = "") throws -> [Diagnostic] {
            let fields = "更正: [{日期: \(date), 编号: zj-001, 说明: '\(words)'}\(more)]\n"
            return CorrectionCheck.findings(in: try site(fields: fields), failedPaths: [])
        }
        let first = try found("2021-01-05")
        #expect(first.map(\.message.zh) == [message].compactMap { $0 })
        #expect(first.allSatisfy { $0.range?.file.path == "content/awards/2020/index.md" })
        #expect(try found("2021-07-05").map(\.rule) == [])
        // What the help says settles it.
        guard let help = first.first?.help?.zh, let start = help.range(of: "加一项：")?.upperBound else { return }
        #expect(try found("2021-01-05", ", " + help[start...]).map(\.message.zh) == [])
    }

    @Test("a title that a correction gives back and the list has withdrawn is an error, unless it was withdrawn again")
    func reinstatedAndWithdrawn() throws {
        let fields = "更正: [{日期: 2021-04-01, 编号: zj-001, 说明: 恢复有效}]\n"
        for (day, count) in [("2021-03-01", 1), ("2021-04-01", 1), ("2021-05-01", 0)] {
            let site = try site(Self.withdrawnRow(day) + Self.second, fields: fields)
            #expect(CorrectionCheck.findings(in: site, failedPaths: []).count == count, "\(day)")
        }
    }

    @Test("an addition that is told does not tell a later removal")
    func addedThenGone() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first + Self.second + Self.third
        let fields = try copied(findings(try site(roster), after: text)[0], after: "更正: [")
        let told = try site(roster, fields: fields)
        let later = URLLedger.text(of: told, after: ledger(text))
        #expect(findings(told, after: later).map(\.rule) == [])
        let written = fields.replacing("编号: js-003, ", with: "")
        #expect(findings(try site(fields: written), after: later).map(\.rule) == [.changedList])
    }

    @Test("a list that was published without teams, or is not public at present, is not forgotten")
    func remembered() throws {
        let empty = "@list\t2020\tfinal\n"
        #expect(findings(try site(), after: empty).map(\.rule) == [.changedList, .changedList])
        let text = URLLedger.text(of: try site())
        let draft = try site(status: "draft")
        let later = URLLedger.text(of: draft, after: ledger(text))
        #expect(later.contains("@list\t2020\tfinal\t2\t2020-11-30\n@team\t2020/zj-001\t甲班组\t"))
        let grown = Self.first + Self.second + "zj-003,丙班组,浙江甲市政有限公司,浙江,self,,held,,,\n"
        #expect(findings(try site(grown), after: later).map(\.rule) == [.changedList])
    }

    @Test("a list of enterprises with errors explains names that it lacks")
    func failedEnterprises() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first + Self.second.replacing("浙江乙路桥有限公司", with: "浙江乙城建集团有限公司")
        let found = ledger(text).findings(
            in: try site(roster), outlines: PageOutlines([]), failedPaths: ["content/enterprises.yaml"])
        #expect(found.map(\.rule) == [])
    }

    // MARK: Addresses of enterprises and associations

    private static let entry = "- {id: ⟦, names: [{name: 浙江乙路桥有限公司}]}\n"

    @Test(
        "an enterprise with a new id leads on from its old address when what the finding says was done",
        arguments: [true, false])
    func newID(hasEntry: Bool) throws {
        let old = try site()
        let text = URLLedger.text(of: old)
        let roster = Self.first + Self.second.replacing(",yi\n", with: ",yi-lu-qiao\n")
        let list = hasEntry ? Self.entry.replacing("⟦", with: "yi-lu-qiao") : ""
        let files = hasEntry ? ["content/enterprises.yaml": list] : [:]
        let found = findings(try site(roster, files), after: text)
        #expect(found.map(\.rule) == [.vanishedURL])
        #expect(found[0].message.zh == "网址 /enterprises/yi/（“浙江乙路桥有限公司”的页面）公开过，现在没有了。")
        let mended: String
        if hasEntry {
            let alias = try copied(found[0], after: "旧网址: [").trimmingCharacters(in: .newlines)
            mended = list.replacing("]}", with: "], \(alias)}")
        } else {
            let help = try #require(found[0].help?.zh)
            let start = try #require(help.range(of: "- {")?.lowerBound)
            let end = try #require(help.range(of: "}，旧网址就转到")?.lowerBound)
            mended = String(help[start..<end]) + "}\n"
        }
        let site = try site(roster, ["content/enterprises.yaml": mended])
        #expect(findings(site, after: text).map(\.message.zh) == [])
        guard case .redirect(let target)? = site.routes["/enterprises/yi/"]?.kind else {
            Issue.record("leads nowhere")
            return
        }
        #expect(target == "/enterprises/yi-lu-qiao/")
        let later = URLLedger.text(of: site, after: ledger(text))
        #expect(findings(site, after: later).map(\.rule) == [])
        // Without the line the name is still known.
        #expect(
            findings(try self.site(roster), after: later).map(\.message.zh)
                == ["网址 /enterprises/yi/（“浙江乙路桥有限公司”的页面）公开过，现在没有了。"])
    }

    @Test("the page of an enterprise whose name was corrected leads to the one that its team has now")
    func correctedName() throws {
        let text = URLLedger.text(of: try site())
        let roster = Self.first.replacing("浙江甲市政有限公司", with: "浙江甲市政工程有限公司") + Self.second
        let found = findings(try site(roster), after: text)
        #expect(found.map(\.rule) == [.changedList])
        let correction = try copied(found[0], after: "更正: [")
        let half = findings(try site(roster, fields: correction), after: text)
        #expect(half.map(\.rule) == [.vanishedURL])
        let help = try #require(half.first?.help?.zh)
        let start = try #require(help.range(of: "- {")?.lowerBound)
        let end = try #require(help.range(of: "}，旧网址就转到")?.lowerBound)
        let entry = String(help[start..<end]) + "}\n"
        #expect(entry.contains("名称: \"浙江甲市政工程有限公司\""))
        let mended = try site(roster, fields: correction, ["content/enterprises.yaml": entry])
        #expect(findings(mended, after: text).map(\.message.zh) == [])
    }

    @Test("an association with a new id keeps its page and its list at the old address as well")
    func association() throws {
        let roster = Self.first + "zj-002,乙班组,浙江乙路桥有限公司,浙江,recommended,浙江样例协会,held,,,yi\n"
        func list(_ id: String, _ more: String = "") -> [String: String] {
            ["content/associations.yaml": "- {id: \(id), name: 浙江样例协会, level: provincial\(more)}\n"]
        }
        let text = URLLedger.text(of: try site(roster, list("zj")))
        let found = findings(try site(roster, list("zhejiang")), after: text)
        #expect(found.map(\.rule) == [.vanishedURL])
        #expect(
            found[0].help?.zh.contains("content/associations.yaml 中编号为 zhejiang 的一项里写“旧网址: [/associations/zj/]”")
                == true)
        for alias in ["/associations/zj/", "/associations/zj", "/associations/%7Aj/"] {
            let site = try site(roster, list("zhejiang", ", aliases: ['\(alias)']"))
            #expect(findings(site, after: text).map(\.message.zh) == [])
            guard case .file(.data(.associationCSV))? = site.routes["/associations/zj/list.csv"]?.kind else {
                Issue.record("the list is gone")
                return
            }
        }
    }
}
