/// Honours as decisions and tables write them. The year's title and that of the China Association for Quality differ in
/// one word: 全国市政工程质量信得过班组, 全国质量信得过班组.
package enum HonorReading {
    /// Several honours of one cell, each as it is written. Blanks separate words that a roster has, not parts of a name.
    package static func parts(of text: String) -> [String] {
        let parts = text.split(whereSeparator: { ";；、，,+\n\r".contains($0) }).map { String($0).trimmingSpaces }
        return parts.flatMap { part -> [String] in
            let words = part.split(whereSeparator: { " 　".contains($0) }).map(String.init)
            return words.allSatisfy { Honor(word: $0) != nil } ? words : [part]
        }
    }

    /// The honour that a text names; `nil` for one that a roster does not know.
    static func honor(_ text: String) -> Honor? {
        var plain = ValueProposal.halfWidth(text).filter { !$0.isWhitespace && !"“”\"《》".contains($0) }
        // 2030年度…
        while let first = plain.first, first.isASCII && first.isNumber || first == "年" || first == "度" {
            plain.removeFirst()
        }
        for ending in ["称号", "荣誉称号"] where plain.hasSuffix(ending) { plain = String(plain.dropLast(ending.count)) }
        if let honor = Honor(word: plain) { return honor }
        guard plain.hasSuffix("质量信得过班组") || plain.hasSuffix("信得过班组") else { return nil }
        let before = plain.replacing("质量信得过班组", with: "").replacing("信得过班组", with: "")
        let isRecommended = ["推荐", "申报"].contains { before.contains($0) }
        let giver = before.replacing("推荐申报", with: "").replacing("推荐", with: "").replacing("申报", with: "").replacing(
            "获得", with: ""
        ).replacing("获", with: "").replacing("授予", with: "")
        switch giver {
        case "全国", "国家级", "中质协", "中国质量协会", "中质协全国", "中国质量协会全国": return isRecommended ? .caqRecommended : .caqAwarded
        case "全国市政工程", "市政工程", "全国市政", "全国市政行业", "中国市政工程协会全国市政工程": return isRecommended ? nil : .title
        // 省级, 浙江省市政工程: another one's honour.
        default: return nil
        }
    }
}
