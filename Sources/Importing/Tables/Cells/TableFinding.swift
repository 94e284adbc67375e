import Content
import Diagnostics

/// What a person should know about an import: what was read in another way than it stands, left out or proposed (hints),
/// what should be looked at (warnings), and what keeps the table from being taken over (errors).
extension Diagnostic {
    /// A finding about the table that is read. Which file it is in is said by the import as a whole.
    ///
    /// - Parameters:
    ///   - severity: `nil` for that of the rule.
    ///   - spot: where a person finds it: `名单!B12`, `12:3`; `nil` for the table as a whole.
    static func inTable(_ rule: Rule, _ severity: Severity? = nil, at spot: String? = nil, zh: String, en: String)
        -> Diagnostic
    {
        Diagnostic(
            rule, severity, inHandedIn: HandedInPlace(file: "", spot: spot), message: LocalizedText(zh: zh, en: en))
    }

    /// A question that keeps the table from being taken over until one of its answers is given; then it is a warning.
    static func question(
        _ rule: Rule, _ answers: [ImportAcceptance], given: Set<ImportAcceptance>, at spot: String?, zh: String,
        en: String
    ) -> Diagnostic {
        let isOpen = given.isDisjoint(with: answers)
        let ways = LocalizedText(
            zh: answers.map { "如果\($0.meaning.zh)，加 --accept \($0.rawValue)" }.joined(separator: "；"),
            en: answers.map { "--accept \($0.rawValue) to \($0.meaning.en)" }.joined(separator: ", or "))
        return Diagnostic(
            rule, isOpen ? .error : .warning, inHandedIn: HandedInPlace(file: "", spot: spot),
            message: LocalizedText(zh: zh, en: en), help: isOpen ? ways : nil)
    }
}
