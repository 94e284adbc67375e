import Content
import Diagnostics
import Preview
import PreviewServer
import Text

extension DeskRequests {
    /// What would come of what is typed, of which nothing is written.
    func tried(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        guard let path = message["path"]?.string, let tab = message["tab"]?.string else { throw DeskRefusal.malformed }
        let base = try base(of: message, at: path, site)
        let text = DeskText(base.path, try base.changed(by: message, site.language), site.language)
        let earlier = tabs[tab]
        let known = earlier.flatMap { tab in
            tab.path == base.path && tab.bytes == text.bytes && isCurrent(tab.site) ? tab.site : nil
        }
        let trial = try known ?? session.tried([path: .written(text.bytes)], after: earlier?.site)
        tabs.keep(DeskTabs.Tab(path: base.path, bytes: text.bytes, site: trial), named: tab)
        let others = errorCount(of: trial.report, but: path) - errorCount(of: trial.before, but: path)
        let entries = trial.report.entries.filter { $0.diagnostic.range?.file.path == path }
        return .object(
            description(of: text, entries, trial.snapshot, number: trial.number, site)
                + [.init("others", .integer(max(0, others)))])
    }

    private func isCurrent(_ trial: TriedSite) -> Bool { trial.number == session.state.number }

    /// Errors in other files than one.
    private func errorCount(of report: DiagnosticReport, but path: String) -> Int {
        report.entries.count { $0.diagnostic.severity == .error && $0.diagnostic.path != path }
    }

    /// The version of a file that edits are made in: the one that the page has open.
    func base(of message: JSONValue, at path: String, _ site: DeskSite) throws -> DeskText {
        guard let place = DeskPath(path), let digest = message["digest"]?.string else { throw DeskRefusal.malformed }
        guard digest != DeskText.absent else { return DeskText(place, nil, site.language) }
        if let known = versions.bytes(digest) { return DeskText(place, known, site.language) }
        let text = try opened(path, site)
        // A whole text can be tried against any version.
        guard text.digest == digest || message["text"]?.string != nil else {
            throw DeskRefusal(
                .conflict, zh: "这个文件刚才被改过，请重新打开。", en: "This file was changed just now: open it again.")
        }
        return text
    }

    /// The page beside a text that is being typed, at its address.
    ///
    /// - Parameters:
    ///   - url: as the site's pages have it, with the path that the site is published below.
    ///   - tab: the one in which the text is typed; the page as it is saved for one that types nothing.
    package func besidePage(at url: Substring, tab name: String, state: PreviewState) -> PreviewContent? {
        guard let snapshot = state.snapshot else { return nil }
        let base = snapshot.site.configuration.baseURL.path
        let inside = base != "/" && url.hasPrefix(base) ? "/" + url.dropFirst(base.count) : String(url)
        if let tab = tabs[name] {
            let trial =
                isCurrent(tab.site)
                ? tab.site : try? session.tried([tab.path.text: .written(tab.bytes)], after: tab.site)
            if let page = trial?.page(at: inside) { return BesidePage(page).content }
        }
        return snapshot.site.routes[inside].flatMap(snapshot.page).map { BesidePage($0).content }
    }
}
