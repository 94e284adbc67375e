import Foundation
import PreviewServer
import TestSupport
import Testing
import Text

@testable import Desk

@Suite("What pages of the desk read")
struct DeskReadingTests {
    @Test("the site: its name, kinds and editions, and whether anything is written")
    func site() throws {
        let value = try DeskedSite().get("site").value
        #expect(value["isReadOnly"] == .bool(false) && value["person"] == .null && value["language"] == "zh")
        #expect(value["basePath"] == "/qc/" && value["editions"]?.elements?.contains(.integer(2020)) == true)
        let kinds = (value["kinds"]?.elements ?? []).compactMap { $0["kind"]?.string }
        #expect(kinds == ["practice", "notice", "rule", "form", "page", "writeup", "edition"])
        #expect(value["editorName"] == .object([.init("codemirror", .bool(false)), .init("turndown", .bool(false))]))
        let other = try DeskedSite(isReadOnly: true).get("site").value
        #expect(other["isReadOnly"] == .bool(true) && other["id"] != value["id"] && value["id"]?.string?.count == 16)
    }

    @Test("the texts of the site, those with errors among them")
    func list() throws {
        let site = try DeskedSite()
        let all = try #require(site.get("list").value["items"]?.elements)
        let about = try #require(all.first { $0["path"] == "content/about.md" })
        #expect(about["kind"] == "page" && about["url"] == "/about/" && about["isDraft"] == .bool(false))
        let team = try #require(all.first { $0["kind"] == "writeup" })
        #expect(team["team"]?.string?.isEmpty == false && team["year"]?.integer != nil)
        let notices = try #require(site.get("list", ["kind": "notice"]).value["items"]?.elements)
        #expect(!notices.isEmpty && notices.allSatisfy { $0["kind"] == "notice" })
        let days = notices.compactMap { $0["date"]?.string }
        #expect(days == days.sorted(by: >))
        try site.write("---\ntitle: [\n---\n\n坏\n", to: "content/broken.md")
        let broken = (site.get("list").value["items"]?.elements ?? []).first { $0["path"] == "content/broken.md" }
        #expect(broken?["kind"] == "page" && (broken?["errors"]?.integer ?? 0) > 0)
    }

    @Test("a text with its fields as declared, its body, its findings and its digest")
    func document() throws {
        let site = try DeskedSite()
        try site.write(
            "---\ntitle: 申报😀通知\ndate: 2020-11-01\nkind: 通知\nedition: ２０２０\n---\n\n正文。\n",
            to: "content/notices/call-x.md")
        let value = site.get("document", ["path": "content/notices/call-x.md"]).value
        let text = try #require(value["text"]?.string)
        #expect(text == site.text("content/notices/call-x.md") && value["isEditable"] == .bool(true))
        #expect(value["kind"] == "notice" && value["encoding"] == "UTF-8" && value["url"] == "/notices/call-x/")
        let units = Array(text.utf16)
        let (start, end) = (value["body"]?["start"]?.integer ?? 0, value["body"]?["end"]?.integer ?? 0)
        #expect(String(decoding: units[start..<end], as: UTF16.self).hasSuffix("正文。\n"))
        let fields = try #require(value["fields"]?.elements)
        let keys = fields.compactMap { $0["key"]?.string }
        #expect(keys.contains("date") && keys.contains("attachments") && keys.first == "title")
        let kind = try #require(fields.first { $0["key"] == "kind" })
        #expect(kind["type"] == "choice" && kind["value"] == "call" && kind["label"] == "类别")
        #expect(fields.first { $0["key"] == "attachments" }?["type"] == "files")
        #expect(fields.first { $0["key"] == "edition" }?["type"] == "year")
        #expect(fields.first { $0["key"] == "attachments" }?["isPresent"] == .bool(false))
        // The place of a finding counts units, of which the emoji before it has two.
        let finding = try #require(value["findings"]?.elements?.first { $0["remedy"] != nil })
        let place = (finding["place"]?["start"]?.integer ?? 0)..<(finding["place"]?["end"]?.integer ?? 0)
        #expect(String(decoding: units[place], as: UTF16.self) == "２０２０")
        #expect(finding["field"] == ["edition"])
        #expect(finding["remedy"]?["edits"]?.elements?.first?["text"] == "2020")
    }

