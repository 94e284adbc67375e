import Addresses
import Diagnostics
import Fields
import Rules

extension FieldReader {
    /// The old addresses that lead to a page. Those that no page can stand at are findings.
    mutating func aliases(_ name: String) -> [Located<String>] {
        addresses(name).filter { alias in
            guard let problem = Self.problem(ofAlias: alias) else { return true }
            report(problem)
            return false
        }
    }

    /// Whether a path leads to where no page stands: names that begin with a dot, of which servers and publishing programs
    /// hide all but `.well-known`, the desk's addresses and the theme's files.
    private static func isReserved(_ path: String) -> Bool {
        let folders = path.split(separator: "/")
        return ["_showcase", "assets"].contains(folders.first ?? "")
            || folders.contains { $0.hasPrefix(".") && $0 != ".well-known" }
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
        guard !isSafe || isReserved(path) else { return nil }
        if isSafe {
            return Diagnostic(
                .metaType, at: alias.range,
                message: LocalizedText(
                    zh: "旧网址“\(text)”不能使用：这个位置不放页面。", en: "The alias “\(text)” cannot be used: no pages stand there."),
                help: LocalizedText(
                    zh: "以 . 开头的名称以及 /_showcase/、/assets/ 留作他用，请删去这一条。",
                    en:
                        "Names that begin with a dot, /_showcase/ and /assets/ are kept for other things: delete this one."
                ))
        }
        return Diagnostic(
            .metaType, at: alias.range,
            message: LocalizedText(zh: "旧网址“\(text)”不能使用。", en: "The alias “\(text)” cannot be used."),
            help: LocalizedText(
                zh: "请写以 / 开头的站内路径，不带 ? 和 #，例如 /old/page/。",
                en: "Write a path of the site that begins with /, without ? and #, such as /old/page/."))
    }
}
