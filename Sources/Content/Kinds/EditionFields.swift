import Diagnostics
import Fields
import Values

/// The fields of a year's edition: `awards/<year>/index.md`.
package enum EditionFields {
    package static let year = FieldKey<Located<Int>>(
        FieldSchema(
            "year", "年度", .integer, .range(1900...2199), required: true, zh: "与文件夹相同的年份。",
            en: "The year, the same as the folder's."), read: EditionFieldReading.year)
    package static let status = FieldKey<Located<EditionStatus>>.word(
        "status", "状态", required: true, zh: "草稿、公示或公布。", en: "draft, publicity or final.")
    package static let published = FieldKey.dayOfEdition("published", "发布日期", zh: "公布日期。", en: "Day of publication.")
    package static let publicity = FieldKey<EditionEntry.Publicity>.object(
        "publicity", "公示期", PublicityFields.schema, zh: "公示期与受理部门。", en: "The publicity period and its office.",
        read: EditionFieldReading.publicity)
    package static let document = FieldKey.text("document", "文号", zh: "公布文件的文号。", en: "Number of the document.")
    package static let deadline = FieldKey.dayOfEdition(
        "deadline", "申报截止", zh: "申报截止日期。", en: "Until when teams can apply.")
    package static let exchange = FieldKey<EditionEntry.Exchange>.object(
        "exchange", "发布会", ExchangeFields.schema, zh: "交流发布会。", en: "The exchange meeting."
    ) { fields in
        EditionEntry.Exchange(
            date: fields.value(of: ExchangeFields.date), place: fields.value(of: ExchangeFields.place),
            form: fields.value(of: ExchangeFields.form))
    }
    package static let corrections = FieldKey<[EditionEntry.Correction]>.objects(
        "corrections", "更正", CorrectionFields.schema, zh: "名单的更正。", en: "Corrections of the list."
    ) { fields -> EditionEntry.Correction? in
        let id = fields.value(of: CorrectionFields.id)
        guard let date = fields.value(of: CorrectionFields.date), let text = fields.value(of: CorrectionFields.text)
        else { return nil }
        return EditionEntry.Correction(date: date, id: id, text: text)
    }
    package static let announced = FieldKey<EditionEntry.Announced>.object(
        "announced", "公布数", AnnouncedFields.schema, zh: "公布的数量，与名单核对。",
        en: "The numbers announced, compared with the roster.", read: EditionFieldReading.announced)

    /// All of them, in the order of scaffolds and schemas.
    static let all: [DeclaredField] = [
        DeclaredField(year), DeclaredField(status), DeclaredField(published), DeclaredField(publicity),
        DeclaredField(document), DeclaredField(deadline), DeclaredField(exchange), DeclaredField(corrections),
        DeclaredField(announced),
    ]
}

/// The first and the last day of something.
package enum SpanFields {
    package static let from = FieldKey.date("from", "开始", zh: "第一天。", en: "The first day.")
    package static let to = FieldKey.date("to", "结束", zh: "最后一天。", en: "The last day.")
}

/// When a list can be objected to, and where.
package enum PublicityFields {
    package static let from = FieldKey.date("from", "开始", required: true, zh: "第一天。", en: "The first day.")
    package static let to = FieldKey.date("to", "结束", required: true, zh: "最后一天。", en: "The last day.")
    package static let contact = FieldKey.text(
        "contact", "受理部门", required: true, zh: "受理异议的部门，不写个人。",
        en: "The office that takes objections; never a person.")

    static let schema = ContentSchema(zh: "公示期", en: "publicity", [from.schema, to.schema, contact.schema])
}

/// The meeting at which teams present themselves.
package enum ExchangeFields {
    package static let date = FieldKey.dayOfEdition("date", "日期", zh: "日期。", en: "Its day.")
    package static let place = FieldKey.text("place", "地点", zh: "地点。", en: "Its place.")
    package static let form = FieldKey.text("form", "形式", zh: "形式。", en: "Its form.")

    static let schema = ContentSchema(zh: "发布会", en: "exchange", [date.schema, place.schema, form.schema])
}

/// A correction of a list.
package enum CorrectionFields {
    package static let date = FieldKey.date("date", "日期", required: true, zh: "更正日期。", en: "Its day.")
    package static let id = FieldKey.text(
        "id", "编号", example: LocalizedText(same: "zj-001"), zh: "所更正的班组编号。", en: "The team's id.")
    package static let text = FieldKey.text("text", "说明", required: true, zh: "更正内容。", en: "What was corrected.")

    static let schema = ContentSchema(zh: "更正", en: "correction", [date.schema, id.schema, text.schema])
}

/// How many teams were announced.
package enum AnnouncedFields {
    package static let total = FieldKey<Located<Int>>(
        FieldSchema(
            "total", "总数", .integer, .range(0...1e15), example: LocalizedText(same: "120"), zh: "公布的班组总数。",
            en: "All teams announced."), read: { $0.integer($1, in: 0...Int.max) })
    package static let byProvince = FieldKey<[EditionEntry.Announced.Count]>(
        FieldSchema("by_province", "分省", .provinceCounts, zh: "各省公布的班组数。", en: "Teams announced by province."),
        read: EditionFieldReading.counts)

    static let schema = ContentSchema(zh: "公布数", en: "announced", [total.schema, byProvince.schema])
}

extension ContentSchema {
    package static let edition = ContentSchema(
        zh: "年度", en: "edition", CommonFields.all + EditionFields.all.map(\.schema))
}

extension FieldKey where Value == Located<CalendarDate> {
    /// A day of an edition: of the year before it to two years after.
    fileprivate static func dayOfEdition(_ english: String, _ chinese: String, zh: String, en: String) -> Self {
        FieldKey(
            FieldSchema(english, chinese, .date, zh: zh, en: en), shown: { .day($0.value) },
            read: { $0.dayOfEdition($1) })
    }
}