    @Test("a finding about a field names it, also inside of records")
    func fieldOfFinding() throws {
        let site = try DeskedSite()
        try site.write("---\ntitle: 通知\ndate: 2020-13-01\nkind: 通知\n---\n\n文。\n", to: "content/notices/bad-x.md")
        let findings = site.get("document", ["path": "content/notices/bad-x.md"]).value["findings"]?.elements ?? []
        #expect(findings.contains { $0["field"] == .array(["date"]) }, "\(findings)")
    }

    @Test("what is no content of the site is not there, whatever it is called")
    func paths() throws {
        let site = try DeskedSite()
        try site.write("secret", to: "content/.hidden.md")
        try site.write("secret", to: "content/.git/config")
        try site.write("secret", to: ".showcase/history/config")
        try site.write("secret", to: "../outside.md")
        try FileManager.default.createSymbolicLink(
            atPath: site.folder + "/content/link.md", withDestinationPath: site.folder + "/../outside.md")
        try FileManager.default.createSymbolicLink(
            atPath: site.folder + "/content/folder", withDestinationPath: site.folder + "/..")
        for path in [
            "", "/etc/passwd", "../outside.md", "content/../../outside.md", "content/.hidden.md", "content/.git/config",
            ".showcase/history/config", "content/link.md", "content/folder/outside.md", "content/about.md\0",
            "content//about.md", "./content/about.md", "content/about.md/", "content", "public/index.html",
            "published-urls.txt", "themes/default/theme.yaml", "content\\about.md", "content/nothing.md",
            "site.config/x",
        ] {
            let answer = site.get("document", ["path": path])
            #expect(answer.status == .notFound && answer.code == "notFound", "\(path)")
            #expect(!answer.value.text.contains("secret"), "\(path)")
            for digest in ["", String(repeating: "0", count: 64)] {
                let saved = site.post("save", ["path": .string(path), "digest": .string(digest), "text": "x"])
                #expect(saved.status != .done || path == "content/nothing.md" && digest.isEmpty, "\(path)")
            }
        }
        #expect(site.text("../outside.md") == "secret" && site.text("content/.hidden.md") == "secret")
        #expect(site.get("document", ["path": "site.config"]).status == .done)
    }

    @Test("requests that are none", arguments: ["", "nothing", "save", "try", "site/", "../site"])
    func unknown(name: String) throws {
        #expect(try DeskedSite().get(name).status == .notFound)
    }
}

@Suite("Saving on the desk")
struct DeskSavingTests {
    private static let path = "content/about.md"

    @Test("an edit of a field changes its bytes alone, and is one change in the history")
    func field() throws {
        let site = try DeskedSite()
        _ = site.post("person", ["name": "王编辑"])
        let before = site.text(Self.path)
        let (digest, _) = try site.opened(Self.path)
        let answer = site.post(
            "save",
            [
                "path": .string(Self.path), "digest": .string(digest),
                "edits": [["op": "set", "field": ["title"], "value": "关于我们"]],
            ])
        #expect(answer.status == .done, "\(answer.value.text)")
        let after = site.text(Self.path)
        #expect(after != before && after.contains("关于我们"))
        #expect(answer.value["digest"]?.string == DeskText.digest(of: Array(after.utf8)))
        #expect(answer.value["change"]?.string?.count == 40)
        let history = site.get("history", ["path": Self.path]).value["changes"]?.elements ?? []
        #expect(history.first?["person"] == "王编辑" && history.first?["origin"] == "command")
        #expect(history.first?["files"] == [["path": .string(Self.path), "what": "changed"]])
        // The answer's version goes on.
        let text = site.post(
            "save",
            [
                "path": .string(Self.path), "digest": answer.value["digest"] ?? .null,
                "text": .string(after + "\n再写。\n"),
                "sentence": "补一段",
            ])
        #expect(text.status == .done && site.text(Self.path) == after + "\n再写。\n")
        #expect(site.sentences.first == "补一段")
    }

