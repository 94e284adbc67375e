import Content
import Forms

/// A file of the site that is no page. Indices are into the arrays of `Site`.
package enum FileRoute: Sendable, Hashable {
    /// A machine-readable file.
    case data(DataFile)
    /// A file that scripts search: the first of its scope, or one of the parts it is divided into.
    case index(SearchScope, part: Int?)
    /// A file of the content that is published as it is.
    case attachment(Int)
    /// A file that is made of a form's definition. Index into the forms of `Site.documents`.
    case formFile(Int, FormFormat)
    /// A file that is made of a picture. Indices into `Site.attachments` and the renditions of its plan.
    case picture(attachment: Int, rendition: Int)
    /// The picture that others show when they link to a page.
    case sharePicture(ShareSubject)

    package enum DataFile: Sendable, Hashable {
        case awardsJSON
        case awardsCSV
        case awardsXLSX
        case schema
        case editionCSV(Int)
        case editionJSON(Int)
        case editionXLSX(Int)
        case associationCSV(Int)
        case provinceCSV(Int)
        case feed
        case sitemap
        case robots
    }

    /// What a share picture is about.
    package enum ShareSubject: Sendable, Hashable {
        case site
        case edition(Int)
        case team(Int)
        case practice(Int)
    }

    /// The kind in a word, for lists of routes.
    var kindName: String {
        switch self {
        case .data: "data"
        case .index: "index"
        case .attachment, .formFile: "file"
        case .picture: "picture"
        case .sharePicture: "share-picture"
        }
    }

    /// The kind in Chinese, as an editor would call it.
    var chineseKindName: String {
        switch self {
        case .data: "数据文件"
        case .index: "搜索用的文件"
        case .attachment, .formFile: "附件"
        case .picture: "照片"
        case .sharePicture: "分享图"
        }
    }

    /// Whether others may keep the address. Those of pictures follow what the pictures show; for the files of the search
    /// only scripts of the site ask, and they come and go with the length of the texts.
    var isLasting: Bool {
        switch self {
        case .index, .picture, .sharePicture: false
        case .data, .attachment, .formFile: true
        }
    }

    /// The edition whose state is that of the file.
    package func edition(in site: Site) -> Int? {
        switch self {
        case .data(.editionCSV(let index)), .data(.editionJSON(let index)), .data(.editionXLSX(let index)): index
        case .sharePicture(.edition(let index)): index
        case .sharePicture(.team(let index)): site.teams[index].edition
        case .data(.awardsJSON), .data(.awardsCSV), .data(.awardsXLSX), .data(.schema), .data(.associationCSV),
            .data(.provinceCSV), .data(.feed), .data(.sitemap), .data(.robots), .index, .attachment, .formFile,
            .picture, .sharePicture(.site), .sharePicture(.practice):
            nil
        }
    }
}
