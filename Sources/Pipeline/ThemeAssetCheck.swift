import Addresses
import Diagnostics
import Documents
import Rules
import SiteModel

/// Looks at what a theme publishes beside its pages: names, kinds, and what pictures say of themselves.
///
/// A theme has scripts and fonts besides what content may have. Whatever is on no list is not published, as everywhere.
enum ThemeAssetCheck {
    /// Style sheets and scripts, with the maps that tools for developers read.
    private static let code: Set<String> = ["css", "js", "mjs", "map"]

    /// The first bytes of typefaces (WOFF 1 and 2, OpenType 1.9, "Organization of an OpenType Font").
    private static let fonts: [(ending: String, beginnings: [[UInt8]])] = [
        ("woff2", [Array("wOF2".utf8)]), ("woff", [Array("wOFF".utf8)]),
        ("ttf", [[0, 1, 0, 0], Array("true".utf8)]), ("otf", [Array("OTTO".utf8), [0, 1, 0, 0]]),
    ]

    private static let pictures: Set<FileKind> = [.jpeg, .png, .webp, .gif, .svg, .avif, .icon]

    /// - Parameter path: inside the theme; begins with `assets/`.
    static func findings(about file: SourceFile, named path: String) -> [Diagnostic] {
        for name in path.split(separator: "/") {
            guard let objection = PublishableName.objection(to: name) else { continue }
            return [UnpublishableNames.finding(about: String(name), objection, at: start(of: file))]
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ending = FileKind.ending(of: name)
        let kind = FileKind(file.bytes)
        guard FileKind.partRunByServers(name) == nil, isListed(ending, kind, file.bytes, name) else {
            return [unlisted(file, name)]
        }
        return pictures.contains(kind) ? findings(inPicture: file, kind) : []
    }

    private static func isListed(_ ending: String, _ kind: FileKind, _ bytes: [UInt8], _ name: String) -> Bool {
        // What is no text is told where the theme is put together.
        if code.contains(ending) { return true }
        if let font = fonts.first(where: { $0.ending == ending }) {
            return font.beginnings.contains(where: bytes.starts)
        }
        // A picture under the name of another one is shown all the same.
        let promised = FileKind.promised(by: name)
        if let promised, pictures.contains(kind) {
            return pictures.contains(promised) && (kind == .svg) == (promised == .svg)
        }
        if kind == .xml { return kind.match(name) == .right && XMLPart.isInert(SearchableText.utf8(bytes) ?? []) }
        return kind.match(name) == .right && [.text, .document].contains(kind.treatment)
    }

    private static func findings(inPicture file: SourceFile, _ kind: FileKind) -> [Diagnostic] {
        let contents: DocumentContents
        do {
            contents = try DocumentReader.contents(of: file.bytes, named: file.path)
        } catch DocumentProblem.opaque {
            return []
        } catch {
            return [damaged(file)]
        }
        return contents.activeParts.map { active(file, $0) } + (contents.holdsPosition ? [position(file)] : [])
    }

    /// These files are no text: findings stand at their beginning.
    private static func start(of file: SourceFile) -> SourceRange { SourceFile(path: file.path, bytes: []).start }

    private static func unlisted(_ file: SourceFile, _ name: String) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: start(of: file),
            message: LocalizedText(
                zh: "主题里的“\(name)”不在可以发布的种类之内，或者内容与文件名不符。",
                en: "The theme's “\(name)” is of no kind that may be published, or is not what its name says."),
            help: LocalizedText(
                zh: "assets 里可以有样式（css）、脚本（js）、字体（woff2、woff、ttf、otf）、图片、文本和 PDF；页面写成模板。",
                en:
                    "Assets are style sheets, scripts, typefaces (woff2, woff, ttf, otf), pictures, texts and PDF; pages are templates."
            ))
    }

    private static func active(_ file: SourceFile, _ part: String) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: start(of: file),
            message: LocalizedText(
                zh: "图片里有会运行或会取外部内容的“\(part)”。",
                en: "The picture holds “\(part)”, which runs or loads something."),
            help: LocalizedText(zh: "请另存为普通 SVG，或转成 PNG。", en: "Save it as plain SVG, or as PNG."))
    }

    private static func damaged(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .fileDamaged, at: start(of: file),
            message: LocalizedText(zh: "主题里的图片打不开。", en: "The theme's picture cannot be opened."),
            help: LocalizedText(
                zh: "请用原来的软件打开并重新保存。", en: "Open it in the program it was made with, and save it again."))
    }

    private static func position(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .photoPosition, at: start(of: file),
            message: LocalizedText(
                zh: "图片里记着拍摄地点的经纬度；主题里的图片原样发布。",
                en: "The picture tells where it was taken, and pictures of themes are published as they are."),
            help: LocalizedText(
                zh: "请在“属性－详细信息”中删除位置信息。", en: "Remove the position in the picture's properties."))
    }
}
