import Addresses
import Content
import Diagnostics
import Pictures
import Publishing
import Rules
import SiteModel
import Theming
import Values

/// Draws the share picture of a page and publishes it.
struct SharePictureStage {
    let site: Site
    let renderer: SiteRenderer
    let store: SharePictureStore

    /// - Parameter output: `nil` when nothing is to be written; then nothing is drawn.
    func write(_ subject: FileRoute.ShareSubject, at url: String, to output: Output?) throws -> SiteOutput.Check {
        let card = renderer.shareCard(of: subject)
        if let output, let bytes = store.png(of: card) { try output.write(bytes, OutputPath(url: url)) }
        let missing = ShareText.missingCharacters(in: card.description)
        return SiteOutput.Check(findings: missing.isEmpty ? [] : [finding(missing, subject: subject)])
    }

    private func finding(_ missing: [Unicode.Scalar], subject: FileRoute.ShareSubject) -> Diagnostic {
        let characters = missing.map(String.init).joined(separator: " ")
        return Diagnostic(
            .sharePicture, at: place(of: subject),
            message: LocalizedText(
                zh: "分享图的字体里没有这些字：\(characters)，图上用“〓”代替。",
                en: "The font of share pictures lacks \(characters); they show 〓."),
            help: LocalizedText(
                zh: "请核对用字；确是生僻字的，可以关掉这项检查并写明理由。",
                en: "Look whether they are meant; exempt rare characters with a reason."))
    }

    private func place(of subject: FileRoute.ShareSubject) -> SourceRange {
        switch subject {
        case .site: site.configuration.source.start
        case .edition(let index): site.editions[index].entry.page.title.range
        case .team(let index): site.teams[index].row.id.range
        case .practice(let index): site.practices[index].entry.page.title.range
        }
    }

    /// The finding that no picture can be drawn, where the site wants some.
    static func missingFont(_ configuration: SiteConfiguration) -> Diagnostic? {
        guard configuration.sharePictures != SharePictureExtent.none, !SharePictureStore.canDraw else { return nil }
        return Diagnostic(
            .sharePicture, at: configuration.source.start,
            message: LocalizedText(
                zh: "没有安装字体 Noto Sans CJK SC，没有生成分享图。",
                en: "The font Noto Sans CJK SC is not installed; no share pictures were drawn."),
            help: LocalizedText(
                zh: "请运行 script/bootstrap（Debian 软件包 fonts-noto-cjk），或在 site.config 中写“分享图: 不要”。",
                en: "Run script/bootstrap (Debian's fonts-noto-cjk), or write `share_pictures: none` in site.config."))
    }
}
