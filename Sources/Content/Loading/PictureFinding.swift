import Diagnostics
import Pictures
import Rules
import Values

/// What is wrong with a picture.
package enum PictureFinding {
    /// The finding about a picture that cannot be decoded.
    package static func finding(about problem: PictureProblem, at path: SitePath) -> Diagnostic {
        switch problem {
        case .damaged(let reason):
            damaged(path, reason: LocalizedText(zh: chinese(reason), en: reason))
        case .tooLarge: tooLarge(path, size: LocalizedText(zh: "像素或扫描遍数太多", en: "too many pixels or passes"))
        case .animated:
            Diagnostic(
                .pictureFormat, at: place(path),
                message: LocalizedText(zh: "“\(path)”是动画。", en: "“\(path)” is an animation."),
                help: LocalizedText(zh: "请另存为单幅的 JPEG 或 PNG。", en: "Save one frame of it as JPEG or PNG."))
        case .noMemory: tooLarge(path, size: LocalizedText(zh: "内存不够", en: "the memory does not suffice"))
        case .changed:
            Diagnostic(
                .fileUnreadable, at: place(path),
                message: LocalizedText(zh: "“\(path)”在生成期间变了。", en: "“\(path)” changed while the site was made."),
                help: LocalizedText(zh: "请再生成一次。", en: "Build again."))
        }
    }

    /// What a library says, in Chinese where it is what it mostly says.
    private static func chinese(_ reason: String) -> String {
        let isCutOff = ["too early", "Premature end", "Not enough"].contains { reason.contains($0) }
        return isCutOff ? "文件没有到头就断了" : reason.isEmpty ? "" : "数据有误：\(reason)"
    }

    static func damaged(_ path: SitePath, reason: LocalizedText) -> Diagnostic {
        Diagnostic(
            .pictureDamaged, at: place(path),
            message: LocalizedText(
                zh: "图片“\(path)”不完整或已损坏" + (reason.zh.isEmpty ? "。" : "（\(reason.zh)）。"),
                en: "The picture “\(path)” is cut off or damaged" + (reason.en.isEmpty ? "." : " (\(reason.en)).")),
            help: LocalizedText(
                zh: "请重新复制一份；用看图软件打开后另存为 JPEG 也可以。",
                en: "Copy it again, or open it in a program for pictures and save it as JPEG."))
    }

    static func tooLarge(_ path: SitePath, size: LocalizedText) -> Diagnostic {
        Diagnostic(
            .pictureTooLarge, at: place(path),
            message: LocalizedText(
                zh: "图片“\(path)”太大（\(size.zh)）。", en: "The picture “\(path)” is too large (\(size.en))."),
            help: LocalizedText(
                zh: "请缩小到宽 4000 像素以内再放进站点；网页上最多用到 1600 像素。",
                en: "Make it at most 4,000 pixels wide; pages use 1,600 of them."))
    }

    private static func place(_ path: SitePath) -> SourceRange { SourceFile(path: path.text, bytes: []).start }
}
