import Diagnostics
import Markdown

/// Reads comments that exempt a place from a rule: `<!-- showcase-ignore link/text: 引用原文 -->`.
enum CommentReader {
    private static let keyword = "showcase-ignore"

    /// `nil` for a comment about something else, and for one that is wrong, after a finding.
    static func exemption(_ comment: MarkdownComment, findings: inout [Diagnostic]) -> Exemption? {
        let file = comment.range.file
        let inside = comment.range.bytes.lowerBound + 4..<comment.range.bytes.upperBound - 3
        let text = String(decoding: file.bytes[inside], as: UTF8.self)
        let words = text.trimmingSpaces
        guard words.hasPrefix(keyword) else { return nil }
        let rest = words.dropFirst(keyword.count).drop { $0 == " " }
        let name = String(rest.prefix { $0 != ":" && $0 != "：" && $0 != " " })
        let reason = String(rest.dropFirst(name.count)).drop { $0 == ":" || $0 == "：" || $0 == " " }
        let place = Located(name, at: range(of: name, in: comment))
        guard let rule = RuleCatalogue.rule(named: name) else {
            findings.append(RuleNames.unknown(place, allowsGroups: false))
            return nil
        }
        guard rule.use != .fixed else {
            findings.append(RuleNames.notAdjustable(place))
            return nil
        }
        guard !reason.isEmpty else {
            findings.append(
                Diagnostic(
                    .metaMissingField, at: comment.range,
                    message: LocalizedText(zh: "豁免检查要写明理由。", en: "An exemption needs its reason."),
                    help: LocalizedText(
                        zh: "请写成 <!-- \(keyword) \(name): 理由 -->。", en: "Write <!-- \(keyword) \(name): reason -->.")))
            return nil
        }
        return Exemption(rule, at: comment.range, scope: .bytes(comment.subject))
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
