import Diagnostics
import Rules
import SiteModel

/// Finds files beside the content that are published although no page links to them or shows them: copies that an editing
/// program left, notes for the office, the roster under another name.
struct UnlinkedFiles {
    let addresses: SiteAddresses
    let outlines: PageOutlines

    func findings(in site: Site) -> [Diagnostic] {
        // What a page with errors would link to is not known.
        guard site.unusablePaths.isEmpty else { return [] }
        var isLinked: [Int: Bool] = [:]
        let linked = Set(outlines.all.flatMap(\.links))
        let paths = Set(linked.map { addresses.path(ofKnown: Int($0)) })
        for route in site.routes.routes {
            switch route.kind {
            case .file(.attachment(let index)), .file(.picture(attachment: let index, rendition: _)):
                isLinked[index] = isLinked[index] == true || paths.contains(route.url)
            case .page, .redirect, .file: continue
            }
        }
        return isLinked.sorted { $0.key < $1.key }.compactMap { index, isLinked in
            let path = site.attachments[index].path
            // What stands in `static/` is there for others than the pages.
            guard !isLinked, !path.isStatic else { return nil }
            return Diagnostic(
                .unlinkedFile, at: SourceFile(path: path.text, bytes: []).start,
                message: LocalizedText(
                    zh: "没有页面链接或显示“\(path.name)”，它却会公开。",
                    en: "No page links to “\(path.name)” or shows it, but it would be published."),
                help: LocalizedText(
                    zh: "要提供给读者的，请在页面中链接它；副本、旧版、内部材料，请移出 content 文件夹。",
                    en:
                        "Link to it from a page where readers are to have it; take copies, old versions and internal papers out of content."
                ))
        }
    }
}
