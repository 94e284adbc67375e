import Text

/// What forms, templates and programs show where somebody is to write, and what stands for a name in their examples.
package enum PromptText {
    /// Whether a text only tells what to write in its place, or that a field found nothing: `单击此处输入文字。`, `（请填写班组全称）`, `（盖章）`,
    /// `____`, `错误!未找到引用源。`.
    package static func isOne(_ text: String) -> Bool { isPrompt(plain(text), of: text) }

    /// Whether a name is one of an example: `示例班组`, `例：东钱泵站运行一班`, `XX有限公司`, `某某班组`.
    package static func isExample(_ name: String) -> Bool { isExample(plain: plain(name)) }

    /// Whether a text stands where a name is to be written.
    static func isOneOrExample(_ text: String) -> Bool {
        let plain = plain(text)
        return isPrompt(plain, of: text) || isExample(plain: plain)
    }

    private static func isPrompt(_ plain: String, of text: String) -> Bool {
        guard let first = plain.first, beginnings.contains(first) else { return plain.isEmpty && !text.isEmpty }
        let bare = plain.trimmingPrefix { "([【〔<".contains($0) }
        if words.contains(where: bare.hasPrefix) { return true }
        guard bare.count < plain.count else { return false }
        let inside = bare.filter { !")]】〕>".contains($0) }
        return hints.contains(inside) || inside.hasPrefix("填写") || inside.hasPrefix("输入")
    }

    private static func isExample(plain: String) -> Bool {
        if examples.contains(where: plain.hasPrefix) { return true }
        if plain.hasPrefix("某"), plain.hasSuffix("公司"), plain.count > 4 { return true }
        if doubled.contains(where: plain.holds) { return true }
        guard plain.utf8.contains(UInt8(ascii: "x")) else { return false }
        // XX and XXX stand for something else, the x of a word does not.
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.contains { $0.count > 1 && $0.allSatisfy { $0 == "x" } }
    }

    /// Half width in small letters, without blanks and the lines that are drawn for writing.
    private static func plain(_ text: String) -> String {
        ValueProposal.halfWidth(text).filter { !$0.isWhitespace && $0 != "_" }.lowercased()
    }

    private static let words = [
        "请填", "请输入", "请写", "请选择", "请在", "请按", "单击", "点击", "此处填", "此处输入", "在此填", "在此输入", "在此处", "选择一项", "clickortap",
        "clickhere", "clicktoenter", "tapto", "chooseanitem", "pleaseenter", "pleasefill", "错误!未", "error!",
    ]

    /// The first characters of all that may be one.
    private static let beginnings = Set<Character>("([【〔<请单点此在选错cetp")

    /// In brackets alone.
    private static let hints: Set<String> = [
        "全称", "盖章", "公章", "签章", "印章", "章", "签字", "必填", "选填", "可选", "可选项", "单位名称", "企业名称", "班组名称", "名称", "加盖公章", "单位公章",
        "单位盖章", "企业公章", "企业盖章",
    ]

    private static let doubled: [StaticString] = ["某某", "××", "○○", "□□", "△△", "✕✕", "✗✗"]

    private static let examples = ["示例", "范例", "例如", "例:", "如:", "填写示例", "样例:", "举例"]
}
