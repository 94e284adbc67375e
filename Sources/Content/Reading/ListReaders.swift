import Diagnostics

/// Reads `enterprises.yaml` and `associations.yaml`.
enum ListReaders {
    static func enterprises(_ file: SourceFile, findings: inout [Diagnostic]) -> [EnterpriseEntry] {
        items(of: file, schema: .enterprise, findings: &findings) { fields in
            let id = slug("id", &fields)
            let names: [EnterpriseEntry.Name] = fields.objects("names", .enterpriseName) { fields in
                let from = fields.date("from")
                let to = fields.date("to")
                if let from, let to, to.value < from.value { fields.report(endBeforeStart(to, from: from)) }
                return fields.text("name").map { EnterpriseEntry.Name(name: $0, from: from, to: to) }
            }
            let code = fields.text("credit_code")
            let parent: (id: Located<Slug>, kind: Located<ParentKind>)? = fields.object("parent", .parent) { fields in
                let id = slug("id", &fields)
                let kind = fields.word("kind", as: ParentKind.self)
                guard let id, let kind else { return nil }
                return (id, kind)
            }
            if let id, let parent, parent.id.value == id.value {
                fields.report(
                    Diagnostic(
                        .metaRange, at: parent.id.range,
                        message: LocalizedText(zh: "企业不能是自己的上级。", en: "An enterprise cannot be its own parent.")))
            }
            for (old, new) in zip(names, names.dropFirst()) {
                guard let start = new.from, let end = old.to, start.value <= end.value else { continue }
                fields.report(
                    Diagnostic(
                        .metaRange, at: start.range,
                        message: LocalizedText(
                            zh: "名称应先旧后新，期限不得重叠。", en: "Names stand oldest first, and their times do not overlap."),
                        related: [
                            Diagnostic.Related(
                                LocalizedText(zh: "前一名称到这里为止", en: "the name before ends here"), at: end.range)
                        ]))
            }
            let aliases = fields.aliases()
            guard let id, !names.isEmpty else { return nil }
            return EnterpriseEntry(id: id, names: names, creditCode: code, parent: parent, aliases: aliases)
        }
    }

    static func associations(_ file: SourceFile, findings: inout [Diagnostic]) -> [AssociationEntry] {
        items(of: file, schema: .association, findings: &findings) { fields in
            let id = slug("id", &fields)
            let name = fields.text("name")
            let level = fields.word("level", as: AssociationLevel.self)
            let province = fields.text("province").flatMap { text -> Located<Province>? in
                guard let province = Province(named: text.value) else {
                    fields.report(ProvinceFinding.unknown(text, rule: .metaType))
                    return nil
                }
                return Located(province, at: text.range)
            }
            let aliases = fields.aliases()
            guard let id, let name, let level else { return nil }
            return AssociationEntry(id: id, name: name, level: level, province: province, aliases: aliases)
        }
    }

    private static func endBeforeStart(_ end: Located<CalendarDate>, from start: Located<CalendarDate>) -> Diagnostic {
        Diagnostic(
            .metaRange, at: end.range,
            message: LocalizedText(zh: "结束早于开始。", en: "It ends before it begins."),
            related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: start.range)])
    }

    private static func slug(_ name: String, _ fields: inout FieldReader) -> Located<Slug>? {
        guard let text = fields.text(name) else { return nil }
        guard let slug = Slug(text.value) else {
            fields.report(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "编号“\(text.value)”只能由小写字母、数字和 - 组成。",
                        en: "The id “\(text.value)” may only have a-z, 0-9 and -."),
                    help: Slug.proposal(for: text.value).map {
                        LocalizedText(zh: "可以写成“\($0)”。", en: "Write “\($0)”.")
                    },
                    replacement: Slug.proposal(for: text.value)?.text))
            return nil
        }
        return Located(slug, at: text.range)
    }

    private static func items<Entry: ListEntry>(
        of file: SourceFile, schema: ContentSchema, findings: inout [Diagnostic], _ read: (inout FieldReader) -> Entry?
    ) -> [Entry] {
        guard let tree = YAMLReader.read(file, range: 0..<file.bytes.count, findings: &findings) else { return [] }
        guard case .sequence(let items) = tree.value else {
            findings.append(
                Diagnostic(
                    .metaType, at: tree.range,
                    message: LocalizedText(
                        zh: "这个文件应是一个列表，每项以“- ”开头。", en: "This file must be a list, each item beginning with “- ”.")))
            return []
        }
        var first: [Slug: SourceRange] = [:]
        return items.compactMap { item in
            guard case .mapping(let pairs) = item.value else {
                findings.append(
                    Diagnostic(
                        .metaType, at: item.range,
                        message: LocalizedText(zh: "每项应由“字段名: 值”组成。", en: "Each item must be made of `name: value`.")))
                return nil
            }
            var fields = FieldReader(pairs, schema: schema, place: pairs.first?.key.range ?? item.range)
            let entry = read(&fields)
            if let id = entry?.id {
                if let range = first[id.value] {
                    fields.report(
                        Diagnostic(
                            .metaDuplicateID, at: id.range,
                            message: LocalizedText(
                                zh: "编号“\(id.value)”重复。", en: "The id “\(id.value)” is given twice."),
                            related: [
                                Diagnostic.Related(
                                    LocalizedText(zh: "先在这里用过", en: "it is used here already"), at: range)
                            ]))
                } else {
                    first[id.value] = id.range
                }
            }
            findings += fields.findings
            return entry
        }
    }
}

/// An entry of a list that is known by its id.
private protocol ListEntry {
    var id: Located<Slug> { get }
}

extension EnterpriseEntry: ListEntry {}
extension AssociationEntry: ListEntry {}
