import Addresses
import Content
import Diagnostics
import Foundation
import Pictures
import Rules
import Values

/// Lists every address of a site before one of its pages is rendered, and finds addresses that are claimed twice.
enum RouteListing {
    /// A route with the place in the content that asked for it, for findings.
    struct Claim {
        let route: Route
        let source: SourceRange?
        /// Where the name in the address comes from, where that is not what asked for it: the id of an enterprise, the folder
        /// of a picture.
        var origin: SourceRange?

        /// Where the name in the address stands.
        var place: SourceRange? { source ?? origin }

        /// Whether the address is that of a file which is published as it is.
        var isFileOfSite: Bool {
            if case .file(.attachment) = route.kind { true } else { false }
        }
    }

    static func routes(of sources: SiteSources, findings: inout [Diagnostic]) -> RouteTable {
        var claims: [Claim] = []
        var urlBySource: [String: String] = [:]
        func add(
            _ url: String, _ kind: Route.Kind, page: Page? = nil, at range: SourceRange? = nil,
            from origin: SourceRange? = nil
        ) {
            claims.append(
                Claim(route: Route(url: url, kind: kind), source: range ?? page?.title.range, origin: origin))
            if let page { urlBySource[page.path.text] = url }
        }

        addFixedPages(sources, add: { add($0, $1, from: $2) })
        let textBytes = textBytes(of: sources)
        addIndex(.everything, .ofTexts(bytes: textBytes), add: { add($0, $1) })
        addIndex(.titles, .ofTitles(count: sources.teams.count), add: { add($0, $1) })
        for (index, edition) in sources.editions.enumerated() {
            add(edition.url, .page(.edition(index)), page: edition.entry.page)
            for (group, element) in edition.groups.enumerated() {
                add(
                    SiteURL.edition(edition.year, of: element.province),
                    .page(.editionProvince(edition: index, group: group)))
            }
            add(SiteURL.listCSV(of: edition.url), .file(.data(.editionCSV(index))))
            add(SiteURL.listJSON(of: edition.url), .file(.data(.editionJSON(index))))
            add(SiteURL.listXLSX(of: edition.url), .file(.data(.editionXLSX(index))))
        }
        for (index, team) in sources.teams.enumerated() {
            add(team.url, .page(.team(index)), page: team.writeUp?.page, at: team.row.id.range)
        }
        for kind in DocumentKind.allCases {
            for (index, document) in sources.documents[kind].enumerated() {
                guard !document.page.path.isHome else {
                    // Its text is on the home page, which is there whether or not the site has one.
                    urlBySource[document.page.path.text] = document.page.url
                    continue
                }
                add(document.page.url, .page(.document(kind, index)), page: document.page)
                for file in document.madeFiles {
                    urlBySource[file.path.text] = file.url
                    add(file.url, .file(.formFile(index, file.format)), at: document.definition?.range)
                }
            }
        }
        for (index, facet) in sources.methods.enumerated() { add(facet.url, .page(.method(index))) }
        for (index, facet) in sources.works.enumerated() { add(facet.url, .page(.works(index))) }
        // By the address of their largest rendition.
        var pictures: [String: PicturePlan] = [:]
        for (index, attachment) in sources.visible.attachments.enumerated() {
            let folder = attachment.path.isStatic ? StaticFolder.name + "/" : "content/"
            // Systems that take names apart write é as two characters; links in texts and their addresses have one.
            let url = "/" + attachment.path.text.drop(prefix: folder).precomposed
            if let plan = attachment.picture {
                let parent = url[...(url.utf8.lastIndex(of: UInt8(ascii: "/")) ?? url.startIndex)]
                // One picture under two names is published once, where its renditions have one name.
                let largest = String(parent) + plan.name(of: plan.largest, original: attachment.path.name)
                let isPublished = pictures.updateValue(plan, forKey: largest) == plan
                for (rendition, element) in plan.renditions.enumerated() where !isPublished {
                    let name = plan.name(of: element, original: attachment.path.name)
                    add(
                        parent + name, .file(.picture(attachment: index, rendition: rendition)),
                        from: SourceFile(path: attachment.path.text, bytes: []).start)
                }
                // A link to a picture leads to the largest one that is published.
                urlBySource[attachment.path.text] = largest
                continue
            }
            urlBySource[attachment.path.text] = url
            add(url, .file(.attachment(index)), at: SourceFile(path: attachment.path.text, bytes: []).start)
        }
        addSharePictures(sources, add: { add($0, .file(.sharePicture($1))) })
        let serverRedirects = addAliases(sources, claims: &claims, urlBySource: urlBySource, findings: &findings)
        findings += UnpublishableNames.findings(in: claims)
        let routes = unique(claims, findings: &findings)
        // Nearly always all of them have their own.
        let contested =
            routes.count == claims.count ? [] : Set(claims.map(\.route.url)).subtracting(routes.map(\.url))
        return RouteTable(
            routes: routes, urlBySource: urlBySource, absentSources: absentSources(sources.visible),
            serverRedirects: serverRedirects, contested: contested, textBytes: textBytes)
    }

