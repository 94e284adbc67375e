import Diagnostics
import Rules
import Testing

@testable import Content
@testable import Fields

/// Editors who write Chinese names read Chinese names, and the other way about.
@Suite("Names of fields in messages")
struct KeyWordingTests {
    @Test(
        "texts about the rules' examples in Chinese hold no English names",
        arguments: RuleCatalogue.rules.filter { !$0.example.frame.isHandedIn })
    func rulesInChinese(rule: Rule) throws {
        if case .outputFile = rule.example.frame { return }
        let text = Self.inChinese(rule.example)
        let findings = try ExampleSite(rule, text: text, language: .chinese).diagnostics(
            asksOthers: Rule.rulesOfOtherSites.contains(rule))
        #expect(findings.contains { $0.rule == rule }, "\(text)")
        #expect(KeyWording.englishNames(in: findings, about: text) == [], "\(text)")
    }

    /// The wrong text of an example in Chinese, where its frame has fields.
    private static func inChinese(_ example: RuleExample) -> String {
        let text = example.wrong
        switch example.frame {
        case .pageFields: return KeyTranslation.inChinese(text, DocumentKind.page.declaration.schema)
        case .writeUpFields: return KeyTranslation.inChinese(text, .writeUp)
        case .editionFields: return KeyTranslation.inChinese(text, .edition)
        case .configuration: return KeyTranslation.inChinese(text, .configuration)
        case .rosterRow: return KeyTranslation.rowInChinese(text)
        case .file(let path): return KeyTranslation.file(text, at: path)
        case .page, .writeUp, .outputFile, .fileName, .themeWord, .draftName, .resultTable,
            .announcedTable, .filledForm:
            return text
        }
    }

    // MARK: Every field

    /// What is wrong in most fields, of one sort each.
    private static let values = [
        "", "'  '", "[[甲]]", "{甲: 乙}", "[{甲: 乙}]", "甲乙", "'甲、乙'", "A_B", "-1", "99999", "2020-13-01", "2020年5月8日",
        "yes", "“是”",
    ]

    /// A kind with where its documents lie, and whether they are a list.
    private static let kinds: [(schema: ContentSchema, path: String, isList: Bool)] =
        [
            (.edition, "content/awards/2020/index.md", false), (.writeUp, "content/awards/2020/zj-001.md", false),
            (.enterprise, "content/enterprises.yaml", true), (.association, "content/associations.yaml", true),
            (.configuration, "site.config", false), (.formDefinition, "content/forms/a-form/form.yaml", false),
        ]
        + DocumentKind.allCases.map { kind in
            let folder = kind.declaration.folder.map { "content/\($0)" } ?? "content"
            return (kind.declaration.schema, folder + (kind == .form ? "/a-form/index.md" : "/a-page.md"), false)
        }

    @Test("texts about wrong values of every field name it in the language of its name", arguments: [true, false])
    func fields(isChinese: Bool) throws {
        var count = 0
        for kind in Self.kinds {
            for document in Documents(isChinese: isChinese, values: Self.values).all(kind.schema) {
                let yaml = kind.isList ? "- \(document)\n" : "\(document)\n"
                var files = Self.site(isChinese)
                files[kind.path] = Array((kind.path.hasSuffix(".md") ? "---\n\(yaml)---\n\n正文。\n" : yaml).utf8)
                let findings = try SiteLoader.load(.memory(files), jobs: 1).diagnostics.filter {
                    $0.range?.file.path == kind.path
                }
                count += findings.count
                let faults =
                    isChinese
                    ? KeyWording.englishNames(in: findings, about: yaml)
                    : KeyWording.chineseNames(in: findings, about: yaml)
                #expect(faults == [], "\(yaml)")
            }
        }
        #expect(count > 1000)
    }

