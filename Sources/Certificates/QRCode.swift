import CQRCode

/// A QR code (ISO/IEC 18004) as dark and light modules.
struct QRCode: Sendable, Equatable {
    /// Modules in a row, and rows.
    let width: Int
    /// Row by row, whether a module is dark.
    let modules: [Bool]

    /// - Parameter text: at most a thousand bytes or so; `nil` for more than a code can hold.
    init?(_ text: String) {
        guard !text.contains("\0"), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        self.width = width
        // The lowest bit is the module; the others say what it is for.
        modules = (0..<width * width).map { data[$0] & 1 == 1 }
    }
}
