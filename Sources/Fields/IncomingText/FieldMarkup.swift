import Diagnostics
import Rules

/// Tags of HTML in the value of a field, which is shown as it is written: `标题: <b>质量</b>`.
enum FieldMarkup {
    /// Elements that people write in texts. `<90%` and `<T/CAQ>` are none.
    private static let elements: Set<Substring> = [
        "a", "b", "big", "br", "center", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i",
        "img", "li",
        "mark", "ol", "p", "s", "script", "small", "span", "strong", "style", "sub", "sup", "table", "td", "tr", "u",
        "ul",
    ]

    /// The finding about a value that has a tag; `nil` for all others.
    static func finding(in text: String, at range: SourceRange) -> Diagnostic? {
        guard text.utf8.contains(UInt8(ascii: "<")), let tag = tag(in: text) else { return nil }
        return Diagnostic(
            .rawHTML, at: range,
            message: LocalizedText(
                zh: "字段里的 HTML 标签“\(tag)”不起作用，会原样显示。",
                en: "The tag “\(tag)” has no effect in a field and is shown as it is."),
            help: LocalizedText(zh: "请删去标签，只写文字。", en: "Write the text without tags."))
    }

    /// The first tag of a text.
    private static func tag(in text: String) -> Substring? {
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            let inside = rest.prefix { $0 != "<" && $0 != ">" }
            let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let behind = inside[name.endIndex...].first
            if inside.endIndex < text.endIndex, text[inside.endIndex] == ">", elements.contains(name.lowercased()[...]),
                behind.map({ $0 == " " || $0 == "/" }) ?? true
            {
                return text[open...inside.endIndex]
            }
        }
        return nil
    }
}
