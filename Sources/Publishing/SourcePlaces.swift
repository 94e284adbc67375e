import Glibc

/// The places of a site that people keep by hand, and the program's own below `.showcase`: no output belongs there.
///
/// Real paths are compared: a link, or dots, lead nowhere else than to what they mean.
package struct SourcePlaces: Sendable {
    /// The folder that holds `site.config`.
    private let root: String
    private let handKept: [String]
    private let own: String

    /// - Parameter site: the folder that holds `site.config`.
    package init(site: String) {
        root = Self.resolved(site)
        handKept = ["content", "themes", "static", "site.config"].map { Self.resolved(site + "/" + $0) }
        own = Self.resolved(site + "/.showcase")
    }

    /// Whether a path leads into what is kept by hand, by whatever links and dots.
    package func holdByHand(_ path: String) -> Bool {
        let path = Self.resolved(path)
        return handKept.contains { Self.isIn(path, $0) }
    }

    /// Whether a folder cannot be replaced without touching the site's sources: it is one of the places, is in one, or
    /// holds one.
    func conflict(withOutput output: String) -> Bool {
        let output = Self.resolved(output)
        return Self.isIn(root, output) || (handKept + [own]).contains { Self.isIn(output, $0) || Self.isIn($0, output) }
    }

    private static func isIn(_ path: String, _ folder: String) -> Bool {
        path == folder || folder == "/" || path.hasPrefix(folder + "/")
    }

    /// The place that a path means: links are followed as far as something is there, the rest is taken as it is.
    static func resolved(_ path: String) -> String {
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
