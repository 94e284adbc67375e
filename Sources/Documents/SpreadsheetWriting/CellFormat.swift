/// How a cell looks.
package struct CellFormat: Hashable, Sendable {
    package enum Alignment: Sendable {
        case left, center
    }

    package struct Font: Hashable, Sendable {
        package let name: String
        /// In points.
        package let size: Double

        package init(name: String, size: Double) {
            self.name = name
            self.size = size
        }
    }

    /// The program's own font when it is nil.
    package var font: Font?
    package var isBold: Bool
    /// In both directions, with long text wrapped. The program's own when it is nil.
    package var alignment: Alignment?
    package var hasBorder: Bool
    /// Red, green and blue, eight bits each.
    package var background: UInt32?
    /// Whether the cell may be changed although the sheet is protected.
    package var isInput: Bool

    package init(
        font: Font? = nil, isBold: Bool = false, alignment: Alignment? = nil, hasBorder: Bool = false,
        background: UInt32? = nil, isInput: Bool = false
    ) {
        self.font = font
        self.isBold = isBold
        self.alignment = alignment
        self.hasBorder = hasBorder
        self.background = background
        self.isInput = isInput
    }
}
