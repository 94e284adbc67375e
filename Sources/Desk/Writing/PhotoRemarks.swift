import Diagnostics
import Pictures

/// What an editor is told of a photo that she brings.
enum PhotoRemarks {
    /// - Returns: empty for what is no photo.
    static func sentences(of bytes: [UInt8]) -> [LocalizedText] {
        guard let header = PictureHeader(bytes) else { return [] }
        var sentences = [
            LocalizedText(
                zh: "公开的照片不带拍摄时间、地点和相机信息。",
                en: "The published photo says nothing of when, where and with what it was taken.")
        ]
        if header.orientation != 1 {
            sentences.append(LocalizedText(zh: "照片已按拍摄方向转正。", en: "It is shown the right way up."))
        }
        return sentences
    }
}
