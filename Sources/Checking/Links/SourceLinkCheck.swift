import Addresses
import Content
import Diagnostics
import Markdown
import Rules
import SiteModel
import Values

/// Checks the links and images of the content where they are written.
package struct SourceLinkCheck: Sendable {
    private let site: Site
    private let links: LinkResolver
    private let outlines: PageOutlines

    /// - Parameter outlines: the finished pages, whose ids are the truth about anchors.
    package init(site: Site, outlines: PageOutlines) {
        self.site = site
        links = LinkResolver(site: site)
        self.outlines = outlines
    }

    /// What is wrong with the links, and which links of the finished pages are reported thereby.
    ///
    /// - Parameter jobs: the number of threads.
    package func findings(jobs: Int) -> (findings: [Diagnostic], explained: ExplainedLinks) {
        var findings: [Diagnostic] = []
        var explained = ExplainedLinks()
        let pages = site.publishedPages
        let quality = LinkQuality(site: site)
        var searches = LinkSearches(site)
        // A definition that several links use is one mistake.
        var defined: Set<String> = []
        func add(_ finding: Diagnostic, about reference: MarkdownReference) {
            guard let use = reference.use, finding.range == reference.range else { return findings.append(finding) }
            let key = "\(reference.range.file.path) \(reference.range.bytes) \(finding.rule.name)"
            guard defined.insert(key).inserted else { return }
            findings.append(finding.adding([Diagnostic.Related(.useOfDefinition, at: use)]))
        }
        let judgements = ParallelWork.map(count: pages.count, jobs: jobs) {
            judge(pages[$0].page, at: pages[$0].url, quality: quality)
        }
        for (index, judgement) in judgements.enumerated() {
            let (page, url) = pages[index]
            for (reference, finding) in judgement.findings {
                add(finding, about: reference)
                let target = links.target(of: reference.destination, from: page.path)
                explained.insert(links.href(target, fallback: reference.destination), on: url)
            }
            for (reference, target) in judgement.doubts {
                if let finding = finding(about: reference, target: target, on: page, url: url, &searches) {
                    add(finding, about: reference)
                }
                explained.insert(links.href(target, fallback: reference.destination), on: url)
            }
        }
        for item in site.configuration.navigation {
            guard let target = links.target(ofAddress: item.url.value) else { continue }
            let finding: Diagnostic?
            switch target {
            case .broken(let reason):
                finding = broken(item.url.value, at: item.url.range, reason: reason, from: nil, url: nil, &searches)
            case .page(let url, _, let fragment?) where !isPlace(fragment, of: url):
                finding = anchor(fragment, of: url, in: item.url.value, at: item.url.range, on: nil, &searches)
            case .page, .samePage, .external, .contact: continue
            }
            explained.insertOnEveryPage(links.href(target, fallback: item.url.value))
            if let finding { findings.append(finding) }
        }
        return (findings, explained)
    }

    /// What there is to say of the links of a page.
    private struct Judgement {
        /// Links that do not lead to a place that is there.
        var doubts: [(MarkdownReference, LinkTarget)] = []
        /// What is wrong with those that do.
        var findings: [(MarkdownReference, Diagnostic)] = []
    }

    private func judge(_ page: Page, at url: String, quality: LinkQuality) -> Judgement {
        var judgement = Judgement()
        for reference in page.body.references {
            let target = links.target(of: reference.destination, from: page.path)
            judgement.findings += quality.findings(about: reference, target: target, on: page, url: url).map {
                (reference, $0)
            }
            let isThere =
                switch target {
                case .external, .contact: true
                case .broken: false
                case .samePage(let fragment): isPlace(fragment, of: url)
                case .page(let url, _, let fragment): fragment.map { isPlace($0, of: url) } ?? true
                }
            if !isThere { judgement.doubts.append((reference, target)) }
        }
        return judgement
    }

    private func isPlace(_ fragment: String, of url: String) -> Bool {
        outlines.ids(of: url)?.holdPlace(fragment) ?? true
    }

    private func finding(
        about reference: MarkdownReference, target: LinkTarget, on page: Page, url: String,
        _ searches: inout LinkSearches
    ) -> Diagnostic? {
        switch target {
        case .external, .contact: return nil
        case .broken(let reason):
            return broken(
                reference.destination, at: reference.range, reason: reason, from: page.path, url: url, &searches)
        case .samePage(let fragment):
            return anchor(fragment, of: url, in: reference.destination, at: reference.range, on: url, &searches)
        case .page(let target, _, let fragment):
            guard let fragment else { return nil }
            return anchor(fragment, of: target, in: reference.destination, at: reference.range, on: url, &searches)
        }
    }

    private func anchor(
        _ written: String, of target: String, in destination: String, at range: SourceRange, on url: String?,
        _ searches: inout LinkSearches
    ) -> Diagnostic? {
        guard !isPlace(written, of: target) else { return nil }
        let fragment = PercentEncoding.decoded(written)
        let page = searches.page(at: target)
        let targetHeadings = page?.body.headings ?? []
        let articles = (page?.body.anchors ?? []).filter { $0.hasPrefix("art-") }
        let names =
            fragment.hasPrefix("art-") && !articles.isEmpty
            ? Self.listed(articles) : targetHeadings.prefix(8).map { "#" + $0.id }
        let meant = LinkProposal.place(meantBy: fragment)
        let suggestion =
            meant.flatMap { page != nil && isPlace($0, of: target) ? $0 : nil }
            ?? NearestName.suggestion(for: fragment, among: targetHeadings.map(\.id))
            ?? targetHeadings.first { $0.id.contains(fragment) || fragment.contains($0.id) }?.id
        let heading = targetHeadings.first { $0.id == suggestion }
        let elsewhere =
            suggestion == nil
            ? searches.first("#" + fragment) {
                site.publishedPages.first { $0.page.body.headings.contains { $0.id == fragment } }?.page.path.text
            } : nil
        let replacement = suggestion.flatMap { rewritten(destination, at: range, place: $0) }
        return Diagnostic(
            .brokenAnchor, at: range,
            message: LocalizedText(
                zh: "目标页面 \(target) 没有“#\(fragment)”这个位置。",
                en: "The page \(target) has no place “#\(fragment)”."),
            help: suggestion.map { suggestion in
                // Strings that are equal to a reader may have other bytes.
                suggestion == fragment
                    ? LocalizedText(
                        zh: "看起来与“#\(suggestion)”相同，但字符的编码形式（Unicode NFD）不同；请重新输入，或用 check --fix 改正。",
                        en:
                            "It looks like “#\(suggestion)” but its characters are encoded otherwise (Unicode NFD); type it again, or use check --fix."
                    )
                    : LocalizedText(zh: "是否应为“#\(suggestion)”？", en: "Did you mean “#\(suggestion)”?")
            }
                ?? elsewhere.map { other in
                    LocalizedText(
                        zh: "这个位置在另一页：\(other)#\(fragment)。", en: "Another page has it: \(other)#\(fragment).")
                }
                ?? (names.isEmpty
                    ? nil
                    : LocalizedText(
                        zh: "该页的位置有：\(names.joined(separator: "、"))。",
                        en: "Its places are: \(names.joined(separator: ", ")).")),
            related: heading.map {
                [Diagnostic.Related(LocalizedText(zh: "这个标题在这里", en: "this heading is here"), at: $0.range)]
            } ?? [],
            replacement: replacement, url: url)
    }

    /// A few names as they are; of many, which follow each other as articles do, the first and the last.
    private static func listed(_ names: [String]) -> [String] {
        guard names.count > 8, let first = names.first, let last = names.last else { return names.map { "#" + $0 } }
        return ["#\(first) … #\(last)"]
    }

    /// The destination with another path, or another place on its page; the rest stays. `nil` where the range holds more
    /// than the destination, as that of a reference to a definition elsewhere does.
    ///
    /// - Parameter path: as a destination is written.
    private func rewritten(
        _ destination: String, at range: SourceRange, path: String? = nil, place: String? = nil
    ) -> String? {
        guard path != nil || place != nil, range.file.bytes[range.bytes].elementsEqual(destination.utf8) else {
            return nil
        }
        if let place { return String(destination.prefix { $0 != "#" }) + "#" + place }
        return (path ?? "") + LinkProposal.rest(of: destination)
    }

    /// An address of which it can be told what it should be.
    private func misspelt(_ destination: String, _ meant: String, at range: SourceRange, url: String?) -> Diagnostic {
        let isWritten = range.file.bytes[range.bytes].elementsEqual(destination.utf8)
        return Diagnostic(
            .brokenLink, at: range,
            message: LocalizedText(
                zh: "“\(destination)”不是站内文件或网址的写法。",
                en: "“\(destination)” is not how a file or an address is written."),
            help: LocalizedText(zh: "请写成“\(meant)”。", en: "Write “\(meant)”."),
            replacement: isWritten ? meant : nil, url: url)
    }

    private func broken(
        _ destination: String, at range: SourceRange, reason: LinkTarget.Reason, from path: SitePath?, url: String?,
        _ searches: inout LinkSearches
    ) -> Diagnostic? {
        switch reason {
        case .unusable: return nil
        case .outsideSite:
            let isWindowsPath = destination.contains("\\")
            return Diagnostic(
                .linkOutsideSite, at: range,
                message: isWindowsPath
                    ? LocalizedText(
                        zh: "“\(destination)”里有反斜杠，不能作路径。", en: "“\(destination)” has a backslash and is no path.")
                    : LocalizedText(zh: "“\(destination)”指到站点之外。", en: "“\(destination)” leaves the site."),
                help: isWindowsPath
                    ? LocalizedText(
                        zh: "请用 / 分隔文件夹：“\(destination.replacing("\\", with: "/"))”。",
                        en: "Divide folders by /: “\(destination.replacing("\\", with: "/"))”.")
                    : LocalizedText(
                        zh: "请把文件放进 content/，再用相对路径链接。",
                        en: "Put the file below content/ and link to it by a relative path."),
                url: url)
        case .notPublished(let target): return target.finding(at: range, on: site.shownDay, url: url)
        // Markdown shows such a link as text and says so; site.config refuses it.
        case .withoutScheme: return nil
        case .missingAddress(let address):
            // A full address of the site gets the proposals that its path gets.
            let own = links.ownAddress(destination)
            let base = String(own?.base ?? "")
            if let meant = LinkProposal(routes: site.routes).meant(
                by: own?.rest ?? destination, in: own == nil ? path : nil)
            {
                return misspelt(destination, base + meant, at: range, url: url)
            }
            let nearest = searches.first(address) {
                NearestName.suggestion(for: address, among: addresses(near: address))
            }
            let suggestion = nearest.map { base + PercentEncoding.destination(ofPath: $0) }
            return Diagnostic(
                .brokenLink, at: range,
                message: LocalizedText(
                    zh: "站内没有网址“\(VisibleText.oneLine(address))”。",
                    en: "The site has no address “\(VisibleText.oneLine(address))”."),
                help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
                    ?? LocalizedText(
                        zh: "链接其他内容请用相对路径，如 ../2019/zj-003.md。",
                        en: "Link to other content by a relative path, such as ../2019/zj-003.md."),
                replacement: rewritten(destination, at: range, path: suggestion), url: url)
        case .missingFile(let file):
            if let path, let other = LinkProposal(routes: site.routes).otherForm(of: destination, in: path) {
                return nowhere(file, destination, meant: other, at: range, url: url)
            }
            if let team = teamPage(file) { return withoutWriteUp(destination, team: team, at: range, url: url) }
            if let list = publishedList(ofRoster: file) { return roster(destination, list: list, at: range, url: url) }
            if let meant = LinkProposal(routes: site.routes).meant(by: destination, in: path) {
                return misspelt(destination, meant, at: range, url: url)
            }
            let wanted = URLReference(destination).path
            let nearest = path.flatMap { path in
                searches.first(path.folder + "\n" + wanted) {
                    RelativePaths(site.routes.urlBySource.keys).suggestion(for: wanted, from: path)
                }
            }
            if let path, let reason = UnreachableFile(file, site: site) {
                return reason.finding(
                    destination, suggestion: nearest.flatMap { rewritten(destination, at: range, path: $0) }, in: path,
                    at: range, url: url)
            }
            guard !isTold(file) else { return nil }
            let suggestion = nearest.map { PercentEncoding.destination(ofPath: $0) }
            let folder = path?.folder ?? ""
            let isOtherCase = nearest?.lowercased() == wanted.lowercased()
            return Diagnostic(
                isOtherCase ? .fileCase : .brokenLink, at: range,
                message: LocalizedText(
                    zh: "找不到“\(VisibleText.oneLine(file))”。", en: "There is no “\(VisibleText.oneLine(file))”."),
                help: suggestion.map { suggestion in
                    isOtherCase
                        ? LocalizedText(
                            zh: "只有大小写不同：请写“\(suggestion)”。服务器区分大小写。",
                            en: "Only the letter case differs: write “\(suggestion)”. Servers tell cases apart.")
                        : LocalizedText(zh: "是否应为“\(suggestion)”？", en: "Did you mean “\(suggestion)”?")
                }
                    ?? LocalizedText(
                        zh: "路径从本文件所在的文件夹 \(folder)/ 算起。",
                        en: "The path starts from this file's folder \(folder)/."),
                replacement: rewritten(destination, at: range, path: suggestion), url: url,
                cause: suggestion == nil ? Self.missing(file) : nil)
        }
    }

    /// Whether a file stands there under nearly that name, with a finding of its own: it has blanks around its name.
    private func isTold(_ file: String) -> Bool {
        let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
        let name = file[folder.endIndex...]
        return site.unusablePaths.contains { path in
            path.hasPrefix(folder) && path != file
                && path.dropFirst(folder.count).trimmingPrefix(while: \.isWhitespace)
                    .reversed().drop(while: \.isWhitespace).reversed().elementsEqual(name)
        }
    }

    /// The address at which what a roster says is public; `nil` for files that are none.
    private func publishedList(ofRoster file: String) -> String? {
        guard let year = site.editions.first(where: { $0.entry.page.path.resolving("roster.csv")?.text == file })?.year
        else { return nil }
        let list = SiteURL.listCSV(of: SiteURL.edition(year))
        return site.routes[list] == nil ? nil : list
    }

    private func roster(_ destination: String, list: String, at range: SourceRange, url: String?) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: range,
            message: LocalizedText(
                zh: "名单文件“\(destination)”本身不公开。", en: "The roster “\(destination)” itself is not published."),
            help: LocalizedText(zh: "读者要下载的名单是“\(list)”。", en: "What readers can download is “\(list)”."),
            replacement: rewritten(destination, at: range, path: list), url: url)
    }

    /// The addresses that one may be a slip of: never that of another team.
    private func addresses(near address: String) -> some Sequence<String> {
        // `/awards/2020/js-003/` is no slip of the list's or a province's address.
        // An address with fewer or more folders is no slip, nor is one with other numbers: the list of another year is another.
        func shape(_ address: String) -> (depth: Int, digits: [UInt8]) {
            (
                address.split(separator: "/").count,
                address.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            )
        }
        let wanted = shape(address)
        let isOfTeam = TeamPlace(address).map { $0.id.contains(where: \.isNumber) } ?? false
        return site.routes.routes.lazy.filter { route in
            guard case .page(.team) = route.kind else {
                return route.url != "/" && !isOfTeam && shape(route.url) == wanted
            }
            return TeamPlace(route.url)?.isNamed(in: address) ?? false
        }.map(\.url)
    }

    /// A file that is there in the other of two forms: alone, or in a folder of its own.
    private func nowhere(
        _ file: String, _ destination: String, meant: String, at range: SourceRange, url: String?
    ) -> Diagnostic {
        let isWritten = range.file.bytes[range.bytes].elementsEqual(destination.utf8)
        return Diagnostic(
            .brokenLink, at: range,
            message: LocalizedText(
                zh: "找不到“\(VisibleText.oneLine(file))”。", en: "There is no “\(VisibleText.oneLine(file))”."),
            help: LocalizedText(zh: "是否应为“\(meant)”？", en: "Did you mean “\(meant)”?"),
            replacement: isWritten ? meant : nil, url: url)
    }

    /// The address of the team whose write-up a file would be.
    private func teamPage(_ file: String) -> String? {
        let name = file.hasSuffix("/index.md") ? file.dropLast("/index.md".count) : file.dropLast(".md".count)
        guard file.hasSuffix(".md"), name.hasPrefix("content/awards/") else { return nil }
        let url = name.dropFirst("content".count) + "/"
        guard case .page(.team) = site.routes[String(url)]?.kind else { return nil }
        return String(url)
    }

    private func withoutWriteUp(_ destination: String, team: String, at range: SourceRange, url: String?) -> Diagnostic
    {
        Diagnostic(
            .brokenLink, at: range,
            message: LocalizedText(
                zh: "这个班组没有成果材料，没有文件“\(destination)”。", en: "The team has no write-up: there is no “\(destination)”."),
            help: LocalizedText(
                zh: "请补上成果材料；要指向班组的页面，请写“\(team)”。",
                en: "Add the write-up, or write “\(team)” for the team's page."),
            replacement: rewritten(destination, at: range, path: team), url: url)
    }

    /// What all links to a file that is not there have in common.
    private static func missing(_ file: String) -> Diagnostic.Cause {
        Diagnostic.Cause(
            LocalizedText(zh: "找不到“\(file)”", en: "There is no “\(file)”"),
            help: LocalizedText(zh: "请恢复这个文件，或改正这些链接。", en: "Put the file back, or mend the links."), at: nil)
    }
}
