import Content
import Diagnostics
import Fields
import Forms

/// What the definition of a form expects of an answer.
extension FormDraft {
    /// What the definition of a field expects; `nil` where the answer, which may be empty, is that.
    static func expected(of answer: FilledForm.Answer) -> LocalizedText? {
        guard !answer.text.isEmpty else { return nil }
        switch answer.field.kind {
        case .number(let minimum, let maximum): return expectedNumber(answer, minimum, maximum)
        case .choice(let choices):
            let isThere = choices.contains { LabelText.normal($0) == LabelText.normal(answer.text) }
            return isThere
                ? nil
                : LocalizedText(
                    zh: "应为\(choices.joined(separator: "、"))之一", en: "one of \(choices.joined(separator: ", "))")
        case .date:
            return AnswerValue.date(answer.text) == nil
                ? LocalizedText(zh: "应为日期，如 2026年5月8日", en: "a day such as 2026-05-08") : nil
        default: return nil
        }
    }

    private static func expectedNumber(
        _ answer: FilledForm.Answer, _ minimum: Double?, _ maximum: Double?
    ) -> LocalizedText? {
        // Teams count whole persons, and years are whole.
        let isWhole = answer.field.destination.map(Self.isWhole) ?? false
        let value = AnswerValue.number(answer.text)
        // Two digits are no year.
        let lowest = minimum ?? (answer.field.destination == .year ? 1900 : isWhole ? 1 : -.infinity)
        let highest = maximum ?? (answer.field.destination == .year ? 2199 : .infinity)
        if let value, (lowest...max(lowest, highest)).contains(value), !isWhole || Int(exactly: value) != nil {
            return nil
        }
        guard minimum != nil || maximum != nil else {
            return LocalizedText(zh: isWhole ? "应为整数" : "应为数字", en: isWhole ? "a whole number" : "a number")
        }
        let range = [minimum, maximum].map { limit in limit.map { Self.digits($0) } }
        return LocalizedText(
            zh:
                "应为\(isWhole ? "整数" : "数字")，\(range[0].map { "不小于 \($0)" } ?? "")\(minimum != nil && maximum != nil ? "、" : "")\(range[1].map { "不大于 \($0)" } ?? "")",
            en:
                "a \(isWhole ? "whole " : "")number\(range[0].map { " from \($0)" } ?? "")\(range[1].map { " up to \($0)" } ?? "")"
        )
    }

    private static func isWhole(_ destination: FormField.Destination) -> Bool {
        let column = RosterColumn.askedByForms.first { FormField.Destination($0) == destination }
        if case .integer = column?.schema.type { return true }
        return destination == .year
    }

    private static func digits(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }
}
