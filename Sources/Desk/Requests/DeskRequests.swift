import Content
import Diagnostics
import History
import Pipeline
import Preview
import PreviewServer
import SiteModel
import Text
import Values

/// Answers what pages of the desk ask for. Values in, values out: no sockets, and the clock comes from outside.
package struct DeskRequests: Sendable {
    /// What is around the desk.
    package struct Context: Sendable {
        /// The site's folder.
        let folder: String
        /// Seconds since 1970 in UTC.
        let now: @Sendable () -> Int
        /// Whoever works on this computer, as long as nobody said a name.
        let account: EditorName?
        /// Whether nothing is written.
        let isReadOnly: Bool

        /// - Parameters:
        ///   - folder: the site's.
        ///   - now: seconds since 1970 in UTC.
        ///   - account: whoever works on this computer, as long as nobody said a name.
        ///   - isReadOnly: whether nothing is written.
        package init(
            folder: String, now: @escaping @Sendable () -> Int, account: EditorName?, isReadOnly: Bool = false
        ) {
            self.folder = folder
            self.now = now
            self.account = account
            self.isReadOnly = isReadOnly
        }
    }

    let session: PreviewSession
    let context: Context
    let vendors: VendorFiles
    let tabs = DeskTabs()
    let versions = RecentVersions()

    /// - Parameters:
    ///   - session: the site as it is shown.
    ///   - vendors: files of other projects that pages of the desk load.
    package init(session: PreviewSession, context: Context, vendors: VendorFiles) {
        self.session = session
        self.context = context
        self.vendors = vendors
    }

    /// What is written goes through it.
    var writer: DeskWriter { DeskWriter(context: context) }

    var workspace: Workspace { session.options.workspace }

    /// - Parameters:
    ///   - state: the site as it is shown.
    ///   - words: the language of the desk.
    package func answer(_ request: DeskRequest, state: PreviewState, words: MessageLanguage) -> DeskAnswer {
        do {
            let site = DeskSite(state: state, words: words)
            return try request.isWriting ? written(request, site) : read(request, site)
        } catch let refusal as DeskRefusal {
            return refusal.answer(words)
        } catch let error as HistoryError {
            return DeskRefusal(.failed, error.message).answer(words)
        } catch {
            return DeskRefusal(.failed, zh: "没有做完：\(error)", en: "This could not be done: \(error)").answer(words)
        }
    }

    /// The requests that read, by their names.
    static let readings = [
        "site", "list", "document", "history", "change", "roster", "table", "references", "anchors", "today",
    ]
    /// The requests that try or write.
    static let writings = [
        "try", "close", "save", "table", "fix", "publish", "upload", "new", "takeback", "person",
    ]

    private func read(_ request: DeskRequest, _ site: DeskSite) throws -> DeskAnswer {
        let parameters = request.parameters
        switch request.name {
        case "site": return DeskAnswer(.done, try overview(site))
        case "list": return DeskAnswer(.done, ContentItems(site).json(kind: parameters["kind"] ?? ""))
        case "document": return DeskAnswer(.done, try document(at: parameters["path"] ?? "", site))
        case "history": return DeskAnswer(.done, try history(parameters, site.words))
        case "roster": return DeskAnswer(.done, try roster(of: parameters["year"] ?? "", site))
        case "table": return DeskAnswer(.done, try table(at: parameters["path"] ?? "", site))
        case "references": return DeskAnswer(.done, try references(parameters, site))
        case "anchors": return DeskAnswer(.done, try anchors(of: parameters["path"] ?? "", site))
        case "today": return DeskAnswer(.done, TodayDescription(site, day: session.options.today).json)
        case "change": return DeskAnswer(.done, try change(parameters["id"] ?? "", site.words))
        default: throw DeskRefusal(.notFound, zh: "没有这个请求。", en: "There is no such request.")
        }
    }

    private func written(_ request: DeskRequest, _ site: DeskSite) throws -> DeskAnswer {
        guard !context.isReadOnly else {
            throw DeskRefusal(.readOnly, zh: "这次预览只能看，不能修改。", en: "In this preview nothing can be changed.")
        }
        if case .upload(let file) = request.body {
            guard request.name == "upload" else { throw DeskRefusal.malformed }
            return DeskAnswer(.done, try uploaded(file, request.parameters, site))
        }
        guard case .json(let bytes) = request.body, let message = JSONReader.value(of: bytes) else {
            throw DeskRefusal.malformed
        }
        switch request.name {
        case "try": return DeskAnswer(.done, try tried(message, site))
        case "close":
            tabs.close(message["tab"]?.string ?? "")
            return DeskAnswer(.done, .object([]))
        case "save": return DeskAnswer(.done, try saved(message, site))
        case "table": return DeskAnswer(.done, try tableSaved(message, site))
        case "fix": return DeskAnswer(.done, try fixed(message, site))
        case "publish": return DeskAnswer(.done, try published(message, site))
        case "new": return DeskAnswer(.done, try begun(message, site))
        case "takeback": return DeskAnswer(.done, try takenBack(message, site))
        case "person": return DeskAnswer(.done, try named(message))
        default: throw DeskRefusal(.notFound, zh: "没有这个请求。", en: "There is no such request.")
        }
    }
}

/// The site as the desk speaks of it.
struct DeskSite {
    let state: PreviewState
    /// The language of the desk.
    let words: MessageLanguage

    /// The site as it was read last; `nil` before anything could be shown.
    var snapshot: PreviewSnapshot? { state.snapshot }
    var site: Site? { state.snapshot?.site }

    /// The language of the content; Chinese as long as the site cannot be read.
    var language: SiteLanguage { site?.configuration.language ?? .chinese }
}
