import Diagnostics
import Fields
import Markdown
import Rules
import Values

/// Reads the fields of a write-up that take more than their type: what programme and form ask of the values.
enum WriteUpFieldReading {
    static func training(_ fields: inout FieldReader, _ name: String) -> WriteUpEntry.Training? {
        fields.object(name, TrainingFields.schema) { fields in
            WriteUpEntry.Training(
                rate: fields.value(of: TrainingFields.rate), pass: fields.value(of: TrainingFields.pass))
        }
    }

    static func rate(_ fields: inout FieldReader, _ name: String) -> Located<Double>? {
        guard let rate = fields.number(name, in: 0...100) else { return nil }
        guard (0...100).contains(rate.value) else {
            fields.report(
                Diagnostic(
                    .metaRange, at: rate.range,
                    message: LocalizedText(zh: "比率应在 0 至 100 之间。", en: "A rate is between 0 and 100.")))
            return nil
        }
        if rate.value < 90 {
            fields.report(
                Diagnostic(
                    .metaRateBelow90, at: rate.range,
                    message: LocalizedText(
                        zh: "低于 90%，管理办法第八条要求不低于 90%。", en: "Below 90 %, which Art. 8 of the measures asks for.")))
        }
        return rate
    }

    static func accidents(_ fields: inout FieldReader, _ name: String) -> Located<Int>? {
        guard let accidents = fields.integer(name, in: 0...Int.max) else { return nil }
        if accidents.value != 0 {
            fields.report(
                Diagnostic(
                    accidents.value > 0 ? .metaAccidents : .metaRange, at: accidents.range,
                    message: accidents.value > 0
                        ? LocalizedText(
                            zh: "近三年有事故的班组不符合管理办法第十四条，不得列入。",
                            en:
                                "With an accident in the last three years a team cannot be listed (Art. 14 of the measures)."
                        )
                        : LocalizedText(zh: "事故数不能是负数。", en: "The number of accidents cannot be negative.")))
        }
        return accidents
    }

    static func scores(_ fields: inout FieldReader, _ name: String) -> [WriteUpEntry.Score]? {
        let entries = fields.entries(name) { name -> (Criterion?, Diagnostic?) in
            if let criterion = Criterion(word: name.value) { return (criterion, nil) }
            let names = Criterion.allCases.flatMap { [$0.rawValue, $0.chineseName] }
            let suggestion = NearestName.suggestion(for: name.value, among: names)
            return (
                nil,
                Diagnostic(
                    .metaUnknownField, at: name.range,
                    message: LocalizedText(
                        zh: "评分表没有项目“\(name.value)”。", en: "The scoring table has no criterion “\(name.value)”."),
                    help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") },
                    replacement: suggestion)
            )
        }
        let missing = Criterion.allCases.filter { wanted in !entries.contains { $0.0.value == wanted } }
        if let first = entries.first?.0, !missing.isEmpty {
            fields.report(
                Diagnostic(
                    .partialScores, at: first.range,
                    message: LocalizedText(
                        zh: "评分缺少“\(missing.map(\.chineseName).joined(separator: "”“"))”。",
                        en: "The scores lack \(missing.map(\.englishName).joined(separator: ", "))."),
                    help: LocalizedText(zh: "请补上，或删去全部评分。", en: "Add them, or leave all scores out.")))
        }
        let scores = entries.compactMap { criterion, tree -> WriteUpEntry.Score? in
            let maximum = criterion.value.maximumPoints
            guard let points = fields.number(tree, name, in: 0...Double(maximum)) else { return nil }
            guard (0...Double(maximum)).contains(points.value) else {
                fields.report(
                    Diagnostic(
                        .metaRange, at: points.range,
                        message: LocalizedText(
                            zh: "“\(criterion.value.chineseName)”得分应在 0 至 \(maximum) 之间。",
                            en: "“\(criterion.value.englishName)” has 0 to \(maximum) points.")))
                return nil
            }
            return WriteUpEntry.Score(criterion: criterion.value, points: points)
        }
        return nonEmpty(scores)
    }

    static func indicator(_ fields: inout FieldReader) -> WriteUpEntry.Indicator? {
        let name = fields.value(of: IndicatorFields.name)
        let unit = fields.value(of: IndicatorFields.unit)
        let before = fields.value(of: IndicatorFields.before)
        let after = fields.value(of: IndicatorFields.after)
        let target = fields.value(of: IndicatorFields.target)
        let better = fields.value(of: IndicatorFields.better)
        guard let name, let after, let better else { return nil }
        return WriteUpEntry.Indicator(
            name: name, unit: unit, before: before, after: after, target: target, better: better)
    }

    static func photo(_ fields: inout FieldReader) -> WriteUpEntry.Photo? {
        let file = fields.value(of: PhotoFields.file)
        let alt = fields.value(of: PhotoFields.alt)
        let caption = fields.value(of: PhotoFields.caption)
        let showsPeople = fields.value(of: PhotoFields.people) != nil
        if let alt, AlternativeText.saysNothing(alt.value) {
            fields.report(
                Diagnostic(
                    .alternativeText, at: alt.range, message: AlternativeText.message,
                    help: LocalizedText(
                        zh: "请写图上有什么，如“井周分层压实”。", en: "Say what is to be seen, as “layers being compacted”.")))
        }
        guard let file, let alt else { return nil }
        return WriteUpEntry.Photo(file: file, alt: alt, caption: caption, showsPeople: showsPeople)
    }
}