    private static func addFixedPages(_ sources: SiteSources, add addFrom: (String, Route.Kind, SourceRange?) -> Void) {
        func add(_ url: String, _ kind: Route.Kind) { addFrom(url, kind, nil) }
        add("/", .page(.home))
        add(SiteURL.awards, .page(.awards))
        add(SiteURL.provinces, .page(.provinces))
        for (index, record) in sources.provinces.enumerated() {
            add(record.url, .page(.province(index)))
            if !record.teams.isEmpty { add(SiteURL.listCSV(of: record.url), .file(.data(.provinceCSV(index)))) }
        }
        add(SiteURL.enterprises, .page(.enterprises))
        for (index, enterprise) in sources.enterprises.enumerated() where !enterprise.teams.isEmpty {
            let row = enterprise.teams.last.map { sources.teams[$0].row }
            addFrom(
                enterprise.url, .page(.enterprise(index)),
                enterprise.entry?.id.range ?? row?[RosterFields.enterpriseID]?.range ?? row?.enterprise.range)
        }
        add(SiteURL.associations, .page(.associations))
        for (index, association) in sources.associations.enumerated() {
            let row = association.teams.last.map { sources.teams[$0].row }
            addFrom(
                association.url, .page(.association(index)),
                association.entry?.id.range ?? row?[RosterFields.recommender]?.range)
            add(SiteURL.listCSV(of: association.url), .file(.data(.associationCSV(index))))
        }
        for kind in DocumentKind.allCases { kind.listURL.map { add($0, .page(.documents(kind))) } }
        for criterion in Criterion.allCases {
            add(SiteURL.criterion(criterion), .page(.criterion(criterion)))
        }
        for field in BuildingField.allCases { add(SiteURL.field(field), .page(.field(field))) }
        add(SearchScope.everything.folder, .page(.search))
        add(SearchScope.titles.folder, .page(.verify))
        add(SiteURL.publicity, .page(.publicity))
        add(SiteURL.changes, .page(.changes))
        add(SiteURL.notFound, .page(.notFound))
        add(SiteURL.awardsJSON, .file(.data(.awardsJSON)))
        add(SiteURL.awardsCSV, .file(.data(.awardsCSV)))
        add(SiteURL.awardsXLSX, .file(.data(.awardsXLSX)))
        add(SiteURL.schema, .file(.data(.schema)))
        add(SiteURL.feed, .file(.data(.feed)))
        add(SiteURL.sitemap, .file(.data(.sitemap)))
        add(SiteURL.robots, .file(.data(.robots)))
    }

    private static func addIndex(
        _ scope: SearchScope, _ division: SearchDivision, add: (String, Route.Kind) -> Void
    ) {
        add(scope.rootURL, .file(.index(scope, part: nil)))
        for part in 0..<division.parts { add(scope.url(ofPart: part), .file(.index(scope, part: part))) }
    }

    /// About how long the texts are that can be searched: their files, and something for the facts of each team. The texts
    /// themselves are not asked for: a preview has not read them.
    private static func textBytes(of sources: SiteSources) -> Int {
        let pages =
            sources.editions.map(\.entry.page) + sources.teams.compactMap { $0.writeUp?.page }
            + sources.documents.all.map(\.page)
        return pages.reduce(sources.teams.count * 300) { $0 + $1.source.bytes.count }
    }

