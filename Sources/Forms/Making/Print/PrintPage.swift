import CPrint

/// The handle of a PDF that is being made.
final class PrintPage {
    /// Points in a millimetre.
    static let point = 72 / 25.4

    private let handle: OpaquePointer
    private(set) var missing: Set<Unicode.Scalar> = []

    /// - Throws: `FormMakingError.fontsMissing`.
    init(title: String, year: Int) throws {
        let size = FormGrid.page
        let time = "\(year)-01-01T00:00:00Z"
        guard
            let handle = showcase_print_new(size.width * Self.point, size.height * Self.point, title, time)
        else { throw FormMakingError.fontsMissing }
        self.handle = handle
    }

    deinit { showcase_print_free(handle) }

    /// How high a piece of text is, in millimetres; it is drawn at a place when there is one.
    @discardableResult
    func text(_ piece: PrintText, width: Double, at place: (x: Double, y: Double)? = nil) -> Double {
        var style = showcase_print_style(
            x: (place?.x ?? 0) * Self.point, y: (place?.y ?? 0) * Self.point, width: width * Self.point,
            size: piece.size, font: piece.font, align: piece.align, grey: piece.isHint ? 0.35 : 0)
        let extent = showcase_print_text(handle, piece.text, &style, place == nil ? 0 : 1)
        if extent.missing > 0, place != nil { missing.formUnion(piece.text.unicodeScalars.filter { lacks($0, style) }) }
        return extent.height / Self.point
    }

    private func lacks(_ scalar: Unicode.Scalar, _ style: showcase_print_style) -> Bool {
        var style = style
        return showcase_print_text(handle, String(scalar), &style, 0).missing > 0
    }

    func rectangle(x: Double, y: Double, width: Double, height: Double) {
        showcase_print_rectangle(
            handle, x * Self.point, y * Self.point, width * Self.point, height * Self.point)
    }

    func nextPage() { showcase_print_next_page(handle) }

    /// - Throws: `FormMakingError`.
    func finish() throws -> [UInt8] {
        guard missing.isEmpty else {
            throw FormMakingError.charactersMissing(String(String.UnicodeScalarView(missing.sorted())))
        }
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        guard showcase_print_finish(handle, &bytes, &count) != 0, let bytes else {
            throw FormMakingError.failed("cairo")
        }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}

/// A paragraph of a print.
struct PrintText {
    let text: String
    /// In points.
    var size = 12.0
    var font = SHOWCASE_PRINT_SONG
    var align = SHOWCASE_PRINT_LEFT
    var isHint = false
    /// Space below, in millimetres.
    var after = 0.0
}