    @Test("texts about wrong cells of every column name it in the language of the header", arguments: [true, false])
    func columns(isChinese: Bool) throws {
        let path = "content/awards/2020/roster.csv"
        let columns = RosterColumn.all
        let header = columns.map { isChinese ? $0.chineseName : $0.name }.joined(separator: ",")
        let right: [RosterColumn: String] = [
            .id: "zj-001", .team: "甲班组", .enterprise: "浙江甲有限公司", .province: "浙江", .mode: "自荐", .standing: "有效",
        ]
        for column in columns {
            for value in ["", "甲", "A_B", "-1", "2020-13-01", "撤销", "推荐", "推荐全国", "甲；乙", "held"] {
                let row = columns.map { $0 == column ? value : right[$0] ?? "" }.joined(separator: ",")
                var files = Self.site(isChinese)
                files[path] = Array("\(header)\n\(row)\n".utf8)
                let findings = try SiteLoader.load(.memory(files), jobs: 1).diagnostics
                let faults =
                    isChinese
                    ? KeyWording.englishNames(in: findings, about: row)
                    : KeyWording.chineseNames(in: findings, about: row)
                #expect(faults == [], "\(row)")
            }
        }
    }

    private static func site(_ isChinese: Bool) -> [String: [UInt8]] {
        func key(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
        let roster = RosterColumn.all.prefix(6).map { isChinese ? $0.chineseName : $0.name }
        let files = [
            "site.config":
                "\(key("标题", "title")): 样例\n\(key("网址", "base_url")): https://example.org/\n\(key("机构", "organisation")): {\(key("名称", "name")): 某协会}\n",
            "content/awards/2020/index.md":
                "---\n\(key("标题", "title")): 一\n\(key("年度", "year")): 2020\n\(key("状态", "status")): \(key("草稿", "draft"))\n---\n",
            "content/awards/2020/roster.csv":
                roster.joined(separator: ",") + "\nzj-001,某班组,浙江某公司,浙江,\(key("自荐", "self")),\n",
            "content/forms/a-form/index.md":
                "---\n\(key("标题", "title")): 一\n\(key("版本", "version")): '2020'\n---\n",
        ]
        return files.mapValues { Array($0.utf8) }
    }

    /// Documents of a kind, in each of which one field has a wrong value, is left out, misspelt or given twice.
    private struct Documents {
        let isChinese: Bool
        let values: [String]

        /// Each as a mapping in braces, but for the outermost, whose fields stand on lines of their own… in one line too.
        func all(_ schema: ContentSchema) -> [String] { mappings(schema).map { "{" + $0 + "}" } }

        private func name(_ field: FieldSchema) -> String { isChinese ? field.chinese : field.english }

        private func mappings(_ schema: ContentSchema) -> [String] {
            let required = schema.fields.filter(\.isRequired)
            return schema.fields.flatMap { field -> [String] in
                let others = required.filter { $0.english != field.english }.map {
                    "\(name($0)): \(right($0.type, $0))"
                }
                let wrong = wrongValues(field.type).map { "\(name(field)): \($0)" }
                let again =
                    "\(field.chinese): \(right(field.type, field)), \(field.english): \(right(field.type, field))"
                let misspelt = "\(name(field))x: \(right(field.type, field))"
                return (wrong + [again, misspelt]).map { (others + [$0]).joined(separator: ", ") }
                    + (others.isEmpty ? [] : [others.joined(separator: ", ")])
            }
        }

        private func wrongValues(_ type: FieldSchema.FieldType) -> [String] {
            switch type {
            case .object(let schema): values + mappings(schema).map { "{\($0)}" }
            case .list(.object(let schema)): values + mappings(schema).map { "[{\($0)}]" }
            default: values
            }
        }

        private func right(_ type: FieldSchema.FieldType, _ field: FieldSchema) -> String {
            if let example = field.example { return isChinese ? example.zh : example.en }
            switch type {
            case .text: return "甲"
            case .integer, .number: return "\(Int(field.form?.limits?.lowerBound ?? 1))"
            case .flag: return isChinese ? "是" : "true"
            case .date: return "2020-05-15"
            case .word(let words): return words.first.map { isChinese ? $0.chinese : $0.key } ?? "甲"
            case .list(let item): return "[\(right(item, field))]"
            case .object(let schema):
                let required = schema.fields.filter(\.isRequired).map { "\(name($0)): \(right($0.type, $0))" }
                return "{" + required.joined(separator: ", ") + "}"
            case .provinceCounts: return "{浙江: 1}"
            case .points: return "{demand: 10}"
            case .checks: return "{}"
            }
        }
    }
}
