import Content
import Diagnostics
import Fields
import Pictures
import Rules
import SiteModel

/// The fifth stage of the pipeline: a pure function of site, theme and route to the bytes of a page.
///
/// It uses no clock, locale or disk, so that pages can be rendered in any order and in parallel.
package struct SiteRenderer: Sendable {
    private let theme: Theme
    private let context: RenderContext
    private let siteView: SiteView
    private let files: FormFiles
    private let navigation: [NavigationTarget]

    /// An entry of the navigation; `url` is its page on this site.
    private struct NavigationTarget {
        let title: String
        let href: String
        let url: String?
    }

    /// - Parameter jobs: the number of threads on which what many pages share is prepared.
    package init(site: Site, theme: Theme, files: FormFiles, jobs: Int) {
        self.theme = theme
        self.files = files
        context = RenderContext(
            withItems: RenderContext(site: site, words: theme.words, pictureSizes: theme.pictureSizes), jobs: jobs)
        siteView = Self.siteView(context, theme)
        navigation = Self.navigation(context)
    }

    private init(_ other: SiteRenderer, context: RenderContext) {
        self.context = context
        theme = other.theme
        files = other.files
        siteView = other.siteView
        navigation = other.navigation
    }

    /// The same for a site of which only the body of a write-up is another one.
    package func withBodies(of site: Site) -> SiteRenderer {
        SiteRenderer(self, context: RenderContext(site: site, keepingItemsOf: context))
    }

    /// A page as it is published.
    package struct Page: Sendable {
        package let bytes: [UInt8]
        /// Where the templates were when the page grew beyond all measure and was cut; `nil` for a whole page.
        package let cut: SourceRange?
    }

    /// The page at a route; for redirects a page that leads on. `nil` for data files and attachments.
    package func page(_ route: Route) -> Page? {
        if case .redirect(let target) = route.kind { return Page(bytes: redirect(to: target), cut: nil) }
        guard let page = route.page else { return nil }
        let rendering = theme.templates.render(pageContext(page, at: route), view(of: page), as: page.kind)
        return Page(bytes: rendering.page, cut: rendering.cut)
    }

    /// Where in the templates a byte of a page comes from; `nil` for what no template makes.
    ///
    /// The page is made once more for it: this is for what is wrong with a page.
    ///
    /// - Parameter count: how many bytes there are in question, at least one.
    package func origin(ofByte offset: Int, count: Int, on route: Route) -> TemplateOrigin? {
        guard let page = route.page else { return nil }
        return theme.templates.origin(
            ofByte: offset, count: count, pageContext(page, at: route), view(of: page), as: page.kind)
    }

    /// What the template of a page reads, for theme authors; `nil` for what no template makes.
    package func data(of route: Route) -> PageData? {
        guard let page = route.page else { return nil }
        return PageData(template: page.kind.rawValue, views: [pageContext(page, at: route), view(of: page)])
    }

    private func pageContext(_ page: PageRoute, at route: Route) -> PageContext {
        let summary = PageSummary.summary(of: page, at: route.url, context)
        return PageContext(site: siteView, page: pageView(page, at: route, summary: summary))
    }

    /// What the share picture of a subject says.
    package func shareCard(of subject: FileRoute.ShareSubject) -> ShareCard {
        let own = context.site.configuration.accent?.light.packed
        return ShareCards(context: context, accent: own ?? theme.accent).card(of: subject)
    }

    private func shareImage(of route: Route) -> ShareImageView? {
        guard let url = context.site.sharePictureURL(of: route), let picture = context.site.routes[url],
            case .file(.sharePicture(let subject)) = picture.kind
        else { return nil }
        let card = shareCard(of: subject)
        // The address stays; the mark behind it tells programs that keep pictures that it shows something else.
        return ShareImageView(
            url: context.absolute(url) + "?v=" + card.fingerprint, alt: ShareCards.alternative(of: card),
            width: SharePictureStore.width, height: SharePictureStore.height)
    }

    private func view(of page: PageRoute) -> any ViewModel {
        let site = context.site
        switch page {
        case .home: return RecordPages.home(context)
        case .awards: return EditionPages.awards(context)
        case .edition(let index): return EditionPages.edition(index, context)
        case .editionProvince(let index, let group):
            return EditionPages.province(group, of: index, context)
        case .team(let index): return TeamPage.view(index, context)
        case .provinces: return PlacePages.provinces(context)
        case .province(let index): return PlacePages.province(index, context)
        case .enterprises: return PlacePages.enterprises(context)
        case .enterprise(let index): return PlacePages.enterprise(index, context)
        case .associations: return PlacePages.associations(context)
        case .association(let index): return PlacePages.association(index, context)
        case .documents(.practice): return PracticePages.practices(context)
        case .document(.practice, let index):
            return PracticePages.practice(index, context)
        case .documents(let kind): return DocumentPages.list(of: kind, files, context)
        case .document(let kind, let index):
            return DocumentPages.page(of: site.documents[kind][index], files, context)
        case .method(let index): return PracticePages.facet(site.methods[index], context)
        case .works(let index): return PracticePages.facet(site.works[index], context)
        case .criterion(let criterion): return PracticePages.criterion(criterion, context)
        case .field(let field): return PracticePages.field(field, context)
        case .search: return RecordPages.search(context)
        case .verify: return RecordPages.verify(context)
        case .publicity: return RecordPages.publicity(context)
        case .changes: return RecordPages.changes(context)
        case .notFound: return RecordPages.notFound(context)
        }
    }

    private func pageView(_ page: PageRoute, at route: Route, summary: PageSummary) -> PageView {
        var crumbs = [(title: theme.words[.home], url: "/")] + summary.ancestors
        crumbs.append((summary.title, route.url))
        let isHome = route.url == "/"
        let structuredData = StructuredData.bytes(
            breadcrumbs: isHome ? [] : crumbs.map { ($0.title, context.absolute($0.url)) }, subject: summary.subject)
        let siteTitle = context.configuration.title
        return PageView(
            kind: page.kind.rawValue, title: summary.title, heading: TitleMarkup.html(summary.title),
            documentTitle: isHome
                ? siteTitle
                : theme.words.text(
                    .documentTitle, ["page": summary.documentTitle ?? summary.title, "site": siteTitle]),
            description: summary.description, canonicalURL: context.absolute(route.url),
            openGraphType: summary.openGraphType, jsonLD: structuredData, isIndexed: route.isIndexed,
            breadcrumbs: isHome
                ? []
                : crumbs.enumerated().map { position, crumb in
                    LinkView(
                        title: crumb.title, url: context.href(crumb.url), isCurrent: position == crumbs.count - 1)
                },
            navigation: navigation(for: route), banner: summary.banner,
            published: summary.published.map(context.dates.view), updated: summary.updated.map(context.dates.view),
            shareImage: shareImage(of: route), hasPictures: context.hasPictures(page))
    }

    private static func navigation(_ context: RenderContext) -> [NavigationTarget] {
        context.configuration.navigation.map { item in
            let address = item.url.value
            guard let target = context.links.target(ofAddress: address) else {
                return NavigationTarget(title: item.title, href: address, url: nil)
            }
            let href = context.links.href(target, fallback: address)
            guard case .page(let url, _, _) = target else {
                return NavigationTarget(title: item.title, href: href, url: nil)
            }
            return NavigationTarget(title: item.title, href: href, url: url)
        }
    }

    private func navigation(for route: Route) -> [LinkView] {
        navigation.map { target in
            let isCurrent = target.url.map { $0 == "/" ? route.url == "/" : route.url.hasPrefix($0) }
            return LinkView(title: target.title, url: target.href, isCurrent: isCurrent ?? false)
        }
    }

    /// A page that leads a browser without script, and a search engine, to the new address.
    private func redirect(to target: String) -> [UInt8] {
        let href = HTMLEscaping.escaped(context.href(target))
        let absolute = HTMLEscaping.escaped(context.absolute(target))
        let language = context.configuration.language.rawValue
        let html = """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'none'; base-uri 'none'">
            <meta http-equiv="refresh" content="0; url=\(href)">
            <link rel="canonical" href="\(absolute)">
            <meta name="robots" content="noindex">
            <title>\(absolute)</title>
            </head>
            <body><p><a href="\(href)">\(absolute)</a></p></body>
            </html>

            """
        return Array(html.utf8)
    }

    private static func siteView(_ context: RenderContext, _ theme: Theme) -> SiteView {
        let configuration = context.configuration
        let site = context.site
        // Pages that a footer is expected to lead to, as far as the site has them.
        let footer = ["about", "privacy", "supervision", "accessibility"].compactMap { name -> LinkView? in
            guard let route = site.routes["/\(name)/"], case .page(.document(.page, let index)) = route.kind else {
                return nil
            }
            return LinkView(title: site.documents[.page][index].page.title.value, url: context.href(route.url))
        }
        return SiteView(
            title: configuration.title, shortTitle: configuration.shortTitle,
            description: configuration.description, homeURL: context.href("/"),
            language: configuration.language.rawValue, organisationName: configuration.organisation.name,
            organisationNameEnglish: configuration.organisation.englishName,
            organisationOffice: configuration.organisation.office,
            organisationURL: configuration.organisation.url?.value,
            programmeName: configuration.programmeName, honorName: configuration.honorName,
            icpRecord: configuration.icpRecord, policeRecord: configuration.policeRecord,
            isSample: configuration.isSample, stylesheetURL: context.href(theme.stylesheetURL),
            assetsURL: context.href(theme.assetsURL), feedURL: context.href(SiteURL.feed),
            dataURL: context.href(SiteURL.awardsCSV), pictureSizes: context.pictureSizes, photoSizes: theme.photoSizes,
            day: context.dates.text(site.day),
            dayISO: site.day.description, footerLinks: footer)
    }
}
