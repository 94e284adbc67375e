import Diagnostics
import Fields
import Rules
import Values

/// The fields of an enterprise in `enterprises.yaml`.
enum EnterpriseFields {
    static let id = FieldKey.slug(
        "id", "编号", required: true, example: LocalizedText(same: "zj-001"), zh: "编号，用作网址。",
        en: "Its id, which stands in its address.")
    /// At least one, oldest first.
    static let names = FieldKey<[EnterpriseEntry.Name]>.objects(
        "names", "名称", Name.schema, required: true, zh: "历年名称，先旧后新。", en: "Its names, oldest first."
    ) { fields -> EnterpriseEntry.Name? in
        let from = fields.value(of: Name.from)
        let to = fields.value(of: Name.to)
        if let from, let to, to.value < from.value { fields.report(endBeforeStart(to, from: from)) }
        return fields.value(of: Name.name).map { EnterpriseEntry.Name(name: $0, from: from, to: to) }
    }
    /// GB 32100.
    static let creditCode = FieldKey.text("credit_code", "统一社会信用代码", zh: "统一社会信用代码。", en: "Unified social credit code.")
    static let parent = FieldKey<EnterpriseEntry.Parent>.object(
        "parent", "上级", Parent.schema, zh: "上级企业。", en: "Its parent."
    ) { fields in
        let id = fields.value(of: Parent.id)
        let kind = fields.value(of: Parent.kind)
        guard let id, let kind else { return nil }
        return (id, kind)
    }

    /// A name with the time in which it was borne.
    private enum Name {
        static let name = FieldKey.text("name", "名称", required: true, zh: "名称。", en: "The name.")
        static let from = FieldKey.date("from", "开始", zh: "启用日期。", en: "From when.")
        static let to = FieldKey.date("to", "结束", zh: "停用日期。", en: "Until when.")

        static let schema = ContentSchema(zh: "企业名称", en: "name", [name.schema, from.schema, to.schema])
    }

    private enum Parent {
        static let id = FieldKey.slug(
            "id", "编号", required: true, example: LocalizedText(same: "zj-001"), zh: "上级企业的编号。", en: "The parent's id.")
        static let kind = FieldKey<Located<ParentKind>>.word(
            "kind", "关系", required: true, zh: "分公司或子公司。", en: "branch or subsidiary.")

        static let schema = ContentSchema(zh: "上级企业", en: "parent", [id.schema, kind.schema])
    }

    private static func endBeforeStart(_ end: Located<CalendarDate>, from start: Located<CalendarDate>) -> Diagnostic {
        Diagnostic(
            .metaRange, at: end.range,
            message: LocalizedText(zh: "结束早于开始。", en: "It ends before it begins."),
            related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: start.range)])
    }
}

/// The fields of an association in `associations.yaml`.
enum AssociationFields {
    static let id = FieldKey.slug(
        "id", "编号", required: true, example: LocalizedText(same: "zj-001"), zh: "编号，用作网址。",
        en: "Its id, which stands in its address.")
    static let name = FieldKey.text("name", "名称", required: true, zh: "名称。", en: "Its name.")
    static let level = FieldKey<Located<AssociationLevel>>.word(
        "level", "级别", required: true, zh: "全国、省级或市级。", en: "national, provincial or city.")
    static let province = FieldKey<Located<Province>>(
        FieldSchema("province", "省份", .text, .province, zh: "所在省份。", en: "Its province.")
    ) { fields, name in
        guard let text = fields.text(name) else { return nil }
        guard let province = Province(named: text.value) else {
            fields.report(ProvinceFinding.unknown(text, rule: .metaType))
            return nil
        }
        return Located(province, at: text.range)
    }
}

extension ContentSchema {
    package static let enterprise = ContentSchema(
        zh: "企业", en: "enterprise",
        [
            EnterpriseFields.id.schema, EnterpriseFields.names.schema, EnterpriseFields.creditCode.schema,
            EnterpriseFields.parent.schema, CommonFields.aliases.schema,
        ])

    package static let association = ContentSchema(
        zh: "协会", en: "association",
        [
            AssociationFields.id.schema, AssociationFields.name.schema, AssociationFields.level.schema,
            AssociationFields.province.schema, CommonFields.aliases.schema,
        ])
}
