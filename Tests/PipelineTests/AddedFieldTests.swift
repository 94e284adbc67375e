import Diagnostics
import Rules
import SiteModel
import Testing
import Text

@testable import Content
@testable import Fields
@testable import Importing
@testable import OpenData
@testable import Scaffolding
@testable import Search
@testable import Theming
@testable import Values

/// What `docs/architecture.md` promises of a new field: it is declared, and everything else follows. The declaration here is
/// one that the program does not have; each part that goes over declarations is given it.
@Suite("A field that is declared")
struct AddedFieldTests {
    private static let budget = FieldKey.integer(
        "budget", "预算", 0...1_000_000, label: "label_budget", isListed: true, zh: "投入的万元数。",
        en: "Spent, in 10,000 yuan.")
    private static let sponsor = FieldKey.text(
        "sponsor", "资助单位", label: "label_sponsor", isListed: true, zh: "资助的单位。", en: "Who pays.")
    private static let fields = WriteUpFields.all + [DeclaredField(budget), DeclaredField(sponsor)]
    private static let schema = ContentSchema(zh: "成果材料", en: "write-up", CommonFields.all + fields.map(\.schema))

    /// The values of front matter as the reader of write-ups takes them.
    private func read(_ matter: String, _ fields: [DeclaredField] = fields) throws -> (FieldValues, [Diagnostic]) {
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "content/awards/2020/zj-001.md", text: "---\ntitle: 甲班\n\(matter)\n---\n\n文字。\n")
        let path = try #require(SitePath(file.path))
        let schema = ContentSchema(zh: "成果材料", en: "write-up", CommonFields.all + fields.map(\.schema))
        let values = PageReader.read(file, path: path, schema: schema, findings: &findings) {
            $0.fields.values(of: fields)
        }
        return (try #require(values), findings)
    }

    @Test("is read by its key, under both names, and found fault with as its type asks", arguments: ["budget", "预算"])
    func reading(name: String) throws {
        let (values, findings) = try read("\(name): 30")
        #expect(values[Self.budget]?.value == 30 && findings.isEmpty)
        #expect(try read("\(name): 三十").1.map(\.rule) == [.metaType])
        #expect(try read("\(name): 2000000").1.map(\.rule) == [.metaType])
        #expect(try read("\(name): 1\nbudgett: 2").1.map(\.rule) == [.metaUnknownField])
    }