    private static func addSharePictures(_ sources: SiteSources, add: (String, FileRoute.ShareSubject) -> Void) {
        guard sources.sharePictures != .none else { return }
        add("/" + SharePicture.fileName, .site)
        for (index, edition) in sources.editions.enumerated() {
            add(edition.url + SharePicture.fileName, .edition(index))
        }
        for (index, practice) in sources.practices.enumerated() {
            add(practice.url + SharePicture.fileName, .practice(index))
        }
        guard sources.sharePictures == .all else { return }
        for (index, team) in sources.teams.enumerated() { add(team.url + SharePicture.fileName, .team(index)) }
    }

    /// Sources with errors and sources that are not public, by the address that would be theirs.
    private static func absentSources(_ visible: VisibleContent) -> [String: String] {
        var sources: [String: String] = [:]
        for path in visible.withheld.map(\.path.text) + visible.unusable.paths.sorted() {
            if path.hasSuffix("/roster.csv") {
                sources["/" + path.drop(prefix: "content/").dropLast("roster.csv".count)] = path
            } else if path.hasSuffix(".md") {
                sources[Page.url(ofPath: path)] = path
            }
        }
        return sources
    }

    /// Lists the pages that lead on from old addresses.
    ///
    /// - Returns: the old addresses of files, from which only a server can lead on, with what they lead to.
    private static func addAliases(
        _ sources: SiteSources, claims: inout [Claim], urlBySource: [String: String], findings: inout [Diagnostic]
    ) -> [String: String] {
        let visible = sources.visible
        var serverRedirects: [String: String] = [:]
        func add(_ page: Page) {
            guard !page.aliases.isEmpty, let target = urlBySource[page.path.text] else { return }
            add(page.aliases, to: target)
        }
        func add(_ aliases: [Located<String>], to target: String) {
            for alias in aliases {
                let url = folderStyle(PercentEncoding.decoded(alias.value))
                guard isPage(url) else {
                    serverRedirects[url] = target
                    findings.append(
                        AliasFinding.needsServer(alias, to: target, baseURL: visible.configuration.baseURL))
                    continue
                }
                claims.append(Claim(route: Route(url: url, kind: .redirect(to: target)), source: alias.range))
            }
        }
        for edition in sources.editions { add(edition.entry.page) }
        for team in sources.teams { if let writeUp = team.writeUp { add(writeUp.page) } }
        for document in sources.documents.all { add(document.page) }
        for enterprise in sources.enterprises where !enterprise.teams.isEmpty {
            add(enterprise.entry?.aliases ?? [], to: enterprise.url)
        }
        for (index, association) in sources.associations.enumerated() {
            guard let aliases = association.entry?.aliases, !aliases.isEmpty else { continue }
            add(aliases, to: association.url)
            // No page leads on from a file, so that the list stands at its old address as well.
            for alias in aliases {
                let old = folderStyle(PercentEncoding.decoded(alias.value))
                guard old.hasPrefix(SiteURL.associations), old != SiteURL.associations, old.hasSuffix("/") else {
                    continue
                }
                let list = Route(url: SiteURL.listCSV(of: old), kind: .file(.data(.associationCSV(index))))
                claims.append(Claim(route: list, source: alias.range))
            }
        }
        return serverRedirects
    }

    /// Whether servers send the file at an address as a page.
    private static func isPage(_ url: String) -> Bool {
        url.hasSuffix("/") || [".html", ".htm"].contains { url.lowercased().hasSuffix($0) }
    }

    /// An old address without a file name's ending stands for a folder: a file of that name would bar the folder.
    private static func folderStyle(_ url: String) -> String {
        guard !url.hasSuffix("/"), let last = url.split(separator: "/").last, !last.contains(".") else { return url }
        return url + "/"
    }

