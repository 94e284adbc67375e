import CPictures

/// The formats that pictures are read in. No other one meets a decoder.
package enum PictureFormat: Sendable, Hashable {
    case jpeg, png, webp

    /// The format that a file's name says, in any letter case; `nil` for other files.
    package init?(name: String) {
        switch name.split(separator: ".").last.map({ $0.lowercased() }) {
        case "jpg", "jpeg": self = .jpeg
        case "png": self = .png
        case "webp": self = .webp
        default: return nil
        }
    }

    /// The format that a file's first bytes say.
    init?(bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else {
            return nil
        }
    }

    var code: Int32 {
        switch self {
        case .jpeg: Int32(SHOWCASE_PICTURE_JPEG)
        case .png: Int32(SHOWCASE_PICTURE_PNG)
        case .webp: Int32(SHOWCASE_PICTURE_WEBP)
        }
    }

    /// Whether pictures of the format are mostly drawn, with letters and lines.
    var isDrawing: Bool { self == .png }
}
