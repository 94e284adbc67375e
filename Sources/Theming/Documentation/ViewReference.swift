import SiteModel

/// The reference of all views that templates can read, as Markdown for `docs/themes.md`.
package enum ViewReference {
    /// One section a template, then one a view.
    package static var markdown: String {
        var lines = ["### Templates", "", "| template | view |", "| --- | --- |"]
        for kind in PageKind.allCases {
            let view = kind.viewType
            lines.append("| `\(kind.rawValue).mustache` | [\(view.name)](#\(anchor(view.name))) |")
        }
        lines += ["", "### Views", ""]
        for view in views {
            lines += ["#### \(view.name)", "", view.purpose, "", "| name | holds | meaning |", "| --- | --- | --- |"]
            for field in view.fields {
                let purpose = field.purpose.replacing("|", with: "\\|")
                lines.append("| `\(field.name)` | \(describe(field.kind)) | \(purpose) |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// A table of a theme's partials with their blocks and their comments, which must begin the file.
    ///
    /// - Parameter files: the text of each partial by name, without `.mustache`.
    package static func partials(_ files: [String: String]) -> String {
        var lines = ["### Partials of `default`", "", "| partial | blocks | shows |", "| --- | --- | --- |"]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let comment = text.firstMatch(of: /^\{\{!\s*([^}]*?)\s*\}\}/).map { String($0.1) } ?? ""
            var blocks: [String] = []
            for match in text.matches(of: /\{\{\$([a-z_]+)\}\}/) where !blocks.contains(String(match.1)) {
                blocks.append(String(match.1))
            }
            let shown = blocks.map { "`\($0)`" }.joined(separator: ", ")
            lines.append("| `\(name)` | \(shown) | \(comment.replacing("\n", with: " ")) |")
        }
        return (lines + [""]).joined(separator: "\n")
    }

    /// Every view in the order in which a reader comes upon it.
    private static var views: [ViewType] {
        var views: [ViewType] = []
        func visit(_ type: ViewType) {
            guard !views.contains(where: { $0.name == type.name }) else { return }
            views.append(type)
            for field in type.fields {
                switch field.kind {
                case .view(let child), .list(let child): visit(child())
                case .text, .address, .json, .html, .flag, .texts: break
                }
            }
        }
        visit(PageContext.fields.type)
        for kind in PageKind.allCases { visit(kind.viewType) }
        return views
    }

    private static func describe(_ kind: ViewFieldKind) -> String {
        switch kind {
        case .text: "text"
        case .address: "address"
        case .json: "JSON"
        case .html: "HTML"
        case .flag: "yes or no"
        case .texts: "list of texts"
        case .view(let type): "[\(type().name)](#\(anchor(type().name))) or nothing"
        case .list(let type): "list of [\(type().name)](#\(anchor(type().name)))"
        }
    }

    private static func anchor(_ name: String) -> String { name.lowercased() }
}
