import Diagnostics

/// The type of a single value, for messages about one that is not of it.
enum ExpectedValue {
    case integer, number, flag, date

    var description: LocalizedText {
        switch self {
        case .integer: LocalizedText(zh: "一个整数", en: "a whole number")
        case .number: LocalizedText(zh: "一个数", en: "a number")
        case .flag: LocalizedText(zh: "true（是）或 false（否）", en: "true or false")
        case .date: LocalizedText(zh: "一个存在的日期，写成 2020-05-15", en: "a day that exists, as 2020-05-15")
        }
    }

    /// What to write instead of a value, where that can be guessed.
    func proposal(for text: String) -> String? {
        switch self {
        case .integer: return ValueProposal.integer(text)
        case .number: return ValueProposal.number(text)
        case .date: return ValueProposal.date(text)
        case .flag:
            switch text.lowercased() {
            case "yes", "on", "1", "true", "y": return "true"
            case "no", "off", "0", "false", "n": return "false"
            default: return nil
            }
        }
    }
}
