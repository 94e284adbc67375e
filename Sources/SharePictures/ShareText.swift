import CDrawing

/// Text as it is set in a share picture.
package enum ShareText {
    /// Words that a line does not break in. Lines of Han characters may break anywhere else, but for the rules of
    /// punctuation (UAX #14), which pango follows.
    private static let words = [
        "信得过", "班组", "有限公司", "有限责任公司", "股份有限公司", "分公司", "公司", "集团", "市政", "工程", "质量", "建设",
        "协会", "管廊", "全国", "成果", "展示", "沥青", "混凝土", "检查井", "综合", "最佳", "实践", "名单", "年度", "养护",
        "施工", "安装", "项目部", "路面", "排水", "管道", "隧道", "桥梁", "污水", "供水", "供热", "燃气", "绿化", "照明",
    ]
    /// U+2060, between characters that stay together.
    private static let joiner = "\u{2060}"
    /// What stands for a character that the font lacks (JIS X 4051 calls it geta).
    private static let substitute: Unicode.Scalar = "〓"

    /// The characters that the font lacks, each once. Empty when the font is not installed.
    package static func missingCharacters(in text: String) -> [Unicode.Scalar] {
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where lacks(scalar) && !missing.contains(scalar) { missing.append(scalar) }
        return missing
    }

    /// The text with marks for the line breaks, and a sign for what cannot be drawn.
    static func prepared(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(lacks(scalar) ? substitute : scalar) }
        var result = String(scalars)
        for word in words where result.contains(word) {
            result = result.replacing(word, with: word.map(String.init).joined(separator: joiner))
        }
        return result
    }

    private static func lacks(_ scalar: Unicode.Scalar) -> Bool {
        // Spaces and joiners are no characters of a font.
        scalar.value >= 0x80 && !scalar.properties.isDefaultIgnorableCodePoint
            && !scalar.properties.isWhitespace && showcase_font_lacks(scalar.value) != 0
    }
}
