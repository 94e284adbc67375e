/// A picture in its renditions.
struct PictureView: ViewModel {
    let url: String
    let source: String
    let webpSet: String
    let jpegSet: String
    let width: Int
    let height: Int

    static let fields = ViewFields<Self>(
        "picture", "A picture in the sizes and formats that the build makes of it; the original is not published.",
        [
            .address("url", "The largest one, as JPEG: where a link to the picture leads.") { $0.url },
            .address("src", "The one for browsers that choose none, as JPEG.") { $0.source },
            .address("webp_srcset", "All widths as WebP, for `srcset`.") { $0.webpSet },
            .address("jpeg_srcset", "All widths as JPEG, for `srcset`.") { $0.jpegSet },
            .text("width", "Of the largest one, in pixels.") { String($0.width) },
            .text("height", "Of the largest one, in pixels.") { String($0.height) },
        ])
}

/// A photo of a write-up.
struct PhotoView: ViewModel {
    /// `nil` for drawings and GIF, which are published as they are.
    let picture: PictureView?
    let url: String
    let alt: String
    let caption: String?
    let width: String?
    let height: String?
    /// Whether it is the first picture of its page.
    let isFirst: Bool

    static let fields = ViewFields<Self>(
        "photo", "A photo of a write-up.",
        [
            .view("picture", "Its sizes and formats; empty for drawings (SVG) and GIF.") { $0.picture },
            .address("url", "Address of the largest one, or of the drawing.") { $0.url },
            .text("alt", "What it shows, for those who cannot see it.") { $0.alt },
            .text("caption", "Its caption; may be empty.") { $0.caption },
            .text("width", "In pixels; may be empty.") { $0.width },
            .text("height", "In pixels; may be empty.") { $0.height },
            .flag("is_first", "Whether it is the first picture of the page, which is not loaded lazily.") {
                $0.isFirst
            },
        ])
}

/// The picture that others show when they link to a page.
struct ShareImageView: ViewModel {
    let url: String
    let alt: String
    let width: Int
    let height: Int

    static let fields = ViewFields<Self>(
        "share_image", "The picture that others show when they link to the page, as PNG.",
        [
            .address("url", "Its full address.") { $0.url },
            .text("alt", "What it says.") { $0.alt },
            .text("width", "In pixels.") { String($0.width) },
            .text("height", "In pixels.") { String($0.height) },
        ])
}
