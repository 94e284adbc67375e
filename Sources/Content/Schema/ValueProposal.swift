/// What an editor most likely meant by a value that is not of its type: `2020年5月15日`, `９８`, `“2020”`, `98%`.
package enum ValueProposal {
    /// The date that three numbers in the order of year, month and day name.
    package static func date(_ text: String) -> String? {
        let digits = halfWidth(text)
        guard !digits.contains(where: \.isLetter) || digits.contains("年") else { return nil }
        let numbers = digits.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        if numbers.count == 1, let number = numbers.first, digits.count == 8 {
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)?.description
        }
        guard numbers.count == 3 else { return nil }
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])?.description
    }

    /// The number that is left without quotes, separators of thousands and a unit.
    static func number(_ text: String) -> String? {
        let bare = bareNumber(text)
        return Double(bare).map { $0.isFinite } == true && bare.allSatisfy { $0.isNumber || ".-".contains($0) }
            ? bare : nil
    }

    /// The whole number that is left without quotes and a unit.
    package static func integer(_ text: String) -> String? {
        let bare = bareNumber(text)
        return Int(bare).map { String($0) }
    }

    /// Full-width letters, digits and signs as ASCII (U+FF01 to U+FF5E).
    package static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }

    private static func bareNumber(_ text: String) -> String {
        let shown = halfWidth(text)
        // A comma before three digits separates thousands; before fewer it may be meant as a point.
        let parts: [Substring] = shown.split(separator: "," as Character)
        guard parts.dropFirst().allSatisfy({ part in part.prefix { $0.isNumber }.count == 3 }) else { return text }
        let kept = shown.filter { !"“”‘’\"' ,　\u{A0}".contains($0) }
        let units: Set<Character> = ["%", "人", "个", "名", "年", "分", "项", "次"]
        return String(kept.reversed().drop { units.contains($0) }.reversed())
    }
}
