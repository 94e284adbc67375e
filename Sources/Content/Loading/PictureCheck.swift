import Diagnostics
import Documents
import Pictures
import Rules
import Values

/// Looks at pictures as far as their headers: what is wrong is told before anything is decoded.
enum PictureCheck {
    /// The finding about a picture of a kind that no browser shows.
    static func unusableFormat(_ path: SitePath, _ kind: FileKind) -> Diagnostic {
        let ending = FileKind.ending(of: path.name)
        // A name may promise nothing, or something else.
        let format = kind.endings.contains(ending) ? ending : kind.endings.first ?? ending
        return Diagnostic(
            .pictureFormat, at: place(path),
            message: LocalizedText(
                zh: "图片格式“\(format)”不能在网页上显示。", en: "Browsers do not show “\(format)” pictures."),
            help: kind == .heic ? fromTelephone : LocalizedText(zh: "请另存为 JPEG 或 PNG。", en: "Save it as JPEG or PNG.")
        )
    }

    /// What to do with photos of telephones that browsers do not show.
    static let fromTelephone = LocalizedText(
        zh: "这是苹果手机的 HEIC 照片：请在电脑上打开后另存为 JPEG；以后可在“设置－相机－格式”中选“兼容性最佳”。",
        en:
            "iPhones take HEIC photos: open it on a computer and save it as JPEG, or choose “Most Compatible” in Settings, Camera, Formats."
    )

    /// The picture with what is to be made of it; `nil` when nothing can be.
    static func read(
        _ listing: Workspace.Listing, path: SitePath, reader: Workspace, findings: inout [Diagnostic]
    ) -> AttachmentFile? {
        guard listing.size <= PictureLimits.maximumByteCount else {
            let size = LocalizedText(same: ByteCount.words(listing.size))
            findings.append(PictureFinding.tooLarge(path, size: size))
            return nil
        }
        guard let bytes = reader.read(listing.path, PictureLimits.maximumByteCount + 1) else {
            findings.append(FileProblem.unreadable().diagnostic(path))
            return nil
        }
        if let wrong = wrongKind(bytes, path: path) {
            findings.append(wrong)
            return nil
        }
        guard let header = PictureHeader(bytes) else {
            findings.append(
                PictureFinding.damaged(path, reason: LocalizedText(zh: "文件头不完整", en: "its header is not complete")))
            return nil
        }
        guard !PictureLimits.exceeds(header) else {
            let size = LocalizedText(
                zh: "\(header.width) × \(header.height) 像素", en: "\(header.width) × \(header.height) pixels")
            findings.append(PictureFinding.tooLarge(path, size: size))
            return nil
        }
        findings += position(in: bytes, path: path)
        return AttachmentFile(
            path: path, size: listing.size, imageSize: (header.width, header.height),
            picture: PicturePlan(header: header, original: bytes))
    }

    // MARK: Findings

    private static func place(_ path: SitePath) -> SourceRange { SourceFile(path: path.text, bytes: []).start }

    /// The finding about a picture that is another kind than its name promises; names that promise none do no harm.
    private static func wrongKind(_ bytes: [UInt8], path: SitePath) -> Diagnostic? {
        let kind = FileKind(bytes)
        switch kind.match(path.name) {
        case .promises(let promised):
            return AttachmentCheck.wrongKind(path, promised: promised, actual: kind, at: place(path))
        case .unlisted:
            return AttachmentCheck.unlisted(path)
        case .right, .misnamed: return nil
        }
    }

    /// What is published has no position, but the original stays in the site's folder, which others may see.
    private static func position(in bytes: [UInt8], path: SitePath) -> [Diagnostic] {
        guard (try? DocumentReader.contents(of: bytes, named: path.name.lowercased()).holdsPosition) == true else {
            return []
        }
        return [
            Diagnostic(
                .originalPosition, at: place(path),
                message: LocalizedText(
                    zh: "原图里记着拍摄地点的经纬度；发布的图片里已经去掉。",
                    en: "The original tells the latitude and longitude it was taken at; what is published does not."),
                help: LocalizedText(
                    zh: "站点文件夹会给别人看时（如公开的代码仓库），请在“属性－详细信息”中删除位置信息。",
                    en:
                        "Remove it in the picture's properties if others see the site's folder, as in a public repository."
                ))
        ]
    }
}
