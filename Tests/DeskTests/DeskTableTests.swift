import FileSystem
import Foundation
import PreviewServer
import TestSupport
import Testing
import Text
import Values

@testable import Desk

@Suite("Tables on the desk")
struct DeskTableTests {
    private static let roster = "content/awards/2020/roster.csv"

    private func cells(_ value: JSONValue?) -> [[String]] {
        (value?["rows"]?.elements ?? []).map { ($0["cells"]?.elements ?? []).compactMap(\.string) }
    }

    private func keys(_ value: JSONValue?) -> [String] {
        (value?["columns"]?.elements ?? []).compactMap { $0["key"]?.string }
    }

    @Test("a year's roster comes as rows of cells, with the columns that rosters can have beside its own")
    func reading() throws {
        let site = try DeskedSite()
        let value = site.get("roster", ["year": "2020"]).value
        #expect(value["path"]?.string == Self.roster && value["year"] == .integer(2020))
        #expect(value["isEditable"] == .bool(true))
        let keys = keys(value)
        #expect(keys.contains("team") && keys.contains("withdrawn_on") && Set(keys).count == keys.count)
        let team = try #require(keys.firstIndex(of: "team"))
        #expect(cells(value).map { $0[team] }.contains("丙班组"))
        let columns = value["columns"]?.elements ?? []
        #expect(columns[team]["label"] == "班组名称" && columns[team]["isRequired"] == .bool(true))
        let mode = columns.first { $0["key"] == "mode" }
        #expect(mode?["type"] == "choice" && mode?["choices"]?.elements?.count == 2)
        #expect(site.get("roster", ["year": "1999"]).status == .notFound)
        #expect(site.get("roster", ["year": "../x"]).status == .invalid)
    }

    @Test("associations and enterprises are tables as well; what is none is not shown as one")
    func records() throws {
        let site = try DeskedSite()
        let value = site.get("table", ["path": "content/associations.yaml"]).value
        #expect(keys(value).prefix(3) == ["id", "name", "level"])
        #expect(!cells(value).isEmpty)
        let text = site.get("table", ["path": "content/about.md"]).value
        #expect(text["isEditable"] == .bool(false) && cells(text).isEmpty)
        try site.write("- id: [\n", to: "content/enterprises.yaml")
        let broken = site.get("table", ["path": "content/enterprises.yaml"]).value
        #expect(broken["isEditable"] == .bool(false) && broken["why"]?.string?.isEmpty == false)
    }

    @Test("edits of cells are tried without writing, and saved as one change that leaves other lines as they are")
    func saving() throws {
        let site = try DeskedSite()
        let opened = site.get("roster", ["year": "2020"]).value
        let digest = try #require(opened["digest"]?.string)
        let before = site.text(Self.roster)
        let keys = keys(opened)
        let rows = cells(opened)
        let team = try #require(keys.firstIndex(of: "team"))
        let row = try #require(rows.firstIndex { $0[team] == "丙班组" })
        let edits: JSONValue = .array([
            .object([
                .init("op", "cell"), .init("row", .integer(row)), .init("column", "team"), .init("value", "（公示中）"),
            ])
        ])
        let tried = site.post(
            "try", ["tab": "t", "path": .string(Self.roster), "digest": .string(digest), "edits": edits, "text": .null])
        #expect(tried.status == .done && site.text(Self.roster) == before)
        let finding = try #require(tried.value["findings"]?.elements?.first { $0["rule"] == "roster/name" })
        #expect(finding["row"] == .integer(row) && finding["column"] == "team")

        let good: JSONValue = .array([
            .object([
                .init("op", "cell"), .init("row", .integer(row)), .init("column", "team"), .init("value", "丙养护班组"),
            ])
        ])
        let saved = site.post("table", ["path": .string(Self.roster), "digest": .string(digest), "edits": good])
        #expect(saved.status == .done && saved.value["change"]?.string != nil)
        #expect(site.text(Self.roster) == before.replacingOccurrences(of: "丙班组", with: "丙养护班组"))
        #expect(cells(saved.value)[row][team] == "丙养护班组")
        #expect(site.sentences.first == "修改2020年度名单")

        // Somebody else's version is not written over.
        let late = site.post("table", ["path": .string(Self.roster), "digest": .string(digest), "edits": edits])
        #expect(late.status == .conflict && late.value["theirs"]?["digest"] != nil)
    }

    @Test("a year without a list has an empty one, which is made when it is saved")
    func missingRoster() throws {
        let site = try DeskedSite()
        try FileManager.default.removeItem(atPath: site.folder + "/" + Self.roster)
        let value = site.get("roster", ["year": "2020"]).value
        #expect(cells(value).isEmpty && value["digest"] == "" && value["isEditable"] == .bool(true))
        let row = keys(value).map { JSONValue.string(["id": "zj-001", "team": "甲养护班组"][$0] ?? "") }
        let edit: JSONValue = ["op": "addRow", "at": .integer(0), "cells": .array(row)]
        let saved = site.post("table", ["path": .string(Self.roster), "digest": "", "edits": [edit]])
        #expect(saved.status == .done, "\(saved.value.text)")
        #expect(site.text(Self.roster).contains("甲养护班组") && cells(saved.value).count == 1)
    }

