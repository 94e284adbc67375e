import Markdown
import Pictures
import Values

/// The markup of a picture in its renditions: browsers take the one that fits.
struct PictureMarkup {
    let picture: PictureView
    /// How wide pictures are shown, as the theme says (`sizes` of the HTML standard).
    let sizes: String

    /// What goes around and into the `img` element that stands in a text.
    ///
    /// - Parameter isInLink: whether the picture is in a link already; else it leads to its largest rendition.
    func filling(isInLink: Bool) -> MarkdownFilling {
        let sizes = HTMLEscaping.escaped(sizes)
        let open = isInLink ? "" : "<a class=\"photo-link\" href=\"\(HTMLEscaping.escaped(picture.url))\">"
        return MarkdownFilling(
            attributes: """
                src="\(HTMLEscaping.escaped(picture.source))" \
                srcset="\(HTMLEscaping.escaped(picture.jpegSet))" sizes="\(sizes)" \
                width="\(picture.width)" height="\(picture.height)"
                """,
            before: open + """
                <picture><source type="image/webp" srcset="\(HTMLEscaping.escaped(picture.webpSet))" sizes="\(sizes)">
                """,
            after: "</picture>" + (isInLink ? "" : "</a>"))
    }
}

extension PictureView {
    /// The rendition that browsers without `srcset` load, in pixels of width.
    private static let plainWidth = 960

    init(_ plan: PicturePlan, at path: SitePath, _ context: RenderContext) {
        let folder = "/" + path.folder.split(separator: "/").dropFirst().joined(separator: "/") + "/"
        func address(_ rendition: PictureRendition) -> String {
            context.href(folder.replacing("//", with: "/") + plan.name(of: rendition, original: path.name))
        }
        func candidates(_ format: PictureRendition.Format) -> String {
            plan.renditions.filter { $0.format == format }.map { "\(address($0)) \($0.width)w" }.joined(separator: ", ")
        }
        let largest = plan.largest
        let plain = plan.renditions.last { $0.format == .jpeg && $0.width <= Self.plainWidth } ?? largest
        self.init(
            url: address(largest), source: address(plain), webpSet: candidates(.webp), jpegSet: candidates(.jpeg),
            width: largest.width, height: largest.height)
    }
}
