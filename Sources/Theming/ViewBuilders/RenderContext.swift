import Content
import Fields
import Markdown
import Pictures
import SiteModel
import Values

/// What page builders share: the site, the words and the views that many pages show.
///
/// A class for the reason of `Site`: all threads use it.
final class RenderContext: Sendable {
    let site: Site
    let words: Words
    let links: LinkResolver
    let dates: DateText
    /// How wide pictures are shown, as the theme says.
    let pictureSizes: String
    /// Row views of `site.teams`, made once because every team stands in many lists.
    let teamItems: [TeamItemView]
    let practiceItems: [PracticeItemView]
    let editionItems: [EditionItemView]

    init(site: Site, words: Words, pictureSizes: String) {
        self.site = site
        self.words = words
        self.pictureSizes = pictureSizes
        links = LinkResolver(site: site)
        dates = DateText(language: site.configuration.language)
        teamItems = []
        practiceItems = []
        editionItems = []
    }

    /// The same with the views of teams, practices and editions.
    ///
    /// - Parameter jobs: the number of threads.
    init(withItems context: RenderContext, jobs: Int) {
        site = context.site
        words = context.words
        links = context.links
        dates = context.dates
        pictureSizes = context.pictureSizes
        editionItems = site.editions.map { ItemViews.edition($0, context) }
        practiceItems = site.practices.map { ItemViews.practice($0, context) }
        teamItems = ParallelWork.map(count: site.teams.count, jobs: jobs) {
            ItemViews.team(context.site.teams[$0], context)
        }
    }

    /// The views of another context for a site that differs in the bodies of texts only, which no list shows.
    init(site: Site, keepingItemsOf context: RenderContext) {
        self.site = site
        words = context.words
        links = LinkResolver(site: site)
        dates = context.dates
        pictureSizes = context.pictureSizes
        teamItems = context.teamItems
        practiceItems = context.practiceItems
        editionItems = context.editionItems
    }

    var configuration: SiteConfiguration { site.configuration }
    var isChinese: Bool { configuration.language == .chinese }

    /// The address of a site-absolute path as it stands in pages.
    func href(_ url: String) -> String { configuration.baseURL.href(url) }

    /// The full address of a site-absolute path.
    func absolute(_ url: String) -> String { configuration.baseURL.absolute(url) }

    func name(of province: Province) -> String { isChinese ? province.shortName : province.englishName }
    func fullName(of province: Province) -> String { isChinese ? province.fullName : province.englishName }
    func name(of criterion: Criterion) -> String { isChinese ? criterion.chineseName : criterion.englishName }
    func name(of field: BuildingField) -> String { isChinese ? field.chineseName : field.englishName }

    /// The record of a province.
    func record(of province: Province) -> ProvinceRecord? {
        site.provinces.first { $0.province == province }
    }

    /// The body of a page with its links and images resolved, as UTF-8.
    func html(of page: Page) -> [UInt8] { page.body.html { reference in filling(of: reference, in: page) } }

    /// The address of what a field names; `nil` when it leads nowhere.
    func href(of reference: FileReference, from path: SitePath) -> String? {
        let target = links.target(of: reference, from: path)
        if case .broken = target { return nil }
        return links.href(target, fallback: reference.text)
    }

    private func filling(of reference: MarkdownReference, in page: Page) -> MarkdownFilling {
        let file = reference.kind == .image ? links.file(of: reference.destination, from: page.path) : nil
        if let picture = file.flatMap(picture) {
            return PictureMarkup(picture: picture, sizes: pictureSizes).filling(isInLink: reference.isInLink)
        }
        return MarkdownFilling(attributes: attributes(of: reference, in: page, size: file.flatMap(imageSize)))
    }

    private func attributes(
        of reference: MarkdownReference, in page: Page, size: (width: Int, height: Int)?
    ) -> String {
        let target = links.target(of: reference.destination, from: page.path)
        let address = HTMLEscaping.escaped(links.href(target, fallback: reference.destination))
        switch reference.kind {
        case .link:
            if case .external = target { return "href=\"\(address)\" rel=\"noopener\"" }
            return "href=\"\(address)\""
        case .image:
            guard let size else { return "src=\"\(address)\"" }
            return "src=\"\(address)\" width=\"\(size.width)\" height=\"\(size.height)\""
        }
    }

    /// A picture of the content in its renditions; `nil` for drawings, GIF and pictures elsewhere.
    func picture(at path: SitePath) -> PictureView? {
        attachment(at: path)?.picture.map { PictureView($0, at: path, self) }
    }

    /// Whether a page's text or photos have pictures.
    func hasPictures(_ page: PageRoute) -> Bool {
        func holds(_ page: Page?) -> Bool { page?.body.references.contains { $0.kind == .image } ?? false }
        switch page {
        case .home: return holds(site.home?.page)
        case .team(let index):
            let writeUp = site.teams[index].writeUp
            return !(writeUp?[WriteUpFields.photos].isEmpty ?? true) || holds(writeUp?.page)
        case .edition(let index): return holds(site.editions[index].entry.page)
        case .document(let kind, let index): return holds(site.documents[kind][index].page)
        case .awards, .editionProvince, .provinces, .province, .enterprises, .enterprise, .associations,
            .association, .documents, .method, .works, .criterion, .field, .search, .verify, .publicity, .changes,
            .notFound:
            return false
        }
    }

    /// The size of an image of the content in pixels.
    func imageSize(at path: SitePath) -> (width: Int, height: Int)? { attachment(at: path)?.imageSize }

    /// A file of the content.
    func attachment(at path: SitePath) -> AttachmentFile? {
        // Attachments are sorted by path.
        var lower = 0
        var upper = site.attachments.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if site.attachments[middle].path < path { lower = middle + 1 } else { upper = middle }
        }
        guard lower < site.attachments.count, site.attachments[lower].path == path else { return nil }
        return site.attachments[lower]
    }
}

/// Days as readers read them.
struct DateText: Sendable {
    let language: SiteLanguage

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// 2020年5月15日, or 15 May 2020.
    func text(_ date: CalendarDate) -> String {
        switch language {
        case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
        case .english: "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
        }
    }

    func view(_ date: CalendarDate) -> DateView { DateView(text: text(date), iso: date.description) }
}

/// Numbers as readers read them.
enum NumberText {
    /// Whole numbers without a fraction, others with as many digits as they need.
    static func text(_ number: Double) -> String {
        guard let whole = Int(exactly: number) else { return "\(number)" }
        return String(whole)
    }
}