    @Test("a save without a change writes nothing")
    func unchanged() throws {
        let site = try DeskedSite()
        let (digest, text) = try site.opened(Self.path)
        for request: JSONValue in [
            ["path": .string(Self.path), "digest": .string(digest), "text": .string(text)],
            ["path": .string(Self.path), "digest": .string(digest), "edits": []],
        ] {
            let answer = site.post("save", request)
            #expect(answer.status == .done && answer.value["change"] == .null)
        }
        #expect(site.sentences.isEmpty)
    }

    @Test("line ends and a byte order mark stay", arguments: ["\r\n", "\n"], ["\u{FEFF}", ""])
    func lineEnds(end: String, mark: String) throws {
        let site = try DeskedSite()
        let lines = ["---", "title: 关于", "---", "", "甲", "", "乙", ""]
        try site.write(mark + lines.joined(separator: end), to: Self.path)
        let (digest, text) = try site.opened(Self.path)
        #expect(text == lines.joined(separator: "\n"))
        let answer = site.post(
            "save",
            ["path": .string(Self.path), "digest": .string(digest), "text": .string(text.replacing("乙", with: "丙"))])
        #expect(answer.status == .done)
        #expect(site.text(Self.path) == mark + lines.joined(separator: end).replacing("乙", with: "丙"))
    }

    @Test("what somebody else saved is not written over: both versions are answered")
    func conflict() throws {
        let site = try DeskedSite()
        let (digest, text) = try site.opened(Self.path)
        try site.write(text + "\n别人写的。\n", to: Self.path)
        for request: JSONValue in [
            ["path": .string(Self.path), "digest": .string(digest), "text": .string(text + "\n我写的。\n")],
            [
                "path": .string(Self.path), "digest": .string(digest),
                "edits": [["op": "set", "field": ["title"], "value": "新标题"]],
            ],
        ] {
            let answer = site.post("save", request)
            #expect(answer.status == .conflict && answer.code == "conflict")
            #expect(answer.value["theirs"]?["text"] == .string(text + "\n别人写的。\n"))
            #expect(answer.value["mine"]?["text"]?.string?.contains("别人写的") == false)
            #expect(answer.value["pieces"]?.elements?.isEmpty == false)
            #expect(site.text(Self.path) == text + "\n别人写的。\n")
            // Whoever chooses theirs or mine saves over the version that was answered.
            #expect(answer.value["theirs"]?["digest"]?.string == DeskText.digest(of: site.bytes(Self.path) ?? []))
        }
        #expect(!FileManager.default.fileExists(atPath: site.folder + "/imports/not-written"))
    }

    @Test("changes that do not touch are put together as a third version")
    func merged() throws {
        let site = try DeskedSite()
        let (digest, text) = try site.opened(Self.path)
        try site.write(text + "\n别人写的。\n", to: Self.path)
        let answer = site.post(
            "save",
            [
                "path": .string(Self.path), "digest": .string(digest),
                "edits": [["op": "set", "field": ["title"], "value": "新标题"]],
            ])
        let merged = try #require(answer.value["merged"]?["text"]?.string)
        #expect(merged.contains("新标题") && merged.hasSuffix("别人写的。\n"))
        let saved = site.post(
            "save",
            [
                "path": .string(Self.path), "digest": answer.value["theirs"]?["digest"] ?? .null,
                "text": .string(merged),
            ])
        #expect(saved.status == .done && site.text(Self.path) == merged)
    }

    @Test("a version that nobody knows any more is put together with nothing")
    func unknownVersion() throws {
        let site = try DeskedSite()
        let answer = site.post(
            "save",
            ["path": .string(Self.path), "digest": .string(String(repeating: "0", count: 64)), "text": "x"])
        #expect(answer.status == .conflict && answer.value["merged"] == nil && answer.value["mine"]?["text"] == "x")
    }

    @Test("a file that was removed or made meanwhile is a conflict as well")
    func gone() throws {
        let site = try DeskedSite()
        let (digest, text) = try site.opened(Self.path)
        let made = site.post("save", ["path": .string(Self.path), "digest": "", "text": "x"])
        #expect(made.status == .conflict && site.text(Self.path) == text)
        try FileManager.default.removeItem(atPath: site.folder + "/" + Self.path)
        let removed = site.post("save", ["path": .string(Self.path), "digest": .string(digest), "text": "x"])
        #expect(removed.status == .conflict && removed.value["theirs"]?["digest"] == "")
        #expect(site.bytes(Self.path) == nil)
    }

