import Diagnostics
import Rules
import Values

/// What is told about characters that nobody sees or that look like others.
extension HiddenCharacters {
    /// What is wrong with the characters of a name or another value.
    package struct Blemish: Sendable {
        /// The value as it is meant; `nil` where something was lost that only its writer knows.
        package let cleaned: String?
        /// What stands in it, as part of a sentence: “看不见的字符：零宽空格（U+200B）”.
        package let description: LocalizedText
    }

    /// What is wrong with the characters of a name or another value; `nil` for a clean one.
    package static func blemish(of value: String) -> Blemish? {
        let bytes = Array(value.utf8)
        let matches = matches(in: bytes, 0..<bytes.count, use: .value).filter { !isPartOfEmoji($0, bytes) }
        guard !matches.isEmpty else { return nil }
        let cleaned = text(of: bytes, 0..<bytes.count, mending: matches).map(\.trimmingSpaces)
        return Blemish(cleaned: cleaned, description: description(of: matches))
    }

    /// Whether what is meant by a value is beyond doubt: a blank that looks like a space may be one.
    package static func isCleanedUnseen(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return matches(in: bytes, 0..<bytes.count, use: .value).allSatisfy { $0.kind != .space }
    }

    /// The finding about a value with such characters; `nil` for a clean one.
    ///
    /// - Parameters:
    ///   - value: what was read.
    ///   - range: where it is written, with its quotes where it has any.
    package static func finding(about value: String, at range: SourceRange) -> Diagnostic? {
        guard let blemish = blemish(of: value) else { return nil }
        return Diagnostic(
            .hiddenInValue, at: range,
            message: LocalizedText(
                zh: "“\(shown(value))”里有\(blemish.description.zh)。",
                en: "“\(shown(value))” holds \(blemish.description.en)."),
            help: blemish.cleaned.map { LocalizedText(zh: "请写成“\($0)”。", en: "Write “\($0)”.") }
                ?? LocalizedText(
                    zh: "请对照原件重新输入这几个字。", en: "Type these characters again after the original."),
            replacement: cleanedText(of: range))
    }

    /// The finding about the name of a file or folder with such characters; `nil` for a clean one.
    ///
    /// - Parameter whole: what has the name, in words.
    package static func finding(aboutName name: String, of whole: LocalizedText, at range: SourceRange) -> Diagnostic? {
        guard let blemish = blemish(of: name) else { return nil }
        let shown = shown(name)
        return Diagnostic(
            .hiddenInValue, at: range,
            message: LocalizedText(
                zh: "\(whole.zh)名“\(shown)”里有\(blemish.description.zh)。",
                en: "The \(whole.en)'s name “\(shown)” holds \(blemish.description.en)."),
            help: blemish.cleaned.map { LocalizedText(zh: "请改名为“\($0)”。", en: "Call it “\($0)”.") }
                ?? LocalizedText(zh: "请给\(whole.zh)改名。", en: "Give the \(whole.en) another name."))
    }

    /// The findings about running text: one for each line and kind, with the line's stretch as it should be.
    package static func findings(in file: SourceFile, from start: Int) -> [Diagnostic] {
        let matches = matches(in: file.bytes, min(start, file.bytes.count)..<file.bytes.count, use: .running)
        guard !matches.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        var rest = matches[...]
        while let first = rest.first {
            let line = file.lineBytes(around: first.bytes.lowerBound)
            let ofLine = rest.prefix { $0.bytes.lowerBound <= line.upperBound }
            rest = rest.dropFirst(ofLine.count)
            var groups: [(rule: Rule, matches: [Match])] = []
            for match in ofLine {
                let rule: Rule = match.kind == .lookAlike ? .lookAlike : .hiddenInText
                let isMendable = match.replacement != nil
                let known = groups.firstIndex {
                    $0.rule == rule && ($0.matches[0].replacement != nil) == isMendable
                }
                if let known {
                    groups[known].matches.append(match)
                } else {
                    groups.append((rule, [match]))
                }
            }
            findings += groups.map { finding(about: $0.matches, of: file, rule: $0.rule) }
        }
        return findings
    }

    private static func finding(about matches: [Match], of file: SourceFile, rule: Rule) -> Diagnostic {
        let range = matches[0].bytes.lowerBound..<matches[matches.count - 1].bytes.upperBound
        let description = description(of: matches)
        let mended = text(of: file.bytes, range, mending: matches)
        return Diagnostic(
            rule, at: file.range(range),
            message: LocalizedText(zh: "这里有\(description.zh)。", en: "There is \(description.en) here."),
            help: mended == nil
                ? LocalizedText(zh: "请对照原件重新输入。", en: "Type it again after the original.")
                : rule == .lookAlike
                    ? LocalizedText(
                        zh: "请改成“\(mended ?? "")”，或运行 check --fix。", en: "Write “\(mended ?? "")”, or run check --fix.")
                    : LocalizedText(
                        zh: "请删去它，或运行 check --fix。", en: "Delete it, or run check --fix."),
            replacement: mended)
    }

