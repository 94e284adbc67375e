import Diagnostics
import Forms
import Rules

/// What the settings of a field must have to do with its kind and with each other.
struct FormFieldChecks {
    let type: Located<FormFieldType>
    let limits: [Located<Double>]
    let choices: [Located<String>]
    /// The first of its parts' places.
    let parts: SourceRange?
    let destination: Located<FormField.Destination>?
    let isRequired: Bool
    /// Whether there are numbers above that a total could add up.
    let hasSummands: Bool

    /// What does not fit the kind of field is one mistake, of the kind or of the setting: the first of it is told.
    var findings: [Diagnostic] {
        repeated + ([emptyTotal] + misplaced + [choice, unusableDestination]).compactMap { $0 }.prefix(1)
    }

    private var emptyTotal: Diagnostic? {
        guard type.value == .total, !hasSummands else { return nil }
        return Diagnostic(
            .formField, at: type.range,
            message: LocalizedText(zh: "合计前面没有可加的数。", en: "Nothing above this total can be added up."),
            help: LocalizedText(
                zh: "请在本部分前面的数字填写项里写“上限”：有上限的数才计入合计。",
                en: "Give the numbers above it in this section a `maximum`: those are added up."))
    }

    /// Settings that say something of another kind of field: nothing would come of them.
    private var misplaced: [Diagnostic?] {
        var findings: [Diagnostic] = []
        if let limit = limits.first, ![.number, .longText].contains(type.value) {
            findings.append(
                finding(
                    limit.range, zh: "上限和下限只用于数字和长文字。", en: "Only numbers and long texts have a minimum and a maximum.")
            )
        }
        if let first = choices.first, type.value != .choice {
            findings.append(finding(first.range, zh: "选项只用于单选。", en: "Only a choice has `choices`."))
        }
        if let parts, type.value != .longText {
            findings.append(finding(parts, zh: "各部分只用于长文字。", en: "Only a long text has `parts`."))
        }
        if type.value == .stamp, isRequired || destination != nil {
            findings.append(
                finding(
                    destination?.range ?? type.range, zh: "盖章处不填文字，不能写必填或写入。",
                    en: "Nothing is typed where a stamp goes: it is neither `required` nor written anywhere."))
        }
        return findings
    }

    /// Words that a choice has twice; Word refuses such a list.
    private var repeated: [Diagnostic] {
        var first: [String: SourceRange] = [:]
        return choices.compactMap { choice in
            guard let earlier = first.updateValue(choice.range, forKey: choice.value) else { return nil }
            return Diagnostic(
                .formField, at: choice.range,
                message: LocalizedText(
                    zh: "选项“\(choice.value)”重复。", en: "The choice “\(choice.value)” is there twice."),
                related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is here already"), at: earlier)])
        }
    }

    private var choice: Diagnostic? {
        guard type.value == .choice, choices.count < 2 else { return nil }
        return finding(
            type.range, zh: "单选要在“选项”中至少写两个。", en: "A choice has at least two `choices`.")
    }

    /// A destination that such a field cannot fill.
    private var unusableDestination: Diagnostic? {
        guard let destination, type.value != .stamp else { return nil }
        let fitting: [FormFieldType] =
            switch destination.value.column?.schema.type {
            case .integer: [.number, .text]
            case .date: [.date, .text]
            case nil where destination.value == .year: [.number, .text]
            case nil: [.longText]
            default: [.text, .choice]
            }
        guard !fitting.contains(type.value) else { return nil }
        let chinese = fitting.map(\.chineseWord).joined(separator: "或")
        let english = fitting.map(\.rawValue).joined(separator: " or ")
        return finding(
            destination.range,
            zh: "“\(destination.value.chineseWord)”要由\(chinese)来填，不能是\(type.value.chineseWord)。",
            en: "`\(destination.value.rawValue)` is filled by \(english), not by \(type.value.rawValue).")
    }

    private func finding(_ range: SourceRange, zh: String, en: String) -> Diagnostic {
        Diagnostic(.formField, at: range, message: LocalizedText(zh: zh, en: en))
    }
}
