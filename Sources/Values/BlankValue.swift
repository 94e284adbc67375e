/// Texts that people write where there is nothing to write.
package enum BlankValue {
    /// Whether a text says that there is nothing to say: `/`, `—`, `无`, `不适用`, or nothing at all.
    package static func isOne(_ text: String) -> Bool {
        let bare = ValueProposal.halfWidth(text).lowercased().filter { !$0.isWhitespace && !"()。.".contains($0) }
        return bare.allSatisfy { "/\\-—–_~".contains($0) } || words.contains(bare)
    }

    private static let words: Set<String> = [
        "无", "暂无", "没有", "不适用", "不涉及", "空", "未填", "不填", "不填写", "未填写", "n/a", "na", "none", "nil", "null",
    ]
}
