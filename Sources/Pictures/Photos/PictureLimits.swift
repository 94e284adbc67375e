/// What is too much for a picture. Looked at in its header, before anything is decoded.
package enum PictureLimits {
    /// Cameras of telephones have at most 108 megapixels when they store what they see.
    package static let maximumPixels = 120_000_000
    /// JPEG ends there as well.
    package static let maximumSide = 65_500
    package static let maximumByteCount = 64 * 1024 * 1024
    /// What all pictures that are being read may take together, in bytes.
    static let memory = 640 * 1024 * 1024

    package static func exceeds(_ header: PictureHeader) -> Bool {
        header.width > maximumSide || header.height > maximumSide || header.width * header.height > maximumPixels
    }

    /// The most that reading a picture takes, in bytes: formats that come in passes are kept whole.
    static func memory(for header: PictureHeader) -> Int {
        let pixels = header.width * header.height
        switch header.format {
        // A progressive JPEG keeps two bytes for each coefficient, of up to four components.
        case .jpeg: return pixels * 6 + 32_000_000
        case .png, .webp: return pixels * 4 + 32_000_000
        }
    }
}
