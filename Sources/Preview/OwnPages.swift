import Diagnostics
import Foundation
import PreviewServer
import SiteModel

/// What the preview itself has below `/_showcase/`: the desk, the findings, the data of pages, and the way to the editor.
struct OwnPages: Sendable {
    let session: PreviewSession
    /// The site's folder.
    let source: String
    /// What opens a file; `nil` when a click copies its name.
    let editor: EditorCommand?
    /// What only pages of this run know.
    let token: String

    /// A page as HTML, or something else.
    enum Answer {
        /// A whole document, to which the panel is added.
        case html(String)
        case other(PreviewAnswer)
    }

    /// - Parameter path: what follows `/_showcase/`.
    func answer(_ path: Substring, _ request: PreviewRequest, state: PreviewState, words: MessageLanguage) -> Answer {
        switch path {
        case "findings.json":
            return .other(
                .content(FindingsFile.content(of: state, editorToken: editor.map { _ in token }, words)))
        case Self.openName: return .other(open(request, state: state, words: words))
        case _ where path.hasPrefix("data/"):
            return data(path.dropFirst("data".count), state, words) { .other(.content($0.json)) }
        case _ where path.hasPrefix("view/"):
            return data(path.dropFirst("view".count), state, words) { .html($0.html()) }
        case "", Self.checkName:
            guard let snapshot = state.snapshot else { return .html(StatusPage.failure(state.report, words)) }
            return .html(
                DeskPage(
                    snapshot: snapshot, published: session.published(of: snapshot), state: state, words: words
                ).html())
        default: return .other(.notFound(nil))
        }
    }

    /// The name below `/_showcase/` of the address that opens a file.
    static let openName = "open"

    /// The name below `/_showcase/` of the page with findings, coverage and addresses; the desk's first page is another where there
    /// is a desk.
    static let checkName = "check/"

    /// What the template of the page at an address reads.
    private func data(
        _ url: Substring, _ state: PreviewState, _ words: MessageLanguage, _ answer: (DataPage) -> Answer
    ) -> Answer {
        guard let snapshot = state.snapshot, let route = snapshot.site.routes[String(url)],
            let data = snapshot.renderer.data(of: route)
        else { return .other(.notFound(nil)) }
        return answer(
            DataPage(
                route: route, data: data, words: words,
                pageURL: snapshot.site.configuration.baseURL.href(route.url)))
    }

    /// Opens a place in the editor. Only places that are known can be opened, by the name under which a page has them.
    private func open(_ request: PreviewRequest, state: PreviewState, words: MessageLanguage) -> PreviewAnswer {
        guard let editor, request.isAction else { return .notFound(nil) }
        let name = (request.query ?? "").split(separator: "&").first { $0.hasPrefix("place=") }
            .flatMap { $0.dropFirst("place=".count).removingPercentEncoding }
        guard let name, let place = KnownPlaces(state).place(named: name) else {
            return .notFound(
                message(LocalizedText(zh: "这处已不在检查结果里。", en: "This place is no longer among the findings."), words))
        }
        let root = URL(fileURLWithPath: source).standardizedFileURL.path
        do {
            try editor.open(file: "\(root)/\(place.path)", line: place.line, column: place.column)
            return .content(message(LocalizedText(zh: "已打开", en: "Opened"), words))
        } catch {
            return .unavailable(
                message(LocalizedText(zh: "打不开编辑器：\(error)", en: "The editor cannot be started: \(error)"), words))
        }
    }

    private func message(_ text: LocalizedText, _ words: MessageLanguage) -> PreviewContent {
        PreviewContent(bytes: Array(text[words].utf8), mediaType: "text/plain; charset=utf-8")
    }
}
