/// What a file below `content/` is, by its place alone.
enum ContentKind {
    case edition(year: Int)
    case roster(year: Int)
    case writeUp(year: Int, id: String)
    case practice, notice, rule, form, page
    case enterprises, associations
    case attachment
    /// A file that stands where nothing of its kind belongs.
    case misplaced

    /// - Parameter path: relative to the site's root, below `content/`.
    init(path: SitePath) {
        let parts = path.text.split(separator: "/").dropFirst().map(String.init)
        let isMarkdown = path.name.hasSuffix(".md")
        switch parts.first {
        case "enterprises.yaml" where parts.count == 1: self = .enterprises
        case "associations.yaml" where parts.count == 1: self = .associations
        case "awards" where parts.count > 1: self = Self.award(parts, isMarkdown: isMarkdown)
        case _ where !isMarkdown: self = .attachment
        case "practices": self = Self.isPage(parts, in: 1) ? .practice : .misplaced
        case "notices": self = Self.isPage(parts, in: 1) ? .notice : .misplaced
        case "rules": self = Self.isPage(parts, in: 1) ? .rule : .misplaced
        case "forms": self = Self.isPage(parts, in: 1) ? .form : .misplaced
        case "awards": self = .misplaced
        default: self = .page
        }
    }

    /// `awards/<year>/…`
    private static func award(_ parts: [String], isMarkdown: Bool) -> ContentKind {
        guard let year = Int(parts[1]), parts[1].count == 4 else { return isMarkdown ? .misplaced : .attachment }
        let rest = Array(parts.dropFirst(2))
        switch rest.count {
        case 1 where rest[0] == "index.md": return .edition(year: year)
        case 1 where rest[0] == "roster.csv": return .roster(year: year)
        case 1 where isMarkdown: return .writeUp(year: year, id: String(rest[0].dropLast(3)))
        case 2 where rest[1] == "index.md": return .writeUp(year: year, id: rest[0])
        default: return isMarkdown ? .misplaced : .attachment
        }
    }

    /// Whether the path is `<folder>/<slug>.md` or `<folder>/<slug>/index.md`.
    private static func isPage(_ parts: [String], in depth: Int) -> Bool {
        (parts.count == depth + 1 && parts[depth] != "index.md")
            || (parts.count == depth + 2 && parts[depth + 1] == "index.md")
    }
}
