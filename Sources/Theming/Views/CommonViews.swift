/// What every page knows of the site.
struct SiteView: ViewModel {
    let title: String
    let shortTitle: String
    let description: String
    let homeURL: String
    let language: String
    let organisationName: String
    let organisationNameEnglish: String?
    let organisationOffice: String?
    let organisationURL: String?
    let programmeName: String
    let honorName: String
    let icpRecord: String?
    let policeRecord: String?
    let isSample: Bool
    let stylesheetURL: String
    let assetsURL: String
    let feedURL: String
    let dataURL: String
    let pictureSizes: String
    let photoSizes: String
    let day: String
    let dayISO: String
    let footerLinks: [LinkView]

    static let fields = ViewFields<Self>(
        "site", "The site as a whole; the same on every page.",
        [
            .text("title", "The site's title.") { $0.title },
            .text("short_title", "The title for narrow places.") { $0.shortTitle },
            .text("description", "One sentence about the site.") { $0.description },
            .address("home_url", "Address of the home page.") { $0.homeURL },
            .text("language", "Language code for the `lang` attribute: zh-CN or en.") { $0.language },
            .text("organisation_name", "The publishing association.") { $0.organisationName },
            .text("organisation_name_en", "Its English name, if configured.") { $0.organisationNameEnglish },
            .text("organisation_office", "The office that answers, if configured.") { $0.organisationOffice },
            .address("organisation_url", "The association's own site, if configured.") { $0.organisationURL },
            .text("programme_name", "Name of the programme.") { $0.programmeName },
            .text("honor_name", "The title that teams are given, without its year.") { $0.honorName },
            .text("icp_record", "ICP filing number, if configured.") { $0.icpRecord },
            .text("police_record", "Public security filing number, if configured.") { $0.policeRecord },
            .flag("is_sample", "Whether teams and enterprises are invented: pages must say so.") { $0.isSample },
            .address("stylesheet_url", "Address of the theme's style sheet.") { $0.stylesheetURL },
            .address("assets_url", "Address of the theme's assets, with a slash at the end.") { $0.assetsURL },
            .address("feed_url", "Address of the Atom feed.") { $0.feedURL },
            .address("data_url", "Address of the open data as CSV.") { $0.dataURL },
            .text("picture_sizes", "How wide pictures are shown, for `sizes`; from theme.yaml.") { $0.pictureSizes },
            .text("photo_sizes", "The same for the photos of a write-up, which stand side by side.") { $0.photoSizes },
            .text("day", "The day of the build's content, for readers.") { $0.day },
            .text("day_iso", "The same as YYYY-MM-DD.") { $0.dayISO },
            .list("footer_links", "Pages that belong in the footer, as far as the site has them.") { $0.footerLinks },
        ])
}

/// What every page says of itself.
struct PageView: ViewModel {
    let kind: String
    let title: String
    let heading: [UInt8]
    let documentTitle: String
    let description: String
    let canonicalURL: String
    let openGraphType: String
    let jsonLD: [UInt8]
    let isIndexed: Bool
    let breadcrumbs: [LinkView]
    let navigation: [LinkView]
    let banner: BannerView?
    let published: DateView?
    let updated: DateView?
    let shareImage: ShareImageView?
    let hasPictures: Bool

    static let fields = ViewFields<Self>(
        "page", "The page at hand.",
        [
            .text("kind", "Name of the page's template, for a class on `body`.") { $0.kind },
            .text("title", "The page's heading.") { $0.title },
            .html("heading", "The same with `wbr` between the phrases of Chinese, where its lines may break.") {
                $0.heading
            },
            .text("document_title", "Heading and site title, for the `title` element.") { $0.documentTitle },
            .text("description", "One or two sentences for search engines.") { $0.description },
            .address("canonical_url", "The page's full address.") { $0.canonicalURL },
            .text("open_graph_type", "`website` or `article`.") { $0.openGraphType },
            .json("json_ld", "Structured data for a `script type=\"application/ld+json\"` element.") { $0.jsonLD },
            .flag("is_indexed", "Whether search engines are to keep the page.") { $0.isIndexed },
            .list("breadcrumbs", "The way from the home page; the last one is the page itself.") { $0.breadcrumbs },
            .list("navigation", "The main navigation; `is_current` marks the section of the page.") { $0.navigation },
            .view("banner", "State of the edition, where it is not final.") { $0.banner },
            .view("published", "Day of publication, where the content has one.") { $0.published },
            .view("updated", "Day of the last change, where the content has one.") { $0.updated },
            .view("share_image", "The picture that others show when they link to the page.") { $0.shareImage },
            .flag("has_pictures", "Whether the page's text or photos have pictures that can be looked at in full.") {
                $0.hasPictures
            },
        ])
}

