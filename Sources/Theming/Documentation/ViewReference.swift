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

    /// Every view in the order in which a reader comes upon it.
    private static var views: [ViewType] {
        var views: [ViewType] = []
        func visit(_ type: ViewType) {
            guard !views.contains(where: { $0.name == type.name }) else { return }
            views.append(type)
            for field in type.fields {
                switch field.kind {
                case .view(let child), .list(let child): visit(child())
                case .text, .html, .flag, .texts: break
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
        case .html: "HTML"
        case .flag: "yes or no"
        case .texts: "list of texts"
        case .view(let type): "[\(type().name)](#\(anchor(type().name))) or nothing"
        case .list(let type): "list of [\(type().name)](#\(anchor(type().name)))"
        }
    }

    private static func anchor(_ name: String) -> String { name.lowercased() }
}
