import Diagnostics
import Rules

/// Finds what a template opens and does not close: a comment, the text of an element such as a style, a tag, the quotes
/// around an attribute's value. Everything behind it would be hidden or misread, in every file that follows on the page.
///
/// Each file is read by itself: what it opens it has to close. What depends on a condition is read as if it were there.
enum UnclosedMarkup {
    private enum What {
        case comment, text, tag, quote
    }

    /// The first of them; `nil` where everything is closed, and where the tags of the template have delimiters of their own.
    static func finding(in file: SourceFile) -> Diagnostic? {
        let bytes = file.bytes
        var state = MarkupState()
        var (opened, quote) = (0, 0)
        var hasSeenEnd = false
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                guard let tag = tag(in: bytes, at: index) else { return nil }
                if tag.isValue { state.readShownValue() }
                index = tag.end
                continue
            }
            let byte = bytes[index]
            let before = state.mode
            state.read(byte)
            if before == .text, state.mode != .text { opened = index }
            if before == .beforeValue, isQuoted(state.mode) {
                (quote, hasSeenEnd) = (index, false)
            } else if isQuoted(state.mode) {
                // The end of one tag and the beginning of another stand in no value.
                if hasSeenEnd, byte == UInt8(ascii: "<"), beginsTag(bytes, behind: index) {
                    return finding(.quote, at: quote, in: file)
                }
                if byte == UInt8(ascii: ">") { hasSeenEnd = true }
            }
            index += 1
        }
        switch state.mode {
        case .text: return nil
        case .comment, .declaration: return finding(.comment, at: opened, in: file)
        case .content, .contentTagOpen, .contentEndTag: return finding(.text, at: opened, in: file)
        case .doubleQuoted, .singleQuoted: return finding(.quote, at: quote, in: file)
        default: return finding(.tag, at: opened, in: file)
        }
    }

    private static func isQuoted(_ mode: MarkupState.Mode) -> Bool { mode == .doubleQuoted || mode == .singleQuoted }

    private static func beginsTag(_ bytes: [UInt8], behind index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        return next == UInt8(ascii: "/") || (next | 0x20) &- 0x61 < 26
    }

    /// Where a tag of the template ends, and whether it shows a value; `nil` for one that is not closed or changes the delimiters.
    private static func tag(in bytes: [UInt8], at start: Int) -> (end: Int, isValue: Bool)? {
        let sign = start + 2 < bytes.count ? bytes[start + 2] : 0
        guard sign != UInt8(ascii: "=") else { return nil }
        var end = start + 2
        while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "}") || bytes[end + 1] != UInt8(ascii: "}") { end += 1 }
        guard end + 1 < bytes.count else { return nil }
        end += 2
        if sign == UInt8(ascii: "{"), end < bytes.count, bytes[end] == UInt8(ascii: "}") { end += 1 }
        return (end, !"#^/>$<!".utf8.contains(sign))
    }

    private static func finding(_ what: What, at offset: Int, in file: SourceFile) -> Diagnostic {
        let (name, help): (LocalizedText, LocalizedText) =
            switch what {
            case .comment:
                (
                    LocalizedText(zh: "注释", en: "comment"),
                    LocalizedText(zh: "请在注释的末尾写“-->”。", en: "End it with “-->”.")
                )
            case .text:
                (
                    LocalizedText(zh: "元素", en: "element"),
                    LocalizedText(zh: "请写上结束标签，如 </style>。", en: "Write its end tag, such as </style>.")
                )
            case .tag: (LocalizedText(zh: "标签", en: "tag"), LocalizedText(zh: "标签以“>”结束。", en: "A tag ends with “>”."))
            case .quote:
                (
                    LocalizedText(zh: "引号", en: "quotation mark"),
                    LocalizedText(zh: "属性的值前后都要有引号。", en: "Quotation marks stand on both sides of a value.")
                )
            }
        return Diagnostic(
            .themeUnclosed, at: file.range(offset..<offset + 1),
            message: LocalizedText(
                zh: "这里打开的\(name.zh)没有关上，后面的内容会看不见或错位。",
                en: "The \(name.en) that begins here is not closed: what follows would be hidden or misplaced."),
            help: help)
    }
}