    @Test("a table is no place for edits of another kind, and rows that are not there are refused")
    func refused() throws {
        let site = try DeskedSite()
        let digest = try #require(site.get("roster", ["year": "2020"]).value["digest"])
        let before = site.text(Self.roster)
        for edit: JSONValue in [
            ["op": "cell", "row": .integer(999), "column": "team", "value": "x"],
            ["op": "cell", "row": .integer(0), "column": "no-such-column", "value": "x"],
            ["op": "set", "field": ["title"], "value": "x"], ["op": "removeRow", "row": .integer(-1)],
        ] {
            let answer = site.post("table", ["path": .string(Self.roster), "digest": digest, "edits": [edit]])
            #expect(answer.status == .invalid, "\(edit.text)")
        }
        #expect(site.text(Self.roster) == before)
    }

    @Test(
        "an association that a list names and nobody has listed is added in one step, as far as its name says what it is",
        arguments: [
            ("黑龙江省市政行业协会", "省级", "黑龙江"), ("大庆市市政行业协会", "市级", "黑龙江"),
            ("中国市政工程协会", "全国", ""),
        ])
    func association(name: String, level: String, province: String) throws {
        let site = try DeskedSite()
        let digest = try named(name, in: site)
        let value = site.get("roster", ["year": "2020"]).value
        let finding = try #require(
            value["findings"]?.elements?.first { $0["remedy"]?["label"]?.string?.contains(name) == true })
        #expect(finding["column"] == "recommender")
        let start = finding["place"]?["start"] ?? .null
        let fixed = site.post(
            "fix",
            [
                "path": .string(Self.roster), "digest": .string(digest),
                "finding": ["rule": finding["rule"] ?? .null, "start": start],
            ])
        #expect(fixed.status == .done, "\(fixed.value.text)")
        let table = site.get("table", ["path": "content/associations.yaml"]).value
        let row = try #require(cells(table).last)
        let keys = keys(table)
        func cell(_ key: String) -> String { keys.firstIndex(of: key).map { row[$0] } ?? "-" }
        #expect([cell("name"), cell("level"), cell("province")] == [name, level, province])
        #expect(!cell("id").isEmpty)
    }

    @Test(
        "an association whose name says neither province nor level is left to a person",
        arguments: ["市政行业联合会", "宁波市政公用行业协会"])
    func unclearAssociation(name: String) throws {
        let site = try DeskedSite()
        _ = try named(name, in: site)
        let findings = site.get("roster", ["year": "2020"]).value["findings"]?.elements ?? []
        let finding = findings.first { $0["message"]?.string?.contains(name) == true }
        #expect(finding != nil && finding?["remedy"] == nil)
    }

    /// Writes a recommender into the first row; returns the roster's digest.
    private func named(_ recommender: String, in site: DeskedSite) throws -> String {
        let digest = try #require(site.get("roster", ["year": "2020"]).value["digest"])
        func cell(_ column: String, _ value: String) -> JSONValue {
            ["op": "cell", "row": .integer(0), "column": .string(column), "value": .string(value)]
        }
        let saved = site.post(
            "table",
            [
                "path": .string(Self.roster), "digest": digest,
                "edits": [cell("mode", "recommended"), cell("recommender", recommender)],
            ])
        return try #require(saved.value["digest"]?.string)
    }
}

@Suite("What else pages of the desk ask for")
struct DeskHelpTests {
    @Test("a team is found by its name, its enterprise, its id and pinyin", arguments: ["丙", "2020", "bing"])
    func references(question: String) throws {
        let items = try DeskedSite().get("references", ["kind": "team", "q": question]).value["items"]?.elements ?? []
        #expect(items.contains { $0["label"]?.string?.contains("丙") == true }, "\(items)")
        #expect(items.allSatisfy { $0["value"]?.string?.hasPrefix("20") == true })
    }

    @Test("a kind that nothing refers to is refused")
    func otherReferences() throws {
        #expect(try DeskedSite().get("references", ["kind": "secret"]).status == .invalid)
    }

    @Test("the headings and articles of a text can be linked to")
    func anchors() throws {
        let site = try DeskedSite()
        let items = site.get("anchors", ["path": "content/rules/measures.md"]).value["items"]?.elements ?? []
        #expect(items.contains { $0["text"] == "总则" } && items.contains { $0["text"] == "第 3 条" }, "\(items)")
        #expect(site.get("anchors", ["path": "content/nothing.md"]).status == .notFound)
    }

