/// What an editor most likely meant by a value that is not of its type: `2020年5月15日`, `９８`, `“2020”`, `98%`.
package enum ValueProposal {
    /// The day that a text writes, as `2020-05-15`.
    package static func date(_ text: String) -> String? { StatedValue.day(text)?.description }

    /// The number that is left without quotes, separators of thousands and a unit.
    package static func number(_ text: String) -> String? { StatedValue.number(text)?.digits }

    /// The whole number that is left without quotes and a unit.
    package static func integer(_ text: String) -> String? {
        StatedValue.number(text)?.whole.map { String($0) } ?? StatedValue.year(text).map { String($0) }
    }

    /// Full-width letters, digits and signs as ASCII (U+FF01 to U+FF5E).
    package static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