    @Test("is a fact of the page under its word of the theme, which a theme must have, and is found")
    func pageAndSearch() throws {
        let (values, _) = try read("budget: 30\nsponsor: 市政协会")
        let facts = Self.fields.flatMap { $0.facts(values) }
        #expect(facts.map(\.label) == ["label_budget", "label_sponsor"])
        #expect(
            Self.fields.flatMap { DeclaredWords.words(of: $0.schema) }.suffix(2) == ["label_budget", "label_sponsor"])
        #expect(DocumentText.texts(of: Self.fields, in: values) == ["市政协会"])
    }

    @Test("is a column of the lists, at their end, with its type in their schema, and an import knows the column")
    func lists() throws {
        let columns = Self.fields.compactMap { ListColumn($0) }
        #expect(columns.map(\.name) == ["budget", "sponsor"])
        #expect(columns.map(\.chineseName) == ["预算", "资助单位"])
        #expect(columns.map(\.schemaType) == [["integer", "null"], ["string", "null"]])
        let (values, _) = try read("budget: 30")
        #expect(Self.fields.compactMap { $0.cell?(values) } == [.integer(30)])
        #expect(ListFields.derived(of: Self.fields).suffix(2).map(\.english) == ["budget", "sponsor"])
    }

    @Test("is explained in new files and in the schema of editing programs, in both languages")
    func beginnings() {
        let chinese = CommentedFields(language: .chinese, year: 2020).yaml(Self.schema, values: [:])
        #expect(chinese.contains("# 投入的万元数。\n#预算: 2020\n"))
        let english = CommentedFields(language: .english, year: 2020).yaml(
            Self.schema, values: [Self.budget.schema: .plain("30")])
        #expect(english.contains("# Spent, in 10,000 yuan.\nbudget: 30\n"))
        let schema = String(decoding: EditorSchema.document(of: Self.schema).bytes(isPretty: true), as: UTF8.self)
        #expect(schema.contains("\"budget\"") && schema.contains("\"预算\"") && schema.contains("\"maximum\": 1000000"))
    }

    @Test("goes where all fields go: nothing has a list of its own")
    func allFields() {
        #expect(WriteUpFields.inOrderOfFacts.count == WriteUpFields.all.count)
        #expect(ContentSchema.writeUp.fields == CommonFields.all + WriteUpFields.all.map(\.schema))
        #expect(
            ListColumn.all.suffix(WriteUpFields.all.compactMap(\.cell).count).map(\.name)
                == WriteUpFields.all.filter { $0.cell != nil }.map(\.schema.english))
        #expect(ListFields.derived == ListFields.derived(of: WriteUpFields.all))
    }

    @Test("no document has a listed field: lists are of teams", arguments: DocumentKind.allCases)
    func documents(kind: DocumentKind) {
        #expect(kind.declaration.fields.allSatisfy { $0.cell == nil })
    }

    @Test("of rosters is a column of the lists when it is listed, with what the row says")
    func columnOfRosters() throws {
        let machines = ColumnKey.count("machines", "机械数", 1...99, isListed: true, zh: "机械台数。", en: "Machines.")
        #expect(machines.column.isListed && ListColumn(machines.column).schemaType == ["integer", "null"])
        #expect(RosterColumn.listed == RosterColumn.all.filter(\.isListed))
        let place = SourceFile(path: "roster.csv", text: "").start
        var values = FieldValues()
        values.set(Located(try #require(TeamID("zj-001")), at: place), of: RosterColumn.id.schema)
        values.set(Located("甲班", at: place), of: RosterColumn.team.schema)
        values.set(Located("乙公司", at: place), of: RosterColumn.enterprise.schema)
        values.set(Located(try #require(Province(named: "浙江")), at: place), of: RosterColumn.province.schema)
        values.set(Located(ApplicationMode.selfNominated, at: place), of: RosterColumn.mode.schema)
        values.set(Located(Standing.held, at: place), of: RosterColumn.standing.schema)
        let without = try #require(RosterRow(range: place, values: values))
        #expect(machines.column.cell(of: without) == nil)
        values.set(Located(7, at: place), of: machines.column.schema)
        let row = try #require(RosterRow(range: place, values: values))
        #expect(row[machines]?.value == 7 && machines.column.cell(of: row) == .integer(7))
    }

    // MARK: Every type

    /// A listed field of a type, what a file has, and what lists have of it.
    struct Listed: CustomTestStringConvertible, Sendable {
        let field: DeclaredField
        let written: String
        let json: JSONValue
        let chinese: String
        let english: String
        let type: JSONValue

        init<Value>(
            _ key: FieldKey<Value>, _ written: String, _ json: JSONValue, _ chinese: String, _ english: String? = nil,
            type: JSONValue
        ) {
            field = DeclaredField(key)
            self.written = written
            self.json = json
            self.chinese = chinese
            self.english = english ?? chinese
            self.type = type
        }

        var testDescription: String { field.schema.english }
    }

    private static let listed: [Listed] = [
        Listed(.text("t", "文", isListed: true, zh: "", en: ""), "甲", "甲", "甲", type: ["string", "null"]),
        Listed(
            .date("d", "日", isListed: true, zh: "", en: ""), "2020-05-15", "2020-05-15", "2020-05-15",
            type: ["string", "null"]),
        Listed(
            .year("y", "年", isListed: true, zh: "", en: ""), "2020", .integer(2020), "2020", type: ["integer", "null"]),
        Listed(
            .number("n", "数", isListed: true, zh: "", en: ""), "9.5", .number(9.5), "9.5", type: ["number", "null"]),
        Listed(.flag("f", "是否", isListed: true, zh: "", en: ""), "是", "true", "是", "true", type: ["string", "null"]),
        Listed(
            .file("a", "件", isListed: true, example: LocalizedText(same: ""), zh: "", en: ""), "a.pdf", "a.pdf",
            "a.pdf",
            type: ["string", "null"]),
        Listed(
            .files("as", "各件", isListed: true, example: LocalizedText(same: ""), zh: "", en: ""), "[a.pdf, b.pdf]",
            ["a.pdf", "b.pdf"], "a.pdf;b.pdf", type: "array"),
        Listed(.texts("ts", "各文", isListed: true, zh: "", en: ""), "[甲, 乙]", ["甲", "乙"], "甲;乙", type: "array"),
        Listed(
            .names("ns", "各名", isListed: true, example: LocalizedText(same: ""), zh: "", en: ""), "甲", ["甲"], "甲",
            type: "array"),
        Listed(
            FieldKey<Located<TeamKind>>.word("w", "词", isListed: true, zh: "", en: ""), "班组", "crew", "班组", "crew",
            type: ["string", "null"]),
        Listed(
            FieldKey<[Located<Criterion>]>.words("ws", "各词", isListed: true, zh: "", en: ""), "[特色, 建设过程]",
            ["features", "process"], "特色;建设过程", "features;process", type: "array"),
    ]

    @Test("of any type is a column when it is listed", arguments: listed)
    func types(listed: Listed) throws {
        let column = try #require(ListColumn(listed.field))
        #expect(column.schemaType == listed.type)
        let (values, findings) = try read("\(listed.field.schema.chinese): \(listed.written)", [listed.field])
        #expect(findings.isEmpty)
        let cell = try #require(listed.field.cell?(values))
        #expect(cell.json == listed.json)
        #expect(cell.text(isChinese: true) == listed.chinese)
        #expect(cell.text(isChinese: false) == listed.english)
        #expect(listed.field.cell?(try read("", [listed.field]).0) == nil)
    }
}
