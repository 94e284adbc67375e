import Content

/// Honours as decisions and tables write them. The year's title and that of the China Association for Quality differ in
/// one word: 全国市政工程质量信得过班组, 全国质量信得过班组.
enum HonorReading {
    /// The honours as a roster has them; `nil` where one of them is none that a roster knows.
    static func canonical(_ text: String) -> String? {
        if let known = RosterCells.canonical(text, in: .honors) { return known }
        let parts = text.split(whereSeparator: { ";；、，,+\n\r".contains($0) })
        var honors: [String] = []
        for part in parts {
            guard let honor = honor(String(part)) else { return nil }
            if !honors.contains(honor.rawValue) { honors.append(honor.rawValue) }
        }
        return honors.isEmpty ? nil : honors.joined(separator: ";")
    }

    private static func honor(_ text: String) -> Honor? {
        var plain = ValueText.halfWidth(text).filter { !$0.isWhitespace && !"“”\"《》".contains($0) }
        // 2030年度…
        while let first = plain.first, first.isASCII && first.isNumber || first == "年" || first == "度" {
            plain.removeFirst()
        }
        for ending in ["称号", "荣誉称号"] where plain.hasSuffix(ending) { plain = String(plain.dropLast(ending.count)) }
        if let honor = RosterCells.canonical(plain, in: .honors).flatMap({ Honor(rawValue: $0) }) { return honor }
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
