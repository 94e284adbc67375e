import Addresses
import Content
import Text
import Values

/// Files beside the content that go with texts which are not public: those in the folder of such a text, and those that only such
/// texts name. What a public text names is public, wherever it lies.
struct HiddenFiles {
    private let folders: Set<String>
    private let named: Set<SitePath>
    private var publicFiles: Set<SitePath>

    /// - Parameters:
    ///   - visiblePages: the pages of texts that are public.
    ///   - files: what their fields name.
    init(of content: SiteContent, visiblePages: [Page], named files: [SitePath]) {
        let visible = Set(visiblePages.map(\.path))
        let hidden = content.allPages.filter { !visible.contains($0.path) }
        guard !hidden.isEmpty else {
            (folders, named, publicFiles) = ([], [], [])
            return
        }
        folders = Set(hidden.lazy.map(\.path).filter { $0.name == "index.md" }.map(\.folder))
        named = Set(
            content.documents.all.filter { !visible.contains($0.page.path) }.flatMap { entry in
                entry.files.compactMap { entry.page.path.resolving($0.value.text) }
            } + hidden.flatMap(Self.linked))
        var publicFiles = Set(files)
        self.publicFiles = publicFiles
        // Bodies are read one by one where thousands of them are shown: only those that may name such a file.
        let doubtful = content.attachments.keys.filter { !publicFiles.contains($0) && isHidden($0) }
        guard !doubtful.isEmpty else { return }
        for page in visiblePages where doubtful.contains(where: { Self.mayName($0, page) }) {
            publicFiles.formUnion(Self.linked(page))
        }
        self.publicFiles = publicFiles
    }

    /// Whether the bytes of a text hold the name of a file, as it is or as an address has it.
    private static func mayName(_ file: SitePath, _ page: Page) -> Bool {
        let written = Set([file.name, PercentEncoding.destination(ofPath: file.name)])
        return written.contains { page.source.bytes.holds(Array($0.utf8)) }
    }

    /// The files that the text of a page links to.
    private static func linked(_ page: Page) -> [SitePath] {
        page.body.references.compactMap { reference in
            let path = reference.destination.prefix { !"?#".contains($0) }
            guard !path.contains(":") else { return nil }
            let decoded = PercentEncoding.decoded(String(path))
            return decoded.hasPrefix("/") ? SitePath("content" + decoded) : page.path.resolving(decoded)
        }
    }

    func holds(_ file: AttachmentFile) -> Bool {
        guard !folders.isEmpty || !named.isEmpty, !file.path.isStatic, isHidden(file.path) else { return false }
        // Of a photo in such a folder the public field that names it is told.
        let isPhoto = file.picture != nil && folders.contains(file.path.folder)
        return isPhoto || !publicFiles.contains(file.path)
    }

    /// Whether a file goes with a text that is not public, whatever public ones name.
    private func isHidden(_ path: SitePath) -> Bool { named.contains(path) || isInHiddenFolder(path.folder) }

    /// Whether a folder, or one around it below a kind of content, is that of a hidden text.
    private func isInHiddenFolder(_ folder: String) -> Bool {
        var folder = folder[...]
        while folder.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 {
            if folders.contains(String(folder)) { return true }
            guard let slash = folder.lastIndex(of: "/") else { return false }
            folder = folder[..<slash]
        }
        return folders.contains(String(folder)) && folder.contains("/")
    }
}
