import ArgumentParser
import Content

extension ImportAcceptance: ExpressibleByArgument {
    /// The help of `--accept`, for an import that asks about these.
    static func help(_ questions: [ImportAcceptance]) -> ArgumentHelp {
        let list = questions.map { "\($0.rawValue): \($0.meaning.en)（\($0.meaning.zh)）" }
        return ArgumentHelp(
            """
            Say yes to what the import asks about; may be repeated. 对导入时的提问回答“是”，可以写几次。
            \(list.joined(separator: "\n"))
            """, valueName: "question")
    }

    /// - Throws: `ValidationError` for an answer to what the import does not ask.
    static func validate(_ answers: [ImportAcceptance], among questions: [ImportAcceptance]) throws {
        for answer in answers where !questions.contains(answer) {
            throw ValidationError(
                "This import does not ask about \(answer.rawValue). 这种导入没有 \(answer.rawValue) 这个提问。")
        }
    }
}
