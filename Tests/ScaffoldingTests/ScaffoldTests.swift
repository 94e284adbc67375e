import Content
import Fields
import Forms
import Foundation
import Testing
import Values

@testable import Scaffolding

@Suite("Beginnings of content")
struct ScaffoldTests {
    private static let today = CalendarDate(year: 2022, month: 3, day: 1)

    private func scaffold(_ language: SiteLanguage) throws -> Scaffold {
        Scaffold(language: language, today: try #require(Self.today))
    }

    private func content(_ files: [Scaffold.File]) throws -> SiteLoader.Result {
        try SiteLoader.load(
            .memory(Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })), jobs: 1)
    }

    /// Every kind with its fields.
    private func all(_ language: SiteLanguage) throws -> [(file: Scaffold.File, schema: ContentSchema)] {
        let scaffold = try scaffold(language)
        let site = SampleSite(language: language, today: try #require(Self.today))
        return [
            (scaffold.edition(year: 2022, honor: "样例")[0], ContentSchema.edition),
            (scaffold.writeUp(year: 2022, id: "zj-001", title: "样例", hasFolder: false), ContentSchema.writeUp),
            (scaffold.document(.practice, slug: "a", title: "样例: 一"), DocumentKind.practice.declaration.schema),
            (scaffold.document(.notice, slug: "b", title: "样例"), DocumentKind.notice.declaration.schema),
            (scaffold.document(.rule, slug: "c", title: "样例"), DocumentKind.rule.declaration.schema),
            (scaffold.form(slug: "d", title: "样例")[0], DocumentKind.form.declaration.schema),
            (scaffold.form(slug: "d", title: "样例")[1], ContentSchema.formDefinition),
            (try #require(site.files.first { $0.path == "site.config" }), ContentSchema.configuration),
        ]
    }

    @Test("every field of every kind is there once, at every depth", arguments: SiteLanguage.allCases)
    func complete(language: SiteLanguage) throws {
        for (file, schema) in try all(language) {
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map { line in
                line.drop { "# -".contains($0) }
            }
            func check(_ schema: ContentSchema) {
                for field in schema.fields {
                    let name = language == .chinese ? field.chinese : field.english
                    #expect(lines.contains { $0.hasPrefix(name + ":") }, "\(file.path): \(name)")
                    switch field.type {
                    case .object(let inner), .list(.object(let inner)): check(inner)
                    default: break
                    }
                }
            }
            check(schema)
        }
    }

    @Test("as they are they have no errors", arguments: SiteLanguage.allCases)
    func clean(language: SiteLanguage) throws {
        let site = SampleSite(language: language, today: try #require(Self.today))
        var files = site.files.filter { !$0.path.hasPrefix(".") }
        files += try all(language).dropLast().map(\.file)
        files.append(
            try scaffold(language).roster(
                year: 2022,
                rows: [[.id: "zj-001", .team: "甲班", .enterprise: "浙江公司", .province: "浙江", .mode: "self"]]))
        let loaded = try content(files)
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { ($0.range?.file.path ?? "", $0.message.en) })")
        #expect(loaded.content?.editions.count == 2)
        let forms = loaded.content?.documents[.form].compactMap { $0.definition?.value } ?? []
        #expect(forms.map(\.id).sorted() == ["application-form", "d"])
        for form in forms {
            #expect(Set(form.fields.compactMap(\.destination)) == Set(FormField.Destination.allCases))
        }
        #expect(loaded.content?.documents[.practice].contains { $0.page.title.value == "样例: 一" } == true)
    }

    @Test("with every # taken away all fields are of their types", arguments: SiteLanguage.allCases)
    func uncommented(language: SiteLanguage) throws {
        let site = SampleSite(language: language, today: try #require(Self.today))
        for (file, _) in try all(language) {
            let text = String(decoding: file.bytes, as: UTF8.self)
            // Explanations have one space behind their #.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                let indent = line.prefix { $0 == " " }
                let rest = line.dropFirst(indent.count)
                let isField = rest.hasPrefix("#") && (!rest.hasPrefix("# ") || rest.hasPrefix("#  "))
                return isField ? String(indent + rest.dropFirst()) : String(line)
            }
            // A definition is read beside its page.
            let files =
                site.files.filter { $0.path != file.path && !$0.path.hasPrefix(".") }
                + (file.path.hasSuffix("form.yaml") ? [try scaffold(language).form(slug: "d", title: "样例")[0]] : [])
            let loaded = try content(files + [Scaffold.File(file.path, lines.joined(separator: "\n"))])
            let wrong = loaded.diagnostics.filter { finding in
                finding.range?.file.path == file.path && finding.severity == .error
                    && (finding.rule.group == "config"
                        || ["meta/unknown-field", "meta/type", "meta/syntax", "yaml/syntax", "meta/duplicate-field"]
                            .contains(finding.rule.name))
            }
            #expect(
                wrong.isEmpty,
                "\(file.path): \(wrong.map { "\($0.range?.start.line ?? 0) \($0.rule.name) \($0.message.en)" })")
        }
    }

    @Test("a new edition takes settings over, never results")
    func likeAnOlder() throws {
        let older = """
            ---
            year: 2021
            title: 2021年度名单
            status: final
            published: 2021-12-01
            document: 样例〔2021〕1号
            deadline: 2021-07-31
            publicity: {from: 2021-11-01, to: 2021-11-07, contact: 某办公室}
            exchange: {date: 2021-10-10, place: 某地, form: 分组交流}
            announced: {total: 12}
            ---

            旧文字
            """
        let site = SampleSite(language: .chinese, today: try #require(Self.today))
        let files = site.files.filter { !$0.path.contains("awards") }
        let loaded = try content(
            files.filter { !$0.path.hasPrefix(".") } + [Scaffold.File("content/awards/2021/index.md", older)])
        let entry = try #require(loaded.content?.editions.first)
        let new = try scaffold(.chinese).edition(year: 2022, honor: "样例", like: entry)
        let text = String(decoding: new[0].bytes, as: UTF8.self)
        for line in ["标题: 2022年度名单", "状态: 草稿", "申报截止: 2022-07-31", "形式: 分组交流"] {
            #expect(text.contains("\n\(line)") || text.contains("  \(line)"))
        }
        #expect(text.contains("受理部门: 某办公室"))
        for word in ["〔2021〕", "旧文字", "2021-12", "某地", "2021-11"] { #expect(!text.contains(word)) }
        #expect(text.contains("#公布数:"))
    }

    @Test("texts that mean something in YAML are quoted")
    func quoting() {
        #expect(YAMLText.quoted("甲：乙") == "甲：乙")
        #expect(YAMLText.quoted("a: b \"c\"") == "\"a: b \\\"c\\\"\"")
        for text in ["2022", "yes", "", "- a", "#x"] { #expect(YAMLText.quoted(text).hasPrefix("\"")) }
    }

    @Test(
        "a new site begins with the words of the trade that this repository's site has, and they are read without a finding"
    )
    func synonyms() throws {
        func files(_ language: SiteLanguage) throws -> [Scaffold.File] {
            SampleSite(language: language, today: try #require(Self.today)).files.filter { !$0.path.hasPrefix(".") }
        }
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content/synonyms.yaml")
        let own = try Data(contentsOf: path)
        #expect(try files(.chinese).first { $0.path == "content/synonyms.yaml" }?.bytes == [UInt8](own))
        for (language, least) in [(SiteLanguage.chinese, 60), (.english, 8)] {
            let loaded = try content(try files(language))
            #expect(loaded.diagnostics.allSatisfy { $0.range?.file.path != "content/synonyms.yaml" })
            #expect((loaded.content?.synonyms.count ?? 0) >= least)
        }
    }
}
