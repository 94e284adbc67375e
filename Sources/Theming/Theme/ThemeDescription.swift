import Content
import Diagnostics
import Fields
import Rules

/// `theme.yaml`.
struct ThemeDescription {
    var parent: Located<String>?
    var stylesheets: [Located<String>] = []
    var pictureSizes: String?
    var photoSizes: String?
    /// As 0xRRGGBB.
    var accent: UInt32?

    private static let keys = ["name", "title", "extends", "stylesheets", "picture_sizes", "photo_sizes", "accent"]

    /// - Returns: `nil` after a finding when the file is no mapping that can be read.
    static func read(_ file: SourceFile, findings: inout [Diagnostic]) -> ThemeDescription? {
        guard
            let entries = YAMLMapping.read(
                file, rule: .themeDescription, fieldNames: ContentSchema.allNames, findings: &findings)
        else { return nil }
        var description = ThemeDescription()
        for entry in entries {
            switch (entry.key.value, entry.value) {
            case ("name", .text), ("title", .text): break
            case ("extends", .text(let name)): description.parent = Located(name, at: entry.range)
            case ("stylesheets", .list(let paths)): description.stylesheets = paths
            case ("picture_sizes", .text(let sizes)): description.pictureSizes = sizes
            case ("photo_sizes", .text(let sizes)): description.photoSizes = sizes
            case ("accent", .text(let text)):
                description.accent = colour(text)
                if description.accent == nil {
                    findings.append(
                        wrongValue(
                            entry,
                            expected: LocalizedText(zh: "颜色，例如 \"#0b5c8a\"", en: "a colour such as \"#0b5c8a\"")))
                }
            case ("name", _), ("title", _), ("extends", _), ("picture_sizes", _), ("photo_sizes", _),
                ("accent", _):
                findings.append(wrongValue(entry, expected: LocalizedText(zh: "一段文字", en: "text")))
            case ("stylesheets", _):
                findings.append(wrongValue(entry, expected: LocalizedText(zh: "一个列表", en: "a list")))
            default:
                let suggestion = NearestName.suggestion(for: entry.key.value, among: keys)
                findings.append(
                    Diagnostic(
                        .themeDescription, at: entry.key.range,
                        message: LocalizedText(
                            zh: "theme.yaml 没有字段“\(entry.key.value)”。",
                            en: "theme.yaml has no field “\(entry.key.value)”."),
                        help: LocalizedText(
                            zh: suggestion.map { "是否应为“\($0)”？" } ?? "可用字段：\(keys.joined(separator: "、"))。",
                            en: suggestion.map { "Did you mean “\($0)”?" }
                                ?? "The fields are \(keys.joined(separator: ", "))."),
                        replacement: suggestion))
            }
        }
        return description
    }

    /// `#RRGGBB` as a number.
    private static func colour(_ text: String) -> UInt32? {
        text.hasPrefix("#") && text.utf8.count == 7 ? UInt32(text.dropFirst(), radix: 16) : nil
    }

    /// A finding about an entry whose value is of another kind.
    static func wrongValue(_ entry: YAMLMapping.Entry, expected: LocalizedText) -> Diagnostic {
        Diagnostic(
            .themeDescription, at: entry.range,
            message: LocalizedText(
                zh: "“\(entry.key.value)”应为\(expected.zh)。", en: "“\(entry.key.value)” must be \(expected.en)."))
    }
}