    /// A stretch of text with all its matches mended; `nil` when one cannot be.
    private static func text(of bytes: [UInt8], _ range: Range<Int>, mending matches: [Match]) -> String? {
        var result: [UInt8] = []
        var position = range.lowerBound
        for match in matches {
            guard let replacement = match.replacement else { return nil }
            result += bytes[position..<match.bytes.lowerBound] + Array(replacement.utf8)
            position = match.bytes.upperBound
        }
        result += bytes[position..<range.upperBound]
        return String(decoding: result, as: UTF8.self)
    }

    /// Emoji have marks that choose and join their forms.
    private static func isPartOfEmoji(_ match: Match, _ bytes: [UInt8]) -> Bool {
        guard [0xFE0E, 0xFE0F, 0x200D].contains(match.scalar.value) else { return false }
        let before = String(decoding: bytes[..<match.bytes.lowerBound], as: UTF8.self).unicodeScalars.last
        return before.map { $0.properties.isEmoji || [0xFE0F, 0x20E3].contains($0.value) } ?? false
    }

    /// What is written at a value's place, without the quotes around it, cleaned: it keeps the grammar of its place. `nil`
    /// where the characters are written as escapes.
    private static func cleanedText(of range: SourceRange) -> String? {
        var bytes = range.file.bytes[range.bytes]
        if bytes.count > 1, let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            bytes.last == quote
        {
            bytes = bytes.dropFirst().dropLast()
        }
        let written = String(decoding: bytes, as: UTF8.self)
        return blemish(of: written)?.cleaned
    }

    /// The value with what cannot be seen shown by its number.
    private static func shown(_ value: String) -> String {
        let bytes = Array(value.utf8)
        var result = ""
        var position = 0
        for match in matches(in: bytes, 0..<bytes.count, use: .value) where match.kind != .lookAlike {
            result += String(decoding: bytes[position..<match.bytes.lowerBound], as: UTF8.self)
            result += "<\(number(of: match.scalar))>"
            position = match.bytes.upperBound
        }
        return result + String(decoding: bytes[position...], as: UTF8.self)
    }

    // MARK: Words

    /// What stands in a text, each character once and at most three of them.
    private static func description(of matches: [Match]) -> LocalizedText {
        var seen: [Match] = []
        for match in matches where !seen.contains(where: { $0.scalar == match.scalar }) { seen.append(match) }
        let shown = seen.prefix(3).map { describe($0) }
        let isMore = seen.count > shown.count
        let count = matches.count
        return LocalizedText(
            zh: shown.map(\.zh).joined(separator: "、") + (isMore ? "等" : "") + (count > 1 ? "（共 \(count) 处）" : ""),
            en: shown.map(\.en).joined(separator: ", ") + (isMore ? " and others" : "")
                + (count > 1 ? " (\(count) places)" : ""))
    }

    private static func describe(_ match: Match) -> LocalizedText {
        let number = number(of: match.scalar)
        switch match.kind {
        case .lookAlike:
            let meant = match.replacement ?? ""
            return LocalizedText(
                zh: "形似“\(meant)”的字符“\(match.scalar)”（\(number)）",
                en: "“\(match.scalar)” (\(number)), which only looks like “\(meant)”")
        case .control:
            return LocalizedText(zh: "看不见的控制字符（\(number)）", en: "an invisible control character (\(number))")
        case .lineSeparator:
            return LocalizedText(zh: "特殊的换行符（\(number)）", en: "a special line end (\(number))")
        case .direction:
            return LocalizedText(
                zh: "改变文字方向的不可见字符（\(number)）", en: "an invisible mark of direction (\(number))")
        case .placeholder:
            return LocalizedText(
                zh: "代替丢失内容的符号（\(number)）", en: "a sign in the place of something lost (\(number))")
        case .privateUse:
            return LocalizedText(
                zh: "只有个别字体才能显示的字符（\(number)）", en: "a character that only certain fonts have (\(number))")
        case .space, .invisible:
            let name = names[match.scalar.value]
            let other =
                match.kind == .space
                ? LocalizedText(zh: "特殊的空格", en: "a special space")
                : LocalizedText(zh: "看不见的字符", en: "an invisible character")
            return LocalizedText(zh: "\((name ?? other).zh)（\(number)）", en: "\((name ?? other).en) (\(number))")
        }
    }

    private static let names: [UInt32: LocalizedText] = [
        0x00A0: LocalizedText(zh: "不间断空格", en: "a no-break space"),
        0x00AD: LocalizedText(zh: "看不见的连字符", en: "a soft hyphen"),
        0x200B: LocalizedText(zh: "零宽空格", en: "a zero-width space"),
        0x200C: LocalizedText(zh: "零宽不连字符", en: "a zero-width non-joiner"),
        0x200D: LocalizedText(zh: "零宽连字符", en: "a zero-width joiner"),
        0xFEFF: LocalizedText(zh: "多余的字节顺序标记", en: "a byte order mark inside the text"),
    ]

    private static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
