import Diagnostics
import Fields
import Values

/// The fields of a team's write-up: `awards/<year>/<id>.md`.
package enum WriteUpFields {
    package static let kind = FieldKey<Located<TeamKind>>.word(
        "team_kind", "类型", label: "label_team_kind", shownAs: "team_kind_", zh: "班组、团队或部门。",
        en: "crew, team or department.")
    package static let established = FieldKey.date(
        "established", "成立时间", label: "label_established", zh: "班组成立日期。", en: "When the team was established.")
    package static let registered = FieldKey.date(
        "registered", "注册时间", label: "label_registered", zh: "班组注册日期。", en: "When the team was registered.")
    package static let scores = FieldKey<[WriteUpEntry.Score]>(
        FieldSchema(
            "scores", "评分", .points, zh: "五项评分，默认不公开。", en: "Points of the five criteria; not published by default."),
        read: WriteUpFieldReading.scores)
    /// File names of best practices.
    package static let practices = FieldKey.names(
        "practices", "最佳实践", refersTo: .practice, example: LocalizedText(same: "[slug-of-a-practice]"), zh: "最佳实践的文件名。",
        en: "File names of best practices.")
    package static let training = FieldKey<WriteUpEntry.Training>(
        FieldSchema("training", "培训", .object(TrainingFields.schema), zh: "培训率与考试合格率。", en: "Training and pass rates."),
        facts: { training in
            [(TrainingFields.rate, training.rate), (TrainingFields.pass, training.pass)].compactMap { key, rate in
                guard let rate, let label = key.schema.label else { return nil }
                return ShownFact(label: label, value: .percent(rate.value))
            }
        }, read: WriteUpFieldReading.training)
    package static let accidents = FieldKey<Located<Int>>(
        FieldSchema(
            "accidents", "近三年事故", .integer, .range(0...0), label: "label_accidents", zh: "近三年质量、安全、环境事故数。",
            en: "Accidents in the last three years."),
        shown: { .number($0.value) }, read: WriteUpFieldReading.accidents)
    package static let indicators = FieldKey<[WriteUpEntry.Indicator]>.objects(
        "indicators", "指标", IndicatorFields.schema, zh: "改进前后的指标。", en: "Figures before and after.",
        read: WriteUpFieldReading.indicator)
    package static let photos = FieldKey<[WriteUpEntry.Photo]>.objects(
        "photos", "照片", PhotoFields.schema, zh: "照片。", en: "Photos.", read: WriteUpFieldReading.photo)
    package static let consent = FieldKey<WriteUpEntry.Consent>.object(
        "consent", "同意", ConsentFields.schema, zh: "公开姓名、照片的单独同意。", en: "Separate consents."
    ) { fields in
        WriteUpEntry.Consent(
            names: fields.value(of: ConsentFields.names), photos: fields.value(of: ConsentFields.photos))
    }

    /// All of them, in the order of scaffolds and schemas.
    package static let all: [DeclaredField] = [
        DeclaredField(CommonFields.methods), DeclaredField(CommonFields.works), DeclaredField(established),
        DeclaredField(registered), DeclaredField(scores), DeclaredField(practices),
        DeclaredField(training), DeclaredField(accidents), DeclaredField(indicators), DeclaredField(photos),
        DeclaredField(consent), DeclaredField(kind),
    ]

    /// The same in the order of a page's facts: first what sort of team it is.
    package static let inOrderOfFacts: [DeclaredField] =
        [DeclaredField(kind)] + all.filter { $0.schema !== kind.schema }

    /// Those that the lists of the open data have as columns, in the order in which they came.
    package static let listed: [DeclaredField] = all.filter { $0.cell != nil }
}

extension ContentSchema {
    package static let writeUp = ContentSchema(
        zh: "成果材料", en: "write-up", CommonFields.all + WriteUpFields.all.map(\.schema))
}

/// Shares of the members, in percent.
enum TrainingFields {
    static let rate = FieldKey<Located<Double>>(
        FieldSchema(
            "rate", "培训率", .number, .range(0...100), label: "label_training", zh: "百分数，0 至 100。",
            en: "Per cent, 0 to 100."),
        read: WriteUpFieldReading.rate)
    static let pass = FieldKey<Located<Double>>(
        FieldSchema(
            "pass", "合格率", .number, .range(0...100), label: "label_pass", zh: "百分数，0 至 100。",
            en: "Per cent, 0 to 100."),
        read: WriteUpFieldReading.rate)

    static let schema = ContentSchema(zh: "培训", en: "training", [rate.schema, pass.schema])
}

/// A figure before and after an improvement.
enum IndicatorFields {
    static let name = FieldKey.text("name", "名称", required: true, zh: "指标名称。", en: "What is measured.")
    static let unit = FieldKey.text("unit", "单位", example: LocalizedText(same: "\"%\""), zh: "单位。", en: "Its unit.")
    static let before = FieldKey.number("before", "改进前", zh: "改进前的值。", en: "The value before.")
    static let after = FieldKey.number("after", "改进后", required: true, zh: "改进后的值。", en: "The value after.")
    static let target = FieldKey.number("target", "目标", zh: "目标值。", en: "The target.")
    static let better = FieldKey<Located<BetterDirection>>.word(
        "better", "方向", required: true, zh: "越高越好还是越低越好。", en: "higher or lower.")

    static let schema = ContentSchema(
        zh: "指标", en: "indicator",
        [name.schema, unit.schema, before.schema, after.schema, target.schema, better.schema])
}

enum PhotoFields {
    static let file = FieldKey.file(
        "file", "文件", required: true, example: LocalizedText(same: "photo.jpg"), zh: "旁边的文件名。",
        en: "Name of the file beside the text.")
    static let alt = FieldKey.text("alt", "替代文字", required: true, zh: "照片内容，供看不到照片的读者使用。", en: "What it shows.")
    static let caption = FieldKey.text("caption", "说明", zh: "照片说明。", en: "Its caption.")
    static let people = FieldKey.flag("people", "人物", zh: "能否认出人物。", en: "Whether people can be recognised.")

    static let schema = ContentSchema(
        zh: "照片", en: "photo", [file.schema, alt.schema, caption.schema, people.schema])
}

/// Days of separate consents.
enum ConsentFields {
    static let names = FieldKey.date("names", "姓名", zh: "单独同意公开姓名的日期。", en: "Day of the separate consent to names.")
    static let photos = FieldKey.date(
        "photos", "照片", zh: "单独同意公开照片的日期。", en: "Day of the separate consent to photos.")

    static let schema = ContentSchema(zh: "同意", en: "consent", [names.schema, photos.schema])
}