    @Test("today says what is wrong, what is a draft, and which steps of the year are left")
    func today() throws {
        let site = try DeskedSite()
        try site.write("---\ntitle: 坏的\ndate: 2020-13-01\nkind: 通知\n---\n\n文。\n", to: "content/notices/bad-x.md")
        try site.write(
            "---\ntitle: 没写完\ndate: 2020-11-01\nkind: 通知\ndraft: true\n---\n\n文。\n", to: "content/notices/draft-x.md")
        let value = site.get("today").value
        let todos = value["todos"]?.elements ?? []
        #expect(todos.first?["urgency"] == .integer(1))
        #expect(
            todos.contains { $0["link"]?["href"]?.string == "/_showcase/edit?path=content/notices/bad-x.md" },
            "\(todos)")
        #expect(todos.contains { $0["text"] == "“没写完”还是草稿" })
        #expect((value["findings"]?["errors"]?.integer ?? 0) > 0 && value["isBeginning"] == .bool(false))
        #expect(value["steps"]?.elements?.isEmpty == false)
    }

    @Test("a site without any list is led through its beginning")
    func beginning() throws {
        let site = try DeskedSite()
        for year in try FileManager.default.contentsOfDirectory(atPath: site.folder + "/content/awards") {
            try FileManager.default.removeItem(atPath: site.folder + "/content/awards/" + year)
        }
        let value = site.get("today").value
        #expect(value["isBeginning"] == .bool(true) && value["steps"]?.elements?.count == 5)
    }

    @Test("drafts are published as one change, and those with errors are not")
    func publishing() throws {
        let site = try DeskedSite()
        func draft(_ name: String, _ day: String) throws -> (path: String, digest: String) {
            let path = "content/notices/\(name).md"
            try site.write(
                "---\ntitle: 通知\(name)\ndate: \(day)\nkind: 通知\ndraft: true # 先不发\n---\n\n文。\n", to: path)
            return (path, try site.opened(path).digest)
        }
        let (good, bad) = (try draft("good-x", "2020-11-01"), try draft("bad-x", "2020-13-01"))
        let answer = site.post(
            "publish",
            [
                "paths": [.string(good.path), .string(bad.path)],
                "digests": [.string(good.digest), .string(bad.digest)],
            ])
        let results = answer.value["results"]?.elements ?? []
        #expect(results.map { $0["isDone"] } == [.bool(true), .bool(false)], "\(answer.value.text)")
        #expect(!site.text(good.path).contains("draft") && site.text(bad.path).contains("draft: true"))
        #expect(site.sentences.first == "发布“通知good-x”")
        let year = try site.opened("content/awards/2020/index.md").digest
        let edition = site.post(
            "publish", ["paths": ["content/awards/2020/index.md"], "digests": [.string(year)]])
        #expect(
            edition.value["results"]?.elements?.first?["isDone"] == .bool(false) && edition.value["change"] == .null)
        let again = site.post("publish", ["paths": [.string(good.path)], "digests": [.string(good.digest)]])
        #expect(again.value["results"]?.elements?.first?["isDone"] == .bool(false))
    }

    private func upload(_ bytes: [UInt8], _ name: String, to folder: String, in site: DeskedSite) throws -> DeskAnswer {
        let file = try UploadFile(of: SiteFolder(site.folder))
        try file.append(bytes)
        return site.requests.answer(
            DeskRequest(
                name: "upload", parameters: ["path": folder, "name": name], body: .upload(file), isWriting: true),
            state: site.session.refresh(), words: .zh)
    }

    /// A grey picture of one point.
    private static let picture = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
            ?? Data())

    @Test("a photo goes beside its text under a name that can stand in addresses, twice the same one once")
    func photo() throws {
        let site = try DeskedSite()
        let answer = try upload(Self.picture, "现场 照片.PNG", to: "content/notices", in: site)
        let name = try #require(answer.value["name"]?.string, "\(answer.value.text)")
        #expect(name == "xian-chang-zhao-pian.png" && answer.value["dropped"]?.elements?.isEmpty == false)
        #expect(site.bytes("content/notices/" + name) == Self.picture)
        #expect(try upload(Self.picture, "现场 照片.png", to: "content/notices", in: site).value["name"]?.string == name)
        let other = try upload(Self.picture + [0], "现场 照片.png", to: "content/notices", in: site)
        #expect(other.value["name"] == "xian-chang-zhao-pian-2.png", "\(other.value.text)")
    }

    @Test("a photo that is cut off is refused, with the reason")
    func damagedPhoto() throws {
        let site = try DeskedSite()
        let answer = try upload(Array(Self.picture.prefix(45)), "cut.png", to: "content/notices", in: site)
        #expect(answer.status == .invalid && answer.value["error"]?["message"]?.string?.contains("损坏") == true)
        #expect(site.bytes("content/notices/cut.png") == nil)
    }

    @Test(
        "what is no attachment, and what would lie elsewhere, does not come in",
        arguments: [
            ("a.php", "content/notices", "<?php"), ("a.html", "content/notices", "<script>"),
            ("noending", "content/notices", "x"),
            ("a.docx", "content/notices", "not a document"),
            ("a.png", "content/../..", "x"),
            ("a.png", ".showcase", "x"), ("a.png", "content/.git", "x"), ("a.png", "themes/default", "x"),
        ])
    func refusedUploads(name: String, folder: String, text: String) throws {
        let site = try DeskedSite()
        let answer = try upload(Array(text.utf8), name, to: folder, in: site)
        #expect(answer.status == .invalid, "\(answer.value.text)")
        #expect(!FileManager.default.fileExists(atPath: site.folder + "/" + folder + "/" + name))
    }
}
