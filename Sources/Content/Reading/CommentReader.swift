import Diagnostics
import Markdown
import Rules
import Values

/// Reads comments that exempt a place from rules: `<!-- showcase-ignore link/text, link/insecure: 引用原文 -->`.
enum CommentReader {
    private static let keyword = "showcase-ignore"

    /// The exemptions of a comment, one for each rule; none for a comment about something else, and for what is wrong in it,
    /// after findings.
    static func exemptions(_ comment: MarkdownComment, findings: inout [Diagnostic]) -> [Exemption] {
        let file = comment.range.file
        // `<!-->` and `<!--->` are comments without an inside.
        guard comment.range.bytes.count >= "<!---->".utf8.count else { return [] }
        let inside = comment.range.bytes.lowerBound + 4..<comment.range.bytes.upperBound - 3
        let words = String(decoding: file.bytes[inside], as: UTF8.self).trimmingSpaces
        guard words.hasPrefix(keyword) else { return [] }
        let rest = words.dropFirst(keyword.count)
        let list = rest.prefix { $0 != ":" && $0 != "：" }
        let parts = list.split { " ,，、　".contains($0) }.map(String.init)
        // Without a colon, words behind the first that are no rules are its reason.
        let hasColon = list.endIndex < rest.endIndex
        let names = hasColon ? parts : Array(parts.prefix(1) + parts.dropFirst().prefix { $0.contains("/") })
        let hasReason =
            hasColon
            ? !rest[list.endIndex...].dropFirst().allSatisfy(\.isWhitespace) : parts.count > names.count
        guard !names.isEmpty else {
            findings.append(RuleNames.unknown(Located("", at: comment.range), allowsGroups: false))
            return []
        }
        let rules = names.compactMap { rule($0, in: comment, findings: &findings) }
        guard hasReason || rules.isEmpty else {
            findings.append(withoutReason(comment, names: names.joined(separator: ", ")))
            return []
        }
        return rules.map { Exemption($0, at: comment.range, scope: .bytes(comment.subject)) }
    }

    private static func rule(_ name: String, in comment: MarkdownComment, findings: inout [Diagnostic]) -> Rule? {
        let place = Located(name, at: range(of: name, in: comment))
        guard let rule = RuleCatalogue.rule(named: name) else {
            findings.append(RuleNames.unknown(place, allowsGroups: false))
            return nil
        }
        guard rule.use != .fixed else {
            findings.append(RuleNames.notAdjustable(place))
            return nil
        }
        return rule
    }

    private static func withoutReason(_ comment: MarkdownComment, names: String) -> Diagnostic {
        Diagnostic(
            .metaMissingField, at: comment.range,
            message: LocalizedText(zh: "关掉检查要写明理由。", en: "An exemption needs its reason."),
            help: LocalizedText(
                zh: "请写成 <!-- \(keyword) \(names): 理由 -->。", en: "Write <!-- \(keyword) \(names): reason -->."))
    }

    /// The place of the rule's name, else the comment.
    private static func range(of name: String, in comment: MarkdownComment) -> SourceRange {
        let bytes = comment.range.file.bytes[comment.range.bytes]
        let wanted = Array(name.utf8)
        guard !wanted.isEmpty,
            let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) })
        else { return comment.range }
        return comment.range.file.range(start..<start + wanted.count)
    }
}