    @Test(
        "a message that lacks something, or is none, changes nothing",
        arguments: [
            "", "{", "[]", "null", "{\"path\":\"content/about.md\"}", "{\"path\":1,\"digest\":\"\",\"text\":\"x\"}",
            "{\"path\":\"content/about.md\",\"digest\":\"\"}",
            "{\"path\":\"content/about.md\",\"digest\":0,\"text\":\"\"}",
        ])
    func malformed(message: String) throws {
        let site = try DeskedSite()
        let before = site.text(Self.path)
        let answer = site.requests.answer(
            DeskRequest(name: "save", body: .json(Array(message.utf8)), isWriting: true), state: site.session.refresh(),
            words: .zh)
        #expect(answer.status == .invalid && site.text(Self.path) == before)
    }

    @Test("nothing is written in a run that writes nothing, whatever is asked")
    func readOnly() throws {
        let site = try DeskedSite(isReadOnly: true)
        let (digest, _) = try site.opened(Self.path)
        let before = site.text(Self.path)
        for name in ["save", "try", "new", "takeback", "person", "close", "table", "upload"] {
            let answer = site.post(
                name, ["path": .string(Self.path), "digest": .string(digest), "text": "x", "name": "x", "tab": "a"])
            #expect(answer.status == .readOnly && answer.code == "readOnly", "\(name)")
        }
        #expect(site.text(Self.path) == before && !FileManager.default.fileExists(atPath: site.folder + "/.showcase"))
    }

    @Test("a save is made also where the history cannot be written, and the answer says so")
    func withoutHistory() throws {
        let site = try DeskedSite()
        try site.write("no folder", to: ".showcase/history")
        let (digest, text) = try site.opened(Self.path)
        let answer = site.post(
            "save", ["path": .string(Self.path), "digest": .string(digest), "text": .string(text + "新\n")])
        #expect(answer.status == .done && answer.value["change"] == .null, "\(answer.value.text)")
        #expect(answer.value["historyProblem"]?.string?.isEmpty == false && site.text(Self.path) == text + "新\n")
    }
}

@Suite("Trying on the desk")
struct DeskTryingTests {
    private func beside(_ site: DeskedSite, _ url: String, tab: String) -> String {
        let page = site.requests.besidePage(at: url[...], tab: tab, state: site.session.refresh())
        return String(decoding: page?.bytes ?? [], as: UTF8.self)
    }

    @Test("what is typed is on the page beside it and in the findings, and nowhere else")
    func typed() throws {
        let site = try DeskedSite()
        let path = "content/about.md"
        let (digest, text) = try site.opened(path)
        let before = site.text(path)
        let answer = site.post(
            "try",
            [
                "tab": "t1", "path": .string(path), "digest": .string(digest),
                "text": .string(text + "\n这是新写的一段，电话13800138000。\n"),
            ])
        #expect(answer.status == .done && answer.value["url"] == "/about/" && answer.value["others"] == .integer(0))
        let rules = (answer.value["findings"]?.elements ?? []).compactMap { $0["rule"]?.string }
        #expect(rules.contains { $0.hasPrefix("privacy/") })
        #expect(beside(site, "/qc/about/", tab: "t1").contains("新写的一段"))
        #expect(beside(site, "/about/", tab: "t1").contains("新写的一段"))
        #expect(!beside(site, "/about/", tab: "t2").contains("新写的一段"))
        #expect(site.text(path) == before && !FileManager.default.fileExists(atPath: site.folder + "/.showcase"))
        _ = site.post("close", ["tab": "t1"])
        #expect(!beside(site, "/about/", tab: "t1").contains("新写的一段"))
    }

    @Test("edits of fields are tried, one after another, and a page that does not exist yet is shown")
    func fields() throws {
        let site = try DeskedSite()
        let path = "content/notices/new-x.md"
        let text = "---\ntitle: 全新通知\ndate: 2020-11-01\nkind: 通知\n---\n\n正文。\n"
        let first = site.post("try", ["tab": "t", "path": .string(path), "digest": "", "text": .string(text)])
        #expect(first.status == .done && beside(site, "/notices/new-x/", tab: "t").contains("全新通知"))
        let second = site.post(
            "try",
            [
                "tab": "t", "path": .string(path), "digest": "", "text": .string(text),
                "edits": [["op": "set", "field": ["title"], "value": "改过的通知"]],
            ])
        #expect(second.value["text"]?.string?.contains("title: 改过的通知") == true)
        #expect(beside(site, "/notices/new-x/", tab: "t").contains("改过的通知"))
        #expect(site.bytes(path) == nil)
    }

