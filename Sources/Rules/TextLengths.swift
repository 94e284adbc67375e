import Diagnostics

/// How long texts are to be, in characters. Checks, the rules' texts and the descriptions of fields say the same numbers.
package enum TextLengths {
    /// A write-up, without the heads of its front matter (the application form).
    package static let writeUp = TextLength(2000...3000)
    /// A summary, which lists and cards show whole.
    package static let summary = TextLength(30...120)
}

/// A shortest and a longest length.
package struct TextLength: Sendable {
    package let range: ClosedRange<Int>

    init(_ range: ClosedRange<Int>) { self.range = range }

    /// Both, as each language writes numbers: `2000 至 3000 `, `2,000 to 3,000`.
    package var words: LocalizedText {
        LocalizedText(
            zh: "\(range.lowerBound) 至 \(range.upperBound) ",
            en: "\(Self.grouped(range.lowerBound)) to \(Self.grouped(range.upperBound))")
    }

    private static func grouped(_ number: Int) -> String {
        guard number >= 1000 else { return String(number) }
        let rest = String(number % 1000)
        return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
