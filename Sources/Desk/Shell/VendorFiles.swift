import Content
import PreviewServer

/// Files of other projects that the desk loads where the computer has them: CodeMirror, in which texts are written, and turndown,
/// which makes Markdown of what is pasted. Without them the desk works as well.
package struct VendorFiles: Sendable {
    /// The first bytes of a file of the computer, at most as many as are asked for; `nil` where there is none.
    private let read: @Sendable (_ path: String, _ limit: Int) -> [UInt8]?

    package init(read: @escaping @Sendable (_ path: String, _ limit: Int) -> [UInt8]?) { self.read = read }

    /// Those of Debian's packages, which `libjs-codemirror` and `node-turndown` install.
    package static let installed = VendorFiles { path, limit in Workspace.disk(root: "/").read(path, limit) }

    /// Every file that is served, by its name below `vendor/`; none else of these folders is.
    private static let paths: [String: String] = {
        var paths: [String: String] = [:]
        for file in [
            "lib/codemirror.js", "lib/codemirror.css", "mode/xml/xml.js", "mode/markdown/markdown.js",
            "addon/mode/overlay.js", "addon/search/searchcursor.js", "addon/edit/continuelist.js",
        ] {
            paths["codemirror/" + file] = "usr/share/javascript/codemirror/" + file
        }
        paths["turndown/turndown.es.js"] = "usr/share/nodejs/turndown/lib/turndown.es.js"
        return paths
    }()

    /// More than any of them has.
    private static let maximumByteCount = 4 * 1024 * 1024
    private static let folder = "vendor/"

    /// Whether CodeMirror is there.
    var hasCodeMirror: Bool { bytes(of: "codemirror/lib/codemirror.js", limit: 1) != nil }

    /// Whether turndown is there.
    var hasTurndown: Bool { bytes(of: "turndown/turndown.es.js", limit: 1) != nil }

    /// - Parameter name: below `/_showcase/desk/`.
    func file(named name: Substring) -> PreviewContent? {
        guard name.hasPrefix(Self.folder) else { return nil }
        let name = String(name.dropFirst(Self.folder.count))
        return bytes(of: name, limit: Self.maximumByteCount).map { PreviewContent(bytes: $0, path: name) }
    }

    private func bytes(of name: String, limit: Int) -> [UInt8]? {
        Self.paths[name].flatMap { read($0, limit) }
    }
}