    @Test("a text with errors is shown as far as it can be, with its findings")
    func broken() throws {
        let site = try DeskedSite()
        let path = "content/notices/broken-x.md"
        let text = "---\ntitle: 坏日期\ndate: 2020-99-01\nkind: 通知\n---\n\n正文还在。\n"
        let answer = site.post("try", ["tab": "t", "path": .string(path), "digest": "", "text": .string(text)])
        #expect(answer.value["findings"]?.elements?.contains { $0["severity"] == "error" } == true)
        #expect(beside(site, "/notices/broken-x/", tab: "t").contains("正文还在"))
    }

    @Test("another program's change of another file is on the page beside as well")
    func othersChange() throws {
        let site = try DeskedSite()
        let path = "content/about.md"
        let (digest, text) = try site.opened(path)
        _ = site.post(
            "try", ["tab": "t", "path": .string(path), "digest": .string(digest), "text": .string(text + "\n我写。\n")])
        let configuration = site.text("site.config")
        try site.write(configuration + "\n# 新\n", to: "site.config")
        #expect(beside(site, "/about/", tab: "t").contains("我写"))
    }

    @Test("at most eight tabs are kept, those that were used last")
    func tabs() throws {
        let site = try DeskedSite()
        let path = "content/about.md"
        let (digest, text) = try site.opened(path)
        for number in 0..<10 {
            _ = site.post(
                "try",
                [
                    "tab": .string("t\(number)"), "path": .string(path), "digest": .string(digest),
                    "text": .string(text + "\n第\(number)段。\n"),
                ])
        }
        #expect(site.requests.tabs["t0"] == nil && site.requests.tabs["t1"] == nil && site.requests.tabs["t2"] != nil)
        #expect(beside(site, "/about/", tab: "t9").contains("第9段"))
    }

    @Test("no script of the page runs beside a text, and one of the desk does")
    func scripts() throws {
        let page =
            "<head><script>a</script></head><body><p>甲</p><script src=\"/x.js\"></script>\n<script type=\"module\">b</script></body>"
        let content = BesidePage(Array(page.utf8)).content
        let text = String(decoding: content.bytes, as: UTF8.self)
        #expect(
            text.components(separatedBy: "<script").count == 2 && text.contains("src=\"/_showcase/desk/beside.js\""))
        let nonce = try #require(text.firstMatch(of: /nonce="([A-Za-z0-9]{24})"/)?.1)
        #expect(content.policy?.contains("script-src 'nonce-\(nonce)'") == true)
        #expect(content.policy?.contains("frame-ancestors 'self'") == true)
        let unended = BesidePage(Array("<p>乙<script>".utf8)).content
        #expect(String(decoding: unended.bytes, as: UTF8.self).hasPrefix("<p>乙"))
    }
}

