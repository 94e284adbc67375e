import CDrawing

/// Draws share pictures. One thread at a time.
final class ShareDrawing: @unchecked Sendable {
    /// The size that Open Graph's readers ask for, in pixels.
    static let width = 1200
    static let height = 630

    private static let ground: UInt32 = 0xFFFFFF
    private static let text: UInt32 = 0x17212B
    private static let softText: UInt32 = 0x46535F
    private static let notice: UInt32 = 0x8A5200
    private static let alarm: UInt32 = 0x9B1C1C
    private static let margin = 84.0
    private static let column = Double(width) - 2 * margin
    /// Where the heading and what follows may stand.
    private static let body = 118.0...478.0

    private let canvas: OpaquePointer

    /// `nil` when the fonts are not installed.
    init?() {
        guard let canvas = showcase_canvas_new(Int32(Self.width), Int32(Self.height)) else { return nil }
        self.canvas = canvas
    }

    deinit { showcase_canvas_free(canvas) }

    /// Draws over what was drawn before; `nil` without memory.
    func draw(_ card: ShareCard) -> [UInt8]? {
        let colour = colour(of: card)
        drawGround(card, colour)
        drawHead(card, colour)
        drawBody(card)
        drawFoot(card, colour)
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard showcase_canvas_png(canvas, &bytes, &count) != 0, let bytes else { return nil }
        defer { showcase_canvas_free_bytes(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// What is withdrawn is not dressed in the site's colour.
    private func colour(of card: ShareCard) -> UInt32 {
        switch card.state?.tone {
        case .alarm: Self.alarm
        case .notice: Self.notice
        case .plain, nil: card.accent
        }
    }

    private func drawGround(_ card: ShareCard, _ colour: UInt32) {
        showcase_canvas_fill(canvas, Self.ground)
        // The lid of a shaft, cut by the corner.
        let faint = Self.mixed(colour, 0.08)
        for radius in stride(from: 40.0, through: 240, by: 50) {
            showcase_canvas_ring(canvas, 1130, 560, radius, 20, faint)
        }
        showcase_canvas_rectangle(canvas, 0, 0, 20, Double(Self.height), 0, colour)
    }

    private func drawHead(_ card: ShareCard, _ colour: UInt32) {
        let markWidth = card.mark.isEmpty ? 0 : 260.0
        write(
            card.organisation, at: (Self.margin, 62), width: Self.column - markWidth, size: 30, colour: Self.softText)
        guard !card.mark.isEmpty else { return }
        write(
            card.mark, at: (Double(Self.width) - Self.margin - markWidth, 58), width: markWidth, size: 34, isBold: true,
            colour: colour, isRight: true)
    }

    /// The heading as large as it fits, and the lines below it, in the middle of their room.
    private func drawBody(_ card: ShareCard) {
        let (size, lines) = headingSize(card.heading)
        let heading = measure(card.heading, width: Self.column, size: size, isBold: true, lines: lines)
        let gap = 22.0
        let below = card.lines.map { measure($0, width: Self.column, size: 34, lines: 2).height + 8 }
        let total = heading.height + (below.isEmpty ? 0 : gap) + below.reduce(0, +)
        var y = Self.body.lowerBound + max(0, (Self.body.upperBound - Self.body.lowerBound - total) / 2)
        write(
            card.heading, at: (Self.margin, y), width: Self.column, size: size, isBold: true, colour: Self.text,
            lines: lines)
        y += heading.height + gap
        for (line, height) in zip(card.lines, below) {
            write(line, at: (Self.margin, y), width: Self.column, size: 34, colour: Self.softText, lines: 2)
            y += height
        }
    }

    private func headingSize(_ heading: String) -> (size: Double, lines: Int) {
        for (size, lines) in [(84.0, 1), (66.0, 2), (50.0, 3)]
        where measure(heading, width: Self.column, size: size, isBold: true, lines: 9).lines <= lines {
            return (size, lines)
        }
        return (46, 3)
    }

    private func drawFoot(_ card: ShareCard, _ colour: UInt32) {
        if let state = card.state {
            let extent = measure(state.text, width: 900, size: 30, isBold: true)
            showcase_canvas_rectangle(canvas, Self.margin, 498, extent.width + 48, 60, 8, colour)
            write(
                state.text, at: (Self.margin + 24, 498 + (60 - extent.height) / 2), width: 900, size: 30, isBold: true,
                colour: Self.ground)
        }
        let line = [card.address, card.note].filter { !$0.isEmpty }.joined(separator: "    ")
        write(line, at: (Self.margin, 574), width: Self.column, size: 22, colour: Self.softText)
    }

    // MARK: Text

    private func measure(
        _ text: String, width: Double, size: Double, isBold: Bool = false, lines: Int = 1
    ) -> showcase_text_extent {
        var style = showcase_text_style()
        (style.width, style.size, style.is_bold, style.maximum_lines) = (width, size, isBold ? 1 : 0, Int32(lines))
        return showcase_canvas_text(canvas, ShareText.prepared(text), &style, 0)
    }

    private func write(
        _ text: String, at place: (x: Double, y: Double), width: Double, size: Double, isBold: Bool = false,
        colour: UInt32, lines: Int = 1, isRight: Bool = false
    ) {
        guard !text.isEmpty else { return }
        var style = showcase_text_style(
            x: place.x, y: place.y, width: width, size: size, is_bold: isBold ? 1 : 0, colour: colour,
            maximum_lines: Int32(lines), is_right: isRight ? 1 : 0)
        _ = showcase_canvas_text(canvas, ShareText.prepared(text), &style, 1)
    }

    /// A colour on white, so much of it.
    private static func mixed(_ colour: UInt32, _ share: Double) -> UInt32 {
        [16, 8, 0].reduce(0) { mixed, shift in
            let part = Double(colour >> UInt32(shift) & 0xFF)
            return mixed << 8 | UInt32(255 - (255 - part) * share)
        }
    }
}