    /// The first claim of each address; the others are findings. Addresses that differ only in case or Unicode form
    /// would be one file on some systems, so they are claimed twice as well.
    private static func unique(_ claims: [Claim], findings: inout [Diagnostic]) -> [Route] {
        var firstByKey: [String: Claim] = [:]
        firstByKey.reserveCapacity(claims.count)
        var routes: [Route] = []
        routes.reserveCapacity(claims.count)
        var folders = Folders()
        for claim in claims {
            let key = claim.route.output.lowercased().precomposed
            guard let first = firstByKey[key] else {
                firstByKey[key] = claim
                folders.insert(key, claim)
                routes.append(claim.route)
                continue
            }
            // Of what the program makes for pages that have one address, the pages tell.
            guard claim.place != nil || first.place != nil else { continue }
            findings.append(duplicate(claim, first: first))
        }
        // No file can have the name of a folder. A file of the content or of `static/` gives way to a page.
        for (folder, member) in folders.members {
            guard let file = firstByKey[folder] else { continue }
            let (loser, winner) = member.isFileOfSite || file.source == nil ? (member, file) : (file, member)
            findings.append(duplicate(loser, first: winner))
            routes.removeAll { $0.output == loser.route.output }
        }
        return routes
    }

    /// The folders of the files that are published, each with its first file.
    private struct Folders {
        private var memberByFolder: [String: Claim] = [:]

        /// - Parameter path: of a file in the output, in the form in which paths are compared.
        mutating func insert(_ path: String, _ claim: Claim) {
            var rest = Substring(path)
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                // What is above a known folder is known as well.
                guard memberByFolder.updateValue(memberByFolder[String(rest)] ?? claim, forKey: String(rest)) == nil
                else { return }
            }
        }

        var members: [(folder: String, member: Claim)] {
            memberByFolder.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
        }
    }

    private static func duplicate(_ claim: Claim, first: Claim) -> Diagnostic {
        let url = claim.route.url
        let related = claim.source == nil ? nil : first.source
        let proposal = Self.proposal(for: claim)
        return Diagnostic(
            .duplicateURL, at: claim.source ?? first.source,
            message: LocalizedText(
                zh: "网址 \(url) 已被\(Self.holder(first).zh)占用。",
                en: "The address \(url) is taken already by \(Self.holder(first).en)."),
            help: related == nil
                ? LocalizedText(
                    zh: "本站自己的页面使用这个网址，请换一个文件名、编号或旧网址\(proposal.zh)。",
                    en: "A page of the site itself stands there; choose another file name, id or alias\(proposal.en).")
                : LocalizedText(
                    zh: "请改其中一个的文件名、编号或旧网址\(proposal.zh)。",
                    en: "Change the file name, id or alias of one of them\(proposal.en)."),
            related: related.map {
                [Diagnostic.Related(LocalizedText(zh: "先占用者在这里", en: "the first one is here"), at: $0)]
            } ?? [],
            url: url)
    }
}

extension RouteListing {
    /// Who has an address, in words.
    private static func holder(_ claim: Claim) -> LocalizedText {
        guard let source = claim.source else { return LocalizedText(zh: "本站自己的页面", en: "a page of the site itself") }
        return LocalizedText(zh: " \(source.file.path) ", en: source.file.path)
    }

    /// Another name for a page, a team or an alias, as the end of a sentence.
    private static func proposal(for claim: Claim) -> LocalizedText {
        guard let source = claim.source, let name = claim.route.url.split(separator: "/").last else {
            return LocalizedText(zh: "", en: "")
        }
        let example: String
        switch claim.route.kind {
        case .redirect: return LocalizedText(zh: "，不需要的旧网址请删去", en: ", or delete an alias that nobody needs")
        case .page(.team): example = "\(name)-2"
        case .file: return LocalizedText(zh: "", en: "")
        case .page: example = source.file.path.hasSuffix("/index.md") ? "\(name)-2/index.md" : "\(name)-2.md"
        }
        return LocalizedText(zh: "，例如 \(example)", en: ", such as \(example)")
    }
}

extension String {
    /// The text without a prefix that it may have.
    fileprivate func drop(prefix: String) -> String {
        utf8.starts(with: prefix.utf8) ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
    }

    /// Unicode normalisation form C.
    fileprivate var precomposed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