@Suite("Beginning texts on the desk")
struct DeskNewTests {
    @Test("a title is enough: the address is made of it, with a number where it is taken")
    func title() throws {
        let site = try DeskedSite()
        let request: JSONValue = ["kind": "notice", "title": "关于申报的通知"]
        let paths = (0..<3).map { _ in site.post("new", request).value["path"]?.string }
        #expect(
            paths == [
                "content/notices/guan-yu-shen-bao-de-tong-zhi.md", "content/notices/guan-yu-shen-bao-de-tong-zhi-2.md",
                "content/notices/guan-yu-shen-bao-de-tong-zhi-3.md",
            ])
        #expect(site.text(paths[0] ?? "").contains("关于申报的通知"))
        #expect(site.sentences.first == "新建通知公告“关于申报的通知”")
        let opened = site.get("document", ["path": paths[0] ?? ""]).value
        #expect(opened["isDraft"] == .bool(true) && opened["isEditable"] == .bool(true))
    }

    @Test("an address that is taken or cannot be one is refused with a proposal")
    func id() throws {
        let site = try DeskedSite()
        #expect(site.post("new", ["kind": "page", "title": "甲", "id": "jia"]).value["path"] == "content/jia.md")
        let taken = site.post("new", ["kind": "page", "title": "甲", "id": "jia"])
        #expect(taken.status == .invalid && taken.value["id"] == "jia-2")
        for id in ["../x", "A", "a/b", "甲", ".x"] {
            #expect(site.post("new", ["kind": "page", "title": "乙", "id": .string(id)]).status == .invalid, "\(id)")
        }
        #expect(site.post("new", ["kind": "page", "title": " 　"]).status == .invalid)
        #expect(site.post("new", ["kind": "nothing", "title": "x"]).status == .invalid)
        #expect(site.post("new", ["kind": "page", "title": "！？"]).value["path"] == "content/page.md")
    }

    @Test("an edition, a write-up and a form")
    func others() throws {
        let site = try DeskedSite()
        #expect(
            site.post("new", ["kind": "edition", "title": "", "year": 2031]).value["path"]
                == "content/awards/2031/index.md")
        #expect(site.bytes("content/awards/2031/roster.csv") != nil)
        #expect(site.post("new", ["kind": "edition", "year": 2031]).status == .invalid)
        #expect(site.post("new", ["kind": "edition", "title": "x"]).status == .invalid)
        let writeUp = site.post("new", ["kind": "writeup", "year": 2031, "id": "zj-001", "title": "甲班组"])
        #expect(writeUp.value["path"] == "content/awards/2031/zj-001/index.md")
        #expect(site.post("new", ["kind": "writeup", "year": 2031, "id": "zj-001", "title": "甲"]).status == .invalid)
        let form = site.post("new", ["kind": "form", "title": "推荐表"])
        #expect(form.value["path"] == "content/forms/tui-jian-biao/index.md")
        #expect(site.bytes("content/forms/tui-jian-biao/form.yaml") != nil)
    }
}

