import Diagnostics
import Fields
import Rules
import Values

/// Reads `enterprises.yaml` and `associations.yaml`.
enum ListReaders {
    static func enterprises(_ file: SourceFile, findings: inout [Diagnostic]) -> [EnterpriseEntry] {
        items(of: file, schema: .enterprise, findings: &findings) { fields in
            let id = fields.value(of: EnterpriseFields.id)
            let names = fields.value(of: EnterpriseFields.names)
            let code = fields.value(of: EnterpriseFields.creditCode)
            let parent = fields.value(of: EnterpriseFields.parent)
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
            let aliases = fields.value(of: CommonFields.aliases)
            guard let id, !names.isEmpty else { return nil }
            return EnterpriseEntry(id: id, names: names, creditCode: code, parent: parent, aliases: aliases)
        }
    }

    static func associations(_ file: SourceFile, findings: inout [Diagnostic]) -> [AssociationEntry] {
        items(of: file, schema: .association, findings: &findings) { fields in
            let id = fields.value(of: AssociationFields.id)
            let name = fields.value(of: AssociationFields.name)
            let level = fields.value(of: AssociationFields.level)
            let province = fields.value(of: AssociationFields.province)
            let aliases = fields.value(of: CommonFields.aliases)
            guard let id, let name, let level else { return nil }
            return AssociationEntry(id: id, name: name, level: level, province: province, aliases: aliases)
        }
    }

    private static func items<Entry: ListEntry>(
        of file: SourceFile, schema: ContentSchema, findings: inout [Diagnostic], _ read: (inout FieldReader) -> Entry?
    ) -> [Entry] {
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: ContentSchema.allNames, findings: &findings)
        else { return [] }
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
