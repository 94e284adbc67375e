/// Limits of texts in a workbook, in UTF-16 units as Excel counts them (Excel specifications and limits). The library
/// leaves out what is longer.
package enum CellText {
    static let longestText = 32_767
    static let longestPromptTitle = 32

    /// The text as far as it may be long, with an ellipsis where it is cut.
    ///
    /// - Parameter longest: in UTF-16 units.
    package static func fitting(_ text: String, longest: Int = longestText) -> String {
        guard text.utf16.count > longest else { return text }
        var units = 1
        let kept = text.unicodeScalars.prefix { scalar in
            units += UTF16.width(scalar)
            return units <= longest
        }
        return String(kept) + "…"
    }
}
