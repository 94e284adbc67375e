import Diagnostics
import DocumentReading
import Photos

/// Looks at pictures as far as their headers: what is wrong is told before anything is decoded.
enum PictureCheck {
    /// Formats that cameras and scanners write and browsers do not show.
    private static let unusableEndings = [
        ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".raw", ".cr2", ".nef", ".arw", ".dng", ".psd",
    ]

    /// The finding about a picture that no browser shows; `nil` for other files.
    static func unusableFormat(_ path: SitePath) -> Diagnostic? {
        let name = path.name.lowercased()
        guard let ending = unusableEndings.first(where: name.hasSuffix) else { return nil }
        let isFromTelephone = ending == ".heic" || ending == ".heif"
        return Diagnostic(
            .pictureFormat, at: place(path),
            message: LocalizedText(
                zh: "图片格式“\(ending.dropFirst())”不能在网页上显示。", en: "Browsers do not show “\(ending.dropFirst())” pictures."
            ),
            help: isFromTelephone ? fromTelephone : LocalizedText(zh: "请另存为 JPEG 或 PNG。", en: "Save it as JPEG or PNG.")
        )
    }

    private static let fromTelephone = LocalizedText(
        zh: "这是苹果手机的 HEIC 照片：请在电脑上打开后另存为 JPEG；以后可在“设置－相机－格式”中选“兼容性最佳”。",
        en:
            "iPhones take HEIC photos: open it on a computer and save it as JPEG, or choose “Most Compatible” in Settings, Camera, Formats."
    )

    /// The picture with what is to be made of it; `nil` when nothing can be.
    static func read(
        _ listing: SourceReader.Listing, path: SitePath, reader: SourceReader, findings: inout [Diagnostic]
    ) -> AttachmentFile? {
        guard listing.size <= PictureLimits.maximumByteCount else {
            let size = LocalizedText(zh: "\(listing.size / 1_000_000) MB", en: "\(listing.size / 1_000_000) MB")
            findings.append(PictureFinding.tooLarge(path, size: size))
            return nil
        }
        guard let bytes = reader.read(listing.path, PictureLimits.maximumByteCount + 1) else {
            findings.append(FileProblem.unreadable("").diagnostic(path))
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

    private static func wrongKind(_ bytes: [UInt8], path: SitePath) -> Diagnostic? {
        let named = PictureFormat(name: path.name)
        let actual = PictureKind(bytes)
        guard actual.format != named else { return nil }
        let isFromTelephone = actual == .heic
        return Diagnostic(
            .fileKind, at: place(path),
            message: LocalizedText(
                zh: "文件“\(path)”不是 \(PictureKind(named).name.zh)" + (actual == .other ? "。" : "，而是 \(actual.name.zh)。"),
                en: "The file “\(path)” is not \(PictureKind(named).name.en)"
                    + (actual == .other ? "." : " but \(actual.name.en).")),
            help: isFromTelephone
                ? fromTelephone
                : LocalizedText(
                    zh: "改文件名不会改变格式，请用原来的软件另存为这种格式。",
                    en: "A new name does not change what a file is; save it in that format."))
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

/// What a picture really is, by its first bytes.
private enum PictureKind {
    case jpeg, png, webp, heic, avif, gif, bmp, tiff, pdf, other

    init(_ bytes: [UInt8]) {
        func begins(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins("RIFF"), begins("WEBP", at: 8) {
            self = .webp
        } else if begins("ftypavif", at: 4) || begins("ftypavis", at: 4) {
            self = .avif
        } else if ["ftypheic", "ftypheix", "ftyphevc", "ftypmif1", "ftypmsf1"].contains(where: { begins($0, at: 4) }) {
            self = .heic
        } else if begins("GIF8") {
            self = .gif
        } else if begins("BM") {
            self = .bmp
        } else if begins("II*\0") || begins("MM\0*") {
            self = .tiff
        } else {
            self = begins("%PDF-") ? .pdf : .other
        }
    }

    init(_ format: PictureFormat?) {
        switch format {
        case .jpeg: self = .jpeg
        case .png: self = .png
        case .webp: self = .webp
        case nil: self = .other
        }
    }

    var format: PictureFormat? {
        switch self {
        case .jpeg: .jpeg
        case .png: .png
        case .webp: .webp
        default: nil
        }
    }

    var name: LocalizedText {
        switch self {
        case .jpeg: LocalizedText(zh: "JPEG 图片", en: "a JPEG picture")
        case .png: LocalizedText(zh: "PNG 图片", en: "a PNG picture")
        case .webp: LocalizedText(zh: "WebP 图片", en: "a WebP picture")
        case .heic: LocalizedText(zh: "HEIC 照片", en: "a HEIC photo")
        case .avif: LocalizedText(zh: "AVIF 图片", en: "an AVIF picture")
        case .gif: LocalizedText(zh: "GIF 图片", en: "a GIF picture")
        case .bmp: LocalizedText(zh: "BMP 图片", en: "a BMP picture")
        case .tiff: LocalizedText(zh: "TIFF 图片", en: "a TIFF picture")
        case .pdf: LocalizedText(zh: "PDF 文件", en: "a PDF file")
        case .other: LocalizedText(zh: "图片", en: "a picture")
        }
    }
}
