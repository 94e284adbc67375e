/// How files of pictures are named.
package enum PictureName {
    /// What follows the last dot, in small letters.
    package static let endings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "bmp", "svg", "tif", "tiff",
    ]
}