/// A link.
struct LinkView: ViewModel {
    let title: String
    let url: String
    var isCurrent = false
    var note: String?

    static let fields = ViewFields<Self>(
        "link", "A link.",
        [
            .text("title", "Its text.") { $0.title },
            .address("url", "Its address.") { $0.url },
            .flag("is_current", "Whether it leads to the page at hand or to its section.") { $0.isCurrent },
            .text("note", "A short remark beside it, such as a number; may be empty.") { $0.note },
        ])
}

/// A day.
struct DateView: ViewModel {
    let text: String
    let iso: String

    static let fields = ViewFields<Self>(
        "date", "A day.",
        [
            .text("text", "As readers read it: 2020年5月15日.") { $0.text },
            .text("iso", "As YYYY-MM-DD, for the `datetime` attribute.") { $0.iso },
        ])
}

/// The state of an edition that is not final.
struct BannerView: ViewModel {
    let kind: String
    let title: String
    let text: String
    let contact: String?
    let url: String?

    static let fields = ViewFields<Self>(
        "banner", "The state of an edition that is a draft or in publicity; every page of it must show it.",
        [
            .text("kind", "`draft` or `publicity`, for a class.") { $0.kind },
            .text("title", "The state in a word or two.") { $0.title },
            .text("text", "The sentence with the period.") { $0.text },
            .text("contact", "The office to object to; may be empty.") { $0.contact },
            .address("url", "Page that explains how to object; may be empty.") { $0.url },
        ])
}

/// A number with its name.
struct FigureView: ViewModel {
    let label: String
    let value: String
    var url: String?

    static let fields = ViewFields<Self>(
        "figure", "A number with its name.",
        [
            .text("label", "What is counted.") { $0.label },
            .text("value", "The number.") { $0.value },
            .address("url", "Where the counted things are listed; may be empty.") { $0.url },
        ])
}

/// A fact: a term and its description, one of them perhaps a link.
struct FactView: ViewModel {
    let label: String
    let text: String
    var url: String?
    var note: String?

    static let fields = ViewFields<Self>(
        "fact", "A term and what it is.",
        [
            .text("label", "The term.") { $0.label },
            .text("text", "What it is.") { $0.text },
            .address("url", "Address the text leads to; may be empty.") { $0.url },
            .text("note", "A remark after the text; may be empty.") { $0.note },
        ])
}

/// An entry of a page's list of contents.
struct ContentsItemView: ViewModel {
    let title: String
    let url: String
    let isSub: Bool

    static let fields = ViewFields<Self>(
        "contents_item", "An entry of the list of contents, made from the headings of levels 2 and 3.",
        [
            .text("title", "The heading.") { $0.title },
            .address("url", "Its address on the page, such as #班组简介.") { $0.url },
            .flag("is_sub", "Whether it is a heading of level 3.") { $0.isSub },
        ])
}

/// A file to download.
struct DownloadView: ViewModel {
    let title: String
    let url: String
    let format: String
    var size: String?
    var version: String?
    var digest: String?

    static let fields = ViewFields<Self>(
        "download", "A file to download.",
        [
            .text("title", "What it is.") { $0.title },
            .address("url", "Its address.") { $0.url },
            .text("format", "Its kind: CSV, JSON, XLSX, DOCX, PDF.") { $0.format },
            .text("size", "Its size for readers; empty for lists made by the build.") { $0.size },
            .text("version", "Its version; may be empty.") { $0.version },
            .text("sha256", "SHA-256 in hexadecimal; empty for lists made by the build.") { $0.digest },
        ])
}
