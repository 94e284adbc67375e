/// Marks with which names in lists refer to a note: `甲班组*`, `乙班组①`, `丙班组〔注1〕`, `★丁班组`. They are no part of a name.
package enum NameMark {
    /// A mark and what a text says without it.
    package struct Marked: Sendable, Hashable {
        /// The text before or behind the mark, without spaces at its ends.
        package let name: String
        /// In one form, however it is typed: `*` for `＊`, `[1]` for `〔１〕`, `注1` for `（注1）`.
        package let mark: String
    }

    /// The mark at the end of a text; `nil` where there is none, or nothing else.
    package static func ending(_ text: String) -> Marked? {
        // Nearly all names end in a Han character.
        guard let last = text.unicodeScalars.last, !isHan(last) else { return nil }
        var start = text.index(text.endIndex, offsetBy: -longest, limitedBy: text.startIndex) ?? text.startIndex
        while start < text.endIndex {
            if start > text.startIndex, let found = mark(in: text, at: start), found.end == text.endIndex {
                let name = String(text[..<start]).trimmingSpaces
                return name.isEmpty ? nil : Marked(name: name, mark: found.mark)
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// The mark at the beginning of a text; `nil` where there is none, or nothing else.
    package static func beginning(_ text: String) -> Marked? {
        guard let first = text.unicodeScalars.first, !isHan(first), let found = mark(in: text, at: text.startIndex)
        else { return nil }
        let name = String(text[found.end...]).trimmingSpaces
        return name.isEmpty ? nil : Marked(name: name, mark: found.mark)
    }

    /// The marks that a text holds, with what stands before each.
    package static func all(in text: String) -> [(mark: String, before: Substring)] {
        var found: [(String, Substring)] = []
        var index = text.startIndex
        while index < text.endIndex {
            if let (mark, end) = mark(in: text, at: index) {
                found.append((mark, text[..<index]))
                index = end
            } else {
                index = text.index(after: index)
            }
        }
        return found
    }

    /// Whether a mark is a number in a circle, as teams may have one: 养护班①, 养护班②.
    package static func isCircledNumber(_ mark: String) -> Bool {
        mark.unicodeScalars.count == 1 && mark.unicodeScalars.allSatisfy { circled.contains($0.value) }
    }

    /// Characters that the longest mark has: `（注12）`, `*****`.
    private static let longest = 6

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    private static let circled: ClosedRange<UInt32> = 0x2460...0x2473
    private static let signs = Set<Character>("※△▲☆★†‡§◆◇■□▼▽●◎¹²³⁰⁴⁵⁶⁷⁸⁹")
    private static let asterisks = Set<Character>("*＊﹡∗⁎✱")
    private static let brackets: [Character: Character] = [
        "[": "]", "〔": "〕", "［": "］", "【": "】", "(": ")", "（": "）",
    ]

    /// One sign in its usual form; `nil` for a character that is none.
    private static func sign(_ character: Character) -> Character? {
        if asterisks.contains(character) { return "*" }
        if signs.contains(character) { return character }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
        // ①, ❶ and ➀ up to twenty or ten.
        let isNumber =
            circled.contains(scalar.value) || (0x2776...0x2793).contains(scalar.value)
            || (0x24EB...0x24F4).contains(scalar.value)
        return isNumber ? character : nil
    }

    private static func mark(in text: String, at start: String.Index) -> (mark: String, end: String.Index)? {
        let first = text[start]
        if sign(first) != nil {
            let run = text[start...].prefix { $0 == first }
            return (String(run.compactMap(sign)), run.endIndex)
        }
        if let close = brackets[first] {
            let inside = text[text.index(after: start)...].prefix(longest - 1)
            guard let end = inside.firstIndex(of: close) else { return nil }
            let isRound = close == ")" || close == "）"
            guard let mark = bracketed(text[text.index(after: start)..<end], isRound: isRound) else { return nil }
            return (mark, text.index(after: end))
        }
        guard first == "注" else { return nil }
        let digits = text[text.index(after: start)...].prefix(while: isDigit)
        return noteName(text[start..<digits.endIndex], isBare: true).map { ($0, digits.endIndex) }
    }

    /// What brackets hold, where it is a mark. A bare number in round ones belongs to the name: `养护班（1）`.
    private static func bracketed(_ inside: Substring, isRound: Bool) -> String? {
        guard let first = inside.first else { return nil }
        if sign(first) != nil { return inside.allSatisfy { $0 == first } ? String(inside.compactMap(sign)) : nil }
        if first == "注" { return noteName(inside, isBare: false) }
        guard !isRound else { return nil }
        return number(inside).map { "[\($0)]" }
    }

    /// 注, 注1 and, in brackets, 注一.
    private static func noteName(_ text: Substring, isBare: Bool) -> String? {
        let rest = text.dropFirst()
        if rest.isEmpty { return isBare ? nil : "注" }
        if let number = number(rest) { return "注\(number)" }
        return !isBare && rest.count == 1 && rest.allSatisfy { HanNumeral.isOne($0) } ? String(text) : nil
    }

    /// A number of one or two digits, in those of ASCII.
    private static func number(_ text: Substring) -> String? {
        guard text.allSatisfy(isDigit), (1...2).contains(text.count) else { return nil }
        return text.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("０"..."９").contains(character)
    }
}
