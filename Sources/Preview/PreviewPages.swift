import Content
import Diagnostics
import Foundation
import OpenData
import Pictures
import PreviewServer
import Rules
import SiteModel
import Theming

/// What is at an address of the preview: a page of the site, made when it is asked for, or a page of the preview itself.
package struct PreviewPages: Sendable {
    /// Everything of the preview itself stands below this path, which no site has.
    package static let ownPath = "/_showcase/"

    private let session: PreviewSession
    private let language: MessageLanguage?
    /// Whether pages are served as they would be published, without what the preview adds to them.
    private let isBare: Bool
    /// Pictures are made when a page that shows them is looked at, not when something is saved.
    private let pictures: PictureStore
    private let sharePictures: SharePictureStore
    private let own: OwnPages
    /// The editor's desk; `nil` where it is not served.
    private let desk: (any PreviewDesk)?

    /// - Parameters:
    ///   - source: the site's folder, in which an editor opens files.
    ///   - language: of the preview's own words; `nil` for the site's.
    ///   - editor: what opens a file when somebody clicks at a place; `nil` when a click copies its name.
    ///   - token: what only pages of this run know.
    package init(
        session: PreviewSession, source: String, language: MessageLanguage?, isBare: Bool,
        editor: EditorCommand? = nil, token: String = "", desk: (any PreviewDesk)? = nil
    ) {
        self.desk = desk
        self.session = session
        self.language = language
        self.isBare = isBare
        let options = session.options
        pictures = PictureStore(options.caches.pictures, read: options.workspace.read)
        sharePictures = SharePictureStore(options.caches.sharePictures)
        own = OwnPages(session: session, source: source, editor: editor, token: token)
    }

    /// - Parameter eventID: the last event that pages were told of, which a page that is made now knows.
    package func answer(_ request: PreviewRequest, eventID: String) -> PreviewAnswer {
        let path = request.path.text
        if let file = PreviewFiles.file(at: path) { return .content(file) }
        let ownPath = path.hasPrefix(Self.ownPath) ? path.dropFirst(Self.ownPath.count) : nil
        if let ownPath, let file = desk?.file(at: ownPath) { return .content(file) }
        guard session.isLoaded else {
            return .unavailable(html(StatusPage.building(language ?? .zh), 0, eventID))
        }
        let state = session.refresh()
        if let ownPath {
            let words = language ?? state.snapshot.map { Self.language(of: $0.site) } ?? .zh
            if let answer = desk?.answer(ownPath, request, state: state, words: words, eventID: eventID) {
                return answer
            }
            switch own.answer(ownPath, request, state: state, words: words) {
            case .html(let page): return .content(html(page, state.number, eventID))
            case .other(let answer): return answer
            }
        }
        guard let snapshot = state.snapshot else {
            return .unavailable(html(StatusPage.failure(state.report, language ?? .zh), state.number, eventID))
        }
        return answer(path, in: snapshot, state: state, eventID: eventID)
    }

    // MARK: The site

    private func answer(
        _ path: String, in snapshot: PreviewSnapshot, state: PreviewState, eventID: String
    ) -> PreviewAnswer {
        let base = snapshot.site.configuration.baseURL
        guard path.hasPrefix(base.path) else {
            return path == "/" || path + "/" == base.path ? .redirect(to: base.href("/")) : .notFound(nil)
        }
        let url = "/" + path.dropFirst(base.path.count)
        if let bytes = snapshot.theme.assetOfAnyFingerprint(at: url) {
            return .content(PreviewContent(bytes: bytes, path: url))
        }
        guard let route = snapshot.site.routes[url] else {
            if snapshot.site.routes[url + "/"] != nil {
                return .redirect(to: base.href(url + "/"))
            }
            // As the server is asked to do.
            if let target = snapshot.site.routes.serverRedirects[url] { return .redirect(to: base.href(target)) }
            // Servers hand out the file of a folder's page under its own name as well.
            if url.hasSuffix("/index.html") {
                let folder = String(url.dropLast("index.html".count))
                if snapshot.site.routes[folder] != nil { return .redirect(to: base.href(folder)) }
            }
            return missing(url, in: snapshot, state: state, eventID: eventID)
        }
        switch route.kind {
        case .redirect(let target): return .redirect(to: base.href(target))
        case .file(.picture(let index, let rendition)): return picture(snapshot.site.attachments[index], rendition)
        case .file(.sharePicture(let subject)):
            return sharePictures.png(of: snapshot.renderer.shareCard(of: subject)).map {
                .content(PreviewContent(bytes: $0, path: url))
            } ?? .notFound(nil)
        case .file(.attachment(let index)): return attachment(snapshot.site.attachments[index])
        case .file(.data(let file)): return data(file, at: url, in: snapshot)
        case .file(.index(let scope, let part)):
            guard let bytes = snapshot.index.bytes(of: scope, part: part) else { return .notFound(nil) }
            return .content(PreviewContent(bytes: bytes, path: url))
        case .file(.formFile(let index, let format)):
            return formFile(snapshot.site.documents[.form][index].madeFiles.first { $0.format == format }, at: url)
        case .page:
            guard let bytes = tolerant(url, in: snapshot, state: state) ?? snapshot.page(route) else {
                return .notFound(nil)
            }
            return .content(page(bytes, number: snapshot.number, eventID: eventID))
        }
    }

    /// A page whose source has errors, as far as it can be shown; `nil` for other pages.
    private func tolerant(_ url: String, in snapshot: PreviewSnapshot, state: PreviewState) -> [UInt8]? {
        let stem = "content" + url.dropLast()
        guard !isBare, !state.isStale,
            snapshot.site.routes.absentSource(of: url) != nil
                || [stem + ".md", stem + "/index.md"].contains(where: snapshot.site.unusablePaths.contains),
            let tolerant = session.tolerant(of: state)
        else { return nil }
        return tolerant.site.routes[url].flatMap(tolerant.page)
    }

    /// A page that has errors in its source is shown as far as it can be; one of which nothing can be shown says which.
    /// Anything else is not there.
    private func missing(
        _ url: String, in snapshot: PreviewSnapshot, state: PreviewState, eventID: String
    ) -> PreviewAnswer {
        if let source = snapshot.site.routes.absentSource(of: url), snapshot.site.unusablePaths.contains(source) {
            if let bytes = tolerant(url, in: snapshot, state: state) {
                return .content(page(bytes, number: snapshot.number, eventID: eventID))
            }
            let words = language ?? Self.language(of: snapshot.site)
            return .unavailable(html(StatusPage.brokenPage(source, state.report, words), state.number, eventID))
        }
        let notFound = snapshot.site.routes.routes.first { $0.kind == .page(.notFound) }
        return .notFound(notFound.flatMap(snapshot.page).map { page($0, number: snapshot.number, eventID: eventID) })
    }

    private func attachment(_ file: AttachmentFile) -> PreviewAnswer {
        guard let original = session.options.workspace.read(file.path.text, .max),
            let bytes = try? file.published(original)
        else { return .notFound(nil) }
        return .content(PreviewContent(bytes: bytes, path: file.path.text))
    }

    /// A rendition; what is wrong with its original is told in the place of the picture.
    private func picture(_ file: AttachmentFile, _ rendition: Int) -> PreviewAnswer {
        guard let plan = file.picture else { return .notFound(nil) }
        do {
            let files = try pictures.renditions(of: plan, at: file.path.text)
            return .content(
                PreviewContent(bytes: files[rendition], path: "picture." + plan.renditions[rendition].format.rawValue))
        } catch {
            let finding = PictureFinding.finding(about: error, at: file.path)
            let text = finding.message[language ?? .zh] + "\n"
            return .unavailable(PreviewContent(bytes: Array(text.utf8), mediaType: "text/plain; charset=utf-8"))
        }
    }

    private func formFile(_ file: MadeFormFile?, at url: String) -> PreviewAnswer {
        guard let file else { return .notFound(nil) }
        do {
            return .content(PreviewContent(bytes: try session.forms.bytes(of: file), path: url))
        } catch {
            return .unavailable(
                PreviewContent(bytes: Array("\(error)\n".utf8), mediaType: "text/plain; charset=utf-8"))
        }
    }

    private func data(_ file: FileRoute.DataFile, at url: String, in snapshot: PreviewSnapshot) -> PreviewAnswer {
        do {
            return .content(PreviewContent(bytes: try OpenDataFile.bytes(of: file, in: snapshot.site), path: url))
        } catch {
            return .unavailable(
                PreviewContent(bytes: Array("\(error)\n".utf8), mediaType: "text/plain; charset=utf-8"))
        }
    }

    // MARK: What the preview adds

    static func language(of site: Site) -> MessageLanguage { site.configuration.language == .english ? .en : .zh }

    /// A page of the preview itself.
    private func html(_ page: String, _ number: Int, _ eventID: String) -> PreviewContent {
        PreviewContent(
            bytes: Injection.adding(to: Array(page.utf8), number: number, eventID: eventID),
            mediaType: "text/html; charset=utf-8")
    }

    private func page(_ bytes: [UInt8], number: Int, eventID: String) -> PreviewContent {
        PreviewContent(
            bytes: isBare ? bytes : Injection.adding(to: bytes, number: number, eventID: eventID),
            mediaType: "text/html; charset=utf-8")
    }
}

