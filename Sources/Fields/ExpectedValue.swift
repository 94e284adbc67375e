import Diagnostics
import Values

/// The type and the limits of a single value, for messages about one that is not of it.
package enum ExpectedValue {
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case flag
    /// A day, with what else must hold of it.
    case date((CalendarDate) -> Bool)

    static let anyInteger = Int.min...Int.max
    static let anyNumber = -Double.infinity...Double.infinity

    package var description: LocalizedText {
        switch self {
        case .integer(Self.anyInteger): LocalizedText(zh: "一个整数", en: "a whole number")
        case .integer(let limits) where limits.upperBound == .max:
            LocalizedText(
                zh: "不小于 \(limits.lowerBound) 的整数", en: "a whole number of at least \(limits.lowerBound)")
        case .integer(let limits) where limits.lowerBound == limits.upperBound:
            LocalizedText(zh: "整数 \(limits.lowerBound)", en: "the whole number \(limits.lowerBound)")
        case .integer(let limits):
            LocalizedText(
                zh: "\(limits.lowerBound) 至 \(limits.upperBound) 的整数",
                en: "a whole number from \(limits.lowerBound) to \(limits.upperBound)")
        case .number(Self.anyNumber): LocalizedText(zh: "一个数", en: "a number")
        case .number(let limits):
            LocalizedText(
                zh: "\(Int(limits.lowerBound)) 至 \(Int(limits.upperBound)) 的数",
                en: "a number from \(Int(limits.lowerBound)) to \(Int(limits.upperBound))")
        case .flag: LocalizedText(zh: "“是”或“否”", en: "true or false")
        case .date: LocalizedText(zh: "一个存在的日期，写成 2020-05-15", en: "a day that exists, as 2020-05-15")
        }
    }

    /// How the value is written, where nothing can be proposed.
    package var help: LocalizedText? {
        switch self {
        case .integer, .number:
            LocalizedText(zh: "请用阿拉伯数字，不带单位和别的文字。", en: "Write digits alone, without a unit or other words.")
        case .flag, .date: nil
        }
    }

    /// What to write instead of a value, where that can be guessed and the field would take it.
    ///
    /// - Parameter isChinese: whether the field's name is Chinese where the value stands.
    package func proposal(for text: String, isChinese: Bool) -> String? {
        switch self {
        case .integer(let limits):
            return ValueProposal.integer(text).flatMap { Int($0).map(limits.contains) == true ? $0 : nil }
        case .number(let limits):
            return ValueProposal.number(text).flatMap { Double($0).map(limits.contains) == true ? $0 : nil }
        case .date(let isPossible):
            return ValueProposal.date(text).flatMap { CalendarDate(iso: $0).map(isPossible) == true ? $0 : nil }
        case .flag:
            switch text.lowercased() {
            case "yes", "on", "1", "true", "y": return isChinese ? "是" : "true"
            case "no", "off", "0", "false", "n": return isChinese ? "否" : "false"
            default: return nil
            }
        }
    }
}
