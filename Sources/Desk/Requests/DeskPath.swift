import Content
import Values

/// A file of a site that the desk reads or writes: what people write, never what the program keeps, what is hidden, or what a link
/// leads to.
struct DeskPath: Sendable, Hashable {
    let text: String

    static let configuration = "site.config"
    private static let folders = ["content/", "static/"]

    /// `nil` for any other path.
    init?(_ text: String) {
        guard let path = SitePath(text), path.text == text,
            text == Self.configuration || Self.folders.contains(where: text.hasPrefix),
            !text.split(separator: "/").contains(where: { Workspace.isHidden(String($0)) }),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        self.text = text
    }

    /// The folders of the path, from the outermost.
    private var folders: [String] {
        text.indices.filter { text[$0] == "/" }.map { String(text[..<$0]) }
    }

    /// What stands there; `nil` for nothing, for anything but a file, and below a link.
    func read(from workspace: Workspace, limit: Int) -> [UInt8]? {
        guard folders.allSatisfy(workspace.isFolder), workspace.look(text)?.entry == .file else { return nil }
        return workspace.read(text, limit)
    }
}
