import PreviewServer

/// The scripts and styles of the desk's pages, which the program holds.
enum ClientFiles {
    /// What their addresses begin with below `/_showcase/`.
    static let folder = "desk/"

    private static let files: [String: PreviewContent] = [:]

    /// Whether the desk's pages have what they need.
    static let isComplete = files["main.js"] != nil

    static func file(named name: Substring) -> PreviewContent? { files[String(name)] }
}