@Suite("The history on the desk")
struct DeskHistoryTests {
    private func site() throws -> (DeskedSite, [String]) {
        let site = try DeskedSite()
        let path = "content/about.md"
        var ids: [String] = []
        for number in 1...3 {
            let (digest, text) = try site.opened(path)
            let answer = site.post(
                "save",
                [
                    "path": .string(path), "digest": .string(digest), "text": .string(text + "\n第\(number)段。\n"),
                    "sentence": .string("第 \(number) 次"),
                ])
            ids.append(try #require(answer.value["change"]?.string))
        }
        return (site, ids)
    }

    @Test("changes are listed a page at a time, and each says its words")
    func pages() throws {
        let (site, ids) = try site()
        let first = site.get("history", ["limit": "2"]).value
        #expect(first["changes"]?.elements?.compactMap { $0["id"]?.string } == [ids[2], ids[1]])
        #expect(first["more"] == .bool(true))
        let rest = site.get("history", ["limit": "2", "before": ids[1]]).value
        #expect(rest["changes"]?.elements?.compactMap { $0["sentence"]?.string } == ["第 1 次", "开始记录"])
        #expect(rest["more"] == .bool(false))
        let change = site.get("change", ["id": ids[2]]).value
        let pieces = change["differences"]?.elements?.first?["pieces"]?.elements ?? []
        #expect(pieces.contains { $0["what"] == "added" && $0["text"]?.string?.contains("第3段") == true }, "\(pieces)")
        #expect(site.get("change", ["id": String(repeating: "0", count: 40)]).status == .notFound)
        #expect(site.get("change", ["id": "../x"]).status == .notFound)
    }

    @Test("a change is taken back after it was tried, and the list says so")
    func takeBack() throws {
        let (site, ids) = try site()
        let before = site.text("content/about.md")
        let trial = site.post("takeback", ["change": .string(ids[2]), "isTrial": .bool(true)]).value
        #expect(trial["sentence"] == "撤回：第 3 次" && trial["files"]?.elements?.count == 1)
        #expect(site.text("content/about.md") == before)
        let done = site.post("takeback", ["change": .string(ids[2])])
        #expect(done.status == .done && !site.text("content/about.md").contains("第3段"))
        let changes = site.get("history").value["changes"]?.elements ?? []
        #expect(changes.first { $0["id"] == .string(ids[2]) }?["isTakenBack"] == .bool(true))
        #expect(changes.first?["isTakenBack"] == .bool(false) && changes.first?["origin"] == "undo")
        #expect(site.post("takeback", ["change": .string(ids[0])]).status == .conflict)
    }

    @Test("a file and the whole site are put back as after a change")
    func putBack() throws {
        let (site, ids) = try site()
        try site.write("---\ntitle: 另\n---\n\n文。\n", to: "content/other.md")
        #expect(site.post("takeback", ["path": "content/about.md", "at": .string(ids[0])]).status == .done)
        #expect(site.text("content/about.md").contains("第1段") && !site.text("content/about.md").contains("第2段"))
        #expect(site.bytes("content/other.md") != nil)
        #expect(site.post("takeback", ["all": .bool(true), "at": .string(ids[2])]).status == .done)
        #expect(site.text("content/about.md").contains("第3段") && site.bytes("content/other.md") == nil)
        for request: JSONValue in [
            ["path": "../x", "at": .string(ids[0])], ["path": ".showcase/history/config", "at": .string(ids[0])],
            ["at": .string(ids[0])], [:], ["all": .bool(true)],
        ] {
            #expect(site.post("takeback", request).status != .done)
        }
    }

    @Test("without a history the list is empty")
    func empty() throws {
        let value = try DeskedSite().get("history").value
        #expect(value["changes"] == [] && value["more"] == .bool(false))
    }

    @Test("a name is kept, and one that is none is refused", arguments: ["王编辑", "Anna Li"], ["", "<x>", "🙂"])
    func person(name: String, none: String) throws {
        let site = try DeskedSite()
        #expect(site.post("person", ["name": .string(name)]).value["person"] == .string(name))
        #expect(site.get("site").value["person"] == .string(name))
        #expect(site.post("person", ["name": .string(none)]).status == .invalid)
    }
}

@Suite("Screens of the desk")
struct DeskScreenTests {
    @Test(
        "each has its address, with and without a slash",
        arguments: [
            ("", "today"), ("content", "content"), ("content/", "content"), ("edit", "edit"), ("list/", "list"),
            ("history", "history"),
        ])
    func addresses(path: String, screen: String) { #expect(DeskScreen(path: path[...])?.rawValue == screen) }

    @Test("nothing else is one", arguments: ["today", "check/", "site", "edit//", "api/site", "open", "/"])
    func others(path: String) { #expect(DeskScreen(path: path[...]) == nil) }

    @Test("a screen brings the run's token where something is written, and a policy that lets nothing else in")
    func shell() {
        for token in ["token-1", nil] {
            let content = DeskShell(screen: .edit, words: .zh, token: token, eventID: "7").content
            let text = String(decoding: content.bytes, as: UTF8.self)
            #expect(text.contains("<meta name=\"showcase-token\" content=\"token-1\">") == (token != nil))
            #expect(
                text.contains("lang=\"zh-CN\"") && text.contains("data-screen=\"edit\"")
                    && text.contains("content=\"7\""))
            #expect(text.contains("<noscript>") && !text.contains("panel.js"))
            #expect(content.policy?.contains("frame-ancestors 'none'") == true)
            #expect(content.policy?.contains("unsafe") == false)
        }
    }

    @Test("files of other projects are those of a list, and no others")
    func vendors() {
        let files = VendorFiles { path, _ in Array(path.utf8) }
        #expect(
            files.file(named: "vendor/turndown/turndown.es.js")?.bytes
                == Array("usr/share/nodejs/turndown/lib/turndown.es.js".utf8))
        #expect(files.file(named: "vendor/codemirror/lib/codemirror.css")?.mediaType == "text/css; charset=utf-8")
        for name in [
            "vendor/", "vendor/../../etc/passwd", "vendor/codemirror/LICENSE", "codemirror/lib/codemirror.js",
            "vendor//turndown/turndown.es.js", "vendor/turndown/package.json",
        ] {
            #expect(files.file(named: name[...]) == nil, "\(name)")
        }
        #expect(VendorFiles { _, _ in nil }.hasCodeMirror == false)
    }
}