/// Where an editor works, below `PreviewPages.ownPath`.
package protocol PreviewDesk: Sendable {
    /// A file that the desk's pages load; `nil` for other addresses.
    func file(at path: Substring) -> PreviewContent?

    /// What the desk has at an address, and does there.
    ///
    /// - Parameters:
    ///   - path: what follows `PreviewPages.ownPath`.
    ///   - words: the language of the desk.
    ///   - eventID: the last event that pages were told of.
    /// - Returns: `nil` for addresses that are not the desk's.
    func answer(
        _ path: Substring, _ request: PreviewRequest, state: PreviewState, words: MessageLanguage, eventID: String
    ) -> PreviewAnswer?
}

/// Puts the preview's script into a page.
enum Injection {
    /// The page with the script before its end; the script refreshes the page and shows the findings.
    ///
    /// - Parameters:
    ///   - number: of the change that the page shows.
    ///   - eventID: the last event that was sent when the page was made.
    static func adding(to page: [UInt8], number: Int, eventID: String) -> [UInt8] {
        let script = Array(
            "<script src=\"\(PreviewPages.ownPath)panel.js\" data-number=\"\(number)\" data-after=\"\(eventID)\" defer></script>\n"
                .utf8)
        let mark = Array("</body>".utf8)
        var place = page.count - mark.count
        while place >= 0, page[place] != mark[0] || !page[place...].starts(with: mark) { place -= 1 }
        guard place >= 0 else { return page + script }
        return page[..<place] + script + page[place...]
    }
}

/// The files that the preview's script needs.
enum PreviewFiles {
    private static let files: [String: PreviewContent] = [
        "panel.js": PreviewContent(bytes: PackageResources.panel_js, path: "panel.js"),
        "events.js": PreviewContent(bytes: PackageResources.events_js, path: "events.js"),
        "panel.css": PreviewContent(bytes: PackageResources.panel_css, path: "panel.css"),
        "desk.css": PreviewContent(bytes: PackageResources.desk_css, path: "desk.css"),
    ]

    /// The file at a path of the server; `nil` for other addresses.
    static func file(at path: String) -> PreviewContent? {
        path.hasPrefix(PreviewPages.ownPath) ? files[String(path.dropFirst(PreviewPages.ownPath.count))] : nil
    }
}
