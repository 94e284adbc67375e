import Diagnostics

@testable import Content
@testable import Fields
@testable import Values

/// The names of fields and the words of vocabularies, to look for them in messages.
enum KeyWording {
    static let schemas: [ContentSchema] =
        [.edition, .writeUp, .enterprise, .association, .configuration, .formDefinition]
        + DocumentKind.allCases.map(\.declaration.schema)

    private static let words: [FieldSchema.Word] =
        ApplicationMode.words + Standing.words + Honor.words + fields.flatMap { words(of: $0.type) }

    private static let fields: [FieldSchema] = {
        func all(_ schema: ContentSchema) -> [FieldSchema] {
            schema.fields + schema.fields.flatMap { field in field.type.schema.map(all) ?? [] }
        }
        return schemas.flatMap(all)
    }()

    private static func words(of type: FieldSchema.FieldType) -> [FieldSchema.Word] {
        switch type {
        case .word(let words): words
        case .list(let item): words(of: item)
        default: []
        }
    }

    /// English names of fields and columns, and keys of words; without the few that are the same in Chinese texts.
    static let english: Set<String> = Set(fields.map(\.english))
        .union(RosterColumn.all.map(\.name)).union(words.map(\.key))
        .union(["true", "false", "off", "because", "skip_hosts", "contacts"])
        .subtracting(["docx", "pdf", "xlsx", "en", "zh-CN"])

    static let chinese: Set<String> = Set(fields.map(\.chinese)).union(RosterColumn.all.map(\.chineseName))
        .union(["理由", "不查的网站", "公开联系方式"])

    /// English names in the Chinese texts of findings, unless they stand in what the findings are about.
    static func englishNames(in findings: [Diagnostic], about source: String) -> [String] {
        faults(in: findings, \.zh) { text in
            text.matches(of: /[A-Za-z0-9_\/.<\-]*[A-Za-z][A-Za-z0-9_\/.\-]*[=>]?/).map { String($0.output) }
                .filter { english.contains($0) && !source.contains($0) }
        }
    }

    /// Chinese names in the English texts of findings, as a key or in quotes, unless they stand in what the findings are
    /// about.
    static func chineseNames(in findings: [Diagnostic], about source: String) -> [String] {
        faults(in: findings, \.en) { text in
            chinese.filter { name in
                ["“\(name)”", "`\(name)", "\(name): "].contains { text.contains($0) } && !source.contains(name)
            }
        }
    }

    private static func faults(
        in findings: [Diagnostic], _ text: (LocalizedText) -> String, _ names: (String) -> [String]
    ) -> [String] {
        findings.flatMap { finding in
            // Rules about finished pages and themes speak of HTML and of files that have English names alone; a name that is
            // nearly what was written is proposed in the language of what was written.
            ["html", "theme", "page"].contains(finding.rule.name.prefix { $0 != "/" })
                ? []
                : ([finding.message, finding.help].compactMap { $0 } + finding.related.map(\.message)).map(text)
                    .flatMap { shown in
                        names(shown).filter { $0 != finding.replacement }.map {
                            "\(finding.rule.name): \($0): \(shown)"
                        }
                    }
        }
    }
}

/// Content with the names of its fields, and the words in them, in one language.
enum KeyTranslation {
    /// - Parameter schema: of the mapping, or of the mappings of a list.
    static func inChinese(_ yaml: String, _ schema: ContentSchema) -> String {
        let file = SourceFile(path: "yaml", text: yaml)
        var findings: [Diagnostic] = []
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: [], findings: &findings), findings.isEmpty
        else { return yaml }
        var changes: [(bytes: Range<Int>, text: String)] = []
        note(tree, .object(schema), &changes)
        var bytes = file.bytes
        for change in changes.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
            bytes.replaceSubrange(change.bytes, with: change.text.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func note(
        _ tree: YAMLTree, _ type: FieldSchema.FieldType, _ changes: inout [(bytes: Range<Int>, text: String)]
    ) {
        switch (tree.value, type) {
        case (.mapping(let pairs), .object(let schema)), (.mapping(let pairs), .list(.object(let schema))):
            for pair in pairs {
                guard let field = schema.field(named: pair.key.value) else { continue }
                if field.english == pair.key.value { changes.append((pair.key.range.bytes, field.chinese)) }
                note(pair.tree, field.type, &changes)
            }
        case (.sequence(let items), .list(let item)): for part in items { note(part, item, &changes) }
        case (.sequence(let items), .object): for part in items { note(part, type, &changes) }
        case (.scalar(let text, isPlain: true), .word(let words)),
            (.scalar(let text, isPlain: true), .list(.word(let words))):
            guard let word = words.first(where: { $0.key == text }) else { return }
            changes.append((tree.range.bytes, word.chinese))
        case (.scalar("true", isPlain: true), .flag): changes.append((tree.range.bytes, "是"))
        case (.scalar("false", isPlain: true), .flag): changes.append((tree.range.bytes, "否"))
        default: return
        }
    }

    /// A file of a site, as far as it has fields or columns.
    static func file(_ text: String, at path: String) -> String {
        switch path {
        case "site.config": return inChinese(text, .configuration)
        case "content/enterprises.yaml": return inChinese(text, .enterprise)
        case "content/associations.yaml": return inChinese(text, .association)
        case _ where path.hasSuffix("/form.yaml"): return inChinese(text, .formDefinition)
        case _ where path.hasSuffix("/roster.csv"): return rosterInChinese(text)
        case _ where path.hasSuffix(".md"):
            let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].isEmpty, let schema = schema(of: path) else { return text }
            return "---\n" + inChinese(String(parts[1]), schema) + "---\n" + parts[2]
        default: return text
        }
    }

    private static func schema(of path: String) -> ContentSchema? {
        switch SitePath(path).map(ContentKind.init(path:)) {
        case .edition: .edition
        case .writeUp: .writeUp
        case .document(let kind): kind.declaration.schema
        default: nil
        }
    }

    private static func rosterInChinese(_ text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map { name in
            RosterColumn.named(String(name))?.chineseName ?? String(name)
        }
        return header.joined(separator: ",") + "\n" + (lines.count > 1 ? rowInChinese(String(lines[1])) : "")
    }

    /// A row with the words of its columns, which must be plain.
    static func rowInChinese(_ row: String) -> String {
        guard !row.contains("\"") else { return row }
        return row.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == RosterColumn.all.count else { return String(line) }
            return zip(cells, RosterColumn.all)
                .map { $1.written(String($0), isChinese: true) }.joined(separator: ",")
        }.joined(separator: "\n")
    }
}
