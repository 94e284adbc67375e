import Addresses
import Diagnostics
import Fields
import Rules

extension FieldReader {
    /// The old addresses that lead to a page. Those that no page can stand at are findings.
    mutating func aliases(_ name: String) -> [Located<String>] {
        texts(name).filter { alias in
            guard let problem = Self.problem(ofAlias: alias) else { return true }
            report(problem)
            return false
        }
    }

    /// What is wrong with an old address; `nil` for one that a page can stand at.
    private static func problem(ofAlias alias: Located<String>) -> Diagnostic? {
        let text = alias.value
        let path = PercentEncoding.decoded(text)
        // Every name must be one that a file can have; the last may be empty, of a folder.
        let isSafe =
            path.hasPrefix("/") && path != "/" && !text.contains { "?#".contains($0) }
            && !path.dropFirst().dropLast(path.hasSuffix("/") ? 1 : 0)
                .split(separator: "/", omittingEmptySubsequences: false)
                .contains { PublishableName.objection(to: $0) == .noName || PublishableName.objection(to: $0) == .sign }
        guard !isSafe else { return nil }
        return Diagnostic(
            .metaType, at: alias.range,
            message: LocalizedText(zh: "旧网址“\(text)”不能使用。", en: "The alias “\(text)” cannot be used."),
            help: LocalizedText(
                zh: "请写以 / 开头的站内路径，不带 ? 和 #，例如 /old/page/。",
                en: "Write a path of the site that begins with /, without ? and #, such as /old/page/."))
    }
}
