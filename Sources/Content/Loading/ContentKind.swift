import Values

/// What a file below `content/` or `static/` is, by its place alone.
package enum ContentKind: Equatable {
    case edition(year: Int)
    case roster(year: Int)
    case writeUp(year: Int, id: String)
    case document(DocumentKind)
    case enterprises, associations, synonyms
    /// `forms/<slug>/form.yaml`, from which a form is made.
    case formDefinition(slug: String)
    case attachment
    /// A file below `static/`, which is published at the root of the site.
    case staticFile
    /// A file that stands where nothing of its kind belongs; `meant` is the name it should have, where that is known.
    case misplaced(meant: String?)

    /// - Parameter path: relative to the site's root, below `content/` or `static/`.
    package init(path: SitePath) {
        guard !path.isStatic else {
            self = .staticFile
            return
        }
        let parts = path.text.utf8.split(separator: UInt8(ascii: "/")).dropFirst().map { String(Substring($0)) }
        let isMarkdown = path.name.hasSuffix(".md")
        if let meant = Self.meantName(parts) {
            self = .misplaced(meant: meant)
            return
        }
        switch parts.first {
        case "enterprises.yaml" where parts.count == 1: self = .enterprises
        case "associations.yaml" where parts.count == 1: self = .associations
        case "synonyms.yaml" where parts.count == 1: self = .synonyms
        case "awards" where parts.count > 1: self = Self.award(parts, isMarkdown: isMarkdown)
        case "forms" where parts.count == 3 && parts[2] == "form.yaml": self = .formDefinition(slug: parts[1])
        case _ where !isMarkdown: self = .attachment
        default:
            let kind = parts.first.flatMap(DocumentKind.init(folder:))
            self = kind == nil || Self.isPage(parts) ? .document(kind ?? .page) : .misplaced(meant: nil)
        }
    }

    /// `awards/<year>/…`
    private static func award(_ parts: [String], isMarkdown: Bool) -> ContentKind {
        guard let year = year(parts[1]) else { return isMarkdown ? .misplaced(meant: nil) : .attachment }
        let rest = Array(parts.dropFirst(2))
        switch rest.count {
        case 1 where rest[0] == "index.md": return .edition(year: year)
        case 1 where rest[0] == "roster.csv": return .roster(year: year)
        case 1 where isMarkdown: return .writeUp(year: year, id: String(rest[0].dropLast(3)))
        case 2 where rest[1] == "index.md": return .writeUp(year: year, id: rest[0])
        default: return isMarkdown ? .misplaced(meant: nil) : .attachment
        }
    }

    /// Four digits that can be a year.
    private static func year(_ text: String) -> Int? {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text),
            (1900...2199).contains(year)
        else { return nil }
        return year
    }

    /// Whether the path is `<folder>/<slug>.md` or `<folder>/<slug>/index.md`.
    private static func isPage(_ parts: [String]) -> Bool {
        (parts.count == 2 && parts[1] != "index.md") || (parts.count == 3 && parts[2] == "index.md")
    }

    /// The name that a file was meant to have when it is content but would pass for an attachment, and so be published
    /// as it is: `Roster.csv`, `enterprises.yml`, `index.MD`.
    private static func meantName(_ parts: [String]) -> String? {
        guard let name = parts.last else { return nil }
        let lower = name.lowercased()
        let stem = lower.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
        let isMarkdown = lower.hasSuffix(".markdown") || lower.hasSuffix(".mdown") || lower.hasSuffix(".md")
        if isMarkdown, !name.hasSuffix(".md") { return stem + ".md" }
        if parts.count == 3, parts[0] == "awards", name != "roster.csv", stem == "roster", lower.hasSuffix(".csv") {
            return "roster.csv"
        }
        if parts.count == 3, parts[0] == "forms", lower != name || lower.hasSuffix(".yml"), stem == "form",
            lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
        {
            return "form.yaml"
        }
        let isYAML = lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
        let lists = ["enterprises", "associations", "synonyms"]
        if parts.count == 1, isYAML, !lists.contains(where: { name == $0 + ".yaml" }) {
            let nearest = lists.first { $0.hasPrefix(stem) && stem.count >= 5 || $0 == stem }
            return nearest.map { $0 + ".yaml" }
        }
        return nil
    }
}
