import Diagnostics
import Foundation
import Rules
import Scaffolding

/// `explain`: what a rule demands, why, and how to mend what breaks it.
package struct ExplainRule: Command {
    /// The rule's name; `nil` for a list of all.
    package var rule: String?
    /// `nil` for what the environment says.
    package var language: MessageLanguage?

    /// - Parameters:
    ///   - rule: its name; `nil` for a list of all.
    ///   - language: `nil` for what the environment says.
    package init(_ rule: String?, language: MessageLanguage? = nil) {
        self.rule = rule
        self.language = language
    }

    package func run(in context: CommandContext) throws {
        let language = context.language(language, site: nil)
        guard let name = rule else {
            return try context.answer(RuleReference.list(language: language), words: language)
        }
        guard let found = RuleCatalogue.rule(named: name) else {
            let suggestion = NearestName.suggestion(for: name, among: RuleCatalogue.rules.map(\.name))
            throw CommandFailure.usage(
                "There is no rule “\(name)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? "")
                    + " 没有这条规则。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""))
        }
        try context.answer(RuleText.explanation(of: found, language: language), words: language)
    }
}

/// `schema`: the JSON Schema of a kind of content.
package struct PrintSchema: Command {
    package var kind: EditorSchema.Kind

    /// - Parameter kind: the kind of content.
    package init(_ kind: EditorSchema.Kind) { self.kind = kind }

    package func run(in context: CommandContext) throws {
        try context.answer(
            Data(EditorSchema.document(kind).bytes(isPretty: true)), words: context.language(nil, site: nil))
    }
}
