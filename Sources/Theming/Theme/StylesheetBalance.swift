import Diagnostics
import Rules

/// Finds what a style sheet opens and does not close: browsers leave out everything behind it, in the sheets that are joined
/// behind it too (CSS Syntax 3, 5.4).
enum StylesheetBalance {
    /// The first of them; `nil` where everything is closed.
    static func finding(in file: SourceFile) -> Diagnostic? {
        let bytes = file.bytes
        var braces: [Int] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
                guard let end = endOfComment(bytes, from: index + 2) else {
                    return unclosed(LocalizedText(zh: "注释", en: "comment"), at: index, in: file)
                }
                index = end
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = endOfString(bytes, from: index) else {
                    return unclosed(LocalizedText(zh: "引号", en: "quotation mark"), at: index, in: file)
                }
                index = end
                continue
            case UInt8(ascii: "{"): braces.append(index)
            case UInt8(ascii: "}"):
                guard braces.popLast() != nil else {
                    return Diagnostic(
                        .themeUnclosed, at: file.range(index..<index + 1),
                        message: LocalizedText(
                            zh: "这里多了一个“}”，后面的一条样式会失效。",
                            en: "This “}” closes nothing, and the rule behind it is lost."))
                }
            default: break
            }
            index += 1
        }
        return braces.first.map { unclosed(LocalizedText(zh: "“{”", en: "“{”"), at: $0, in: file) }
    }

    private static func unclosed(_ what: LocalizedText, at offset: Int, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .themeUnclosed, at: file.range(offset..<offset + 1),
            message: LocalizedText(
                zh: "这里打开的\(what.zh)没有关上，后面的样式会失效。",
                en: "The \(what.en) that begins here is not closed: the styles behind it are lost."))
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return nil
    }

    /// A string ends on its line, unless a backslash stands before the line's end.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case bytes[start]: return index + 1
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "\n"): return nil
            default: break
            }
            index += 1
        }
        return nil
    }
}
