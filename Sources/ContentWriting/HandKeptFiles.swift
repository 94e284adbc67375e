import Glibc

/// The files of a site that people keep by hand, `content/`, `themes/` and `site.config`: nothing that is made of them
/// belongs there.
package struct HandKeptFiles: Sendable {
    private let places: [String]

    /// - Parameter site: the folder that holds `site.config`.
    package init(site: String) {
        places = ["content", "static", "themes", "site.config"].map { Self.resolved(site + "/" + $0) }
    }

    /// Whether a path leads into them, by whatever links and dots.
    package func hold(_ path: String) -> Bool {
        let path = Self.resolved(path)
        return places.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// The place that a path means: links are followed as far as something is there, the rest is taken as it is.
    private static func resolved(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        var parts = path.split(separator: "/").map(String.init)
        guard path != ".", let last = parts.popLast() else { return path }
        let above = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let folder = resolved(above.isEmpty ? "." : above)
        switch last {
        case ".": return folder
        case "..": return "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
        default: return folder.hasSuffix("/") ? folder + last : folder + "/" + last
        }
    }
}
