/// Formulas of cells, as far as they are understood.
package enum SheetFormula {
    /// The text of a formula that is nothing but a text, such as `"007"`; `nil` for every other one.
    ///
    /// - Parameter formula: without the `=` that it begins with.
    package static func text(of formula: some StringProtocol) -> String? {
        let formula = formula.drop { $0 == " " }
        guard formula.utf8.count > 1, formula.first == "\"", formula.last == "\"" else { return nil }
        let inside = String(formula.dropFirst().dropLast())
        // Quotation marks in it are doubled; a single one ends the text.
        guard !inside.replacing("\"\"", with: "").contains("\"") else { return nil }
        return inside.replacing("\"\"", with: "\"")
    }
}
